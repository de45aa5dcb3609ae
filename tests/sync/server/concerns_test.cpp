// "Any worker may send a safeguarding concern": whoever they are and whatever they have to do with the person, to where concerns
// are taken, and to follow it. And nothing else by that rule.
#include "core/domain/concern.h"
#include "core/domain/schema/contact_note.h"
#include "core/domain/schema/directory.h"
#include "core/domain/schema/permission.h"
#include "core/domain/schema/referral.h"
#include "core/domain/schema/registration.h"
#include "core/domain/sharing/permission_codec.h"
#include "sync/wire/body_codec.h"
#include "sync/wire/pack.h"
#include "sync/wire/sync_codec.h"
#include "tests/sync/server/agency_world.h"
#include "tests/sync/server/shipped_locality.h"

#include <algorithm>

namespace frontsheet::test {
namespace {

const AgencyId kCare{"neighbourhood_care"};
const AgencyId kCouncil{"council"};
const ServiceId kSafeguarding{"SVC12"};

class Concerns : public AgencyWorld {
public:
    void SetUp() override {
        server = std::make_unique<AgencyServer>(clock, ids);
        sharing = shippedLocality(clock.now());
        host(kCare);
        edith = newPerson();
        keep(kCare, record(kCare, RecordType::Registration, edith, Category::Identity,
                           [](FieldSet& f) { f.put(registration::kFamilyName, std::string{"Marsh"}); }));
        keepPartner(point(kCouncil, kCouncil, "concerns", kSafeguarding));
        keepPartner(point(kCouncil, kCouncil, "duty", ServiceId{"SVC01"}));
    }

    template <class Fill>
    Record record(const AgencyId& home, RecordType type, const PersonId& person, Category category, Fill fill) {
        Record out;
        out.id = ids.timeOrdered<RecordId>(clock.now());
        out.type = type;
        out.home = home;
        out.person = person;
        out.category = category;
        out.version.n = 1;
        out.authorAgency = home;
        out.author = WorkerId{"W031"};
        out.recordedAt = clock.now();
        fill(out.fields);
        return out;
    }
    // A contact point that `home` tells of, for `agency`.
    Record point(const AgencyId& home, const AgencyId& agency, const char* purpose, const ServiceId& service,
                 const WorkerId& worker = {}) {
        return record(home, RecordType::ContactPoint, {}, Category::Directory, [&](FieldSet& f) {
            f.put(contact_point::kAgency, agency);
            f.put(contact_point::kPurpose, std::string{purpose});
            f.put(contact_point::kService, service);
            f.put(contact_point::kWorker, worker);
        });
    }
    void keep(const AgencyId& home, const Record& kept) {
        ASSERT_TRUE(server->ledgerOf(home)->write(WriteKind::Other, [&](LedgerWrites& writes) {
            const RecordWrite write{kept, wire::encodeBody(kept.fields)};
            return writes.append(std::span{&write, 1});
        }));
    }
    void keepPartner(const Record& kept) {
        ASSERT_TRUE(server->ledgerOf(kCare)->write(WriteKind::Other, [&](LedgerWrites& writes) {
            return writes.keepPartnerRecord(kept, wire::encodeBody(kept.fields));
        }));
    }
    // Edits go in order of their fields.
    static void add(Intent& intent, FieldEdit edit) {
        intent.edits.push_back(std::move(edit));
        std::sort(intent.edits.begin(), intent.edits.end(),
                  [](const FieldEdit& a, const FieldEdit& b) { return a.field.number < b.field.number; });
    }
    static Intent concern(const Device& by, const PersonId& about, const AgencyId& to, const ServiceId& service,
                          const WorkerId& worker = {}) {
        Intent intent = by.refers(about, to, worker);
        intent.category = Category::Safeguarding;
        for (auto& edit : intent.edits) {
            if (edit.field == referral::kNeed.tag) {
                edit.after = textValue("Bruises, and no food in the house");
            }
        }
        if (!service.str().empty()) {
            add(intent, {referral::kToService.tag, std::nullopt, textValue(service.str())});
        }
        return intent;
    }
    Intent message(const Device& by, const RecordId& on, const PersonId& about, const AgencyId& to,
                   const WorkerId& worker, const char* words) {
        FieldSet fields;
        fields.put(referral_message::kReferral, on);
        fields.put(referral_message::kText, std::string{words});
        fields.put(referral_message::kToAgency, to);
        fields.put(referral_message::kToWorker, worker);
        Intent intent = by.creates(RecordType::ReferralMessage, about, fields);
        intent.category = Category::Safeguarding;
        return intent;
    }
    Device coordinator(const char* worker = "W031") {
        return device("neighbourhood_care", worker, "neighbourhood_care", "volunteer coordinator");
    }
    Device assessor() { return device("council", "W001", "neighbourhood_care", "social work assessor"); }
    static IntentResult only(const std::vector<IntentResult>& results) {
        EXPECT_EQ(results.size(), 1U);
        return results.empty() ? IntentResult{} : results[0];
    }
    void isRefused(Device& by, const Intent& intent, const char* why) {
        const auto before = ledgerOf(kCare).size();
        const auto result = only(by.sync({intent}));
        EXPECT_EQ(result.outcome, IntentOutcome::Refused) << why;
        EXPECT_EQ(result.reason, ErrorCode::NotPermitted) << why;
        EXPECT_EQ(ledgerOf(kCare).size(), before) << why;
    }

    PersonId edith;
};

TEST_F(Concerns, AVolunteerWhoIsNotInvolvedSendsOneAndFollowsIt) {
    auto volunteer = coordinator();
    volunteer.sync();
    const auto sent = concern(volunteer, edith, kCouncil, kSafeguarding);
    ASSERT_EQ(only(volunteer.sync({sent})).outcome, IntentOutcome::Applied);
    volunteer.sync();
    ASSERT_TRUE(volunteer.holds(sent.record));
    EXPECT_EQ(volunteer.fieldsOf(sent.record).get(referral::kState), "sent");
    EXPECT_TRUE(volunteer.fieldsOf(sent.record).get(referral::kArrivedAt).isKnown()) << "and that it arrived";

    auto social = assessor();
    social.sync();
    ASSERT_TRUE(social.holds(sent.record)) << "CO11, as one addressed to her service";
    ASSERT_EQ(only(social.sync({social.accepts(sent.record)})).outcome, IntentOutcome::Applied);
    volunteer.sync();
    EXPECT_EQ(volunteer.fieldsOf(sent.record).get(referral::kState), "accepted");
    EXPECT_EQ(volunteer.fieldsOf(sent.record).get(referral::kAcceptedBy), WorkerId{"W001"}) << "whom to ring";

    // A colleague at the same desk has nothing of it, and nobody else has.
    auto colleague = coordinator("W035");
    colleague.sync();
    EXPECT_FALSE(colleague.holds(sent.record));
    for (const auto& [name, progress] : colleague.held) {
        EXPECT_EQ(name.find(sent.record.hex()), std::string::npos) << name;
    }
    // It is theirs after it has ended, too: a referral ends where its sender can read how.
    const auto end =
        social.edits(sent.record, {{referral::kState.tag, textValue("accepted"), textValue("completed")},
                                   {referral::kOutcome.tag, std::nullopt, textValue("Seen; an enquiry is under way")},
                                   {referral::kOutcomeAt.tag, std::nullopt, timeValue(clock.now())}});
    ASSERT_EQ(only(social.sync({end})).outcome, IntentOutcome::Applied);
    volunteer.sync();
    EXPECT_EQ(volunteer.fieldsOf(sent.record).get(referral::kOutcome), "Seen; an enquiry is under way");
    restart();
    auto again = coordinator();
    again.sync();
    EXPECT_TRUE(again.holds(sent.record)) << "on a new tablet, after a restart";
}

// "Any worker": one in a role that the policy does not know, too.
TEST_F(Concerns, ARoleThatNoClauseKnowsMaySendOne) {
    auto temp = device("neighbourhood_care", "W040", "neighbourhood_care", "gardener");
    temp.sync();
    const auto sent = concern(temp, edith, kCouncil, kSafeguarding);
    ASSERT_EQ(only(temp.sync({sent})).outcome, IntentOutcome::Applied);
    temp.sync();
    EXPECT_TRUE(temp.holds(sent.record));
    EXPECT_EQ(temp.countOf(RecordType::Registration), 0U) << "and opens nothing of hers by it";
    EXPECT_EQ(temp.countOf(RecordType::Referral), 1U);
}

TEST_F(Concerns, OneGoesOnlyWhereItsReceiverTakesThem) {
    auto volunteer = coordinator();
    volunteer.sync();
    keepPartner(point(AgencyId{"housing"}, kCouncil, "concerns", ServiceId{"SVC03"})); // another agency's word
    keepPartner(point(AgencyId{"housing"}, AgencyId{"housing"}, "duty", ServiceId{"SVC09"}));
    isRefused(volunteer, concern(volunteer, edith, kCouncil, ServiceId{"SVC01"}), "a point for something else");
    isRefused(volunteer, concern(volunteer, edith, kCouncil, ServiceId{"SVC03"}), "said by somebody else");
    isRefused(volunteer, concern(volunteer, edith, AgencyId{"housing"}, ServiceId{"SVC09"}), "takes no concerns");
    isRefused(volunteer, concern(volunteer, edith, kCouncil, {}), "nowhere in particular");
    isRefused(volunteer, concern(volunteer, edith, kCouncil, kSafeguarding, WorkerId{"W002"}),
              "somebody of their choice");
    // Nor by way of one that is well sent.
    const auto sent = concern(volunteer, edith, kCouncil, kSafeguarding);
    ASSERT_EQ(only(volunteer.sync({sent})).outcome, IntentOutcome::Applied);
    volunteer.sync();
    isRefused(volunteer, volunteer.edits(sent.record, {{referral::kToWorker.tag, std::nullopt, textValue("W002")}}),
              "afterwards");
    // Nor by filing an ordinary referral anew.
    const auto ordinary = volunteer.refers(edith, kCouncil, WorkerId{"W002"});
    ASSERT_EQ(only(volunteer.sync({ordinary})).outcome, IntentOutcome::Applied) << "OW1";
    volunteer.sync();
    auto refiled = volunteer.edits(ordinary.record, {{referral::kUrgency.tag, std::nullopt, textValue("today")}});
    refiled.category = Category::Safeguarding;
    const auto result = only(volunteer.sync({refiled}));
    EXPECT_EQ(ledgerOf(kCare).at(ordinary.record).category, Category::Referral) << static_cast<int>(result.outcome);
}

TEST_F(Concerns, ItIsNoWayToAnythingElse) {
    const auto note = record(kCare, RecordType::ContactNote, edith, Category::Safeguarding, [](FieldSet& f) {
        f.put(contact_note::kText, std::string{"what she said"});
        f.put(contact_note::kState, std::string{"signed"});
        f.put(contact_note::kAuthor, WorkerId{"W001"});
    });
    keep(kCare, note);
    auto theirs = coordinator("W035");
    theirs.sync();
    const auto others = concern(theirs, edith, kCouncil, kSafeguarding);
    ASSERT_EQ(only(theirs.sync({others})).outcome, IntentOutcome::Applied);

    auto volunteer = coordinator();
    volunteer.sync();
    const auto own = concern(volunteer, edith, kCouncil, kSafeguarding);
    ASSERT_EQ(only(volunteer.sync({own})).outcome, IntentOutcome::Applied);
    volunteer.sync();
    ASSERT_TRUE(volunteer.holds(own.record));
    EXPECT_FALSE(volunteer.holds(others.record)) << "a colleague's about the same person";
    EXPECT_FALSE(volunteer.holds(note.id));

    // Asked for by every name that would cover it.
    for (const auto& scope : {Scope::ofReferral(others.record, edith), Scope::ofPerson(edith, Category::Safeguarding),
                              Scope::everyone(Category::Safeguarding)}) {
        for (const auto& key : {scope.name(), ScopeKey{scope, 1, ScopeKey::Turn::Lasting}.name(),
                                ScopeKey{scope, 0, ScopeKey::Turn::Again}.name()}) {
            auto request = volunteer.request({});
            request.have.partial = {{key, 0, {}}};
            const auto reply = wire::decodeSyncReply(
                wire::unpack(volunteer.send(request).body, wire::kMaxUnpackedReply).value_or(Bytes{}), kCare);
            ASSERT_TRUE(reply);
            for (const auto& page : reply->pages) {
                for (const auto& upsert : page.upserts) {
                    EXPECT_NE(upsert.header.id, others.record) << key;
                    EXPECT_NE(upsert.header.id, note.id) << key;
                }
            }
        }
    }
    // A colleague's is not edited, not written on and not withdrawn; a guess and a hit answer alike.
    for (const auto& id : {others.record, ids.random<RecordId>()}) {
        auto edit = volunteer.edits(own.record, {{referral::kState.tag, textValue("sent"), textValue("withdrawn")}});
        edit.record = id;
        const auto result = only(volunteer.sync({edit}));
        EXPECT_EQ(result.outcome, IntentOutcome::Refused);
        EXPECT_EQ(result.reason, ErrorCode::NotFound);
        const auto words = only(volunteer.sync({message(volunteer, id, edith, kCouncil, {}, "and me")}));
        EXPECT_EQ(words.outcome, IntentOutcome::Refused);
        EXPECT_EQ(words.reason, ErrorCode::NotPermitted);
        // Addressed to themselves, as if the council had written it.
        const auto told = only(volunteer.sync({message(volunteer, id, edith, kCare, volunteer.who.worker, "and me")}));
        EXPECT_EQ(told.outcome, IntentOutcome::Refused);
    }
    EXPECT_EQ(ledgerOf(kCare).at(others.record).version.n, 1U);
    // Nobody else is named as who sent it; nor does a note go by the rule.
    auto forged = concern(volunteer, edith, kCouncil, kSafeguarding);
    for (auto& edit : forged.edits) {
        edit.after = edit.field == referral::kFromWorker.tag ? textValue("W035") : edit.after;
    }
    isRefused(volunteer, forged, "in a colleague's name");
    auto written = volunteer.writesNote(edith, "by the way");
    written.category = Category::Safeguarding;
    isRefused(volunteer, written, "a note");
    // A partner does not file one here.
    auto stranger = device("housing", "W028", "neighbourhood_care", "housing officer");
    isRefused(stranger, concern(stranger, edith, kCouncil, kSafeguarding), "another agency's worker");
    EXPECT_FALSE(stranger.holds(own.record));
}

TEST_F(Concerns, AQuestionReachesWhoSentItAndTheirAnswerGoesBack) {
    auto volunteer = coordinator();
    volunteer.sync();
    const auto sent = concern(volunteer, edith, kCouncil, kSafeguarding);
    ASSERT_EQ(only(volunteer.sync({sent})).outcome, IntentOutcome::Applied);
    volunteer.sync();
    auto social = assessor();
    social.sync();
    const auto question = message(social, sent.record, edith, kCare, volunteer.who.worker, "When did you see her?");
    const auto asked =
        social.edits(sent.record, {{referral::kState.tag, textValue("sent"), textValue("info-asked")},
                                   {referral::kAnswer.tag, std::nullopt, textValue("When did you see her?")}});
    for (const auto& result : social.sync({question, asked})) {
        EXPECT_EQ(result.outcome, IntentOutcome::Applied);
    }
    volunteer.sync();
    EXPECT_TRUE(volunteer.holds(question.record));
    const auto words = message(volunteer, sent.record, edith, kCouncil, {}, "On Tuesday at two");
    const auto back =
        volunteer.edits(sent.record, {{referral::kState.tag, textValue("info-asked"), textValue("under-review")}});
    for (const auto& result : volunteer.sync({words, back})) {
        EXPECT_EQ(result.outcome, IntentOutcome::Applied);
    }
    social.sync();
    EXPECT_TRUE(social.holds(words.record));
    // What the council writes to a colleague of theirs on it is not for them.
    const auto aside = message(social, sent.record, edith, kCare, WorkerId{"W035"}, "Is she reliable?");
    ASSERT_EQ(only(social.sync({aside})).outcome, IntentOutcome::Applied);
    volunteer.sync();
    EXPECT_FALSE(volunteer.holds(aside.record));
    // Words on a concern are filed with it: a message that is not is not taken.
    auto elsewhere = message(volunteer, sent.record, edith, kCouncil, {}, "filed with the post");
    elsewhere.category = Category::Referral;
    EXPECT_EQ(only(volunteer.sync({elsewhere})).outcome, IntentOutcome::Refused);
}

// Edith has said no to everything. The concern goes all the same, to whom it is addressed, and nothing else of hers does.
TEST_F(Concerns, AnObjectionDoesNotStopOne) {
    auto volunteer = coordinator();
    volunteer.sync();
    sharing::PermissionStatement said;
    said.kind = sharing::StatementKind::Objection;
    said.askedAt = clock.now();
    said.askedBy = volunteer.who.worker;
    said.askedByAgency = kCare;
    FieldSet fields;
    sharing::putStatement(fields, said);
    auto objection = volunteer.creates(RecordType::PermissionStatement, edith, fields);
    objection.category = Category::Involvement;
    ASSERT_EQ(only(volunteer.sync({objection})).outcome, IntentOutcome::Applied);
    auto sent = concern(volunteer, edith, kCouncil, kSafeguarding);
    add(sent, {referral::kDespiteObjection.tag, std::nullopt, textValue("She may not live till Monday")});
    ASSERT_EQ(only(volunteer.sync({sent})).outcome, IntentOutcome::Applied);
    auto social = assessor();
    social.sync();
    ASSERT_TRUE(social.holds(sent.record));
    EXPECT_EQ(social.fieldsOf(sent.record).get(referral::kNeed), "Bruises, and no food in the house");
    EXPECT_EQ(social.countOf(RecordType::Registration), 0U);
    EXPECT_EQ(only(social.sync({social.accepts(sent.record)})).outcome, IntentOutcome::Applied);
    // An ordinary referral does not.
    const auto ordinary = volunteer.refers(edith, kCouncil, WorkerId{"W001"});
    ASSERT_EQ(only(volunteer.sync({ordinary})).outcome, IntentOutcome::Applied);
    social.sync();
    EXPECT_FALSE(social.holds(ordinary.record));
}

// Who goes into the home learns that something is in hand and whom to ring; what it says stays with whom it is for.
TEST_F(Concerns, WhoGoesIntoTheHomeLearnsThatItIsInHandAndNotWhatItSays) {
    auto volunteer = coordinator();
    auto nurse = device("community_trust", "W012", "neighbourhood_care", "community nurse");
    auto worker = device("mental_health_trust", "W027", "neighbourhood_care", "key worker");
    volunteer.sync();
    ASSERT_EQ(only(volunteer.sync({volunteer.joins(edith, nurse.who)})).outcome, IntentOutcome::Applied);
    ASSERT_EQ(only(volunteer.sync({volunteer.joins(edith, worker.who)})).outcome, IntentOutcome::Applied);
    const auto sent = concern(volunteer, edith, kCouncil, kSafeguarding);
    ASSERT_EQ(only(volunteer.sync({sent})).outcome, IntentOutcome::Applied);
    nurse.sync();
    ASSERT_TRUE(nurse.holds(sent.record)) << "CT6";
    const auto shown = nurse.fieldsOf(sent.record);
    EXPECT_EQ(shown.get(referral::kState), "sent");
    EXPECT_EQ(shown.get(referral::kToService), kSafeguarding);
    for (const FieldSpec& kept :
         {FieldSpec{referral::kNeed}, FieldSpec{referral::kReason}, FieldSpec{referral::kAnswer},
          FieldSpec{referral::kDespiteObjection}, FieldSpec{referral::kFromWorker}}) {
        EXPECT_EQ(shown.find(kept.tag), nullptr) << kept.name;
    }
    worker.sync();
    EXPECT_EQ(worker.fieldsOf(sent.record).get(referral::kNeed), "Bruises, and no food in the house") << "MH6";
}

} // namespace
} // namespace frontsheet::test
