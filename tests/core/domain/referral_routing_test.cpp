// Whom a referral reaches: practice, absence and deputies; and whether the service is for the person at all.
#include "core/domain/referral_routing.h"
#include "core/domain/schema/directory.h"
#include "core/domain/schema/rota.h"
#include "core/domain/service_fit.h"
#include "tests/support/sample_records.h"

#include <gtest/gtest.h>

namespace frontsheet {
namespace {

using namespace std::string_literals;
using Reaches = ReferralRoute::Reaches;

constexpr std::string_view kToday = "2026-11-20";

class Routing : public testing::Test {
protected:
    void away(const char* worker, const char* until, const char* deputy = "") {
        Record record;
        record.id = ids.random<RecordId>();
        record.type = RecordType::Absence;
        record.home = Directory{records}.worker(WorkerId{worker}).agency;
        record.fields.put(absence::kWorker, WorkerId{worker});
        record.fields.put(absence::kFrom, "2026-11-16"s);
        record.fields.put(absence::kUntil, std::string{until});
        record.fields.put(absence::kDeputy, WorkerId{deputy});
        records.push_back(record);
    }
    template <class Change>
    void change(const char* service, Change edit) {
        for (auto& record : records) {
            if (record.type == RecordType::Service && record.fields.get(service::kCode) == ServiceId{service}) {
                edit(record.fields);
            }
        }
    }
    [[nodiscard]] ReferralRoute route(const char* service, const RingFor& person) const {
        const Directory directory{records};
        return routeTo(*directory.service(ServiceId{service}), person, directory, kToday);
    }
    [[nodiscard]] std::vector<Misfit> misfits(const char* service, const RingFor& person) const {
        const Directory directory{records};
        return misfitsOf(*directory.service(ServiceId{service}), person, directory, kToday);
    }

    SeededIdSource ids{11};
    std::vector<Record> records = sampleDirectory(ids);
    const RingFor harbour{"Y99001", "Saltmarsh", 84};
};

TEST_F(Routing, EachPracticeHasItsAssessorAndEveryOtherServiceItsDesk) {
    EXPECT_EQ(route("SVC01", harbour).worker, WorkerId{"W001"});
    EXPECT_EQ(route("SVC01", harbour).reaches, Reaches::NamedWorker);
    EXPECT_EQ(route("SVC01", {"Y99002", "", {}}).worker, WorkerId{"W002"});
    EXPECT_EQ(route("SVC01", {"", "Saltmarsh", {}}).reaches, Reaches::DutyDesk) << "of no practice that is known";
    EXPECT_EQ(route("SVC04", harbour).reaches, Reaches::DutyDesk);
    EXPECT_TRUE(route("SVC04", harbour).worker.empty());
}

TEST_F(Routing, WhileTheAssessorIsAwayTheDeputyHasItElseTheDesk) {
    away("W001", "2026-11-27", "W002");
    const auto deputised = route("SVC01", harbour);
    EXPECT_EQ(deputised.reaches, Reaches::Deputy);
    EXPECT_EQ(deputised.worker, WorkerId{"W002"});
    ASSERT_TRUE(deputised.away);
    EXPECT_EQ(deputised.away->until, "2026-11-27");
    away("W002", "2026-11-27", "W003");
    EXPECT_EQ(route("SVC01", harbour).worker, WorkerId{"W003"}) << "the deputy's deputy";
    away("W003", "", "W001");
    const auto nobody = route("SVC01", harbour);
    EXPECT_EQ(nobody.reaches, Reaches::DutyDesk) << "three who name each other are three who are away";
    EXPECT_TRUE(nobody.worker.empty());
    EXPECT_TRUE(nobody.away) << "and it is said why";
}

TEST_F(Routing, ADeputyOfAnotherAgencyCouldNotOpenIt) {
    away("W001", "2026-11-27", "W012");
    EXPECT_EQ(route("SVC01", harbour).reaches, Reaches::DutyDesk);
}

TEST_F(Routing, OneThatWasSentToSomebodyWhoIsAwayHasADetour) {
    const auto detour = [&](const char* worker) { return detourFor(WorkerId{worker}, Directory{records}, kToday); };
    EXPECT_FALSE(detour("W001"));
    EXPECT_FALSE(detour(""));
    away("W001", "2026-11-27", "W002");
    ASSERT_TRUE(detour("W001"));
    EXPECT_EQ(detour("W001")->worker, WorkerId{"W002"});
}

TEST_F(Routing, AServiceSaysWhomItIsFor) {
    EXPECT_TRUE(misfits("SVC01", harbour).empty());
    EXPECT_EQ(misfits("SVC01", {"Y99001", "", 50}), std::vector{Misfit::TooYoung}) << "65 and over, in its words";
    EXPECT_TRUE(misfits("SVC01", {"Y99001", "", {}}).empty()) << "an age nobody knows keeps nobody out";
    EXPECT_EQ(misfits("SVC11", {"", "Kitley", 80}), std::vector{Misfit::OtherArea});
    EXPECT_EQ(misfits("SVC09", {"", "Fennick", 80}), std::vector{Misfit::NobodyThere});
    change("SVC08", [](FieldSet& f) {
        f.put(service::kMinAge, std::int64_t{18});
        f.put(service::kMaxAge, std::int64_t{64});
        f.put(service::kClosedOn, "2026-11-20"s);
    });
    EXPECT_EQ(misfits("SVC08", {"", "", 70}), (std::vector{Misfit::Closed, Misfit::TooOld}));
    EXPECT_EQ(misfits("SVC08", {"", "", 17}), (std::vector{Misfit::Closed, Misfit::TooYoung}));
}

TEST_F(Routing, TheWordsSayWhichKindOfNeedItIs) {
    EXPECT_EQ(needCodeOf("Wound on the left leg"), "nursing");
    EXPECT_EQ(needCodeOf("Help at home, mornings"), "home-help");
    EXPECT_EQ(needCodeOf("Rent arrears, and she says she is suicidal"), "crisis") << "what cannot wait";
    EXPECT_EQ(needCodeOf("Assessment"), "");
}

} // namespace
} // namespace frontsheet
