// Writing the care work's records: plan and its parts, what people say, alerts, measures, visits. Judged by the rule book before anything is
// queued, and beside the person's other records before anything is saved. Not for the UI thread.
#pragma once

#include "core/domain/care/beside_others.h"
#include "core/domain/care/plan_sheet.h"
#include "core/usecases/workplace.h"

#include <optional>
#include <vector>

namespace frontsheet {

struct PersonsPlan {
    care::PlanSheet sheet;
    std::vector<RecordId> waiting; // still on this device, ascending
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
    // `seen`: the record as it was opened; nullopt for a new one. Saved when this returns. Missing, ImpossibleDate, WrongState, NotPermitted
    // and the like: nothing was saved. Unchanged is a success without a write.
    [[nodiscard]] Result<RecordId> save(const std::optional<Record>& seen, Record after);
    [[nodiscard]] Result<PersonsPlan> plan(const PersonId& person);

    // A form as it stands, though it may say too little for a record. `seen` as for save(). Kept until it is saved or given up.
    [[nodiscard]] Result<void> keepUnfinished(const std::optional<Record>& seen, const Record& after);
    [[nodiscard]] Result<void> giveUp(const RecordId& record);
    struct UnfinishedForm {
        Record after;               // as it was left, on top of what is here now
        std::optional<Record> seen; // nullopt: a new record, or one that is here no longer
        WallTime keptAt;
    };
    [[nodiscard]] Result<std::vector<UnfinishedForm>> unfinished(); // newest first

private:
    Workplace m_work;
};

} // namespace frontsheet
