#include "sync/server/held_comparison.h"

#include "core/domain/going_on.h"
#include "sync/server/limits.h"
#include "sync/wire/content_hash.h"
#include "sync/wire/wire_limits.h"

#include <algorithm>
#include <limits>

namespace frontsheet {

namespace {

// Past the span's end, or where none of its records can be.
bool isPast(const HeldSpan& span, const std::string& scope) {
    return !span.upTo.scope.empty() &&
           (span.upTo.scope < scope || (scope == span.upTo.scope && span.upTo.record.isNull()));
}

auto firstFrom(const std::vector<GrantSet::Granted>& scopes, const std::string& name) {
    return std::lower_bound(
        scopes.begin(), scopes.end(), name,
        [](const GrantSet::Granted& granted, const std::string& wanted) { return granted.name < wanted; });
}

} // namespace

bool HeldComparison::concerns(const HeldSpan& span, const Moved& moved) const {
    if (moved.empty()) {
        return false;
    }
    const bool aboutAnybody =
        std::any_of(moved.begin(), moved.end(), [](const PersonId& who) { return !who.isNull(); });
    for (auto at = firstFrom(m_grants.scopes(), span.after.scope); at != m_grants.scopes().end(); ++at) {
        if (isPast(span, at->name)) {
            return false;
        }
        const Scope& scope = at->key.scope;
        const bool everyones = scope.kind == Scope::Kind::Everyone;
        if (everyones ? aboutAnybody : moved.contains(scope.person)) {
            return true;
        }
    }
    return false;
}

Result<HeldComparison::Walked> HeldComparison::walk(const HeldSpan& span) {
    Walked walked;
    walked.upTo = span.upTo;
    for (auto granted = firstFrom(m_grants.scopes(), span.after.scope); granted != m_grants.scopes().end(); ++granted) {
        if (isPast(span, granted->name)) {
            break;
        }
        if (m_looked >= server_limits::kComparedPerRequest) {
            walked.upTo = {granted->name, {}};
            break;
        }
        ++m_looked;
        const Scope& scope = granted->key.scope;
        if (scope.kind == Scope::Kind::Withheld) {
            continue;
        }
        auto range = rangeOf(scope);
        if (granted->name == span.after.scope) {
            range.after = span.after.record;
        }
        const bool isLast = granted->name == span.upTo.scope;
        // How far it comes depends on what is counted alone, but for very much that is not (as a page of the scope: pull.cpp).
        RecordId looked;
        RecordId counted;
        bool spent = false;
        FS_TRY(m_ledger.records(range, [&](const KeptRecord& kept) -> Result<Walk> {
            if (isLast && span.upTo.record < kept.header.id) {
                return Walk::Stop;
            }
            spent =
                m_looked >= server_limits::kComparedPerRequest || m_passedOver >= server_limits::kWithheldPassedOver;
            if (spent) {
                return Walk::Stop;
            }
            looked = kept.header.id;
            FS_ASSIGN(const auto sent, m_pull.asSent(kept, scope));
            if (!sent) {
                ++m_passedOver;
                return Walk::On;
            }
            ++m_looked;
            counted = sent->header.id;
            walked.entries.push_back({{granted->name, counted}, wire::contentHash(sent->header, sent->body)});
            return Walk::On;
        }));
        if (spent) {
            const bool far = m_passedOver >= server_limits::kWithheldPassedOver && !looked.isNull();
            walked.upTo = {granted->name, far                ? whereToGoOn(looked, range.after, counted)
                                          : counted.isNull() ? range.after
                                                             : counted};
            break;
        }
    }
    return walked;
}

// All of it, one part for each scope and one for each gap between them.
void HeldComparison::list(const HeldSpan& span, const Walked& walked, std::vector<HeldSpan>& parts) {
    HeldPoint from = span.after;
    const auto part = [&](const HeldPoint& upTo) -> HeldSpan& {
        HeldSpan next;
        next.after = from;
        next.upTo = upTo;
        next.listed = true;
        from = upTo;
        parts.push_back(std::move(next));
        return parts.back();
    };
    const auto& entries = walked.entries;
    for (std::size_t i = 0; i < entries.size();) {
        const HeldPoint start{entries[i].at.scope, {}};
        if (from < start) {
            part(start);
        }
        std::size_t end = i;
        while (end < entries.size() && entries[end].at.scope == entries[i].at.scope) {
            ++end;
        }
        HeldSpan& own = part(entries[end - 1].at);
        for (; i < end; ++i) {
            own.items.push_back({entries[i].at.record, entries[i].hash});
            own.hash += entries[i].hash;
        }
        own.count = static_cast<std::uint32_t>(own.items.size());
    }
    if (from != walked.upTo) {
        part(walked.upTo);
    }
}

void HeldComparison::split(const HeldSpan& span, const Walked& walked, std::vector<HeldSpan>& parts) {
    const auto& entries = walked.entries;
    const std::size_t each = entries.size() / server_limits::kSpanParts + 1;
    HeldPoint from = span.after;
    for (std::size_t i = 0; i < entries.size();) {
        HeldSpan next;
        next.after = from;
        const std::size_t end = std::min(i + each, entries.size());
        for (; i < end; ++i) {
            ++next.count;
            next.hash += entries[i].hash;
        }
        next.upTo = end == entries.size() ? walked.upTo : entries[end - 1].at;
        from = next.upTo;
        parts.push_back(std::move(next));
    }
}

Result<void> HeldComparison::answer(wire::SyncReply& reply, const std::vector<HeldSpan>& spans, const Moved& moved) {
    std::size_t items = 0;
    for (const auto& span : spans) {
        const bool full = items + server_limits::kListedAtOnce > wire::kMaxSpanItems ||
                          reply.differing.size() + 2 * server_limits::kListedAtOnce + 2 > wire::kMaxSpanParts;
        if (full || m_looked >= server_limits::kComparedPerRequest || concerns(span, moved)) {
            return ok();
        }
        FS_ASSIGN(const auto walked, walk(span));
        ++reply.compared;
        std::uint64_t hash = 0;
        for (const auto& entry : walked.entries) {
            hash += entry.hash;
        }
        const bool whole = walked.upTo == span.upTo;
        if (whole && walked.entries.size() == span.count && hash == span.hash) {
            continue;
        }
        if (walked.entries.size() <= server_limits::kListedAtOnce) {
            items += walked.entries.size();
            list(span, walked, reply.differing);
        } else {
            split(span, walked, reply.differing);
        }
        if (!whole) {
            HeldSpan rest;
            rest.after = walked.upTo;
            rest.upTo = span.upTo;
            rest.count = std::numeric_limits<std::uint32_t>::max(); // not looked at
            reply.differing.push_back(std::move(rest));
        }
    }
    return ok();
}

} // namespace frontsheet
