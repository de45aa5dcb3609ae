// POST /v1/{agency}/files/put and files/get as protobuf bytes (packed like every other message).
#pragma once

#include "core/domain/attachment.h"

#include <vector>

namespace frontsheet::wire {

struct FilePart {
    AgencyId agency; // whose record
    RecordId record;
    FileAddress address;
    std::uint32_t chunk = 0;
    Bytes data; // sealed; empty: how far did it get?
    friend bool operator==(const FilePart&, const FilePart&) = default;
};

struct FilePartReply {
    std::uint32_t have = 0; // chunks from the first
    bool whole = false;
    friend bool operator==(const FilePartReply&, const FilePartReply&) = default;
};

struct FileAsk {
    AgencyId agency;
    RecordId record;
    FileAddress address;
    std::uint32_t first = 0;
    std::uint32_t most = 0; // decoded: 1 to kMaxChunksPerReply
    friend bool operator==(const FileAsk&, const FileAsk&) = default;
};

[[nodiscard]] Bytes encode(const FilePart& part);
[[nodiscard]] Bytes encode(const AgencyId& agency, const FilePartReply& reply);
[[nodiscard]] Bytes encode(const FileAsk& ask);
[[nodiscard]] Bytes encodeFileChunks(const AgencyId& agency, const std::vector<Bytes>& chunks);

// Malformed, TooLarge; WrongTenant for another agency's.
[[nodiscard]] Result<FilePart> decodeFilePart(BytesView bytes, const AgencyId& agency);
[[nodiscard]] Result<FilePartReply> decodeFilePartReply(BytesView bytes, const AgencyId& agency);
[[nodiscard]] Result<FileAsk> decodeFileAsk(BytesView bytes, const AgencyId& agency);
[[nodiscard]] Result<std::vector<Bytes>> decodeFileChunks(BytesView bytes, const AgencyId& agency);

} // namespace frontsheet::wire
