#include "app/agency_server/rescue/rescue_opening.h"

#include "app/agency_server/verbs/audit_lines.h"
#include "sync/server/removal/late_inbox.h"
#include "sync/wire/intent_codec.h"

#include <algorithm>

namespace frontsheet {

namespace {

constexpr const char* kOpenings = "rescue.openings"; // lines

Result<void> addLine(LedgerWrites& ledger, const std::string& line) {
    FS_ASSIGN(auto lines, ledger.note(kOpenings));
    return ledger.keepNote(kOpenings, std::move(lines).value_or(Bytes{}) + line + "\n");
}

} // namespace

Result<void> noteKeyReplaced(LedgerWrites& ledger, const RescuePublicKey& now, const RescuedBy& by, OldKey old,
                             WallTime at) {
    return addLine(ledger,
                   inUtc(at) + " key replaced by " + by.first + " and " + by.second + ": devices seal to " +
                       detail::toHex(now.bytes) +
                       (old == OldKey::Lost ? ", the one before is lost" : ", the one before is kept under it"));
}

Result<RescueOpened> putIntoInbox(LedgerWrites& ledger, const AgencyId& agency, const RescueContents& contents,
                                  const RescuedBy& by, WallTime now) {
    FS_ASSIGN(const auto devices, ledger.devices());
    const bool ours = contents.author.agency == agency &&
                      std::any_of(devices.begin(), devices.end(), [&](const EnrolledDevice& device) {
                          return device.device == contents.author.device && device.worker == contents.author.worker;
                      });
    if (!ours) {
        return {ErrorCode::NotPermitted, "no device of this agency's sealed it"};
    }
    removal::LateInbox inbox{ledger, contents.author, now};
    RescueOpened opened;
    for (const auto& [savedAt, intent] : contents.intents) {
        FS_ASSIGN(const auto before, ledger.operation(contents.author.device, intent.op));
        if (before) {
            ++opened.known;
            continue;
        }
        const Intent* one[] = {&intent};
        FS_ASSIGN(const auto results, inbox.hold(one, ErrorCode::ProfileClosed));
        if (results.front().outcome != IntentOutcome::Held) {
            ++opened.refused; // not remembered: the file opens again when there is room
            continue;
        }
        const auto hash = wire::intentHash(intent);
        FS_TRY(ledger.remember(contents.author.device,
                               {{reinterpret_cast<const char*>(hash.data()), hash.size()}, results.front()}, now));
        ++opened.held;
        opened.elsewhere += intent.home != agency ? 1 : 0;
    }
    FS_TRY(addLine(ledger, inUtc(now) + " opened by " + by.first + " and " + by.second + ": device " +
                               contents.author.device.hex() + ", worker " + contents.author.worker.str() + ", " +
                               std::to_string(opened.held) + " held, " + std::to_string(opened.known) +
                               " known before, " + std::to_string(opened.refused) + " without room"));
    return opened;
}

Result<std::vector<std::string>> rescueOpenings(LedgerReads& ledger) {
    FS_ASSIGN(const auto text, ledger.note(kOpenings));
    std::vector<std::string> lines;
    std::string_view rest = text ? std::string_view{*text} : std::string_view{};
    while (!rest.empty()) {
        const auto end = std::min(rest.find('\n'), rest.size());
        lines.emplace_back(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return lines;
}

} // namespace frontsheet
