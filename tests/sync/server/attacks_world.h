// What the trust holds about two people, with a canary in every field of everything, and the means to try to get at it.
#pragma once

#include "core/domain/schema/care_team.h"
#include "core/domain/schema/contact_note.h"
#include "core/domain/schema/permission.h"
#include "core/domain/schema/person_link.h"
#include "core/domain/schema/record_schema.h"
#include "core/domain/schema/referral.h"
#include "core/domain/schema/registration.h"
#include "core/domain/sharing/named_reader.h"
#include "sync/wire/body_codec.h"
#include "sync/wire/held_hash.h"
#include "sync/wire/pack.h"
#include "sync/wire/sync_codec.h"
#include "tests/sync/server/agency_world.h"
#include "tests/sync/server/shipped_locality.h"

#include <gmock/gmock.h>

#include <set>

namespace frontsheet::test {

inline const AgencyId kTrust{"community_trust"};
inline const AgencyId kCouncil{"council"};
inline const AgencyId kHousing{"housing"};

inline constexpr std::string_view kCanary = "CANARY";

class Attacks : public AgencyWorld {
public:
    void SetUp() override {
        server = std::make_unique<AgencyServer>(clock, ids);
        sharing = shippedLocality(clock.now());
        for (const auto& agency : {kTrust, kCouncil, kHousing}) {
            host(agency);
        }
        edith = newPerson();
        arthur = newPerson();
        for (const auto& person : {edith, arthur}) {
            fill(person);
        }
    }

    // Every text field says whose, what and which it is.
    Record canary(RecordType type, const PersonId& person, const std::string& tag) {
        const RecordSchema& schema = *schemaOf(type);
        Record record;
        record.id = ids.timeOrdered<RecordId>(clock.now());
        clock.advance(std::chrono::milliseconds{1});
        record.type = type;
        record.home = kTrust;
        record.person = person;
        record.category = schema.category;
        record.version.n = 1;
        record.authorAgency = kTrust;
        record.author = WorkerId{"W012"};
        record.recordedAt = clock.now();
        for (const auto& field : schema.fields) {
            if (field.kind == FieldKind::Text || field.kind == FieldKind::Prose) {
                record.fields.set(
                    field.tag, textValue(std::string{kCanary} + (person == edith ? ".edith." : ".arthur.") +
                                         std::string{schema.name} + "." + std::string{field.name} + "." + tag + "!"));
            }
        }
        return record;
    }
    void keep(const Record& record) {
        ASSERT_TRUE(server->ledgerOf(kTrust)->write(WriteKind::Other, [&](LedgerWrites& writes) {
            const RecordWrite write{record, wire::encodeBody(record.fields)};
            return writes.append(std::span{&write, 1});
        }));
        all.push_back(record);
    }
    Record note(const PersonId& person, const std::string& tag, Category category = Category::ContactNote,
                const char* state = "signed") {
        Record record = canary(RecordType::ContactNote, person, tag);
        record.category = category;
        record.fields.put(contact_note::kState, std::string{state});
        record.fields.put(contact_note::kAuthor, WorkerId{"W012"});
        return record;
    }
    Record referral(const PersonId& person, const AgencyId& to, const char* worker, const std::string& tag) {
        Record record = canary(RecordType::Referral, person, tag);
        record.fields.put(referral::kState, std::string{"sent"});
        record.fields.put(referral::kToAgency, to);
        record.fields.put(referral::kToWorker, WorkerId{worker});
        record.fields.put(referral::kFromWorker, WorkerId{"W012"});
        return record;
    }
    Record message(const Record& on, const std::string& tag) {
        Record record = canary(RecordType::ReferralMessage, on.person, tag);
        record.fields.put(referral_message::kReferral, on.id);
        record.fields.put(referral_message::kToAgency, on.fields.get(referral::kToAgency));
        record.fields.put(referral_message::kToWorker, on.fields.get(referral::kToWorker));
        return record;
    }
    void fill(const PersonId& person) {
        Record registration = canary(RecordType::Registration, person, "r");
        registration.fields.put(registration::kPractice, std::string{"Y99001"});
        keep(registration);
        for (int n = static_cast<int>(Category::Identity); n < static_cast<int>(Category::Directory); ++n) {
            keep(note(person, std::string{name(static_cast<Category>(n))}, static_cast<Category>(n)));
        }
        keep(note(person, "draft", Category::ContactNote, "draft"));
        keep(note(person, "error", Category::ContactNote, "entered-in-error"));
        Record restricted = note(person, "restricted");
        sharing::putReaders(restricted.fields, contact_note::kReaders, {{kTrust, WorkerId{"W016"}}});
        keep(restricted);
        keep(canary(RecordType::Placement, person, "p"));
        Record proposed = canary(RecordType::PersonLink, person, "proposed");
        proposed.fields.put(person_link::kState, std::string{"proposed"});
        keep(proposed);
        keep(canary(RecordType::ReceivedCopy, person, "copy"));
    }
    // A worker is on the care team, by the home's own record.
    Record joins(const PersonId& person, const Principal& who) {
        Record record = canary(RecordType::CareTeamMembership, person, "m");
        record.fields.put(care_team::kAgency, who.agency);
        record.fields.put(care_team::kWorker, who.worker);
        keep(record);
        return record;
    }

    // What of the canaries stands in a reply, by the part after the word.
    static std::set<std::string> canariesIn(std::string_view bytes) {
        std::set<std::string> found;
        for (auto at = bytes.find(kCanary); at != std::string_view::npos; at = bytes.find(kCanary, at + 1)) {
            auto end = at;
            while (end < bytes.size() && (std::isalnum(static_cast<unsigned char>(bytes[end])) != 0 ||
                                          bytes[end] == '.' || bytes[end] == '-' || bytes[end] == '_')) {
                ++end;
            }
            found.insert(std::string{bytes.substr(at, end - at)});
        }
        return found;
    }
    Bytes unpacked(const Response& response) const {
        return wire::unpack(response.body, wire::kMaxUnpackedReply).value_or(Bytes{});
    }
    // One exchange; nothing of it is looked at but its bytes.
    Bytes answer(Device& who, const wire::SyncRequest& request) { return unpacked(who.send(request)); }
    // All that an honest device ends up with.
    std::set<std::string> heldBy(Device& device) {
        std::set<std::string> found;
        for (const auto& [id, record] : device.mirror) {
            found.merge(canariesIn(record.body));
        }
        return found;
    }
    // Every key that names something of the trust's, under guessed and plain terms and again.
    std::vector<std::string> everyKey() {
        std::vector<std::string> keys;
        const auto add = [&keys](const Scope& scope) {
            keys.push_back(scope.name());
            keys.push_back(ScopeKey{scope, 1, ScopeKey::Turn::Lasting}.name());
            keys.push_back(ScopeKey{scope, 0xfeedU, ScopeKey::Turn::Lasting}.name());
            keys.push_back(ScopeKey{scope, 0, ScopeKey::Turn::Again}.name());
        };
        for (int n = static_cast<int>(Category::Identity); n < static_cast<int>(Category::Directory); ++n) {
            add(Scope::everyone(static_cast<Category>(n)));
            for (const auto& person : {edith, arthur}) {
                add(Scope::ofPerson(person, static_cast<Category>(n)));
                add(Scope::ofPerson(person, static_cast<Category>(n), audienceOfReaders({"community_trust/W016"})));
                add(Scope::withheld(person, static_cast<Category>(n), "saltmarsh-locality.CO1"));
            }
        }
        for (const auto& record : all) {
            if (record.type == RecordType::Referral) {
                add(Scope::ofReferral(record.id, record.person));
                add(Scope::ofReferral(record.id, record.person == edith ? arthur : edith));
            }
        }
        return keys;
    }
    // Records that this device is not given, whose ids stand in what came nevertheless.
    std::vector<std::string> namedIn(std::string_view bytes, const Device& who) const {
        std::vector<std::string> named;
        for (const auto& record : all) {
            if (!who.holds(record.id) && bytes.find(record.id.raw()) != std::string_view::npos) {
                named.push_back(std::string{schemaOf(record.type)->name} + " " +
                                canariesOf(record).value_or(std::string{}));
            }
        }
        return named;
    }
    static std::optional<std::string> canariesOf(const Record& record) {
        const auto words = canariesIn(wire::encodeBody(record.fields));
        return words.empty() ? std::nullopt : std::optional{*words.begin()};
    }
    // Asks for every key from every key of a record on, claiming to be in step and claiming to hold nothing and everything.
    std::set<std::string> askForEverything(Device& who) {
        std::set<std::string> found;
        const auto keys = everyKey();
        auto honest = who.request({});
        for (const auto& key : keys) {
            for (const auto& resume : {Bytes{}, all.front().id.raw(), all[all.size() / 2].id.raw()}) {
                auto request = honest;
                request.have.partial = {{key, 0, resume}};
                found.merge(canariesIn(answer(who, request)));
            }
        }
        for (const auto seq : {std::uint64_t{0}, std::uint64_t{1}, who.feedSeq + 1000}) {
            auto request = honest;
            request.have.feedSeq = seq;
            found.merge(canariesIn(answer(who, request)));
            request.have.held = keys;
            found.merge(canariesIn(answer(who, request)));
            request.have.heldHash = wire::heldHashOf(keys);
            found.merge(canariesIn(answer(who, request)));
        }
        return found;
    }

    // Edits of every record there is, and of one that is not: all get one answer.
    void guessesAt(Device& who) {
        const auto edit = [&](RecordType type, const RecordId& id, const PersonId& person, std::uint64_t base) {
            Intent intent = who.creates(type, person, {});
            intent.record = id;
            intent.base.n = base;
            const auto& field = schemaOf(type)->fields.front();
            intent.edits = {{field.tag, textValue("seen"), textValue("changed")}};
            return intent;
        };
        for (const auto& record : all) {
            std::vector<IntentResult> answers;
            for (const auto& [id, person] : {std::pair{record.id, record.person},
                                             {record.id, record.person == edith ? arthur : edith},
                                             {ids.random<RecordId>(), record.person}}) {
                const auto request = who.request({edit(record.type, id, person, 1)});
                const auto bytes = answer(who, request);
                EXPECT_THAT(canariesIn(bytes), ::testing::IsEmpty());
                const auto reply = wire::decodeSyncReply(bytes, kTrust);
                ASSERT_TRUE(reply);
                ASSERT_EQ(reply->results.size(), 1U);
                answers.push_back(reply->results[0]);
            }
            for (const auto& one : answers) {
                EXPECT_EQ(one.outcome, IntentOutcome::Refused) << static_cast<int>(record.type);
                EXPECT_EQ(one.reason, answers.back().reason)
                    << schemaOf(record.type)->name << ": what is there and what is not answer alike";
                EXPECT_EQ(one.version.n, 0U);
            }
        }
    }

    PersonId edith;
    PersonId arthur;
    std::vector<Record> all;
};

} // namespace frontsheet::test
