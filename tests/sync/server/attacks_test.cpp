// What a device can try to get more than its grant, under the agreement that ships: every field of everything that the trust
// holds about two people carries a canary, and what comes back is searched for them.
#include "tests/sync/server/attacks_world.h"

namespace frontsheet::test {

using ::testing::IsEmpty;

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

// The id of a record says that it is there, and when it was made. Pages are asked for from the start and from every place on, as long as
// they may be and as short as they can be.
TEST_F(Attacks, NoPageNamesARecordThatIsNotInIt) {
    auto colleague = device("community_trust", "W013", "community_trust", "community nurse");
    joins(edith, colleague.who);
    for (int i = 0; i < 3; ++i) {
        Record restricted = note(edith, "restricted" + std::to_string(i));
        sharing::putReaders(restricted.fields, contact_note::kReaders, {{kTrust, WorkerId{"W016"}}});
        keep(restricted); // the last of their kind, so that a walk ends with them
        keep(note(edith, "draft" + std::to_string(i), Category::ContactNote, "draft"));
    }
    colleague.sync();
    EXPECT_GT(colleague.mirror.size(), 10U);
    EXPECT_LT(colleague.mirror.size() + 10, all.size());
    auto honest = colleague.request({});
    for (const auto& key : everyKey()) {
        for (const std::uint32_t most : {std::uint32_t{1}, std::uint32_t{512 * 1024}}) {
            auto request = honest;
            request.maxBytes = most;
            request.have.partial = {{key, 0, {}}};
            EXPECT_THAT(namedIn(answer(colleague, request), colleague), IsEmpty()) << key;
        }
    }
    // A first exchange too, of pages as short as they come.
    auto anew = device("community_trust", "W013", "community_trust", "community nurse");
    anew.maxBytes = 1;
    for (int i = 0; i < 200; ++i) {
        const auto bytes = answer(anew, anew.request({}));
        EXPECT_THAT(namedIn(bytes, colleague), IsEmpty());
        const auto reply = wire::decodeSyncReply(bytes, kTrust);
        ASSERT_TRUE(reply);
        anew.apply(*reply);
        if (!reply->more) {
            break;
        }
    }
    EXPECT_EQ(anew.mirror.size(), colleague.mirror.size()) << "and nothing is left out";
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
