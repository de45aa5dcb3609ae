// A person's word on sharing as a record, and back; as a notice to another agency, and back. Pure.
//
// What a later program wrote and this one cannot read never releases anything: an objection with words that are unknown here
// is about more than it says, a permission with such words is none.
#pragma once

#include "core/domain/sharing/permission.h"

#include <optional>
#include <string_view>

namespace frontsheet::sharing {

// The statement in a record of type PermissionStatement or PermissionNotice; nullopt for other types, and for a permission
// that cannot be read whole. A notice's is about the person under its sender's id, as the notice is.
[[nodiscard]] std::optional<PermissionStatement> statementIn(const Record& record);

// The same, as far as the home that holds the record goes by it. What another agency tells narrows at once and widens when a
// worker of this home has acknowledged it: until then a permission told is none, and an objection said to be withdrawn stands.
// What was recorded here counts as it is.
[[nodiscard]] std::optional<PermissionStatement> inEffectHere(const Record& record);

// All but `id` and `person`, which are the record's own, into an empty or a PermissionStatement's fields.
void putStatement(FieldSet& fields, const PermissionStatement& statement);
void putVisits(FieldSet& fields, const std::vector<PlannedVisit>& visits);
void putDeliveries(FieldSet& fields, const std::vector<Delivery>& deliveries);
[[nodiscard]] std::vector<Delivery> deliveriesIn(const FieldSet& fields);

// What another agency is told of a statement: no own words, no reasons, no deliveries, no other agency's part in it.
// `statement`: a PermissionStatement record. The result has the notice's fields alone; received_at is its receiver's to set.
[[nodiscard]] FieldSet noticeOf(const Record& statement);
// Malformed or Missing unless the fields are a notice that can be kept: kind, statement, sender and codes known, no field of
// the receiver's own.
[[nodiscard]] Result<void> checkNotice(const FieldSet& notice);

// What was acknowledged of a notice, for its sender.
struct Acknowledgement {
    RecordId statement;
    DeliveryOf of = DeliveryOf::Given;
    WallTime at;
    WorkerId by;
    std::string words;
    friend bool operator==(const Acknowledgement&, const Acknowledgement&) = default;
};
[[nodiscard]] std::vector<Acknowledgement> acknowledgementsIn(const Record& notice);

// A delivery or an acknowledgement noted on a statement's deliveries. What was said first stands. Whether anything changed.
[[nodiscard]] bool noteDelivered(std::vector<Delivery>& deliveries, const AgencyId& agency, DeliveryOf of, WallTime at);
[[nodiscard]] bool noteAcknowledged(std::vector<Delivery>& deliveries, const AgencyId& agency,
                                    const Acknowledgement& acknowledgement);

// The codes in records. nullopt for a word that is none.
[[nodiscard]] std::string_view wordOf(StatementKind kind);
[[nodiscard]] std::string_view wordOf(HowAsked how);
[[nodiscard]] std::string_view wordOf(GivenBy givenBy);
[[nodiscard]] std::string_view wordOf(Capacity capacity);
[[nodiscard]] std::string_view wordOf(WithdrawnWhy why);
[[nodiscard]] std::optional<StatementKind> statementKind(std::string_view word);
[[nodiscard]] std::optional<HowAsked> howAsked(std::string_view word);
[[nodiscard]] std::optional<GivenBy> givenBy(std::string_view word);
[[nodiscard]] std::optional<Capacity> capacity(std::string_view word);

inline constexpr std::size_t kMaxAcknowledgementBytes = 400; // of words, so that sixty agencies' fit on one statement

} // namespace frontsheet::sharing
