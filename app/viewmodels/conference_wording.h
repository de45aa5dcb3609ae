// A case conference in words, row by row: what ConferencePage and the lists of conferences show. Presentation only; who may do what, and in
// which order things stand, is core/domain's.
#pragma once

#include "app/viewmodels/wording.h"
#include "core/domain/principal.h"
#include "core/usecases/conferences.h"

#include <QStringList>
#include <QVariantList>

#include <array>

namespace frontsheet {

struct ConferenceReader {
    const Wording& wording;
    const Directory& directory;
    const Principal& me;
    QString called; // the person, as people say it

    // {title, when, place, chair, chairMine, why, chip, state, badge, past, off, person, turnout, unsent}. `person`: that they were there, or why
    // not; `off`: why it was called off.
    [[nodiscard]] QVariantMap heading(const ConferencePage& page, WallTime now) const;
    // {id, name, detail, worker, person, badge, chip, words, sent, attended (position, -1: not said), unsent}
    [[nodiscard]] QVariantMap invited(const Record& invitation, const std::vector<RecordId>& waiting) const;
    // {id, number, text, by, dissent: [{who, words, badge, unsent}], mine (it may be marked as an error), unsent}
    [[nodiscard]] QVariantMap decision(const care::DecisionTaken& taken, const std::vector<RecordId>& waiting) const;
    // {title, detail, badge}
    [[nodiscard]] QVariantMap paper(const Record& record) const;
    // What was recorded, as minutes are read: {heading, lines}
    [[nodiscard]] QVariantList minutes(const care::ConferenceSheet& sheet) const;
    // One of a list: {id, title, when, chip, lines: [words], open, placement, badge}
    [[nodiscard]] QVariantMap line(const care::ConferenceSheet& sheet) const;
    // On Today: {id, person, personId, title, when, place, chip, past, mine}. `id` empty: this device holds the invitation alone.
    [[nodiscard]] QVariantMap toCome(const ConferenceToCome& one) const;
    [[nodiscard]] QString nameOf(const Record& invitation) const;
    [[nodiscard]] static QString comesAs(std::string_view code);
    [[nodiscard]] static QStringList attendance(); // in the order of kAttendanceCodes
    [[nodiscard]] static QStringList thereChoices();

    Q_DECLARE_TR_FUNCTIONS(frontsheet::ConferenceReader)
};

inline constexpr std::array<const char*, 4> kAttendanceCodes{"there", "by-phone", "apologies", "absent"};
// Of the person, where it was held without a tap that says they came.
inline constexpr std::array<const char*, 5> kThereCodes{"there", "represented", "chose-not-to", "unable",
                                                        "not-invited"};

} // namespace frontsheet
