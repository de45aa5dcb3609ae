// WCAG 2.2: text at least 4.5 to 1 (1.4.3), edges of controls and meaningful marks at least 3 to 1 (1.4.11), for every
// pair of tokens that meets on a screen, light and dark.
#include "tests/app/app_fixture.h"

#include <QColor>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QVariant>

#include <cmath>
#include <memory>
#include <string>
#include <vector>

namespace frontsheet {
namespace {

// Relative luminance, WCAG 2.2 definition.
double luminance(const QColor& color) {
    const auto channel = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF()) + 0.0722 * channel(color.blueF());
}

double contrast(const QColor& a, const QColor& b) {
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

struct Pair {
    const char* front;
    std::vector<const char*> backs;
    double least;
};

const std::vector<Pair>& pairs() {
    static const std::vector<Pair> kPairs = {
        {"ink", {"bg", "surface", "well", "tint", "attentionTint"}, 4.5},
        {"ink2",
         {"bg", "surface", "well", "tint", "attentionTint", "line"},
         4.5}, // line: an entry of the rail, pointed at
        {"accent", {"bg", "surface", "well", "tint", "attentionTint", "line"}, 4.5},
        {"accentInk", {"accent", "accentPressed"}, 4.5},
        {"attention", {"bg", "surface", "attentionTint"}, 4.5},
        {"danger", {"bg", "surface", "attentionTint"}, 4.5},
        {"bannerText", {"banner", "bannerLine"}, 4.5}, // bannerLine: a button of the banner, pressed
        {"bannerLabel", {"banner"}, 4.5},
        {"allergy", {"bannerText"}, 4.5},
        {"paperInk", {"paper"}, 4.5},
        // Edges, marks, and what shows where the keyboard is.
        {"edge", {"bg", "surface", "well", "tint", "attentionTint"}, 3.0},
        {"attentionMark", {"bg", "surface", "attentionTint"}, 3.0},
        {"attention", {"surface", "bg", "attentionTint"}, 3.0},
        {"danger", {"surface", "bg"}, 3.0},
        {"surface", {"attentionMark"}, 3.0}, // the sign in a stage of the thread that waits
        {"accent", {"bg", "surface", "well", "tint", "attentionTint"}, 3.0},
        {"bannerText", {"banner", "bannerLine"}, 3.0},
        {"bannerLabel", {"banner"}, 3.0},
    };
    return kPairs;
}

class ThemeContrast : public AppTest, public ::testing::WithParamInterface<bool> {
protected:
    void SetUp() override {
        QQmlComponent component(&m_engine);
        component.setData("import QtQml\nimport Frontsheet.Theme\nQtObject { property QtObject theme: Theme }", {});
        m_holder.reset(component.create());
        ASSERT_TRUE(m_holder) << component.errorString().toStdString();
        m_theme = m_holder->property("theme").value<QObject*>();
        ASSERT_NE(m_theme, nullptr);
        m_theme->setProperty("dark", GetParam());
    }
    QColor token(const char* name) const {
        const auto color = m_theme->property(name).value<QColor>();
        EXPECT_TRUE(color.isValid()) << "no token called " << name;
        return color;
    }

    std::unique_ptr<QObject> m_holder;
    QObject* m_theme = nullptr;
};

TEST_P(ThemeContrast, everyPairOfTokensThatMeetsCanBeRead) {
    for (const Pair& pair : pairs()) {
        for (const char* back : pair.backs) {
            EXPECT_GE(contrast(token(pair.front), token(back)), pair.least) << pair.front << " on " << back;
        }
    }
}

TEST_P(ThemeContrast, lettersOnEveryAgencyBadgeCanBeRead) {
    const QVariantList fills = m_theme->property("badgeFills").toList();
    ASSERT_EQ(fills.size(), 7);
    for (const QVariant& fill : fills) {
        EXPECT_GE(contrast(token("badgeText"), fill.value<QColor>()), 4.5) << fill.toString().toStdString();
    }
}

INSTANTIATE_TEST_SUITE_P(LightAndDark, ThemeContrast, ::testing::Bool(),
                         [](const auto& form) { return form.param ? "dark" : "light"; });

} // namespace
} // namespace frontsheet
