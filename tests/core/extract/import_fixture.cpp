#include "tests/core/extract/import_fixture.h"

#include "core/domain/matching/name_key.h"
#include "tests/support/source_folder.h"

#include <fstream>
#include <sstream>

namespace frontsheet::extract {

namespace {

template <class IdType>
IdType idFor(std::initializer_list<std::string_view> parts) {
    std::string text;
    for (const auto part : parts) {
        text.append(part).push_back(' ');
    }
    IdType id;
    const std::uint64_t high = matching::fingerprint(text);
    const std::uint64_t low = matching::fingerprint(text.append("again"));
    for (std::size_t i = 0; i < 8; ++i) {
        id.bytes[i] = static_cast<std::uint8_t>(high >> (8 * i));
        id.bytes[8 + i] = static_cast<std::uint8_t>(low >> (8 * i));
    }
    return id;
}

} // namespace

PersonId personOf(const AgencyId& agency, std::string_view localId) {
    return idFor<PersonId>({"person", agency.str(), localId});
}

DeriveIds testIds() {
    return {[](const AgencyId& agency, RecordType type, std::string_view key) {
                return idFor<RecordId>({std::to_string(static_cast<int>(type)), agency.str(), key});
            },
            [](const AgencyId& agency, std::string_view localId) { return personOf(agency, localId); }};
}

ImportOptions optionsFor(const std::string& agency) {
    ImportOptions options;
    options.agency = AgencyId{agency};
    options.today = std::chrono::year{2026} / 11 / 21;
    options.derive = testIds();
    return options;
}

Imported importText(const std::string& mapping, const std::string& text, const std::string& agency) {
    Imported result;
    auto parsed = Mapping::parse(mapping);
    if (!parsed) {
        result.summary = parsed.error();
        return result;
    }
    std::istringstream stream{text};
    result.summary = runImport(*parsed, stream, optionsFor(agency), result.sink, result.report);
    return result;
}

std::string extractPath(const std::string& file) { return sourceFolder() / "tests/data/extracts" / file; }

Imported importFile(const std::string& mapping, const std::string& file, const std::string& agency) {
    std::ifstream stream{extractPath(file), std::ios::binary};
    std::stringstream text;
    text << stream.rdbuf();
    return importText(std::string{*shippedMapping(mapping)}, text.str(), agency);
}

} // namespace frontsheet::extract
