#include "app/agency_server/backup/journal_file.h"

#include "core/base/log.h"
#include "sync/wire/journal_codec.h"

#include <sodium.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace frontsheet::restoring {

namespace {

constexpr std::string_view kMagic{"FSJOURNL\x01", 9};
constexpr std::size_t kSalt = 16;
constexpr std::size_t kNonce = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTag = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::size_t kLength = 4;
// Ten years of a county's statements are some tens of megabytes.
constexpr std::uint64_t kMaxJournal = std::uint64_t{1} << 30;

Error diskError(const char* doing) {
    return {errno == ENOSPC || errno == EDQUOT ? ErrorCode::DiskFull : ErrorCode::DiskFailed, doing};
}

const unsigned char* raw(BytesView bytes) { return reinterpret_cast<const unsigned char*>(bytes.data()); }

void mix(std::array<std::uint8_t, 32>& hash, BytesView frame) {
    crypto_generichash_state state;
    (void)crypto_generichash_init(&state, nullptr, 0, hash.size());
    (void)crypto_generichash_update(&state, hash.data(), hash.size());
    (void)crypto_generichash_update(&state, raw(frame), frame.size());
    (void)crypto_generichash_final(&state, hash.data(), hash.size());
}

Result<void> writeAll(int fd, BytesView bytes, std::uint64_t at) {
    while (!bytes.empty()) {
        const auto written = ::pwrite(fd, bytes.data(), bytes.size(), static_cast<off_t>(at));
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written <= 0) {
            return diskError("writing the journal");
        }
        at += static_cast<std::uint64_t>(written);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return ok();
}

// Fewer bytes than asked for at the file's end.
Result<Bytes> readAt(int fd, std::uint64_t at, std::size_t bytes) {
    Bytes out(bytes, '\0');
    std::size_t got = 0;
    while (got < bytes) {
        const auto read = ::pread(fd, out.data() + got, bytes - got, static_cast<off_t>(at + got));
        if (read < 0 && errno == EINTR) {
            continue;
        }
        if (read < 0) {
            return diskError("reading the journal");
        }
        if (read == 0) {
            break;
        }
        got += static_cast<std::size_t>(read);
    }
    out.resize(got);
    return out;
}

Result<void> syncFolderOf(const std::filesystem::path& file) {
    const int fd = ::open(file.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool synced = fd >= 0 && ::fsync(fd) == 0;
    const auto failed = diskError("syncing the journal's folder");
    if (fd >= 0) {
        ::close(fd);
    }
    return synced ? ok() : Result<void>{failed};
}

} // namespace

namespace {

// Whole or not there: written beside, and given its name when its first bytes are on the disk. Somebody else may be quicker.
Result<int> openOrMake(const std::filesystem::path& file) {
    int fd = ::open(file.c_str(), O_RDWR | O_CLOEXEC);
    if (fd < 0 && errno == ENOENT) {
        const auto making = file.string() + ".making";
        fd = ::open(making.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, S_IRUSR | S_IWUSR);
        if (fd < 0) {
            return diskError("making the journal");
        }
        Bytes header{kMagic};
        std::array<unsigned char, kSalt> salt{};
        randombytes_buf(salt.data(), salt.size());
        header.append(reinterpret_cast<const char*>(salt.data()), salt.size());
        auto written = writeAll(fd, header, 0);
        const bool named =
            written && ::fsync(fd) == 0 && (::link(making.c_str(), file.c_str()) == 0 || errno == EEXIST);
        if (written && !named) {
            written = diskError("making the journal");
        }
        (void)::unlink(making.c_str());
        ::close(fd);
        FS_TRY(written);
        FS_TRY(syncFolderOf(file));
        fd = ::open(file.c_str(), O_RDWR | O_CLOEXEC);
    }
    return fd < 0 ? Result<int>{diskError("opening the journal")} : Result<int>{fd};
}

} // namespace

Result<std::unique_ptr<JournalFile>> JournalFile::open(const std::filesystem::path& file, sqlite::RawKey ledgerKey,
                                                       const AgencyId& agency) {
    FS_ASSIGN(const int fd, openOrMake(file));
    std::unique_ptr<JournalFile> journal{new JournalFile(fd, file.string(), agency)};
    static constexpr std::string_view kPurpose = "frontsheet agency journal, 1";
    (void)crypto_generichash(journal->m_key.data(), journal->m_key.size(), raw(kPurpose), kPurpose.size(),
                             ledgerKey.data(), ledgerKey.size());
    FS_TRY(journal->start());
    return journal;
}

Result<void> JournalFile::setAside(const std::filesystem::path& file, const AgencyId& agency) {
    logEvent("journal-begun-anew", {{"agency", agency}});
    std::error_code failed;
    std::filesystem::path aside;
    for (int n = 1; aside.empty() || std::filesystem::exists(aside, failed); ++n) {
        aside = file.string() + ".set-aside-" + std::to_string(n);
    }
    std::filesystem::rename(file, aside, failed);
    return failed ? Result<void>{ErrorCode::DiskFailed, "setting the journal aside"} : ok();
}

Result<void> JournalFile::beginAnew() {
    FS_TRY(setAside(m_path, m_agency));
    FS_ASSIGN(const int fd, openOrMake(m_path));
    ::close(std::exchange(m_fd, fd));
    return start();
}

Result<std::unique_ptr<JournalFile>> JournalFile::existing(const std::filesystem::path& file, sqlite::RawKey ledgerKey,
                                                           const AgencyId& agency) {
    std::error_code failed;
    if (!std::filesystem::exists(file, failed)) {
        return {ErrorCode::StoreMissing, "the journal of " + agency.str()};
    }
    return open(file, ledgerKey, agency);
}

JournalFile::~JournalFile() {
    ::close(m_fd);
    sodium_memzero(m_key.data(), m_key.size());
}

Result<void> JournalFile::start() {
    FS_ASSIGN(const auto header, readAt(m_fd, 0, kMagic.size() + kSalt));
    if (header.size() != kMagic.size() + kSalt || !header.starts_with(kMagic)) {
        return {ErrorCode::StoreDamaged, "the journal of " + m_agency.str()};
    }
    m_start.hash = m_key; // chained to the key, the agency and this file, by their hash
    mix(m_start.hash, m_agency.str());
    mix(m_start.hash, header);
    m_head = m_start;
    m_size = header.size();
    return ok();
}

Result<void> JournalFile::catchUp(const Visitor* visitor, std::uint64_t known) {
    for (;;) {
        FS_ASSIGN(const auto prefix, readAt(m_fd, m_size, kLength));
        if (prefix.size() < kLength) {
            break; // the end, or the beginning of a frame that was never finished
        }
        std::size_t length = 0;
        for (std::size_t i = 0; i < kLength; ++i) {
            length |= static_cast<std::size_t>(static_cast<unsigned char>(prefix[i])) << (8 * i);
        }
        const auto broken = [&](const char* what) {
            return m_head.entries >= known ? ok()
                                           : Result<void>{ErrorCode::StoreDamaged,
                                                          std::string{"the journal of "} + m_agency.str() + ", entry " +
                                                              std::to_string(m_head.entries + 1) + ": " + what};
        };
        if (length < kNonce + kTag || length > kNonce + kTag + wire::kMaxJournalEntry || m_size > kMaxJournal) {
            return broken("its length");
        }
        FS_ASSIGN(const auto frame, readAt(m_fd, m_size + kLength, length));
        if (frame.size() < length) {
            return broken("cut off");
        }
        Bytes plain(length - kNonce - kTag, '\0');
        const BytesView sealed = BytesView{frame}.substr(kNonce);
        if (crypto_aead_xchacha20poly1305_ietf_decrypt(reinterpret_cast<unsigned char*>(plain.data()), nullptr, nullptr,
                                                       raw(sealed), sealed.size(), m_head.hash.data(),
                                                       m_head.hash.size(), raw(frame), m_key.data()) != 0) {
            return broken("altered, or out of its place");
        }
        ++m_head.entries;
        mix(m_head.hash, frame);
        m_size += kLength + length;
        if (visitor != nullptr) {
            FS_ASSIGN(const auto entry, decodeJournalEntry(plain, m_agency));
            FS_TRY((*visitor)(entry, m_head));
        }
    }
    return m_head.entries >= known
               ? ok()
               : Result<void>{ErrorCode::StoreDamaged, "the journal of " + m_agency.str() + " was cut off"};
}

Result<JournalHead> JournalFile::append(std::span<const JournalEntry> entries, std::uint64_t known) {
    if (const auto caught = catchUp(nullptr, known); !caught) {
        FS_TRY(caught.error().code == ErrorCode::StoreDamaged ? beginAnew() : caught);
    }
    if (::ftruncate(m_fd, static_cast<off_t>(m_size)) != 0) {
        return diskError("the journal's end");
    }
    JournalHead head = m_head;
    Bytes frames;
    for (const auto& entry : entries) {
        const Bytes plain = encode(entry);
        if (plain.size() > wire::kMaxJournalEntry) {
            return {ErrorCode::TooLarge, "a journal's entry"};
        }
        Bytes frame(kNonce + plain.size() + kTag, '\0');
        auto* out = reinterpret_cast<unsigned char*>(frame.data());
        randombytes_buf(out, kNonce);
        (void)crypto_aead_xchacha20poly1305_ietf_encrypt(out + kNonce, nullptr, raw(plain), plain.size(),
                                                         head.hash.data(), head.hash.size(), nullptr, out,
                                                         m_key.data());
        for (std::size_t i = 0; i < kLength; ++i) {
            frames += static_cast<char>(frame.size() >> (8 * i) & 0xFF);
        }
        frames += frame;
        ++head.entries;
        mix(head.hash, frame);
    }
    FS_TRY(writeAll(m_fd, frames, m_size));
    if (::fdatasync(m_fd) != 0) {
        return diskError("syncing the journal");
    }
    m_head = head;
    m_size += frames.size();
    return head;
}

Result<JournalHead> JournalFile::read(const Visitor& visitor, std::uint64_t known) {
    m_head = m_start;
    m_size = kMagic.size() + kSalt;
    FS_TRY(catchUp(&visitor, known));
    return m_head;
}

Result<std::uint64_t> JournalFile::unreadableBytes() const {
    struct stat status {};
    if (::fstat(m_fd, &status) != 0) {
        return diskError("the journal's size");
    }
    return static_cast<std::uint64_t>(status.st_size) - m_size;
}

} // namespace frontsheet::restoring
