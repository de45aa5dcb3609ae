// Referrals on the screens: the true state and the clock, and an answer that comes back.
#include "core/domain/schema/referral.h"
#include "tests/app/app_fixture.h"
#include "tests/app/support/screens.h"
#include "tests/app/support/silent_homes.h"

#include <atomic>

namespace frontsheet::testing {
namespace {

class ReferralScreens : public AppTest {
protected:
    ReferralScreens() { m_screens.unlock(); }

    TrackModel& track() { return *m_screens.app.track(); }
    QString headline() { return track().page().value("headline").toString(); }
    QString chip() { return track().page().value("chip").toMap().value("text").toString(); }
    std::string stored(const RecordId& referral, const TextField& field) {
        const auto found = m_screens.kitley.store.record(referral);
        return (*found)->record.fields.get(field);
    }

    Screens m_screens;
};

TEST_F(ReferralScreens, theSenderReadsWhoHasItInTheirWords) {
    track().open(id(m_screens.kitley.bathReferral));
    m_screens.settle();
    EXPECT_EQ(headline(), QStringLiteral("Sam Whitlock has this"));
    EXPECT_EQ(chip(), QStringLiteral("Accepted"));
    EXPECT_EQ(track().page().value("main").toMap().value("number").toString(), QStringLiteral("01632 960 143"));
    EXPECT_EQ(all(track().stages(), "title"), (QStringList{"Written", "Sent", "Seen", "Accepted by Sam Whitlock",
                                                           "First contact with them", "Finished, with an outcome"}));
    EXPECT_EQ(all(track().messages(), "author"), (QStringList{"Sam Whitlock", "You"}));
    EXPECT_FALSE(track().mayAccept()) << "it is not hers to accept";
    EXPECT_TRUE(track().mayWithdraw());
}

// From the nurse of the hospital at home to the community nurse, both of one agency.
TEST_F(ReferralScreens, WhatAColleagueSentIsAnsweredLikeAnybodys) {
    auto& kitley = m_screens.kitley;
    Record colleagues = (*kitley.store.record(kitley.fallsReferral))->record;
    colleagues.id = kitley.ids.random<RecordId>();
    colleagues.home = AgencyId{"harbour"};
    colleagues.person = kitley.edith;
    colleagues.fields.put(referral::kFromWorker, WorkerId{"W112"});
    kitley.store.hold(colleagues);
    m_screens.app.refresh();
    m_screens.settle();
    const auto row = [&] { return find(m_screens.app.referrals()->waiting(), "id", id(colleagues.id), "other"); };
    EXPECT_EQ(row(), QStringLiteral("Nadia Rahman")) << "whom it is from";
    track().open(id(colleagues.id));
    m_screens.settle();
    EXPECT_EQ(headline(), QStringLiteral("This waits for you"));
    EXPECT_EQ(chip(), QStringLiteral("New"));
    EXPECT_EQ(track().page().value("main").toMap().value("number").toString(), QStringLiteral("01632 960 214"))
        << "rings who sent it";
    ASSERT_TRUE(track().mayAccept());
    EXPECT_FALSE(track().mayWithdraw());
    track().answer(TrackModel::Reply::Accept, QStringLiteral("Tomorrow at ten"));
    m_screens.settle();
    EXPECT_EQ(stored(colleagues.id, referral::kState), "accepted");
    EXPECT_EQ(headline(), QStringLiteral("You have this"));
    EXPECT_TRUE(track().mayNoteContact());
}

TEST_F(ReferralScreens, AConcernSaysThatItIsOneAndComesFirst) {
    auto& kitley = m_screens.kitley;
    Record concern = (*kitley.store.record(kitley.fallsReferral))->record;
    concern.id = kitley.ids.random<RecordId>();
    concern.category = Category::Safeguarding;
    concern.fields.put(referral::kNeed, std::string{"Bruises on both wrists"});
    concern.fields.put(referral::kAnswerBy, kitley.clock.now() + std::chrono::hours{24 * 30});
    kitley.store.hold(concern);
    m_screens.app.refresh();
    m_screens.settle();
    EXPECT_EQ(m_screens.app.referrals()->waiting().constFirst().toMap().value("need").toString(),
              QStringLiteral("Safeguarding concern: Bruises on both wrists"))
        << "whatever the hour by which the rest is due";
    track().open(id(concern.id));
    m_screens.settle();
    EXPECT_TRUE(track().page().value("concern").toBool());
    ASSERT_TRUE(track().mayReview());
    track().answer(TrackModel::Reply::StartReview, {});
    m_screens.settle();
    EXPECT_EQ(stored(concern.id, referral::kState), "under-review") << "who raised it sees that somebody looks";
    EXPECT_FALSE(track().mayReview());
}

// A question that the other side wrote waits on Today, stands first on the referral's page, and goes once it was shown.
TEST_F(ReferralScreens, whatTheOtherSideWroteWaitsOnTodayUntilItIsShown) {
    auto& kitley = m_screens.kitley;
    Record asks;
    asks.id = kitley.ids.random<RecordId>();
    asks.type = RecordType::ReferralMessage;
    asks.home = AgencyId{"harbour"};
    asks.person = kitley.edith;
    asks.category = Category::Referral;
    asks.version.n = 1;
    asks.author = WorkerId{"W020"};
    asks.authorAgency = AgencyId{"council"};
    asks.fields.put(referral_message::kReferral, kitley.bathReferral);
    asks.fields.put(referral_message::kText, std::string{"Thursday or Friday?"});
    asks.fields.put(referral_message::kToAgency, AgencyId{"harbour"});
    asks.fields.put(referral_message::kToWorker, WorkerId{"W110"});
    kitley.store.hold(asks);
    const auto today = [this] {
        m_screens.app.refresh();
        m_screens.settle();
        return m_screens.app.messages()->unread();
    };
    const auto waiting = today();
    ASSERT_EQ(all(waiting, "referralId").count(id(kitley.bathReferral)), 1);
    EXPECT_EQ(find(waiting, "referralId", id(kitley.bathReferral), "from"), QStringLiteral("Sam Whitlock"));
    track().open(id(kitley.bathReferral));
    m_screens.settle();
    EXPECT_EQ(all(today(), "referralId").count(id(kitley.bathReferral)), 1) << "opened, and not on the screen yet";
    EXPECT_EQ(find(track().messages(), "text", QStringLiteral("Thursday or Friday?"), "fresh"), QStringLiteral("true"));
    ASSERT_TRUE(track().unread());
    track().readMessages();
    m_screens.settle();
    EXPECT_EQ(all(today(), "referralId").count(id(kitley.bathReferral)), 0);
    EXPECT_EQ(stored(asks.id, referral_message::kText), "Thursday or Friday?");
    EXPECT_EQ(find(track().messages(), "text", QStringLiteral("Thursday or Friday?"), "fresh"), QStringLiteral("true"))
        << "it stays in sight while the page is open";
}

TEST_F(ReferralScreens, declinedGivesTheReasonAndWhereToGo) {
    track().open(id(m_screens.kitley.memoryReferral));
    m_screens.settle();
    EXPECT_EQ(chip(), QStringLiteral("Declined, with a suggestion"));
    EXPECT_EQ(track().page().value("suggestion").toString(), QStringLiteral("Ring Dr Hale there, 01632 960 270."));
    EXPECT_EQ(track().page().value("under").toString(),
              QStringLiteral("Already under the hospital memory clinic since May."));
    EXPECT_FALSE(track().mayWithdraw());
}

TEST_F(ReferralScreens, nobodyAnsweredIsAmberAndCounted) {
    const QVariantList waiting = m_screens.app.today()->unanswered();
    const QString overdue = find(waiting, "need", QStringLiteral("Falls clinic"), "id");
    ASSERT_FALSE(overdue.isEmpty());
    track().open(overdue);
    m_screens.settle();
    EXPECT_EQ(chip(), QStringLiteral("No answer yet"));
    const QVariantMap clock = track().page().value("clock").toMap();
    EXPECT_TRUE(clock.value("late").toBool());
    EXPECT_EQ(clock.value("words").toString(), QStringLiteral("1 working day overdue"));
    EXPECT_EQ(clock.value("used").toDouble(), 1.0);
}

TEST_F(ReferralScreens, whatAsksMeSomethingStandsFirstAndIsAnswered) {
    const QVariantList answers = m_screens.app.today()->answers();
    ASSERT_FALSE(answers.isEmpty());
    EXPECT_EQ(answers.constFirst().toMap().value("need").toString(), QStringLiteral("Befriending"));
    EXPECT_TRUE(answers.constFirst().toMap().value("needsMyAnswer").toBool());
    EXPECT_EQ(m_screens.app.referrals()->needingMe(), 3) << "one to answer, one that asks, one to read";
    track().open(id(m_screens.kitley.befriendReferral));
    m_screens.settle();
    ASSERT_TRUE(track().mayGiveInformation());
    track().giveInformation(QStringLiteral("Yes, with somebody's arm."));
    m_screens.settle();
    EXPECT_EQ(stored(m_screens.kitley.befriendReferral, referral::kState), "under-review");
    EXPECT_FALSE(track().mayGiveInformation());
    EXPECT_EQ(track().messages().constLast().toMap().value("text").toString(),
              QStringLiteral("Yes, with somebody's arm."));
    EXPECT_TRUE(m_screens.until([&] { return m_screens.app.referrals()->needingMe() == 2; }));
}

TEST_F(ReferralScreens, openingOneAsItsReceiverTellsTheSenderThatItWasSeen) {
    const RecordId referral = m_screens.kitley.fallsReferral;
    EXPECT_TRUE(stored(referral, TextField{referral::kSeenBy}).empty());
    track().open(id(referral));
    m_screens.settle();
    const auto found = m_screens.kitley.store.record(referral);
    EXPECT_EQ((*found)->record.fields.get(referral::kSeenBy), WorkerId{"W110"});
    EXPECT_TRUE((*found)->waiting) << "on its way to the sender's server";
    EXPECT_EQ(headline(), QStringLiteral("This waits for you"));
    EXPECT_TRUE(track().mayAccept());
    EXPECT_TRUE(track().mayAsk());
    EXPECT_TRUE(track().mayDecline());
    EXPECT_FALSE(track().mayComplete());
}

TEST_F(ReferralScreens, acceptedFinishedAndTheOutcomeIsInTheRecord) {
    const RecordId referral = m_screens.kitley.fallsReferral;
    track().open(id(referral));
    m_screens.settle();
    track().answer(TrackModel::Accept, QStringLiteral("I will come on Thursday morning."));
    m_screens.settle();
    ASSERT_TRUE(track().errorTitle().isEmpty()) << track().errorTitle().toStdString();
    EXPECT_EQ(headline(), QStringLiteral("You have this"));
    EXPECT_EQ(stored(referral, referral::kAnswer), "I will come on Thursday morning.");
    EXPECT_TRUE(m_screens.until([&] { return m_screens.app.referrals()->waiting().isEmpty(); }));
    EXPECT_EQ(all(m_screens.app.referrals()->taken(), "need"), QStringList{"Leg ulcer, dressing twice a week"});
    track().answer(TrackModel::Complete, QStringLiteral("Healed on 30 September."));
    m_screens.settle();
    EXPECT_EQ(chip(), QStringLiteral("Finished"));
    EXPECT_EQ(stored(referral, referral::kOutcome), "Healed on 30 September.");
    EXPECT_TRUE(track().errorTitle().isEmpty()) << track().errorTitle().toStdString();
}

TEST_F(ReferralScreens, decliningNeedsAReason) {
    track().open(id(m_screens.kitley.fallsReferral));
    m_screens.settle();
    track().answer(TrackModel::Decline, {});
    m_screens.settle();
    EXPECT_FALSE(track().errorTitle().isEmpty());
    EXPECT_EQ(stored(m_screens.kitley.fallsReferral, referral::kState), "sent");
}

// Its home, the council, has not answered for days.
class CoveredReferral : public AppTest {
protected:
    CoveredReferral() {
        const WallTime since = m_screens.kitley.clock.now() + -std::chrono::hours{50};
        m_homes.silent = {{AgencyId{"council"}, LeaseState::ReasonNeeded, since}};
        m_screens.kitley.leases = &m_homes;
        m_screens.kitley.store.leaseOf = [this](const Record& record) { return m_homes.of(record); };
        m_screens.unlock();
    }
    TrackModel& track() { return *m_screens.app.track(); }
    QString covered(const char* key) { return track().covered().value(QString::fromLatin1(key)).toString(); }

    SilentHomes m_homes;
    Screens m_screens;
};

TEST_F(CoveredReferral, openedFromAListItSaysWhyAndWhatToDo) {
    const auto referral = m_screens.kitley.fallsReferral;
    EXPECT_EQ(find(m_screens.app.referrals()->waiting(), "id", id(referral), "need"),
              QStringLiteral("Leg ulcer, dressing twice a week"))
        << "lists lead to it";
    track().open(id(referral));
    m_screens.settle();
    ASSERT_TRUE(track().isCovered());
    EXPECT_EQ(covered("state"), QStringLiteral("reason"));
    EXPECT_EQ(covered("title"), QStringLiteral("Opens with a reason"));
    EXPECT_TRUE(covered("text").startsWith(QStringLiteral("This tablet has not heard from Kitley Council since")))
        << covered("text").toStdString();
    EXPECT_TRUE(covered("text").contains(QStringLiteral("Connect, or say why you need what it shared.")));
    EXPECT_FALSE(covered("number").isEmpty()) << "whom to ring stays";
    EXPECT_EQ(track().need(), QStringLiteral("Leg ulcer, dressing twice a week")) << "as the list says";
    EXPECT_FALSE(track().personId().isEmpty()) << "the reason is about a person";
    EXPECT_TRUE(track().errorTitle().isEmpty()) << "it is no fault";
    EXPECT_FALSE(track().loaded());
    EXPECT_FALSE(track().mayAccept());
    EXPECT_TRUE(track().messages().isEmpty());
}

TEST_F(CoveredReferral, aReasonOpensItHere) {
    track().open(id(m_screens.kitley.fallsReferral));
    m_screens.settle();
    FrontSheetModel& sheet = *m_screens.app.frontSheet();
    sheet.open(track().personId());
    m_screens.settle();
    sheet.openWithReason(covered("home"), QStringLiteral("I am on my way to a visit"));
    m_screens.settle();
    ASSERT_EQ(m_homes.reasons.size(), 1U);
    track().open(track().referralId());
    m_screens.settle();
    EXPECT_FALSE(track().isCovered());
    EXPECT_TRUE(track().loaded());
    EXPECT_TRUE(track().mayAccept());
    EXPECT_TRUE((*m_screens.kitley.store.record(m_screens.kitley.fallsReferral))->waiting) << "now it was seen";
}

TEST_F(CoveredReferral, pastTheHardLimitAPageThatIsOpenShowsNothingOfItAnyMore) {
    m_homes.silent.clear();
    track().open(id(m_screens.kitley.bathReferral)); // the trust's own
    m_screens.settle();
    EXPECT_TRUE(track().loaded());
    track().open(id(m_screens.kitley.befriendReferral));
    m_screens.settle();
    const WallTime since = m_screens.kitley.clock.now() + -std::chrono::hours{200};
    const auto home = (*m_screens.kitley.store.record(m_screens.kitley.befriendReferral))->record.home;
    m_homes.silent = {{home, LeaseState::Hidden, since}};
    track().refresh();
    m_screens.settle();
    ASSERT_TRUE(track().isCovered());
    EXPECT_EQ(covered("state"), QStringLiteral("hidden"));
    EXPECT_TRUE(covered("text").contains(QStringLiteral("Connect to see it again.")));
    EXPECT_TRUE(track().need().isEmpty());
    EXPECT_TRUE(track().personName().isEmpty());
    EXPECT_TRUE(track().page().value("asked").toString().isEmpty());
    EXPECT_TRUE(track().messages().isEmpty());
    EXPECT_TRUE(track().stages().isEmpty());
}

// Why one is covered may be found when somebody looks at another already.
TEST_F(CoveredReferral, whatCoversOneIsNotShownForAnother) {
    const QString another = id(m_screens.kitley.bathReferral); // the trust's own, and not covered
    const auto looked = QObject::connect(&track(), &TrackModel::changed, &track(), [&] {
        EXPECT_FALSE(track().referralId() == another && track().isCovered()) << "not for a moment";
    });
    std::atomic<bool> turned = false;
    m_homes.whenAsked = [&] { // on the way to the answer
        if (!turned.exchange(true)) {
            QMetaObject::invokeMethod(
                &track(), [&] { track().open(another); }, Qt::QueuedConnection);
        }
    };
    track().open(id(m_screens.kitley.fallsReferral));
    ASSERT_TRUE(m_screens.until([&] { return turned.load(); }));
    m_screens.settle();
    QObject::disconnect(looked);
    EXPECT_EQ(track().referralId(), another);
    EXPECT_FALSE(track().isCovered());
    EXPECT_TRUE(track().loaded());
}

class Composing : public AppTest {
protected:
    Composing() {
        m_screens.unlock();
        m_screens.app.compose()->open(id(m_screens.kitley.edith));
        m_screens.settle();
    }
    ComposeModel& compose() { return *m_screens.app.compose(); }
    Screens m_screens;
};

TEST_F(Composing, thePracticesNamedAssessorStandsFirstAndIsChosen) {
    ASSERT_FALSE(compose().receivers().isEmpty());
    EXPECT_EQ(compose().receivers().constFirst().toMap().value("title").toString(),
              QStringLiteral("Ruth Okafor, social work assessor"));
    EXPECT_EQ(compose().receiver(), 0);
    EXPECT_EQ(compose().promise(),
              QStringLiteral("Ruth Okafor answers within 2 working days. If not, your Today says so."));
}

TEST_F(AppTest, nobodyRefersToThemselves) {
    Screens screens(Kitley::assessor());
    screens.unlock();
    screens.app.compose()->open(id(screens.kitley.edith));
    screens.settle();
    for (const QVariant& receiver : screens.app.compose()->receivers()) {
        EXPECT_NE(receiver.toMap().value("title").toString(), QStringLiteral("Ruth Okafor, social work assessor"));
    }
}

TEST_F(Composing, withoutANeedNothingIsSent) {
    compose().send();
    m_screens.settle();
    EXPECT_EQ(compose().needFault(), QStringLiteral("Say in a line what is needed."));
    EXPECT_EQ(m_screens.kitley.store.saves(), 0U);
}

TEST_F(Composing, aConcernGoesToWhereConcernsAreTakenAndNowhereElse) {
    compose().setNeed(QStringLiteral("Her grandson has her bank card"));
    compose().setConcern(true);
    m_screens.settle();
    EXPECT_EQ(all(compose().receivers(), "title"),
              (QStringList{"Concerns about an adult at risk", "Concerns about somebody's mental health"}));
    EXPECT_EQ(compose().receiver(), -1) << "whom it concerns is the worker's to say";
    EXPECT_EQ(compose().need(), QStringLiteral("Her grandson has her bank card")) << "what was typed stays";
    compose().send();
    m_screens.settle();
    EXPECT_FALSE(compose().receiverFault().isEmpty());
    EXPECT_EQ(m_screens.kitley.store.saves(), 0U);
    compose().setReceiver(0);
    QString made;
    QObject::connect(&compose(), &ComposeModel::sent, [&](const QString& referral) { made = referral; });
    compose().send();
    m_screens.settle();
    ASSERT_FALSE(made.isEmpty()) << compose().errorTitle().toStdString();
    const auto sent = m_screens.kitley.store.record(RecordId::fromHex(made.toStdString()).value()).value()->record;
    EXPECT_EQ(sent.category, Category::Safeguarding);
    EXPECT_EQ(sent.fields.get(referral::kToAgency), AgencyId{"council"});
    EXPECT_EQ(sent.fields.get(referral::kToService), ServiceId{"SVC03"});
    EXPECT_TRUE(sent.fields.text(referral::kDespiteObjection).empty()) << "nobody objected";
    compose().open(id(m_screens.kitley.edith));
    m_screens.settle();
    EXPECT_FALSE(compose().concern()) << "the next is a referral again";
}

TEST_F(Composing, sentOnceIsQueuedOnceAndSaysWhereItStands) {
    QString made;
    QObject::connect(&compose(), &ComposeModel::sent, [&](const QString& referral) { made = referral; });
    compose().setNeed(QStringLiteral("A second stair rail"));
    compose().setReason(QStringLiteral("Goes down on her bottom."));
    compose().send();
    compose().send(); // a second press of the same button
    m_screens.settle();
    ASSERT_FALSE(made.isEmpty());
    EXPECT_EQ(m_screens.kitley.store.saves(), 1U);
    m_screens.app.track()->open(made);
    m_screens.settle();
    EXPECT_EQ(m_screens.app.track()->page().value("chip").toMap().value("text").toString(),
              QStringLiteral("Queued on this tablet"));
    EXPECT_EQ(m_screens.app.track()->page().value("headline").toString(), QStringLiteral("Kept safe on this tablet"));
    m_screens.kitley.deliverAll();
    m_screens.door.tellChanged();
    EXPECT_TRUE(m_screens.until([&] {
        return m_screens.app.track()->page().value("chip").toMap().value("text").toString() == QStringLiteral("Sent");
    }));
}

// Feedback stays on her Today until she says that it has reached her.
TEST_F(ReferralScreens, anOutcomeIsReadByWhoAskedAndTheLoopCloses) {
    const RecordId referral = m_screens.kitley.memoryReferral;
    EXPECT_EQ(all(m_screens.app.referrals()->toRead(), "need"), QStringList{"Memory clinic"});
    track().open(id(referral));
    m_screens.settle();
    ASSERT_TRUE(track().mayReadOutcome());
    EXPECT_EQ(track().page().value("waits").toString(),
              QStringLiteral("It stays on your Today until you say that you have read this."));
    track().outcomeRead();
    m_screens.settle();
    EXPECT_FALSE(track().mayReadOutcome());
    EXPECT_EQ(stored(referral, TextField{referral::kOutcomeReadBy}), "W110");
    EXPECT_TRUE(m_screens.until([&] { return m_screens.app.referrals()->toRead().isEmpty(); }));
    EXPECT_EQ(all(track().stages(), "title").constLast(), QStringLiteral("Read"));
}

TEST_F(ReferralScreens, oneThatHasEndedIsOpenedAgainWithAReason) {
    const RecordId referral = m_screens.kitley.memoryReferral;
    track().open(id(referral));
    m_screens.settle();
    ASSERT_TRUE(track().mayReopen());
    track().reopen(QStringLiteral("Not seen there since May after all."));
    m_screens.settle();
    EXPECT_EQ(stored(referral, referral::kState), "sent");
    EXPECT_TRUE(all(track().stages(), "title").contains(QStringLiteral("Opened again")));
    EXPECT_TRUE(track().mayWithdraw());
}

TEST_F(ReferralScreens, theReceiverPassesItOnToAnotherDeskAndSaysWhy) {
    const RecordId referral = m_screens.kitley.fallsReferral;
    track().open(id(referral));
    m_screens.settle();
    ASSERT_TRUE(track().mayPassOn());
    track().findDesks(TrackModel::OwnDesks, {});
    m_screens.settle();
    EXPECT_EQ(all(track().desks(), "title"), (QStringList{"Community nursing", "Hospital at home"}));
    track().findDesks(TrackModel::OwnDesks, QStringLiteral("hosp"));
    m_screens.settle();
    const auto desk = track().desks().constFirst().toMap();
    track().passOn(desk.value("service").toString(), desk.value("worker").toString(), {});
    m_screens.settle();
    EXPECT_FALSE(track().errorTitle().isEmpty()) << "without a reason it stays";
    track().passOn(desk.value("service").toString(), desk.value("worker").toString(),
                   QStringLiteral("Needs somebody twice a day."));
    m_screens.settle();
    EXPECT_EQ(stored(referral, TextField{referral::kToService}), "SVC05");
    EXPECT_EQ(stored(referral, referral::kRedirectedBecause), "Needs somebody twice a day.");
}

TEST_F(ReferralScreens, aDeclineMayNameAServiceOfTheDirectory) {
    const RecordId referral = m_screens.kitley.fallsReferral;
    track().open(id(referral));
    m_screens.settle();
    track().findDesks(TrackModel::OtherServices, QStringLiteral("occupational therapy"));
    m_screens.settle();
    ASSERT_FALSE(track().desks().isEmpty());
    EXPECT_EQ(track().desks().constFirst().toMap().value("title").toString(), QStringLiteral("Occupational therapy"));
    track().answer(TrackModel::Decline, QStringLiteral("It is not a wound."), {},
                   track().desks().constFirst().toMap().value("service").toString());
    m_screens.settle();
    EXPECT_EQ(stored(referral, TextField{referral::kSuggestedService}), "SVC12");
}

TEST_F(ReferralScreens, theFirstContactIsSaidOnceItIsAccepted) {
    const RecordId referral = m_screens.kitley.fallsReferral;
    track().open(id(referral));
    m_screens.settle();
    EXPECT_FALSE(track().mayNoteContact());
    track().answer(TrackModel::Accept, QStringLiteral("Thursday."));
    m_screens.settle();
    ASSERT_TRUE(track().mayNoteContact());
    track().noteContact(0, QStringLiteral("Rang her. She is glad of it."));
    m_screens.settle();
    EXPECT_FALSE(track().mayNoteContact());
    EXPECT_EQ(track().messages().constLast().toMap().value("text").toString(),
              QStringLiteral("Rang her. She is glad of it."));
}

TEST_F(ReferralScreens, overdueItIsSentToWhoeverIsOnDuty) {
    const QString overdue = find(m_screens.app.today()->unanswered(), "need", QStringLiteral("Falls clinic"), "id");
    track().open(overdue);
    m_screens.settle();
    const auto detour = track().page().value("detour").toMap();
    ASSERT_EQ(detour.value("action").toString(), QStringLiteral("Send it to the duty desk"));
    track().sendToDuty();
    m_screens.settle();
    EXPECT_TRUE(track().errorTitle().isEmpty()) << track().errorTitle().toStdString();
    const auto found = m_screens.kitley.store.record(*RecordId::fromHex(overdue.toStdString()));
    EXPECT_TRUE((*found)->record.fields.get(referral::kToWorker).empty());
    EXPECT_EQ((*found)->record.fields.get(referral::kRedirectedBecause), "Nobody answered in time.");
}

TEST_F(ReferralScreens, beforeItIsSentItIsSaidThatOneIsOpenAlready) {
    ComposeModel& compose = *m_screens.app.compose();
    compose.open(id(m_screens.kitley.edith), QStringLiteral("SVC11"), QStringLiteral("Somebody to sit with her"));
    m_screens.settle();
    ASSERT_FALSE(compose.cautions().isEmpty());
    const auto caution = compose.cautions().constFirst().toMap();
    EXPECT_EQ(caution.value("title").toString(), QStringLiteral("One to the same service is open already."));
    EXPECT_EQ(caution.value("referral").toString(), id(m_screens.kitley.befriendReferral));
    EXPECT_FALSE(caution.value("stops").toBool());
}

TEST_F(ReferralScreens, anotherAfterADeclinedOneSaysWhereItHasBeen) {
    ComposeModel& compose = *m_screens.app.compose();
    compose.openAfter(id(m_screens.kitley.memoryReferral));
    m_screens.settle();
    EXPECT_EQ(compose.need(), QStringLiteral("Memory clinic"));
    EXPECT_EQ(compose.reason(), QStringLiteral("Leaves the gas on. Asked me the same thing four times."));
    QString sent;
    QObject::connect(&compose, &ComposeModel::sent, &compose, [&](const QString& id) { sent = id; });
    compose.choose(QStringLiteral("SVC08"));
    m_screens.settle();
    compose.send();
    m_screens.settle();
    ASSERT_FALSE(sent.isEmpty()) << compose.receiverFault().toStdString() << compose.errorTitle().toStdString();
    track().open(sent);
    m_screens.settle();
    EXPECT_TRUE(all(track().stages(), "title").contains(QStringLiteral("Passed on once")))
        << all(track().stages(), "title").join(", ").toStdString();
    EXPECT_TRUE(m_screens.until([&] { return m_screens.app.referrals()->toRead().isEmpty(); }));
}

} // namespace
} // namespace frontsheet::testing
