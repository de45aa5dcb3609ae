// What happened with one person, and a choice from it by kind and by agency.
#include "core/domain/schema/appointment.h"
#include "core/domain/schema/care_plan.h"
#include "core/domain/schema/conference.h"
#include "core/domain/schema/measure.h"
#include "core/domain/schema/placement.h"
#include "core/domain/schema/placement_parts.h"
#include "core/domain/schema/view.h"
#include "core/domain/timeline.h"
#include "tests/support/sample_records.h"

#include <gtest/gtest.h>

#include <functional>

namespace frontsheet {
namespace {

using namespace std::string_literals;
using namespace std::chrono_literals;
using Kind = Happening::Kind;

class TimelineTest : public testing::Test {
protected:
    Record record(RecordType type, const char* home, const std::function<void(FieldSet&)>& fill) {
        Record out;
        out.id = ids.timeOrdered<RecordId>(now);
        out.type = type;
        out.home = AgencyId{home};
        out.person = edith;
        out.occurredAt = now;
        fill(out.fields);
        return out;
    }
    static std::vector<Happening> of(const std::vector<Record>& records) {
        Timeline timeline;
        for (const auto& one : records) {
            timeline.take(one);
        }
        return timeline.inOrder();
    }
    static std::vector<Kind> kinds(const std::vector<Happening>& timeline) {
        std::vector<Kind> out;
        for (const auto& one : timeline) {
            out.push_back(one.kind);
        }
        return out;
    }
    Record visit(
        const char* state, const std::function<void(FieldSet&)>& further = [](FieldSet&) {}) {
        return record(RecordType::Appointment, "community_trust", [&](FieldSet& f) {
            f.put(appointment::kWorker, WorkerId{"W012"});
            f.put(appointment::kStartsAt, now);
            f.put(appointment::kWhy, "Dressing"s);
            f.put(appointment::kState, std::string{state});
            further(f);
        });
    }

    SeededIdSource ids{31};
    WallTime now = kFridayMorning;
    PersonId edith = ids.timeOrdered<PersonId>(now);
};

TEST_F(TimelineTest, AVisitIsThereOnceItWasMadeOrNobodyCameToTheDoor) {
    EXPECT_TRUE(of({visit("planned"), visit("cancelled"), visit("stopped")}).empty());
    EXPECT_EQ(kinds(of({visit("done")})), std::vector{Kind::VisitMade});
    EXPECT_EQ(kinds(of({visit("no-reply")})), std::vector{Kind::NoReply});
    const auto found = of({visit("done", [&](FieldSet& f) {
        f.put(appointment::kSafeBecause, "At her sister's"s);
        f.put(appointment::kEndedAt, now + -1h); // the other's clock is behind
    })});
    EXPECT_EQ(kinds(found), (std::vector{Kind::FoundSafe, Kind::NoReply})) << "never found before she was missed";
}

TEST_F(TimelineTest, APlacementIsToldFromDischargeToItsEnd) {
    const auto placed = record(RecordType::Placement, "council", [](FieldSet& f) {
        f.put(placement::kDischargedOn, "2026-09-01"s);
        f.put(placement::kPlacedAt, "Elm House"s);
        f.put(placement::kOutcome, "returned-home"s);
        f.put(placement::kOutcomeOn, "2026-11-01"s);
    });
    const auto review = record(RecordType::PlacementReview, "council", [&](FieldSet& f) {
        f.put(placement_review::kPlacement, placed.id);
        f.put(placement_review::kState, "held"s);
        f.put(placement_review::kHeldOn, "2026-10-01"s);
        f.put(placement_review::kFindings, "Walks to the garden"s);
    });
    const auto told = of({placed, review});
    EXPECT_EQ(kinds(told), (std::vector{Kind::PlacementEnded, Kind::PlacementReviewed, Kind::Placed}));
    EXPECT_TRUE(told[2].wholeDay) << "nobody said at what hour";
    EXPECT_EQ(told[1].text, "Walks to the garden");
    EXPECT_EQ(told[0].code, "returned-home");
}

TEST_F(TimelineTest, OfThePlanWhatWasFoundSaidAndDone) {
    const auto plan = record(RecordType::CarePlan, "council", [](FieldSet& f) {
        f.put(care_plan::kState, "open"s);
        f.put(care_plan::kOpenedOn, "2026-11-01"s);
    });
    const auto action = [&](const char* state) {
        return record(RecordType::Action, "council", [&](FieldSet& f) {
            f.put(action::kWhat, "Bring a commode"s);
            f.put(action::kState, std::string{state});
            f.put(action::kOwner, WorkerId{"W012"});
            f.put(action::kOwnerAgency, AgencyId{"community_trust"});
            f.put(action::kReportedAt, now + 1h);
        });
    };
    const auto view = record(RecordType::View, "council", [](FieldSet& f) {
        f.put(view::kWhose, "person"s);
        f.put(view::kSaid, "I want my own bed"s);
        f.put(view::kSaidOn, "2026-11-10"s);
        f.put(view::kState, "said"s);
    });
    const auto told = of({plan, action("accepted"), action("done"), view});
    EXPECT_EQ(kinds(told), (std::vector{Kind::ActionDone, Kind::ViewSaid, Kind::PlanOpened}));
    EXPECT_EQ(told[0].agency, AgencyId{"community_trust"}) << "who did it, not whose plan it is";
    EXPECT_EQ(told[1].text, "I want my own bed");
    for (const auto& one : told) {
        EXPECT_EQ(partOf(one.kind), TimelinePart::Plan);
    }
    const auto sons = of({record(RecordType::View, "council", [](FieldSet& f) {
        f.put(view::kWhose, "family"s);
        f.put(view::kName, "Tom Hale"s);
        f.put(view::kSaid, "She isn't safe at night"s);
        f.put(view::kState, "said"s);
    })});
    ASSERT_EQ(sons.size(), 1u);
    EXPECT_EQ(sons[0].text, "Tom Hale: She isn't safe at night") << "never words of nobody";
}

TEST_F(TimelineTest, WhatWasEnteredInErrorDidNotHappen) {
    EXPECT_TRUE(of({record(RecordType::Measure, "community_trust", [](FieldSet& f) {
                    f.put(measure::kState, "entered-in-error"s);
                })}).empty());
    EXPECT_TRUE(of({record(RecordType::View, "council", [](FieldSet& f) {
                    f.put(view::kSaid, "Somebody else's words"s);
                    f.put(view::kState, "entered-in-error"s);
                })}).empty());
    EXPECT_TRUE(of({record(RecordType::Conference, "council", [](FieldSet& f) {
                    f.put(conference::kState, "cancelled"s);
                })}).empty());
}

class ChoosingFromTheTimeline : public TimelineTest {
protected:
    std::vector<Happening> timeline = of({
        sampleNote(ids, "community_trust", edith, "W012", "Dressing changed", now),
        sampleNote(ids, "community_trust", edith, "W012", "Slept badly", now + -1h),
        sampleNote(ids, "council", edith, "W001", "Rang her son", now + -2h),
        visit("done"),
    });
    [[nodiscard]] std::vector<std::string> texts(const TimelineChoice& choice) const {
        std::vector<std::string> out;
        for (const auto at : chosenFrom(timeline, choice).rows) {
            out.push_back(timeline[at].text);
        }
        return out;
    }
};

TEST_F(ChoosingFromTheTimeline, ByKindByAgencyOrByBoth) {
    EXPECT_EQ(texts({}).size(), 4u);
    EXPECT_EQ(texts({TimelinePart::Notes, {}}).size(), 3u);
    EXPECT_EQ(texts({std::nullopt, AgencyId{"council"}}), std::vector{"Rang her son"s});
    EXPECT_EQ(texts({TimelinePart::Notes, AgencyId{"community_trust"}}),
              (std::vector{"Dressing changed"s, "Slept badly"s}))
        << "newest first, as in the whole";
    EXPECT_TRUE(texts({TimelinePart::Visits, AgencyId{"council"}}).empty());
}

TEST_F(ChoosingFromTheTimeline, AChipSaysHowManyItWouldGive) {
    for (const auto& choice :
         {TimelineChoice{}, TimelineChoice{TimelinePart::Visits, {}}, TimelineChoice{std::nullopt, AgencyId{"council"}},
          TimelineChoice{TimelinePart::Notes, AgencyId{"community_trust"}}}) {
        const auto chosen = chosenFrom(timeline, choice);
        EXPECT_EQ(chosen.parts.size(), 2u);
        EXPECT_EQ(chosen.agencies.size(), 2u) << "none vanishes because nothing of it is left";
        for (const auto& [part, count] : chosen.parts) {
            EXPECT_EQ(texts({part, choice.agency}).size(), count);
        }
        for (const auto& [agency, count] : chosen.agencies) {
            EXPECT_EQ(texts({choice.part, agency}).size(), count);
        }
    }
}

} // namespace
} // namespace frontsheet
