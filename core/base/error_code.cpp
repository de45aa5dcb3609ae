#include "core/base/error_code.h"

#include "core/base/result.h"

namespace frontsheet {

std::string_view name(ErrorCode code) {
    switch (code) {
#define FS_NAME(x)     \
    case ErrorCode::x: \
        return #x
        FS_NAME(InvalidArgument);
        FS_NAME(NotFound);
        FS_NAME(Internal);
        FS_NAME(Cancelled);
        FS_NAME(Unsupported);
        FS_NAME(WrongPassphrase);
        FS_NAME(KeyFileDamaged);
        FS_NAME(StoreDamaged);
        FS_NAME(StoreMissing);
        FS_NAME(DiskFull);
        FS_NAME(StoreBusy);
        FS_NAME(StoreFailed);
        FS_NAME(StoreNewer);
        FS_NAME(DiskFailed);
        FS_NAME(Malformed);
        FS_NAME(TooLarge);
        FS_NAME(Truncated);
        FS_NAME(WrongTenant);
        FS_NAME(UnknownType);
        FS_NAME(NotText);
        FS_NAME(Unreachable);
        FS_NAME(CertificateRejected);
        FS_NAME(NotOurServer);
        FS_NAME(Revoked);
        FS_NAME(ServerFailed);
        FS_NAME(ServerBusy);
        FS_NAME(ProxyRefused);
        FS_NAME(ClockWrong);
        FS_NAME(EnrolmentRefused);
        FS_NAME(ProfileClosed);
        FS_NAME(NotPermitted);
        FS_NAME(WrongState);
        FS_NAME(Immutable);
        FS_NAME(Missing);
        FS_NAME(Conflict);
        FS_NAME(ImpossibleDate);
        FS_NAME(Duplicate);
        FS_NAME(NeedsReason);
        FS_NAME(OutOfContact);
#undef FS_NAME
    }
    return "Unknown";
}

std::string describe(const Error& error) {
    std::string text{name(error.code)};
    text += " (" + std::to_string(static_cast<unsigned>(error.code)) + ")";
    if (!error.context.empty()) {
        text += ": " + error.context;
    }
    return text;
}

} // namespace frontsheet
