#include "core/domain/schema/care_plan.h"
#include "core/domain/schema/conference.h"
#include "core/domain/schema/contact_note.h"
#include "core/domain/schema/message.h"
#include "core/domain/schema/person_link.h"
#include "core/domain/schema/record_schema.h"
#include "core/domain/schema/referral.h"
#include "core/domain/schema/registration.h"
#include "core/domain/schema/view.h"
#include "core/domain/sharing/named_reader.h"
#include "tests/core/domain/rules_fixture.h"

#include <rapidcheck/gtest.h>

namespace frontsheet {
namespace {

using namespace std::string_literals;

constexpr Relationships kNone{};
constexpr Relationships kTeam{true, false};
constexpr Relationships kAddressed{false, true};

class DecisionTest : public RulesFixture {
protected:
    [[nodiscard]] Record ofType(RecordType type) {
        Record record = sampleRegistration(ids, "community_trust", edith);
        record.type = type;
        const RecordSchema* schema = schemaOf(type);
        record.category = schema->category;
        record.fields = {};
        if (schema->subject == Subject::Directory) {
            record.person = {};
        }
        return record;
    }
    [[nodiscard]] Record note(const std::string& state) {
        return sampleNote(ids, "community_trust", edith, "W012", "Wound clean", now, state);
    }
    [[nodiscard]] Record referralTo(const std::string& agency, const std::string& worker,
                                    const std::string& state = "sent") {
        Record record = ofType(RecordType::Referral);
        record.fields.put(referral::kNeed, "Assessment"s);
        record.fields.put(referral::kToAgency, AgencyId{agency});
        record.fields.put(referral::kToWorker, WorkerId{worker});
        record.fields.put(referral::kFromWorker, WorkerId{"W012"});
        record.fields.put(referral::kState, state);
        return record;
    }
};

TEST_F(DecisionTest, WithoutARelationshipAPartnerSeesNothingOfAnyPerson) {
    for (const auto& schema : allSchemas()) {
        const auto decision = decide(assessor, ofType(schema.type), kNone);
        EXPECT_EQ(decision.releases(), schema.subject == Subject::Directory) << schema.name;
        EXPECT_NE(decision.reason, DecisionReason{}) << schema.name;
    }
    Record newer = ofType(RecordType::Placement);
    newer.type = static_cast<RecordType>(99);
    EXPECT_EQ(decide(assessor, newer, {true, true}), (Decision{Fields::None, DecisionReason::UnknownType}));
}

TEST_F(DecisionTest, TheOwnAgencySeesItsOwnSaveOthersDrafts) {
    for (const auto& schema : allSchemas()) {
        if (schema.type != RecordType::ContactNote) {
            EXPECT_EQ(decide(colleague, ofType(schema.type), kNone), (Decision{Fields::All, DecisionReason::OwnAgency}))
                << schema.name;
        }
    }
    EXPECT_EQ(decide(colleague, note("signed"), kNone).fields, Fields::All);
    EXPECT_EQ(decide(colleague, note("draft"), kNone), (Decision{Fields::None, DecisionReason::DraftOfAnother}));
    EXPECT_EQ(decide(nurse, note("draft"), kNone), (Decision{Fields::All, DecisionReason::AuthorsDraft}));
}

TEST_F(DecisionTest, ADraftStaysItsAuthorsWhateverTheRelationship) {
    for (const auto& state : {"draft", "", "half-signed", "Signed"}) {
        const auto record = note(state);
        EXPECT_FALSE(decide(assessor, record, {true, true}).releases()) << state;
        EXPECT_FALSE(decide(colleague, record, {true, true}).releases()) << state;
        // The same code at another agency is another worker.
        EXPECT_FALSE(decide(worker("council", "W012"), record, {true, true}).releases()) << state;
    }
}

TEST_F(DecisionTest, TheCareTeamReadsWhatIsOnTheRecordAndNotWhatIsTheAgencysOwn) {
    EXPECT_EQ(decide(assessor, note("signed"), kTeam), (Decision{Fields::All, DecisionReason::CareTeam}));
    EXPECT_TRUE(decide(assessor, ofType(RecordType::Registration), kTeam).releases());
    EXPECT_EQ(decide(assessor, ofType(RecordType::ReceivedCopy), kTeam).reason, DecisionReason::OwnAgencyOnly);
    for (const auto* state : {"proposed", "refused", "withdrawn", ""}) {
        const auto link = sampleLink(ids, "community_trust", edith, "council", arthur, state);
        EXPECT_EQ(decide(assessor, link, {true, true}).reason, DecisionReason::OwnAgencyOnly) << state;
    }
    EXPECT_TRUE(decide(assessor, sampleLink(ids, "community_trust", edith, "council", arthur), kTeam).releases());
}

TEST_F(DecisionTest, AReferralReachesTheWorkerOrTheAgencyItNames) {
    const auto other = worker("council", "W002");
    EXPECT_EQ(decide(assessor, referralTo("council", "W001"), kNone).reason, DecisionReason::AddressedReferral);
    EXPECT_FALSE(decide(other, referralTo("council", "W001"), kNone).releases());
    EXPECT_TRUE(decide(other, referralTo("council", ""), kNone).releases());
    EXPECT_FALSE(decide(officer, referralTo("council", ""), kNone).releases());
    EXPECT_FALSE(decide(worker("housing", "W001"), referralTo("council", "W001"), kNone).releases());
    // Closed ones too: that it was withdrawn must be readable.
    EXPECT_TRUE(decide(assessor, referralTo("council", "W001", "withdrawn"), kNone).releases());
}

TEST_F(DecisionTest, AnAddressedReferralOpensWhoThePersonIsAndNoMore) {
    auto registration = sampleRegistration(ids, "community_trust", edith);
    const auto decision = decide(assessor, registration, kAddressed);
    EXPECT_EQ(decision.fields, Fields::IdentityAndContact);
    const auto shown = redact(registration, decision);
    for (const auto& [tag, value] : shown.fields) {
        const auto category = schemaOf(RecordType::Registration)->field(tag)->category;
        EXPECT_TRUE(category == Category::Identity || category == Category::ContactDetails);
    }
    EXPECT_EQ(shown.fields.get(registration::kFamilyName), "Marlowe");
    EXPECT_EQ(shown.fields.get(registration::kTown), "Saltmarsh");
    EXPECT_TRUE(shown.fields.get(registration::kPractice).empty());
    EXPECT_FALSE(decide(assessor, note("signed"), kAddressed).releases());
    EXPECT_FALSE(decide(assessor, ofType(RecordType::Placement), kAddressed).releases());
    EXPECT_FALSE(decide(assessor, ofType(RecordType::CareTeamMembership), kAddressed).releases());
}

TEST_F(DecisionTest, WhoAcceptedAReferralReadsItWhoeverIsNamedOnIt) {
    Record referral = ofType(RecordType::Referral);
    referral.fields.put(referral::kToAgency, AgencyId{"council"});
    referral.fields.put(referral::kToWorker, WorkerId{"W002"});
    EXPECT_FALSE(decide(assessor, referral, kNone).releases());
    referral.fields.put(referral::kAcceptedBy, assessor.worker);
    EXPECT_TRUE(decide(assessor, referral, kNone).releases()) << "she may answer it, so she may read it";
    EXPECT_TRUE(mayContribute(assessor, referral.home, referral.type, &referral, kNone));
    EXPECT_FALSE(decide(officer, referral, kNone).releases());
    EXPECT_FALSE(mayContribute(officer, referral.home, referral.type, &referral, kNone));
    // The same code at another agency is another worker.
    EXPECT_FALSE(decide(worker("housing", "W001"), referral, kNone).releases());
}

TEST_F(DecisionTest, AMessageReachesWhomItIsAddressedToAndNoThird) {
    Record message = ofType(RecordType::ReferralMessage);
    message.fields.put(referral_message::kText, "Why it was withdrawn"s);
    message.fields.put(referral_message::kToAgency, AgencyId{"council"});
    message.authorAgency = AgencyId{"community_trust"};
    EXPECT_TRUE(decide(assessor, message, kNone).releases()) << "the home's own worker wrote it to her";
    EXPECT_FALSE(decide(officer, message, kNone).releases());
    EXPECT_FALSE(decide(officer, message, kAddressed).releases()) << "another referral is none of hers";
    message.fields.put(referral_message::kToWorker, WorkerId{"W002"});
    EXPECT_FALSE(decide(assessor, message, kAddressed).releases());
    message.fields.put(referral_message::kToWorker, WorkerId{"W001"});
    message.authorAgency = AgencyId{"housing"};
    EXPECT_FALSE(decide(assessor, message, kNone).releases());
    EXPECT_FALSE(mayContribute(assessor, message.home, message.type, &message, kNone))
        << "nobody has read what they may not";
    EXPECT_TRUE(mayContribute(assessor, message.home, message.type, &message, kAddressed));
}

TEST_F(DecisionTest, WhoeverWroteAMessageKeepsIt) {
    Record message = ofType(RecordType::ReferralMessage);
    message.fields.put(referral_message::kToAgency, AgencyId{"community_trust"});
    message.fields.put(referral_message::kToWorker, WorkerId{"W012"});
    message.authorAgency = assessor.agency;
    message.author = assessor.worker;
    EXPECT_TRUE(decide(assessor, message, kNone).releases());
    const auto other = worker("council", "W002");
    EXPECT_FALSE(decide(other, message, kNone).releases());
    EXPECT_TRUE(decide(other, message, kAddressed).releases()) << "with the referral in hand";
    EXPECT_FALSE(decide(officer, message, kAddressed).releases());
}

TEST_F(DecisionTest, WhatSomebodyIsAskedForByNameReachesThemAndNoColleague) {
    Record action = ofType(RecordType::Action);
    action.fields.put(action::kOwnerAgency, assessor.agency);
    action.fields.put(action::kOwner, assessor.worker);
    Record invitation = ofType(RecordType::Invitation);
    invitation.fields.put(invitation::kAgency, assessor.agency);
    invitation.fields.put(invitation::kWorker, assessor.worker);
    Record message = ofType(RecordType::Message);
    message.fields.put(message::kToAgency, assessor.agency);
    message.fields.put(message::kToWorker, assessor.worker);
    for (const auto& asked : {action, invitation, message}) {
        EXPECT_EQ(decide(assessor, asked, kNone), (Decision{Fields::All, DecisionReason::AddressedReferral}));
        EXPECT_TRUE(mayContribute(assessor, asked.home, asked.type, &asked, kNone)) << "who may write may read";
        EXPECT_FALSE(decide(worker("council", "W002"), asked, kNone).releases());
        EXPECT_FALSE(decide(worker("housing", "W001"), asked, kNone).releases());
        EXPECT_FALSE(decide(worker("council", ""), asked, kNone).releases()) << "a server is no worker";
    }
}

TEST_F(DecisionTest, AnAgencysServerIsNoWorkerAndGetsTheDirectoryAlone) {
    const auto server = worker("council", "");
    for (const auto& schema : allSchemas()) {
        EXPECT_EQ(decide(server, ofType(schema.type), {true, true}).releases(), schema.subject == Subject::Directory)
            << schema.name;
    }
    EXPECT_FALSE(decide(server, referralTo("council", ""), {true, true}).releases());
    EXPECT_FALSE(decide(worker("", "W001"), referralTo("", "W001"), {true, true}).releases());
    EXPECT_FALSE(decide(worker("", ""), referralTo("", ""), {true, true}).releases());
}

TEST_F(DecisionTest, WhatIsInErrorLeavesAStubToEverybody) {
    auto record = note("entered-in-error");
    record.fields.put(contact_note::kErrorReason, "wrong person"s);
    record.fields.set(FieldTag{900}, Value{"what it said, in a newer field"s});
    for (const auto& [viewer, relationships] :
         {std::pair{nurse, kNone}, std::pair{colleague, kNone}, std::pair{assessor, kTeam}}) {
        const auto decision = decide(viewer, record, relationships);
        EXPECT_EQ(decision.fields, Fields::Stub);
        const auto stub = redact(record, decision);
        EXPECT_TRUE(stub.fields.get(contact_note::kText).empty());
        EXPECT_EQ(stub.fields.find(FieldTag{900}), nullptr);
        EXPECT_EQ(stub.fields.get(contact_note::kErrorReason), "wrong person");
        EXPECT_EQ(stub.fields.get(contact_note::kAuthor), WorkerId{"W012"});
        EXPECT_EQ(stub.id, record.id);
    }
    EXPECT_FALSE(decide(assessor, record, kNone).releases());
}

TEST_F(DecisionTest, AViewOrADecisionInErrorLeavesAStubToo) {
    for (const auto type : {RecordType::View, RecordType::ConferenceDecision}) {
        Record record = ofType(type);
        const FieldSpec& state = type == RecordType::View ? view::kState : conference_decision::kState;
        EXPECT_EQ(decide(assessor, record, kTeam).fields, Fields::All);
        record.fields.set(state.tag, textValue("entered-in-error"));
        EXPECT_EQ(decide(colleague, record, kNone).fields, Fields::Stub) << schemaOf(type)->name;
        EXPECT_EQ(decide(assessor, record, kTeam).fields, Fields::Stub) << schemaOf(type)->name;
    }
}

TEST_F(DecisionTest, FieldsOfANewerSchemaStayWithTheOwnAgency) {
    auto record = note("signed");
    EXPECT_EQ(decide(assessor, record, kTeam).fields, Fields::All);
    record.fields.set(FieldTag{900}, Value{"of tomorrow"s});
    EXPECT_EQ(redact(record, decide(colleague, record, kNone)).fields, record.fields);
    const auto decision = decide(assessor, record, kTeam);
    EXPECT_EQ(decision.fields, Fields::Known);
    const auto released = redact(record, decision);
    EXPECT_EQ(released.fields.find(FieldTag{900}), nullptr);
    EXPECT_EQ(released.fields.get(contact_note::kText), "Wound clean");
    for (auto& entry : sampleDirectory(ids)) {
        entry.fields.set(FieldTag{900}, Value{"of tomorrow"s});
        const auto viewer = worker("elsewhere", "W1");
        EXPECT_EQ(redact(entry, decide(viewer, entry, kNone)).fields.find(FieldTag{900}), nullptr);
    }
}

// --- properties ------------------------------------------------------------------------------------------------------

Record anyRecord(IdSource& ids, const PersonId& person) {
    const auto& schemas = allSchemas();
    Record record = sampleRegistration(ids, *rc::gen::element("community_trust"s, "council"s), person);
    const auto pick = *rc::gen::inRange<std::size_t>(0, schemas.size() + 1);
    record.type = pick == schemas.size() ? static_cast<RecordType>(99) : schemas[pick].type;
    record.authorAgency = AgencyId{*rc::gen::element("community_trust"s, "council"s, "housing"s)};
    record.fields = {};
    const auto fields = pick == schemas.size() ? std::span<const FieldSpec>{} : schemas[pick].fields;
    for (const auto& field : fields) {
        const auto word = *rc::gen::element(""s, "council"s, "housing"s, "W001"s, "W012"s, "draft"s, "signed"s,
                                            "entered-in-error"s, "sent"s, "declined"s, "stated"s, "proposed"s);
        if (!word.empty()) {
            record.fields.set(field.tag, Value{word});
        }
    }
    if (*rc::gen::arbitrary<bool>()) {
        record.fields.set(FieldTag{901}, Value{"of tomorrow"s});
    }
    return record;
}

Principal anyViewer() {
    return {AgencyId{*rc::gen::element("community_trust"s, "council"s, "housing"s, ""s)},
            WorkerId{*rc::gen::element("W001"s, "W012"s, ""s)},
            "role",
            {}};
}

RC_GTEST_PROP(DecisionProperties, ARelationshipOnlyEverWidens, ()) {
    SeededIdSource ids{3};
    const auto record = anyRecord(ids, ids.random<PersonId>());
    const auto viewer = anyViewer();
    const auto kept = [&](Relationships r) { return redact(record, decide(viewer, record, r)).fields; };
    for (const auto& [tag, value] : kept(kNone)) {
        RC_ASSERT(kept(kTeam).find(tag) != nullptr);
        RC_ASSERT(kept(kAddressed).find(tag) != nullptr);
    }
    for (const auto& [tag, value] : kept(kAddressed)) {
        RC_ASSERT(kept({true, true}).find(tag) != nullptr);
    }
}

RC_GTEST_PROP(DecisionProperties, RedactingOnlyTakesAway, ()) {
    SeededIdSource ids{4};
    const auto record = anyRecord(ids, ids.random<PersonId>());
    const auto viewer = anyViewer();
    const Relationships relationships{*rc::gen::arbitrary<bool>(), *rc::gen::arbitrary<bool>()};
    const auto decision = decide(viewer, record, relationships);
    const auto released = redact(record, decision);
    for (const auto& [tag, value] : released.fields) {
        RC_ASSERT(record.fields.find(tag) != nullptr);
        RC_ASSERT(*record.fields.find(tag) == value);
    }
    if (!decision.releases()) {
        RC_ASSERT(released.fields.empty());
    }
    RC_ASSERT(redact(released, decision) == released);
    if (decision.fields == Fields::All) {
        RC_ASSERT(released == record);
    }
    // What leaves its home never holds a field this program cannot judge.
    if (record.home != viewer.agency) {
        RC_ASSERT(released.fields.find(FieldTag{901}) == nullptr);
    }
}

RC_GTEST_PROP(DecisionProperties, WhoMayWriteMayRead, ()) {
    SeededIdSource ids{5};
    const auto record = anyRecord(ids, ids.random<PersonId>());
    const auto viewer = anyViewer();
    const Relationships relationships{*rc::gen::arbitrary<bool>(), *rc::gen::arbitrary<bool>()};
    if (mayContribute(viewer, record.home, record.type, &record, relationships)) {
        RC_ASSERT(decide(viewer, record, relationships).releases());
    }
}

// A guess at what is restricted learns nothing, not even by a change that changes nothing.
TEST_F(DecisionTest, WhatIsRestrictedToOthersByNameIsNotWrittenEither) {
    auto restricted = note("signed");
    sharing::putReaders(restricted.fields, contact_note::kReaders, {{AgencyId{"community_trust"}, WorkerId{"W020"}}});
    ASSERT_EQ(decide(colleague, restricted, kNone).reason, DecisionReason::NotNamedReader);
    EXPECT_FALSE(mayContribute(colleague, restricted.home, restricted.type, &restricted, kNone));
    EXPECT_EQ(refusal(colleague, restricted, edited(restricted, [](FieldSet&) {})), ErrorCode::NotPermitted);
    EXPECT_TRUE(mayContribute(nurse, restricted.home, restricted.type, &restricted, kNone)) << "its author";
    const auto named = worker("community_trust", "W020");
    EXPECT_TRUE(mayContribute(named, restricted.home, restricted.type, &restricted, kNone));
}

} // namespace
} // namespace frontsheet
