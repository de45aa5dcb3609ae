#include "sync/wire/journal_codec.h"

#include "sync/wire/field_reader.h"
#include "sync/wire/record_codec.h"

#include <algorithm>
#include <limits>

#include "frontsheet/v1/journal.pb.h"

namespace frontsheet::wire {

namespace {

std::uint32_t number(FieldReader& reader) {
    return static_cast<std::uint32_t>(
        std::min<std::uint64_t>(reader.varint(), std::numeric_limits<std::uint32_t>::max()));
}

Result<Bytes> shortBytes(FieldReader& reader) {
    const BytesView bytes = reader.bytes();
    return bytes.size() <= kMaxJournalText ? Result<Bytes>{Bytes{bytes}}
                                           : Result<Bytes>{ErrorCode::TooLarge, "a journal's entry"};
}

Result<void> readOthers(FieldReader& reader, JournalLine& read) {
    using E = v1::JournalEntry;
    switch (reader.number()) {
    case E::kWorkerFieldNumber: {
        FS_ASSIGN(read.worker, shortBytes(reader));
        return ok();
    }
    case E::kRoleFieldNumber: {
        FS_ASSIGN(read.role, shortBytes(reader));
        return ok();
    }
    case E::kUntilFieldNumber:
        read.until.ms = reader.zigzag();
        return ok();
    case E::kCodeHashFieldNumber: {
        FS_ASSIGN(read.codeHash, shortBytes(reader));
        return ok();
    }
    case E::kCreatedAtFieldNumber:
        read.createdAt.ms = reader.zigzag();
        return ok();
    case E::kFeedSeqFieldNumber:
        read.feedSeq = reader.varint();
        return ok();
    case E::kLineFieldNumber:
        read.line = reader.varint();
        return ok();
    case E::kWordsFieldNumber: {
        FS_ASSIGN(read.words, shortBytes(reader));
        return ok();
    }
    case E::kIntentFieldNumber:
        read.intent = Bytes{reader.bytes()};
        return ok();
    default:
        return ok();
    }
}

Result<void> readField(FieldReader& reader, const AgencyId& home, JournalLine& read) {
    using E = v1::JournalEntry;
    switch (reader.number()) {
    case E::kKindFieldNumber:
        read.kind = number(reader);
        return ok();
    case E::kAtFieldNumber:
        read.at.ms = reader.zigzag();
        return ok();
    case E::kAgencyFieldNumber: {
        FS_ASSIGN(auto code, shortBytes(reader));
        read.agency = AgencyId{std::move(code)};
        return ok();
    }
    case E::kDeviceFieldNumber: {
        const BytesView raw = reader.bytes();
        if (!raw.empty()) {
            FS_ASSIGN(read.device, DeviceId::fromRaw(raw));
        }
        return ok();
    }
    case E::kRecordFieldNumber: {
        FS_ASSIGN(read.record, decodeRecord(reader.bytes(), home));
        return ok();
    }
    case E::kOpIdFieldNumber: {
        FS_ASSIGN(read.op, OpId::fromRaw(reader.bytes()));
        return ok();
    }
    case E::kHashFieldNumber: {
        FS_ASSIGN(read.hash, shortBytes(reader));
        return ok();
    }
    case E::kOutcomeFieldNumber:
        read.outcome = number(reader);
        return ok();
    case E::kReasonFieldNumber:
        read.reason = number(reader);
        return ok();
    case E::kVersionFieldNumber:
        read.version = reader.varint();
        return ok();
    default:
        return readOthers(reader, read);
    }
}

} // namespace

Bytes encode(const JournalLine& line) {
    v1::JournalEntry out;
    out.set_kind(line.kind);
    out.set_at(line.at.ms);
    out.set_agency(line.agency.str());
    if (!line.device.isNull()) {
        out.set_device(line.device.raw());
    }
    if (!line.record.header.id.isNull()) {
        fill(*out.mutable_record(), line.record);
    }
    if (!line.op.isNull()) {
        out.set_op_id(line.op.raw());
    }
    out.set_hash(line.hash);
    out.set_outcome(line.outcome);
    out.set_reason(line.reason);
    out.set_version(line.version);
    out.set_worker(line.worker);
    out.set_role(line.role);
    out.set_until(line.until.ms);
    out.set_code_hash(line.codeHash);
    out.set_created_at(line.createdAt.ms);
    out.set_feed_seq(line.feedSeq);
    out.set_line(line.line);
    out.set_words(line.words);
    out.set_intent(line.intent);
    return out.SerializeAsString();
}

Result<JournalLine> decodeJournalLine(BytesView bytes, const AgencyId& home) {
    if (bytes.size() > kMaxJournalEntry) {
        return {ErrorCode::TooLarge, "a journal's entry"};
    }
    JournalLine line;
    FieldReader reader{bytes};
    while (reader.next()) {
        FS_TRY(readField(reader, home, line));
    }
    FS_TRY(reader.finish());
    return line;
}

} // namespace frontsheet::wire
