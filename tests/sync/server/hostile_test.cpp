#include "core/domain/schema/care_team.h"
#include "core/domain/schema/contact_note.h"
#include "core/domain/schema/referral.h"
#include "sync/wire/pack.h"
#include "sync/wire/sync_codec.h"
#include "sync/wire/wire_limits.h"
#include "tests/sync/server/agency_world.h"

namespace frontsheet::test {

class Hostile : public AgencyWorld {
public:
    void SetUp() override {
        AgencyWorld::SetUp();
        nurse = std::make_unique<Device>(device("trust", "W012", "trust"));
        intruder = std::make_unique<Device>(device("council", "W001", "trust"));
        person = newPerson();
        note = nurse->writesNote(person, "private");
        nurse->sync({nurse->registers(person, "Wood"), note});
        intruder->sync();
    }
    void TearDown() override {
        // Whatever was thrown at it, the server still serves and the ledger is as it was.
        EXPECT_EQ(nurse->sync({nurse->writesNote(person, "still here")})[0].outcome, IntentOutcome::Applied);
        EXPECT_EQ(ledgerOf(AgencyId{"trust"}).at(note.record).fields.get(contact_note::kText), "private");
    }

    ErrorCode codeOf(const Response& response) {
        EXPECT_NE(response.status, 200);
        const auto bytes = wire::unpack(response.body, wire::kMaxRefusalBytes);
        EXPECT_TRUE(bytes);
        const auto refusal = wire::decodeRefusal(*bytes);
        EXPECT_TRUE(refusal);
        return refusal ? refusal->code : ErrorCode::Internal;
    }
    Response sendBytes(const Bytes& body, const char* agency = "trust") {
        return server->handle({AgencyId{agency}, Verb::Sync, callerOf(nurse->who), body});
    }

    std::unique_ptr<Device> nurse;
    std::unique_ptr<Device> intruder;
    PersonId person;
    Intent note;
};

TEST_F(Hostile, AGuessedRecordIdIsNeitherReadNorChangedNorConfirmed) {
    Intent guess;
    guess.op = ids.random<OpId>();
    guess.record = note.record;
    guess.type = RecordType::ContactNote;
    guess.home = AgencyId{"trust"};
    guess.person = person;
    guess.base.n = 1;
    guess.edits = {{contact_note::kState.tag, textValue("signed"), textValue("entered-in-error")},
                   {contact_note::kErrorReason.tag, std::nullopt, textValue("gone")}};
    auto nowhere = guess;
    nowhere.op = ids.random<OpId>();
    nowhere.record = ids.random<RecordId>();
    const auto results = intruder->sync({guess, nowhere});
    ASSERT_EQ(results.size(), 2U);
    EXPECT_EQ(results[0].reason, ErrorCode::NotPermitted);
    EXPECT_EQ(results[1].reason, results[0].reason); // what exists and what does not look alike
    EXPECT_EQ(results[0].version.n, 0U);
    EXPECT_EQ(results[1].version.n, 0U);
    EXPECT_TRUE(intruder->mirror.empty());
}

TEST_F(Hostile, NobodyJoinsACareTeamByWritingSo) {
    const auto results = intruder->sync({intruder->joins(person, intruder->who)});
    ASSERT_EQ(results.size(), 1U);
    EXPECT_EQ(results[0].reason, ErrorCode::NotPermitted);
    intruder->sync();
    EXPECT_TRUE(intruder->mirror.empty());
}

TEST_F(Hostile, AScopeThatWasNotGrantedIsNotServedHoweverItIsAskedFor) {
    auto request = intruder->request({});
    for (const std::string& scope :
         {std::string{"everyone:contact-note"}, "person:" + person.hex() + ":contact-note",
          "again:person:" + person.hex() + ":contact-note", std::string{"again:everyone:contact-note"},
          "referral:" + note.record.hex() + ":" + person.hex(), std::string{"person:"}, std::string{"again:person:"}}) {
        request.have.partial.push_back({scope, 0, {}});
    }
    const auto response = intruder->send(request);
    ASSERT_EQ(response.status, 200);
    const auto reply = wire::decodeSyncReply(*wire::unpack(response.body, wire::kMaxUnpackedReply), AgencyId{"trust"});
    ASSERT_TRUE(reply);
    for (const auto& page : reply->pages) {
        EXPECT_TRUE(page.upserts.empty());
    }
    // Nor by claiming to hold it.
    request.have.partial.clear();
    const auto claim = "person:" + person.hex() + ":contact-note@0000000000000001";
    request.have.held = {"directory", "everyone:contact-note", claim};
    const auto claimed =
        wire::decodeSyncReply(*wire::unpack(intruder->send(request).body, wire::kMaxUnpackedReply), AgencyId{"trust"});
    ASSERT_TRUE(claimed);
    EXPECT_EQ(claimed->grants.gone, (std::vector<std::string>{"everyone:contact-note", claim}));
    for (const auto& page : claimed->pages) {
        EXPECT_TRUE(page.upserts.empty());
    }
}

TEST_F(Hostile, AuthorAndRoleComeFromTheCertificateWhateverTheIntentSays) {
    auto forged = nurse->writesNote(person, "written as somebody else");
    for (auto& edit : forged.edits) {
        if (edit.field == contact_note::kAuthor.tag) {
            edit.after = textValue("W999");
        }
    }
    const auto results = nurse->sync({forged});
    EXPECT_EQ(results[0].reason, ErrorCode::NotPermitted);
}

TEST_F(Hostile, AMessageOnAReferralThatIsNotThereIsRefused) {
    const auto sent = nurse->refers(person, AgencyId{"council"}, WorkerId{"W001"});
    nurse->sync({sent});
    intruder->sync();
    FieldSet fields;
    fields.put(referral_message::kReferral, ids.random<RecordId>());
    fields.put(referral_message::kText, std::string{"hello"});
    fields.put(referral_message::kToAgency, AgencyId{"trust"});
    const auto stray = intruder->creates(RecordType::ReferralMessage, person, fields);
    EXPECT_EQ(intruder->sync({stray})[0].reason, ErrorCode::NotFound);
    fields.put(referral_message::kReferral, sent.record);
    EXPECT_EQ(intruder->sync({intruder->creates(RecordType::ReferralMessage, person, fields)})[0].outcome,
              IntentOutcome::Applied);
}

TEST_F(Hostile, AMessageForOneTenantIsNotTakenByAnother) {
    const auto request = nurse->request({nurse->writesNote(person, "to the trust")});
    const AgencyId council{"council"};
    EXPECT_EQ(codeOf(nurse->send(request, &council)), ErrorCode::WrongTenant);
    const AgencyId nobody{"nobody"};
    EXPECT_EQ(codeOf(nurse->send(request, &nobody)), ErrorCode::NotFound);
}

TEST_F(Hostile, AnIntentForAnotherHomeInsideAMessageIsNotTaken) {
    auto stray = nurse->writesNote(person, "for the council");
    stray.home = AgencyId{"council"};
    EXPECT_EQ(codeOf(nurse->send(nurse->request({stray}))), ErrorCode::WrongTenant);
}

TEST_F(Hostile, GarbageTruncationAndBombsAreRefusedWithTheirReason) {
    EXPECT_EQ(codeOf(sendBytes("")), ErrorCode::Truncated);
    EXPECT_EQ(codeOf(sendBytes("not zstd at all")), ErrorCode::Truncated) << "damaged on the way, not bad work";
    EXPECT_EQ(codeOf(sendBytes(wire::pack("not a message"))), ErrorCode::Malformed);
    const Bytes whole = wire::pack(wire::encode(nurse->request({nurse->writesNote(person, std::string(4000, 'x'))})));
    for (std::size_t cut = 1; cut < whole.size(); cut += 7) {
        EXPECT_EQ(codeOf(sendBytes(whole.substr(0, cut))), ErrorCode::Truncated);
    }
    const Bytes bomb = wire::pack(Bytes(wire::kMaxUnpackedRequest + 1, '\0'));
    EXPECT_LT(bomb.size(), 100'000U);
    EXPECT_EQ(codeOf(sendBytes(bomb)), ErrorCode::Truncated) << "no device packs so much: a flipped bit did";
}

TEST_F(Hostile, EveryFlippedByteIsRefusedOrHarmless) {
    const auto before = ledgerOf(AgencyId{"trust"}).size();
    const Bytes plain = wire::encode(nurse->request({nurse->writesNote(person, "")})); // would be refused as it stands
    for (std::size_t i = 0; i < plain.size(); ++i) {
        Bytes damaged = plain;
        damaged[i] = static_cast<char>(damaged[i] ^ 0x41);
        (void)sendBytes(wire::pack(damaged));
    }
    EXPECT_EQ(ledgerOf(AgencyId{"trust"}).size(), before);
}

TEST_F(Hostile, ATransactionTooLargeForAPageIsRefusedWhole) {
    std::vector<Intent> intents;
    const auto transaction = ids.random<TransactionId>();
    for (int i = 0; i < 1001; ++i) {
        intents.push_back(nurse->writesNote(person, "one of many"));
        intents.back().transaction = transaction;
    }
    const auto results = nurse->sync(intents);
    ASSERT_EQ(results.size(), 1001U);
    EXPECT_EQ(results[0].reason, ErrorCode::TooLarge);
    EXPECT_EQ(results[1000].reason, ErrorCode::TooLarge);
}

TEST_F(Hostile, AnIntentNobodyCanReadTakesItsTransactionWithIt) {
    auto good = nurse->writesNote(person, "the first half");
    auto bad = nurse->writesNote(person, "\xff\xfe not text");
    good.transaction = bad.transaction = ids.random<TransactionId>();
    const auto alone = nurse->writesNote(person, "on its own");
    const auto results = nurse->sync({good, bad, alone});
    ASSERT_EQ(results.size(), 3U);
    std::map<OpId, IntentResult> byOp;
    for (const auto& result : results) {
        byOp[result.op] = result;
    }
    EXPECT_EQ(byOp[good.op].outcome, IntentOutcome::Refused);
    EXPECT_EQ(byOp[bad.op].reason, ErrorCode::NotText);
    EXPECT_EQ(byOp[alone.op].outcome, IntentOutcome::Applied);
}

TEST_F(Hostile, ClocksYearsOffChangeNothingButTheStatedTime) {
    auto past = nurse->writesNote(person, "written on a tablet that thinks it is 1970");
    past.occurredAt = WallTime{1};
    auto future = nurse->writesNote(person, "and on one that is years ahead");
    future.occurredAt = clock.now() + std::chrono::hours{24 * 3650};
    const auto results = nurse->sync({past, future});
    EXPECT_EQ(results[0].outcome, IntentOutcome::Applied);
    EXPECT_EQ(results[1].outcome, IntentOutcome::Applied);
    const auto ledger = ledgerOf(AgencyId{"trust"});
    EXPECT_EQ(ledger.at(past.record).recordedAt, clock.now());
    EXPECT_EQ(ledger.at(future.record).recordedAt, clock.now());
    EXPECT_EQ(ledger.at(past.record).occurredAt.ms, 1);
}

TEST_F(Hostile, CertificatesOutOfTheirDatesRevokedOrOfAServerDoNotSync) {
    const Bytes body = wire::pack(wire::encode(nurse->request({})));
    const auto as = [&](const Caller& caller) {
        return codeOf(server->handle({AgencyId{"trust"}, Verb::Sync, caller, body}));
    };
    auto expired = callerOf(nurse->who);
    expired.notAfter = clock.now() + -std::chrono::minutes{1};
    EXPECT_EQ(as(expired), ErrorCode::CertificateRejected);
    auto early = callerOf(nurse->who);
    early.notBefore = clock.now() + std::chrono::minutes{1};
    EXPECT_EQ(as(early), ErrorCode::CertificateRejected);
    EXPECT_EQ(as(Caller{}), ErrorCode::CertificateRejected);
    auto peer = callerOf(nurse->who);
    peer.kind = CallerKind::AgencyServer;
    EXPECT_EQ(as(peer), ErrorCode::CertificateRejected);

    auto lost = device("trust", "W012", "trust");
    lost.sync();
    ASSERT_TRUE(server->ledgerOf(AgencyId{"trust"})->write(WriteKind::Other, [&](LedgerWrites& writes) {
        return writes.revoke(AgencyId{"trust"}, lost.who.device, clock.now());
    }));
    const auto refused = lost.exchange({lost.writesNote(person, "from a stolen tablet")});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::Revoked);
    nurse->sync(); // her other tablet goes on
}

TEST_F(Hostile, NamesAndWordsOfEveryKindComeBackExactly) {
    const std::string texts[] = {"O'Neill",
                                 "Null",
                                 "True",
                                 "Łukasz Ægir",
                                 "مريم",
                                 "陳大文",
                                 "e\u0301 \u202Ertl\u202C",
                                 "'; DROP TABLE record; --",
                                 std::string(10'000, 'w')};
    for (const auto& text : texts) {
        const auto written = nurse->writesNote(person, text);
        EXPECT_EQ(nurse->sync({written})[0].outcome, IntentOutcome::Applied);
        EXPECT_EQ(nurse->fieldsOf(written.record).get(contact_note::kText), text);
    }
}

} // namespace frontsheet::test
