// How referrals and concerns went round: how long until somebody there acknowledged them, until the person was contacted and until it ended,
// whether the referrer heard what came of it, and what is still open and since when. Pure; fed record by record, in any order.
#pragma once

#include "core/domain/record.h"
#include "core/domain/referral_machine.h"
#include "core/domain/report/report_period.h"
#include "core/domain/report/spread.h"

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace frontsheet::report {

// What is measured, each from a referral's arrival at the sender's server.
enum class Step : std::uint8_t {
    Acknowledged, // somebody there had it open or answered it, whichever was first
    Contacted,    // the receiver's first word or visit to the person
    Ended,        // completed, or declined with a reason
};
inline constexpr Step kSteps[] = {Step::Acknowledged, Step::Contacted, Step::Ended};

// In what a referral's clock counts, by what its service promised.
enum class Pace : std::uint8_t {
    WorkingDays, // "2 working days", "same day", and where nothing readable was promised
    Minutes,     // "4 hours", "3 days", "1 week": they run on through nights and weekends
};
inline constexpr Pace kPaces[] = {Pace::WorkingDays, Pace::Minutes};

// How long it has been open, in working days, whatever it is measured in.
enum class OpenFor : std::uint8_t { UpToTwoDays, UpToAWeek, UpToTwoWeeks, UpToFourWeeks, Longer }; // 2, 5, 10, 20
inline constexpr OpenFor kOpenFor[] = {OpenFor::UpToTwoDays, OpenFor::UpToAWeek, OpenFor::UpToTwoWeeks,
                                       OpenFor::UpToFourWeeks, OpenFor::Longer};

struct ReferralJourney {
    static constexpr std::int32_t kNotYet = -1; // and it should come
    static constexpr std::int32_t kNotDue = -2; // it ended without it: nothing to measure

    RecordId referral;
    PersonId person;
    std::uint32_t service = 0; // in ReferralLoop::services
    Pace pace = Pace::WorkingDays;
    ReferralState state = ReferralState::Sent;
    std::int32_t took[3] = {kNotYet, kNotYet, kNotYet}; // by Step; working days or minutes by `pace`
    std::int32_t openDays = 0;                          // working days since it arrived; while it is open
    bool inPeriod = false;                              // it arrived in it; others are here because they are still open
    bool overdue = false;                               // nobody has answered by the time promised
    bool unowned = false;                               // open, and no worker has accepted it
    bool feedbackGiven = false;                         // it ended with words that the referrer can read
    bool feedbackRead = false;                          // and somebody there has
};

// Safeguarding concerns stand apart: they must be acknowledged, and say nothing of how referrals are dealt with.
enum class Asked : std::uint8_t { Referral, Concern };

struct ReferralService {
    AgencyId agency;
    ServiceId service; // empty: to the agency, or to a worker of it
    Asked asked = Asked::Referral;
    friend auto operator<=>(const ReferralService&, const ReferralService&) = default;
};

struct ReferralLoop {
    ReportPeriod period;
    WallTime now;
    std::vector<ReferralService> services; // in order of agency, service and kind
    std::vector<ReferralJourney> courses;  // in order of id

    // Everything below is over those of one service (its place in `services`), or of all.
    static constexpr std::uint32_t kAllServices = UINT32_MAX;

    struct Sums {
        std::size_t arrived = 0; // in the period; the next five are of these
        std::size_t completed = 0;
        std::size_t declined = 0;
        std::size_t withdrawn = 0;
        std::size_t stillOpen = 0;
        std::size_t feedbackGiven = 0; // of completed and declined
        std::size_t feedbackRead = 0;  // of those
        std::size_t open = 0;          // now, whenever they arrived; the rest are of these
        std::size_t overdue = 0;
        std::size_t unowned = 0;
        std::size_t waitsForSender = 0;
        std::array<std::size_t, 5> openFor{}; // by OpenFor
    };
    [[nodiscard]] Sums sums(std::uint32_t service) const;
    // Of those that arrived in the period.
    [[nodiscard]] Spread spread(Step step, Pace pace, std::uint32_t service) const;
};

[[nodiscard]] OpenFor openForOf(std::int32_t workingDays);

// Whose referrals count.
struct LoopOf {
    AgencyId home;   // whose workers sent them; empty: any
    WorkerId sentBy; // empty: any
    WorkerId cameTo; // accepted by, or else addressed to this worker; empty: any
    AgencyId to{};   // the agency that they came to; empty: any
};

// Takes in referrals that arrived in the period, and those that arrived before it and are still open; passes over the rest. Keeps some 80 bytes of
// each and nothing of their words.
class ReferralReader {
public:
    ReferralReader(ReportPeriod period, WallTime now, LoopOf of = {});

    void read(const Record& record);
    [[nodiscard]] static bool wants(RecordType type) { return type == RecordType::Referral; }
    [[nodiscard]] ReferralLoop finish() const;

private:
    ReportPeriod m_period;
    WallTime m_now;
    LoopOf m_of;
    std::map<ReferralService, std::uint32_t> m_services; // numbered as they came
    std::vector<ReferralJourney> m_courses;
};

} // namespace frontsheet::report
