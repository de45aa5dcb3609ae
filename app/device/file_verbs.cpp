#include "app/device/output.h"
#include "app/device/verbs.h"
#include "core/domain/attachment_limits.h"
#include "core/usecases/attachments.h"

#include <array>
#include <fstream>
#include <nlohmann/json.hpp>

namespace frontsheet::device {

namespace {

using enum Option::Kind;
using enum Option::Need;

constexpr std::array kAttachOptions{
    Option{"--record", Value, Required, "a draft note or a referral, 32 hexadecimal digits"},
    Option{"--file", Value, Required, "a photo (JPEG, PNG) or a document (PDF), 25 MB at the most"},
    Option{"--description", Value, Optional, "what can be seen in it"},
    Option{"--signature", Switch, Optional, "it is a drawn signature (PNG)"},
};

Result<Bytes> fileAt(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        return {ErrorCode::NotFound, "the file"};
    }
    Bytes bytes(attachment_limits::kMaxFileBytes + 1, '\0');
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(file.gcount()));
    return bytes;
}

Result<void> attach(DeviceSession& session, const Arguments& arguments) {
    FS_ASSIGN(const auto record, arguments.id<RecordId>("--record"));
    const auto path = arguments.value("--file");
    FS_ASSIGN(const Bytes bytes, fileAt(path));
    Attachments attachments(session.workplace(), session.store());
    FS_ASSIGN(const auto address,
              attachments.add(record, {bytes, path, arguments.value("--description"), arguments.has("--signature")}));
    print(Line{{"saved", true}, {"record", record.hex()}, {"address", address.hex()}});
    return ok();
}

constexpr std::array kListOptions{
    Option{"--record", Value, Required, "the record, 32 hexadecimal digits"},
};

std::string_view nameOf(AttachedAs as) {
    switch (as) {
    case AttachedAs::Photo:
        return "photo";
    case AttachedAs::Document:
        return "document";
    case AttachedAs::Signature:
        return "signature";
    }
    return "";
}

Result<void> list(DeviceSession& session, const Arguments& arguments) {
    FS_ASSIGN(const auto record, arguments.id<RecordId>("--record"));
    FS_ASSIGN(const auto files, Attachments(session.workplace(), session.store()).on(record));
    for (const auto& [said, lies] : files) {
        print(Line{{"address", said.address.hex()},
                   {"as", nameOf(said.as)},
                   {"media", name(said.media)},
                   {"bytes", said.size},
                   {"name", said.name},
                   {"description", said.description},
                   {"by", said.by.str()},
                   {"by_agency", said.byAgency.str()},
                   {"added_at", said.addedAt.ms},
                   {"here", lies.here},
                   {"sent", lies.sent},
                   {"parts_here", lies.chunksHere},
                   {"parts", lies.chunks()}});
    }
    return ok();
}

constexpr std::array kFetchOptions{
    Option{"--record", Value, Required, "the record, 32 hexadecimal digits"},
    Option{"--address", Value, Required, "the file, 64 hexadecimal digits"},
    Option{"--out", Value, Required, "where to write it; from then on it is in nobody's keeping but yours"},
};

Result<FileAddress> addressFrom(const Arguments& arguments) {
    const auto address = FileAddress::fromHex(arguments.value("--address"));
    return address ? address : Result<FileAddress>{ErrorCode::InvalidArgument, "--address takes 64 hexadecimal digits"};
}

Result<void> fetch(DeviceSession& session, const Arguments& arguments) {
    FS_ASSIGN(const auto record, arguments.id<RecordId>("--record"));
    FS_ASSIGN(const auto address, addressFrom(arguments));
    FS_ASSIGN(const Bytes bytes, Attachments(session.workplace(), session.store()).open(record, address));
    std::ofstream out(arguments.value("--out"), std::ios::binary | std::ios::trunc);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.close();
    if (!out) {
        return {ErrorCode::DiskFailed, "--out"};
    }
    print(Line{{"written", true}, {"bytes", bytes.size()}});
    return ok();
}

constexpr std::array kDetachOptions{
    Option{"--record", Value, Required, "a draft note or a referral, 32 hexadecimal digits"},
    Option{"--address", Value, Required, "the file, 64 hexadecimal digits"},
};

Result<void> detach(DeviceSession& session, const Arguments& arguments) {
    FS_ASSIGN(const auto record, arguments.id<RecordId>("--record"));
    FS_ASSIGN(const auto address, addressFrom(arguments));
    FS_TRY(Attachments(session.workplace(), session.store()).remove(record, address));
    saySaved(record);
    return ok();
}

constexpr std::array kVerbs{
    Verb{"attach", "puts a photo, a document or a signature on a draft or a referral", kAttachOptions, attach},
    Verb{"attachments", "the files of a record, and how far each has come", kListOptions, list},
    Verb{"fetch", "writes a file of a record to a place of your choosing", kFetchOptions, fetch},
    Verb{"detach", "takes a file off a draft or a referral", kDetachOptions, detach},
};

} // namespace

std::span<const Verb> fileVerbs() { return kVerbs; }

} // namespace frontsheet::device
