// What a device can try to get more than its grant, under the agreement that ships: every field of everything that the trust
// holds about two people carries a canary, and what comes back is searched for them.
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

using ::testing::IsEmpty;

namespace {

const AgencyId kTrust{"community_trust"};
const AgencyId kCouncil{"council"};
const AgencyId kHousing{"housing"};

constexpr std::string_view kCanary = "CANARY";

} // namespace

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
                EXPECT_THAT(canariesIn(bytes), IsEmpty());
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

TEST_F(Attacks, APartnerWhoIsJoinedToNobodyGetsNothingByAnyRequest) {
    auto stranger = device("council", "W002", "community_trust", "social work assessor");
    stranger.sync();
    EXPECT_THAT(heldBy(stranger), IsEmpty());
    EXPECT_EQ(stranger.held.size(), 1U) << "not even that there is anybody";
    EXPECT_THAT(askForEverything(stranger), IsEmpty());
    guessesAt(stranger);
}

TEST_F(Attacks, AColleagueWhoIsNotInvolvedGetsWhoIsWhoAndNothingElse) {
    auto colleague = device("community_trust", "W013", "community_trust", "community nurse");
    colleague.sync();
    auto found = heldBy(colleague);
    found.merge(askForEverything(colleague));
    for (const auto& canary : found) {
        const bool registration = canary.find(".registration.") != std::string::npos;
        const bool whoIsWho = canary.ends_with(".identity") || canary.ends_with(".contact-details") ||
                              canary.ends_with(".involvement") || canary.ends_with(".alerts") ||
                              canary.ends_with(".referral") || canary.ends_with(".copy") ||
                              canary.ends_with(".proposed") || canary.ends_with(".m");
        EXPECT_TRUE(registration || whoIsWho) << canary;
        for (const auto* field : {".language.", ".frailty.", ".access_note.", ".legal_status.", ".tenancy_type."}) {
            EXPECT_EQ(canary.find(std::string{".registration"} + field), std::string::npos) << canary;
        }
    }
    EXPECT_GT(found.size(), 20U);
}

TEST_F(Attacks, AColleagueWhoIsNotInvolvedWritesNothingOfTheWork) {
    auto colleague = device("community_trust", "W013", "community_trust", "community nurse");
    colleague.sync();
    std::size_t unseen = 0;
    for (const auto& record : all) {
        if (colleague.holds(record.id) || record.person != edith) {
            continue;
        }
        ++unseen;
        auto there = colleague.creates(record.type, record.person, {});
        there.base.n = 1;
        there.category = record.category;
        there.edits = {{schemaOf(record.type)->fields.front().tag, textValue("seen"), textValue("changed")}};
        auto nowhere = there;
        nowhere.op = ids.random<OpId>();
        there.record = record.id;
        const auto results = colleague.sync({there, nowhere});
        ASSERT_EQ(results.size(), 2U);
        EXPECT_EQ(results[0].outcome, IntentOutcome::Refused);
        EXPECT_EQ(results[0].reason, results[1].reason) << "what is there and what is not answer alike";
        EXPECT_EQ(results[0].version, results[1].version);
    }
    EXPECT_GT(unseen, 15U);
    // Nor is a note on somebody written without a relationship, straight or by way of a draft.
    EXPECT_EQ(colleague.sync({colleague.writesNote(edith, "passing by")})[0].reason, ErrorCode::NotPermitted);
    auto draft = colleague.writesNote(edith, "passing by", "draft");
    ASSERT_EQ(colleague.sync({draft})[0].outcome, IntentOutcome::Applied);
    auto sign = colleague.edits(draft.record, {{contact_note::kState.tag, textValue("draft"), textValue("signed")}});
    EXPECT_NE(colleague.sync({sign})[0].outcome, IntentOutcome::Applied);
    EXPECT_EQ(ledgerOf(kTrust).at(draft.record).fields.text(contact_note::kState), "draft");
    // Who says that they are involved, which everybody sees, works with the person.
    const auto results =
        colleague.sync({colleague.joins(edith, colleague.who), colleague.writesNote(edith, "mine now")});
    EXPECT_EQ(results[1].outcome, IntentOutcome::Applied);
}

TEST_F(Attacks, WhoMayOnlyReadChangesNothing) {
    auto manager = device("community_trust", "W032", "community_trust", "team manager");
    manager.sync();
    const auto placement =
        std::find_if(all.begin(), all.end(), [](const Record& record) { return record.type == RecordType::Placement; });
    ASSERT_TRUE(manager.holds(placement->id)) << "OW6";
    const auto field = schemaOf(RecordType::Placement)->fields.front().tag;
    const auto results =
        manager.sync({manager.edits(placement->id, {{field, *placement->fields.find(field), textValue("changed")}})});
    EXPECT_EQ(results[0].outcome, IntentOutcome::Refused);
    EXPECT_EQ(results[0].reason, ErrorCode::NotPermitted);
    EXPECT_EQ(ledgerOf(kTrust).at(placement->id).version.n, 1U);
}

TEST_F(Attacks, WhoIsOnOneCareTeamGetsWhatTheClausesSayOfThatPersonAlone) {
    auto assessor = device("council", "W001", "community_trust", "social work assessor");
    joins(edith, assessor.who);
    assessor.sync();
    auto found = heldBy(assessor);
    EXPECT_THAT(found, ::testing::Contains("CANARY.edith.contact-note.text.contact-note"));
    EXPECT_THAT(found, ::testing::Contains("CANARY.edith.contact-note.text.mental-health")); // CO5
    found.merge(askForEverything(assessor));
    for (const auto& canary : found) {
        EXPECT_EQ(canary.find("arthur"), std::string::npos) << canary;
        for (const auto* withheld : {".substance-use", ".finance", ".carer-private", ".draft", ".restricted", ".copy",
                                     ".proposed", ".arrears_pence", ".funded_by"}) {
            EXPECT_EQ(canary.find(withheld), std::string::npos) << canary;
        }
        EXPECT_FALSE(canary.ends_with("contact-note.text.error")) << "words entered in error";
    }
}

// Silently withheld is as if there were nothing; announced, only to somebody joined to the person.
TEST_F(Attacks, WhatIsWithheldIsSaidOnlyWhereAnAgreementLetsItBeSaid) {
    auto assessor = device("council", "W001", "community_trust", "social work assessor");
    joins(edith, assessor.who);
    assessor.sync();
    for (const auto& [name, progress] : assessor.held) {
        EXPECT_EQ(name.find(":substance-use"), std::string::npos) << "silent by CO7: " << name;
        EXPECT_EQ(name.find(":finance"), std::string::npos) << "silent by CO8: " << name;
        EXPECT_EQ(name.find(":carer-private"), std::string::npos) << name;
        EXPECT_EQ(name.find(arthur.hex()), std::string::npos) << name;
    }
    // The restricted note is announced, since CO3 says so, and no more than that.
    EXPECT_TRUE(assessor.held.contains(Scope::withheld(edith, Category::ContactNote, "saltmarsh-locality.CO3").name()));
}

TEST_F(Attacks, AnAddressedReferralOpensItselfAndItsMinimum) {
    auto officer = device("housing", "W028", "community_trust", "housing officer");
    const Record theirs = referral(edith, kHousing, "W028", "theirs");
    keep(theirs);
    keep(message(theirs, "theirs"));
    const Record other = referral(edith, kCouncil, "W001", "other");
    keep(other);
    keep(message(other, "other"));
    officer.sync();
    auto found = heldBy(officer);
    EXPECT_THAT(found, ::testing::Contains("CANARY.edith.referral.reason.theirs"));
    EXPECT_THAT(found, ::testing::Contains("CANARY.edith.referral-message.text.theirs"));
    EXPECT_THAT(found, ::testing::Contains("CANARY.edith.registration.alert.r")) << "a visitor must beware (HO5)";
    found.merge(askForEverything(officer));
    for (const auto& canary : found) {
        EXPECT_EQ(canary.find("arthur"), std::string::npos) << canary;
        // A note that its author filed under referrals goes with them (HO2).
        EXPECT_TRUE(canary.find("contact-note") == std::string::npos || canary.ends_with(".referral")) << canary;
        EXPECT_EQ(canary.find(".other"), std::string::npos) << canary;
        for (const auto* field :
             {"nhs_number", "local_id", "frailty", "access_note", "legal_status", "living", "team"}) {
            EXPECT_EQ(canary.find(std::string{".registration."} + field + "."), std::string::npos) << canary;
        }
    }
}

TEST_F(Attacks, NobodyBecomesInvolvedByWritingSo) {
    auto stranger = device("council", "W002", "community_trust", "social work assessor");
    stranger.sync();
    const auto before = ledgerOf(kTrust).size();
    std::vector<Intent> forged{stranger.joins(edith, stranger.who), stranger.refers(edith, kCouncil, WorkerId{"W002"}),
                               stranger.registers(edith, "Forged")};
    FieldSet message;
    message.put(referral_message::kReferral, ids.random<RecordId>());
    message.put(referral_message::kToAgency, kCouncil);
    message.put(referral_message::kToWorker, stranger.who.worker);
    forged.push_back(stranger.creates(RecordType::ReferralMessage, edith, message));
    // In one transaction too, where the first would join them to the person for the second.
    auto together = stranger.joins(edith, stranger.who);
    auto with = stranger.writesNote(edith, "after the forged one");
    together.transaction = with.transaction = ids.random<TransactionId>();
    forged.push_back(together);
    forged.push_back(with);
    for (const auto& result : stranger.sync(forged)) {
        EXPECT_EQ(result.outcome, IntentOutcome::Refused);
        EXPECT_EQ(result.reason, ErrorCode::NotPermitted);
    }
    stranger.sync();
    EXPECT_EQ(ledgerOf(kTrust).size(), before);
    EXPECT_THAT(heldBy(stranger), IsEmpty());
    EXPECT_THAT(askForEverything(stranger), IsEmpty());
}

TEST_F(Attacks, APartnerCannotGiveAPersonsPermission) {
    auto therapist = device("council", "W008", "community_trust", "occupational therapist");
    joins(edith, therapist.who);
    therapist.sync();
    const auto lowMood = std::string{"CANARY.edith.contact-note.text.mental-health"};
    ASSERT_THAT(heldBy(therapist), ::testing::Not(::testing::Contains(lowMood))) << "CO6: only by permission";
    for (const auto type : {RecordType::PermissionStatement, RecordType::PermissionNotice}) {
        FieldSet said;
        said.set(schemaOf(type)->fields[0].tag, textValue("permission"));
        auto forged = therapist.creates(type, edith, said);
        forged.category = Category::Involvement;
        const auto results = therapist.sync({forged});
        ASSERT_EQ(results.size(), 1U);
        EXPECT_EQ(results[0].outcome, IntentOutcome::Refused);
    }
    therapist.sync();
    EXPECT_THAT(heldBy(therapist), ::testing::Not(::testing::Contains(lowMood)));
}

TEST_F(Attacks, NeitherAnotherAgencysNorAnotherKindOfCertificateOpensAnything) {
    joins(edith, Principal{kCouncil, WorkerId{"W001"}, "social work assessor", {}});
    // The worker's code, from another agency: an agency of another kind, one that is no party, none.
    for (const auto* agency : {"housing", "gp_Y99009", "mental_health_trust", "nobody"}) {
        auto other = device(agency, "W001", "community_trust", "social work assessor");
        other.sync();
        EXPECT_THAT(heldBy(other), IsEmpty()) << agency;
        EXPECT_THAT(askForEverything(other), IsEmpty()) << agency;
    }
    // A role that the agreement does not know, though the membership is there; and none.
    for (const auto* role : {"gardener", "", "GP", "Social work assessor", "agency-server"}) {
        auto other = device("council", "W001", "community_trust", role);
        other.sync();
        EXPECT_THAT(heldBy(other), IsEmpty()) << role;
        EXPECT_THAT(askForEverything(other), IsEmpty()) << role;
        guessesAt(other);
    }
    // An agency's server on a device's verb, and a device that is revoked.
    auto assessor = device("council", "W001", "community_trust", "social work assessor");
    const auto request = wire::pack(wire::encode(assessor.request({})));
    auto caller = callerOf(assessor.who);
    caller.kind = CallerKind::AgencyServer;
    EXPECT_NE(server->handle({kTrust, Verb::Sync, caller, request}).status, 200);
    caller.kind = CallerKind::Nobody;
    EXPECT_NE(server->handle({kTrust, Verb::Sync, caller, request}).status, 200);
    ASSERT_TRUE(server->ledgerOf(kTrust)->write(WriteKind::Other, [&](LedgerWrites& writes) {
        return writes.revoke(assessor.who.agency, assessor.who.device, clock.now());
    }));
    const auto refused = assessor.send(assessor.request({}));
    EXPECT_NE(refused.status, 200);
    EXPECT_THAT(canariesIn(unpacked(refused)), IsEmpty());
}

// A certificate without a worker, as a server's would be, gets case content by no verb.
TEST_F(Attacks, NobodyWithoutANameGetsCaseContent) {
    auto nameless = device("community_trust", "", "community_trust", "community nurse");
    nameless.sync();
    EXPECT_THAT(heldBy(nameless), IsEmpty());
    EXPECT_THAT(askForEverything(nameless), IsEmpty());
}

// Who kept the keys of an old version gets by them what the new one says.
TEST_F(Attacks, AnOldVersionsKeysOpenWhatTheNewOneDoes) {
    auto assessor = device("council", "W001", "community_trust", "social work assessor");
    joins(edith, assessor.who);
    assessor.sync();
    const std::string notes = "CANARY.edith.contact-note.text.contact-note";
    ASSERT_THAT(heldBy(assessor), ::testing::Contains(notes));
    std::vector<std::string> old;
    for (const auto& [name, progress] : assessor.held) {
        old.push_back(name);
    }
    const auto before = assessor.request({});
    ASSERT_TRUE(server->decideBy(kTrust, shippedLocality(clock.now(), {"CO3", "CO5"})));
    for (const auto& key : old) {
        for (const auto again : {false, true}) {
            auto request = before;
            const auto scope = ScopeKey::named(key);
            request.have.partial = {{again ? ScopeKey{scope->scope, 0, ScopeKey::Turn::Again}.name() : key, 0, {}}};
            const auto found = canariesIn(answer(assessor, request));
            EXPECT_THAT(found, ::testing::Not(::testing::Contains(notes))) << key;
            EXPECT_THAT(found, ::testing::Not(::testing::Contains("CANARY.edith.contact-note.text.mental-health")));
        }
    }
    assessor.sync();
    EXPECT_THAT(heldBy(assessor), ::testing::Not(::testing::Contains(notes))) << "and it is taken back";
    EXPECT_THAT(heldBy(assessor), ::testing::Contains("CANARY.edith.registration.alert.r"));
}

TEST_F(Attacks, AgreementsThatEndByTheClockTakeEverythingOfPartnersBack) {
    auto assessor = device("council", "W001", "community_trust", "social work assessor");
    joins(edith, assessor.who);
    assessor.sync();
    ASSERT_FALSE(heldBy(assessor).empty());
    clock.advance(std::chrono::hours{24} * 365 * 3);
    assessor.sync();
    EXPECT_THAT(heldBy(assessor), IsEmpty());
    EXPECT_THAT(askForEverything(assessor), IsEmpty());
    // The home's own work goes on.
    auto nurse = device("community_trust", "W012", "community_trust", "community nurse");
    nurse.sync();
    EXPECT_FALSE(heldBy(nurse).empty());
}

TEST_F(Attacks, ANamedReaderReadsWhatIsTheirsWhileNamed) {
    auto reader = device("community_trust", "W016", "community_trust", "community nurse");
    auto other = device("community_trust", "W012", "community_trust", "community nurse");
    joins(edith, reader.who);
    joins(edith, other.who);
    reader.sync();
    const std::string words = "CANARY.edith.contact-note.text.restricted";
    EXPECT_THAT(heldBy(reader), ::testing::Contains(words));
    auto assessor = device("council", "W001", "community_trust", "social work assessor");
    joins(edith, assessor.who);
    assessor.sync();
    EXPECT_THAT(heldBy(assessor), ::testing::Not(::testing::Contains(words)));
    Record changed = *std::find_if(all.begin(), all.end(), [&](const Record& record) {
        return record.person == edith && record.type == RecordType::ContactNote && !sharing::readersOf(record).empty();
    });
    sharing::putReaders(changed.fields, contact_note::kReaders, {{kTrust, WorkerId{"W019"}}});
    changed.version.n = 2;
    keep(changed);
    reader.sync();
    EXPECT_THAT(heldBy(reader), ::testing::Not(::testing::Contains(words)));
    other.sync();
    EXPECT_THAT(heldBy(other), ::testing::Contains(words)) << "its author";
}

// The practice's list is the home's own registration and the home's own word on whose list it is.
TEST_F(Attacks, ADoctorReadsByTheListOfTheirOwnPracticeAlone) {
    auto doctor = device("gp_Y99001", "W020", "community_trust", "GP");
    doctor.sync();
    EXPECT_THAT(heldBy(doctor), ::testing::Contains("CANARY.edith.contact-note.text.contact-note"));
    EXPECT_THAT(heldBy(doctor), ::testing::Not(::testing::Contains("CANARY.edith.registration.access_note.r"))); // GP3
    auto elsewhere = device("gp_Y99002", "W021", "community_trust", "GP");
    elsewhere.sync();
    EXPECT_THAT(heldBy(elsewhere), IsEmpty());
    EXPECT_THAT(askForEverything(elsewhere), IsEmpty());
    // A partner's directory that says its worker covers the practice opens nothing.
    Record claim;
    claim.id = ids.random<RecordId>();
    claim.type = RecordType::Worker;
    claim.home = AgencyId{"gp_Y99002"};
    claim.version.n = 1;
    claim.fields.set(FieldTag{1}, textValue("W021"));
    claim.fields.set(FieldTag{8}, textValue("gp_Y99002"));
    claim.fields.set(FieldTag{5}, Value{std::vector<std::string>{"Y99001"}});
    ASSERT_TRUE(server->ledgerOf(kTrust)->write(WriteKind::Other, [&](LedgerWrites& writes) {
        return writes.keepPartnerRecord(claim, wire::encodeBody(claim.fields));
    }));
    elsewhere.sync();
    EXPECT_THAT(heldBy(elsewhere), IsEmpty());
}

} // namespace frontsheet::test
