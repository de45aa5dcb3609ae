#include "sync/server/disclosure/log_head.h"

#include "sync/server/disclosure/disclosure_limits.h"

#include <algorithm>

namespace frontsheet::disclosure {

namespace {

constexpr char kLayout = 1;
constexpr std::size_t kFixedBytes = 1 + 8 + 32 + 8;

void append(Bytes& out, std::uint64_t value) {
    for (int shift = 0; shift < 64; shift += 8) {
        out.push_back(static_cast<char>(static_cast<std::uint8_t>(value >> shift)));
    }
}

std::uint64_t read(BytesView bytes) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < 8; ++i) {
        value |= std::uint64_t{static_cast<std::uint8_t>(bytes[i])} << (8 * i);
    }
    return value;
}

Bytes unsignedBytes(const LogHead& head) {
    Bytes out(1, kLayout);
    append(out, head.number);
    out.append(reinterpret_cast<const char*>(head.hash.data()), head.hash.size());
    append(out, static_cast<std::uint64_t>(head.at.ms));
    return out;
}

} // namespace

Bytes headStatement(const AgencyId& agency, const LogHead& head) {
    return "frontsheet disclosure log head 1\n" + agency.str() + "\n" + unsignedBytes(head);
}

Bytes encode(const LogHead& head) { return unsignedBytes(head) + head.signature; }

Result<LogHead> decodeHead(BytesView bytes) {
    if (bytes.size() > limits::kMaxHeadBytes) {
        return {ErrorCode::TooLarge, "head of a disclosure log"};
    }
    if (bytes.size() <= kFixedBytes) {
        return {ErrorCode::Malformed, "head of a disclosure log"};
    }
    if (bytes[0] != kLayout) {
        return {ErrorCode::Unsupported, "head of a disclosure log"};
    }
    LogHead head;
    head.number = read(bytes.substr(1));
    const BytesView hash = bytes.substr(9, 32);
    std::copy(hash.begin(), hash.end(), head.hash.begin());
    head.at.ms = static_cast<std::int64_t>(read(bytes.substr(41)));
    head.signature = Bytes{bytes.substr(kFixedBytes)};
    return head;
}

} // namespace frontsheet::disclosure
