// What the board and the page of a placement say: stages, dates and outcomes in words. A code this program does not know is shown as it came.
#pragma once

#include "app/viewmodels/wording.h"
#include "core/domain/care/placement_sheet.h"
#include "core/domain/care/placement_steps.h"

#include <QCoreApplication>
#include <QStringList>

namespace frontsheet {

struct PlacementWords {
    Q_DECLARE_TR_FUNCTIONS(frontsheet::PlacementWords)

public:
    const Wording& wording;

    [[nodiscard]] QString whenSaid(const care::OwnWords& words) const; // "asked at discharge, 3 March 2026"
    [[nodiscard]] static QString stage(std::string_view code);
    [[nodiscard]] static QString where(const care::PlacementCard& card);
    [[nodiscard]] static QString pathway(const std::string& code);
    // "32 days since discharge, pathway 2"; of one that has ended how long it lasted.
    [[nodiscard]] static QString since(const care::PlacementCard& card);
    // "“Home by apple time.”", that nobody has asked yet, or that they could not be; of one that has ended what was said of it.
    [[nodiscard]] static QString wish(const care::PlacementCard& card);
    [[nodiscard]] static bool isWishMissing(const care::PlacementCard& card);
    // "4 days overdue", "Review today", "Review in 3 days"; further ahead with its date. Empty: none is due.
    [[nodiscard]] QString due(const care::PlacementCard& card) const;
    // The date that belongs to it, where `due` does not say it.
    [[nodiscard]] QString dueOn(const care::PlacementCard& card) const;
    [[nodiscard]] static QString trial(const care::PlacementCard& card);     // "Day 9 of 28"
    [[nodiscard]] QString trialWhole(const care::PlacementCard& card) const; // "Day 9 of 28, ends 18 December 2026"
    [[nodiscard]] static QString ready(const care::Readiness& readiness);    // "2 of 7 ready"
    [[nodiscard]] static QString slipped(const care::PlacementCard& card);
    [[nodiscard]] static QString because(std::string_view code); // why a date slipped
    [[nodiscard]] static QString outcome(const std::string& code);
    [[nodiscard]] static QString wishMet(const std::string& code); // how that stands to what they wished, plainly
    [[nodiscard]] static QString item(std::string_view code);      // of the way home
    [[nodiscard]] static QString conclusion(std::string_view code);
    // The same of a review that is held while they are at home on trial.
    [[nodiscard]] static QString conclusionOfATrial(std::string_view code);
    // review date trial end again back: as pages call what may be done
    [[nodiscard]] static QStringList steps(const std::vector<care::PlacementStep>& steps);
};

} // namespace frontsheet
