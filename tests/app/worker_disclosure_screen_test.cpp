// What one worker was sent and has read, as a governance lead looks at it.
#include "core/domain/evidence.h"
#include "tests/app/app_fixture.h"
#include "tests/app/support/evidence_town.h"
#include "tests/app/support/screens.h"

#include <gmock/gmock.h>

namespace frontsheet::testing {
namespace {

using ::testing::HasSubstr;

class WorkerDisclosureScreen : public AppTest {
protected:
    explicit WorkerDisclosureScreen(Principal who = Kitley::governance())
        : m_screens(std::move(who)), town(m_screens.kitley) {
        m_screens.kitley.agree();
        m_screens.kitley.whoSaw = &town;
        m_screens.unlock();
        open("harbour", "W110");
    }
    WorkerDisclosureModel& model() { return *m_screens.app.workerDisclosure(); }
    void open(const char* agency, const char* worker) {
        model().open(QString::fromLatin1(agency), QString::fromLatin1(worker));
        m_screens.settle();
    }
    void fetch() {
        model().fetch();
        m_screens.settle();
    }
    QVariantMap row(int at) { return model().rows().value(at).toMap(); }

    Screens m_screens;
    EvidenceTown town;
};

TEST_F(WorkerDisclosureScreen, aLeadSeesWhatOneWorkerWasSentAndRead) {
    EXPECT_TRUE(town.asked.empty()) << "looking is written down, so it is nobody's default";
    EXPECT_EQ(model().workerName(), QStringLiteral("Bronwen Price"));
    EXPECT_EQ(model().badge().value("shortName").toString(), QStringLiteral("Harbour Health"));
    fetch();
    ASSERT_FALSE(town.asked.empty());
    EXPECT_EQ(town.asked[0].view, EvidenceView::Worker);
    EXPECT_EQ(town.asked[0].workerAgency, AgencyId{"harbour"});
    EXPECT_EQ(town.asked[0].worker, WorkerId{"W110"});
    EXPECT_TRUE(town.asked[0].person.isNull());
    EXPECT_EQ(town.asked[0].from, kKitleyNow + -std::chrono::hours{24 * 30});
    ASSERT_EQ(model().rows().size(), 6) << "all pages, put together; " << model().errorTitle().toStdString();
    EXPECT_EQ(row(0).value("who").toString(), QStringLiteral("Edith Hargreave"));
    EXPECT_EQ(row(0).value("personId").toString(), id(m_screens.kitley.edith));
    EXPECT_EQ(row(1).value("who").toString(), QStringLiteral("3 people")) << "more than one, by how many";
    EXPECT_TRUE(row(1).value("personId").toString().isEmpty());
    EXPECT_THAT(row(2).value("who").toString().toStdString(), HasSubstr("not held on this device"));
    EXPECT_FALSE(row(2).value("personId").toString().isEmpty()) << "their log can be asked for all the same";
    EXPECT_EQ(row(3).value("who").toString(), QStringLiteral("Something that your agency does not hold"));
    EXPECT_EQ(row(4).value("what").toString(), QStringLiteral("Opened in an emergency"));
    EXPECT_TRUE(row(4).value("attention").toBool());
    EXPECT_EQ(row(5).value("what").toString(), QStringLiteral("Looked at who saw what"));
    EXPECT_EQ(model().sum(),
              QStringLiteral("2 people by name. 64 records sent to their devices. Read 1 time. Printed or "
                             "saved to a file 1 time. 1 emergency access."));
    for (int at = 0; at < model().rows().size(); ++at) {
        EXPECT_FALSE(row(at).value("spoken").toString().isEmpty());
        EXPECT_FALSE(row(at).value("spoken").toString().startsWith(QLatin1Char(','))) << at;
    }
    EXPECT_THAT(model().logText().toStdString(), HasSubstr("whole to entry 900 of 913"));
}

TEST_F(WorkerDisclosureScreen, anotherSpanIsAnotherAsking) {
    fetch();
    const auto before = town.asked.size();
    model().setSpan(3);
    EXPECT_FALSE(model().fetched());
    EXPECT_TRUE(model().rows().isEmpty()) << "they were of another span";
    EXPECT_EQ(town.asked.size(), before) << "and nobody is asked by choosing";
    fetch();
    EXPECT_FALSE(town.asked[before].from.isKnown()) << "all there is";
    model().setSpan(0);
    fetch();
    EXPECT_EQ(town.asked.back().from, kKitleyNow + -std::chrono::hours{24 * 7});
    model().setSpan(7);
    EXPECT_EQ(model().span(), 0);
}

// An answer about one worker is never shown under another's name.
TEST_F(WorkerDisclosureScreen, whoeverIsChosenMeanwhileGetsNobodyElsesRows) {
    model().fetch();
    model().open(QStringLiteral("council"), QStringLiteral("W001"));
    m_screens.settle();
    EXPECT_TRUE(model().rows().isEmpty());
    EXPECT_FALSE(model().fetched());
    EXPECT_FALSE(model().busy());
    fetch();
    EXPECT_EQ(town.asked.back().worker, WorkerId{"W001"});
    open("council", "W001");
    EXPECT_TRUE(model().fetched()) << "opened again, it is as it was left";
}

TEST_F(WorkerDisclosureScreen, aWorkerIsFoundByNameRoleNumberOrAgency) {
    open("", "");
    EXPECT_TRUE(model().found().isEmpty()) << "nobody is listed before a letter is typed";
    const auto names = [&](const char* typed) {
        model().setSearch(QString::fromUtf8(typed));
        return all(model().found(), "name");
    };
    EXPECT_TRUE(names("bronwen").contains(QStringLiteral("Bronwen Price")));
    EXPECT_TRUE(names("pri bro").contains(QStringLiteral("Bronwen Price"))) << "in any order, by the beginnings";
    EXPECT_TRUE(names("w110").contains(QStringLiteral("Bronwen Price")));
    EXPECT_TRUE(names("harbour").contains(QStringLiteral("Bronwen Price")));
    EXPECT_FALSE(names("rice").contains(QStringLiteral("Bronwen Price")));
    EXPECT_TRUE(names("zzz").isEmpty());
    EXPECT_FALSE(model().foundText().isEmpty());
    EXPECT_TRUE(names("").isEmpty());
    EXPECT_TRUE(model().foundText().isEmpty());
}

TEST_F(WorkerDisclosureScreen, aRefusalAndSilenceAreSaid) {
    fetch();
    m_screens.kitley.whoSaw = nullptr;
    fetch();
    EXPECT_FALSE(model().errorTitle().isEmpty());
    EXPECT_EQ(model().rows().size(), 6) << "what was fetched stays";
    m_screens.kitley.whoSaw = &town;
    town.fails = ErrorCode::NotPermitted;
    open("council", "W001");
    fetch();
    EXPECT_FALSE(model().errorTitle().isEmpty());
    EXPECT_FALSE(model().fetched());
}

TEST_F(WorkerDisclosureScreen, aLockForgetsWhomAndWhat) {
    fetch();
    m_screens.app.lockNow();
    m_screens.settle();
    EXPECT_TRUE(model().workerName().isEmpty());
    EXPECT_TRUE(model().rows().isEmpty());
    EXPECT_TRUE(model().sum().isEmpty());
    EXPECT_FALSE(model().mine());
}

class WorkerDisclosureOfANurse : public WorkerDisclosureScreen {
protected:
    WorkerDisclosureOfANurse() : WorkerDisclosureScreen(Kitley::nurse()) {}
};

TEST_F(WorkerDisclosureOfANurse, IsNotOffered) {
    EXPECT_FALSE(model().mine());
    fetch();
    EXPECT_TRUE(town.asked.empty());
    model().setSearch(QStringLiteral("bronwen"));
    EXPECT_TRUE(model().found().isEmpty());
    EXPECT_TRUE(model().rows().isEmpty());
}

} // namespace
} // namespace frontsheet::testing
