// What may be recorded of a person's word on sharing, who may change what of it afterwards, and that it stays at home.
#include "core/domain/decision.h"
#include "core/domain/schema/contact_note.h"
#include "core/domain/schema/permission.h"
#include "core/domain/schema/placement.h"
#include "core/domain/schema/referral.h"
#include "core/domain/sharing/permission_codec.h"
#include "core/domain/worklist.h"
#include "tests/core/domain/rules_fixture.h"

namespace frontsheet {
namespace {

using namespace std::string_literals;
using sharing::StatementKind;
namespace stated = permission_statement;
namespace notice = permission_notice;
namespace review = objection_review;

constexpr std::chrono::hours kDay{24};

class PermissionRules : public RulesFixture {
protected:
    [[nodiscard]] sharing::PermissionStatement objection() const {
        sharing::PermissionStatement statement;
        statement.kind = StatementKind::Objection;
        statement.home = AgencyId{"community_trust"};
        statement.receiver = AgencyId{"housing"};
        statement.category = Category::MentalHealth;
        statement.askedAt = now;
        statement.askedBy = nurse.worker;
        statement.askedByAgency = nurse.agency;
        return statement;
    }
    [[nodiscard]] Intent saying(const sharing::PermissionStatement& statement, const Principal& by) {
        FieldSet fields;
        sharing::putStatement(fields, statement);
        return creation(by, RecordType::PermissionStatement, fields, Category::Involvement);
    }
    [[nodiscard]] Intent saying(const sharing::PermissionStatement& statement) { return saying(statement, nurse); }
    [[nodiscard]] sharing::PermissionStatement hidden() const {
        auto statement = objection();
        statement.kind = StatementKind::RestrictedLocation;
        statement.home = {};
        statement.receiver = {};
        statement.category.reset();
        statement.readers = {{colleague.agency, colleague.worker}};
        statement.where = "Flat 3, 12 Ferry Lane; ring twice";
        return statement;
    }
    [[nodiscard]] Record recorded() { return taken(nurse, std::nullopt, saying(objection())); }
    [[nodiscard]] Intent withdrawal(const Record& record, const Principal& by, WallTime at) {
        return edited(record, [&](FieldSet& f) {
            f.put(stated::kWithdrawnAt, at);
            f.put(stated::kWithdrawnBy, by.worker);
        });
    }
    // The housing association's, of a trust's objection.
    [[nodiscard]] Record noticed(WallTime withdrawnAt = {}) {
        Record said = recorded();
        said.fields.put(stated::kWithdrawnAt, withdrawnAt);
        Record record = said;
        record.id = ids.timeOrdered<RecordId>(now);
        record.type = RecordType::PermissionNotice;
        record.home = officer.agency;
        record.fields = sharing::noticeOf(said);
        record.fields.put(notice::kReceivedAt, now);
        record.version.n = 1;
        return record;
    }
    [[nodiscard]] Intent acknowledgement(const Record& record, const Principal& by, const std::string& words) {
        return edited(record, [&](FieldSet& f) {
            f.put(notice::kAcknowledgedAt, now);
            f.put(notice::kAcknowledgedBy, by.worker);
            f.put(notice::kAcknowledgedWords, words);
        });
    }
    [[nodiscard]] FieldSet concern(const std::string& despite) const {
        FieldSet f;
        f.put(referral::kNeed, "Bruises on both arms"s);
        f.put(referral::kToAgency, AgencyId{"council"});
        f.put(referral::kFromWorker, officer.worker);
        f.put(referral::kState, "sent"s);
        f.put(referral::kDespiteObjection, despite);
        return f;
    }
    Principal third = worker("community_trust", "W014", "community nurse");
    Principal lead = worker("housing", "W031", "information governance lead");
};

TEST_F(PermissionRules, WhatThePersonSaidIsRecordedByTheAgencyThatAsked) {
    const auto record = recorded();
    EXPECT_EQ(sharing::statementIn(record)->receiver, AgencyId{"housing"});
    auto elsewhere = saying(objection());
    elsewhere.home = assessor.agency;
    EXPECT_EQ(refusal(nurse, std::nullopt, elsewhere, {true, true}), ErrorCode::NotPermitted);
    auto forged = objection();
    forged.askedByAgency = assessor.agency;
    EXPECT_EQ(refusal(nurse, std::nullopt, saying(forged)), ErrorCode::Missing) << "asked by another agency";
}

TEST_F(PermissionRules, WhoCannotSpeakForThePersonCannotPermitOrObject) {
    auto intent = saying(objection());
    for (auto& edit : intent.edits) {
        if (edit.field == stated::kGivenBy.tag) {
            edit.after = Value{"next-of-kin"s};
        }
    }
    EXPECT_EQ(refusal(nurse, std::nullopt, intent), ErrorCode::NotPermitted);
    for (const auto giver : {sharing::GivenBy::Attorney, sharing::GivenBy::Deputy}) {
        auto statement = objection();
        statement.givenBy = giver;
        EXPECT_EQ(refusal(nurse, std::nullopt, saying(statement)), ErrorCode::Missing) << "without authority";
        statement.authority = " ";
        EXPECT_EQ(refusal(nurse, std::nullopt, saying(statement)), ErrorCode::Missing);
        statement.authority = "7001 2345 6789";
        EXPECT_TRUE(ask(nurse, std::nullopt, saying(statement)));
    }
}

TEST_F(PermissionRules, CapacityIsPresumedElseSomebodyDecidesAndSaysWhy) {
    auto statement = objection();
    statement.capacity = sharing::Capacity::BestInterests;
    EXPECT_EQ(refusal(nurse, std::nullopt, saying(statement)), ErrorCode::Missing);
    statement.decidedBy = nurse.worker;
    EXPECT_EQ(refusal(nurse, std::nullopt, saying(statement)), ErrorCode::Missing);
    statement.decidedWhy = "\n";
    EXPECT_EQ(refusal(nurse, std::nullopt, saying(statement)), ErrorCode::Missing);
    statement.decidedWhy = "Could not keep the question in mind; her sister and the GP were asked";
    EXPECT_TRUE(ask(nurse, std::nullopt, saying(statement)));
}

TEST_F(PermissionRules, WordsThatNobodyKnowsAreNotRecorded) {
    for (const FieldSpec& field :
         {FieldSpec{stated::kKind}, FieldSpec{stated::kHow}, FieldSpec{stated::kGivenBy}, FieldSpec{stated::kCapacity},
          FieldSpec{stated::kCategory}, FieldSpec{stated::kPurpose}}) {
        FieldSet f;
        sharing::putStatement(f, objection());
        f.set(field.tag, Value{"of-tomorrow"s});
        EXPECT_FALSE(ask(nurse, std::nullopt, creation(nurse, RecordType::PermissionStatement, f))) << field.name;
    }
}

// A tablet whose clock is a year ahead must not put the objection off for a year.
TEST_F(PermissionRules, AnObjectionHoldsFromArrivalWhateverTheClockOfTheDeviceSays) {
    auto statement = objection();
    statement.askedAt = now + 365 * kDay;
    const auto record = taken(nurse, std::nullopt, saying(statement));
    EXPECT_TRUE(sharing::isInForce(*sharing::statementIn(record), now));
    auto permission = taken(nurse, std::nullopt, saying(objection()));
    permission = taken(nurse, permission, withdrawal(permission, nurse, now + 365 * kDay));
    EXPECT_FALSE(sharing::isInForce(*sharing::statementIn(permission), now)) << "withdrawn at once";
    auto behind = taken(nurse, std::nullopt, saying(objection()));
    behind = taken(nurse, behind, withdrawal(behind, nurse, now + -365 * kDay));
    EXPECT_EQ(behind.fields.get(stated::kWithdrawnAt), now) << "not before it was said";
}

TEST_F(PermissionRules, WhatWasSaidIsCorrectedByANewStatementOnly) {
    const auto record = recorded();
    const auto widened = edited(record, [](FieldSet& f) { f.put(stated::kReceiver, AgencyId{}); });
    EXPECT_EQ(refusal(nurse, record, widened), ErrorCode::Immutable);
    const auto turned = edited(record, [](FieldSet& f) { f.put(stated::kKind, "permission"s); });
    EXPECT_EQ(refusal(nurse, record, turned), ErrorCode::Immutable);
    auto again = objection();
    again.corrects = record.id;
    EXPECT_TRUE(ask(nurse, std::nullopt, saying(again)));
}

TEST_F(PermissionRules, WithdrawnIsWithdrawnByNameAndForGood) {
    auto record = recorded();
    EXPECT_EQ(refusal(nurse, record, withdrawal(record, colleague, now)), ErrorCode::Missing) << "in another's name";
    EXPECT_EQ(refusal(nurse, record, edited(record, [&](FieldSet& f) { f.put(stated::kWithdrawnBy, nurse.worker); })),
              ErrorCode::Missing)
        << "without a time";
    const auto seen = record;
    record = taken(nurse, record, withdrawal(record, nurse, now));
    EXPECT_EQ(refusal(nurse, record, edited(record, [](FieldSet& f) { f.put(stated::kKind, "permission"s); })),
              ErrorCode::Immutable);
    // Taken back, it would be a statement nobody made.
    const auto back = taken(nurse, record, edited(record, [](FieldSet& f) {
                                f.erase(stated::kWithdrawnAt.tag);
                                f.erase(stated::kWithdrawnBy.tag);
                                f.erase(stated::kWithdrawnWhy.tag);
                            }));
    EXPECT_EQ(back.fields.get(stated::kWithdrawnAt), now);
    // Two write down the same change of mind: the first stands, and the second has nothing to settle.
    const auto second = taken(colleague, record, withdrawal(seen, colleague, now + kDay));
    EXPECT_EQ(second.fields.get(stated::kWithdrawnBy), nurse.worker);
    EXPECT_EQ(refusal(nurse, std::nullopt,
                      [&] {
                          auto born = objection();
                          born.withdrawnAt = now;
                          born.withdrawnBy = nurse.worker;
                          return saying(born);
                      }()),
              ErrorCode::WrongState);
}

TEST_F(PermissionRules, AHiddenAddressIsRecordedForColleaguesAloneAndWithoutAnEnd) {
    EXPECT_TRUE(ask(nurse, std::nullopt, saying(hidden())));
    auto open = objection();
    open.where = "Flat 3";
    EXPECT_EQ(refusal(nurse, std::nullopt, saying(open)), ErrorCode::InvalidArgument) << "nothing hides it";
    auto nobody = hidden();
    nobody.readers.clear();
    EXPECT_EQ(refusal(nurse, std::nullopt, saying(nobody)), ErrorCode::Missing);
    auto elsewhere = hidden();
    elsewhere.readers.push_back({assessor.agency, assessor.worker});
    EXPECT_EQ(refusal(nurse, std::nullopt, saying(elsewhere)), ErrorCode::NotPermitted);
    auto ending = hidden();
    ending.until = now + 30 * kDay;
    EXPECT_EQ(refusal(nurse, std::nullopt, saying(ending)), ErrorCode::InvalidArgument);
    auto partly = hidden();
    partly.receiver = AgencyId{"housing"};
    EXPECT_EQ(refusal(nurse, std::nullopt, saying(partly)), ErrorCode::InvalidArgument);
}

TEST_F(PermissionRules, WhoKnowsWhereSomebodyHidesSaysWhoElseMayAndPlansTheirOwnVisits) {
    const auto record = taken(nurse, std::nullopt, saying(hidden()));
    const auto visiting = [&](const Record& on, const Principal& who) {
        return edited(on,
                      [&](FieldSet& f) { f.put(stated::kVisits, {who.worker.str() + "/" + std::to_string(now.ms)}); });
    };
    EXPECT_EQ(refusal(third, record, visiting(record, third)), ErrorCode::NotPermitted) << "not named";
    EXPECT_EQ(refusal(colleague, record, visiting(record, third)), ErrorCode::NotPermitted) << "somebody else's visit";
    const auto planned = taken(colleague, record, visiting(record, colleague));
    EXPECT_EQ(sharing::statementIn(planned)->visits.size(), 1u);
    EXPECT_EQ(refusal(nurse, planned, edited(planned, [](FieldSet& f) { f.erase(stated::kVisits.tag); })),
              ErrorCode::NotPermitted)
        << "somebody else's visit is theirs to take back";
    EXPECT_TRUE(ask(colleague, planned, edited(planned, [](FieldSet& f) { f.erase(stated::kVisits.tag); })));
    EXPECT_EQ(refusal(nurse, record, visiting(record, nurse)), ErrorCode::NotPermitted) << "recorded it, not named";

    const auto namesAlso = [&](const Principal& who) {
        return edited(record, [&](FieldSet& f) {
            sharing::putReaders(f, stated::kReaders, {{colleague.agency, colleague.worker}, {who.agency, who.worker}});
        });
    };
    EXPECT_EQ(refusal(third, record, namesAlso(third)), ErrorCode::NotPermitted) << "named themselves";
    EXPECT_EQ(refusal(nurse, record, namesAlso(assessor)), ErrorCode::NotPermitted) << "of another agency";
    EXPECT_TRUE(ask(nurse, record, namesAlso(third)));
    EXPECT_TRUE(ask(colleague, record, namesAlso(third)));
    EXPECT_EQ(refusal(nurse, record, edited(record, [](FieldSet& f) { f.erase(stated::kReaders.tag); })),
              ErrorCode::NotPermitted);
    EXPECT_EQ(refusal(nurse, record, edited(record, [](FieldSet& f) { f.put(stated::kWhere, "Flat 4"s); })),
              ErrorCode::Immutable)
        << "they moved: that is another restriction";
}

// The next to live there hides, too.
TEST_F(PermissionRules, WhereSomebodyHidIsErasedWhenItIsLiftedByWhoKnewOfIt) {
    const auto record = taken(nurse, std::nullopt, saying(hidden()));
    EXPECT_EQ(refusal(third, record, withdrawal(record, third, now)), ErrorCode::NotPermitted);
    // To most who may lift it the address was never shown.
    Record shown = record;
    shown.fields.erase(stated::kWhere.tag);
    auto intent = withdrawal(shown, colleague, now);
    const auto lifted = taken(colleague, record, intent);
    EXPECT_EQ(lifted.fields.find(stated::kWhere.tag), nullptr);
    EXPECT_TRUE(lifted.fields.get(stated::kWithdrawnAt).isKnown());
    EXPECT_EQ(refusal(nurse, lifted, edited(lifted, [](FieldSet& f) { f.put(stated::kWhere, "Flat 3"s); })),
              ErrorCode::Immutable);
}

TEST_F(PermissionRules, WhatReachedOthersIsTheHomesAloneToSay) {
    auto statement = objection();
    statement.deliveries = {{AgencyId{"housing"}, now, now, officer.worker, sharing::DeliveryOf::Given, {}}};
    EXPECT_EQ(refusal(nurse, std::nullopt, saying(statement)), ErrorCode::NotPermitted);
    const auto record = recorded();
    const auto claimed = edited(record, [&](FieldSet& f) { sharing::putDeliveries(f, statement.deliveries); });
    EXPECT_EQ(refusal(nurse, record, claimed), ErrorCode::NotPermitted);
    // What the home has noted meanwhile is in nobody's way.
    auto reached = record;
    sharing::putDeliveries(reached.fields, statement.deliveries);
    reached.version.n = 2;
    const auto withdrawn = taken(nurse, reached, withdrawal(record, nurse, now));
    EXPECT_EQ(sharing::deliveriesIn(withdrawn.fields).size(), 1u);
}

TEST_F(PermissionRules, ThreeTypesNeverLeaveTheirHome) {
    for (const auto type :
         {RecordType::PermissionStatement, RecordType::PermissionNotice, RecordType::ObjectionReview}) {
        Record record = recorded();
        record.type = type;
        EXPECT_FALSE(decide(assessor, record, {true, true}).releases());
        EXPECT_TRUE(decide(colleague, record, {}).releases()) << "colleagues must know";
    }
}

TEST_F(PermissionRules, ANoticeIsMadeByServersAndAnsweredByAWorkerByName) {
    const auto record = noticed();
    EXPECT_EQ(refusal(officer, std::nullopt, creation(officer, RecordType::PermissionNotice, record.fields)),
              ErrorCode::NotPermitted);
    EXPECT_EQ(refusal(officer, record, edited(record, [](FieldSet& f) { f.put(notice::kKind, "permission"s); })),
              ErrorCode::Immutable);
    EXPECT_EQ(refusal(officer, record, acknowledgement(record, lead, "Done")), ErrorCode::Missing);
    EXPECT_EQ(refusal(officer, record, acknowledgement(record, officer, std::string(500, 'x'))), ErrorCode::TooLarge);
    EXPECT_EQ(worklistsOf(record), (std::vector<WorklistPlace>{{Worklist::NoticesToAcknowledge, "housing", now}}));
    const auto answered = taken(officer, record, acknowledgement(record, officer, "Taken off the shared list"));
    EXPECT_TRUE(worklistsOf(answered).empty());
    // A colleague who answers as well changes nothing, and is not told off for it.
    const auto twice = taken(lead, answered, acknowledgement(record, lead, "Done too"));
    EXPECT_EQ(twice.fields.get(notice::kAcknowledgedBy), officer.worker);
}

TEST_F(PermissionRules, AWithdrawalIsAnsweredOnItsOwn) {
    const auto early = noticed();
    const auto answer = [&](const Record& record) {
        return edited(record, [&](FieldSet& f) {
            f.put(notice::kWithdrawalAcknowledgedAt, now);
            f.put(notice::kWithdrawalAcknowledgedBy, officer.worker);
        });
    };
    EXPECT_EQ(refusal(officer, early, answer(early)), ErrorCode::WrongState) << "nothing was withdrawn";
    auto withdrawn = noticed(now);
    withdrawn = taken(officer, withdrawn, acknowledgement(withdrawn, officer, "Stopped"));
    EXPECT_EQ(worklistsOf(withdrawn).size(), 1u) << "that it was withdrawn is still to be answered";
    withdrawn = taken(officer, withdrawn, answer(withdrawn));
    EXPECT_TRUE(worklistsOf(withdrawn).empty());
    EXPECT_EQ(sharing::acknowledgementsIn(withdrawn).size(), 2u);
}

TEST_F(PermissionRules, OnlyASafeguardingConcernGoesOutDespiteAnObjection) {
    const auto sends = [&](Category category, const std::string& despite) {
        return creation(officer, RecordType::Referral, concern(despite), category);
    };
    EXPECT_EQ(refusal(officer, std::nullopt, sends(Category::Referral, "She may be hurt again")),
              ErrorCode::NotPermitted);
    const auto sent = ask(officer, std::nullopt, sends(Category::Safeguarding, "She may be hurt again"));
    ASSERT_TRUE(sent);
    ASSERT_EQ(sent->consequences.size(), 1u) << "reviewed afterwards, whether or not the device asks for it";
    const auto& waits = sent->consequences.front();
    EXPECT_EQ(waits.type, RecordType::ObjectionReview);
    EXPECT_EQ(waits.person, edith);
    EXPECT_EQ(waits.fields.get(review::kReason), "She may be hurt again");
    EXPECT_EQ(waits.fields.get(review::kSentBy), officer.worker);
    EXPECT_EQ(waits.fields.get(review::kReferral), sent->record.id);
    EXPECT_EQ(worklistsOf(waits), (std::vector<WorklistPlace>{{Worklist::ObjectionReviews, "housing", now}}));
    EXPECT_TRUE(ask(officer, std::nullopt, sends(Category::Safeguarding, ""))->consequences.empty());
    const auto rewritten = edited(sent->record, [](FieldSet& f) { f.put(referral::kDespiteObjection, "x"s); });
    EXPECT_EQ(refusal(officer, sent->record, rewritten), ErrorCode::Immutable);
}

TEST_F(PermissionRules, SomebodyElseReviewsItOnceAndSaysWhatTheyFound) {
    auto waits = ask(officer, std::nullopt,
                     creation(officer, RecordType::Referral, concern("She may be hurt again"), Category::Safeguarding))
                     ->consequences.front();
    waits.id = ids.timeOrdered<RecordId>(now);
    waits.version.n = 1;
    const auto finding = [&](const Principal& by, const std::string& state, const std::string& words) {
        return edited(waits, [&](FieldSet& f) {
            f.put(review::kState, state);
            f.put(review::kReviewedBy, by.worker);
            f.put(review::kReviewedAt, now);
            f.put(review::kWords, words);
        });
    };
    EXPECT_EQ(refusal(officer, std::nullopt, creation(officer, RecordType::ObjectionReview, waits.fields)),
              ErrorCode::NotPermitted);
    EXPECT_EQ(refusal(officer, waits, finding(officer, "right", "I was right")), ErrorCode::NotPermitted);
    EXPECT_EQ(refusal(lead, waits, finding(lead, "right", " ")), ErrorCode::Missing);
    EXPECT_EQ(refusal(lead, waits, finding(lead, "who-knows", "?")), ErrorCode::WrongState);
    EXPECT_EQ(refusal(lead, waits, finding(officer, "right", "In another's name")), ErrorCode::Missing);
    EXPECT_EQ(refusal(lead, waits, edited(waits, [](FieldSet& f) { f.put(review::kReason, "nicer"s); })),
              ErrorCode::Immutable);
    const auto done = taken(lead, waits, finding(lead, "right", "Section 42: the risk outweighed it"));
    EXPECT_TRUE(worklistsOf(done).empty());
    EXPECT_EQ(refusal(lead, done, edited(done, [](FieldSet& f) { f.put(review::kState, "not-right"s); })),
              ErrorCode::Immutable);
}

class NamedReaders : public RulesFixture {
protected:
    [[nodiscard]] Record signedNote(const std::vector<sharing::NamedReader>& readers) {
        FieldSet f;
        f.put(contact_note::kText, "She told me in confidence"s);
        f.put(contact_note::kState, "signed"s);
        f.put(contact_note::kAuthor, nurse.worker);
        sharing::putReaders(f, contact_note::kReaders, readers);
        return taken(nurse, std::nullopt, creation(nurse, RecordType::ContactNote, f));
    }
    const sharing::NamedReader kColleague{AgencyId{"community_trust"}, WorkerId{"W013"}};
    const sharing::NamedReader kAssessor{AgencyId{"council"}, WorkerId{"W001"}};
};

TEST_F(NamedReaders, AreWrittenAndReadTheSameWay) {
    FieldSet f;
    sharing::putReaders(f, contact_note::kReaders, {kAssessor, kColleague, kAssessor});
    EXPECT_EQ(sharing::readersIn(f, contact_note::kReaders),
              (std::vector<sharing::NamedReader>{kColleague, kAssessor}));
    f.put(contact_note::kReaders, std::vector<std::string>{"nobody at all"});
    EXPECT_EQ(sharing::readersIn(f, contact_note::kReaders).size(), 1u)
        << "a restriction that cannot be read still restricts";
    EXPECT_FALSE(sharing::checkReaders(f, contact_note::kReaders));
}

TEST_F(NamedReaders, AreTheAuthorsToName) {
    const auto note = signedNote({kColleague});
    const auto naming = [&](const std::vector<sharing::NamedReader>& readers) {
        return edited(note, [&](FieldSet& f) { sharing::putReaders(f, contact_note::kReaders, readers); });
    };
    EXPECT_EQ(sharing::readersOf(taken(nurse, note, naming({kColleague, kAssessor}))).size(), 2u);
    EXPECT_EQ(refusal(colleague, note, naming({})), ErrorCode::NotPermitted);
    EXPECT_EQ(refusal(nurse, note,
                      edited(note,
                             [&](FieldSet& f) {
                                 sharing::putReaders(f, contact_note::kReaders, {});
                                 f.put(contact_note::kText, "Something else"s);
                             })),
              ErrorCode::Immutable);
    EXPECT_EQ(
        refusal(
            nurse, note,
            edited(note, [](FieldSet& f) { f.put(contact_note::kReaders, std::vector<std::string>{"everybody"}); })),
        ErrorCode::Malformed);
}

TEST_F(NamedReaders, AreTheOnlyOnesBesideTheAuthorAndANameOpensNothing) {
    const auto note = signedNote({kAssessor});
    EXPECT_TRUE(decide(nurse, note, {}).releases()) << "who wrote it";
    EXPECT_EQ(decide(colleague, note, {}).reason, DecisionReason::NotNamedReader);
    EXPECT_TRUE(decide(assessor, note, {true, false}).releases());
    EXPECT_FALSE(decide(assessor, note, {}).releases()) << "named, and nothing joins them to her";
    EXPECT_EQ(decide(officer, note, {true, true}).reason, DecisionReason::NotNamedReader);
    EXPECT_TRUE(decide(colleague, signedNote({}), {}).releases()) << "nobody named: not restricted";
}

// Each takes one of two readers away: merged, nobody would be named, and everybody could read it.
TEST_F(NamedReaders, TwoNarrowingsNeverMeetInAnOpenNote) {
    const auto note = signedNote({kColleague, kAssessor});
    const auto first = edited(note, [&](FieldSet& f) { sharing::putReaders(f, contact_note::kReaders, {kColleague}); });
    const auto second = edited(note, [&](FieldSet& f) { sharing::putReaders(f, contact_note::kReaders, {kAssessor}); });
    const auto after = taken(nurse, note, first);
    EXPECT_EQ(refusal(nurse, after, second), ErrorCode::Conflict);
}

TEST_F(NamedReaders, APlacementTakesThemToo) {
    FieldSet f;
    f.put(placement::kPlacedAt, "Harbour View"s);
    f.put(placement::kReaders, std::vector<std::string>{"council"});
    EXPECT_EQ(refusal(assessor, std::nullopt, creation(assessor, RecordType::Placement, f)), ErrorCode::Malformed);
    sharing::putReaders(f, placement::kReaders, {kAssessor});
    EXPECT_EQ(sharing::readersOf(taken(assessor, std::nullopt, creation(assessor, RecordType::Placement, f))),
              (std::vector<sharing::NamedReader>{kAssessor}));
}

TEST_F(NamedReaders, WhatWasEnteredUnderTheWrongPersonNamesTheRightOne) {
    const auto note = signedNote({});
    const auto inError = [&](const PersonId& right) {
        return edited(note, [&](FieldSet& f) {
            f.put(contact_note::kState, "entered-in-error"s);
            f.put(contact_note::kErrorReason, "Wrong Marlowe"s);
            f.put(contact_note::kErrorBy, nurse.worker);
            f.put(contact_note::kRightPerson, right);
        });
    };
    EXPECT_EQ(refusal(nurse, note, inError(edith)), ErrorCode::Malformed) << "the wrong one again";
    EXPECT_EQ(taken(nurse, note, inError(arthur)).fields.get(contact_note::kRightPerson), arthur);
    const auto claimed = edited(note, [&](FieldSet& f) { f.put(contact_note::kRightPerson, arthur); });
    EXPECT_FALSE(ask(nurse, note, claimed)) << "only with the error";
}

} // namespace
} // namespace frontsheet
