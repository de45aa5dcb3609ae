#include "tests/sync/client/revocation_town.h"

#include "core/domain/canonical.h"
#include "core/domain/schema/care_team.h"
#include "core/domain/schema/permission.h"
#include "core/domain/schema/person_link.h"
#include "core/domain/schema/referral.h"
#include "core/domain/sharing/permission_codec.h"
#include "sync/wire/http_mapping.h"
#include "sync/wire/pack.h"
#include "sync/wire/sync_codec.h"
#include "tests/core/store/decrypted_file.h"

#include <filesystem>

namespace frontsheet::test {

namespace {

namespace fs = std::filesystem;

constexpr KdfCost kQuick{64, 1, 1}; // a test has no secret to keep
constexpr const char* kPassphrase = "correct horse battery staple";
const std::vector<AgencyId> kServers{kTrustHome, kCouncilHome, kHousingHome};

} // namespace

// TownTablet

TownTablet::TownTablet(Town& town, std::string name, Principal principal)
    : who(std::move(principal)), m_town(town), m_name(std::move(name)) {
    auto made = DeviceStore::create(folder(), kPassphrase, {m_codec, town.clock, kQuick, {}});
    EXPECT_TRUE(made) << describe(made.error());
    m_store = std::move(made).value();
    m_engine = std::make_unique<SyncEngine>(*m_store, *this, town.clock, who.agency);
}

TownTablet::~TownTablet() = default;

std::string TownTablet::folder() const { return m_town.folder.file("tablet-" + m_name); }

void TownTablet::close() {
    m_engine.reset();
    m_store.reset();
}

void TownTablet::open() {
    close();
    auto opened = DeviceStore::open(folder(), kPassphrase, {m_codec, m_town.clock, kQuick, {}});
    ASSERT_TRUE(opened) << describe(opened.error());
    m_store = std::move(opened).value();
    m_store->belongsTo(who);
    m_engine = std::make_unique<SyncEngine>(*m_store, *this, m_town.clock, who.agency, wipes ? m_store.get() : nullptr);
}

WallTime TownTablet::now() const { return m_town.clock.now(); }

void TownTablet::copyTo(const std::string& name) {
    close();
    fs::copy(folder(), m_town.folder.file(name), fs::copy_options::recursive);
    open();
}

void TownTablet::restoreFrom(const std::string& name) {
    close();
    fs::remove_all(folder());
    fs::copy(m_town.folder.file(name), folder(), fs::copy_options::recursive);
    open();
}

Result<HttpAnswer> TownTablet::post(const AgencyId& server, std::string_view verb, BytesView body,
                                    std::size_t /*maxAnswer*/) {
    if (unreachable.contains(server)) {
        return {ErrorCode::Unreachable, "out of reach"};
    }
    if (loseRequests > 0) {
        --loseRequests;
        return {ErrorCode::Unreachable, "lost on the way there"};
    }
    if (meanwhile && requests == meanwhileAt) {
        std::exchange(meanwhile, nullptr)();
    }
    ++requests;
    Bytes sent{body};
    if (pageBytes != 0) {
        auto request = wire::decodeSyncRequest(wire::unpack(body, wire::kMaxUnpackedRequest).value(), server).value();
        request.maxBytes = pageBytes;
        sent = wire::pack(wire::encode(request));
    }
    auto caller = m_town.callerOf(who);
    if (certifiedUntil.isKnown()) {
        caller.notBefore = certifiedUntil + -std::chrono::hours{24 * 30};
        caller.notAfter = certifiedUntil;
    }
    auto response = m_town.server->handle({server, verbNamed(verb).value(), caller, sent});
    if (loseReplies > 0) {
        --loseReplies;
        return {ErrorCode::Unreachable, "lost on the way back"};
    }
    return HttpAnswer{response.status, std::string{wire::kContentType}, std::move(response.body),
                      std::chrono::milliseconds{response.retryAfterMs}};
}

Exchanged TownTablet::exchange(const AgencyId& server) { return m_engine->exchange(server); }

void TownTablet::sync() {
    for (const auto& server : kServers) {
        (void)exchange(server);
    }
}

void TownTablet::settle() {
    loseReplies = loseRequests = 0;
    for (int round = 0; round < 4; ++round) {
        sync();
    }
    for (;;) {
        const auto left = m_store->indexSome(1000);
        ASSERT_TRUE(left);
        if (*left == 0) {
            return;
        }
    }
}

void TownTablet::saves(const Intent& intent) {
    const auto saved = m_store->save({intent});
    ASSERT_TRUE(saved) << describe(saved.error());
    work.push_back(intent);
}

RecordId TownTablet::writesMessage(const RecordId& referral, const PersonId& person, const std::string& words) {
    FieldSet fields;
    fields.put(referral_message::kReferral, referral);
    fields.put(referral_message::kText, words);
    fields.put(referral_message::kToAgency, kTrustHome);
    fields.put(referral_message::kToWorker, WorkerId{"W012"});
    m_town.clock.advance(std::chrono::milliseconds{1});
    const auto intent = Device{m_town, who, kTrustHome}.creates(RecordType::ReferralMessage, person, std::move(fields));
    saves(intent);
    return intent.record;
}

void TownTablet::edits(const RecordId& id, const std::function<void(FieldSet&)>& change) {
    const auto held = m_store->record(id);
    ASSERT_TRUE(held && *held) << "a worker edits what is on the tablet";
    const Record& record = (*held)->record;
    FieldSet after = record.fields;
    change(after);
    Intent intent;
    intent.op = m_town.ids.random<OpId>();
    intent.record = id;
    intent.type = record.type;
    intent.home = record.home;
    intent.person = record.person;
    intent.category = record.category;
    intent.base = record.version;
    intent.occurredAt = m_town.clock.now();
    intent.edits = editsOf(record.type, record.fields, after);
    saves(intent);
}

bool TownTablet::holds(const RecordId& id) {
    const auto found = m_store->record(id);
    return found && found->has_value();
}

bool TownTablet::holdsWords(const std::string& words) { return !placesWith(folder(), kPassphrase, words).empty(); }

std::vector<OutboxItem> TownTablet::outbox() { return m_store->outbox().value(); }

// Town

void Town::SetUp() {
    AgencyWorld::SetUp();
    m_nurse = std::make_unique<Device>(device("trust", "W012", "trust", "community nurse"));
    edith = registers("Marlowe");
    arthur = registers("Penrose");
    edithsNote = notes(edith);
    arthursNote = notes(arthur);
    tablet("assessor", "council", "W001");
}

void Town::TearDown() {
    m_tablets.clear();
    m_nurse.reset();
}

TownTablet& Town::tablet(const std::string& name, const char* agency, const char* worker) {
    const Principal who{AgencyId{agency}, WorkerId{worker}, "social work assessor", ids.random<DeviceId>()};
    return *m_tablets.emplace(name, std::make_unique<TownTablet>(*this, name, who)).first->second;
}

PersonId Town::registers(const std::string& family) {
    clock.advance(std::chrono::milliseconds{1});
    const auto person = newPerson();
    m_nurse->sync({m_nurse->registers(person, family)});
    return person;
}

RecordId Town::notes(const PersonId& person) {
    clock.advance(std::chrono::milliseconds{1});
    const std::string words = "zorquel" + std::to_string(++m_counter) + "x";
    const auto note = m_nurse->writesNote(person, words + " as before");
    m_nurse->sync({note});
    m_words[note.record] = words;
    return note.record;
}

void Town::notes(const PersonId& person, int count, std::size_t padding) {
    std::vector<Intent> all;
    for (int i = 0; i < count; ++i) {
        clock.advance(std::chrono::milliseconds{1});
        const std::string words = "zorquel" + std::to_string(++m_counter) + "x";
        all.push_back(m_nurse->writesNote(person, words + " visited as planned " + std::string(padding, 'n')));
        m_words[all.back().record] = words;
    }
    m_nurse->sync(std::move(all));
}

void Town::joins(const PersonId& person, const TownTablet& who, std::chrono::hours until) {
    clock.advance(std::chrono::milliseconds{1});
    auto joined = m_nurse->joins(person, who.who);
    if (until.count() != 0) {
        joined.edits.push_back({care_team::kUntil.tag, std::nullopt, timeValue(clock.now() + until)});
    }
    m_nurse->sync({joined});
    m_memberships[{person, who.who.worker}] = joined.record;
}

void Town::leaves(const PersonId& person, const TownTablet& who) {
    const auto membership = m_memberships.at({person, who.who.worker});
    m_nurse->sync();
    m_nurse->sync({m_nurse->edits(membership, {{care_team::kUntil.tag, std::nullopt, timeValue(clock.now())}})});
}

RecordId Town::refers(const PersonId& person, const char* worker) {
    clock.advance(std::chrono::milliseconds{1});
    const auto sent = m_nurse->refers(person, kCouncilHome, WorkerId{worker});
    m_nurse->sync({sent});
    return sent.record;
}

void Town::changes(const RecordId& record, const FieldSpec& field, const std::string& value) {
    m_nurse->sync();
    const auto fields = m_nurse->fieldsOf(record);
    const Value* before = fields.find(field.tag);
    const auto results = m_nurse->sync({m_nurse->edits(
        record, {{field.tag, before == nullptr ? std::nullopt : std::optional{*before}, textValue(value)}})});
    ASSERT_EQ(results.size(), 1U);
    ASSERT_EQ(results[0].outcome, IntentOutcome::Applied) << name(results[0].reason);
}

void Town::readdresses(const RecordId& referral, const char* worker) {
    m_nurse->sync();
    const auto results = m_nurse->sync({m_nurse->edits(
        referral, {{referral::kToWorker.tag, textValue(m_nurse->fieldsOf(referral).get(referral::kToWorker).str()),
                    textValue(worker)}})});
    ASSERT_EQ(results[0].outcome, IntentOutcome::Applied) << name(results[0].reason);
}

void Town::withdraws(const RecordId& referral) { changes(referral, referral::kState, "withdrawn"); }

void Town::entersInError(const RecordId& note) {
    m_nurse->sync();
    const auto results = m_nurse->sync(
        {m_nurse->edits(note, {{contact_note::kState.tag, textValue("signed"), textValue("entered-in-error")},
                               {contact_note::kErrorReason.tag, std::nullopt, textValue("another person's")},
                               {contact_note::kErrorBy.tag, std::nullopt, textValue("W012")}})});
    ASSERT_EQ(results[0].outcome, IntentOutcome::Applied) << name(results[0].reason);
}

void Town::links(const PersonId& person, const PersonId& other) {
    FieldSet fields;
    fields.put(person_link::kOther, other);
    fields.put(person_link::kState, std::string{"stated"});
    fields.put(person_link::kBasis, std::string{"confirmed-by-worker"});
    fields.put(person_link::kDecidedBy, WorkerId{"W012"});
    fields.put(person_link::kDecidedAt, clock.now());
    const auto link = m_nurse->creates(RecordType::PersonLink, person, std::move(fields));
    const auto results = m_nurse->sync({link});
    ASSERT_EQ(results[0].outcome, IntentOutcome::Applied) << name(results[0].reason);
    m_links[person] = link.record;
}

void Town::unlinks(const PersonId& person) { changes(m_links.at(person), person_link::kState, "withdrawn"); }

void Town::revokes(const TownTablet& who, const AgencyId& at) {
    ASSERT_TRUE(server->ledgerOf(at)->write(WriteKind::Other, [&](LedgerWrites& writes) {
        return writes.revoke(who.who.agency, who.who.device, clock.now());
    }));
}

bool Town::isHeldAt(const AgencyId& home, const OpId& op) {
    const auto reads = server->ledgerOf(home)->read();
    const auto inbox = (*reads)->removals().inbox(std::nullopt).value();
    return std::any_of(inbox.begin(), inbox.end(), [&](const auto& held) { return held.intent.op == op; });
}

std::size_t Town::inboxOf(const AgencyId& home) {
    const auto reads = server->ledgerOf(home)->read();
    return (*reads)->removals().inbox(removal::HeldState::Waiting)->size();
}

void Town::checkEverything() {
    for (const auto& [name, tablet] : m_tablets) {
        SCOPED_TRACE("the " + name + "'s tablet");
        check(*tablet);
        checkWork(*tablet);
    }
}

void Town::check(TownTablet& tablet) {
    std::map<std::string, std::string> may; // line of the dump -> nothing
    std::set<std::string> mayWords;
    if (!tablet.mayHoldNothing) {
        for (const auto& home : kServers) {
            Device fresh{*this, {tablet.who.agency, tablet.who.worker, tablet.who.role, ids.random<DeviceId>()}, home};
            fresh.sync();
            for (const auto& [id, incoming] : fresh.mirror) {
                Record record = incoming.header;
                record.fields = wire::decodeBody(incoming.body).value();
                may.emplace(canonicalLine(record), id.hex());
                const auto words = m_words.find(id);
                if (words != m_words.end() &&
                    record.fields.get(contact_note::kText).find(words->second) != std::string::npos) {
                    mayWords.insert(words->second);
                }
            }
        }
    }
    std::set<std::string> has;
    ASSERT_TRUE(tablet.store().dumpCanonical([&](std::string_view line) {
        const bool own = line.ends_with(",\"waiting\":1}") || line.starts_with("{\"needs_attention\"");
        if (!own) {
            has.emplace(line);
            EXPECT_TRUE(may.contains(std::string{line})) << "holds what it may not: " << line;
        }
        return ok();
    }));
    for (const auto& [line, id] : may) {
        EXPECT_TRUE(has.contains(line)) << "lacks what it may hold: " << line;
    }
    for (const auto& [note, words] : m_words) {
        EXPECT_EQ(tablet.holdsWords(words), mayWords.contains(words)) << words;
    }
    EXPECT_TRUE(tablet.store().checkIntegrity());
    for (const auto& home : kServers) {
        const auto reads = server->ledgerOf(home)->read();
        const auto asked = (*reads)->removals().removalsFrom(tablet.who.device).value();
        for (const auto& removal : asked) {
            EXPECT_EQ(removal.confirmedAt.isKnown(), !tablet.confirmsNothing) << removal.scope;
        }
    }
}

// Nothing that was saved is lost or done twice: it is in the record, held at the home, or here for its author.
void Town::checkWork(TownTablet& tablet) {
    const auto items = tablet.outbox();
    for (const auto& intent : tablet.work) {
        const bool here = std::any_of(items.begin(), items.end(),
                                      [&](const OutboxItem& item) { return item.intent.op == intent.op; });
        const auto reads = server->ledgerOf(intent.home)->read();
        const auto known = (*reads)->operation(tablet.who.device, intent.op).value();
        ASSERT_TRUE(here || known) << "work that is nowhere";
        const bool held = known && known->result.outcome == IntentOutcome::Held;
        EXPECT_EQ(isHeldAt(intent.home, intent.op), held);
        const bool told =
            known && known->result.outcome != IntentOutcome::Applied && known->result.outcome != IntentOutcome::Merged;
        EXPECT_TRUE(!told || here || tablet.mayHoldNothing) << "its author is not told";
    }
}

void Town::agrees(const std::function<void(sharing::Agreement&)>& change) {
    sharing = openSharingBut([&](sharing::Agreement& agreement) {
        ++agreement.version;
        change(agreement);
    });
    ASSERT_TRUE(server->decideBy(kTrustHome, sharing));
}

RecordId Town::says(const PersonId& person, sharing::StatementKind kind) {
    m_nurse->sync();
    sharing::PermissionStatement statement;
    statement.kind = kind;
    statement.home = kTrustHome;
    statement.receiver = kCouncilHome;
    statement.askedAt = clock.now();
    statement.askedBy = m_nurse->who.worker;
    statement.askedByAgency = m_nurse->who.agency;
    FieldSet fields;
    sharing::putStatement(fields, statement);
    auto intent = m_nurse->creates(RecordType::PermissionStatement, person, std::move(fields));
    intent.category = Category::Involvement;
    const auto results = m_nurse->sync({intent});
    EXPECT_EQ(results.at(0).outcome, IntentOutcome::Applied) << name(results.at(0).reason);
    return intent.record;
}

void Town::takesBack(const RecordId& statement) {
    clock.advance(std::chrono::minutes{1});
    m_nurse->sync();
    const auto results = m_nurse->sync(
        {m_nurse->edits(statement, {{permission_statement::kWithdrawnAt.tag, std::nullopt, timeValue(clock.now())},
                                    {permission_statement::kWithdrawnBy.tag, std::nullopt, textValue("W012")}})});
    ASSERT_EQ(results.at(0).outcome, IntentOutcome::Applied) << name(results.at(0).reason);
}

void Town::restricts(const RecordId& note, const std::vector<sharing::NamedReader>& readers) {
    m_nurse->sync();
    const auto fields = m_nurse->fieldsOf(note);
    const auto valueIn = [](const FieldSet& of) {
        const Value* value = of.find(contact_note::kReaders.tag);
        return value == nullptr ? std::nullopt : std::optional{*value};
    };
    FieldSet after = fields;
    sharing::putReaders(after, contact_note::kReaders, readers);
    const auto results =
        m_nurse->sync({m_nurse->edits(note, {{contact_note::kReaders.tag, valueIn(fields), valueIn(after)}})});
    ASSERT_EQ(results.at(0).outcome, IntentOutcome::Applied) << name(results.at(0).reason);
}

void Town::newEpoch(const AgencyId& agency) {
    server.reset();
    {
        constexpr std::array<std::uint8_t, 32> kKey{1, 2, 3, 4}; // the world's
        auto db = sqlite::Connection::open(folder.file(agency.str() + ".db"), kKey, {});
        ASSERT_TRUE(db) << describe(db.error());
        ASSERT_TRUE((*db)->run("UPDATE head SET epoch = ?", ids.random<Epoch>()));
    }
    restart();
}

} // namespace frontsheet::test
