// What agency servers say to each other (proto/frontsheet/v1/peer.proto) as protobuf bytes, packed like every other message.
#pragma once

#include "sync/wire/messages.h"

namespace frontsheet::wire {

struct PeerPull {
    AgencyId agency;                // whose facts are asked for
    std::uint64_t directorySeq = 0; // everything of its directory up to here is held
    std::uint64_t revocationSeq = 0;
    friend bool operator==(const PeerPull&, const PeerPull&) = default;
};

struct Revocation {
    DeviceId device;
    AgencyId agency; // whose device
    WallTime revokedAt;
    friend bool operator==(const Revocation&, const Revocation&) = default;
};

struct PeerFacts {
    std::vector<IncomingRecord> directory;
    std::uint64_t directorySeq = 0; // up to here all of it is in this reply or was held before
    std::vector<Revocation> revocations;
    std::uint64_t revocationSeq = 0;
    bool more = false;
};

[[nodiscard]] Bytes encode(const PeerPull& pull);
[[nodiscard]] Bytes encode(const PeerFacts& facts);

// WrongTenant unless the message is for `agency`; Malformed.
[[nodiscard]] Result<PeerPull> decodePeerPull(BytesView bytes, const AgencyId& agency);
// From `agency`'s server. NotPermitted when it holds a record that is not of the directory, or another's revocations: a
// partner can state its own facts and nobody else's. Malformed, TooLarge.
[[nodiscard]] Result<PeerFacts> decodePeerFacts(BytesView bytes, const AgencyId& agency);

inline constexpr std::size_t kMaxDirectoryPerReply = 4'000;
inline constexpr std::size_t kMaxRevocationsPerReply = 10'000;

} // namespace frontsheet::wire
