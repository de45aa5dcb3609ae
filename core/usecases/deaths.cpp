#include "core/usecases/deaths.h"

#include "core/domain/care/after_death.h"
#include "core/domain/care/beginning.h"
#include "core/domain/schema/care_plan.h"
#include "core/domain/schema/registration.h"
#include "core/domain/schema/safety.h"

#include <algorithm>

namespace frontsheet {

namespace {

constexpr std::size_t kMostDeaths = 20'000; // held on one device: a bound against a broken store

// Others' visits are theirs to stop: their devices hear of the death as this one did.
bool isOursToStop(const Record& record, const Principal& me) {
    const bool asked = record.type == RecordType::Action && record.fields.get(action::kAskedBy) == me.worker &&
                       record.fields.get(action::kAskedByAgency) == me.agency;
    return record.home == me.agency || asked;
}

} // namespace

Result<std::set<PersonId>> Deaths::everybody() {
    FS_ASSIGN(const auto said, m_work.reader.worklist(Worklist::Deaths, kEverybody, kMostDeaths));
    std::set<PersonId> out;
    for (const auto& working : said) {
        if (!out.contains(working.record.person)) {
            FS_ASSIGN(const auto same, m_work.reader.sameHuman(working.record.person));
            out.insert(same.begin(), same.end());
        }
    }
    return out;
}

Result<std::vector<Intent>> Deaths::following(const std::optional<Record>& before, const Record& after) {
    const auto said = before ? care::deathSaidBy(*before) : std::nullopt;
    const auto says = care::deathSaidBy(after);
    if (says && !said) {
        return recorded(after, *says);
    }
    if (said && !says && after.type == RecordType::Death) {
        return takenBack(*before);
    }
    return std::vector<Intent>{};
}

Result<std::vector<Intent>> Deaths::recorded(const Record& says, const std::string& on) {
    std::vector<Intent> intents;
    FS_ASSIGN(const auto about, loadAbout(m_work.reader, says.person));
    bool ownDeath = says.type == RecordType::Death;
    for (const auto& record : about.records) {
        ownDeath = ownDeath || (record.type == RecordType::Death && record.home == m_work.me.agency &&
                                care::deathSaidBy(record).has_value());
        Record after = record;
        const bool ours = record.home == m_work.me.agency;
        if (record.type == RecordType::Registration && ours && !on.empty() && !care::deathSaidBy(record)) {
            after.fields.put(registration::kDied, on);
        } else if (record.id != says.id && care::stopsAtDeath(record) && isOursToStop(record, m_work.me)) {
            after = care::stoppedByDeath(record);
        } else {
            continue;
        }
        FS_ASSIGN(auto intent, intentFor(m_work, record, after));
        intents.push_back(std::move(intent));
    }
    if (!ownDeath && !on.empty()) {
        Record death =
            care::begun(newRecord(m_work, RecordType::Death, says.person, {}), m_work.me, about.records, today(m_work));
        death.fields.put(death::kDiedOn, on);
        FS_ASSIGN(auto intent, intentFor(m_work, std::nullopt, death));
        intents.push_back(std::move(intent));
    }
    return intents;
}

Result<std::vector<Intent>> Deaths::takenBack(const Record& death) {
    std::vector<Intent> intents;
    FS_ASSIGN(const auto about, loadAbout(m_work.reader, death.person));
    const auto on = death.fields.get(death::kDiedOn);
    for (const auto& record : about.records) {
        if (record.type == RecordType::Registration && record.home == m_work.me.agency &&
            record.fields.get(registration::kDied) == on) {
            Record after = record;
            after.fields.put(registration::kDied, std::string{});
            FS_ASSIGN(auto intent, intentFor(m_work, record, after));
            intents.push_back(std::move(intent));
        }
    }
    return intents;
}

} // namespace frontsheet
