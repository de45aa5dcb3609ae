// An attached file's chunks on the wire.
#include "core/base/id_source.h"
#include "core/domain/attachment_limits.h"
#include "sync/wire/files_codec.h"
#include "sync/wire/wire_limits.h"

#include <gtest/gtest.h>

namespace frontsheet::wire {
namespace {

const AgencyId kTrust{"trust"};

class FilesCodec : public ::testing::Test {
protected:
    FilesCodec() { address.bytes.fill(7); }
    [[nodiscard]] ErrorCode refusal(const FilePart& part) const {
        const auto read = decodeFilePart(encode(part), kTrust);
        return read ? ErrorCode{} : read.error().code;
    }
    [[nodiscard]] ErrorCode refusal(const FileAsk& ask) const {
        const auto read = decodeFileAsk(encode(ask), kTrust);
        return read ? ErrorCode{} : read.error().code;
    }

    SeededIdSource ids{5};
    RecordId record = ids.random<RecordId>();
    FileAddress address;
};

TEST_F(FilesCodec, EachMessageComesAsItWent) {
    const FilePart part{kTrust, record, address, 3, Bytes(kMaxSealedChunk, 'x')};
    EXPECT_EQ(decodeFilePart(encode(part), kTrust).value(), part) << "the largest chunk";
    const FilePart asks{kTrust, record, address, 0, {}};
    EXPECT_EQ(decodeFilePart(encode(asks), kTrust).value(), asks);
    EXPECT_EQ(decodeFilePartReply(encode(kTrust, FilePartReply{12, true}), kTrust).value(), (FilePartReply{12, true}));
    const FileAsk ask{kTrust, record, address, 4, 2};
    EXPECT_EQ(decodeFileAsk(encode(ask), kTrust).value(), ask);
    const std::vector<Bytes> chunks{Bytes(kMaxSealedChunk, 'a'), "b"};
    EXPECT_EQ(decodeFileChunks(encodeFileChunks(kTrust, chunks), kTrust).value(), chunks);
    EXPECT_TRUE(decodeFileChunks(encodeFileChunks(kTrust, {}), kTrust).value().empty());
}

TEST_F(FilesCodec, WhatIsTooMuchIsRefusedBeforeItIsTaken) {
    EXPECT_EQ(refusal(FilePart{kTrust, record, address, 0, Bytes(kMaxSealedChunk + 1, 'x')}), ErrorCode::TooLarge);
    EXPECT_EQ(refusal(FilePart{kTrust, record, address, attachment_limits::kMaxChunks + 1, "x"}), ErrorCode::TooLarge);
    EXPECT_EQ(refusal(FileAsk{kTrust, record, address, ~0U, 1}), ErrorCode::TooLarge);
    EXPECT_EQ(decodeFileAsk(encode(FileAsk{kTrust, record, address, 0, ~0U}), kTrust)->most, kMaxChunksPerReply);
    EXPECT_EQ(decodeFileAsk(encode(FileAsk{kTrust, record, address, 0, 0}), kTrust)->most, kMaxChunksPerReply);
    EXPECT_EQ(decodeFileChunks(encodeFileChunks(kTrust, std::vector<Bytes>(kMaxChunksPerReply + 1, "x")), kTrust)
                  .error()
                  .code,
              ErrorCode::TooLarge);
    EXPECT_EQ(decodeFilePartReply(encode(kTrust, FilePartReply{101, false}), kTrust).error().code, ErrorCode::TooLarge);
}

TEST_F(FilesCodec, OfNothingAndOfAnotherAgencyIsRefused) {
    EXPECT_EQ(refusal(FilePart{AgencyId{"council"}, record, address, 0, "x"}), ErrorCode::WrongTenant);
    EXPECT_EQ(refusal(FilePart{kTrust, RecordId{}, address, 0, "x"}), ErrorCode::Malformed);
    EXPECT_EQ(refusal(FilePart{kTrust, record, FileAddress{}, 0, "x"}), ErrorCode::Malformed);
    EXPECT_EQ(refusal(FileAsk{AgencyId{"council"}, record, address, 0, 1}), ErrorCode::WrongTenant);
    EXPECT_EQ(refusal(FileAsk{kTrust, record, FileAddress{}, 0, 1}), ErrorCode::Malformed);
    EXPECT_EQ(decodeFileAsk("", kTrust).error().code, ErrorCode::Malformed);
    EXPECT_EQ(decodeFilePart("", kTrust).error().code, ErrorCode::Malformed);
    EXPECT_EQ(decodeFilePartReply("", kTrust).error().code, ErrorCode::Malformed);
    EXPECT_EQ(decodeFileChunks("", kTrust).error().code, ErrorCode::Malformed);
    EXPECT_EQ(decodeFileChunks(encodeFileChunks(AgencyId{"council"}, {"x"}), kTrust).error().code,
              ErrorCode::WrongTenant);
}

} // namespace
} // namespace frontsheet::wire
