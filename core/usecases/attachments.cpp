#include "core/usecases/attachments.h"

#include "core/domain/attachment_limits.h"
#include "core/domain/image_metadata.h"

#include <algorithm>

namespace frontsheet {

namespace limits = attachment_limits;

Result<Record> Attachments::recordAt(const RecordId& id) {
    FS_ASSIGN(auto found, m_work.reader.record(id));
    return found ? Result<Record>{std::move(found->record)} : Result<Record>{ErrorCode::NotFound, "record"};
}

Result<void> Attachments::save(const Record& before, const Record& after) {
    FS_ASSIGN(auto intent, intentFor(m_work, before, after));
    return m_work.writer.save({std::move(intent)});
}

Result<FileAddress> Attachments::add(const RecordId& id, const NewFile& file) {
    if (file.bytes.empty() || file.bytes.size() > limits::kMaxFileBytes) {
        return {file.bytes.empty() ? ErrorCode::InvalidArgument : ErrorCode::TooLarge, "a file"};
    }
    const auto media = mediaTypeOf(file.bytes);
    if (!media || (file.isSignature && *media != MediaType::Png)) {
        return {ErrorCode::Unsupported, "this kind of file"};
    }
    if (isImage(*media)) {
        const auto pixels = pixelSizeOf(file.bytes, *media);
        if (!pixels) {
            return {ErrorCode::Malformed, "a picture's header"};
        }
        if (std::uint64_t{pixels->width} * pixels->height > limits::kMaxPixels) {
            return {ErrorCode::TooLarge, "a picture's pixels"};
        }
    }
    FS_ASSIGN(const Bytes clean, withoutMetadata(file.bytes, *media));
    FS_ASSIGN(const Record before, recordAt(id));
    auto files = attachmentsOf(before);
    if (filesFieldOf(before.type) == nullptr || files.size() >= limits::kMaxPerRecord) {
        return {filesFieldOf(before.type) == nullptr ? ErrorCode::Unsupported : ErrorCode::TooLarge,
                "number of attached files"};
    }
    Attachment added;
    added.as = file.isSignature ? AttachedAs::Signature : isImage(*media) ? AttachedAs::Photo : AttachedAs::Document;
    added.media = *media;
    added.size = clean.size();
    added.byAgency = m_work.me.agency;
    added.by = m_work.me.worker;
    added.addedAt = m_work.clock.now();
    added.name = cleanedFileName(file.name, *media);
    added.description = cleanedLine(file.description, limits::kMaxDescriptionBytes);
    FS_ASSIGN(const auto kept, m_shelf.keepFile(clean));
    added.address = kept.address;
    added.key = kept.key;
    files.push_back(added);
    Record after = before;
    putAttachments(after, files);
    FS_TRY(save(before, after));
    return added.address;
}

Result<void> Attachments::remove(const RecordId& id, const FileAddress& address) {
    FS_ASSIGN(const Record before, recordAt(id));
    auto files = attachmentsOf(before);
    if (std::erase_if(files, [&](const Attachment& file) { return file.address == address; }) == 0) {
        return {ErrorCode::NotFound, "a file"};
    }
    Record after = before;
    putAttachments(after, files);
    return save(before, after);
}

Result<void> Attachments::describe(const RecordId& id, const FileAddress& address, const std::string& description) {
    FS_ASSIGN(const Record before, recordAt(id));
    auto files = attachmentsOf(before);
    const auto at =
        std::find_if(files.begin(), files.end(), [&](const Attachment& file) { return file.address == address; });
    if (at == files.end()) {
        return {ErrorCode::NotFound, "a file"};
    }
    auto clean = cleanedLine(description, limits::kMaxDescriptionBytes);
    if (clean == at->description) {
        return ok();
    }
    at->description = std::move(clean);
    Record after = before;
    putAttachments(after, files);
    return save(before, after);
}

Result<std::vector<ShownFile>> Attachments::on(const RecordId& id) {
    FS_ASSIGN(const Record record, recordAt(id));
    const auto said = attachmentsOf(record);
    std::vector<ShownFile> out;
    if (said.empty()) {
        return out;
    }
    FS_ASSIGN(const auto lying, m_shelf.filesOf(id));
    for (const auto& file : said) {
        const auto at = std::find_if(lying.begin(), lying.end(),
                                     [&](const FileOnRecord& one) { return one.address == file.address; });
        FileOnRecord nowhere;
        nowhere.record = id;
        nowhere.home = record.home;
        nowhere.address = file.address;
        nowhere.size = file.size;
        out.push_back({file, at != lying.end() ? *at : nowhere});
    }
    return out;
}

Result<Bytes> Attachments::open(const RecordId& id, const FileAddress& address) {
    FS_ASSIGN(const Record record, recordAt(id));
    const auto file = attachmentAt(record, address);
    if (!file) {
        return {ErrorCode::NotFound, "a file"};
    }
    Bytes out;
    out.reserve(static_cast<std::size_t>(file->size));
    for (std::uint32_t at = 0; at < file->chunks(); ++at) {
        FS_ASSIGN(const auto chunk, m_shelf.plainChunk(*file, at));
        out += chunk;
    }
    // The record says what kind it is; what decodes it is not handed anything else.
    return mediaTypeOf(out) == file->media ? Result<Bytes>{std::move(out)}
                                           : Result<Bytes>{ErrorCode::Malformed, "a file of another kind"};
}

} // namespace frontsheet
