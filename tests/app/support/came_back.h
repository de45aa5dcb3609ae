// Work of this worker's that came back from its homes, one of each kind: refused for every reason, held, taken in, closed.
#pragma once

#include "core/usecases/ports/home_tidings.h"
#include "tests/app/support/kitley.h"

#include <map>

namespace frontsheet::testing {

class CameBack final : public HomeTidings {
public:
    // Written, sent and answered by their homes; `kitley` tells of it from now on. Outlived by it.
    explicit CameBack(Kitley& kitley);

    // About Edith: a message to the council unless said otherwise.
    OpId comesBack(const std::string& words, IntentOutcome outcome, ErrorCode reason,
                   const AgencyId& home = AgencyId{"council"}, RecordType type = RecordType::ReferralMessage);
    // That goes out behind it.
    void writeBehind(const OpId& op, const std::string& words);

    Result<std::optional<ReferralReach>> reachOf(const RecordId&) override { return std::optional<ReferralReach>{}; }
    Result<std::map<OpId, SettledWork>> settledWork() override { return m_settled; }
    Result<std::optional<std::uint64_t>> agreementsOf(const AgencyId&) override {
        return std::optional<std::uint64_t>{};
    }

private:
    Intent written(const std::string& words, const AgencyId& home, RecordType type);

    Kitley& m_kitley;
    std::map<OpId, SettledWork> m_settled;
};

} // namespace frontsheet::testing
