#include "core/domain/report/cohort_report.h"

#include "core/domain/calendar.h"
#include "core/domain/schema/person_link.h"
#include "core/domain/schema/placement.h"
#include "core/domain/schema/registration.h"
#include "core/domain/schema/safety.h"

#include <algorithm>
#include <optional>
#include <tuple>

namespace frontsheet::report {

namespace {

Fate saidBy(const FieldSet& f) {
    const auto outcome = f.text(placement::kOutcome);
    if (outcome == "returned-home") {
        return Fate::ReturnedHome;
    }
    if (outcome == "moved") {
        return Fate::Moved;
    }
    if (f.text(placement::kStage) == "trial-at-home") {
        return Fate::AtHomeOnTrial; // what a review found before the trial no longer stands
    }
    if (outcome == "hospital") {
        return Fate::InHospital;
    }
    return outcome == "still-there" ? Fate::StillThere : Fate::NotSaid;
}

WishKept wishOf(const FieldSet& f) {
    const auto wish = f.text(placement::kOutcomeWish);
    if (wish == "met") {
        return WishKept::Met;
    }
    if (wish == "partly-met") {
        return WishKept::PartlyMet;
    }
    return wish == "against" ? WishKept::Against : WishKept::NotSaid;
}

// Of a death of which no more than the month or the year is known, the first and the last day that it can have been.
std::string earliest(std::string_view date) {
    return std::string{date}.append(date.size() == 4 ? "-01-01" : date.size() == 7 ? "-01" : "");
}
std::string latest(std::string_view date) {
    return std::string{date}.append(date.size() == 4 ? "-12-31" : date.size() == 7 ? "-31" : "");
}

// A day says more than a month, and of two days the earlier stands.
void keepDeath(std::map<PersonId, std::string>& deaths, const PersonId& person, std::string_view diedOn) {
    auto& kept = deaths.try_emplace(person).first->second;
    if (diedOn.size() > kept.size() || (diedOn.size() == kept.size() && diedOn < kept)) {
        kept = std::string{diedOn};
    }
}

enum class Death : std::uint8_t { None, Before, Within, Unclear, Later };

// `aliveOn`: a day on which they are known to have lived; empty: none is.
Death deathAfter(const std::string& discharged, const std::optional<std::string>& diedOn, std::string_view aliveOn) {
    if (!diedOn) {
        return Death::None;
    }
    const auto limit = twoMonthsAfter(discharged);
    if (!diedOn->empty()) {
        if (latest(*diedOn) < discharged) {
            return Death::Before;
        }
        if (latest(*diedOn) <= limit) {
            return Death::Within;
        }
        if (earliest(*diedOn) > limit) {
            return Death::Later;
        }
    }
    return aliveOn > limit ? Death::Later : Death::Unclear;
}

} // namespace

std::string twoMonthsAfter(std::string_view date) {
    const auto day = fullDate(date);
    if (!day) {
        return {};
    }
    const auto moved = *day + std::chrono::months{2};
    return isoDate(moved.ok() ? moved : moved.year() / moved.month() / std::chrono::last);
}

std::size_t Cohort::count(Fate fate) const {
    return static_cast<std::size_t>(
        std::count_if(people.begin(), people.end(), [&](const auto& p) { return p.fate == fate; }));
}

std::size_t Cohort::count(Fate fate, WishKept wish) const {
    return static_cast<std::size_t>(
        std::count_if(people.begin(), people.end(), [&](const auto& p) { return p.fate == fate && p.wish == wish; }));
}

std::size_t Cohort::others() const { return people.size() - count(Fate::DiedWithin) - count(Fate::DiedUnclear); }

std::size_t Cohort::early() const {
    return static_cast<std::size_t>(std::count_if(people.begin(), people.end(), [](const auto& p) { return p.early; }));
}

std::size_t Cohort::placedAgain() const {
    return static_cast<std::size_t>(
        std::count_if(people.begin(), people.end(), [](const auto& p) { return p.placedAgain; }));
}

CohortReader::CohortReader(ReportPeriod period, std::string today, CohortOf of)
    : m_period(std::move(period)), m_today(std::move(today)), m_of(std::move(of)) {}

bool CohortReader::wants(RecordType type) {
    return type == RecordType::Placement || type == RecordType::Death || type == RecordType::Registration ||
           type == RecordType::PersonLink;
}

void CohortReader::read(const Record& record) {
    switch (record.type) {
    case RecordType::Placement:
        readPlacement(record);
        break;
    case RecordType::Death:
        if (record.fields.text(death::kState) != "entered-in-error") {
            keepDeath(m_deaths, record.person, record.fields.text(death::kDiedOn));
        }
        break;
    case RecordType::Registration:
        if (const auto died = record.fields.text(registration::kDied); !died.empty()) {
            keepDeath(m_deaths, record.person, died);
        }
        break;
    case RecordType::PersonLink:
        readLink(record);
        break;
    default:
        break;
    }
}

void CohortReader::readPlacement(const Record& record) {
    const auto& f = record.fields;
    if (f.text(placement::kOutcome) == "died") {
        keepDeath(m_deaths, record.person, f.text(placement::kOutcomeOn));
    }
    const auto discharged = f.text(placement::kDischargedOn);
    const bool theirs = (m_of.home.empty() || record.home == m_of.home) &&
                        (m_of.officer.empty() || f.get(placement::kReviewingOfficer) == m_of.officer);
    if (!fullDate(discharged)) {
        m_undated += theirs ? 1 : 0;
        return;
    }
    if (discharged < m_period.from) {
        return;
    }
    const bool inPeriod = theirs && holds(m_period, discharged);
    const auto pathway = f.text(placement::kPathway);
    if (pathway == "0" || pathway == "1") {
        m_straightHome += inPeriod ? 1 : 0;
        return;
    }
    Stay stay;
    stay.person = record.person;
    stay.record = record.id;
    stay.dischargedOn = std::string{discharged};
    stay.outcomeOn = f.get(placement::kOutcomeOn);
    stay.trialFrom = f.get(placement::kTrialFrom);
    stay.said = saidBy(f);
    stay.wish = wishOf(f);
    stay.counts = inPeriod;
    m_stays.push_back(std::move(stay));
}

void CohortReader::readLink(const Record& record) {
    const auto other = record.fields.get(person_link::kOther);
    if (record.fields.text(person_link::kState) != "stated" || other.isNull() || record.person.isNull()) {
        return;
    }
    const auto a = humanOf(record.person);
    const auto b = humanOf(other);
    if (a != b) {
        m_links[std::max(a, b)] = std::min(a, b);
    }
}

PersonId CohortReader::humanOf(const PersonId& person) const {
    PersonId at = person;
    for (auto next = m_links.find(at); next != m_links.end(); next = m_links.find(at)) {
        at = next->second;
    }
    return at;
}

Cohort CohortReader::finish() const {
    std::map<PersonId, std::vector<const Stay*>> humans;
    for (const auto& stay : m_stays) {
        humans[humanOf(stay.person)].push_back(&stay);
    }
    std::map<PersonId, std::string> deaths;
    for (const auto& [person, diedOn] : m_deaths) {
        keepDeath(deaths, humanOf(person), diedOn);
    }

    Cohort cohort{m_period, m_today, {}, m_undated, m_straightHome, 0};
    for (auto& [human, stays] : humans) {
        std::sort(stays.begin(), stays.end(), [](const Stay* a, const Stay* b) {
            return std::tie(a->dischargedOn, a->record) < std::tie(b->dischargedOn, b->record);
        });
        const auto first = std::find_if(stays.begin(), stays.end(), [](const Stay* stay) { return stay->counts; });
        if (first == stays.end()) {
            continue;
        }
        const auto home = std::find_if(first, stays.end(), [](const Stay* s) { return s->said == Fate::ReturnedHome; });
        const Stay& last = home != stays.end() ? **home : *stays.back();
        const auto died = deaths.find(human);
        const auto diedOn = died == deaths.end() ? std::nullopt : std::optional{died->second};

        CohortPerson person;
        person.person = (*first)->person;
        person.placement = last.record;
        person.dischargedOn = (*first)->dischargedOn;
        person.wish = last.wish;
        person.fate = last.said;
        person.since = last.said == Fate::AtHomeOnTrial ? last.trialFrom : last.outcomeOn;
        const std::string_view aliveOn = std::max<std::string_view>(
            home != stays.end() ? std::string_view{last.outcomeOn} : std::string_view{}, stays.back()->dischargedOn);
        const auto death = deathAfter(person.dischargedOn, diedOn, aliveOn);
        if (death == Death::Within || death == Death::Unclear || death == Death::Before) {
            person.fate = death == Death::Within ? Fate::DiedWithin : Fate::DiedUnclear;
            person.since = *diedOn;
            cohort.doubtful += death == Death::Before ? 1 : 0;
        } else if (death == Death::Later && person.fate != Fate::ReturnedHome) {
            person.fate = Fate::DiedLater;
            person.since = *diedOn;
        }
        person.placedAgain = person.fate == Fate::ReturnedHome && stays.back() != &last;
        person.early = person.fate != Fate::DiedWithin && m_today < twoMonthsAfter(person.dischargedOn);
        cohort.people.push_back(std::move(person));
    }
    std::sort(cohort.people.begin(), cohort.people.end(), [](const CohortPerson& a, const CohortPerson& b) {
        return std::tie(a.dischargedOn, a.person) < std::tie(b.dischargedOn, b.person);
    });
    return cohort;
}

} // namespace frontsheet::report
