// What did this say on 3 March, and who changed it?
#include "core/base/id_source.h"
#include "core/domain/record_history.h"
#include "core/domain/schema/registration.h"

#include <gmock/gmock.h>

namespace frontsheet {
namespace {

using std::string_literals::operator""s;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class RecordHistory : public ::testing::Test {
protected:
    RecordHistory() {
        Record record;
        record.id = ids.random<RecordId>();
        record.type = RecordType::Registration;
        record.home = AgencyId{"trust"};
        record.fields.put(registration::kAlert, "Dog in the yard"s);
        changed(record, "W012", 100);
        record.fields.put(registration::kPhone, "01632 960 555"s);
        changed(record, "W014", 200);
        OtherVersion other;
        other.op = ids.random<OpId>();
        other.author = WorkerId{"W013"};
        other.says = {{registration::kAlert.tag, Value{"No dog any more"s}, {}}};
        record.fields.setOthers({other});
        changed(record, "W014", 300);
        record.fields.setOthers({});
        record.fields.put(registration::kAlert, "No dog any more"s);
        changed(record, "W012", 400);
    }
    void changed(Record& record, const char* author, std::int64_t at) {
        record.author = WorkerId{author};
        record.recordedAt = WallTime{at};
        ++record.version.n;
        versions.insert(versions.begin(), record);
    }

    SeededIdSource ids{3};
    std::vector<Record> versions; // newest first
};

TEST_F(RecordHistory, EachVersionSaysWhatItChangedAndWhoseItWas) {
    const auto steps = historyOf(versions);
    ASSERT_THAT(steps, SizeIs(4));
    EXPECT_EQ(steps[0].author, WorkerId{"W012"});
    ASSERT_THAT(steps[0].changes, SizeIs(1));
    EXPECT_EQ(steps[0].changes[0].before, Value{"Dog in the yard"s});
    EXPECT_EQ(steps[0].changes[0].after, Value{"No dog any more"s});
    EXPECT_THAT(steps[0].settled, SizeIs(1)) << "and what it put an end to";
    EXPECT_THAT(steps[1].changes, IsEmpty());
    EXPECT_THAT(steps[1].putBeside, SizeIs(1));
    EXPECT_EQ(steps[2].changes[0].field, registration::kPhone.tag);
    EXPECT_TRUE(steps[3].first);
    EXPECT_FALSE(steps[3].skipped);
}

TEST_F(RecordHistory, TheOrderInWhichVersionsCameIsNoMatter) {
    auto shuffled = versions;
    std::swap(shuffled[0], shuffled[3]);
    std::swap(shuffled[1], shuffled[2]);
    EXPECT_EQ(historyOf(shuffled), historyOf(versions));
}

TEST_F(RecordHistory, WhereAVersionIsNotShownTheNextSaysSo) {
    versions.erase(versions.begin() + 2);
    const auto steps = historyOf(versions);
    ASSERT_THAT(steps, SizeIs(3));
    EXPECT_TRUE(steps[1].skipped);
    EXPECT_EQ(steps[1].changes[0].field, registration::kPhone.tag) << "the change is there, by whom is not certain";
    versions.pop_back();
    EXPECT_TRUE(historyOf(versions).back().skipped) << "it began before what is shown";
}

TEST_F(RecordHistory, AsItStoodOnADay) {
    EXPECT_EQ(asItStood(versions, WallTime{99}), nullptr);
    EXPECT_EQ(asItStood(versions, WallTime{100})->version.n, 1u);
    EXPECT_EQ(asItStood(versions, WallTime{399})->fields.get(registration::kAlert), "Dog in the yard");
    EXPECT_EQ(asItStood(versions, WallTime{10'000})->fields.get(registration::kAlert), "No dog any more");
    EXPECT_EQ(asItStood({}, WallTime{1}), nullptr);
}

} // namespace
} // namespace frontsheet
