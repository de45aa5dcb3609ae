// Why a decision came out as it did: numbered for logs, in words for people. Two forms. The log's says everything. The
// viewer's says only what may be said to somebody who is not to see the thing: an objection, a restriction and a
// suspended clause all read the same, so that none of them shows.
#pragma once

#include <cstdint>
#include <string_view>

namespace frontsheet::sharing {

// Numbers are in logs for ever; never reused. Those below 30 mean what DecisionReason has always meant by them.
enum class Reason : std::uint8_t {
    // releases
    OwnAgency = 1,
    CareTeam = 2,
    AddressedReferral = 3,
    Directory = 4,
    AuthorsDraft = 5,
    PracticeList = 6,
    Duty = 7,
    RoleAlone = 8,
    EmergencyAccess = 9,
    OwnConcern = 10, // a safeguarding concern that the worker sent
    // denials
    NoRelationship = 20,
    DraftOfAnother = 21,
    OwnAgencyOnly = 22,
    UnknownType = 23,
    NobodyNamed = 30, // a server, or no certificate: case content goes to workers alone
    NotAParty = 31,   // no agreement between the two agencies; or none at all
    RoleNotInAgreement = 32,
    NoClause = 33,      // the agreement says nothing about this role and category
    CarerPrivate = 34,  // never leaves the agency that holds it
    ProcessorOnly = 35, // hosts for others, reads nothing for itself
    NotYetInForce = 36,
    Expired = 37,
    NotSigned = 38, // one of the two has not agreed to this version
    Suspended = 39, // one of the two has stopped it
    Objection = 40,
    NoPermission = 41,
    WithheldByClause = 42,
    NotNamedReader = 43,     // restricted to others by name
    EnteredInError = 44,     // and what would be left of it is not released
    RestrictedLocation = 45, // where the person lives is for named readers, before a visit
};

inline constexpr Reason kAllReasons[] = {
    Reason::OwnAgency,      Reason::CareTeam,           Reason::AddressedReferral,
    Reason::Directory,      Reason::AuthorsDraft,       Reason::PracticeList,
    Reason::Duty,           Reason::RoleAlone,          Reason::EmergencyAccess,
    Reason::OwnConcern,     Reason::NoRelationship,     Reason::DraftOfAnother,
    Reason::OwnAgencyOnly,  Reason::UnknownType,        Reason::NobodyNamed,
    Reason::NotAParty,      Reason::RoleNotInAgreement, Reason::NoClause,
    Reason::CarerPrivate,   Reason::ProcessorOnly,      Reason::NotYetInForce,
    Reason::Expired,        Reason::NotSigned,          Reason::Suspended,
    Reason::Objection,      Reason::NoPermission,       Reason::WithheldByClause,
    Reason::NotNamedReader, Reason::EnteredInError,     Reason::RestrictedLocation};

// What a viewer may be told.
enum class ViewerReason : std::uint8_t {
    Released = 1,
    NothingToSay = 2, // silent: as if there were nothing
    NotShared = 3,    // "Not shared with you. Ask ..."
};

[[nodiscard]] bool releases(Reason reason);
// For the log and for a governance lead: everything.
[[nodiscard]] std::string_view wordsForLog(Reason reason);
[[nodiscard]] std::string_view wordsForViewer(ViewerReason reason);

} // namespace frontsheet::sharing
