// Where the device stands with each server: epoch, cursor, scopes held and half fetched, and how it last answered.
#pragma once

#include "core/base/result.h"
#include "core/domain/held_scopes.h"
#include "core/sqlite/connection.h"
#include "core/usecases/ports/outbox_reader.h"
#include "core/usecases/ports/record_reader.h"
#include "core/usecases/ports/sync_store.h"

#include <string>
#include <vector>

namespace frontsheet::store {

class ServerRows {
public:
    explicit ServerRows(sqlite::Connection& db) : m_db(db) {}

    [[nodiscard]] Result<SyncPosition> position(const AgencyId& server);
    [[nodiscard]] Result<std::vector<ServerState>> states();
    // All of a caseload's scopes: milliseconds for thousands of people.
    [[nodiscard]] Result<HeldScopes> held(const AgencyId& server);
    [[nodiscard]] Result<bool> holdsAny(const AgencyId& server); // that covers anything
    // Scopes of Kind::Withheld about the person, of every server.
    [[nodiscard]] Result<std::vector<WithheldHere>> withheldAbout(const PersonId& person);
    [[nodiscard]] Result<bool> holds(const AgencyId& server, const std::string& scope);

    [[nodiscard]] Result<Epoch> epoch(const AgencyId& server); // null: not met yet
    [[nodiscard]] Result<void> ensure(const AgencyId& server);
    [[nodiscard]] Result<void> setEpoch(const AgencyId& server, const Epoch& epoch);
    [[nodiscard]] Result<std::uint64_t> feedSeq(const AgencyId& server); // the feed is read so far
    [[nodiscard]] Result<void> setFeedSeq(const AgencyId& server, std::uint64_t feedSeq);
    [[nodiscard]] Result<void> grant(const AgencyId& server, const ScopeProgress& scope);
    [[nodiscard]] Result<void> drop(const AgencyId& server, const std::string& scope);
    [[nodiscard]] Result<void> dropAll(const AgencyId& server);
    [[nodiscard]] Result<void> advance(const AgencyId& server, const IncomingPage& page);
    [[nodiscard]] Result<bool> isFetching(const AgencyId& server); // some scope is not complete
    [[nodiscard]] Result<bool> isRefetching(const AgencyId& server);
    [[nodiscard]] Result<void> beginRefetching(const AgencyId& server);
    [[nodiscard]] Result<void> endRefetching(const AgencyId& server);
    // What the server asked to remove: its rows are deleted; nothing is left of them; the server knows.
    [[nodiscard]] Result<void> noteRemoval(const AgencyId& server, std::uint64_t number);
    [[nodiscard]] Result<void> removalsAreDone(); // all that were noted and of which no edit is on its way
    [[nodiscard]] Result<std::vector<std::uint64_t>> removalsDone(const AgencyId& server);
    [[nodiscard]] Result<void> removalsTold(const AgencyId& server, const std::vector<std::uint64_t>& numbers);
    [[nodiscard]] Result<bool> anyRemovalUnderWay();
    // How far what is held has been compared with the server; the beginning when all of it was, or none.
    [[nodiscard]] Result<HeldPoint> comparedUpTo(const AgencyId& server);
    [[nodiscard]] Result<void> setComparedUpTo(const AgencyId& server, const HeldPoint& point);
    enum class Partners : std::uint8_t { Served, Waiting }; // of a home whose ledger was restored
    [[nodiscard]] Result<void> setPartners(const AgencyId& server, Partners partners);
    [[nodiscard]] Result<void> setClosed(const AgencyId& server);
    enum class FirstSync : std::uint8_t { Going, Done };
    [[nodiscard]] Result<void> noteAnswer(const AgencyId& server, WallTime serverTime, WallTime at,
                                          FirstSync firstSync);
    [[nodiscard]] Result<void> noteFailure(const AgencyId& server, ErrorCode error, WallTime at);
    // The greatest time this device's clock has shown since each answered: at least `at`.
    [[nodiscard]] Result<void> noteWall(WallTime at);

private:
    sqlite::Connection& m_db;
};

} // namespace frontsheet::store
