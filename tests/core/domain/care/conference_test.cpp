// A case conference about Edith: who is asked, what is fixed when, who disagrees, and what its page shows.
#include "core/domain/care/conference_call.h"
#include "core/domain/care/conference_sheet.h"
#include "core/domain/schema/about_person.h"
#include "core/domain/schema/care_team.h"
#include "core/domain/schema/carer.h"
#include "core/domain/schema/conference.h"
#include "core/domain/schema/safety.h"
#include "core/domain/schema/view.h"
#include "tests/core/domain/care/care_fixture.h"

#include <algorithm>

namespace frontsheet {
namespace {

using namespace std::chrono_literals;
using namespace std::string_literals;
using care::ConferenceStep;
using care::Invitee;

class ConferenceRules : public CareFixture {
protected:
    [[nodiscard]] Record called(WallTime at) {
        return writes(reviewer, RecordType::Conference, [&](FieldSet& f) { fill(f, at); });
    }
    void fill(FieldSet& f, WallTime at) const {
        f.put(conference::kAbout, "Edith's way home"s);
        f.put(conference::kStartsAt, at);
        f.put(conference::kChair, reviewer.worker);
        f.put(conference::kState, "planned"s);
    }
    [[nodiscard]] Record held() {
        return changed(reviewer, called(now + 2h), [&](FieldSet& f) {
            f.put(conference::kState, "held"s);
            f.put(conference::kHeldOn, "2026-11-20"s);
            f.put(conference::kPersonThere, "there"s);
        });
    }
    [[nodiscard]] Record asks(const Record& to, const Invitee& who) {
        return writes(reviewer, RecordType::Invitation, [&](FieldSet& f) {
            Record made;
            care::invite(made, to, who);
            f = made.fields;
        });
    }
    [[nodiscard]] Record decided(const Record& by, std::int64_t order, const std::string& text) {
        return writes(reviewer, RecordType::ConferenceDecision, [&](FieldSet& f) {
            f.put(conference_decision::kConference, by.id);
            f.put(conference_decision::kOrder, order);
            f.put(conference_decision::kText, text);
            f.put(conference_decision::kState, "decided"s);
        });
    }
    [[nodiscard]] Record says(const Principal& recorder, const std::string& whose, const std::string& name,
                              const std::string& words, const RecordId& about = {}) {
        return writes(recorder, RecordType::View, [&](FieldSet& f) {
            f.put(view::kWhose, whose);
            f.put(view::kName, name);
            f.put(view::kSaid, words);
            f.put(view::kAboutRecord, about);
            f.put(view::kSaidOn, "2026-11-20"s);
            f.put(view::kRecordedBy, recorder.worker);
            f.put(view::kState, "said"s);
        });
    }
    const Invitee person{{}, {}, "Edith Hale", {}, "person"};
    const Invitee son{{}, {}, "Tom Hale", "son", "family"};
    const Invitee theNurse{nurse.agency, nurse.worker, "Grace Obi", "community nurse", "worker"};
};

TEST_F(ConferenceRules, IsNotCalledForAnHourThatIsPastNorForOneYearsAhead) {
    const auto at = [&](WallTime hour) {
        return refusedTo(reviewer, RecordType::Conference, [&](FieldSet& f) { fill(f, hour); });
    };
    EXPECT_EQ(at(now + -1min), ErrorCode::ImpossibleDate);
    EXPECT_EQ(at(now + 24h * 400), ErrorCode::ImpossibleDate) << "2027 for 2026";
    EXPECT_EQ(called(now + 24h).fields.get(conference::kStartsAt), now + 24h);
    const auto planned = called(now + 24h);
    EXPECT_EQ(refusedChange(reviewer, planned, [&](FieldSet& f) { f.put(conference::kStartsAt, now + -24h); }),
              ErrorCode::ImpossibleDate);
}

TEST_F(ConferenceRules, TalkingAboutSomebodyWithoutThemSaysWhyAlreadyWhenItIsCalled) {
    const auto without = [&](const std::string& because) {
        return [=, this](FieldSet& f) {
            fill(f, now + 24h);
            f.put(conference::kPersonThere, "not-invited"s);
            f.put(conference::kPersonAbsentBecause, because);
        };
    };
    EXPECT_EQ(refusedTo(reviewer, RecordType::Conference, without("")), ErrorCode::Missing);
    EXPECT_FALSE(writes(reviewer, RecordType::Conference, without("In theatre that day")).id.isNull());
}

TEST_F(ConferenceRules, IsHeldOnADayThatHasCome) {
    const auto onDay = [&](const char* day) {
        return [=](FieldSet& f) {
            f.put(conference::kState, "held"s);
            f.put(conference::kHeldOn, std::string{day});
            f.put(conference::kPersonThere, "there"s);
        };
    };
    EXPECT_EQ(refusedChange(reviewer, called(now + 2h), onDay("2026-12-20")), ErrorCode::ImpossibleDate);
    EXPECT_EQ(refusedChange(reviewer, called(now + 2h), onDay("2026-11")), ErrorCode::ImpossibleDate);
}

TEST_F(ConferenceRules, OnceHeldOnlyTheMinutesGrow) {
    const auto after = held();
    EXPECT_EQ(refusedChange(reviewer, after, [&](FieldSet& f) { f.put(conference::kPlace, "Elsewhere"s); }),
              ErrorCode::Immutable);
    EXPECT_EQ(changed(reviewer, after, [&](FieldSet& f) { f.put(conference::kSummary, "All agreed."s); })
                  .fields.text(conference::kSummary),
              "All agreed.");
    const auto off = changed(reviewer, called(now + 2h), [&](FieldSet& f) {
        f.put(conference::kState, "cancelled"s);
        f.put(conference::kCancelledBecause, "Snow"s);
    });
    EXPECT_EQ(refusedChange(reviewer, off, [&](FieldSet& f) { f.put(conference::kSummary, "x"s); }),
              ErrorCode::Immutable);
}

TEST_F(ConferenceRules, ACallAsksSomebodyThePersonFirstAndNobodyTwice) {
    const auto planned = called(now + 24h);
    const auto check = [&](const std::vector<Invitee>& who, const Record& of) {
        std::vector<Record> invitations;
        for (const auto& one : who) {
            invitations.emplace_back();
            care::invite(invitations.back(), of, one);
        }
        const auto fits = care::checkCall(of, invitations, now);
        return fits ? ErrorCode{} : fits.error().code;
    };
    EXPECT_EQ(check({}, planned), ErrorCode::Missing);
    EXPECT_EQ(check({son, theNurse}, planned), ErrorCode::Missing) << "Edith is not asked, and nothing says why";
    EXPECT_EQ(check({person, son, theNurse}, planned), ErrorCode{});
    EXPECT_EQ(check({person, theNurse, theNurse}, planned), ErrorCode::Duplicate);
    auto without = planned;
    without.fields.put(conference::kPersonAbsentBecause, "In theatre that day"s);
    EXPECT_EQ(check({son}, without), ErrorCode{});
    auto late = planned;
    late.fields.put(conference::kStartsAt, now + -1h);
    EXPECT_EQ(check({person}, late), ErrorCode::ImpossibleDate);
}

TEST_F(ConferenceRules, AsksThePersonThenWhoCaresThenTheFamilyThenEveryAgencyInvolved) {
    const auto directoryRecords = sampleDirectory(ids);
    const Directory directory{directoryRecords};
    const auto record = [&](RecordType type, auto fill) {
        Record made;
        made.type = type;
        fill(made.fields);
        return made;
    };
    const auto involved = [&](const Principal& who, WallTime until) {
        return record(RecordType::CareTeamMembership, [&](FieldSet& f) {
            f.put(care_team::kAgency, who.agency);
            f.put(care_team::kWorker, who.worker);
            if (until.isKnown()) {
                f.put(care_team::kUntil, until);
            }
        });
    };
    const std::vector<Record> about{involved(reviewer, {}),
                                    involved(nurse, {}),
                                    involved(nurse, {}), // of two agencies' teams
                                    involved(officer, now + -1h),
                                    record(RecordType::RelatedPerson,
                                           [](FieldSet& f) {
                                               f.put(related_person::kName, "Tom Hale"s);
                                               f.put(related_person::kRelation, "son"s);
                                               f.put(related_person::kNextOfKin, 1);
                                           }),
                                    record(RecordType::Carer, [](FieldSet& f) {
                                        f.put(carer::kName, "Ruth Hale"s);
                                        f.put(carer::kRelation, "sister"s);
                                    })};
    const auto who = care::whoMayBeInvited("Edith Hale", about, directory, reviewer.worker, now);
    ASSERT_EQ(who.size(), 4U) << "not the chair, not who is involved no longer, nobody twice";
    EXPECT_EQ(who[0], person);
    EXPECT_EQ(who[1].name, "Ruth Hale");
    EXPECT_EQ(who[1].comesAs, "carer");
    EXPECT_EQ(who[2], son);
    EXPECT_EQ(who[3].worker, nurse.worker);
    EXPECT_EQ(who[3].comesAs, "worker");
}

TEST_F(ConferenceRules, AnInvitationSaysWhatToWhenAndWhereAndAsksAgainWhenTheHourIsAnother) {
    auto planned = called(now + 24h);
    planned.fields.put(conference::kPlace, "Mallow Court"s);
    auto asked = asks(planned, theNurse);
    EXPECT_EQ(asked.fields.get(invitation::kStartsAt), now + 24h);
    EXPECT_EQ(asked.fields.text(invitation::kPlace), "Mallow Court");
    asked = changed(nurse, asked, [](FieldSet& f) { f.put(invitation::kAnswer, "coming"s); });
    planned.fields.put(conference::kPlace, "The surgery"s);
    asked = changed(reviewer, asked, [&](FieldSet& f) {
        Record told = asked;
        care::tellAnew(told, planned);
        f = told.fields;
    });
    EXPECT_EQ(asked.fields.text(invitation::kAnswer), "coming") << "another room is no other day";
    planned.fields.put(conference::kStartsAt, now + 48h);
    asked = changed(reviewer, asked, [&](FieldSet& f) {
        Record told = asked;
        care::tellAnew(told, planned);
        f = told.fields;
    });
    EXPECT_EQ(asked.fields.text(invitation::kAnswer), "asked");
    EXPECT_EQ(refusedChange(nurse, asked, [&](FieldSet& f) { f.put(invitation::kStartsAt, now + 72h); }),
              ErrorCode::NotPermitted);
    EXPECT_EQ(refusedChange(nurse, asked, [](FieldSet& f) { f.put(invitation::kAnswer, "called-off"s); }),
              ErrorCode::NotPermitted);
}

TEST_F(ConferenceRules, ADecisionHasWordsAndIsNeverToldOtherwise) {
    const auto by = held();
    EXPECT_EQ(refusedTo(reviewer, RecordType::ConferenceDecision,
                        [&](FieldSet& f) {
                            f.put(conference_decision::kConference, by.id);
                            f.put(conference_decision::kText, "   "s);
                            f.put(conference_decision::kState, "decided"s);
                        }),
              ErrorCode::Missing);
    const auto one = decided(by, 1, "A trial at home from 1 December");
    EXPECT_EQ(refusedChange(reviewer, one, [](FieldSet& f) { f.put(conference_decision::kText, "Stays"s); }),
              ErrorCode::Immutable);
    EXPECT_EQ(refusedChange(nurse, one, [](FieldSet& f) { f.put(conference_decision::kState, "entered-in-error"s); }),
              ErrorCode::NotPermitted);
}

TEST_F(ConferenceRules, ThePageShowsHerFirstAndWhoDisagreesBesideTheDecision) {
    const auto by = held();
    const auto first = decided(by, 1, "A trial at home from 1 December");
    const auto second = decided(by, 2, "A review after four weeks");
    const auto toms = says(reviewer, "family", "Tom Hale", "She will fall again", first.id);
    const auto theGps = says(nurse, "gp", "Dr Lim", "Too soon", first.id);
    const auto hers = says(reviewer, "person", "", "Home to my own bed");
    const auto sons = says(reviewer, "family", "Tom Hale", "A care home");
    auto there = asks(by, person);
    there.fields.put(invitation::kAttended, "there"s);
    const auto sorry = asks(by, theNurse);
    const std::vector<Record> about{second, sons, toms, sorry, there, first, hers, theGps, by};
    const auto sheet = care::conferenceSheet(by, about, "2026-11-20");
    ASSERT_EQ(sheet.decisions.size(), 2U);
    EXPECT_EQ(sheet.decisions[0].decision.id, first.id);
    EXPECT_EQ(sheet.decisions[0].dissent.size(), 2U) << "both stand, each with its own words";
    EXPECT_TRUE(sheet.decisions[1].dissent.empty());
    ASSERT_EQ(sheet.views.size(), 2U) << "a dissent stands with its decision";
    EXPECT_EQ(sheet.views[0].id, hers.id);
    EXPECT_FALSE(sheet.ownViewMissing);
    ASSERT_EQ(sheet.invited.size(), 2U);
    EXPECT_EQ(sheet.invited[0].id, there.id);
    EXPECT_EQ(sheet.turnout, (care::Turnout{2, 0, 2, 1, 0}));
    EXPECT_EQ(care::personThereBy(sheet.invited), "there");
}

TEST_F(ConferenceRules, WhatItDecidedIsSetApartFromWhatWasOpenBefore) {
    const auto by = held();
    auto agreed = action(nurse);
    agreed.fields.put(action::kConference, by.id);
    const auto before = action(nurse);
    const auto sheet = care::conferenceSheet(by, std::vector{agreed, before, by}, "2026-11-26");
    ASSERT_EQ(sheet.actions.size(), 1U);
    EXPECT_EQ(sheet.actions[0].record.id, agreed.id);
    EXPECT_EQ(sheet.actions[0].daysLate, 2);
    EXPECT_EQ(sheet.actions[0].awaited.worker, nurse.worker) << "whom to chase";
    ASSERT_EQ(sheet.openActions.size(), 1U);
}

TEST_F(ConferenceRules, WhoMayDoWhatFollowsWhereItStandsAndWhetherSheIsAlive) {
    const auto planned = called(now + 24h);
    const auto steps = care::stepsFrom(planned, reviewer, care::Alive::Yes);
    EXPECT_NE(std::find(steps.begin(), steps.end(), ConferenceStep::Hold), steps.end());
    EXPECT_TRUE(care::stepsFrom(planned, nurse, care::Alive::Yes).empty());
    EXPECT_EQ(care::stepsFrom(planned, reviewer, care::Alive::No), std::vector{ConferenceStep::CallOff});
    const auto over = care::stepsFrom(held(), reviewer, care::Alive::Yes);
    EXPECT_EQ(std::find(over.begin(), over.end(), ConferenceStep::Invite), over.end());
}

} // namespace
} // namespace frontsheet
