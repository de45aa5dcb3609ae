#include "tests/app/support/round_town.h"

#include "core/domain/schema/about_person.h"
#include "core/domain/schema/appointment.h"
#include "core/domain/schema/care_plan.h"
#include "core/domain/schema/measure.h"
#include "core/domain/schema/message.h"
#include "core/domain/schema/registration.h"
#include "core/domain/schema/safety.h"

namespace frontsheet::testing {

namespace {

using namespace std::string_literals;
using std::chrono::minutes;

class Furnishing {
public:
    explicit Furnishing(Kitley& kitley) : m_kitley(kitley) {}

    PersonId named(const std::string& family) {
        const auto rows = m_kitley.store.search(family, 5);
        for (const auto& row : rows.value()) {
            if (row.familyName == family && row.matchedNote.isNull()) {
                return row.person;
            }
        }
        return {};
    }

    template <class Fill>
    RecordId hold(RecordType type, const char* home, const PersonId& person, int minutesAgo, Fill fill) {
        Record r;
        r.occurredAt = m_kitley.clock.now() + -minutes{minutesAgo};
        r.id = m_kitley.ids.timeOrdered<RecordId>(r.occurredAt);
        r.type = type;
        r.home = AgencyId{home};
        r.person = person;
        r.author = WorkerId{"W110"};
        r.authorAgency = AgencyId{home};
        r.recordedAt = r.occurredAt;
        r.version.n = 1;
        fill(r);
        const auto id = r.id;
        m_kitley.store.hold(std::move(r));
        return id;
    }

    RecordId visit(const PersonId& person, int minutesFromNow, const char* why, const char* state = "planned") {
        return hold(RecordType::Appointment, "harbour", person, 600, [&](Record& r) {
            auto& f = r.fields;
            r.category = Category::Involvement;
            const WallTime at = m_kitley.clock.now() + minutes{minutesFromNow};
            f.put(appointment::kWorker, WorkerId{"W110"});
            f.put(appointment::kStartsAt, at);
            f.put(appointment::kMinutes, 30);
            f.put(appointment::kAt, "home"s);
            f.put(appointment::kWhy, std::string{why});
            f.put(appointment::kState, std::string{state});
            if (std::string{state} == "done") {
                f.put(appointment::kEndedAt, at + minutes{20});
            }
        });
    }
    void risk(const PersonId& person, const char* kind, const char* text, const char* doThis) {
        hold(RecordType::RiskAlert, "harbour", person, 9000, [&](Record& r) {
            r.category = Category::Alerts;
            r.fields.put(risk_alert::kKind, std::string{kind});
            r.fields.put(risk_alert::kText, std::string{text});
            r.fields.put(risk_alert::kDoThis, std::string{doThis});
            r.fields.put(risk_alert::kState, "current"s);
        });
    }
    void relative(const PersonId& person, const char* name, const char* relation, const char* phone, int order, int key,
                  int livesWith = 0) {
        hold(RecordType::RelatedPerson, "harbour", person, 9000, [&](Record& r) {
            r.category = Category::ContactDetails;
            r.fields.put(related_person::kName, std::string{name});
            r.fields.put(related_person::kRelation, std::string{relation});
            r.fields.put(related_person::kPhone, std::string{phone});
            r.fields.put(related_person::kOrder, order);
            r.fields.put(related_person::kEmergencyContact, 1);
            r.fields.put(related_person::kKeyHolder, key);
            r.fields.put(related_person::kLivesWith, livesWith);
        });
    }
    RecordId phq9(const PersonId& person, const char* on, const char* answers, int score, const char* again = "") {
        return hold(RecordType::Measure, "harbour", person, 60, [&](Record& r) {
            r.category = Category::MentalHealth;
            r.fields.put(measure::kInstrument, "phq-9"s);
            r.fields.put(measure::kAnswers, std::string{answers});
            r.fields.put(measure::kScore, score);
            r.fields.put(measure::kTakenOn, std::string{on});
            r.fields.put(measure::kTakenBy, WorkerId{"W110"});
            r.fields.put(measure::kState, "taken"s);
            r.fields.put(measure::kAgainOn, std::string{again});
        });
    }
    void message(const PersonId& person, const char* agency, const char* worker, const char* text, int minutesAgo) {
        hold(RecordType::Message, agency, person, minutesAgo, [&](Record& r) {
            r.category = Category::Involvement;
            r.author = WorkerId{worker};
            r.fields.put(message::kText, std::string{text});
            r.fields.put(message::kToAgency, AgencyId{"harbour"});
            r.fields.put(message::kToWorker, WorkerId{"W110"});
        });
    }

private:
    Kitley& m_kitley;
};

} // namespace

RoundTown::RoundTown(Kitley& kitley) {
    Furnishing town{kitley};
    const auto florence = town.named("Atwood");
    const auto george = town.named("Pellow");
    const auto harold = town.named("Osborne");
    const auto patrick = town.named("Dunne");
    const auto odd = town.named("O'Shaughnessy-D’Arcy");
    visits = {town.visit(florence, -87, "Eye drops", "done"),
              town.visit(george, -47, "Blood pressure", "done"),
              town.visit(kitley.edith, 18, "Leg wound dressing, blood pressure"),
              town.visit(harold, 63, "Diabetes check"),
              town.visit(kitley.ivy, 108, "Catheter care"),
              town.visit(patrick, 243, "Wound dressing"),
              town.visit(kitley.beryl, 288, "Insulin"),
              town.visit(odd, 330, "First visit after discharge: medicines, pressure areas, what he can do himself")};
    edith = visits[2];
    ivy = visits[4];
    town.risk(kitley.edith, "animals", "Bess, terrier", "Shut the kitchen door first");
    town.risk(patrick, "lone-worker", "His brother has shouted at staff and blocked the door",
              "Visit in twos. Meet Kofi Asante outside");
    town.risk(kitley.ivy, "fire", "Oxygen in use", "No flames");
    town.relative(kitley.edith, "Martin Hargreave", "son", "01632 960 131", 1, 0);
    town.relative(kitley.edith, "Joan Fry", "neighbour at 16", "01632 960 132", 2, 1);
    town.relative(harold, "Hilda Osborne", "wife", "01632 960 122", 1, 1, 1);
    town.hold(RecordType::Allergy, "priory", kitley.edith, 9000, [](Record& r) {
        r.category = Category::HealthSummary;
        r.fields.put(allergy::kSubstance, "penicillin"s);
        r.fields.put(allergy::kReaction, "rash and swollen face"s);
        r.fields.put(allergy::kSeverity, "severe"s);
        r.fields.put(allergy::kSource, "GP record"s);
        r.fields.put(allergy::kAsOf, "2026-06-02"s);
        r.fields.put(allergy::kState, "current"s);
    });
    town.hold(RecordType::AdvancePlan, "priory", kitley.edith, 9000, [](Record& r) {
        r.category = Category::HealthSummary;
        r.fields.put(advance_plan::kKind, "dnacpr"s);
        r.fields.put(advance_plan::kKeptWhere, "yellow folder by the fridge"s);
        r.fields.put(advance_plan::kState, "current"s);
    });
    town.hold(RecordType::CommunicationNeed, "harbour", harold, 9000, [](Record& r) {
        r.category = Category::Wishes;
        r.fields.put(communication_need::kSupport, "Deaf in the left ear: sit at his right, and give him time"s);
    });
    town.hold(RecordType::Action, "harbour", kitley.edith, 3000, [](Record& r) {
        r.category = Category::CarePlan;
        r.fields.put(action::kWhat, "Ask about the pendant at night"s);
        r.fields.put(action::kOwner, WorkerId{"W110"});
        r.fields.put(action::kOwnerAgency, AgencyId{"harbour"});
        r.fields.put(action::kAskedBy, WorkerId{"W110"});
        r.fields.put(action::kAskedByAgency, AgencyId{"harbour"});
        r.fields.put(action::kState, "accepted"s);
        r.fields.put(action::kDue, "2026-09-15"s);
    });
    town.phq9(kitley.edith, "2026-06-16", "2,2,1,2,1,1,1,0,0", 10);
    town.phq9(kitley.edith, "2026-07-21", "1,1,1,1,1,1,1,0,0", 7);
    town.phq9(kitley.edith, "2026-08-18", "2,1,2,2,1,2,1,1,0", 12, "2026-09-15");
    unsafe = town.phq9(kitley.beryl, "2026-09-14", "2,2,1,1,1,1,1,0,1", 10);
    town.message(kitley.edith, "council", "W020", "I can bring the bath board on Thursday at two. Will you be there?",
                 70);
    town.message(kitley.ivy, "council", "W001",
                 "Her grandson rang me again. Did you see the bank letters on the table?", 1500);
}

} // namespace frontsheet::testing
