// What became of the people who were discharged from hospital to a placement: how many died within two months, how many of the others
// went home again, and whether that was their own wish. Pure; fed record by record, in any order, so that nobody holds a ledger in memory.
#pragma once

#include "core/domain/record.h"
#include "core/domain/report/report_period.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace frontsheet::report {

// Exactly one for each person; the first that holds, in this order.
enum class Fate : std::uint8_t {
    DiedWithin,  // on or before the same day two months after the discharge
    DiedUnclear, // no day of death is recorded, or only the month or year, and it may have been within those two months
    ReturnedHome, // at any time since, also where they have died or were placed again after it
    DiedLater,
    Moved,      // to live somewhere else
    InHospital, // back there
    AtHomeOnTrial,
    StillThere, // said by a review
    NotSaid,    // nothing is recorded since
};
inline constexpr Fate kFates[] = {Fate::DiedWithin,    Fate::DiedUnclear, Fate::ReturnedHome,
                                  Fate::DiedLater,     Fate::Moved,       Fate::InHospital,
                                  Fate::AtHomeOnTrial, Fate::StillThere,  Fate::NotSaid};

// How what became of somebody stands to what they themselves wished, as a worker recorded it: no program reads it out of their words.
enum class WishKept : std::uint8_t { Met, PartlyMet, Against, NotSaid };
inline constexpr WishKept kWishes[] = {WishKept::Met, WishKept::PartlyMet, WishKept::Against, WishKept::NotSaid};

struct CohortPerson {
    PersonId person;
    RecordId placement;       // that says what became of them; where none does, the last one
    std::string dischargedOn; // the first in the period
    std::string since;        // the day of death, of the way home, or of what was said last; may be empty
    Fate fate = Fate::NotSaid;
    WishKept wish = WishKept::NotSaid;
    bool placedAgain = false; // went home, and was placed again after it
    bool early = false;       // two months have not passed since the discharge: the fate is not the last word
};

struct Cohort {
    ReportPeriod period;
    std::string today;
    std::vector<CohortPerson> people; // each person once, by discharge, then by id
    std::size_t undated = 0;          // placements without a full date of discharge: in no period
    std::size_t straightHome =
        0; // discharges of the period to the person's own home (pathways 0 and 1): no placement in care
    std::size_t doubtful = 0; // people who by the records died before they were discharged: among DiedUnclear

    [[nodiscard]] std::size_t count(Fate fate) const;
    [[nodiscard]] std::size_t count(Fate fate, WishKept wish) const;
    // Everybody who did not die within two months for all that is recorded: the 69 of 85.
    [[nodiscard]] std::size_t others() const;
    [[nodiscard]] std::size_t early() const;
    [[nodiscard]] std::size_t placedAgain() const;
};

// Whose discharges count; how it went on with somebody is read from every record.
struct CohortOf {
    AgencyId home;    // empty: of any agency
    WorkerId officer; // by the reviewing officer; empty: everybody's
};

// Takes in placements, deaths, registrations that say somebody has died, and links between ids of one human; passes over the rest. Keeps some
// 150 bytes for each placement since the period began, and some 60 for each death and link; nothing of any other record.
class CohortReader {
public:
    // `today`: ISO 8601.
    CohortReader(ReportPeriod period, std::string today, CohortOf of = {});

    void read(const Record& record);
    // What read() makes use of; a caller that can choose need not bring the rest.
    [[nodiscard]] static bool wants(RecordType type);
    [[nodiscard]] Cohort finish() const;

private:
    struct Stay {
        PersonId person;
        RecordId record;
        std::string dischargedOn;
        std::string outcomeOn;
        std::string trialFrom;
        Fate said = Fate::NotSaid; // by this placement alone
        WishKept wish = WishKept::NotSaid;
        bool counts = false; // as a discharge of the cohort; others say how it went on
    };

    void readPlacement(const Record& record);
    void readLink(const Record& record);
    [[nodiscard]] PersonId humanOf(const PersonId& person) const;

    ReportPeriod m_period;
    std::string m_today;
    CohortOf m_of;
    std::vector<Stay> m_stays;
    std::map<PersonId, std::string> m_deaths; // the earliest day that is recorded; empty: only that they died
    std::map<PersonId, PersonId> m_links;     // towards one id for each human
    std::size_t m_undated = 0;
    std::size_t m_straightHome = 0;
};

// The same day of the month, or the month's last where it has no such day. Empty unless a full date.
[[nodiscard]] std::string twoMonthsAfter(std::string_view date);

} // namespace frontsheet::report
