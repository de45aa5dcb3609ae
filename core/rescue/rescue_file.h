// Unsent work in one file that only the agency can open.
//
//   8 bytes   "FSRESC\r\n" (a file that went through a text-mode copy no longer begins so)
//   2         format, 1
//   8         mark of the key it is sealed to (BLAKE2b-256 of the public key, first 8 bytes)
//   4         length of the sealed box
//   ...       the contents in libsodium's sealed box: X25519 with a key made for this file, XSalsa20-Poly1305
//   32        SHA-256 of all before: tells damage from another agency's file; it is no protection against an attacker
//
// Numbers are little-endian. Whoever has the agency's public key can make such a file: what comes out of one is a claim, for a
// person at the agency to judge. It is about nobody from outside: neither name nor header says whose it is.
#pragma once

#include "core/base/clock.h"
#include "core/domain/intent.h"
#include "core/domain/principal.h"
#include "core/rescue/rescue_key.h"
#include "core/usecases/ports/body_codec.h"

#include <vector>

namespace frontsheet {

struct RescuedIntent {
    WallTime savedAt; // by the device's clock
    Intent intent;
    friend bool operator==(const RescuedIntent&, const RescuedIntent&) = default;
};

struct RescueContents {
    Principal author;
    WallTime sealedAt;
    std::vector<RescuedIntent> intents; // in the order they were written
    friend bool operator==(const RescueContents&, const RescueContents&) = default;
};

namespace rescue_file {

inline constexpr const char* kName = "unsent.rescue"; // inside the profile's folder
// A tablet's outbox has some dozens of intents; what is beyond this is nobody's day's work.
inline constexpr std::size_t kMaxBytes = std::size_t{256} * 1024 * 1024;
inline constexpr std::size_t kMaxIntents = 100'000;

// TooLarge: more than opened() would take. Nothing is sealed that could not be opened again.
[[nodiscard]] Result<Bytes> sealed(const RescueContents& contents, const RescuePublicKey& to, const BodyCodec& codec);
// The same with the key made for the file given: for comparing with known answers, and for nothing else.
[[nodiscard]] Bytes sealedWith(BytesView contents, const RescuePublicKey& to, const RescueSecret& made);

// The mark of the key that it says it is sealed to, 8 bytes. Malformed or Truncated as opened().
[[nodiscard]] Result<Bytes> sealedToMark(BytesView file);
// Truncated (shorter than it says), Malformed (no such file, or damaged), Unsupported (a later format), TooLarge, WrongTenant
// (sealed to another key).
[[nodiscard]] Result<RescueContents> opened(BytesView file, const RescueSecret& secret, const BodyCodec& codec);

} // namespace rescue_file

} // namespace frontsheet
