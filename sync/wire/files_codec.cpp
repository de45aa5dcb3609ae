#include "sync/wire/files_codec.h"

#include "core/domain/attachment_limits.h"
#include "sync/wire/field_reader.h"
#include "sync/wire/wire_limits.h"

#include <algorithm>

#include "frontsheet/v1/files.pb.h"

namespace frontsheet::wire {

namespace {

constexpr std::string_view kFile = "file";

Result<void> readAgency(FieldReader& reader, const AgencyId& expected, bool& told) {
    told = true;
    return reader.bytes() == expected.str() ? ok() : Result<void>{ErrorCode::WrongTenant, std::string{kFile}};
}

// 0 to kMaxChunks; more is nobody's.
Result<std::uint32_t> readNumber(FieldReader& reader) {
    const auto number = reader.varint();
    return number <= attachment_limits::kMaxChunks ? Result<std::uint32_t>{static_cast<std::uint32_t>(number)}
                                                   : Result<std::uint32_t>{ErrorCode::TooLarge, std::string{kFile}};
}

template <class Message>
Result<void> checkNamed(const Message& message, bool told) {
    return told && !message.record.isNull() && !message.address.isNull()
               ? ok()
               : Result<void>{ErrorCode::Malformed, "a file of nothing"};
}

} // namespace

Bytes encode(const FilePart& part) {
    v1::FilePart out;
    out.set_agency(part.agency.str());
    out.set_record(part.record.raw());
    out.set_address(Bytes{part.address.view()});
    out.set_chunk(part.chunk);
    out.set_data(part.data);
    return out.SerializeAsString();
}

Bytes encode(const AgencyId& agency, const FilePartReply& reply) {
    v1::FilePartReply out;
    out.set_agency(agency.str());
    out.set_have(reply.have);
    out.set_whole(reply.whole);
    return out.SerializeAsString();
}

Bytes encode(const FileAsk& ask) {
    v1::FileAsk out;
    out.set_agency(ask.agency.str());
    out.set_record(ask.record.raw());
    out.set_address(Bytes{ask.address.view()});
    out.set_first(ask.first);
    out.set_most(ask.most);
    return out.SerializeAsString();
}

Bytes encodeFileChunks(const AgencyId& agency, const std::vector<Bytes>& chunks) {
    v1::FileChunks out;
    out.set_agency(agency.str());
    for (const auto& chunk : chunks) {
        out.add_chunks(chunk);
    }
    return out.SerializeAsString();
}

Result<FilePart> decodeFilePart(BytesView bytes, const AgencyId& agency) {
    if (bytes.size() > kMaxFilePart) {
        return {ErrorCode::TooLarge, std::string{kFile}};
    }
    FilePart part;
    part.agency = agency;
    bool told = false;
    FieldReader reader{bytes};
    while (reader.next()) {
        switch (reader.number()) {
        case v1::FilePart::kAgencyFieldNumber:
            FS_TRY(readAgency(reader, agency, told));
            break;
        case v1::FilePart::kRecordFieldNumber: {
            FS_ASSIGN(part.record, RecordId::fromRaw(reader.bytes()));
            break;
        }
        case v1::FilePart::kAddressFieldNumber: {
            FS_ASSIGN(part.address, FileAddress::fromRaw(reader.bytes()));
            break;
        }
        case v1::FilePart::kChunkFieldNumber: {
            FS_ASSIGN(part.chunk, readNumber(reader));
            break;
        }
        case v1::FilePart::kDataFieldNumber:
            if (reader.bytes().size() > kMaxSealedChunk) {
                return {ErrorCode::TooLarge, std::string{kFile}};
            }
            part.data = reader.bytes();
            break;
        default:
            break;
        }
    }
    FS_TRY(reader.finish());
    FS_TRY(checkNamed(part, told));
    return part;
}

Result<FilePartReply> decodeFilePartReply(BytesView bytes, const AgencyId& agency) {
    if (bytes.size() > kMaxFilePartReply) {
        return {ErrorCode::TooLarge, std::string{kFile}};
    }
    FilePartReply reply;
    bool told = false;
    FieldReader reader{bytes};
    while (reader.next()) {
        switch (reader.number()) {
        case v1::FilePartReply::kAgencyFieldNumber:
            FS_TRY(readAgency(reader, agency, told));
            break;
        case v1::FilePartReply::kHaveFieldNumber: {
            FS_ASSIGN(reply.have, readNumber(reader));
            break;
        }
        case v1::FilePartReply::kWholeFieldNumber:
            reply.whole = reader.varint() != 0;
            break;
        default:
            break;
        }
    }
    FS_TRY(reader.finish());
    return told ? Result<FilePartReply>{reply} : Result<FilePartReply>{ErrorCode::Malformed, std::string{kFile}};
}

Result<FileAsk> decodeFileAsk(BytesView bytes, const AgencyId& agency) {
    if (bytes.size() > kMaxFileAsk) {
        return {ErrorCode::TooLarge, std::string{kFile}};
    }
    FileAsk ask;
    ask.agency = agency;
    bool told = false;
    FieldReader reader{bytes};
    while (reader.next()) {
        switch (reader.number()) {
        case v1::FileAsk::kAgencyFieldNumber:
            FS_TRY(readAgency(reader, agency, told));
            break;
        case v1::FileAsk::kRecordFieldNumber: {
            FS_ASSIGN(ask.record, RecordId::fromRaw(reader.bytes()));
            break;
        }
        case v1::FileAsk::kAddressFieldNumber: {
            FS_ASSIGN(ask.address, FileAddress::fromRaw(reader.bytes()));
            break;
        }
        case v1::FileAsk::kFirstFieldNumber: {
            FS_ASSIGN(ask.first, readNumber(reader));
            break;
        }
        case v1::FileAsk::kMostFieldNumber:
            ask.most = static_cast<std::uint32_t>(std::min<std::uint64_t>(reader.varint(), kMaxChunksPerReply));
            break;
        default:
            break;
        }
    }
    FS_TRY(reader.finish());
    FS_TRY(checkNamed(ask, told));
    ask.most = ask.most == 0 ? kMaxChunksPerReply : ask.most;
    return ask;
}

Result<std::vector<Bytes>> decodeFileChunks(BytesView bytes, const AgencyId& agency) {
    if (bytes.size() > kMaxFileChunks) {
        return {ErrorCode::TooLarge, std::string{kFile}};
    }
    std::vector<Bytes> chunks;
    bool told = false;
    FieldReader reader{bytes};
    while (reader.next()) {
        switch (reader.number()) {
        case v1::FileChunks::kAgencyFieldNumber:
            FS_TRY(readAgency(reader, agency, told));
            break;
        case v1::FileChunks::kChunksFieldNumber:
            if (chunks.size() == kMaxChunksPerReply || reader.bytes().size() > kMaxSealedChunk) {
                return {ErrorCode::TooLarge, std::string{kFile}};
            }
            chunks.emplace_back(reader.bytes());
            break;
        default:
            break;
        }
    }
    FS_TRY(reader.finish());
    return told ? Result<std::vector<Bytes>>{std::move(chunks)}
                : Result<std::vector<Bytes>>{ErrorCode::Malformed, std::string{kFile}};
}

} // namespace frontsheet::wire
