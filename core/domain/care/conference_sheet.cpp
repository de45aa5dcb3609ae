#include "core/domain/care/conference_sheet.h"

#include "core/domain/care/after_death.h"
#include "core/domain/care/state_machine.h"
#include "core/domain/schema/care_plan.h"
#include "core/domain/schema/conference.h"
#include "core/domain/schema/measure.h"
#include "core/domain/schema/placement_parts.h"
#include "core/domain/schema/view.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace frontsheet::care {

namespace {

constexpr std::size_t kMostPapers = 6; // what somebody reads before they go in
constexpr std::array<std::string_view, 8> kAs{"person",   "carer", "family", "friend",
                                              "advocate", "gp",    "worker", "other"};
constexpr std::array<std::string_view, 4> kAttendance{"there", "by-phone", "apologies", "absent"};
constexpr std::array<std::string_view, 3> kAnswers{"coming", "cannot", "sends-deputy"};

template <std::size_t N>
bool isOneOf(const std::array<std::string_view, N>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool isOlder(const Record& a, const Record& b) {
    return a.occurredAt != b.occurredAt ? a.occurredAt < b.occurredAt : a.id < b.id;
}

std::ptrdiff_t rankOf(const Record& invitation) {
    return std::find(kAs.begin(), kAs.end(), invitation.fields.text(invitation::kComesAs)) - kAs.begin();
}

void count(Turnout& turnout, const Record& invitation) {
    const auto answer = invitation.fields.text(invitation::kAnswer);
    const auto attended = invitation.fields.text(invitation::kAttended);
    ++turnout.asked;
    turnout.coming += answer == "coming" || answer == "sends-deputy" ? 1 : 0;
    turnout.unanswered += answer == "asked" ? 1 : 0;
    turnout.there += attended == "there" || attended == "by-phone" ? 1 : 0;
    turnout.apologies += attended == "apologies" ? 1 : 0;
}

std::vector<DecisionTaken> decisionsOf(const RecordId& conference, std::span<const Record> about) {
    std::vector<DecisionTaken> out;
    for (const auto& record : about) {
        if (record.type == RecordType::ConferenceDecision && isOpen(record) &&
            record.fields.get(conference_decision::kConference) == conference) {
            out.push_back({record, {}});
        }
    }
    std::sort(out.begin(), out.end(), [](const DecisionTaken& a, const DecisionTaken& b) {
        const auto orderA = a.decision.fields.get(conference_decision::kOrder);
        const auto orderB = b.decision.fields.get(conference_decision::kOrder);
        return orderA != orderB ? orderA < orderB : isOlder(a.decision, b.decision);
    });
    for (const auto& record : about) {
        const auto of =
            record.type == RecordType::View && isOpen(record) ? record.fields.get(view::kAboutRecord) : RecordId{};
        const auto decided =
            std::find_if(out.begin(), out.end(), [&](const auto& one) { return one.decision.id == of; });
        if (!of.isNull() && decided != out.end()) {
            decided->dissent.push_back(record);
        }
    }
    for (auto& one : out) {
        std::sort(one.dissent.begin(), one.dissent.end(), isOlder);
    }
    return out;
}

bool isAboutDecision(const Record& said, std::span<const Record> about) {
    const auto of = said.fields.get(view::kAboutRecord);
    return !of.isNull() && std::any_of(about.begin(), about.end(), [&](const Record& record) {
        return record.id == of && record.type == RecordType::ConferenceDecision;
    });
}

bool isPaper(const Record& record) {
    return (record.type == RecordType::PlacementReview && record.fields.text(placement_review::kState) == "held") ||
           (record.type == RecordType::Measure && isOpen(record));
}

} // namespace

ConferenceSheet conferenceSheet(const Record& conference, std::span<const Record> about, std::string_view today) {
    ConferenceSheet out;
    out.conference = conference;
    for (const auto& record : about) {
        if (record.type == RecordType::Invitation && record.fields.get(invitation::kConference) == conference.id) {
            out.invited.push_back(record);
            count(out.turnout, record);
        }
        if (isPaper(record)) {
            out.papers.push_back(record);
        }
    }
    std::sort(out.invited.begin(), out.invited.end(), [](const Record& a, const Record& b) {
        return rankOf(a) != rankOf(b) ? rankOf(a) < rankOf(b) : isOlder(a, b);
    });
    std::sort(out.papers.begin(), out.papers.end(), [](const Record& a, const Record& b) { return isOlder(b, a); });
    out.papers.resize(std::min(out.papers.size(), kMostPapers));
    out.decisions = decisionsOf(conference.id, about);
    auto plan = planSheet(about, today);
    out.ownViewMissing = plan.ownWishMissing;
    out.wishes = std::move(plan.wishes);
    out.plans = std::move(plan.plans);
    std::copy_if(plan.views.begin(), plan.views.end(), std::back_inserter(out.views),
                 [&](const Record& said) { return !isAboutDecision(said, about); });
    std::copy_if(plan.needs.begin(), plan.needs.end(), std::back_inserter(out.openNeeds),
                 [](const Record& need) { return need.fields.text(need::kState) != "met"; });
    for (auto& action : plan.actions) {
        const bool here = action.record.fields.get(action::kConference) == conference.id;
        if (here || isOpen(action.record)) {
            (here ? out.actions : out.openActions).push_back(std::move(action));
        }
    }
    out.died = diedAmong(about).has_value();
    return out;
}

std::vector<ConferenceSheet> conferencesAmong(std::span<const Record> about, std::string_view today) {
    std::vector<ConferenceSheet> out;
    for (const auto& record : about) {
        if (record.type == RecordType::Conference) {
            out.push_back(conferenceSheet(record, about, today));
        }
    }
    std::sort(out.begin(), out.end(), [](const ConferenceSheet& a, const ConferenceSheet& b) {
        const bool openA = isOpen(a.conference);
        const auto startsA = a.conference.fields.get(conference::kStartsAt);
        const auto startsB = b.conference.fields.get(conference::kStartsAt);
        if (openA != isOpen(b.conference)) {
            return openA;
        }
        return startsA != startsB ? (openA ? startsA < startsB : startsB < startsA) : a.conference.id < b.conference.id;
    });
    return out;
}

std::vector<ConferenceStep> stepsFrom(const Record& conference, const Principal& who, Alive person) {
    using Step = ConferenceStep;
    if (who.worker.empty() || who.agency != conference.home) {
        return {};
    }
    const auto state = conference.fields.text(conference::kState);
    if (state == "held") {
        return {Step::Attend, Step::Decide, Step::Agree, Step::AddToMinutes};
    }
    if (state != "planned") {
        return {};
    }
    return person == Alive::No ? std::vector{Step::CallOff}
                               : std::vector{Step::Invite, Step::Move,  Step::CallOff, Step::Attend,
                                             Step::Decide, Step::Agree, Step::Hold};
}

bool isAttendance(std::string_view code) { return code.empty() || isOneOf(kAttendance, code); }
bool isAnswer(std::string_view code) { return isOneOf(kAnswers, code); }

std::string personThereBy(std::span<const Record> invited) {
    for (const auto& one : invited) {
        const auto came = one.fields.text(invitation::kAttended);
        if (one.fields.text(invitation::kComesAs) == "person" && (came == "there" || came == "by-phone")) {
            return "there";
        }
    }
    return {};
}

} // namespace frontsheet::care
