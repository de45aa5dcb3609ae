#include "app/agency_server/server_folder.h"

#include "app/agency_server/backup/journal_file.h"
#include "app/agency_server/files.h"
#include "core/base/settings_text.h"

#include <sodium/crypto_generichash.h>

#include <algorithm>
#include <charconv>

namespace frontsheet {

namespace fs = std::filesystem;

namespace {

// The CA's key file opens with a key derived from the agency's, so that one secret is enough to keep apart.
std::string authorityPassphrase(std::span<const std::uint8_t, 32> key) {
    static constexpr std::string_view kPurpose = "frontsheet agency CA key, 1";
    std::array<std::uint8_t, 32> derived{};
    crypto_generichash(derived.data(), derived.size(), reinterpret_cast<const unsigned char*>(kPurpose.data()),
                       kPurpose.size(), key.data(), key.size());
    return detail::toHex(derived);
}

Result<std::uint16_t> portOf(const SettingsSection& section, const char* name, std::uint16_t fallback) {
    const auto text = section.value(name);
    if (text.empty()) {
        return fallback;
    }
    std::uint16_t port = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), port);
    if (failed != std::errc{} || end != text.data() + text.size()) {
        return {ErrorCode::Malformed, std::string{"server.conf: "} + name};
    }
    return port;
}

// Which ledger it was: a server may have several.
template <class T>
Result<T> ofAgency(Result<T> result, const AgencyId& agency) {
    if (!result) {
        return {result.error().code, "the ledger of " + agency.str() + ": " + result.error().context};
    }
    return result;
}

} // namespace

Result<ServerFolder> ServerFolder::create(const fs::path& path, const ServerSettings& settings) {
    std::error_code failed;
    if (fs::exists(path / "server.conf", failed)) {
        return {ErrorCode::Duplicate, "there is a server in this folder already"};
    }
    FS_TRY(makeFolder(path, Readable::ByOwner));
    ServerFolder folder{fs::absolute(path), settings};
    FS_TRY(makeFolder(path / "agencies", Readable::ByOwner));
    FS_TRY(makeFolder(folder.keysFolder(), Readable::ByOwner));
    SettingsSection section;
    section.values["host"] = settings.host.str();
    section.values["listen"] = settings.listen;
    section.values["port"] = std::to_string(settings.port);
    section.values["health_port"] = std::to_string(settings.healthPort);
    section.values["keys"] = settings.keys.string();
    section.values["journals"] = settings.journals.string();
    FS_TRY(writeFile(path / "server.conf", writeSettings({section}), Readable::ByOwner));
    return folder;
}

Result<ServerFolder> ServerFolder::open(const fs::path& path) { return open(path, path / "server.conf"); }

Result<ServerFolder> ServerFolder::open(const fs::path& path, const fs::path& settingsFile) {
    auto text = readFile(settingsFile);
    if (!text) {
        return text.error().code == ErrorCode::NotFound ? Error{ErrorCode::NotFound, "no server in " + path.string()}
                                                        : text.error();
    }
    FS_ASSIGN(const auto sections, parseSettings(*text));
    ServerSettings settings;
    const auto& section = sections.front();
    settings.host = AgencyId{section.value("host")};
    settings.listen = section.value("listen");
    FS_ASSIGN(settings.port, portOf(section, "port", settings.port));
    FS_ASSIGN(settings.healthPort, portOf(section, "health_port", settings.healthPort));
    if (const auto keys = section.value("keys"); !keys.empty()) {
        settings.keys = keys;
    }
    if (const auto journals = section.value("journals"); !journals.empty()) {
        settings.journals = journals;
    }
    if (!settings.host.isWellFormed() || settings.listen.empty()) {
        return {ErrorCode::Malformed, "server.conf"};
    }
    return ServerFolder{fs::absolute(path), std::move(settings)};
}

fs::path ServerFolder::keysFolder() const {
    return m_settings.keys.is_absolute() ? m_settings.keys : m_path / m_settings.keys;
}

fs::path ServerFolder::journalFile(const AgencyId& agency) const {
    const auto& journals = m_settings.journals;
    return (journals.is_absolute() ? journals : m_path / journals) / (agency.str() + ".journal");
}

Result<std::vector<AgencyId>> ServerFolder::hosted() const {
    std::vector<AgencyId> agencies;
    std::error_code failed;
    for (const auto& entry : fs::directory_iterator(m_path / "agencies", failed)) {
        const AgencyId code{entry.path().filename().string()};
        if (entry.is_directory() && code.isWellFormed()) {
            agencies.push_back(code);
        }
    }
    if (failed) {
        return {ErrorCode::DiskFailed, "agencies"};
    }
    std::sort(agencies.begin(), agencies.end());
    return agencies;
}

Result<CertificateAuthority> ServerFolder::addAgency(const AgencyId& agency, WallTime now, IdSource& ids) const {
    if (!agency.isWellFormed()) {
        return {ErrorCode::InvalidArgument, "an agency's code has letters, digits, _ and - only"};
    }
    std::error_code failed;
    const auto keyFile = keysFolder() / (agency.str() + ".key");
    if (fs::exists(folderOf(agency), failed)) {
        return {ErrorCode::Duplicate, "agency " + agency.str() + " is hosted here already"};
    }
    if (fs::exists(keyFile, failed)) {
        return {ErrorCode::Duplicate,
                "a key file for " + agency.str() + " is there already; it may open a ledger elsewhere"};
    }
    // A dot is in no agency's code, so what is left of a failed attempt is never taken for an agency.
    const auto making = m_path / "agencies" / (agency.str() + ".making");
    fs::remove_all(making, failed);
    FS_TRY(makeFolder(making, Readable::ByOwner));
    Key key{};
    ids.random16(std::span<std::uint8_t, 16>{key.data(), 16});
    ids.random16(std::span<std::uint8_t, 16>{key.data() + 16, 16});
    FS_ASSIGN(auto authority, CertificateAuthority::make(agency, now, ids));
    FS_ASSIGN(const auto keyPem, authority.key().toPem(authorityPassphrase(key)));
    FS_TRY(writeFile(making / "ca.pem", authority.certificate().pem(), Readable::ByAll));
    FS_TRY(writeFile(making / "ca-key.pem", keyPem, Readable::ByOwner));
    FS_TRY(EmbeddedLedger::create((making / "ledger.db").string(), key, agency, ids));
    FS_TRY(writeFile(keyFile, detail::toHex(key) + "\n", Readable::ByOwner));
    fs::rename(making, folderOf(agency), failed);
    if (failed) {
        return {ErrorCode::DiskFailed, "agencies/" + agency.str()};
    }
    return authority;
}

Result<ServerFolder::Key> ServerFolder::keyOf(const AgencyId& agency) const {
    auto text = readFile(keysFolder() / (agency.str() + ".key"), 1024);
    if (!text) {
        return {ErrorCode::StoreMissing,
                "the key file of " + agency.str() + ", " + (keysFolder() / (agency.str() + ".key")).string()};
    }
    while (!text->empty() && (text->back() == '\n' || text->back() == '\r')) {
        text->pop_back();
    }
    Key key{};
    if (!detail::fromHex(*text, key)) {
        return {ErrorCode::KeyFileDamaged, "the key file of " + agency.str()};
    }
    return key;
}

Result<CertificateAuthority> ServerFolder::authorityOf(const AgencyId& agency) const {
    FS_ASSIGN(const auto key, keyOf(agency));
    const auto part = [&](const char* name) -> Result<std::string> {
        auto text = readFile(folderOf(agency) / name);
        if (!text && text.error().code == ErrorCode::NotFound) {
            return {ErrorCode::StoreMissing, std::string{name} + " of " + agency.str()};
        }
        return text;
    };
    FS_ASSIGN(const auto certificate, part("ca.pem"));
    FS_ASSIGN(const auto keyPem, part("ca-key.pem"));
    auto authority = CertificateAuthority::load(certificate, keyPem, authorityPassphrase(key));
    if (!authority) {
        return {ErrorCode::KeyFileDamaged, "ca.pem or ca-key.pem of " + agency.str()};
    }
    return authority;
}

Result<std::unique_ptr<EmbeddedLedger>> ServerFolder::ledgerOf(const AgencyId& agency) const {
    FS_ASSIGN(const auto key, keyOf(agency));
    FS_ASSIGN(auto ledger, ofAgency(EmbeddedLedger::open(ledgerFile(agency).string(), key, agency), agency));
    const auto file = journalFile(agency);
    FS_TRY(makeFolder(file.parent_path(), Readable::ByOwner));
    FS_ASSIGN(auto journal, restoring::JournalFile::open(file, key, agency));
    ledger->keepJournal(std::move(journal));
    return ledger;
}

Result<void> ServerFolder::check(const AgencyId& agency) const {
    FS_ASSIGN(const auto key, keyOf(agency));
    FS_TRY(ofAgency(EmbeddedLedger::check(ledgerFile(agency).string(), key, agency), agency));
    FS_TRY(authorityOf(agency));
    return ok();
}

} // namespace frontsheet
