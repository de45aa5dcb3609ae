// A person's permission or objection on its way from the agency that was told to those it names, and their answers back; all of
// it over the peer link's own messages.
#include "core/domain/schema/permission.h"
#include "core/domain/schema/person_link.h"
#include "core/domain/sharing/permission_codec.h"
#include "sync/server/statements/notices.h"
#include "sync/wire/body_codec.h"
#include "sync/wire/pack.h"
#include "tests/sync/server/agency_world.h"

namespace frontsheet::test {
namespace {

using namespace std::string_literals;
using sharing::DeliveryOf;
using sharing::StatementKind;
namespace stated = permission_statement;
namespace notice = permission_notice;

const AgencyId kTrust{"trust"};
const AgencyId kCouncil{"council"};
const AgencyId kHousing{"housing"};
constexpr std::chrono::hours kDay{24};

class Statements : public AgencyWorld {
protected:
    Ledger& ledger(const AgencyId& agency) { return *server->ledgerOf(agency); }

    void put(const AgencyId& home, Record record) {
        record.home = home;
        ASSERT_TRUE(ledger(home).write(WriteKind::Other, [&](LedgerWrites& writes) -> Result<void> {
            FS_ASSIGN(const auto held, writes.record(record.id));
            record.version.n = (held ? held->header.version.n : 0) + 1;
            record.authorAgency = home;
            record.recordedAt = clock.now();
            const RecordWrite write{record, wire::encodeBody(record.fields)};
            return writes.append({&write, 1});
        }));
    }
    // `home` says that its own id `person` and another agency's are one human.
    Record link(const AgencyId& home, const PersonId& person, const PersonId& other, const AgencyId& otherAgency,
                const char* state = "stated") {
        Record record;
        record.id = ids.timeOrdered<RecordId>(clock.now());
        record.type = RecordType::PersonLink;
        record.person = person;
        record.category = Category::Identity;
        record.fields.put(person_link::kOther, other);
        record.fields.put(person_link::kOtherAgency, otherAgency);
        record.fields.put(person_link::kState, std::string{state});
        put(home, record);
        record.home = home;
        return record;
    }
    [[nodiscard]] sharing::PermissionStatement said(StatementKind kind) const {
        sharing::PermissionStatement statement;
        statement.kind = kind;
        statement.receiver = kHousing;
        statement.home = kCouncil;
        statement.category = Category::MentalHealth;
        statement.askedAt = clock.now();
        statement.askedBy = WorkerId{"W012"};
        statement.askedByAgency = kTrust;
        statement.words = "They talk to the whole street";
        return statement;
    }
    // Recorded at the trust on a device, by the rules.
    RecordId records(Device& device, const sharing::PermissionStatement& statement) {
        FieldSet fields;
        sharing::putStatement(fields, statement);
        auto intent = device.creates(RecordType::PermissionStatement, mira, fields);
        intent.category = Category::Involvement;
        const auto results = device.sync({intent});
        EXPECT_EQ(results.at(0).outcome, IntentOutcome::Applied);
        return intent.record;
    }
    void withdraws(Device& device, const RecordId& id) {
        device.sync();
        const auto results =
            device.sync({device.edits(id, {{stated::kWithdrawnAt.tag, std::nullopt, timeValue(clock.now())},
                                           {stated::kWithdrawnBy.tag, std::nullopt, textValue("W012")}})});
        EXPECT_EQ(results.at(0).outcome, IntentOutcome::Applied);
    }
    [[nodiscard]] Response ask(const AgencyId& by, const AgencyId& of, const wire::PeerPull& pull,
                               CallerKind kind = CallerKind::AgencyServer) {
        auto caller = callerOf({by, {}, "agency-server", ids.random<DeviceId>()});
        caller.kind = kind;
        return server->handle({of, Verb::PeerPull, caller, wire::pack(wire::encode(pull))});
    }
    // One visit of `by` at `of`, as its server makes it.
    wire::PeerFacts visit(const AgencyId& by, const AgencyId& of) {
        auto& cursor = m_cursors[{by, of}];
        wire::PeerPull pull{of, 0, 0, cursor.notices};
        statements::Answers answers;
        {
            const auto reads = ledger(by).read();
            answers = *statements::answersTo(**reads, of, cursor.answered);
            pull.acknowledgements = answers.acknowledgements;
        }
        const auto response = ask(by, of, pull);
        EXPECT_EQ(response.status, 200);
        const auto facts = wire::decodePeerFacts(*wire::unpack(response.body, 10'000'000), of);
        EXPECT_TRUE(facts) << (facts ? "" : describe(facts.error()));
        EXPECT_TRUE(ledger(by).write(WriteKind::Other, [&](LedgerWrites& writes) -> Result<void> {
            for (const auto& one : facts->notices) {
                FS_TRY(statements::takeNotice(writes, of, one, clock.now()));
            }
            return ok();
        }));
        cursor = {facts->noticeSeq, answers.upTo};
        return *facts;
    }
    [[nodiscard]] std::vector<Record> ofType(const AgencyId& agency, RecordType type) {
        std::vector<Record> out;
        for (const auto& [id, record] : ledgerOf(agency)) {
            if (record.type == type) {
                out.push_back(record);
            }
        }
        return out;
    }
    [[nodiscard]] std::vector<Record> noticesAt(const AgencyId& agency) {
        return ofType(agency, RecordType::PermissionNotice);
    }
    [[nodiscard]] std::vector<sharing::Delivery> deliveries(const RecordId& id) {
        return sharing::deliveriesIn(ledgerOf(kTrust).at(id).fields);
    }
    [[nodiscard]] std::vector<sharing::PermissionStatement> statementsAt(const AgencyId& home, const PersonId& person) {
        const auto reads = ledger(home).read();
        return *(*reads)->statements().statementsOf(person);
    }
    [[nodiscard]] sharing::PersonsWord word(const AgencyId& home, const PersonId& person) {
        const auto held = statementsAt(home, person);
        return sharing::wordOn({kCouncil, kHousing, Category::MentalHealth, sharing::Purpose::TenancySupport}, held,
                               clock.now());
    }
    void acknowledges(Device& device, const std::string& words, bool withdrawal = false) {
        device.sync();
        for (const auto& [id, held] : device.mirror) {
            if (held.header.type == RecordType::PermissionNotice) {
                const auto& at = withdrawal ? notice::kWithdrawalAcknowledgedAt : notice::kAcknowledgedAt;
                const auto& by = withdrawal ? notice::kWithdrawalAcknowledgedBy : notice::kAcknowledgedBy;
                const auto& said = withdrawal ? notice::kWithdrawalAcknowledgedWords : notice::kAcknowledgedWords;
                const auto results =
                    device.sync({device.edits(id, {{at.tag, std::nullopt, timeValue(clock.now())},
                                                   {by.tag, std::nullopt, textValue(device.who.worker.str())},
                                                   {said.tag, std::nullopt, textValue(words)}})});
                EXPECT_EQ(results.at(0).outcome, IntentOutcome::Applied);
                return;
            }
        }
        FAIL() << "no notice on the device";
    }

    PersonId mira = newPerson();        // at the trust
    PersonId miraCouncil = newPerson(); // at the council
    PersonId miraHousing = newPerson(); // at housing

private:
    struct Cursor {
        std::uint64_t notices = 0;
        std::uint64_t answered = 0;
    };
    std::map<std::pair<AgencyId, AgencyId>, Cursor> m_cursors;
};

TEST_F(Statements, AnObjectionReachesEachAgencyItNamesIsAcknowledgedAndItsRecorderSeesWhenAndByWhom) {
    link(kCouncil, miraCouncil, mira, kTrust);
    auto nurse = device("trust", "W012", "trust");
    const auto id = records(nurse, said(StatementKind::Objection));
    EXPECT_TRUE(deliveries(id).empty());
    visit(kCouncil, kTrust);
    visit(kHousing, kTrust);
    ASSERT_EQ(noticesAt(kCouncil).size(), 1u);
    EXPECT_EQ(noticesAt(kCouncil)[0].person, mira) << "as its sender knows the person";
    EXPECT_EQ(word(kCouncil, miraCouncil), sharing::PersonsWord::Objects) << "at once, acknowledged or not";
    // That it arrived is known when the partner comes again.
    clock.advance(kDay);
    visit(kCouncil, kTrust);
    ASSERT_EQ(deliveries(id).size(), 1u);
    EXPECT_EQ(deliveries(id)[0].agency, kCouncil);
    EXPECT_FALSE(deliveries(id)[0].acknowledgedAt.isKnown());
    auto assessor = device("council", "W001", "council");
    acknowledges(assessor, "Taken off the list that housing sees");
    visit(kCouncil, kTrust);
    const auto done = deliveries(id);
    ASSERT_EQ(done.size(), 1u);
    EXPECT_EQ(done[0].acknowledgedAt, clock.now());
    EXPECT_EQ(done[0].acknowledgedBy, WorkerId{"W001"});
    EXPECT_EQ(done[0].words, "Taken off the list that housing sees");
    EXPECT_EQ(sharing::unacknowledged(*sharing::statementIn(ledgerOf(kTrust).at(id)), {}),
              std::vector<AgencyId>{kHousing});
}

TEST_F(Statements, ANoticeCarriesNoWordOfThePersonsAndNoOtherAgencysPart) {
    link(kCouncil, miraCouncil, mira, kTrust);
    auto nurse = device("trust", "W012", "trust");
    auto statement = said(StatementKind::Objection);
    statement.capacity = sharing::Capacity::BestInterests;
    statement.decidedBy = WorkerId{"W012"};
    statement.decidedWhy = "The canary sang in the kitchen";
    records(nurse, statement);
    visit(kHousing, kTrust);
    visit(kHousing, kTrust); // delivered to housing by now
    const auto response = ask(kCouncil, kTrust, {kTrust, 0, 0, 0});
    const auto bytes = wire::unpack(response.body, 10'000'000);
    ASSERT_TRUE(bytes);
    EXPECT_EQ(bytes->find("canary"), std::string::npos);
    EXPECT_EQ(bytes->find("whole street"), std::string::npos);
    EXPECT_EQ(bytes->find("/given/"), std::string::npos);
    const auto facts = wire::decodePeerFacts(*bytes, kTrust);
    ASSERT_TRUE(facts);
    EXPECT_EQ(facts->notices.size(), 1u);
    EXPECT_TRUE(facts->directory.empty());
}

TEST_F(Statements, WhoIsNotNamedHearsNothing) {
    auto statement = said(StatementKind::Objection);
    auto nurse = device("trust", "W012", "trust");
    statement.home = kTrust;
    records(nurse, statement);
    visit(kCouncil, kTrust);
    EXPECT_TRUE(noticesAt(kCouncil).empty());
    visit(kHousing, kTrust);
    EXPECT_EQ(noticesAt(kHousing).size(), 1u);
}

// "Nobody else is to see it": whoever holds her too must know, and nobody else learns that she exists.
TEST_F(Statements, AnObjectionToAllGoesToThoseWhoHoldThePersonTooAndToThemWhenTheyComeToHoldThem) {
    auto nurse = device("trust", "W012", "trust");
    auto statement = said(StatementKind::Objection);
    statement.home = {};
    statement.receiver = {};
    const auto id = records(nurse, statement);
    link(kTrust, mira, miraCouncil, kCouncil);
    visit(kCouncil, kTrust);
    visit(kHousing, kTrust);
    EXPECT_EQ(noticesAt(kCouncil).size(), 1u);
    EXPECT_TRUE(noticesAt(kHousing).empty());
    link(kTrust, mira, miraHousing, kHousing);
    visit(kHousing, kTrust);
    EXPECT_EQ(noticesAt(kHousing).size(), 1u) << "the link brought it, though the cursor had passed it";
    EXPECT_TRUE(deliveries(id).empty()) << "what was not told yet is not delivered, whatever the cursor had passed";
    visit(kHousing, kTrust);
    EXPECT_EQ(deliveries(id).size(), 1u);
}

TEST_F(Statements, ANoticeAboutSomebodyUnknownWaitsAndHoldsOnceTheyAreLinkedHere) {
    auto nurse = device("trust", "W012", "trust");
    records(nurse, said(StatementKind::Objection));
    visit(kCouncil, kTrust);
    EXPECT_EQ(word(kCouncil, miraCouncil), sharing::PersonsWord::NothingSaid);
    auto proposed = link(kCouncil, miraCouncil, mira, kTrust, "proposed");
    EXPECT_EQ(word(kCouncil, miraCouncil), sharing::PersonsWord::NothingSaid) << "nobody has said they are one";
    // The sender's own word that they are one counts for nothing here.
    link(kTrust, mira, miraCouncil, kCouncil);
    EXPECT_EQ(word(kCouncil, miraCouncil), sharing::PersonsWord::NothingSaid);
    proposed.fields.put(person_link::kState, "stated"s);
    put(kCouncil, proposed);
    EXPECT_EQ(word(kCouncil, miraCouncil), sharing::PersonsWord::Objects);
    proposed.fields.put(person_link::kState, "withdrawn"s);
    put(kCouncil, proposed);
    EXPECT_EQ(word(kCouncil, miraCouncil), sharing::PersonsWord::NothingSaid);
}

TEST_F(Statements, LinksAreFollowedBothWaysAndOverDoubleRegistrations) {
    const auto twice = newPerson();
    link(kCouncil, miraCouncil, twice, kCouncil);
    link(kCouncil, miraCouncil, mira, kTrust);
    auto nurse = device("trust", "W012", "trust");
    records(nurse, said(StatementKind::Objection));
    visit(kCouncil, kTrust);
    EXPECT_EQ(word(kCouncil, twice), sharing::PersonsWord::Objects);
    EXPECT_EQ(word(kCouncil, miraHousing), sharing::PersonsWord::NothingSaid);
}

// Narrowing counts at once; widening when somebody here has seen it. Else an agency could permit itself.
TEST_F(Statements, APermissionToldByAnotherAgencyCountsOnceAWorkerHereHasAcknowledgedIt) {
    link(kCouncil, miraCouncil, mira, kTrust);
    auto nurse = device("trust", "W012", "trust");
    const auto id = records(nurse, said(StatementKind::Permission));
    EXPECT_EQ(word(kTrust, mira), sharing::PersonsWord::Permits) << "at home at once";
    visit(kCouncil, kTrust);
    EXPECT_EQ(word(kCouncil, miraCouncil), sharing::PersonsWord::NothingSaid);
    auto assessor = device("council", "W001", "council");
    acknowledges(assessor, "Noted");
    EXPECT_EQ(word(kCouncil, miraCouncil), sharing::PersonsWord::Permits);
    withdraws(nurse, id);
    visit(kCouncil, kTrust);
    EXPECT_EQ(word(kCouncil, miraCouncil), sharing::PersonsWord::NothingSaid) << "withdrawn at once";
}

TEST_F(Statements, AnObjectionStandsUntilItsWithdrawalIsAcknowledged) {
    link(kCouncil, miraCouncil, mira, kTrust);
    auto nurse = device("trust", "W012", "trust");
    const auto id = records(nurse, said(StatementKind::Objection));
    visit(kCouncil, kTrust);
    auto assessor = device("council", "W001", "council");
    acknowledges(assessor, "Stopped");
    clock.advance(kDay);
    withdraws(nurse, id);
    EXPECT_EQ(word(kTrust, mira), sharing::PersonsWord::NothingSaid);
    visit(kCouncil, kTrust);
    EXPECT_EQ(word(kCouncil, miraCouncil), sharing::PersonsWord::Objects);
    acknowledges(assessor, "Shared again", true);
    EXPECT_EQ(word(kCouncil, miraCouncil), sharing::PersonsWord::NothingSaid);
    visit(kCouncil, kTrust);
    const auto told = deliveries(id);
    ASSERT_EQ(told.size(), 2u);
    EXPECT_EQ(told[0].of, DeliveryOf::Given);
    EXPECT_EQ(told[1].of, DeliveryOf::Withdrawal);
    EXPECT_EQ(told[1].words, "Shared again");
}

TEST_F(Statements, ToldAgainNothingIsDoubledAndTheLinkComesToRest) {
    auto nurse = device("trust", "W012", "trust");
    records(nurse, said(StatementKind::Objection));
    for (int i = 0; i < 4; ++i) {
        visit(kCouncil, kTrust);
    }
    auto assessor = device("council", "W001", "council");
    acknowledges(assessor, "Stopped");
    for (int i = 0; i < 4; ++i) {
        visit(kCouncil, kTrust);
    }
    const auto council = feedOf(kCouncil).size();
    const auto trust = feedOf(kTrust).size();
    for (int i = 0; i < 10; ++i) {
        EXPECT_TRUE(visit(kCouncil, kTrust).notices.empty());
    }
    EXPECT_EQ(feedOf(kCouncil).size(), council);
    EXPECT_EQ(feedOf(kTrust).size(), trust);
    // Everything once more, as after a restore.
    const auto all = ask(kCouncil, kTrust, {kTrust, 0, 0, 0});
    const auto facts = wire::decodePeerFacts(*wire::unpack(all.body, 10'000'000), kTrust);
    ASSERT_EQ(facts->notices.size(), 1u);
    EXPECT_TRUE(ledger(kCouncil).write(WriteKind::Other, [&](LedgerWrites& writes) {
        return statements::takeNotice(writes, kTrust, facts->notices[0], clock.now());
    }));
    EXPECT_EQ(noticesAt(kCouncil).size(), 1u);
    EXPECT_EQ(noticesAt(kCouncil)[0].fields.get(notice::kAcknowledgedBy), WorkerId{"W001"}) << "still acknowledged";
}

TEST_F(Statements, HundredsComeInSeveralAnswersAndAllArrive) {
    constexpr std::size_t kMany = 1'203;
    for (std::size_t at = 0; at < kMany; at += 200) {
        ASSERT_TRUE(ledger(kTrust).write(WriteKind::Other, [&](LedgerWrites& writes) -> Result<void> {
            std::vector<RecordWrite> all;
            for (std::size_t i = at; i < std::min(at + 200, kMany); ++i) {
                Record record;
                record.id = ids.timeOrdered<RecordId>(clock.now());
                record.type = RecordType::PermissionStatement;
                record.home = kTrust;
                record.person = newPerson();
                record.category = Category::Involvement;
                record.version.n = 1;
                record.authorAgency = kTrust;
                sharing::putStatement(record.fields, said(StatementKind::Objection));
                Bytes body = wire::encodeBody(record.fields);
                all.push_back({std::move(record), std::move(body)});
            }
            return writes.append(all);
        }));
    }
    std::size_t visits = 0;
    while (visit(kCouncil, kTrust).more) {
        ASSERT_LT(++visits, 10u);
    }
    EXPECT_EQ(noticesAt(kCouncil).size(), kMany);
    EXPECT_GE(visits, 2u);
}

TEST_F(Statements, NobodyAnswersForAnotherNorForWhatTheyWereNotAsked) {
    auto nurse = device("trust", "W012", "trust");
    auto statement = said(StatementKind::Objection);
    statement.home = kTrust; // addressed to housing alone
    const auto id = records(nurse, statement);
    const auto before = ledgerOf(kTrust).at(id).version;
    const sharing::Acknowledgement forged{id, DeliveryOf::Given, clock.now(), WorkerId{"W028"}, "Done"};
    const auto response = ask(kCouncil, kTrust, {kTrust, 0, 0, 1'000'000, {forged}});
    EXPECT_EQ(response.status, 200);
    EXPECT_TRUE(deliveries(id).empty()) << "the council has no say in it, and a cursor from nowhere delivers nothing";
    // Housing itself: not that it was withdrawn, and not before its time.
    auto early = forged;
    early.of = DeliveryOf::Withdrawal;
    ASSERT_EQ(ask(kHousing, kTrust, {kTrust, 0, 0, 0, {early}}).status, 200);
    EXPECT_TRUE(deliveries(id).empty());
    auto ahead = forged;
    ahead.at = clock.now() + 400 * kDay;
    ASSERT_EQ(ask(kHousing, kTrust, {kTrust, 0, 0, 0, {ahead}}).status, 200);
    ASSERT_EQ(deliveries(id).size(), 1u);
    EXPECT_EQ(deliveries(id)[0].acknowledgedAt, clock.now());
    EXPECT_EQ(ledgerOf(kTrust).at(id).version.n, before.n + 1);
    // Of something that is no statement.
    const auto note = nurse.writesNote(mira, "Wound clean");
    nurse.sync({note});
    auto other = forged;
    other.statement = note.record;
    ASSERT_EQ(ask(kHousing, kTrust, {kTrust, 0, 0, 0, {other}}).status, 200);
    EXPECT_EQ(ledgerOf(kTrust).at(note.record).version.n, 1u);
    EXPECT_NE(ask(kHousing, kTrust, {kTrust, 0, 0, 0}, CallerKind::Device).status, 200) << "not for devices";
}

TEST_F(Statements, WhatAPartnerClaimsIsCheckedBeforeAnyOfItIsKept) {
    auto nurse = device("trust", "W012", "trust");
    records(nurse, said(StatementKind::Objection));
    const auto good =
        wire::decodePeerFacts(*wire::unpack(ask(kCouncil, kTrust, {kTrust, 0, 0, 0}).body, 10'000'000), kTrust);
    ASSERT_TRUE(good);
    const auto refusedAfter = [&](auto change) {
        auto facts = *good;
        change(facts.notices.at(0));
        return !wire::decodePeerFacts(wire::encode(facts), kTrust);
    };
    EXPECT_FALSE(refusedAfter([](wire::Notice&) {}));
    EXPECT_TRUE(refusedAfter([](wire::Notice& n) { n.fields.put(notice::kFromAgency, kHousing); }));
    EXPECT_TRUE(refusedAfter([](wire::Notice& n) { n.person = {}; }));
    EXPECT_TRUE(refusedAfter([&](wire::Notice& n) { n.fields.put(notice::kAcknowledgedAt, clock.now()); }));
    EXPECT_TRUE(refusedAfter([](wire::Notice& n) { n.fields.set(FieldTag{900}, textValue("case content")); }));
    EXPECT_TRUE(refusedAfter([](wire::Notice& n) { n.fields.put(notice::kAuthority, std::string(512, 'x') + "y"); }));
    auto many = *good;
    many.notices.assign(wire::kMaxNoticesPerReply + 1, good->notices[0]);
    EXPECT_EQ(wire::decodePeerFacts(wire::encode(many), kTrust).error().code, ErrorCode::TooLarge);
    wire::PeerPull pull{kTrust, 0, 0, 0};
    pull.acknowledgements.assign(wire::kMaxAcknowledgementsPerPull + 1,
                                 {ids.random<RecordId>(), DeliveryOf::Given, clock.now(), WorkerId{"W1"}, ""});
    EXPECT_EQ(wire::decodePeerPull(wire::encode(pull), kTrust).error().code, ErrorCode::TooLarge);
    pull.acknowledgements.resize(1);
    EXPECT_EQ(*wire::decodePeerPull(wire::encode(pull), kTrust), pull);
    for (auto* bad : {"no worker", "", "x y"}) {
        pull.acknowledgements[0].by = WorkerId{bad};
        EXPECT_FALSE(wire::decodePeerPull(wire::encode(pull), kTrust)) << bad;
    }
    pull.acknowledgements[0].by = WorkerId{"W1"};
    pull.acknowledgements[0].words = std::string(sharing::kMaxAcknowledgementBytes + 1, 'x');
    EXPECT_FALSE(wire::decodePeerPull(wire::encode(pull), kTrust));
    pull.acknowledgements[0].words = "\xFF\xFE";
    EXPECT_FALSE(wire::decodePeerPull(wire::encode(pull), kTrust));
    pull.acknowledgements[0].words = "";
    pull.acknowledgements[0].of = static_cast<DeliveryOf>(7);
    EXPECT_FALSE(wire::decodePeerPull(wire::encode(pull), kTrust));
}

// A partner that takes a statement's id for another person's, or takes back what it said was withdrawn, changes nothing here.
TEST_F(Statements, ANoticeStaysAboutWhomItIsAboutAndWithdrawnStaysWithdrawn) {
    auto nurse = device("trust", "W012", "trust");
    const auto id = records(nurse, said(StatementKind::Objection));
    withdraws(nurse, id);
    auto told = visit(kCouncil, kTrust).notices.at(0);
    const auto take = [&] {
        ASSERT_TRUE(ledger(kCouncil).write(WriteKind::Other, [&](LedgerWrites& writes) {
            return statements::takeNotice(writes, kTrust, told, clock.now());
        }));
    };
    told.person = miraHousing;
    told.fields.put(notice::kStatementVersion, 99);
    take();
    told.person = mira;
    told.fields.erase(notice::kWithdrawnAt.tag);
    take();
    ASSERT_EQ(noticesAt(kCouncil).size(), 1u);
    EXPECT_EQ(noticesAt(kCouncil)[0].person, mira);
    EXPECT_TRUE(noticesAt(kCouncil)[0].fields.get(notice::kWithdrawnAt).isKnown());
}

TEST_F(Statements, WhereSomebodyLivesInSecretIsToldToNobody) {
    auto nurse = device("trust", "W012", "trust");
    auto statement = said(StatementKind::RestrictedLocation);
    statement.home = {};
    statement.receiver = {};
    statement.category.reset();
    statement.readers = {{kTrust, WorkerId{"W012"}}};
    statement.where = "Flat 3, 12 Ferry Lane";
    link(kTrust, mira, miraCouncil, kCouncil);
    records(nurse, statement);
    EXPECT_TRUE(visit(kCouncil, kTrust).notices.empty());
}

TEST_F(Statements, WhatAPersonSaidMovesEveryAgencysGrants) {
    const auto counter = [&](const AgencyId& agency) {
        const auto reads = ledger(kTrust).read();
        return *(*reads)->grantCounter(agency.str());
    };
    const auto council = counter(kCouncil);
    const auto never = counter(AgencyId{"gp_Y99001"});
    auto nurse = device("trust", "W012", "trust");
    const auto id = records(nurse, said(StatementKind::Objection));
    EXPECT_GT(counter(kCouncil), council);
    EXPECT_GT(counter(AgencyId{"gp_Y99001"}), never) << "also of an agency that had no relationship yet";
    const auto said = counter(kCouncil);
    withdraws(nurse, id);
    EXPECT_GT(counter(kCouncil), said);
    const auto withdrawn = counter(kCouncil);
    nurse.sync({nurse.writesNote(mira, "Wound clean")});
    EXPECT_EQ(counter(kCouncil), withdrawn) << "a note moves nothing";
    link(kTrust, mira, miraCouncil, kCouncil);
    EXPECT_GT(counter(kCouncil), withdrawn);
}

TEST_F(Statements, AllOfItIsThereAfterARestart) {
    link(kCouncil, miraCouncil, mira, kTrust);
    auto nurse = device("trust", "W012", "trust");
    records(nurse, said(StatementKind::Objection));
    visit(kCouncil, kTrust);
    restart();
    EXPECT_EQ(word(kCouncil, miraCouncil), sharing::PersonsWord::Objects);
    EXPECT_EQ(statementsAt(kTrust, mira).size(), 1u);
}

} // namespace
} // namespace frontsheet::test
