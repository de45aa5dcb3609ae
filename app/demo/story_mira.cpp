#include "app/demo/story_mira.h"

#include "app/demo/story_notes.h"

#include <nlohmann/json.hpp>

namespace frontsheet::demo {

namespace {

constexpr const char* kHousing = "housing";
constexpr const char* kTrust = "mental_health_trust";

// What is written about Mira, each with one phrase that nothing else has.
constexpr const char* kObjected = "marker-mira-objected#";
constexpr const char* kConcern = "marker-mira-concern#";
constexpr const char* kDespite = "marker-mira-despite#";
constexpr const char* kAnswered = "marker-mira-answered#";
constexpr const char* kVisited = "marker-mira-visited#";
constexpr const char* kReviewed = "marker-mira-reviewed#";

constexpr const char* kConcernText =
    "She has taped over the letter box and the sockets, and talks to somebody behind the meter. No food in the flat. ";
constexpr const char* kVisitedText = "Seen at home. Voices every night since the tablets ran out. ";

std::string file(Sitting& by, const std::string& text) { return by.device().textFile(text).string(); }

const DumpedRecord* withField(const Dump& dump, const std::string& type, const std::string& field,
                              const std::string& value) {
    for (const auto& record : dump.records()) {
        if (record.type == type && record.field(field) == value) {
            return &record;
        }
    }
    return nullptr;
}

Item theConcern(const Cast& cast) {
    return {kConcern, cast.concern, kHousing, cast.mira.persons.at(kHousing), "safeguarding"};
}

// Who else is involved with her at housing learns by CT6 that it is in hand; not what it says, nor who says it.
void learnsThatItIsInHand(Step& step, Office& office, const Cast& cast, const std::string& worker,
                          const std::string& state) {
    const auto on = " on the device of the " + worker;
    const auto dump = office.at(worker).dump();
    const auto* record = dump ? dump->find(cast.concern) : nullptr;
    if (!step.check(record != nullptr, "the concern is known of" + on)) {
        return;
    }
    step.check(record->field("state") == state, "its state is " + state + on);
    step.check(record->field("to_agency") == kTrust, "with whom it is" + on);
    for (const char* field : {"need", "reason", "answer", "despite_objection", "from_worker"}) {
        step.check(record->field(field).empty(), std::string{field} + " is kept back" + on);
    }
    hasNoWord(step, office, worker, {kConcern, kDespite, kAnswered});
}

} // namespace

bool raiseTheConcern(Report& report, Cast& cast, Office& office) {
    Step step("Mira: she says no, and her housing officer raises a concern all the same");
    auto& officer = office.at("housing-officer");
    const auto& atHousing = cast.mira.persons[kHousing];
    office.sync(step, {"housing-officer", "key-worker"});
    const auto objected =
        officer.act({"object", "--person", atHousing, "--receiver", kTrust, "--how", "face-to-face", "--words-file",
                     file(officer, std::string{"\"Don't you dare tell the hospital.\" "} + kObjected)});
    step.check(objected.done, "her objection is recorded: " + objected.error);
    // The hardest case: a nurse is on her care team at housing too.
    const auto joined = officer.act({"involve", "--person", atHousing, "--worker", "W012"});
    step.check(joined.done || joined.error == "Duplicate", "a nurse visits her: " + joined.error);
    const std::string reason = std::string{kConcernText} + kConcern;
    const auto raised = officer.act(
        {"refer", "--person", atHousing, "--to-agency", kTrust, "--to-service", "SVC07", "--to-worker", "W027",
         "--need", "Somebody to see her this week", "--urgency", "soon", "--reason-file", file(officer, reason),
         "--despite-objection-file",
         file(officer, std::string{"She does not eat and will not open the door much longer. "} + kDespite)});
    step.check(raised.done && !raised.record().empty(), "the concern is saved: " + raised.error);
    cast.concern = raised.record();
    office.sync(step, {"housing-officer"});
    office.tellPartners(step);
    office.sync(step, office.everybody());
    office.sync(step, {"housing-officer", "key-worker"});

    const auto sent = officer.act({"referrals"});
    step.check(sent.shows({{"list", "sent-by-me"}, {"record", cast.concern}, {"state", "sent"}}),
               "housing sees that nobody has acknowledged it");
    const auto waiting = office.at("key-worker").act({"referrals"});
    step.check(waiting.shows({{"list", "waiting-for-me"}, {"record", cast.concern}}), "it waits for the key worker");
    if (const auto dump = office.at("key-worker").dump();
        step.check(dump.has_value(), "the key worker's store opens")) {
        const auto* record = dump->find(cast.concern);
        step.check(record != nullptr && record->field("reason").find(reason) != std::string::npos,
                   "the key worker reads it in full");
        step.check(record != nullptr && record->field("despite_objection").find(kDespite) != std::string::npos,
                   "and why it went despite her no");
        step.check(record != nullptr && !record->field("answer_by").empty(), "and until when an answer is due");
        cast.concernText = record != nullptr ? record->field("reason") : "";
        // Her no stands: nothing else that housing holds of her is opened.
        step.equal(dump->countWhere([&](const DumpedRecord& r) {
            return r.home == kHousing && r.person == atHousing && r.id != cast.concern;
        }),
                   0, "other records of housing's about her with the key worker");
    }
    learnsThatItIsInHand(step, office, cast, "nurse", "sent");
    // A colleague of the officer's learns that there is something to review, and why it went; not what it says.
    hasNoWord(step, office, "housing-colleague", {kConcern});
    for (const auto& worker : office.everybody()) {
        if (worker != "housing-officer" && worker != "housing-colleague" && worker != "key-worker" &&
            worker != "nurse") {
            hasNoTrace(step, office, worker, {theConcern(cast)});
        }
    }
    const bool ok = step.ok();
    report.take(std::move(step));
    return ok;
}

bool acknowledgeTheConcern(Report& report, Cast& cast, Office& office) {
    Step step("the mental health team acknowledges; housing learns that, whom to ring, and nothing more");
    auto& worker = office.at("key-worker");
    auto& officer = office.at("housing-officer");
    mustDo(step, worker, {"answer", "seen", "--referral", cast.concern}, "it is seen");
    mustDo(step, worker,
           {"answer", "accept", "--referral", cast.concern, "--text-file",
            file(worker, std::string{"We have this. Ring me, not the ward. "} + kAnswered)},
           "and taken on");
    const auto& atTrust = cast.mira.persons[kTrust];
    const Item visited{kVisited, worker.note(atTrust, std::string{kVisitedText} + kVisited, "mental-health"), kTrust,
                       atTrust, "mental-health"};
    step.check(!visited.record.empty(), "the key worker writes down what she found");
    office.sync(step, {"key-worker"}, 2);
    office.sync(step, office.everybody(), 2);

    const auto sent = officer.act({"referrals"});
    step.check(sent.shows({{"record", cast.concern}, {"state", "accepted"}, {"accepted_by", "W027"}}),
               "housing sees that it is in hand, and with whom");
    if (const auto dump = officer.dump(); step.check(dump.has_value(), "the housing officer's store opens")) {
        const auto* whom = withField(*dump, "worker", "code", "W027");
        step.check(whom != nullptr && !whom->field("phone").empty(), "and the number to ring");
        step.equal(dump->countWhere([&](const DumpedRecord& r) { return r.home == kTrust && r.person == atTrust; }), 0,
                   "records of the mental health trust's about her at housing");
        const auto* record = dump->find(cast.concern);
        step.check(record != nullptr && record->field("seen_by") == "W027", "and who has read it");
    }
    hasItem(step, office, "key-worker", visited);
    for (const auto& who : office.everybody()) {
        if (who != "key-worker" && !(who == "gp" && cast.mira.hasOnTeam(kTrust, "W020"))) {
            hasNoTrace(step, office, who, {visited});
        }
    }
    learnsThatItIsInHand(step, office, cast, "nurse", "accepted");
    // The copy that the trust keeps is for those of its own who are involved.
    const auto copies = [&](const std::string& who) {
        const auto dump = office.at(who).dump();
        return dump ? dump->countWhere([&](const DumpedRecord& r) {
            return r.type == "received-copy" && r.field("referral") == cast.concern;
        })
                    : -1;
    };
    step.equal(copies("key-worker"), 1, "received copies with the key worker");
    step.equal(copies("key-worker-colleague"), 0, "received copies with a colleague who is not involved");
    for (const auto& agency : agencies()) {
        const std::string code{agency.code};
        const auto dump = office.world().hostOf(code).dump(code);
        const int wanted = code == kHousing || code == kTrust ? 1 : 0;
        step.equal(dump ? withWords(*dump, kConcern) : -1, wanted, "what she is like in the ledger of " + code);
    }
    Written concern{cast.concern,
                    kConcern,
                    "referral",
                    kHousing,
                    cast.mira.persons[kHousing],
                    "",
                    cast.concernText,
                    {"housing-officer", "key-worker"},
                    kTrust};
    concern.copyHolders = {"key-worker"};
    cast.written.push_back(std::move(concern));
    cast.written.push_back(
        writtenAs(visited, "contact-note", "W027", std::string{kVisitedText} + kVisited, {"key-worker"}));
    const bool ok = step.ok();
    report.take(std::move(step));
    return ok;
}

bool lookAtItAfterwards(Report& report, Cast& cast, Office& office) {
    Step step(
        "somebody else looks at it afterwards; her no reached the trust, and so does that she thinks better of it");
    auto& officer = office.at("housing-officer");
    auto& colleague = office.at("housing-colleague");
    auto& worker = office.at("key-worker");
    const auto review = colleague.act({"concerns-to-review"});
    step.check(review.shows({{"referral", cast.concern}, {"sent_by", "W028"}}), "it is on the list to review");
    const auto id = review.value("review");
    const auto text = file(colleague, std::string{"Rightly sent: she was at risk. "} + kReviewed);
    const auto own = officer.act({"review-concern", "--review", id, "--text-file", text});
    step.check(!own.done && own.error == "NotPermitted", "who sent it does not review it: " + own.error);
    mustDo(step, colleague, {"review-concern", "--review", id, "--text-file", text}, "a colleague does");
    office.sync(step, {"housing-colleague", "housing-officer"});
    step.check(!colleague.act({"concerns-to-review"}).shows({{"review", id}}), "and it is off the list");

    // Her no came to the trust as a notice, to be acknowledged; what she said when she said it did not.
    const auto told = worker.act({"notices"});
    step.check(told.shows({{"from", kHousing}, {"kind", "objection"}}), "her no waits to be acknowledged at the trust");
    const auto acknowledge = [&](const Did& notices, const std::string& what) {
        mustDo(step, worker, {"acknowledge", "--notice", notices.value("notice"), "--text-file", file(worker, what)},
               "the trust acknowledges: " + what);
        office.sync(step, {"key-worker"});
        office.tellPartners(step);
        office.sync(step, {"housing-officer", "key-worker"});
    };
    const auto became = [&] { return officer.act({"said", "--person", cast.mira.persons[kHousing]}); };
    acknowledge(told, "nothing of housing's is used here");
    auto said = became();
    step.check(!said.lines.empty() && said.lines.front().find("\"acknowledged\":true") != std::string::npos,
               "housing sees that the trust has done as she asked");
    const auto statement = said.value("statement");
    mustDo(step, officer, {"take-back", "--statement", statement}, "she has thought better of it");
    office.sync(step, {"housing-officer"});
    office.tellPartners(step);
    office.sync(step, {"key-worker"});
    const auto again = worker.act({"notices"});
    step.check(again.shows({{"from", kHousing}, {"withdrawn", "true"}}), "the trust hears that, too");
    acknowledge(again, "noted");
    step.check(became().shows({{"statement", statement}, {"withdrawn", "true"}}), "and it is on her page");
    office.sync(step, {"key-worker"}, 2);
    if (const auto dump = worker.dump(); step.check(dump.has_value(), "the key worker's store opens")) {
        step.check(dump->countWhere([&](const DumpedRecord& r) {
            return r.home == kHousing && r.type == "registration" && r.person == cast.mira.persons[kHousing];
        }) == 1,
                   "now the key worker sees who she is at housing");
        step.equal(withWords(*dump, kObjected), 0, "her own words stay where she said them");
    }
    for (const auto& who : office.everybody()) {
        const auto pages = office.pagesOf(who);
        const bool housing = who == "housing-officer" || who == "housing-colleague";
        step.check(pages.has_value() && (housing || pages->with(kObjected) == 0), "nobody else has them: the " + who);
    }
    const bool ok = step.ok();
    report.take(std::move(step));
    return ok;
}

} // namespace frontsheet::demo
