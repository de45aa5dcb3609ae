#include "core/attachments/file_cipher.h"

#include "core/domain/attachment_limits.h"

#include <sodium.h>

#include <algorithm>

namespace frontsheet {

namespace {

using attachment_limits::kChunkBytes;

constexpr char kContext[crypto_kdf_CONTEXTBYTES + 1] = "FSattach";
constexpr std::uint64_t kSealing = 1;
constexpr std::uint64_t kAddressing = 2;

static_assert(kSealBytes == crypto_aead_chacha20poly1305_ietf_ABYTES);
static_assert(sizeof(FileKey::bytes) == crypto_kdf_KEYBYTES);
static_assert(crypto_kdf_KEYBYTES == crypto_aead_chacha20poly1305_ietf_KEYBYTES);

const unsigned char* raw(BytesView bytes) { return reinterpret_cast<const unsigned char*>(bytes.data()); }
unsigned char* raw(Bytes& bytes) { return reinterpret_cast<unsigned char*>(bytes.data()); }

// A key made from the file's own; gone with this.
class Subkey {
public:
    Subkey(const FileKey& key, std::uint64_t number) {
        crypto_kdf_derive_from_key(m_bytes.data(), m_bytes.size(), number, kContext, key.bytes.data());
    }
    ~Subkey() { sodium_memzero(m_bytes.data(), m_bytes.size()); }
    Subkey(const Subkey&) = delete;
    Subkey& operator=(const Subkey&) = delete;
    [[nodiscard]] const unsigned char* data() const { return m_bytes.data(); }
    [[nodiscard]] std::size_t size() const { return m_bytes.size(); }

private:
    std::array<unsigned char, crypto_aead_chacha20poly1305_ietf_KEYBYTES> m_bytes{};
};

using Nonce = std::array<unsigned char, crypto_aead_chacha20poly1305_ietf_NPUBBYTES>;

Nonce nonceOf(std::uint32_t chunk, std::uint32_t chunks) {
    Nonce nonce{};
    for (std::size_t i = 0; i < 4; ++i) {
        nonce[10 - i] = static_cast<unsigned char>(chunk >> (8 * i));
    }
    nonce[11] = chunk + 1 == chunks ? 1 : 0;
    return nonce;
}

std::array<unsigned char, 8> littleEndian(std::uint64_t number) {
    std::array<unsigned char, 8> out{};
    for (std::size_t i = 0; i < out.size(); ++i) {
        out[i] = static_cast<unsigned char>(number >> (8 * i));
    }
    return out;
}

} // namespace

std::size_t sealedChunkBytes(std::uint64_t size, std::uint32_t chunk) {
    const std::uint64_t from = std::uint64_t{chunk} * kChunkBytes;
    return from < size ? static_cast<std::size_t>(std::min<std::uint64_t>(size - from, kChunkBytes)) + kSealBytes : 0;
}

std::uint64_t sealedFileBytes(std::uint64_t size) { return size + std::uint64_t{chunksOf(size)} * kSealBytes; }

std::uint64_t plainFileBytes(std::uint64_t sealed) {
    const std::uint64_t chunks = (sealed + kChunkBytes + kSealBytes - 1) / (kChunkBytes + kSealBytes);
    const std::uint64_t size = sealed > chunks * kSealBytes ? sealed - chunks * kSealBytes : 0;
    return size <= attachment_limits::kMaxFileBytes && size > 0 && sealedFileBytes(size) == sealed ? size : 0;
}

FileKey randomFileKey() {
    static const int kReady = sodium_init(); // once, guarded by the language; again is nothing
    (void)kReady;
    FileKey key;
    randombytes_buf(key.bytes.data(), key.bytes.size());
    return key;
}

struct FileAddressing::Parts {
    crypto_generichash_state state{};
};

FileAddressing::FileAddressing(const FileKey& key, std::uint64_t size) : m_parts(std::make_unique<Parts>()) {
    const Subkey subkey{key, kAddressing};
    crypto_generichash_init(&m_parts->state, subkey.data(), subkey.size(), sizeof(FileAddress::bytes));
    const auto said = littleEndian(size);
    crypto_generichash_update(&m_parts->state, said.data(), said.size());
}

FileAddressing::~FileAddressing() { sodium_memzero(&m_parts->state, sizeof m_parts->state); }

void FileAddressing::add(BytesView sealed) { crypto_generichash_update(&m_parts->state, raw(sealed), sealed.size()); }

FileAddress FileAddressing::address() {
    FileAddress out;
    auto state = m_parts->state;
    crypto_generichash_final(&state, out.bytes.data(), out.bytes.size());
    return out;
}

struct FileSealer::Parts {
    Parts(const FileKey& key, std::uint64_t bytes)
        : sealing(key, kSealing), addressing(key, bytes), size(bytes), chunks(chunksOf(bytes)) {}
    Subkey sealing;
    FileAddressing addressing;
    std::uint64_t size;
    std::uint32_t chunks;
    std::uint32_t next = 0;
};

FileSealer::FileSealer(const FileKey& key, std::uint64_t size) : m_parts(std::make_unique<Parts>(key, size)) {}
FileSealer::~FileSealer() = default;

Result<Bytes> FileSealer::seal(BytesView plain) {
    auto& p = *m_parts;
    const std::size_t expected = sealedChunkBytes(p.size, p.next);
    if (expected == 0 || plain.size() + kSealBytes != expected) {
        return {ErrorCode::InvalidArgument, "a chunk's length"};
    }
    Bytes sealed(expected, '\0');
    const auto nonce = nonceOf(p.next, p.chunks);
    const auto said = littleEndian(p.size);
    crypto_aead_chacha20poly1305_ietf_encrypt(raw(sealed), nullptr, raw(plain), plain.size(), said.data(), said.size(),
                                              nullptr, nonce.data(), p.sealing.data());
    p.addressing.add(sealed);
    ++p.next;
    return sealed;
}

FileAddress FileSealer::address() { return m_parts->addressing.address(); }

Result<Bytes> openChunk(const FileKey& key, std::uint64_t size, std::uint32_t chunk, BytesView sealed) {
    const std::size_t expected = sealedChunkBytes(size, chunk);
    if (expected == 0 || sealed.size() != expected) {
        return {ErrorCode::Malformed, "a chunk's length"};
    }
    const Subkey sealing{key, kSealing};
    const auto nonce = nonceOf(chunk, chunksOf(size));
    const auto said = littleEndian(size);
    Bytes plain(expected - kSealBytes, '\0');
    if (crypto_aead_chacha20poly1305_ietf_decrypt(raw(plain), nullptr, nullptr, raw(sealed), sealed.size(), said.data(),
                                                  said.size(), nonce.data(), sealing.data()) != 0) {
        return {ErrorCode::Malformed, "a chunk of another file or place"};
    }
    return plain;
}

} // namespace frontsheet
