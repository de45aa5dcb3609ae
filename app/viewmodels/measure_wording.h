// Scores of structured measures, in words and as points to draw.
#pragma once

#include "app/viewmodels/wording.h"

#include <QVariantList>

#include <vector>

namespace frontsheet {

class FieldSet;
struct MeasureScore;
struct RingAnswer;
namespace care {
struct Instrument;
}

// How one instrument's scores went.
struct ScoreHistory {
    QVariantList points; // {day, score}, oldest first: day 0 to 1 over the time there is, score 0 to 1 over the range
    // {id, text, detail, badge, answers: [{item, answer, unsafe}], decided, said, endings}, newest first. `decided`: what was done about an answer
    // that is not left alone; `said`: what was written with it.
    QVariantList rows;
    QString line; // all of it in a sentence
};

class MeasureWording {
    Q_DECLARE_TR_FUNCTIONS(frontsheet::MeasureWording)

public:
    MeasureWording(const Wording& wording, const Directory& directory) : m_wording(wording), m_directory(directory) {}

    // "12 of 27, moderate"
    [[nodiscard]] static QString score(const care::Instrument& instrument, std::int64_t score);
    // Every instrument with its last score: {code, name, measures, last, licence}. `scores` oldest first.
    [[nodiscard]] QVariantList instruments(const std::vector<MeasureScore>& scores) const;
    [[nodiscard]] ScoreHistory history(const care::Instrument& instrument,
                                       const std::vector<MeasureScore>& scores) const;
    // What was done about an answer that is not left alone, and by whom; empty: it has none.
    [[nodiscard]] QString decided(const MeasureScore& score) const;
    // Who was there, and what was written with it.
    [[nodiscard]] static QString said(const FieldSet& fields);
    // Who takes a crisis: {name, detail, phone}.
    [[nodiscard]] static QVariantList whomToRing(const RingAnswer& crisis);

private:
    const Wording& m_wording;
    const Directory& m_directory;
};

} // namespace frontsheet
