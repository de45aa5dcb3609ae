// Homes that keep files, and a device's shelf, the plainest way: chunks in lists, everything that is asked for written down.
#pragma once

#include "core/attachments/file_cipher.h"
#include "core/domain/attachment_limits.h"
#include "core/usecases/ports/file_shelf.h"
#include "sync/client/transport.h"
#include "sync/wire/files_codec.h"
#include "sync/wire/http_mapping.h"
#include "sync/wire/messages.h"
#include "sync/wire/pack.h"
#include "sync/wire/sync_codec.h"
#include "sync/wire/wire_limits.h"

#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace frontsheet::test {

[[nodiscard]] inline FileAddress addressOf(char name) {
    FileAddress address;
    address.bytes.fill(static_cast<std::uint8_t>(name));
    return address;
}
[[nodiscard]] inline char nameOf(const FileAddress& address) { return static_cast<char>(address.bytes[0]); }

// What the device has and wants, in the order in which it is asked for.
class ListedShelf final : public FileShelf {
public:
    struct Lying {
        FileOnRecord facts;
        std::vector<Bytes> chunks; // here
    };
    FileOnRecord& add(char name, std::uint64_t size, const AgencyId& home, bool own) {
        Lying lying;
        lying.facts.home = home;
        lying.facts.record.bytes.fill(static_cast<std::uint8_t>(name));
        lying.facts.address = addressOf(name);
        lying.facts.size = size;
        lying.facts.own = own;
        lying.facts.here = own;
        if (own) {
            for (std::uint32_t at = 0; at < chunksOf(size); ++at) {
                lying.chunks.emplace_back(sealedChunkBytes(size, at), static_cast<char>('a' + at % 26));
            }
        }
        files.push_back(std::move(lying));
        return files.back().facts;
    }
    Lying* at(const FileAddress& address) {
        for (auto& file : files) {
            if (file.facts.address == address) {
                return &file;
            }
        }
        return nullptr;
    }

    Result<std::vector<FileOnRecord>> filesAt(const AgencyId& home) override {
        std::vector<FileOnRecord> out;
        for (auto& file : files) {
            if (file.facts.home == home) {
                file.facts.chunksHere = static_cast<std::uint32_t>(file.chunks.size());
                out.push_back(file.facts);
            }
        }
        return out;
    }
    Result<std::vector<FileOnRecord>> filesOf(const RecordId&) override { return std::vector<FileOnRecord>{}; }
    Result<Kept> keepFile(BytesView) override { return {ErrorCode::Unsupported, "here"}; }
    Result<Bytes> plainChunk(const Attachment&, std::uint32_t) override { return {ErrorCode::Unsupported, "here"}; }
    Result<void> takeChunk(const RecordId&, const FileAddress& address, std::uint32_t chunk,
                           BytesView sealed) override {
        if (takes) {
            FS_TRY(takes(address, chunk));
        }
        auto* file = at(address);
        if (file == nullptr || chunk != file->chunks.size()) {
            return {file == nullptr ? ErrorCode::NotFound : ErrorCode::WrongState, "a chunk"};
        }
        file->chunks.emplace_back(sealed);
        file->facts.here = file->chunks.size() == file->facts.chunks();
        return ok();
    }
    Result<Bytes> sealedChunk(const FileOnRecord& file, std::uint32_t chunk) override {
        auto* lying = at(file.address);
        return lying != nullptr && chunk < lying->chunks.size() ? Result<Bytes>{lying->chunks[chunk]}
                                                                : Result<Bytes>{ErrorCode::NotFound, "a chunk"};
    }
    Result<void> noteSent(const FileOnRecord& file) override {
        at(file.address)->facts.sent = true;
        return ok();
    }
    void noteProgress(const FileAddress& address, std::uint32_t chunksSent) override {
        at(address)->facts.chunksSent = chunksSent;
        troubles.erase(address);
    }
    void noteTrouble(const FileAddress& address, ErrorCode met) override { troubles[address] = met; }

    std::vector<Lying> files;
    std::map<FileAddress, ErrorCode> troubles;
    std::function<Result<void>(const FileAddress&, std::uint32_t)> takes;
};

class FileHomes final : public Transport {
public:
    // "put trust A?" a question, "put trust A3" a chunk, "get trust A0".
    std::vector<std::string> asked;
    std::map<FileAddress, std::vector<Bytes>> kept;
    std::map<FileAddress, std::uint64_t> sizes; // of what its records speak of
    // Answers in its place.
    std::function<std::optional<Result<HttpAnswer>>(const std::string& asked)> instead;
    // What it says of what it has, where that is not the truth.
    std::function<std::uint32_t(const FileAddress&, std::uint32_t)> claims;

    static HttpAnswer refusal(ErrorCode code, std::chrono::milliseconds retryAfter = {}) {
        return {wire::httpStatusOf(code),
                std::string{wire::kContentType},
                wire::pack(wire::encode(wire::Refusal{code, retryAfter})),
                {}};
    }
    static HttpAnswer message(const Bytes& body) {
        return {200, std::string{wire::kContentType}, wire::pack(body), {}};
    }

    Result<HttpAnswer> post(const AgencyId& server, std::string_view verb, BytesView body, std::size_t most) override {
        const std::lock_guard lock(m_mutex);
        if (verb == "files/put") {
            const auto part = wire::decodeFilePart(wire::unpack(body, wire::kMaxFilePart).value(), server).value();
            return note("put " + server.str() + " " + nameOf(part.address) +
                            (part.data.empty() ? std::string{"?"} : std::to_string(part.chunk)),
                        most, [&] { return put(server, part); });
        }
        const auto ask = wire::decodeFileAsk(wire::unpack(body, wire::kMaxFileAsk).value(), server).value();
        return note("get " + server.str() + " " + nameOf(ask.address) + std::to_string(ask.first), most,
                    [&] { return get(server, ask); });
    }
    void stop() override {}

private:
    template <class Answer>
    Result<HttpAnswer> note(const std::string& what, std::size_t most, const Answer& answer) {
        asked.push_back(what);
        if (instead) {
            if (auto other = instead(what)) {
                return *other;
            }
        }
        const HttpAnswer said = answer();
        return said.body.size() <= most ? Result<HttpAnswer>{said} : Result<HttpAnswer>{ErrorCode::TooLarge, "answer"};
    }
    HttpAnswer put(const AgencyId& server, const wire::FilePart& part) {
        const auto size = sizes.find(part.address);
        if (size == sizes.end()) {
            return refusal(ErrorCode::NotFound);
        }
        auto& there = kept[part.address];
        if (!part.data.empty() && part.chunk == there.size()) {
            there.push_back(part.data);
        }
        wire::FilePartReply reply;
        reply.have = static_cast<std::uint32_t>(there.size());
        reply.whole = reply.have == chunksOf(size->second);
        reply.have = claims ? claims(part.address, reply.have) : reply.have;
        return message(wire::encode(server, reply));
    }
    HttpAnswer get(const AgencyId& server, const wire::FileAsk& ask) {
        if (!sizes.contains(ask.address)) {
            return refusal(ErrorCode::NotFound);
        }
        std::vector<Bytes> chunks;
        const auto& there = kept[ask.address];
        for (auto at = ask.first; at < there.size() && chunks.size() < ask.most; ++at) {
            chunks.push_back(there[at]);
        }
        return message(wire::encodeFileChunks(server, chunks));
    }

    std::mutex m_mutex;
};

} // namespace frontsheet::test
