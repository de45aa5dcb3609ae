// What of a record may stand in the draft answer to a person who asks for their records (UK GDPR article 15), before anybody has
// reviewed it. Pure. Whatever this program cannot judge is set aside: a person reviews it, nothing is released by itself.
#pragma once

#include "core/domain/record.h"

namespace frontsheet {

// Source: Data Protection Act 2018, Schedule 2 paragraph 16 (third parties), Schedule 3 parts 2 and 3 (health and social
// work: serious harm), and the product's own promises to carers.
enum class SetAside : std::uint8_t {
    No,
    ThirdParty,    // about or from somebody else: the carer's part, people named on it
    CarerPrivate,  // said in confidence by a carer: never shown to who they care for
    Safeguarding,  // concerns, and reviews of them
    SeriousHarm,   // mental health, substance use, risks: a health professional is asked first
    NamedReaders,  // restricted to readers by name
    Unfinished,    // somebody's draft, or entered in error
    CannotBeJudged // of a newer program, or not readable here
};

// The whole record.
[[nodiscard]] SetAside setAsideFrom(const Record& record);
// One field of a record that may stand there otherwise.
[[nodiscard]] SetAside setAsideFrom(Category category);

} // namespace frontsheet
