#include "sync/wire/history_codec.h"

#include "sync/wire/body_codec.h"
#include "sync/wire/field_reader.h"
#include "sync/wire/record_codec.h"
#include "sync/wire/wire_limits.h"

#include "frontsheet/v1/history.pb.h"

namespace frontsheet::wire {

namespace {

Result<void> readAgency(FieldReader& reader, const AgencyId& expected, bool& told) {
    told = true;
    return reader.bytes() == expected.str() ? ok() : Result<void>{ErrorCode::WrongTenant, "history"};
}

Result<void> addVersion(HistoryPage& page, BytesView bytes, const AgencyId& agency) {
    if (page.versions.size() == kMaxHistoryVersions) {
        return {ErrorCode::TooLarge, "history"};
    }
    FS_ASSIGN(auto incoming, decodeRecord(bytes, agency));
    Record version = std::move(incoming.header);
    FS_ASSIGN(version.fields, decodeBody(incoming.body));
    const bool follows = page.versions.empty() ||
                         (page.versions.back().id == version.id && version.version < page.versions.back().version);
    if (!follows) {
        return {ErrorCode::Malformed, "history out of order"};
    }
    page.versions.push_back(std::move(version));
    return ok();
}

} // namespace

Bytes encode(const HistoryQuestion& question) {
    v1::HistoryAsk out;
    out.set_agency(question.agency.str());
    out.set_record(question.record.raw());
    out.set_before(question.before.n);
    return out.SerializeAsString();
}

Bytes encode(const AgencyId& agency, const HistoryPage& page) {
    v1::HistoryReply out;
    out.set_agency(agency.str());
    for (const auto& version : page.versions) {
        IncomingRecord record;
        record.body = encodeBody(version.fields);
        record.header = version;
        record.header.fields = {};
        fill(*out.add_versions(), record);
    }
    out.set_next(page.next.n);
    out.set_server_time(page.serverTime.ms);
    return out.SerializeAsString();
}

Result<HistoryQuestion> decodeHistoryAsk(BytesView bytes, const AgencyId& agency) {
    if (bytes.size() > kMaxHistoryAsk) {
        return {ErrorCode::TooLarge, "history"};
    }
    HistoryQuestion question{agency, {}, {}};
    bool told = false;
    FieldReader reader{bytes};
    while (reader.next()) {
        switch (reader.number()) {
        case v1::HistoryAsk::kAgencyFieldNumber:
            FS_TRY(readAgency(reader, agency, told));
            break;
        case v1::HistoryAsk::kRecordFieldNumber: {
            FS_ASSIGN(question.record, RecordId::fromRaw(reader.bytes()));
            break;
        }
        case v1::HistoryAsk::kBeforeFieldNumber:
            question.before.n = reader.varint();
            break;
        default:
            break;
        }
    }
    FS_TRY(reader.finish());
    return told && !question.record.isNull() ? Result<HistoryQuestion>{question}
                                             : Result<HistoryQuestion>{ErrorCode::Malformed, "history of nothing"};
}

Result<HistoryPage> decodeHistoryPage(BytesView bytes, const AgencyId& agency) {
    if (bytes.size() > kMaxHistoryReply) {
        return {ErrorCode::TooLarge, "history"};
    }
    HistoryPage page;
    bool told = false;
    FieldReader reader{bytes};
    while (reader.next()) {
        switch (reader.number()) {
        case v1::HistoryReply::kAgencyFieldNumber:
            FS_TRY(readAgency(reader, agency, told));
            break;
        case v1::HistoryReply::kVersionsFieldNumber:
            FS_TRY(addVersion(page, reader.bytes(), agency));
            break;
        case v1::HistoryReply::kNextFieldNumber:
            page.next.n = reader.varint();
            break;
        case v1::HistoryReply::kServerTimeFieldNumber:
            page.serverTime.ms = reader.zigzag();
            break;
        default:
            break;
        }
    }
    FS_TRY(reader.finish());
    return told ? Result<HistoryPage>{std::move(page)} : Result<HistoryPage>{ErrorCode::Malformed, "history"};
}

} // namespace frontsheet::wire
