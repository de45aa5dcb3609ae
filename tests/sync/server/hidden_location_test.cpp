// Mira fled, and where she lives now is kept hidden at the trust: what each device holds of it, under an agreement that opens all
// that may be opened.
#include "core/domain/said_right.h"
#include "core/domain/schema/contact_note.h"
#include "core/domain/schema/permission.h"
#include "core/domain/schema/registration.h"
#include "core/domain/sharing/permission_codec.h"
#include "tests/sync/server/agency_world.h"

namespace frontsheet::test {
namespace {

using namespace std::string_literals;
namespace stated = permission_statement;

constexpr auto kOldHome = "17 Quarry Close";
constexpr auto kRefuge = "Flat 3, 12 Ferry Lane; ring twice";

class HiddenLocation : public AgencyWorld {
protected:
    void SetUp() override {
        AgencyWorld::SetUp();
        auto registers = nurse.creates(RecordType::Registration, mira, [] {
            FieldSet f;
            f.put(registration::kFamilyName, "Demir"s);
            f.put(registration::kAddress, std::string{kOldHome});
            f.put(registration::kAccessNote, "Key safe by the gate"s);
            return f;
        }());
        registers.category = Category::Identity;
        nurse.sync({registers, nurse.joins(mira, nurse.who), nurse.joins(mira, friendly.who),
                    nurse.joins(mira, assessor.who)});
        for (auto* one : everybody()) {
            one->sync();
            EXPECT_TRUE(holds(*one, kOldHome)) << one->who.worker.str() << " knew it before";
        }
    }
    std::vector<Device*> everybody() { return {&nurse, &friendly, &other, &assessor}; }

    // The nurse hides it; the friendly colleague may know.
    RecordId hides() {
        sharing::PermissionStatement said;
        said.kind = sharing::StatementKind::RestrictedLocation;
        said.askedAt = clock.now();
        said.askedBy = nurse.who.worker;
        said.askedByAgency = nurse.who.agency;
        said.readers = {{friendly.who.agency, friendly.who.worker}};
        said.where = kRefuge;
        FieldSet fields;
        sharing::putStatement(fields, said);
        auto intent = nurse.creates(RecordType::PermissionStatement, mira, fields);
        intent.category = Category::Involvement;
        EXPECT_EQ(nurse.sync({intent}).at(0).outcome, IntentOutcome::Applied);
        return intent.record;
    }
    IntentOutcome visits(Device& who, const RecordId& statement, std::chrono::hours in) {
        who.sync();
        const std::vector<std::string> visit{who.who.worker.str() + "/" + std::to_string((clock.now() + in).ms)};
        return who.sync({who.edits(statement, {{stated::kVisits.tag, std::nullopt, Value{visit}}})}).at(0).outcome;
    }
    static bool holds(const Device& device, std::string_view words) {
        return std::any_of(device.mirror.begin(), device.mirror.end(), [&](const auto& held) {
            return std::string_view{held.second.body}.find(words) != std::string_view::npos;
        });
    }

    PersonId mira = newPerson();
    Device nurse = device("trust", "W012", "trust");
    Device friendly = device("trust", "W013", "trust");
    Device other = device("trust", "W014", "trust");
    Device assessor = device("council", "W001", "trust");
};

TEST_F(HiddenLocation, NobodyIsLeftWithTheAddressNorGivenTheNewOne) {
    const auto statement = hides();
    for (auto* one : everybody()) {
        one->sync();
        EXPECT_FALSE(holds(*one, kOldHome)) << one->who.worker.str();
        EXPECT_FALSE(holds(*one, "Key safe")) << one->who.worker.str();
        EXPECT_FALSE(holds(*one, kRefuge)) << one->who.worker.str();
        EXPECT_TRUE(holds(*one, "Demir")) << "that she is a client is no secret to " << one->who.worker.str();
    }
    EXPECT_TRUE(friendly.holds(statement)) << "that it is hidden is known at home";
    EXPECT_FALSE(assessor.holds(statement)) << "and nowhere else";
}

// That the old address is right was said by a worker, in a record of its own.
TEST_F(HiddenLocation, NobodyIsLeftWithItByWhatSomebodySaidIsRight) {
    Record registration;
    registration.id = ids.random<RecordId>();
    registration.fields.put(registration::kAddress, std::string{kOldHome});
    WorkerEntry author;
    author.code = nurse.who.worker;
    author.name = "Nia Osei";
    const auto said = sayRight({}, registration, registration::kAddress.tag, author, "2026-11-18");
    auto intent = nurse.creates(RecordType::View, mira, said.fields);
    intent.category = said.category;
    ASSERT_EQ(nurse.sync({intent}).at(0).outcome, IntentOutcome::Applied);
    assessor.sync();
    ASSERT_TRUE(assessor.holds(intent.record));
    hides();
    for (auto* one : everybody()) {
        one->sync();
        EXPECT_FALSE(holds(*one, kOldHome)) << one->who.worker.str();
    }
}

TEST_F(HiddenLocation, ItIsTheVisitorsFromTwelveHoursBeforeUntilFourAfter) {
    const auto statement = hides();
    EXPECT_EQ(visits(other, statement, std::chrono::hours{2}), IntentOutcome::Refused);
    ASSERT_EQ(visits(friendly, statement, std::chrono::hours{20}), IntentOutcome::Applied);
    const auto look = [&] {
        for (auto* one : everybody()) {
            one->sync();
            EXPECT_FALSE(holds(*one, kOldHome)) << "the ordinary record has it for nobody";
        }
        EXPECT_FALSE(holds(nurse, kRefuge) || holds(other, kRefuge) || holds(assessor, kRefuge));
        return holds(friendly, kRefuge);
    };
    EXPECT_FALSE(look());
    clock.advance(std::chrono::hours{8});
    EXPECT_TRUE(look());
    clock.advance(std::chrono::hours{16} - std::chrono::milliseconds{1});
    EXPECT_TRUE(look());
    clock.advance(std::chrono::milliseconds{1});
    EXPECT_FALSE(look()) << "gone from the device with the visit";
    EXPECT_TRUE(friendly.holds(statement));
}

TEST_F(HiddenLocation, WhenItIsLiftedTheRefugeIsErasedAndTheAddressOnTheRecordIsThereAgain) {
    const auto statement = hides();
    ASSERT_EQ(visits(friendly, statement, std::chrono::hours{2}), IntentOutcome::Applied);
    friendly.sync();
    ASSERT_TRUE(holds(friendly, kRefuge));
    const auto lift = [&](Device& who) {
        who.sync();
        return who
            .sync({who.edits(statement, {{stated::kWithdrawnAt.tag, std::nullopt, timeValue(clock.now())},
                                         {stated::kWithdrawnBy.tag, std::nullopt, textValue(who.who.worker.str())}})})
            .at(0)
            .outcome;
    };
    EXPECT_EQ(lift(other), IntentOutcome::Refused);
    EXPECT_EQ(lift(nurse), IntentOutcome::Applied);
    for (auto* one : everybody()) {
        one->sync();
        EXPECT_TRUE(holds(*one, kOldHome)) << one->who.worker.str();
        EXPECT_FALSE(holds(*one, kRefuge)) << one->who.worker.str();
    }
    EXPECT_EQ(ledgerOf(AgencyId{"trust"}).at(statement).fields.find(stated::kWhere.tag), nullptr);
}

} // namespace
} // namespace frontsheet::test
