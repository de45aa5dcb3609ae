// What a front sheet says beyond the joined registration, in words: what to know first, what the person wants, whom to ring, medicines,
// and the plan in a glance. Presentation only; which and in what order is core/domain's.
#pragma once

#include "app/viewmodels/wording.h"

#include <QVariantList>

namespace frontsheet {

struct Alert;
struct FrontSheet;
struct Record;

namespace care {
struct DoorSheet;
struct PersonSheet;
struct PlanGlance;
} // namespace care

class SheetWording {
    Q_DECLARE_TR_FUNCTIONS(frontsheet::SheetWording)

public:
    SheetWording(const Wording& wording, const Directory& directory) : m_wording(wording), m_directory(directory) {}

    // {iconName, title, detail, secret, record, grave, badge}: as at the door, without a death, which the banner says.
    [[nodiscard]] QVariantList alerts(const FrontSheet& sheet, const care::DoorSheet& door) const;
    // "Allergies: penicillin, latex" for the patient banner; empty: none is recorded here.
    [[nodiscard]] QString allergies(const care::DoorSheet& door) const;
    // {title, words, date, badge}: verbatim, what they want first. `called`: as people say their name.
    [[nodiscard]] QVariantList ownWords(const care::PlanGlance& plan, const QString& called) const;
    // {name, detail, phone}: in an emergency first, then who may decide for them.
    [[nodiscard]] QVariantList toRing(const care::DoorSheet& door, const care::PersonSheet& person) const;
    // {lines: [words], badge}: an agency's, by name.
    [[nodiscard]] QVariantList medicines(const care::PersonSheet& person) const;
    // {leads: [{text, detail, late, badge}], work, late, crisis, twoLeads}
    [[nodiscard]] QVariantMap plan(const care::PlanGlance& plan) const;

    // Lines as an agency's file has them, on one, as an address is written in a sentence.
    [[nodiscard]] static QString onOneLine(const std::string& lines);

private:
    [[nodiscard]] QVariantMap legalStatus(const Alert& alert) const;
    [[nodiscard]] QVariantMap badgeOf(const Record& record) const;

    const Wording& m_wording;
    const Directory& m_directory;
};

} // namespace frontsheet
