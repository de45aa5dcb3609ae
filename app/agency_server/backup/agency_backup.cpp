#include "app/agency_server/backup/agency_backup.h"

#include "app/agency_server/files.h"
#include "core/base/settings_text.h"
#include "sync/server/restoring/journal.h"

#include <sodium.h>

#include <charconv>
#include <ctime>
#include <fcntl.h>
#include <fstream>
#include <unistd.h>

namespace frontsheet {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kPiece = 1024 * 1024;

Error diskError(const fs::path& path) {
    return {errno == ENOSPC || errno == EDQUOT ? ErrorCode::DiskFull : ErrorCode::DiskFailed, path.string()};
}

Result<void> syncPath(const fs::path& path) {
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    const bool synced = fd >= 0 && ::fsync(fd) == 0;
    const auto error = diskError(path);
    if (fd >= 0) {
        ::close(fd);
    }
    return synced ? ok() : Result<void>{error};
}

Result<std::string> sha256OfFile(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    crypto_hash_sha256_state state;
    (void)crypto_hash_sha256_init(&state);
    std::string piece(kPiece, '\0');
    while (file) {
        file.read(piece.data(), static_cast<std::streamsize>(piece.size()));
        (void)crypto_hash_sha256_update(&state, reinterpret_cast<const unsigned char*>(piece.data()),
                                        static_cast<unsigned long long>(file.gcount()));
    }
    if (!file.eof()) {
        return {ErrorCode::DiskFailed, path.string()};
    }
    std::array<std::uint8_t, 32> hash{};
    (void)crypto_hash_sha256_final(&state, hash.data());
    return detail::toHex(hash);
}

// "20261121T194205Z"
std::string nameOf(WallTime time) {
    const std::time_t seconds = time.ms / 1000;
    std::tm utc{};
    (void)gmtime_r(&seconds, &utc);
    char text[32]{};
    (void)std::strftime(text, sizeof text, "%Y%m%dT%H%M%SZ", &utc);
    return text;
}

Result<void> copyFile(const fs::path& from, const fs::path& to) {
    FS_ASSIGN(const auto contents, readFile(from, 64 * kPiece));
    return writeFile(to, contents, Readable::ByOwner);
}

// Everything beside the ledger: small files, and the agreements' folders.
Result<void> copyBeside(const fs::path& from, const fs::path& to) {
    FS_TRY(makeFolder(to, Readable::ByOwner));
    std::error_code failed;
    for (const auto& entry : fs::directory_iterator(from, failed)) {
        const auto name = entry.path().filename().string();
        if (name.starts_with("ledger")) {
            continue;
        }
        if (entry.is_directory()) {
            FS_TRY(copyBeside(entry.path(), to / name));
        } else if (entry.is_regular_file() && entry.path().extension() != ".lock") {
            FS_TRY(copyFile(entry.path(), to / name));
        }
    }
    return failed ? Result<void>{ErrorCode::DiskFailed, from.string()} : ok();
}

std::string settingsOf(const AgencyBackup& backup) {
    SettingsSection section;
    section.values["agency"] = backup.agency.str();
    section.values["made_at"] = std::to_string(backup.madeAt.ms);
    section.values["feed"] = std::to_string(backup.feedSeq);
    section.values["epoch"] = backup.epoch.hex();
    section.values["line"] = std::to_string(backup.line);
    section.values["journal"] = std::to_string(backup.journal);
    section.values["records"] = std::to_string(backup.records);
    section.values["log"] = std::to_string(backup.logEntries);
    section.values["sha256"] = backup.sha256;
    return writeSettings({section});
}

template <class Number>
bool readNumber(const SettingsSection& section, const char* name, Number& number) {
    const auto text = section.value(name);
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
    return failed == std::errc{} && end == text.data() + text.size();
}

Result<void> compare(const AgencyBackup& backup, const LedgerCopy& copy) {
    const bool same = copy.head.feedSeq == backup.feedSeq && copy.head.epoch == backup.epoch &&
                      copy.head.line == backup.line && copy.records == backup.records &&
                      copy.logEntries == backup.logEntries && copy.journal == backup.journal;
    return same ? ok() : Result<void>{ErrorCode::StoreDamaged, "the backup is not what its backup.conf says"};
}

Result<AgencyBackup> makeIn(const fs::path& making, const ServerFolder& folder, const AgencyId& agency, WallTime now) {
    FS_ASSIGN(const auto key, folder.keyOf(agency));
    FS_TRY(makeFolder(making, Readable::ByOwner));
    const auto ledger = making / "ledger.db";
    FS_TRY(copyLedger(folder.ledgerFile(agency).string(), ledger.string(), key));
    FS_ASSIGN(const auto copy, verifyLedger(ledger.string(), key, agency));
    FS_TRY(syncPath(ledger));
    AgencyBackup backup{making,         agency,       now,          copy.head.feedSeq, copy.head.epoch,
                        copy.head.line, copy.journal, copy.records, copy.logEntries,   {}};
    FS_ASSIGN(backup.sha256, sha256OfFile(ledger));
    FS_TRY(copyBeside(folder.ledgerFile(agency).parent_path(), making / "agency"));
    FS_TRY(makeFolder(making / "host", Readable::ByOwner));
    FS_TRY(copyFile(folder.settingsFile(), making / "host" / "server.conf"));
    FS_TRY(copyFile(folder.partnershipFile(), making / "host" / "partnership.conf"));
    FS_TRY(writeFile(making / "backup.conf", settingsOf(backup), Readable::ByOwner));
    return backup;
}

} // namespace

Result<AgencyBackup> makeBackup(const ServerFolder& folder, const AgencyId& agency, const fs::path& to, WallTime now) {
    FS_TRY(makeFolder(to, Readable::ByOwner));
    const auto place = to / (agency.str() + "-" + nameOf(now));
    const auto making = fs::path{place.string() + ".making"};
    std::error_code failed;
    if (fs::exists(place, failed)) {
        return {ErrorCode::Duplicate, place.string()};
    }
    fs::remove_all(making, failed); // of one that was cut off
    auto made = makeIn(making, folder, agency, now);
    if (!made) {
        fs::remove_all(making, failed);
        return made;
    }
    if (::rename(making.c_str(), place.c_str()) != 0) {
        return diskError(place);
    }
    FS_TRY(syncPath(to));
    made->path = place;
    FS_ASSIGN(const auto ledger, folder.ledgerOf(agency));
    FS_TRY(ledger->write(WriteKind::Other, [&](LedgerWrites& writes) -> Result<void> {
        FS_ASSIGN(const auto head, writes.head());
        if (head.epoch != made->epoch) {
            return {ErrorCode::WrongState, "the ledger was restored while it was backed up"};
        }
        FS_TRY(writes.noteSafe(made->feedSeq));
        return writes.journal({now, restoring::BackedUp{made->feedSeq, made->sha256}});
    }));
    return made;
}

Result<AgencyBackup> readBackup(const fs::path& path) {
    FS_ASSIGN(const auto text, readFile(path / "backup.conf"));
    FS_ASSIGN(const auto sections, parseSettings(text));
    const auto& section = sections.front();
    AgencyBackup backup;
    backup.path = path;
    backup.agency = AgencyId{section.value("agency")};
    backup.sha256 = section.value("sha256");
    auto epoch = Epoch::fromHex(section.value("epoch"));
    const bool read = readNumber(section, "made_at", backup.madeAt.ms) && readNumber(section, "feed", backup.feedSeq) &&
                      readNumber(section, "line", backup.line) && readNumber(section, "journal", backup.journal) &&
                      readNumber(section, "records", backup.records) && readNumber(section, "log", backup.logEntries);
    if (!read || !epoch || !backup.agency.isWellFormed() || backup.sha256.size() != 64) {
        return {ErrorCode::Malformed, (path / "backup.conf").string()};
    }
    backup.epoch = *epoch;
    return backup;
}

Result<void> bringBack(const AgencyBackup& backup, const fs::path& to, sqlite::RawKey key) {
    std::error_code failed;
    if (!fs::copy_file(backup.path / "ledger.db", to, fs::copy_options::none, failed)) {
        return {failed == std::errc::no_space_on_device ? ErrorCode::DiskFull : ErrorCode::DiskFailed, to.string()};
    }
    const auto brought = [&]() -> Result<void> {
        FS_ASSIGN(const auto sha256, sha256OfFile(to));
        if (sha256 != backup.sha256) {
            return {ErrorCode::StoreDamaged, "the backup's ledger is not the one that was made"};
        }
        FS_ASSIGN(const auto copy, verifyLedger(to.string(), key, backup.agency));
        FS_TRY(compare(backup, copy));
        return syncPath(to);
    }();
    if (!brought) {
        for (const char* part : {"", "-wal", "-shm"}) {
            fs::remove(to.string() + part, failed);
        }
    }
    return brought;
}

Result<void> bringBackBeside(const AgencyBackup& backup, const fs::path& agencyFolder) {
    std::error_code failed;
    for (const auto& entry : fs::directory_iterator(backup.path / "agency", failed)) {
        const auto place = agencyFolder / entry.path().filename();
        if (fs::exists(place, failed)) {
            continue;
        }
        FS_TRY(entry.is_directory() ? copyBeside(entry.path(), place) : copyFile(entry.path(), place));
    }
    return failed ? Result<void>{ErrorCode::DiskFailed, agencyFolder.string()} : ok();
}

} // namespace frontsheet
