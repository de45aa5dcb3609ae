// Who to ring: from "what is needed, for whom, where" to one person with a number, offline. Pure.
#pragma once

#include "core/domain/directory.h"
#include "core/domain/opening_hours.h"

#include <optional>
#include <string>
#include <vector>

namespace frontsheet {

// What is known of the person it is for; all may be empty.
struct RingFor {
    std::string practice; // ODS code
    std::string town;
    std::optional<int> age;
};

struct RingQuestion {
    std::string words; // as typed: "fallen, lives alone, Kitley"
    RingFor person;
    LocalMoment now;
};

// How the words were taken, so that the person can put it right.
struct Taken {
    enum class Kind : std::uint8_t { Need, Town, Practice, Role, Name } kind = Kind::Need;
    std::string word; // "A fall", "Kitley"
};

enum class RingReason : std::uint8_t {
    CoversTown,
    CoversPractice,
    CoversEverywhere,
    TakesThisNeed,
    RightAge,
    AnswersNow,
    NamedWorker,
    StandsIn,  // for the worker who is away
    OnDutyNow, // by the rota
    OnCallNow, // by the rota, out of hours
    TakesOver, // for a service that has closed
    ByName,    // the service itself was asked for
};

struct RingSuggestion {
    ServiceEntry service;
    AgencyEntry agency;
    std::optional<WorkerEntry> worker; // the named worker; none: whoever answers dutyPhone
    std::optional<WorkerEntry>
        deputy;                      // for when they do not answer: another of the same role who covers the same place
    std::optional<WorkerEntry> away; // whose place the worker takes, or who would be named
    std::string awayUntil;           // ISO date, their last day away; empty: not known
    std::string awayWords;           // what they left for callers
    std::optional<WorkerEntry> onDuty; // today, by the rota
    std::string onDutyPhone;
    std::optional<WorkerEntry> atNight; // out of hours, by the rota: tonight's, or who has it now
    std::string atNightPhone;
    bool onCallNow = false; // the service is closed, and `worker` is who has it out of hours, by the rota
    std::string dutyPhone;
    bool opensKnown = false; // the hours were understood
    bool openNow = false;
    std::optional<std::uint16_t> closesAt; // minute of the day
    std::optional<OpeningHours::Opening> opensNext;
    std::string closedInstead; // the name of the service that it takes over from
    std::vector<RingReason> why;
    int score = 0;
};

// A service that would fit, and takes nobody any more.
struct ClosedService {
    ServiceEntry service;
    std::optional<ServiceEntry> instead;
};

struct RingAnswer {
    std::vector<Taken> taken;
    std::vector<RingSuggestion>
        suggestions;                        // best first; never one that does not cover the place asked for. Empty when
                                            // nothing fits the words: nobody is guessed at
    std::vector<RingSuggestion> outOfHours; // who answers when the first do not
    std::vector<ClosedService> closed;      // that the words would have found
    bool emergency = false;                 // the words speak of immediate danger: 999 first
    bool bankHoliday = false;               // today
    bool holidaysKnown = true;              // false: past the table of special days (bank_holidays.h)
};

// An empty question lists every service that covers the place, those open now first.
[[nodiscard]] RingAnswer whoToRing(const RingQuestion& question, const Directory& directory);

// The named worker who answers for a service at a place: "each GP practice has a named assessor".
[[nodiscard]] std::optional<WorkerEntry> namedWorkerFor(const ServiceEntry& service, const RingFor& person,
                                                        const Directory& directory);

} // namespace frontsheet
