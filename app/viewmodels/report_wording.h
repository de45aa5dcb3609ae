// The reports in words: one sentence a figure, and the same for passing on. Presentation only; what is counted, and what of it may be
// told to whom, is core/domain/report's.
#pragma once

#include "app/viewmodels/wording.h"
#include "core/domain/report/told_figures.h"

#include <QVariantList>

namespace frontsheet {

struct ReportWording {
    Q_DECLARE_TR_FUNCTIONS(frontsheet::ReportWording)

public:
    const Wording& wording;

    // Sections {title, figures: [{key, number, text, share, attention, leads}], notes: [sentence]}. `key` names the people behind a figure
    // (reportKey below), `share` is 0 to 1 of the section's whole, or -1 where a bar says nothing.
    [[nodiscard]] QVariantList cohort(const report::Cohort& cohort, report::ToldTo whom) const;
    [[nodiscard]] QVariantList loop(const report::ReferralLoop& loop, std::uint32_t service, report::ToldTo whom) const;
    // Services one by one: {place, name, badge, line}
    [[nodiscard]] QVariantList services(const report::ReferralLoop& loop, const Directory& directory) const;
    [[nodiscard]] QString serviceName(const report::ReferralService& service, const Directory& directory) const;
    // Without a name, and without what tells few people apart: `head` is the first line.
    [[nodiscard]] QString toPassOn(const QString& head, const QVariantList& sections) const;
    // "22 June 2025 to 11 November 2026"
    [[nodiscard]] QString days(const report::ReportPeriod& period) const;
    // What became of one person, on the list behind a figure.
    [[nodiscard]] QString became(const report::CohortPerson& person) const;
    [[nodiscard]] QString stands(const report::ReferralJourney& course) const;

private:
    [[nodiscard]] QString took(std::int32_t value, report::Pace pace) const;
    [[nodiscard]] QString stepSentence(const report::StepFigures& step) const;
};

// Whether somebody is behind the figure with that key.
[[nodiscard]] bool isBehind(const QString& key, const report::CohortPerson& person);
[[nodiscard]] bool isBehind(const QString& key, const report::ReferralJourney& course);

} // namespace frontsheet
