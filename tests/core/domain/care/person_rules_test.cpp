// Views, carers, allergies, a death, visits nobody answers, messages.
#include "core/domain/schema/appointment.h"
#include "core/domain/schema/carer.h"
#include "core/domain/schema/message.h"
#include "core/domain/schema/safety.h"
#include "core/domain/schema/view.h"
#include "tests/core/domain/care/care_fixture.h"

#include <functional>

namespace frontsheet {
namespace {

using namespace std::string_literals;

class PersonRules : public CareFixture {
protected:
    [[nodiscard]] std::function<void(FieldSet&)> says(const char* whose, const char* name, const char* words) const {
        return [this, whose, name, words](FieldSet& f) {
            f.put(view::kWhose, std::string{whose});
            f.put(view::kName, std::string{name});
            f.put(view::kSaid, std::string{words});
            f.put(view::kSaidOn, "2026-11-20"s);
            f.put(view::kAbout, "where-to-live"s);
            f.put(view::kRecordedBy, assessor.worker);
            f.put(view::kState, "said"s);
        };
    }
    [[nodiscard]] Record visit() {
        return writes(nurse, RecordType::Appointment, [&](FieldSet& f) {
            f.put(appointment::kWorker, nurse.worker);
            f.put(appointment::kStartsAt, now);
            f.put(appointment::kMinutes, 30);
            f.put(appointment::kState, "planned"s);
        });
    }
};

TEST_F(PersonRules, AnAssessmentSaysForWhomByRecordOrByName) {
    const auto cares = [&](const PersonId& who, const char* name) {
        return [=](FieldSet& f) {
            f.put(carer_assessment::kCaresFor, who);
            f.put(carer_assessment::kCaresForName, std::string{name});
            f.put(carer_assessment::kNeeds, "A night's sleep"s);
            f.put(carer_assessment::kState, "draft"s);
        };
    };
    EXPECT_EQ(refusedTo(assessor, RecordType::CarerAssessment, cares({}, "  ")), ErrorCode::Missing);
    EXPECT_FALSE(writes(assessor, RecordType::CarerAssessment, cares(arthur, "")).fields.empty());
    const auto named = writes(assessor, RecordType::CarerAssessment, cares({}, "Pauline Hill"));
    const auto known = changed(assessor, named, [&](FieldSet& f) { f.put(carer_assessment::kCaresFor, arthur); });
    EXPECT_EQ(known.fields.get(carer_assessment::kCaresFor), arthur) << "a record turned up later";
    EXPECT_EQ(refusedChange(assessor, known, [&](FieldSet& f) { f.put(carer_assessment::kCaresFor, edith); }),
              ErrorCode::Immutable)
        << "another's carer is another assessment";
}

TEST_F(PersonRules, AViewIsSomebodysAndStaysAsItWasSaid) {
    EXPECT_EQ(refusedTo(assessor, RecordType::View, says("family", "", "She belongs in a home")), ErrorCode::Missing)
        << "whose?";
    EXPECT_EQ(refusedTo(assessor, RecordType::View, says("person", "", "  ")), ErrorCode::Missing);
    const auto hers = writes(assessor, RecordType::View, says("person", "", "I want my own bed"));
    EXPECT_EQ(refusedChange(assessor, hers, [](FieldSet& f) { f.put(view::kSaid, "A home would be best"s); }),
              ErrorCode::Immutable);
    EXPECT_EQ(refusedChange(nurse, hers, [](FieldSet& f) { f.put(view::kState, "entered-in-error"s); }),
              ErrorCode::NotPermitted)
        << "another agency's record of what was said";
    EXPECT_EQ(refusedChange(assessor, hers, [](FieldSet& f) { f.put(view::kState, "entered-in-error"s); }),
              ErrorCode::Missing)
        << "why";
}

TEST_F(PersonRules, WhyThePersonWasNotAskedIsSaid) {
    const auto notAsked = [&](const char* because) {
        return [this, because](FieldSet& f) {
            says("person", "", "")(f);
            f.put(view::kHow, "not-asked"s);
            f.put(view::kNotAskedBecause, std::string{because});
        };
    };
    EXPECT_EQ(refusedTo(assessor, RecordType::View, notAsked("")), ErrorCode::Missing);
    EXPECT_FALSE(writes(assessor, RecordType::View, notAsked("Unconscious since the stroke")).fields.empty());
}

TEST_F(PersonRules, ACarerIsNeverAssumedWilling) {
    const auto cares = [&](const char* willing, const char* askedOn, const PersonId& who) {
        return [=, this](FieldSet& f) {
            f.put(carer::kCarer, who);
            f.put(carer::kWilling, std::string{willing});
            f.put(carer::kAskedOn, std::string{askedOn});
            f.put(carer::kAskedBy, *askedOn == 0 ? WorkerId{} : assessor.worker);
        };
    };
    EXPECT_FALSE(writes(assessor, RecordType::Carer, cares("not-asked", "", arthur)).fields.empty());
    EXPECT_EQ(refusedTo(assessor, RecordType::Carer, cares("willing", "", arthur)), ErrorCode::Missing);
    EXPECT_FALSE(writes(assessor, RecordType::Carer, cares("within-limits", "2026-11-19", arthur)).fields.empty());
    EXPECT_EQ(refusedTo(assessor, RecordType::Carer, cares("not-asked", "", edith)), ErrorCode::Malformed)
        << "of themselves";
}

TEST_F(PersonRules, NoneKnownAndOneNamedAreNotBothSaid) {
    const auto allergy = [](const char* substance, std::int64_t none) {
        return [=](FieldSet& f) {
            f.put(allergy::kSubstance, std::string{substance});
            f.put(allergy::kNoneKnown, none);
            f.put(allergy::kSource, "GP record"s);
            f.put(allergy::kAsOf, "2026-11-01"s);
            f.put(allergy::kState, "current"s);
        };
    };
    EXPECT_EQ(refusedTo(nurse, RecordType::Allergy, allergy("penicillin", 1)), ErrorCode::Malformed);
    EXPECT_EQ(refusedTo(nurse, RecordType::Allergy, allergy("", 0)), ErrorCode::Missing);
    const auto penicillin = writes(nurse, RecordType::Allergy, allergy("penicillin", 0));
    EXPECT_FALSE(writes(nurse, RecordType::Allergy, allergy("", 1)).fields.empty());
    EXPECT_EQ(refusedChange(nurse, penicillin, [](FieldSet& f) { f.put(allergy::kState, "refuted"s); }),
              ErrorCode::Missing);
    auto nowhere = [&](FieldSet& f) {
        allergy("penicillin", 0)(f);
        f.erase(allergy::kSource.tag);
    };
    EXPECT_EQ(refusedTo(nurse, RecordType::Allergy, nowhere), ErrorCode::Missing) << "an allergy from nowhere";
}

TEST_F(PersonRules, NobodyDiesTheDayAfterTomorrow) {
    const auto died = [](const char* on) {
        return [=](FieldSet& f) {
            f.put(death::kDiedOn, std::string{on});
            f.put(death::kState, "recorded"s);
        };
    };
    EXPECT_EQ(refusedTo(nurse, RecordType::Death, died("2026-12-20")), ErrorCode::ImpossibleDate);
    EXPECT_EQ(refusedTo(nurse, RecordType::Death, died("2026-02-30")), ErrorCode::ImpossibleDate);
    const auto record = writes(nurse, RecordType::Death, died("2026-11"));
    const auto mistaken = [&](const Principal& who) {
        return [&](FieldSet& f) {
            f.put(death::kState, "entered-in-error"s);
            f.put(death::kErrorReason, "The neighbour of that name"s);
            f.put(death::kErrorBy, who.worker);
        };
    };
    EXPECT_EQ(refusedChange(nurse, record, mistaken(colleague)), ErrorCode::NotPermitted);
    EXPECT_EQ(changed(nurse, record, mistaken(nurse)).fields.text(death::kState), "entered-in-error");
}

TEST_F(PersonRules, AVisitNobodyAnsweredIsPassedOnAndEndsOnlyWithHowOneKnows) {
    const auto planned = visit();
    EXPECT_EQ(refusedChange(nurse, planned, [](FieldSet& f) { f.put(appointment::kState, "no-reply"s); }),
              ErrorCode::Missing)
        << "to whom it was passed on";
    const auto waiting = changed(nurse, planned, [&](FieldSet& f) {
        f.put(appointment::kState, "no-reply"s);
        f.put(appointment::kTold, colleague.worker);
        f.put(appointment::kToldAt, now);
    });
    EXPECT_EQ(refusedChange(colleague, waiting, [](FieldSet& f) { f.put(appointment::kState, "done"s); }),
              ErrorCode::Missing);
    EXPECT_EQ(changed(colleague, waiting,
                      [](FieldSet& f) {
                          f.put(appointment::kState, "done"s);
                          f.put(appointment::kSafeBecause, "At her sister's; spoke to her"s);
                      })
                  .fields.text(appointment::kState),
              "done");
}

TEST_F(PersonRules, AMessageIsReadOnceByWhomItIsFor) {
    const auto sent = writes(assessor, RecordType::Message, [&](FieldSet& f) {
        f.put(message::kText, "Could you look at her heel on Tuesday?"s);
        f.put(message::kToAgency, nurse.agency);
        f.put(message::kToWorker, nurse.worker);
    });
    const auto reads = [&](const Principal& who) {
        return [&](FieldSet& f) {
            f.put(message::kReadBy, who.worker);
            f.put(message::kReadAt, now);
        };
    };
    EXPECT_EQ(refusal(colleague, sent, edited(sent, reads(colleague))), ErrorCode::NotPermitted);
    const auto read = taken(nurse, sent, edited(sent, reads(nurse)));
    EXPECT_EQ(refusedChange(assessor, read, [](FieldSet& f) { f.put(message::kText, "Or on Friday?"s); }),
              ErrorCode::Immutable);
}

} // namespace
} // namespace frontsheet
