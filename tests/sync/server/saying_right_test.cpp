// Which of two agencies' addresses is right, said by one worker, reaches those whom the shipped agreement lets read an address, and
// nobody else; once the address is kept hidden it reaches nobody.
#include "core/domain/said_right.h"
#include "core/domain/schema/registration.h"
#include "core/domain/schema/view.h"
#include "tests/sync/server/agency_world.h"
#include "tests/sync/server/shipped_locality.h"

namespace frontsheet::test {
namespace {

class SayingRightAtAHome : public AgencyWorld {
public:
    void SetUp() override {
        sharing = shippedLocality(clock.now());
        AgencyWorld::SetUp();
        person = newPerson();
        ruth = std::make_unique<Device>(device("council", "W001", "council", "social work assessor"));
        nurse = std::make_unique<Device>(device("community_trust", "W012", "council", "community nurse"));
        officer = std::make_unique<Device>(device("housing", "W028", "council", "housing officer"));
        ruth->sync({ruth->registers(person, "Wood"), joins(ruth->who), joins(nurse->who), joins(officer->who)});
    }
    [[nodiscard]] Intent joins(const Principal& who) const {
        auto intent = ruth->joins(person, who);
        intent.category = Category::Involvement;
        return intent;
    }
    [[nodiscard]] Intent saysRight(Category category) {
        Record registration;
        registration.id = ids.random<RecordId>();
        registration.fields.put(registration::kAddress, std::string{"3 Mill Hill"});
        WorkerEntry author;
        author.code = ruth->who.worker;
        author.name = "Ruth Adeyemi";
        auto said = sayRight({}, registration, registration::kAddress.tag, author, "2026-11-18");
        auto intent = ruth->creates(RecordType::View, person, said.fields);
        intent.category = category;
        return intent;
    }

    PersonId person;
    std::unique_ptr<Device> ruth, nurse, officer;
};

TEST_F(SayingRightAtAHome, ReachesWhoMayReadTheAddress) {
    const auto said = saysRight(Category::ContactDetails);
    const auto took = ruth->sync({said});
    ASSERT_EQ(took.back().outcome, IntentOutcome::Applied) << static_cast<int>(took.back().reason);
    nurse->sync();
    officer->sync();
    ASSERT_TRUE(nurse->holds(said.record));
    EXPECT_EQ(nurse->fieldsOf(said.record).get(view::kSaid), "3 Mill Hill");
    EXPECT_FALSE(officer->holds(said.record)) << "housing reads no address before the person permits it";
}

TEST_F(SayingRightAtAHome, FiledAsAWishIsRefused) {
    const auto took = ruth->sync({saysRight(Category::Wishes)});
    EXPECT_EQ(took.back().outcome, IntentOutcome::Refused);
    EXPECT_EQ(took.back().reason, ErrorCode::Malformed);
}

} // namespace
} // namespace frontsheet::test
