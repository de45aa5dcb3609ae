// Where agencies disagree, somebody says which is right: a view that overwrites nothing.
#include "core/domain/care/plan_sheet.h"
#include "core/domain/front_sheet.h"
#include "core/domain/hiding.h"
#include "core/domain/said_right.h"
#include "core/domain/schema/registration.h"
#include "core/domain/schema/view.h"
#include "tests/core/domain/care/care_fixture.h"

namespace frontsheet {
namespace {

using namespace std::string_literals;

class SayingWhatIsRight : public CareFixture {
protected:
    SayingWhatIsRight() {
        SamplePerson moved;
        moved.address = "3 Mill Hill";
        moved.town = "Kitley";
        council = sampleRegistration(ids, "council", edith, moved);
    }
    [[nodiscard]] Record blank(const Principal& author) {
        Record record;
        record.id = ids.timeOrdered<RecordId>(now);
        record.type = RecordType::View;
        record.home = author.agency;
        record.person = edith;
        record.author = author.worker;
        record.authorAgency = author.agency;
        record.occurredAt = now;
        return record;
    }
    [[nodiscard]] static WorkerEntry entry(const Principal& author) {
        WorkerEntry out;
        out.code = author.worker;
        out.agency = author.agency;
        out.name = "Nia Osei";
        out.role = author.role;
        return out;
    }
    [[nodiscard]] Intent intentOf(const Record& said) {
        auto intent = creation({said.home, said.author, "worker", {}}, said.type, said.fields, said.category);
        intent.record = said.id;
        return intent;
    }
    [[nodiscard]] Record says(const Principal& author, const Record& registration, FieldTag field) {
        return taken(author, std::nullopt,
                     intentOf(sayRight(blank(author), registration, field, entry(author), "2026-11-20")));
    }
    template <class Change>
    [[nodiscard]] ErrorCode refusedAs(Change change) {
        auto said = sayRight(blank(nurse), council, registration::kAddress.tag, entry(nurse), "2026-11-20");
        change(said);
        return refusal(nurse, std::nullopt, intentOf(said));
    }
    [[nodiscard]] FrontSheet sheet(std::vector<Record> records) const {
        return assembleFrontSheet({records, {}, AgencyId{"community_trust"}, now}, Directory{});
    }

    Record trust = sampleRegistration(ids, "community_trust", edith);
    Record council;
};

TEST_F(SayingWhatIsRight, OverwritesNothingAndStandsWithTheVersion) {
    const auto said = says(nurse, council, registration::kAddress.tag);
    EXPECT_EQ(said.fields.get(view::kSaid), "3 Mill Hill, Kitley") << "as the sheet shows it, town and all";
    const auto without = sheet({trust, council});
    const auto with = sheet({trust, council, said});
    ASSERT_EQ(with.address.versions.size(), 2u);
    for (std::size_t i = 0; i < 2; ++i) {
        EXPECT_EQ(with.address.versions[i].value, without.address.versions[i].value);
        EXPECT_EQ(with.address.versions[i].sources, without.address.versions[i].sources);
    }
    ASSERT_EQ(with.address.right.size(), 1u);
    EXPECT_EQ(with.address.right[0].version, 1u);
    EXPECT_EQ(with.address.right[0].worker, nurse.worker);
    EXPECT_EQ(with.address.right[0].name, "Nia Osei");
    EXPECT_TRUE(with.phone.right.empty());
    EXPECT_TRUE(with.timeline.empty()) << "nothing happened to her";
}

TEST_F(SayingWhatIsRight, IsReadByWhoMayReadTheField) {
    EXPECT_EQ(says(nurse, council, registration::kAddress.tag).category, Category::ContactDetails);
    EXPECT_EQ(says(nurse, council, registration::kBorn.tag).category, Category::Identity);
    EXPECT_EQ(refusedAs([](Record& r) { r.category = Category::Wishes; }), ErrorCode::Malformed)
        << "an address where others read what somebody wishes";
}

TEST_F(SayingWhatIsRight, NamesARegistrationAndWhatOfIt) {
    EXPECT_EQ(refusedAs([](Record& r) { r.fields.put(view::kAboutRecord, RecordId{}); }), ErrorCode::Missing);
    EXPECT_EQ(refusedAs([](Record& r) { r.fields.put(view::kAboutField, std::int64_t{0}); }), ErrorCode::Missing);
    EXPECT_EQ(refusedAs([](Record& r) {
                  r.fields.put(view::kAboutField, std::int64_t{registration::kAccessNote.tag.number});
              }),
              ErrorCode::Missing)
        << "of how to get in both versions are kept, and settled";
    EXPECT_EQ(refusedAs([](Record& r) { r.fields.put(view::kAboutField, std::int64_t{65536 + 12}); }),
              ErrorCode::Missing);
    EXPECT_EQ(refusedAs([](Record& r) { r.fields.put(view::kSaid, ""s); }), ErrorCode::Missing);
    EXPECT_EQ(refusedAs([&](Record& r) { r.fields.put(view::kRecordedBy, colleague.worker); }), ErrorCode::NotPermitted)
        << "in her own name";
}

TEST_F(SayingWhatIsRight, IsNeverChangedAndTakenBackWithAReason) {
    const auto said = says(nurse, council, registration::kAddress.tag);
    EXPECT_EQ(refusedChange(nurse, said, [](FieldSet& f) { f.put(view::kSaid, "12 Fore Street"s); }),
              ErrorCode::Immutable);
    EXPECT_EQ(refusedChange(assessor, said, [](FieldSet& f) { f.put(view::kState, "entered-in-error"s); }),
              ErrorCode::NotPermitted)
        << "another agency's";
    const auto back = changed(nurse, said, [](FieldSet& f) {
        f.put(view::kState, "entered-in-error"s);
        f.put(view::kErrorReason, "Taken back"s);
    });
    EXPECT_TRUE(sheet({trust, council, back}).address.right.empty());
}

TEST_F(SayingWhatIsRight, IsNoViewOfThePlan) {
    const auto said = says(nurse, council, registration::kAddress.tag);
    EXPECT_TRUE(care::planSheet(std::vector{said}, "2026-11-20").views.empty());
}

TEST_F(SayingWhatIsRight, SaysNoAddressThatIsKeptHidden) {
    EXPECT_TRUE(withoutAddress(says(nurse, council, registration::kAddress.tag)).fields.empty());
    EXPECT_FALSE(withoutAddress(says(nurse, council, registration::kBorn.tag)).fields.empty());
}

} // namespace
} // namespace frontsheet
