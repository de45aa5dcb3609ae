// What nobody means to type and somebody does, on the pages: it is shown whole or said in plain words, and what was typed is kept.
#include "core/domain/schema/registration.h"
#include "tests/app/support/plan_town.h"
#include "tests/app/support/whole_pages.h"

#include <span>
#include <string>

namespace frontsheet::testing {
namespace {

class BadInputPages : public WholePages {
protected:
    BadInputPages() : WholePages(Kitley::assessor()) {}
    void furnish(Kitley& kitley) override {
        WholePages::furnish(kitley);
        kitley.agree();
        m_edith = planEdith(kitley);
    }
    PlannedInKitley m_edith;
};

TEST_P(BadInputPages, anAddressOfFortyLinesLeavesThePageItsRoomAndStandsThereWhole) {
    std::string address;
    for (int line = 1; line <= 40; ++line) {
        address += "The house behind number " + std::to_string(line) + ", Lower Marsh Lane,\n";
    }
    auto& store = m_screens->kitley.store;
    const auto about = store.aboutPersons(std::span{&m_screens->kitley.beryl, 1});
    for (const auto& held : about.value()) {
        if (held.record.type == RecordType::Registration) {
            Record changed = held.record;
            changed.fields.put(registration::kAddress, address);
            store.hold(std::move(changed));
        }
    }
    call("openPerson", id(m_screens->kitley.beryl));
    const QQuickItem* banner = nullptr;
    walk(m_shell->window()->contentItem(), [&](QQuickItem* item) {
        banner = item->inherits("PatientBanner_QMLTYPE") ||
                         QString{item->metaObject()->className()}.startsWith(QLatin1String("PersonHead"))
                     ? item
                     : banner;
    });
    ASSERT_NE(banner, nullptr);
    EXPECT_LT(banner->height(), m_shell->window()->height() * 0.4);
    EXPECT_TRUE(reads(QStringLiteral("number 40, Lower Marsh Lane"))) << "whole, on the front sheet";
}

TEST_P(BadInputPages, aReferralToAServiceThatHasClosedSaysWhoTookOverAndKeepsItsWords) {
    m_screens->kitley.onTheRota();
    call("refer", id(m_screens->kitley.beryl), QStringLiteral("SVC11"));
    auto& compose = *m_screens->app.compose();
    compose.setNeed(QStringLiteral("Company at midday"));
    compose.choose(QStringLiteral("SVC13"));
    settle();
    EXPECT_TRUE(reads(QStringLiteral("Lunch club and lifts takes no referrals any more.")));
    EXPECT_TRUE(reads(QStringLiteral("The hall was sold.")));
    compose.send();
    settle();
    EXPECT_EQ(page(), "compose") << "it is not sent";
    EXPECT_EQ(compose.need(), QStringLiteral("Company at midday"));
}

TEST_P(BadInputPages, aSecondPlanOfOneAgencyIsNotBegun) {
    QMetaObject::invokeMethod(m_frame, "openForm", Q_ARG(QString, QStringLiteral("care-plan")),
                              Q_ARG(QString, id(m_screens->kitley.edith)), Q_ARG(QVariant, QVariantMap{}));
    settle();
    auto& form = *m_screens->app.form();
    ASSERT_TRUE(form.isOpen()) << form.errorTitle().toStdString();
    EXPECT_TRUE(form.stopped());
    EXPECT_TRUE(reads(QStringLiteral("leads a plan")));
    ASSERT_NE(button(QStringLiteral("Save")), nullptr);
    EXPECT_FALSE(button(QStringLiteral("Save"))->isEnabled());
}

INSTANTIATE_TEST_SUITE_P(Rooms, BadInputPages,
                         ::testing::Values(Room{"tablet", 1280, 800, Form::Tablet, 1.0},
                                           Room{"doubled", 800, 1280, Form::Tablet, 2.0},
                                           Room{"laptop", 1440, 900, Form::Laptop, 1.0}),
                         [](const auto& room) { return std::string{room.param.name}; });

} // namespace
} // namespace frontsheet::testing
