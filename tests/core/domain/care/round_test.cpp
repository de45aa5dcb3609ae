// A round in its order, what must be known at a door, what is due there, and whom to tell where nobody answers.
#include "core/domain/care/door_sheet.h"
#include "core/domain/care/due_at_visit.h"
#include "core/domain/care/no_reply.h"
#include "core/domain/care/round.h"
#include "core/domain/care/safety_action.h"
#include "core/domain/schema/about_person.h"
#include "core/domain/schema/appointment.h"
#include "core/domain/schema/measure.h"
#include "core/domain/schema/registration.h"
#include "core/domain/schema/safety.h"
#include "core/domain/worklist.h"
#include "tests/core/domain/care/care_fixture.h"

#include <functional>

namespace frontsheet {
namespace {

using namespace std::string_literals;
using care::VisitStage;
using std::chrono::minutes;

class Round : public CareFixture {
protected:
    Record visit(int minutesFromNow) {
        return writes(nurse, RecordType::Appointment, [&](FieldSet& f) {
            f.put(appointment::kWorker, nurse.worker);
            f.put(appointment::kStartsAt, now + minutes{minutesFromNow});
            f.put(appointment::kState, "planned"s);
        });
    }
    // The same visit, so far along.
    static Record with(Record record, const TimeField& field, WallTime at) {
        record.fields.put(field, at);
        return record;
    }
    std::vector<Record> day(std::initializer_list<int> minutesFromNow) {
        std::vector<Record> out;
        for (const int at : minutesFromNow) {
            out.push_back(visit(at));
        }
        care::inVisitingOrder(out);
        return out;
    }
    static std::vector<RecordId> idsOf(const std::vector<Record>& round) {
        std::vector<RecordId> out;
        for (const auto& one : round) {
            out.push_back(one.id);
        }
        return out;
    }
    // Moves as a device would, and says in which order the visits stand then.
    static std::vector<RecordId> afterMoving(std::vector<Record>& round, std::size_t from, std::size_t to) {
        for (const auto& place : care::moved(round, from, to)) {
            for (auto& one : round) {
                if (one.id == place.visit) {
                    one.fields.put(appointment::kOrder, place.order);
                }
            }
        }
        care::inVisitingOrder(round);
        return idsOf(round);
    }
    template <class Fill>
    Record alert(const char* kind, const char* text, Fill fill) {
        return writes(nurse, RecordType::RiskAlert, [&](FieldSet& f) {
            f.put(risk_alert::kKind, std::string{kind});
            f.put(risk_alert::kText, std::string{text});
            f.put(risk_alert::kState, "current"s);
            fill(f);
        });
    }
    static care::DoorSheet door(const std::vector<Record>& about) {
        const auto sheet = assembleFrontSheet({about, {}, AgencyId{"community_trust"}, kFridayMorning}, Directory{});
        return care::doorSheet(sheet, about);
    }
};

TEST_F(Round, StandsByTheHourUntilAVisitIsMovedByHand) {
    auto round = day({90, 0, 30});
    const auto byHour = idsOf(round);
    EXPECT_EQ(afterMoving(round, 2, 0), (std::vector{byHour[2], byHour[0], byHour[1]}));
    EXPECT_EQ(afterMoving(round, 0, 2), byHour) << "and back again";
    EXPECT_EQ(afterMoving(round, 0, 1), (std::vector{byHour[1], byHour[0], byHour[2]}));
}

TEST_F(Round, MovesByOneEditAndByMoreOnlyWhereThereIsNoRoom) {
    EXPECT_EQ(care::moved(day({0, 30, 60, 90}), 3, 1).size(), 1U);
    auto crowded = day({0, 0, 0, 0});
    const auto before = idsOf(crowded);
    EXPECT_EQ(afterMoving(crowded, 3, 1), (std::vector{before[0], before[3], before[1], before[2]}));
    EXPECT_TRUE(care::moved(crowded, 1, 1).empty());
    EXPECT_TRUE(care::moved(crowded, 1, 9).empty());
}

TEST_F(Round, AnyVisitCanBeBroughtToAnyPlaceAgainAndAgain) {
    auto round = day({0, 1, 2, 3, 4, 5, 6});
    for (std::size_t step = 0; step < 200; ++step) {
        const auto from = (step * 5) % round.size();
        const auto to = (step * 3 + 1) % round.size();
        auto wanted = idsOf(round);
        const auto one = wanted[from];
        wanted.erase(wanted.begin() + static_cast<std::ptrdiff_t>(from));
        wanted.insert(wanted.begin() + static_cast<std::ptrdiff_t>(to), one);
        ASSERT_EQ(afterMoving(round, from, to), wanted) << step;
    }
}

TEST_F(Round, AVisitPutOffToAnotherDayStandsByItsHourThere) {
    auto record = visit(0);
    record.fields.put(appointment::kOrder, now.ms + 5);
    EXPECT_EQ(care::placeOf(record), WallTime{now.ms + 5});
    record.fields.put(appointment::kStartsAt, now + std::chrono::hours{48});
    EXPECT_EQ(care::placeOf(record), now + std::chrono::hours{48});
}

TEST_F(Round, NextIsWhereOneIsOrIsGoing) {
    auto round = day({0, 30, 60});
    EXPECT_EQ(care::nextOf(round), 0U);
    round[0].fields.put(appointment::kState, "done"s);
    EXPECT_EQ(care::nextOf(round), 1U);
    round[2] = with(round[2], appointment::kSetOutAt, now);
    EXPECT_EQ(care::stageOf(round[2]), VisitStage::OnTheWay);
    EXPECT_EQ(care::nextOf(round), 2U) << "somebody else first today";
    round[1].fields.put(appointment::kState, "no-reply"s);
    round[2].fields.put(appointment::kState, "cancelled"s);
    EXPECT_EQ(care::nextOf(round), std::nullopt);
}

TEST_F(Round, ADoneVisitStaysOnTheDaysListAndCanBeTakenBack) {
    const auto planned = visit(0);
    const auto done = changed(nurse, planned, [](FieldSet& f) { f.put(appointment::kState, "done"s); });
    const auto places = worklistsOf(done);
    ASSERT_EQ(places.size(), 1U);
    EXPECT_EQ(places[0].list, Worklist::VisitsMade);
    EXPECT_EQ(places[0].owner, nurse.worker.str());
    const auto again = changed(nurse, done, [](FieldSet& f) { f.put(appointment::kState, "planned"s); });
    EXPECT_EQ(worklistsOf(again)[0].list, Worklist::Appointments);
}

TEST_F(Round, AtTheDoorTheGravestIsReadFirst) {
    const auto nothing = [](FieldSet&) {};
    const auto lone = alert("lone-worker", "Son drinks and has threatened staff",
                            [](FieldSet& f) { f.put(risk_alert::kDoThis, "Visit in twos"s); });
    const auto dog = alert("animals", "Terrier, bites", nothing);
    const auto ended = alert("fire", "Smokes in bed", [](FieldSet&) {});
    auto over = ended;
    over.fields.put(risk_alert::kState, "ended"s);
    const auto penicillin = writes(nurse, RecordType::Allergy, [](FieldSet& f) {
        f.put(allergy::kSubstance, "penicillin"s);
        f.put(allergy::kSource, "GP record"s);
        f.put(allergy::kAsOf, "2026-11-01"s);
        f.put(allergy::kState, "current"s);
    });
    const auto dnacpr = writes(nurse, RecordType::AdvancePlan, [](FieldSet& f) {
        f.put(advance_plan::kKind, "dnacpr"s);
        f.put(advance_plan::kState, "current"s);
        f.put(advance_plan::kKeptWhere, "yellow folder by the fridge"s);
    });
    const auto sheet = door({dog, penicillin, over, dnacpr, lone});
    ASSERT_EQ(sheet.facts.size(), 4U) << "what has ended is not said";
    using Kind = care::DoorFact::Kind;
    EXPECT_EQ(sheet.facts[0].kind, Kind::LoneWorker);
    EXPECT_EQ(sheet.facts[0].detail, "Visit in twos");
    EXPECT_EQ(sheet.facts[1].kind, Kind::Advance);
    EXPECT_EQ(sheet.facts[2].kind, Kind::Allergy);
    EXPECT_EQ(sheet.facts[3].kind, Kind::Animals);
    EXPECT_FALSE(sheet.noKnownAllergies);
}

TEST_F(Round, NoKnownAllergiesIsSaidOnlyWhereNobodySaysOtherwise) {
    const auto none = writes(nurse, RecordType::Allergy, [](FieldSet& f) {
        f.put(allergy::kNoneKnown, 1);
        f.put(allergy::kSource, "herself"s);
        f.put(allergy::kAsOf, "2026-11-01"s);
        f.put(allergy::kState, "current"s);
    });
    EXPECT_TRUE(door({none}).noKnownAllergies);
    const auto one = writes(assessor, RecordType::Allergy, [](FieldSet& f) {
        f.put(allergy::kSubstance, "latex"s);
        f.put(allergy::kSource, "her daughter"s);
        f.put(allergy::kAsOf, "2026-10-01"s);
        f.put(allergy::kState, "current"s);
    });
    EXPECT_FALSE(door({none, one}).noKnownAllergies) << "though it is older, and another agency's";
    EXPECT_FALSE(door({}).noKnownAllergies);
}

TEST_F(Round, WhomToRingStandsInTheOrderInWhichTheyAskedToBeRung) {
    const auto relative = [&](const char* name, std::int64_t order, std::int64_t key, std::int64_t emergency) {
        return writes(nurse, RecordType::RelatedPerson, [=](FieldSet& f) {
            f.put(related_person::kName, std::string{name});
            f.put(related_person::kPhone, "01632 960 130"s);
            f.put(related_person::kOrder, order);
            f.put(related_person::kKeyHolder, key);
            f.put(related_person::kEmergencyContact, emergency);
        });
    };
    const auto sheet = door({relative("Neighbour", 0, 1, 0), relative("Son", 2, 0, 1), relative("Friend", 3, 0, 0),
                             relative("Daughter", 1, 1, 1)});
    ASSERT_EQ(sheet.toRing.size(), 3U) << "a friend is rung in no emergency";
    EXPECT_EQ(sheet.toRing[0].name, "Daughter");
    EXPECT_EQ(sheet.toRing[1].name, "Son");
    EXPECT_EQ(sheet.toRing[2].name, "Neighbour");
    EXPECT_TRUE(sheet.toRing[2].hasKey);
}

TEST_F(Round, WhatIsDueIsSaidOnceAndTheUnsafeAnswerFirst) {
    const auto phq = [&](const char* on, const char* again, const char* answers, std::int64_t score) {
        return writes(nurse, RecordType::Measure, [=, this](FieldSet& f) {
            f.put(measure::kInstrument, "phq-9"s);
            f.put(measure::kAnswers, std::string{answers});
            f.put(measure::kScore, score);
            f.put(measure::kTakenOn, std::string{on});
            f.put(measure::kTakenBy, nurse.worker);
            f.put(measure::kState, "taken"s);
            f.put(measure::kAgainOn, std::string{again});
        });
    };
    using What = care::DueAtVisit::What;
    const auto older = phq("2026-10-01", "2026-10-15", "1,1,1,1,1,1,1,1,0", 8);
    EXPECT_EQ(care::dueAtVisit(std::vector{older}, nurse.worker, "2026-11-20")[0].what, What::MeasureAgain);
    EXPECT_TRUE(care::dueAtVisit(std::vector{older}, nurse.worker, "2026-10-14").empty());
    const auto newer = phq("2026-11-01", "2026-12-01", "1,1,1,1,1,1,1,1,1", 9);
    const auto stale =
        alert("falls", "Loose stair carpet", [](FieldSet& f) { f.put(risk_alert::kReviewOn, "2026-11-10"s); });
    const auto due = care::dueAtVisit(std::vector{stale, older, newer, plan()}, nurse.worker, "2026-11-20");
    ASSERT_EQ(due.size(), 2U) << "the newer measure counts, and it is not due yet";
    EXPECT_EQ(due[0].what, What::SafetyAction);
    EXPECT_EQ(due[0].record, newer.id);
    EXPECT_EQ(due[1].what, What::AlertReview);
}

TEST_F(Round, NobodyIsToldOfTheirOwnVisit) {
    const Directory directory{sampleDirectory(ids)};
    const Principal visitor{AgencyId{"community_trust"}, WorkerId{"W012"}, "community nurse", {}};
    const auto told = care::whoMayBeTold(FrontSheet{}, {}, directory, visitor, "2026-11-20");
    EXPECT_FALSE(told.empty());
    for (const auto& one : told) {
        EXPECT_EQ(one.worker.agency, visitor.agency) << one.worker.name;
        EXPECT_NE(one.worker.code, visitor.worker);
    }
    const auto owned = std::vector{plan()};
    const auto withOwner = care::whoMayBeTold(FrontSheet{}, owned, directory, visitor, "2026-11-20");
    EXPECT_TRUE(std::any_of(withOwner.begin(), withOwner.end(), [&](const auto& one) {
        return one.because == care::MayBeTold::Because::CaseOwner && one.worker.code == assessor.worker;
    }));
}

TEST_F(Round, WhatWasDecidedAboutAnUnsafeAnswerIsWrittenDown) {
    const auto unsafe = writes(nurse, RecordType::Measure, [&](FieldSet& f) {
        f.put(measure::kInstrument, "phq-9"s);
        f.put(measure::kAnswers, "0,0,0,0,0,0,0,0,2"s);
        f.put(measure::kScore, 2);
        f.put(measure::kTakenOn, "2026-11-20"s);
        f.put(measure::kTakenBy, nurse.worker);
        f.put(measure::kState, "taken"s);
    });
    const auto decides = [&](care::SafetyDecision decision, const char* words) {
        return [=, this](FieldSet& f) {
            f.put(measure::kSafety, std::string{care::name(decision)});
            f.put(measure::kSafetyWords, std::string{words});
            f.put(measure::kSafetyBy, nurse.worker);
        };
    };
    EXPECT_EQ(refusedChange(nurse, unsafe, decides(care::SafetyDecision::AskedAndSafe, " ")), ErrorCode::Missing);
    EXPECT_EQ(refusedChange(nurse, unsafe, decides(care::SafetyDecision::HandedOver, "")), ErrorCode::Missing);
    (void)changed(nurse, unsafe, decides(care::SafetyDecision::AskedAndSafe, "No plan, daughter stays tonight"));
    (void)changed(nurse, unsafe, decides(care::SafetyDecision::ActionMade, ""));
}

} // namespace
} // namespace frontsheet
