#include "app/agency_server/verbs/removal_lines.h"

#include "core/domain/canonical.h"

#include <cstdio>
#include <map>

namespace frontsheet {

namespace {

std::string_view stateName(removal::DeviceState state) {
    switch (state) {
    case removal::DeviceState::Holds:
        return "holds";
    case removal::DeviceState::NotAsked:
        return "not in contact since";
    case removal::DeviceState::Asked:
        return "asked";
    case removal::DeviceState::Removed:
        return "removed";
    }
    return "unknown";
}

const char* times(std::size_t count) { return count == 1 ? "once" : "times"; }

} // namespace

void printRemovals(AuditForm form, const std::vector<removal::DeviceLine>& lines) {
    const auto count = removal::counted(lines);
    for (const auto& line : lines) {
        const std::string state{stateName(line.state)};
        if (form == AuditForm::Json) {
            std::printf("{\"device\":%s,\"agency\":%s,\"worker\":%s,\"state\":%s,\"granted_at\":%lld,\"asked_at\":%lld,"
                        "\"removed_at\":%lld,\"printed\":%zu}\n",
                        jsonQuoted(line.device.hex()).c_str(), jsonQuoted(line.agency.str()).c_str(),
                        jsonQuoted(line.worker.str()).c_str(), jsonQuoted(state).c_str(),
                        static_cast<long long>(line.grantedAt.ms), static_cast<long long>(line.askedAt.ms),
                        static_cast<long long>(line.confirmedAt.ms), line.printed);
        } else {
            std::printf("  %s of %s, device %s: %s; granted %s, asked %s, removed %s\n", line.worker.str().c_str(),
                        line.agency.str().c_str(), line.device.hex().substr(0, 8).c_str(), state.c_str(),
                        inUtc(line.grantedAt).c_str(), inUtc(line.askedAt).c_str(), inUtc(line.confirmedAt).c_str());
        }
    }
    if (form == AuditForm::Json) {
        std::printf("{\"devices\":%zu,\"removed\":%zu,\"printed\":%zu}\n", count.devices, count.removed, count.printed);
        return;
    }
    std::printf("removed from %zu of %zu devices", count.removed, count.devices);
    if (count.printed == 1) {
        std::printf("; printed once");
    } else if (count.printed > 1) {
        std::printf("; printed %zu %s", count.printed, times(count.printed));
    }
    std::printf("\n");
}

Result<void> printOpenRemovals(AuditForm form, LedgerReads& ledger) {
    struct Open {
        removal::Removal first;
        std::size_t scopes = 0;
    };
    std::map<DeviceId, Open> open;
    FS_TRY(ledger.removals().removals([&](const removal::Removal& removal) -> Result<void> {
        if (!removal.confirmedAt.isKnown()) {
            auto& device = open[removal.device];
            if (device.scopes++ == 0 || removal.askedAt < device.first.askedAt) {
                device.first = removal;
            }
        }
        return ok();
    }));
    for (const auto& [device, one] : open) {
        if (form == AuditForm::Json) {
            std::printf("{\"device\":%s,\"agency\":%s,\"worker\":%s,\"asked_at\":%lld,\"scopes\":%zu}\n",
                        jsonQuoted(device.hex()).c_str(), jsonQuoted(one.first.agency.str()).c_str(),
                        jsonQuoted(one.first.worker.str()).c_str(), static_cast<long long>(one.first.askedAt.ms),
                        one.scopes);
        } else {
            std::printf("%s of %s, device %s: %zu scopes, asked first %s, not confirmed\n",
                        one.first.worker.str().c_str(), one.first.agency.str().c_str(),
                        device.hex().substr(0, 8).c_str(), one.scopes, inUtc(one.first.askedAt).c_str());
        }
    }
    if (form == AuditForm::Words) {
        std::printf("%zu devices have not confirmed a removal\n", open.size());
    }
    return ok();
}

} // namespace frontsheet
