// The two reports over what this device holds: of this worker's own caseload, or of their agency for who manages it. Not for the UI thread.
#pragma once

#include "core/domain/report/cohort_report.h"
#include "core/domain/report/referral_report.h"
#include "core/usecases/ports/record_walk.h"
#include "core/usecases/workplace.h"

#include <functional>

namespace frontsheet {

enum class ReportScope : std::uint8_t { Mine, MyAgencys };
enum class LoopSide : std::uint8_t { Sent, Came };

class Reports {
public:
    // `walk`: of the same store as the workplace's reader; outlives this.
    Reports(Workplace workplace, RecordWalk& walk) : m_work(workplace), m_walk(walk) {}

    // Whether an agency's report is this worker's to see here.
    [[nodiscard]] bool managesAgency() const;
    // Mine: the discharges of which this worker is reviewing officer. NotPermitted for an agency's where it is not theirs to see.
    [[nodiscard]] Result<report::Cohort> cohort(const report::ReportPeriod& period, ReportScope scope);
    // Of what this worker or agency sent, or of what came to them.
    [[nodiscard]] Result<report::ReferralLoop> referrals(const report::ReportPeriod& period, ReportScope scope,
                                                         LoopSide side);

private:
    [[nodiscard]] Result<void> feed(RecordType type, const std::function<void(const Record&)>& read);

    Workplace m_work;
    RecordWalk& m_walk;
};

} // namespace frontsheet
