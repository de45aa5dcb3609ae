#include "tests/app/preview/catalogue_tour.h"

#include "tests/app/preview/catalogue.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QStyleHints>

#include <cstdio>

namespace frontsheet::testing {

namespace {

constexpr int kAsTheyWere = 0;
constexpr int kOtherwise = 1;
constexpr int kNotCompared = 77;

// The nurse has nearly every page; of the others two variants show what is theirs.
QStringList variantsFor(const QString& who) {
    if (who == QStringLiteral("nurse")) {
        return {QStringLiteral("tablet-wide-light"), QStringLiteral("tablet-tall-dark"),
                QStringLiteral("tablet-tall-doubled"), QStringLiteral("laptop-light"), QStringLiteral("laptop-dark")};
    }
    return {QStringLiteral("tablet-wide-light"), QStringLiteral("laptop-dark")};
}

void say(const QString& line) { std::printf("%s\n", qUtf8Printable(line)); }

int report(const Catalogue::Findings& findings) {
    for (const QString& line : findings.differing) {
        say(line);
    }
    for (const QString& page : findings.gone) {
        say(page + QStringLiteral(": has a reference, and is on no tour any more"));
    }
    for (const QString& page : findings.missing) {
        say(page + QStringLiteral(": has no reference, and was compared with nothing"));
    }
    if (!findings.differing.isEmpty() || !findings.gone.isEmpty() || !findings.missing.isEmpty()) {
        say(QStringLiteral("Look at the pages. Where they are meant so, take their references: ./dev catalogue"));
    }
    if (!findings.differing.isEmpty() || !findings.gone.isEmpty()) {
        return kOtherwise;
    }
    return findings.missing.isEmpty() ? kAsTheyWere : kNotCompared;
}

QString contentsOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).trimmed() : QString{};
}

} // namespace

int tourCatalogue(ShellWindow& shell, AppModel& app, BackgroundExecutor& executor, TourPlan plan,
                  const CataloguePlan& wanted) {
    const QString typeface = QDir(wanted.folder).filePath(QStringLiteral("typeface.txt"));
    const bool take = wanted.differences.isEmpty();
    const QString takenWith = contentsOf(typeface);
    if (!take && !takenWith.isEmpty() && takenWith != typefaceHere()) {
        say(QStringLiteral("The references were taken with another typeface (%1; here %2): nothing is compared.")
                .arg(takenWith, typefaceHere()));
        return kNotCompared;
    }
    QGuiApplication::styleHints()->setCursorFlashTime(0); // a cursor is there or not, never by chance
    plan.variants = variantsFor(wanted.who);
    Catalogue catalogue(wanted.folder, plan.variants);
    plan.take = [&](const QString& page, const QString& variant, const QImage& picture) -> Result<void> {
        if (take) {
            catalogue.keep(page, variant, picture);
            return ok();
        }
        return catalogue.compare(page, variant, picture, wanted.differences);
    };
    if (const auto toured = tourScreens(shell, app, executor, plan); !toured) {
        say(QString::fromStdString(describe(toured.error())));
        return kOtherwise;
    }
    if (take) {
        QFile file(typeface);
        const auto taken = catalogue.take();
        const bool noted = taken && file.open(QIODevice::WriteOnly) && file.write(typefaceHere().toUtf8() + '\n') > 0;
        return noted ? kAsTheyWere : kOtherwise;
    }
    return report(catalogue.findings());
}

} // namespace frontsheet::testing
