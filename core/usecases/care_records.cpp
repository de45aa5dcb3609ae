#include "core/usecases/care_records.h"

#include "core/domain/care/beginning.h"
#include "core/domain/care/care_rules.h"

namespace frontsheet {

Result<Record> CareRecords::begin(RecordType type, const PersonId& person) {
    if (!care::isOfCare(type)) {
        return {ErrorCode::Unsupported, "not of the care work"};
    }
    FS_ASSIGN(const auto about, loadAbout(m_work.reader, person));
    return care::begun(newRecord(m_work, type, person, {}), m_work.me, about.records, today(m_work));
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

Result<RecordId> CareRecords::save(const std::optional<Record>& seen, Record after) {
    if (!seen) {
        care::follow(after, m_work.me);
    } else if (seen->fields == after.fields) {
        return after.id;
    }
    FS_ASSIGN(auto intent, intentFor(m_work, seen, after));
    FS_TRY(m_work.writer.save({intent}));
    return after.id;
}

Result<PersonsPlan> CareRecords::plan(const PersonId& person) {
    FS_ASSIGN(auto about, loadAbout(m_work.reader, person));
    return PersonsPlan{care::planSheet(about.records, today(m_work)), std::move(about.waiting)};
}

} // namespace frontsheet
