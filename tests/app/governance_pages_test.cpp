// A governance lead's own pages: from what waits to what the log says of a worker and of a person, and back.
#include "tests/app/support/whole_pages.h"

namespace frontsheet::testing {
namespace {

class LeadPages : public WholePages {
protected:
    LeadPages() : WholePages(Kitley::governance()) {}
    void furnish(Kitley& kitley) override {
        WholePages::furnish(kitley);
        kitley.agree();
        kitley.eventfulNight();
    }
    void holds(const char* where) {
        controlsAreNamedAndFound(where);
        nothingIsCut(where);
    }
};

TEST_P(LeadPages, fromTheWorkListToWhatAWorkerWasSentAndReadAndOnToThePerson) {
    go("sharing");
    holds("the work list");
    press(QStringLiteral("What Ruth Okafor was sent and read"));
    ASSERT_EQ(page(), "workerDisclosure");
    EXPECT_TRUE(m_town->asked.empty()) << "looking is written down, so it is nobody's default";
    holds("a worker, before asking");
    press(QStringLiteral("Ask the server"));
    EXPECT_TRUE(reads(QStringLiteral("2 people by name.")));
    holds("a worker, answered");
    press(m_screens->app.workerDisclosure()->rows().constFirst().toMap().value("spoken").toString());
    holds("a worker, a row open");
    press(QStringLiteral("Who saw what about this person"));
    ASSERT_EQ(page(), "disclosure");
    EXPECT_EQ(m_screens->app.disclosure()->personId(), id(m_screens->kitley.edith));
    press(QStringLiteral("Back"));
    EXPECT_EQ(page(), "workerDisclosure");
    EXPECT_TRUE(m_screens->app.workerDisclosure()->fetched()) << "what was fetched is still there";
    press(QStringLiteral("Back"));
    EXPECT_EQ(page(), "sharing");
}

TEST_P(LeadPages, somebodyIsChosenFromTheDirectory) {
    go("sharing");
    press(
        QStringLiteral("What a worker was sent and read, Choose somebody from the directory. For one person's records, "
                       "open the person and then Who saw what."));
    ASSERT_EQ(page(), "workerDisclosure");
    holds("choosing");
    m_screens->app.workerDisclosure()->setSearch(QStringLiteral("social"));
    settle();
    holds("found");
    const auto found = m_screens->app.workerDisclosure()->found();
    ASSERT_FALSE(found.isEmpty());
    const QVariantMap first = found.constFirst().toMap();
    press(QStringList{first.value("name").toString(), first.value("role").toString(),
                      first.value("badge").toMap().value("shortName").toString()}
              .join(QStringLiteral(", ")));
    EXPECT_EQ(m_screens->app.workerDisclosure()->workerName(), first.value("name").toString());
    press(QStringLiteral("Somebody else"));
    EXPECT_TRUE(m_screens->app.workerDisclosure()->workerName().isEmpty());
}

TEST_P(LeadPages, thePersonsLogIsOneTouchFromTheWorkList) {
    go("sharing");
    QString row;
    for (const QVariant& part : m_screens->app.governance()->parts()) {
        for (const QVariant& one : part.toMap().value("rows").toList()) {
            if (row.isEmpty() && !one.toMap().value("about").toString().isEmpty()) {
                row = one.toMap().value("title").toString();
            }
        }
    }
    ASSERT_FALSE(row.isEmpty());
    press(QStringLiteral("Who saw what about %1").arg(row));
    EXPECT_EQ(page(), "disclosure");
    EXPECT_TRUE(m_town->asked.empty());
    holds("the person's log");
}

INSTANTIATE_TEST_SUITE_P(Rooms, LeadPages,
                         ::testing::Values(Room{"tabletWide", 1280, 800, Form::Tablet, 1},
                                           Room{"laptop", 1440, 900, Form::Laptop, 1},
                                           Room{"tabletTallDoubled", 800, 1280, Form::Tablet, 2}),
                         [](const auto& room) { return std::string{room.param.name}; });

} // namespace
} // namespace frontsheet::testing
