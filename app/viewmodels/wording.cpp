#include "app/viewmodels/wording.h"

#include "core/domain/bank_holidays.h"
#include "core/domain/calendar.h"
#include "core/domain/display_name.h"

#include <algorithm>
#include <cstdlib>

namespace frontsheet {

namespace {

constexpr qint64 kEpochJulianDay = 2440588; // 1970-01-01, as Qt counts days

} // namespace

QString shown(const std::string& text) { return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())); }

Wording::Wording(QLocale locale, QTimeZone zone, const Clock& clock)
    // A machine that names no country is in this one: else "154.00£".
    : m_locale(locale == QLocale::c() ? QLocale(QLocale::English, QLocale::UnitedKingdom) : std::move(locale)),
      m_zone(std::move(zone)), m_clock(clock) {}

QDateTime Wording::local(WallTime time) const { return QDateTime::fromMSecsSinceEpoch(time.ms, m_zone); }

WallTime Wording::moment(QDate day, QTime hour) const { return {QDateTime(day, hour, m_zone).toMSecsSinceEpoch()}; }

QDateTime Wording::now() const { return local(m_clock.now()); }

Wording Wording::onPaper() const {
    Wording words = *this;
    words.m_onPaper = true;
    return words;
}

QString Wording::date(WallTime time) const {
    if (!time.isKnown()) {
        return {};
    }
    const QDate day = local(time).date();
    if (m_onPaper) {
        return m_locale.toString(day, QStringLiteral("d MMMM yyyy"));
    }
    switch (now().date().daysTo(day)) {
    case 0:
        return tr("today", "a date inside a sentence");
    case -1:
        return tr("yesterday", "a date inside a sentence");
    case 1:
        return tr("tomorrow", "a date inside a sentence");
    default:
        return m_locale.toString(day, QStringLiteral("d MMMM yyyy"));
    }
}

QString Wording::time(WallTime time) const {
    return time.isKnown() ? m_locale.toString(local(time).time(), QStringLiteral("HH:mm")) : QString{};
}

QString Wording::onDate(WallTime time) const {
    const QString day = date(time);
    const bool near = !m_onPaper && std::abs(now().date().daysTo(local(time).date())) <= 1;
    return near || day.isEmpty() ? day : tr("on %1", "%1 a day, month and year inside a sentence").arg(day);
}

QString Wording::onDateTime(WallTime time) const {
    return time.isKnown() ? tr("%1, %2", "%1 date, %2 time of day").arg(onDate(time), this->time(time)) : QString{};
}

QString Wording::dateTime(WallTime time) const {
    return time.isKnown() ? tr("%1, %2", "%1 date, %2 time of day").arg(date(time), this->time(time)) : QString{};
}

QString Wording::lately(WallTime time) const {
    return time.isKnown() && local(time).date().daysTo(now().date()) > 1 ? date(time) : dateTime(time);
}

QString Wording::weekday(WallTime time) const {
    if (!time.isKnown()) {
        return {};
    }
    const QDate day = local(time).date();
    const QDate today = now().date();
    if (day == today) {
        return tr("Today", "a date that stands alone");
    }
    return m_locale.toString(day, day.year() == today.year() ? QStringLiteral("dddd d MMMM")
                                                             : QStringLiteral("d MMMM yyyy"));
}

QString Wording::fullMoment(WallTime time) const {
    return time.isKnown() ? m_locale.toString(local(time), QStringLiteral("dddd d MMMM yyyy, HH:mm")) : QString{};
}

QString Wording::todayInFull() const { return m_locale.toString(now().date(), QStringLiteral("dddd d MMMM yyyy")); }

QString Wording::isoDate(const std::string& iso) const {
    const QString text = shown(iso);
    if (const QDate full = QDate::fromString(text, Qt::ISODate); full.isValid() && text.size() == 10) {
        return m_locale.toString(full, QStringLiteral("d MMMM yyyy"));
    }
    if (const QDate month = QDate::fromString(text, QStringLiteral("yyyy-MM")); month.isValid()) {
        return m_locale.toString(month, QStringLiteral("MMMM yyyy"));
    }
    return text;
}

std::string Wording::today() const { return now().date().toString(Qt::ISODate).toStdString(); }

QString Wording::nearDate(const std::string& iso) const {
    const QDate day = QDate::fromString(shown(iso), Qt::ISODate);
    const auto away = m_onPaper || !day.isValid() || iso.size() != 10 ? 2 : now().date().daysTo(day);
    return away == 0    ? tr("today", "a date inside a sentence")
           : away == 1  ? tr("tomorrow", "a date inside a sentence")
           : away == -1 ? tr("yesterday", "a date inside a sentence")
                        : isoDate(iso);
}

QString Wording::money(std::int64_t pence) const {
    return m_locale.toCurrencyString(static_cast<double>(pence) / 100.0, QStringLiteral("£"), 2);
}

QString Wording::hours(std::int64_t minutes) const {
    const auto whole = static_cast<int>(minutes / 60);
    const auto rest = static_cast<int>(minutes % 60);
    if (rest == 0) {
        return tr("%n hour(s)", "a length of time", whole);
    }
    return whole == 0 ? tr("%n minute(s)", "a length of time", rest)
                      : tr("%1 h %2 min", "a length of time").arg(whole).arg(rest);
}

QString Wording::isoDay(const std::string& iso) const {
    const QDate full = QDate::fromString(shown(iso), Qt::ISODate);
    return full.isValid() && iso.size() == 10 ? m_locale.toString(full, QStringLiteral("dddd d MMMM yyyy"))
                                              : isoDate(iso);
}

QString Wording::age(const std::string& iso) const {
    const QDate today = now().date();
    const auto years = ageOn(iso, std::chrono::year_month_day{std::chrono::year{today.year()},
                                                              std::chrono::month{static_cast<unsigned>(today.month())},
                                                              std::chrono::day{static_cast<unsigned>(today.day())}});
    return years ? tr("%1y", "age in years, short").arg(*years) : QString{};
}

QString Wording::born(const std::string& iso, const std::string& died) const {
    if (iso.empty()) {
        return notKnown();
    }
    const auto end = fullDate(died);
    const QString years = end ? [&] {
        const auto at = ageOn(iso, *end);
        return at ? tr("%1y", "age in years, short").arg(*at) : QString{};
    }()
                              : age(iso);
    return years.isEmpty() ? isoDate(iso) : tr("%1 (%2)", "%1 date of birth, %2 age").arg(isoDate(iso), years);
}

QString Wording::bornOn(const std::string& iso) const {
    return iso.empty() ? tr("Date of birth not known", "a person on a list")
                       : tr("Born %1", "a person on a list, %1 date").arg(isoDate(iso));
}

QString Wording::gender(const std::string& code) const {
    if (code == "female") {
        return tr("Female", "gender on the patient banner");
    }
    if (code == "male") {
        return tr("Male", "gender on the patient banner");
    }
    if (code == "indeterminate") {
        return tr("Indeterminate", "gender on the patient banner, NHS data dictionary: unable to be classified");
    }
    return notKnown();
}

QString Wording::nhsNumber(const std::string& digits) const {
    return digits.empty() ? notKnown() : shown(spacedNhsNumber(digits));
}

QString Wording::nhsLine(const std::string& digits) const {
    return digits.empty() ? tr("NHS No. not known", "a person on a list")
                          : tr("NHS No. %1", "a person on a list, %1 number").arg(nhsNumber(digits));
}

QString Wording::notKnown() { return tr("Not known", "patient banner: nobody recorded it"); }

int Wording::workingDays(WallTime from, WallTime to) const {
    QDate day = local(from).date();
    const QDate end = local(to).date();
    const int step = day <= end ? 1 : -1;
    int count = 0;
    while (day != end) {
        day = day.addDays(step);
        // Going forward a working day counts when it is reached, going back when it is left.
        const QDate counted = step > 0 ? day : day.addDays(1);
        const std::chrono::sys_days on{std::chrono::days{counted.toJulianDay() - kEpochJulianDay}};
        count += isWorkingDay(on) ? step : 0;
    }
    return count;
}

int hueOf(const AgencyEntry& agency) {
    static const std::pair<std::string_view, int> kHues[] = {{"council", 0},     {"community-trust", 1},
                                                             {"gp-practice", 2}, {"mental-health-trust", 3},
                                                             {"housing", 4},     {"voluntary", 5}};
    for (const auto& [kind, hue] : kHues) {
        if (agency.kind == kind) {
            return hue;
        }
    }
    return 6;
}

QVariantMap badge(const AgencyEntry& agency, const QString& trailing) {
    const QString name =
        shown(agency.shortName.empty() ? (agency.name.empty() ? agency.code.str() : agency.name) : agency.shortName);
    return {{QStringLiteral("initials"), agency.initials.empty() ? initialsOf(name) : shown(agency.initials)},
            {QStringLiteral("shortName"), name},
            {QStringLiteral("hue"), hueOf(agency)},
            {QStringLiteral("trailing"), trailing}};
}

namespace {

// Of a worker: without the title that some directories write before a name.
QStringList nameWords(const QString& name) {
    static const QStringList titles{QStringLiteral("Dr"),   QStringLiteral("Mr"),   QStringLiteral("Mrs"),
                                    QStringLiteral("Ms"),   QStringLiteral("Miss"), QStringLiteral("Mx"),
                                    QStringLiteral("Prof"), QStringLiteral("Rev"),  QStringLiteral("Sister")};
    QStringList words = name.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words.size() > 1 && titles.contains(words.constFirst().chopped(words.constFirst().endsWith(u'.') ? 1 : 0))) {
        words.removeFirst();
    }
    return words;
}

} // namespace

QString givenOf(const QString& name) {
    const QStringList words = nameWords(name);
    return words.size() < 2 ? name : words.constFirst();
}

QString initialsOf(const QString& name) {
    QString initials;
    for (const QString& word : nameWords(name)) {
        if (word.at(0).isLetter() && initials.size() < 2) {
            initials += word.at(0).toUpper();
        }
    }
    return initials;
}

QString capitalised(const QString& text) { return text.isEmpty() ? text : text.at(0).toUpper() + text.mid(1); }

} // namespace frontsheet
