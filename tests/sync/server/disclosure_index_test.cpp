// The index of the log: a view by it is the view of the whole log, however far it reaches and whatever somebody did to it.
#include "core/sqlite/connection.h"
#include "sync/server/disclosure/disclosure_index.h"
#include "sync/server/disclosure/disclosure_log.h"
#include "sync/server/disclosure/disclosure_views.h"
#include "sync/server/disclosure/evidence_rows.h"
#include "tests/sync/server/agency_world.h"

#include <gmock/gmock.h>

#include <limits>
#include <random>

namespace frontsheet::test {

using disclosure::AskedOutcome;
using disclosure::EmergencyStep;

namespace {
constexpr std::array<std::uint8_t, 32> kKey{1, 2, 3, 4}; // as the world's ledgers have
constexpr std::size_t kPeople = 5;
constexpr std::size_t kWorkers = 4;
} // namespace

class DisclosureIndex : public AgencyWorld {
public:
    void SetUp() override {
        AgencyWorld::SetUp();
        for (std::size_t n = 0; n < kPeople; ++n) {
            people.push_back(newPerson());
        }
        for (std::size_t n = 0; n < kWorkers; ++n) {
            workers.push_back(
                device(n % 2 == 0 ? "trust" : "council", ("W0" + std::to_string(n / 2)).c_str(), "trust").who);
        }
    }
    Ledger& ledger() { return *server->ledgerOf(AgencyId{"trust"}); }
    template <class Do>
    void write(Do&& what) {
        ASSERT_TRUE(
            ledger().write(WriteKind::Other, [&](LedgerWrites& writes) -> Result<void> { return what(writes); }));
    }
    void log(std::size_t entries) {
        write([&](LedgerWrites& writes) -> Result<void> {
            for (std::size_t n = 0; n < entries; ++n) {
                FS_ASSIGN(const auto number, disclosure::append(writes, anything(), clock.now()));
                (void)number;
                clock.advance(std::chrono::seconds{1});
            }
            return ok();
        });
    }
    std::size_t below(std::size_t end) { return static_cast<std::size_t>(chance() % end); }
    PersonId anybody() { return below(8) == 0 ? PersonId{} : people[below(kPeople)]; }
    disclosure::What anything() {
        const Principal who = workers[below(kWorkers)];
        switch (below(12)) {
        case 0:
        case 1: // of that device, or by somebody who made the number up
            return disclosure::Delivered{below(4) == 0 ? who : sentTo[below(sentTo.size())].first,
                                         sentTo[below(sentTo.size())].second};
        case 7: {
            const auto& page = sentTo[below(sentTo.size())];
            return disclosure::Delivered{page.first, page.second};
        }
        case 2:
        case 3:
            return disclosure::Readings{
                who,
                {{{ids.random<RecordId>(), HomeVersion{1}, ReadingHow::Shown, clock.now()}, anybody()},
                 {{ids.random<RecordId>(), HomeVersion{2}, ReadingHow::Printed, clock.now()}, anybody()}}};
        case 4:
            return disclosure::Emergency{static_cast<EmergencyStep>(1 + below(4)), {}, anybody(), {}, who, "words"};
        case 5:
            return disclosure::Asked{EvidenceView::Person,
                                     below(2) == 0 ? AskedOutcome::Answered : AskedOutcome::Refused,
                                     anybody(),
                                     who,
                                     {},
                                     {}};
        case 6:
            return below(6) == 0 ? disclosure::What{disclosure::NewSegment{disclosure::SegmentCause::Broken, 0, 1, "x"}}
                                 : disclosure::What{disclosure::Delivered{who, below(1000)}};
        default:
            break;
        }
        // Pages of one reply have one receipt, which no other reply has.
        if (below(3) != 0 || sentTo.back().first != who) {
            sentTo.emplace_back(who, sentTo.back().second + 1);
        }
        disclosure::Release release{who, "scope", sentTo.back().second, {}};
        for (std::size_t part = 0; part <= below(2); ++part) {
            release.parts.push_back({{below(6) == 0 ? "emergency" : "care-team", "", "", "all"}, {}});
            for (std::size_t n = 0; n <= below(5); ++n) {
                release.parts.back().records.push_back({ids.random<RecordId>(), HomeVersion{n + 1}, anybody()});
            }
        }
        return release;
    }
    void takeIn(std::size_t entries) {
        write([&](LedgerWrites& writes) -> Result<void> {
            FS_ASSIGN(const bool more, disclosure::indexMore(writes, entries));
            EXPECT_TRUE(more);
            return ok();
        });
    }
    void forget() {
        write([](LedgerWrites& writes) { return writes.disclosureWrites().forgetIndex(); });
    }
    std::uint64_t reach() { return (*ledger().read())->disclosures().indexedTo()->number; }
    bool agrees() { return disclosure::indexAgrees(**ledger().read()).value(); }
    // Somebody with the key, while the server is down.
    void tamper(const std::string& sql) {
        server.reset();
        auto db = sqlite::Connection::open(folder.file("trust.db"), kKey);
        ASSERT_TRUE(db);
        ASSERT_TRUE((*db)->execute(sql.c_str())) << sql;
        db->reset();
        restart();
    }

    static std::string inLine(const disclosure::EvidenceRows& found) {
        std::string line =
            std::to_string(found.olderLeft) + "/" + std::to_string(found.unreadable) + "/" + std::to_string(found.asOf);
        for (const auto& row : found.rows) {
            line += " " + std::to_string(row.entry) + ":" + std::to_string(static_cast<int>(row.kind)) + ":" +
                    std::to_string(row.recordCount) + ":" + std::to_string(row.peopleCount) + ":" +
                    std::to_string(row.deliveredAt.ms) + ":" + row.worker.str();
        }
        return line;
    }
    // Every question there is, as of some moments.
    std::vector<std::string> everyView() {
        std::vector<std::string> views;
        const auto reads = ledger().read();
        const auto end = (*reads)->disclosures().end()->number;
        for (const std::uint64_t asOf : {std::uint64_t{0}, end / 3, end - 1}) {
            EvidenceAsk ask;
            ask.asOf = asOf;
            const auto add = [&](std::span<const PersonId> person) {
                for (const std::size_t most : {std::size_t{1000}, std::size_t{7}}) {
                    views.push_back(
                        inLine(disclosure::evidenceRows(
                                   **reads, ask, person, [](const RecordId&) { return Result<bool>{true}; }, most)
                                   .value()));
                }
            };
            for (const auto& person : people) {
                ask.person = person;
                add({&person, 1});
            }
            add(people); // one human by all these ids
            ask.view = EvidenceView::Emergencies;
            add({});
            ask.view = EvidenceView::Worker;
            for (const auto& worker : workers) {
                ask.workerAgency = worker.agency;
                ask.worker = worker.worker;
                add({});
            }
        }
        for (const auto& person : people) {
            const auto view = disclosure::aboutPerson(**reads, {&person, 1}, disclosure::ReadBy::Index).value();
            std::string line = std::to_string(view.unreadable);
            for (const auto& one : view.releases) {
                line += " " + std::to_string(one.entry) + ":" + std::to_string(one.deliveredAt.ms);
            }
            for (const auto& one : view.readings) {
                line += " r" + std::to_string(one.entry);
            }
            views.push_back(line);
        }
        return views;
    }

    // Empty: the same. The lists are far too long to be printed.
    static std::string difference(const std::vector<std::string>& a, const std::vector<std::string>& b) {
        for (std::size_t n = 0; n < std::min(a.size(), b.size()); ++n) {
            const auto at = std::mismatch(a[n].begin(), a[n].end(), b[n].begin(), b[n].end()).first - a[n].begin();
            if (a[n] != b[n]) {
                return "view " + std::to_string(n) + " at " + std::to_string(at) + ": " +
                       a[n].substr(static_cast<std::size_t>(at), 40) + " / " +
                       b[n].substr(std::min(b[n].size(), static_cast<std::size_t>(at)), 40);
            }
        }
        return a.size() == b.size() ? "" : "another number of views";
    }

    std::mt19937_64 chance{20261121};
    std::vector<PersonId> people;
    std::vector<Principal> workers;
    std::vector<std::pair<Principal, std::uint64_t>> sentTo{{Principal{}, 1000}};
};

TEST_F(DisclosureIndex, AViewByItIsTheViewOfTheWholeLogHoweverFarItReaches) {
    log(700);
    const auto whole = everyView();
    EXPECT_GT(whole[0].size(), 500U) << "there is something to see";
    for (const std::size_t bite : {1U, 136U, 300U, 5'000U}) {
        takeIn(bite);
        EXPECT_EQ(difference(everyView(), whole), "") << "up to " << reach();
        EXPECT_TRUE(agrees());
    }
    EXPECT_EQ(reach(), (*ledger().read())->disclosures().end()->number);
    log(150);
    const auto grown = everyView();
    EXPECT_NE(difference(grown, whole), "");
    forget();
    EXPECT_EQ(reach(), 0U);
    EXPECT_EQ(difference(everyView(), grown), "");
}

TEST_F(DisclosureIndex, AQuestionReadsTheEntriesOfItsPersonAndNoOthers) {
    for (const auto& person : people) {
        write([&](LedgerWrites& writes) -> Result<void> {
            disclosure::Release release{workers[0], "scope", 9, {}};
            release.parts.push_back({{"care-team", "", "", "all"}, {{ids.random<RecordId>(), HomeVersion{1}, person}}});
            FS_ASSIGN(const auto number, disclosure::append(writes, release, clock.now()));
            (void)number;
            return ok();
        });
    }
    takeIn(100);
    std::vector<std::uint64_t> numbers;
    const auto reads = ledger().read();
    const std::array subjects{disclosure::subjectOf(people[3])};
    ASSERT_TRUE(disclosure::walkAbout(**reads, subjects, std::numeric_limits<std::uint64_t>::max(),
                                      [&](const disclosure::StoredEntry& stored) -> Result<void> {
                                          numbers.push_back(stored.number);
                                          return ok();
                                      }));
    EXPECT_THAT(numbers, ::testing::ElementsAre(4U));
}

TEST_F(DisclosureIndex, ALogThatWasCutOffAndHasGrownSinceIsNotReadByTheOldOne) {
    log(200);
    takeIn(1000);
    tamper("DELETE FROM disclosure WHERE number > 50");
    log(400); // the numbers are given again
    const auto whole = everyView();
    forget();
    EXPECT_EQ(difference(everyView(), whole), "") << "the index was left aside";
    log(10);
    takeIn(1000);
    tamper("DELETE FROM disclosure WHERE number > 300");
    log(20);
    EXPECT_NE(reach(), 0U);
    takeIn(10'000); // made anew
    EXPECT_TRUE(agrees());
    const auto anew = everyView();
    forget();
    EXPECT_EQ(difference(everyView(), anew), "");
}

TEST_F(DisclosureIndex, OneThatHidesOrInventsAnEntryIsFoundAndMadeAnew) {
    log(300);
    const auto whole = everyView();
    for (const char* change :
         {"DELETE FROM disclosure_about WHERE entry = (SELECT max(entry) FROM disclosure_about)",
          "INSERT OR REPLACE INTO disclosure_about (subject, entry) VALUES (1, 7)",
          "UPDATE disclosure_about SET entry = entry + 1 WHERE subject = (SELECT max(subject) FROM disclosure_about) "
          "AND entry = (SELECT max(entry) FROM disclosure_about WHERE subject = (SELECT max(subject) FROM "
          "disclosure_about))",
          "UPDATE disclosure_about SET subject = subject + 1 WHERE entry = 9"}) {
        ASSERT_TRUE(server->tidy());
        ASSERT_TRUE(agrees());
        ASSERT_EQ(reach(), 300U);
        tamper(change);
        EXPECT_FALSE(agrees()) << change;
        ASSERT_TRUE(server->tidy()) << "as it does every hour";
        EXPECT_TRUE(agrees()) << change;
        EXPECT_EQ(reach(), 300U);
        EXPECT_EQ(difference(everyView(), whole), "");
    }
}

} // namespace frontsheet::test
