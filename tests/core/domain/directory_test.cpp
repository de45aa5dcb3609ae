#include "core/domain/directory.h"
#include "core/domain/schema/directory.h"
#include "tests/support/sample_records.h"

#include <gtest/gtest.h>

namespace frontsheet {
namespace {

class DirectoryTest : public testing::Test {
protected:
    SeededIdSource ids{10};
    std::vector<Record> records = sampleDirectory(ids);
    Directory directory{records};
};

TEST_F(DirectoryTest, HoldsWhatTheExtractsSay) {
    EXPECT_EQ(directory.agencies().size(), 9u);
    EXPECT_EQ(directory.workers().size(), 33u);
    EXPECT_EQ(directory.services().size(), 11u);
    EXPECT_EQ(directory.worker(WorkerId{"W013"}).name, "Lena Wójcik");
    EXPECT_EQ(directory.worker(WorkerId{"W012"}).base, "Clinic, Saltmarsh") << "a comma inside quotes";
    EXPECT_EQ(directory.service(ServiceId{"SVC11"})->hours, "Mon, Wed, Fri");
    EXPECT_EQ(directory.practice("Y99001")->name, "Harbour Surgery");
}

TEST_F(DirectoryTest, WhoIsNotInItStillShowsByCode) {
    EXPECT_EQ(directory.worker(WorkerId{"W999"}).name, "W999");
    EXPECT_EQ(directory.agency(AgencyId{"hospice"}).name, "hospice");
    EXPECT_EQ(directory.agency(AgencyId{"hospice"}).initials, "ho");
    EXPECT_EQ(directory.agency(AgencyId{"a_very_long_agency_code_indeed"}).shortName.size(), 20u);
    EXPECT_EQ(directory.service(ServiceId{"SVC99"}), nullptr);
    EXPECT_EQ(directory.practice("Y00000"), nullptr);
    EXPECT_EQ(directory.practice(""), nullptr) << "agencies without an ODS code are no practice";
}

TEST_F(DirectoryTest, AnEntryWithoutAnAgencyBelongsToItsHome) {
    for (auto& record : records) {
        record.fields.erase(worker::kAgency.tag);
    }
    const Directory bare{records};
    EXPECT_EQ(bare.worker(WorkerId{"W001"}).agency, AgencyId{"council"});
}

} // namespace
} // namespace frontsheet
