#include "sync/server/embedded/sqlite_reading.h"

namespace frontsheet {

namespace {

// id, type, person, version, category, author_agency, author, occurred_at, recorded_at
Record headerOf(const sqlite::Statement& row, const AgencyId& home) {
    Record header;
    header.id = row.id<RecordId>(0);
    header.type = static_cast<RecordType>(row.integer(1));
    header.home = home;
    header.person = row.id<PersonId>(2);
    header.version.n = static_cast<std::uint64_t>(row.integer(3));
    header.category = static_cast<Category>(row.integer(4));
    header.authorAgency = row.code<AgencyId>(5);
    header.author = row.code<WorkerId>(6);
    header.occurredAt = row.time(7);
    header.recordedAt = row.time(8);
    return header;
}

constexpr int kBody = 9;

Result<void> visitRecords(sqlite::Statement& statement, const AgencyId& home,
                          const LedgerReads::RecordVisitor& visitor) {
    for (;;) {
        FS_ASSIGN(const bool more, statement.next());
        if (!more) {
            return ok();
        }
        FS_ASSIGN(const auto walk, visitor(KeptRecord{headerOf(statement, home), statement.blob(kBody)}));
        if (walk == Walk::Stop) {
            return ok();
        }
    }
}

Cell readCell(const sqlite::Statement& row) {
    return {row.id<PersonId>(0),
            static_cast<Category>(row.integer(1)),
            {static_cast<std::uint64_t>(row.integer(2))},
            static_cast<CellStanding>(row.integer(3))};
}

template <class Row, class Read>
Result<std::vector<Row>> all(sqlite::Statement& statement, Read read) {
    std::vector<Row> rows;
    for (;;) {
        FS_ASSIGN(const bool more, statement.next());
        if (!more) {
            return rows;
        }
        rows.push_back(read(statement));
    }
}

Membership membershipOf(const sqlite::Statement& row) {
    return {row.id<RecordId>(0), row.id<PersonId>(1), row.code<AgencyId>(2), row.code<WorkerId>(3), row.time(4)};
}

AddressedReferral addressOf(const sqlite::Statement& row) {
    return {row.id<RecordId>(0), row.id<PersonId>(1), row.code<AgencyId>(2), row.code<WorkerId>(3),
            static_cast<Category>(row.integer(4))};
}

} // namespace

#define FS_COLUMNS "id, type, person, version, category, author_agency, author, occurred_at, recorded_at, body"

template <class Port>
Result<LedgerHead> SqliteReading<Port>::head() {
    FS_ASSIGN(auto statement,
              m_db.prepare("SELECT epoch, feed_seq, coalesce(safe_seq, feed_seq), line, coalesce(safe_seq, 0) > 0, "
                           "reconciling FROM head"));
    FS_ASSIGN(const bool there, statement.next());
    if (!there) {
        return {ErrorCode::StoreDamaged, "ledger head"};
    }
    const auto number = [&](int column) { return static_cast<std::uint64_t>(statement.integer(column)); };
    return LedgerHead{statement.template id<Epoch>(0), number(1), number(2), number(3), statement.integer(4) != 0,
                      statement.integer(5) != 0};
}

template <class Port>
Result<std::optional<LedgerReads::Found>> SqliteReading<Port>::record(const RecordId& id) {
    FS_ASSIGN(auto statement, m_db.prepare("SELECT " FS_COLUMNS " FROM record WHERE id = ?"));
    statement.bind(id);
    FS_ASSIGN(const bool there, statement.next());
    if (!there) {
        return std::optional<LedgerReads::Found>{};
    }
    return std::optional{LedgerReads::Found{headerOf(statement, m_home), Bytes{statement.blob(kBody)}}};
}

template <class Port>
Result<void> SqliteReading<Port>::records(const RecordRange& range, const LedgerReads::RecordVisitor& visitor) {
    switch (range.of) {
    case RecordRange::Of::Everything: {
        FS_ASSIGN(auto statement, m_db.prepare("SELECT " FS_COLUMNS " FROM record WHERE id > ? ORDER BY id"));
        statement.bind(range.after);
        return visitRecords(statement, m_home, visitor);
    }
    case RecordRange::Of::Directory: {
        FS_ASSIGN(auto statement,
                  m_db.prepare("SELECT " FS_COLUMNS " FROM record WHERE person IS NULL AND id > ? ORDER BY id"));
        statement.bind(range.after);
        return visitRecords(statement, m_home, visitor);
    }
    case RecordRange::Of::Person: {
        FS_ASSIGN(auto statement,
                  m_db.prepare("SELECT " FS_COLUMNS " FROM record WHERE person = ? AND id > ? ORDER BY id"));
        statement.bind(range.person, range.after);
        return visitRecords(statement, m_home, visitor);
    }
    case RecordRange::Of::Category: {
        FS_ASSIGN(auto statement, m_db.prepare("SELECT " FS_COLUMNS " FROM record WHERE category = ? AND "
                                               "person IS NOT NULL AND id > ? ORDER BY id"));
        statement.bind(range.category, range.after);
        return visitRecords(statement, m_home, visitor);
    }
    case RecordRange::Of::PersonsCategory: {
        FS_ASSIGN(
            auto statement,
            m_db.prepare("SELECT " FS_COLUMNS " FROM record WHERE person = ? AND category = ? AND id > ? ORDER BY id"));
        statement.bind(range.person, range.category, range.after);
        return visitRecords(statement, m_home, visitor);
    }
    }
    return {ErrorCode::InvalidArgument, "record range"};
}

template <class Port>
Result<void> SqliteReading<Port>::history(const RecordId& id, const LedgerReads::RecordVisitor& visitor) {
    FS_ASSIGN(
        auto statement,
        m_db.prepare("SELECT r.id, r.type, r.person, h.version, CASE h.category WHEN 0 THEN r.category ELSE h.category "
                     "END, h.author_agency, h.author, h.occurred_at, "
                     "h.recorded_at, h.body FROM history h JOIN record r ON r.id = h.record WHERE h.record = ? "
                     "ORDER BY h.version DESC"));
    statement.bind(id);
    return visitRecords(statement, m_home, visitor);
}

template <class Port>
Result<void> SqliteReading<Port>::feed(std::uint64_t after, const LedgerReads::FeedVisitor& visitor) {
    FS_ASSIGN(auto statement,
              m_db.prepare("SELECT seq, record, person, version, ends FROM feed WHERE seq > ? ORDER BY seq"));
    statement.bind(after);
    for (;;) {
        FS_ASSIGN(const bool more, statement.next());
        if (!more) {
            return ok();
        }
        const FeedEntry entry{static_cast<std::uint64_t>(statement.integer(0)),
                              statement.template id<RecordId>(1),
                              statement.template id<PersonId>(2),
                              {static_cast<std::uint64_t>(statement.integer(3))},
                              statement.integer(4) != 0};
        FS_ASSIGN(const auto walk, visitor(entry));
        if (walk == Walk::Stop) {
            return ok();
        }
    }
}

template <class Port>
Result<std::optional<Operation>> SqliteReading<Port>::operation(const DeviceId& device, const OpId& op) {
    FS_ASSIGN(auto statement,
              m_db.prepare("SELECT hash, outcome, reason, version FROM operation WHERE op = ? AND device = ?"));
    statement.bind(op, device);
    FS_ASSIGN(const bool there, statement.next());
    if (!there) {
        return std::optional<Operation>{};
    }
    return std::optional{Operation{Bytes{statement.blob(0)},
                                   {op,
                                    static_cast<IntentOutcome>(statement.integer(1)),
                                    static_cast<ErrorCode>(statement.integer(2)),
                                    {static_cast<std::uint64_t>(statement.integer(3))}}}};
}

template <class Port>
Result<std::vector<Membership>> SqliteReading<Port>::membershipsOf(const AgencyId& agency, const WorkerId& worker) {
    FS_ASSIGN(
        auto statement,
        m_db.prepare("SELECT record, person, agency, worker, until FROM membership WHERE agency = ? AND worker = ?"));
    statement.bind(agency, worker);
    return all<Membership>(statement, membershipOf);
}

template <class Port>
Result<std::vector<Membership>> SqliteReading<Port>::emergenciesOf(const AgencyId& agency, const WorkerId& worker) {
    FS_ASSIGN(
        auto statement,
        m_db.prepare("SELECT record, person, agency, worker, until FROM emergency WHERE agency = ? AND worker = ?"));
    statement.bind(agency, worker);
    return all<Membership>(statement, membershipOf);
}

template <class Port>
Result<std::vector<SentConcern>> SqliteReading<Port>::concernsSentBy(const WorkerId& worker) {
    FS_ASSIGN(auto statement, m_db.prepare("SELECT record, person, worker FROM concern WHERE worker = ?"));
    statement.bind(worker);
    return all<SentConcern>(statement, [](const sqlite::Statement& row) {
        return SentConcern{row.id<RecordId>(0), row.id<PersonId>(1), row.code<WorkerId>(2)};
    });
}

template <class Port>
Result<std::vector<AddressedReferral>> SqliteReading<Port>::referralsTo(const AgencyId& agency) {
    FS_ASSIGN(auto statement,
              m_db.prepare("SELECT a.record, a.person, a.to_agency, a.to_worker, r.category FROM addressed a "
                           "JOIN record r ON r.id = a.record WHERE a.to_agency = ?"));
    statement.bind(agency);
    return all<AddressedReferral>(statement, addressOf);
}

template <class Port>
Result<std::vector<Membership>> SqliteReading<Port>::membershipsAbout(const PersonId& person) {
    FS_ASSIGN(auto statement,
              m_db.prepare("SELECT record, person, agency, worker, until FROM membership WHERE person = ?"));
    statement.bind(person);
    return all<Membership>(statement, membershipOf);
}

template <class Port>
Result<std::vector<AddressedReferral>> SqliteReading<Port>::referralsAbout(const PersonId& person) {
    FS_ASSIGN(auto statement,
              m_db.prepare("SELECT a.record, a.person, a.to_agency, a.to_worker, r.category FROM addressed a "
                           "JOIN record r ON r.id = a.record WHERE a.person = ?"));
    statement.bind(person);
    return all<AddressedReferral>(statement, addressOf);
}

template <class Port>
Result<std::vector<Membership>> SqliteReading<Port>::membershipsOfAgency(const AgencyId& agency) {
    FS_ASSIGN(auto statement,
              m_db.prepare("SELECT record, person, agency, worker, until FROM membership WHERE agency = ?"));
    statement.bind(agency);
    return all<Membership>(statement, membershipOf);
}

template <class Port>
Result<std::vector<std::string>> SqliteReading<Port>::practicesCoveredBy(const WorkerId& worker) {
    FS_ASSIGN(auto statement, m_db.prepare("SELECT DISTINCT practice FROM covering WHERE worker = ?"));
    statement.bind(worker);
    return all<std::string>(statement, [](const sqlite::Statement& row) { return std::string{row.text(0)}; });
}

template <class Port>
Result<std::vector<PersonId>> SqliteReading<Port>::registeredWith(std::string_view practice) {
    FS_ASSIGN(auto statement, m_db.prepare("SELECT person FROM registered WHERE practice = ?"));
    statement.bind(practice);
    return all<PersonId>(statement, [](const sqlite::Statement& row) { return row.id<PersonId>(0); });
}

template <class Port>
Result<std::vector<std::string>> SqliteReading<Port>::practicesOf(const PersonId& person) {
    FS_ASSIGN(auto statement, m_db.prepare("SELECT practice FROM registered WHERE person = ?"));
    statement.bind(person);
    return all<std::string>(statement, [](const sqlite::Statement& row) { return std::string{row.text(0)}; });
}

template <class Port>
Result<std::vector<DutyPoint>> SqliteReading<Port>::dutyPointsOf(const AgencyId& agency) {
    FS_ASSIGN(auto statement, m_db.prepare("SELECT agency, worker, service FROM duty WHERE agency = ?"));
    statement.bind(agency);
    return all<DutyPoint>(statement, [](const sqlite::Statement& row) {
        return DutyPoint{row.code<AgencyId>(0), row.code<WorkerId>(1), row.code<ServiceId>(2)};
    });
}

template <class Port>
Result<std::vector<Cell>> SqliteReading<Port>::cellsOf(const PersonId& person) {
    FS_ASSIGN(auto statement,
              m_db.prepare("SELECT DISTINCT person, category, audience, standing FROM record WHERE person = ?"));
    statement.bind(person);
    return all<Cell>(statement, readCell);
}

template <class Port>
Result<std::vector<Cell>> SqliteReading<Port>::cellsFor(const AgencyId& agency, const WorkerId& worker) {
    FS_ASSIGN(auto statement, m_db.prepare("SELECT DISTINCT r.person, r.category, r.audience, r.standing FROM reader n "
                                           "JOIN record r ON r.id = n.record WHERE n.agency = ? AND n.worker = ?"));
    statement.bind(agency, worker);
    return all<Cell>(statement, readCell);
}

template <class Port>
Result<std::vector<PersonId>> SqliteReading<Port>::personsIn(Category category) {
    FS_ASSIGN(auto statement,
              m_db.prepare("SELECT DISTINCT person FROM record WHERE category = ? AND person IS NOT NULL"));
    statement.bind(category);
    return all<PersonId>(statement, [](const sqlite::Statement& row) { return row.id<PersonId>(0); });
}

template <class Port>
Result<std::uint64_t> SqliteReading<Port>::grantCounter(std::string_view key) {
    // '*': what concerns the workers of every agency.
    FS_ASSIGN(const auto n, m_db.integer("SELECT sum(n) FROM grant_counter WHERE agency IN (?, '*')", key));
    return static_cast<std::uint64_t>(n);
}

template <class Port>
Result<bool> SqliteReading<Port>::isRevoked(const AgencyId& agency, const DeviceId& device) {
    FS_ASSIGN(const auto n,
              m_db.integer("SELECT count(*) FROM revocation WHERE device = ? AND agency = ?", device, agency));
    return n != 0;
}

template <class Port>
Result<std::vector<RevokedDevice>> SqliteReading<Port>::revocationsAfter(std::uint64_t seq, std::size_t limit) {
    FS_ASSIGN(auto statement,
              m_db.prepare("SELECT seq, device, agency, at FROM revocation WHERE seq > ? AND agency = ? "
                           "ORDER BY seq LIMIT ?"));
    statement.bind(seq, m_home, limit);
    return all<RevokedDevice>(statement, [](const sqlite::Statement& row) {
        return RevokedDevice{static_cast<std::uint64_t>(row.integer(0)), row.id<DeviceId>(1), row.code<AgencyId>(2),
                             row.time(3)};
    });
}

template <class Port>
Result<std::optional<Invitation>> SqliteReading<Port>::invitation(BytesView codeHash) {
    FS_ASSIGN(auto statement,
              m_db.prepare("SELECT worker, role, created_at, expires_at, used_at, device, request_hash FROM invitation "
                           "WHERE code_hash = ?"));
    statement.bind(sqlite::Blob{codeHash});
    FS_ASSIGN(const bool there, statement.next());
    if (!there) {
        return std::optional<Invitation>{};
    }
    return std::optional{Invitation{Bytes{codeHash}, statement.template code<WorkerId>(0),
                                    std::string{statement.text(1)}, statement.time(2), statement.time(3),
                                    statement.time(4), statement.template id<DeviceId>(5), Bytes{statement.blob(6)}}};
}

template <class Port>
Result<std::vector<EnrolledDevice>> SqliteReading<Port>::devices() {
    FS_ASSIGN(auto statement, m_db.prepare("SELECT device, worker, role, enrolled_at, certified_until FROM device"));
    return all<EnrolledDevice>(statement, [](const sqlite::Statement& row) {
        return EnrolledDevice{row.id<DeviceId>(0), row.code<WorkerId>(1), std::string{row.text(2)}, row.time(3),
                              row.time(4)};
    });
}

template <class Port>
Result<void> SqliteReading<Port>::partnerRecords(const LedgerReads::RecordVisitor& visitor) {
    FS_ASSIGN(
        auto statement,
        m_db.prepare("SELECT id, type, NULL, version, category, author_agency, author, occurred_at, recorded_at, body, "
                     "home FROM partner_record ORDER BY home, id"));
    for (;;) {
        FS_ASSIGN(const bool more, statement.next());
        if (!more) {
            return ok();
        }
        const auto home = statement.template code<AgencyId>(kBody + 1);
        FS_ASSIGN(const auto walk, visitor(KeptRecord{headerOf(statement, home), statement.blob(kBody)}));
        if (walk == Walk::Stop) {
            return ok();
        }
    }
}

template <class Port>
Result<void> SqliteReading<Port>::identities(const LedgerReads::IdentityVisitor& visitor) {
    FS_ASSIGN(auto statement,
              m_db.prepare("SELECT agency, identity FROM match_identity WHERE gathering = 0 ORDER BY agency, person"));
    for (;;) {
        FS_ASSIGN(const bool more, statement.next());
        if (!more) {
            return ok();
        }
        FS_TRY(visitor(statement.template code<AgencyId>(0), statement.blob(1)));
    }
}

template <class Port>
Result<std::optional<Bytes>> SqliteReading<Port>::note(std::string_view key) {
    FS_ASSIGN(auto statement, m_db.prepare("SELECT value FROM note WHERE key = ?"));
    statement.bind(key);
    FS_ASSIGN(const bool there, statement.next());
    return there ? std::optional{Bytes{statement.blob(0)}} : std::nullopt;
}

#undef FS_COLUMNS

template class SqliteReading<LedgerReads>;
template class SqliteReading<LedgerWrites>;

} // namespace frontsheet
