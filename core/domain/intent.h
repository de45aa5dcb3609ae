// An intent: one edit on its way to its home agency. Made and committed on the device at save; its op id is its
// identity for ever, so that the home applies it exactly once however often it arrives.
#pragma once

#include "core/domain/record.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace frontsheet {

using TransactionId = Id128<struct TransactionTag>;

// With before equal to after an edit changes nothing and says "I saw this": the rest of a merge group, so that the home can
// tell that another field of the group has changed meanwhile.
struct FieldEdit {
    FieldTag field;
    std::optional<Value> before; // what the author saw; nullopt: not recorded
    std::optional<Value> after;  // nullopt: taken away
    friend bool operator==(const FieldEdit&, const FieldEdit&) = default;
};

struct Intent {
    OpId op;
    RecordId record;
    RecordType type = RecordType::Registration;
    AgencyId home;   // whose server orders it
    PersonId person; // null on directory records
    Category category = Category::Identity;
    HomeVersion base; // what the edit was made on; 0 creates
    std::vector<FieldEdit> edits;
    WallTime occurredAt;       // as the author states it
    OpId after;                // not to be sent before this one is applied; null: none. May be of another home
    OpId replaces;             // the refused intent that this one corrects; null: none
    std::vector<OpId> settles; // other versions of the record's words that this edit puts an end to; each once
    TransactionId transaction; // intents with one id apply together or not at all, at one home; null: alone

    friend bool operator==(const Intent&, const Intent&) = default;
};

enum class IntentOutcome : std::uint8_t {
    Applied = 1,  // as it was meant
    Merged = 2,   // applied beside someone else's change of other fields
    Conflict = 3, // kept beside what stands, as another version (prose); a person settles the two
    Held = 4,     // in the home's late inbox: the author no longer holds the scope
    Refused = 5,  // final; a correction is a new intent that replaces it
};

struct IntentResult {
    OpId op;
    IntentOutcome outcome = IntentOutcome::Refused;
    ErrorCode reason = ErrorCode::Internal; // when refused
    HomeVersion version;                    // of the record after it
    friend bool operator==(const IntentResult&, const IntentResult&) = default;
};

// A contact note that its author has not signed yet.
[[nodiscard]] bool isDraft(const Record& record);
// The edits that turn `before` into `after`, ascending by tag.
[[nodiscard]] std::vector<FieldEdit> difference(const FieldSet& before, const FieldSet& after);
// The same, with the untouched fields of every merge group that is touched stated as seen.
[[nodiscard]] std::vector<FieldEdit> editsOf(RecordType type, const FieldSet& before, const FieldSet& after);
// Edits of a record that its home has not answered about carry version 0 as its creation does, and are told from one by what
// they saw. Where they only add, one field that was there is stated as seen: of those a later change of which hinders nothing,
// if there is one.
void stateAsSeen(RecordType type, const FieldSet& before, std::vector<FieldEdit>& edits);
// Nothing recorded has one form: an empty text, an empty set and a null id are as good as absent.
[[nodiscard]] bool isNothing(const Value& value);
// Sets the field to the edit's `after`; takes it away where that is nothing.
void apply(FieldSet& fields, const FieldEdit& edit);
// The record as its author sees it while the intent waits: every edit taken as it was meant. A draft's category and
// stated time follow the intent too; a record's otherwise stay as they were created.
[[nodiscard]] Record withIntent(std::optional<Record> current, const Intent& intent);

// The author's words alone: without what their home had there before, where it knows that from the base version.
[[nodiscard]] Intent wordsAloneOf(Intent intent);

// Autosave makes an intent every few words. While the earlier one has never been sent, the two go as one: with the
// earlier's op id (others may wait for it by `after`), from the earlier's base to the later's values. nullopt unless
// both are about one contact note that the earlier leaves a draft: anything else is a step of its own, on the record.
[[nodiscard]] std::optional<Intent> folded(const Intent& earlier, const Intent& later);

inline constexpr std::size_t kMaxEdits = 128;

} // namespace frontsheet
