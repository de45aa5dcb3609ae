// The states of a record type as a table: whom each waits for, so that nothing can go quiet, and who may move it where. Pure.
#pragma once

#include "core/base/result.h"
#include "core/domain/record.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace frontsheet::care {

// Whom a state waits for.
enum class Awaited : std::uint8_t {
    Nobody,
    CaseOwner,        // of the plan
    ReviewingOfficer, // of the placement
    Owner,            // of the action, the visit, the episode: the worker named on the record
    Asker,            // who asked for it
    Receiver,         // to whom it is addressed or offered
    Chair,
    Author,
};

// Who moves, as bits: one worker may be several.
enum class Mover : std::uint8_t {
    AnyContributor = 1, // everybody who may write to the record at all
    OfHome = 2,         // a worker of the agency that holds it
    Owner = 4,          // named on the record as its owner
    Asker = 8,          // named on the record as who asked
    Receiver = 16,      // to whom it is offered or addressed
};
class Movers {
public:
    constexpr Movers() = default;
    constexpr Movers(Mover one) : m_bits(static_cast<std::uint8_t>(one)) {}
    [[nodiscard]] constexpr Movers operator|(Movers other) const {
        return Movers(static_cast<std::uint8_t>(m_bits | other.m_bits));
    }
    [[nodiscard]] constexpr bool shares(Movers other) const { return (m_bits & other.m_bits) != 0; }

private:
    constexpr explicit Movers(std::uint8_t bits) : m_bits(bits) {}
    std::uint8_t m_bits = 0;
};
[[nodiscard]] constexpr Movers operator|(Mover a, Mover b) { return Movers(a) | Movers(b); }

enum class Open : std::uint8_t { Yes, No }; // No: it has ended, and stands on no list of what is to be done

struct State {
    std::string_view name; // as stored
    Awaited awaited = Awaited::Nobody;
    Open open = Open::Yes;
};
// From "" it is a beginning.
struct Arrow {
    std::string_view from, to;
    Movers by;
};

struct StateMachine {
    RecordType type;
    const TextField& field;
    std::span<const State> states;
    std::span<const Arrow> arrows;

    [[nodiscard]] const State* state(std::string_view name) const; // nullptr: of a newer schema
};

// Every type with states of its own in this folder.
[[nodiscard]] std::span<const StateMachine> allMachines();
// nullptr for types without.
[[nodiscard]] const StateMachine* machineOf(RecordType type);

// Missing: no state. WrongState: no such state, or no arrow. NotPermitted: there is an arrow, for others.
[[nodiscard]] Result<void> checkArrow(const StateMachine& machine, std::string_view from, std::string_view to,
                                      Movers who);

// Whom the record waits for as it stands; Nobody for types without states, CaseOwner for a state of a newer schema: rather one
// row too many than one gone quiet.
[[nodiscard]] Awaited awaitedBy(const Record& record);
[[nodiscard]] bool isOpen(const Record& record);

} // namespace frontsheet::care
