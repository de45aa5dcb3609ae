// A scope: a portion of what one home agency holds, granted to a device and taken from it as a whole. Its name travels
// on the wire; what it covers follows from the name, so that server and device never disagree about which rows go.
//
//   agency                                   everything homed at the worker's own agency
//   directory                                the home's agencies, workers, services and contact points
//   person:<person>                          everything about one person (care team)
//   referral:<referral record>:<person>      one addressed referral with its messages, and who the person is
//
// Ids are 32 hexadecimal digits.
#pragma once

#include "core/domain/record.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace frontsheet {

struct Scope {
    enum class Kind : std::uint8_t { Agency, Directory, Person, Referral };
    Kind kind = Kind::Agency;
    PersonId person;   // of Person and Referral
    RecordId referral; // of Referral

    [[nodiscard]] std::string name() const;
    // nullopt for anything that name() does not make, a later version's names among it.
    [[nodiscard]] static std::optional<Scope> named(std::string_view name);

    friend bool operator==(const Scope&, const Scope&) = default;
};

// What `covers` needs to know of a record of the scope's home. `referral`: of a message, the referral it is on.
struct ScopedRecord {
    RecordId id;
    RecordType type = RecordType::Registration;
    PersonId person;
    RecordId referral;
};

[[nodiscard]] bool covers(const Scope& scope, const ScopedRecord& record);

} // namespace frontsheet
