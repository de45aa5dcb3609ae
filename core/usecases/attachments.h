// Adding files to what one writes, and looking at those of others. Not for the UI thread: each call reaches the disk.
#pragma once

#include "core/usecases/ports/file_shelf.h"
#include "core/usecases/workplace.h"

#include <string>
#include <vector>

namespace frontsheet {

struct NewFile {
    BytesView bytes;
    std::string name; // as it was called where it came from; a path or nothing will do
    std::string description;
    bool isSignature = false;
};

// A file of a record with how far it has come.
struct ShownFile {
    Attachment said;
    FileOnRecord lies;
};

class Attachments {
public:
    Attachments(Workplace workplace, FileShelf& shelf) : m_work(workplace), m_shelf(shelf) {}

    // What is in it decides what it is; a picture goes in without what its camera wrote beside it. Sealed and saved, with the record,
    // when this returns. The record must be one that may be changed: a draft, a referral nobody has accepted. Unsupported: no kind
    // of file that is taken. TooLarge (the file, its pixels, the number on the record), InvalidArgument (empty), Malformed (a picture
    // without structure), DiskFull, and those of intentFor() and save(). On any error nothing has changed.
    [[nodiscard]] Result<FileAddress> add(const RecordId& record, const NewFile& file);
    // NotFound where it is not on the record.
    [[nodiscard]] Result<void> remove(const RecordId& record, const FileAddress& address);
    [[nodiscard]] Result<void> describe(const RecordId& record, const FileAddress& address,
                                        const std::string& description);

    // In the order in which they were added. NotFound; what is past its lease as RecordReader says.
    [[nodiscard]] Result<std::vector<ShownFile>> on(const RecordId& record);
    // The file itself, in memory alone. NotFound while it has not come; Malformed where the disk altered it.
    [[nodiscard]] Result<Bytes> open(const RecordId& record, const FileAddress& address);

private:
    [[nodiscard]] Result<Record> recordAt(const RecordId& id);
    [[nodiscard]] Result<void> save(const Record& before, const Record& after);

    Workplace m_work;
    FileShelf& m_shelf;
};

} // namespace frontsheet
