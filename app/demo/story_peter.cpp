// Peter and Pauline: she does not want him home, and told one person why. His plan and the notes about him go on between
// his workers; of what she said nothing goes anywhere.

#include "app/demo/story_peter.h"

#include "app/demo/story_notes.h"

#include <fstream>
#include <iterator>
#include <sstream>

namespace frontsheet::demo {

namespace {

std::string wordsFile(Sitting& sitting, const std::string& text) { return sitting.device().textFile(text).string(); }

// On the team, whoever put them there.
void onTheTeam(Step& step, Sitting& by, const std::string& person, const std::string& worker) {
    const auto did = by.act({"involve", "--person", person, "--worker", worker});
    step.check(did.done || did.error == "Duplicate", worker + " is on his care team: " + did.error);
}

} // namespace

bool meetPauline(Report& report, Cast& cast, Office& office) {
    Step step("Peter and Pauline: his reviewing officer asks the carers' centre to see her");
    auto& officer = office.at("reviewing-officer");
    auto& nurse = office.at("nurse");
    auto& support = office.at("carer-support");
    const auto& atCouncil = cast.peter.persons["council"];
    const auto& atTrust = cast.peter.persons["community_trust"];
    office.sync(step, {"reviewing-officer", "nurse", "gp", "carer-support"});
    for (const auto* worker : {"W012", "W020"}) {
        onTheTeam(step, officer, atCouncil, worker);
        onTheTeam(step, nurse, atTrust, worker);
    }
    const std::string reason =
        "Her husband wants to come home and she has not said a word in the review. Please see her on her own. "
        "marker-pauline-referral#";
    const auto asked = officer.act({"refer", "--person", atCouncil, "--to-agency", "carers_centre", "--to-service",
                                    "SVC10", "--to-worker", "W030", "--need", "Carer's own assessment", "--reason-file",
                                    wordsFile(officer, reason)});
    step.check(asked.done && !asked.record().empty(), "the referral is saved: " + asked.error);
    office.sync(step, {"reviewing-officer", "nurse"});
    office.sync(step, {"carer-support"});
    mustDo(step, support,
           {"answer", "accept", "--referral", asked.record(), "--text-file",
            wordsFile(support, "I'll ring her on Thursday, when he is at the day centre.")},
           "the carer support worker accepts");
    office.sync(step, {"carer-support"}, 2);
    const auto dump = support.dump();
    const auto atCentre = dump ? ownIdOf(*dump, "carers_centre", atCouncil) : std::string{};
    step.check(!atCentre.empty(), "the centre has its own registration, linked with the council's");
    cast.peter.persons["carers_centre"] = atCentre;
    // The hardest case: everybody of Peter's is on his care team at the centre too, so that nothing but the category keeps
    // them from what she says there.
    for (const auto* worker : {"W004", "W012", "W020"}) {
        onTheTeam(step, support, atCentre, worker);
    }
    office.sync(step, {"carer-support"});
    cast.written.push_back(
        {asked.record(),
         "marker-pauline-referral#",
         "referral",
         "council",
         atCouncil,
         "",
         reason,
         {"reviewing-officer", "assessor", "therapist", "governance", "nurse", "gp", "carer-support"},
         "carers_centre"});
    const bool ok = step.ok();
    report.take(std::move(step));
    return ok;
}

namespace {

// What is written about Peter in the story, each with one word that nothing else has.
struct AboutPeter {
    Item confided; // by Pauline to her support worker
    Item agreed;   // what the support worker tells the others
    Item reviewed; // by the reviewing officer
    Item told;     // by Pauline to the reviewing officer, in confidence
    Item visited;  // by the nurse
};

struct Wording {
    const char* words;
    const char* text;
};
constexpr Wording kConfided{
    "marker-pauline-confided#",
    "She will not have him home. He has hit her twice since the first stroke and she has told nobody, not the girls "
    "either. She is afraid he will be told. "};
constexpr Wording kAgreed{"marker-pauline-agreed#", "Seen on her own at the centre. I ring her every Thursday. "};
constexpr Wording kReviewed{"marker-peter-reviewed#",
                            "Review held. He says: \"Home, to my own bed.\" Ten steps with the frame. Next look in six "
                            "weeks. "};
constexpr Wording kTold{"marker-pauline-told#", "Caught me in the corridor: she cannot do the nights again. "};
constexpr Wording kVisited{"marker-peter-visited#", "Heels sound. Asked when he is going home. "};

Item write(Step& step, Sitting& by, const std::string& home, const std::string& person, const std::string& category,
           const Wording& wording) {
    Item item{wording.words, by.note(person, std::string{wording.text} + wording.words, category), home, person,
              category};
    step.check(!item.record.empty(), std::string{wording.words} + " is saved");
    return item;
}

Written written(const Item& item, const Wording& wording, const std::string& author, std::vector<std::string> holders) {
    return writtenAs(item, "contact-note", author, std::string{wording.text} + wording.words, std::move(holders));
}

} // namespace

bool confide(Report& report, Cast& cast, Office& office) {
    Step step("she says in confidence why; of it there is no trace on any other device, page or wire");
    auto& persons = cast.peter.persons;
    auto& support = office.at("carer-support");
    AboutPeter about;
    about.confided = write(step, support, "carers_centre", persons["carers_centre"], "carer-private", kConfided);
    about.agreed = write(step, support, "carers_centre", persons["carers_centre"], "contact-note", kAgreed);
    about.reviewed =
        write(step, office.at("reviewing-officer"), "council", persons["council"], "contact-note", kReviewed);
    about.told = write(step, office.at("reviewing-officer"), "council", persons["council"], "carer-private", kTold);
    about.visited =
        write(step, office.at("nurse"), "community_trust", persons["community_trust"], "contact-note", kVisited);
    office.sync(step, {"carer-support", "reviewing-officer", "nurse"});
    office.sync(step, office.everybody(), 2);

    // The work about Peter goes on.
    for (const auto* worker : {"carer-support", "reviewing-officer", "nurse", "gp"}) {
        hasItem(step, office, worker, about.agreed);
    }
    for (const auto* worker : {"reviewing-officer", "nurse", "gp", "governance"}) {
        hasItem(step, office, worker, about.reviewed);
    }
    for (const auto* worker : {"nurse", "gp"}) {
        hasItem(step, office, worker, about.visited);
    }
    step.check(Wire::of(office.at("gp").device()).with(about.agreed.words) > 0,
               "the search of the wire finds what did cross");
    const auto pages = office.pagesOf("gp");
    step.check(pages.has_value() && pages->with(about.agreed.words) > 0, "the search of the pages finds what is held");

    // What she said stays with whom she told, and at the centre.
    hasItem(step, office, "carer-support", about.confided);
    hasItem(step, office, "reviewing-officer", about.told);
    const bool assessorInvolved = cast.peter.hasOnTeam("council", "W001"); // an assessor on the team may be told
    for (const auto& worker : office.everybody()) {
        std::vector<Item> hidden;
        if (worker != "carer-support") {
            hidden.push_back(about.confided);
        }
        if (worker != "reviewing-officer" && !(worker == "assessor" && assessorInvolved)) {
            hidden.push_back(about.told);
        }
        hasNoTrace(step, office, worker, hidden);
    }
    for (const auto& agency : agencies()) {
        const std::string code{agency.code};
        const auto dump = office.world().hostOf(code).dump(code);
        step.equal(dump ? withWords(*dump, about.confided.words) : -1, code == "carers_centre" ? 1 : 0,
                   "what she said in the ledger of " + code);
    }
    const auto with = [](std::vector<std::string> holders, bool also, const char* who) {
        if (also) {
            holders.emplace_back(who);
        }
        return holders;
    };
    const bool assessorAtTrust = cast.peter.hasOnTeam("community_trust", "W001");
    cast.written.push_back(written(about.confided, kConfided, "W030", {"carer-support"}));
    cast.written.push_back(
        written(about.agreed, kAgreed, "W030", {"carer-support", "reviewing-officer", "nurse", "gp"}));
    cast.written.push_back(
        written(about.reviewed, kReviewed, "W004",
                with({"reviewing-officer", "nurse", "gp", "governance"}, assessorInvolved, "assessor")));
    cast.written.push_back(
        written(about.told, kTold, "W004", with({"reviewing-officer"}, assessorInvolved, "assessor")));
    cast.written.push_back(
        written(about.visited, kVisited, "W012", with({"nurse", "gp"}, assessorAtTrust, "assessor")));
    const bool ok = step.ok();
    report.take(std::move(step));
    return ok;
}

namespace {

// The letter that a matrix, as `agreement show` prints it, has for a category and a role; empty where there is no such place.
std::string cellOf(const std::string& matrix, const std::string& role, const std::string& category) {
    std::istringstream lines(matrix);
    std::string column;
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::string first;
        words >> first;
        if (column.empty() && line.find(role) != std::string::npos && !first.empty() &&
            first.find_first_not_of("0123456789") == std::string::npos) {
            column = first;
        }
        if (first == category && !column.empty()) {
            std::string cell;
            for (int at = 0; at < std::stoi(column); ++at) {
                words >> cell;
            }
            return cell;
        }
    }
    return {};
}

} // namespace

bool refuseToWiden(Report& report, Cast& /*cast*/, Office& office) {
    Step step("no agreement can release it: the linter refuses, and the shipped policy keeps it from oversight");
    const auto& folders = office.world().folders();
    const auto agreement = [&](std::vector<std::string> words, const std::filesystem::path& log = {}) {
        words.insert(words.begin(), "agreement");
        auto finished = run({folders.programs / "frontsheet-agency", std::move(words), {}, log});
        return finished ? std::move(finished).value() : Finished{};
    };
    // Those that this partnership has signed (agreeing.cpp).
    const auto inForce = folders.root / "locality-partnership.agreement";
    step.check(agreement({"lint", inForce.string()}).succeeded(), "the agreement in force can be signed");
    std::ifstream signedText(inForce);
    std::string text{std::istreambuf_iterator<char>(signedText), std::istreambuf_iterator<char>()};
    // "Carers' needs", somebody thought, and added the next line.
    const std::string wanted = R"(category: "finance")";
    const auto at = text.find(wanted);
    step.check(at != std::string::npos, "a clause to widen");
    text.replace(at, wanted.size(), R"(category: ["finance", "carer-private"])");
    const auto wide = folders.root / "widened.agreement";
    std::ofstream(wide, std::ios::trunc) << text;
    const auto log = folders.root / "logs" / "lint.log";
    const auto refused = agreement({"lint", wide.string()}, log);
    step.equal(refused.exitCode, 1, "one that would release it is refused");
    std::ifstream said(log);
    const std::string words{std::istreambuf_iterator<char>(said), std::istreambuf_iterator<char>()};
    step.check(words.find("private to a carer") != std::string::npos, "with the reason");
    step.check(words.find("widened.agreement:") != std::string::npos, "and the line");

    const auto matrix = agreement({"show", (folders.root / "own-agency.agreement").string()}).output;
    step.check(cellOf(matrix, "carer support worker", "carer-private").starts_with("A"),
               "the policy in force lets whom she told write it down");
    step.check(cellOf(matrix, "information governance lead", "contact-note").starts_with("R"),
               "the governance lead reads notes");
    step.check(cellOf(matrix, "information governance lead", "carer-private") == ".",
               "and nothing that is private to a carer");
    const bool ok = step.ok();
    report.take(std::move(step));
    return ok;
}

} // namespace frontsheet::demo
