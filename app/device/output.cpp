#include "app/device/output.h"

#include "core/store/closed_profile.h"

#include <cstdio>
#include <nlohmann/json.hpp>

namespace frontsheet::device {

void printRaw(std::string_view line) {
    std::fwrite(line.data(), 1, line.size(), stdout);
    std::fputc('\n', stdout);
    std::fflush(stdout);
}

void print(const Line& line) { printRaw(line.dump()); }

void saySaved(const RecordId& record) { print(Line{{"saved", true}, {"record", record.hex()}}); }

std::string plainWords(const Error& error) {
    switch (error.code) {
    case ErrorCode::WrongPassphrase:
        return "That passphrase does not open this profile. Nothing was changed. Try again.";
    case ErrorCode::KeyFileDamaged:
        return "The key file is damaged. The database beside it is untouched: restore store.key from a copy, or ask "
               "your "
               "agency.";
    case ErrorCode::StoreDamaged:
        return "The database is damaged. Nothing was overwritten. Keep the folder and ask your agency before doing "
               "anything.";
    case ErrorCode::StoreMissing:
        return "The key file or the database is missing. Nothing was made anew: look for the missing file in a copy.";
    case ErrorCode::StoreNewer:
        return "This profile was written by a later version. Update Frontsheet and open it again.";
    case ErrorCode::StoreBusy:
        return "Frontsheet already has this profile open. Close it there first.";
    case ErrorCode::DiskFull:
        return "The disk is full. What was saved before is safe; this was not saved. Free some space and try again.";
    case ErrorCode::DiskFailed:
        return "The disk did not take or give the data. What was saved before is untouched. Try again, then ask your "
               "agency.";
    case ErrorCode::Unreachable:
        return "No answer from the server. Your work is safe here and will be sent when there is signal.";
    case ErrorCode::CertificateRejected:
        return "The server's or this device's certificate was not accepted. Your work is safe here. Ask your agency.";
    case ErrorCode::NotOurServer:
        return "What answered was not the agency's server, or was damaged on the way: perhaps a sign-in page of this "
               "network. Your work is safe here. Sign in to the network, or use another, then try again.";
    case ErrorCode::ProxyRefused:
        return "The network's proxy refused. Your work is safe here. Ask whoever runs this network.";
    case ErrorCode::ClockWrong:
        return "The date and time of this device and of the server do not fit together. Set this device's clock if it "
               "is "
               "wrong, then try again; if it is right, tell your agency. Your work is safe here.";
    case ErrorCode::Revoked:
        return "Access for this device has been withdrawn. Ask your agency.";
    case ErrorCode::ProfileClosed:
        return "This profile is closed: its agency has ended this device's access, and everything in it is gone.";
    case ErrorCode::NeedsReason:
        return "This device has not heard from the agency that shared this for a while. Open it with --reason, or "
               "sync.";
    case ErrorCode::OutOfContact:
        return "Hidden: this device has not heard from the agency that shared this for too long. Sync to see it again.";
    case ErrorCode::EnrolmentRefused:
        return "The invitation was not accepted: it was used, has run out, or is for somewhere else. Ask for a new "
               "one.";
    case ErrorCode::ServerBusy:
        return "The server is busy. Your work is safe here and will be sent later.";
    case ErrorCode::ServerFailed:
        return "The server had a fault. Your work is safe here and will be sent later.";
    case ErrorCode::NotPermitted:
        return "That is not for this worker to do.";
    case ErrorCode::WrongState:
        return "That cannot be done now: it has moved on. Sync and look again.";
    case ErrorCode::Immutable:
        return "That is signed and cannot be changed. Write an addendum instead.";
    case ErrorCode::Missing:
        return "Something is not filled in.";
    case ErrorCode::Malformed:
    case ErrorCode::Truncated:
    case ErrorCode::TooLarge:
    case ErrorCode::NotText:
        return "The file or the message is not what it should be. Nothing of it was taken, nothing was changed. Ask "
               "for it "
               "again.";
    case ErrorCode::Duplicate:
        return "It is there already. Nothing was changed.";
    case ErrorCode::NotFound:
        return "There is no such thing on this device.";
    case ErrorCode::InvalidArgument:
        return "The command was not understood. See --help.";
    default:
        return "It could not be done. What was saved before is untouched.";
    }
}

ExitCode fail(const Error& error) {
    std::fprintf(stderr, "%s\n[%s]\n", plainWords(error).c_str(), describe(error).c_str());
    const auto number = static_cast<unsigned>(error.code);
    if (error.code == ErrorCode::ProfileClosed) {
        return ExitCode::ProfileClosed;
    }
    if (number >= 300 && number < 400) {
        return ExitCode::NoAnswer;
    }
    return error.code == ErrorCode::InvalidArgument ? ExitCode::NotUnderstood : ExitCode::Failed;
}

ExitCode fail(const Error& error, const std::string& profile) {
    const auto code = fail(error);
    const auto closed = code == ExitCode::ProfileClosed ? closed_profile::read(profile)
                                                        : Result<std::optional<ClosedProfile>>{std::nullopt};
    if (!closed || !*closed) {
        return code;
    }
    const auto named = [](const HomeCount& count) { return count.name.empty() ? count.home.str() : count.name; };
    for (const auto& count : (*closed)->handedIn) {
        std::fprintf(stderr, "Handed in at %s: %zu. A person there looks at it.\n", named(count).c_str(), count.count);
    }
    for (const auto& count : (*closed)->sealed) {
        std::fprintf(stderr, "Written for %s and not taken there: %zu, sealed for your agency.\n", named(count).c_str(),
                     count.count);
    }
    if (!(*closed)->file.empty()) {
        std::fprintf(stderr, "Take %s from this profile's folder to your agency: only it can open it.\n",
                     (*closed)->file.c_str());
    }
    std::fprintf(stderr, "Ring %s%s%s.\n",
                 (*closed)->name.empty() ? (*closed)->agency.str().c_str() : (*closed)->name.c_str(),
                 (*closed)->phone.empty() ? "" : ", ", (*closed)->phone.c_str());
    return code;
}

} // namespace frontsheet::device
