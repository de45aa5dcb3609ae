#include "core/usecases/care_records.h"

#include "core/domain/audience.h"
#include "core/domain/care/after_death.h"
#include "core/domain/care/beginning.h"
#include "core/domain/care/care_rules.h"
#include "core/domain/care/movers.h"
#include "core/domain/care/naming_carer.h"
#include "core/domain/schema/carer.h"
#include "core/domain/schema/placement.h"
#include "core/usecases/deaths.h"
#include "core/usecases/may_write.h"
#include "core/usecases/ports/unfinished_work.h"

#include <algorithm>

namespace frontsheet {

namespace {

// The carer's own registration and who is involved with them, and the carer record then says whose they are. They stand or fall together at
// the home of all three.
Result<std::vector<Intent>> somebodyNew(const Workplace& work, Record& carer) {
    const auto own = work.ids.timeOrdered<PersonId>(work.clock.now());
    carer.fields.put(carer::kCarer, own);
    const auto transaction = work.ids.random<TransactionId>();
    std::vector<Intent> intents;
    for (const auto& record :
         {care::registrationOfCarer(newRecord(work, RecordType::Registration, own, Category::Identity), carer),
          care::membershipOfWhoNames(newRecord(work, RecordType::CareTeamMembership, own, Category::Involvement),
                                     work.me)}) {
        FS_ASSIGN(auto intent, intentFor(work, std::nullopt, record));
        intent.transaction = transaction;
        intents.push_back(std::move(intent));
    }
    return intents;
}

} // namespace

Result<Record> CareRecords::begin(RecordType type, const PersonId& person) {
    if (!care::isOfCare(type)) {
        return {ErrorCode::Unsupported, "not of the care work"};
    }
    FS_ASSIGN(const auto about, loadAbout(m_work.reader, person));
    auto record = care::begun(newRecord(m_work, type, person, {}), m_work.me, about.records, today(m_work));
    if (type == RecordType::Placement) {
        FS_ASSIGN(const auto directory, loadDirectory(m_work.reader));
        record.fields.put(placement::kIntervals, directory.agency(m_work.me.agency).reviewDays);
    }
    return record;
}

Result<WorkingRecord> CareRecords::open(const RecordId& id) {
    FS_ASSIGN(auto found, m_work.reader.record(id));
    if (!found) {
        return {ErrorCode::NotFound, "record"};
    }
    return std::move(*found);
}

Result<std::vector<care::Finding>> CareRecords::lookAt(const Record& record) {
    FS_ASSIGN(const auto about, loadAbout(m_work.reader, record.person));
    FS_ASSIGN(const auto directory, loadDirectory(m_work.reader));
    return care::besideOthers(record, about.records, directory, today(m_work));
}

Record CareRecords::asSaved(const std::optional<Record>& seen, Record after) const {
    if (!seen) {
        care::follow(after, m_work.me);
    }
    care::sayWhoAsked(seen ? &*seen : nullptr, after, m_work.me);
    return after;
}

Result<RecordId> CareRecords::save(const std::optional<Record>& seen, Record after) {
    if (seen && seen->fields == after.fields) {
        FS_TRY(giveUp(after.id));
        return after.id;
    }
    after = asSaved(seen, std::move(after));
    if (!seen) {
        FS_ASSIGN(const auto findings, lookAt(after));
        if (!findings.empty() && findings.front().weight == care::Finding::Weight::Stops) {
            return {ErrorCode::Duplicate, "stopped by what is there"};
        }
    }
    std::vector<Intent> intents;
    if (!seen && care::namesSomebodyNew(after)) {
        FS_ASSIGN(intents, somebodyNew(m_work, after));
    }
    FS_ASSIGN(auto intent, intentFor(m_work, seen, after));
    if (!intents.empty()) {
        intent.transaction = intents.front().transaction;
    }
    intents.push_back(std::move(intent));
    FS_ASSIGN(auto following, Deaths(m_work).following(seen, after));
    std::move(following.begin(), following.end(), std::back_inserter(intents));
    FS_TRY(m_work.writer.save(intents));
    FS_TRY(giveUp(after.id));
    return after.id;
}

Result<void> CareRecords::end(const RecordId& id, care::Ending how, const std::string& because) {
    FS_ASSIGN(const auto found, open(id));
    FS_ASSIGN(auto after, care::ended(found.record, how, because, m_work.me, today(m_work)));
    FS_ASSIGN(const auto saved, save(found.record, std::move(after)));
    (void)saved;
    return ok();
}

Result<PersonsPlan> CareRecords::plan(const PersonId& person) {
    FS_ASSIGN(auto about, loadAbout(m_work.reader, person));
    const auto day = today(m_work);
    PersonsPlan out;
    out.sheet = care::planSheet(about.records, day);
    out.person = care::personSheet(about.records);
    out.reviews = care::reviewsAbout(about.records, day);
    out.once = care::stoodOnce(about.records);
    out.waiting = std::move(about.waiting);
    MayWrite mayWrite{m_work, about.records};
    for (const auto& record : about.records) {
        if (!care::isOfCare(record.type)) {
            continue;
        }
        if (auto endings = care::endingsOf(record, m_work.me); !endings.empty()) {
            out.endings.emplace(record.id, std::move(endings));
        }
        FS_ASSIGN(const auto joined, mayWrite.joined(record.home));
        if (care::mayEdit(record, m_work.me, joined)) {
            FS_ASSIGN(const bool may, mayWrite.of(record));
            if (may) {
                out.editable.push_back(record.id);
            }
        }
    }
    std::sort(out.editable.begin(), out.editable.end());
    const auto* plan = care::planToAddTo(about.records, m_work.me.agency);
    if (plan != nullptr) {
        FS_ASSIGN(const auto joined, mayWrite.joined(plan->home));
        out.mayAdd = mayContribute(m_work.me, plan->home, RecordType::Need, nullptr, joined);
    }
    if (out.mayAdd) {
        Record need;
        need.type = RecordType::Need;
        need.home = plan->home;
        need.person = plan->person;
        need.category = Category::CarePlan;
        need.authorAgency = m_work.me.agency;
        need.author = m_work.me.worker;
        FS_ASSIGN(out.mayAdd, mayWrite.of(need));
    }
    out.mayOpen = plan == nullptr && !care::diedAmong(about.records);
    return out;
}

Result<void> CareRecords::keepUnfinished(const std::optional<Record>& seen, const Record& after) {
    if (m_work.unfinished == nullptr) {
        return ok();
    }
    Intent intent;
    intent.op = m_work.ids.random<OpId>();
    intent.record = after.id;
    intent.type = after.type;
    intent.home = after.home;
    intent.person = after.person;
    intent.category = after.category;
    intent.base = seen ? seen->version : HomeVersion{};
    intent.edits = difference(seen ? seen->fields : FieldSet{}, after.fields);
    intent.occurredAt = after.occurredAt;
    return m_work.unfinished->keepUnfinished({std::move(intent), m_work.clock.now()});
}

Result<void> CareRecords::giveUp(const RecordId& record) {
    return m_work.unfinished == nullptr ? ok() : m_work.unfinished->dropUnfinished(record);
}

Result<std::vector<CareRecords::UnfinishedForm>> CareRecords::unfinished() {
    std::vector<UnfinishedForm> out;
    if (m_work.unfinished == nullptr) {
        return out;
    }
    FS_ASSIGN(const auto kept, m_work.unfinished->unfinished());
    for (const auto& one : kept) {
        auto here = m_work.reader.record(one.intent.record);
        const bool locked =
            !here && (here.error().code == ErrorCode::NeedsReason || here.error().code == ErrorCode::OutOfContact);
        if (locked) {
            continue;
        }
        if (!here) {
            return std::move(here).error();
        }
        UnfinishedForm form;
        form.keptAt = one.keptAt;
        if (*here) {
            form.seen = std::move((*here)->record);
        } else if (one.intent.base.n > 0) {
            // What it changed has left this device since: the words go to its home as what they are, an edit of that version.
            Intent header = one.intent;
            header.edits.clear();
            form.seen = withIntent(std::nullopt, header);
            form.seen->version = one.intent.base;
        }
        form.after = withIntent(form.seen, one.intent);
        out.push_back(std::move(form));
    }
    return out;
}

} // namespace frontsheet
