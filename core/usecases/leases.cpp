#include "core/usecases/leases.h"

namespace frontsheet {

Result<std::vector<LockedShare>> Leases::named(const std::vector<LockedHere>& locked) {
    std::vector<LockedShare> out;
    if (locked.empty()) {
        return out;
    }
    FS_ASSIGN(const auto directory, loadDirectory(m_work.reader));
    for (const auto& [home, state, lastContact] : locked) {
        auto entry = directory.agency(home);
        entry.code = home;
        out.push_back({std::move(entry), state, lastContact});
    }
    return out;
}

Result<std::vector<LockedShare>> Leases::about(const PersonId& person) {
    if (m_work.leases == nullptr) {
        return std::vector<LockedShare>{};
    }
    FS_ASSIGN(const auto persons, m_work.reader.sameHuman(person));
    FS_ASSIGN(const auto locked, m_work.leases->lockedAbout(persons));
    return named(locked);
}

Result<std::vector<LockedShare>> Leases::anywhere() {
    if (m_work.leases == nullptr) {
        return std::vector<LockedShare>{};
    }
    FS_ASSIGN(const auto locked, m_work.leases->lockedAnywhere());
    return named(locked);
}

Result<void> Leases::open(const AgencyId& home, const PersonId& person, const std::string& reason) {
    if (m_work.leases == nullptr) {
        return {ErrorCode::Unsupported, "leases"};
    }
    FS_ASSIGN(const auto persons, m_work.reader.sameHuman(person));
    return m_work.leases->openWithReason(home, persons, reason);
}

} // namespace frontsheet
