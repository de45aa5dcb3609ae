#include "core/rescue/rescue_file.h"

#include "core/base/utf8.h"

#include <sodium.h>

#include <algorithm>

namespace frontsheet::rescue_file {

namespace {

constexpr std::string_view kMagic{"FSRESC\r\n", 8};
constexpr std::uint16_t kFormat = 1;
constexpr std::size_t kMarkBytes = 8;
constexpr std::size_t kHeaderBytes = 8 + 2 + kMarkBytes + 4;
constexpr std::size_t kSumBytes = crypto_hash_sha256_BYTES;
constexpr std::size_t kMaxCode = 64;

template <class Number>
void put(Bytes& out, Number value) {
    for (std::size_t i = 0; i < sizeof(Number); ++i) {
        out.push_back(static_cast<char>(static_cast<std::uint8_t>(static_cast<std::uint64_t>(value) >> (8 * i))));
    }
}

void putText(Bytes& out, std::string_view text) {
    put(out, static_cast<std::uint32_t>(text.size()));
    out += text;
}

class Reader {
public:
    explicit Reader(BytesView bytes) : m_rest(bytes) {}

    std::uint64_t number(std::size_t bytes) {
        std::uint64_t value = 0;
        const BytesView from = take(bytes);
        for (std::size_t i = 0; i < from.size(); ++i) {
            value |= std::uint64_t{static_cast<std::uint8_t>(from[i])} << (8 * i);
        }
        return value;
    }
    BytesView text(std::size_t most) {
        const auto size = static_cast<std::size_t>(number(4));
        m_failed = m_failed || size > most;
        return m_failed ? BytesView{} : take(size);
    }
    BytesView take(std::size_t bytes) {
        m_failed = m_failed || bytes > m_rest.size();
        const BytesView taken = m_failed ? BytesView{} : m_rest.substr(0, bytes);
        m_rest.remove_prefix(taken.size());
        return taken;
    }
    [[nodiscard]] bool failed() const { return m_failed; }
    [[nodiscard]] bool isAtEnd() const { return !m_failed && m_rest.empty(); }

private:
    BytesView m_rest;
    bool m_failed = false;
};

unsigned char* raw(Bytes& bytes) { return reinterpret_cast<unsigned char*>(bytes.data()); }
const unsigned char* raw(BytesView bytes) { return reinterpret_cast<const unsigned char*>(bytes.data()); }

Bytes sumOf(BytesView bytes) {
    Bytes sum(kSumBytes, '\0');
    crypto_hash_sha256(raw(sum), raw(bytes), bytes.size());
    return sum;
}

Bytes framed(const RescuePublicKey& to, const Bytes& box) {
    Bytes file{kMagic};
    put(file, kFormat);
    file += to.mark();
    put(file, static_cast<std::uint32_t>(box.size()));
    file += box;
    file += sumOf(file);
    return file;
}

Bytes encoded(const RescueContents& contents, const BodyCodec& codec) {
    Bytes out;
    putText(out, contents.author.agency.str());
    putText(out, contents.author.worker.str());
    putText(out, contents.author.role);
    out += contents.author.device.raw();
    put(out, contents.sealedAt.ms);
    put(out, static_cast<std::uint32_t>(contents.intents.size()));
    for (const auto& [savedAt, intent] : contents.intents) {
        put(out, savedAt.ms);
        putText(out, codec.encodeIntent(intent));
    }
    return out;
}

Result<RescueContents> decoded(BytesView bytes, const BodyCodec& codec) {
    Reader in{bytes};
    RescueContents contents;
    contents.author.agency = AgencyId{std::string{in.text(kMaxCode)}};
    contents.author.worker = WorkerId{std::string{in.text(kMaxCode)}};
    contents.author.role = in.text(kMaxCode);
    contents.author.device = DeviceId::fromRaw(in.take(16)).value_or(DeviceId{});
    contents.sealedAt.ms = static_cast<std::int64_t>(in.number(8));
    const std::uint64_t count = in.number(4);
    if (in.failed() || count > kMaxIntents || !contents.author.agency.isWellFormed() || !isText(contents.author.role)) {
        return {ErrorCode::Malformed, "contents of a rescue file"};
    }
    for (std::uint64_t i = 0; i < count; ++i) {
        RescuedIntent one;
        one.savedAt.ms = static_cast<std::int64_t>(in.number(8));
        const BytesView intent = in.text(kMaxBytes);
        if (in.failed()) {
            return {ErrorCode::Malformed, "contents of a rescue file"};
        }
        FS_ASSIGN(one.intent, codec.decodeIntent(intent));
        contents.intents.push_back(std::move(one));
    }
    return in.isAtEnd() ? Result<RescueContents>{std::move(contents)}
                        : Result<RescueContents>{ErrorCode::Malformed, "contents of a rescue file"};
}

} // namespace

Result<Bytes> sealed(const RescueContents& contents, const RescuePublicKey& to, const BodyCodec& codec) {
    if (contents.intents.size() > kMaxIntents) {
        return {ErrorCode::TooLarge, "number of intents to seal"};
    }
    Bytes plain = encoded(contents, codec);
    if (plain.size() > kMaxBytes - kHeaderBytes - crypto_box_SEALBYTES - kSumBytes) {
        sodium_memzero(plain.data(), plain.size());
        return {ErrorCode::TooLarge, "work to seal"};
    }
    Bytes box(plain.size() + crypto_box_SEALBYTES, '\0');
    crypto_box_seal(raw(box), raw(plain), plain.size(), to.bytes.data());
    sodium_memzero(plain.data(), plain.size());
    return framed(to, box);
}

Bytes sealedWith(BytesView contents, const RescuePublicKey& to, const RescueSecret& made) {
    const auto madePublic = made.publicKey();
    std::array<unsigned char, crypto_box_NONCEBYTES> nonce{};
    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, nonce.size());
    crypto_generichash_update(&state, madePublic.bytes.data(), madePublic.bytes.size());
    crypto_generichash_update(&state, to.bytes.data(), to.bytes.size());
    crypto_generichash_final(&state, nonce.data(), nonce.size());
    Bytes box = madePublic.raw();
    box.resize(contents.size() + crypto_box_SEALBYTES);
    if (crypto_box_easy(raw(box) + crypto_box_PUBLICKEYBYTES, raw(contents), contents.size(), nonce.data(),
                        to.bytes.data(), made.bytes().data()) != 0) {
        return {};
    }
    return framed(to, box);
}

Result<Bytes> sealedToMark(BytesView file) {
    if (!file.starts_with(kMagic.substr(0, std::min(file.size(), kMagic.size())))) {
        return {ErrorCode::Malformed, "not a rescue file"};
    }
    Reader in{file.substr(std::min(file.size(), kMagic.size()))};
    (void)in.number(2); // the format: opened() says what is wrong with it
    const BytesView mark = in.take(kMarkBytes);
    return in.failed() ? Result<Bytes>{ErrorCode::Truncated, "rescue file"} : Result<Bytes>{Bytes{mark}};
}

Result<RescueContents> opened(BytesView file, const RescueSecret& secret, const BodyCodec& codec) {
    if (file.size() > kMaxBytes) {
        return {ErrorCode::TooLarge, "rescue file"};
    }
    if (!file.starts_with(kMagic.substr(0, std::min(file.size(), kMagic.size())))) {
        return {ErrorCode::Malformed, "not a rescue file"};
    }
    Reader in{file.substr(std::min(file.size(), kMagic.size()))};
    const auto format = in.number(2);
    const BytesView mark = in.take(kMarkBytes);
    const auto length = static_cast<std::size_t>(in.number(4));
    if (in.failed()) {
        return {ErrorCode::Truncated, "rescue file"};
    }
    if (format != kFormat) {
        return {format > kFormat ? ErrorCode::Unsupported : ErrorCode::Malformed, "format of a rescue file"};
    }
    if (file.size() < kHeaderBytes + length + kSumBytes) {
        return {ErrorCode::Truncated, "rescue file"};
    }
    if (file.size() != kHeaderBytes + length + kSumBytes || length < crypto_box_SEALBYTES ||
        sumOf(file.substr(0, kHeaderBytes + length)) != file.substr(kHeaderBytes + length)) {
        return {ErrorCode::Malformed, "damaged rescue file"};
    }
    const auto key = secret.publicKey();
    if (mark != BytesView{key.mark()}) {
        return {ErrorCode::WrongTenant, "sealed to another agency's key"};
    }
    const BytesView box = in.take(length);
    Bytes plain(length - crypto_box_SEALBYTES, '\0');
    if (crypto_box_seal_open(raw(plain), raw(box), box.size(), key.bytes.data(), secret.bytes().data()) != 0) {
        return {ErrorCode::Malformed, "a rescue file that does not open with its key"};
    }
    auto contents = decoded(plain, codec);
    sodium_memzero(plain.data(), plain.size());
    return contents;
}

} // namespace frontsheet::rescue_file
