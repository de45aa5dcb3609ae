// A file sealed in chunks, each of which opens by itself and in its own place alone.
//
// STREAM (Hoang, Reyhanitabar, Rogaway, Vizár, "Online Authenticated-Encryption and its Nonce-Reuse Misuse-Resistance", CRYPTO 2015)
// with ChaCha20-Poly1305 (RFC 8439), as libsodium has it and in the layout that age has made known: the nonce is the chunk's number,
// 11 bytes, big-endian, and one byte that is 1 on the last chunk and 0 on the others. The key is random and of this file alone, so no
// nonce comes twice. The whole size is authenticated with every chunk. A chunk that is altered, moved, left out, repeated or of
// another file does not open; nor does a file that was cut off or added to.
//
//   key ─┬─ BLAKE2b "FSattach", 1 ─► sealing key
//        └─ BLAKE2b "FSattach", 2 ─► address key ─► BLAKE2b-256 over the size and all sealed chunks = the address
//
// Who has the key can make chunks that open; that they are those which were added is what the address says.
#pragma once

#include "core/domain/attachment.h"

#include <memory>

namespace frontsheet {

inline constexpr std::size_t kSealBytes = 16; // of each chunk's tag

// Bytes of a chunk as it lies on a disk and goes over the wire; 0 beyond the last.
[[nodiscard]] std::size_t sealedChunkBytes(std::uint64_t size, std::uint32_t chunk);
[[nodiscard]] std::uint64_t sealedFileBytes(std::uint64_t size);
// The size of a file that is so long sealed; 0 for a length that none is.
[[nodiscard]] std::uint64_t plainFileBytes(std::uint64_t sealed);

[[nodiscard]] FileKey randomFileKey();

// Chunk after chunk, in order.
class FileSealer {
public:
    FileSealer(const FileKey& key, std::uint64_t size);
    ~FileSealer();
    FileSealer(const FileSealer&) = delete;
    FileSealer& operator=(const FileSealer&) = delete;

    // `plain` is kChunkBytes long, of the last chunk what is left: InvalidArgument otherwise.
    [[nodiscard]] Result<Bytes> seal(BytesView plain);
    // When all are sealed.
    [[nodiscard]] FileAddress address();

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

// The plain chunk. Malformed: it is not this chunk of this file.
[[nodiscard]] Result<Bytes> openChunk(const FileKey& key, std::uint64_t size, std::uint32_t chunk, BytesView sealed);

// The address of what came, chunk after chunk.
class FileAddressing {
public:
    FileAddressing(const FileKey& key, std::uint64_t size);
    ~FileAddressing();
    FileAddressing(const FileAddressing&) = delete;
    FileAddressing& operator=(const FileAddressing&) = delete;

    void add(BytesView sealed);
    [[nodiscard]] FileAddress address();

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace frontsheet
