#include "app/viewmodels/ring_model.h"

#include "app/viewmodels/referral_wording.h"
#include "core/domain/bank_holidays.h"
#include "core/domain/calendar.h"

#include <QRegularExpression>

#include <algorithm>

namespace frontsheet {

namespace {

QString minuteOfDay(std::uint16_t minute) {
    return QStringLiteral("%1:%2").arg(minute / 60, 2, 10, QLatin1Char('0')).arg(minute % 60, 2, 10, QLatin1Char('0'));
}

QString firstName(const QString& name) { return name.section(QLatin1Char(' '), 0, 0); }

} // namespace

void RingModel::setWords(const QString& words) {
    if (words != m_words) {
        m_words = words;
        emit wordsChanged();
        refresh();
    }
}

void RingModel::openFor(const QString& personId, const QString& personName) {
    m_personId = personId;
    m_personName = personName;
    emit wordsChanged();
    refresh();
}

void RingModel::forget(int takenIndex) {
    if (takenIndex < 0 || takenIndex >= m_taken.size()) {
        return;
    }
    // The word that led to it goes; where a phrase was understood from another word, the question starts anew without it.
    const QString word = m_taken.at(takenIndex).toMap().value(QStringLiteral("word")).toString();
    QStringList parts = m_words.split(QRegularExpression(QStringLiteral("[,\\s]+")), Qt::SkipEmptyParts);
    const auto before = parts.size();
    parts.removeIf([&](const QString& part) { return part.compare(word, Qt::CaseInsensitive) == 0; });
    if (parts.size() == before && takenIndex < parts.size()) {
        parts.removeAt(takenIndex);
    }
    setWords(parts.join(QLatin1Char(' ')));
}

void RingModel::clear() {
    ++m_question;
    m_words.clear();
    m_personId.clear();
    m_personName.clear();
    m_taken.clear();
    m_first.clear();
    m_rest.clear();
    m_outOfHours.clear();
    m_favourites.clear();
    m_closed.clear();
    m_dayNote.clear();
    m_kept.clear();
    setLoaded(false);
    emit wordsChanged();
    emit changed();
}

void RingModel::refresh() {
    const std::uint64_t question = ++m_question;
    const PersonId person = PersonId::fromHex(m_personId.toStdString()).value_or(PersonId{});
    struct Found {
        RingAnswer answer;
        std::vector<RingSuggestion> favourites;
        std::vector<RingFavourite> kept;
    };
    run(
        Lane::Read,
        [words = m_words.trimmed().toStdString(), person](OpenDesk& desk) -> Result<Found> {
            Found found;
            FS_ASSIGN(found.answer, desk.ringing.ask(words, person));
            FS_ASSIGN(found.favourites, desk.ringing.favourites());
            FS_ASSIGN(found.kept, desk.ringing.kept());
            return found;
        },
        [this, question](Result<Found> found) {
            if (question != m_question) {
                return;
            }
            if (!found) {
                fail(found.error());
                return;
            }
            const RingAnswer* answer = &found->answer;
            m_kept = std::move(found->kept);
            wordDay(*answer);
            m_favourites.clear();
            if (m_words.trimmed().isEmpty()) {
                for (const auto& suggestion : found->favourites) {
                    m_favourites << row(suggestion);
                }
            }
            m_taken.clear();
            for (const auto& taken : answer->taken) {
                const bool place = taken.kind == Taken::Kind::Town || taken.kind == Taken::Kind::Practice;
                m_taken << QVariantMap{
                    {QStringLiteral("word"), shown(taken.word)},
                    {QStringLiteral("text"),
                     place ? tr("in %1", "search condition, %1 town or practice").arg(shown(taken.word))
                           : capitalised(shown(taken.word))}};
            }
            m_emergency = answer->emergency;
            m_first.clear();
            m_rest.clear();
            m_outOfHours.clear();
            for (std::size_t i = 0; i < answer->suggestions.size(); ++i) {
                if (i == 0) {
                    m_first = card(answer->suggestions.front(), answer->outOfHours);
                } else {
                    m_rest << row(answer->suggestions[i]);
                }
            }
            for (const auto& suggestion : answer->outOfHours) {
                m_outOfHours << row(suggestion);
            }
            setLoaded(true);
            emit changed();
        });
}

// A bank holiday explains why doors are closed; past the table of special days one may be missing.
void RingModel::wordDay(const RingAnswer& answer) {
    m_bankHoliday = answer.bankHoliday;
    m_dayNote = answer.bankHoliday ? tr("Today is a bank holiday. Many services are closed.", "who to ring")
                : answer.holidaysKnown
                    ? QString{}
                    : tr("Bank holidays that are made for one year alone are known until %1. One may be missing.",
                         "who to ring, %1 date")
                          .arg(wording().isoDate(isoDate(kSpecialDaysKnownUntil)));
    m_closed.clear();
    for (const auto& one : answer.closed) {
        const QString on = wording().isoDate(one.service.closedOn);
        QStringList text;
        if (!one.service.closedWords.empty()) {
            text << shown(one.service.closedWords);
        }
        if (one.instead) {
            text << tr("%1 takes over.", "%1 service").arg(shown(one.instead->name));
        }
        m_closed << QVariantMap{
            {QStringLiteral("title"), tr("%1 closed on %2", "%1 service, %2 date").arg(shown(one.service.name), on)},
            {QStringLiteral("text"), text.join(QLatin1Char(' '))}};
    }
}

bool RingModel::isFavourite(const RingSuggestion& s) const {
    const RingFavourite which =
        s.service.code.empty() && s.worker ? RingFavourite{{}, s.worker->code} : RingFavourite{s.service.code, {}};
    return std::find(m_kept.begin(), m_kept.end(), which) != m_kept.end();
}

void RingModel::toggleFavourite(const QString& serviceId, const QString& workerId) {
    const RingFavourite which = serviceId.isEmpty() ? RingFavourite{{}, WorkerId{workerId.toStdString()}}
                                                    : RingFavourite{ServiceId{serviceId.toStdString()}, {}};
    run(
        Lane::Save,
        [which](OpenDesk& desk) -> Result<void> {
            FS_ASSIGN(const bool kept, desk.ringing.isFavourite(which));
            return kept ? desk.ringing.dropFavourite(which) : desk.ringing.keepFavourite(which);
        },
        [this](const Result<void>& done) {
            if (!done) {
                fail(done.error());
            }
            refresh();
        });
}

QString RingModel::openLine(const RingSuggestion& s) const {
    if (!s.opensKnown) {
        return shown(s.service.hours);
    }
    if (s.openNow) {
        return s.closesAt ? tr("Answering now, until %1", "%1 time of day").arg(minuteOfDay(*s.closesAt))
                          : tr("Answering now");
    }
    if (s.onCallNow) {
        return tr("On call now", "who to ring: out of hours");
    }
    if (s.opensNext) {
        constexpr int kWeek = 7;
        const QString at = minuteOfDay(s.opensNext->minute);
        if (s.opensNext->daysAhead == 0) {
            return tr("Opens at %1", "%1 time of day, today").arg(at);
        }
        if (s.opensNext->daysAhead == 1) {
            return tr("Opens tomorrow at %1", "%1 time of day").arg(at);
        }
        const QString on = s.opensNext->daysAhead < kWeek
                               ? QLocale().standaloneDayName(s.opensNext->weekday)
                               : QLocale().toString(wording().now().date().addDays(s.opensNext->daysAhead),
                                                    tr("d MMMM", "a date without its year"));
        return tr("Opens %1 at %2", "%1 day of the week or date, %2 time of day").arg(on, at);
    }
    return shown(s.service.hours);
}

// "Tom Adeyemi is away until 27 November. Bethan Price stands in."
QString RingModel::awayLine(const RingSuggestion& s) const {
    if (!s.away) {
        return {};
    }
    const QString name = shown(s.away->name);
    QStringList line{s.awayUntil.empty()
                         ? tr("%1 is away.", "%1 worker").arg(name)
                         : tr("%1 is away until %2.", "%1 worker, %2 date").arg(name, wording().isoDate(s.awayUntil))};
    if (s.worker) {
        line << tr("%1 stands in.", "%1 worker").arg(shown(s.worker->name));
    }
    if (!s.awayWords.empty()) {
        line << ReferralReader::quoted(s.awayWords);
    }
    return line.join(QLatin1Char(' '));
}

QVariantMap RingModel::row(const RingSuggestion& s) const {
    const QString who = s.worker ? shown(s.worker->name) : QString{};
    const std::string number = s.worker && !s.worker->phone.empty() ? s.worker->phone
                               : !s.dutyPhone.empty()               ? s.dutyPhone
                                                                    : s.agency.phone;
    const QString open = openLine(s);
    const QString aside =
        who.isEmpty()    ? open
        : open.isEmpty() ? who
                         : tr("%1, %2", "%1 worker, %2 opening hours").arg(who, open.at(0).toLower() + open.mid(1));
    return {{QStringLiteral("title"), shown(s.service.name)},
            {QStringLiteral("detail"), capitalised(shown(s.service.criteria))},
            {QStringLiteral("badge"), badge(s.agency, aside)},
            {QStringLiteral("who"), who.isEmpty() ? shown(s.service.name) : who},
            {QStringLiteral("number"), shown(number)},
            {QStringLiteral("open"), s.openNow || s.onCallNow},
            {QStringLiteral("favourite"), isFavourite(s)},
            {QStringLiteral("workerId"), s.worker ? shown(s.worker->code.str()) : QString{}},
            {QStringLiteral("serviceId"), shown(s.service.code.str())}};
}

QVariantMap RingModel::card(const RingSuggestion& s, const std::vector<RingSuggestion>& outOfHours) const {
    QVariantMap map = row(s);
    const QString who = map.value(QStringLiteral("who")).toString();
    map[QStringLiteral("whoShort")] = s.worker ? firstName(who) : tr("them", "inside: Ring them");
    map[QStringLiteral("role")] = s.worker ? capitalised(shown(s.worker->role)) : QString{};
    map[QStringLiteral("service")] = shown(s.service.name);
    map[QStringLiteral("openLine")] = openLine(s);
    map[QStringLiteral("badge")] = badge(s.agency);
    map[QStringLiteral("within")] =
        s.service.respondsWithin.empty()
            ? QString{}
            : tr("Answers a referral within %1.", "%1 such as 2 working days").arg(shown(s.service.respondsWithin));
    map[QStringLiteral("away")] = awayLine(s);
    QStringList expect;
    for (const auto& part : {s.service.expect, s.service.takesWithout}) {
        if (!part.empty()) {
            const QString said = shown(part).trimmed();
            expect << (said.endsWith(QLatin1Char('.')) ? said : said + QLatin1Char('.'));
        }
    }
    map[QStringLiteral("expect")] = expect.join(QLatin1Char(' '));
    map[QStringLiteral("others")] = others(s, map.value(QStringLiteral("number")).toString(), outOfHours);
    map[QStringLiteral("why")] = reasons(s);
    return map;
}

// Who answers when the first does not: the deputy, today's duty officer, whoever is there by night.
QVariantList RingModel::others(const RingSuggestion& s, const QString& number,
                               const std::vector<RingSuggestion>& outOfHours) const {
    QVariantList list;
    const auto add = [&](const QString& when, const QString& name, const std::string& phone) {
        if (!phone.empty() && shown(phone) != number) {
            list << QVariantMap{{QStringLiteral("when"), when},
                                {QStringLiteral("name"), name},
                                {QStringLiteral("number"), shown(phone)}};
        }
    };
    if (s.onCallNow) {
        add(tr("When they open again"), shown(s.service.name), s.dutyPhone);
        for (const auto& late : outOfHours) {
            add(tr("If there is no answer"), shown(late.service.name), late.dutyPhone);
        }
        return list;
    }
    if (s.deputy) {
        add(tr("If there is no answer"), tr("%1, deputy", "%1 worker").arg(shown(s.deputy->name)), s.deputy->phone);
    }
    const QString duty = tr("Duty officer today");
    if (s.onDuty && (!s.worker || s.worker->code != s.onDuty->code)) {
        add(duty, shown(s.onDuty->name), s.onDutyPhone);
    } else {
        add(s.onDuty ? tr("The duty desk") : duty, shown(s.service.name), s.dutyPhone);
    }
    if (s.atNight) {
        add(tr("Out of hours"), shown(s.atNight->name), s.atNightPhone);
    } else if (!outOfHours.empty()) {
        const auto& late = outOfHours.front();
        const QVariantMap lateRow = row(late);
        add(late.service.hours.empty() ? tr("Out of hours") : capitalised(shown(late.service.hours)),
            shown(late.service.name), lateRow.value(QStringLiteral("number")).toString().toStdString());
    }
    return list;
}

QStringList RingModel::reasons(const RingSuggestion& s) const {
    QStringList why;
    for (const RingReason reason : s.why) {
        switch (reason) {
        case RingReason::CoversTown:
            why << tr("Covers the town", "why this service");
            break;
        case RingReason::CoversPractice:
            why << tr("Covers the practice", "why this service");
            break;
        case RingReason::CoversEverywhere:
            why << tr("Covers everywhere", "why this service");
            break;
        case RingReason::TakesThisNeed:
            why << tr("Takes this", "why this service: it answers the need");
            break;
        case RingReason::RightAge:
            why << tr("Right age", "why this service");
            break;
        case RingReason::AnswersNow:
            why << tr("Answers now", "why this service");
            break;
        case RingReason::NamedWorker:
            why << tr("A named worker", "why this service");
            break;
        case RingReason::StandsIn:
            why << tr("Stands in", "why this worker: for one who is away");
            break;
        case RingReason::OnDutyNow:
            why << tr("On duty today", "why this worker");
            break;
        case RingReason::OnCallNow:
            why << tr("On call out of hours", "why this worker");
            break;
        case RingReason::TakesOver:
            why << tr("Takes over from %1", "why this service; %1 a service that has closed")
                       .arg(shown(s.closedInstead));
            break;
        case RingReason::ByName:
            why << tr("You named it", "why this service");
            break;
        }
    }
    return why;
}

} // namespace frontsheet
