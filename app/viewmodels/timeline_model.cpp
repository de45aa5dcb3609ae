#include "app/viewmodels/timeline_model.h"

#include "core/domain/care/instruments.h"

#include <algorithm>

namespace frontsheet {

namespace {

constexpr int kLately = 12;
constexpr int kPage = 50;

using Kind = Happening::Kind;

QString partName(TimelinePart part) {
    switch (part) {
    case TimelinePart::Notes:
        return TimelineModel::tr("Notes", "timeline: a kind of what happened");
    case TimelinePart::Visits:
        return TimelineModel::tr("Visits", "timeline: a kind of what happened");
    case TimelinePart::Referrals:
        return TimelineModel::tr("Referrals", "timeline: a kind of what happened");
    case TimelinePart::Placements:
        return TimelineModel::tr("Placements", "timeline: a kind of what happened");
    case TimelinePart::Plan:
        return TimelineModel::tr("Plan", "timeline: a kind of what happened");
    case TimelinePart::Conferences:
        return TimelineModel::tr("Conferences", "timeline: a kind of what happened");
    case TimelinePart::Measures:
        break;
    }
    return TimelineModel::tr("Measures", "timeline: a kind of what happened");
}

// Without a chosen agency, and with "%1".
QString nothingOf(TimelinePart part) {
    switch (part) {
    case TimelinePart::Notes:
        return TimelineModel::tr("No notes by %1.", "timeline, %1 agency");
    case TimelinePart::Visits:
        return TimelineModel::tr("No visits by %1.", "timeline, %1 agency");
    case TimelinePart::Referrals:
        return TimelineModel::tr("No referrals by %1.", "timeline, %1 agency");
    case TimelinePart::Placements:
        return TimelineModel::tr("No placements by %1.", "timeline, %1 agency");
    case TimelinePart::Plan:
        return TimelineModel::tr("Nothing about the plan by %1.", "timeline, %1 agency");
    case TimelinePart::Conferences:
        return TimelineModel::tr("No conferences by %1.", "timeline, %1 agency");
    case TimelinePart::Measures:
        break;
    }
    return TimelineModel::tr("No measures by %1.", "timeline, %1 agency");
}

QString placementEnd(const std::string& outcome) {
    if (outcome == "returned-home") {
        return TimelineModel::tr("Home again, from %1", "timeline: a placement ended, %1 where");
    }
    if (outcome == "died") {
        return TimelineModel::tr("Died while at %1", "timeline: a placement ended, %1 where");
    }
    return TimelineModel::tr("Left %1", "timeline: a placement ended, %1 where");
}

QString goalEnd(const std::string& state) {
    if (state == "reached") {
        return TimelineModel::tr("Goal reached: %1", "timeline, %1 the goal");
    }
    if (state == "part-reached") {
        return TimelineModel::tr("Goal partly reached: %1", "timeline, %1 the goal");
    }
    if (state == "given-up") {
        return TimelineModel::tr("Goal given up: %1", "timeline, %1 the goal");
    }
    return TimelineModel::tr("Goal not reached: %1", "timeline, %1 the goal");
}

const char* opens(Kind kind) {
    switch (partOf(kind)) {
    case TimelinePart::Referrals:
        return "referral";
    case TimelinePart::Notes:
        return "notes";
    case TimelinePart::Plan:
        return "plan";
    case TimelinePart::Conferences:
        return "conference";
    case TimelinePart::Placements:
    case TimelinePart::Visits:
    case TimelinePart::Measures:
        break;
    }
    return "";
}

// "Harbour Health (12)"
QVariantMap chip(const QString& key, const QString& name, std::size_t count) {
    return {{QStringLiteral("key"), key},
            {QStringLiteral("text"),
             TimelineModel::tr("%1 (%2)", "timeline: %1 a kind or an agency, %2 how many").arg(name).arg(count)}};
}

} // namespace

void TimelineModel::take(const QString& personId, std::vector<Happening> timeline) {
    if (personId != m_personId) {
        m_personId = personId;
        m_choice = {};
        m_most = kLately;
    }
    m_timeline = std::move(timeline);
    word();
}

void TimelineModel::clear() {
    m_personId.clear();
    m_timeline.clear();
    m_choice = {};
    m_most = kLately;
    word();
}

void TimelineModel::choose(const TimelineChoice& choice) {
    if (choice != m_choice) {
        m_choice = choice;
        m_most = kLately;
        word();
    }
}

void TimelineModel::chooseKind(int index) {
    auto choice = m_choice;
    const auto at = static_cast<std::size_t>(std::max(index, 0));
    choice.part = at > 0 && at <= m_parts.size() ? std::optional{m_parts[at - 1]} : std::nullopt;
    choose(choice);
}

void TimelineModel::chooseAgency(int index) {
    auto choice = m_choice;
    const auto at = static_cast<std::size_t>(std::max(index, 0));
    choice.agency = at > 0 && at <= m_byName.size() ? m_byName[at - 1] : AgencyId{};
    choose(choice);
}

void TimelineModel::showEverything() { choose({}); }

void TimelineModel::showMore() {
    m_most += kPage;
    word();
}

int TimelineModel::kind() const {
    const auto at = m_choice.part ? std::find(m_parts.begin(), m_parts.end(), *m_choice.part) : m_parts.end();
    return at == m_parts.end() ? 0 : static_cast<int>(at - m_parts.begin()) + 1;
}

int TimelineModel::agency() const {
    const auto at = std::find(m_byName.begin(), m_byName.end(), m_choice.agency);
    return at == m_byName.end() ? 0 : static_cast<int>(at - m_byName.begin()) + 1;
}

int TimelineModel::more() const { return std::clamp(chosen() - m_most, 0, kPage); }

QString TimelineModel::none() const {
    if (m_timeline.empty() || !m_chosen.rows.empty()) {
        return {};
    }
    const QString who = agencyName(m_choice.agency);
    return m_choice.part ? nothingOf(*m_choice.part).arg(who)
                         : tr("Nothing by %1 any longer.", "timeline, %1 agency").arg(who);
}

QString TimelineModel::agencyName(const AgencyId& agency) const {
    return badge(m_directory.agency(agency)).value(QStringLiteral("shortName")).toString();
}

void TimelineModel::word() {
    m_chosen = chosenFrom(m_timeline, m_choice);
    // What is chosen keeps its chip though the last of it went.
    if (m_choice.part) {
        m_chosen.parts.try_emplace(*m_choice.part, 0);
    }
    if (!m_choice.agency.empty()) {
        m_chosen.agencies.try_emplace(m_choice.agency, 0);
    }
    m_parts.clear();
    m_byName.clear();
    std::size_t ofAgency = 0;
    std::size_t ofPart = 0;
    for (const auto& [part, count] : m_chosen.parts) {
        m_parts.push_back(part);
        ofAgency += count;
    }
    for (const auto& [agency, count] : m_chosen.agencies) {
        m_byName.push_back(agency);
        ofPart += count;
    }
    std::sort(m_byName.begin(), m_byName.end(), [this](const AgencyId& a, const AgencyId& b) {
        return QString::localeAwareCompare(agencyName(a), agencyName(b)) < 0;
    });
    m_kinds = {chip(QString{}, tr("Every kind", "timeline: no kind is chosen"), ofAgency)};
    for (const auto part : m_parts) {
        m_kinds << chip(QString::number(static_cast<int>(part)), partName(part), m_chosen.parts.at(part));
    }
    m_agencies = {chip(QString{}, tr("Every agency", "timeline: no agency is chosen"), ofPart)};
    for (const auto& agency : m_byName) {
        m_agencies << chip(shown(agency.str()), agencyName(agency), m_chosen.agencies.at(agency));
    }
    m_rows.clear();
    const auto end = std::min(m_chosen.rows.size(), static_cast<std::size_t>(m_most));
    for (std::size_t at = 0; at < end; ++at) {
        m_rows << row(m_timeline[m_chosen.rows[at]]);
    }
    emit changed();
}

QVariantMap TimelineModel::row(const Happening& h) const {
    return {{QStringLiteral("id"), QStringLiteral("%1-%2").arg(shown(h.record.hex())).arg(static_cast<int>(h.kind))},
            {QStringLiteral("text"), text(h)},
            {QStringLiteral("record"), shown(h.record.hex())},
            {QStringLiteral("opens"), QString::fromLatin1(opens(h.kind))},
            {QStringLiteral("badge"),
             badge(m_directory.agency(h.agency), h.wholeDay ? m_wording.date(h.at) : m_wording.lately(h.at))}};
}

QString TimelineModel::text(const Happening& h) const {
    const QString words = shown(h.text);
    const QString who = h.worker.empty() ? QString{} : shown(m_directory.worker(h.worker).name);
    const auto named = [&](const QString& withWho, const QString& without) {
        return who.isEmpty() ? without.arg(words) : withWho.arg(who, words);
    };
    switch (h.kind) {
    case Kind::Note:
        return named(tr("%1: %2", "timeline: %1 worker, %2 first words of the note"), QStringLiteral("%1"));
    case Kind::ReferralSent:
        return named(tr("%1 referred: %2", "timeline: %1 worker, %2 need"), tr("Referred: %1", "timeline, %1 need"));
    case Kind::ReferralAnswered:
        return named(tr("%1 answered: %2", "timeline: %1 worker, %2 need"), tr("Answered: %1", "timeline, %1 need"));
    case Kind::ReferralDone:
        return named(tr("%1 finished: %2", "timeline: %1 worker, %2 need"), tr("Finished: %1", "timeline, %1 need"));
    case Kind::Placed:
        return tr("Discharged to %1", "timeline: a placement began, %1 where").arg(words);
    case Kind::PlacementReviewed:
        return named(tr("%1 held a review: %2", "timeline: of a placement, %1 worker, %2 what was found"),
                     tr("Review held: %1", "timeline: of a placement, %1 what was found"));
    case Kind::PlacementEnded:
        return placementEnd(h.code).arg(words);
    case Kind::VisitMade:
        return words.isEmpty() ? tr("%1 visited", "timeline, %1 worker").arg(who)
                               : tr("%1 visited: %2", "timeline: %1 worker, %2 why").arg(who, words);
    case Kind::NoReply:
        return tr("No reply when %1 visited", "timeline, %1 worker").arg(who);
    case Kind::FoundSafe:
        return tr("Found safe after no reply: %1", "timeline, %1 how that is known").arg(words);
    case Kind::PlanOpened:
        return words.isEmpty() ? tr("Plan opened", "timeline")
                               : tr("Plan opened: %1", "timeline, %1 what for").arg(words);
    case Kind::PlanClosed:
        return tr("Plan closed: %1", "timeline, %1 why").arg(words);
    case Kind::NeedFound:
        return tr("Need: %1", "timeline, %1 what is needed").arg(words);
    case Kind::GoalEnded:
        return goalEnd(h.code).arg(words);
    case Kind::ActionDone:
        return named(tr("%1 did: %2", "timeline: %1 worker, %2 the action"), tr("Done: %1", "timeline, %1 the action"));
    case Kind::ViewSaid:
        return h.code == "person" ? tr("In their own words: “%1”", "timeline, %1 what the person said").arg(words)
                                  : tr("View of %1", "timeline, %1 who, and what they said").arg(words);
    case Kind::ConferenceHeld:
        return tr("Conference held: %1", "timeline, %1 about what").arg(words);
    case Kind::MeasureTaken: {
        const auto* instrument = care::instrumentOf(h.code);
        const QString name = instrument == nullptr ? shown(h.code) : shown(std::string{instrument->name});
        return who.isEmpty() ? tr("Measured: %1", "timeline, %1 instrument").arg(name)
                             : tr("%1 measured: %2", "timeline: %1 worker, %2 instrument").arg(who, name);
    }
    }
    return words;
}

} // namespace frontsheet
