#include "tests/app/support/screens.h"

#include "app/frontsheet/language.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <utility>

namespace frontsheet::testing {

namespace {

const QLocale kEnglish{QLocale::English, QLocale::UnitedKingdom};

// Once per program: where "1 item" and "2 items" part.
void speakEnglish() {
    [[maybe_unused]] static const bool kSpoken = [] {
        useLanguage(*QCoreApplication::instance(), kEnglish);
        return true;
    }();
}

} // namespace

void HeldExecutor::post(Lane lane, std::function<void()> job) {
    if (m_holding && lane == Lane::Read) {
        m_held.push_back(std::move(job));
        return;
    }
    m_real.post(lane, std::move(job));
}

void HeldExecutor::letGo() {
    m_holding = false;
    for (auto& job : std::exchange(m_held, {})) {
        m_real.post(Lane::Read, std::move(job));
    }
}

Screens::Screens(Principal who, Form form)
    : kitley(std::move(who)), app({door, reads, ui, kitley.clock,
                                   Wording{kEnglish, QTimeZone("Europe/London"), kitley.clock}, QString{}, form}) {
    speakEnglish();
}

void Screens::settle() {
    for (int round = 0; round < 6; ++round) {
        executor.drain();
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    }
}

bool Screens::until(const std::function<bool()>& holds, int withinMs) {
    QElapsedTimer timer;
    timer.start();
    while (!holds()) {
        if (timer.elapsed() > withinMs) {
            return false;
        }
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 5);
    }
    return true;
}

void Screens::unlock() {
    app.unlock(QStringLiteral("orchard row"));
    settle();
}

QString id(const PersonId& person) { return QString::fromStdString(person.hex()); }
QString id(const RecordId& record) { return QString::fromStdString(record.hex()); }

QString find(const QVariantList& rows, const char* where, const QString& is, const char* key) {
    for (const QVariant& row : rows) {
        const QVariantMap map = row.toMap();
        if (map.value(QString::fromLatin1(where)).toString() == is) {
            return map.value(QString::fromLatin1(key)).toString();
        }
    }
    return {};
}

QStringList all(const QVariantList& rows, const char* key) {
    QStringList values;
    for (const QVariant& row : rows) {
        values << row.toMap().value(QString::fromLatin1(key)).toString();
    }
    return values;
}

} // namespace frontsheet::testing
