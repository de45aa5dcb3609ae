// What agency servers say to each other (proto/frontsheet/v1/peer.proto) as protobuf bytes, packed like every other message.
#pragma once

#include "core/domain/sharing/permission_codec.h"
#include "sync/wire/messages.h"

#include <cstdint>
#include <string>
#include <vector>

namespace frontsheet::wire {

struct PeerPull {
    AgencyId agency;                // whose facts are asked for
    std::uint64_t directorySeq = 0; // everything of its directory up to here is held
    std::uint64_t revocationSeq = 0;
    std::uint64_t noticeSeq = 0; // every notice up to here is held; kNoNotices: none wanted
    std::vector<sharing::Acknowledgement> acknowledgements{}; // by the asking agency's workers
    friend bool operator==(const PeerPull&, const PeerPull&) = default;
};

struct Revocation {
    DeviceId device;
    AgencyId agency; // whose device
    WallTime revokedAt;
    friend bool operator==(const Revocation&, const Revocation&) = default;
};

// What a person said, as told by a partner. `fields`: of a permission-notice, checked (sharing::checkNotice).
struct Notice {
    PersonId person; // the partner's id
    FieldSet fields;
    friend bool operator==(const Notice&, const Notice&) = default;
};

struct PeerFacts {
    std::vector<IncomingRecord> directory;
    std::uint64_t directorySeq = 0; // up to here all of it is in this reply or was held before
    std::vector<Revocation> revocations;
    std::uint64_t revocationSeq = 0;
    bool more = false;
    Bytes logHead;  // where the partner's disclosure log ends, as it signed it; empty: nothing logged
    Bytes heldHead; // the newest head of the asking agency's log that the partner holds
    std::vector<Notice> notices;
    std::uint64_t noticeSeq = 0; // up to here all of them are in this reply or were held before
};

// One registration as the matching index is told of it: identity fields and nothing more.
struct Identity {
    PersonId person;
    std::string nhsNumber;
    std::string title;
    std::string familyName;
    std::string givenName;
    std::string born;
    std::string gender;
    std::string address;
    std::string town;
    std::string postcode;
    std::string phone;
    friend bool operator==(const Identity&, const Identity&) = default;
};

// An agency feeds the index anew: what it fed before stands until the `last` part of the new feed is in.
struct MatchFeed {
    AgencyId agency; // whose people; the caller's own
    std::vector<Identity> identities;
    bool first = false;
    bool last = false;
};

struct MatchAsk {
    AgencyId agency; // who asks
    std::uint64_t offset = 0;
};

struct MatchedPair {
    PersonId person; // the asking agency's
    PersonId other;
    AgencyId otherAgency;
    bool certain = false;
    std::string evidence;
    std::string basis;          // when certain
    std::uint32_t question = 0; // when not
    friend bool operator==(const MatchedPair&, const MatchedPair&) = default;
};

struct MatchPairs {
    std::vector<MatchedPair> pairs;
    bool more = false;
    bool ready = false; // false: some partners have not fed the index yet, so later there may be more
};

[[nodiscard]] Bytes encode(const PeerPull& pull);
[[nodiscard]] Bytes encode(const PeerFacts& facts);

// WrongTenant unless the message is for `agency`; Malformed; TooLarge; NotText.
[[nodiscard]] Result<PeerPull> decodePeerPull(BytesView bytes, const AgencyId& agency);
// From `agency`'s server. NotPermitted when it holds a record that is not of the directory, another's revocations, or what
// another agency was told: a partner can state its own facts and nobody else's. Malformed, TooLarge, and checkNotice()'s.
[[nodiscard]] Result<PeerFacts> decodePeerFacts(BytesView bytes, const AgencyId& agency);

[[nodiscard]] Bytes encode(const MatchFeed& feed);
[[nodiscard]] Bytes encode(const MatchAsk& ask);
[[nodiscard]] Bytes encode(const MatchPairs& pairs);
// Malformed, NotText, TooLarge. WrongTenant unless it is `caller` that feeds or asks: for itself and nobody else.
[[nodiscard]] Result<MatchFeed> decodeMatchFeed(BytesView bytes, const AgencyId& caller);
[[nodiscard]] Result<MatchAsk> decodeMatchAsk(BytesView bytes, const AgencyId& caller);
[[nodiscard]] Result<MatchPairs> decodeMatchPairs(BytesView bytes);

// An identity at rest in the index's ledger.
[[nodiscard]] Bytes encode(const Identity& identity);
[[nodiscard]] Result<Identity> decodeIdentity(BytesView bytes);

inline constexpr std::size_t kMaxDirectoryPerReply = 4'000;
inline constexpr std::size_t kMaxRevocationsPerReply = 10'000;
inline constexpr std::size_t kMaxNoticesPerReply = 1'000;
inline constexpr std::size_t kMaxNoticeBytes = 4'096;
inline constexpr std::size_t kMaxAcknowledgementsPerPull = 100; // of 600 bytes: a pull stays as small as an enrolment
inline constexpr std::uint64_t kNoNotices = ~std::uint64_t{0};
inline constexpr std::size_t kMaxIdentitiesPerFeed = 4'000;
inline constexpr std::size_t kMaxPairsPerReply = 10'000;
inline constexpr std::size_t kMaxIdentityField = 512;

} // namespace frontsheet::wire
