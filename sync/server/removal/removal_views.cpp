#include "sync/server/removal/removal_views.h"

#include "sync/server/disclosure/disclosure_views.h"
#include "sync/server/removal/removal_book.h"

#include <algorithm>
#include <map>

namespace frontsheet::removal {

namespace {

void take(DeviceLine& line, const Removal& removal) {
    const bool confirmed = removal.confirmedAt.isKnown();
    if (confirmed) {
        line.confirmedAt = std::max(line.confirmedAt, removal.confirmedAt);
    }
    if (!confirmed && line.state == DeviceState::Asked) {
        line.askedAt = std::min(line.askedAt, removal.askedAt);
    } else if (!confirmed) {
        line.state = DeviceState::Asked;
        line.askedAt = removal.askedAt;
    } else if (line.state != DeviceState::Asked) {
        line.state = DeviceState::Removed;
        line.askedAt = std::max(line.askedAt, removal.askedAt);
    }
}

} // namespace

namespace {

bool leftTheDevice(const Reading& reading) {
    return reading.how == ReadingHow::Printed || reading.how == ReadingHow::Exported;
}

// What it was asked to remove, under whichever of its scopes.
struct AskedFor {
    Categories all = 0;
    void take(const Removal& removal) {
        all |= removal.scope == kEverything ? kEveryCategory : aboutScope(removal.scope).categories;
    }
};

} // namespace

Result<std::vector<DeviceLine>> devicesOf(LedgerReads& ledger, std::span<const PersonId> person,
                                          const NowGranted& granted) {
    FS_ASSIGN(const auto view, disclosure::aboutPerson(ledger, person, disclosure::ReadBy::Index));
    std::map<DeviceId, std::string> roles;
    for (const auto& release : view.releases) {
        roles[release.who.device] = release.who.role;
    }
    std::map<DeviceId, DeviceLine> lines;
    auto& rows = ledger.removals();
    for (const auto& id : person) {
        FS_ASSIGN(const auto once, rows.grantedAbout(id));
        for (const auto& one : once) {
            auto& line = lines[one.device];
            line.device = one.device;
            line.agency = one.agency;
            line.worker = one.worker;
            line.categories |= one.categories;
            line.grantedAt = line.grantedAt.isKnown() ? std::min(line.grantedAt, one.at) : one.at;
            AskedFor asked;
            FS_ASSIGN(const auto everything, rows.removalsFrom(one.device));
            for (const auto& removal : everything) {
                if (removal.person == id || removal.scope == kEverything) {
                    take(line, removal);
                    asked.take(removal);
                }
            }
            FS_ASSIGN(const auto now, granted({one.agency, one.worker, roles[one.device], one.device}, id));
            // Something is no longer theirs, and they have not been in contact to be told.
            const bool unasked = (one.categories & ~now & ~asked.all) != 0;
            if (unasked && line.state != DeviceState::Asked) {
                line.state = DeviceState::NotAsked;
            }
        }
    }
    for (const auto& reading : view.readings) {
        const auto at = lines.find(reading.who.device);
        if (at != lines.end() && leftTheDevice(reading.reading.reading)) {
            ++at->second.printed;
        }
    }
    std::vector<DeviceLine> out;
    for (auto& [device, line] : lines) {
        out.push_back(std::move(line));
    }
    return out;
}

RemovalCount counted(std::span<const DeviceLine> lines) {
    RemovalCount count;
    for (const auto& line : lines) {
        count.devices += line.state != DeviceState::Holds ? 1 : 0;
        count.removed += line.state == DeviceState::Removed ? 1 : 0;
        count.printed += line.printed;
    }
    return count;
}

} // namespace frontsheet::removal
