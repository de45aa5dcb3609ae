#include "core/store/server_rows.h"

namespace frontsheet::store {

using sqlite::Blob;

Result<std::vector<WithheldHere>> ServerRows::withheldAbout(const PersonId& person) {
    // Names of one kind about one person stand together in the table's order within each server.
    const std::string from = "withheld:" + person.hex() + ":";
    const std::string to = "withheld:" + person.hex() + ";"; // the character after ':'
    FS_ASSIGN(auto rows, m_db.prepare("SELECT s.agency, s.name FROM server v JOIN scope s ON s.agency = v.agency "
                                      "AND s.name >= ? AND s.name < ? ORDER BY s.agency, s.name"));
    rows.bind(from, to);
    std::vector<WithheldHere> out;
    for (;;) {
        FS_ASSIGN(const bool more, rows.next());
        if (!more) {
            return out;
        }
        const auto key = ScopeKey::named(rows.text(1));
        if (key && key->scope.kind == Scope::Kind::Withheld) {
            out.push_back({AgencyId{std::string{rows.text(0)}}, key->scope});
        }
    }
}

Result<SyncPosition> ServerRows::position(const AgencyId& server) {
    SyncPosition position;
    {
        FS_ASSIGN(auto row, m_db.prepare("SELECT epoch, feed_seq FROM server WHERE agency = ?"));
        FS_ASSIGN(const bool known, row.bind(server).next());
        if (!known) {
            return position;
        }
        position.epoch = row.id<Epoch>(0);
        position.feedSeq = static_cast<std::uint64_t>(row.integer(1));
    }
    FS_ASSIGN(auto rows, m_db.prepare("SELECT name, complete, from_seq, resume_key, soft_hours, hard_hours FROM scope "
                                      "WHERE agency = ? ORDER BY name"));
    rows.bind(server);
    for (;;) {
        FS_ASSIGN(const bool more, rows.next());
        if (!more) {
            return position;
        }
        std::string key{rows.text(0)};
        if (rows.integer(1) == 0) {
            position.partial.push_back({key, static_cast<std::uint64_t>(rows.integer(2)), Bytes{rows.blob(3)},
                                        static_cast<std::uint16_t>(rows.integer(4)),
                                        static_cast<std::uint16_t>(rows.integer(5))});
        }
        if (!isAgain(key)) {
            position.held.push_back(std::move(key));
        }
    }
}

Result<std::vector<ServerState>> ServerRows::states() {
    FS_ASSIGN(auto rows, m_db.prepare("SELECT agency, last_answered, last_tried, last_error, failing, first_sync_done, "
                                      "reconciling FROM server ORDER BY agency"));
    std::vector<ServerState> out;
    for (;;) {
        FS_ASSIGN(const bool more, rows.next());
        if (!more) {
            return out;
        }
        ServerState state;
        state.agency = rows.code<AgencyId>(0);
        state.lastAnswered = rows.time(1);
        state.lastTried = rows.time(2);
        state.lastError = static_cast<ErrorCode>(rows.integer(3));
        state.failing = rows.integer(4) != 0;
        state.firstSyncDone = rows.integer(5) != 0;
        state.reconciling = rows.integer(6) != 0;
        out.push_back(std::move(state));
    }
}

Result<HeldScopes> ServerRows::held(const AgencyId& server) {
    FS_ASSIGN(auto rows, m_db.prepare("SELECT name FROM scope WHERE agency = ?"));
    rows.bind(server);
    HeldScopes held;
    for (;;) {
        FS_ASSIGN(const bool more, rows.next());
        if (!more) {
            return held;
        }
        const auto key = ScopeKey::named(rows.text(0));
        if (key && key->turn == ScopeKey::Turn::Lasting) {
            held.add(key->scope);
        }
    }
}

Result<bool> ServerRows::holdsAny(const AgencyId& server) {
    FS_ASSIGN(auto rows, m_db.prepare("SELECT name FROM scope WHERE agency = ?"));
    rows.bind(server);
    for (;;) {
        FS_ASSIGN(const bool more, rows.next());
        if (!more) {
            return false;
        }
        const auto key = ScopeKey::named(rows.text(0));
        if (key && key->turn == ScopeKey::Turn::Lasting && key->scope.kind != Scope::Kind::Withheld) {
            return true;
        }
    }
}

Result<bool> ServerRows::holds(const AgencyId& server, const std::string& scope) {
    FS_ASSIGN(const auto found,
              m_db.integer("SELECT EXISTS (SELECT 1 FROM scope WHERE agency = ? AND name = ?)", server, scope));
    return found != 0;
}

Result<Epoch> ServerRows::epoch(const AgencyId& server) {
    FS_ASSIGN(auto row, m_db.prepare("SELECT epoch FROM server WHERE agency = ?"));
    FS_ASSIGN(const bool known, row.bind(server).next());
    return known ? row.id<Epoch>(0) : Epoch{};
}

Result<void> ServerRows::ensure(const AgencyId& server) {
    return m_db.run("INSERT OR IGNORE INTO server (agency) VALUES (?)", server);
}

Result<void> ServerRows::setEpoch(const AgencyId& server, const Epoch& epoch) {
    return m_db.run("UPDATE server SET epoch = ? WHERE agency = ?", epoch, server);
}

Result<std::uint64_t> ServerRows::feedSeq(const AgencyId& server) {
    FS_ASSIGN(const auto seq, m_db.integer("SELECT coalesce(max(feed_seq), 0) FROM server WHERE agency = ?", server));
    return static_cast<std::uint64_t>(seq);
}

Result<void> ServerRows::setFeedSeq(const AgencyId& server, std::uint64_t feedSeq) {
    return m_db.run("UPDATE server SET feed_seq = ? WHERE agency = ?", feedSeq, server);
}

Result<void> ServerRows::grant(const AgencyId& server, const ScopeProgress& scope) {
    return m_db.run("INSERT INTO scope (agency, name, from_seq, resume_key, complete, soft_hours, hard_hours) "
                    "VALUES (?, ?, ?, ?, 0, ?, ?) ON CONFLICT DO UPDATE SET from_seq = excluded.from_seq, "
                    "resume_key = excluded.resume_key, complete = 0, soft_hours = excluded.soft_hours, "
                    "hard_hours = excluded.hard_hours",
                    server, scope.scope, scope.fromSeq, Blob{scope.resumeKey}, scope.softHours, scope.hardHours);
}

Result<void> ServerRows::drop(const AgencyId& server, const std::string& scope) {
    return m_db.run("DELETE FROM scope WHERE agency = ? AND name = ?", server, scope);
}

Result<void> ServerRows::dropAll(const AgencyId& server) {
    return m_db.run("DELETE FROM scope WHERE agency = ?", server);
}

Result<void> ServerRows::advance(const AgencyId& server, const IncomingPage& page) {
    if (page.scopeComplete && isAgain(page.scope)) {
        return drop(server, page.scope);
    }
    if (page.scopeComplete) {
        return m_db.run("UPDATE scope SET complete = 1, resume_key = x'' WHERE agency = ? AND name = ?", server,
                        page.scope);
    }
    return m_db.run("UPDATE scope SET resume_key = ? WHERE agency = ? AND name = ?", Blob{page.resumeKey}, server,
                    page.scope);
}

Result<bool> ServerRows::isFetching(const AgencyId& server) {
    FS_ASSIGN(const auto partial,
              m_db.integer("SELECT EXISTS (SELECT 1 FROM scope WHERE agency = ? AND complete = 0)", server));
    return partial != 0;
}

Result<bool> ServerRows::isRefetching(const AgencyId& server) {
    FS_ASSIGN(const auto refetching,
              m_db.integer("SELECT EXISTS (SELECT 1 FROM server WHERE agency = ? AND refetching = 1)", server));
    return refetching != 0;
}

Result<void> ServerRows::beginRefetching(const AgencyId& server) {
    return m_db.run("UPDATE server SET refetching = 1 WHERE agency = ?", server);
}

Result<void> ServerRows::endRefetching(const AgencyId& server) {
    return m_db.run("UPDATE server SET refetching = 0 WHERE agency = ?", server);
}

namespace {

// SQLite's integers have a sign; a removal's number is 64 random bits.
std::int64_t signedOf(std::uint64_t bits) { return static_cast<std::int64_t>(bits); }

} // namespace

Result<void> ServerRows::noteRemoval(const AgencyId& server, std::uint64_t number) {
    return m_db.run("INSERT OR REPLACE INTO removal VALUES (?, ?, 1)", server, signedOf(number));
}

Result<bool> ServerRows::anyRemovalUnderWay() {
    FS_ASSIGN(const auto any, m_db.integer("SELECT EXISTS (SELECT 1 FROM removal WHERE state = 1)"));
    return any != 0;
}

Result<void> ServerRows::removalsAreDone() {
    // An edit that was handed out has in it what its author saw until its home has answered.
    return m_db.run("UPDATE removal SET state = 2 WHERE state = 1 AND NOT EXISTS (SELECT 1 FROM outbox o "
                    "WHERE o.home = removal.agency AND o.apart = 1 AND o.handed_out = 1 AND o.state IN (1, 5))");
}

Result<std::vector<std::uint64_t>> ServerRows::removalsDone(const AgencyId& server) {
    FS_ASSIGN(auto rows, m_db.prepare("SELECT number FROM removal WHERE agency = ? AND state = 2 LIMIT 256"));
    rows.bind(server);
    std::vector<std::uint64_t> numbers;
    for (;;) {
        FS_ASSIGN(const bool more, rows.next());
        if (!more) {
            return numbers;
        }
        numbers.push_back(static_cast<std::uint64_t>(rows.integer(0)));
    }
}

Result<void> ServerRows::removalsTold(const AgencyId& server, const std::vector<std::uint64_t>& numbers) {
    for (const auto number : numbers) {
        FS_TRY(m_db.run("DELETE FROM removal WHERE agency = ? AND number = ? AND state = 2", server, signedOf(number)));
    }
    return ok();
}

Result<HeldPoint> ServerRows::comparedUpTo(const AgencyId& server) {
    FS_ASSIGN(auto row, m_db.prepare("SELECT compared_scope, compared_record FROM server WHERE agency = ?"));
    FS_ASSIGN(const bool known, row.bind(server).next());
    return known ? HeldPoint{std::string{row.text(0)}, row.id<RecordId>(1)} : HeldPoint{};
}

Result<void> ServerRows::setComparedUpTo(const AgencyId& server, const HeldPoint& point) {
    return m_db.run("UPDATE server SET compared_scope = ?, compared_record = ? WHERE agency = ?", point.scope,
                    sqlite::orNull(point.record), server);
}

Result<void> ServerRows::setPartners(const AgencyId& server, Partners partners) {
    return m_db.run("UPDATE server SET reconciling = ?1 WHERE agency = ?2 AND reconciling <> ?1",
                    partners == Partners::Waiting ? 1 : 0, server);
}

Result<void> ServerRows::setClosed(const AgencyId& server) {
    return m_db.run("UPDATE server SET closed = 1, feed_seq = 0, first_sync_done = 0 WHERE agency = ?", server);
}

Result<void> ServerRows::noteAnswer(const AgencyId& server, WallTime serverTime, WallTime at, FirstSync firstSync) {
    FS_TRY(noteWall(at));
    return m_db.run(
        "UPDATE server SET server_time = ?, last_answered = ?, last_tried = ?, greatest_wall = ?, failing = 0, "
        "last_error = 0, first_sync_done = max(first_sync_done, ?) WHERE agency = ?",
        serverTime, at, at, at, firstSync == FirstSync::Done, server);
}

Result<void> ServerRows::noteFailure(const AgencyId& server, ErrorCode error, WallTime at) {
    FS_TRY(noteWall(at));
    return m_db.run("UPDATE server SET last_tried = ?, failing = 1, last_error = ? WHERE agency = ?", at, error,
                    server);
}

Result<void> ServerRows::noteWall(WallTime at) {
    return m_db.run("UPDATE server SET greatest_wall = ?1 WHERE greatest_wall < ?1", at);
}

} // namespace frontsheet::store
