// Asking page by page who saw what, of a server that may be wrong; and noting what leaves as a file before it does.
#include "core/usecases/who_saw_what.h"
#include "tests/core/usecases/story.h"

#include <functional>

namespace frontsheet {

namespace {

class Line final : public EvidenceLine {
public:
    Result<EvidencePage> ask(const AgencyId& home, const EvidenceAsk& ask) override {
        homes.push_back(home);
        asked.push_back(ask);
        return answer(ask);
    }
    std::function<Result<EvidencePage>(const EvidenceAsk&)> answer;
    std::vector<AgencyId> homes;
    std::vector<EvidenceAsk> asked;
};

class Journal final : public ReadingJournal {
public:
    Result<void> noteReadings(std::span<const HomeReading> readings) override {
        noted.insert(noted.end(), readings.begin(), readings.end());
        return ok();
    }
    std::vector<HomeReading> noted;
};

// A log of `inAll` rows, newest first, numbered downwards, in pages of ten.
EvidencePage pageOf(const EvidenceAsk& ask, std::uint64_t inAll) {
    EvidencePage page;
    page.rowsInAll = inAll;
    page.asOf = 500;
    for (std::uint64_t at = ask.offset; at < inAll && page.rows.size() < 10; ++at) {
        page.rows.emplace_back().entry = inAll - at;
    }
    const auto end = ask.offset + page.rows.size();
    page.next = end < inAll ? end : 0;
    return page;
}

} // namespace

class WhoSaw : public Story {
protected:
    WhoSawWhat whoSaw() {
        Workplace workplace = nurse().workplace();
        workplace.journal = journal;
        return WhoSawWhat{workplace, line};
    }
    EvidenceAsk aboutEdith() const {
        EvidenceAsk ask;
        ask.person = edith;
        ask.from = WallTime{7};
        return ask;
    }
    Line line;
    Journal kept;
    Journal* journal = &kept;
};

TEST_F(WhoSaw, PagesArePutTogetherOfTheLogAsItStoodAtTheFirst) {
    line.answer = [](const EvidenceAsk& ask) { return pageOf(ask, 25); };
    const auto all = must(whoSaw().everything(aboutEdith(), 1000));
    ASSERT_EQ(all.rows.size(), 25U);
    for (std::size_t at = 0; at < all.rows.size(); ++at) {
        EXPECT_EQ(all.rows[at].entry, 25 - at) << "none twice, none left out";
    }
    EXPECT_EQ(all.next, 0U);
    ASSERT_EQ(line.asked.size(), 3U);
    EXPECT_EQ(line.asked[0], aboutEdith());
    for (std::size_t page = 1; page < 3; ++page) {
        EXPECT_EQ(line.asked[page].asOf, 500U);
        EXPECT_EQ(line.asked[page].offset, page * 10);
        EXPECT_EQ(line.asked[page].from, WallTime{7});
        EXPECT_EQ(line.asked[page].person, edith);
    }
    EXPECT_EQ(line.homes, std::vector<AgencyId>(3, AgencyId{"community_trust"})) << "one's own agency, nobody else";
}

TEST_F(WhoSaw, ItStopsWhereEnoughIsReadAndSaysThatThereIsMore) {
    line.answer = [](const EvidenceAsk& ask) { return pageOf(ask, 25); };
    const auto some = must(whoSaw().everything(aboutEdith(), 10));
    EXPECT_EQ(some.rows.size(), 10U);
    EXPECT_EQ(some.next, 10U);
    EXPECT_EQ(line.asked.size(), 1U);
}

TEST_F(WhoSaw, AServerThatGoesRoundInCirclesIsLeft) {
    line.answer = [](const EvidenceAsk& ask) {
        auto page = pageOf(ask, 25);
        page.next = 10;
        return page;
    };
    EXPECT_EQ(refused(whoSaw().everything(aboutEdith(), 1000)), ErrorCode::Malformed);
    EXPECT_EQ(line.asked.size(), 2U);
}

TEST_F(WhoSaw, SoIsOneThatPromisesMoreAndBringsNothing) {
    line.answer = [this](const EvidenceAsk& ask) {
        EvidencePage page;
        page.next = line.asked.size() > 50 ? 0 : ask.offset + 1; // else a wrong program would ask for ever
        return page;
    };
    EXPECT_EQ(refused(whoSaw().everything(aboutEdith(), 1000)), ErrorCode::Malformed);
    EXPECT_LE(line.asked.size(), 2U);
}

TEST_F(WhoSaw, ARefusalInTheMiddleIsARefusal) {
    line.answer = [](const EvidenceAsk& ask) -> Result<EvidencePage> {
        return ask.offset == 0 ? Result<EvidencePage>{pageOf(ask, 25)}
                               : Result<EvidencePage>{ErrorCode::NotPermitted, "no longer"};
    };
    EXPECT_EQ(refused(whoSaw().everything(aboutEdith(), 1000)), ErrorCode::NotPermitted);
}

TEST_F(WhoSaw, WhatLeavesAsAFileIsNotedWithItsOwnHomeOrStays) {
    EvidenceHolding note;
    note.record.id = world.ids().random<RecordId>();
    note.record.home = AgencyId{"council"};
    note.record.version.n = 3;
    must(whoSaw().noteExported({&note, 1}));
    ASSERT_EQ(kept.noted.size(), 1U);
    EXPECT_EQ(kept.noted[0].home, AgencyId{"council"});
    EXPECT_EQ(kept.noted[0].reading.record, note.record.id);
    EXPECT_EQ(kept.noted[0].reading.version, note.record.version);
    EXPECT_EQ(kept.noted[0].reading.how, ReadingHow::Exported);
    EXPECT_EQ(kept.noted[0].reading.at, nurse().clock.now());
    journal = nullptr;
    EXPECT_EQ(refused(whoSaw().noteExported({&note, 1})), ErrorCode::WrongState);
}

} // namespace frontsheet
