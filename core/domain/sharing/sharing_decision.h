// The sharing decision by agreements: what of one record reaches one worker, for how long, under which clause, and if not,
// why not. Pure, total, deny by default; allocates nothing. The server enforces it; the device explains and previews with
// the same function.
//
// How it comes out, in the order in which it is looked at:
//
// 1. Without a worker's certificate: the directory alone, and that to parties of an agreement in force.
// 2. A draft is its author's. Received copies and proposed links stay at home; carer-private material too, always.
// 3. Otherwise a clause must release. Each agreement, and in it each purpose the worker acts for, is looked at by itself:
//    the cell (home, receiver, role, the record's category) must release for anything of the record to go (the gate), and
//    then each field goes if the cell of its own category releases it. What several release is put together.
// 4. A cell releases when: a clause covers it; one of its relationships is there; the agreement is in force, agreed to by both,
//    and neither has suspended the clause; the person's word allows it.
// 5. An item restricted to named readers goes to those and its author alone, and to them only by the steps above.
// 6. Of what was entered in error a stub goes, without free text; the whole to the home's audit role alone.
// 7. While it is restricted where the person lives, no field that says so goes to anybody at all, so that it comes into no list,
//    index, print or export. What the restriction itself keeps of it goes to the home's own readers named in it, and to them from
//    twelve hours before a visit of theirs until four after (permission.h, whereabouts); once nothing is restricted, to nobody.
// 8. A safeguarding concern is its sender's to follow (concern.h), at their own agency, with or without a clause.
// 9. What is released to somebody who is asked by name for an answer to it, they may answer, whether its clause says read or
//    contribute: the home asked. What an answer may change is the rules' of its type.
//
// Of denials the one that came furthest is told. A field is released under the first clause that releases it, by agreement
// id and number of purpose; a record's lease is the shortest of those clauses'.
#pragma once

#include "core/domain/principal.h"
#include "core/domain/sharing/agreement.h"
#include "core/domain/sharing/field_mask.h"
#include "core/domain/sharing/named_reader.h"
#include "core/domain/sharing/permission.h"
#include "core/domain/sharing/sharing_reason.h"

#include <span>

namespace frontsheet::sharing {

class AgreementsInForce;

// Borrows: lives no longer than the principal.
struct Viewer {
    const Principal& principal;    // agency, worker and role from the certificate
    PurposeSet purposes;           // what the worker acts for in this request
    RelationshipSet relationships; // to the record's person, as the record's home knows them
};

enum class Standing : std::uint8_t {
    Plain,
    Draft,          // not signed by its author yet
    EnteredInError, // withdrawn: a stub is left
    Proposal,       // the home's own, nothing for partners
};

enum class Addressing : std::uint8_t {
    NotOfAReferral,
    ToViewer, // the referral, or the message on it, is addressed to the viewer, or the viewer's own contribution
    ToOthers,
};

enum class Following : std::uint8_t {
    No,
    OwnConcern, // the viewer sent this concern, or this is a message on one, from them or to them (concern.h)
};

enum class Asking : std::uint8_t {
    NotOfViewer,
    OfViewer, // the record asks the viewer for an answer: an action, an invitation, a message (isAskedOf, decision.h)
};

// What of a record a decision depends on. Borrows.
struct RecordFacts {
    const AgencyId& home;
    RecordType type = RecordType::Registration;
    Category category = Category::Identity;
    Standing standing = Standing::Plain;
    Addressing addressing = Addressing::NotOfAReferral;
    const AgencyId& authorAgency;
    const WorkerId& author;
    std::span<const NamedReader> readers; // empty: not restricted
    Following following = Following::No;
    Asking asking = Asking::NotOfViewer;
};

enum class NewerFields : std::uint8_t { Withheld, Released }; // of a schema this program does not know

inline constexpr std::uint16_t kNoClause = 0xFFFF;

// Which clause: position of the agreement among those in force, position in its clauses by id.
struct ClauseRef {
    std::uint16_t agreement = kNoClause;
    std::uint16_t clause = kNoClause;
    friend auto operator<=>(const ClauseRef&, const ClauseRef&) = default;
};

struct Decision {
    FieldMask fields;
    FieldMask masked;    // of those: shown on a tap, each reading logged (home-access, a hidden address)
    FieldMask announced; // withheld, and the viewer may be told so
    NewerFields newer = NewerFields::Withheld;
    Access access = Access::Read;
    FurtherRelease furtherRelease = FurtherRelease::NotAllowed;
    Lease lease;
    Reason reason = Reason::NotAParty;
    ViewerReason toViewer = ViewerReason::NothingToSay;
    ClauseRef clause;  // of the release, or of the denial that came furthest
    Purpose purpose{}; // of that clause

    [[nodiscard]] bool releases() const { return !fields.empty() || newer == NewerFields::Released; }
    [[nodiscard]] bool mayContribute() const { return releases() && access == Access::Contribute; }
    friend bool operator==(const Decision&, const Decision&) = default;
};

// Whether the home's directory goes to workers of the agency at all: to its own always, to a partner's while an agreement binds the two.
// What is taken back with the agreement is the workers' names and telephone numbers too.
[[nodiscard]] bool releasesDirectory(const AgencyId& viewer, const AgencyId& home, const AgreementsInForce& agreements,
                                     WallTime now);

// `permissions`: every statement of the record's person that the home holds.
[[nodiscard]] Decision decide(const Viewer& viewer, const RecordFacts& record, const AgreementsInForce& agreements,
                              std::span<const PermissionStatement> permissions, WallTime now);

// The record with only what the decision releases; without any field when it releases nothing.
[[nodiscard]] Record redact(Record record, const Decision& decision);

} // namespace frontsheet::sharing
