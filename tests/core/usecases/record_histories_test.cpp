// Asking page by page what a record said, of a server that may be wrong.
#include "core/usecases/record_histories.h"
#include "tests/core/usecases/story.h"

#include <functional>

namespace frontsheet {
namespace {

class Line final : public HistoryLine {
public:
    Result<HistoryPage> ask(const AgencyId& home, const RecordId& record, const HomeVersion& before) override {
        homes.push_back(home);
        return answer(record, before);
    }
    std::function<Result<HistoryPage>(const RecordId&, const HomeVersion&)> answer;
    std::vector<AgencyId> homes;
};

// Versions `newest` down to 1 in pages of ten.
HistoryPage pageOf(const RecordId& record, const HomeVersion& before, std::uint64_t newest) {
    HistoryPage page;
    for (std::uint64_t n = before.n == 0 ? newest : before.n - 1; n > 0 && page.versions.size() < 10; --n) {
        Record version;
        version.id = record;
        version.version.n = n;
        page.versions.push_back(std::move(version));
    }
    page.next.n = page.versions.empty() || page.versions.back().version.n == 1 ? 0 : page.versions.back().version.n;
    return page;
}

class HistoryStory : public Story {
protected:
    HistoryStory() {
        id = must(ContactNotes{nurse().workplace()}.sign({}, visit("Wound clean")));
        world.sync(nurse());
        line.answer = [](const RecordId& record, const HomeVersion& before) { return pageOf(record, before, 25); };
    }

    RecordId id;
    Line line;
    RecordHistories histories{nurse().workplace(), line};
};

TEST_F(HistoryStory, PagesArePutTogetherAndAskedOfTheRecordsHome) {
    const auto versions = must(histories.versionsOf(id, 1000));
    ASSERT_EQ(versions.size(), 25u);
    EXPECT_EQ(versions.front().version.n, 25u);
    EXPECT_EQ(versions.back().version.n, 1u);
    EXPECT_EQ(line.homes, std::vector<AgencyId>(3, AgencyId{"community_trust"}));
    EXPECT_EQ(must(histories.versionsOf(id, 12)).size(), 12u) << "no more than asked for";
}

TEST_F(HistoryStory, AServerThatGoesRoundInCirclesIsLeft) {
    line.answer = [](const RecordId& record, const HomeVersion& before) {
        auto page = pageOf(record, before, 25);
        page.next.n = 26;
        return page;
    };
    EXPECT_EQ(refused(histories.versionsOf(id, 1000)), ErrorCode::Malformed);
    line.answer = [](const RecordId&, const HomeVersion& before) { return pageOf(RecordId{}, before, 25); };
    EXPECT_EQ(refused(histories.versionsOf(id, 1000)), ErrorCode::Malformed) << "of another record";
    line.answer = [](const RecordId&, const HomeVersion& before) {
        HistoryPage empty;
        empty.next.n = before.n == 0 ? 5 : before.n;
        return empty;
    };
    EXPECT_EQ(refused(histories.versionsOf(id, 1000)), ErrorCode::Malformed) << "with nothing in it for ever";
}

TEST_F(HistoryStory, WhatTheServerSaysIsPassedOn) {
    line.answer = [](const RecordId&, const HomeVersion&) -> Result<HistoryPage> {
        return {ErrorCode::Unreachable, "no signal"};
    };
    EXPECT_EQ(refused(histories.versionsOf(id, 10)), ErrorCode::Unreachable);
    EXPECT_EQ(refused(histories.versionsOf(nurse().ids.random<RecordId>(), 10)), ErrorCode::NotFound);
}

} // namespace
} // namespace frontsheet
