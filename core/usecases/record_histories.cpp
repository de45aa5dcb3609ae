#include "core/usecases/record_histories.h"

#include <utility>

namespace frontsheet {

Result<std::vector<Record>> RecordHistories::versionsOf(const RecordId& id, std::size_t most) {
    FS_ASSIGN(const auto held, m_work.reader.record(id));
    if (!held) {
        return {ErrorCode::NotFound, "record"};
    }
    std::vector<Record> versions;
    HomeVersion before;
    do {
        FS_ASSIGN(auto page, m_line.ask(held->record.home, id, before));
        const bool circles = page.next.n != 0 && before.n != 0 && page.next >= before;
        for (auto& version : page.versions) {
            if (version.id != id || (!versions.empty() && version.version >= versions.back().version)) {
                return {ErrorCode::Malformed, "history of another record"};
            }
            versions.push_back(std::move(version));
        }
        if (circles) {
            return {ErrorCode::Malformed, "the server goes round in circles"};
        }
        before = page.next;
    } while (before.n != 0 && versions.size() < most);
    if (versions.size() > most) {
        versions.resize(most);
    }
    return versions;
}

} // namespace frontsheet
