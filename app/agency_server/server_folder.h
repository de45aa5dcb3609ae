// The folder of one server on disk, and what opens from it.
//
//   server.conf                 which agency runs the machine, where it listens, where the keys are
//   partnership.conf, *-ca.pem  who works together (partnership_file.h)
//   agencies/<code>/            one hosted agency: ca.pem, ca-key.pem (under a key from the key file), ledger.db (SQLCipher),
//                               agreements/ (agreement/README.md), files/ (sealed)
//   journals/<code>.journal     what a ledger restored from a backup must not have forgotten; `journals` puts them elsewhere
//   keys/<code>.key             the agency's key file; `--keys` puts them elsewhere (another disk, a sealed mount)
//
// Whoever has a key file and the folder can read everything of that agency; the key file alone, or the folder alone, opens
// nothing. Without its key file a ledger is lost: keep a copy apart.
#pragma once

#include "app/agency_server/identity/certificate_authority.h"
#include "app/agency_server/partnership_file.h"
#include "core/base/id_source.h"
#include "sync/server/embedded/embedded_ledger.h"

#include <array>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace frontsheet {

struct ServerSettings {
    AgencyId host; // its CA signs this server's TLS certificate
    std::string listen = "127.0.0.1";
    std::uint16_t port = 8443;
    std::uint16_t healthPort = 8444;
    std::filesystem::path keys = "keys";         // from the folder when relative
    std::filesystem::path journals = "journals"; // so is this; better on another disk
};

class ServerFolder {
public:
    // A new, empty folder with its settings. Duplicate when there is a server already.
    static Result<ServerFolder> create(const std::filesystem::path& path, const ServerSettings& settings);
    // NotFound when there is no server; Malformed.
    static Result<ServerFolder> open(const std::filesystem::path& path);
    // With settings that lie elsewhere: those of a machine that is to be brought back in `path`.
    static Result<ServerFolder> open(const std::filesystem::path& path, const std::filesystem::path& settings);

    [[nodiscard]] const ServerSettings& settings() const { return m_settings; }
    [[nodiscard]] std::filesystem::path partnershipFile() const { return m_path / "partnership.conf"; }
    [[nodiscard]] std::filesystem::path lockFile() const { return m_path / "serve.lock"; }
    // Of an agency hosted here: agreement/agreement_folder.h. Made by the first activation.
    [[nodiscard]] std::filesystem::path agreementsFolder(const AgencyId& agency) const {
        return folderOf(agency) / "agreements";
    }
    // rescue/rescue_keys.h
    [[nodiscard]] std::filesystem::path rescueFolder(const AgencyId& agency) const { return folderOf(agency); }
    // Attached files, sealed (sync/server/files). Made by the first.
    [[nodiscard]] std::filesystem::path filesFolder(const AgencyId& agency) const { return folderOf(agency) / "files"; }
    [[nodiscard]] std::filesystem::path settingsFile() const { return m_path / "server.conf"; }
    [[nodiscard]] std::filesystem::path ledgerFile(const AgencyId& agency) const {
        return folderOf(agency) / "ledger.db";
    }
    // backup/journal_file.h
    [[nodiscard]] std::filesystem::path journalFile(const AgencyId& agency) const;
    // Ascending.
    [[nodiscard]] Result<std::vector<AgencyId>> hosted() const;

    // Makes the CA, the key file and the ledger; nothing is left behind when it fails half way. Duplicate.
    [[nodiscard]] Result<CertificateAuthority> addAgency(const AgencyId& agency, WallTime now, IdSource& ids) const;

    // NotFound when the agency is not hosted here; KeyFileDamaged; the ledger's errors.
    [[nodiscard]] Result<CertificateAuthority> authorityOf(const AgencyId& agency) const;
    // Reads all of the ledger, and the CA with its key: whether they are whole.
    [[nodiscard]] Result<void> check(const AgencyId& agency) const;
    // With its journal, which is made where there is none yet.
    [[nodiscard]] Result<std::unique_ptr<EmbeddedLedger>> ledgerOf(const AgencyId& agency) const;
    // StoreMissing, KeyFileDamaged.
    using Key = std::array<std::uint8_t, 32>;
    [[nodiscard]] Result<Key> keyOf(const AgencyId& agency) const;

private:
    ServerFolder(std::filesystem::path path, ServerSettings settings)
        : m_path(std::move(path)), m_settings(std::move(settings)) {}
    [[nodiscard]] std::filesystem::path keysFolder() const;
    [[nodiscard]] std::filesystem::path folderOf(const AgencyId& agency) const {
        return m_path / "agencies" / agency.str();
    }

    std::filesystem::path m_path;
    ServerSettings m_settings;
};

} // namespace frontsheet
