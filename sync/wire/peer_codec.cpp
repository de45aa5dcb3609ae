#include "sync/wire/peer_codec.h"

#include "core/base/utf8.h"
#include "core/domain/schema/permission.h"
#include "core/domain/schema/record_schema.h"
#include "sync/wire/body_codec.h"
#include "sync/wire/field_reader.h"
#include "sync/wire/record_codec.h"

#include "frontsheet/v1/peer.pb.h"

namespace frontsheet::wire {

namespace {

Result<Revocation> decodeRevocation(BytesView bytes, const AgencyId& agency) {
    Revocation revocation;
    FieldReader reader{bytes};
    while (reader.next()) {
        switch (reader.number()) {
        case v1::Revocation::kDeviceFieldNumber: {
            FS_ASSIGN(revocation.device, DeviceId::fromRaw(reader.bytes()));
            break;
        }
        case v1::Revocation::kAgencyFieldNumber:
            revocation.agency = AgencyId{std::string{reader.bytes().substr(0, 65)}};
            break;
        case v1::Revocation::kRevokedAtFieldNumber:
            revocation.revokedAt.ms = reader.zigzag();
            break;
        default:
            break;
        }
    }
    FS_TRY(reader.finish());
    if (revocation.device.isNull()) {
        return {ErrorCode::Malformed, "revocation"};
    }
    if (revocation.agency != agency) {
        return {ErrorCode::NotPermitted, "revocation of another agency's device"};
    }
    return revocation;
}

Result<Notice> decodeNotice(BytesView bytes, const AgencyId& agency) {
    Notice notice;
    FieldReader reader{bytes};
    BytesView body;
    while (reader.next()) {
        switch (reader.number()) {
        case v1::Notice::kPersonFieldNumber: {
            FS_ASSIGN(notice.person, PersonId::fromRaw(reader.bytes()));
            break;
        }
        case v1::Notice::kBodyFieldNumber:
            body = reader.bytes();
            break;
        default:
            break;
        }
    }
    FS_TRY(reader.finish());
    if (body.size() > kMaxNoticeBytes) {
        return {ErrorCode::TooLarge, "notice"};
    }
    if (notice.person.isNull()) {
        return {ErrorCode::Malformed, "notice about nobody"};
    }
    FS_ASSIGN(notice.fields, decodeBody(body));
    FS_TRY(sharing::checkNotice(notice.fields));
    if (notice.fields.get(permission_notice::kFromAgency) != agency) {
        return {ErrorCode::NotPermitted, "what another agency was told"};
    }
    return notice;
}

Result<sharing::Acknowledgement> decodeAcknowledgement(BytesView bytes) {
    sharing::Acknowledgement out;
    FieldReader reader{bytes};
    std::uint64_t of = 0;
    while (reader.next()) {
        switch (reader.number()) {
        case v1::Acknowledgement::kStatementFieldNumber: {
            FS_ASSIGN(out.statement, RecordId::fromRaw(reader.bytes()));
            break;
        }
        case v1::Acknowledgement::kOfFieldNumber:
            of = reader.varint();
            break;
        case v1::Acknowledgement::kAtFieldNumber:
            out.at.ms = reader.zigzag();
            break;
        case v1::Acknowledgement::kByFieldNumber:
            out.by = WorkerId{std::string{reader.bytes().substr(0, 65)}};
            break;
        case v1::Acknowledgement::kWordsFieldNumber:
            out.words = std::string{reader.bytes().substr(0, sharing::kMaxAcknowledgementBytes + 1)};
            break;
        default:
            break;
        }
    }
    FS_TRY(reader.finish());
    const bool known = of == static_cast<std::uint64_t>(sharing::DeliveryOf::Given) ||
                       of == static_cast<std::uint64_t>(sharing::DeliveryOf::Withdrawal);
    if (out.statement.isNull() || !known || !out.by.isWellFormed() || !out.at.isKnown() || out.at < WallTime{}) {
        return {ErrorCode::Malformed, "acknowledgement"};
    }
    out.of = static_cast<sharing::DeliveryOf>(of);
    if (out.words.size() > sharing::kMaxAcknowledgementBytes) {
        return {ErrorCode::TooLarge, "words of an acknowledgement"};
    }
    return isText(out.words) ? Result<sharing::Acknowledgement>{std::move(out)}
                             : Result<sharing::Acknowledgement>{ErrorCode::NotText, "words of an acknowledgement"};
}

Result<IncomingRecord> decodeDirectoryRecord(BytesView bytes, const AgencyId& agency) {
    FS_ASSIGN(auto record, decodeRecord(bytes, agency));
    const RecordSchema* schema = schemaOf(record.header.type);
    const bool directory =
        record.header.person.isNull() && (schema == nullptr || schema->subject == Subject::Directory);
    return directory ? Result<IncomingRecord>{std::move(record)}
                     : Result<IncomingRecord>{ErrorCode::NotPermitted, "not of the directory"};
}

} // namespace

Bytes encode(const PeerPull& pull) {
    v1::PeerPull out;
    out.set_agency(pull.agency.str());
    out.set_directory_seq(pull.directorySeq);
    out.set_revocation_seq(pull.revocationSeq);
    out.set_notice_seq(pull.noticeSeq);
    for (const auto& one : pull.acknowledgements) {
        auto& acknowledgement = *out.add_acknowledgements();
        acknowledgement.set_statement(one.statement.raw());
        acknowledgement.set_of(static_cast<std::uint32_t>(one.of));
        acknowledgement.set_at(one.at.ms);
        acknowledgement.set_by(one.by.str());
        acknowledgement.set_words(one.words);
    }
    return out.SerializeAsString();
}

Bytes encode(const PeerFacts& facts) {
    v1::PeerFacts out;
    for (const auto& record : facts.directory) {
        fill(*out.add_directory(), record);
    }
    out.set_directory_seq(facts.directorySeq);
    for (const auto& one : facts.revocations) {
        auto& revocation = *out.add_revocations();
        revocation.set_device(one.device.raw());
        revocation.set_agency(one.agency.str());
        revocation.set_revoked_at(one.revokedAt.ms);
    }
    out.set_revocation_seq(facts.revocationSeq);
    out.set_more(facts.more);
    out.set_log_head(facts.logHead);
    out.set_held_head(facts.heldHead);
    for (const auto& one : facts.notices) {
        auto& notice = *out.add_notices();
        notice.set_person(one.person.raw());
        notice.set_body(encodeBody(one.fields));
    }
    out.set_notice_seq(facts.noticeSeq);
    return out.SerializeAsString();
}

Result<PeerPull> decodePeerPull(BytesView bytes, const AgencyId& agency) {
    PeerPull pull;
    FieldReader reader{bytes};
    while (reader.next()) {
        switch (reader.number()) {
        case v1::PeerPull::kAgencyFieldNumber:
            pull.agency = AgencyId{std::string{reader.bytes().substr(0, 65)}};
            break;
        case v1::PeerPull::kDirectorySeqFieldNumber:
            pull.directorySeq = reader.varint();
            break;
        case v1::PeerPull::kRevocationSeqFieldNumber:
            pull.revocationSeq = reader.varint();
            break;
        case v1::PeerPull::kNoticeSeqFieldNumber:
            pull.noticeSeq = reader.varint();
            break;
        case v1::PeerPull::kAcknowledgementsFieldNumber: {
            if (pull.acknowledgements.size() == kMaxAcknowledgementsPerPull) {
                return {ErrorCode::TooLarge, "acknowledgements"};
            }
            FS_ASSIGN(auto acknowledgement, decodeAcknowledgement(reader.bytes()));
            pull.acknowledgements.push_back(std::move(acknowledgement));
            break;
        }
        default:
            break;
        }
    }
    FS_TRY(reader.finish());
    if (pull.agency != agency) {
        return {ErrorCode::WrongTenant, "peer pull"};
    }
    return pull;
}

Result<PeerFacts> decodePeerFacts(BytesView bytes, const AgencyId& agency) {
    PeerFacts facts;
    FieldReader reader{bytes};
    while (reader.next()) {
        switch (reader.number()) {
        case v1::PeerFacts::kDirectoryFieldNumber: {
            if (facts.directory.size() == kMaxDirectoryPerReply) {
                return {ErrorCode::TooLarge, "directory"};
            }
            FS_ASSIGN(auto record, decodeDirectoryRecord(reader.bytes(), agency));
            facts.directory.push_back(std::move(record));
            break;
        }
        case v1::PeerFacts::kDirectorySeqFieldNumber:
            facts.directorySeq = reader.varint();
            break;
        case v1::PeerFacts::kRevocationsFieldNumber: {
            if (facts.revocations.size() == kMaxRevocationsPerReply) {
                return {ErrorCode::TooLarge, "revocations"};
            }
            FS_ASSIGN(auto revocation, decodeRevocation(reader.bytes(), agency));
            facts.revocations.push_back(revocation);
            break;
        }
        case v1::PeerFacts::kRevocationSeqFieldNumber:
            facts.revocationSeq = reader.varint();
            break;
        case v1::PeerFacts::kMoreFieldNumber:
            facts.more = reader.varint() != 0;
            break;
        case v1::PeerFacts::kLogHeadFieldNumber:
            facts.logHead = Bytes{reader.bytes().substr(0, kMaxLogHead + 1)};
            break;
        case v1::PeerFacts::kHeldHeadFieldNumber:
            facts.heldHead = Bytes{reader.bytes().substr(0, kMaxLogHead + 1)};
            break;
        case v1::PeerFacts::kNoticesFieldNumber: {
            if (facts.notices.size() == kMaxNoticesPerReply) {
                return {ErrorCode::TooLarge, "notices"};
            }
            FS_ASSIGN(auto notice, decodeNotice(reader.bytes(), agency));
            facts.notices.push_back(std::move(notice));
            break;
        }
        case v1::PeerFacts::kNoticeSeqFieldNumber:
            facts.noticeSeq = reader.varint();
            break;
        default:
            break;
        }
    }
    FS_TRY(reader.finish());
    if (facts.logHead.size() > kMaxLogHead || facts.heldHead.size() > kMaxLogHead) {
        return {ErrorCode::TooLarge, "head of a disclosure log"};
    }
    return facts;
}

} // namespace frontsheet::wire
