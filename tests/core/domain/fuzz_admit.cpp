// Any intent from anybody on any record: admit() takes or refuses it, and what it takes is whole.
//
// The bytes are read as choices among few values, so that a fuzzer finds edits that nearly fit: the right tag with the
// wrong shape, the right move by the wrong side. What must hold whatever they are is aborted on.
#include "core/domain/admit.h"
#include "core/domain/referral_passing.h"
#include "core/domain/schema/record_schema.h"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <span>

namespace frontsheet {
namespace {

constexpr const char* kWords[] = {"",           "draft",
                                  "signed",     "entered-in-error",
                                  "sent",       "under-review",
                                  "accepted",   "started",
                                  "completed",  "declined",
                                  "withdrawn",  "info-asked",
                                  "council",    "housing",
                                  "trust",      "W001",
                                  "W012",       "1939-02-11",
                                  "1939-02-30", "stated",
                                  "proposed",   "refused",
                                  "certain",    "2 working days",
                                  "\xFF",       " ",
                                  "any words",  "a b"};

class Choices {
public:
    explicit Choices(std::span<const std::uint8_t> bytes) : m_bytes(bytes) {}
    std::size_t below(std::size_t limit) {
        const std::uint8_t byte = m_at < m_bytes.size() ? m_bytes[m_at++] : 0;
        return byte % limit;
    }
    [[nodiscard]] bool left() const { return m_at < m_bytes.size(); }
    std::string word() { return kWords[below(std::size(kWords))]; }
    template <class Id>
    Id id() {
        Id out;
        out.bytes[15] = static_cast<std::uint8_t>(below(4));
        return out;
    }
    Value value() {
        switch (below(8)) {
        case 0:
            return Value{static_cast<std::int64_t>(below(256)) - 3};
        case 1:
            return Value{id<AnyId>()};
        case 2:
            return Value{std::vector<std::string>{word(), word()}};
        case 3:
            return Value{std::string(below(4) * 30000, 'x')};
        default:
            return Value{word()};
        }
    }
    FieldSet fields() {
        FieldSet out;
        for (auto count = below(12); count > 0; --count) {
            out.set(FieldTag{static_cast<std::uint16_t>(below(36))}, value());
        }
        return out;
    }
    RecordType type() {
        constexpr int kTypes[] = {1, 2, 3, 4, 4, 4, 5, 6, 7, 7, 7, 8, 20, 21, 22, 23, 99};
        // The care work's are numbered in a row.
        const auto ofCare = static_cast<int>(RecordType::AboutMe) + static_cast<int>(below(28));
        return static_cast<RecordType>(below(2) == 0 ? ofCare : kTypes[below(std::size(kTypes))]);
    }
    Principal principal() { return {AgencyId{word()}, WorkerId{word()}, "role", {}}; }

private:
    std::span<const std::uint8_t> m_bytes;
    std::size_t m_at = 0;
};

Intent intentFrom(Choices& choices, const Record& current) {
    Intent intent;
    const bool fits = choices.below(4) != 0; // mostly about the record at hand
    intent.op = choices.id<OpId>();
    intent.record = fits ? current.id : choices.id<RecordId>();
    intent.type = fits ? current.type : choices.type();
    intent.home = fits ? current.home : AgencyId{choices.word()};
    intent.person = fits ? current.person : choices.id<PersonId>();
    intent.category = static_cast<Category>(choices.below(30));
    intent.base.n = choices.below(4);
    intent.occurredAt.ms = static_cast<std::int64_t>(choices.below(200));
    if (choices.below(2) == 0) {
        auto after = current.fields;
        for (const auto& [tag, value] : choices.fields()) {
            after.set(tag, value);
        }
        intent.edits = editsOf(intent.type, current.fields, after);
    }
    for (auto count = choices.below(6); count > 0; --count) {
        FieldEdit edit{FieldTag{static_cast<std::uint16_t>(choices.below(36))}, {}, {}};
        if (choices.below(2) == 0) {
            edit.before = choices.value();
        }
        if (choices.below(4) != 0) {
            edit.after = choices.value();
        }
        intent.edits.push_back(std::move(edit));
    }
    return intent;
}

void mustHold(bool holds, const char* what) {
    if (!holds) {
        std::fprintf(stderr, "does not hold: %s\n", what);
        std::abort();
    }
}

void checkTaken(const Admission& admission, const std::optional<Record>& current, const Intent& intent,
                const Principal& author) {
    const auto& record = admission.record;
    mustHold(checkFields(record.type, record.fields).has_value(), "a record taken fits its schema");
    mustHold(record.id == intent.record && record.home == intent.home && record.person == intent.person &&
                 record.type == intent.type,
             "the record is the one that was meant");
    mustHold(!author.worker.empty() && !author.agency.empty(), "nobody writes nothing");
    if (admission.outcome == IntentOutcome::Conflict) {
        const auto& others = record.fields.others();
        mustHold(std::any_of(others.begin(), others.end(), [&](const OtherVersion& o) { return o.op == intent.op; }),
                 "the other version is kept");
    }
    if (current && !admission.changed) {
        mustHold(record.fields == current->fields, "unchanged is as it was");
    }
    for (const auto& consequence : admission.consequences) {
        mustHold(consequence.home == record.home && consequence.person == record.person, "what follows is of the same");
        mustHold(checkFields(consequence.type, consequence.fields).has_value(), "what follows fits its schema");
    }
}

void run(std::span<const std::uint8_t> bytes) {
    Choices choices{bytes};
    Record held;
    held.id = choices.id<RecordId>();
    held.type = choices.type();
    held.home = AgencyId{choices.word()};
    held.person = choices.id<PersonId>();
    held.version.n = choices.below(3);
    held.fields = choices.fields();
    const bool there = choices.below(4) != 0 && checkFields(held.type, held.fields).has_value();
    const auto current = there ? std::optional{held} : std::nullopt;
    const auto author = choices.principal();
    const Relationships relationships{choices.below(2) == 0, choices.below(2) == 0};
    const WallTime now{1795165200000};
    const auto intent = intentFrom(choices, held);
    (void)withIntent(current, intent);
    const auto admission = admit(author, current, intent, relationships, now);
    if (!admission) {
        return;
    }
    checkTaken(*admission, current, intent, author);
    // Who may not read it did not write it; who passed it on to a colleague could read it until then.
    const bool passedOn = current && current->type == RecordType::Referral && isPassedOn(*current, admission->record);
    mustHold(decide(author, admission->record, relationships).releases() ||
                 (passedOn && decide(author, *current, relationships).releases()),
             "who may not read it did not write it");
    if (admission->outcome == IntentOutcome::Conflict) {
        return;
    }
    // The same again, its answer lost: nothing changes. Of a new referral the home itself has set the time to answer.
    const auto again = admit(author, admission->record, intent, relationships, now);
    if (again) {
        mustHold(!again->changed && again->consequences.empty(), "a repeat changes nothing");
    } else {
        // Who passed it on to somebody else has nothing to say there any more; a server answers a repeat from memory.
        const bool gone = passedOn && !mayContribute(author, held.home, held.type, &admission->record, relationships);
        mustHold(gone || (!current && again.error().code == ErrorCode::Duplicate), "a repeat is known again");
    }
}

} // namespace
} // namespace frontsheet

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    frontsheet::run({data, size});
    return 0;
}
