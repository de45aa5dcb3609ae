#include "tests/app/support/plan_town.h"

#include "core/domain/schema/about_person.h"
#include "core/domain/schema/care_plan.h"
#include "core/domain/schema/carer.h"
#include "core/domain/schema/record_schema.h"
#include "core/domain/schema/safety.h"
#include "core/domain/schema/view.h"

#include <array>

namespace frontsheet::testing {

namespace {

using namespace std::string_literals;

constexpr int kDays = 24 * 60; // in minutes

class Planning {
public:
    Planning(Kitley& kitley, PersonId person) : m_kitley(kitley), m_person(person) {}

    // Written at `home` by its worker, `minutesAgo`, of the person as that agency numbers them.
    template <class Fill>
    RecordId write(RecordType type, const char* home, const char* worker, int minutesAgo, Fill fill) {
        Record r;
        const WallTime at{kKitleyNow.ms - minutesAgo * 60'000LL};
        r.id = m_kitley.ids.timeOrdered<RecordId>(at);
        r.type = type;
        r.home = AgencyId{home};
        r.person = personAt(home);
        r.category = schemaOf(type)->category;
        r.author = WorkerId{worker};
        r.authorAgency = AgencyId{home};
        r.occurredAt = at;
        r.recordedAt = at;
        r.version.n = 1;
        fill(r.fields);
        m_kitley.store.hold(r);
        return r.id;
    }

    RecordId lead(const char* home, const char* worker, const char* summary, const char* review) {
        return write(RecordType::CarePlan, home, worker, 30 * kDays, [&](FieldSet& f) {
            f.put(care_plan::kState, "open"s);
            f.put(care_plan::kCaseOwner, WorkerId{worker});
            f.put(care_plan::kOpenedOn, "2026-08-16"s);
            f.put(care_plan::kSummary, std::string{summary});
            f.put(care_plan::kReviewDue, std::string{review});
        });
    }
    RecordId need(const RecordId& plan, const char* text, const char* state, const char* why = "",
                  const char* meanwhile = "", const char* next = "") {
        return write(RecordType::Need, "council", "W001", 29 * kDays, [&](FieldSet& f) {
            f.put(need::kPlan, plan);
            f.put(need::kText, std::string{text});
            f.put(need::kState, std::string{state});
            f.put(need::kUnmetBecause, *why == '\0' ? ""s : "no-money"s);
            f.put(need::kUnmetWords, std::string{why});
            f.put(need::kMeanwhile, std::string{meanwhile});
            f.put(need::kNextLook, std::string{next});
        });
    }
    RecordId action(const RecordId& plan, const char* what, const char* agency, const char* worker, const char* state,
                    const char* due, const char* words = "") {
        return write(RecordType::Action, "council", "W001", 10 * kDays, [&](FieldSet& f) {
            f.put(action::kPlan, plan);
            f.put(action::kWhat, std::string{what});
            f.put(action::kOwnerAgency, AgencyId{agency});
            f.put(action::kOwner, WorkerId{worker});
            f.put(action::kState, std::string{state});
            f.put(action::kDue, std::string{due});
            f.put(action::kAskedBy, WorkerId{"W001"});
            f.put(action::kAskedByAgency, AgencyId{"council"});
            const bool done = std::string_view{state} == "done";
            f.put(done ? action::kReport : action::kAnswer, std::string{words});
            if (done) {
                f.put(action::kReportedAt, WallTime{kKitleyNow.ms - 2 * kDays * 60'000LL});
            }
        });
    }
    RecordId line(const RecordId& plan, const RecordId& need, const char* task, const char* provider, const char* when,
                  std::int64_t visits, std::int64_t minutes, std::int64_t delivered, std::int64_t pence,
                  std::int64_t person = 0) {
        return write(RecordType::PackageLine, "council", "W001", 20 * kDays, [&](FieldSet& f) {
            f.put(package_line::kPlan, plan);
            f.put(package_line::kNeed, need);
            f.put(package_line::kTask, std::string{task});
            f.put(package_line::kProvider, std::string{provider});
            f.put(package_line::kWhen, std::string{when});
            f.put(package_line::kState, "running"s);
            f.put(package_line::kVisitsAWeek, visits);
            f.put(package_line::kMinutesAVisit, minutes);
            f.put(package_line::kDeliveredMinutesAWeek, delivered);
            f.put(package_line::kDeliveredAsOf, delivered == 0 ? ""s : "2026-09-13"s);
            f.put(package_line::kWeeklyCostPence, pence);
            f.put(package_line::kCouncilPence, pence - person);
            f.put(package_line::kPersonPence, person);
        });
    }
    RecordId view(const char* home, const char* worker, const char* whose, const char* name, const char* relation,
                  const char* words, const char* on) {
        return write(RecordType::View, home, worker, 12 * kDays, [&](FieldSet& f) {
            f.put(view::kWhose, std::string{whose});
            f.put(view::kName, std::string{name});
            f.put(view::kRelation, std::string{relation});
            f.put(view::kSaid, std::string{words});
            f.put(view::kAbout, "where-to-live"s);
            f.put(view::kSaidOn, std::string{on});
            f.put(view::kHow, "face-to-face"s);
            f.put(view::kRecordedBy, WorkerId{worker});
            f.put(view::kState, "said"s);
        });
    }

private:
    // Each agency's own number of the same human; the number in hand where it has none.
    [[nodiscard]] PersonId personAt(const char* home) {
        const auto same = m_kitley.store.sameHuman(m_person);
        const auto about = m_kitley.store.aboutPersons(same.value());
        for (const auto& held : about.value()) {
            if (held.record.type == RecordType::Registration && held.record.home == AgencyId{home}) {
                return held.record.person;
            }
        }
        return m_person;
    }

    Kitley& m_kitley;
    PersonId m_person;
};

void aboutEdith(Planning& edith) {
    edith.write(RecordType::AboutMe, "council", "W001", 13 * kDays, [](FieldSet& f) {
        f.put(
            about_me::kImportant,
            "Call me Edie. I like my tea before the questions. Leave the back door open so I hear the birds. The garden is my church."s);
        f.put(about_me::kPeople, "My son Martin, and Jean next door who has the key."s);
        f.put(about_me::kPleaseDo, "Sit down when you talk to me. Do not call me sweetheart."s);
        f.put(about_me::kSaidOn, "2026-09-02"s);
    });
    edith.write(RecordType::RiskAlert, "harbour", "W110", 11 * kDays, [](FieldSet& f) {
        f.put(risk_alert::kKind, "animals"s);
        f.put(risk_alert::kText, "Bess, terrier."s);
        f.put(risk_alert::kDoThis, "shut the kitchen door first."s);
        f.put(risk_alert::kState, "current"s);
    });
    edith.write(RecordType::RiskAlert, "council", "W001", 9 * kDays, [](FieldSet& f) {
        f.put(risk_alert::kKind, "lone-worker"s);
        f.put(risk_alert::kText, "Her nephew has shouted at carers in the lane."s);
        f.put(risk_alert::kDoThis, "ring the office before and after, not after dark."s);
        f.put(risk_alert::kReviewOn, "2026-09-11"s);
        f.put(risk_alert::kState, "current"s);
    });
    edith.write(RecordType::Allergy, "priory", "W200", 15 * kDays, [](FieldSet& f) {
        f.put(allergy::kSubstance, "penicillin"s);
        f.put(allergy::kReaction, "rash, swollen lips"s);
        f.put(allergy::kSeverity, "severe"s);
        f.put(allergy::kSource, "GP record"s);
        f.put(allergy::kAsOf, "2026-08-31"s);
        f.put(allergy::kState, "current"s);
    });
    const std::pair<const char*, const char*> medicines[] = {
        {"amlodipine 5 mg tablets", "1 in the morning"}, {"paracetamol 500 mg tablets", "2, up to four times a day"}};
    for (const auto& [name, dose] : medicines) {
        edith.write(RecordType::Medicine, "priory", "W200", 15 * kDays, [&](FieldSet& f) {
            f.put(medicine::kName, std::string{name});
            f.put(medicine::kDose, std::string{dose});
            f.put(medicine::kAsNeeded, std::string_view{name}.starts_with('p') ? 1 : 0);
            f.put(medicine::kSource, "GP record"s);
            f.put(medicine::kAsOf, "2026-08-31"s);
        });
    }
    edith.write(RecordType::AdvancePlan, "priory", "W200", 60 * kDays, [](FieldSet& f) {
        f.put(advance_plan::kKind, "respect"s);
        f.put(advance_plan::kSummary, "Comfort first. To hospital for a broken bone, not for a chest infection."s);
        f.put(advance_plan::kMadeOn, "2026-07-14"s);
        f.put(advance_plan::kKeptWhere, "yellow folder by the fridge"s);
        f.put(advance_plan::kSeenBy, WorkerId{"W110"});
        f.put(advance_plan::kSeenOn, "2026-09-11"s);
        f.put(advance_plan::kState, "current"s);
    });
    edith.write(RecordType::AdvancePlan, "council", "W001", 60 * kDays, [](FieldSet& f) {
        f.put(advance_plan::kKind, "attorney-health"s);
        f.put(advance_plan::kHolderName, "Martin Hargreave"s);
        f.put(advance_plan::kHolderPhone, "01632 960 119"s);
        f.put(advance_plan::kRegistered, 1);
        f.put(advance_plan::kMadeOn, "2024-03-02"s);
        f.put(advance_plan::kState, "current"s);
    });
    edith.write(RecordType::CommunicationNeed, "harbour", "W110", 12 * kDays, [](FieldSet& f) {
        f.put(communication_need::kContactBy, "phone"s);
        f.put(communication_need::kInformationAs, "large-print"s);
        f.put(communication_need::kSupport, "Hears better on her right. Give her time to answer."s);
        f.put(communication_need::kAskedOn, "2026-09-03"s);
    });
    const auto relative = [&](const char* name, const char* relation, const char* phone, std::int64_t order,
                              std::int64_t key) {
        edith.write(RecordType::RelatedPerson, "council", "W001", 13 * kDays, [&](FieldSet& f) {
            f.put(related_person::kName, std::string{name});
            f.put(related_person::kRelation, std::string{relation});
            f.put(related_person::kPhone, std::string{phone});
            f.put(related_person::kEmergencyContact, 1);
            f.put(related_person::kOrder, order);
            f.put(related_person::kKeyHolder, key);
        });
    };
    relative("Martin Hargreave", "son", "01632 960 119", 2, 0);
    relative("Jean Tully", "next door", "01632 960 117", 1, 1);
    edith.write(RecordType::Carer, "council", "W001", 13 * kDays, [](FieldSet& f) {
        f.put(carer::kName, "Martin Hargreave"s);
        f.put(carer::kRelation, "her son"s);
        f.put(carer::kWilling, "within-limits"s);
        f.put(carer::kWillingWords, "Weekends, and her shopping. Not the nights, I drive a lorry."s);
        f.put(carer::kAskedOn, "2026-09-01"s);
        f.put(carer::kAskedBy, WorkerId{"W001"});
        f.put(carer::kHoursAWeek, 9);
        f.put(carer::kIfUnable, "Jean next door, then the duty desk."s);
        f.put(carer::kAssessment, "offered"s);
    });
}

} // namespace

PlannedInKitley planEdith(Kitley& kitley) {
    Planning edith{kitley, kitley.edith};
    PlannedInKitley out;
    aboutEdith(edith);
    out.plan = edith.lead("council", "W001",
                          "Edith stays in her own house, with help in the mornings and somebody to ring at night.",
                          "2026-10-01");
    auto plan = kitley.store.record(out.plan).value()->record;
    plan.fields.put(care_plan::kAgreedOn, "2026-09-03"s);
    plan.fields.put(care_plan::kAgreedWith, {"Edith", "her son Martin"});
    plan.fields.put(care_plan::kReviewedOn, "2026-09-01"s);
    kitley.store.hold(std::move(plan));
    out.ownWish =
        edith.view("council", "W001", "person", "", "",
                   "I want to stop in my own house. I'd sooner fall here than be safe somewhere I don't know a soul.",
                   "2026-09-02");
    edith.view("council", "W001", "family", "Martin Hargreave", "her son",
               "She isn't safe at night. Tern House before she breaks a hip.", "2026-09-01");
    edith.view("priory", "W200", "gp", "Dr Anil Perera", "GP", "Three falls, poor balance. I advise residential care.",
               "2026-08-31");
    out.unmet = edith.need(out.plan, "Someone in the house at night", "unmet",
                           "The panel did not fund a night sitter on 7 September.",
                           "pendant alarm, and Martin rings at nine.", "2026-09-29");
    const auto bath =
        edith.need(out.plan, "In and out of the bath safely", "part-met",
                   "A bath board is here; nobody has looked at the rail yet.", "strip wash with help.", "2026-09-20");
    const auto wash = edith.need(out.plan, "Wash and dress each morning", "met");
    const auto wound = edith.need(out.plan, "Leg wound dressed", "met");
    edith.write(RecordType::Goal, "council", "W001", 13 * kDays, [&](FieldSet& f) {
        f.put(goal::kPlan, out.plan);
        f.put(goal::kWords, "Walk to the bench by the church and back on my own."s);
        f.put(goal::kLooksLike, "Three times in one week, with the frame."s);
        f.put(goal::kBy, "2026-11-01"s);
        f.put(goal::kState, "set"s);
    });
    edith.action(out.plan, "Review blood pressure tablets", "priory", "W200", "accepted", "2026-09-11");
    out.toNurse =
        edith.action(out.plan, "Teach Edith to use the pendant alarm", "harbour", "W110", "offered", "2026-09-18");
    out.nurses = edith.action(out.plan, "Dress the leg wound", "harbour", "W110", "accepted", "2026-09-15");
    edith.action(out.plan, "Fit a second stair rail", "council", "W020", "accepted", "2026-09-24");
    out.toAssessor = edith.action(out.plan, "Somebody to walk the dog at midday", "neighbourhood", "W500", "declined",
                                  "2026-09-22", "Our walker has left. Ask again in October.");
    edith.action(out.plan, "Try night telecare for two weeks", "council", "W001", "accepted", "2026-09-29");
    edith.action(out.plan, "Bath board", "council", "W020", "done", "2026-09-10",
                 "Delivered and tried with her on Thursday.");
    out.package = edith.line(out.plan, wash, "Help to wash and dress", "Larkfield Home Care", "mornings, before nine",
                             7, 45, 275, 19'250, 4'200);
    edith.line(out.plan, bath, "Bath with help", "Larkfield Home Care", "Wednesdays and Saturdays", 2, 60, 120, 7'200);
    edith.line(out.plan, wound, "Dressing", "Harbour Health", "Tuesdays and Fridays", 2, 30, 0, 0);
    out.crisis = edith.write(RecordType::CrisisPart, "estuary", "W300", 40 * kDays, [&](FieldSet& f) {
        f.put(crisis_part::kPlan, out.plan);
        f.put(crisis_part::kEarlySigns, "Up most of the night, stops eating, rings Martin every hour."s);
        f.put(crisis_part::kWhatHelps, "Sit with her in the kitchen. Tea. Let her talk about Walter."s);
        f.put(crisis_part::kWhatDoesNot, "Telling her that Walter is dead. More than one stranger at once."s);
        f.put(crisis_part::kWhomToCall, "Crisis line 01632 960 906\nMartin, her son, 01632 960 119"s);
        f.put(crisis_part::kSafePlace, "Jean's kitchen next door."s);
        f.put(crisis_part::kWhoDepends, "Bess, the terrier. Jean takes her."s);
        f.put(crisis_part::kPersonAgrees, 1);
        f.put(crisis_part::kAgreedOn, "2026-08-06"s);
        f.put(crisis_part::kReviewDue, "2026-11-06"s);
    });
    return out;
}

void planIvyInFull(Kitley& kitley) {
    Planning ivy{kitley, kitley.ivy};
    const auto plan =
        ivy.lead("council", "W001", "Ivy comes home from the day hospital three evenings a week.", "2026-09-01");
    (void)ivy.lead("estuary", "W300", "Memory and mood, with her daughter.", "2026-12-01");
    const std::array<std::pair<const char*, const char*>, 6> owners{{{"council", "W020"},
                                                                     {"harbour", "W110"},
                                                                     {"priory", "W200"},
                                                                     {"estuary", "W300"},
                                                                     {"tidewell", "W400"},
                                                                     {"neighbourhood", "W500"}}};
    const std::array<const char*, 4> what{
        "Ring her daughter about Sundays",
        "Order the chair that rises, and a ramp for the two steps at the kitchen door",
        "Ask the landlord, with her consent and in writing, whether the upstairs bathroom may be moved to the ground "
        "floor before the winter",
        "Weigh her"};
    const std::array<const char*, 3> states{"accepted", "offered", "accepted"};
    for (int i = 0; i < 40; ++i) {
        const auto& [agency, worker] = owners[static_cast<std::size_t>(i) % owners.size()];
        const std::string due =
            "2026-" + std::string{i % 2 == 0 ? "09-" : "10-"} + (i % 28 < 9 ? "0" : "") + std::to_string(i % 28 + 1);
        (void)ivy.action(plan, what[static_cast<std::size_t>(i) % what.size()], agency, worker,
                         states[static_cast<std::size_t>(i) % states.size()], due.c_str());
    }
    const auto need =
        ivy.need(plan,
                 "Company on the days when her daughter, who lives in Marsh End and works nights at the hospital "
                 "laundry, cannot come",
                 "unmet", "Nobody takes people with a catheter.", "The wireless, and Moira rings.", "2026-09-02");
    for (int i = 0; i < 12; ++i) {
        (void)ivy.line(plan, need,
                       i % 2 == 0 ? "Supper and bed"
                                  : "Sitting with her while her daughter sleeps, with a hot drink at eight",
                       "Larkfield and District Home Care and Sitting Service (Marsh End branch)", "evenings", 3, 40,
                       90 + i, 12'345 * (i + 1));
    }
    ivy.view("council", "W001", "person", "", "", "I don't mind where, as long as they let me have the window open.",
             "2026-09-01");
    for (int i = 0; i < 5; ++i) {
        ivy.view(i % 2 == 0 ? "council" : "harbour", i % 2 == 0 ? "W001" : "W110", "family",
                 "Josephine Featherstonehaugh-Cholmondeley", "her youngest daughter, who holds the keys",
                 "She cannot be left at night, and I cannot be there every night.", "2026-09-04");
    }
}

} // namespace frontsheet::testing
