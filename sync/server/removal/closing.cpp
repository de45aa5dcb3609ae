#include "sync/server/removal/closing.h"

#include "sync/server/disclosure/disclosure_log.h"
#include "sync/server/removal/late_inbox.h"
#include "sync/wire/intent_codec.h"

#include <algorithm>

namespace frontsheet::removal {

namespace {

Bytes hashOf(const Intent& intent) {
    const auto hash = wire::intentHash(intent);
    return {reinterpret_cast<const char*>(hash.data()), hash.size()};
}

// What was answered before keeps its answer, whatever it was: it may have been applied before the certificate was revoked.
Result<std::vector<IntentResult>> takeAll(LedgerWrites& ledger, const Principal& who, ErrorCode reason,
                                          const wire::SyncRequest& request, WallTime now) {
    LateInbox inbox{ledger, who, now};
    std::vector<IntentResult> results;
    for (const auto& outgoing : request.push) {
        const Intent& intent = outgoing.intent;
        const Bytes hash = hashOf(intent);
        FS_ASSIGN(const auto before, ledger.operation(who.device, intent.op));
        if (before) {
            results.push_back(wire::isHashOf(before->hash, intent)
                                  ? before->result
                                  : IntentResult{intent.op, IntentOutcome::Refused, ErrorCode::Duplicate, {}});
            continue;
        }
        const Intent* one[] = {&intent};
        FS_ASSIGN(const auto held, inbox.hold(one, reason));
        FS_TRY(ledger.remember(who.device, {hash, held.front()}, now));
        results.push_back(held.front());
    }
    results.insert(results.end(), request.unacceptable.begin(), request.unacceptable.end());
    return results;
}

// Asked once; asked again (the answer was lost) under the same number, until the device has confirmed it.
Result<std::uint64_t> askForAll(LedgerWrites& ledger, const Principal& who, bool handsIn, std::uint64_t freshNumber,
                                WallTime now) {
    FS_ASSIGN(const auto asked, ledger.removals().removalsFrom(who.device));
    const auto all =
        std::find_if(asked.begin(), asked.end(), [](const Removal& removal) { return removal.scope == kEverything; });
    if (all != asked.end() && (!all->confirmedAt.isKnown() || !handsIn)) {
        return all->number;
    }
    FS_TRY(ledger.removalWrites().noteAsked(
        {who.device, kEverything, {}, who.agency, who.worker, freshNumber, now, WallTime{}}));
    return freshNumber;
}

} // namespace

Result<wire::SyncReply> closeDevice(LedgerWrites& ledger, const Principal& who, Standing standing,
                                    const wire::SyncRequest& request, std::uint64_t freshNumber, WallTime now) {
    wire::SyncReply reply;
    switch (standing) {
    case Standing::Good:
        return {ErrorCode::NotPermitted, "this certificate is good"};
    case Standing::Lapsed:
        reply.closing = wire::Closing::RenewFirst;
        return reply;
    case Standing::Finished:
    case Standing::Revoked:
        break;
    }
    const auto reason = standing == Standing::Revoked ? ErrorCode::Revoked : ErrorCode::CertificateRejected;
    reply.closing = wire::Closing::Closed;
    FS_ASSIGN(reply.results, takeAll(ledger, who, reason, request, now));
    FS_TRY(disclosure::logReadings(ledger, who, request.readings, now));
    reply.readingsTaken = static_cast<std::uint32_t>(request.readings.size());
    for (const auto number : request.removed) {
        FS_TRY(ledger.removalWrites().noteConfirmed(who.device, number, now));
    }
    FS_ASSIGN(reply.removal, askForAll(ledger, who, !request.push.empty(), freshNumber, now));
    return reply;
}

} // namespace frontsheet::removal
