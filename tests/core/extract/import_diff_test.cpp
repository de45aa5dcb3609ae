#include "core/domain/schema/registration.h"
#include "core/extract/import_diff.h"
#include "tests/core/extract/import_fixture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace frontsheet::extract {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::string kMapping = R"(extract people
encoding utf-8
delimiter comma
record registration
key id
person id
local_id <- id
family_name <- family
town <- town
)";

TEST(ImportDiff, ASecondImportTouchesOnlyWhatChanged) {
    const auto first = importText(kMapping, "id,family,town\n1,Wood,Kitley\n2,Hill,Fennick\n3,Reed,Kitley\n");
    const auto second = importText(kMapping, "id,family,town\n1,Wood,Kitley\n2,Hill,\n4,Khan,Kitley\n");
    ASSERT_TRUE(first.summary);
    ASSERT_TRUE(second.summary);
    const auto spoken = Mapping::parse(kMapping)->records()[0].tags();

    ImportDiff diff;
    for (const auto& each : first.sink.records) {
        auto fields = each.record.fields;
        fields.put(registration::kPreferredName, "Nan"); // a worker wrote it; the extract does not speak of it
        diff.known(each.record.id, fields);
    }
    std::vector<ImportChange> changes;
    std::vector<FieldChange> ofHill;
    for (const auto& each : second.sink.records) {
        const auto one = diff.take(each.record.id, each.record.fields, spoken);
        changes.push_back(one.change);
        if (each.localKey == "2") {
            ofHill = one.fields;
        }
    }
    EXPECT_THAT(changes, ElementsAre(ImportChange::Unchanged, ImportChange::Changed, ImportChange::New));
    ASSERT_EQ(ofHill.size(), 1U);
    EXPECT_EQ(ofHill[0].tag, registration::kTown.tag);
    EXPECT_EQ(ofHill[0].before, textValue("Fennick"));
    EXPECT_EQ(ofHill[0].after, std::nullopt);
    EXPECT_THAT(diff.vanished(), ElementsAre(first.sink.find(RecordType::Registration, "3")->record.id));
}

TEST(ImportDiff, TheSameFileAgainChangesNothing) {
    for (const auto& each : kPeopleExtracts) {
        const auto first = importFile(each.mapping, each.file, each.agency);
        const auto second = importFile(each.mapping, each.file, each.agency);
        const auto spoken = Mapping::parse(*shippedMapping(each.mapping))->records()[0].tags();
        ImportDiff diff;
        for (const auto& record : first.sink.records) {
            diff.known(record.record.id, record.record.fields);
        }
        for (const auto& record : second.sink.records) {
            EXPECT_EQ(diff.take(record.record.id, record.record.fields, spoken).change, ImportChange::Unchanged);
        }
        EXPECT_THAT(diff.vanished(), IsEmpty());
    }
}

} // namespace
} // namespace frontsheet::extract
