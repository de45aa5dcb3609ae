#include "app/viewmodels/reader_choices.h"

#include <algorithm>

namespace frontsheet {

QVariantList readerChoices(const WhoSees& unrestricted, const std::vector<sharing::NamedReader>& chosen,
                           const Principal& me) {
    QVariantList out;
    for (const auto& role : unrestricted.roles) {
        if (role.extent == sharing::Extent::Nothing) {
            continue;
        }
        for (const auto& worker : role.workers) {
            const sharing::NamedReader reader{role.agency.code, worker.code};
            if (worker.code == me.worker) {
                continue; // who restricts it reads it in any case
            }
            out << QVariantMap{{QStringLiteral("key"), shown(reader.agency.str() + "/" + reader.worker.str())},
                               {QStringLiteral("name"), shown(worker.name.empty() ? worker.code.str() : worker.name)},
                               {QStringLiteral("detail"), capitalised(shown(role.role))},
                               {QStringLiteral("badge"), badge(role.agency)},
                               {QStringLiteral("chosen"), std::binary_search(chosen.begin(), chosen.end(), reader)}};
        }
    }
    return out;
}

std::optional<sharing::NamedReader> readerOfKey(const QString& key) {
    const auto parts = key.split(QLatin1Char('/'));
    return parts.size() == 2
               ? std::optional{sharing::NamedReader{AgencyId{parts[0].toStdString()}, WorkerId{parts[1].toStdString()}}}
               : std::nullopt;
}

bool chooseReader(std::vector<sharing::NamedReader>& readers, const sharing::NamedReader& reader, bool chosen) {
    const auto at = std::lower_bound(readers.begin(), readers.end(), reader);
    const bool named = at != readers.end() && *at == reader;
    if (named == chosen) {
        return false;
    }
    if (chosen) {
        readers.insert(at, reader);
    } else {
        readers.erase(at);
    }
    return true;
}

} // namespace frontsheet
