// What happens to a tablet when something is taken away, as a table. Each row plays a story and settles; then every tablet
// must hold exactly what a new device of its worker would be given, its work be accounted for, and the words of everything
// else be nowhere on its disk: on no page, used or free, in no frame of the WAL, in no file.
#include "tests/sync/client/revocation_rows.h"

namespace frontsheet::test {
namespace {

class RevocationTable : public Town, public ::testing::WithParamInterface<RevocationRow> {};

TEST_P(RevocationTable, LeavesWhatTheDecisionLeaves) {
    SCOPED_TRACE(GetParam().story);
    GetParam().play(*this, assessor());
    if (!HasFatalFailure()) {
        checkEverything();
    }
}

std::vector<RevocationRow> allRows() {
    std::vector<RevocationRow> all;
    for (const auto& chapter : {routesRows(), togetherRows(), workRows(), homesRows(), saidRows(), movedRows()}) {
        all.insert(all.end(), chapter.begin(), chapter.end());
    }
    return all;
}

std::string nameOf(const ::testing::TestParamInfo<RevocationRow>& row) {
    std::string name = std::to_string(row.index + 1) + "_";
    bool capital = true;
    for (const char* c = row.param.story; *c != '\0'; ++c) {
        const bool letter = (*c >= 'a' && *c <= 'z') || (*c >= 'A' && *c <= 'Z');
        if (letter) {
            name.push_back(capital && *c >= 'a' ? static_cast<char>(*c - 32) : *c);
        }
        capital = !letter;
    }
    return name;
}

INSTANTIATE_TEST_SUITE_P(Rows, RevocationTable, ::testing::ValuesIn(allRows()), nameOf);

} // namespace
} // namespace frontsheet::test
