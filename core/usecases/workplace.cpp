#include "core/usecases/workplace.h"

#include "core/base/log.h"
#include "core/domain/admit.h"
#include "core/domain/display_name.h"
#include "core/usecases/own_person.h"

#include <algorithm>

namespace frontsheet {

Result<Directory> loadDirectory(RecordReader& reader) {
    constexpr std::size_t kLimit = 20000;
    std::vector<Record> records;
    for (const auto type : {RecordType::Agency, RecordType::Worker, RecordType::Service, RecordType::ContactPoint,
                            RecordType::RotaEntry, RecordType::Absence}) {
        FS_ASSIGN(auto found, reader.ofType(type, kLimit));
        for (auto& working : found) {
            records.push_back(std::move(working.record));
        }
    }
    return Directory{records};
}

Result<About> loadAbout(RecordReader& reader, const PersonId& person) {
    About about;
    FS_ASSIGN(about.persons, reader.sameHuman(person));
    FS_ASSIGN(auto found, reader.aboutPersons(about.persons));
    about.records.reserve(found.size());
    for (auto& working : found) {
        if (working.waiting) {
            about.waiting.push_back(working.record.id);
        }
        about.records.push_back(std::move(working.record));
    }
    std::sort(about.waiting.begin(), about.waiting.end());
    return about;
}

std::string today(const Workplace& workplace) { return workplace.zone.local(workplace.clock.now()).date; }

Result<std::map<PersonId, std::string>> spokenNames(RecordReader& reader, std::vector<PersonId> persons) {
    std::sort(persons.begin(), persons.end());
    persons.erase(std::unique(persons.begin(), persons.end()), persons.end());
    std::erase_if(persons, [](const PersonId& id) { return id.isNull(); });
    FS_ASSIGN(const auto rows, reader.personRows(persons));
    std::map<PersonId, std::string> names;
    for (const auto& row : rows) {
        if (auto name = spokenName(row.familyName, row.givenName); !name.empty()) {
            names.emplace(row.person, std::move(name));
        }
    }
    return names;
}

void noteShown(const Workplace& work, std::span<const Record> records) {
    if (work.journal == nullptr) {
        return;
    }
    std::vector<HomeReading> readings;
    for (const auto& record : records) {
        if (record.version.n != 0) { // what is on this device alone has been read by its author
            readings.push_back({record.home, {record.id, record.version, ReadingHow::Shown, work.clock.now()}});
        }
    }
    if (const auto noted = work.journal->noteReadings(readings); !noted) {
        logEvent("reading-not-noted", {{"error", noted.error().code}});
    }
}

Record newRecord(const Workplace& workplace, RecordType type, const PersonId& person, Category category) {
    const WallTime now = workplace.clock.now();
    Record record;
    record.id = workplace.ids.timeOrdered<RecordId>(now);
    record.type = type;
    record.home = workplace.me.agency;
    record.person = ownIdOf(workplace.reader, workplace.me.agency, person);
    record.category = category;
    record.author = workplace.me.worker;
    record.authorAgency = workplace.me.agency;
    record.occurredAt = now;
    return record;
}

Result<Intent> intentFor(const Workplace& workplace, const std::optional<Record>& before, const Record& after) {
    const FieldSet nothing;
    Intent intent;
    intent.op = workplace.ids.random<OpId>();
    intent.record = after.id;
    intent.type = after.type;
    intent.home = after.home;
    intent.person = after.person;
    intent.category = after.category;
    intent.base = before ? before->version : HomeVersion{};
    intent.edits = editsOf(after.type, before ? before->fields : nothing, after.fields);
    intent.occurredAt = after.occurredAt;
    const bool sameHeader = before && before->category == after.category && before->occurredAt == after.occurredAt;
    if (intent.edits.empty() && sameHeader) {
        return {ErrorCode::InvalidArgument, "nothing changed"};
    }
    if (before && before->version.n == 0) {
        stateAsSeen(after.type, before->fields, intent.edits);
    }
    // The home knows relationships better; state, obligatory fields and limits can be judged here.
    const Relationships trusting{true, true};
    FS_ASSIGN([[maybe_unused]] const auto admission,
              admit(workplace.me, before, intent, trusting, workplace.clock.now()));
    return intent;
}

} // namespace frontsheet
