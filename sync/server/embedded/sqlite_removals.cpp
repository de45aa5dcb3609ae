#include "sync/server/embedded/sqlite_removals.h"

#include "sync/wire/body_codec.h"

namespace frontsheet {

using removal::GrantedOnce;
using removal::HeldIntent;
using removal::HeldState;
using removal::InboxShare;
using removal::Removal;
using sqlite::Blob;
using sqlite::Statement;

namespace {

// SQLite's integers have a sign; a removal's number is 64 random bits, and so are the categories.
std::int64_t signedOf(std::uint64_t bits) { return static_cast<std::int64_t>(bits); }
std::uint64_t bitsOf(std::int64_t number) { return static_cast<std::uint64_t>(number); }

template <class Row, class Read>
Result<std::vector<Row>> all(Statement& rows, Read read) {
    std::vector<Row> out;
    for (;;) {
        FS_ASSIGN(const bool more, rows.next());
        if (!more) {
            return out;
        }
        FS_ASSIGN(auto row, read(rows));
        out.push_back(std::move(row));
    }
}

template <class Row>
std::optional<Row> firstOf(std::vector<Row> rows) {
    return rows.empty() ? std::nullopt : std::optional{std::move(rows.front())};
}

#define FS_GRANTED_COLUMNS "device, person, agency, worker, categories, at"

Result<GrantedOnce> readGranted(const Statement& row) {
    return GrantedOnce{row.id<DeviceId>(0),   row.id<PersonId>(1),    row.code<AgencyId>(2),
                       row.code<WorkerId>(3), bitsOf(row.integer(4)), row.time(5)};
}

#define FS_REMOVAL_COLUMNS "device, scope, person, agency, worker, number, asked_at, confirmed_at"

Result<Removal> readRemoval(const Statement& row) {
    return Removal{row.id<DeviceId>(0),   std::string{row.text(1)}, row.id<PersonId>(2), row.code<AgencyId>(3),
                   row.code<WorkerId>(4), bitsOf(row.integer(5)),   row.time(6),         row.time(7)};
}

#define FS_HELD_COLUMNS \
    "n, agency, worker, role, device, received_at, reason, state, settled_at, settled_by, words, intent"

Result<HeldIntent> readHeld(const Statement& row) {
    HeldIntent held;
    held.number = bitsOf(row.integer(0));
    held.author = {row.code<AgencyId>(1), row.code<WorkerId>(2), std::string{row.text(3)}, row.id<DeviceId>(4)};
    held.receivedAt = row.time(5);
    held.reason = static_cast<ErrorCode>(row.integer(6));
    held.state = static_cast<HeldState>(row.integer(7));
    held.settledAt = row.time(8);
    held.settledBy = std::string{row.text(9)};
    held.words = std::string{row.text(10)};
    auto intent = wire::WireBodyCodec{}.decodeIntent(row.blob(11));
    if (!intent) {
        return {ErrorCode::StoreDamaged, "an intent in the late inbox"};
    }
    held.intent = std::move(intent).value();
    return held;
}

} // namespace

Result<std::optional<GrantedOnce>> SqliteRemovals::grantedOnce(const DeviceId& device, const PersonId& person) {
    FS_ASSIGN(auto rows,
              m_db.prepare("SELECT " FS_GRANTED_COLUMNS " FROM granted_once WHERE device = ? AND person = ?"));
    rows.bind(device, person);
    FS_ASSIGN(auto found, all<GrantedOnce>(rows, readGranted));
    return firstOf(std::move(found));
}

Result<std::vector<GrantedOnce>> SqliteRemovals::grantedAbout(const PersonId& person) {
    FS_ASSIGN(auto rows,
              m_db.prepare("SELECT " FS_GRANTED_COLUMNS " FROM granted_once WHERE person = ? ORDER BY device"));
    rows.bind(person);
    return all<GrantedOnce>(rows, readGranted);
}

Result<bool> SqliteRemovals::isAnothers(const DeviceId& device, const AgencyId& agency) {
    FS_ASSIGN(
        const auto any,
        m_db.integer("SELECT EXISTS (SELECT 1 FROM granted_once WHERE device = ? AND agency <> ?)", device, agency));
    return any != 0;
}

Result<std::vector<Removal>> SqliteRemovals::removalsAbout(const PersonId& person) {
    FS_ASSIGN(auto rows,
              m_db.prepare("SELECT " FS_REMOVAL_COLUMNS " FROM removal WHERE person = ? ORDER BY device, scope"));
    rows.bind(person);
    return all<Removal>(rows, readRemoval);
}

Result<std::vector<Removal>> SqliteRemovals::removalsFrom(const DeviceId& device) {
    FS_ASSIGN(auto rows, m_db.prepare("SELECT " FS_REMOVAL_COLUMNS " FROM removal WHERE device = ? ORDER BY scope"));
    rows.bind(device);
    return all<Removal>(rows, readRemoval);
}

Result<void> SqliteRemovals::removals(const RemovalVisitor& visitor) {
    FS_ASSIGN(auto rows, m_db.prepare("SELECT " FS_REMOVAL_COLUMNS " FROM removal ORDER BY device, scope"));
    for (;;) {
        FS_ASSIGN(const bool more, rows.next());
        if (!more) {
            return ok();
        }
        FS_ASSIGN(const auto removal, readRemoval(rows));
        FS_TRY(visitor(removal));
    }
}

Result<std::optional<HeldIntent>> SqliteRemovals::held(std::uint64_t number) {
    FS_ASSIGN(auto rows, m_db.prepare("SELECT " FS_HELD_COLUMNS " FROM held WHERE n = ?"));
    rows.bind(signedOf(number));
    FS_ASSIGN(auto found, all<HeldIntent>(rows, readHeld));
    return firstOf(std::move(found));
}

Result<std::optional<HeldIntent>> SqliteRemovals::heldAs(const DeviceId& device, const OpId& op) {
    FS_ASSIGN(auto rows, m_db.prepare("SELECT " FS_HELD_COLUMNS " FROM held WHERE op = ? AND device = ?"));
    rows.bind(op, device);
    FS_ASSIGN(auto found, all<HeldIntent>(rows, readHeld));
    return firstOf(std::move(found));
}

Result<std::vector<HeldIntent>> SqliteRemovals::inbox(std::optional<HeldState> state) {
    FS_ASSIGN(auto rows,
              m_db.prepare("SELECT " FS_HELD_COLUMNS " FROM held WHERE ?1 IS NULL OR state = ?1 ORDER BY n"));
    rows.bind(state);
    return all<HeldIntent>(rows, readHeld);
}

Result<InboxShare> SqliteRemovals::waitingFrom(const DeviceId& device) {
    FS_ASSIGN(auto rows, m_db.prepare("SELECT count(*), coalesce(sum(length(intent)), 0) FROM held "
                                      "WHERE device = ? AND state = 1"));
    rows.bind(device);
    FS_TRY(rows.next());
    return InboxShare{static_cast<std::size_t>(rows.integer(0)), static_cast<std::uint64_t>(rows.integer(1))};
}

Result<bool> SqliteRemovals::waitsAbout(const DeviceId& device, const RecordId& record) {
    FS_ASSIGN(const auto any, m_db.integer("SELECT EXISTS (SELECT 1 FROM held WHERE device = ? AND record = ? AND "
                                           "state = 1)",
                                           device, record));
    return any != 0;
}

Result<void> SqliteRemovals::noteGranted(const GrantedOnce& granted) {
    return m_db.run("INSERT INTO granted_once (device, person, agency, worker, categories, at) "
                    "VALUES (?, ?, ?, ?, ?, ?) "
                    "ON CONFLICT DO UPDATE SET categories = categories | excluded.categories "
                    "WHERE categories | excluded.categories <> categories",
                    granted.device, granted.person, granted.agency, granted.worker, signedOf(granted.categories),
                    granted.at);
}

Result<void> SqliteRemovals::noteAsked(const Removal& removal) {
    // Asked again because the answer was lost, it was asked for the first time when it was.
    return m_db.run("INSERT INTO removal (device, scope, person, agency, worker, number, asked_at, confirmed_at) "
                    "VALUES (?, ?, ?, ?, ?, ?, ?, 0) ON CONFLICT DO UPDATE SET number = excluded.number, "
                    "asked_at = CASE confirmed_at WHEN 0 THEN asked_at ELSE excluded.asked_at END, "
                    "worker = excluded.worker, confirmed_at = 0",
                    removal.device, removal.scope, sqlite::orNull(removal.person), removal.agency, removal.worker,
                    signedOf(removal.number), removal.askedAt);
}

Result<void> SqliteRemovals::noteConfirmed(const DeviceId& device, std::uint64_t number, WallTime at) {
    return m_db.run("UPDATE removal SET confirmed_at = ? WHERE device = ? AND number = ? AND confirmed_at = 0", at,
                    device, signedOf(number));
}

Result<void> SqliteRemovals::hold(const HeldIntent& held) {
    const Bytes intent = wire::WireBodyCodec{}.encodeIntent(held.intent);
    return m_db.run(
        "INSERT INTO held (op, device, agency, worker, role, record, type, person, received_at, reason, "
        "state, settled_at, settled_by, words, intent) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, 0, '', '', ?) "
        "ON CONFLICT (op, device) DO NOTHING",
        held.intent.op, held.author.device, held.author.agency, held.author.worker, held.author.role,
        held.intent.record, held.intent.type, sqlite::orNull(held.intent.person), held.receivedAt, held.reason,
        Blob{intent});
}

Result<void> SqliteRemovals::settleHeld(std::uint64_t number, HeldState state, const std::string& by,
                                        const std::string& words, WallTime at) {
    FS_TRY(m_db.run("UPDATE held SET state = ?, settled_at = ?, settled_by = ?, words = ? WHERE n = ? AND state = 1",
                    state, at, by, words, signedOf(number)));
    if (m_db.changes() != 1) {
        return {ErrorCode::NotFound, "nothing waits under that number"};
    }
    return m_db.run("INSERT INTO tiding (seq, held, device) SELECT (SELECT coalesce(max(seq), 0) + 1 FROM tiding), n, "
                    "device FROM held WHERE n = ?",
                    signedOf(number)); // its author is told
}

} // namespace frontsheet
