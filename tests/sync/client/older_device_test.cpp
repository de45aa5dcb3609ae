// A colleague's program is newer than this one: what this one does not know it keeps, shows to nobody, hands back and never loses,
// through its store, a restart, an edit of its own and the home's merge.
#include "tests/sync/client/revocation_town.h"

#include <gtest/gtest.h>

namespace frontsheet::test {
namespace {

constexpr FieldTag kTomorrow{900};
constexpr auto kNewerType = static_cast<RecordType>(77);
constexpr const char* kNewerState = "by-drone";

class OlderDevice : public Town {
protected:
    void SetUp() override {
        Town::SetUp();
        colleague = &tablet("colleague", "trust", "W050");
        FieldSet fields;
        fields.put(registration::kFamilyName, std::string{"Marlowe"});
        fields.put(registration::kGender, std::string{kNewerState});
        fields.set(kTomorrow, Value{std::string{"of tomorrow"}});
        const auto made = nurse().creates(RecordType::Registration, edith, fields);
        record = made.record;
        auto strange = nurse().creates(kNewerType, edith, {});
        strange.edits = {{FieldTag{1}, std::nullopt, Value{std::string{"a kind of tomorrow"}}}};
        strange.category = Category::CarePlan;
        unknown = strange.record;
        for (const auto& result : nurse().sync({made, strange})) {
            EXPECT_EQ(result.outcome, IntentOutcome::Applied);
        }
        colleague->settle();
    }
    FieldSet held(const RecordId& id) {
        const auto found = colleague->store().record(id);
        EXPECT_TRUE(found && *found);
        return found && *found ? (*found)->record.fields : FieldSet{};
    }
    static std::string text(const FieldSet& fields, FieldTag tag) {
        const Value* value = fields.find(tag);
        const auto* words = value == nullptr ? nullptr : std::get_if<std::string>(value);
        return words == nullptr ? "(not there)" : *words;
    }

    TownTablet* colleague = nullptr;
    RecordId record;
    RecordId unknown;
};

TEST_F(OlderDevice, KeepsAndReturnsWhatItDoesNotKnow) {
    EXPECT_EQ(text(held(record), kTomorrow), "of tomorrow");
    EXPECT_EQ(held(record).get(registration::kGender), kNewerState);
    EXPECT_EQ(text(held(unknown), FieldTag{1}), "a kind of tomorrow");
    colleague->close();
    colleague->open();
    colleague->edits(record, [](FieldSet& f) { f.put(registration::kPhone, std::string{"01632 960100"}); });
    EXPECT_EQ(text(held(record), kTomorrow), "of tomorrow") << "under its own unsent edit too";
    // Meanwhile the newer program goes on.
    const auto newer =
        nurse().edits(record, {{kTomorrow, Value{std::string{"of tomorrow"}}, Value{std::string{"later"}}}});
    nurse().sync({newer});
    colleague->settle();
    for (const auto& fields : {held(record), ledgerOf(kTrustHome).at(record).fields}) {
        EXPECT_EQ(text(fields, kTomorrow), "later");
        EXPECT_EQ(fields.get(registration::kGender), kNewerState);
        EXPECT_EQ(fields.get(registration::kPhone), "01632 960100");
    }
    EXPECT_TRUE(colleague->outbox().empty());
    EXPECT_EQ(text(ledgerOf(kTrustHome).at(unknown).fields, FieldTag{1}), "a kind of tomorrow");
}

TEST_F(OlderDevice, APartnerIsGivenNothingThatNobodyHereCanDecideAbout) {
    TownTablet& a = assessor();
    joins(edith, a);
    a.settle();
    const auto found = a.store().record(record);
    ASSERT_TRUE(found && *found);
    EXPECT_EQ((*found)->record.fields.find(kTomorrow), nullptr);
    EXPECT_FALSE(a.holds(unknown));
    EXPECT_FALSE(a.holdsWords("of tomorrow"));
    a.edits(record, [](FieldSet& f) { f.put(registration::kPhone, std::string{"01632 960101"}); });
    a.settle();
    EXPECT_EQ(text(ledgerOf(kTrustHome).at(record).fields, kTomorrow), "of tomorrow")
        << "an edit by whoever is not shown a field leaves it alone";
}

} // namespace
} // namespace frontsheet::test
