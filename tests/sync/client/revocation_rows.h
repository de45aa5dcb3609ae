// The table's rows, in chapters: each plays a story in which something is taken away. What must hold afterwards is the table's
// (revocation_table_test.cpp) to say, the same for all.
#pragma once

#include "tests/sync/client/revocation_town.h"

#include <vector>

namespace frontsheet::test {

struct RevocationRow {
    const char* story;
    void (*play)(Town& t, TownTablet& a);
};

[[nodiscard]] std::vector<RevocationRow> routesRows();
[[nodiscard]] std::vector<RevocationRow> togetherRows();
[[nodiscard]] std::vector<RevocationRow> workRows();
[[nodiscard]] std::vector<RevocationRow> homesRows();
[[nodiscard]] std::vector<RevocationRow> saidRows();
[[nodiscard]] std::vector<RevocationRow> movedRows();

// Beginnings that most stories share: the tablet's worker is on the care team, and has everything.
inline void withEdith(Town& t, TownTablet& a) {
    t.joins(t.edith, a);
    a.settle();
    ASSERT_TRUE(a.holds(t.edithsNote));
    ASSERT_TRUE(a.holdsWords(t.wordsOf(t.edithsNote))) << "found before";
}
inline void withBoth(Town& t, TownTablet& a) {
    t.joins(t.edith, a);
    t.joins(t.arthur, a);
    a.settle();
    ASSERT_TRUE(a.holds(t.edithsNote) && a.holds(t.arthursNote));
}

} // namespace frontsheet::test
