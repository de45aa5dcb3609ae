#include "core/domain/scope.h"

#include "core/domain/schema/care_plan.h"
#include "core/domain/schema/carer.h"
#include "core/domain/schema/contact_note.h"
#include "core/domain/schema/placement.h"
#include "core/domain/schema/record_schema.h"
#include "core/domain/schema/referral.h"
#include "core/domain/schema/view.h"

#include <algorithm>
#include <charconv>

namespace frontsheet {

namespace {

constexpr std::string_view kDirectory = "directory";
constexpr std::string_view kEveryone = "everyone:";
constexpr std::string_view kPerson = "person:";
constexpr std::string_view kReferral = "referral:";
constexpr std::string_view kWithheld = "withheld:";
constexpr std::string_view kAgain = "again:";
constexpr std::size_t kIdDigits = 32;
constexpr std::size_t kHashDigits = 16;

bool isDirectory(RecordType type) {
    const RecordSchema* schema = schemaOf(type);
    return schema != nullptr && schema->subject == Subject::Directory;
}

std::string hexOf(std::uint64_t number) {
    static constexpr std::string_view kDigits = "0123456789abcdef";
    std::string out(kHashDigits, '0');
    for (std::size_t at = kHashDigits; at-- > 0; number >>= 4) {
        out[at] = kDigits[number & 15U];
    }
    return out;
}

// nullopt unless exactly as hexOf() writes it, and not 0, which stands for none.
std::optional<std::uint64_t> hashIn(std::string_view digits) {
    std::uint64_t number = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number, 16);
    const bool whole =
        digits.size() == kHashDigits && read.ec == std::errc{} && read.ptr == digits.data() + kHashDigits;
    return whole && number != 0 && hexOf(number) == digits ? std::optional{number} : std::nullopt;
}

// Of the categories that are about people.
std::optional<Category> categoryNamed(std::string_view wanted) {
    for (auto n = static_cast<int>(Category::Identity); n < static_cast<int>(Category::Directory); ++n) {
        if (name(static_cast<Category>(n)) == wanted) {
            return static_cast<Category>(n);
        }
    }
    return std::nullopt;
}

// Takes what stands before the next colon, and the colon.
std::string_view takePart(std::string_view& rest) {
    const auto colon = std::min(rest.find(':'), rest.size());
    const auto part = rest.substr(0, colon);
    rest.remove_prefix(std::min(colon + 1, rest.size()));
    return part;
}

bool isClauseName(std::string_view text) {
    const auto dot = text.find('.');
    return dot != 0 && dot != std::string_view::npos && dot + 1 < text.size() &&
           std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                      c == '.';
           });
}

// From what follows "person:" or "withheld:".
std::optional<Scope> aboutPerson(Scope::Kind kind, std::string_view rest) {
    Scope scope;
    scope.kind = kind;
    const auto person = PersonId::fromHex(takePart(rest));
    const auto category = categoryNamed(takePart(rest));
    if (!person || person->isNull() || !category) {
        return std::nullopt;
    }
    scope.person = *person;
    scope.category = *category;
    if (kind == Scope::Kind::Withheld) {
        scope.clause = std::string{rest};
        return isClauseName(rest) ? std::optional{std::move(scope)} : std::nullopt;
    }
    if (!rest.empty()) {
        const auto hash = hashIn(rest);
        if (!hash) {
            return std::nullopt;
        }
        scope.audience.hash = *hash;
    }
    return scope;
}

bool isOfReferral(const Scope& scope, const ScopedRecord& record) {
    return record.person == scope.person &&
           ((record.type == RecordType::Referral && record.id == scope.referral) ||
            (record.type == RecordType::ReferralMessage && record.referral == scope.referral));
}

} // namespace

std::uint64_t shortHash(std::string_view bytes) {
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (const char byte : bytes) {
        hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3U;
    }
    return hash == 0 ? 1 : hash;
}

Audience audienceOfReaders(std::vector<std::string> readers) {
    if (readers.empty()) {
        return {};
    }
    std::sort(readers.begin(), readers.end());
    std::string all;
    for (const auto& reader : readers) {
        all += reader;
        all += '\n';
    }
    return {shortHash(all)};
}

Scope Scope::everyone(Category category) {
    Scope scope;
    scope.kind = Kind::Everyone;
    scope.category = category;
    return scope;
}

Scope Scope::ofPerson(const PersonId& person, Category category, Audience audience) {
    Scope scope;
    scope.kind = Kind::Person;
    scope.person = person;
    scope.category = category;
    scope.audience = audience;
    return scope;
}

Scope Scope::ofReferral(const RecordId& referral, const PersonId& person) {
    Scope scope;
    scope.kind = Kind::Referral;
    scope.person = person;
    scope.referral = referral;
    return scope;
}

Scope Scope::withheld(const PersonId& person, Category category, std::string clause) {
    Scope scope;
    scope.kind = Kind::Withheld;
    scope.person = person;
    scope.category = category;
    scope.clause = std::move(clause);
    return scope;
}

std::optional<Scope> Scope::named(std::string_view text) {
    if (text == kDirectory) {
        return Scope::directory();
    }
    std::optional<Scope> found;
    if (text.starts_with(kEveryone)) {
        const auto category = categoryNamed(text.substr(kEveryone.size()));
        found = category ? std::optional{Scope::everyone(*category)} : std::nullopt;
    } else if (text.starts_with(kPerson)) {
        found = aboutPerson(Kind::Person, text.substr(kPerson.size()));
    } else if (text.starts_with(kWithheld)) {
        found = aboutPerson(Kind::Withheld, text.substr(kWithheld.size()));
    } else if (text.starts_with(kReferral)) {
        const auto ids = text.substr(kReferral.size());
        if (ids.size() == 2 * kIdDigits + 1 && ids[kIdDigits] == ':') {
            const auto referral = RecordId::fromHex(ids.substr(0, kIdDigits));
            const auto person = PersonId::fromHex(ids.substr(kIdDigits + 1));
            found = referral && person ? std::optional{Scope::ofReferral(*referral, *person)} : std::nullopt;
        }
    }
    // Capital digits, a trailing colon: what would be another name of the same thing is no name.
    return found && found->name() == text ? found : std::nullopt;
}

std::string Scope::name() const {
    switch (kind) {
    case Kind::Directory:
        return std::string{kDirectory};
    case Kind::Everyone:
        return std::string{kEveryone} + std::string{frontsheet::name(category)};
    case Kind::Person: {
        std::string out{kPerson};
        out.reserve(80);
        out.append(person.hex()).append(1, ':').append(frontsheet::name(category));
        if (!audience.isOpen()) {
            out.append(1, ':').append(hexOf(audience.hash));
        }
        return out;
    }
    case Kind::Referral:
        return std::string{kReferral} + referral.hex() + ":" + person.hex();
    case Kind::Withheld:
        return std::string{kWithheld} + person.hex() + ":" + std::string{frontsheet::name(category)} + ":" + clause;
    }
    return {};
}

std::string ScopeKey::name() const {
    if (turn == Turn::Again) {
        return std::string{kAgain} + scope.name();
    }
    return terms == 0 ? scope.name() : scope.name() + "@" + hexOf(terms);
}

std::optional<ScopeKey> ScopeKey::named(std::string_view text) {
    ScopeKey key;
    if (text.starts_with(kAgain)) {
        key.turn = Turn::Again;
        text.remove_prefix(kAgain.size());
    } else if (const auto at = text.find('@'); at != std::string_view::npos) {
        const auto terms = hashIn(text.substr(at + 1));
        if (!terms) {
            return std::nullopt;
        }
        key.terms = *terms;
        text = text.substr(0, at);
    }
    auto scope = Scope::named(text);
    if (!scope) {
        return std::nullopt;
    }
    key.scope = std::move(*scope);
    return key;
}

const SetField* readersFieldOf(RecordType type) {
    switch (type) {
    case RecordType::ContactNote:
        return &contact_note::kReaders;
    case RecordType::Placement:
        return &placement::kReaders;
    case RecordType::View:
        return &view::kReaders;
    case RecordType::CrisisPart:
        return &crisis_part::kReaders;
    case RecordType::CarerAssessment:
        return &carer_assessment::kReaders;
    case RecordType::CarerPrivate:
        return &carer_private::kReaders;
    default:
        return nullptr; // a restricted location's readers are who may know it, not who may read that it is restricted
    }
}

ScopedRecord scopedRecord(const Record& record) {
    ScopedRecord out{record.id, record.type, record.person, {}, record.category, {}};
    if (record.type == RecordType::ReferralMessage) {
        out.referral = record.fields.get(referral_message::kReferral);
    }
    if (const FieldSpec* readers = readersFieldOf(record.type)) {
        const Value* held = record.fields.find(readers->tag);
        const auto* members = held != nullptr ? std::get_if<std::vector<std::string>>(held) : nullptr;
        out.audience = members != nullptr ? audienceOfReaders(*members) : Audience{};
    }
    return out;
}

bool covers(const Scope& scope, const ScopedRecord& record) {
    switch (scope.kind) {
    case Scope::Kind::Directory:
        return isDirectory(record.type);
    case Scope::Kind::Everyone:
        return record.category == scope.category && record.audience.isOpen() && !record.person.isNull();
    case Scope::Kind::Person:
        return record.person == scope.person && record.category == scope.category &&
               record.audience == scope.audience && !record.person.isNull();
    case Scope::Kind::Referral:
        return isOfReferral(scope, record);
    case Scope::Kind::Withheld:
        return false;
    }
    return false;
}

std::optional<Scope> sharedBy(const Scope& a, const Scope& b) {
    using Kind = Scope::Kind;
    if (a == b) {
        return a.kind == Kind::Withheld ? std::nullopt : std::optional{a};
    }
    if (a.kind > b.kind) {
        return sharedBy(b, a); // in the order of Kind the narrower comes later
    }
    const bool everyone = a.kind == Kind::Everyone;
    if (everyone && b.kind == Kind::Person) {
        return a.category == b.category && b.audience.isOpen() ? std::optional{b} : std::nullopt;
    }
    if (b.kind == Kind::Referral && (everyone || a.kind == Kind::Person)) {
        // A referral its author filed elsewhere than under referrals is found by either.
        return everyone || a.person == b.person ? std::optional{b} : std::nullopt;
    }
    return std::nullopt;
}

} // namespace frontsheet
