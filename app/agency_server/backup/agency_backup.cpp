#include "app/agency_server/backup/agency_backup.h"

#include "app/agency_server/agreement/folder_lock.h"
#include "app/agency_server/files.h"
#include "app/agency_server/partnership_file.h"
#include "core/base/settings_text.h"
#include "sync/server/restoring/journal.h"

#include <sodium.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <ctime>
#include <optional>
#include <set>

namespace frontsheet {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kMaking = ".making";
constexpr const char* kOneAtATime = ".lock"; // in a folder of backups

Error diskError(const fs::path& path) {
    return {errno == ENOSPC || errno == EDQUOT ? ErrorCode::DiskFull : ErrorCode::DiskFailed, path.string()};
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

// The ledger comes by itself, and so do attached files.
bool isNotSmall(std::string_view name) { return name.starts_with("ledger") || name == "files"; }

// Without the seal: what it is of.
SettingsSection sectionOf(const AgencyBackup& backup) {
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
    section.values["contents"] = backup.contents;
    return section;
}

std::string sealOf(const AgencyBackup& backup, sqlite::RawKey key) {
    static constexpr std::string_view kPurpose = "frontsheet agency backup, 1";
    const auto raw = [](std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); };
    std::array<std::uint8_t, 32> sealing{};
    (void)crypto_generichash(sealing.data(), sealing.size(), raw(kPurpose), kPurpose.size(), key.data(), key.size());
    const auto text = writeSettings({sectionOf(backup)});
    std::array<std::uint8_t, 32> seal{};
    (void)crypto_generichash(seal.data(), seal.size(), raw(text), text.size(), sealing.data(), sealing.size());
    sodium_memzero(sealing.data(), sealing.size());
    return detail::toHex(seal);
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

// Of "<agency>-20261121T194205Z" and the like: another agency's code may begin with this one's.
bool isNamedFor(const AgencyId& agency, std::string_view name, std::string_view ending) {
    const auto time = nameOf({}).size();
    return name.size() == agency.str().size() + 1 + time + ending.size() && name.starts_with(agency.str() + "-") &&
           name.ends_with(ending);
}

// The last whole backup that is there; empty: none. What was cut off goes.
fs::path tidy(const fs::path& to, const AgencyId& agency) {
    fs::path latest;
    std::vector<fs::path> cutOff;
    std::error_code failed;
    for (const auto& entry : fs::directory_iterator(to, failed)) {
        const auto name = entry.path().filename().string();
        if (isNamedFor(agency, name, kMaking)) {
            cutOff.push_back(entry.path());
        } else if (isNamedFor(agency, name, {}) && entry.path() > latest &&
                   fs::exists(entry.path() / "backup.conf", failed)) {
            latest = entry.path();
        }
    }
    for (const auto& path : cutOff) {
        fs::remove_all(path, failed);
    }
    return latest;
}

// The settings, and the partnership with its CAs beside it wherever they lay.
Result<void> copyHost(const ServerFolder& folder, const fs::path& partnershipFile, const fs::path& making,
                      BackupFiles& files) {
    const auto host = making / "host";
    FS_TRY(makeFolder(host, Readable::ByOwner));
    FS_ASSIGN(const auto settings, readFile(folder.settingsFile()));
    FS_TRY(writeFile(host / "server.conf", settings, Readable::ByOwner));
    FS_ASSIGN(const auto partnership, readPartnership(partnershipFile));
    FS_TRY(writePartnership(partnership, host / "partnership.conf"));
    std::error_code failed;
    for (const auto& entry : fs::directory_iterator(host, failed)) {
        FS_ASSIGN(const auto contents, readFile(entry.path(), kMostSmallFile));
        files.push_back({"host/" + entry.path().filename().string(), contents.size(), sha256Of(contents)});
    }
    return failed ? Result<void>{ErrorCode::DiskFailed, host.string()} : ok();
}

// The ledger first: what a record of it names was there before, and is copied after.
Result<AgencyBackup> makeIn(const fs::path& making, const ServerFolder& folder, const AgencyId& agency,
                            const BackupWish& wish, const fs::path& earlier, WallTime now) {
    FS_ASSIGN(const auto key, folder.keyOf(agency));
    FS_TRY(makeFolder(making, Readable::ByOwner));
    const auto ledger = making / "ledger.db";
    FS_TRY(copyLedger(folder.ledgerFile(agency).string(), ledger.string(), key));
    FS_ASSIGN(const auto copy, verifyLedger(ledger.string(), key, agency));
    FS_TRY(syncPath(ledger));
    AgencyBackup backup{making,
                        agency,
                        now,
                        copy.head.feedSeq,
                        copy.head.epoch,
                        copy.head.line,
                        copy.journal,
                        copy.records,
                        copy.logEntries,
                        {},
                        {},
                        {}};
    FS_ASSIGN(backup.sha256, sha256OfFile(ledger));
    BackupFiles files;
    {
        const auto agreements = folder.agreementsFolder(agency);
        std::optional<FolderLock> still; // a version half activated is none
        std::error_code failed;
        if (fs::exists(agreements, failed)) {
            FS_ASSIGN(auto lock, FolderLock::take(agreements));
            still.emplace(std::move(lock));
        }
        FS_TRY(copySmallFiles(folder.ledgerFile(agency).parent_path(), making, "agency", isNotSmall, files));
    }
    FS_TRY(copyAttachedFiles(folder.filesFolder(agency), making, "agency/files", earlier, files));
    FS_TRY(copyHost(folder, wish.partnership, making, files));
    const auto contents = writeContents(files);
    backup.contents = sha256Of(contents);
    FS_TRY(writeFile(making / "contents", contents, Readable::ByOwner));
    FS_TRY(checkContents(making, files));
    backup.seal = sealOf(backup, key);
    auto section = sectionOf(backup);
    section.values["seal"] = backup.seal;
    FS_TRY(writeFile(making / "backup.conf", writeSettings({section}), Readable::ByOwner));
    return backup;
}

} // namespace

Result<AgencyBackup> makeBackup(const ServerFolder& folder, const AgencyId& agency, const BackupWish& wish,
                                WallTime now) {
    const auto& to = wish.to;
    std::error_code failed;
    FS_TRY(fs::exists(to, failed) ? ok() : makeFolder(to, Readable::ByOwner));
    FS_ASSIGN(const auto alone, FolderLock::take(to / kOneAtATime));
    const auto place = to / (agency.str() + "-" + nameOf(now));
    const auto making = fs::path{place.string() + std::string{kMaking}};
    if (fs::exists(place, failed)) {
        return {ErrorCode::Duplicate, place.string()};
    }
    const auto earlier = tidy(to, agency);
    FS_ASSIGN(const auto ledger, folder.ledgerOf(agency));
    // Until the first backup is begun devices keep nothing; what they are told while it is copied may not be in it.
    FS_TRY(ledger->write(WriteKind::Other, [](LedgerWrites& writes) { return writes.noteSafe(0); }));
    auto made = makeIn(making, folder, agency, wish, earlier, now);
    if (!made) {
        fs::remove_all(making, failed);
        return made;
    }
    if (::rename(making.c_str(), place.c_str()) != 0) {
        return diskError(place);
    }
    FS_TRY(syncPath(to));
    made->path = place;
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
    backup.contents = section.value("contents");
    backup.seal = section.value("seal");
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

Result<BackupFiles> verifyBeside(const AgencyBackup& backup, sqlite::RawKey key) {
    const auto seal = sealOf(backup, key);
    if (backup.seal.size() != seal.size() || sodium_memcmp(backup.seal.data(), seal.data(), seal.size()) != 0) {
        return {ErrorCode::StoreDamaged,
                "backup.conf was changed, or the key file is not that of " + backup.agency.str()};
    }
    auto text = readFile(backup.path / "contents", kMostContentsBytes);
    if (!text || sha256Of(*text) != backup.contents) {
        return {ErrorCode::StoreDamaged, "the list of the backup's files is missing or was changed"};
    }
    FS_ASSIGN(auto files, parseContents(*text));
    FS_TRY(checkContents(backup.path, files));
    return files;
}

Result<void> bringBack(const AgencyBackup& backup, const fs::path& to, sqlite::RawKey key) {
    FS_TRY(copyFile(backup.path / "ledger.db", to));
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
            std::error_code failed;
            fs::remove(to.string() + part, failed);
        }
    }
    return brought;
}

Result<void> bringBackBeside(const AgencyBackup& backup, const BackupFiles& files, const fs::path& agencyFolder) {
    std::error_code failed;
    std::set<fs::path> changed;
    const bool hasAgreements = fs::exists(agencyFolder / "agreements", failed);
    for (const auto& file : files) {
        const fs::path path{file.path};
        if (*path.begin() != "agency") {
            continue;
        }
        const auto inside = path.lexically_relative("agency");
        const auto place = agencyFolder / inside;
        if (fs::exists(place, failed) || (hasAgreements && *inside.begin() == "agreements")) {
            continue;
        }
        FS_TRY(makeFolder(place.parent_path(), Readable::ByOwner));
        changed.insert(place.parent_path());
        // Under its name when it is whole: a file half brought would be taken for one that is there.
        const fs::path bringing{place.string() + ".new"};
        fs::remove(bringing, failed);
        FS_TRY(copyFile(backup.path / path, bringing));
        if (::rename(bringing.c_str(), place.c_str()) != 0) {
            return diskError(place);
        }
    }
    for (const auto& folder : changed) {
        FS_TRY(syncPath(folder));
    }
    return ok();
}

} // namespace frontsheet
