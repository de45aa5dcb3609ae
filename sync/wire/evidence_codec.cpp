#include "sync/wire/evidence_codec.h"

#include "core/base/utf8.h"
#include "sync/wire/body_codec.h"
#include "sync/wire/field_reader.h"
#include "sync/wire/record_codec.h"
#include "sync/wire/wire_limits.h"

#include <limits>

#include "frontsheet/v1/evidence.pb.h"

namespace frontsheet::wire {

namespace {

constexpr std::size_t kMaxCode = 65; // one more than any is: what is longer is told from what fits

Result<void> readText(FieldReader& reader, std::string& out) {
    const BytesView bytes = reader.bytes();
    if (bytes.size() > kMaxEvidenceText) {
        return {ErrorCode::TooLarge, "evidence"};
    }
    if (!isText(bytes)) {
        return {ErrorCode::NotText, "evidence"};
    }
    out = std::string{bytes};
    return ok();
}

template <class Code>
Result<void> readCode(FieldReader& reader, Code& out) {
    out = Code{std::string{reader.bytes().substr(0, kMaxCode)}};
    return out.empty() || out.isWellFormed() ? ok() : Result<void>{ErrorCode::Malformed, "evidence"};
}

template <class Id>
Result<void> readId(FieldReader& reader, Id& out) {
    FS_ASSIGN(out, Id::fromRaw(reader.bytes()));
    return ok();
}

template <class Number>
Number boundedTo(std::uint64_t number) {
    return number <= std::numeric_limits<Number>::max() ? static_cast<Number>(number) : Number{};
}

Result<void> readAgency(FieldReader& reader, const AgencyId& expected, bool& told) {
    told = true;
    return AgencyId{std::string{reader.bytes().substr(0, kMaxCode)}} == expected
               ? ok()
               : Result<void>{ErrorCode::WrongTenant, "evidence"};
}

Result<EvidenceRecord> decodeRowRecord(BytesView bytes) {
    EvidenceRecord record;
    FieldReader reader{bytes};
    while (reader.next()) {
        switch (reader.number()) {
        case v1::EvidenceRecord::kRecordFieldNumber:
            FS_TRY(readId(reader, record.record));
            break;
        case v1::EvidenceRecord::kTypeFieldNumber:
            record.type = static_cast<RecordType>(boundedTo<std::uint16_t>(reader.varint()));
            break;
        case v1::EvidenceRecord::kCategoryFieldNumber:
            record.category = static_cast<Category>(boundedTo<std::uint8_t>(reader.varint()));
            break;
        case v1::EvidenceRecord::kVersionFieldNumber:
            record.version.n = reader.varint();
            break;
        default:
            break;
        }
    }
    FS_TRY(reader.finish());
    return record;
}

Result<void> readRowWho(FieldReader& reader, EvidenceRow& row) {
    switch (reader.number()) {
    case v1::EvidenceRow::kAgencyFieldNumber:
        return readCode(reader, row.agency);
    case v1::EvidenceRow::kWorkerFieldNumber:
        return readCode(reader, row.worker);
    case v1::EvidenceRow::kRoleFieldNumber:
        return readText(reader, row.role);
    case v1::EvidenceRow::kDeviceFieldNumber:
        return readId(reader, row.device);
    case v1::EvidenceRow::kReasonFieldNumber:
        return readText(reader, row.reason);
    case v1::EvidenceRow::kClauseFieldNumber:
        return readText(reader, row.clause);
    case v1::EvidenceRow::kPurposeFieldNumber:
        return readText(reader, row.purpose);
    case v1::EvidenceRow::kFieldsFieldNumber:
        return readText(reader, row.fields);
    case v1::EvidenceRow::kWordsFieldNumber:
        return readText(reader, row.words);
    case v1::EvidenceRow::kPersonFieldNumber:
        return readId(reader, row.person);
    case v1::EvidenceRow::kRecordsFieldNumber: {
        if (row.records.size() == kEvidenceRecordsPerRow) {
            return {ErrorCode::TooLarge, "records of a row"};
        }
        FS_ASSIGN(const auto record, decodeRowRecord(reader.bytes()));
        row.records.push_back(record);
        return ok();
    }
    default:
        return ok();
    }
}

Result<EvidenceRow> decodeRow(BytesView bytes) {
    EvidenceRow row;
    FieldReader reader{bytes};
    while (reader.next()) {
        switch (reader.number()) {
        case v1::EvidenceRow::kEntryFieldNumber:
            row.entry = reader.varint();
            break;
        case v1::EvidenceRow::kKindFieldNumber: {
            const auto kind = reader.varint();
            row.kind = kind <= static_cast<std::uint64_t>(EvidenceKind::Gap) ? static_cast<EvidenceKind>(kind)
                                                                             : EvidenceKind::Other;
            break;
        }
        case v1::EvidenceRow::kAtFieldNumber:
            row.at.ms = reader.zigzag();
            break;
        case v1::EvidenceRow::kDeliveredAtFieldNumber:
            row.deliveredAt.ms = reader.zigzag();
            break;
        case v1::EvidenceRow::kHowFieldNumber:
            row.how = static_cast<ReadingHow>(boundedTo<std::uint8_t>(reader.varint()));
            break;
        case v1::EvidenceRow::kReadAtFieldNumber:
            row.readAt.ms = reader.zigzag();
            break;
        case v1::EvidenceRow::kUntilFieldNumber:
            row.until.ms = reader.zigzag();
            break;
        case v1::EvidenceRow::kRecordCountFieldNumber:
            row.recordCount = reader.varint();
            break;
        case v1::EvidenceRow::kPeopleCountFieldNumber:
            row.peopleCount = reader.varint();
            break;
        default:
            FS_TRY(readRowWho(reader, row));
        }
    }
    FS_TRY(reader.finish());
    return row;
}

Result<EvidenceDevice> decodeDevice(BytesView bytes) {
    EvidenceDevice device;
    FieldReader reader{bytes};
    while (reader.next()) {
        switch (reader.number()) {
        case v1::EvidenceDevice::kDeviceFieldNumber:
            FS_TRY(readId(reader, device.device));
            break;
        case v1::EvidenceDevice::kAgencyFieldNumber:
            FS_TRY(readCode(reader, device.agency));
            break;
        case v1::EvidenceDevice::kWorkerFieldNumber:
            FS_TRY(readCode(reader, device.worker));
            break;
        case v1::EvidenceDevice::kStandingFieldNumber: {
            const auto standing = reader.varint();
            if (standing < static_cast<std::uint64_t>(DeviceStanding::Holds) ||
                standing > static_cast<std::uint64_t>(DeviceStanding::Removed)) {
                return {ErrorCode::Malformed, "standing of a device"};
            }
            device.standing = static_cast<DeviceStanding>(standing);
            break;
        }
        case v1::EvidenceDevice::kGrantedAtFieldNumber:
            device.grantedAt.ms = reader.zigzag();
            break;
        case v1::EvidenceDevice::kAskedAtFieldNumber:
            device.askedAt.ms = reader.zigzag();
            break;
        case v1::EvidenceDevice::kConfirmedAtFieldNumber:
            device.confirmedAt.ms = reader.zigzag();
            break;
        case v1::EvidenceDevice::kPrintedFieldNumber:
            device.printed = reader.varint();
            break;
        default:
            break;
        }
    }
    FS_TRY(reader.finish());
    return device;
}

Result<EvidenceHolding> decodeHolding(BytesView bytes, const AgencyId& agency) {
    EvidenceHolding holding;
    FieldReader reader{bytes};
    while (reader.next()) {
        switch (reader.number()) {
        case v1::EvidenceHolding::kRecordFieldNumber: {
            FS_ASSIGN(auto incoming, decodeRecord(reader.bytes(), agency));
            holding.record = std::move(incoming.header);
            FS_ASSIGN(holding.record.fields, decodeBody(incoming.body));
            break;
        }
        case v1::EvidenceHolding::kMayReadFieldNumber:
            holding.mayRead = reader.varint() != 0;
            break;
        default:
            break;
        }
    }
    FS_TRY(reader.finish());
    if (holding.record.id.isNull()) {
        return {ErrorCode::Malformed, "holding without a record"};
    }
    return holding;
}

Result<LogStanding> decodeStanding(BytesView bytes) {
    LogStanding log;
    FieldReader reader{bytes};
    while (reader.next()) {
        switch (reader.number()) {
        case v1::LogStanding::kEntriesFieldNumber:
            log.entries = reader.varint();
            break;
        case v1::LogStanding::kVerifiedToFieldNumber:
            log.verifiedTo = reader.varint();
            break;
        case v1::LogStanding::kVerifiedAtFieldNumber:
            log.verifiedAt.ms = reader.zigzag();
            break;
        case v1::LogStanding::kBreaksFieldNumber:
            log.breaks = reader.varint();
            break;
        case v1::LogStanding::kFirstBreakFieldNumber:
            FS_TRY(readText(reader, log.firstBreak));
            break;
        default:
            break;
        }
    }
    FS_TRY(reader.finish());
    return log;
}

Result<void> readPageLists(FieldReader& reader, const AgencyId& agency, EvidencePage& page) {
    if (page.rows.size() + page.devices.size() + page.holdings.size() > kMaxEvidenceRows) {
        return {ErrorCode::TooLarge, "number of rows"};
    }
    switch (reader.number()) {
    case v1::EvidenceReply::kRowsFieldNumber: {
        FS_ASSIGN(auto row, decodeRow(reader.bytes()));
        page.rows.push_back(std::move(row));
        return ok();
    }
    case v1::EvidenceReply::kDevicesFieldNumber: {
        FS_ASSIGN(auto device, decodeDevice(reader.bytes()));
        page.devices.push_back(std::move(device));
        return ok();
    }
    case v1::EvidenceReply::kHoldingsFieldNumber: {
        FS_ASSIGN(auto holding, decodeHolding(reader.bytes(), agency));
        page.holdings.push_back(std::move(holding));
        return ok();
    }
    case v1::EvidenceReply::kLogFieldNumber: {
        FS_ASSIGN(page.log, decodeStanding(reader.bytes()));
        return ok();
    }
    default:
        return ok();
    }
}

void fill(v1::EvidenceRow& out, const EvidenceRow& row) {
    out.set_entry(row.entry);
    out.set_kind(static_cast<std::uint32_t>(row.kind));
    out.set_at(row.at.ms);
    out.set_agency(row.agency.str());
    out.set_worker(row.worker.str());
    out.set_role(row.role);
    if (!row.device.isNull()) {
        out.set_device(row.device.raw());
    }
    out.set_reason(row.reason);
    out.set_clause(row.clause);
    out.set_purpose(row.purpose);
    out.set_fields(row.fields);
    out.set_delivered_at(row.deliveredAt.ms);
    if (row.kind == EvidenceKind::Read) {
        out.set_how(static_cast<std::uint32_t>(row.how));
    }
    out.set_read_at(row.readAt.ms);
    if (!row.person.isNull()) {
        out.set_person(row.person.raw());
    }
    out.set_until(row.until.ms);
    out.set_words(row.words);
    out.set_record_count(row.recordCount);
    out.set_people_count(row.peopleCount);
    for (std::size_t n = 0; n < row.records.size() && n < kEvidenceRecordsPerRow; ++n) {
        auto& line = *out.add_records();
        line.set_record(row.records[n].record.raw());
        line.set_type(static_cast<std::uint32_t>(row.records[n].type));
        line.set_category(static_cast<std::uint32_t>(row.records[n].category));
        line.set_version(row.records[n].version.n);
    }
}

} // namespace

Bytes encode(const EvidenceQuestion& question) {
    const EvidenceAsk& ask = question.ask;
    v1::EvidenceAsk out;
    out.set_agency(question.agency.str());
    out.set_view(static_cast<std::uint32_t>(ask.view));
    if (!ask.person.isNull()) {
        out.set_person(ask.person.raw());
    }
    out.set_worker_agency(ask.workerAgency.str());
    out.set_worker(ask.worker.str());
    out.set_from(ask.from.ms);
    out.set_until(ask.until.ms);
    out.set_as_of(ask.asOf);
    out.set_offset(ask.offset);
    return out.SerializeAsString();
}

Bytes encode(const AgencyId& agency, const EvidencePage& page) {
    v1::EvidenceReply out;
    out.set_agency(agency.str());
    for (const auto& row : page.rows) {
        fill(*out.add_rows(), row);
    }
    for (const auto& device : page.devices) {
        auto& line = *out.add_devices();
        if (!device.device.isNull()) {
            line.set_device(device.device.raw());
        }
        line.set_agency(device.agency.str());
        line.set_worker(device.worker.str());
        line.set_standing(static_cast<std::uint32_t>(device.standing));
        line.set_granted_at(device.grantedAt.ms);
        line.set_asked_at(device.askedAt.ms);
        line.set_confirmed_at(device.confirmedAt.ms);
        line.set_printed(device.printed);
    }
    for (const auto& holding : page.holdings) {
        auto& line = *out.add_holdings();
        IncomingRecord record;
        record.body = encodeBody(holding.record.fields);
        record.header = holding.record;
        record.header.fields = {};
        wire::fill(*line.mutable_record(), record);
        line.set_may_read(holding.mayRead);
    }
    out.set_rows_in_all(page.rowsInAll);
    out.set_older_left(page.olderLeft);
    out.set_unreadable(page.unreadable);
    out.set_as_of(page.asOf);
    out.set_next(page.next);
    out.set_server_time(page.serverTime.ms);
    auto& log = *out.mutable_log();
    log.set_entries(page.log.entries);
    log.set_verified_to(page.log.verifiedTo);
    log.set_verified_at(page.log.verifiedAt.ms);
    log.set_breaks(page.log.breaks);
    log.set_first_break(page.log.firstBreak);
    return out.SerializeAsString();
}

Result<EvidenceQuestion> decodeEvidenceAsk(BytesView bytes, const AgencyId& agency) {
    if (bytes.size() > kMaxEvidenceAsk) {
        return {ErrorCode::TooLarge, "evidence"};
    }
    EvidenceQuestion question{agency, {}};
    EvidenceAsk& ask = question.ask;
    std::uint64_t view = 0;
    bool told = false;
    FieldReader reader{bytes};
    while (reader.next()) {
        switch (reader.number()) {
        case v1::EvidenceAsk::kAgencyFieldNumber:
            FS_TRY(readAgency(reader, agency, told));
            break;
        case v1::EvidenceAsk::kViewFieldNumber:
            view = reader.varint();
            break;
        case v1::EvidenceAsk::kPersonFieldNumber:
            FS_TRY(readId(reader, ask.person));
            break;
        case v1::EvidenceAsk::kWorkerAgencyFieldNumber:
            FS_TRY(readCode(reader, ask.workerAgency));
            break;
        case v1::EvidenceAsk::kWorkerFieldNumber:
            FS_TRY(readCode(reader, ask.worker));
            break;
        case v1::EvidenceAsk::kFromFieldNumber:
            ask.from.ms = reader.zigzag();
            break;
        case v1::EvidenceAsk::kUntilFieldNumber:
            ask.until.ms = reader.zigzag();
            break;
        case v1::EvidenceAsk::kAsOfFieldNumber:
            ask.asOf = reader.varint();
            break;
        case v1::EvidenceAsk::kOffsetFieldNumber:
            ask.offset = reader.varint();
            break;
        default:
            break;
        }
    }
    FS_TRY(reader.finish());
    if (!told || view < static_cast<std::uint64_t>(EvidenceView::Person) ||
        view > static_cast<std::uint64_t>(EvidenceView::Holdings)) {
        return {ErrorCode::Malformed, "evidence"};
    }
    ask.view = static_cast<EvidenceView>(view);
    const bool whole = ask.view == EvidenceView::Worker        ? !ask.workerAgency.empty() && !ask.worker.empty()
                       : ask.view == EvidenceView::Emergencies ? true
                                                               : !ask.person.isNull();
    if (!whole) {
        return {ErrorCode::Malformed, "evidence about nobody"};
    }
    return question;
}

Result<EvidencePage> decodeEvidencePage(BytesView bytes, const AgencyId& agency) {
    if (bytes.size() > kMaxEvidenceReply) {
        return {ErrorCode::TooLarge, "evidence"};
    }
    EvidencePage page;
    bool told = false;
    FieldReader reader{bytes};
    while (reader.next()) {
        switch (reader.number()) {
        case v1::EvidenceReply::kAgencyFieldNumber:
            FS_TRY(readAgency(reader, agency, told));
            break;
        case v1::EvidenceReply::kRowsInAllFieldNumber:
            page.rowsInAll = reader.varint();
            break;
        case v1::EvidenceReply::kOlderLeftFieldNumber:
            page.olderLeft = reader.varint();
            break;
        case v1::EvidenceReply::kUnreadableFieldNumber:
            page.unreadable = reader.varint();
            break;
        case v1::EvidenceReply::kAsOfFieldNumber:
            page.asOf = reader.varint();
            break;
        case v1::EvidenceReply::kNextFieldNumber:
            page.next = reader.varint();
            break;
        case v1::EvidenceReply::kServerTimeFieldNumber:
            page.serverTime.ms = reader.zigzag();
            break;
        default:
            FS_TRY(readPageLists(reader, agency, page));
        }
    }
    FS_TRY(reader.finish());
    if (!told) {
        return {ErrorCode::Malformed, "evidence"};
    }
    return page;
}

} // namespace frontsheet::wire
