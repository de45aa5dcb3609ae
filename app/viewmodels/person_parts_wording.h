// What everybody at the door must know, in words, row by row: alerts, allergies, medicines, what was decided in advance, how to be
// understood, whom to ring. Presentation only; order is core/domain's.
#pragma once

#include "app/viewmodels/plan_wording.h"

namespace frontsheet {

// Rows as PlanReader's, with {iconName, title, detail, number, numberOf}: `number` may be rung.
struct PersonPartsReader {
    const PlanReader& reader;

    [[nodiscard]] QVariantMap death(const Record& record) const;
    [[nodiscard]] QVariantMap episode(const Record& record) const;
    // An assessment of them as a carer, or what is private to them as one.
    [[nodiscard]] QVariantMap asCarer(const Record& record) const;
    [[nodiscard]] QVariantMap risk(const Record& record) const;
    [[nodiscard]] QVariantMap registered(const Alert& alert) const; // not editable: its agency's import says it
    [[nodiscard]] QVariantMap allergy(const Record& record) const;
    [[nodiscard]] QVariantMap medicine(const Record& record) const;
    [[nodiscard]] QVariantMap decided(const Record& record) const;
    [[nodiscard]] QVariantMap communication(const Record& record) const;
    [[nodiscard]] QVariantMap contact(const Record& record) const;
    // What stood once: as it was, with {ended}: since when, and why not any more. Not to be edited, nor rung.
    [[nodiscard]] QVariantMap once(const care::StoodOnce& stood) const;
    // {words: [{heading, text}], withWhom}
    [[nodiscard]] QVariantMap aboutMe(const Record& record) const;
    // {title, last, next, late}
    [[nodiscard]] QVariantMap review(const care::ReviewLine& line) const;

    Q_DECLARE_TR_FUNCTIONS(frontsheet::PersonPartsReader)

private:
    [[nodiscard]] QVariantMap fact(const Record& record, const char* icon, const QString& title,
                                   const QStringList& details, const QString& trailing) const;
    [[nodiscard]] QVariantMap asItStood(const Record& record) const;
};

} // namespace frontsheet
