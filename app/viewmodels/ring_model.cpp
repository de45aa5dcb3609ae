#include "app/viewmodels/ring_model.h"

#include <QRegularExpression>

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
    setLoaded(false);
    emit wordsChanged();
    emit changed();
}

void RingModel::refresh() {
    const std::uint64_t question = ++m_question;
    const PersonId person = PersonId::fromHex(m_personId.toStdString()).value_or(PersonId{});
    run(
        Lane::Read,
        [words = m_words.trimmed().toStdString(), person](OpenDesk& desk) { return desk.ringing.ask(words, person); },
        [this, question](Result<RingAnswer> answer) {
            if (question != m_question) {
                return;
            }
            if (!answer) {
                fail(answer.error());
                return;
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

QString RingModel::openLine(const RingSuggestion& s) const {
    if (!s.opensKnown) {
        return shown(s.service.hours);
    }
    if (s.openNow) {
        return s.closesAt ? tr("Answering now, until %1", "%1 time of day").arg(minuteOfDay(*s.closesAt))
                          : tr("Answering now");
    }
    if (s.opensNext) {
        const QString at = minuteOfDay(s.opensNext->minute);
        switch (s.opensNext->daysAhead) {
        case 0:
            return tr("Opens at %1", "%1 time of day, today").arg(at);
        case 1:
            return tr("Opens tomorrow at %1", "%1 time of day").arg(at);
        default:
            return tr("Opens %1 at %2", "%1 day of the week, %2 time of day")
                .arg(QLocale().standaloneDayName(s.opensNext->weekday), at);
        }
    }
    return shown(s.service.hours);
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
            {QStringLiteral("open"), s.openNow},
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
    QVariantList others;
    const auto other = [&](const QString& when, const QString& name, const std::string& number) {
        if (!number.empty()) {
            others << QVariantMap{{QStringLiteral("when"), when},
                                  {QStringLiteral("name"), name},
                                  {QStringLiteral("number"), shown(number)}};
        }
    };
    if (s.deputy) {
        other(tr("If there is no answer"), tr("%1, deputy", "%1 worker").arg(shown(s.deputy->name)), s.deputy->phone);
    }
    if (!s.dutyPhone.empty() && s.dutyPhone != map.value(QStringLiteral("number")).toString().toStdString()) {
        other(tr("Duty officer today"), shown(s.service.name), s.dutyPhone);
    }
    if (!outOfHours.empty()) {
        const auto& late = outOfHours.front();
        const QVariantMap lateRow = row(late);
        other(shown(late.service.hours).isEmpty() ? tr("Out of hours") : capitalised(shown(late.service.hours)),
              shown(late.service.name), lateRow.value(QStringLiteral("number")).toString().toStdString());
    }
    map[QStringLiteral("others")] = others;
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
        }
    }
    map[QStringLiteral("why")] = why;
    return map;
}

} // namespace frontsheet
