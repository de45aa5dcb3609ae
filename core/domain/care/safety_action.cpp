#include "core/domain/care/safety_action.h"

#include "core/domain/schema/care_plan.h"

#include <algorithm>
#include <iterator>

namespace frontsheet::care {

namespace {

constexpr std::pair<SafetyDecision, std::string_view> kNames[] = {
    {SafetyDecision::AskedAndSafe, "asked-and-safe"},
    {SafetyDecision::ActionMade, "action-made"},
    {SafetyDecision::HandedOver, "handed-to-crisis-team"}};
constexpr std::string_view kOffered =
    "Ask again about thoughts of death or self-harm, and agree a safety plan together";

} // namespace

std::string_view name(SafetyDecision decision) {
    return std::find_if(std::begin(kNames), std::end(kNames), [&](const auto& one) { return one.first == decision; })
        ->second;
}

std::optional<SafetyDecision> safetyDecision(std::string_view name) {
    const auto* found =
        std::find_if(std::begin(kNames), std::end(kNames), [&](const auto& one) { return one.second == name; });
    return found == std::end(kNames) ? std::nullopt : std::optional{found->first};
}

void offerSafetyAction(Record& record, const Record& measure, const Principal& author, std::string_view today) {
    auto& f = record.fields;
    f.put(action::kWhat, std::string{kOffered});
    f.put(action::kOwner, author.worker);
    f.put(action::kOwnerAgency, author.agency);
    f.put(action::kAskedBy, author.worker);
    f.put(action::kAskedByAgency, author.agency);
    f.put(action::kState, std::string{"accepted"});
    f.put(action::kDue, std::string{today});
    f.put(action::kMeasure, measure.id);
}

} // namespace frontsheet::care
