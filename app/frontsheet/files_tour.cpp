#include "app/frontsheet/files_tour.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QTemporaryDir>
#include <QThread>

namespace frontsheet {

namespace {

QImage signature() {
    QImage drawn(600, 180, QImage::Format_RGB32);
    drawn.fill(qRgb(255, 255, 255)); // a picture of paper, not a part of the interface
    QPainter pen(&drawn);
    pen.setPen(QPen(QColor(qRgb(28, 36, 35)), 3));
    pen.drawArc(40, 40, 120, 100, 0, 16 * 300);
    pen.drawLine(180, 120, 560, 70);
    return drawn;
}

QObject* open(const TourHands& hands, const QString& note, const QString& name) {
    auto* sheet = hands.frame.findChild<QObject*>(name);
    if (sheet != nullptr) {
        hands.app.files()->open(note);
        QMetaObject::invokeMethod(sheet, "open");
        hands.settle();
    }
    return sheet;
}

// A picture is decoded beside everything else.
void decoded(const TourHands& hands) {
    for (int round = 0; round < 10; ++round) {
        QThread::msleep(10);
        hands.settle();
    }
}

QString firstAddress(const FilesModel& files) {
    return files.files().isEmpty() ? QString{} : files.files().constFirst().toMap().value("address").toString();
}

// The list says when: the same picture on whatever day it is taken.
void savedOn(const QString& path, QTime at) {
    signature().save(path);
    QFile file(path);
    if (file.open(QIODevice::ReadWrite)) {
        file.setFileTime(QDateTime(QDate(2026, 9, 15), at, Qt::UTC), QFileDevice::FileModificationTime);
    }
}

} // namespace

Result<void> tourDraftFiles(const TourHands& hands) {
    const QString draft = hands.app.note()->draftId();
    FilesModel& files = *hands.app.files();
    QObject* sheet = draft.isEmpty() ? nullptr : open(hands, draft, QStringLiteral("noteFiles"));
    if (sheet == nullptr) {
        return ok();
    }
    if (!files.files().isEmpty()) {
        FS_TRY(hands.grab("files-full"));
        QMetaObject::invokeMethod(sheet, "close");
        hands.settle();
        return ok();
    }
    FS_TRY(hands.grab("files-none"));
    const QTemporaryDir folder;
    savedOn(folder.filePath("IMG_20260915_093044.png"), QTime(8, 30));
    savedOn(folder.filePath("scan of the form.png"), QTime(8, 41));
    files.look({folder.path()});
    sheet->setProperty("choosing", true);
    decoded(hands);
    FS_TRY(hands.grab("files-choosing"));
    sheet->setProperty("choosing", false);
    QByteArray png;
    QBuffer buffer(&png);
    signature().save(&buffer, "PNG");
    files.addSignature(QStringLiteral("data:image/png;base64,") + QString::fromLatin1(png.toBase64()),
                       QCoreApplication::translate("Tour", "Signature of her daughter, drawn"));
    FS_TRY(hands.grab("files"));
    const QString address = firstAddress(files);
    files.show(address);
    decoded(hands);
    FS_TRY(hands.grab("files-shown"));
    files.hide();
    sheet->setProperty("signing", true);
    FS_TRY(hands.grab("files-signing"));
    QMetaObject::invokeMethod(sheet, "close");
    files.add(QUrl::fromLocalFile(folder.filePath("nothing there.jpg")), {});
    hands.settle();
    QMetaObject::invokeMethod(sheet, "open");
    FS_TRY(hands.grab("files-problem"));
    QMetaObject::invokeMethod(sheet, "close");
    files.remove(address); // the next look begins where this one did
    hands.settle();
    return ok();
}

Result<void> tourNoteFiles(const TourHands& hands) {
    int number = 0;
    for (const QVariant& row : hands.app.frontSheet()->notes()) {
        const QVariantMap note = row.toMap();
        if (note.value("files").toInt() == 0) {
            continue;
        }
        QObject* sheet = open(hands, note.value("id").toString(), QStringLiteral("sheetFiles"));
        if (sheet == nullptr) {
            return ok();
        }
        FS_TRY(hands.grab(number == 0 ? "note-files" : "note-files-other"));
        if (number++ == 0) {
            hands.app.files()->show(firstAddress(*hands.app.files()));
            decoded(hands);
            FS_TRY(hands.grab("note-files-shown"));
        }
        QMetaObject::invokeMethod(sheet, "close");
        hands.settle();
        if (number == 2) {
            break;
        }
    }
    return ok();
}

} // namespace frontsheet
