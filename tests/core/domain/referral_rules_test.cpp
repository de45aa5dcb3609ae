#include "core/domain/calendar.h"
#include "core/domain/referral_course.h"
#include "core/domain/schema/care_team.h"
#include "tests/core/domain/referral_rules_fixture.h"

namespace frontsheet {
namespace {

using namespace std::string_literals;
using namespace std::chrono_literals;

TEST_F(ReferralRules, ANewReferralSaysWhatIsNeededOfWhomAndIsSentByItsAuthor) {
    const auto refusedWithout = [&](auto change) {
        auto fields = request();
        change(fields);
        return refusal(nurse, std::nullopt, creation(nurse, RecordType::Referral, fields));
    };
    EXPECT_EQ(refusedWithout([](FieldSet& f) { f.put(referral::kNeed, " "s); }), ErrorCode::Missing);
    EXPECT_EQ(refusedWithout([](FieldSet& f) { f.put(referral::kToAgency, AgencyId{}); }), ErrorCode::Missing);
    EXPECT_EQ(refusedWithout([](FieldSet& f) { f.put(referral::kFromWorker, WorkerId{"W013"}); }),
              ErrorCode::NotPermitted);
    EXPECT_EQ(refusedWithout([](FieldSet& f) { f.put(referral::kState, "accepted"s); }), ErrorCode::WrongState);
    EXPECT_EQ(refusedWithout([](FieldSet& f) { f.put(referral::kAcceptedBy, WorkerId{"W001"}); }),
              ErrorCode::WrongState);
    EXPECT_EQ(refusedWithout([](FieldSet& f) { f.put(referral::kOutcome, "all well"s); }), ErrorCode::WrongState);
    EXPECT_EQ(sent().category, Category::Referral);
}

// The nurse's tablet believes it is 2031, or 2019: the receiver has two working days from when it arrived, whichever.
TEST_F(ReferralRules, TheTimeToAnswerRunsFromArrivalByTheHomesClock) {
    for (const auto off : {-24h * 365 * 7, 0h, 24h * 365 * 5}) {
        auto fields = request();
        fields.put(referral::kSentAt, now + off);
        fields.put(referral::kAnswerBy, dueAfter(now + off, "2 working days").value());
        auto record = taken(nurse, std::nullopt, creation(nurse, RecordType::Referral, fields));
        EXPECT_EQ(record.fields.get(referral::kAnswerBy), dueAfter(now, "2 working days").value());
        // A device that says only the moment: as long as it meant, from now.
        fields.erase(referral::kRespondWithin.tag);
        record = taken(nurse, std::nullopt, creation(nurse, RecordType::Referral, fields));
        const auto meant = dueAfter(now + off, "2 working days").value() - (now + off);
        EXPECT_EQ(record.fields.get(referral::kAnswerBy), now + meant);
    }
}

// "Sent 10:45" stays so, whatever happens to the referral afterwards and whatever a device says.
TEST_F(ReferralRules, ItsArrivalIsSaidOnceByTheHomesClock) {
    auto fields = request();
    fields.put(referral::kArrivedAt, now + 24h);
    const auto record = taken(nurse, std::nullopt, creation(nurse, RecordType::Referral, fields));
    EXPECT_EQ(record.fields.get(referral::kArrivedAt), now);
    const auto later = edited(record, [&](FieldSet& f) { f.put(referral::kArrivedAt, now + 24h); });
    EXPECT_EQ(refusal(nurse, record, later), ErrorCode::Immutable);
}

TEST_F(ReferralRules, EitherSideMovesItAlongItsOwnArrowsOnly) {
    // Every pair of states for each side, against the machine, through admit() itself.
    for (int from = 0; from <= static_cast<int>(ReferralState::Withdrawn); ++from) {
        for (int to = 0; to <= static_cast<int>(ReferralState::Withdrawn); ++to) {
            const auto a = static_cast<ReferralState>(from);
            const auto b = static_cast<ReferralState>(to);
            if (a == b || b == ReferralState::Sent) {
                continue; // sent again is more than a move: PassingOn, OpenedAgain
            }
            Record record = sent();
            record.fields.put(referral::kState, std::string{name(a)});
            for (const auto& [by, side] :
                 {std::pair{nurse, ReferralSide::Sender}, std::pair{assessor, ReferralSide::Receiver}}) {
                const auto admission = ask(by, record, move(record, b, by), kAddressed);
                EXPECT_EQ(admission.has_value(), checkMove(a, b, side).has_value())
                    << name(a) << " to " << name(b)
                    << (side == ReferralSide::Sender ? " by the sender" : " by the receiver");
            }
        }
    }
}

TEST_F(ReferralRules, AcceptingJoinsTheCareTeamAtTheSendersOnce) {
    const auto record = sent();
    const auto acceptance = move(record, ReferralState::Accepted, assessor, "Thursday");
    const auto admission = ask(assessor, record, acceptance, kAddressed);
    ASSERT_TRUE(admission);
    ASSERT_EQ(admission->consequences.size(), 1u);
    const auto& membership = admission->consequences.front();
    EXPECT_EQ(membership.type, RecordType::CareTeamMembership);
    EXPECT_EQ(membership.home, nurse.agency);
    EXPECT_EQ(membership.person, edith);
    EXPECT_EQ(membership.fields.get(care_team::kWorker), assessor.worker);
    EXPECT_EQ(membership.fields.get(care_team::kAgency), assessor.agency);
    EXPECT_EQ(membership.fields.get(care_team::kBecauseOf), record.id);
    EXPECT_EQ(membership.fields.get(care_team::kSince), now) << "by the home's clock";
    // Whoever is on it already is not put on it again, and a repeat makes nothing.
    EXPECT_TRUE(ask(assessor, record, acceptance, {true, true})->consequences.empty());
    const auto after = taken(assessor, record, acceptance, kAddressed);
    EXPECT_TRUE(ask(assessor, after, acceptance, {true, true})->consequences.empty());
    EXPECT_FALSE(ask(assessor, after, acceptance, {true, true})->changed);
}

// Both took it from the tray while offline. The first to arrive has it; the second is told, and takes nothing over.
TEST_F(ReferralRules, OnlyOneWorkerAccepts) {
    const auto record = sent();
    const auto first = accepted(record);
    const auto second = move(record, ReferralState::Accepted, otherAssessor, "me too");
    EXPECT_EQ(refusal(otherAssessor, first, second, kAddressed), ErrorCode::WrongState);
    EXPECT_EQ(first.fields.get(referral::kAcceptedBy), assessor.worker);
}

TEST_F(ReferralRules, AcceptAgainstWithdrawIsSettledByTheHomesOrder) {
    const auto record = sent();
    const auto accept = move(record, ReferralState::Accepted, assessor);
    const auto withdraw = move(record, ReferralState::Withdrawn, nurse);
    const auto withdrawn = taken(nurse, record, withdraw);
    EXPECT_EQ(refusal(assessor, withdrawn, accept, kAddressed), ErrorCode::Immutable);
    const auto taken1 = taken(assessor, record, accept, kAddressed);
    EXPECT_EQ(taken(nurse, taken1, withdraw).fields.get(referral::kState), "withdrawn")
        << "the sender may still withdraw";
}

TEST_F(ReferralRules, ItEndsOnlyWithWordsThatTheOtherSideCanRead) {
    const auto record = sent();
    for (const auto state : {ReferralState::Declined, ReferralState::InfoAsked}) {
        EXPECT_EQ(refusal(assessor, record, move(record, state, assessor, " \n"), kAddressed), ErrorCode::Missing);
    }
    const auto taken1 = accepted(record);
    EXPECT_EQ(refusal(assessor, taken1, move(taken1, ReferralState::Completed, assessor, ""), kAddressed),
              ErrorCode::Missing);
    // What she said when she accepted is no reason for giving it back.
    const auto back = edited(taken1, [&](FieldSet& f) { f.put(referral::kState, "declined"s); });
    EXPECT_EQ(refusal(assessor, taken1, back, kAddressed), ErrorCode::Missing);
    EXPECT_TRUE(ask(assessor, taken1, move(taken1, ReferralState::Declined, assessor, "She moved away"), kAddressed));
}

TEST_F(ReferralRules, APartnerNeverTouchesTheRequest) {
    const auto record = sent();
    for (const FieldSpec& field : referral::kFields) {
        if (field.merge == MergeRule::Status) {
            continue;
        }
        const auto saying = [&](const std::string& text) {
            return field.kind == FieldKind::Files ? Value{std::vector{text}} : Value{text};
        };
        const auto change = edited(record, [&](FieldSet& f) {
            f.set(field.tag, field.kind == FieldKind::Time ? Value{std::int64_t{5}} : saying("W001"));
        });
        const auto code = refusal(assessor, record, change, kAddressed);
        // To another desk of their own agency they may pass it on, with a reason.
        const bool address = field.tag == referral::kToService.tag || field.tag == referral::kToWorker.tag;
        EXPECT_TRUE(code == ErrorCode::NotPermitted || code == ErrorCode::Immutable ||
                    (address && code == ErrorCode::Missing))
            << field.name;
        // Nor by pretending to have seen another text.
        auto conflicting = change;
        conflicting.edits.front().before = saying("never so");
        EXPECT_FALSE(ask(assessor, record, conflicting, kAddressed)) << field.name;
    }
}

TEST_F(ReferralRules, TheSenderNeverGivesTheAnswer) {
    const auto record = sent();
    for (const FieldSpec* field :
         {static_cast<const FieldSpec*>(&referral::kAnswer), static_cast<const FieldSpec*>(&referral::kOutcome),
          static_cast<const FieldSpec*>(&referral::kAcceptedBy), static_cast<const FieldSpec*>(&referral::kSeenBy)}) {
        const auto change = edited(record, [&](FieldSet& f) { f.set(field->tag, Value{"W012"s}); });
        EXPECT_EQ(refusal(nurse, record, change), ErrorCode::NotPermitted) << field->name;
    }
}

TEST_F(ReferralRules, WhatWasAcceptedStaysAsItWasAsked) {
    const auto record = sent();
    const auto say = [&](const Record& on, const std::string& words) {
        return edited(on, [&](FieldSet& f) { f.put(referral::kReason, words); });
    };
    const auto clearer = taken(nurse, record, say(record, "Fourth fall this month"));
    const auto held = accepted(clearer);
    EXPECT_EQ(refusal(nurse, held, say(held, "Never mind")), ErrorCode::Immutable);
    for (const auto& change : {edited(record, [](FieldSet& f) { f.put(referral::kToAgency, AgencyId{"housing"}); }),
                               edited(record, [](FieldSet& f) { f.put(referral::kFromWorker, WorkerId{"W013"}); }),
                               edited(record, [](FieldSet& f) { f.put(referral::kSentAt, WallTime{5}); })}) {
        EXPECT_EQ(refusal(nurse, record, change), ErrorCode::Immutable);
    }
}

TEST_F(ReferralRules, WhoeverSpeaksIsNamedAsSpeaking) {
    const auto record = sent();
    EXPECT_EQ(refusal(otherAssessor, record, move(record, ReferralState::Accepted, assessor), kAddressed),
              ErrorCode::NotPermitted);
    EXPECT_EQ(refusal(otherAssessor, record, move(record, ReferralState::Declined, assessor), kAddressed),
              ErrorCode::NotPermitted);
    const auto seenBy = edited(record, [&](FieldSet& f) {
        f.put(referral::kSeenBy, assessor.worker);
        f.put(referral::kSeenAt, now);
    });
    EXPECT_EQ(refusal(otherAssessor, record, seenBy, kAddressed), ErrorCode::NotPermitted);
}

TEST_F(ReferralRules, SeenIsSaidOnceAndTheFirstStands) {
    const auto record = sent();
    const auto seen = [&](const Principal& by, WallTime at) {
        return edited(record, [&](FieldSet& f) {
            f.put(referral::kSeenBy, by.worker);
            f.put(referral::kSeenAt, at);
        });
    };
    const auto first = taken(assessor, record, seen(assessor, now), kAddressed);
    const auto second = ask(otherAssessor, first, seen(otherAssessor, now + 1h), kAddressed);
    ASSERT_TRUE(second) << "no reason to trouble her with a refusal";
    EXPECT_FALSE(second->changed);
    EXPECT_EQ(second->record.fields.get(referral::kSeenBy), assessor.worker);
    // Opened offline, withdrawn meanwhile: she did see it.
    const auto withdrawn = taken(nurse, record, move(record, ReferralState::Withdrawn, nurse));
    EXPECT_TRUE(ask(assessor, withdrawn, seen(assessor, now), kAddressed));
}

// Found by fuzzing: seen by nobody was taken, and the same again refused.
TEST_F(ReferralRules, SeenSaysByWhomAndWhen) {
    const auto record = sent();
    const auto when = edited(record, [&](FieldSet& f) { f.put(referral::kSeenAt, now); });
    EXPECT_EQ(refusal(assessor, record, when, kAddressed), ErrorCode::Missing);
    const auto who = edited(record, [&](FieldSet& f) { f.put(referral::kSeenBy, assessor.worker); });
    EXPECT_EQ(refusal(assessor, record, who, kAddressed), ErrorCode::Missing);
}

TEST_F(ReferralRules, OnlyTheAddressedAnswer) {
    const auto named = sent("W001");
    EXPECT_EQ(refusal(otherAssessor, named, move(named, ReferralState::Accepted, otherAssessor), kAddressed),
              ErrorCode::NotPermitted);
    EXPECT_TRUE(ask(assessor, named, move(named, ReferralState::Accepted, assessor), kAddressed));
    EXPECT_EQ(refusal(officer, named, move(named, ReferralState::Accepted, officer), {true, true}),
              ErrorCode::NotPermitted);
}

// Ruth is off sick and nobody knew: it does not wait for her return.
TEST_F(ReferralRules, WhenTheTimeIsUpWhoeverIsOnDutyAnswers) {
    constexpr Relationships kOnDuty{false, false, true};
    auto named = sent("W001");
    const auto taking = [&](const Record& record) {
        return move(record, ReferralState::Accepted, otherAssessor, "I come in her place");
    };
    EXPECT_FALSE(hasFallenToDuty(named, now));
    EXPECT_EQ(refusal(otherAssessor, named, taking(named), kOnDuty), ErrorCode::NotPermitted) << "it is still hers";
    now = named.fields.get(referral::kAnswerBy);
    EXPECT_EQ(refusal(otherAssessor, named, taking(named), kOnDuty), ErrorCode::NotPermitted) << "to the last minute";
    now = now + 1min;
    EXPECT_TRUE(hasFallenToDuty(named, now));
    EXPECT_EQ(refusal(otherAssessor, named, taking(named)), ErrorCode::NotPermitted) << "and not on duty";
    const auto elsewhere = worker("housing", "W028", "housing officer");
    EXPECT_EQ(refusal(elsewhere, named, move(named, ReferralState::Accepted, elsewhere), kOnDuty),
              ErrorCode::NotPermitted)
        << "on duty at another agency";
    EXPECT_TRUE(ask(assessor, named, move(named, ReferralState::Accepted, assessor), kAddressed)) << "hers as well";
    const auto inHand = taken(otherAssessor, named, taking(named), kOnDuty);
    EXPECT_EQ(inHand.fields.get(referral::kAcceptedBy), otherAssessor.worker);
    EXPECT_FALSE(hasFallenToDuty(inHand, now));
    EXPECT_EQ(refusal(assessor, inHand, move(inHand, ReferralState::Accepted, assessor), kAddressed),
              ErrorCode::WrongState)
        << "one has it";
    EXPECT_TRUE(ask(otherAssessor, inHand, move(inHand, ReferralState::Completed, otherAssessor, "Rail fitted")))
        << "whoever took it has it in hand, on duty or not";
}

TEST_F(ReferralRules, WhoeverIsOnDutyLeavesAloneWhatSomebodyHasInHand) {
    const auto inHand = accepted(sent("W001"));
    now = now + 24h * 30;
    EXPECT_FALSE(hasFallenToDuty(inHand, now));
    EXPECT_EQ(refusal(otherAssessor, inHand, move(inHand, ReferralState::Completed, otherAssessor),
                      Relationships{false, false, true}),
              ErrorCode::NotPermitted);
}

TEST_F(ReferralRules, WithoutAMoveTheReceiverHasNothingToSay) {
    const auto record = accepted(sent());
    const auto rewrite = edited(record, [](FieldSet& f) { f.put(referral::kAnswer, "I never said Thursday"s); });
    EXPECT_EQ(refusal(assessor, record, rewrite, kAddressed), ErrorCode::WrongState);
    const auto early = edited(record, [](FieldSet& f) {
        f.put(referral::kState, "started"s);
        f.put(referral::kOutcome, "done already"s);
    });
    EXPECT_EQ(refusal(assessor, record, early, kAddressed), ErrorCode::WrongState);
    const auto handOver = edited(record, [](FieldSet& f) {
        f.put(referral::kState, "started"s);
        f.put(referral::kAcceptedBy, WorkerId{"W002"});
    });
    EXPECT_EQ(refusal(otherAssessor, record, handOver, kAddressed), ErrorCode::WrongState);
}

TEST_F(ReferralRules, WithinOneAgencyTheSenderSendsAndAColleagueAnswers) {
    auto fields = request();
    fields.put(referral::kToAgency, nurse.agency);
    const auto record = taken(nurse, std::nullopt, creation(nurse, RecordType::Referral, fields));
    EXPECT_EQ(sideOf(nurse, record), ReferralSide::Sender);
    EXPECT_EQ(sideOf(colleague, record), ReferralSide::Receiver);
    EXPECT_EQ(sideOf(assessor, record), std::nullopt);
    EXPECT_EQ(refusal(nurse, record, move(record, ReferralState::Accepted, nurse)), ErrorCode::NotPermitted);
    EXPECT_TRUE(ask(colleague, record, move(record, ReferralState::Accepted, colleague)));
    EXPECT_TRUE(ask(nurse, record, move(record, ReferralState::Withdrawn, nurse)));
}

// Whom it waits for its state says; since when, its home.
TEST_F(ReferralRules, ItSaysSinceWhenItWaits) {
    auto record = sent();
    EXPECT_EQ(record.fields.get(referral::kWaitsSince), now);
    const auto arrived = now;
    now = now + 3h;
    record = taken(assessor, record,
                   edited(record,
                          [&](FieldSet& f) {
                              f.put(referral::kSeenBy, assessor.worker);
                              f.put(referral::kSeenAt, now);
                          }),
                   kAddressed);
    EXPECT_EQ(record.fields.get(referral::kWaitsSince), arrived) << "to be seen is no answer";
    const auto asking = edited(record, [&](FieldSet& f) {
        f.put(referral::kState, "info-asked"s);
        f.put(referral::kAnsweredBy, assessor.worker);
        f.put(referral::kAnswer, "Is there a rail?"s);
        f.put(referral::kWaitsSince, now + 240h);
    });
    record = taken(assessor, record, asking, kAddressed);
    EXPECT_EQ(record.fields.get(referral::kWaitsSince), now) << "by the home's clock";
    EXPECT_FALSE(ask(assessor, record, asking, kAddressed)->changed);
}

// She asked on Friday, was answered on Tuesday: those days were not hers to answer in.
TEST_F(ReferralRules, TheClockStandsStillWhileTheSenderIsAsked) {
    auto record = sent();
    const auto due = record.fields.get(referral::kAnswerBy);
    now = now + 1h;
    record = taken(assessor, record, move(record, ReferralState::InfoAsked, assessor, "Is there a rail?"), kAddressed);
    EXPECT_EQ(record.fields.get(referral::kAnswerBy), due);
    now = now + 96h;
    record = taken(nurse, record, edited(record, [](FieldSet& f) { f.put(referral::kState, "under-review"s); }));
    EXPECT_EQ(record.fields.get(referral::kAnswerBy), due + 96h);
    const auto longer = edited(record, [&](FieldSet& f) { f.put(referral::kAnswerBy, now + 999h); });
    EXPECT_EQ(refusal(nurse, record, longer), ErrorCode::Immutable) << "nobody else sets it";
}

// What is said once

TEST_F(ReferralRules, TheFirstContactIsSaidByWhoHasItOnceAndNeverInTheFuture) {
    const auto met = [&](const Record& on, WallTime at) {
        return edited(on, [&](FieldSet& f) { f.put(referral::kFirstContactAt, at); });
    };
    const auto record = accepted(sent());
    const auto arrived = record.fields.get(referral::kArrivedAt);
    EXPECT_EQ(refusal(otherAssessor, record, met(record, now), kAddressed), ErrorCode::NotPermitted);
    EXPECT_EQ(refusal(nurse, record, met(record, now)), ErrorCode::NotPermitted) << "the receiver's to say";
    now = now + 24h;
    EXPECT_EQ(taken(assessor, record, met(record, now + 24h), kAddressed).fields.get(referral::kFirstContactAt), now);
    EXPECT_EQ(taken(assessor, record, met(record, arrived + -48h), kAddressed).fields.get(referral::kFirstContactAt),
              arrived)
        << "nobody met her about it before it came";
    const auto once = taken(assessor, record, met(record, now), kAddressed);
    now = now + 24h;
    EXPECT_FALSE(ask(assessor, once, met(once, now), kAddressed)->changed);
    // She did ring, though it was withdrawn meanwhile.
    const auto withdrawn = taken(nurse, record, move(record, ReferralState::Withdrawn, nurse));
    EXPECT_TRUE(ask(assessor, withdrawn, met(record, now), kAddressed));
}

TEST_F(ReferralRules, TheLoopIsClosedByWhoAskedAndByNobodyElse) {
    const auto read = [&](const Record& on, const Principal& by, const WorkerId& named) {
        (void)by;
        return edited(on, [&](FieldSet& f) {
            f.put(referral::kOutcomeReadBy, named);
            f.put(referral::kOutcomeReadAt, now);
        });
    };
    const auto open = accepted(sent());
    EXPECT_EQ(refusal(nurse, open, read(open, nurse, nurse.worker)), ErrorCode::WrongState) << "nothing to read yet";
    const auto done = taken(assessor, open, move(open, ReferralState::Completed, assessor, "Rail fitted"), kAddressed);
    EXPECT_EQ(refusal(colleague, done, read(done, colleague, colleague.worker)), ErrorCode::NotPermitted);
    EXPECT_EQ(refusal(assessor, done, read(done, assessor, assessor.worker), kAddressed), ErrorCode::NotPermitted);
    EXPECT_EQ(refusal(nurse, done, read(done, nurse, colleague.worker)), ErrorCode::Missing) << "in her own name";
    const auto closed = taken(nurse, done, read(done, nurse, nurse.worker));
    EXPECT_EQ(closed.fields.get(referral::kOutcomeReadBy), nurse.worker);
    const auto manager = worker("community_trust", "W017", "team manager");
    EXPECT_TRUE(ask(manager, done, read(done, manager, manager.worker)));
    EXPECT_FALSE(ask(manager, closed, read(closed, manager, manager.worker))->changed) << "the first stands";
    // The receiver does not say for the sender that it was read.
    const auto slipped = edited(open, [&](FieldSet& f) {
        f.put(referral::kState, "completed"s);
        f.put(referral::kOutcome, "Rail fitted"s);
        f.put(referral::kOutcomeReadBy, assessor.worker);
        f.put(referral::kOutcomeReadAt, now);
    });
    EXPECT_EQ(refusal(assessor, open, slipped, kAddressed), ErrorCode::NotPermitted);
}

class MessageRules : public ReferralRules {
protected:
    [[nodiscard]] Intent message(const Principal& from, const std::string& toAgency,
                                 const std::string& text = "A rail?") {
        FieldSet f;
        f.put(referral_message::kReferral, ids.random<RecordId>());
        f.put(referral_message::kText, text);
        f.put(referral_message::kToAgency, AgencyId{toAgency});
        auto intent = creation(from, RecordType::ReferralMessage, f);
        intent.home = nurse.agency;
        return intent;
    }
};

TEST_F(MessageRules, AMessageIsWrittenOnceAndNeverChanged) {
    const auto record = taken(assessor, std::nullopt, message(assessor, "community_trust"), kAddressed);
    const auto change = edited(record, [](FieldSet& f) { f.put(referral_message::kText, "No rail"s); });
    EXPECT_EQ(refusal(nurse, record, change), ErrorCode::Immutable);
    EXPECT_EQ(refusal(assessor, record, change, {true, true}), ErrorCode::Immutable) << "nor by who wrote it";
    EXPECT_EQ(refusal(otherAssessor, record, change, {true, true}), ErrorCode::NotPermitted);
    EXPECT_EQ(refusal(nurse, std::nullopt, message(nurse, "council", " ")), ErrorCode::Missing);
    EXPECT_EQ(refusal(nurse, std::nullopt, message(nurse, "")), ErrorCode::Missing);
}

// Found by fuzzing: its writer, at a partner's, was told that they have nothing to do with it.
TEST_F(MessageRules, OneThatComesAgainIsKnown) {
    const auto intent = message(assessor, "community_trust");
    const auto record = taken(assessor, std::nullopt, intent, kAddressed);
    const auto again = ask(assessor, record, intent, kAddressed);
    ASSERT_TRUE(again);
    EXPECT_FALSE(again->changed);
    EXPECT_EQ(refusal(otherAssessor, record, intent, kAddressed), ErrorCode::NotPermitted) << "another's";
}

// Nobody's words stand unread without their author seeing it: who they are to says so once, and no one for them.
TEST_F(MessageRules, ItIsReadOnceByWhomItIsTo) {
    const auto toDuty = taken(nurse, std::nullopt, message(nurse, "council"));
    const auto readBy = [this](const Record& record, const Principal& by) {
        return edited(record, [&](FieldSet& f) {
            f.put(referral_message::kReadBy, by.worker);
            f.put(referral_message::kReadAt, WallTime{1});
        });
    };
    EXPECT_EQ(refusal(nurse, toDuty, readBy(toDuty, nurse)), ErrorCode::NotPermitted) << "its author";
    EXPECT_EQ(refusal(assessor, toDuty, readBy(toDuty, otherAssessor), kAddressed), ErrorCode::NotPermitted);
    const auto read = taken(assessor, toDuty, readBy(toDuty, assessor), kAddressed);
    EXPECT_EQ(refusal(otherAssessor, read, readBy(read, otherAssessor), kAddressed), ErrorCode::Immutable);
    EXPECT_EQ(read.author, nurse.worker) << "who reads it did not write it";
    EXPECT_EQ(read.authorAgency, nurse.agency);

    FieldSet named;
    named.put(referral_message::kReferral, ids.random<RecordId>());
    named.put(referral_message::kText, "A rail?"s);
    named.put(referral_message::kToAgency, AgencyId{"council"});
    named.put(referral_message::kToWorker, assessor.worker);
    const auto toOne = taken(nurse, std::nullopt, creation(nurse, RecordType::ReferralMessage, named));
    EXPECT_EQ(refusal(otherAssessor, toOne, readBy(toOne, otherAssessor), kAddressed), ErrorCode::NotPermitted);
    EXPECT_TRUE(ask(assessor, toOne, readBy(toOne, assessor), kAddressed));
    named.put(referral_message::kReadBy, assessor.worker);
    EXPECT_EQ(refusal(nurse, std::nullopt, creation(nurse, RecordType::ReferralMessage, named)), ErrorCode::WrongState)
        << "nobody has read a new one";
}

// Otherwise a partner could have the sender's server carry words to a third agency.
TEST_F(MessageRules, APartnerWritesToTheSenderAlone) {
    EXPECT_EQ(refusal(assessor, std::nullopt, message(assessor, "housing"), kAddressed), ErrorCode::NotPermitted);
    EXPECT_EQ(refusal(assessor, std::nullopt, message(assessor, "community_trust")), ErrorCode::NotPermitted)
        << "without a relationship to the person";
    EXPECT_TRUE(ask(assessor, std::nullopt, message(assessor, "community_trust"), {true, false}));
}

} // namespace
} // namespace frontsheet
