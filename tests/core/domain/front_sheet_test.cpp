#include "core/domain/front_sheet.h"
#include "core/domain/schema/care_team.h"
#include "core/domain/schema/contact_note.h"
#include "core/domain/schema/placement.h"
#include "core/domain/schema/referral.h"
#include "core/domain/schema/registration.h"
#include "tests/support/sample_records.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <rapidcheck/gtest.h>
#include <set>

namespace frontsheet {
namespace {

using namespace std::string_literals;
using namespace std::chrono_literals;

class FrontSheetTest : public testing::Test {
protected:
    [[nodiscard]] FrontSheet sheet(std::vector<Record> records, const std::string& viewer = "community_trust",
                                   std::vector<RecordId> waiting = {}) const {
        std::sort(waiting.begin(), waiting.end());
        return assembleFrontSheet({records, waiting, AgencyId{viewer}, now}, directory);
    }
    [[nodiscard]] Record registrationAt(const std::string& home, const PersonId& person, const SamplePerson& about,
                                        WallTime recorded) {
        auto record = sampleRegistration(ids, home, person, about);
        record.recordedAt = recorded;
        return record;
    }
    [[nodiscard]] Record note(const std::string& text, WallTime at, const RecordId& addendumTo = {},
                              const std::string& state = "signed") {
        auto record = sampleNote(ids, "community_trust", edith, "W012", text, at, state);
        record.fields.put(contact_note::kAddendumTo, addendumTo);
        return record;
    }
    [[nodiscard]] Record referral(const std::string& need, const std::string& state, WallTime sent) {
        auto record = sampleMembership(ids, "community_trust", edith, "", "");
        record.type = RecordType::Referral;
        record.fields = {};
        record.fields.put(referral::kNeed, need);
        record.fields.put(referral::kState, state);
        record.fields.put(referral::kSentAt, sent);
        record.fields.put(referral::kFromWorker, WorkerId{"W012"});
        record.fields.put(referral::kToAgency, AgencyId{"council"});
        return record;
    }
    [[nodiscard]] static std::vector<std::string> texts(const FrontSheet& sheet) {
        std::vector<std::string> out;
        for (const auto& n : sheet.notes) {
            out.push_back(n.text);
        }
        return out;
    }

    SeededIdSource ids{12};
    WallTime now = kFridayMorning;
    PersonId edith = ids.timeOrdered<PersonId>(now);
    PersonId edithAtCouncil = ids.timeOrdered<PersonId>(now);
    PersonId edithAtHousing = ids.timeOrdered<PersonId>(now);
    std::vector<Record> directoryRecords = sampleDirectory(ids);
    Directory directory{directoryRecords};
};

TEST_F(FrontSheetTest, JoinsWhatSeveralAgenciesSayAndShowsWhereTheyDiffer) {
    SamplePerson trust;
    SamplePerson council;
    council.given = "Edie";
    council.address = "12 FORE STREET, SALTMARSH";
    SamplePerson housing;
    housing.address = "3 Mill Hill";
    housing.town = "Kitley";
    housing.nhsNumber = "";
    housing.born = "1939";
    housing.title = "Ms";
    const auto s = sheet({registrationAt("housing", edithAtHousing, housing, WallTime{3000}),
                          registrationAt("council", edithAtCouncil, council, WallTime{2000}),
                          registrationAt("community_trust", edith, trust, WallTime{1000})});
    EXPECT_EQ(std::set<PersonId>(s.persons.begin(), s.persons.end()),
              (std::set{edith, edithAtCouncil, edithAtHousing}));
    EXPECT_EQ(s.persons.size(), 3u);
    EXPECT_EQ(s.registrations.size(), 3u);
    EXPECT_FALSE(s.familyName.disputed());
    EXPECT_EQ(s.familyName.versions[0].sources.size(), 3u);
    EXPECT_TRUE(s.givenName.disputed());
    EXPECT_EQ(s.givenName.first(), "Edith") << "the viewer's own agency's first";
    EXPECT_EQ(s.givenName.versions[1].value, "Edie");
    EXPECT_EQ(s.givenName.versions[1].sources, (std::vector<Source>{{AgencyId{"council"}, WallTime{2000}}}));
    EXPECT_FALSE(s.born.disputed()) << "a year agrees with the day in it";
    EXPECT_EQ(s.nhsNumber.versions[0].sources.size(), 2u);
    ASSERT_EQ(s.address.versions.size(), 2u) << "capitals and a repeated town are no disagreement";
    EXPECT_EQ(s.address.first(), "12 Fore Street, Saltmarsh");
    EXPECT_EQ(s.address.versions[1].value, "3 Mill Hill, Kitley");
    EXPECT_EQ(sheet({registrationAt("housing", edithAtHousing, housing, WallTime{3000}),
                     registrationAt("community_trust", edith, trust, WallTime{1000})},
                    "housing")
                  .address.first(),
              "3 Mill Hill, Kitley");
}

TEST_F(FrontSheetTest, ATownInsideAnotherWordIsNotTheTown) {
    SamplePerson about;
    about.address = "4 Kitleyside Road";
    about.town = "Kitley";
    EXPECT_EQ(sheet({sampleRegistration(ids, "council", edith, about)}).address.first(), "4 Kitleyside Road, Kitley");
}

TEST_F(FrontSheetTest, AlertsNameTheirSourceAndNoneIsNoAlert) {
    auto record = sampleRegistration(ids, "housing", edith);
    record.fields.put(registration::kAlert, "Dog in the yard"s);
    record.fields.put(registration::kAccessNote, "Key safe by the door"s);
    record.fields.put(registration::kLegalStatus, "NONE"s);
    auto s = sheet({record});
    ASSERT_EQ(s.alerts.size(), 2u);
    EXPECT_EQ(s.alerts[0].text, "Dog in the yard");
    EXPECT_EQ(s.alerts[0].source.agency, AgencyId{"housing"});
    EXPECT_EQ(s.alerts[1].kind, Alert::Kind::Access);
    record.fields.put(registration::kLegalStatus, "Section 117"s);
    EXPECT_EQ(sheet({record}).alerts.size(), 3u);
}

TEST_F(FrontSheetTest, TheCareTeamNamesEachWorkerOnceSinceTheEarliest) {
    auto early = sampleMembership(ids, "council", edithAtCouncil, "council", "W001");
    early.fields.put(care_team::kSince, WallTime{500});
    auto late = sampleMembership(ids, "community_trust", edith, "council", "W001");
    late.fields.put(care_team::kSince, WallTime{900});
    late.fields.put(care_team::kBecauseOf, ids.random<RecordId>());
    auto ended = sampleMembership(ids, "community_trust", edith, "housing", "W028");
    ended.fields.put(care_team::kUntil, now);
    auto ending = sampleMembership(ids, "community_trust", edith, "housing", "W029");
    ending.fields.put(care_team::kUntil, now + 24h);
    const auto s =
        sheet({late, early, ended, ending, sampleMembership(ids, "community_trust", edith, "community_trust", "W012"),
               sampleMembership(ids, "community_trust", edith, "community_trust", "W999")});
    ASSERT_EQ(s.careTeam.size(), 4u);
    EXPECT_EQ(s.careTeam[0].worker.name, "Jo Marsh") << "the viewer's own agency first";
    EXPECT_EQ(s.careTeam[1].worker.name, "W999") << "who is not in the directory is still involved";
    EXPECT_EQ(s.careTeam[2].worker.name, "Bethan Price");
    EXPECT_EQ(s.careTeam[2].since, WallTime{500});
    EXPECT_TRUE(s.careTeam[2].because);
    EXPECT_EQ(s.careTeam[2].role, "social work assessor");
    EXPECT_EQ(s.careTeam[3].worker.name, "Yasmin Noor");
}

TEST_F(FrontSheetTest, WhoIsInvolvedAndHasNothingHereIsNamedBeforeAnEmptyListIsTrusted) {
    const std::vector<Record> team{sampleMembership(ids, "council", edithAtCouncil, "council", "W001"),
                                   sampleMembership(ids, "council", edithAtCouncil, "community_trust", "W012"),
                                   sampleMembership(ids, "council", edithAtCouncil, "community_trust", "W013"),
                                   sampleMembership(ids, "council", edithAtCouncil, "gp_Y99001", "W020"),
                                   sampleMembership(ids, "council", edithAtCouncil, "neighbourhood_care", "W031")};
    const auto missing = [&](std::vector<Record> held) {
        held.insert(held.end(), team.begin(), team.end());
        std::vector<std::string> codes;
        for (const auto& agency : involvedAndNotHere(sheet(held, "council"), AgencyId{"council"})) {
            codes.push_back(agency.code.str());
        }
        return codes;
    };
    EXPECT_EQ(missing({}), (std::vector{"community_trust"s, "gp_Y99001"s}))
        << "each once, not our own, and not who keeps no alerts";
    EXPECT_EQ(missing({registrationAt("gp_Y99001", edith, {}, now)}), std::vector{"community_trust"s});
    EXPECT_TRUE(missing({registrationAt("gp_Y99001", edith, {}, now),
                         registrationAt("community_trust", edithAtHousing, {}, now)})
                    .empty());
}

TEST_F(FrontSheetTest, NotesStandNewestFirstWithTheirAddendaAfterThem) {
    const auto monday = note("monday", now + -96h);
    const auto tuesday = note("tuesday", now + -72h);
    const auto onMonday = note("about monday, later", now + -1h, monday.id);
    const auto onMondayEarlier = note("about monday, sooner", now + -80h, monday.id);
    const auto onAddendum = note("about the addendum", now, onMondayEarlier.id);
    EXPECT_EQ(
        texts(sheet({onAddendum, onMonday, monday, tuesday, onMondayEarlier})),
        (std::vector{"tuesday"s, "monday"s, "about monday, sooner"s, "about monday, later"s, "about the addendum"s}));
}

TEST_F(FrontSheetTest, NoNoteIsEverLeftOut) {
    auto orphan = note("adds to what is not held", now, ids.random<RecordId>());
    auto first = note("a ring", now + -1h);
    auto second = note("of two", now + -2h, first.id);
    first.fields.put(contact_note::kAddendumTo, second.id);
    auto own = note("adds to itself", now + -3h);
    own.fields.put(contact_note::kAddendumTo, own.id);
    EXPECT_EQ(sheet({orphan, first, second, own}).notes.size(), 4u);
}

TEST_F(FrontSheetTest, ANoteInErrorShowsThatItWasThereAndNotWhatItSaid) {
    auto record = note("about somebody else", now, {}, "entered-in-error");
    record.fields.put(contact_note::kErrorReason, "wrong person"s);
    const auto s = sheet({record});
    ASSERT_EQ(s.notes.size(), 1u);
    EXPECT_EQ(s.notes[0].text, "");
    EXPECT_EQ(s.notes[0].errorReason, "wrong person");
    EXPECT_TRUE(s.timeline.empty());
}

TEST_F(FrontSheetTest, OpenReferralsComeFirst) {
    const auto s = sheet({referral("done", "completed", now), referral("old and open", "sent", now + -48h),
                          referral("new and open", "accepted", now + -24h)});
    ASSERT_EQ(s.referrals.size(), 3u);
    EXPECT_EQ(s.referrals[0].need, "new and open");
    EXPECT_EQ(s.referrals[1].need, "old and open");
    EXPECT_EQ(s.referrals[2].need, "done");
}

TEST_F(FrontSheetTest, TheTimelineRunsByStatedTimeAndNeverPutsAnAnswerBeforeItsQuestion) {
    auto r = referral("assessment", "completed", now);
    r.fields.put(referral::kAnsweredAt, now + -24h * 365); // the receiver's clock is a year behind
    r.fields.put(referral::kOutcomeAt, now + -24h * 364);
    r.fields.put(referral::kAnsweredBy, WorkerId{"W001"});
    const auto s =
        sheet({note("before", now + -1h), r, note("after", now + 1h), note("not yet said", now, {}, "draft")});
    std::vector<Happening::Kind> kinds;
    for (const auto& h : s.timeline) {
        kinds.push_back(h.kind);
    }
    using enum Happening::Kind;
    EXPECT_EQ(kinds, (std::vector{Note, ReferralDone, ReferralAnswered, ReferralSent, Note}));
    EXPECT_EQ(s.timeline[0].text, "after");
    EXPECT_EQ(s.timeline[1].at, now + -24h * 364) << "shown as it was stated";
    EXPECT_EQ(s.timeline[1].agency, AgencyId{"council"});
}

TEST_F(FrontSheetTest, ALongNoteIsCutOnALetterInTheTimeline) {
    std::string text;
    for (int i = 0; i < 200; ++i) {
        text += "é";
    }
    const auto s = sheet({note(text, now), note("one line\nand another", now + -1h)});
    EXPECT_EQ(s.timeline[0].text.size(), 160 * 2 + std::string{"…"}.size());
    EXPECT_EQ(s.timeline[1].text, "one line…");
    EXPECT_EQ(s.notes[0].text, text) << "the note itself is whole";
}

TEST_F(FrontSheetTest, WhatWaitsOnThisDeviceSaysSo) {
    const auto a = note("sent", now + -1h);
    const auto b = note("waits", now);
    const auto s = sheet({a, b}, "community_trust", {b.id});
    EXPECT_TRUE(s.notes[0].waiting);
    EXPECT_FALSE(s.notes[1].waiting);
}

TEST_F(FrontSheetTest, AReferralIsOverdueOnceItArrivedAndNobodyAnsweredInTime) {
    auto record = referral("assessment", "sent", now);
    record.fields.put(referral::kAnswerBy, now + 1h);
    EXPECT_FALSE(isOverdue(summarise(record), now + 1h));
    EXPECT_TRUE(isOverdue(summarise(record), now + 2h));
    record.recordedAt = {};
    EXPECT_FALSE(isOverdue(summarise(record), now + 2h)) << "still on this device: nobody could have answered";
    record.recordedAt = now;
    for (const auto* state : {"info-asked", "accepted", "completed", "declined", "withdrawn"}) {
        record.fields.put(referral::kState, std::string{state});
        EXPECT_FALSE(isOverdue(summarise(record), now + 2h)) << state;
    }
}

TEST_F(FrontSheetTest, PlacementsStandNewestFirst) {
    auto first = sampleMembership(ids, "council", edith, "", "");
    first.type = RecordType::Placement;
    first.fields = {};
    first.fields.put(placement::kDischargedOn, "2026-03-01"s);
    auto second = first;
    second.fields.put(placement::kDischargedOn, "2026-09-01"s);
    const auto s = sheet({first, second});
    EXPECT_EQ(s.placements[0].dischargedOn, "2026-09-01");
}

RC_GTEST_PROP(FrontSheetProperties, TheOrderInWhichRecordsAreReadDoesNotMatter, ()) {
    SeededIdSource ids{13};
    const auto person = ids.random<PersonId>();
    std::vector<Record> records;
    const auto count = *rc::gen::inRange(0, 12);
    for (int i = 0; i < count; ++i) {
        const WallTime at{kFridayMorning.ms + *rc::gen::inRange(0, 3)};
        auto record =
            sampleNote(ids, *rc::gen::element("council"s, "housing"s), person, "W012", "n" + std::to_string(i), at,
                       *rc::gen::element("draft"s, "signed"s, "entered-in-error"s));
        if (!records.empty() && *rc::gen::arbitrary<bool>()) {
            record.fields.put(contact_note::kAddendumTo, records[*rc::gen::inRange<std::size_t>(0, records.size())].id);
        }
        records.push_back(std::move(record));
    }
    const auto orderOf = [&](std::span<const Record> input) {
        const auto sheet = assembleFrontSheet({input, {}, AgencyId{"council"}, kFridayMorning}, Directory{});
        std::vector<RecordId> out;
        for (const auto& n : sheet.notes) {
            out.push_back(n.id);
        }
        for (const auto& h : sheet.timeline) {
            out.push_back(h.record);
        }
        return out;
    };
    const auto forward = orderOf(records);
    std::reverse(records.begin(), records.end());
    RC_ASSERT(orderOf(records) == forward);
    RC_ASSERT(std::set<RecordId>(forward.begin(), forward.end()).size() == records.size());
}

} // namespace
} // namespace frontsheet
