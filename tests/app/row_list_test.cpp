// Rows worded anew keep their places on the screen: who reads one with a finger on it loses it only when it is gone.
#include "app/viewmodels/row_list.h"

#include <QPersistentModelIndex>
#include <QVariantMap>
#include <gtest/gtest.h>

#include <map>
#include <random>

namespace frontsheet {
namespace {

QVariant row(const std::string& id, const std::string& text) {
    return QVariantMap{{QStringLiteral("id"), QString::fromStdString(id)},
                       {QStringLiteral("text"), QString::fromStdString(text)}};
}

int asked(const RowList& list) { return list.roleNames().cbegin().key(); }

TEST(RowList, ARowThatStaysKeepsItsPlaceAndSaysItsNewWords) {
    RowList list;
    list.setRows({row("wash", "Help to wash"), row("nights", "Somebody at night")});
    const QPersistentModelIndex nights = list.index(1);
    list.setRows({row("meals", "Meals"), row("nights", "Somebody at night, sent")});
    ASSERT_TRUE(nights.isValid());
    EXPECT_EQ(nights.row(), 1);
    EXPECT_EQ(nights.data(asked(list)), row("nights", "Somebody at night, sent"));
    EXPECT_EQ(list.rowCount(), 2);
}

TEST(RowList, WhatIsGoneIsGone) {
    RowList list;
    list.setRows({row("wash", "Help to wash")});
    const QPersistentModelIndex wash = list.index(0);
    list.setRows({});
    EXPECT_FALSE(wash.isValid());
    EXPECT_EQ(list.rowCount(), 0);
}

// Whatever changes into whatever: the list is the new one, and each that stays is followed.
TEST(RowList, FollowsEachThatStaysThroughAnyChange) {
    std::mt19937 chance{20261122};
    for (int time = 0; time < 500; ++time) {
        const auto some = [&] {
            QVariantList rows;
            for (int id = 0; id < 8; ++id) {
                if (chance() % 3 != 0) {
                    rows.append(row(std::to_string(id), std::to_string(chance() % 2)));
                }
            }
            std::shuffle(rows.begin(), rows.end(), chance);
            return rows;
        };
        RowList list;
        list.setRows(some());
        std::map<QString, QPersistentModelIndex> before;
        for (int at = 0; at < list.rowCount(); ++at) {
            before.emplace(list.rows().at(at).toMap()[QStringLiteral("id")].toString(), list.index(at));
        }
        const auto after = some();
        list.setRows(after);
        ASSERT_EQ(list.rows(), after);
        for (int at = 0; at < after.size(); ++at) {
            const auto stayed = before.find(after.at(at).toMap()[QStringLiteral("id")].toString());
            if (stayed != before.end()) {
                ASSERT_EQ(stayed->second.row(), at);
                before.erase(stayed);
            }
        }
        for (const auto& [id, gone] : before) {
            ASSERT_FALSE(gone.isValid()) << id.toStdString();
        }
    }
}

} // namespace
} // namespace frontsheet
