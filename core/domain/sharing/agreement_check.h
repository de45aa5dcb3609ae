// What is wrong with an agreement, in words, for whoever has to put it right. Everything is found at once.
#pragma once

#include "core/domain/sharing/agreement.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace frontsheet::sharing {

enum class Severity : std::uint8_t {
    Error,  // cannot be signed or activated
    Warning // can; a governance lead ought to have thought about it
};

enum class Mistake : std::uint8_t {
    Unreadable = 1,  // not the text of an agreement
    UnknownWord = 2, // a category, kind, purpose ... that there is not
    Missing = 3,
    Repeated = 4,
    UnknownParty = 5,   // a clause or processor names who is no party
    OtherParty = 6,     // a party that is not of this partnership
    UnknownRole = 7,    // a clause names a role that is not declared for the kind
    UnknownPurpose = 8, // a clause is for a purpose without a lawful basis
    Contradiction = 9,  // two clauses for one cell
    MissingBasis = 10,  // an article or condition that another needs
    WrongBasis = 11,    // a clause that its purpose's basis does not carry
    CarerPrivate = 12,  // would release, or give away, what is private to a carer
    WrongField = 13,    // a field outside the clause's categories
    WrongLease = 14,
    WrongDates = 15,
    Expired = 16,
    ReviewOverdue = 17,
    NoProfessionalDuty = 18, // a basis of direct care for somebody bound by contract alone
    EverybodyInRole = 19,    // no relationship needed for more than who is who
    NeverUsed = 20,
    TooLarge = 21,
    WrongForm = 22,    // own-agency clauses in a partnership, or the other way about
    RoleOfNobody = 23, // no worker of the directory has it, or a worker's role is in no agreement
};

enum class Part : std::uint8_t { Agreement, Party, Role, Purpose, Clause };

// Where: the n-th part of its kind as authored, a field of it by its name in the text, the n-th value of that.
struct Place {
    Part part = Part::Agreement;
    std::size_t index = 0;
    std::string_view field{}; // empty: the part as a whole
    std::size_t element = 0;
};

struct Problem {
    Severity severity = Severity::Error;
    Mistake mistake = Mistake::Missing;
    Place place;
    std::string words;
};

// A role as it stands in the directory.
struct DirectoryRole {
    AgencyKind kind = AgencyKind::Council;
    std::string name;
};

struct CheckAgainst {
    WallTime now;
    // Of the partnership, as far as they are known; empty: not looked at.
    std::vector<AgencyId> agencies;
    std::vector<DirectoryRole> roles;
};

[[nodiscard]] std::vector<Problem> checkAgreement(const Agreement& agreement, const CheckAgainst& against);

[[nodiscard]] bool hasErrors(std::span<const Problem> problems);

} // namespace frontsheet::sharing
