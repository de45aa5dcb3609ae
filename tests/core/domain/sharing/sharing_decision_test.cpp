#include "core/domain/schema/contact_note.h"
#include "core/domain/schema/message.h"
#include "core/domain/schema/permission.h"
#include "core/domain/schema/record_schema.h"
#include "core/domain/schema/registration.h"
#include "core/domain/sharing/compiled_agreement.h"
#include "core/domain/sharing/opening.h"
#include "core/domain/sharing/record_view.h"
#include "core/domain/sharing/sharing_decision.h"
#include "tests/support/sample_records.h"

#include <gtest/gtest.h>

#include <map>

namespace frontsheet::sharing {
namespace {

const AgencyId kCouncil{"council"};
const AgencyId kTrust{"community_trust"};
const AgencyId kHousing{"housing"};
const Principal kNurse{kTrust, WorkerId{"W012"}, "community nurse", {}};
const Principal kAssessor{kCouncil, WorkerId{"W001"}, "social work assessor", {}};
const Principal kOfficer{kHousing, WorkerId{"W028"}, "housing officer", {}};
const Principal kLead{kCouncil, WorkerId{"W033"}, "information governance lead", {}};

// A nurse of the trust on the care team reads the council's records; a housing officer reads who the person is if the person
// permits; everybody's own agency reads its own.
class SharingDecisionTest : public testing::Test {
protected:
    SharingDecisionTest() {
        m_locality.id = "locality";
        m_locality.effective = kFridayMorning;
        party(kCouncil, AgencyKind::Council);
        party(kTrust, AgencyKind::CommunityTrust);
        party(kHousing, AgencyKind::Housing);
        m_locality.roles = {{"community nurse", AgencyKind::CommunityTrust, ConfidentialityDuty::Professional, {}},
                            {"social work assessor", AgencyKind::Council, ConfidentialityDuty::Professional, {}},
                            {"housing officer", AgencyKind::Housing, ConfidentialityDuty::Contract, {}}};
        auto& nurse = clause("N1", AgencyKind::CommunityTrust, "community nurse");
        nurse.categories = {Category::Identity, Category::ContactDetails, Category::HomeAccess, Category::ContactNote,
                            Category::Referral};
        nurse.relationships = RelationshipSet{Relationship::CareTeam} | Relationship::AddressedReferral;
        nurse.permission = PermissionMode::ObjectionHonoured;
        nurse.lease = {72, 168};
        nurse.whenWithheld = WhenWithheld::Announced;
        auto& officer = clause("H1", AgencyKind::Housing, "housing officer");
        officer.categories = {Category::Identity};
        officer.choice = FieldChoice::Only;
        officer.only = {{RecordType::Registration, registration::kFamilyName.tag},
                        {RecordType::Registration, registration::kGivenName.tag}};
        officer.relationships = Relationship::CareTeam;
        officer.permission = PermissionMode::PermissionRequired;
        officer.lease = {24, 48};

        m_own.id = "own";
        m_own.form = AgreementForm::OwnAgencyPolicy;
        m_own.effective = kFridayMorning;
        m_own.roles = m_locality.roles;
        m_own.roles.push_back(
            {"information governance lead", AgencyKind::Council, ConfidentialityDuty::Professional, AuditRole::Yes});
        Clause own;
        own.id = "O1";
        own.receivers = Receivers::OwnAgency;
        own.roles = {"community nurse", "social work assessor", "housing officer", "information governance lead"};
        own.categories = {Category::Identity, Category::ContactNote, Category::CarerPrivate};
        own.choice = FieldChoice::AllOfCategory;
        own.relationships = RelationshipSet{Relationship::CareTeam} | Relationship::Duty;
        own.permission = PermissionMode::NotNeeded;
        own.access = Access::Contribute;
        m_own.clauses.push_back(own);
    }

    void party(const AgencyId& agency, AgencyKind kind) {
        Party party;
        party.agency = agency;
        party.kind = kind;
        party.contact = "information governance";
        m_locality.parties.push_back(party);
        m_standing.bound.push_back(agency);
    }

    Clause& clause(const std::string& id, AgencyKind kind, const std::string& role) {
        Clause& made = m_locality.clauses.emplace_back();
        made.id = id;
        made.anyHome = Homes::Any;
        made.receiverKind = kind;
        made.roles = {role};
        made.choice = FieldChoice::AllOfCategory;
        return made;
    }

    [[nodiscard]] AgreementsInForce inForce() const {
        std::vector<CompiledAgreement> all;
        all.push_back(CompiledAgreement::of(m_locality, m_standing).value());
        all.push_back(CompiledAgreement::of(m_own, {}).value());
        return AgreementsInForce::of(std::move(all)).value();
    }

    [[nodiscard]] Decision ask(const Principal& who, RelationshipSet relationships = Relationship::CareTeam) const {
        const RecordFacts facts{kCouncil, type, category, standing, addressing, authorAgency, author, readers};
        return decide({who, PurposeSet::all(), relationships}, facts, inForce(), said, now);
    }

    static bool has(const Decision& decision, const FieldSpec& field, RecordType of = RecordType::Registration) {
        return decision.fields.has(bitOf(of, field.tag).value());
    }

    void aNote() {
        type = RecordType::ContactNote;
        category = Category::ContactNote;
    }

    static PermissionStatement statement(StatementKind kind) {
        PermissionStatement made;
        made.kind = kind;
        made.person.bytes[0] = 1;
        made.askedAt = kFridayMorning;
        made.askedBy = WorkerId{"W001"};
        made.askedByAgency = kCouncil;
        return made;
    }

    Agreement m_locality;
    AgreementStanding m_standing;
    Agreement m_own;
    RecordType type = RecordType::Registration;
    Category category = Category::Identity;
    Standing standing = Standing::Plain;
    Addressing addressing = Addressing::NotOfAReferral;
    AgencyId authorAgency = kCouncil;
    WorkerId author{"W001"};
    std::vector<NamedReader> readers;
    std::vector<PermissionStatement> said;
    WallTime now = kFridayMorning;
};

TEST_F(SharingDecisionTest, TheNurseOnTheCareTeamReadsWhatTheClauseReleasesAndNothingMore) {
    const auto decision = ask(kNurse);
    EXPECT_EQ(decision.reason, Reason::CareTeam);
    EXPECT_TRUE(has(decision, registration::kFamilyName));
    EXPECT_TRUE(has(decision, registration::kPhone));
    EXPECT_FALSE(has(decision, registration::kAlert));
    EXPECT_FALSE(has(decision, registration::kArrearsPence));
    EXPECT_EQ(decision.lease, (Lease{72, 168}));
    EXPECT_FALSE(decision.mayContribute());
    EXPECT_EQ(decision.newer, NewerFields::Withheld);
    const auto forces = inForce();
    EXPECT_EQ(forces.all()[decision.clause.agreement].agreement().clauses[decision.clause.clause].id, "N1");
}

TEST_F(SharingDecisionTest, TheKeySafeIsThereAndMasked) {
    const auto decision = ask(kNurse);
    EXPECT_TRUE(has(decision, registration::kAccessNote));
    EXPECT_EQ(decision.masked, FieldMask::bit(bitOf(RecordType::Registration, registration::kAccessNote.tag).value()));
}

TEST_F(SharingDecisionTest, WhoHasNothingToDoWithThePersonIsToldNothing) {
    const auto decision = ask(kNurse, {});
    EXPECT_EQ(decision.reason, Reason::NoRelationship);
    EXPECT_EQ(decision.toViewer, ViewerReason::NothingToSay);
    // That nobody is needed is a clause's to say, never a viewer's.
    EXPECT_EQ(ask(kNurse, Relationship::NoneNeeded).reason, Reason::NoRelationship);
}

TEST_F(SharingDecisionTest, AnObjectionStopsItAndSaysNoMoreThanThatItIsNotShared) {
    said.push_back(statement(StatementKind::Objection));
    said[0].receiver = kTrust;
    const auto decision = ask(kNurse);
    EXPECT_EQ(decision.reason, Reason::Objection);
    EXPECT_EQ(decision.toViewer, ViewerReason::NotShared);
    said.clear();
    m_standing.suspensions = {{kCouncil, {"N1"}}};
    EXPECT_EQ(ask(kNurse).reason, Reason::Suspended);
    EXPECT_EQ(ask(kNurse).toViewer, decision.toViewer);
}

TEST_F(SharingDecisionTest, HousingLearnsANameOnceThePersonSaysYes) {
    EXPECT_EQ(ask(kOfficer).reason, Reason::NoPermission);
    EXPECT_EQ(ask(kOfficer).toViewer, ViewerReason::NothingToSay);
    said.push_back(statement(StatementKind::Permission));
    const auto decision = ask(kOfficer);
    EXPECT_TRUE(has(decision, registration::kFamilyName));
    EXPECT_FALSE(has(decision, registration::kNhsNumber));
    EXPECT_FALSE(has(decision, registration::kPhone));
    EXPECT_EQ(decision.fields.count(), 2);
    said.push_back(statement(StatementKind::Objection));
    EXPECT_FALSE(ask(kOfficer).releases());
}

TEST_F(SharingDecisionTest, AnEmergencyOpensWhatItsClauseSaysAndNothingElseIsOpenedByIt) {
    Clause clause;
    clause.id = "E1";
    clause.anyHome = Homes::Any;
    clause.receiverKind = AgencyKind::CommunityTrust;
    clause.roles = {kNurse.role};
    clause.categories = {Category::Identity, Category::Alerts};
    clause.purpose = Purpose::Emergency;
    clause.choice = FieldChoice::AllOfCategory;
    clause.relationships = Relationship::Emergency;
    clause.permission = PermissionMode::NotNeeded;
    clause.lease = {1, 8};
    m_locality.clauses.push_back(clause);
    EXPECT_EQ(ask(kNurse, {}).reason, Reason::NoRelationship);
    const auto decision = ask(kNurse, Relationship::Emergency);
    EXPECT_EQ(decision.reason, Reason::EmergencyAccess);
    EXPECT_EQ(decision.purpose, Purpose::Emergency);
    EXPECT_TRUE(has(decision, registration::kAlert));
    EXPECT_FALSE(
        has(decision, registration::kPhone)); // N1 gives it to the care team; an emergency makes nobody a member
    EXPECT_EQ(decision.lease, (Lease{1, 8}));
}

TEST_F(SharingDecisionTest, WhereSomebodyHidesIsForTheirVisitorOnTheDayAlone) {
    m_own.clauses[0].categories.insert(m_own.clauses[0].categories.end(),
                                       {Category::ContactDetails, Category::Involvement});
    m_own.clauses[0].lease = {168, 336};
    const auto phone = [&](const Principal& who) {
        type = RecordType::Registration;
        category = Category::Identity;
        return has(ask(who), registration::kPhone);
    };
    const auto where = [&](const Principal& who, RelationshipSet joined = Relationship::CareTeam) {
        type = RecordType::PermissionStatement;
        category = Category::Involvement;
        return has(ask(who, joined), permission_statement::kWhere, type);
    };
    EXPECT_TRUE(phone(kAssessor));
    EXPECT_FALSE(where(kAssessor)) << "nothing hides it, so nobody is visiting what is hidden";
    said.push_back(statement(StatementKind::RestrictedLocation));
    EXPECT_FALSE(phone(kNurse));
    EXPECT_FALSE(has(ask(kNurse), registration::kAccessNote));
    EXPECT_TRUE(has(ask(kNurse), registration::kFamilyName)); // that they are a client is no secret to the care team
    EXPECT_FALSE(phone(kAssessor));
    said[0].readers = {{kCouncil, kAssessor.worker}, {kTrust, kNurse.worker}};
    EXPECT_FALSE(where(kAssessor)) << "without a visit";
    said[0].visits = {{kAssessor.worker, now + std::chrono::hours{12}}, {kNurse.worker, now}};
    EXPECT_TRUE(where(kAssessor));
    EXPECT_FALSE(phone(kAssessor)) << "what lists and the index are made of has it for nobody";
    EXPECT_FALSE(where(kNurse)) << "never to another agency, whoever is named";
    EXPECT_FALSE(where(kLead)) << "nor to who audits";
    EXPECT_TRUE(where(kAssessor));
    const auto decision = ask(kAssessor);
    EXPECT_EQ(decision.masked, FieldMask::bit(bitOf(type, permission_statement::kWhere.tag).value()));
    EXPECT_EQ(decision.lease, (Lease{16, 16})) << "so that a tablet that is out of reach does not keep it";
    said[0].visits[0].due = now + std::chrono::hours{13};
    EXPECT_FALSE(where(kAssessor));
    EXPECT_EQ(nextChange(said[0], now), now + std::chrono::hours{1});
    said[0].visits[0].due = now + std::chrono::hours{-4};
    EXPECT_FALSE(where(kAssessor));
    said[0].visits[0].due = now;
    EXPECT_TRUE(where(kAssessor));
    EXPECT_EQ(knownUntil(said[0], {kCouncil, kAssessor.worker}, kCouncil, now), now + std::chrono::hours{4});
    said.push_back(statement(StatementKind::RestrictedLocation));
    EXPECT_FALSE(where(kAssessor)) << "each restriction must name them";
    said.pop_back();
    said[0].withdrawnAt = now;
    EXPECT_TRUE(phone(kAssessor));
    EXPECT_FALSE(where(kAssessor)) << "others may be hiding there still";
}

TEST_F(SharingDecisionTest, AnEmergencyOpensNoHidingPlace) {
    Clause emergency = m_own.clauses[0];
    emergency.id = "O9";
    emergency.categories = {Category::Identity, Category::ContactDetails, Category::HomeAccess, Category::Involvement};
    emergency.purpose = Purpose::Emergency;
    emergency.access = Access::Read;
    emergency.relationships = Relationship::Emergency;
    emergency.lease = {4, 12};
    m_own.clauses[0].categories = {Category::ContactNote};
    m_own.clauses.push_back(emergency);
    EXPECT_TRUE(has(ask(kAssessor, Relationship::Emergency), registration::kAddress));
    said.push_back(statement(StatementKind::RestrictedLocation));
    said[0].readers = {{kCouncil, kAssessor.worker}};
    said[0].where = "Flat 3";
    EXPECT_FALSE(has(ask(kAssessor, Relationship::Emergency), registration::kAddress));
    type = RecordType::PermissionStatement;
    category = Category::Involvement;
    const auto decision = ask(kAssessor, Relationship::Emergency);
    EXPECT_TRUE(has(decision, permission_statement::kReaders, type)) << "whom to ring instead is there";
    EXPECT_FALSE(has(decision, permission_statement::kWhere, type));
}

TEST_F(SharingDecisionTest, AnAgreementCountsBetweenThoseWhoAgreedWhileItHolds) {
    now = kFridayMorning + std::chrono::hours{-1};
    EXPECT_EQ(ask(kNurse).reason, Reason::NotYetInForce);
    now = kFridayMorning;
    m_locality.expires = kFridayMorning;
    EXPECT_EQ(ask(kNurse).reason, Reason::Expired);
    m_locality.expires = kFridayMorning + std::chrono::milliseconds{1};
    EXPECT_TRUE(ask(kNurse).releases());
    m_standing.bound = {kCouncil, kHousing};
    EXPECT_EQ(ask(kNurse).reason, Reason::NotSigned);
    m_standing.bound = {kTrust, kHousing};
    EXPECT_EQ(ask(kNurse).reason, Reason::NotSigned);
}

TEST_F(SharingDecisionTest, EitherSideStopsAClauseByItself) {
    m_standing.suspensions = {{kTrust, {"N1"}}};
    EXPECT_EQ(ask(kNurse).reason, Reason::Suspended);
    m_standing.suspensions = {{kHousing, {}}};
    EXPECT_TRUE(ask(kNurse).releases()); // a third party stops only what concerns it
    said.push_back(statement(StatementKind::Permission));
    EXPECT_EQ(ask(kOfficer).reason, Reason::Suspended);
}

TEST_F(SharingDecisionTest, AHostReadsNothingForItself) {
    m_locality.parties[1].role = ControllerRole::Processor;
    EXPECT_EQ(ask(kNurse).reason, Reason::ProcessorOnly);
}

TEST_F(SharingDecisionTest, TheOwnAgencyNeedsRoleAndRelationshipToo) {
    EXPECT_EQ(ask(kAssessor).reason, Reason::OwnAgency);
    EXPECT_TRUE(ask(kAssessor).mayContribute());
    EXPECT_EQ(ask(kAssessor).newer, NewerFields::Released);
    EXPECT_EQ(ask(kAssessor, {}).reason, Reason::NoRelationship);
    const Principal gardener{kCouncil, WorkerId{"W099"}, "gardener", {}};
    EXPECT_EQ(ask(gardener).reason, Reason::RoleNotInAgreement);
    // And goes on when the agreement with the partners has run out.
    m_locality.expires = kFridayMorning;
    EXPECT_TRUE(ask(kAssessor).releases());
}

TEST_F(SharingDecisionTest, ADraftIsItsAuthorsAlone) {
    aNote();
    standing = Standing::Draft;
    EXPECT_EQ(ask(kAssessor, {}).reason, Reason::AuthorsDraft);
    EXPECT_EQ(ask(kLead).reason, Reason::DraftOfAnother);
    EXPECT_EQ(ask(kNurse).reason, Reason::DraftOfAnother);
}

TEST_F(SharingDecisionTest, WhatWasEnteredInErrorLeavesAStubExceptForTheAuditor) {
    aNote();
    standing = Standing::EnteredInError;
    const auto partner = ask(kNurse);
    EXPECT_TRUE(has(partner, contact_note::kState, type));
    EXPECT_FALSE(has(partner, contact_note::kText, type));
    EXPECT_FALSE(has(ask(kAssessor), contact_note::kText, type));
    EXPECT_FALSE(ask(kAssessor).mayContribute());
    EXPECT_TRUE(has(ask(kLead), contact_note::kText, type));
}

TEST_F(SharingDecisionTest, ARestrictedNoteGoesToItsReadersAndItsAuthor) {
    aNote();
    readers = {{kTrust, WorkerId{"W013"}}};
    EXPECT_EQ(ask(kNurse).reason, Reason::NotNamedReader);
    EXPECT_EQ(ask(kNurse).toViewer, ViewerReason::NotShared);
    EXPECT_EQ(ask(kLead).reason, Reason::NotNamedReader);
    EXPECT_TRUE(ask(kAssessor).releases());
    readers.push_back({kTrust, WorkerId{"W012"}});
    EXPECT_TRUE(ask(kNurse).releases());
    EXPECT_FALSE(ask(kNurse, {}).releases()); // being named is not being involved
    readers = {{kHousing, WorkerId{"W012"}}};
    EXPECT_FALSE(ask(kNurse).releases()); // the same code elsewhere is somebody else
}

// Pauline does not want Peter home, and says why to her support worker alone.
TEST_F(SharingDecisionTest, WhatIsPrivateToTheCarerStaysWhereItIsHeldAndDoesNotShow) {
    aNote();
    category = Category::CarerPrivate;
    m_locality.clauses[0].categories.push_back(Category::CarerPrivate);
    const auto decision = ask(kNurse);
    EXPECT_EQ(decision.reason, Reason::CarerPrivate);
    EXPECT_EQ(decision.toViewer, ViewerReason::NothingToSay);
    EXPECT_TRUE(ask(kAssessor).releases());
}

TEST_F(SharingDecisionTest, ANoteFiledAsMentalHealthIsDecidedAsThat) {
    aNote();
    category = Category::MentalHealth;
    EXPECT_EQ(ask(kNurse).reason, Reason::NoClause);
}

TEST_F(SharingDecisionTest, AReferralToAColleagueIsNotAReferralToMe) {
    type = RecordType::Referral;
    category = Category::Referral;
    addressing = Addressing::ToOthers;
    EXPECT_EQ(ask(kNurse, Relationship::AddressedReferral).reason, Reason::NoRelationship);
    EXPECT_EQ(ask(kNurse).reason, Reason::CareTeam);
    addressing = Addressing::ToViewer;
    EXPECT_EQ(ask(kNurse, {}).reason, Reason::AddressedReferral);
}

TEST_F(SharingDecisionTest, WhatIsSaidToAColleagueIsNoPartOfTheReferralThatISent) {
    SeededIdSource ids{11};
    Record message = sampleRegistration(ids, "council", ids.timeOrdered<PersonId>(now));
    message.type = RecordType::Message;
    message.fields = {};
    message.fields.put(message::kToAgency, kNurse.agency);
    message.fields.put(message::kToWorker, kNurse.worker);
    message.authorAgency = kCouncil;
    message.author = WorkerId{"W001"};
    const auto seenBy = [&](const Principal& viewer) {
        return RecordView(message, viewer, {false, true}).facts().addressing;
    };
    EXPECT_EQ(seenBy(kNurse), Addressing::ToViewer);
    EXPECT_EQ(seenBy(kAssessor), Addressing::ToViewer) << "who wrote it";
    EXPECT_EQ(seenBy({kNurse.agency, WorkerId{"W099"}, kNurse.role, {}}), Addressing::ToOthers);
    message.type = RecordType::Need;
    EXPECT_EQ(seenBy(kNurse), Addressing::NotOfAReferral);
}

TEST_F(SharingDecisionTest, AServerGetsTheDirectoryOfThoseItHasAnAgreementWith) {
    const Principal server{kTrust, {}, "agency-server", {}};
    EXPECT_EQ(ask(server).reason, Reason::NobodyNamed);
    type = RecordType::Worker;
    category = Category::Directory;
    EXPECT_EQ(ask(server).reason, Reason::Directory);
    EXPECT_EQ(ask({AgencyId{"stranger"}, WorkerId{"W1"}, "community nurse", {}}).reason, Reason::NotAParty);
    m_standing.bound = {kCouncil};
    EXPECT_EQ(ask(server).reason, Reason::NotAParty);
}

TEST_F(SharingDecisionTest, ProposalsReceivedCopiesAndRecordsOfNewerProgramsStayAtHome) {
    standing = Standing::Proposal;
    EXPECT_EQ(ask(kNurse).reason, Reason::OwnAgencyOnly);
    EXPECT_TRUE(ask(kAssessor).releases());
    standing = Standing::Plain;
    type = RecordType::ReceivedCopy;
    EXPECT_EQ(ask(kNurse).reason, Reason::OwnAgencyOnly);
    type = static_cast<RecordType>(99);
    EXPECT_EQ(ask(kNurse).reason, Reason::UnknownType);
    EXPECT_EQ(ask(kAssessor).newer, NewerFields::Released);
}

TEST_F(SharingDecisionTest, WhatIsNotReleasedIsNotInTheRecordThatGoes) {
    SeededIdSource ids{7};
    Record record = sampleRegistration(ids, "council", ids.timeOrdered<PersonId>(now));
    record.fields.put(registration::kAlert, std::string{"dog"});
    record.fields.set(FieldTag{1000}, textValue("of a newer schema"));
    const auto gone = redact(record, ask(kNurse));
    EXPECT_EQ(gone.fields.get(registration::kFamilyName), record.fields.get(registration::kFamilyName));
    EXPECT_EQ(gone.fields.find(registration::kAlert.tag), nullptr);
    EXPECT_EQ(gone.fields.find(FieldTag{1000}), nullptr);
    EXPECT_TRUE(redact(record, ask(kNurse, {})).fields.empty());
    const auto own = redact(record, ask(kAssessor));
    EXPECT_NE(own.fields.find(FieldTag{1000}), nullptr);
}

TEST_F(SharingDecisionTest, WhatIsWithheldInPartIsSaidInPart) {
    auto& alerts = clause("N2", AgencyKind::CommunityTrust, "community nurse");
    alerts.categories = {Category::Alerts};
    alerts.relationships = Relationship::CareTeam;
    alerts.whenWithheld = WhenWithheld::Announced;
    const auto alert = FieldMask::bit(bitOf(RecordType::Registration, registration::kAlert.tag).value());
    EXPECT_EQ(ask(kNurse).announced, alert);
    said.push_back(statement(StatementKind::Permission));
    EXPECT_TRUE(ask(kNurse).announced.empty());
    EXPECT_TRUE(has(ask(kNurse), registration::kAlert));
    // The shortest lease of what was released holds for the whole.
    m_locality.clauses.back().lease = {12, 24};
    EXPECT_EQ(ask(kNurse).lease, (Lease{12, 24}));
}

TEST_F(SharingDecisionTest, ThereIsSomebodyToAsk) {
    const auto forces = inForce();
    ASSERT_NE(forces.whomToAsk(kCouncil), nullptr);
    EXPECT_EQ(forces.whomToAsk(kCouncil)->contact, "information governance");
    EXPECT_EQ(forces.whomToAsk(AgencyId{"stranger"}), nullptr);
}

// What is said before somebody is put on the team is what each record will then be decided by.
TEST_F(SharingDecisionTest, WhatJoiningOpensIsWhatTheDecisionThenReleases) {
    const auto opens = [&](const Principal& who, RelationshipSet already = {}) {
        std::map<Category, OpenedCategory> out;
        for (const auto& one : whatOpens(who, kCouncil, already, inForce(), said, now)) {
            out.emplace(one.category, one);
        }
        return out;
    };
    auto nurse = opens(kNurse);
    EXPECT_EQ(nurse.size(), 21U) << "every category of records about people, each once";
    EXPECT_EQ(nurse[Category::Identity].before, Opening::Nothing);
    EXPECT_EQ(nurse[Category::Identity].then, Opening::Whole);
    EXPECT_EQ(nurse[Category::ContactNote].then, Opening::Whole);
    EXPECT_EQ(nurse[Category::MentalHealth].then, Opening::Nothing);
    EXPECT_EQ(nurse[Category::MentalHealth].reason, Reason::NoClause);
    EXPECT_EQ(nurse[Category::CarerPrivate].then, Opening::Nothing) << "never, whatever an agreement says";
    EXPECT_EQ(opens(kNurse, Relationship::AddressedReferral)[Category::Identity].before, Opening::Whole);
    EXPECT_EQ(opens(kAssessor)[Category::ContactNote].access, Access::Contribute) << "by the agency's own policy";

    auto officer = opens(kOfficer);
    EXPECT_EQ(officer[Category::Identity].then, Opening::Nothing);
    EXPECT_EQ(officer[Category::Identity].reason, Reason::NoPermission);
    said.push_back(statement(StatementKind::Permission));
    officer = opens(kOfficer);
    EXPECT_EQ(officer[Category::Identity].then, Opening::Part) << "a name";
    said = {statement(StatementKind::Objection)};
    said[0].receiver = kTrust;
    nurse = opens(kNurse);
    EXPECT_EQ(nurse[Category::Identity].then, Opening::Nothing);
    EXPECT_EQ(nurse[Category::Identity].reason, Reason::Objection);
    for (const auto each : {RecordType::Registration, RecordType::ContactNote, RecordType::Need}) {
        const auto& one = nurse[schemaOf(each)->category];
        type = each;
        category = one.category;
        EXPECT_EQ(ask(kNurse).releases(), one.then != Opening::Nothing);
    }
}

} // namespace
} // namespace frontsheet::sharing
