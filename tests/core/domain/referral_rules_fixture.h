// A referral of the nurse's to the council, and its moves.
#pragma once

#include "core/domain/referral_machine.h"
#include "core/domain/schema/referral.h"
#include "tests/core/domain/rules_fixture.h"

#include <optional>
#include <string>

namespace frontsheet {

class ReferralRules : public RulesFixture {
protected:
    static constexpr Relationships kAddressed{false, true};

    [[nodiscard]] FieldSet request(const std::string& toWorker = {}) const {
        FieldSet f;
        f.put(referral::kNeed, std::string{"Assessment at home"});
        f.put(referral::kReason, std::string{"Third fall this month"});
        f.put(referral::kToAgency, AgencyId{"council"});
        f.put(referral::kToWorker, WorkerId{toWorker});
        f.put(referral::kState, std::string{"sent"});
        f.put(referral::kFromWorker, nurse.worker);
        f.put(referral::kSentAt, now);
        f.put(referral::kRespondWithin, std::string{"2 working days"});
        return f;
    }
    [[nodiscard]] Record sent(const std::string& toWorker = {}) {
        return taken(nurse, std::nullopt, creation(nurse, RecordType::Referral, request(toWorker)));
    }
    [[nodiscard]] Intent move(const Record& record, ReferralState to, const Principal& by,
                              const std::string& words = "words") {
        return edited(record, [&](FieldSet& f) {
            f.put(referral::kState, std::string{name(to)});
            if (by.agency == AgencyId{"council"}) {
                f.put(referral::kAnsweredBy, by.worker);
            }
            switch (to) {
            case ReferralState::Accepted:
                f.put(referral::kAcceptedBy, by.worker);
                f.put(referral::kAnswer, words);
                break;
            case ReferralState::Declined:
            case ReferralState::InfoAsked:
                f.put(referral::kAnswer, words);
                break;
            case ReferralState::Completed:
                f.put(referral::kOutcome, words);
                break;
            default:
                break;
            }
        });
    }
    [[nodiscard]] Record accepted(const Record& record) {
        return taken(assessor, record, move(record, ReferralState::Accepted, assessor, "I come on Thursday"),
                     kAddressed);
    }
    Principal otherAssessor = worker("council", "W002", "social work assessor");
};

} // namespace frontsheet
