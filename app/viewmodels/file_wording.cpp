#include "app/viewmodels/file_wording.h"

#include <QCoreApplication>
#include <QLocale>

namespace frontsheet {

namespace {

QString kindOf(AttachedAs as) {
    switch (as) {
    case AttachedAs::Photo:
        return QCoreApplication::translate("Files", "Photo", "kind of attached file");
    case AttachedAs::Signature:
        return QCoreApplication::translate("Files", "Signature", "kind of attached file");
    case AttachedAs::Document:
        break;
    }
    return QCoreApplication::translate("Files", "Document", "kind of attached file");
}

FileState leaving(const FileOnRecord& lies) {
    if (lies.sent) {
        return {QCoreApplication::translate("Files", "Sent", "state of an attached file"), QStringLiteral("check"),
                false};
    }
    if (lies.trouble == ErrorCode::ServerFailed || lies.trouble == ErrorCode::ServerBusy) {
        return {QCoreApplication::translate("Files",
                                            "The server cannot take it now. It is kept here and goes by itself.",
                                            "state of an attached file"),
                QStringLiteral("warning"), true};
    }
    if (lies.trouble == ErrorCode::DiskFailed || lies.trouble == ErrorCode::Malformed ||
        lies.trouble == ErrorCode::TooLarge || lies.trouble == ErrorCode::WrongState ||
        lies.trouble == ErrorCode::InvalidArgument) {
        return {QCoreApplication::translate(
                    "Files", "The server would not take it. It is kept here. Tell whoever looks after this device.",
                    "state of an attached file"),
                QStringLiteral("warning"), true};
    }
    const auto gone = static_cast<int>(lies.chunksSent);
    return {gone == 0
                ? QCoreApplication::translate("Files", "Saved here, waiting for signal", "state of an attached file")
                : QCoreApplication::translate("Files", "On its way, %1 of %2 parts are there",
                                              "state of an attached file, %1 and %2 numbers")
                      .arg(gone)
                      .arg(static_cast<int>(lies.chunks())),
            QStringLiteral("tray"), false};
}

FileState arriving(const FileOnRecord& lies) {
    if (lies.trouble == ErrorCode::DiskFull) {
        return {QCoreApplication::translate("Files",
                                            "There is no room for it on this device. Free some space: it then comes "
                                            "by itself.",
                                            "state of an attached file"),
                QStringLiteral("warning"), true};
    }
    if (lies.trouble == ErrorCode::Malformed) {
        return {QCoreApplication::translate("Files", "What came was damaged. It is asked for again.",
                                            "state of an attached file"),
                QStringLiteral("warning"), true};
    }
    if (lies.trouble == ErrorCode::NotFound) {
        return {QCoreApplication::translate("Files", "Not sent yet by whoever added it", "state of an attached file"),
                QStringLiteral("clock"), false};
    }
    const auto come = static_cast<int>(lies.chunksHere);
    return {come == 0
                ? QCoreApplication::translate("Files", "Arrives with the next good signal", "state of an attached file")
                : QCoreApplication::translate("Files", "Arriving, %1 of %2 parts are here",
                                              "state of an attached file, %1 and %2 numbers")
                      .arg(come)
                      .arg(static_cast<int>(lies.chunks())),
            QStringLiteral("no-signal"), false};
}

} // namespace

QString fileSize(std::uint64_t bytes) {
    return QLocale().formattedDataSize(static_cast<qint64>(bytes), 1, QLocale::DataSizeTraditionalFormat);
}

QString fileDetail(const Attachment& file, const Wording& wording) {
    return QCoreApplication::translate("Files", "%1, %2, added %3", "attached file: %1 photo, %2 its size, %3 when")
        .arg(kindOf(file.as), fileSize(file.size), wording.dateTime(file.addedAt));
}

FileState fileState(const FileOnRecord& lies) {
    if (lies.own && lies.here) {
        return leaving(lies);
    }
    return lies.here ? FileState{} : arriving(lies);
}

std::optional<ErrorWords> fileFault(ErrorCode code) {
    switch (code) {
    case ErrorCode::TooLarge:
        return ErrorWords{
            QCoreApplication::translate("Files", "This is too much.", "an attached file"),
            QCoreApplication::translate("Files",
                                        "A file may have 25 MB and a picture 50 million points; a record takes twelve "
                                        "files. Nothing was added.",
                                        "an attached file")};
    case ErrorCode::Unsupported:
    case ErrorCode::InvalidArgument:
    case ErrorCode::Malformed:
        return ErrorWords{
            QCoreApplication::translate("Files", "This is no photo or document that can be read.", "an attached file"),
            QCoreApplication::translate("Files",
                                        "JPEG, PNG and PDF are taken, whatever a file is called. Nothing was added.",
                                        "an attached file")};
    case ErrorCode::DiskFull:
        return ErrorWords{
            QCoreApplication::translate("Files", "There is no room for it on this device.", "an attached file"),
            QCoreApplication::translate("Files", "Your words are saved. Free some space, then add it again.",
                                        "an attached file")};
    case ErrorCode::DiskFailed:
        return ErrorWords{QCoreApplication::translate("Files", "This file could not be read.", "an attached file"),
                          QCoreApplication::translate("Files", "Nothing was added. Choose it again, or another one.",
                                                      "an attached file")};
    default:
        return std::nullopt;
    }
}

} // namespace frontsheet
