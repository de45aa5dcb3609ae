#include "core/domain/care/way_home.h"

#include "core/domain/schema/care_plan.h"
#include "core/domain/schema/placement_parts.h"

#include <algorithm>
#include <tuple>

namespace frontsheet::care {

namespace {

using Roles = std::array<std::string_view, 3>; // parts of a role's name; empty: no more

struct GetsReady {
    std::string_view item;
    Roles roles;
};

constexpr GetsReady kGetsReady[] = {
    {"heating", {"housing", "escort", "volunteer"}},
    {"food", {"escort", "volunteer", "housing"}},
    {"keys", {"housing", "escort", ""}},
    {"equipment", {"occupational therapist", "physiotherapist", ""}},
    {"transport", {"escort", "hospital at home", ""}},
    {"medicines", {"hospital at home", "community nurse", "pharmacist"}},
    {"carer-ready", {"carer support", "social work assessor", ""}},
};

// How well a role fits; -1: not at all.
int fit(const Roles& roles, std::string_view role) {
    for (std::size_t at = 0; at < roles.size(); ++at) {
        if (!roles[at].empty() && role.find(roles[at]) != std::string_view::npos) {
            return static_cast<int>(at);
        }
    }
    return -1;
}

} // namespace

ItemStands standingOf(const Record& item, const Record* task) {
    const auto state = item.fields.text(checklist_item::kState);
    if (state == "ready") {
        return ItemStands::Ready;
    }
    if (state == "not-needed") {
        return ItemStands::NotNeeded;
    }
    if (state != "asked") {
        return ItemStands::Open;
    }
    const auto answered = task == nullptr ? std::string_view{} : task->fields.text(action::kState);
    if (answered == "accepted") {
        return ItemStands::Taken;
    }
    if (answered == "declined" || answered == "cancelled") {
        return ItemStands::Declined;
    }
    return answered == "done" ? ItemStands::Reported : ItemStands::Asked;
}

bool mayBeAsked(ItemStands standing) {
    return standing == ItemStands::Open || standing == ItemStands::Declined || standing == ItemStands::Reported;
}

std::vector<WorkerEntry> whoGetsReady(std::string_view item, const Directory& directory, const AgencyId& asker,
                                      std::size_t most) {
    const auto* known = std::find_if(std::begin(kGetsReady), std::end(kGetsReady),
                                     [&](const GetsReady& one) { return one.item == item; });
    if (known == std::end(kGetsReady)) {
        return {};
    }
    std::vector<std::pair<int, const WorkerEntry*>> found;
    for (const auto& [code, worker] : directory.workers()) {
        if (const int how = fit(known->roles, worker.role); how >= 0) {
            found.emplace_back(how, &worker);
        }
    }
    std::sort(found.begin(), found.end(), [&](const auto& a, const auto& b) {
        const auto key = [&](const auto& one) {
            return std::tuple{one.first, one.second->agency == asker ? 0 : 1, one.second->name, one.second->code};
        };
        return key(a) < key(b);
    });
    std::vector<WorkerEntry> out;
    for (const auto& [how, worker] : found) {
        if (out.size() < most) {
            out.push_back(*worker);
        }
    }
    return out;
}

Readiness readinessOf(const RecordId& placement, std::span<const Record> parts) {
    Readiness out;
    for (const auto& part : parts) {
        if (part.type == RecordType::ChecklistItem && part.fields.get(checklist_item::kPlacement) == placement) {
            const auto state = part.fields.text(checklist_item::kState);
            ++out.of;
            out.ready += state == "ready" || state == "not-needed" ? 1 : 0;
        }
    }
    return out;
}

} // namespace frontsheet::care
