// The directory reaches partners' devices while an agreement binds the two agencies, and is taken back with it: workers' names and
// telephone numbers are theirs too.
#include "core/domain/schema/directory.h"
#include "sync/server/next_version.h"
#include "sync/wire/body_codec.h"
#include "tests/sync/server/agency_world.h"

#include <array>

namespace frontsheet::test {
namespace {

const AgencyId kCouncil{"council"};

class DirectoryGrant : public AgencyWorld {
public:
    void SetUp() override {
        ends = clock.now() + std::chrono::hours{48};
        sharing = openSharingBut([this](sharing::Agreement& agreement) { agreement.expires = ends; });
        AgencyWorld::SetUp();
        desk.id = ids.random<RecordId>();
        desk.type = RecordType::ContactPoint;
        desk.home = desk.authorAgency = kCouncil;
        desk.author = WorkerId{"M001"};
        desk.category = Category::Directory;
        desk.fields.put(contact_point::kName, std::string{"Duty desk"});
        desk.fields.put(contact_point::kAgency, kCouncil);
        says("01632 960100");
    }
    void says(const char* phone) {
        desk.fields.put(contact_point::kPhone, std::string{phone});
        ASSERT_TRUE(server->ledgerOf(kCouncil)->write(WriteKind::Other, [&](LedgerWrites& writes) -> Result<void> {
            FS_ASSIGN(desk.version, nextVersion(writes, desk.version));
            const std::array<RecordWrite, 1> write{RecordWrite{desk, wire::encodeBody(desk.fields)}};
            return writes.append(write);
        }));
    }

    WallTime ends;
    Record desk;
};

// The feed of a restored home goes on far above the last that it has.
TEST_F(DirectoryGrant, EndsInARestoredHomeTooAndComesToTheEndOfItsFeed) {
    Device nurse = device("trust", "W012", "council", "community nurse");
    nurse.sync();
    clock.advance(std::chrono::hours{48});
    ASSERT_TRUE(server->ledgerOf(kCouncil)->write(
        WriteKind::Other, [&](LedgerWrites& writes) { return writes.beginLine(ids.random<Epoch>(), 60'000); }));
    nurse.sync(); // to the end
    EXPECT_FALSE(nurse.holds(desk.id));
}

TEST_F(DirectoryGrant, EndsWithTheAgreementAndStaysWithOnesOwn) {
    Device nurse = device("trust", "W012", "council", "community nurse");
    Device assessor = device("council", "W001", "council", "social work assessor");
    nurse.sync();
    assessor.sync();
    EXPECT_EQ(nurse.fieldsOf(desk.id).get(contact_point::kPhone), "01632 960100");
    clock.advance(std::chrono::hours{48});
    nurse.sync();
    assessor.sync();
    EXPECT_FALSE(nurse.holds(desk.id)) << "nothing binds the two any more";
    EXPECT_TRUE(assessor.holds(desk.id));
    says("01632 960199");
    nurse.sync();
    assessor.sync();
    EXPECT_FALSE(nurse.holds(desk.id)) << "nor does the feed bring it";
    EXPECT_EQ(assessor.fieldsOf(desk.id).get(contact_point::kPhone), "01632 960199");
}

} // namespace
} // namespace frontsheet::test
