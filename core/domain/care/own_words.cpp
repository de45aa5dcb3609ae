#include "core/domain/care/own_words.h"

#include "core/domain/care/state_machine.h"
#include "core/domain/schema/placement.h"
#include "core/domain/schema/placement_parts.h"
#include "core/domain/schema/view.h"

#include <algorithm>
#include <tuple>

namespace frontsheet::care {

namespace {

namespace p = placement;
namespace r = placement_review;

// Of where to live, whatever it was asked for; and what they said for a conference since their discharge.
bool isOwnView(const Record& record, std::string_view discharged) {
    const auto& f = record.fields;
    const auto about = f.text(view::kAbout);
    const bool since = !discharged.empty() && discharged <= f.text(view::kSaidOn);
    return record.type == RecordType::View && isOpen(record) && f.text(view::kWhose) == "person" &&
           !f.text(view::kSaid).empty() &&
           (about == "placement" || about == "discharge" || about == "where-to-live" ||
            (about == "conference" && since));
}

void newestFirst(std::vector<OwnWords>& words) {
    std::stable_sort(words.begin(), words.end(), [](const OwnWords& a, const OwnWords& b) {
        return std::tie(b.on, b.where) < std::tie(a.on, a.where);
    });
}

} // namespace

bool isHeldReviewOf(const Record& part, const RecordId& placement) {
    return part.type == RecordType::PlacementReview && part.fields.get(r::kPlacement) == placement &&
           part.fields.text(r::kState) == "held";
}

std::vector<OwnWords> ownWordsAbout(const Record& placement, std::span<const Record> about) {
    std::vector<OwnWords> words;
    const auto& f = placement.fields;
    if (!f.text(p::kOwnWish).empty()) {
        auto on = f.get(p::kWishAskedOn);
        words.push_back({f.get(p::kOwnWish), on.empty() ? f.get(p::kDischargedOn) : std::move(on),
                         OwnWords::Where::AtDischarge, placement.id, placement.home});
    }
    for (const auto& record : about) {
        const auto& g = record.fields;
        if (isHeldReviewOf(record, placement.id) && !g.text(r::kOwnWords).empty()) {
            words.push_back(
                {g.get(r::kOwnWords), g.get(r::kHeldOn), OwnWords::Where::AtReview, record.id, record.home});
        }
        if (isOwnView(record, f.text(p::kDischargedOn))) {
            words.push_back(
                {g.get(view::kSaid), g.get(view::kSaidOn), OwnWords::Where::InAView, record.id, record.home});
        }
    }
    newestFirst(words); // a wish that a review brought stands with the placement as well: it is shown once
    std::vector<OwnWords> once;
    for (auto& one : words) {
        const bool there = std::any_of(once.begin(), once.end(), [&](const OwnWords& other) {
            return other.words == one.words && other.on == one.on;
        });
        if (!there) {
            once.push_back(std::move(one));
        }
    }
    return once;
}

std::vector<OwnWords> standingWishes(std::span<const Record> about) {
    std::vector<OwnWords> wishes;
    for (const auto& record : about) {
        if (record.type != RecordType::Placement) {
            continue;
        }
        auto words = ownWordsAbout(record, about);
        if (!words.empty() && words.front().where != OwnWords::Where::InAView) {
            wishes.push_back(std::move(words.front()));
        }
    }
    newestFirst(wishes);
    return wishes;
}

} // namespace frontsheet::care
