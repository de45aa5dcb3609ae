// Over the directory of the sample locality, as its agencies handed it over.
#include "core/base/utf8.h"
#include "core/domain/who_to_ring.h"
#include "tests/support/sample_records.h"

#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

namespace frontsheet {
namespace {

const LocalMoment kFridayTen{5, 10 * 60, "2026-11-20"};
const LocalMoment kSaturdayNight{6, 2 * 60, "2026-11-21"};

class WhoToRing : public testing::Test {
protected:
    [[nodiscard]] RingAnswer ask(const std::string& words, const RingFor& person = {},
                                 const LocalMoment& now = kFridayTen) const {
        return whoToRing({words, person, now}, directory);
    }
    [[nodiscard]] std::string first(const std::string& words, const RingFor& person = {},
                                    const LocalMoment& now = kFridayTen) const {
        const auto answer = ask(words, person, now);
        if (answer.suggestions.empty()) {
            return "nobody";
        }
        const auto& s = answer.suggestions.front();
        return s.service.name + ": " + (s.worker ? s.worker->name : s.dutyPhone);
    }
    [[nodiscard]] static std::vector<std::string> takenAs(const RingAnswer& answer, Taken::Kind kind) {
        std::vector<std::string> words;
        for (const auto& taken : answer.taken) {
            if (taken.kind == kind) {
                words.push_back(taken.word);
            }
        }
        return words;
    }

    SeededIdSource ids{8};
    std::vector<Record> records = sampleDirectory(ids);
    Directory directory{records};
};

TEST_F(WhoToRing, EachPracticeHasItsNamedAssessor) {
    const auto* service = directory.service(ServiceId{"SVC01"});
    ASSERT_NE(service, nullptr);
    EXPECT_EQ(namedWorkerFor(*service, {"Y99001", "", {}}, directory)->name, "Bethan Price");
    EXPECT_EQ(namedWorkerFor(*service, {"Y99002", "", {}}, directory)->name, "Tom Adeyemi");
    EXPECT_EQ(namedWorkerFor(*service, {"Y99003", "", {}}, directory)->name, "Ruth Kowalski");
    EXPECT_FALSE(namedWorkerFor(*service, {"Y00000", "Kitley", {}}, directory))
        << "of a practice nobody is attached to";
    EXPECT_FALSE(namedWorkerFor(*service, {}, directory));
}

TEST_F(WhoToRing, FallenAndAloneInKitley) {
    const auto answer = ask("fallen, lives alone, Kitley");
    EXPECT_EQ(takenAs(answer, Taken::Kind::Need), (std::vector<std::string>{"A fall", "Lives alone"}));
    EXPECT_EQ(takenAs(answer, Taken::Kind::Town), (std::vector<std::string>{"Kitley"}));
    ASSERT_GE(answer.suggestions.size(), 2u);
    const auto& best = answer.suggestions[0];
    EXPECT_EQ(best.service.name, "Community nursing");
    EXPECT_EQ(best.worker->name, "Lena Wójcik");
    EXPECT_EQ(best.deputy->name, "Mark Tan") << "the other nurse for Kitley";
    EXPECT_TRUE(best.openNow);
    EXPECT_EQ(best.closesAt, 22 * 60);
    EXPECT_EQ(best.why, (std::vector{RingReason::TakesThisNeed, RingReason::CoversTown, RingReason::NamedWorker,
                                     RingReason::AnswersNow}));
    EXPECT_EQ(answer.suggestions[1].service.name, "Social work assessment (GP attached)");
    for (const auto& s : answer.suggestions) {
        EXPECT_NE(s.service.routedBy, "Fennick") << "for people in Fennick alone";
    }
    EXPECT_FALSE(answer.emergency);
}

TEST_F(WhoToRing, WithThePracticeKnownTheNamedAssessorComesFirst) {
    EXPECT_EQ(first("fallen, lives alone", {"Y99002", "Kitley", 84}),
              "Social work assessment (GP attached): Tom Adeyemi");
    EXPECT_EQ(first("needs help at home, Harbour Surgery"), "Social work assessment (GP attached): Bethan Price");
    EXPECT_EQ(first("help with washing", {"Y99003", "", 70}), "Social work assessment (GP attached): Ruth Kowalski");
}

TEST_F(WhoToRing, RentArrearsGoToTheHousingOfficerOfTheTown) {
    EXPECT_EQ(first("rent arrears Saltmarsh"), "Tenancy support: Gary Stubbs");
    EXPECT_EQ(first("hoarding, Kitley"), "Tenancy support: Yasmin Noor");
    EXPECT_EQ(first("eviction"), "Tenancy support: 01632 960907") << "nobody is named until the town is known";
    EXPECT_EQ(first("eviction, Fennick"), "Tenancy support: 01632 960907") << "no officer covers Fennick";
}

TEST_F(WhoToRing, TheTownIsKnownHoweverItIsWritten) {
    for (const auto* words : {"wound, Weston-under-Down", "wound weston under down", "WESTON-UNDER-DOWN wound"}) {
        EXPECT_EQ(first(words), "Community nursing: Ann-Marie Cole") << words;
    }
    EXPECT_EQ(first("wound", {"", "SALTMARSH", 80}), "Community nursing: Jo Marsh");
    EXPECT_EQ(takenAs(ask("Kitley Health Centre"), Taken::Kind::Practice),
              (std::vector<std::string>{"Kitley Health Centre"}));
    EXPECT_TRUE(takenAs(ask("Kitley Health Centre"), Taken::Kind::Town).empty());
}

TEST_F(WhoToRing, OutOfHoursTheEmergencyDutyTeamAnswers) {
    const auto night = ask("needs help at home", {"Y99001", "Saltmarsh", 84}, kSaturdayNight);
    ASSERT_FALSE(night.suggestions.empty());
    EXPECT_EQ(night.suggestions.front().service.name, "Emergency duty team");
    EXPECT_EQ(night.suggestions.front().dutyPhone, "01632 960999");
    EXPECT_FALSE(night.suggestions.front().worker) << "whoever is on duty, not a manager by name";
    EXPECT_EQ(night.suggestions[1].worker->name, "Bethan Price") << "and who to ring when they open";
    EXPECT_FALSE(night.suggestions[1].openNow);
    EXPECT_EQ(night.suggestions[1].opensNext->daysAhead, 2);
    const auto day = ask("needs help at home", {"Y99001", "Saltmarsh", 84});
    for (const auto& s : day.suggestions) {
        EXPECT_NE(s.service.name, "Emergency duty team");
    }
    ASSERT_EQ(day.outOfHours.size(), 1u) << "said all the same, for tonight";
    EXPECT_FALSE(day.outOfHours[0].openNow);
}

TEST_F(WhoToRing, ACrisisAtNightGoesToTheCrisisLine) {
    const auto answer = ask("suicidal, mental health crisis", {"", "", 40}, kSaturdayNight);
    EXPECT_TRUE(answer.emergency) << "999 first";
    EXPECT_EQ(answer.suggestions.front().service.name, "Crisis line");
    EXPECT_FALSE(answer.suggestions.front().worker) << "no key worker is rung at night";
    EXPECT_TRUE(ask("she is on the floor and bleeding").emergency);
    EXPECT_FALSE(ask("rent arrears").emergency);
}

TEST_F(WhoToRing, AgeIsRespectedWhereAServiceHasOne) {
    EXPECT_EQ(first("low mood", {"", "", 80}), "Older adults mental health: Pat Donnelly")
        << "of the older adults' team";
    for (const auto& s : ask("low mood", {"", "", 40}).suggestions) {
        EXPECT_NE(s.service.name, "Older adults mental health");
    }
}

TEST_F(WhoToRing, OtherNeedsFindTheirService) {
    EXPECT_EQ(first("carer exhausted"), "Carer support and assessment: Dot Ingram");
    EXPECT_EQ(first("going home from hospital alone"), "Escort home from hospital: Sandra Mills");
    EXPECT_EQ(first("placement review Fennick"), "Placement review: Dave Hartley");
    EXPECT_EQ(first("shopping, Fennick"), "Befriending, shopping, lifts: Bill Yeo");
    EXPECT_EQ(first("lonely", {"", "Fennick", 80}), "Befriending, shopping, lifts: Bill Yeo");
    EXPECT_EQ(first("pressure sore, Saltmarsh"), "Community nursing: Jo Marsh");
}

TEST_F(WhoToRing, AWorkerIsFoundByNameOrRole) {
    EXPECT_EQ(ask("Gary Stubbs").suggestions.front().worker->name, "Gary Stubbs");
    EXPECT_EQ(ask("siobhan").suggestions.front().worker->name, "Siobhán Duffy");
    EXPECT_EQ(ask("wojcik").suggestions.front().worker->name, "Lena Wójcik");
    const auto therapist = ask("occupational therapist").suggestions.front();
    EXPECT_EQ(therapist.worker->name, "Grace Lim");
    EXPECT_EQ(therapist.service.name, "occupational therapist");
    EXPECT_TRUE(therapist.service.code.empty()) << "a role, not a service made up";
    EXPECT_EQ(ask("physio").suggestions.front().worker->name, "Owen Pugh");
}

TEST_F(WhoToRing, GibberishGetsAnHonestAnswer) {
    const auto answer = ask("xqzvt blorp");
    EXPECT_TRUE(answer.suggestions.empty());
    EXPECT_EQ(takenAs(answer, Taken::Kind::Name), (std::vector<std::string>{"xqzvt", "blorp"}))
        << "shown as it was taken";
    EXPECT_EQ(answer.outOfHours.size(), 1u);
    EXPECT_FALSE(answer.emergency);
    EXPECT_TRUE(ask("xqzvt blorp", {}, kSaturdayNight).suggestions.empty());
}

TEST_F(WhoToRing, AnEmptyQuestionListsWhatThereIsThoseOpenFirst) {
    const auto answer = ask("", {"Y99001", "Saltmarsh", 84}, {6, 11 * 60, "2026-11-21"});
    EXPECT_EQ(answer.suggestions.size(), 9u) << "all but the one for Fennick and the one for out of hours";
    bool closedSeen = false;
    for (const auto& s : answer.suggestions) {
        closedSeen = closedSeen || !s.openNow;
        EXPECT_FALSE(closedSeen && s.openNow) << s.service.name;
    }
}

TEST_F(WhoToRing, AnEmptyDirectoryInventsNobody) {
    const auto answer = whoToRing({"fallen in Kitley", {"Y99001", "Kitley", 80}, kFridayTen}, Directory{});
    EXPECT_TRUE(answer.suggestions.empty());
    EXPECT_TRUE(answer.outOfHours.empty());
}

RC_GTEST_PROP(WhoToRingProperties, WhateverIsAskedNobodyIsInvented, ()) {
    static SeededIdSource ids{9};
    static const auto records = sampleDirectory(ids);
    static const Directory directory{records};
    std::string words;
    const auto count = *rc::gen::inRange(0, 6);
    for (int i = 0; i < count; ++i) {
        words += *rc::gen::element<std::string>("fallen", "alone", "Kitley", "Fennick", "rent", "Harbour Surgery",
                                                "nurse", "zz", "O'Neill", "李", "the", "crisis", "Gary", "all",
                                                "Y99002", "\xFF", "999") +
                 " ";
    }
    const RingFor person{*rc::gen::element<std::string>("", "Y99001", "Y00000"),
                         *rc::gen::element<std::string>("", "Kitley", "Oldport"),
                         *rc::gen::arbitrary<bool>() ? std::optional{*rc::gen::inRange(0, 110)} : std::nullopt};
    const LocalMoment now{*rc::gen::inRange<std::uint8_t>(1, 8), *rc::gen::inRange<std::uint16_t>(0, 1440), ""};
    const auto answer = whoToRing({words, person, now}, directory);
    for (const auto& s : answer.suggestions) {
        RC_ASSERT((s.service.code.empty() ? s.worker.has_value() : directory.service(s.service.code) != nullptr));
        if (s.worker) {
            RC_ASSERT(directory.workers().contains(s.worker->code));
            RC_ASSERT(s.worker->agency == s.service.agency);
        }
        if (s.deputy) {
            RC_ASSERT(s.deputy->code != s.worker->code);
            RC_ASSERT(s.deputy->role == s.worker->role);
        }
        if (person.age && *person.age < 65) {
            RC_ASSERT(s.service.criteria.find("65 and over") == std::string::npos);
        }
    }
}

} // namespace
} // namespace frontsheet
