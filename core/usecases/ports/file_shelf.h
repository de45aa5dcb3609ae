// Attached files as they lie on this device: which there are, how far each has come or gone, and their sealed chunks. What a file is
// and who may have it stands on its record (core/domain/attachment.h); nothing here outlives that. Not for the UI thread.
#pragma once

#include "core/domain/attachment.h"

#include <optional>
#include <vector>

namespace frontsheet {

// One that the working view speaks of.
struct FileOnRecord {
    RecordId record;
    AgencyId home;
    FileAddress address;
    std::uint64_t size = 0;
    bool own = false;  // added by this device's worker: from here it goes to its home
    bool sent = false; // its home has all of it
    bool here = false; // so has this device
    std::uint32_t chunksHere = 0;
    std::uint32_t chunksSent = 0; // as its home last said, since the program was started
    // Why it did not go or come when it was last tried, since the program was started. NotFound: its record, or its bytes, are not at
    // its home yet.
    std::optional<ErrorCode> trouble;
    bool aside = false; // no record here speaks of it any more (setAside); perhaps its home does

    [[nodiscard]] std::uint32_t chunks() const { return chunksOf(size); }
};

class FileShelf {
public:
    virtual ~FileShelf() = default;

    // Of one home, and of one record; what is smaller first, so that a signature does not wait for a scan.
    [[nodiscard]] virtual Result<std::vector<FileOnRecord>> filesAt(const AgencyId& home) = 0;
    [[nodiscard]] virtual Result<std::vector<FileOnRecord>> filesOf(const RecordId& record) = 0;

    // Seals the file and keeps it: on the disk when this returns, under a new key and its address. It stays until the program ends,
    // or for as long as a record or unsent work speaks of it. TooLarge, InvalidArgument (empty), DiskFull (the disk is, or the files'
    // share of it), DiskFailed.
    struct Kept {
        FileAddress address;
        FileKey key;
    };
    [[nodiscard]] virtual Result<Kept> keepFile(BytesView plain) = 0;

    // A chunk from its home. NotFound: no record here speaks of it any more. Malformed: it is not that chunk of that file; with the
    // last, all of it is not the file, and it is begun anew. WrongState: another is the next. DiskFull.
    [[nodiscard]] virtual Result<void> takeChunk(const RecordId& record, const FileAddress& address,
                                                 std::uint32_t chunk, BytesView sealed) = 0;
    // As it lies here. NotFound.
    [[nodiscard]] virtual Result<Bytes> sealedChunk(const FileOnRecord& file, std::uint32_t chunk) = 0;
    // Opened, for showing: never to be written anywhere. NotFound while it is not here; Malformed where the disk has altered it.
    [[nodiscard]] virtual Result<Bytes> plainChunk(const Attachment& file, std::uint32_t chunk) = 0;
    // Before records of this home go: what this device's worker added to them and the home has not is laid beside the store as it lies
    // here, sealed, and goes out from there; its key goes with the record (core/decisions/124). It outlives the store, to be brought to
    // an agency by hand. How many are there now. DiskFull, DiskFailed.
    [[nodiscard]] virtual Result<std::size_t> setAside(const AgencyId&) { return std::size_t{0}; }
    // Its home has all of it now.
    [[nodiscard]] virtual Result<void> noteSent(const FileOnRecord& file) = 0;
    // So far it has got, or what it met with until it gets further; for showing, and forgotten with the program.
    virtual void noteProgress(const FileAddress& address, std::uint32_t chunksSent) = 0;
    virtual void noteTrouble(const FileAddress& address, ErrorCode met) = 0;
};

} // namespace frontsheet
