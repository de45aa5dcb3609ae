// A worker's tablet with its store, and the few records a story needs. Clock and ids stand still until told.
#pragma once

#include "core/base/id_source.h"
#include "core/domain/record.h"
#include "core/domain/schema/care_team.h"
#include "core/domain/schema/contact_note.h"
#include "core/domain/schema/person_link.h"
#include "core/domain/schema/referral.h"
#include "core/domain/schema/registration.h"
#include "core/domain/scope.h"
#include "core/store/device_store.h"
#include "sync/wire/body_codec.h"
#include "tests/core/temporary_folder.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

namespace frontsheet::test {

inline constexpr KdfCost kQuickCost{64, 1, 1}; // a test has no secret to keep
inline constexpr const char* kPassphrase = "correct horse battery staple";
inline const AgencyId kTrust{"community_trust"};
inline const AgencyId kCouncil{"council"};
inline const WorkerId kNurse{"W012"};
inline constexpr WallTime kMonday{1795424400000};

class Tablet {
public:
    explicit Tablet(std::string vfs = {}) : m_vfs(std::move(vfs)) {
        auto made = DeviceStore::create(folder(), kPassphrase, parts());
        EXPECT_TRUE(made) << describe(made.error());
        m_store = made ? std::move(made).value() : nullptr;
    }

    [[nodiscard]] std::string folder() const { return m_folder.path().string(); }
    [[nodiscard]] std::string database() const { return folder() + "/store/store.db"; }
    [[nodiscard]] std::string keyFile() const { return folder() + "/store/store.key"; }
    [[nodiscard]] DeviceStoreParts parts() const { return {m_codec, m_clock, kQuickCost, m_vfs}; }
    [[nodiscard]] DeviceStore& store() { return *m_store; }
    [[nodiscard]] bool isOpen() const { return m_store != nullptr; }
    [[nodiscard]] ManualClock& clock() { return m_clock; }
    [[nodiscard]] IdSource& ids() { return m_ids; }
    [[nodiscard]] const BodyCodec& codec() const { return m_codec; }

    void close() { m_store.reset(); }
    Result<void> open(const char* passphrase = kPassphrase) {
        m_store.reset();
        auto opened = DeviceStore::open(folder(), passphrase, parts());
        if (!opened) {
            return std::move(opened).error();
        }
        m_store = std::move(opened).value();
        return ok();
    }

    template <class IdType>
    [[nodiscard]] IdType newId() {
        m_clock.advance(std::chrono::milliseconds{1});
        return m_ids.timeOrdered<IdType>(m_clock.now());
    }

    [[nodiscard]] Record record(RecordType type, const AgencyId& home, const PersonId& person) {
        Record out;
        out.id = newId<RecordId>();
        out.type = type;
        out.home = home;
        out.person = person;
        out.category = type == RecordType::ContactNote ? Category::ContactNote : Category::Identity;
        out.authorAgency = home;
        out.author = kNurse;
        out.occurredAt = m_clock.now();
        return out;
    }
    [[nodiscard]] Record note(const PersonId& person, const std::string& text, const std::string& state = "signed",
                              const AgencyId& home = kTrust) {
        Record out = record(RecordType::ContactNote, home, person);
        out.fields.put(contact_note::kText, text);
        out.fields.put(contact_note::kState, state);
        out.fields.put(contact_note::kAuthor, kNurse);
        return out;
    }
    [[nodiscard]] Record registration(const PersonId& person, const std::string& family, const std::string& given,
                                      const AgencyId& home = kTrust) {
        Record out = record(RecordType::Registration, home, person);
        out.fields.put(registration::kFamilyName, family);
        out.fields.put(registration::kGivenName, given);
        return out;
    }
    [[nodiscard]] Record link(const PersonId& person, const PersonId& other, const std::string& state = "stated",
                              const AgencyId& home = kTrust) {
        Record out = record(RecordType::PersonLink, home, person);
        out.fields.put(person_link::kOther, other);
        out.fields.put(person_link::kState, state);
        return out;
    }
    [[nodiscard]] Record membership(const PersonId& person, const AgencyId& agency, const WorkerId& worker,
                                    const AgencyId& home = kTrust) {
        Record out = record(RecordType::CareTeamMembership, home, person);
        out.fields.put(care_team::kAgency, agency);
        out.fields.put(care_team::kWorker, worker);
        return out;
    }
    [[nodiscard]] Record referral(const PersonId& person, const std::string& need, const AgencyId& home = kTrust) {
        Record out = record(RecordType::Referral, home, person);
        out.fields.put(referral::kNeed, need);
        out.fields.put(referral::kState, std::string{"sent"});
        out.fields.put(referral::kFromWorker, kNurse);
        out.fields.put(referral::kToAgency, kCouncil);
        out.fields.put(referral::kSentAt, m_clock.now());
        return out;
    }

    // The edit that turns one into the other, as a use case makes it.
    [[nodiscard]] Intent edit(const std::optional<Record>& before, const Record& after) {
        Intent intent;
        intent.op = m_ids.random<OpId>();
        intent.record = after.id;
        intent.type = after.type;
        intent.home = after.home;
        intent.person = after.person;
        intent.category = after.category;
        intent.base = before ? before->version : HomeVersion{};
        intent.edits = difference(before ? before->fields : FieldSet{}, after.fields);
        intent.occurredAt = after.occurredAt;
        return intent;
    }
    // Of a note held here: other words.
    [[nodiscard]] Intent rewording(const RecordId& note, const std::string& words) {
        const Record before = held(note)->record;
        Record after = before;
        after.fields.put(contact_note::kText, words);
        return edit(before, after);
    }
    [[nodiscard]] Intent creation(const Record& record) { return edit(std::nullopt, record); }
    void mustSave(const std::vector<Intent>& intents) {
        const auto saved = store().save(intents);
        ASSERT_TRUE(saved) << describe(saved.error());
    }

    // As a server sends it.
    [[nodiscard]] IncomingRecord sent(Record record, std::uint64_t version = 1) {
        record.version.n = version;
        record.recordedAt = m_clock.now();
        Bytes body = m_codec.encode(record.fields);
        record.fields = {};
        return {record, std::move(body)};
    }
    [[nodiscard]] SyncStore::Exchange exchange() {
        SyncStore::Exchange out;
        out.epoch = m_epoch;
        out.serverTime = m_clock.now();
        out.receivedAt = m_clock.now();
        return out;
    }
    // A page of the feed, or of a scope granted with it (complete).
    [[nodiscard]] SyncStore::Exchange page(std::vector<IncomingRecord> records, const std::string& scope = {}) {
        auto out = exchange();
        if (!scope.empty()) {
            out.grants.granted.push_back({scope, 0, {}});
        }
        IncomingPage one;
        one.scope = scope;
        one.scopeComplete = !scope.empty();
        one.upserts = std::move(records);
        one.feedSeq = ++m_feedSeq;
        out.pages.push_back(std::move(one));
        return out;
    }
    void mustApply(const SyncStore::Exchange& exchange, const AgencyId& server = kTrust) {
        const auto applied = store().apply(server, exchange);
        ASSERT_TRUE(applied) << describe(applied.error());
    }
    void mustIndex() {
        for (;;) {
            const auto left = store().indexSome(10000);
            ASSERT_TRUE(left) << describe(left.error());
            if (*left == 0) {
                return;
            }
        }
    }
    [[nodiscard]] std::vector<OutgoingIntent> outgoing(const AgencyId& server = kTrust) {
        auto out = store().outgoing(server, 0, 1000, 1 << 20);
        EXPECT_TRUE(out);
        return out ? std::move(out).value() : std::vector<OutgoingIntent>{};
    }
    [[nodiscard]] SyncStore::Exchange answer(const OpId& op, IntentOutcome outcome, std::uint64_t version = 1,
                                             ErrorCode reason = ErrorCode::NotPermitted) {
        auto out = exchange();
        out.results.push_back({op, outcome, reason, {version}});
        return out;
    }

    [[nodiscard]] std::optional<WorkingRecord> held(const RecordId& id) {
        auto found = store().record(id);
        EXPECT_TRUE(found);
        return found ? std::move(found).value() : std::nullopt;
    }
    [[nodiscard]] std::string textOf(const RecordId& note) {
        const auto found = held(note);
        return found ? found->record.fields.get(contact_note::kText) : "(not there)";
    }
    [[nodiscard]] std::vector<std::string> dump() {
        std::vector<std::string> lines;
        EXPECT_TRUE(store().dumpCanonical([&](std::string_view line) {
            lines.emplace_back(line);
            return ok();
        }));
        return lines;
    }

private:
    TemporaryFolder m_folder;
    std::string m_vfs;
    ManualClock m_clock{kMonday};
    SeededIdSource m_ids{4711};
    wire::WireBodyCodec m_codec;
    Epoch m_epoch = m_ids.random<Epoch>();
    std::uint64_t m_feedSeq = 0;
    std::unique_ptr<DeviceStore> m_store;
};

inline std::string personScope(const PersonId& person, Category category = Category::ContactNote) {
    return Scope::ofPerson(person, category).name();
}

// All that the records made here are filed under.
inline std::vector<std::string> personScopes(const PersonId& person) {
    return {personScope(person, Category::Identity), personScope(person)};
}

} // namespace frontsheet::test
