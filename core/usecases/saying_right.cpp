#include "core/usecases/saying_right.h"

#include "core/domain/schema/registration.h"
#include "core/domain/schema/view.h"

#include <algorithm>

namespace frontsheet {

namespace {

// The last word of this worker's agency about the field.
const Record* lastWord(const About& about, const Principal& me, FieldTag field) {
    const Record* last = nullptr;
    for (const auto& record : about.records) {
        const bool ours = isSaidRightNow(record) && record.home == me.agency &&
                          record.fields.get(view::kAboutField) == std::int64_t{field.number};
        if (ours &&
            (last == nullptr || std::tie(last->occurredAt, last->id) < std::tie(record.occurredAt, record.id))) {
            last = &record;
        }
    }
    return last;
}

} // namespace

Result<RecordId> SayingRight::say(const PersonId& person, const RecordId& registration, FieldTag field,
                                  const std::string& seen) {
    FS_ASSIGN(const auto about, loadAbout(m_work.reader, person));
    const auto at = std::find_if(about.records.begin(), about.records.end(), [&](const Record& record) {
        return record.id == registration && record.type == RecordType::Registration;
    });
    if (at == about.records.end()) {
        return {ErrorCode::NotFound, "registration"};
    }
    const auto value = registered(at->fields, field);
    if (value.empty() || value != seen) {
        return {ErrorCode::WrongState, "the registration says otherwise now"};
    }
    const Record* last = lastWord(about, m_work.me, field);
    if (last != nullptr && last->fields.get(view::kRecordedBy) == m_work.me.worker &&
        last->fields.get(view::kSaid) == value) {
        return last->id;
    }
    FS_ASSIGN(const auto directory, loadDirectory(m_work.reader));
    const auto said = sayRight(newRecord(m_work, RecordType::View, person, {}), *at, field,
                               directory.worker(m_work.me.worker), today(m_work));
    FS_ASSIGN(auto intent, intentFor(m_work, std::nullopt, said));
    FS_TRY(m_work.writer.save({intent}));
    return said.id;
}

Result<void> SayingRight::takeBack(const RecordId& id, const std::string& because) {
    FS_ASSIGN(const auto found, m_work.reader.record(id));
    if (!found || !isSaidRightNow(found->record) || found->record.home != m_work.me.agency) {
        return {ErrorCode::NotFound, "view"};
    }
    Record after = found->record;
    after.fields.put(view::kState, std::string{"entered-in-error"});
    after.fields.put(view::kErrorReason, because);
    FS_ASSIGN(auto intent, intentFor(m_work, found->record, after));
    return m_work.writer.save({intent});
}

} // namespace frontsheet
