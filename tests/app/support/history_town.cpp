#include "tests/app/support/history_town.h"

#include "core/domain/schema/referral.h"
#include "core/domain/schema/registration.h"

namespace frontsheet::testing {

Result<HistoryPage> HistoryTown::ask(const AgencyId& home, const RecordId& record, const HomeVersion& before) {
    asked.push_back(record);
    if (fails != ErrorCode{}) {
        return {fails, "as told"};
    }
    FS_ASSIGN(const auto held, m_kitley.store.record(record));
    if (!held || held->record.home != home) {
        return {ErrorCode::NotFound, "record"};
    }
    using std::chrono::hours;
    Record now = held->record;
    now.version.n = 3;
    now.recordedAt = kKitleyNow + -hours{3 * 24};
    now.occurredAt = now.recordedAt;
    Record second = now;
    second.version.n = 2;
    second.recordedAt = kKitleyNow + -hours{40 * 24};
    second.authorAgency = m_kitley.me.agency;
    second.author = m_kitley.me.worker;
    if (now.type == RecordType::Registration) {
        second.fields.put(registration::kPhone, std::string{"01632 960777"});
        second.fields.put(registration::kAlert, std::string{"Falls. Wears a pendant alarm."});
    } else if (now.type == RecordType::Referral) {
        second.fields.put(referral::kReason, std::string{"Asked for help with the bath."});
    }
    Record first = second;
    first.version.n = 1;
    first.recordedAt = kKitleyNow + -hours{400 * 24};
    first.occurredAt = first.recordedAt + -hours{50};
    first.author = WorkerId{};
    if (now.type == RecordType::Registration) {
        first.fields.erase(registration::kAccessNote.tag);
        first.fields.erase(registration::kAlert.tag);
    }
    HistoryPage page;
    page.serverTime = kKitleyNow;
    for (const auto& version : {now, second, first}) {
        if (before.n == 0 || version.version < before) {
            page.versions.push_back(version);
        }
    }
    return page;
}

} // namespace frontsheet::testing
