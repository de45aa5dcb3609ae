// Emergency access at the server: a nurse of the trust opens, for some hours, what the council holds about somebody with whom
// nothing else joins her.
#include "core/domain/schema/emergency_access.h"
#include "core/domain/schema/registration.h"
#include "sync/server/disclosure/disclosure_views.h"
#include "sync/server/joined.h"
#include "sync/wire/emergency_codec.h"
#include "sync/wire/pack.h"
#include "sync/wire/sync_codec.h"
#include "tests/sync/server/agency_world.h"

namespace frontsheet::test {
namespace {

using namespace sharing;
using std::chrono::hours;

Clause emergencyClause() {
    Clause clause;
    clause.id = "EM1";
    clause.words = "what helps now";
    clause.anyHome = Homes::Any;
    clause.receiverKind = AgencyKind::CommunityTrust;
    clause.roles = {"community nurse"};
    clause.categories = {Category::Identity, Category::ContactDetails, Category::Alerts,
                         Category::FunctionalAssessment};
    clause.purpose = Purpose::Emergency;
    clause.choice = FieldChoice::AllOfCategory;
    clause.relationships = Relationship::Emergency;
    clause.permission = PermissionMode::NotNeeded;
    clause.lease = {4, 12};
    return clause;
}

std::shared_ptr<const SharingInForce> withEmergencies() {
    auto out = std::make_shared<SharingInForce>();
    std::vector<CompiledAgreement> all;
    const auto open = openSharing();
    for (const auto& compiled : open->agreements.all()) {
        Agreement agreement = compiled.agreement();
        AgreementStanding standing;
        if (compiled.isPolicy()) {
            for (auto& role : agreement.roles) {
                role.audit = role.name == "governance lead" ? AuditRole::Yes : AuditRole::No;
            }
        } else {
            agreement.clauses.push_back(emergencyClause());
            for (const auto& party : agreement.parties) {
                standing.bound.push_back(party.agency);
            }
        }
        all.push_back(CompiledAgreement::of(std::move(agreement), std::move(standing)).value());
    }
    out->agreements = AgreementsInForce::of(std::move(all)).value();
    return out;
}

class Emergencies : public AgencyWorld {
public:
    void SetUp() override {
        sharing = withEmergencies();
        AgencyWorld::SetUp();
        olive = newPerson();
        registration = registers(olive, "Tranter", "Olive", "1941-11-03", "9990000018");
        note = assessor.writesNote(olive, "canary-of-a-note");
        assessor.sync({registration, note});
        nurse.sync();
    }

    Intent registers(const PersonId& person, const char* family, const char* given, const char* born,
                     const char* number) {
        FieldSet fields;
        fields.put(registration::kFamilyName, std::string{family});
        fields.put(registration::kGivenName, std::string{given});
        fields.put(registration::kBorn, std::string{born});
        fields.put(registration::kNhsNumber, std::string{number});
        fields.put(registration::kFrailty, std::string{"CFS 7"});
        fields.put(registration::kTenancyType, std::string{"secure"});
        return assessor.creates(RecordType::Registration, person, std::move(fields));
    }

    wire::EmergencyAsk opening(const char* family = "Tranter", const char* given = "Olive") {
        wire::EmergencyAsk ask;
        ask.agency = AgencyId{"council"};
        ask.wish.person = {"", family, given, "1941-11-03"};
        ask.wish.reason = "Found on the pavement, confused, alone";
        ask.request = ids.random<wire::EmergencyRequestId>();
        return ask;
    }

    Result<wire::EmergencyReply> asks(const Principal& who, const wire::EmergencyAsk& ask) {
        const Bytes body = wire::pack(wire::encode(ask));
        const auto response = server->handle({AgencyId{"council"}, Verb::Emergency, callerOf(who), body});
        FS_ASSIGN(const auto bytes, wire::unpack(response.body, wire::kMaxEmergencyBytes));
        if (response.status != 200) {
            FS_ASSIGN(const auto refusal, wire::decodeRefusal(bytes));
            return {refusal.code, "refused"};
        }
        return wire::decodeEmergencyReply(bytes, AgencyId{"council"});
    }
    ErrorCode refused(const Principal& who, const wire::EmergencyAsk& ask) {
        const auto reply = asks(who, ask);
        return reply ? ErrorCode{} : reply.error().code;
    }
    std::vector<disclosure::EmergencyCase> cases() {
        return disclosure::emergencies(**server->ledgerOf(AgencyId{"council"})->read()).value();
    }

    Device nurse = device("trust", "W012", "council", "community nurse");
    Device assessor = device("council", "W001", "council", "social work assessor");
    Principal lead = device("council", "W900", "council", "governance lead").who;
    PersonId olive;
    Intent registration;
    Intent note;
};

TEST_F(Emergencies, WaitForARestoredHomeToBeOpened) {
    ASSERT_TRUE(server->ledgerOf(AgencyId{"council"})->write(WriteKind::Other, [&](LedgerWrites& writes) {
        return writes.beginLine(ids.random<Epoch>(), 1);
    }));
    EXPECT_EQ(refused(nurse.who, opening()), ErrorCode::ServerBusy);
    ASSERT_TRUE(server->ledgerOf(AgencyId{"council"})->write(WriteKind::Other, [](LedgerWrites& writes) {
        return writes.setOpen();
    }));
    EXPECT_TRUE(asks(nurse.who, opening()));
}

// For who writes, too.
TEST_F(Emergencies, JoinWhoWritesUntilTheyEnd) {
    ASSERT_TRUE(asks(nurse.who, opening()));
    const auto joined = [&] {
        const auto reads = server->ledgerOf(AgencyId{"council"})->read();
        return joinedTo(**reads, nurse.who, Posts{}, olive, clock.now()).value().all;
    };
    EXPECT_EQ(joined(), RelationshipSet{Relationship::Emergency});
    clock.advance(hours{24});
    EXPECT_TRUE(joined().empty());
}

TEST_F(Emergencies, OpenWhatTheClauseSaysUntilTheyEndByThemselves) {
    EXPECT_TRUE(nurse.mirror.empty());
    const auto opened = asks(nurse.who, opening());
    ASSERT_TRUE(opened) << describe(opened.error());
    ASSERT_EQ(opened->opened.size(), 1U);
    EXPECT_EQ(opened->opened[0].person, olive);
    EXPECT_EQ(opened->until, clock.now() + hours{4});
    nurse.sync();
    const auto known = nurse.fieldsOf(registration.record);
    EXPECT_EQ(known.get(registration::kFamilyName), "Tranter");
    EXPECT_EQ(known.get(registration::kFrailty), "CFS 7");
    EXPECT_EQ(known.get(registration::kTenancyType), "") << "housing is not in the clause";
    EXPECT_FALSE(nurse.holds(note.record));
    EXPECT_FALSE(nurse.holds(opened->opened[0].access)) << "who opened what is the home's own";
    for (const auto& intent : {nurse.writesNote(olive, "x"), nurse.edits(registration.record, {})}) {
        EXPECT_EQ(nurse.sync({intent}).at(0).outcome, IntentOutcome::Refused) << "emergency access reads";
    }
    clock.advance(hours{4});
    nurse.sync();
    EXPECT_TRUE(nurse.mirror.empty());
}

// What nobody had filed about her when the access was opened: she is in the next room.
TEST_F(Emergencies, BringWhatIsWrittenWhileTheyAreOpen) {
    ASSERT_TRUE(asks(nurse.who, opening()));
    nurse.sync();
    auto alert = registers(olive, "Tranter", "Olive", "1941-11-03", "9990000018");
    alert.category = Category::Alerts;
    ASSERT_EQ(assessor.sync({alert}).at(0).outcome, IntentOutcome::Applied);
    nurse.sync();
    EXPECT_TRUE(nurse.holds(alert.record));
}

TEST_F(Emergencies, AreEndedByTheirWorkerAndByNobodyElse) {
    const auto opened = asks(nurse.who, opening()).value();
    nurse.sync();
    wire::EmergencyAsk end;
    end.agency = AgencyId{"council"};
    end.step = wire::EmergencyAskStep::End;
    end.access = opened.opened[0].access;
    EXPECT_EQ(refused(assessor.who, end), ErrorCode::NotPermitted);
    EXPECT_TRUE(asks(nurse.who, end));
    nurse.sync();
    EXPECT_TRUE(nurse.mirror.empty());
    end.access = registration.record;
    EXPECT_EQ(refused(nurse.who, end), ErrorCode::NotFound) << "no other record answers";
}

TEST_F(Emergencies, ReachThoseInvolvedAndTheGovernanceLeadWhoReviewsThem) {
    const auto opened = asks(nurse.who, opening()).value();
    nurse.sync();
    assessor.sync();
    const auto told = assessor.fieldsOf(opened.opened[0].access);
    EXPECT_EQ(told.get(emergency_access::kWorker), WorkerId{"W012"});
    EXPECT_EQ(told.get(emergency_access::kReason), "Found on the pavement, confused, alone");
    ASSERT_EQ(cases().size(), 1U);
    EXPECT_TRUE(cases()[0].awaitsReview());
    EXPECT_EQ(cases()[0].records, 1U) << "the registration, released for the reason \"emergency\"";

    wire::EmergencyAsk review;
    review.agency = AgencyId{"council"};
    review.step = wire::EmergencyAskStep::Review;
    review.access = opened.opened[0].access;
    review.verdict = EmergencyVerdict::Justified;
    review.words = "Ambulance crew confirms";
    EXPECT_EQ(refused(assessor.who, review), ErrorCode::NotPermitted) << "not the audit role";
    EXPECT_EQ(refused(nurse.who, review), ErrorCode::NotPermitted);
    review.words = "";
    EXPECT_EQ(refused(lead, review), ErrorCode::Missing);
    review.words = "Ambulance crew confirms";
    EXPECT_TRUE(asks(lead, review));
    EXPECT_FALSE(cases()[0].awaitsReview());
    EXPECT_EQ(refused(lead, review), ErrorCode::WrongState);
}

TEST_F(Emergencies, TheSameRequestAgainOpensNothingTwice) {
    const auto ask = opening();
    const auto first = asks(nurse.who, ask).value();
    clock.advance(hours{1});
    const auto again = asks(nurse.who, ask).value();
    EXPECT_EQ(again.opened[0].access, first.opened[0].access);
    EXPECT_EQ(again.until, first.until);
    EXPECT_EQ(cases().size(), 1U);
    const auto colleague = device("trust", "W013", "council", "community nurse").who;
    EXPECT_EQ(refused(colleague, ask), ErrorCode::NotFound) << "another's request answers nobody else";
}

TEST_F(Emergencies, AreForRolesThatAClauseNamesWhileItHolds) {
    EXPECT_EQ(refused(device("trust", "W014", "council", "worker").who, opening()), ErrorCode::NotPermitted);
    EXPECT_EQ(refused(device("housing", "W028", "council", "housing officer").who, opening()), ErrorCode::NotPermitted);
    EXPECT_EQ(refused(device("nowhere", "W012", "council", "community nurse").who, opening()), ErrorCode::NotPermitted);
    ASSERT_TRUE(server->decideBy(AgencyId{"council"}, openSharing())); // the clause is gone
    EXPECT_EQ(refused(nurse.who, opening()), ErrorCode::NotPermitted);
}

TEST_F(Emergencies, NobodyIsFoundByGuessingAndTheGuessIsKept) {
    EXPECT_EQ(refused(nurse.who, opening("Tranter", "Olivia")), ErrorCode::NotFound);
    auto ask = opening();
    ask.wish.person.born = "1941-11-04";
    EXPECT_EQ(refused(nurse.who, ask), ErrorCode::NotFound);
    ask = opening();
    ask.wish.reason = "urgent";
    EXPECT_EQ(refused(nurse.who, ask), ErrorCode::Missing);
    // A request that goes by the name of a record there is, or was never: neither tells which.
    for (const auto& id : {note.record, registration.record, ids.random<RecordId>()}) {
        ask = opening("Nobody", "Atall");
        std::copy(id.bytes.begin(), id.bytes.end(), ask.request.bytes.begin());
        EXPECT_EQ(refused(nurse.who, ask), ErrorCode::NotFound);
    }
    EXPECT_TRUE(cases().empty());
    std::size_t sought = 0;
    const auto reads = server->ledgerOf(AgencyId{"council"})->read();
    ASSERT_TRUE((*reads)->disclosures().entries(1, [&](const disclosure::StoredEntry& stored) -> Result<Walk> {
        const auto entry = disclosure::decode(stored.bytes);
        const auto* emergency = entry ? std::get_if<disclosure::Emergency>(&entry->what) : nullptr;
        sought += emergency != nullptr && emergency->step == disclosure::EmergencyStep::Sought ? 1 : 0;
        return Walk::On;
    }));
    EXPECT_EQ(sought, 6U);
}

TEST_F(Emergencies, OfTwoPeopleNeitherIsOpened) {
    const auto other = newPerson();
    assessor.sync({registers(other, "Tranter", "Olive", "1941-11-03", "9990000026")});
    EXPECT_EQ(refused(nurse.who, opening()), ErrorCode::Duplicate);
    auto ask = opening("", "");
    ask.wish.person.nhsNumber = "999 000 0018";
    EXPECT_EQ(asks(nurse.who, ask).value().opened.at(0).person, olive);
    EXPECT_EQ(asks(nurse.who, ask).value().opened.size(), 1U);
}

TEST_F(Emergencies, ManyAtOnceAreAskedToWait) {
    ErrorCode last{};
    for (int n = 0; n < 40 && last != ErrorCode::ServerBusy; ++n) {
        last = refused(nurse.who, opening("Nobody", "Here"));
    }
    EXPECT_EQ(last, ErrorCode::ServerBusy);
}

} // namespace
} // namespace frontsheet::test
