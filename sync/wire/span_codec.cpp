#include "sync/wire/span_codec.h"

#include "sync/wire/field_reader.h"
#include "sync/wire/scope_codec.h"
#include "sync/wire/wire_limits.h"

#include <algorithm>
#include <limits>

#include "frontsheet/v1/sync.pb.h"

namespace frontsheet::wire {

namespace {

void fillPoint(v1::HeldPoint& out, const HeldPoint& point) {
    out.set_scope(point.scope);
    if (!point.record.isNull()) {
        out.set_record(point.record.raw());
    }
}

Result<HeldPoint> decodePoint(BytesView bytes) {
    HeldPoint point;
    FieldReader reader{bytes};
    while (reader.next()) {
        switch (reader.number()) {
        case v1::HeldPoint::kScopeFieldNumber: {
            const BytesView name = reader.bytes();
            if (!name.empty()) {
                FS_ASSIGN(point.scope, decodeScope(name));
            }
            break;
        }
        case v1::HeldPoint::kRecordFieldNumber: {
            FS_ASSIGN(point.record, RecordId::fromRaw(reader.bytes()));
            break;
        }
        default:
            break;
        }
    }
    FS_TRY(reader.finish());
    if (point.scope.empty() && !point.record.isNull()) {
        return {ErrorCode::Malformed, "a record of no scope"};
    }
    return point;
}

Result<HeldItem> decodeItem(BytesView bytes) {
    HeldItem item;
    FieldReader reader{bytes};
    while (reader.next()) {
        if (reader.number() == v1::HeldItem::kRecordFieldNumber) {
            FS_ASSIGN(item.record, RecordId::fromRaw(reader.bytes()));
        } else if (reader.number() == v1::HeldItem::kHashFieldNumber) {
            item.hash = reader.fixed64();
        }
    }
    FS_TRY(reader.finish());
    return item.record.isNull() ? Result<HeldItem>{ErrorCode::Malformed, "item of a span"} : item;
}

Result<void> check(const HeldSpan& span) {
    const bool endsAtAll = span.upTo.scope.empty();
    if (!endsAtAll && span.upTo <= span.after) {
        return {ErrorCode::Malformed, "a span that ends before it begins"};
    }
    const bool ascending =
        std::adjacent_find(span.items.begin(), span.items.end(), [](const HeldItem& a, const HeldItem& b) {
            return a.record >= b.record;
        }) == span.items.end();
    const bool isList = span.listed ? span.items.size() == span.count : span.items.empty();
    return ascending && isList ? ok() : Result<void>{ErrorCode::Malformed, "items of a span"};
}

} // namespace

void fill(v1::HeldSpan& out, const HeldSpan& span) {
    fillPoint(*out.mutable_after(), span.after);
    fillPoint(*out.mutable_up_to(), span.upTo);
    out.set_count(span.count);
    out.set_hash(span.hash);
    out.set_listed(span.listed);
    for (const auto& item : span.items) {
        auto& line = *out.add_items();
        line.set_record(item.record.raw());
        line.set_hash(item.hash);
    }
}

Result<HeldSpan> decodeSpan(BytesView bytes, std::size_t& items) {
    HeldSpan span;
    FieldReader reader{bytes};
    while (reader.next()) {
        switch (reader.number()) {
        case v1::HeldSpan::kAfterFieldNumber: {
            FS_ASSIGN(span.after, decodePoint(reader.bytes()));
            break;
        }
        case v1::HeldSpan::kUpToFieldNumber: {
            FS_ASSIGN(span.upTo, decodePoint(reader.bytes()));
            break;
        }
        case v1::HeldSpan::kCountFieldNumber: {
            const auto count = reader.varint();
            if (count > std::numeric_limits<std::uint32_t>::max()) {
                return {ErrorCode::Malformed, "count of a span"};
            }
            span.count = static_cast<std::uint32_t>(count);
            break;
        }
        case v1::HeldSpan::kHashFieldNumber:
            span.hash = reader.fixed64();
            break;
        case v1::HeldSpan::kListedFieldNumber:
            span.listed = reader.varint() != 0;
            break;
        case v1::HeldSpan::kItemsFieldNumber: {
            if (++items > kMaxSpanItems) {
                return {ErrorCode::TooLarge, "number of items"};
            }
            FS_ASSIGN(const auto item, decodeItem(reader.bytes()));
            span.items.push_back(item);
            break;
        }
        default:
            break;
        }
    }
    FS_TRY(reader.finish());
    FS_TRY(check(span));
    return span;
}

} // namespace frontsheet::wire
