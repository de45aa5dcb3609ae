#include "app/agency_server/import/derived_ids.h"

#include <sodium/crypto_generichash.h>

namespace frontsheet {

namespace {

template <class IdType>
IdType derived(std::string_view purpose, const AgencyId& agency, std::string_view kind, std::string_view key) {
    // Parts end with a NUL, which none of them can hold: no two different sets of parts give the same bytes.
    std::string bytes;
    for (const std::string_view part : {purpose, std::string_view{agency.str()}, kind, key}) {
        bytes += part;
        bytes += '\0';
    }
    IdType id;
    crypto_generichash(id.bytes.data(), id.bytes.size(), reinterpret_cast<const unsigned char*>(bytes.data()),
                       bytes.size(), nullptr, 0);
    return id;
}

} // namespace

RecordId derivedRecordId(const AgencyId& agency, RecordType type, std::string_view localKey) {
    return derived<RecordId>("frontsheet record 1", agency, std::to_string(static_cast<unsigned>(type)), localKey);
}

PersonId derivedPersonId(const AgencyId& agency, std::string_view localPersonId) {
    return derived<PersonId>("frontsheet person 1", agency, "", localPersonId);
}

} // namespace frontsheet
