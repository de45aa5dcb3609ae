// Attached files in memory, for screens and use cases: kept whole, as if every home had answered.
#pragma once

#include "core/usecases/ports/file_shelf.h"

#include <algorithm>
#include <map>

namespace frontsheet {

class MemoryShelf final : public FileShelf {
public:
    struct Lying {
        Bytes bytes;
        FileOnRecord facts; // of what is on a record; record null: just added
    };

    [[nodiscard]] Result<std::vector<FileOnRecord>> filesAt(const AgencyId&) override {
        return std::vector<FileOnRecord>{};
    }
    [[nodiscard]] Result<std::vector<FileOnRecord>> filesOf(const RecordId& record) override {
        std::vector<FileOnRecord> out;
        for (const auto& [address, lying] : files) {
            FileOnRecord facts = lying.facts;
            facts.record = record;
            out.push_back(facts);
        }
        return out;
    }
    [[nodiscard]] Result<Kept> keepFile(BytesView plain) override {
        Kept kept;
        ++m_count;
        kept.address.bytes.fill(m_count);
        kept.key.bytes.fill(static_cast<std::uint8_t>(0x80 | m_count));
        FileOnRecord facts;
        facts.address = kept.address;
        facts.size = plain.size();
        facts.own = facts.here = true;
        facts.chunksHere = facts.chunks();
        files[kept.address] = {Bytes{plain}, facts};
        return kept;
    }
    [[nodiscard]] Result<void> takeChunk(const RecordId&, const FileAddress&, std::uint32_t, BytesView) override {
        return ok();
    }
    [[nodiscard]] Result<Bytes> sealedChunk(const FileOnRecord&, std::uint32_t) override {
        return {ErrorCode::NotFound, "in memory"};
    }
    [[nodiscard]] Result<Bytes> plainChunk(const Attachment& file, std::uint32_t chunk) override {
        const auto at = files.find(file.address);
        if (at == files.end() || !at->second.facts.here) {
            return {ErrorCode::NotFound, "a file"};
        }
        constexpr std::size_t kChunk = 256 * 1024;
        const BytesView all{at->second.bytes};
        return Bytes{all.substr(std::min(all.size(), chunk * kChunk), kChunk)};
    }
    [[nodiscard]] Result<void> noteSent(const FileOnRecord&) override { return ok(); }
    void noteProgress(const FileAddress&, std::uint32_t) override {}
    void noteTrouble(const FileAddress&, ErrorCode) override {}

    std::map<FileAddress, Lying> files;

private:
    std::uint8_t m_count = 0;
};

} // namespace frontsheet
