#include "sync/server/files/file_room.h"

#include "core/attachments/file_cipher.h"
#include "core/domain/attachment_limits.h"
#include "core/domain/intent.h"
#include "sync/server/limits.h"
#include "sync/wire/body_codec.h"

#include <algorithm>
#include <fstream>
#include <set>

namespace frontsheet {

namespace {

constexpr std::int64_t kDayMs = 24LL * 60 * 60 * 1000;

Result<void> noSuchFile() { return {ErrorCode::NotFound, "a file"}; }

// As it would stand in the log, but for when.
Bytes keyOf(const disclosure::Release& release) { return disclosure::encode({0, 0, {}, release}); }

Result<std::optional<Attachment>> onRecord(LedgerReads& ledger, const RecordId& id, const FileAddress& address) {
    FS_ASSIGN(auto found, ledger.record(id));
    if (!found) {
        return std::optional<Attachment>{};
    }
    Record record = std::move(found->header);
    FS_ASSIGN(record.fields, wire::decodeBody(found->body));
    return attachmentAt(record, address);
}

std::optional<Attachment> inIntent(const Intent& intent, const FileAddress& address) {
    return attachmentAt(withIntent(std::nullopt, intent), address);
}

// Of the late inbox: what this device wrote, and nobody has settled.
Result<std::optional<Attachment>> amongHeld(LedgerReads& ledger, const Principal& who, const wire::FilePart& part) {
    FS_ASSIGN(const bool waits, ledger.removals().waitsAbout(who.device, part.record));
    if (!waits) {
        return std::optional<Attachment>{};
    }
    FS_ASSIGN(const auto inbox, ledger.removals().inbox(removal::HeldState::Waiting));
    for (const auto& held : inbox) {
        if (held.author.device == who.device && held.intent.record == part.record) {
            if (auto attachment = inIntent(held.intent, part.address)) {
                return attachment;
            }
        }
    }
    return std::optional<Attachment>{};
}

} // namespace

Result<void> FileRoom::checkRoom(const Principal& who, Bringer bringer, std::size_t bytes, WallTime now) {
    FS_ASSIGN(const auto left, m_folder.freeBytes());
    if (left < server_limits::kDiskKeptFree + bytes) {
        return {ErrorCode::DiskFull, "files"};
    }
    const std::lock_guard lock(m_mutex);
    auto& today = m_today[{who.agency, who.worker, bringer == Bringer::ShutOut ? who.device : DeviceId{}}];
    if (today.day != now.ms / kDayMs) {
        today = {now.ms / kDayMs, 0};
    }
    if (today.bytes + bytes > server_limits::kFileBytesPerWorkerAndDay) {
        return {ErrorCode::ServerBusy, "a day's files"};
    }
    today.bytes += bytes;
    return ok();
}

Result<FileFolder*> FileRoom::placeFor(const FileName& name, std::uint64_t size, Bringer bringer) {
    if (bringer == Bringer::InGoodStanding || m_folder.isWhole(name)) {
        return &m_folder;
    }
    FS_ASSIGN(std::uint32_t apart, m_apart.have(name, size));
    FS_ASSIGN(const auto before, m_folder.have(name, size));
    for (; apart < before; ++apart) { // it was cut off on its way: nothing is sent twice for that
        FS_ASSIGN(const auto sealed, m_folder.chunk(name, size, apart));
        const auto kept = m_apart.append(name, size, apart, sealed);
        if (!kept) {
            FS_TRY(kept.error().code == ErrorCode::WrongState ? ok() : kept); // another connection of theirs was faster
            break;
        }
    }
    return &m_apart;
}

Result<wire::FilePartReply> FileRoom::take(LedgerReads& ledger, const Principal& who, Bringer bringer,
                                           const wire::FilePart& part, WallTime now) {
    FS_ASSIGN(auto file, onRecord(ledger, part.record, part.address));
    if (!file) {
        FS_ASSIGN(file, amongHeld(ledger, who, part));
    }
    if (!file || file->byAgency != who.agency || file->by != who.worker) {
        FS_TRY(noSuchFile());
    }
    const FileName name{part.address, part.record};
    const std::uint32_t chunks = file->chunks();
    FS_ASSIGN(FileFolder* const place, placeFor(name, file->size, bringer));
    wire::FilePartReply reply;
    FS_ASSIGN(reply.have, place->have(name, file->size));
    if (!place->isWhole(name) && reply.have < chunks && !part.data.empty() && part.chunk == reply.have) {
        FS_ASSIGN([[maybe_unused]] const auto opened, openChunk(file->key, file->size, part.chunk, part.data));
        FS_TRY(checkRoom(who, bringer, part.data.size(), now));
        const auto kept = place->append(name, file->size, part.chunk, part.data);
        if (!kept && kept.error().code != ErrorCode::WrongState) { // another connection of theirs was faster
            return kept.error();
        }
        FS_ASSIGN(reply.have, place->have(name, file->size));
    }
    if (reply.have == chunks && !place->isWhole(name)) {
        FS_TRY(place->finish(name, file->key, file->size));
    }
    if (place == &m_apart && m_apart.isWhole(name)) {
        FS_TRY(m_apart.bring(name, m_folder, name));
        FS_TRY(m_folder.forgetBegun(name));
        FS_TRY(m_apart.remove(name));
    }
    reply.whole = m_folder.isWhole(name);
    return reply;
}

Result<bool> FileRoom::takeBrought(LedgerReads& ledger, const FileName& name, const std::filesystem::path& sealed) {
    FS_ASSIGN(auto file, onRecord(ledger, name.record, name.address));
    if (!file) {
        FS_ASSIGN(const auto inbox, ledger.removals().inbox(removal::HeldState::Waiting));
        for (const auto& held : inbox) {
            file = file || held.intent.record != name.record ? file : inIntent(held.intent, name.address);
        }
    }
    FS_TRY(file ? ok() : noSuchFile());
    if (m_folder.isWhole(name)) {
        return false;
    }
    FS_ASSIGN(const auto before, m_folder.have(name, file->size));
    auto done = bringOn(*file, name, sealed);
    if (!done && done.error().code == ErrorCode::Malformed && before > 0) {
        FS_TRY(m_folder.forgetBegun(name)); // perhaps it is what had come that is not good
        done = bringOn(*file, name, sealed);
    }
    return done ? Result<bool>{true} : done.error();
}

Result<void> FileRoom::bringOn(const Attachment& file, const FileName& name, const std::filesystem::path& sealed) {
    std::ifstream from(sealed, std::ios::binary);
    FS_ASSIGN(std::uint32_t chunk, m_folder.have(name, file.size));
    from.seekg(static_cast<std::streamoff>(std::uint64_t{chunk} * sealedChunkBytes(file.size, 0)));
    for (; chunk < file.chunks(); ++chunk) {
        Bytes bytes(sealedChunkBytes(file.size, chunk), '\0');
        if (!from.read(bytes.data(), static_cast<std::streamsize>(bytes.size()))) {
            return {ErrorCode::Malformed, "a file that was cut off"};
        }
        FS_ASSIGN([[maybe_unused]] const auto opened, openChunk(file.key, file.size, chunk, bytes));
        FS_TRY(m_folder.append(name, file.size, chunk, bytes));
    }
    return m_folder.finish(name, file.key, file.size);
}

Result<FileRoom::Given> FileRoom::give(LedgerReads& ledger, const Principal& who, const Pull& pull,
                                       const wire::FileAsk& ask, WallTime now) {
    FS_ASSIGN(const auto found, ledger.record(ask.record));
    FS_TRY(found ? ok() : noSuchFile());
    FS_ASSIGN(auto shown, pull.shown(KeptRecord{found->header, found->body}));
    FS_TRY(shown ? ok() : noSuchFile());
    Record record = std::move(shown->record.header);
    FS_ASSIGN(record.fields, wire::decodeBody(shown->record.body));
    const auto file = attachmentAt(record, ask.address);
    FS_TRY(file ? ok() : noSuchFile());
    if (ask.first >= file->chunks()) {
        return {ErrorCode::Malformed, "beyond a file's end"};
    }
    Given given;
    const FileName name{ask.address, ask.record};
    if (!m_folder.isWhole(name)) {
        return given;
    }
    const std::uint32_t end = ask.first + std::min(ask.most, file->chunks() - ask.first);
    for (std::uint32_t at = ask.first; at < end; ++at) {
        FS_ASSIGN(auto chunk, m_folder.chunk(name, file->size, at));
        given.chunks.push_back(std::move(chunk));
    }
    disclosure::Release release;
    release.who = who;
    release.scope = "file:" + ask.address.hex();
    auto terms = shown->terms;
    terms.fields = filesFieldOf(record.type)->name;
    release.parts.push_back({std::move(terms), {{record.id, record.version, record.person}}});
    const std::lock_guard lock(m_mutex);
    const auto told = m_told.find(keyOf(release));
    const bool covered = told != m_told.end() && told->second <= now && // a clock that went back covers nothing
                         now <= told->second + server_limits::kFileReleaseCovers;
    if (!covered) {
        given.release = std::move(release);
    }
    return given;
}

void FileRoom::logged(const disclosure::Release& release, WallTime now) {
    const std::lock_guard lock(m_mutex);
    if (m_told.size() >= server_limits::kFileReleasesRemembered) {
        std::erase_if(m_told, [&](const auto& one) { return one.second + server_limits::kFileReleaseCovers < now; });
        if (m_told.size() >= server_limits::kFileReleasesRemembered) {
            m_told.clear(); // they are logged once more
        }
    }
    m_told[keyOf(release)] = now;
}

Result<std::size_t> FileRoom::tidy(LedgerReads& ledger, WallTime now) {
    std::set<std::pair<RecordId, FileAddress>> held;
    FS_ASSIGN(const auto inbox, ledger.removals().inbox(removal::HeldState::Waiting));
    for (const auto& one : inbox) {
        for (const auto& file : attachmentsOf(withIntent(std::nullopt, one.intent))) {
            held.insert({one.intent.record, file.address});
        }
    }
    std::optional<Error> failed;
    const auto isSpokenOf = [&](const FileFolder::Entry& entry) {
        if (failed || now < entry.changed + server_limits::kUnspokenFilesKept ||
            held.contains({entry.name.record, entry.name.address})) {
            return true;
        }
        const auto there = onRecord(ledger, entry.name.record, entry.name.address);
        if (!there) {
            failed = there.error(); // what cannot be read may well speak of it
            return true;
        }
        return there->has_value();
    };
    FS_ASSIGN(const auto gone, m_folder.sweep(isSpokenOf));
    FS_ASSIGN(const auto apart, m_apart.sweep(isSpokenOf));
    return failed ? Result<std::size_t>{*failed} : Result<std::size_t>{gone + apart};
}

} // namespace frontsheet
