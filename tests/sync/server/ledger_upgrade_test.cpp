// A ledger of an earlier program opens with everything that the present one works its grants out from: what stands in tables of
// its own now was then in the records' bodies alone.
#include "core/domain/schema/contact_note.h"
#include "core/domain/schema/directory.h"
#include "core/domain/schema/person_link.h"
#include "core/domain/schema/registration.h"
#include "core/sqlite/connection.h"
#include "sync/server/disclosure/disclosure_index.h"
#include "sync/server/embedded/ledger_schema.h"
#include "sync/wire/body_codec.h"
#include "tests/sync/server/agency_world.h"

namespace frontsheet::test {

namespace {

constexpr std::array<std::uint8_t, 32> kKey{1, 2, 3, 4}; // as the world's ledgers have
const AgencyId kTrust{"trust"};

} // namespace

class OlderLedger : public AgencyWorld, public ::testing::WithParamInterface<int> {
public:
    void SetUp() override {
        AgencyWorld::SetUp();
        person = newPerson();
        Record registered = blank(RecordType::Registration, Category::Identity);
        registered.person = person;
        registered.fields.put(registration::kFamilyName, std::string{"Wood"});
        registered.fields.put(registration::kPractice, std::string{"Y99001"});
        put(registered);
        auto nurse = device("trust", "W012", "trust", "community nurse");
        const auto assessor = device("council", "W001", "trust", "social work assessor");
        auto restricted = nurse.writesNote(person, "named readers alone");
        restricted.edits.push_back(
            {contact_note::kReaders.tag, std::nullopt, Value{std::vector<std::string>{"council/W001"}}});
        auto concern = nurse.refers(person, AgencyId{"council"}, WorkerId{"W001"});
        concern.category = Category::Safeguarding;
        for (const auto& result :
             nurse.sync({concern, nurse.joins(person, nurse.who), nurse.joins(person, assessor.who), restricted,
                         nurse.writesNote(person, "for everybody"), nurse.writesNote(person, "not finished", "draft"),
                         nurse.refers(person, AgencyId{"council"}, WorkerId{"W001"})})) {
            ASSERT_EQ(result.outcome, IntentOutcome::Applied);
        }
        Record link = blank(RecordType::PersonLink, Category::Identity);
        link.person = person;
        link.fields.put(person_link::kOther, newPerson());
        link.fields.put(person_link::kOtherAgency, AgencyId{"council"});
        link.fields.put(person_link::kState, std::string{"stated"});
        put(link);
        Record colleague = blank(RecordType::Worker, Category::Directory);
        colleague.fields.put(worker::kCode, WorkerId{"W013"});
        colleague.fields.put(worker::kAgency, kTrust);
        colleague.fields.put(worker::kCovers, std::vector<std::string>{"Y99001"});
        put(colleague);
        Record duty = blank(RecordType::ContactPoint, Category::Directory);
        duty.fields.put(contact_point::kPurpose, std::string{"duty"});
        duty.fields.put(contact_point::kAgency, kTrust);
        duty.fields.put(contact_point::kWorker, WorkerId{"W013"});
        put(duty);
    }
    [[nodiscard]] Record blank(RecordType type, Category category) {
        Record record;
        record.id = ids.timeOrdered<RecordId>(clock.now());
        record.type = type;
        record.home = kTrust;
        record.category = category;
        record.authorAgency = kTrust;
        record.version.n = 1;
        record.recordedAt = clock.now();
        return record;
    }
    void put(const Record& record) {
        ASSERT_TRUE(server->ledgerOf(kTrust)->write(WriteKind::Other, [&](LedgerWrites& writes) {
            const RecordWrite write{record, wire::encodeBody(record.fields)};
            return writes.append({&write, 1});
        }));
    }
    // The same ledger as a program of an earlier schema would have left it.
    static void age(std::int64_t schema, sqlite::Connection& present, const std::string& to) {
        auto opened = sqlite::Connection::open(to, kKey, {sqlite::OpenMode::Create, 0, {}});
        ASSERT_TRUE(opened);
        auto& db = **opened;
        ASSERT_TRUE(migrateLedger(db, schema));
        for (const auto& table :
             list(db, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")) {
            std::string columns;
            for (const auto& column : list(db, "SELECT name FROM pragma_table_info('" + table + "')")) {
                columns += (columns.empty() ? "" : ", ") + column;
            }
            for (const auto& row : rowsOf(present, table, columns)) {
                const auto copied =
                    db.execute(("INSERT INTO " + table + " (" + columns + ") VALUES (" + row + ")").c_str());
                ASSERT_TRUE(copied) << table << ": " << describe(copied.error());
            }
        }
    }
    // As SQL's literals, in order.
    static std::vector<std::string> rowsOf(sqlite::Connection& db, const std::string& table,
                                           const std::string& columns) {
        std::string quoted = "quote(" + columns + ")";
        for (std::size_t at = quoted.find(", "); at != std::string::npos; at = quoted.find(", ", at + 10)) {
            quoted.replace(at, 2, ") || ', ' || quote(");
        }
        return list(db, "SELECT " + quoted + " AS row FROM " + table + " ORDER BY row");
    }
    static std::vector<std::string> list(sqlite::Connection& db, const std::string& sql) {
        std::vector<std::string> out;
        auto rows = db.prepare(sql);
        EXPECT_TRUE(rows) << sql;
        while (rows && *rows->next()) {
            out.emplace_back(rows->text(0));
        }
        return out;
    }

    PersonId person;
};

TEST_P(OlderLedger, OpensWithAllThatGrantsAreWorkedOutFrom) {
    server = std::make_unique<AgencyServer>(clock, ids); // closes what was open
    auto present = sqlite::Connection::open(folder.file("trust.db"), kKey);
    ASSERT_TRUE(present);
    const auto older = folder.file("older.db");
    age(GetParam(), **present, older);
    {
        const auto ledger = EmbeddedLedger::open(older, kKey, kTrust);
        ASSERT_TRUE(ledger) << describe(ledger.error());
        // Who saw what is read from the log as it came, and by an index of it once that is made.
        ASSERT_TRUE((*ledger)->write(WriteKind::Other, [](LedgerWrites& writes) -> Result<void> {
            FS_ASSIGN(const bool more, disclosure::indexMore(writes, 1'000'000));
            (void)more;
            return ok();
        }));
        const auto reads = (*ledger)->read();
        EXPECT_EQ((*reads)->disclosures().indexedTo()->number, (*reads)->disclosures().end()->number);
        EXPECT_EQ((*reads)->disclosures().end()->number != 0, GetParam() >= 3) << "since then there has been a log";
        EXPECT_TRUE(disclosure::indexAgrees(**reads).value());
    }
    ASSERT_TRUE(EmbeddedLedger::check(older, kKey, kTrust));
    auto opened = sqlite::Connection::open(older, kKey);
    ASSERT_TRUE(opened);
    const std::pair<const char*, const char*> kWorkedOutFrom[] = {
        {"linked", "record, person, other, other_agency"},
        {"reader", "agency, worker, record"},
        {"registered", "record, person, practice"},
        {"covering", "record, worker, practice"},
        {"duty", "record, agency, worker, service"},
        {"record", "id, audience, standing"},
        {"concern", "record, person, worker"},
        {"membership", "record, person, agency, worker"},
        {"addressed", "record, person, to_agency, to_worker"}};
    for (const auto& [table, columns] : kWorkedOutFrom) {
        const auto now = rowsOf(**present, table, columns);
        EXPECT_FALSE(now.empty()) << table << " must have something in it";
        EXPECT_EQ(rowsOf(**opened, table, columns), now) << table;
    }
    EXPECT_GT((*opened)->integer("SELECT count(*) FROM record WHERE audience <> 0").value(), 0);
}

INSTANTIATE_TEST_SUITE_P(OfEachSchema, OlderLedger, ::testing::Range(1, static_cast<int>(kLedgerSchema) + 1));

} // namespace frontsheet::test
