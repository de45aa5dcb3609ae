#include "tests/support/memory_device.h"

#include "core/base/utf8.h"
#include "core/domain/same_person.h"
#include "core/domain/schema/care_team.h"
#include "core/domain/schema/contact_note.h"
#include "core/domain/schema/person_link.h"
#include "core/domain/schema/referral.h"
#include "core/domain/schema/registration.h"

#include <algorithm>

namespace frontsheet {

namespace {

bool startsAnyWord(const std::string& folded, const std::string& wanted) {
    return (" " + folded).find(" " + wanted) != std::string::npos;
}

} // namespace

void MemoryDevice::hold(const std::vector<Record>& records) {
    for (const auto& record : records) {
        hold(record);
    }
}

void MemoryDevice::replaceHome(const AgencyId& home, const std::vector<Record>& released) {
    std::erase_if(m_mirror, [&](const auto& entry) { return entry.second.home == home; });
    hold(released);
}

std::vector<Intent> MemoryDevice::takeOutgoing(const AgencyId& home) {
    std::set<OpId> unsettled;
    for (const auto& item : m_outbox) {
        unsettled.insert(item.intent.op);
    }
    std::vector<Intent> out;
    for (const auto& item : m_outbox) {
        if (item.intent.home == home && item.state != OutboxState::NeedsAttention &&
            !unsettled.contains(item.intent.after)) {
            m_onTheWay.insert(item.intent.op);
            out.push_back(item.intent);
        }
    }
    return out;
}

void MemoryDevice::settleResult(const IntentResult& result) {
    const auto at =
        std::find_if(m_outbox.begin(), m_outbox.end(), [&](const auto& i) { return i.intent.op == result.op; });
    if (at == m_outbox.end()) {
        return;
    }
    if (result.outcome == IntentOutcome::Applied || result.outcome == IntentOutcome::Merged) {
        m_outbox.erase(at);
    } else {
        at->state = OutboxState::NeedsAttention;
        at->outcome = result.outcome;
        at->reason = result.reason;
    }
}

std::map<RecordId, WorkingRecord> MemoryDevice::working() const {
    std::map<RecordId, WorkingRecord> all;
    for (const auto& [id, record] : m_mirror) {
        all[id].record = record;
    }
    for (const auto& item : m_outbox) {
        if (item.state == OutboxState::NeedsAttention) {
            continue; // its words are in the intent, not in the view
        }
        const auto at = all.find(item.intent.record);
        auto current = at == all.end() ? std::nullopt : std::optional{at->second.record};
        auto& slot = all[item.intent.record];
        slot.record = withIntent(std::move(current), item.intent);
        slot.waiting = true;
    }
    return all;
}

std::vector<WorkingRecord> MemoryDevice::where(const std::function<bool(const Record&)>& keep) const {
    std::vector<WorkingRecord> out;
    for (auto& [id, record] : working()) {
        if (keep(record.record)) {
            out.push_back(record);
        }
    }
    return out;
}

Result<std::optional<WorkingRecord>> MemoryDevice::record(const RecordId& id) {
    const auto all = working();
    const auto at = all.find(id);
    if (at != all.end() && lease(at->second.record) != LeaseState::Open) {
        const bool hidden = lease(at->second.record) == LeaseState::Hidden;
        return {hidden ? ErrorCode::OutOfContact : ErrorCode::NeedsReason, "record"};
    }
    return at == all.end() ? std::optional<WorkingRecord>{} : std::optional{at->second};
}

LeaseState MemoryDevice::lease(const Record& record) const {
    return leaseOf == nullptr || record.person.isNull() ? LeaseState::Open : leaseOf(record);
}

std::set<PersonId> MemoryDevice::human(const PersonId& person) const {
    const auto held = where([](const Record& r) { return r.type == RecordType::PersonLink; });
    std::vector<Record> links;
    links.reserve(held.size());
    for (const auto& link : held) {
        links.push_back(link.record);
    }
    return oneHuman(person, links);
}

Result<std::vector<PersonId>> MemoryDevice::sameHuman(const PersonId& person) {
    const auto same = human(person);
    return std::vector<PersonId>(same.begin(), same.end());
}

Result<std::vector<WorkingRecord>> MemoryDevice::aboutPersons(std::span<const PersonId> persons) {
    auto out = where([&](const Record& r) {
        return std::find(persons.begin(), persons.end(), r.person) != persons.end() && !r.person.isNull() &&
               lease(r) == LeaseState::Open;
    });
    std::stable_sort(out.begin(), out.end(),
                     [](const auto& a, const auto& b) { return a.record.occurredAt > b.record.occurredAt; });
    return out;
}

Result<std::vector<WithheldHere>> MemoryDevice::withheldAbout(std::span<const PersonId> persons) {
    std::vector<WithheldHere> out;
    std::copy_if(m_withheld.begin(), m_withheld.end(), std::back_inserter(out), [&](const WithheldHere& one) {
        return std::find(persons.begin(), persons.end(), one.scope.person) != persons.end();
    });
    return out;
}

Result<std::vector<WorkingRecord>> MemoryDevice::ofType(RecordType type, std::size_t limit) {
    auto out = where([&](const Record& r) { return r.type == type && lease(r) != LeaseState::Hidden; });
    out.resize(std::min(out.size(), limit));
    return out;
}

Result<void> MemoryDevice::eachOfType(RecordType type, const RecordVisitor& visitor) {
    for (const auto& each : where([&](const Record& r) { return r.type == type && lease(r) != LeaseState::Hidden; })) {
        FS_TRY(visitor(each));
    }
    return ok();
}

Result<std::vector<WorkingRecord>> MemoryDevice::worklist(Worklist list, const std::string& owner, std::size_t limit) {
    std::vector<std::pair<WallTime, WorkingRecord>> found;
    for (auto& [id, held] : working()) {
        for (const auto& place : worklistsOf(held.record)) {
            if (place.list == list && place.owner == owner && lease(held.record) != LeaseState::Hidden) {
                found.emplace_back(place.at, held);
            }
        }
    }
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<WorkingRecord> out;
    for (auto& [at, held] : found) {
        if (out.size() < limit) {
            out.push_back(std::move(held));
        }
    }
    return out;
}

namespace {

PersonRow rowFrom(const std::vector<WorkingRecord>& registrations, const AgencyId& agency) {
    PersonRow row;
    bool own = false;
    for (const auto& held : registrations) {
        const auto& f = held.record.fields;
        row.agencies.push_back(held.record.home);
        const bool mine = held.record.home == agency;
        if (row.familyName.empty() || (mine && !own)) {
            own = mine;
            row.familyName = f.get(registration::kFamilyName);
            row.givenName = f.get(registration::kGivenName);
            row.title = f.get(registration::kTitle);
            row.born = f.get(registration::kBorn);
            row.nhsNumber = f.get(registration::kNhsNumber);
            row.town = f.get(registration::kTown);
        }
    }
    std::sort(row.agencies.begin(), row.agencies.end());
    row.agencies.erase(std::unique(row.agencies.begin(), row.agencies.end()), row.agencies.end());
    return row;
}

} // namespace

PersonRow MemoryDevice::rowOf(const std::set<PersonId>& ids) const {
    return rowFrom(where([&](const Record& r) { return r.type == RecordType::Registration && ids.contains(r.person); }),
                   m_me.agency);
}

// A board asks for a thousand people: who is joined to nobody is found in one walk.
Result<std::vector<PersonRow>> MemoryDevice::personRows(std::span<const PersonId> persons) {
    std::set<PersonId> linked;
    std::map<PersonId, std::vector<WorkingRecord>> registrations;
    for (auto& held : where(
             [](const Record& r) { return r.type == RecordType::Registration || r.type == RecordType::PersonLink; })) {
        if (held.record.type == RecordType::PersonLink) {
            linked.insert({held.record.person, held.record.fields.get(person_link::kOther)});
        } else {
            registrations[held.record.person].push_back(std::move(held));
        }
    }
    std::vector<PersonRow> rows;
    for (const auto& person : persons) {
        rows.push_back(linked.contains(person) ? rowOf(human(person)) : rowFrom(registrations[person], m_me.agency));
        rows.back().person = person;
    }
    return rows;
}

Result<RecordReader::CaseloadPage> MemoryDevice::caseload(CaseloadOf whose, const AgencyId& agency,
                                                          const WorkerId& worker, std::size_t offset,
                                                          std::size_t limit) {
    std::map<std::string, PersonRow> ordered;
    std::set<PersonId> seen;
    for (const auto& held : where([](const Record& r) { return r.type == RecordType::Registration; })) {
        if (seen.contains(held.record.person)) {
            continue;
        }
        const auto ids = human(held.record.person);
        seen.insert(ids.begin(), ids.end());
        const bool onTeam = !where([&](const Record& r) {
                                 return r.type == RecordType::CareTeamMembership && ids.contains(r.person) &&
                                        r.fields.get(care_team::kAgency) == agency &&
                                        r.fields.get(care_team::kWorker) == worker &&
                                        !r.fields.get(care_team::kUntil).isKnown();
                             }).empty();
        if (whose == CaseloadOf::Everyone || onTeam) {
            auto row = rowOf(ids);
            row.person = *ids.begin();
            const auto key = foldForSearch(row.familyName + " " + row.givenName) + row.person.hex();
            ordered.emplace(key, std::move(row));
        }
    }
    CaseloadPage page;
    page.total = ordered.size();
    for (auto& [key, row] : ordered) {
        if (offset > 0) {
            --offset;
        } else if (page.rows.size() < limit) {
            page.rows.push_back(std::move(row));
        }
    }
    return page;
}

Result<std::vector<PersonRow>> MemoryDevice::search(const std::string& typed, std::size_t limit) {
    const auto wanted = foldForSearch(typed);
    std::vector<PersonRow> rows;
    if (wanted.empty()) {
        return rows;
    }
    std::string digits = wanted;
    std::erase(digits, ' ');
    FS_ASSIGN(const auto everyone, caseload(CaseloadOf::Everyone, {}, {}, 0, SIZE_MAX));
    for (const auto& row : everyone.rows) {
        const auto names = foldForSearch(row.givenName + " " + row.familyName + " " + row.givenName);
        if ((startsAnyWord(names, wanted) || row.nhsNumber == digits) && rows.size() < limit) {
            rows.push_back(row);
        }
    }
    for (const auto& held :
         where([](const Record& r) { return r.type == RecordType::ContactNote || r.type == RecordType::Referral; })) {
        const bool note = held.record.type == RecordType::ContactNote;
        const auto text = held.record.fields.get(note ? contact_note::kText : referral::kReason);
        if (startsAnyWord(foldForSearch(text), wanted) && rows.size() < limit) {
            auto row = rowOf(human(held.record.person));
            row.person = held.record.person;
            row.matchedNote = held.record.id;
            row.matchedType = held.record.type;
            row.matchedAt = held.record.occurredAt;
            row.snippet = std::string{firstCodePoints(text, 80)};
            rows.push_back(std::move(row));
        }
    }
    return rows;
}

Result<RecordReader::FirstFound> MemoryDevice::searchFirst(const std::string& typed, std::size_t limit,
                                                           std::size_t first) {
    FirstFound found;
    FS_ASSIGN(found.rows, search(typed, limit));
    found.more = found.rows.size() > first;
    found.rows.resize(std::min(found.rows.size(), first));
    return found;
}

Result<void> MemoryDevice::save(const std::vector<Intent>& intents) {
    if (m_nextSaveFails) {
        const auto code = *m_nextSaveFails;
        m_nextSaveFails.reset();
        return {code, "save"};
    }
    ++m_saves;
    for (const auto& intent : intents) {
        const auto last = std::find_if(m_outbox.rbegin(), m_outbox.rend(), [&](const OutboxItem& i) {
            return i.intent.record == intent.record && i.state != OutboxState::NeedsAttention;
        });
        if (last != m_outbox.rend() && !m_onTheWay.contains(last->intent.op)) {
            if (auto both = folded(last->intent, intent)) {
                last->intent = std::move(*both);
                last->savedAt = m_clock.now();
                continue;
            }
        }
        OutboxItem item;
        item.intent = intent;
        item.state = intent.after.isNull() ? OutboxState::Queued : OutboxState::WaitsForAnother;
        item.savedAt = m_clock.now();
        m_outbox.push_back(std::move(item));
    }
    return ok();
}

Result<void> MemoryDevice::settle(const OpId& op) {
    const auto gone = std::erase_if(
        m_outbox, [&](const OutboxItem& i) { return i.intent.op == op && i.state == OutboxState::NeedsAttention; });
    return gone == 1 ? ok() : Result<void>{ErrorCode::NotFound, "outbox item"};
}

Result<std::vector<Unfinished>> MemoryDevice::unfinished() {
    std::vector<Unfinished> out;
    for (const auto& [record, work] : m_unfinished) {
        out.push_back(work);
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const Unfinished& a, const Unfinished& b) { return b.keptAt < a.keptAt; });
    return out;
}

Result<void> MemoryDevice::keepUnfinished(const Unfinished& work) {
    m_unfinished[work.intent.record] = work;
    return ok();
}

Result<void> MemoryDevice::dropUnfinished(const RecordId& record) {
    m_unfinished.erase(record);
    return ok();
}

Result<std::optional<Bytes>> MemoryDevice::fact(std::string_view key) {
    const auto at = m_facts.find(std::string{key});
    return at == m_facts.end() ? std::optional<Bytes>{} : std::optional{at->second};
}

Result<void> MemoryDevice::keepFacts(const std::map<std::string, Bytes>& facts) {
    if (m_nextFactsFail) {
        const auto code = *m_nextFactsFail;
        m_nextFactsFail.reset();
        return {code, "facts"};
    }
    for (const auto& [key, value] : facts) {
        m_facts[key] = value;
    }
    return ok();
}

} // namespace frontsheet
