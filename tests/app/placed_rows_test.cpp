// Rows of the next person go into what was made for the one before, and nothing of the one before stays there.
#include "app/viewmodels/placed_rows.h"

#include <QPersistentModelIndex>
#include <QVariantMap>
#include <gtest/gtest.h>

#include <random>

namespace frontsheet {
namespace {

QVariant row(const std::string& text) {
    return QVariantMap{{QStringLiteral("text"), QString::fromStdString(text)},
                       {QStringLiteral("late"), true},
                       {QStringLiteral("badge"), QVariantMap{{QStringLiteral("shortName"), QStringLiteral("Harbour")},
                                                             {QStringLiteral("hue"), 3}}},
                       {QStringLiteral("lines"), QVariantList{QStringLiteral("Ramipril")}}};
}

struct Seen {
    QVariantList here;
    QVariantList kept;
};

Seen seenIn(const PlacedRows& list) {
    const auto roles = list.roleNames();
    Seen seen;
    for (int at = 0; at < list.rowCount(); ++at) {
        const auto index = list.index(at);
        (index.data(roles.key("here")).toBool() ? seen.here : seen.kept) << index.data(roles.key("modelData"));
    }
    return seen;
}

TEST(PlacedRows, TheNextPersonsRowsGoWhereTheOnesBeforeStood) {
    PlacedRows list;
    list.setSpare(4);
    list.setRows({row("Lone working"), row("Dog"), row("Key safe")});
    const QPersistentModelIndex second = list.index(1);
    list.setRows({row("Oxygen at home")});
    ASSERT_TRUE(second.isValid()) << "kept for whoever has more again";
    EXPECT_EQ(list.count(), 1);
    EXPECT_EQ(seenIn(list).here, QVariantList{row("Oxygen at home")});
    list.setRows({row("Falls"), row("Stairs")});
    EXPECT_EQ(second.data(list.roleNames().key("modelData")), row("Stairs"));
}

TEST(PlacedRows, WhatIsKeptHasNobodysWords) {
    PlacedRows list;
    list.setSpare(4);
    list.setRows({row("Lone working"), row("Dog")});
    list.setRows({});
    EXPECT_TRUE(seenIn(list).here.isEmpty());
    list.forgetSpare();
    const QVariantMap blank{
        {QStringLiteral("text"), QString{}},
        {QStringLiteral("late"), false},
        {QStringLiteral("badge"), QVariantMap{{QStringLiteral("shortName"), QString{}}, {QStringLiteral("hue"), 0}}},
        {QStringLiteral("lines"), QVariantList{}}};
    EXPECT_EQ(seenIn(list).kept, (QVariantList{blank, blank}));
    EXPECT_TRUE(seenIn(list).here.isEmpty());
}

TEST(PlacedRows, NoMoreAreKeptThanAreAskedFor) {
    PlacedRows list;
    list.setSpare(1);
    list.setRows({row("One"), row("Two"), row("Three")});
    list.setRows({});
    EXPECT_EQ(list.rowCount(), 1);
    PlacedRows none;
    none.setRows({row("One")});
    none.setRows({});
    EXPECT_EQ(none.rowCount(), 0);
}

// Whatever changes into whatever: what is here is what was given.
TEST(PlacedRows, AreWhatTheyWereGivenThroughAnyChange) {
    std::mt19937 chance{20261123};
    PlacedRows list;
    list.setSpare(3);
    for (int time = 0; time < 500; ++time) {
        QVariantList rows;
        for (auto count = chance() % 7; count > 0; --count) {
            rows << row(std::to_string(chance() % 5));
        }
        int shown = 0;
        const auto counted = QObject::connect(&list, &PlacedRows::rowsChanged, [&] { shown = list.count(); });
        const bool changes = rows != list.rows();
        list.setRows(rows);
        QObject::disconnect(counted);
        ASSERT_EQ(seenIn(list).here, rows);
        ASSERT_EQ(changes ? shown : list.count(), rows.size());
        ASSERT_LE(list.rowCount(), std::max<qsizetype>(rows.size(), 3));
    }
}

} // namespace
} // namespace frontsheet
