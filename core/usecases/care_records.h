// Writing the care work's records: plan and its parts, what people say, alerts, measures, visits. Judged by the rule book before anything is
// queued, a new record beside the person's other records too. Not for the UI thread.
#pragma once

#include "core/domain/care/beside_others.h"
#include "core/domain/care/ending.h"
#include "core/domain/care/no_longer.h"
#include "core/domain/care/person_sheet.h"
#include "core/domain/care/plan_sheet.h"
#include "core/usecases/workplace.h"

#include <map>
#include <optional>
#include <vector>

namespace frontsheet {

struct PersonsPlan {
    care::PlanSheet sheet;
    care::PersonSheet person;
    std::vector<care::ReviewLine> reviews;
    std::vector<care::StoodOnce> once;
    std::vector<RecordId> waiting;                         // still on this device, ascending
    std::vector<RecordId> editable;                        // what this worker may change the words of, ascending
    std::map<RecordId, std::vector<care::Ending>> endings; // of what this worker may end
    bool mayAdd = false;                                   // to the plan that a new part of this worker's would go to
    bool mayOpen = false; // nobody leads one, and the person is alive as far as this device knows
};

class CareRecords {
public:
    explicit CareRecords(Workplace workplace) : m_work(workplace) {}

    // A new record as this worker would begin it; nothing is saved. Unsupported for a type of another folder.
    [[nodiscard]] Result<Record> begin(RecordType type, const PersonId& person);
    // NotFound when it is not here.
    [[nodiscard]] Result<WorkingRecord> open(const RecordId& id);
    // What saving it would mean beside the person's other records; strongest first.
    [[nodiscard]] Result<std::vector<care::Finding>> lookAt(const Record& record);
    // What would be saved, with what follows from what was chosen (an action of another's is offered to them).
    [[nodiscard]] Record asSaved(const std::optional<Record>& seen, Record after) const;
    // `seen`: the record as it was opened; nullopt for a new one. Saved when this returns. Missing, ImpossibleDate, WrongState, NotPermitted
    // and the like: nothing was saved; Duplicate: something that is there stops it, which lookAt() names. Unchanged is a success
    // without a write.
    // A new carer record that names somebody and says nobody's id makes them a person: registration, involvement of this worker and the
    // record itself are saved together (care/naming_carer.h).
    [[nodiscard]] Result<RecordId> save(const std::optional<Record>& seen, Record after);
    // Says of a record that it stands no longer, with what follows from that: a death taken back gives the register back. Missing without words
    // where they are needed; WrongState where it does not end so.
    [[nodiscard]] Result<void> end(const RecordId& id, care::Ending how, const std::string& because);
    [[nodiscard]] Result<PersonsPlan> plan(const PersonId& person);

    // A form as it stands, though it may say too little for a record. `seen` as for save(). Kept until it is saved or given up.
    [[nodiscard]] Result<void> keepUnfinished(const std::optional<Record>& seen, const Record& after);
    [[nodiscard]] Result<void> giveUp(const RecordId& record);
    struct UnfinishedForm {
        Record after;               // as it was left, on top of what is here now
        std::optional<Record> seen; // nullopt: a new record; without fields: one that is here no longer
        WallTime keptAt;
    };
    // Newest first. Of what is past its lease nothing is listed until it may be read again; it stays kept.
    [[nodiscard]] Result<std::vector<UnfinishedForm>> unfinished();

private:
    Workplace m_work;
};

} // namespace frontsheet
