// What stands until somebody says that it does so no longer.
#include "core/domain/care/ending.h"
#include "core/domain/care/no_longer.h"
#include "core/domain/care/state_machine.h"
#include "core/domain/schema/about_person.h"
#include "core/domain/schema/care_plan.h"
#include "core/domain/schema/safety.h"
#include "core/domain/schema/view.h"
#include "tests/core/domain/care/care_fixture.h"

namespace frontsheet {
namespace {

using care::Ending;
using namespace std::string_literals;

class Endings : public CareFixture {
protected:
    [[nodiscard]] Record allergy() {
        return writes(nurse, RecordType::Allergy, [](FieldSet& f) {
            f.put(allergy::kSubstance, "penicillin"s);
            f.put(allergy::kSource, "her daughter"s);
            f.put(allergy::kAsOf, "2026-11-01"s);
            f.put(allergy::kState, "current"s);
        });
    }
    [[nodiscard]] Record notResuscitated() {
        return writes(nurse, RecordType::AdvancePlan, [](FieldSet& f) {
            f.put(advance_plan::kKind, "dnacpr"s);
            f.put(advance_plan::kState, "current"s);
        });
    }
    // As it goes to its home, and is judged there.
    [[nodiscard]] Record ends(const Principal& who, const Record& record, Ending how, const char* because) {
        const auto after = care::ended(record, how, because, who, "2026-11-20");
        EXPECT_TRUE(after) << describe(after.error());
        return after ? taken(who, record, edited(record, [&](FieldSet& f) { f = after->fields; }), kOnTheTeam) : record;
    }
    [[nodiscard]] std::optional<ErrorCode> refusedEnd(const Principal& who, const Record& record, Ending how,
                                                      const char* because) {
        const auto after = care::ended(record, how, because, who, "2026-11-20");
        return after ? std::nullopt : std::optional{after.error().code};
    }
};

TEST_F(Endings, APaperThatWasRevokedIsNoLongerInForce) {
    const auto paper = notResuscitated();
    EXPECT_EQ(care::endingsOf(paper, nurse), std::vector{Ending::NoLonger});
    EXPECT_EQ(refusedEnd(nurse, paper, Ending::NoLonger, " "), ErrorCode::Missing) << "nobody ends it without a word";
    const auto revoked = ends(nurse, paper, Ending::NoLonger, "She tore it up in front of Dr Obi.");
    EXPECT_EQ(revoked.fields.text(advance_plan::kState), "ended");
    EXPECT_EQ(revoked.fields.text(advance_plan::kEndedOn), "2026-11-20");
    EXPECT_TRUE(care::endingsOf(revoked, nurse).empty());
    EXPECT_EQ(refusedEnd(nurse, revoked, Ending::NoLonger, "again"), ErrorCode::WrongState);
}

TEST_F(Endings, AnAllergyIsRefutedOrWasNeverHers) {
    EXPECT_EQ(care::endingsOf(allergy(), nurse), (std::vector{Ending::Refuted, Ending::EnteredInError}));
    EXPECT_EQ(ends(nurse, allergy(), Ending::Refuted, "Tested at the clinic.").fields.text(allergy::kState), "refuted");
    EXPECT_EQ(ends(nurse, allergy(), Ending::EnteredInError, "Her sister's.").fields.text(allergy::kState),
              "entered-in-error");
    EXPECT_EQ(refusedEnd(nurse, allergy(), Ending::NoLonger, "?"), ErrorCode::WrongState);
}

TEST_F(Endings, ItsHomeEndsItAndNobodyElse) {
    EXPECT_TRUE(care::endingsOf(allergy(), assessor).empty());
    EXPECT_EQ(refusedEnd(assessor, allergy(), Ending::Refuted, "Tested."), ErrorCode::WrongState);
}

TEST_F(Endings, WhatSomebodySaidCanHaveBeenWrittenDownOfAnother) {
    const auto view = writes(nurse, RecordType::View, [&](FieldSet& f) {
        f.put(view::kWhose, "person"s);
        f.put(view::kSaid, "Home."s);
        f.put(view::kSaidOn, "2026-11-20"s);
        f.put(view::kRecordedBy, nurse.worker);
        f.put(view::kState, "said"s);
    });
    const auto after = ends(nurse, view, Ending::EnteredInError, "That was the man in the next bed.");
    EXPECT_EQ(after.fields.text(view::kState), "entered-in-error");
    EXPECT_EQ(after.fields.text(view::kSaid), "Home.") << "its words stay to be read";
}

TEST_F(Endings, SomebodyWhoIsNotRungAnyMoreLeavesWithoutAWord) {
    const auto son =
        writes(nurse, RecordType::RelatedPerson, [](FieldSet& f) { f.put(related_person::kName, "Colin"s); });
    EXPECT_FALSE(care::needsWords(RecordType::RelatedPerson, Ending::NoLonger));
    const auto gone = ends(nurse, son, Ending::NoLonger, "");
    EXPECT_EQ(gone.fields.text(related_person::kEndedOn), "2026-11-20");
    EXPECT_TRUE(care::endingsOf(gone, nurse).empty());
}

TEST_F(Endings, ADeathIsTakenBackByNameAndWithWhy) {
    const auto death = writes(nurse, RecordType::Death, [](FieldSet& f) {
        f.put(death::kDiedOn, "2026-11-19"s);
        f.put(death::kState, "recorded"s);
    });
    EXPECT_TRUE(care::needsWords(RecordType::Death, Ending::EnteredInError));
    const auto alive = ends(nurse, death, Ending::EnteredInError, "It was his brother.");
    EXPECT_EQ(alive.fields.get(death::kErrorBy), nurse.worker);
}

// Whatever stands until somebody ends it can be ended by somebody: no arrow of these machines is for nobody.
TEST_F(Endings, NothingThatIsReadAtTheDoorStandsForEver) {
    for (const auto type : {RecordType::RiskAlert, RecordType::Allergy, RecordType::AdvancePlan, RecordType::Death,
                            RecordType::View, RecordType::Measure}) {
        const auto* machine = care::machineOf(type);
        ASSERT_NE(machine, nullptr);
        Record standing;
        standing.type = type;
        standing.home = nurse.agency;
        standing.fields.put(machine->field, std::string{machine->states.front().name});
        EXPECT_FALSE(care::endingsOf(standing, nurse).empty()) << machine->field.name;
    }
}

TEST_F(Endings, WhatStoodOnceIsListedWithWhenAndWhyTheLastToEndInFront) {
    const auto standing = allergy();
    const auto revoked = ends(nurse, notResuscitated(), Ending::NoLonger, "She tore it up.");
    const auto refuted = ends(nurse, allergy(), Ending::Refuted, "Tested at the clinic.");
    const auto made = [&](RecordType type, auto fill) {
        Record record;
        record.type = type;
        record.home = nurse.agency;
        fill(record.fields);
        return record;
    };
    const auto stopped = made(RecordType::Medicine, [](FieldSet& f) {
        f.put(medicine::kStoppedOn, "2026-11-21"s);
        f.put(medicine::kStoppedBecause, "It made her giddy."s);
    });
    const auto taken = made(RecordType::Medicine, [](FieldSet&) {});
    const auto ended = made(RecordType::Need, [](FieldSet& f) {
        f.put(need::kState, "ended"s);
        f.put(need::kEndedBecause, "Her daughter moved in."s);
    });
    const auto unmet = made(RecordType::Need, [](FieldSet& f) { f.put(need::kState, "unmet"s); });
    const auto once = care::stoodOnce(std::vector{standing, ended, unmet, revoked, taken, refuted, stopped});
    ASSERT_EQ(once.size(), 4U) << "what stands, is taken or is unmet is on the page already";
    EXPECT_EQ(once[0].because, "It made her giddy.");
    EXPECT_EQ(once[0].on, "2026-11-21");
    EXPECT_EQ(once[1].because, "She tore it up.");
    EXPECT_EQ(once[1].on, "2026-11-20");
    EXPECT_EQ(once[1].how, Ending::NoLonger);
    EXPECT_EQ(once[2].how, Ending::Refuted) << "without a day the newest";
    EXPECT_EQ(once[3].because, "Her daughter moved in.");
}

} // namespace
} // namespace frontsheet
