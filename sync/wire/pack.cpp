#include "sync/wire/pack.h"

#include <zstd.h>
#include <zstd_errors.h>

#include <memory>

namespace frontsheet::wire {

namespace {

constexpr int kLevel = 3;
// 8 MiB: the most a frame may make the unpacker look back. Level 3 uses 2 MiB.
constexpr int kMaxWindowLog = 23;

struct FreeContext {
    void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
    void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
};

// Contexts hold a megabyte or two; one per thread is kept because making one costs more than packing a small message.
ZSTD_CCtx* packer() {
    thread_local const std::unique_ptr<ZSTD_CCtx, FreeContext> context = [] {
        std::unique_ptr<ZSTD_CCtx, FreeContext> made{ZSTD_createCCtx()};
        if (made != nullptr) {
            (void)ZSTD_CCtx_setParameter(made.get(), ZSTD_c_compressionLevel, kLevel);
            (void)ZSTD_CCtx_setParameter(made.get(), ZSTD_c_checksumFlag, 1);
        }
        return made;
    }();
    return context.get();
}

ZSTD_DCtx* unpacker() {
    thread_local const std::unique_ptr<ZSTD_DCtx, FreeContext> context = [] {
        std::unique_ptr<ZSTD_DCtx, FreeContext> made{ZSTD_createDCtx()};
        if (made != nullptr) {
            (void)ZSTD_DCtx_setParameter(made.get(), ZSTD_d_windowLogMax, kMaxWindowLog);
        }
        return made;
    }();
    return context.get();
}

Error unpackError(std::size_t code) {
    switch (ZSTD_getErrorCode(code)) {
    case ZSTD_error_srcSize_wrong:
        return {ErrorCode::Truncated, "packed message"};
    case ZSTD_error_dstSize_tooSmall:
    case ZSTD_error_frameParameter_windowTooLarge:
        return {ErrorCode::TooLarge, "packed message"};
    default:
        return {ErrorCode::Malformed, "packed message"};
    }
}

} // namespace

Bytes pack(BytesView message) {
    Bytes packed(ZSTD_compressBound(message.size()), '\0');
    const std::size_t size = ZSTD_compress2(packer(), packed.data(), packed.size(), message.data(), message.size());
    // Cannot fail with a bound-sized target but by want of memory, and then there is nothing to send.
    packed.resize(ZSTD_isError(size) != 0 ? 0 : size);
    return packed;
}

Result<Bytes> unpack(BytesView packed, std::size_t maxBytes) {
    if (packed.empty()) {
        return {ErrorCode::Truncated, "packed message"};
    }
    const unsigned long long stated = ZSTD_getFrameContentSize(packed.data(), packed.size());
    if (stated == ZSTD_CONTENTSIZE_ERROR) {
        // Too short for a header, or not a frame at all; only its magic number tells them apart.
        static constexpr char kMagic[] = "\x28\xB5\x2F\xFD";
        const BytesView magic{kMagic, 4};
        const bool begun = magic.substr(0, packed.size()) == packed.substr(0, 4);
        return {begun && packed.size() < 18 ? ErrorCode::Truncated : ErrorCode::Malformed, "packed message"};
    }
    if (stated == ZSTD_CONTENTSIZE_UNKNOWN) {
        return {ErrorCode::Malformed, "packed message without its size"};
    }
    if (stated > maxBytes) {
        return {ErrorCode::TooLarge, "packed message"};
    }
    const std::size_t frame = ZSTD_findFrameCompressedSize(packed.data(), packed.size());
    if (ZSTD_isError(frame) != 0) {
        return unpackError(frame);
    }
    if (frame != packed.size()) {
        return {ErrorCode::Malformed, "bytes after the packed message"};
    }
    Bytes message(static_cast<std::size_t>(stated), '\0');
    const std::size_t size =
        ZSTD_decompressDCtx(unpacker(), message.data(), message.size(), packed.data(), packed.size());
    if (ZSTD_isError(size) != 0) {
        return unpackError(size);
    }
    if (size != message.size()) {
        return {ErrorCode::Malformed, "packed message size"};
    }
    return message;
}

} // namespace frontsheet::wire
