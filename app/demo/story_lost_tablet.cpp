// A tablet is lost, and with it words that no server has: sealed for the agency, by the key that was in use since that
// morning, and read by two people together.
#include "app/demo/rescue_people.h"
#include "app/demo/story_notes.h"
#include "app/demo/story_sharing.h"

#include <filesystem>
#include <nlohmann/json.hpp>
#include <sstream>

namespace frontsheet::demo {

namespace {

constexpr const char* kCouncil = "council";
constexpr const char* kTrust = "community_trust";
constexpr const char* kMessage = "marker-lost-message#";
constexpr const char* kNote = "marker-lost-note#";

std::vector<std::string> rescue(const char* what, std::vector<std::string> words) {
    words.insert(words.begin(), {"rescue", what});
    return words;
}

// How many of what waits in the council's late inbox have these words, and for which home.
long long heldWith(World& world, const std::string& words, const std::string& home) {
    const auto list = world.hostOf(kCouncil).act({"held", "list", "--agency", kCouncil, "--all", "--json"});
    std::istringstream lines(list.output);
    long long found = 0;
    for (std::string line; std::getline(lines, line);) {
        const auto held = nlohmann::json::parse(line, nullptr, false);
        const bool theirs = held.is_object() && held.contains("wrote") && held["wrote"].value("home", "") == home;
        found += theirs && line.find(words) != std::string::npos ? 1 : 0;
    }
    return found;
}

} // namespace

bool loseATablet(World& world, Report& report, const Cast& cast) {
    Step step("a tablet is lost: what no server took is sealed, and two people of its agency read it");
    Office office(world);
    auto& assessor = office.at("assessor");
    const RescuePeople keepers(world);
    auto& council = world.hostOf(kCouncil);
    step.check(council.act(rescue("key", keepers.replacing(kCouncil))).succeeded(),
               "two people change the council's rescue key");
    office.sync(step, {"assessor"}, 2); // the tablet has the new one
    const auto file = [&](const std::string& text) { return assessor.device().textFile(text).string(); };
    const auto message = assessor.act({"message", "--referral", cast.referralKnown, "--text-file",
                                       file(std::string{"He did not know me today. "} + kMessage)});
    step.check(message.done, "a message to the trust's nurse is saved: " + message.error);
    const auto before = assessor.dump();
    const auto person = before ? ownIdOf(*before, kCouncil, cast.knownPerson) : std::string{};
    const auto note = assessor.note(person, std::string{"The stair rail is loose. "} + kNote, "contact-note");
    step.check(!note.empty(), "a note of the council's own is saved");

    step.equal(world.server(kTrust).stop().exitCode, 0, "the trust's server is down");
    step.check(council.act({"revoke", "--agency", kCouncil, "--worker", "W001"}).succeeded(),
               "the tablet is reported lost, and shut out");
    const auto contact = assessor.act(Device::syncWords());
    step.check(contact.shows({{"server", kCouncil}, {"closed", "true"}}), "whoever has it finds it closed");
    const auto sealed = assessor.device().profile() / "unsent.rescue";
    step.check(std::filesystem::exists(sealed), "beside it lies what no server took");
    const auto left = LeftFiles::of(assessor.device());
    step.check(!left.hasStore(), "no store and no key is left");
    for (const auto* words : {kMessage, kNote}) {
        step.equal(left.with(words), 0, std::string{words} + " in the clear in what is left");
    }
    step.equal(heldWith(world, kNote, kCouncil), 1, "the council's own note was handed in, and is held");
    step.equal(heldWith(world, kMessage, kTrust), 0, "nobody has the message to the trust yet");

    const auto opening = [&](std::vector<std::string> words) {
        words.insert(words.end(), {"--file", sealed.string()});
        return council.act(rescue("open", std::move(words)));
    };
    step.check(!opening(keepers.words(kCouncil)).succeeded(), "the passphrases of before do not open it");
    step.check(opening(keepers.wordsSince(kCouncil)).succeeded(), "the two people of today open it");
    step.equal(heldWith(world, kMessage, kTrust), 1, "the message is there to be read, and marked as the trust's");
    step.equal(heldWith(world, kNote, kCouncil), 1, "nothing is there twice");
    step.check(world.server(kTrust).serve().has_value(), "the trust's server is up again");
    office.leaves("assessor");
    office.close(step);
    const bool ok = step.ok();
    report.take(std::move(step));
    return ok;
}

} // namespace frontsheet::demo
