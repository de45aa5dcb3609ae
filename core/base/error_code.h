// Numbered error codes. A number is never reused, so that a code in an old log or bug report keeps its meaning.
// The words a person reads are made in app/ from the code; nothing here carries personal data.
#pragma once

#include <cstdint>
#include <string_view>

namespace frontsheet {

enum class ErrorCode : std::uint16_t {
    // 1-99: any layer
    InvalidArgument = 1, // the caller broke a documented rule
    NotFound = 2,        // no such record, file or agency
    Internal = 3,        // a bug; please report
    Cancelled = 4,       // stopped because the program is closing
    Unsupported = 5,     // newer protocol, schema or file than this program knows

    // 100-199: the encrypted store and ledger
    WrongPassphrase = 100, // the key file is whole, the passphrase does not open it
    KeyFileDamaged = 101,  // the key file fails its own checksum or shape
    StoreDamaged = 102,    // the database is there, the key is right, its pages are not
    StoreMissing = 103,    // a key file without its database, or the other way about: never recreated silently
    DiskFull = 104,
    StoreBusy = 105,   // another process holds it
    StoreFailed = 106, // any other database failure
    StoreNewer = 107,  // written by a later version of the program
    DiskFailed = 108,  // the operating system refused a read or write

    // 200-299: what came over the wire or from a file is not acceptable
    Malformed = 200,
    TooLarge = 201,
    Truncated = 202,
    WrongTenant = 203, // a message for, or certificate of, another agency
    UnknownType = 204,
    NotText = 205, // bytes that are not UTF-8 where text belongs

    // 300-399: network and identity
    Unreachable = 300, // no route, refused, timed out: try again later
    CertificateRejected = 301,
    NotOurServer = 302, // something answered that is not an agency server (captive portal, proxy)
    Revoked = 303,
    ServerFailed = 304, // the server said 5xx
    ServerBusy = 305,   // the server said when to come back
    ProxyRefused = 306,
    ClockWrong = 307, // this device's clock is outside the certificate's validity
    EnrolmentRefused = 308,
    ProfileClosed = 309, // this device's agency has shut it out, and everything that was on it is gone

    // 400-499: rules of the work
    NotPermitted = 400, // the sharing decision denies it
    WrongState = 401,   // the referral or note is not in a state that allows it
    Immutable = 402,    // signed, or already final
    Missing = 403,      // an obligatory field is empty
    Conflict = 404,     // someone else changed the same thing
    ImpossibleDate = 405,
    Duplicate = 406,
    NeedsReason = 407,  // its home has not been heard from for so long that it opens only with a typed reason
    OutOfContact = 408, // for so long that it is not shown until its home has answered
};

[[nodiscard]] std::string_view name(ErrorCode code);

} // namespace frontsheet
