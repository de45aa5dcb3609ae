#include "sync/wire/field_reader.h"
#include "sync/wire/record_codec.h"
#include "sync/wire/scope_codec.h"
#include "sync/wire/span_codec.h"
#include "sync/wire/sync_codec.h"
#include "sync/wire/tidings_codec.h"

#include <google/protobuf/arena.h>

#include <algorithm>
#include <limits>

#include "frontsheet/v1/sync.pb.h"

namespace frontsheet::wire {

namespace {

// Counted over all pages of the reply.
struct Counts {
    std::size_t records = 0;
    std::size_t removed = 0;
    std::size_t items = 0; // of spans
};

ErrorCode errorCodeOf(std::uint64_t number) {
    return number <= std::numeric_limits<std::uint16_t>::max() ? static_cast<ErrorCode>(number) : ErrorCode::Internal;
}

std::chrono::milliseconds retryAfterOf(std::uint64_t ms) {
    return std::chrono::milliseconds{std::min<std::uint64_t>(ms, kMaxRetryAfterMs)};
}

Result<IntentResult> decodeResult(BytesView bytes) {
    IntentResult result;
    result.reason = ErrorCode{}; // what was not refused has none
    std::uint64_t outcome = 0;
    FieldReader reader{bytes};
    while (reader.next()) {
        switch (reader.number()) {
        case v1::IntentResult::kOpIdFieldNumber: {
            FS_ASSIGN(result.op, OpId::fromRaw(reader.bytes()));
            break;
        }
        case v1::IntentResult::kOutcomeFieldNumber:
            outcome = reader.varint();
            break;
        case v1::IntentResult::kReasonFieldNumber:
            result.reason = errorCodeOf(reader.varint());
            break;
        case v1::IntentResult::kVersionFieldNumber:
            result.version.n = reader.varint();
            break;
        default:
            break;
        }
    }
    FS_TRY(reader.finish());
    if (result.op.isNull() || outcome == 0) {
        return {ErrorCode::Malformed, "result"};
    }
    if (outcome <= static_cast<std::uint64_t>(IntentOutcome::Refused)) {
        result.outcome = static_cast<IntentOutcome>(outcome);
    } else {
        // An outcome of a newer protocol: a person decides, and the words stay on the device.
        result.outcome = IntentOutcome::Refused;
        result.reason = ErrorCode::Unsupported;
    }
    const bool setAside = result.outcome == IntentOutcome::Refused || result.outcome == IntentOutcome::Held;
    if (setAside && result.reason == ErrorCode{}) {
        result.reason = ErrorCode::Internal; // a refusal always has a reason, even from a server that forgot it
    }
    return result;
}

Result<void> readPageField(FieldReader& reader, const AgencyId& agency, Counts& counts, IncomingPage& page) {
    switch (reader.number()) {
    case v1::Page::kScopeFieldNumber: {
        FS_ASSIGN(page.scope, decodeScope(reader.bytes()));
        return ok();
    }
    case v1::Page::kResumeKeyFieldNumber:
        page.resumeKey = Bytes{reader.bytes()};
        return page.resumeKey.size() <= kMaxResumeKey ? ok() : Result<void>{ErrorCode::TooLarge, "resume key"};
    case v1::Page::kScopeCompleteFieldNumber:
        page.scopeComplete = reader.varint() != 0;
        return ok();
    case v1::Page::kUpsertsFieldNumber: {
        if (++counts.records > kMaxRecordsPerReply) {
            return {ErrorCode::TooLarge, "number of records"};
        }
        FS_ASSIGN(auto record, decodeRecord(reader.bytes(), agency));
        page.upserts.push_back(std::move(record));
        return ok();
    }
    case v1::Page::kRemovedFieldNumber: {
        if (++counts.removed > kMaxRemovedPerReply) {
            return {ErrorCode::TooLarge, "number of removed records"};
        }
        FS_ASSIGN(const auto id, RecordId::fromRaw(reader.bytes()));
        page.removed.push_back(id);
        return ok();
    }
    case v1::Page::kFeedSeqFieldNumber:
        page.feedSeq = reader.varint();
        return ok();
    default:
        return ok();
    }
}

Result<IncomingPage> decodePage(BytesView bytes, const AgencyId& agency, Counts& counts) {
    IncomingPage page;
    FieldReader reader{bytes};
    while (reader.next()) {
        FS_TRY(readPageField(reader, agency, counts, page));
    }
    FS_TRY(reader.finish());
    return page;
}

template <class List>
Result<void> roomFor(const List& list, std::size_t most, const char* what) {
    return list.size() < most ? ok() : Result<void>{ErrorCode::TooLarge, what};
}

Result<void> readLists(FieldReader& reader, SyncReply& reply, Counts& counts, const AgencyId& agency) {
    switch (reader.number()) {
    case v1::SyncReply::kResultsFieldNumber: {
        FS_TRY(roomFor(reply.results, kMaxIntentsPerRequest, "number of results"));
        FS_ASSIGN(auto result, decodeResult(reader.bytes()));
        reply.results.push_back(result);
        return ok();
    }
    case v1::SyncReply::kGoneFieldNumber: {
        FS_TRY(roomFor(reply.grants.gone, kMaxScopes, "number of scopes gone"));
        FS_ASSIGN(auto scope, decodeScope(reader.bytes()));
        reply.grants.gone.push_back(std::move(scope));
        return ok();
    }
    case v1::SyncReply::kGrantedFieldNumber: {
        FS_TRY(roomFor(reply.grants.granted, kMaxScopes, "number of scopes granted"));
        FS_ASSIGN(auto progress, decodeProgress(reader.bytes()));
        reply.grants.granted.push_back(std::move(progress));
        return ok();
    }
    case v1::SyncReply::kPagesFieldNumber: {
        FS_TRY(roomFor(reply.pages, kMaxPagesPerReply, "number of pages"));
        FS_ASSIGN(auto page, decodePage(reader.bytes(), agency, counts));
        reply.pages.push_back(std::move(page));
        return ok();
    }
    case v1::SyncReply::kReachedFieldNumber: {
        FS_TRY(roomFor(reply.tidings.reached, kMaxTidings, "number of referrals told of"));
        FS_ASSIGN(auto reach, decodeReach(reader.bytes()));
        reply.tidings.reached.push_back(std::move(reach));
        return ok();
    }
    case v1::SyncReply::kSettledFieldNumber: {
        FS_TRY(roomFor(reply.tidings.settled, kMaxTidings, "number of settled intents"));
        FS_ASSIGN(auto settled, decodeSettled(reader.bytes()));
        reply.tidings.settled.push_back(std::move(settled));
        return ok();
    }
    case v1::SyncReply::kDifferingFieldNumber: {
        FS_TRY(roomFor(reply.differing, kMaxSpanParts, "number of spans"));
        FS_ASSIGN(auto span, decodeSpan(reader.bytes(), counts.items));
        reply.differing.push_back(std::move(span));
        return ok();
    }
    default:
        return ok();
    }
}

Result<void> readField(FieldReader& reader, SyncReply& reply, Counts& counts, const AgencyId& agency) {
    switch (reader.number()) {
    case v1::SyncReply::kProtocolFieldNumber:
        reply.protocol = static_cast<std::uint32_t>(reader.varint());
        return ok();
    case v1::SyncReply::kEpochFieldNumber: {
        FS_ASSIGN(reply.epoch, Epoch::fromRaw(reader.bytes()));
        return ok();
    }
    case v1::SyncReply::kMoreFieldNumber:
        reply.more = reader.varint() != 0;
        return ok();
    case v1::SyncReply::kFeedHeadFieldNumber:
        reply.feedHead = reader.varint();
        return ok();
    case v1::SyncReply::kSafeSeqFieldNumber:
        reply.safeSeq = reader.varint();
        return ok();
    case v1::SyncReply::kRetryAfterMsFieldNumber:
        reply.retryAfter = retryAfterOf(reader.varint());
        return ok();
    case v1::SyncReply::kServerTimeFieldNumber:
        reply.serverTime.ms = reader.zigzag();
        return ok();
    case v1::SyncReply::kSendHeldFieldNumber:
        reply.sendHeld = reader.varint() != 0;
        return ok();
    case v1::SyncReply::kAgencyFieldNumber:
        reply.agency = AgencyId{std::string{reader.bytes().substr(0, 65)}};
        return ok();
    case v1::SyncReply::kReceiptFieldNumber:
        reply.receipt = reader.fixed64();
        return ok();
    case v1::SyncReply::kLogHeadFieldNumber:
        reply.logHead = Bytes{reader.bytes()};
        return reply.logHead.size() <= kMaxLogHead ? ok() : Result<void>{ErrorCode::TooLarge, "log head"};
    case v1::SyncReply::kReadingsTakenFieldNumber:
        reply.readingsTaken =
            static_cast<std::uint32_t>(std::min<std::uint64_t>(reader.varint(), kMaxReadingsPerRequest));
        return ok();
    case v1::SyncReply::kRemovalFieldNumber:
        reply.removal = reader.fixed64();
        return ok();
    case v1::SyncReply::kAgreementHashFieldNumber:
        reply.agreementHash = reader.fixed64();
        return ok();
    case v1::SyncReply::kTidingsFieldNumber:
        reply.tidings.upTo = reader.varint();
        return ok();
    case v1::SyncReply::kRescueKeyFieldNumber:
        reply.rescueKey = Bytes{reader.bytes()};
        return reply.rescueKey.empty() || reply.rescueKey.size() == kRescueKeyBytes
                   ? ok()
                   : Result<void>{ErrorCode::Malformed, "rescue key"};
    case v1::SyncReply::kComparedFieldNumber:
        reply.compared = static_cast<std::uint32_t>(std::min<std::uint64_t>(reader.varint(), kMaxSpans));
        return ok();
    case v1::SyncReply::kReconcilingFieldNumber:
        reply.reconciling = reader.varint() != 0;
        return ok();
    case v1::SyncReply::kClosingFieldNumber: {
        const auto number = reader.varint();
        if (number > static_cast<std::uint64_t>(Closing::Closed)) {
            return {ErrorCode::Unsupported, "closing"};
        }
        reply.closing = static_cast<Closing>(number);
        return ok();
    }
    default:
        return readLists(reader, reply, counts, agency);
    }
}

void fill(v1::Page& out, const IncomingPage& page) {
    out.set_scope(page.scope);
    out.set_resume_key(page.resumeKey);
    out.set_scope_complete(page.scopeComplete);
    out.mutable_upserts()->Reserve(static_cast<int>(page.upserts.size()));
    for (const auto& record : page.upserts) {
        wire::fill(*out.add_upserts(), record);
    }
    for (const auto& id : page.removed) {
        out.add_removed(id.raw());
    }
    out.set_feed_seq(page.feedSeq);
}

} // namespace

Bytes encode(const SyncReply& reply) {
    google::protobuf::Arena arena;
    auto& out = *google::protobuf::Arena::CreateMessage<v1::SyncReply>(&arena);
    out.set_protocol(reply.protocol);
    out.set_epoch(reply.epoch.raw());
    for (const auto& result : reply.results) {
        auto& line = *out.add_results();
        line.set_op_id(result.op.raw());
        line.set_outcome(static_cast<std::uint32_t>(result.outcome));
        if (result.outcome == IntentOutcome::Refused || result.outcome == IntentOutcome::Held) {
            line.set_reason(static_cast<std::uint32_t>(result.reason));
        }
        line.set_version(result.version.n);
    }
    for (const auto& scope : reply.grants.gone) {
        out.add_gone(scope);
    }
    for (const auto& progress : reply.grants.granted) {
        auto& line = *out.add_granted();
        line.set_scope(progress.scope);
        line.set_from_seq(progress.fromSeq);
        line.set_soft_hours(progress.softHours);
        line.set_hard_hours(progress.hardHours);
    }
    for (const auto& page : reply.pages) {
        fill(*out.add_pages(), page);
    }
    out.set_more(reply.more);
    out.set_feed_head(reply.feedHead);
    out.set_safe_seq(reply.safeSeq);
    out.set_retry_after_ms(
        static_cast<std::uint32_t>(std::clamp<std::int64_t>(reply.retryAfter.count(), 0, kMaxRetryAfterMs)));
    out.set_server_time(reply.serverTime.ms);
    out.set_send_held(reply.sendHeld);
    out.set_agency(reply.agency.str());
    out.set_receipt(reply.receipt);
    out.set_log_head(reply.logHead);
    out.set_readings_taken(reply.readingsTaken);
    out.set_removal(reply.removal);
    out.set_closing(static_cast<std::uint32_t>(reply.closing));
    out.set_agreement_hash(reply.agreementHash);
    fill(out, reply.tidings);
    out.set_rescue_key(reply.rescueKey);
    out.set_compared(reply.compared);
    for (const auto& span : reply.differing) {
        wire::fill(*out.add_differing(), span);
    }
    out.set_reconciling(reply.reconciling);
    return out.SerializeAsString();
}

Result<SyncReply> decodeSyncReply(BytesView bytes, const AgencyId& agency) {
    if (bytes.size() > kMaxUnpackedReply) {
        return {ErrorCode::TooLarge, "reply"};
    }
    SyncReply reply;
    reply.protocol = 0;
    Counts counts;
    FieldReader reader{bytes};
    while (reader.next()) {
        FS_TRY(readField(reader, reply, counts, agency));
    }
    FS_TRY(reader.finish());
    if (reply.protocol != kProtocol) {
        return {ErrorCode::Unsupported, "protocol"};
    }
    if (reply.agency != agency) {
        return {ErrorCode::WrongTenant, "reply"};
    }
    if (reply.epoch.isNull()) {
        return {ErrorCode::Malformed, "reply without epoch"};
    }
    return reply;
}

Bytes encode(const Refusal& refusal) {
    v1::Refusal out;
    out.set_code(static_cast<std::uint32_t>(refusal.code));
    out.set_retry_after_ms(
        static_cast<std::uint32_t>(std::clamp<std::int64_t>(refusal.retryAfter.count(), 0, kMaxRetryAfterMs)));
    return out.SerializeAsString();
}

Result<Refusal> decodeRefusal(BytesView bytes) {
    if (bytes.size() > kMaxRefusalBytes) {
        return {ErrorCode::TooLarge, "refusal"};
    }
    Refusal refusal;
    std::uint64_t code = 0;
    FieldReader reader{bytes};
    while (reader.next()) {
        if (reader.number() == v1::Refusal::kCodeFieldNumber) {
            code = reader.varint();
        } else if (reader.number() == v1::Refusal::kRetryAfterMsFieldNumber) {
            refusal.retryAfter = retryAfterOf(reader.varint());
        }
    }
    FS_TRY(reader.finish());
    if (code == 0) {
        return {ErrorCode::Malformed, "refusal without code"};
    }
    refusal.code = errorCodeOf(code);
    return refusal;
}

} // namespace frontsheet::wire
