// A tablet that hears from nobody, by a turned clock: what a partner shared opens with a reason past its soft limit and not at all
// past its hard one, lies encrypted on the disk all the while, and is back with the first contact.
#include "app/demo/story_notes.h"
#include "app/demo/story_sharing.h"

#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

namespace frontsheet::demo {

namespace {

constexpr const char* kCare = "neighbourhood_care";
constexpr const char* kReason = "On her doorstep, and nobody answers";

// The nurse's tablet, each act a program of its own, by a clock so many hours ahead.
class Tablet {
public:
    explicit Tablet(World& world)
        : m_device(world.device("nurse")), m_clock(world.folders().root / "nurse.clock"),
          m_reason(m_device.textFile(kReason).string()) {}

    void turnTo(std::chrono::hours ahead) {
        std::ofstream(m_clock, std::ios::trunc) << std::chrono::milliseconds{ahead}.count() << '\n';
    }
    [[nodiscard]] std::string act(std::vector<std::string> words) const {
        return m_device.act(std::move(words), {{"FRONTSHEET_CLOCK_FILE", m_clock.string()}}).output;
    }
    [[nodiscard]] std::string sheet(const std::string& person) const {
        return act({"front-sheet", "--person", person});
    }
    [[nodiscard]] std::string sheetWithReason(const std::string& person) const {
        return act({"front-sheet", "--person", person, "--reason-file", m_reason});
    }
    [[nodiscard]] const Device& device() const { return m_device; }

private:
    const Device& m_device;
    std::filesystem::path m_clock;
    std::string m_reason;
};

// What the sheet says of what the home shared, which may be released for different times: "needs-reason", "hidden".
std::set<std::string> statesOf(const std::string& sheet, const std::string& home) {
    std::set<std::string> states;
    std::istringstream lines(sheet);
    for (std::string line; std::getline(lines, line);) {
        const auto said = nlohmann::json::parse(line, nullptr, false);
        if (!said.is_object() || !said.contains("locked")) {
            continue;
        }
        for (const auto& share : said["locked"]) {
            if (share.value("home", "") == home) {
                states.insert(share.value("state", ""));
            }
        }
    }
    return states;
}

} // namespace

bool goWithoutContact(World& world, Report& report, const Cast& cast) {
    Step step(
        "a tablet hears from nobody for days: a reason opens what was shared, then nothing does, then contact does");
    Tablet tablet(world);
    const auto& person = cast.served.persons.at("community_trust");
    const auto& note = cast.before; // a volunteer's
    const auto key = storeKeyOf(tablet.device());
    if (!step.check(key.has_value(), "the tablet's key")) {
        report.take(std::move(step));
        return false;
    }
    const auto noteIs = [&](const std::string& sheet, long long shown, const std::string& when) {
        step.equal(sheet.find(note.words) != std::string::npos ? 1 : 0, shown, "a volunteer's note is shown, " + when);
        const auto pages = Pages::of(tablet.device(), *key);
        step.check(pages && pages->with(note.words) > 0, "it is in the decrypted pages, " + when);
    };
    const auto isCovered = [&](const std::string& sheet, const std::string& state, const std::string& when) {
        noteIs(sheet, 0, when);
        step.check(statesOf(sheet, kCare).contains(state), "the sheet says so, " + when + ": " + state);
    };
    tablet.turnTo(std::chrono::hours{0});
    (void)tablet.act(Device::syncWords());
    const auto inContact = tablet.sheet(person);
    noteIs(inContact, 1, "with contact");
    step.check(statesOf(inContact, kCare).empty(), "nothing is covered then");
    tablet.turnTo(std::chrono::hours{71});
    noteIs(tablet.sheet(person), 1, "an hour before the soft limit");
    tablet.turnTo(std::chrono::hours{73});
    isCovered(tablet.sheet(person), "needs-reason", "an hour past it");
    noteIs(tablet.sheetWithReason(person), 1, "with a reason");
    isCovered(tablet.sheet(person), "needs-reason", "started again");
    tablet.turnTo(std::chrono::hours{169});
    isCovered(tablet.sheetWithReason(person), "hidden", "past the hard limit, whatever the reason");
    tablet.turnTo(std::chrono::hours{1});
    isCovered(tablet.sheetWithReason(person), "hidden", "with the clock set back");
    tablet.turnTo(std::chrono::hours{170});
    (void)tablet.act(Device::syncWords());
    noteIs(tablet.sheet(person), 1, "heard from again");
    const auto log = world.hostOf(kCare).act({"audit", "person", "--agency", kCare, "--person", note.person, "--json"});
    step.check(log.output.find(kReason) != std::string::npos,
               "neighbourhood care reads who opened it without contact, and why");
    const bool ok = step.ok();
    report.take(std::move(step));
    return ok;
}

} // namespace frontsheet::demo
