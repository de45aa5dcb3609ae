#include "app/viewmodels/worker_rows.h"

#include <algorithm>

namespace frontsheet {

QVariantList workersFound(const Directory& directory, const QString& typed, const AgencyId& agency) {
    const QStringList parts = typed.simplified().toCaseFolded().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    QVariantList out;
    if (parts.isEmpty()) {
        return out;
    }
    for (const auto& [code, worker] : directory.workers()) {
        if (!agency.empty() && worker.agency != agency) {
            continue;
        }
        const auto of = directory.agency(worker.agency);
        const QString all = shown(worker.name + " " + worker.role + " " + of.name).toCaseFolded();
        if (std::all_of(parts.begin(), parts.end(), [&](const QString& part) { return all.contains(part); })) {
            out << QVariantMap{{QStringLiteral("agency"), shown(worker.agency.str())},
                               {QStringLiteral("worker"), shown(code.str())},
                               {QStringLiteral("name"), shown(worker.name)},
                               {QStringLiteral("role"), capitalised(shown(worker.role))},
                               {QStringLiteral("badge"), badge(of)}};
        }
    }
    std::stable_sort(out.begin(), out.end(), [](const QVariant& a, const QVariant& b) {
        return QString::localeAwareCompare(a.toMap().value(QStringLiteral("name")).toString(),
                                           b.toMap().value(QStringLiteral("name")).toString()) < 0;
    });
    return out;
}

} // namespace frontsheet
