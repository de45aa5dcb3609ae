#include "sync/server/removal/removal_views.h"

#include "sync/server/disclosure/disclosure_views.h"

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

Result<std::vector<DeviceLine>> devicesOf(LedgerReads& ledger, std::span<const PersonId> person,
                                          const StillGranted& still) {
    std::map<DeviceId, DeviceLine> lines;
    auto& rows = ledger.removals();
    for (const auto& id : person) {
        FS_ASSIGN(const auto granted, rows.grantedAbout(id));
        for (const auto& one : granted) {
            auto& line = lines[one.device];
            line.device = one.device;
            line.agency = one.agency;
            line.worker = one.worker;
            line.grantedAt = line.grantedAt.isKnown() ? std::min(line.grantedAt, one.at) : one.at;
            FS_ASSIGN(const auto everything, rows.removalsFrom(one.device));
            for (const auto& removal : everything) {
                if (removal.person == id || removal.scope == kEverything) {
                    take(line, removal);
                }
            }
            FS_ASSIGN(const bool theirs, still(one.agency, one.worker, id));
            if (!theirs && line.state == DeviceState::Holds) {
                line.state = DeviceState::NotAsked;
            }
        }
    }
    FS_ASSIGN(const auto view, disclosure::aboutPerson(ledger, person));
    for (const auto& reading : view.readings) {
        const auto at = lines.find(reading.who.device);
        if (at != lines.end() && reading.reading.reading.how == ReadingHow::Printed) {
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
