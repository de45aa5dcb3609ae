#include "core/store/held_walk.h"

#include "core/domain/going_on.h"
#include "core/store/tuning.h"

#include <limits>
#include <optional>

namespace frontsheet::store {

// How far one walk may still go.
struct HeldWalk::Stretch {
    HeldPoint after;
    HeldPoint upTo;
    std::size_t visits = 0; // left
    std::size_t looks = 0;  // left
    const Visitor& visit;

    [[nodiscard]] bool isSpent() const { return visits == 0 || looks == 0; }
};

namespace {

// Of the mirror: what readHeader() reads, then the body and the flags.
#define FS_HELD_COLUMNS \
    "id, home, type, person, version, category, author_agency, author, occurred_at, recorded_at, body, flags"

bool isCoveredByItsFields(RecordType type) {
    return type == RecordType::ReferralMessage || readersFieldOf(type) != nullptr;
}

} // namespace

Result<std::vector<std::string>> HeldWalk::someScopes(const std::string& from, bool inclusive) {
    // Names that pass ("again:") are in nobody's comparison.
    FS_ASSIGN(auto rows,
              m_db.prepare(inclusive ? "SELECT name FROM scope WHERE agency = ? AND name >= ? AND name NOT GLOB "
                                       "'again:*' ORDER BY name LIMIT 64"
                                     : "SELECT name FROM scope WHERE agency = ? AND name > ? AND name NOT GLOB "
                                       "'again:*' ORDER BY name LIMIT 64"));
    rows.bind(m_server, from);
    std::vector<std::string> names;
    for (;;) {
        FS_ASSIGN(const bool more, rows.next());
        if (!more) {
            return names;
        }
        names.emplace_back(rows.text(0));
    }
}

// Everybody's scope leaves to a person's own what that covers.
Result<bool> HeldWalk::comesApart(const ScopedRecord& record) {
    const auto name = Scope::ofPerson(record.person, record.category, record.audience).name();
    FS_ASSIGN(const auto held,
              m_db.integer(
                  "SELECT EXISTS (SELECT 1 FROM scope WHERE agency = ?1 AND (name = ?2 OR (name >= ?3 AND name < ?4)))",
                  m_server, name, name + "@", name + "A")); // the character after '@'
    return held != 0;
}

// Other homes' records lie between. A home is told nothing of those, so where it stops among them is said roughly.
Result<RecordId> HeldWalk::walkRows(sqlite::Statement& rows, const std::string& name, const Scope& scope,
                                    Stretch& stretch) {
    const bool isLast = name == stretch.upTo.scope;
    const RecordId after = name == stretch.after.scope ? stretch.after.record : RecordId{};
    RecordId looked;
    RecordId counted;
    for (;;) {
        FS_ASSIGN(const bool more, rows.next());
        if (!more) {
            return RecordId{};
        }
        const auto id = rows.id<RecordId>(0);
        if (isLast && stretch.upTo.record < id) {
            return RecordId{};
        }
        if (stretch.isSpent()) {
            return stretch.visits == 0 ? counted : whereToGoOn(looked, after, counted);
        }
        --stretch.looks;
        looked = id;
        const bool theirs =
            rows.integer(4) > 0 && (rows.integer(11) & kFlagLeaving) == 0 && rows.text(1) == m_server.str();
        if (!theirs) {
            continue;
        }
        Record record = readHeader(rows, 0);
        const BytesView body = rows.blob(10);
        if (isCoveredByItsFields(record.type)) {
            if (auto fields = m_codec.decode(body)) { // one that cannot be read counts by its header, and differs
                record.fields = std::move(*fields);
            }
        }
        const auto asked = scopedRecord(record);
        if (!covers(scope, asked)) {
            continue;
        }
        if (scope.kind == Scope::Kind::Everyone) {
            FS_ASSIGN(const bool apart, comesApart(asked));
            if (apart) {
                continue;
            }
        }
        record.fields = {};
        --stretch.visits;
        counted = id;
        stretch.visit({name, id}, m_codec.contentHash(record, body));
    }
}

Result<RecordId> HeldWalk::walkScope(const std::string& name, const Scope& scope, Stretch& stretch) {
    const RecordId after = name == stretch.after.scope ? stretch.after.record : RecordId{};
    switch (scope.kind) {
    case Scope::Kind::Withheld:
        return RecordId{};
    case Scope::Kind::Person:
    case Scope::Kind::Referral: {
        FS_ASSIGN(auto rows,
                  m_db.prepare("SELECT " FS_HELD_COLUMNS " FROM record WHERE person = ? AND id > ? ORDER BY id"));
        rows.bind(scope.person, after);
        return walkRows(rows, name, scope, stretch);
    }
    case Scope::Kind::Directory:
    case Scope::Kind::Everyone: {
        // No index says which these are: so many of the records are looked at, and the next comparison goes on there.
        FS_ASSIGN(auto rows, m_db.prepare("SELECT " FS_HELD_COLUMNS " FROM record WHERE id > ? ORDER BY id"));
        rows.bind(after);
        return walkRows(rows, name, scope, stretch);
    }
    }
    return RecordId{};
}

Result<HeldPoint> HeldWalk::walk(const HeldPoint& after, const HeldPoint& upTo, std::size_t most,
                                 const Visitor& visit) {
    Stretch stretch{after, upTo, most, kLookedAtToCompare, visit};
    std::string from = after.scope;
    bool inclusive = true;
    for (;;) {
        FS_ASSIGN(const auto names, someScopes(from, inclusive));
        if (names.empty()) {
            return upTo;
        }
        for (const auto& name : names) {
            const bool past =
                !upTo.scope.empty() && (upTo.scope < name || (name == upTo.scope && upTo.record.isNull()));
            if (past) {
                return upTo;
            }
            if (stretch.isSpent()) {
                return HeldPoint{name, {}};
            }
            const auto key = ScopeKey::named(name);
            if (key) {
                FS_ASSIGN(const auto stopped, walkScope(name, key->scope, stretch));
                if (!stopped.isNull()) {
                    return HeldPoint{name, stopped};
                }
            }
            if (stretch.looks > 0) {
                --stretch.looks; // a scope without records costs something as well
            }
        }
        from = names.back();
        inclusive = false;
    }
}

Result<HeldSpan> HeldWalk::span(const HeldPoint& after, const HeldPoint& upTo, std::size_t most) {
    HeldSpan span;
    span.after = after;
    FS_ASSIGN(span.upTo, walk(after, upTo, most, [&](const HeldPoint&, std::uint64_t hash) {
                  ++span.count;
                  span.hash += hash;
              }));
    return span;
}

} // namespace frontsheet::store
