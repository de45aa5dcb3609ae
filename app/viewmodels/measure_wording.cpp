#include "app/viewmodels/measure_wording.h"

#include "app/viewmodels/ending_wording.h"
#include "core/domain/calendar.h"
#include "core/domain/care/instruments.h"
#include "core/domain/care/safety_action.h"
#include "core/domain/schema/measure.h"
#include "core/domain/who_to_ring.h"
#include "core/usecases/measures.h"

#include <QStringList>

#include <algorithm>

namespace frontsheet {

namespace {

QVariantList answersOf(const care::Instrument& instrument, const FieldSet& f) {
    QVariantList out;
    const auto given = care::answersIn(f.text(measure::kAnswers));
    for (std::size_t at = 0; given && at < given->size() && at < instrument.items.size(); ++at) {
        const auto answer = static_cast<std::size_t>((*given)[at]);
        if (answer < instrument.answers.size()) {
            out << QVariantMap{{QStringLiteral("item"), shown(std::string{instrument.items[at]})},
                               {QStringLiteral("answer"), shown(std::string{instrument.answers[answer]})},
                               {QStringLiteral("unsafe"), at + 1 == instrument.unsafeItem && answer > 0}};
        }
    }
    const auto hard = f.find(measure::kImpairment.tag) == nullptr ? -1 : f.get(measure::kImpairment);
    if (hard >= 0 && static_cast<std::size_t>(hard) < instrument.impairmentAnswers.size()) {
        out << QVariantMap{{QStringLiteral("item"), shown(std::string{instrument.impairmentStem})},
                           {QStringLiteral("answer"),
                            shown(std::string{instrument.impairmentAnswers[static_cast<std::size_t>(hard)]})},
                           {QStringLiteral("unsafe"), false}};
    }
    return out;
}

} // namespace

QString MeasureWording::score(const care::Instrument& instrument, std::int64_t score) {
    const QString band = shown(care::bandOf(instrument, score));
    return band.isEmpty() ? tr("%1 of %2", "%1 score, %2 the most there is").arg(score).arg(instrument.most)
                          : tr("%1 of %2, %3", "%1 score, %2 the most there is, %3 such as moderate")
                                .arg(score)
                                .arg(instrument.most)
                                .arg(band);
}

QVariantList MeasureWording::instruments(const std::vector<MeasureScore>& scores) const {
    QVariantList out;
    for (const auto& one : care::allInstruments()) {
        const auto last = std::find_if(scores.rbegin(), scores.rend(),
                                       [&](const MeasureScore& score) { return score.instrument == one.code; });
        const bool taken = last != scores.rend();
        out << QVariantMap{
            {QStringLiteral("code"), shown(one.code)},
            {QStringLiteral("name"), shown(one.name)},
            {QStringLiteral("measures"), capitalised(shown(one.measures))},
            {QStringLiteral("licence"),
             one.licence == care::Licence::ScoreOnly
                 ? tr("Score only: taken on the owner's form", "measure of which the text may not be shown")
                 : QString{}},
            {QStringLiteral("last"), taken ? tr("%1: %2", "%1 date, %2 score in words")
                                                 .arg(m_wording.isoDate(last->takenOn), score(one, last->score))
                                           : tr("Not taken yet", "measure")}};
    }
    return out;
}

QString MeasureWording::decided(const MeasureScore& score) const {
    if (score.awaitsSafety) {
        return tr("Nobody has written down yet what is done about it.", "an answer that is not left alone");
    }
    const auto decision = care::safetyDecision(score.fields.text(measure::kSafety));
    if (!decision) {
        return {};
    }
    const QString by = shown(m_directory.worker(score.fields.get(measure::kSafetyBy)).name);
    const QString words = shown(score.fields.get(measure::kSafetyWords));
    const QString what =
        *decision == care::SafetyDecision::AskedAndSafe
            ? tr("%1 asked more, and they were safe then.", "an answer that is not left alone, %1 worker").arg(by)
        : *decision == care::SafetyDecision::ActionMade
            ? tr("%1 made something to do of it: it stands on the plan.", "an answer that is not left alone, %1 worker")
                  .arg(by)
            : tr("%1 handed it to the crisis team.", "an answer that is not left alone, %1 worker").arg(by);
    return words.isEmpty() ? what : what + QLatin1Char(' ') + tr("“%1”", "somebody's own words").arg(words);
}

QString MeasureWording::said(const FieldSet& f) {
    QStringList out;
    if (!f.text(measure::kWith).empty()) {
        out << tr("With %1.", "who was there when a measure was taken").arg(shown(f.get(measure::kWith)));
    }
    if (!f.text(measure::kNote).empty()) {
        out << shown(f.get(measure::kNote));
    }
    return out.join(QLatin1Char('\n'));
}

ScoreHistory MeasureWording::history(const care::Instrument& instrument,
                                     const std::vector<MeasureScore>& scores) const {
    std::vector<const MeasureScore*> own;
    for (const auto& one : scores) {
        if (one.instrument == instrument.code) {
            own.push_back(&one);
        }
    }
    ScoreHistory out;
    if (own.empty()) {
        return out;
    }
    const int span = std::max(1, daysBetween(own.front()->takenOn, own.back()->takenOn).value_or(1));
    const auto range = static_cast<double>(instrument.most - instrument.least);
    QStringList line;
    for (const auto* one : own) {
        const int since = daysBetween(own.front()->takenOn, one->takenOn).value_or(0);
        const QString on = m_wording.isoDate(one->takenOn);
        out.points << QVariantMap{
            {QStringLiteral("day"), own.size() == 1 ? 0.5 : static_cast<double>(since) / span},
            {QStringLiteral("score"), static_cast<double>(one->score - instrument.least) / range}};
        out.rows.prepend(QVariantMap{
            {QStringLiteral("text"), score(instrument, one->score)},
            {QStringLiteral("detail"), one->waiting ? tr("%1, waiting to send", "%1 date of a measure").arg(on) : on},
            {QStringLiteral("badge"),
             badge(m_directory.agency(one->agency), shown(m_directory.worker(one->takenBy).name))},
            {QStringLiteral("id"), shown(one->record.hex())},
            {QStringLiteral("answers"), answersOf(instrument, one->fields)},
            {QStringLiteral("decided"), decided(*one)},
            {QStringLiteral("said"), said(one->fields)},
            {QStringLiteral("endings"), endingWords(RecordType::Measure, one->endings)}});
        line << tr("%1 on %2", "%1 score, %2 date").arg(one->score).arg(on);
    }
    out.line = line.join(QStringLiteral(", ")) + QLatin1Char('.');
    if (own.size() > 1) {
        const auto by = static_cast<int>(own.back()->score - own[own.size() - 2]->score);
        const QString change = by == 0  ? tr("The same as the time before.", "score of a measure")
                               : by > 0 ? tr("%n higher than the time before.", "score of a measure", by)
                                        : tr("%n lower than the time before.", "score of a measure", -by);
        out.line += QLatin1Char(' ') + change;
    }
    return out;
}

QVariantList MeasureWording::whomToRing(const RingAnswer& crisis) {
    QVariantList out;
    for (const auto& one : crisis.suggestions) {
        const bool named = one.worker && !one.worker->phone.empty();
        const std::string number = !one.dutyPhone.empty() ? one.dutyPhone
                                   : named                ? one.worker->phone
                                                          : one.agency.phone;
        out << QVariantMap{{QStringLiteral("name"), shown(one.service.name)},
                           {QStringLiteral("detail"), shown(one.agency.name)},
                           {QStringLiteral("phone"), shown(number)}};
    }
    return out;
}

} // namespace frontsheet
