#include "core/domain/care/placement_sheet.h"

#include "core/domain/calendar.h"
#include "core/domain/care/placement_stage.h"
#include "core/domain/care/state_machine.h"
#include "core/domain/schema/care_plan.h"
#include "core/domain/schema/placement.h"
#include "core/domain/schema/placement_parts.h"

#include <algorithm>

namespace frontsheet::care {

namespace {

namespace p = placement;
namespace r = placement_review;

Whereabouts whereNow(const FieldSet& f, std::string_view stage) {
    const auto outcome = f.text(p::kOutcome);
    if (outcome == "hospital") {
        return Whereabouts::Hospital;
    }
    return stage == "trial-at-home" || outcome == "returned-home" ? Whereabouts::OwnHome : Whereabouts::CareHome;
}

void putTrial(PlacementCard& card, const FieldSet& f, std::string_view today) {
    const auto from = f.text(p::kTrialFrom);
    card.trialUntil = f.get(p::kTrialUntil);
    const auto days = daysBetween(from, card.trialUntil);
    const auto gone = daysBetween(from, today);
    if (card.stage == "trial-at-home" && days && gone) {
        card.trialDays = *days;
        card.trialDay = std::clamp(*gone + 1, 0, std::max(*days, 0));
    }
}

void putParts(PlacementCard& card, std::span<const Record> parts) {
    card.readiness = readinessOf(card.id, parts);
    std::string saidOn;
    std::string slippedTo;
    for (const auto& part : parts) {
        const auto& f = part.fields;
        if (isHeldReviewOf(part, card.id) && f.get(r::kHeldOn) >= saidOn && !f.text(r::kOwnWords).empty()) {
            saidOn = f.get(r::kHeldOn);
            card.ownWords = f.get(r::kOwnWords);
        }
        if (part.type == RecordType::Slippage && f.get(slippage::kPlacement) == card.id) {
            ++card.slips;
            if (f.get(slippage::kTo) >= slippedTo) {
                slippedTo = f.get(slippage::kTo);
                card.slipBecause = f.get(slippage::kBecause);
            }
        }
    }
}

std::size_t placeOnList(const Record& item) {
    const auto code = item.fields.text(checklist_item::kItem);
    return static_cast<std::size_t>(std::find(kWayHome.begin(), kWayHome.end(), code) - kWayHome.begin());
}

std::vector<WayHomeItem> checklistOf(const Record& placement, std::span<const Record> about) {
    std::vector<WayHomeItem> items;
    for (const auto& record : about) {
        if (record.type != RecordType::ChecklistItem || record.fields.get(checklist_item::kPlacement) != placement.id) {
            continue;
        }
        WayHomeItem item{record, std::nullopt, ItemStands::Open};
        const auto task = record.fields.get(checklist_item::kAction);
        const auto found = std::find_if(about.begin(), about.end(),
                                        [&](const Record& other) { return !task.isNull() && other.id == task; });
        if (found != about.end()) {
            item.task = *found;
        }
        item.standing = standingOf(item.item, item.task ? &*item.task : nullptr);
        items.push_back(std::move(item));
    }
    std::sort(items.begin(), items.end(), [](const WayHomeItem& a, const WayHomeItem& b) {
        return std::tuple{placeOnList(a.item), a.item.id} < std::tuple{placeOnList(b.item), b.item.id};
    });
    return items;
}

} // namespace

PlacementCard placementCard(const Record& placement, std::span<const Record> parts, std::string_view today) {
    const auto& f = placement.fields;
    PlacementCard card;
    card.id = placement.id;
    card.person = placement.person;
    card.home = placement.home;
    card.officer = f.get(p::kReviewingOfficer);
    card.stage = std::string{stageOf(placement, today)};
    card.placedAt = f.get(p::kPlacedAt);
    card.pathway = f.get(p::kPathway);
    card.where = whereNow(f, card.stage);
    card.dischargedOn = f.get(p::kDischargedOn);
    card.outcome = f.get(p::kOutcome);
    card.outcomeOn = f.get(p::kOutcomeOn);
    card.outcomeWish = f.get(p::kOutcomeWish);
    card.outcomeWords = f.get(p::kOutcomeWords);
    const std::string_view until = hasEnded(placement) && !card.outcomeOn.empty() ? card.outcomeOn : today;
    card.daysSince = daysBetween(card.dischargedOn, until).value_or(0);
    card.reviewDue = std::string{reviewDueOn(placement)};
    card.daysLeft = daysBetween(today, card.reviewDue).value_or(0);
    card.ownWords = f.get(p::kOwnWish);
    card.couldNotBeAsked = !f.text(p::kWishNotAskedBecause).empty();
    card.changesHands = !f.get(p::kOfficerOffered).empty();
    card.hasDied = deathSaidBy(placement).has_value();
    putTrial(card, f, today);
    putParts(card, parts);
    return card;
}

bool comesBefore(const PlacementCard& a, const PlacementCard& b) {
    const auto key = [](const PlacementCard& card) {
        const bool ended = card.stage == "ended";
        return std::tuple{ended, card.reviewDue.empty(), card.reviewDue};
    };
    if (key(a) != key(b)) {
        return key(a) < key(b);
    }
    // Of ended ones the newest end, of others the longest wait.
    return a.stage == "ended" ? std::tie(b.outcomeOn, b.id) < std::tie(a.outcomeOn, a.id)
                              : std::tie(a.dischargedOn, a.id) < std::tie(b.dischargedOn, b.id);
}

bool lacksReviewDate(const PlacementCard& card) {
    return !card.hasDied && card.stage != "ended" && card.stage != "settled" && card.reviewDue.empty();
}

bool isOverdue(const PlacementCard& card) {
    return lacksReviewDate(card) || (!card.hasDied && !card.reviewDue.empty() && card.daysLeft < 0);
}

PlacementSheet placementSheet(const Record& placement, std::span<const Record> about, std::string_view today) {
    PlacementSheet sheet;
    sheet.placement = placement;
    sheet.card = placementCard(placement, about, today);
    sheet.ownWords = ownWordsAbout(placement, about);
    sheet.died = diedAmong(about);
    sheet.card.hasDied = sheet.card.hasDied || sheet.died.has_value();
    sheet.schedule = reviewSchedule(placement, about, today);
    if (sheet.card.hasDied) {
        std::erase_if(sheet.schedule,
                      [](const ScheduledReview& line) { return line.state != ScheduledReview::State::Held; });
    }
    sheet.checklist = checklistOf(placement, about);
    for (const auto& record : about) {
        if (isHeldReviewOf(record, placement.id)) {
            sheet.reviews.push_back(record);
        } else if (record.type == RecordType::Slippage && record.fields.get(slippage::kPlacement) == placement.id) {
            sheet.slips.push_back(record);
        } else if (record.type == RecordType::Goal && record.fields.get(goal::kPlacement) == placement.id) {
            sheet.goals.push_back(record);
        } else if (record.type == RecordType::HospitalAtHome) {
            sheet.episodes.push_back(record);
        }
    }
    const auto newest = [](std::vector<Record>& records, const TextField& by) {
        std::sort(records.begin(), records.end(), [&](const Record& a, const Record& b) {
            return std::tuple{b.fields.text(by), b.id} < std::tuple{a.fields.text(by), a.id};
        });
    };
    newest(sheet.reviews, r::kHeldOn);
    newest(sheet.episodes, hospital_at_home::kStartedOn);
    std::stable_partition(sheet.episodes.begin(), sheet.episodes.end(), [](const Record& e) { return isOpen(e); });
    std::sort(sheet.slips.begin(), sheet.slips.end(), [](const Record& a, const Record& b) {
        return std::tuple{b.occurredAt, b.id} < std::tuple{a.occurredAt, a.id};
    });
    std::sort(sheet.goals.begin(), sheet.goals.end(), [](const Record& a, const Record& b) {
        return std::tuple{!isOpen(a), a.fields.text(goal::kBy), a.id} <
               std::tuple{!isOpen(b), b.fields.text(goal::kBy), b.id};
    });
    return sheet;
}

} // namespace frontsheet::care
