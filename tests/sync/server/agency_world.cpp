#include "tests/sync/server/agency_world.h"

#include "core/domain/schema/care_team.h"
#include "core/domain/schema/contact_note.h"
#include "core/domain/schema/referral.h"
#include "core/domain/schema/registration.h"
#include "sync/wire/body_codec.h"
#include "sync/wire/held_hash.h"
#include "sync/wire/pack.h"
#include "sync/wire/sync_codec.h"
#include "sync/wire/wire_limits.h"

namespace frontsheet::test {

namespace {

constexpr std::array<std::uint8_t, 32> kKey{1, 2, 3, 4};

class PlainIssuer final : public CertificateIssuer {
public:
    Result<IssuedCertificate> issue(BytesView request, const Principal& principal, WallTime now) override {
        if (request != "request") {
            return {ErrorCode::Malformed, "certificate request"};
        }
        return IssuedCertificate{"certificate of " + principal.worker.str(), now + std::chrono::hours{24 * 30}};
    }
    std::string authorityPem() const override { return "authority"; }
    // What nobody could tell from a real one without the key; that real ones hold is app/agency_server's to prove.
    Result<Bytes> sign(BytesView statement) override { return "signed " + Bytes{statement}; }
    bool hasSigned(BytesView statement, BytesView signature) const override {
        return signature == "signed " + Bytes{statement};
    }
};

ScopedRecord scoped(const IncomingRecord& record) {
    Record whole = record.header;
    whole.fields = wire::decodeBody(record.body).value_or(FieldSet{});
    return scopedRecord(whole);
}

// The lasting scopes among keys, each found by the person it is about.
class Covering {
public:
    explicit Covering(const std::vector<std::string>& keys) {
        for (const auto& name : keys) {
            const auto key = ScopeKey::named(name);
            EXPECT_TRUE(key) << name;
            if (key && key->turn == ScopeKey::Turn::Lasting) {
                m_scopes[key->scope.person].push_back(key->scope);
            }
        }
    }
    [[nodiscard]] bool any(const ScopedRecord& record) const {
        return anyOf(PersonId{}, record) || (!record.person.isNull() && anyOf(record.person, record));
    }

private:
    [[nodiscard]] bool anyOf(const PersonId& person, const ScopedRecord& record) const {
        const auto scopes = m_scopes.find(person);
        return scopes != m_scopes.end() && std::any_of(scopes->second.begin(), scopes->second.end(),
                                                       [&record](const Scope& scope) { return covers(scope, record); });
    }

    std::map<PersonId, std::vector<Scope>> m_scopes;
};

} // namespace

// AgencyWorld

void AgencyWorld::SetUp() {
    server = std::make_unique<AgencyServer>(clock, ids);
    for (const char* agency : {"council", "trust", "housing"}) {
        host(AgencyId{agency});
    }
}

namespace {

class MemoryJournal final : public restoring::Journal {
public:
    explicit MemoryJournal(std::shared_ptr<std::vector<restoring::JournalEntry>> entries)
        : m_entries(std::move(entries)) {}
    Result<restoring::JournalHead> append(std::span<const restoring::JournalEntry> entries, std::uint64_t) override {
        m_entries->insert(m_entries->end(), entries.begin(), entries.end());
        return restoring::JournalHead{m_entries->size(), {}};
    }

private:
    std::shared_ptr<std::vector<restoring::JournalEntry>> m_entries;
};

} // namespace

void AgencyWorld::host(const AgencyId& agency) {
    const auto path = folder.file(agency.str() + ".db");
    if (!std::filesystem::exists(path)) {
        ASSERT_TRUE(EmbeddedLedger::create(path, kKey, agency, ids));
        m_agencies.push_back(agency);
    }
    auto ledger = EmbeddedLedger::open(path, kKey, agency);
    ASSERT_TRUE(ledger) << describe(ledger.error());
    auto& journal = journals[agency];
    if (journal == nullptr) {
        journal = std::make_shared<std::vector<restoring::JournalEntry>>();
    }
    (*ledger)->keepJournal(std::make_unique<MemoryJournal>(journal));
    hostOpened(std::move(*ledger));
}

void AgencyWorld::hostOpened(std::unique_ptr<Ledger> ledger) {
    const AgencyId agency = ledger->agency();
    ASSERT_TRUE(server->host(std::move(ledger), std::make_unique<PlainIssuer>()));
    ASSERT_TRUE(server->decideBy(agency, sharing));
}

void AgencyWorld::restart() {
    server = std::make_unique<AgencyServer>(clock, ids);
    for (const auto& agency : std::vector<AgencyId>{m_agencies}) {
        host(agency);
    }
}

Device AgencyWorld::device(const char* agency, const char* worker, const char* home, const char* role) {
    return {*this, Principal{AgencyId{agency}, WorkerId{worker}, role, ids.random<DeviceId>()}, AgencyId{home}};
}

Caller AgencyWorld::callerOf(const Principal& principal) const {
    return {CallerKind::Device, principal, clock.now() + -std::chrono::hours{24},
            clock.now() + std::chrono::hours{24 * 30}};
}

std::map<RecordId, Record> AgencyWorld::ledgerOf(const AgencyId& agency) {
    std::map<RecordId, Record> records;
    auto reads = server->ledgerOf(agency)->read();
    EXPECT_TRUE(reads);
    EXPECT_TRUE((*reads)->records({}, [&](const KeptRecord& kept) -> Result<Walk> {
        Record record = kept.header;
        FS_ASSIGN(record.fields, wire::decodeBody(kept.body));
        records[record.id] = record;
        return Walk::On;
    }));
    return records;
}

std::vector<FeedEntry> AgencyWorld::feedOf(const AgencyId& agency) {
    std::vector<FeedEntry> entries;
    auto reads = server->ledgerOf(agency)->read();
    EXPECT_TRUE(reads);
    EXPECT_TRUE((*reads)->feed(0, [&](const FeedEntry& entry) -> Result<Walk> {
        entries.push_back(entry);
        return Walk::On;
    }));
    return entries;
}

// Device

Device::Device(AgencyWorld& world, Principal principal, AgencyId home)
    : who(std::move(principal)), server(std::move(home)), m_world(world) {}

wire::SyncRequest Device::request(std::vector<Intent> push) const {
    wire::SyncRequest request;
    request.agency = server;
    std::uint64_t opNo = 0;
    for (auto& intent : push) {
        request.push.push_back({++opNo, std::move(intent)});
    }
    request.have.epoch = epoch;
    request.have.feedSeq = feedSeq;
    wire::HeldHash hash;
    for (const auto& [scope, progress] : held) {
        if (!isAgain(scope)) {
            hash.add(scope);
        }
        if (progress && request.have.partial.size() < wire::kMaxPartialPerRequest) {
            request.have.partial.push_back(*progress);
        }
    }
    request.have.heldHash = hash.value();
    request.maxBytes = maxBytes;
    request.receipt = receipt;
    request.logHead = logHead;
    request.readings = readings;
    request.removed = removed;
    request.tidings = tidings;
    return request;
}

Response Device::send(const wire::SyncRequest& message, const AgencyId* path) {
    const Bytes body = wire::pack(wire::encode(message));
    return m_world.server->handle({path != nullptr ? *path : server, Verb::Sync, m_world.callerOf(who), body});
}

Result<wire::SyncReply> Device::closing(std::vector<Intent> push) {
    const Bytes body = wire::pack(wire::encode(request(std::move(push))));
    const auto response = m_world.server->handle({server, Verb::Closing, m_world.callerOf(who), body});
    FS_ASSIGN(const auto bytes, wire::unpack(response.body, wire::kMaxUnpackedReply));
    if (response.status != 200) {
        FS_ASSIGN(const auto refusal, wire::decodeRefusal(bytes));
        return {refusal.code, "refused"};
    }
    return wire::decodeSyncReply(bytes, server);
}

Result<wire::SyncReply> Device::exchange(std::vector<Intent> push) {
    auto message = request(std::move(push));
    auto read = [&](const Response& response) -> Result<wire::SyncReply> {
        FS_ASSIGN(const auto bytes, wire::unpack(response.body, wire::kMaxUnpackedReply));
        if (response.status != 200) {
            FS_ASSIGN(const auto refusal, wire::decodeRefusal(bytes));
            return {refusal.code, "refused"};
        }
        return wire::decodeSyncReply(bytes, server);
    };
    FS_ASSIGN(auto reply, read(send(message)));
    auto results = reply.results;
    if (!epoch.isNull() && reply.epoch != epoch) {
        held.clear();
        mirror.clear();
        feedSeq = 0;
        epoch = reply.epoch;
        return reply;
    }
    if (reply.sendHeld) {
        message = request({});
        message.have.held.emplace();
        for (const auto& [scope, progress] : held) {
            if (!isAgain(scope)) {
                message.have.held->push_back(scope);
            }
        }
        FS_ASSIGN(reply, read(send(message)));
        EXPECT_FALSE(reply.sendHeld);
    }
    apply(reply);
    reply.results = std::move(results);
    return reply;
}

void Device::apply(const wire::SyncReply& reply) {
    epoch = reply.epoch;
    receipt = reply.receipt != 0 ? reply.receipt : receipt;
    logHead = reply.logHead.empty() ? logHead : reply.logHead;
    readings.erase(readings.begin(), readings.begin() + static_cast<std::ptrdiff_t>(reply.readingsTaken));
    lastGone = reply.grants.gone;
    removed.clear(); // they were told with the request
    tidings = std::max(tidings, reply.tidings.upTo);
    for (const auto& reach : reply.tidings.reached) {
        reached[reach.referral] = reach;
        ++timesTold;
    }
    settled.insert(settled.end(), reply.tidings.settled.begin(), reply.tidings.settled.end());
    agreementHash = reply.agreementHash;
    if (reply.removal != 0) {
        removed.push_back(reply.removal);
    }
    lastGranted.clear();
    for (const auto& gone : reply.grants.gone) {
        held.erase(gone);
    }
    for (const auto& progress : reply.grants.granted) {
        held[progress.scope] = progress;
        lastGranted.push_back(progress.scope);
    }
    const auto gone = Covering{reply.grants.gone};
    std::vector<std::string> names;
    for (const auto& [name, progress] : held) {
        names.push_back(name);
    }
    const auto staying = Covering{names};
    // What a scope covered that goes, goes with it, whatever else covers it: it comes again.
    for (auto at = mirror.begin(); at != mirror.end();) {
        const auto record = scoped(at->second);
        const bool goes = gone.any(record);
        EXPECT_TRUE(goes || staying.any(record)) << "what no scope covers any longer was never taken away";
        at = goes ? mirror.erase(at) : std::next(at);
    }
    for (const auto& page : reply.pages) {
        if (!page.scope.empty()) {
            const auto scope = held.find(page.scope);
            ASSERT_NE(scope, held.end()) << "a page of a scope that was not granted";
            if (page.scopeComplete && isAgain(page.scope)) {
                held.erase(scope);
            } else if (page.scopeComplete) {
                scope->second.reset();
            } else {
                scope->second->resumeKey = page.resumeKey;
            }
        } else {
            ASSERT_GE(page.feedSeq, feedSeq) << "the cursor goes back";
            feedSeq = page.feedSeq;
        }
        for (const auto& record : page.upserts) {
            ASSERT_TRUE(staying.any(scoped(record))) << "a record that no held scope covers could never be taken away";
            mirror[record.header.id] = record;
        }
        for (const auto& id : page.removed) {
            mirror.erase(id);
        }
    }
}

std::vector<IntentResult> Device::sync(std::vector<Intent> push) {
    std::vector<IntentResult> results;
    for (int round = 0; round < 10'000; ++round) {
        const Epoch known = epoch;
        auto reply = exchange(push);
        if (known.isNull() || known == epoch) {
            push.clear(); // otherwise it was sent to a ledger that is gone
        }
        EXPECT_TRUE(reply) << describe(reply.error());
        if (!reply) {
            return results;
        }
        results.insert(results.end(), reply->results.begin(), reply->results.end());
        if (!reply->more) {
            return results;
        }
    }
    ADD_FAILURE() << "the server always has more";
    return results;
}

FieldSet Device::fieldsOf(const RecordId& id) const {
    const auto found = mirror.find(id);
    return found == mirror.end() ? FieldSet{} : wire::decodeBody(found->second.body).value_or(FieldSet{});
}

std::size_t Device::countOf(RecordType type) const {
    return static_cast<std::size_t>(std::count_if(
        mirror.begin(), mirror.end(), [type](const auto& entry) { return entry.second.header.type == type; }));
}

Intent Device::creates(RecordType type, const PersonId& person, FieldSet fields) const {
    Intent intent;
    intent.op = m_world.ids.random<OpId>();
    intent.record = m_world.ids.timeOrdered<RecordId>(m_world.clock.now());
    intent.type = type;
    intent.home = server;
    intent.person = person;
    intent.occurredAt = m_world.clock.now();
    intent.edits = difference({}, fields);
    intent.category = type == RecordType::ContactNote                                       ? Category::ContactNote
                      : type == RecordType::Referral || type == RecordType::ReferralMessage ? Category::Referral
                                                                                            : Category::Identity;
    return intent;
}

Intent Device::edits(const RecordId& record, std::vector<FieldEdit> edits) const {
    const auto& held_ = mirror.at(record).header;
    Intent intent;
    intent.op = m_world.ids.random<OpId>();
    intent.record = record;
    intent.type = held_.type;
    intent.home = server;
    intent.person = held_.person;
    intent.category = held_.category;
    intent.base = held_.version;
    intent.occurredAt = m_world.clock.now();
    intent.edits = std::move(edits);
    return intent;
}

Intent Device::writesNote(const PersonId& person, const std::string& text, const char* state) const {
    FieldSet fields;
    fields.put(contact_note::kText, text);
    fields.put(contact_note::kState, std::string{state});
    fields.put(contact_note::kAuthor, who.worker);
    return creates(RecordType::ContactNote, person, std::move(fields));
}

Intent Device::refers(const PersonId& person, const AgencyId& to, const WorkerId& worker) const {
    FieldSet fields;
    fields.put(referral::kNeed, std::string{"assessment at home"});
    fields.put(referral::kToAgency, to);
    fields.put(referral::kToWorker, worker);
    fields.put(referral::kState, std::string{"sent"});
    fields.put(referral::kFromWorker, who.worker);
    return creates(RecordType::Referral, person, std::move(fields));
}

Intent Device::accepts(const RecordId& id) const {
    const auto fields = fieldsOf(id);
    return edits(id, {{referral::kState.tag, textValue(fields.get(referral::kState)), textValue("accepted")},
                      {referral::kAcceptedBy.tag, std::nullopt, textValue(who.worker.str())}});
}

Intent Device::registers(const PersonId& person, const std::string& family) const {
    FieldSet fields;
    fields.put(registration::kFamilyName, family);
    fields.put(registration::kTown, std::string{"Saltmarsh"});
    fields.put(registration::kFrailty, std::string{"CFS 7"});
    return creates(RecordType::Registration, person, std::move(fields));
}

Intent Device::joins(const PersonId& person, const Principal& worker) const {
    FieldSet fields;
    fields.put(care_team::kAgency, worker.agency);
    fields.put(care_team::kWorker, worker.worker);
    return creates(RecordType::CareTeamMembership, person, std::move(fields));
}

} // namespace frontsheet::test
