// An attachment: a photo, a document or a drawn signature that stands on a record. What is said of it, with the key that opens
// it, is a member of a field of that record (schema: `files`), so whoever may read the record may read the file, and nobody else;
// where the record goes, the key goes, and what is left of the file is noise. Its bytes travel and lie apart, sealed in chunks
// (core/attachments/file_cipher.h), under an address that says nothing.
#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/domain/file_media.h"
#include "core/domain/principal.h"
#include "core/domain/record.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace frontsheet {

template <class Tag>
struct Bits256 {
    std::array<std::uint8_t, 32> bytes{};

    friend auto operator<=>(const Bits256&, const Bits256&) = default;
    [[nodiscard]] bool isNull() const { return *this == Bits256{}; }
    [[nodiscard]] BytesView view() const { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }
    [[nodiscard]] std::string hex() const { return detail::toHex(bytes); }
    // Malformed unless exactly 32 bytes, or 64 lower-case hexadecimal digits.
    static Result<Bits256> fromRaw(BytesView raw) {
        Bits256 bits;
        if (raw.size() != bits.bytes.size()) {
            return {ErrorCode::Malformed, "256 bits"};
        }
        std::memcpy(bits.bytes.data(), raw.data(), raw.size());
        return bits;
    }
    static Result<Bits256> fromHex(std::string_view hex) {
        Bits256 bits;
        if (!detail::fromHex(hex, bits.bytes) || bits.hex() != hex) {
            return {ErrorCode::Malformed, "256 bits in hexadecimal digits"};
        }
        return bits;
    }
};

// A hash of the sealed bytes under a key made from the file's own: it finds and proves the file and tells nobody what is in it.
using FileAddress = Bits256<struct FileAddressTag>;
// Random, of this file alone.
using FileKey = Bits256<struct FileKeyTag>;

enum class AttachedAs : std::uint8_t { Photo, Document, Signature };

struct Attachment {
    FileAddress address;
    FileKey key;
    AttachedAs as = AttachedAs::Photo;
    MediaType media = MediaType::Jpeg;
    std::uint64_t size = 0; // bytes of the file as it was added, unsealed; 1 to kMaxFileBytes
    AgencyId byAgency;      // who added it
    WorkerId by;
    WallTime addedAt;
    std::string name;        // cleanedFileName()
    std::string description; // what can be seen in it, for whoever cannot see it; empty: not said
    std::string rest;        // of a newer program: kept as it came

    [[nodiscard]] std::uint32_t chunks() const;
    friend bool operator==(const Attachment&, const Attachment&) = default;
};

[[nodiscard]] std::uint32_t chunksOf(std::uint64_t size);

// The member that says it: one text, fields apart by tabs; and back. nullopt for what no program of ours wrote: another shape,
// sizes beyond the limits, a name or a description with control characters in it.
[[nodiscard]] std::string memberOf(const Attachment& attachment);
[[nodiscard]] std::optional<Attachment> attachmentIn(std::string_view member);
// The member with its key left out, for dumps and documents.
[[nodiscard]] std::string withoutKey(std::string_view member);

// The field that holds them; nullptr for a type that takes none.
[[nodiscard]] const SetField* filesFieldOf(RecordType type);
// In the order in which they were added. Members that do not read are left out: they stay on the record and are not shown.
[[nodiscard]] std::vector<Attachment> attachmentsOf(const Record& record);
[[nodiscard]] std::optional<Attachment> attachmentAt(const Record& record, const FileAddress& address);
// As attachmentsOf() will read them.
void putAttachments(Record& record, const std::vector<Attachment>& attachments);
// Malformed, TooLarge, Duplicate (one address twice) or NotPermitted (added in another's name): what an edit may add. What stood
// before is not judged again. The type's own rules say when a record may be changed at all.
[[nodiscard]] Result<void> checkAttachments(const Record* before, const Record& after, const Principal& author);

} // namespace frontsheet
