// DeviceStore as SyncStore, where what is held is compared with what its home would send.
#include "core/base/planted_bug.h"
#include "core/store/device_store_impl.h"
#include "core/store/held_walk.h"
#include "core/store/index_check.h"
#include "core/store/tuning.h"

#include <algorithm>
#include <map>

namespace frontsheet {

using store::HeldWalk;
using store::IndexTurn;
using store::RecordChanges;
using store::ServerRows;

Result<std::vector<HeldSpan>> DeviceStore::spansToCompare(const AgencyId& server, std::size_t maxRecords) {
    return m_impl->readers.read([&](sqlite::Connection& db) -> Result<std::vector<HeldSpan>> {
        ServerRows servers(db);
        FS_ASSIGN(const auto epoch, servers.epoch(server));
        FS_ASSIGN(const bool fetching, servers.isFetching(server));
        FS_ASSIGN(const bool refetching, servers.isRefetching(server));
        if (epoch.isNull() || fetching || refetching) {
            return std::vector<HeldSpan>{}; // it is not all here yet
        }
        FS_ASSIGN(const auto from, servers.comparedUpTo(server));
        FS_ASSIGN(auto span, HeldWalk(db, m_impl->parts.codec, server).span(from, {}, maxRecords));
        return std::vector<HeldSpan>{std::move(span)};
    });
}

namespace {

// Where the home's list of a stretch and what is here disagree.
std::vector<RecordId> disagreeing(const HeldSpan& part, const std::map<RecordId, std::uint64_t>& here) {
    std::vector<RecordId> ids;
    auto theirs = part.items.begin();
    for (const auto& [id, hash] : here) {
        for (; theirs != part.items.end() && theirs->record < id; ++theirs) {
            ids.push_back(theirs->record);
        }
        const bool both = theirs != part.items.end() && theirs->record == id;
        if (!both || theirs->hash != hash) {
            ids.push_back(id);
        }
        theirs += both ? 1 : 0;
    }
    for (; theirs != part.items.end(); ++theirs) {
        ids.push_back(theirs->record);
    }
    return ids;
}

} // namespace

Result<SyncStore::Differences> DeviceStore::differences(const AgencyId& server, const std::vector<HeldSpan>& parts) {
    Differences found;
    FS_TRY(m_impl->readers.read([&](sqlite::Connection& db) -> Result<void> {
        HeldWalk walk(db, m_impl->parts.codec, server);
        for (const auto& part : parts) {
            if (found.ask.size() >= store::kSpansAskedAtOnce || found.wanted.size() >= store::kWantedAtOnce) {
                return ok(); // the others with the next comparison
            }
            if (!part.listed) {
                FS_ASSIGN(auto here, walk.span(part.after, part.upTo, store::kComparedAtOnce));
                const bool same = here.upTo == part.upTo && here.count == part.count && here.hash == part.hash;
                if (!same) {
                    found.ask.push_back(std::move(here));
                }
                continue;
            }
            std::map<RecordId, std::uint64_t> here;
            FS_ASSIGN(const auto reached,
                      walk.walk(part.after, part.upTo, store::kComparedAtOnce,
                                [&](const HeldPoint& at, std::uint64_t hash) { here.emplace(at.record, hash); }));
            (void)
                reached; // what is beyond it is missing here as far as this comparison goes: it comes again, and is the same
            const auto ids = disagreeing(part, here);
            found.wanted.insert(found.wanted.end(), ids.begin(), ids.end());
        }
        return ok();
    }));
    std::sort(found.wanted.begin(), found.wanted.end());
    found.wanted.erase(std::unique(found.wanted.begin(), found.wanted.end()), found.wanted.end());
    if (found.wanted.size() > store::kWantedAtOnce) {
        found.wanted.resize(store::kWantedAtOnce);
    }
    if (found.wanted.empty()) {
        return found;
    }
    const std::lock_guard lock(m_impl->mutex);
    FS_TRY(m_impl->commit(nullptr, nullptr, [&](RecordChanges& changes) -> Result<void> {
        for (const auto& id : found.wanted) {
            FS_TRY(changes.doubt(server, id));
        }
        return ok();
    }));
    return found;
}

Result<void> DeviceStore::comparedUpTo(const AgencyId& server, const HeldPoint& point) {
    {
        const std::lock_guard lock(m_impl->mutex);
        FS_TRY(m_impl->commit(nullptr, nullptr, [&](RecordChanges&) -> Result<void> {
            FS_TRY(IndexTurn(*m_impl->writer).compared());
            return ServerRows(*m_impl->writer).setComparedUpTo(server, point);
        }));
    }
    return m_impl->checkIndexInTurn();
}

// Beside whoever saves; the writer is wanted for a moment, and for what is wrong.
Result<void> DeviceStore::Impl::checkIndexInTurn() {
    std::optional<std::int64_t> block;
    std::vector<std::int64_t> wrong;
    FS_TRY(readers.read([&](sqlite::Connection& db) -> Result<void> {
        FS_ASSIGN(block, IndexTurn(db).due());
        if (block) {
            FS_ASSIGN(wrong, store::wronglyIndexed(db, parts.codec, *block));
        }
        return ok();
    }));
    if (!block) {
        return ok();
    }
    const std::lock_guard lockOfWriter(mutex);
    return commit(nullptr, nullptr, [&](RecordChanges& changes) -> Result<void> {
        FS_TRY(planted(PlantedBug::StrayWordsStay) ? ok() : changes.indexAnew(wrong));
        return IndexTurn(*writer).lookedAt(*block);
    });
}

} // namespace frontsheet
