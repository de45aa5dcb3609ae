#include "core/domain/scope.h"

#include "core/domain/schema/record_schema.h"

namespace frontsheet {

namespace {

constexpr std::string_view kAgency = "agency";
constexpr std::string_view kDirectory = "directory";
constexpr std::string_view kPerson = "person:";
constexpr std::string_view kReferral = "referral:";
constexpr std::size_t kHexDigits = 32;

bool isDirectory(RecordType type) {
    const RecordSchema* schema = schemaOf(type);
    return schema != nullptr && schema->subject == Subject::Directory;
}

bool isOfReferral(const Scope& scope, const ScopedRecord& record) {
    switch (record.type) {
    case RecordType::Referral:
        return record.id == scope.referral;
    case RecordType::ReferralMessage:
        return record.referral == scope.referral;
    case RecordType::Registration:
    case RecordType::PersonLink:
        return record.person == scope.person;
    default:
        return false;
    }
}

} // namespace

std::optional<Scope> Scope::named(std::string_view name) {
    if (name == kAgency) {
        return Scope{Kind::Agency, {}, {}};
    }
    if (name == kDirectory) {
        return Scope{Kind::Directory, {}, {}};
    }
    if (name.starts_with(kPerson)) {
        const auto person = PersonId::fromHex(name.substr(kPerson.size()));
        return person ? std::optional{Scope{Kind::Person, *person, {}}} : std::nullopt;
    }
    if (name.starts_with(kReferral)) {
        const auto ids = name.substr(kReferral.size());
        if (ids.size() != 2 * kHexDigits + 1 || ids[kHexDigits] != ':') {
            return std::nullopt;
        }
        const auto referral = RecordId::fromHex(ids.substr(0, kHexDigits));
        const auto person = PersonId::fromHex(ids.substr(kHexDigits + 1));
        return referral && person ? std::optional{Scope{Kind::Referral, *person, *referral}} : std::nullopt;
    }
    return std::nullopt;
}

std::string Scope::name() const {
    switch (kind) {
    case Scope::Kind::Agency:
        return std::string{kAgency};
    case Scope::Kind::Directory:
        return std::string{kDirectory};
    case Scope::Kind::Person:
        return std::string{kPerson} + person.hex();
    case Scope::Kind::Referral:
        return std::string{kReferral} + referral.hex() + ":" + person.hex();
    }
    return {};
}

bool covers(const Scope& scope, const ScopedRecord& record) {
    switch (scope.kind) {
    case Scope::Kind::Agency:
        return true;
    case Scope::Kind::Directory:
        return isDirectory(record.type);
    case Scope::Kind::Person:
        return record.person == scope.person && !record.person.isNull();
    case Scope::Kind::Referral:
        return isOfReferral(scope, record);
    }
    return false;
}

} // namespace frontsheet
