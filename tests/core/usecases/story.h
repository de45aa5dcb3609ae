// The sample locality with Edith, whom the community trust and the housing agency know, and the desks of those involved.
#pragma once

#include "core/domain/schema/contact_note.h"
#include "core/domain/schema/referral.h"
#include "core/usecases/contact_notes.h"
#include "core/usecases/people.h"
#include "core/usecases/referrals.h"
#include "core/usecases/waiting_work.h"
#include "tests/support/partnership.h"
#include "tests/support/sample_records.h"

#include <gtest/gtest.h>

namespace frontsheet {

class Story : public testing::Test {
protected:
    Story() {
        world.hold(sampleDirectory(world.ids()));
        world.hold({sampleRegistration(world.ids(), "community_trust", edith),
                    sampleMembership(world.ids(), "community_trust", edith, "community_trust", "W012")});
        for (auto* desk : {&nurse(), &colleague(), &assessor(), &otherAssessor(), &officer()}) {
            world.sync(*desk);
        }
    }
    Desk& nurse() { return world.desk("W012"); }
    Desk& colleague() { return world.desk("W016"); }
    Desk& assessor() { return world.desk("W001"); }
    Desk& otherAssessor() { return world.desk("W002"); }
    Desk& officer() { return world.desk("W028"); }

    template <class T>
    static T must(Result<T> result) {
        if (!result) {
            ADD_FAILURE() << describe(result.error());
            return T{};
        }
        return std::move(result).value();
    }
    static void must(Result<void> result) {
        if (!result) {
            ADD_FAILURE() << describe(result.error());
        }
    }
    template <class T>
    static ErrorCode refused(const Result<T>& result) {
        EXPECT_FALSE(result);
        return result ? ErrorCode::Internal : result.error().code;
    }

    [[nodiscard]] Record at(const std::string& home, const RecordId& id) {
        const auto& records = world.home(AgencyId{home}).records();
        const auto found = records.find(id);
        return found == records.end() ? Record{} : found->second;
    }
    [[nodiscard]] static bool holds(Desk& desk, const RecordId& id) {
        return desk.store.record(id).value().has_value();
    }

    [[nodiscard]] NoteText visit(const std::string& text) const {
        NoteText note;
        note.person = edith;
        note.text = text;
        return note;
    }
    [[nodiscard]] NewReferral assessment(const std::string& toWorker = "W001") const {
        NewReferral referral;
        referral.person = edith;
        referral.need = "Assessment at home";
        referral.reason = "Third fall this month";
        referral.toAgency = AgencyId{"council"};
        referral.toService = ServiceId{"SVC01"};
        referral.toWorker = WorkerId{toWorker};
        return referral;
    }

    Partnership world{kFridayMorning, 2026};
    PersonId edith = world.ids().timeOrdered<PersonId>(kFridayMorning);
};

} // namespace frontsheet
