#include "app/agency_server/plain_words.h"

namespace frontsheet {

std::string plainWords(const Error& error) {
    switch (error.code) {
    case ErrorCode::StoreDamaged:
        return "The ledger is damaged, or the key file is not its own. Nothing was overwritten. Keep the folder as it "
               "is "
               "and bring back the ledger and its key from the last backup.";
    case ErrorCode::KeyFileDamaged:
        return "A key file is damaged. The ledger beside it is untouched: bring the key back from its copy.";
    case ErrorCode::StoreMissing:
        return "A key file, a certificate or the ledger is missing. Nothing was made anew: bring it back from its "
               "copy.";
    case ErrorCode::StoreNewer:
        return "The ledger was written by a later version of this program. Install that version and start it again.";
    case ErrorCode::StoreBusy:
        return "Another process holds the ledger. Wait for it or stop it, then try again.";
    case ErrorCode::DiskFull:
        return "The disk is full. What was acknowledged before is safe; this was not kept. Free some space and try "
               "again.";
    case ErrorCode::DiskFailed:
        return "The disk did not take or give the data. What was acknowledged before is untouched. Look at the disk "
               "and "
               "try again.";
    case ErrorCode::StoreFailed:
        return "The ledger could not be used. What was acknowledged before is untouched. Run `check`, then try again.";
    case ErrorCode::Malformed:
    case ErrorCode::Truncated:
    case ErrorCode::NotText:
    case ErrorCode::TooLarge:
        return "A file is not what it should be. Nothing of it was taken. Look at the place named, correct it and try "
               "again.";
    case ErrorCode::NotFound:
        return "There is no such thing. Look at the name and try again.";
    case ErrorCode::Duplicate:
        return "It is there already. Nothing was changed.";
    case ErrorCode::WrongTenant:
        return "That belongs to another agency. Nothing was changed. Look at the agency's code and the folder.";
    case ErrorCode::CertificateRejected:
        return "A certificate was not accepted. Nothing was changed. Compare the CA in partnership.conf with the "
               "agency's "
               "own.";
    case ErrorCode::ClockWrong:
        return "A clock is wrong: a certificate's dates do not fit it. Set the date and time of this machine and of "
               "the "
               "partner's, then try again.";
    case ErrorCode::Unreachable:
    case ErrorCode::NotOurServer:
    case ErrorCode::ProxyRefused:
    case ErrorCode::ServerBusy:
    case ErrorCode::ServerFailed:
        return "The partner's server did not answer as it should. Nothing was lost; try again later, or ask its "
               "administrator.";
    case ErrorCode::InvalidArgument:
        return "The command was not understood. Nothing was done. See --help.";
    default:
        return "It could not be done. What was kept before is untouched.";
    }
}

} // namespace frontsheet
