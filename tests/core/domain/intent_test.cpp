#include "core/domain/admit.h"
#include "core/domain/intent.h"
#include "core/domain/schema/contact_note.h"
#include "core/domain/schema/referral.h"
#include "core/domain/schema/registration.h"
#include "tests/support/sample_records.h"

#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

namespace frontsheet {
namespace {

using namespace std::string_literals;

Value anyValue() {
    switch (*rc::gen::inRange(0, 4)) {
    case 0:
        return Value{*rc::gen::element("a"s, "b"s, "Łódź"s, "Null"s)};
    case 1:
        return Value{*rc::gen::inRange<std::int64_t>(-3, 4)};
    case 2:
        return Value{AnyId{{static_cast<std::uint8_t>(*rc::gen::inRange(1, 4))}}};
    default:
        return Value{std::vector<std::string>{"x", *rc::gen::element("y"s, "z"s)}};
    }
}

FieldSet anyFields() {
    FieldSet fields;
    const auto count = *rc::gen::inRange(0, 8);
    for (int i = 0; i < count; ++i) {
        fields.set(FieldTag{*rc::gen::inRange<std::uint16_t>(1, 12)}, anyValue());
    }
    return fields;
}

RC_GTEST_PROP(IntentProperties, TheDifferenceTurnsOneIntoTheOther, ()) {
    const auto before = anyFields();
    const auto after = anyFields();
    Intent intent;
    intent.type = *rc::gen::element(RecordType::Registration, RecordType::ContactNote, RecordType::Referral);
    Record record;
    record.type = intent.type;
    record.fields = before;
    for (const auto& edits : {difference(before, after), editsOf(intent.type, before, after)}) {
        intent.edits = edits;
        RC_ASSERT(withIntent(record, intent).fields == after);
        for (std::size_t i = 1; i < edits.size(); ++i) {
            RC_ASSERT(edits[i - 1].field < edits[i].field);
        }
    }
    RC_ASSERT(difference(before, after).empty() == (before == after));
    RC_ASSERT(editsOf(intent.type, before, after).empty() == (before == after));
}

RC_GTEST_PROP(IntentProperties, FieldSetsAreKeptInOrderAndReadBack, ()) {
    std::map<std::uint16_t, Value> model;
    FieldSet fields;
    const auto steps = *rc::gen::inRange(0, 30);
    for (int i = 0; i < steps; ++i) {
        const auto tag = *rc::gen::inRange<std::uint16_t>(1, 10);
        if (*rc::gen::arbitrary<bool>()) {
            const auto value = anyValue();
            fields.set(FieldTag{tag}, value);
            model[tag] = value;
        } else {
            fields.erase(FieldTag{tag});
            model.erase(tag);
        }
    }
    RC_ASSERT(fields.size() == model.size());
    auto at = model.begin();
    for (const auto& [tag, value] : fields) {
        RC_ASSERT(tag.number == at->first);
        RC_ASSERT(value == at->second);
        ++at;
    }
}

class Drafting : public testing::Test {
protected:
    // The intent of one autosave: what stood before, what stands after.
    [[nodiscard]] Intent save(const FieldSet& before, const FieldSet& after) {
        Intent intent;
        intent.op = ids.random<OpId>();
        intent.record = note;
        intent.type = RecordType::ContactNote;
        intent.home = AgencyId{"community_trust"};
        intent.person = edith;
        intent.category = Category::ContactNote;
        intent.edits = editsOf(intent.type, before, after);
        intent.occurredAt = kFridayMorning;
        return intent;
    }
    [[nodiscard]] static FieldSet saying(const std::string& text, const std::string& state = "draft") {
        FieldSet f;
        f.put(contact_note::kText, text);
        f.put(contact_note::kState, state);
        f.put(contact_note::kAuthor, WorkerId{"W012"});
        return f;
    }
    SeededIdSource ids{7};
    PersonId edith = ids.random<PersonId>();
    RecordId note = ids.random<RecordId>();
    Principal nurse{AgencyId{"community_trust"}, WorkerId{"W012"}, "community nurse", {}};
};

TEST_F(Drafting, ManyAutosavesGoAsOneUnderTheFirstsIdentity) {
    FieldSet before;
    std::optional<Intent> all;
    for (const auto* text : {"W", "Wound", "Wound clean", "Wound clean. Ate well."}) {
        auto next = save(before, saying(text));
        next.category = Category::HealthSummary;
        all = all ? folded(*all, next) : std::optional{next};
        ASSERT_TRUE(all);
        before = saying(text);
    }
    EXPECT_EQ(withIntent(std::nullopt, *all).fields, saying("Wound clean. Ate well."));
    EXPECT_EQ(all->category, Category::HealthSummary);
    EXPECT_EQ(all->base.n, 0u);
    const auto first = save({}, saying("W"));
    EXPECT_EQ(folded(first, save(saying("W"), saying("Wo")))->op, first.op) << "others may wait for it by that";
    EXPECT_TRUE(admit(nurse, std::nullopt, *all, {}, kFridayMorning));
}

TEST_F(Drafting, SigningFoldsIntoTheDraftAndNothingFoldsIntoWhatIsSigned) {
    const auto draft = save({}, saying("Wound clean"));
    const auto sign = save(saying("Wound clean"), saying("Wound clean", "signed"));
    const auto both = folded(draft, sign);
    ASSERT_TRUE(both);
    EXPECT_EQ(withIntent(std::nullopt, *both).fields.get(contact_note::kState), "signed");
    const auto inError = save(saying("Wound clean", "signed"), saying("Wound clean", "entered-in-error"));
    EXPECT_FALSE(folded(*both, inError)) << "that it was signed is on the record";
    EXPECT_FALSE(folded(sign, inError));
}

TEST_F(Drafting, WhatIsTypedAndTakenBackFoldsToWhatWasSeen) {
    const auto first = save(saying("Wound clean"), saying("Wound cleaned"));
    const auto back = save(saying("Wound cleaned"), saying("Wound clean"));
    const auto both = folded(first, back);
    ASSERT_TRUE(both);
    Record record;
    record.type = RecordType::ContactNote;
    record.fields = saying("Wound clean");
    EXPECT_EQ(withIntent(record, *both).fields, record.fields);
}

TEST_F(Drafting, OnlyOneNotesOwnDraftsFold) {
    const auto draft = save({}, saying("Wound clean"));
    const auto next = save(saying("Wound clean"), saying("Wound clean."));
    const auto foldsAfter = [&](auto change) {
        auto other = next;
        change(other);
        return folded(draft, other).has_value();
    };
    EXPECT_TRUE(foldsAfter([](Intent&) {}));
    EXPECT_FALSE(foldsAfter([&](Intent& i) { i.record = ids.random<RecordId>(); }));
    EXPECT_FALSE(foldsAfter([&](Intent& i) { i.transaction = ids.random<TransactionId>(); }));
    EXPECT_FALSE(foldsAfter([&](Intent& i) { i.after = ids.random<OpId>(); }));
    EXPECT_FALSE(foldsAfter([&](Intent& i) { i.replaces = ids.random<OpId>(); }));
    // An acceptance and the start of the work are two steps, and the home must see both.
    auto accept = draft;
    accept.type = RecordType::Referral;
    auto start = next;
    start.type = RecordType::Referral;
    EXPECT_FALSE(folded(accept, start));
}

TEST(Edits, AnEditOfAGroupStatesTheRestOfItAsSeen) {
    FieldSet before;
    before.put(registration::kAddress, "12 Fore Street"s);
    before.put(registration::kTown, "Saltmarsh"s);
    before.put(registration::kPhone, "01632 960900"s);
    auto after = before;
    after.put(registration::kPostcode, "ZZ1 1AA"s);
    const auto edits = editsOf(RecordType::Registration, before, after);
    ASSERT_EQ(edits.size(), 3u);
    EXPECT_EQ(edits[0].field, registration::kAddress.tag);
    EXPECT_EQ(edits[0].before, edits[0].after);
    EXPECT_EQ(edits[2].field, registration::kPostcode.tag);
    EXPECT_FALSE(edits[2].before);
    after = before;
    after.put(registration::kPhone, "1"s);
    EXPECT_EQ(editsOf(RecordType::Registration, before, after).size(), 1u) << "the telephone stands alone";
}

} // namespace
} // namespace frontsheet
