#include "sync/wire/emergency_codec.h"

#include "core/base/utf8.h"
#include "sync/wire/field_reader.h"

#include "frontsheet/v1/emergency.pb.h"

namespace frontsheet::wire {

namespace {

constexpr std::size_t kMaxTyped = 512;

Result<void> readText(FieldReader& reader, std::size_t most, std::string& out) {
    const BytesView bytes = reader.bytes();
    if (bytes.size() > most) {
        return {ErrorCode::TooLarge, "emergency access"};
    }
    if (!isText(bytes)) {
        return {ErrorCode::NotText, "emergency access"};
    }
    out = std::string{bytes};
    return ok();
}

Result<void> readAgency(FieldReader& reader, const AgencyId& expected, AgencyId& out) {
    out = AgencyId{std::string{reader.bytes().substr(0, 65)}};
    return out == expected ? ok() : Result<void>{ErrorCode::WrongTenant, "emergency access"};
}

Result<void> readStep(FieldReader& reader, EmergencyAskStep& out) {
    const auto step = reader.varint();
    if (step < 1 || step > 3) {
        return {ErrorCode::Malformed, "emergency access"};
    }
    out = static_cast<EmergencyAskStep>(step);
    return ok();
}

Result<void> readAskField(FieldReader& reader, const AgencyId& agency, EmergencyAsk& ask) {
    auto& person = ask.wish.person;
    switch (reader.number()) {
    case v1::EmergencyAsk::kAgencyFieldNumber:
        return readAgency(reader, agency, ask.agency);
    case v1::EmergencyAsk::kStepFieldNumber:
        return readStep(reader, ask.step);
    case v1::EmergencyAsk::kNhsNumberFieldNumber:
        return readText(reader, kMaxTyped, person.nhsNumber);
    case v1::EmergencyAsk::kFamilyNameFieldNumber:
        return readText(reader, kMaxTyped, person.familyName);
    case v1::EmergencyAsk::kGivenNameFieldNumber:
        return readText(reader, kMaxTyped, person.givenName);
    case v1::EmergencyAsk::kBornFieldNumber:
        return readText(reader, kMaxTyped, person.born);
    case v1::EmergencyAsk::kReasonFieldNumber:
        return readText(reader, kLongestReason, ask.wish.reason);
    case v1::EmergencyAsk::kHoursFieldNumber:
        // More than a week is not told from a week: both are refused.
        ask.wish.duration = std::chrono::hours{static_cast<int>(std::min<std::uint64_t>(reader.varint(), 7 * 24))};
        return ok();
    case v1::EmergencyAsk::kRequestFieldNumber: {
        FS_ASSIGN(ask.request, EmergencyRequestId::fromRaw(reader.bytes()));
        return ok();
    }
    case v1::EmergencyAsk::kAccessFieldNumber: {
        FS_ASSIGN(ask.access, RecordId::fromRaw(reader.bytes()));
        return ok();
    }
    case v1::EmergencyAsk::kJustifiedFieldNumber:
        ask.verdict = reader.varint() != 0 ? EmergencyVerdict::Justified : EmergencyVerdict::NotJustified;
        return ok();
    case v1::EmergencyAsk::kWordsFieldNumber:
        return readText(reader, kLongestReason, ask.words);
    default:
        return ok();
    }
}

} // namespace

Bytes encode(const EmergencyAsk& ask) {
    v1::EmergencyAsk out;
    out.set_agency(ask.agency.str());
    out.set_step(static_cast<std::uint32_t>(ask.step));
    if (ask.step == EmergencyAskStep::Open) {
        out.set_nhs_number(ask.wish.person.nhsNumber);
        out.set_family_name(ask.wish.person.familyName);
        out.set_given_name(ask.wish.person.givenName);
        out.set_born(ask.wish.person.born);
        out.set_reason(ask.wish.reason);
        out.set_hours(static_cast<std::uint32_t>(ask.wish.duration.count()));
        out.set_request(ask.request.raw());
        return out.SerializeAsString();
    }
    out.set_access(ask.access.raw());
    if (ask.step == EmergencyAskStep::Review) {
        out.set_justified(ask.verdict == EmergencyVerdict::Justified);
        out.set_words(ask.words);
    }
    return out.SerializeAsString();
}

Bytes encode(const EmergencyReply& reply) {
    v1::EmergencyReply out;
    out.set_agency(reply.agency.str());
    for (const auto& one : reply.opened) {
        out.add_access(one.access.raw());
        out.add_person(one.person.raw());
    }
    out.set_until(reply.until.ms);
    out.set_server_time(reply.serverTime.ms);
    return out.SerializeAsString();
}

Result<EmergencyAsk> decodeEmergencyAsk(BytesView bytes, const AgencyId& agency) {
    if (bytes.size() > kMaxEmergencyBytes) {
        return {ErrorCode::TooLarge, "emergency access"};
    }
    EmergencyAsk ask;
    FieldReader reader{bytes};
    while (reader.next()) {
        FS_TRY(readAskField(reader, agency, ask));
    }
    FS_TRY(reader.finish());
    const bool identified = ask.step == EmergencyAskStep::Open ? !ask.request.isNull() : !ask.access.isNull();
    if (ask.agency.empty() || !identified) {
        return {ErrorCode::Malformed, "emergency access"};
    }
    return ask;
}

Result<EmergencyReply> decodeEmergencyReply(BytesView bytes, const AgencyId& agency) {
    EmergencyReply reply;
    std::vector<RecordId> access;
    std::vector<PersonId> persons;
    FieldReader reader{bytes};
    while (reader.next()) {
        switch (reader.number()) {
        case v1::EmergencyReply::kAgencyFieldNumber:
            FS_TRY(readAgency(reader, agency, reply.agency));
            break;
        case v1::EmergencyReply::kAccessFieldNumber: {
            FS_ASSIGN(const auto id, RecordId::fromRaw(reader.bytes()));
            access.push_back(id);
            break;
        }
        case v1::EmergencyReply::kPersonFieldNumber: {
            FS_ASSIGN(const auto id, PersonId::fromRaw(reader.bytes()));
            persons.push_back(id);
            break;
        }
        case v1::EmergencyReply::kUntilFieldNumber:
            reply.until.ms = static_cast<std::int64_t>(reader.varint());
            break;
        case v1::EmergencyReply::kServerTimeFieldNumber:
            reply.serverTime.ms = static_cast<std::int64_t>(reader.varint());
            break;
        default:
            break;
        }
        if (access.size() > kMaxEmergencyPersons || persons.size() > kMaxEmergencyPersons) {
            return {ErrorCode::TooLarge, "emergency access"};
        }
    }
    FS_TRY(reader.finish());
    if (reply.agency.empty() || access.size() != persons.size()) {
        return {ErrorCode::Malformed, "emergency access"};
    }
    for (std::size_t n = 0; n < access.size(); ++n) {
        reply.opened.push_back({access[n], persons[n]});
    }
    return reply;
}

} // namespace frontsheet::wire
