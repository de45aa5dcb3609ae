#include "app/viewmodels/restriction_model.h"

#include "app/viewmodels/audience_wording.h"
#include "app/viewmodels/reader_choices.h"
#include "core/domain/scope.h"

#include <algorithm>

namespace frontsheet {

void RestrictionModel::open(const QString& recordId) {
    clear();
    m_record = RecordId::fromHex(recordId.toStdString()).value_or(RecordId{});
    dismissError();
    weigh();
}

void RestrictionModel::clear() {
    m_record = {};
    m_readers.clear();
    m_choices.clear();
    m_consequence.clear();
    m_opened = false;
    setBusy(false);
    setLoaded(false);
    emit changed();
}

void RestrictionModel::nameReader(const QString& key, bool chosen) {
    const auto reader = readerOfKey(key);
    if (reader && !busy() && chooseReader(m_readers, *reader, chosen)) {
        weigh();
    }
}

void RestrictionModel::openToAll() {
    if (!busy() && !m_readers.empty()) {
        m_readers.clear();
        weigh();
    }
}

// Who would see it now, and as chosen.
void RestrictionModel::weigh() {
    struct Found {
        std::vector<sharing::NamedReader> readers;
        WhoSees unrestricted;
        std::vector<sharing::SeeingChange> changes;
    };
    run(
        Lane::Read,
        [id = m_record, opened = m_opened, chosen = m_readers](OpenDesk& desk) -> Result<Found> {
            FS_ASSIGN(const auto held, desk.workplace.reader.record(id));
            const SetField* field = held ? readersFieldOf(held->record.type) : nullptr;
            if (field == nullptr) {
                return {ErrorCode::NotFound, "what is to be restricted"};
            }
            Found found;
            found.readers = opened ? chosen : sharing::readersOf(held->record);
            std::sort(found.readers.begin(), found.readers.end());
            Record open = held->record;
            sharing::putReaders(open.fields, *field, {});
            Record then = held->record;
            sharing::putReaders(then.fields, *field, found.readers);
            FS_ASSIGN(found.unrestricted, desk.sharing.whoWillSee(open));
            FS_ASSIGN(const auto now, desk.sharing.whoWillSee(held->record));
            FS_ASSIGN(const auto after, desk.sharing.whoWillSee(then));
            found.changes = sharing::changeOf(now.roles, after.roles);
            return found;
        },
        [this, id = m_record, opened = m_opened, chosen = m_readers](Result<Found> found) {
            if (id != m_record || opened != m_opened || chosen != m_readers) {
                return;
            }
            if (!found) {
                fail(found.error());
                return;
            }
            m_opened = true;
            m_readers = std::move(found->readers);
            m_choices = frontsheet::readerChoices(found->unrestricted, m_readers, me());
            m_consequence = changeWords(found->changes, me());
            setLoaded(true);
            emit changed();
        });
}

void RestrictionModel::save() {
    if (!m_opened) {
        return;
    }
    SavingModel::save([id = m_record, readers = m_readers](OpenDesk& desk) -> Result<void> {
        FS_ASSIGN(const auto held, desk.workplace.reader.record(id));
        return held && held->record.type == RecordType::Placement ? desk.placements.restrictTo(id, readers)
                                                                  : desk.notes.restrictTo(id, readers);
    });
}

} // namespace frontsheet
