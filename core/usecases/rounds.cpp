#include "core/usecases/rounds.h"

#include "core/domain/schema/appointment.h"
#include "core/usecases/care_records.h"

#include <algorithm>
#include <iterator>
#include <map>

namespace frontsheet {

namespace {

using care::VisitStage;

constexpr std::size_t kMostPlanned = 2000; // of one worker, on whatever day: a bound against a broken store, not a page
constexpr std::size_t kMostMade = 200;     // newest first, so that a day's are among them
constexpr std::size_t kMostUnanswered = 100;

// The words that a row of the round shows, for the homes' logs.
void noteShownAtDoor(const Workplace& work, const About& about, const care::DoorSheet& door) {
    std::vector<Record> shown;
    for (const auto& record : about.records) {
        const bool isFact = std::any_of(door.facts.begin(), door.facts.end(), [&](const auto& fact) {
            return fact.record == record.id && fact.kind != care::DoorFact::Kind::GettingIn;
        });
        if (isFact) {
            shown.push_back(record);
        }
    }
    noteShown(work, shown);
}

} // namespace

Result<WorkingRecord> Rounds::load(const RecordId& id) {
    FS_ASSIGN(auto found, m_work.reader.record(id));
    if (!found || found->record.type != RecordType::Appointment) {
        return {ErrorCode::NotFound, "visit"};
    }
    return std::move(*found);
}

Result<void> Rounds::save(const Record& before, const Record& after) {
    if (before.fields == after.fields) {
        return ok(); // a second tap is no second edit
    }
    FS_ASSIGN(auto intent, intentFor(m_work, before, after));
    return m_work.writer.save({std::move(intent)});
}

Result<std::vector<WorkingRecord>> Rounds::ofToday() {
    const auto me = m_work.me.worker.str();
    const auto date = frontsheet::today(m_work);
    std::map<RecordId, WorkingRecord> found; // a visit that was passed on to its own visitor stands on one list twice
    for (const auto& [list, most] :
         {std::pair{Worklist::Appointments, kMostPlanned}, std::pair{Worklist::VisitsMade, kMostMade},
          std::pair{Worklist::NoReply, kMostUnanswered}}) {
        FS_ASSIGN(auto visits, m_work.reader.worklist(list, me, most));
        for (auto& visit : visits) {
            const auto& f = visit.record.fields;
            if (f.get(appointment::kWorker) == m_work.me.worker &&
                m_work.zone.local(f.get(appointment::kStartsAt)).date == date) {
                found.emplace(visit.record.id, std::move(visit));
            }
        }
    }
    std::vector<Record> order;
    for (const auto& [id, visit] : found) {
        order.push_back(visit.record);
    }
    care::inVisitingOrder(order);
    std::vector<WorkingRecord> out;
    for (const auto& record : order) {
        out.push_back(std::move(found.at(record.id)));
    }
    return out;
}

RoundVisit Rounds::describe(WorkingRecord working, const About& about, const FrontSheet& sheet) const {
    RoundVisit out;
    out.waiting = working.waiting;
    out.visit = std::move(working.record);
    out.stage = care::stageOf(out.visit);
    out.door = care::doorSheet(sheet, about.records);
    out.due = care::dueAtVisit(about.records, m_work.me.worker, frontsheet::today(m_work));
    return out;
}

Result<std::vector<RoundVisit>> Rounds::describeAll(std::vector<WorkingRecord> visits, const Directory& directory) {
    std::vector<PersonId> persons;
    for (const auto& visit : visits) {
        persons.push_back(visit.record.person);
    }
    FS_ASSIGN(auto rows, m_work.reader.personRows(persons));
    std::vector<RoundVisit> out;
    for (std::size_t at = 0; at < visits.size(); ++at) {
        FS_ASSIGN(const auto about, loadAbout(m_work.reader, persons[at]));
        const auto sheet =
            assembleFrontSheet({about.records, about.waiting, m_work.me.agency, m_work.clock.now()}, directory);
        out.push_back(describe(std::move(visits[at]), about, sheet));
        out.back().person = std::move(rows[at]);
        noteShownAtDoor(m_work, about, out.back().door);
    }
    return out;
}

Result<DaysRound> Rounds::today() {
    DaysRound round;
    FS_ASSIGN(const auto directory, loadDirectory(m_work.reader));
    FS_ASSIGN(auto visits, ofToday());
    std::vector<Record> records;
    for (const auto& visit : visits) {
        records.push_back(visit.record);
    }
    round.next = care::nextOf(records);
    FS_ASSIGN(round.visits, describeAll(std::move(visits), directory));
    FS_ASSIGN(auto unanswered, m_work.reader.worklist(Worklist::NoReply, m_work.me.worker.str(), kMostUnanswered));
    std::reverse(unanswered.begin(), unanswered.end());
    FS_ASSIGN(round.unanswered, describeAll(std::move(unanswered), directory));
    return round;
}

Result<AtTheDoor> Rounds::at(const RecordId& id) {
    AtTheDoor out;
    FS_ASSIGN(auto visit, load(id));
    FS_ASSIGN(out.directory, loadDirectory(m_work.reader));
    const PersonId person = visit.record.person;
    FS_ASSIGN(const auto about, loadAbout(m_work.reader, person));
    FS_ASSIGN(auto rows, m_work.reader.personRows(std::span{&person, 1}));
    const auto sheet =
        assembleFrontSheet({about.records, about.waiting, m_work.me.agency, m_work.clock.now()}, out.directory);
    out.visit = describe(std::move(visit), about, sheet);
    out.visit.person = std::move(rows.front());
    out.mayBeTold = care::whoMayBeTold(sheet, about.records, out.directory, m_work.me, frontsheet::today(m_work));
    noteShownAtDoor(m_work, about, out.visit.door);
    return out;
}

Result<void> Rounds::bring(const RecordId& id, VisitStage stage) {
    if (stage > VisitStage::Done) {
        return {ErrorCode::InvalidArgument, "not a stage one taps"};
    }
    FS_ASSIGN(const auto visit, load(id));
    Record after = visit.record;
    auto& f = after.fields;
    const WallTime now = m_work.clock.now();
    const auto since = [&](const TimeField& field, bool reached) {
        if (!reached) {
            f.erase(field.tag);
        } else if (!f.get(field).isKnown()) {
            f.put(field, now);
        }
    };
    if (stage == VisitStage::Done) {
        f.put(appointment::kState, std::string{"done"});
        since(appointment::kEndedAt, true);
        return save(visit.record, after);
    }
    f.put(appointment::kState, std::string{"planned"});
    f.erase(appointment::kStateBecause.tag);
    since(appointment::kEndedAt, false);
    since(appointment::kSetOutAt, stage >= VisitStage::OnTheWay);
    since(appointment::kArrivedAt, stage == VisitStage::There);
    return save(visit.record, after);
}

Result<void> Rounds::move(const RecordId& id, std::size_t to) {
    FS_ASSIGN(const auto visits, ofToday());
    std::vector<Record> records;
    for (const auto& visit : visits) {
        records.push_back(visit.record);
    }
    const auto found = std::find_if(records.begin(), records.end(), [&](const Record& one) { return one.id == id; });
    if (found == records.end()) {
        return {ErrorCode::NotFound, "visit of today"};
    }
    const auto from = static_cast<std::size_t>(found - records.begin());
    std::vector<Intent> intents;
    for (const auto& place : care::moved(records, from, std::min(to, records.size() - 1))) {
        const auto one = std::find_if(records.begin(), records.end(),
                                      [&](const Record& record) { return record.id == place.visit; });
        Record after = *one;
        after.fields.put(appointment::kOrder, place.order);
        FS_ASSIGN(auto intent, intentFor(m_work, *one, after));
        intents.push_back(std::move(intent));
    }
    return intents.empty() ? ok() : m_work.writer.save(std::move(intents));
}

Result<void> Rounds::takeOff(const RecordId& id, NoVisit how, const std::string& because) {
    FS_ASSIGN(const auto visit, load(id));
    Record after = visit.record;
    after.fields.put(appointment::kState, std::string{how == NoVisit::Stopped ? "stopped" : "cancelled"});
    after.fields.put(appointment::kStateBecause, because);
    return save(visit.record, after);
}

Record Rounds::unanswered(Record visit, const NoReply& what) const {
    auto& f = visit.fields;
    f.put(appointment::kState, std::string{"no-reply"});
    f.put(appointment::kEndedAt, m_work.clock.now());
    f.put(appointment::kStateBecause, what.words);
    f.put(appointment::kTold, what.told);
    f.put(appointment::kToldAt, m_work.clock.now());
    return visit;
}

Result<void> Rounds::keepNoReply(const NoReply& what) {
    FS_ASSIGN(const auto visit, load(what.visit));
    return CareRecords(m_work).keepUnfinished(visit.record, unanswered(visit.record, what));
}

Result<std::optional<NoReply>> Rounds::noReplyLeft(const RecordId& visit) {
    FS_ASSIGN(const auto kept, CareRecords(m_work).unfinished());
    for (const auto& one : kept) {
        const auto& f = one.after.fields;
        if (one.after.id == visit) {
            return std::optional{NoReply{visit, f.get(appointment::kTold), f.get(appointment::kStateBecause)}};
        }
    }
    return std::optional<NoReply>{};
}

Result<void> Rounds::noReply(const NoReply& what) {
    FS_ASSIGN(const auto visit, load(what.visit));
    FS_TRY(save(visit.record, unanswered(visit.record, what)));
    return CareRecords(m_work).giveUp(what.visit);
}

Result<void> Rounds::knownSafe(const RecordId& id, KnownSafe how, const std::string& because) {
    FS_ASSIGN(const auto visit, load(id));
    Record after = visit.record;
    auto& f = after.fields;
    f.put(appointment::kSafeBecause, because);
    f.put(appointment::kState, std::string{how == KnownSafe::Seen ? "done" : "stopped"});
    if (how == KnownSafe::Heard && f.text(appointment::kStateBecause).empty()) {
        f.put(appointment::kStateBecause, because);
    }
    return save(visit.record, after);
}

Result<void> Rounds::linkNote(const RecordId& id, const RecordId& note) {
    FS_ASSIGN(const auto visit, load(id));
    Record after = visit.record;
    after.fields.put(appointment::kNote, note);
    return save(visit.record, after);
}

} // namespace frontsheet
