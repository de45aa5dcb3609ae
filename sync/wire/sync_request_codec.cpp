#include "core/base/utf8.h"
#include "sync/wire/field_reader.h"
#include "sync/wire/intent_codec.h"
#include "sync/wire/scope_codec.h"
#include "sync/wire/span_codec.h"
#include "sync/wire/sync_codec.h"

#include <google/protobuf/arena.h>

#include <algorithm>

#include "frontsheet/v1/sync.pb.h"

namespace frontsheet::wire {

namespace {

Result<void> addHeld(Have& have, BytesView name) {
    if (!have.held) {
        have.held.emplace();
    }
    if (have.held->size() == kMaxScopes) {
        return {ErrorCode::TooLarge, "number of scopes"};
    }
    FS_ASSIGN(auto scope, decodeScope(name));
    have.held->push_back(std::move(scope));
    return ok();
}

Result<void> readHaveField(FieldReader& reader, Have& have) {
    switch (reader.number()) {
    case v1::Have::kEpochFieldNumber: {
        const BytesView raw = reader.bytes();
        if (!raw.empty()) {
            FS_ASSIGN(have.epoch, Epoch::fromRaw(raw));
        }
        return ok();
    }
    case v1::Have::kFeedSeqFieldNumber:
        have.feedSeq = reader.varint();
        return ok();
    case v1::Have::kHeldHashFieldNumber:
        have.heldHash = reader.fixed64();
        return ok();
    case v1::Have::kPartialFieldNumber: {
        if (have.partial.size() == kMaxPartialPerRequest) {
            return {ErrorCode::TooLarge, "number of partial scopes"};
        }
        FS_ASSIGN(auto progress, decodeProgress(reader.bytes()));
        have.partial.push_back(std::move(progress));
        return ok();
    }
    case v1::Have::kHeldFieldNumber:
        return addHeld(have, reader.bytes());
    case v1::Have::kSpansFieldNumber: {
        if (have.spans.size() == kMaxSpans) {
            return {ErrorCode::TooLarge, "number of spans"};
        }
        std::size_t items = kMaxSpanItems; // none: a device lists nothing
        FS_ASSIGN(auto span, decodeSpan(reader.bytes(), items));
        have.spans.push_back(std::move(span));
        return ok();
    }
    case v1::Have::kWantedFieldNumber: {
        if (have.wanted.size() == kMaxWanted) {
            return {ErrorCode::TooLarge, "number of records wanted"};
        }
        FS_ASSIGN(const auto id, RecordId::fromRaw(reader.bytes()));
        have.wanted.push_back(id);
        return ok();
    }
    case v1::Have::kHeldListedFieldNumber:
        if (reader.varint() != 0 && !have.held) {
            have.held.emplace();
        }
        return ok();
    default:
        return ok();
    }
}

Result<Have> decodeHave(BytesView bytes) {
    Have have;
    FieldReader reader{bytes};
    while (reader.next()) {
        FS_TRY(readHaveField(reader, have));
    }
    FS_TRY(reader.finish());
    return have;
}

Result<void> addIntent(SyncRequest& request, BytesView bytes) {
    if (request.push.size() + request.unacceptable.size() == kMaxIntentsPerRequest) {
        return {ErrorCode::TooLarge, "number of intents"};
    }
    FS_ASSIGN(auto decoded, decodeIntent(bytes));
    if (decoded.acceptable) {
        request.push.push_back(std::move(decoded.outgoing));
    } else {
        request.unacceptableTransactions.push_back(decoded.outgoing.intent.transaction);
        request.unacceptable.push_back(
            {decoded.outgoing.intent.op, IntentOutcome::Refused, decoded.acceptable.error().code, HomeVersion{}});
    }
    return ok();
}

Result<Reading> decodeReading(BytesView bytes) {
    Reading reading;
    std::uint64_t how = 0;
    FieldReader reader{bytes};
    while (reader.next()) {
        switch (reader.number()) {
        case v1::Reading::kRecordFieldNumber: {
            FS_ASSIGN(reading.record, RecordId::fromRaw(reader.bytes()));
            break;
        }
        case v1::Reading::kVersionFieldNumber:
            reading.version.n = reader.varint();
            break;
        case v1::Reading::kHowFieldNumber:
            how = reader.varint();
            break;
        case v1::Reading::kAtFieldNumber:
            reading.at.ms = reader.zigzag();
            break;
        case v1::Reading::kReasonFieldNumber:
            reading.reason = reader.bytes();
            break;
        default:
            break;
        }
    }
    FS_TRY(reader.finish());
    if (reading.record.isNull() || how == 0 || how > 255) {
        return {ErrorCode::Malformed, "reading"};
    }
    reading.how = static_cast<ReadingHow>(how); // of a newer schema: kept as it is
    if (reading.how != ReadingHow::OpenedWithReason) {
        reading.reason.clear();
    }
    // One line: it is read on terminals.
    const bool oneLine = std::none_of(reading.reason.begin(), reading.reason.end(),
                                      [](char c) { return (c >= 0 && c < ' ') || c == '\x7F'; });
    if (reading.reason.size() > kMaxReadingReason || !isText(reading.reason) || !oneLine) {
        return {ErrorCode::Malformed, "reason of a reading"};
    }
    return reading;
}

// Packed, as proto3 sends repeated numbers.
Result<void> readRemoved(FieldReader& reader, SyncRequest& request) {
    const BytesView packed = reader.bytes();
    if (packed.size() % 8 != 0) {
        return {ErrorCode::Malformed, "removals"};
    }
    if (request.removed.size() + packed.size() / 8 > kMaxRemovedToTell) {
        return {ErrorCode::TooLarge, "number of removals"};
    }
    for (std::size_t at = 0; at < packed.size(); at += 8) {
        std::uint64_t number = 0;
        for (std::size_t i = 8; i-- > 0;) {
            number = number << 8 | static_cast<std::uint8_t>(packed[at + i]);
        }
        request.removed.push_back(number);
    }
    return ok();
}

Result<void> readEvidence(FieldReader& reader, SyncRequest& request) {
    switch (reader.number()) {
    case v1::SyncRequest::kReceiptFieldNumber:
        request.receipt = reader.fixed64();
        return ok();
    case v1::SyncRequest::kLogHeadFieldNumber:
        request.logHead = Bytes{reader.bytes()};
        return request.logHead.size() <= kMaxLogHead ? ok() : Result<void>{ErrorCode::TooLarge, "log head"};
    case v1::SyncRequest::kReadingsFieldNumber: {
        if (request.readings.size() == kMaxReadingsPerRequest) {
            return {ErrorCode::TooLarge, "number of readings"};
        }
        FS_ASSIGN(auto reading, decodeReading(reader.bytes()));
        request.readings.push_back(std::move(reading));
        return ok();
    }
    case v1::SyncRequest::kRemovedFieldNumber:
        return readRemoved(reader, request);
    case v1::SyncRequest::kTidingsFieldNumber:
        request.tidings = reader.varint();
        return ok();
    case v1::SyncRequest::kRescueMarkFieldNumber:
        request.rescueMark = reader.fixed64();
        return ok();
    default:
        return ok();
    }
}

Result<void> readField(FieldReader& reader, SyncRequest& request) {
    switch (reader.number()) {
    case v1::SyncRequest::kProtocolFieldNumber:
        request.protocol = static_cast<std::uint32_t>(reader.varint());
        return ok();
    case v1::SyncRequest::kSchemaFieldNumber:
        request.schema = static_cast<std::uint32_t>(reader.varint());
        return ok();
    case v1::SyncRequest::kRequestNoFieldNumber:
        request.requestNo = reader.varint();
        return ok();
    case v1::SyncRequest::kPushFieldNumber:
        return addIntent(request, reader.bytes());
    case v1::SyncRequest::kHaveFieldNumber: {
        FS_ASSIGN(request.have, decodeHave(reader.bytes()));
        return ok();
    }
    case v1::SyncRequest::kMaxBytesFieldNumber: {
        const std::uint64_t bytes = reader.varint();
        // An explicit 0 is what leaving it out is, as ever in proto3: no wish of its own.
        const bool isWish = bytes != 0 && bytes <= kPagePackedBytes;
        request.maxBytes = isWish ? static_cast<std::uint32_t>(bytes) : kPagePackedBytes;
        return ok();
    }
    case v1::SyncRequest::kAgencyFieldNumber:
        request.agency = AgencyId{std::string{reader.bytes().substr(0, 65)}};
        return ok();
    case v1::SyncRequest::kPushOnlyFieldNumber:
        request.wanted = reader.varint() != 0 ? Wanted::ResultsOnly : Wanted::ResultsAndPages;
        return ok();
    default:
        return readEvidence(reader, request);
    }
}

} // namespace

Bytes encode(const SyncRequest& request) {
    google::protobuf::Arena arena;
    auto& out = *google::protobuf::Arena::CreateMessage<v1::SyncRequest>(&arena);
    out.set_protocol(request.protocol);
    out.set_schema(request.schema);
    out.set_request_no(request.requestNo);
    for (const auto& outgoing : request.push) {
        fill(*out.add_push(), outgoing.intent, outgoing.opNo);
    }
    auto& have = *out.mutable_have();
    if (!request.have.epoch.isNull()) {
        have.set_epoch(request.have.epoch.raw());
    }
    have.set_feed_seq(request.have.feedSeq);
    have.set_held_hash(request.have.heldHash);
    for (const auto& progress : request.have.partial) {
        auto& line = *have.add_partial();
        line.set_scope(progress.scope);
        line.set_from_seq(progress.fromSeq);
        line.set_resume_key(progress.resumeKey);
    }
    if (request.have.held) {
        have.set_held_listed(true);
        for (const auto& scope : *request.have.held) {
            have.add_held(scope);
        }
    }
    for (const auto& span : request.have.spans) {
        fill(*have.add_spans(), span);
    }
    for (const auto& id : request.have.wanted) {
        have.add_wanted(id.raw());
    }
    out.set_max_bytes(request.maxBytes);
    out.set_agency(request.agency.str());
    out.set_push_only(request.wanted == Wanted::ResultsOnly);
    out.set_receipt(request.receipt);
    out.set_log_head(request.logHead);
    for (const auto& reading : request.readings) {
        auto& line = *out.add_readings();
        line.set_record(reading.record.raw());
        line.set_version(reading.version.n);
        line.set_how(static_cast<std::uint32_t>(reading.how));
        line.set_at(reading.at.ms);
        line.set_reason(reading.reason);
    }
    for (const auto number : request.removed) {
        out.add_removed(number);
    }
    out.set_tidings(request.tidings);
    out.set_rescue_mark(request.rescueMark);
    return out.SerializeAsString();
}

Result<SyncRequest> decodeSyncRequest(BytesView bytes, const AgencyId& agency) {
    if (bytes.size() > kMaxUnpackedRequest) {
        return {ErrorCode::TooLarge, "request"};
    }
    SyncRequest request;
    request.protocol = 0;
    request.schema = 0;
    FieldReader reader{bytes};
    while (reader.next()) {
        FS_TRY(readField(reader, request));
    }
    FS_TRY(reader.finish());
    if (request.protocol != kProtocol) {
        return {ErrorCode::Unsupported, "protocol"};
    }
    if (request.agency != agency) {
        return {ErrorCode::WrongTenant, "request"};
    }
    for (const auto& outgoing : request.push) {
        if (outgoing.intent.home != agency) {
            return {ErrorCode::WrongTenant, "intent"};
        }
    }
    return request;
}

} // namespace frontsheet::wire
