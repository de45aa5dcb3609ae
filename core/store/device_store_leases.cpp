// DeviceStore as LeaseKeeper.
#include "core/store/device_store_impl.h"
#include "core/store/record_rows.h"

#include <algorithm>
#include <set>

namespace frontsheet {

using store::VisiblePeople;

void DeviceStore::belongsTo(const Principal& me) {
    const std::lock_guard lock(m_impl->mutex);
    m_impl->me = me;
    m_impl->leases.belongsTo(me);
}

Result<std::shared_ptr<const VisiblePeople>> DeviceStore::Impl::people(sqlite::Connection& db, const Locked& locked) {
    if (!locked) {
        return std::shared_ptr<const VisiblePeople>{};
    }
    const std::lock_guard guard(visibleMutex);
    const auto now = revision.load(std::memory_order_acquire);
    if (!visible || !visible->isFor(locked) || visibleAt != now) {
        FS_ASSIGN(visible, VisiblePeople::of(db, locked));
        visibleAt = now;
    }
    return visible;
}

Result<std::shared_ptr<const store::HiddenPeople>> DeviceStore::Impl::hiding(sqlite::Connection& db, std::uint64_t at) {
    const std::lock_guard guard(hiddenMutex);
    if (!hiddenAt || *hiddenAt < at) {
        FS_ASSIGN(hidden, store::HiddenPeople::of(db, parts.codec, parts.clock.now()));
        hiddenAt = at;
    }
    return hidden;
}

namespace {

// What of some people's records is locked, with the record.
template <class Take>
Result<void> eachLocked(sqlite::Connection& db, const BodyCodec& codec, const LockedScopes& locked,
                        std::span<const PersonId> persons, Take take) {
    store::RecordRows rows(db, codec);
    for (const auto& person : std::set<PersonId>(persons.begin(), persons.end())) {
        FS_ASSIGN(const auto about, rows.about(person));
        for (const auto& working : about) {
            const auto state = locked.stateOf(working.record, working.waiting ? OwnEdits::Waiting : OwnEdits::None);
            if (state != LeaseState::Open) {
                take(working.record, state);
            }
        }
    }
    return ok();
}

} // namespace

Result<std::vector<LockedHere>> DeviceStore::lockedAbout(std::span<const PersonId> persons) {
    return m_impl->readShown([&](sqlite::Connection& db, const auto& locked) -> Result<std::vector<LockedHere>> {
        std::vector<LockedHere> out;
        if (!locked) {
            return out;
        }
        std::map<AgencyId, WallTime> contacts;
        for (const auto& home : locked->homes()) {
            contacts.emplace(home.home, home.lastContact);
        }
        FS_TRY(eachLocked(db, m_impl->parts.codec, *locked, persons, [&](const Record& record, LeaseState state) {
            const LockedHere here{record.home, state, contacts[record.home]};
            if (std::find(out.begin(), out.end(), here) == out.end()) {
                out.push_back(here);
            }
        }));
        std::sort(out.begin(), out.end(), [](const LockedHere& a, const LockedHere& b) {
            return std::tie(a.home, b.state) < std::tie(b.home, a.state);
        });
        return out;
    });
}

Result<std::vector<LockedHere>> DeviceStore::lockedAnywhere() {
    return m_impl->readShown([](sqlite::Connection&, const auto& locked) -> Result<std::vector<LockedHere>> {
        std::vector<LockedHere> out;
        for (const auto& home : locked ? locked->homes() : std::vector<LockedHome>{}) {
            if (home.anyHidden) {
                out.push_back({home.home, LeaseState::Hidden, home.lastContact});
            }
            if (home.anyNeedsReason) {
                out.push_back({home.home, LeaseState::ReasonNeeded, home.lastContact});
            }
        }
        return out;
    });
}

Result<void> DeviceStore::openWithReason(const AgencyId& home, std::span<const PersonId> persons,
                                         const std::string& reason) {
    FS_ASSIGN(const auto words, leaseReason(reason));
    const WallTime now = m_impl->parts.clock.now();
    std::vector<HomeReading> readings;
    bool hidden = false;
    FS_TRY(m_impl->readShown([&](sqlite::Connection& db, const auto& locked) -> Result<void> {
        if (!locked) {
            return ok();
        }
        return eachLocked(db, m_impl->parts.codec, *locked, persons, [&](const Record& record, LeaseState state) {
            if (record.home == home && state == LeaseState::ReasonNeeded && record.version.n != 0) {
                readings.push_back({home, {record.id, record.version, ReadingHow::OpenedWithReason, now, words}});
            }
            hidden = hidden || (record.home == home && state == LeaseState::Hidden);
        });
    }));
    if (readings.empty()) {
        return hidden ? Result<void>{ErrorCode::OutOfContact, "nothing that a reason opens"} : ok();
    }
    // Kept before anything is shown.
    FS_TRY(noteReadings(readings));
    m_impl->leases.openWithReason(home, persons);
    m_impl->revision.fetch_add(1, std::memory_order_release);
    return ok();
}

} // namespace frontsheet
