#include "sync/wire/record_codec.h"

#include "sync/wire/body_codec.h"
#include "sync/wire/field_reader.h"

#include <limits>

#include "frontsheet/v1/record.pb.h"

namespace frontsheet::wire {

namespace {

template <class Code>
Result<void> readCode(BytesView text, Code& out) {
    out = Code{std::string{text.substr(0, 65)}};
    // A record that the import made has no author.
    return out.empty() || out.isWellFormed() ? ok() : Result<void>{ErrorCode::Malformed, "author"};
}

Result<void> readField(FieldReader& reader, IncomingRecord& out) {
    Record& header = out.header;
    switch (reader.number()) {
    case v1::Record::kIdFieldNumber: {
        FS_ASSIGN(header.id, RecordId::fromRaw(reader.bytes()));
        return ok();
    }
    case v1::Record::kTypeFieldNumber: {
        const std::uint64_t type = reader.varint();
        header.type = static_cast<RecordType>(type);
        return type <= std::numeric_limits<std::uint16_t>::max() ? ok()
                                                                 : Result<void>{ErrorCode::Malformed, "record type"};
    }
    case v1::Record::kPersonFieldNumber: {
        FS_ASSIGN(header.person, PersonId::fromRaw(reader.bytes()));
        return ok();
    }
    case v1::Record::kVersionFieldNumber:
        header.version.n = reader.varint();
        return ok();
    case v1::Record::kCategoryFieldNumber: {
        const std::uint64_t category = reader.varint();
        header.category = static_cast<Category>(category);
        return category <= std::numeric_limits<std::uint8_t>::max() ? ok()
                                                                    : Result<void>{ErrorCode::Malformed, "category"};
    }
    case v1::Record::kAuthorAgencyFieldNumber:
        return readCode(reader.bytes(), header.authorAgency);
    case v1::Record::kAuthorFieldNumber:
        return readCode(reader.bytes(), header.author);
    case v1::Record::kOccurredAtFieldNumber:
        header.occurredAt.ms = reader.zigzag();
        return ok();
    case v1::Record::kRecordedAtFieldNumber:
        header.recordedAt.ms = reader.zigzag();
        return ok();
    case v1::Record::kBodyFieldNumber:
        out.body = Bytes{reader.bytes()};
        return ok();
    default:
        return ok();
    }
}

} // namespace

void fill(v1::Record& out, const IncomingRecord& record) {
    const Record& header = record.header;
    out.set_id(header.id.raw());
    out.set_type(static_cast<std::uint32_t>(header.type));
    if (!header.person.isNull()) {
        out.set_person(header.person.raw());
    }
    out.set_version(header.version.n);
    out.set_category(static_cast<std::uint32_t>(header.category));
    out.set_author_agency(header.authorAgency.str());
    out.set_author(header.author.str());
    out.set_occurred_at(header.occurredAt.ms);
    out.set_recorded_at(header.recordedAt.ms);
    out.set_body(record.body);
}

Result<IncomingRecord> decodeRecord(BytesView bytes, const AgencyId& home) {
    IncomingRecord record;
    record.header.type = RecordType{};
    record.header.category = Category{};
    record.header.home = home;
    FieldReader reader{bytes};
    while (reader.next()) {
        FS_TRY(readField(reader, record));
    }
    FS_TRY(reader.finish());
    if (record.header.id.isNull() || record.header.type == RecordType{} || record.header.version.n == 0) {
        return {ErrorCode::Malformed, "record identity"};
    }
    FS_TRY(checkBody(record.header.type, record.body));
    return record;
}

} // namespace frontsheet::wire
