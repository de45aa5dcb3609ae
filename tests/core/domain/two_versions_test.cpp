// Two people wrote the same words differently: both stay until somebody settles them.
#include "core/base/id_source.h"
#include "core/domain/admit.h"
#include "core/domain/canonical.h"
#include "core/domain/schema/contact_note.h"
#include "core/domain/schema/record_schema.h"
#include "core/domain/schema/registration.h"
#include "core/domain/two_versions.h"
#include "core/domain/worklist.h"

#include <gmock/gmock.h>

namespace frontsheet {
namespace {

using std::string_literals::operator""s;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class TwoVersions : public ::testing::Test {
protected:
    TwoVersions() {
        registration.id = ids.random<RecordId>();
        registration.type = RecordType::Registration;
        registration.home = AgencyId{"trust"};
        registration.person = ids.random<PersonId>();
        registration.category = Category::Identity;
        registration.version.n = 3;
        registration.authorAgency = AgencyId{"trust"};
        registration.author = WorkerId{"W012"};
        registration.recordedAt = WallTime{1'000'000};
        registration.fields.put(registration::kFamilyName, "Hargreave"s);
        registration.fields.put(registration::kAlert, "Dog in the yard"s);
    }

    [[nodiscard]] Intent edit(const std::optional<std::string>& before, const std::optional<std::string>& after) {
        Intent intent;
        intent.op = ids.random<OpId>();
        intent.record = registration.id;
        intent.type = registration.type;
        intent.home = registration.home;
        intent.person = registration.person;
        intent.base.n = 2;
        intent.occurredAt = WallTime{2'000'000};
        const auto value = [](const std::optional<std::string>& text) {
            return text ? std::optional<Value>{*text} : std::nullopt;
        };
        intent.edits = {{registration::kAlert.tag, value(before), value(after)}};
        return intent;
    }
    [[nodiscard]] Admission taken(const Principal& author, const Intent& intent) {
        auto admission = admit(author, registration, intent, Relationships{true, true}, WallTime{3'000'000});
        EXPECT_TRUE(admission) << (admission ? "" : describe(admission.error()));
        registration = admission->record;
        return std::move(*admission);
    }
    enum class Settling { KeepStanding, TakeOther };
    [[nodiscard]] Intent settling(Settling how) {
        const auto& other = registration.fields.others().front();
        auto intent = edit({}, {});
        intent.base = registration.version;
        intent.edits.clear();
        if (how == Settling::TakeOther) {
            intent.edits = editsOf(registration.type, registration.fields, withOther(registration.fields, other));
        }
        intent.settles = {other.op};
        return intent;
    }

    SeededIdSource ids{7};
    Principal ann{AgencyId{"trust"}, WorkerId{"W013"}, "community nurse", {}};
    Principal ruth{AgencyId{"trust"}, WorkerId{"W014"}, "community nurse", {}};
    Record registration;
};

TEST_F(TwoVersions, TheSecondStandsBesideTheFirstUnderItsAuthorsName) {
    const auto admission = taken(ann, edit("Steep steps", "Steep steps, no rail"));
    EXPECT_EQ(admission.outcome, IntentOutcome::Conflict);
    EXPECT_TRUE(admission.changed) << "everybody who holds the record is told";
    EXPECT_EQ(registration.fields.get(registration::kAlert), "Dog in the yard");
    EXPECT_EQ(registration.author, WorkerId{"W012"}) << "what stands is still its author's";
    ASSERT_THAT(registration.fields.others(), SizeIs(1));
    const auto& other = registration.fields.others().front();
    EXPECT_EQ(other.author, ann.worker);
    EXPECT_EQ(other.standingAuthor, WorkerId{"W012"});
    EXPECT_THAT(canonicalLine(registration), HasSubstr("Steep steps, no rail"));
}

TEST_F(TwoVersions, TheSameEditAgainAddsNothing) {
    const auto first = edit("Steep steps", "Steep steps, no rail");
    (void)taken(ann, first);
    const auto again = taken(ann, first);
    EXPECT_EQ(again.outcome, IntentOutcome::Conflict);
    EXPECT_FALSE(again.changed);
    EXPECT_THAT(registration.fields.others(), SizeIs(1));
}

TEST_F(TwoVersions, WhatTheSameAuthorWritesOnTakesThePlaceOfTheirEarlierWords) {
    (void)taken(ann, edit("Steep steps", "Steep steps, no rail"));
    (void)taken(ann, edit("Steep steps, no rail", "Steep steps, rail on the left"));
    ASSERT_THAT(registration.fields.others(), SizeIs(1));
    EXPECT_EQ(registration.fields.others().front().says.front().value, Value{"Steep steps, rail on the left"s});
    (void)taken(ruth, edit("Steep steps, rail on the left", "Key safe by the door"));
    EXPECT_THAT(registration.fields.others(), SizeIs(2)) << "another's words never do";
}

TEST_F(TwoVersions, KeepingWhatStandsPutsTheOtherAway) {
    (void)taken(ann, edit("Steep steps", "Steep steps, no rail"));
    const auto settled = taken(ruth, settling(Settling::KeepStanding));
    EXPECT_EQ(settled.outcome, IntentOutcome::Applied);
    EXPECT_TRUE(settled.changed);
    EXPECT_THAT(registration.fields.others(), IsEmpty());
    EXPECT_EQ(registration.fields.get(registration::kAlert), "Dog in the yard");
    EXPECT_EQ(registration.author, ruth.worker) << "the history says who settled it";
}

TEST_F(TwoVersions, TheOtherCanTakeItsPlaceAndAnEmptiedTextToo) {
    (void)taken(ann, edit("Steep steps", std::nullopt));
    (void)taken(ruth, settling(Settling::TakeOther));
    EXPECT_THAT(registration.fields.others(), IsEmpty());
    EXPECT_EQ(registration.fields.get(registration::kAlert), "");
}

TEST_F(TwoVersions, SettlingByTwoPeopleAtOnceLosesNothing) {
    (void)taken(ann, edit("Steep steps", "Steep steps, no rail"));
    auto keeps = settling(Settling::KeepStanding);
    auto takes = settling(Settling::TakeOther);
    (void)taken(ruth, takes);
    EXPECT_EQ(registration.fields.get(registration::kAlert), "Steep steps, no rail");
    const auto late = taken(ann, keeps);
    EXPECT_FALSE(late.changed) << "it is settled already";
    auto third = edit("Dog in the yard", "Dog in the yard. Steep steps, no rail");
    third.settles = keeps.settles;
    EXPECT_EQ(taken(ann, third).outcome, IntentOutcome::Conflict) << "somebody settled it otherwise: both stay again";
    EXPECT_THAT(registration.fields.others(), SizeIs(1));
}

TEST_F(TwoVersions, AnEditThatConflictsItselfSettlesNothing) {
    (void)taken(ann, edit("Steep steps", "Steep steps, no rail"));
    auto blind = edit("Never so", "Key safe by the door");
    blind.settles = {registration.fields.others().front().op};
    EXPECT_EQ(taken(ruth, blind).outcome, IntentOutcome::Conflict);
    EXPECT_THAT(registration.fields.others(), SizeIs(2));
}

TEST_F(TwoVersions, BeyondEightTheNextIsRefusedAndTheyAllStay) {
    for (std::size_t i = 0; i < kMaxOtherVersions; ++i) {
        (void)taken(ann, edit("Never so", "Version " + std::to_string(i)));
    }
    const auto refused =
        admit(ruth, registration, edit("Never so", "One more"), Relationships{true, true}, WallTime{3'000'000});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::Conflict);
    EXPECT_THAT(registration.fields.others(), SizeIs(kMaxOtherVersions));
}

TEST_F(TwoVersions, SomebodyIsAlwaysAskedToSettle) {
    (void)taken(ann, edit("Steep steps", "Steep steps, no rail"));
    auto other = registration.fields.others().front();
    EXPECT_EQ(ownerOf(registration, other), (ConflictOwner{AgencyId{"trust"}, ann.worker}));
    other.agency = AgencyId{"council"};
    other.author = WorkerId{"W001"};
    EXPECT_EQ(ownerOf(registration, other), (ConflictOwner{AgencyId{"trust"}, WorkerId{"W012"}}))
        << "a partner's words wait for whoever wrote what stands at the home";
    other.standingAgency = AgencyId{"gp"};
    EXPECT_EQ(ownerOf(registration, other), (ConflictOwner{AgencyId{"council"}, WorkerId{"W001"}}));

    const auto places = worklistsOf(registration);
    EXPECT_THAT(places, ::testing::Contains(WorklistPlace{Worklist::TwoVersions, "W013", WallTime{2'000'000}}));
    EXPECT_THAT(places,
                ::testing::Contains(WorklistPlace{Worklist::TwoVersionsAtAgency, "trust", WallTime{2'000'000}}));
    (void)taken(ruth, settling(Settling::KeepStanding));
    EXPECT_THAT(worklistsOf(registration), IsEmpty());
}

TEST_F(TwoVersions, OfADraftTheyAreSettledBeforeItIsSigned) {
    Record note;
    note.id = ids.random<RecordId>();
    note.type = RecordType::ContactNote;
    note.home = AgencyId{"trust"};
    note.person = ids.random<PersonId>();
    note.category = Category::ContactNote;
    note.version.n = 2;
    note.fields.put(contact_note::kText, "She fell on the stairs"s);
    note.fields.put(contact_note::kState, "draft"s);
    note.fields.put(contact_note::kAuthor, ann.worker);

    // Signed on the laptop, from words that the tablet has changed meanwhile.
    Intent sign;
    sign.op = ids.random<OpId>();
    sign.record = note.id;
    sign.type = note.type;
    sign.home = note.home;
    sign.person = note.person;
    sign.category = note.category;
    sign.base.n = 1;
    sign.occurredAt = WallTime{2'000'000};
    FieldSet seen = note.fields;
    seen.put(contact_note::kText, "She fell"s);
    FieldSet wanted = seen;
    wanted.put(contact_note::kState, "signed"s);
    wanted.put(contact_note::kSignedAt, WallTime{2'000'000});
    sign.edits = editsOf(note.type, seen, wanted);
    const auto beside = admit(ann, note, sign, Relationships{true, true}, WallTime{3'000'000});
    ASSERT_TRUE(beside) << describe(beside.error());
    EXPECT_EQ(beside->outcome, IntentOutcome::Conflict);
    EXPECT_EQ(beside->record.fields.get(contact_note::kState), "draft") << "nobody signs words that they did not see";
    ASSERT_THAT(beside->record.fields.others(), SizeIs(1));
    EXPECT_THAT(beside->record.fields.others().front().says, SizeIs(3)) << "text, state and time go together";

    Intent blind = sign;
    blind.op = ids.random<OpId>();
    blind.base = beside->record.version;
    FieldSet signedNow = beside->record.fields;
    signedNow.put(contact_note::kState, "signed"s);
    blind.edits = editsOf(note.type, beside->record.fields, signedNow);
    const auto refused = admit(ann, beside->record, blind, Relationships{true, true}, WallTime{3'000'000});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::WrongState);

    blind.settles = {sign.op};
    EXPECT_TRUE(admit(ann, beside->record, blind, Relationships{true, true}, WallTime{3'000'000}));
}

TEST_F(TwoVersions, WhoMayNotSeeAFieldDoesNotSeeOtherVersionsOfIt) {
    (void)taken(ann, edit("Steep steps", "Steep steps, no rail"));
    const auto& others = registration.fields.others();
    EXPECT_THAT(seenOf(others, [](FieldTag tag) { return tag == registration::kAlert.tag; }), SizeIs(1));
    EXPECT_THAT(seenOf(others, [](FieldTag tag) { return tag == registration::kFamilyName.tag; }), IsEmpty());
}

TEST_F(TwoVersions, BothAreKeptWholeUnderTheirAuthors) {
    EXPECT_EQ(bothTexts("5 mg at night", "Ann Wood, 3 March:", "10 mg in the morning", "Tom Adeyemi, 4 March:"),
              "Ann Wood, 3 March:\n5 mg at night\n\nTom Adeyemi, 4 March:\n10 mg in the morning");
    EXPECT_EQ(bothTexts("", "Ann Wood, 3 March:", "10 mg", "Tom Adeyemi, 4 March:"), "Tom Adeyemi, 4 March:\n10 mg");
}

TEST_F(TwoVersions, OneThatIsTooLongOrOutOfOrderIsRefused) {
    (void)taken(ann, edit("Steep steps", "Steep steps, no rail"));
    auto fields = registration.fields;
    auto others = fields.others();
    others.front().says.front().value = Value{std::string(5000, 'x')};
    fields.setOthers(others);
    EXPECT_EQ(checkFields(RecordType::Registration, fields).error().code, ErrorCode::TooLarge);
    others.front().says = {{registration::kAlert.tag, {}, {}}, {registration::kPhone.tag, {}, {}}};
    fields.setOthers(others);
    EXPECT_EQ(checkFields(RecordType::Registration, fields).error().code, ErrorCode::Malformed);
}

} // namespace
} // namespace frontsheet
