// Who is there when.
#include "core/domain/directory.h"
#include "core/domain/schema/rota.h"
#include "tests/core/domain/care/care_fixture.h"

namespace frontsheet {
namespace {

using namespace std::string_literals;

class Rota : public CareFixture {
protected:
    [[nodiscard]] static FieldSet away(const Principal& who, const char* from, const char* until) {
        FieldSet f;
        f.put(absence::kWorker, who.worker);
        f.put(absence::kFrom, std::string{from});
        f.put(absence::kUntil, std::string{until});
        return f;
    }
    [[nodiscard]] static FieldSet duty(const Principal& who, const char* from, const char* until) {
        FieldSet f;
        f.put(rota_entry::kService, ServiceId{"DUTY_DESK"});
        f.put(rota_entry::kWorker, who.worker);
        f.put(rota_entry::kFrom, std::string{from});
        f.put(rota_entry::kUntil, std::string{until});
        return f;
    }
    [[nodiscard]] Intent ofTheDirectory(const Principal& author, RecordType type, const FieldSet& fields) {
        auto intent = creation(author, type, fields);
        intent.person = PersonId{};
        return intent;
    }
};

TEST_F(Rota, AWorkerSaysOfThemselvesThatTheyAreAwayAndAManagerOfAnybody) {
    const auto holiday = away(assessor, "2026-11-23", "2026-11-27");
    EXPECT_TRUE(ask(assessor, std::nullopt, ofTheDirectory(assessor, RecordType::Absence, holiday)));
    EXPECT_TRUE(ask(manager, std::nullopt, ofTheDirectory(manager, RecordType::Absence, holiday)));
    EXPECT_EQ(refusal(reviewer, std::nullopt, ofTheDirectory(reviewer, RecordType::Absence, holiday)),
              ErrorCode::NotPermitted);
    EXPECT_EQ(refusal(assessor, std::nullopt,
                      ofTheDirectory(assessor, RecordType::Absence, away(assessor, "2026-11-23", "2026-11-20"))),
              ErrorCode::ImpossibleDate);
    auto deputy = holiday;
    deputy.put(absence::kDeputy, assessor.worker);
    EXPECT_EQ(refusal(assessor, std::nullopt, ofTheDirectory(assessor, RecordType::Absence, deputy)),
              ErrorCode::Malformed);
}

TEST_F(Rota, TheRotaIsAManagersToKeep) {
    const auto week = duty(assessor, "2026-11-23", "2026-11-29");
    EXPECT_TRUE(ask(manager, std::nullopt, ofTheDirectory(manager, RecordType::RotaEntry, week)));
    EXPECT_EQ(refusal(assessor, std::nullopt, ofTheDirectory(assessor, RecordType::RotaEntry, week)),
              ErrorCode::NotPermitted);
    auto elsewhere = ofTheDirectory(manager, RecordType::RotaEntry, week);
    elsewhere.home = nurse.agency;
    EXPECT_EQ(refusal(manager, std::nullopt, elsewhere), ErrorCode::NotPermitted);
}

TEST_F(Rota, WhereEntriesOverlapTheOneThatBeganLastCounts) {
    const auto entry = [&](const FieldSet& fields) {
        return taken(manager, std::nullopt, ofTheDirectory(manager, RecordType::RotaEntry, fields));
    };
    const Directory directory{std::vector{entry(duty(assessor, "2026-11-01", "2026-11-30")),
                                          entry(duty(reviewer, "2026-11-23", "2026-11-23"))}};
    const ServiceId desk{"DUTY_DESK"};
    EXPECT_EQ(directory.onDuty(desk, "2026-11-22", "duty")->worker, assessor.worker);
    EXPECT_EQ(directory.onDuty(desk, "2026-11-23", "duty")->worker, reviewer.worker);
    EXPECT_EQ(directory.onDuty(desk, "2026-12-01", "duty"), nullptr);
    EXPECT_EQ(directory.onDuty(desk, "2026-11-23", "out-of-hours"), nullptr);
}

TEST_F(Rota, WhoCameBackIsThere) {
    auto fields = away(assessor, "2026-11-16", "");
    const auto record = [&] {
        return taken(assessor, std::nullopt, ofTheDirectory(assessor, RecordType::Absence, fields));
    };
    EXPECT_NE(Directory{std::vector{record()}}.absenceOf(assessor.worker, "2027-01-01"), nullptr)
        << "until when is not known";
    fields.put(absence::kEndedOn, "2026-11-20"s);
    const Directory directory{std::vector{record()}};
    EXPECT_NE(directory.absenceOf(assessor.worker, "2026-11-19"), nullptr);
    EXPECT_EQ(directory.absenceOf(assessor.worker, "2026-11-20"), nullptr);
    EXPECT_EQ(directory.absenceOf(reviewer.worker, "2026-11-19"), nullptr);
}

} // namespace
} // namespace frontsheet
