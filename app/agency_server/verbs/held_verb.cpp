#include "app/agency_server/server_folder.h"
#include "app/agency_server/verbs/audit_lines.h"
#include "app/agency_server/verbs/verb.h"
#include "core/base/utf8.h"
#include "core/domain/canonical.h"
#include "core/domain/schema/record_schema.h"
#include "sync/server/removal/late_inbox.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace frontsheet {

namespace {

constexpr std::uint64_t kMostNumbers = 1'000'000'000;

std::string_view whyHeld(ErrorCode reason) {
    switch (reason) {
    case ErrorCode::Revoked:
        return "the device's certificate is revoked";
    case ErrorCode::CertificateRejected:
        return "the device's certificate ran out too long ago";
    case ErrorCode::ProfileClosed:
        return "it was sealed on a device that was wiped";
    default:
        return "what it is about was no longer this worker's when it arrived";
    }
}

std::string_view stateName(removal::HeldState state) {
    switch (state) {
    case removal::HeldState::Waiting:
        return "waiting";
    case removal::HeldState::Accepted:
        return "accepted";
    case removal::HeldState::Closed:
        return "closed";
    }
    return "unknown";
}

Record asWritten(const Intent& intent) {
    Record record = withIntent(std::nullopt, intent);
    record.home = intent.home;
    return record;
}

void printJson(const removal::HeldIntent& held) {
    const auto quoted = [](std::string_view text) { return jsonQuoted(text); };
    std::printf("{\"held\":%llu,\"state\":%s,\"agency\":%s,\"worker\":%s,\"device\":%s,\"received_at\":%lld,"
                "\"written_at\":%lld,\"reason\":%s,\"on_version\":%llu,\"settled_by\":%s,\"words\":%s,\"wrote\":%s}\n",
                static_cast<unsigned long long>(held.number), quoted(stateName(held.state)).c_str(),
                quoted(held.author.agency.str()).c_str(), quoted(held.author.worker.str()).c_str(),
                quoted(held.author.device.hex()).c_str(), static_cast<long long>(held.receivedAt.ms),
                static_cast<long long>(held.intent.occurredAt.ms), quoted(name(held.reason)).c_str(),
                static_cast<unsigned long long>(held.intent.base.n), quoted(held.settledBy).c_str(),
                quoted(held.words).c_str(), canonicalLine(asWritten(held.intent)).c_str());
}

void printWords(const removal::HeldIntent& held, const AgencyId& here) {
    const RecordSchema* schema = schemaOf(held.intent.type);
    std::printf("%llu  %s of %s, written %s, arrived %s\n    %s%s: %.*s\n",
                static_cast<unsigned long long>(held.number), held.author.worker.str().c_str(),
                held.author.agency.str().c_str(), inUtc(held.intent.occurredAt).c_str(), inUtc(held.receivedAt).c_str(),
                held.intent.base.n == 0 ? "a new " : "an edit of a ",
                schema != nullptr ? std::string{schema->name}.c_str() : "record",
                static_cast<int>(whyHeld(held.reason).size()), whyHeld(held.reason).data());
    if (held.intent.home != here) {
        std::printf("      for %s, which has not got it: this agency keeps the words and forwards nothing\n",
                    held.intent.home.str().c_str());
    }
    for (const auto& edit : held.intent.edits) {
        const FieldSpec* field = schema != nullptr ? schema->field(edit.field) : nullptr;
        const auto* text = edit.after ? std::get_if<std::string>(&*edit.after) : nullptr;
        if (field != nullptr && text != nullptr) {
            std::printf("      %s: %s\n", std::string{field->name}.c_str(), text->c_str());
        }
    }
}

Result<void> list(Ledger& ledger, const Arguments& arguments) {
    FS_ASSIGN(const auto reads, ledger.read());
    const auto only =
        arguments.has("all") ? std::nullopt : std::optional<removal::HeldState>{removal::HeldState::Waiting};
    FS_ASSIGN(const auto inbox, reads->removals().inbox(only));
    for (const auto& held : inbox) {
        arguments.has("json") ? printJson(held) : printWords(held, ledger.agency());
    }
    if (!arguments.has("json")) {
        std::printf("%zu in the late inbox\n", inbox.size());
    }
    return ok();
}

Result<removal::Settling> settlingIn(const Arguments& arguments) {
    removal::Settling settling;
    FS_ASSIGN(settling.number, arguments.number("number", 0, kMostNumbers));
    FS_ASSIGN(settling.by, arguments.required("by"));
    settling.words = arguments.valueOr("reason", "");
    if (settling.number == 0 || !isText(settling.words) || settling.words.size() > 1000 || settling.by.size() > 64) {
        return {ErrorCode::InvalidArgument, "--number takes one of the list's, --reason some words"};
    }
    return settling;
}

Result<void> accept(Ledger& ledger, const Arguments& arguments, VerbContext& context) {
    FS_ASSIGN(const auto settling, settlingIn(arguments));
    IntentOutcome outcome{};
    FS_TRY(ledger.write(WriteKind::Push, [&](LedgerWrites& writes) -> Result<void> {
        FS_ASSIGN(outcome, removal::accept(writes, settling, context.ids, context.clock.now()));
        return ok();
    }));
    std::printf("%llu is in the record as its author's%s\n", static_cast<unsigned long long>(settling.number),
                outcome == IntentOutcome::Conflict ? ", beside a later text: somebody settles the two" : "");
    return ok();
}

Result<void> close(Ledger& ledger, const Arguments& arguments, VerbContext& context) {
    FS_ASSIGN(const auto settling, settlingIn(arguments));
    FS_TRY(ledger.write(WriteKind::Other,
                        [&](LedgerWrites& writes) { return removal::close(writes, settling, context.clock.now()); }));
    std::printf("%llu is closed; its words stay in the inbox (--all)\n",
                static_cast<unsigned long long>(settling.number));
    return ok();
}

} // namespace

Result<void> runHeld(const Arguments& arguments, VerbContext& context) {
    const std::string& what = arguments.position(0);
    static constexpr std::array<std::string_view, 3> kWhat{"list", "accept", "close"};
    if (std::find(kWhat.begin(), kWhat.end(), what) == kWhat.end()) {
        return {ErrorCode::InvalidArgument, "say list, accept or close, then the folder"};
    }
    FS_ASSIGN(const auto folder, ServerFolder::open(arguments.position(1)));
    FS_ASSIGN(const auto agency, arguments.required("agency"));
    FS_ASSIGN(const auto ledger, folder.ledgerOf(AgencyId{agency}));
    if (what == "list") {
        return list(*ledger, arguments);
    }
    return what == "accept" ? accept(*ledger, arguments, context) : close(*ledger, arguments, context);
}

} // namespace frontsheet
