// The sharing decision: what of one record reaches one worker. Pure, total, deny by default, explained. The server enforces
// it; the device uses the same function to preview and to explain.
//
// For now three relationships release: own agency, care team, addressed referral. The signed sharing agreements take
// their place here, behind the same function.
#pragma once

#include "core/domain/principal.h"
#include "core/domain/record.h"
#include "core/domain/referral_machine.h"

#include <cstdint>
#include <optional>

namespace frontsheet {

struct ReferralSummary;

// What the record's home knows of the viewer and the record's person.
struct Relationships {
    bool careTeam = false;          // a current care-team membership at the home names this worker
    bool addressedReferral = false; // an open referral about the person at the home is addressed to this worker,
                                    // or to their service or agency without a name
    bool standsIn = false;          // on duty at an agency of which a colleague is on the care team, or is referred to
};

enum class DecisionReason : std::uint8_t {
    OwnAgency = 1,
    CareTeam = 2,
    AddressedReferral = 3,
    Directory = 4,
    AuthorsDraft = 5,
    NotOnCareTeam = 20, // no relationship releases it
    DraftOfAnother = 21,
    OwnAgencyOnly = 22,  // link proposals, received copies: not for partners
    UnknownType = 23,    // of a newer schema: never released to partners
    NotNamedReader = 24, // restricted to others by name
};

enum class Fields : std::uint8_t {
    None,
    IdentityAndContact, // who the person is and how to reach them
    Stub,               // that there was a note, whose and why it was withdrawn: not what it said
    Known,              // all that this program's schema declares; fields of a newer schema stay at home
    All                 // as it stands: redact() takes nothing away
};

struct Decision {
    Fields fields = Fields::None;
    DecisionReason reason = DecisionReason::NotOnCareTeam;

    [[nodiscard]] bool releases() const { return fields != Fields::None; }
    friend bool operator==(const Decision&, const Decision&) = default;
};

// True when the referral record itself is addressed to the viewer: by name, or to their agency with nobody named.
[[nodiscard]] bool isAddressedTo(const Principal& viewer, const Record& referral);

// True when the viewer has accepted the referral, whoever is named on it.
[[nodiscard]] bool isInHandOf(const Principal& viewer, const Record& referral);

// Entered in error: it leaves a stub wherever it was.
[[nodiscard]] bool isInError(const Record& record);

// True when the record asks this worker by name for something: an action offered to them or theirs, an invitation, a message to them
// or to whoever is on duty at their agency.
[[nodiscard]] bool isAskedOf(const Principal& viewer, const Record& record);

// True when this worker, at this agency, wrote the record as it stands.
[[nodiscard]] bool isAuthorOf(const Principal& worker, const Record& record);

// True when a message on a referral is for the viewer: addressed to them, or written by them, or by a colleague while they
// have the referral in hand themselves.
[[nodiscard]] bool reachesAsMessage(const Principal& viewer, const Record& message, const Relationships& relationships);

// True when the care-team membership names the viewer and has not ended.
[[nodiscard]] bool isCurrentMember(const Principal& viewer, const Record& membership, WallTime now);
// On which side of a referral this worker stands; nullopt: on neither. Within one agency the worker who sent it is the
// sender and every colleague the receiver.
[[nodiscard]] std::optional<ReferralSide> sideOf(const Principal& worker, const Record& referral);
[[nodiscard]] std::optional<ReferralSide> sideOf(const Principal& worker, const ReferralSummary& referral);

[[nodiscard]] Decision decide(const Principal& viewer, const Record& record, const Relationships& relationships);

// The record with only what the decision releases; without any field when it releases nothing.
[[nodiscard]] Record redact(Record record, const Decision& decision);

// Whether the viewer may make this edit at the record's home. Looks at permission alone; whether the edit fits the
// record's state is admit()'s. `current` is null for a creation; else its own home and type count, not those claimed.
[[nodiscard]] bool mayContribute(const Principal& viewer, const AgencyId& home, RecordType type, const Record* current,
                                 const Relationships& relationships);

} // namespace frontsheet
