#include "app/viewmodels/placement_wording.h"

#include "app/viewmodels/referral_wording.h"
#include "app/viewmodels/tuning.h"

#include <span>

namespace frontsheet {

namespace {

struct Said {
    std::string_view code;
    const char* words; // context PlacementWords
};

#define FS_SAID(words) QT_TRANSLATE_NOOP("frontsheet::PlacementWords", words)

constexpr Said kStages[] = {{"placed", FS_SAID("Just placed")},
                            {"first-review", FS_SAID("First review due")},
                            {"towards-home", FS_SAID("Working towards home")},
                            {"trial-at-home", FS_SAID("Trial at home")},
                            {"settled", FS_SAID("Settled")},
                            {"ended", FS_SAID("Ended")}};
constexpr Said kBecause[] = {{"person-unwell", FS_SAID("they were unwell")},
                             {"family-away", FS_SAID("family away")},
                             {"home-not-ready", FS_SAID("home not ready")},
                             {"no-provider", FS_SAID("no provider found")},
                             {"no-transport", FS_SAID("no transport")},
                             {"staff-short", FS_SAID("too few staff")},
                             {"waiting-for-decision", FS_SAID("waiting for a decision")},
                             {"other", FS_SAID("another reason")}};
constexpr Said kOutcomes[] = {{"still-there", FS_SAID("Stayed on")},
                              {"returned-home", FS_SAID("Home for good")},
                              {"moved", FS_SAID("Moved elsewhere")},
                              {"hospital", FS_SAID("Back in hospital")},
                              {"died", FS_SAID("Died")}};
constexpr Said kWishMet[] = {{"met", FS_SAID("As they wished.")},
                             {"partly-met", FS_SAID("Partly as they wished.")},
                             {"against", FS_SAID("Against their wish.")},
                             {"not-known", FS_SAID("Their wish is not known.")}};
constexpr Said kItems[] = {
    {"heating", FS_SAID("Heating on and working")},         {"food", FS_SAID("Food in the house")},
    {"keys", FS_SAID("Keys, and how to get in")},           {"equipment", FS_SAID("Equipment delivered and fitted")},
    {"transport", FS_SAID("Journey home, with an escort")}, {"medicines", FS_SAID("Medicines at home")},
    {"carer-ready", FS_SAID("Carer asked, and ready")}};
constexpr Said kConclusions[] = {
    {"stay", FS_SAID("They stay for now")},       {"towards-home", FS_SAID("Work towards home")},
    {"trial-at-home", FS_SAID("Try it at home")}, {"home", FS_SAID("Home for good")},
    {"move", FS_SAID("Move elsewhere")},          {"settled", FS_SAID("They stay, and are settled")}};
constexpr Said kConclusionsOfATrial[] = {{"towards-home", FS_SAID("Back to the care home, and work towards home")},
                                         {"trial-at-home", FS_SAID("Try it for longer")},
                                         {"home", FS_SAID("Home for good")},
                                         {"move", FS_SAID("Move elsewhere")},
                                         {"settled", FS_SAID("Back to the care home, and stay there")}};

#undef FS_SAID

QString wordsFor(std::span<const Said> table, std::string_view code) {
    for (const auto& said : table) {
        if (said.code == code) {
            return PlacementWords::tr(said.words);
        }
    }
    return capitalised(shown(code));
}

QString stepName(care::PlacementStep step) {
    switch (step) {
    case care::PlacementStep::HoldReview:
        return QStringLiteral("review");
    case care::PlacementStep::MoveDate:
        return QStringLiteral("date");
    case care::PlacementStep::BeginTrial:
        return QStringLiteral("trial");
    case care::PlacementStep::End:
        return QStringLiteral("end");
    case care::PlacementStep::TakeUpAgain:
        return QStringLiteral("again");
    case care::PlacementStep::TakeTrialBack:
        return QStringLiteral("back");
    }
    return {};
}

} // namespace

QStringList PlacementWords::steps(const std::vector<care::PlacementStep>& steps) {
    QStringList names;
    for (const auto step : steps) {
        names << stepName(step);
    }
    return names;
}

QString PlacementWords::whenSaid(const care::OwnWords& words) const {
    const QString on = wording.isoDate(words.on);
    switch (words.where) {
    case care::OwnWords::Where::AtDischarge:
        return tr("asked at discharge, %1", "own wish, %1 date").arg(on);
    case care::OwnWords::Where::AtReview:
        return tr("at the review, %1", "own words, %1 date").arg(on);
    case care::OwnWords::Where::InAView:
        break;
    }
    return tr("said on %1", "own words, %1 date").arg(on);
}

QString PlacementWords::stage(std::string_view code) { return wordsFor(kStages, code); }
QString PlacementWords::because(std::string_view code) { return wordsFor(kBecause, code); }
QString PlacementWords::outcome(const std::string& code) { return wordsFor(kOutcomes, code); }
QString PlacementWords::item(std::string_view code) { return wordsFor(kItems, code); }
QString PlacementWords::conclusion(std::string_view code) { return wordsFor(kConclusions, code); }
QString PlacementWords::conclusionOfATrial(std::string_view code) { return wordsFor(kConclusionsOfATrial, code); }
QString PlacementWords::wishMet(const std::string& code) { return code.empty() ? QString{} : wordsFor(kWishMet, code); }

QString PlacementWords::where(const care::PlacementCard& card) {
    const QString placed = shown(card.placedAt);
    switch (card.where) {
    case care::Whereabouts::Hospital:
        return placed.isEmpty() ? tr("Back in hospital", "placement")
                                : tr("Back in hospital, from %1", "placement, %1 name of the care home").arg(placed);
    case care::Whereabouts::OwnHome:
        return placed.isEmpty() ? tr("At home", "placement")
                                : tr("At home, from %1", "placement, %1 name of the care home").arg(placed);
    case care::Whereabouts::CareHome:
        break;
    }
    return placed.isEmpty() ? tr("Where is not known", "placement") : placed;
}

QString PlacementWords::pathway(const std::string& code) {
    return code.empty() ? QString{} : tr("pathway %1", "placement: discharge pathway 0 to 3").arg(shown(code));
}

QString PlacementWords::since(const care::PlacementCard& card) {
    const QString days = card.stage == "ended"
                             ? tr("%n day(s) after discharge", "placement that has ended", card.daysSince)
                             : tr("%n day(s) since discharge", "placement", card.daysSince);
    const QString way = pathway(card.pathway);
    return way.isEmpty() ? days : tr("%1, %2", "placement: %1 days since discharge, %2 pathway").arg(days, way);
}

bool PlacementWords::isWishMissing(const care::PlacementCard& card) {
    return card.ownWords.empty() && !card.couldNotBeAsked && card.stage != "ended";
}

QString PlacementWords::wish(const care::PlacementCard& card) {
    if (card.stage == "ended" && !card.outcomeWords.empty()) {
        return shown(card.outcomeWords); // how it was, rather than what was wished once
    }
    if (!card.ownWords.empty()) {
        return ReferralReader::quoted(card.ownWords);
    }
    if (card.couldNotBeAsked) {
        return tr("Could not be asked", "placement: own wish");
    }
    return card.stage == "ended" ? tr("Own wish never asked", "placement that has ended")
                                 : tr("Own wish not asked yet", "placement");
}

QString PlacementWords::due(const care::PlacementCard& card) const {
    if (care::lacksReviewDate(card)) {
        return tr("No review date is set", "placement");
    }
    if (card.hasDied || card.reviewDue.empty()) {
        return {};
    }
    if (card.daysLeft < 0) {
        return tr("%n day(s) overdue", "review", -card.daysLeft);
    }
    if (card.daysLeft == 0) {
        return tr("Review today", "placement");
    }
    return card.daysLeft <= tuning::kReviewSoonDays
               ? tr("Review in %n day(s)", "placement", card.daysLeft)
               : tr("Review %1", "placement, %1 date").arg(wording.isoDate(card.reviewDue));
}

QString PlacementWords::dueOn(const care::PlacementCard& card) const {
    if (card.hasDied || card.reviewDue.empty() || card.daysLeft > tuning::kReviewSoonDays) {
        return {};
    }
    const QString on = wording.isoDate(card.reviewDue);
    return card.daysLeft < 0 ? tr("Review %1", "placement, %1 date").arg(on) : on;
}

QString PlacementWords::trial(const care::PlacementCard& card) {
    return card.trialDays <= 0  ? QString{}
           : card.trialDay <= 0 ? tr("Trial not begun yet", "placement")
                                : tr("Day %1 of %2", "trial at home").arg(card.trialDay).arg(card.trialDays);
}

QString PlacementWords::trialWhole(const care::PlacementCard& card) const {
    const QString day = trial(card);
    return day.isEmpty() || card.trialUntil.empty()
               ? day
               : tr("%1, ends %2", "trial at home, %1 its day, %2 date").arg(day, wording.isoDate(card.trialUntil));
}

QString PlacementWords::ready(const care::Readiness& readiness) {
    return readiness.of == 0
               ? QString{}
               : tr("%1 of %2 ready", "the way home: things that are ready").arg(readiness.ready).arg(readiness.of);
}

QString PlacementWords::slipped(const care::PlacementCard& card) {
    return card.slips == 0 ? QString{}
                           : tr("Slipped %n time(s): %1", "date of a review, %1 the last reason", card.slips)
                                 .arg(because(card.slipBecause));
}

} // namespace frontsheet
