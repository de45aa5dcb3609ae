#include "app/viewmodels/files_model.h"

#include "app/viewmodels/device_folders.h"
#include "app/viewmodels/file_wording.h"
#include "app/viewmodels/files_desk.h"
#include "core/domain/attachment_limits.h"
#include "core/domain/image_metadata.h"
#include "core/domain/intent.h"
#include "core/domain/referral_machine.h"
#include "core/domain/schema/referral.h"

#include <QDateTime>
#include <QFile>
#include <QStandardPaths>

namespace frontsheet {

namespace limits = attachment_limits;

namespace {

struct Read {
    std::vector<ShownFile> files;
    bool editable = false;
};

bool mayChange(const Record& record, const Principal& me) {
    if (record.type == RecordType::ContactNote) {
        return isDraft(record);
    }
    const auto state = referralState(record.fields.text(referral::kState));
    return record.type == RecordType::Referral && record.home == me.agency && state &&
           (*state == ReferralState::Sent || *state == ReferralState::UnderReview ||
            *state == ReferralState::InfoAsked);
}

} // namespace

bool FilesModel::roomForMore() const { return m_files.size() < static_cast<qsizetype>(limits::kMaxPerRecord); }

QVariantMap FilesModel::fileAt(const QString& address) const {
    for (const auto& file : m_files) {
        const auto map = file.toMap();
        if (map.value(QStringLiteral("address")).toString() == address) {
            return map;
        }
    }
    return {};
}

QString FilesModel::shownFact(const char* key) const {
    return fileAt(m_shownAddress).value(QLatin1String(key)).toString();
}

bool FilesModel::shownIsImage() const { return fileAt(m_shownAddress).value(QStringLiteral("image")).toBool(); }

QVariantMap FilesModel::row(const ShownFile& file) const {
    const auto& said = file.said;
    const auto state = fileState(file.lies);
    return {{QStringLiteral("address"), shown(said.address.hex())},
            {QStringLiteral("name"), shown(said.name)},
            {QStringLiteral("detail"), fileDetail(said, wording())},
            {QStringLiteral("description"), shown(said.description)},
            {QStringLiteral("state"), state.words},
            {QStringLiteral("iconName"), state.iconName},
            {QStringLiteral("wrong"), state.wrong},
            {QStringLiteral("here"), file.lies.here},
            {QStringLiteral("image"), isImage(said.media)},
            {QStringLiteral("mediaType"), shown(name(said.media))}};
}

void FilesModel::open(const QString& recordId) {
    hide();
    const auto record = RecordId::fromHex(recordId.toStdString()).value_or(RecordId{});
    if (record != m_record) {
        m_files.clear();
        m_editable = false;
        setLoaded(false);
    }
    m_recordId = recordId;
    m_record = record;
    m_problem = {};
    m_copied.clear();
    emit changed();
    refresh();
}

void FilesModel::refresh() {
    if (m_record.isNull()) {
        return;
    }
    run(
        Lane::Read,
        [record = m_record](OpenDesk& desk) -> Result<Read> {
            Read read;
            if (auto* files = FilesDesk::of(desk)) {
                FS_ASSIGN(read.files, files->on(record));
                FS_ASSIGN(const auto found, desk.workplace.reader.record(record));
                read.editable = found && mayChange(found->record, desk.workplace.me);
            }
            return read;
        },
        [this, record = m_record](const Result<Read>& read) {
            if (record != m_record) {
                return;
            }
            setLoaded(true);
            if (!read) {
                m_files.clear();
                hide();
                failFile(read.error());
                return;
            }
            QVariantList rows;
            for (const auto& file : read->files) {
                rows << row(file);
            }
            const bool same = rows == m_files && m_editable == read->editable;
            m_files = std::move(rows);
            m_editable = read->editable;
            if (!same) {
                emit changed();
            }
            if (!m_shownAddress.isEmpty() && fileAt(m_shownAddress).isEmpty()) {
                hide(); // it was taken off, or it is no longer this worker's
            } else if (!same && !m_shownAddress.isEmpty()) {
                show(m_shownAddress);
            }
        });
}

void FilesModel::clear() {
    hide();
    m_recordId.clear();
    m_record = {};
    m_files.clear();
    m_editable = false;
    m_busy = false;
    m_problem = {};
    m_candidates.clear();
    m_copied.clear();
    setLoaded(false);
    emit changed();
}

void FilesModel::failFile(const Error& error) {
    m_problem = fileFault(error.code).value_or(wordsFor(error));
    emit changed();
}

void FilesModel::ended(const Result<void>& result) {
    m_busy = false;
    emit changed();
    if (!result) {
        failFile(result.error());
        return;
    }
    m_problem = {};
    emit changed();
    emit done();
    refresh();
}

void FilesModel::keep(std::function<Result<Chosen>()> choose) {
    m_busy = true;
    emit changed();
    run(
        Lane::Save,
        [record = m_record, choose = std::move(choose)](OpenDesk& desk) -> Result<void> {
            auto* files = FilesDesk::of(desk);
            if (files == nullptr) {
                return {ErrorCode::Unsupported, "files"};
            }
            FS_ASSIGN(const auto chosen, choose());
            const BytesView bytes{chosen.bytes.constData(), static_cast<std::size_t>(chosen.bytes.size())};
            FS_ASSIGN([[maybe_unused]] const auto address,
                      files->add(record, {bytes, chosen.name, chosen.description, chosen.isSignature}));
            desk.syncSoon();
            return ok();
        },
        [this](const Result<void>& result) {
            const bool fine = result.has_value();
            ended(result);
            if (fine) {
                emit added();
            }
        });
}

void FilesModel::look(const QStringList& places) {
    QStringList where = places;
    if (where.isEmpty()) {
        for (const auto place :
             {QStandardPaths::PicturesLocation, QStandardPaths::DownloadLocation, QStandardPaths::DocumentsLocation}) {
            where << QStandardPaths::standardLocations(place);
        }
        where.removeDuplicates();
    }
    run(
        Lane::Read, [where](OpenDesk&) { return newestIn(where); },
        [this](const std::vector<QFileInfo>& found) {
            m_candidates.clear();
            for (const auto& file : found) {
                m_candidates << QVariantMap{
                    {QStringLiteral("url"), QUrl::fromLocalFile(file.filePath())},
                    {QStringLiteral("name"), file.fileName()},
                    {QStringLiteral("image"), file.suffix().compare(QLatin1String("pdf"), Qt::CaseInsensitive) != 0},
                    {QStringLiteral("detail"),
                     tr("%1, %2", "a file to choose: %1 when it was made, %2 its size")
                         .arg(wording().dateTime(WallTime{file.lastModified().toMSecsSinceEpoch()}),
                              fileSize(static_cast<std::uint64_t>(file.size())))}};
            }
            emit changed();
        });
}

void FilesModel::add(const QUrl& file, const QString& description) {
    if (m_busy || m_record.isNull()) {
        return;
    }
    keep([path = file.isLocalFile() ? file.toLocalFile() : file.toString(),
          description = description.toStdString()]() -> Result<Chosen> {
        QFile source(path);
        if (!source.open(QIODevice::ReadOnly)) {
            return {ErrorCode::DiskFailed, "a file"};
        }
        return Chosen{source.read(static_cast<qint64>(limits::kMaxFileBytes) + 1), path.toStdString(), description,
                      false};
    });
}

void FilesModel::addSignature(const QString& drawing, const QString& description) {
    const QString start = QStringLiteral("data:image/png;base64,");
    if (m_busy || m_record.isNull() || !drawing.startsWith(start)) {
        return;
    }
    keep([bytes = QByteArray::fromBase64(drawing.mid(start.size()).toLatin1()),
          description = description.toStdString()]() -> Result<Chosen> {
        return Chosen{bytes, "signature", description, true};
    });
}

void FilesModel::remove(const QString& address) {
    const auto wanted = FileAddress::fromHex(address.toStdString());
    if (m_busy || !wanted) {
        return;
    }
    m_busy = true;
    emit changed();
    run(
        Lane::Save,
        [record = m_record, address = *wanted](OpenDesk& desk) -> Result<void> {
            return FilesDesk::of(desk) == nullptr ? Result<void>{ErrorCode::Unsupported, "files"}
                                                  : FilesDesk::of(desk)->remove(record, address);
        },
        [this](const Result<void>& result) { ended(result); });
}

void FilesModel::describe(const QString& address, const QString& description) {
    const auto wanted = FileAddress::fromHex(address.toStdString());
    if (m_busy || !wanted) {
        return;
    }
    m_busy = true;
    emit changed();
    run(
        Lane::Save,
        [record = m_record, address = *wanted, words = description.toStdString()](OpenDesk& desk) -> Result<void> {
            return FilesDesk::of(desk) == nullptr ? Result<void>{ErrorCode::Unsupported, "files"}
                                                  : FilesDesk::of(desk)->describe(record, address, words);
        },
        [this](const Result<void>& result) { ended(result); });
}

void FilesModel::show(const QString& address) {
    const auto wanted = FileAddress::fromHex(address.toStdString());
    const auto file = fileAt(address);
    if (!wanted || file.isEmpty()) {
        return;
    }
    if (m_shownAddress != address) {
        m_shownSource.clear();
    }
    m_shownAddress = address;
    emit shownChanged();
    if (!file.value(QStringLiteral("image")).toBool() || !file.value(QStringLiteral("here")).toBool() ||
        !m_shownSource.isEmpty()) {
        return;
    }
    run(
        Lane::Read,
        [record = m_record, wanted = *wanted](OpenDesk& desk) -> Result<QByteArray> {
            FS_ASSIGN(const Bytes bytes, FilesDesk::of(desk)->open(record, wanted));
            // Whatever its home let pass: nothing is decoded that would take more memory than a tablet has to give.
            const auto media = mediaTypeOf(bytes);
            const auto pixels = media ? pixelSizeOf(bytes, *media) : std::nullopt;
            if (!pixels || std::uint64_t{pixels->width} * pixels->height > limits::kMaxPixels) {
                return {ErrorCode::TooLarge, "a picture's pixels"};
            }
            return QByteArray{bytes.data(), static_cast<qsizetype>(bytes.size())}.toBase64();
        },
        [this, address, media = file.value(QStringLiteral("mediaType")).toString()](const Result<QByteArray>& opened) {
            if (address != m_shownAddress) {
                return;
            }
            if (!opened) {
                failFile(opened.error());
                return;
            }
            m_shownSource = QStringLiteral("data:%1;base64,").arg(media) + QString::fromLatin1(*opened);
            emit shownChanged();
        });
}

void FilesModel::saveCopy(const QString& address, const QString& folder) {
    const auto wanted = FileAddress::fromHex(address.toStdString());
    const auto file = fileAt(address);
    if (m_busy || !wanted || file.isEmpty()) {
        return;
    }
    m_busy = true;
    m_copied.clear();
    emit changed();
    const QString place =
        folder.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::DownloadLocation) : folder;
    run(
        Lane::Read,
        [record = m_record, wanted = *wanted, place, name = file.value(QStringLiteral("name")).toString().toStdString(),
         media = file.value(QStringLiteral("mediaType")).toString().toStdString()](OpenDesk& desk) -> Result<QString> {
            FS_ASSIGN(const Bytes bytes, FilesDesk::of(desk)->open(record, wanted));
            // Name and kind are another's words: what leaves is what it is called, and goes nowhere else.
            const auto found = mediaTypeOf(bytes);
            if (!found || found != mediaTypeNamed(media)) {
                return {ErrorCode::Malformed, "a file of another kind than is said"};
            }
            return copyInto(place, QString::fromStdString(cleanedFileName(name, *found)), bytes);
        },
        [this](const Result<QString>& copied) {
            m_busy = false;
            m_problem = {};
            if (copied) {
                m_copied = tr("The copy is %1. Delete it when you have read it.", "an attached file, %1 name of a file")
                               .arg(*copied);
            } else {
                m_problem = {tr("No copy was made.", "an attached file"),
                             copied.error().code == ErrorCode::DiskFull || copied.error().code == ErrorCode::DiskFailed
                                 ? tr("Its folder takes no more. The document is still here.", "an attached file")
                                 : wordsFor(copied.error()).text};
            }
            emit changed();
        });
}

void FilesModel::hide() {
    if (!m_shownAddress.isEmpty() || !m_shownSource.isEmpty()) {
        m_shownAddress.clear();
        m_shownSource.clear();
        emit shownChanged();
    }
}

} // namespace frontsheet
