#include "core/usecases/workplace.h"

#include "core/domain/admit.h"

#include <algorithm>

namespace frontsheet {

Result<Directory> loadDirectory(RecordReader& reader) {
    constexpr std::size_t kLimit = 20000;
    std::vector<Record> records;
    for (const auto type : {RecordType::Agency, RecordType::Worker, RecordType::Service, RecordType::ContactPoint}) {
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

Result<Intent> intentFor(const Workplace& workplace, const std::optional<Record>& before, const Record& after) {
    Intent intent;
    intent.op = workplace.ids.random<OpId>();
    intent.record = after.id;
    intent.type = after.type;
    intent.home = after.home;
    intent.person = after.person;
    intent.category = after.category;
    intent.base = before ? before->version : HomeVersion{};
    intent.edits = difference(before ? before->fields : FieldSet{}, after.fields);
    intent.occurredAt = after.occurredAt;
    if (intent.edits.empty()) {
        return {ErrorCode::InvalidArgument, "nothing changed"};
    }
    // The home knows relationships better; state, obligatory fields and limits can be judged here. A record that waits
    // unsent has version 0 on both sides, which admit() would take for a second creation: judge it as version 1.
    auto seen = before;
    Intent judged = intent;
    if (seen && seen->version.n == 0) {
        seen->version.n = 1;
        judged.base.n = 1;
    }
    const Relationships trusting{true, true};
    FS_ASSIGN([[maybe_unused]] const auto admission,
              admit(workplace.me, seen, judged, trusting, workplace.clock.now()));
    return intent;
}

} // namespace frontsheet
