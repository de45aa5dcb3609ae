// DeviceStore as FileShelf.
#include "core/attachments/file_cipher.h"
#include "core/base/crash_point.h"
#include "core/domain/attachment_limits.h"
#include "core/store/attachment_rows.h"
#include "core/store/device_store_impl.h"
#include "core/store/tuning.h"

#include <algorithm>
#include <set>

namespace frontsheet {

using store::AttachmentRows;

namespace {

constexpr const char* kRead = "attachments.read"; // fact: the records of an older schema have been read for files

} // namespace

// Sent or not, and whether there is room, are looked up on the disk each time: nothing to go wrong after a crash.
Result<std::vector<FileOnRecord>> DeviceStore::Impl::shown(const std::vector<AttachmentRows::Row>& rows) const {
    std::vector<FileOnRecord> out;
    const auto mine = AttachmentRows::byline(me.agency, me.worker);
    for (const auto& row : rows) {
        FileOnRecord file{row.record, row.home, row.address, row.size, row.by == mine, row.sent,
                          false,      0,        0,           {},       false};
        file.here = files.isWhole({row.address, {}});
        FS_ASSIGN(file.chunksHere, files.have({row.address, {}}, row.size));
        {
            const std::lock_guard guard(progressMutex);
            const auto at = progress.find(row.address);
            file.chunksSent = at == progress.end() ? 0 : at->second.chunksSent;
            file.trouble = at == progress.end() ? std::nullopt : at->second.trouble;
        }
        out.push_back(file);
    }
    return out;
}

// Whose home it is its name does not say: each is asked, and its own takes it.
Result<void> DeviceStore::Impl::addAside(const AgencyId& home, std::vector<FileOnRecord>& to) const {
    FS_ASSIGN(const auto there, aside.entries());
    for (const auto& entry : there) {
        const bool listed = std::any_of(to.begin(), to.end(), [&](const FileOnRecord& file) {
            return file.address == entry.name.address && file.record == entry.name.record;
        });
        if (!entry.whole || listed || plainFileBytes(entry.bytes) == 0) {
            continue;
        }
        FileOnRecord file{entry.name.record,
                          home,
                          entry.name.address,
                          plainFileBytes(entry.bytes),
                          true,
                          false,
                          true,
                          0,
                          0,
                          {},
                          true};
        file.chunksHere = file.chunks();
        to.push_back(file);
    }
    return ok();
}

Result<void> DeviceStore::Impl::checkRoomForFile(std::uint64_t bytes) const {
    FS_ASSIGN(const auto used, files.bytesUsed());
    FS_ASSIGN(const auto left, files.freeBytes());
    return used + bytes <= store::kFilesOnDevice && left >= store::kDiskKeptFree + bytes
               ? ok()
               : Result<void>{ErrorCode::DiskFull, "files"};
}

// What nothing speaks of goes: not a record, not unsent or refused work, and nobody who has just added it.
Result<void> DeviceStore::Impl::sweepFiles() {
    const std::lock_guard guard(filesMutex);
    const WallTime now = parts.clock.now();
    FS_TRY(aside.sweep([now](const auto& entry) { return now < entry.changed + store::kFilesAsideKept; }));
    FS_ASSIGN(const auto there, files.entries());
    if (there.empty()) {
        owesSweep.store(false, std::memory_order_release);
        return ok();
    }
    std::set<FileAddress> kept = freshFiles;
    FS_ASSIGN(const auto spoken, AttachmentRows(*writer).addresses());
    kept.insert(spoken.begin(), spoken.end());
    const auto isKept = [&](const FileFolder::Entry& entry) { return kept.contains(entry.name.address); };
    if (!std::all_of(there.begin(), there.end(), isKept)) {
        FS_ASSIGN(const auto worded, store::OutboxRows(*writer, parts.codec).withWords());
        for (const auto& row : worded) {
            for (const auto& file : attachmentsOf(withIntent(std::nullopt, row.intent))) {
                kept.insert(file.address);
            }
        }
        FS_ASSIGN([[maybe_unused]] const auto gone, files.sweep(isKept));
    }
    owesSweep.store(false, std::memory_order_release);
    return ok();
}

// Saved, they last as long as what they are saved with, in this run of the program too.
void DeviceStore::Impl::areOnRecords(const std::vector<Intent>& intents) {
    const std::lock_guard guard(filesMutex);
    for (const auto& intent : intents) {
        if (freshFiles.empty()) {
            return;
        }
        for (const auto& file : attachmentsOf(withIntent(std::nullopt, intent))) {
            freshFiles.erase(file.address);
        }
    }
}

// A store of an older schema may hold records that a newer home's worker put files on.
Result<void> DeviceStore::Impl::readRecordsForFiles() {
    FS_ASSIGN(auto asked, writer->prepare("SELECT EXISTS (SELECT 1 FROM fact WHERE key = ?)"));
    asked.bind(std::string{kRead});
    FS_ASSIGN([[maybe_unused]] const bool row, asked.next());
    if (asked.integer(0) != 0) {
        return ok();
    }
    return commit(nullptr, nullptr, [&](store::RecordChanges&) -> Result<void> {
        store::RecordRows records(*writer, parts.codec);
        for (const auto type : {RecordType::ContactNote, RecordType::Referral, RecordType::ReferralMessage}) {
            std::vector<std::int64_t> numbers;
            {
                FS_ASSIGN(auto rows, writer->prepare("SELECT no FROM record WHERE type = ?"));
                rows.bind(type);
                for (;;) {
                    FS_ASSIGN(const bool more, rows.next());
                    if (!more) {
                        break;
                    }
                    numbers.push_back(rows.integer(0));
                }
            }
            for (const auto no : numbers) {
                FS_ASSIGN(const auto working, records.working(no));
                if (working) {
                    FS_ASSIGN([[maybe_unused]] const bool lost, AttachmentRows(*writer).put(no, working->record));
                }
            }
        }
        return writer->run("INSERT OR REPLACE INTO fact VALUES (?, 1)", std::string{kRead});
    });
}

Result<std::vector<FileOnRecord>> DeviceStore::filesAt(const AgencyId& home) {
    const auto mine = AttachmentRows::byline(m_impl->me.agency, m_impl->me.worker);
    FS_ASSIGN(const auto rows,
              m_impl->readers.read([&](sqlite::Connection& db) -> Result<std::vector<AttachmentRows::Row>> {
                  FS_ASSIGN(auto found, AttachmentRows(db).at(home));
                  FS_ASSIGN(const auto late, store::OutboxRows(db, m_impl->parts.codec).late(home));
                  for (const auto& row : late) {
                      for (const auto& file : attachmentsOf(withIntent(std::nullopt, row.intent))) {
                          found.push_back({row.intent.record, home, file.address, file.size, mine, false});
                      }
                  }
                  return found;
              }));
    FS_ASSIGN(auto files, m_impl->shown(rows));
    FS_TRY(m_impl->addAside(home, files));
    return files;
}

Result<std::vector<FileOnRecord>> DeviceStore::filesOf(const RecordId& record) {
    FS_ASSIGN(const auto rows,
              m_impl->readers.read([&](sqlite::Connection& db) { return AttachmentRows(db).of(record); }));
    return m_impl->shown(rows);
}

Result<FileShelf::Kept> DeviceStore::keepFile(BytesView plain) {
    if (plain.empty() || plain.size() > attachment_limits::kMaxFileBytes) {
        return {plain.empty() ? ErrorCode::InvalidArgument : ErrorCode::TooLarge, "a file"};
    }
    const std::lock_guard guard(m_impl->filesMutex);
    FS_TRY(m_impl->checkRoomForFile(sealedFileBytes(plain.size())));
    Kept kept;
    kept.key = randomFileKey();
    FileSealer sealer{kept.key, plain.size()};
    FileName making; // under a name of its own until its address is known; a crash leaves it to the next sweep
    FS_ASSIGN(making.address, FileAddress::fromRaw(randomFileKey().view()));
    const auto written = [&]() -> Result<void> {
        for (std::uint32_t at = 0; at < chunksOf(plain.size()); ++at) {
            FS_ASSIGN(const auto sealed, sealer.seal(plain.substr(std::size_t{at} * attachment_limits::kChunkBytes,
                                                                  attachment_limits::kChunkBytes)));
            FS_TRY(m_impl->files.append(making, plain.size(), at, sealed));
        }
        kept.address = sealer.address();
        return m_impl->files.name(making, {kept.address, {}});
    }();
    if (!written) {
        (void)m_impl->files.remove(making); // what cannot be removed now is swept at the next start
        return written.error();
    }
    m_impl->freshFiles.insert(kept.address);
    crashPoint("store.files.after-keep");
    return kept;
}

Result<void> DeviceStore::takeChunk(const RecordId& record, const FileAddress& address, std::uint32_t chunk,
                                    BytesView sealed) {
    // Held through the writing, and by the sweep: what a removal takes cannot come back behind it.
    const std::lock_guard guard(m_impl->filesMutex);
    FS_ASSIGN(const auto file, m_impl->readers.read([&](sqlite::Connection& db) -> Result<std::optional<Attachment>> {
        FS_ASSIGN(const auto working, store::RecordRows(db, m_impl->parts.codec).working(record));
        return working ? attachmentAt(working->record, address) : std::optional<Attachment>{};
    }));
    if (!file) {
        return {ErrorCode::NotFound, "a file"};
    }
    FS_ASSIGN([[maybe_unused]] const auto opened, openChunk(file->key, file->size, chunk, sealed));
    FS_TRY(m_impl->checkRoomForFile(sealed.size()));
    const FileName name{address, {}};
    FS_TRY(m_impl->files.append(name, file->size, chunk, sealed));
    return chunk + 1 == file->chunks() ? m_impl->files.finish(name, file->key, file->size) : ok();
}

Result<Bytes> DeviceStore::sealedChunk(const FileOnRecord& file, std::uint32_t chunk) {
    auto sealed = m_impl->files.chunk({file.address, {}}, file.size, chunk);
    return sealed || sealed.error().code != ErrorCode::NotFound
               ? sealed
               : m_impl->aside.chunk({file.address, file.record}, file.size, chunk);
}

Result<Bytes> DeviceStore::plainChunk(const Attachment& file, std::uint32_t chunk) {
    if (!m_impl->files.isWhole({file.address, {}})) {
        return {ErrorCode::NotFound, "a file"};
    }
    FS_ASSIGN(const auto sealed, m_impl->files.chunk({file.address, {}}, file.size, chunk));
    return openChunk(file.key, file.size, chunk, sealed);
}

// A snapshot still shows what the writer is about to take.
Result<void> DeviceStore::Impl::setAsideWhatGoes() {
    const auto mine = AttachmentRows::byline(me.agency, me.worker);
    FS_ASSIGN(const auto before,
              readers.read([&](sqlite::Connection& db) { return AttachmentRows(db).unsentBy(mine); }));
    FS_ASSIGN(const auto after, AttachmentRows(*writer).unsentBy(mine));
    std::set<std::pair<RecordId, FileAddress>> kept;
    for (const auto& row : after) {
        kept.insert({row.record, row.address});
    }
    std::set<FileAddress> worded; // by work that is here, and goes out with it
    FS_ASSIGN(const auto work, store::OutboxRows(*writer, parts.codec).withWords());
    for (const auto& row : work) {
        for (const auto& file : attachmentsOf(withIntent(std::nullopt, row.intent))) {
            worded.insert(file.address);
        }
    }
    const std::lock_guard guard(filesMutex);
    for (const auto& row : before) {
        const bool goes = !kept.contains({row.record, row.address}) && !worded.contains(row.address);
        if (goes && files.isWhole({row.address, {}})) {
            freshFiles.erase(row.address);
            FS_TRY(files.bring({row.address, {}}, aside, {row.address, row.record}));
        }
    }
    return ok();
}

// Whole here, added here, and not at its home as far as anybody said.
Result<std::size_t> DeviceStore::setAside(const AgencyId& home) {
    FS_ASSIGN(const auto all, filesAt(home));
    const std::lock_guard guard(m_impl->filesMutex);
    for (const auto& file : all) {
        m_impl->freshFiles.erase(file.address); // a record speaks of it: with that it goes
        const bool unsent = file.own && file.here && !file.sent && file.chunksSent < file.chunks();
        if (unsent && m_impl->files.isWhole({file.address, {}})) {
            FS_TRY(m_impl->files.bring({file.address, {}}, m_impl->aside, {file.address, file.record}));
        }
    }
    FS_ASSIGN(const auto there, m_impl->aside.entries());
    return there.size();
}

Result<void> DeviceStore::noteSent(const FileOnRecord& file) {
    {
        const std::lock_guard lock(m_impl->mutex);
        FS_TRY(m_impl->commit(nullptr, nullptr, [&](store::RecordChanges&) -> Result<void> {
            return AttachmentRows(*m_impl->writer).setSent(file.record, file.address);
        }));
    }
    return m_impl->aside.remove({file.address, file.record});
}

void DeviceStore::noteProgress(const FileAddress& address, std::uint32_t chunksSent) {
    const std::lock_guard guard(m_impl->progressMutex);
    m_impl->progress[address] = {chunksSent, {}};
}

void DeviceStore::noteTrouble(const FileAddress& address, ErrorCode met) {
    const std::lock_guard guard(m_impl->progressMutex);
    m_impl->progress[address].trouble = met;
}

} // namespace frontsheet
