#include "app/viewmodels/device_folders.h"

#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QSaveFile>

#include <algorithm>

namespace frontsheet {

namespace {

// A look is to take a moment, whatever somebody keeps in their pictures.
constexpr int kMostLookedAt = 20'000;
constexpr std::size_t kMostOffered = 30;

} // namespace

std::vector<QFileInfo> newestIn(const QStringList& places) {
    std::vector<QFileInfo> found;
    int looked = 0;
    for (const auto& place : places) {
        QDirIterator at(
            place,
            {QStringLiteral("*.jpg"), QStringLiteral("*.jpeg"), QStringLiteral("*.png"), QStringLiteral("*.pdf")},
            QDir::Files | QDir::Readable | QDir::NoSymLinks, QDirIterator::Subdirectories);
        while (at.hasNext() && looked++ < kMostLookedAt) {
            at.next();
            found.push_back(at.fileInfo());
        }
    }
    const auto newer = [](const QFileInfo& a, const QFileInfo& b) { return a.lastModified() > b.lastModified(); };
    std::sort(found.begin(), found.end(), newer);
    found.resize(std::min(found.size(), kMostOffered));
    return found;
}

Result<QString> copyInto(const QString& folder, const QString& called, const Bytes& bytes) {
    const QFileInfo wanted(called);
    QString path = QDir(folder).filePath(called);
    for (int more = 2; QFileInfo::exists(path); ++more) {
        path = QDir(folder).filePath(
            QStringLiteral("%1 (%2).%3").arg(wanted.completeBaseName()).arg(more).arg(wanted.suffix()));
    }
    QSaveFile copy(path);
    if (!QDir().mkpath(folder) || !copy.open(QIODevice::WriteOnly) ||
        !copy.setPermissions(QFile::ReadOwner | QFile::WriteOwner) ||
        copy.write(bytes.data(), static_cast<qint64>(bytes.size())) != static_cast<qint64>(bytes.size()) ||
        !copy.commit()) {
        return {ErrorCode::DiskFailed, "a copy"};
    }
    return QDir(folder).dirName() + QLatin1Char('/') + QFileInfo(path).fileName();
}

} // namespace frontsheet
