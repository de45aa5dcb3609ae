#include "sync/wire/intent_codec.h"

#include "core/domain/schema/record_schema.h"
#include "sync/wire/field_reader.h"
#include "sync/wire/value_codec.h"
#include "sync/wire/wire_limits.h"

#include <sodium.h>

#include <algorithm>
#include <limits>

#include "frontsheet/v1/sync.pb.h"

namespace frontsheet::wire {

namespace {

Result<std::optional<Value>> decodeSide(BytesView bytes, FieldTag tag) {
    FS_ASSIGN(auto field, decodeField(bytes, kMaxUnknownFieldBytes));
    if (field.tag != tag) {
        return {ErrorCode::Malformed, "edit of another field"};
    }
    if (!field.value) {
        // To store it without its value would lose what the author wrote.
        return {ErrorCode::Unsupported, "value of a newer schema"};
    }
    return std::move(field.value);
}

Result<FieldEdit> decodeEdit(BytesView bytes) {
    std::uint64_t tag = 0;
    std::optional<BytesView> before;
    std::optional<BytesView> after;
    FieldReader reader{bytes};
    while (reader.next()) {
        switch (reader.number()) {
        case v1::FieldEdit::kTagFieldNumber:
            tag = reader.varint();
            break;
        case v1::FieldEdit::kBeforeFieldNumber:
            before = reader.bytes();
            break;
        case v1::FieldEdit::kAfterFieldNumber:
            after = reader.bytes();
            break;
        default:
            break;
        }
    }
    FS_TRY(reader.finish());
    if (tag == 0 || tag > 1023) {
        return {ErrorCode::Malformed, "field tag"};
    }
    FieldEdit edit{FieldTag{static_cast<std::uint16_t>(tag)}, std::nullopt, std::nullopt};
    if (before) {
        FS_ASSIGN(edit.before, decodeSide(*before, edit.field));
    }
    if (after) {
        FS_ASSIGN(edit.after, decodeSide(*after, edit.field));
    }
    return edit;
}

// An empty value stands for the null id.
template <class Id>
Result<void> readId(BytesView raw, Id& out) {
    if (raw.empty()) {
        out = {};
        return ok();
    }
    FS_ASSIGN(out, Id::fromRaw(raw));
    return ok();
}

template <class Number>
Result<void> readNumber(std::uint64_t raw, Number& out, const char* what) {
    if (raw > std::numeric_limits<Number>::max()) {
        return {ErrorCode::Malformed, what};
    }
    out = static_cast<Number>(raw);
    return ok();
}

Result<void> addEdit(Intent& intent, BytesView bytes) {
    if (intent.edits.size() == kMaxEdits) {
        return {ErrorCode::TooLarge, "number of edits"};
    }
    FS_ASSIGN(auto edit, decodeEdit(bytes));
    if (!intent.edits.empty() && edit.field <= intent.edits.back().field) {
        return {ErrorCode::Malformed, "edit order"};
    }
    intent.edits.push_back(std::move(edit));
    return ok();
}

Result<void> readField(FieldReader& reader, OutgoingIntent& out) {
    Intent& intent = out.intent;
    switch (reader.number()) {
    case v1::Intent::kOpIdFieldNumber:
        return ok(); // read before everything else
    case v1::Intent::kOpNoFieldNumber:
        out.opNo = reader.varint();
        return ok();
    case v1::Intent::kRecordFieldNumber:
        return readId(reader.bytes(), intent.record);
    case v1::Intent::kTypeFieldNumber: {
        std::uint16_t type = 0;
        FS_TRY(readNumber(reader.varint(), type, "record type"));
        intent.type = static_cast<RecordType>(type);
        return ok();
    }
    case v1::Intent::kPersonFieldNumber:
        return readId(reader.bytes(), intent.person);
    case v1::Intent::kCategoryFieldNumber: {
        std::uint8_t category = 0;
        FS_TRY(readNumber(reader.varint(), category, "category"));
        intent.category = static_cast<Category>(category);
        return ok();
    }
    case v1::Intent::kBaseVersionFieldNumber:
        intent.base.n = reader.varint();
        return ok();
    case v1::Intent::kEditsFieldNumber:
        return addEdit(intent, reader.bytes());
    case v1::Intent::kOccurredAtFieldNumber:
        intent.occurredAt.ms = reader.zigzag();
        return ok();
    case v1::Intent::kAfterFieldNumber:
        return readId(reader.bytes(), intent.after);
    case v1::Intent::kReplacesFieldNumber:
        return readId(reader.bytes(), intent.replaces);
    case v1::Intent::kTransactionIdFieldNumber:
        return readId(reader.bytes(), intent.transaction);
    case v1::Intent::kSettlesFieldNumber: {
        if (intent.settles.size() == kMaxOtherVersions) {
            return {ErrorCode::TooLarge, "versions settled"};
        }
        FS_ASSIGN(const auto op, OpId::fromRaw(reader.bytes()));
        intent.settles.push_back(op);
        return ok();
    }
    case v1::Intent::kHomeFieldNumber:
        intent.home = AgencyId{std::string{reader.bytes().substr(0, 65)}};
        return ok();
    default:
        return ok();
    }
}

Result<void> readContent(BytesView bytes, OutgoingIntent& out) {
    if (bytes.size() > kMaxIntentBytes) {
        return {ErrorCode::TooLarge, "intent"};
    }
    out.intent.type = RecordType{};
    out.intent.category = Category{};
    FieldReader reader{bytes};
    while (reader.next()) {
        FS_TRY(readField(reader, out));
    }
    FS_TRY(reader.finish());
    const Intent& intent = out.intent;
    if (intent.record.isNull() || intent.type == RecordType{} || !intent.home.isWellFormed()) {
        return {ErrorCode::Malformed, "intent identity"};
    }
    return ok();
}

// Only the identity, so that even an intent that cannot be taken can be answered.
Result<OpId> readOp(BytesView bytes) {
    Result<OpId> op{ErrorCode::Malformed, "intent without op id"};
    FieldReader reader{bytes};
    while (reader.next()) {
        if (reader.number() == v1::Intent::kOpIdFieldNumber) {
            op = OpId::fromRaw(reader.bytes());
        }
    }
    FS_TRY(reader.finish());
    if (op && op->isNull()) {
        return {ErrorCode::Malformed, "intent without op id"};
    }
    return op;
}

// Null where there is none that can be read.
TransactionId readTransaction(BytesView bytes) {
    TransactionId transaction;
    FieldReader reader{bytes};
    while (reader.next()) {
        if (reader.number() == v1::Intent::kTransactionIdFieldNumber) {
            transaction = TransactionId::fromRaw(reader.bytes()).value_or(TransactionId{});
        }
    }
    return transaction;
}

} // namespace

void fill(v1::Intent& out, const Intent& intent, std::uint64_t opNo) {
    out.set_op_id(intent.op.raw());
    out.set_op_no(opNo);
    out.set_record(intent.record.raw());
    out.set_type(static_cast<std::uint32_t>(intent.type));
    if (!intent.person.isNull()) {
        out.set_person(intent.person.raw());
    }
    out.set_category(static_cast<std::uint32_t>(intent.category));
    out.set_base_version(intent.base.n);
    for (const auto& edit : intent.edits) {
        auto& line = *out.add_edits();
        line.set_tag(edit.field.number);
        if (edit.before) {
            fill(*line.mutable_before(), edit.field, *edit.before);
        }
        if (edit.after) {
            fill(*line.mutable_after(), edit.field, *edit.after);
        }
    }
    out.set_occurred_at(intent.occurredAt.ms);
    if (!intent.after.isNull()) {
        out.set_after(intent.after.raw());
    }
    if (!intent.replaces.isNull()) {
        out.set_replaces(intent.replaces.raw());
    }
    if (!intent.transaction.isNull()) {
        out.set_transaction_id(intent.transaction.raw());
    }
    out.set_home(intent.home.str());
    for (const auto& op : intent.settles) {
        out.add_settles(op.raw());
    }
}

Bytes encodeIntent(const Intent& intent, std::uint64_t opNo) {
    v1::Intent message;
    fill(message, intent, opNo);
    return message.SerializeAsString();
}

Result<DecodedIntent> decodeIntent(BytesView bytes) {
    DecodedIntent decoded;
    FS_ASSIGN(decoded.outgoing.intent.op, readOp(bytes));
    decoded.acceptable = readContent(bytes, decoded.outgoing);
    if (!decoded.acceptable) {
        // Reading stopped where it failed; which transaction falls with this intent must be known all the same.
        decoded.outgoing.intent.transaction = readTransaction(bytes);
    }
    return decoded;
}

namespace {

IntentHash hashOfAll(const Intent& intent) {
    v1::Intent message;
    fill(message, intent, 0);
    message.clear_after();
    const Bytes bytes = message.SerializeAsString();
    IntentHash hash{};
    (void)crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(bytes.data()),
                             bytes.size(), nullptr, 0);
    return hash;
}

bool isSame(BytesView kept, const IntentHash& hash) {
    return std::equal(kept.begin(), kept.end(), hash.begin(), hash.end(),
                      [](char a, std::uint8_t b) { return static_cast<std::uint8_t>(a) == b; });
}

} // namespace

IntentHash intentHash(const Intent& intent) { return hashOfAll(wordsAloneOf(intent)); }

bool isHashOf(BytesView hash, const Intent& intent) {
    return isSame(hash, intentHash(intent)) || isSame(hash, hashOfAll(intent));
}

} // namespace frontsheet::wire
