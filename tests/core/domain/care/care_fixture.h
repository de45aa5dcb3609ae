// Those who do the care work around one person, and the shortest way to write what they write.
#pragma once

#include "core/domain/schema/care_plan.h"
#include "tests/core/domain/rules_fixture.h"

namespace frontsheet {

class CareFixture : public RulesFixture {
protected:
    static constexpr Relationships kOnTheTeam{true, false};

    template <class Fill>
    [[nodiscard]] Record writes(const Principal& author, RecordType type, Fill fill) {
        FieldSet fields;
        fill(fields);
        return taken(author, std::nullopt, creation(author, type, fields));
    }
    template <class Fill>
    [[nodiscard]] ErrorCode refusedTo(const Principal& author, RecordType type, Fill fill) {
        FieldSet fields;
        fill(fields);
        return refusal(author, std::nullopt, creation(author, type, fields));
    }
    template <class Change>
    [[nodiscard]] Record changed(const Principal& author, const Record& record, Change change) {
        return taken(author, record, edited(record, change), kOnTheTeam);
    }
    template <class Change>
    [[nodiscard]] ErrorCode refusedChange(const Principal& author, const Record& record, Change change) {
        return refusal(author, record, edited(record, change), kOnTheTeam);
    }

    [[nodiscard]] Record plan() {
        return writes(assessor, RecordType::CarePlan, [&](FieldSet& f) {
            f.put(care_plan::kState, std::string{"open"});
            f.put(care_plan::kCaseOwner, assessor.worker);
            f.put(care_plan::kOpenedOn, std::string{"2026-11-20"});
        });
    }
    // Asked for by the assessor, of `owner`.
    [[nodiscard]] FieldSet asks(const Principal& owner) const {
        FieldSet f;
        f.put(action::kWhat, std::string{"Bring a commode"});
        f.put(action::kOwner, owner.worker);
        f.put(action::kOwnerAgency, owner.agency);
        f.put(action::kState, std::string{owner == assessor ? "accepted" : "offered"});
        f.put(action::kDue, std::string{"2026-11-24"});
        f.put(action::kAskedBy, assessor.worker);
        f.put(action::kAskedByAgency, assessor.agency);
        return f;
    }
    [[nodiscard]] Record action(const Principal& owner) {
        return taken(assessor, std::nullopt, creation(assessor, RecordType::Action, asks(owner)));
    }

    Principal colleagueAtCouncil = worker("council", "W002", "social work assessor");
    Principal reviewer = worker("council", "W020", "reviewing officer");
    Principal manager = worker("council", "W030", "team manager");
};

} // namespace frontsheet
