#include "sync/server/history_service.h"

#include "sync/server/limits.h"
#include "sync/wire/body_codec.h"

#include <algorithm>

namespace frontsheet {

Result<HistoryPage> HistoryService::answer(const RecordId& record, HomeVersion before) {
    FS_ASSIGN(const auto found, m_ledger.record(record));
    if (!found) {
        return {ErrorCode::NotFound, "record"};
    }
    const KeptRecord current{found->header, found->body};
    FS_ASSIGN(const auto newest, m_pull.shown(current));
    if (!newest) {
        return {ErrorCode::NotFound, "record"};
    }
    HistoryPage page;
    page.serverTime = m_now;
    const auto isWanted = [before](const KeptRecord& kept) { return before.n == 0 || kept.header.version < before; };
    if (isWanted(current)) {
        FS_ASSIGN([[maybe_unused]] const auto walk, add(page, current, *newest));
    }
    FS_TRY(m_ledger.history(record, [&](const KeptRecord& kept) -> Result<Walk> {
        return isWanted(kept) ? add(page, kept, *newest) : Result<Walk>{Walk::On};
    }));
    return page;
}

Result<Walk> HistoryService::add(HistoryPage& page, const KeptRecord& kept, const Pull::Shown& newest) {
    FS_ASSIGN(auto shown, m_pull.shown(kept, &newest));
    if (!shown) {
        return Walk::On;
    }
    const bool full = page.versions.size() == server_limits::kVersionsPerPage ||
                      (m_bytes + shown->record.body.size() > server_limits::kHoldingBytesPerPage && m_bytes > 0);
    if (full) {
        page.next = page.versions.back().version;
        return Walk::Stop;
    }
    m_bytes += shown->record.body.size();
    Record version = std::move(shown->record.header);
    FS_ASSIGN(version.fields, wire::decodeBody(shown->record.body));
    auto& parts = m_release.parts;
    auto part = std::find_if(parts.begin(), parts.end(),
                             [&](const disclosure::SentPart& one) { return one.terms == shown->terms; });
    if (part == parts.end()) {
        parts.push_back({shown->terms, {}});
        part = parts.end() - 1;
    }
    part->records.push_back({version.id, version.version, version.person});
    page.versions.push_back(std::move(version));
    return Walk::On;
}

} // namespace frontsheet
