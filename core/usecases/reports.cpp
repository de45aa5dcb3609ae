#include "core/usecases/reports.h"

#include "core/domain/care/managing.h"

namespace frontsheet {

namespace {

Error notTheirs() { return {ErrorCode::NotPermitted, "an agency's report is its managers'"}; }

} // namespace

bool Reports::managesAgency() const { return care::mayManage(m_work.me); }

Result<void> Reports::feed(RecordType type, const std::function<void(const Record&)>& read) {
    return m_walk.eachOfType(type, [&](const WorkingRecord& working) {
        read(working.record);
        return ok();
    });
}

Result<report::Cohort> Reports::cohort(const report::ReportPeriod& period, ReportScope scope) {
    if (scope == ReportScope::MyAgencys && !managesAgency()) {
        return notTheirs();
    }
    const report::CohortOf of{m_work.me.agency, scope == ReportScope::Mine ? m_work.me.worker : WorkerId{}};
    report::CohortReader reader{period, today(m_work), of};
    for (const auto type :
         {RecordType::Placement, RecordType::Death, RecordType::Registration, RecordType::PersonLink}) {
        FS_TRY(feed(type, [&](const Record& record) { reader.read(record); }));
    }
    return reader.finish();
}

Result<report::ReferralLoop> Reports::referrals(const report::ReportPeriod& period, ReportScope scope, LoopSide side) {
    report::LoopOf of;
    if (scope == ReportScope::MyAgencys) {
        if (!managesAgency()) {
            return notTheirs();
        }
        (side == LoopSide::Sent ? of.home : of.to) = m_work.me.agency;
    } else {
        (side == LoopSide::Sent ? of.sentBy : of.cameTo) = m_work.me.worker;
    }
    report::ReferralReader reader{period, m_work.clock.now(), of};
    FS_TRY(feed(RecordType::Referral, [&](const Record& record) { reader.read(record); }));
    return reader.finish();
}

} // namespace frontsheet
