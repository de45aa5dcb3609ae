#include "core/domain/sharing/named_reader.h"

#include "core/domain/scope.h"

#include <algorithm>
#include <optional>

namespace frontsheet::sharing {

namespace {

std::optional<NamedReader> readerIn(const std::string& member) {
    const auto slash = member.find('/');
    if (slash == std::string::npos) {
        return std::nullopt;
    }
    NamedReader reader{AgencyId{member.substr(0, slash)}, WorkerId{member.substr(slash + 1)}};
    return reader.agency.isWellFormed() && reader.worker.isWellFormed() ? std::optional{std::move(reader)}
                                                                        : std::nullopt;
}

} // namespace

std::vector<NamedReader> readersIn(const FieldSet& fields, const SetField& field) {
    std::vector<NamedReader> readers;
    for (const auto& member : fields.get(field)) {
        readers.push_back(readerIn(member).value_or(NamedReader{}));
    }
    std::sort(readers.begin(), readers.end());
    return readers;
}

std::vector<NamedReader> readersOf(const Record& record) {
    const SetField* field = readersFieldOf(record.type);
    return field == nullptr ? std::vector<NamedReader>{} : readersIn(record.fields, *field);
}

void putReaders(FieldSet& fields, const SetField& field, const std::vector<NamedReader>& readers) {
    std::vector<std::string> members;
    members.reserve(readers.size());
    for (const auto& reader : readers) {
        members.push_back(reader.agency.str() + "/" + reader.worker.str());
    }
    std::sort(members.begin(), members.end());
    members.erase(std::unique(members.begin(), members.end()), members.end());
    fields.put(field, std::move(members));
}

Result<void> checkReaders(const FieldSet& fields, const SetField& field) {
    const auto members = fields.get(field);
    const bool good = std::all_of(members.begin(), members.end(),
                                  [](const std::string& member) { return readerIn(member).has_value(); });
    return good ? ok() : Result<void>{ErrorCode::Malformed, "field " + std::string{field.name}};
}

} // namespace frontsheet::sharing
