// Dates, times and names as people read them: long form, by the reader's locale, in the services' time zone.
#pragma once

#include "core/base/clock.h"
#include "core/domain/directory.h"
#include "core/domain/front_sheet.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QString>
#include <QTimeZone>
#include <QVariantMap>

#include <string>

namespace frontsheet {

// UTF-8 text of the domain for the screen.
[[nodiscard]] QString shown(const std::string& text);
[[nodiscard]] inline QString shown(std::string_view text) { return shown(std::string{text}); }

class Wording {
    Q_DECLARE_TR_FUNCTIONS(frontsheet::Wording)

public:
    Wording(QLocale locale, QTimeZone zone, const Clock& clock);

    // The same for what is read on another day than it was made: no "today" in it.
    [[nodiscard]] Wording onPaper() const;

    [[nodiscard]] QDateTime local(WallTime time) const;
    [[nodiscard]] QDateTime now() const;
    [[nodiscard]] WallTime moment(QDate day, QTime hour) const; // by the clock on the wall there
    // "today", "yesterday", "tomorrow" or "11 September 2026"; empty when not known.
    [[nodiscard]] QString date(WallTime time) const;
    // The same where a sentence says "on": "today", "on 11 September 2026".
    [[nodiscard]] QString onDate(WallTime time) const;
    // "08:50"
    [[nodiscard]] QString time(WallTime time) const;
    // "today, 08:50" or "11 September 2026, 08:50"
    [[nodiscard]] QString dateTime(WallTime time) const;
    // "today, 08:50" or "on 11 September 2026, 08:50"
    [[nodiscard]] QString onDateTime(WallTime time) const;
    // "today, 08:50", "yesterday, 16:20", and for anything older the date alone.
    [[nodiscard]] QString lately(WallTime time) const;
    // "Today" or "Friday 11 September", with the year when it is not this one: inside one referral's journey.
    [[nodiscard]] QString weekday(WallTime time) const;
    // "Thursday 17 September 2026, 17:00"
    [[nodiscard]] QString fullMoment(WallTime time) const;
    // "Tuesday 15 September 2026"
    [[nodiscard]] QString todayInFull() const;
    // ISO 8601 as records hold it, also "1939-02" and "1939": "11 February 1939", "February 1939", "1939".
    [[nodiscard]] QString isoDate(const std::string& iso) const;
    [[nodiscard]] std::string today() const; // ISO 8601
    // The same where it is near: "today", "tomorrow", "yesterday".
    [[nodiscard]] QString nearDate(const std::string& iso) const;
    [[nodiscard]] QString money(std::int64_t pence) const; // "£312.40"
    // "14 hours", "13 h 20 min", "45 minutes"
    [[nodiscard]] QString hours(std::int64_t minutes) const;
    // The same with the day of the week where the day is known: "Saturday 11 February 1939".
    [[nodiscard]] QString isoDay(const std::string& iso) const;
    // "11 February 1939 (87y)"; age at death when `died` is known; "Not known".
    [[nodiscard]] QString born(const std::string& iso, const std::string& died) const;
    // The same in words that need no label: "Born 11-Feb-1939", or that it is not known.
    [[nodiscard]] QString bornOn(const std::string& iso) const;
    [[nodiscard]] QString age(const std::string& iso) const; // "87y", or empty
    [[nodiscard]] QString gender(const std::string& code) const;
    [[nodiscard]] QString nhsNumber(const std::string& digits) const; // "999 526 0182" or "Not known"
    [[nodiscard]] QString nhsLine(const std::string& digits) const;   // "NHS No. 999 526 0182" or "NHS No. not known"
    [[nodiscard]] static QString notKnown();

    // Monday to Friday, counted from the day of `from` to the day of `to`; negative backwards.
    [[nodiscard]] int workingDays(WallTime from, WallTime to) const;

private:
    QLocale m_locale;
    QTimeZone m_zone;
    const Clock& m_clock;
    bool m_onPaper = false;
};

// What AgencyBadge shows: initials, shortName, hue, and `trailing` for what follows on its line.
[[nodiscard]] QVariantMap badge(const AgencyEntry& agency, const QString& trailing = {});
// One colour per kind of agency, so that a reader learns them once.
[[nodiscard]] int hueOf(const AgencyEntry& agency);
[[nodiscard]] QString initialsOf(const QString& name);
// What colleagues call a worker: "Amara" of "Dr Amara Obi"; all of "Dr Obi".
[[nodiscard]] QString givenOf(const QString& name);
// "community nurse" to "Community nurse"
[[nodiscard]] QString capitalised(const QString& text);

} // namespace frontsheet
