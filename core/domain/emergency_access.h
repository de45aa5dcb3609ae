// Emergency access: the rules of opening one person's records with a reason, of its end and of its review. What it opens is
// the agreements' to say (sharing/agreement.h, Purpose::Emergency). Pure.
//
// Source: UK Caldicott Principles (National Data Guardian, 2020), principle 7, "the duty to share information for individual care
// is as important as the duty to protect patient confidentiality", and principle 4, access on a strict need-to-know basis.
#pragma once

#include "core/domain/principal.h"
#include "core/domain/record.h"
#include "core/domain/sharing/compiled_agreement.h"

#include <chrono>
#include <string>

namespace frontsheet {

inline constexpr std::chrono::hours kUsualEmergency{4};
inline constexpr std::chrono::hours kLongestEmergency{12}; // a night's duty
// Fewer letters say nothing that could be reviewed.
inline constexpr std::size_t kShortestReason = 20;
inline constexpr std::size_t kLongestReason = 2000; // bytes

// Whom the worker has before them: by NHS number and date of birth, or by both names and date of birth. Nobody browses.
struct EmergencyPerson {
    std::string nhsNumber; // as typed
    std::string familyName;
    std::string givenName;
    std::string born; // ISO 8601, a whole date
};

struct EmergencyWish {
    EmergencyPerson person;
    std::string reason;
    std::chrono::hours duration = kUsualEmergency;
};

// Missing (born, the number or both names, a reason of kShortestReason letters), TooLarge, ImpossibleDate, Malformed (a number that
// is no NHS number), InvalidArgument (shorter than an hour or longer than kLongestEmergency).
[[nodiscard]] Result<void> checkWish(const EmergencyWish& wish);

// Whether a registration is of the person that is meant. A valid number must be the same, and the date of birth always is.
[[nodiscard]] bool isMeant(const EmergencyPerson& person, const Record& registration);

// Whether an agreement in force lets this role open anything of this home at all.
[[nodiscard]] bool mayOpenInEmergency(const Principal& who, const AgencyId& home,
                                      const sharing::AgreementsInForce& agreements, WallTime now);

// The record that opens it; id and version are the home's to give.
[[nodiscard]] Record openedInEmergency(const Principal& who, const AgencyId& home, const PersonId& person,
                                       const EmergencyWish& wish, WallTime now);

// Until when the access is open to its worker: when it ends by itself, or was ended. Unknown: not an emergency access.
[[nodiscard]] WallTime endOf(const Record& access);
[[nodiscard]] bool isOpenTo(const Principal& who, const Record& access, WallTime now);

// NotPermitted: not its worker. WrongState: over already.
[[nodiscard]] Result<Record> endedEarly(const Principal& who, Record access, WallTime now);

enum class EmergencyVerdict : std::uint8_t { Justified, NotJustified };
// By the home's audit role (the caller asks the agreements for that). NotPermitted: whoever opened it, and other agencies.
// Missing: words. WrongState: reviewed already.
[[nodiscard]] Result<Record> reviewed(const Principal& who, Record access, EmergencyVerdict verdict,
                                      const std::string& words, WallTime now);
[[nodiscard]] bool awaitsReview(const Record& access);

} // namespace frontsheet
