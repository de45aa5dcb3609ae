// What a person said about sharing: a permission or an objection, with how it came about. The lawful basis is the
// agreement's; this is the person's word on it.
//
// Law: Mental Capacity Act 2005, sections 1 to 4 (capacity is presumed; else a best-interests decision), 9 to 11
// (attorneys for health and welfare), 16 (deputies). Next of kin can neither permit nor object in a person's name.
#pragma once

#include "core/domain/sharing/agreement.h"
#include "core/domain/sharing/named_reader.h"

#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace frontsheet::sharing {

enum class StatementKind : std::uint8_t {
    Permission = 1,
    Objection = 2,
    // Where the person lives is in no record that anybody is shown, but on this statement alone, for named readers of the home
    // agency and for those but for a visit: somebody may be looking for them. Stands above every clause.
    RestrictedLocation = 3
};
enum class GivenBy : std::uint8_t { Person = 1, Attorney = 2, Deputy = 3 };
enum class Capacity : std::uint8_t { Presumed = 1, BestInterests = 2 };
enum class HowAsked : std::uint8_t { FaceToFace = 1, Telephone = 2, InWriting = 3, WithInterpreter = 4, Video = 5 };

// Each is told of by itself: an agency that stopped when asked to hears once more when the person has changed their mind.
enum class DeliveryOf : std::uint8_t { Given = 1, Withdrawal = 2 };

// A statement handed to an agency it names: "asked Council to stop; done 3 March".
struct Delivery {
    AgencyId agency;
    WallTime deliveredAt;
    WallTime acknowledgedAt; // unknown: still to be acknowledged
    WorkerId acknowledgedBy;
    DeliveryOf of = DeliveryOf::Given;
    std::string words{}; // of the acknowledgement; may be empty
    friend bool operator==(const Delivery&, const Delivery&) = default;
};

struct PlannedVisit {
    WorkerId worker;
    WallTime due;
    friend bool operator==(const PlannedVisit&, const PlannedVisit&) = default;
};

// From so long before a visit until so long after it was due the visitor may know where the person lives.
inline constexpr std::chrono::hours kBeforeVisit{12};
inline constexpr std::chrono::hours kAfterVisit{4};

// Why a statement no longer holds.
enum class WithdrawnWhy : std::uint8_t { ChangedMind = 1, RecordedWrongly = 2 };

struct PermissionStatement {
    RecordId id;
    PersonId person;
    StatementKind kind = StatementKind::Objection;
    // What it is about. An empty agency, category or purpose: every one.
    AgencyId home;     // whose records
    AgencyId receiver; // shown to whom
    std::optional<Category> category;
    std::optional<Purpose> purpose;
    // How it came about.
    WallTime askedAt;
    AgencyId askedByAgency;
    WorkerId askedBy;
    HowAsked how = HowAsked::FaceToFace;
    GivenBy givenBy = GivenBy::Person;
    std::string authority; // of an attorney or deputy: the power's or order's reference
    Capacity capacity = Capacity::Presumed;
    WorkerId decidedBy; // of a best-interests decision
    std::string decidedWhy;
    // When it holds.
    WallTime from; // unknown: since it was asked
    WallTime until;
    WallTime withdrawnAt;
    WorkerId withdrawnBy;
    WithdrawnWhy withdrawnWhy = WithdrawnWhy::ChangedMind;
    std::string words; // the person's own, as far as they were written down
    RecordId corrects; // the statement that this one stands in for; null: none
    std::vector<Delivery> deliveries;
    // Of a restricted location.
    std::vector<NamedReader> readers;
    std::vector<PlannedVisit> visits;
    std::string where; // the address, and how to get in; empty to whom it is not released
};

// Missing, with the field, when what makes a permission count is not there; ImpossibleDate. An objection holds even so:
// who is unsure does not share.
[[nodiscard]] Result<void> checkStatement(const PermissionStatement& statement);

[[nodiscard]] bool isInForce(const PermissionStatement& statement, WallTime now);
// The next moment after `now` at which the statement may begin, end or come to mean something else by itself; unknown: never.
[[nodiscard]] WallTime nextChange(const PermissionStatement& statement, WallTime now);

// How restrictions of where a person lives stand between that and a worker.
enum class Whereabouts : std::uint8_t {
    Open,       // none is in force
    Hidden,     // from them too
    ForVisitor, // each one in force names them as a reader, of `home`, and as a visitor about now
};
[[nodiscard]] Whereabouts whereabouts(const NamedReader& worker, const AgencyId& home,
                                      std::span<const PermissionStatement> statements, WallTime now);
// Until when a visit of theirs lets the worker know what `statement` keeps; unknown: it does not now.
[[nodiscard]] WallTime knownUntil(const PermissionStatement& statement, const NamedReader& worker, const AgencyId& home,
                                  WallTime now);

// A release that a statement may be about.
struct Release {
    const AgencyId& home;
    const AgencyId& receiver;
    Category category = Category::Identity;
    Purpose purpose = Purpose::DirectCare;
};

[[nodiscard]] bool isAbout(const PermissionStatement& statement, const Release& release);

enum class PersonsWord : std::uint8_t { NothingSaid, Permits, Objects };

// An objection stands above a permission, whichever was said last: to change their mind a person withdraws it. Allocates
// nothing.
[[nodiscard]] PersonsWord wordOn(const Release& release, std::span<const PermissionStatement> statements, WallTime now);

// What its addressees are to be told of now.
[[nodiscard]] DeliveryOf dueDelivery(const PermissionStatement& statement);
// The agencies that must hear of a statement and say so: those it names; all of `parties` where it names none.
[[nodiscard]] std::vector<AgencyId> addressees(const PermissionStatement& statement, std::span<const AgencyId> parties);
// Of these, who has not acknowledged yet what is due.
[[nodiscard]] std::vector<AgencyId> unacknowledged(const PermissionStatement& statement,
                                                   std::span<const AgencyId> parties);

} // namespace frontsheet::sharing
