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

std::string plainWordsOfBackup(const Error& error) {
    switch (error.code) {
    case ErrorCode::StoreDamaged:
        return "The copy is not whole, and no backup was kept. The ledger may be damaged: run `check`, keep the "
               "backups "
               "there are, and look at the disk.";
    case ErrorCode::DiskFull:
        return "There is no room for the backup, and none was kept. Those before it are untouched. Free some space or "
               "name another folder, then try again.";
    case ErrorCode::Duplicate:
        return "There is a backup of this very second. Nothing was changed; try again.";
    default:
        return plainWords(error);
    }
}

std::string plainWordsOfRestore(const Error& error) {
    switch (error.code) {
    case ErrorCode::StoreDamaged:
        return "The backup or the journal is damaged, or the key file is not its own. Nothing was put back, and what "
               "is "
               "in the folder is as it was. Try another copy of it, and the copy of the key file.";
    case ErrorCode::StoreMissing:
        return "The key file or the journal is not here; they are kept apart from backups. Nothing was put back. Bring "
               "it to the place named. Where the journal is lost for good, say --without-journal.";
    case ErrorCode::WrongState:
        return "Nothing was changed: work that was acknowledged would go. Read what is said below, and say so if that "
               "is what you want.";
    case ErrorCode::WrongTenant:
        return "This backup is not of an agency of that server. Nothing was changed. Look at the backup and the "
               "folder.";
    case ErrorCode::StoreBusy:
        return "The server runs, or another program has the ledger open. Nothing was changed. Stop it, then try again.";
    case ErrorCode::NotFound:
        return "There is no backup in the place named. Nothing was changed. Name the folder of one, such as "
               "BACKUPS/council-20261121T020000Z.";
    case ErrorCode::Malformed:
    case ErrorCode::TooLarge:
        return "This is no whole backup, or a settings file is not what it should be. Nothing was put back. Look at "
               "the "
               "place named, or take another backup.";
    case ErrorCode::StoreNewer:
        return "The backup, or the ledger that is here, was written by a later version of this program. Nothing was "
               "changed. Install that version and try again.";
    default:
        return plainWords(error);
    }
}

std::string plainWordsOfReport(const Error& error) {
    return error.code == ErrorCode::ImpossibleDate
               ? "The last day is before the first. Nothing was read. Say the earlier day with --from."
               : plainWords(error);
}

} // namespace frontsheet
