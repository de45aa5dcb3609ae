// The journal as a file in a folder of its own, on another disk where the agency has one.
//
//   "FSJOURNL" 1  salt:16      then frames:  length:u32  nonce:24  sealed(entry)  tag:16
//
// Frames are XChaCha20-Poly1305 (libsodium) under a key derived from the ledger's; what a frame is sealed with besides is the
// hash of all before it (BLAKE2b-256 over the last hash and the frame), so that none can be altered, taken out, put elsewhere
// or carried over from another journal. Frames cut off the end are told by the head that the ledger and each backup keep.
//
// A journal that is damaged, or ends before what the ledger knows of, is set aside under another name and a new one begun: what
// is taken away today must be written down today. The log says so; `restore` will ask for the one that is missing.
//
// Appended to by one at a time (the ledger's write lock), synced before the ledger's commit. A frame that a power cut left
// half written is dropped when the next is written: what it was for was not committed.
#pragma once

#include "core/sqlite/connection.h"
#include "sync/server/restoring/journal.h"

#include <array>
#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

namespace frontsheet::restoring {

class JournalFile final : public Journal {
public:
    // Makes it when it is not there. DiskFailed, DiskFull; StoreDamaged when it is no journal.
    static Result<std::unique_ptr<JournalFile>> open(const std::filesystem::path& file, sqlite::RawKey ledgerKey,
                                                     const AgencyId& agency);
    // StoreMissing when there is none.
    static Result<std::unique_ptr<JournalFile>> existing(const std::filesystem::path& file, sqlite::RawKey ledgerKey,
                                                         const AgencyId& agency);
    // Under another name beside it: what is damaged is evidence. Nobody may have it open.
    [[nodiscard]] static Result<void> setAside(const std::filesystem::path& file, const AgencyId& agency);
    ~JournalFile() override;
    JournalFile(const JournalFile&) = delete;
    JournalFile& operator=(const JournalFile&) = delete;

    Result<JournalHead> append(std::span<const JournalEntry> entries, std::uint64_t known) override;

    // From the first on, in order. StoreDamaged where one of the first `known` cannot be read, with its number; beyond those the
    // reading ends there.
    using Visitor = std::function<Result<void>(const JournalEntry& entry, const JournalHead& after)>;
    [[nodiscard]] Result<JournalHead> read(const Visitor& visitor, std::uint64_t known);
    // At the end, after read(): what a power cut left half written, or what somebody altered.
    [[nodiscard]] Result<std::uint64_t> unreadableBytes() const;

private:
    // This one out of the way, and a new one in its place.
    [[nodiscard]] Result<void> beginAnew();
    JournalFile(int fd, std::string path, AgencyId agency)
        : m_fd(fd), m_path(std::move(path)), m_agency(std::move(agency)) {}
    [[nodiscard]] Result<void> start();
    // Takes in what another process has written since; m_size is then the end of the last whole frame.
    [[nodiscard]] Result<void> catchUp(const Visitor* visitor, std::uint64_t known);

    int m_fd;
    const std::string m_path;
    const AgencyId m_agency;
    std::array<std::uint8_t, 32> m_key{};
    JournalHead m_head;
    JournalHead m_start;
    std::uint64_t m_size = 0;
};

} // namespace frontsheet::restoring
