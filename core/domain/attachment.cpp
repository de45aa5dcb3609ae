#include "core/domain/attachment.h"

#include "core/base/utf8.h"
#include "core/domain/attachment_limits.h"
#include "core/domain/schema/contact_note.h"
#include "core/domain/schema/referral.h"
#include "core/domain/schema/safety.h"

#include <algorithm>
#include <charconv>
#include <set>

namespace frontsheet {

namespace {

namespace limits = attachment_limits;

constexpr std::string_view kFormat = "1";
constexpr std::string_view kAs[] = {"photo", "document", "signature"};

// The member's parts one after the other; what is left when they are all read is a newer program's.
class Parts {
public:
    explicit Parts(std::string_view text) : m_rest(text) {}

    std::string_view next() {
        if (m_ended) {
            m_failed = true;
            return {};
        }
        const auto tab = m_rest.find('\t');
        const auto part = m_rest.substr(0, tab);
        m_ended = tab == std::string_view::npos;
        m_rest = m_ended ? std::string_view{} : m_rest.substr(tab + 1);
        return part;
    }
    [[nodiscard]] bool failed() const { return m_failed; }
    // With the tab before it; empty where nothing is left.
    [[nodiscard]] std::string rest() const { return m_ended ? std::string{} : "\t" + std::string{m_rest}; }

private:
    std::string_view m_rest;
    bool m_ended = false;
    bool m_failed = false;
};

std::optional<std::int64_t> numberIn(std::string_view text) {
    std::int64_t value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = read.ec == std::errc{} && read.ptr == text.data() + text.size();
    return whole && std::to_string(value) == text ? std::optional{value} : std::nullopt;
}

std::optional<AttachedAs> attachedAsNamed(std::string_view name) {
    for (std::size_t i = 0; i < std::size(kAs); ++i) {
        if (kAs[i] == name) {
            return static_cast<AttachedAs>(i);
        }
    }
    return std::nullopt;
}

bool isCleanLine(std::string_view text, std::size_t most) { return cleanedLine(text, most) == text; }

std::vector<std::string> membersOf(const Record& record) {
    const SetField* field = filesFieldOf(record.type);
    return field == nullptr ? std::vector<std::string>{} : record.fields.get(*field);
}

} // namespace

std::uint32_t chunksOf(std::uint64_t size) {
    return static_cast<std::uint32_t>((size + limits::kChunkBytes - 1) / limits::kChunkBytes);
}

std::uint32_t Attachment::chunks() const { return chunksOf(size); }

std::string memberOf(const Attachment& a) {
    std::string out{kFormat};
    for (const auto& part :
         {a.address.hex(), a.key.hex(), std::string{kAs[static_cast<std::size_t>(a.as)]}, std::string{name(a.media)},
          std::to_string(a.size), a.byAgency.str(), a.by.str(), std::to_string(a.addedAt.ms), a.name, a.description}) {
        out += "\t" + part;
    }
    return out + a.rest;
}

std::optional<Attachment> attachmentIn(std::string_view member) {
    if (member.size() > limits::kMaxTextBytes || !isText(member)) {
        return std::nullopt;
    }
    Parts parts{member};
    if (parts.next() != kFormat) {
        return std::nullopt;
    }
    const auto address = FileAddress::fromHex(parts.next());
    const auto key = FileKey::fromHex(parts.next());
    const auto as = attachedAsNamed(parts.next());
    const auto media = mediaTypeNamed(parts.next());
    const auto size = numberIn(parts.next());
    Attachment out;
    out.byAgency = AgencyId{std::string{parts.next()}};
    out.by = WorkerId{std::string{parts.next()}};
    const auto at = numberIn(parts.next());
    out.name = parts.next();
    out.description = parts.next();
    if (parts.failed() || !address || !key || !as || !media || !size || !at) {
        return std::nullopt;
    }
    out.rest = parts.rest();
    out.address = *address;
    out.key = *key;
    out.as = *as;
    out.media = *media;
    out.addedAt = WallTime{*at};
    const bool sizeFits = *size > 0 && static_cast<std::uint64_t>(*size) <= limits::kMaxFileBytes;
    const bool named = out.name == cleanedFileName(out.name, out.media);
    if (!sizeFits || !named || !isCleanLine(out.description, limits::kMaxDescriptionBytes) || out.address.isNull() ||
        out.key.isNull() || !out.byAgency.isWellFormed() || !out.by.isWellFormed() || !out.addedAt.isKnown() ||
        (isImage(out.media) != (out.as != AttachedAs::Document))) {
        return std::nullopt;
    }
    out.size = static_cast<std::uint64_t>(*size);
    return out;
}

std::string withoutKey(std::string_view member) {
    Parts parts{member};
    const std::string_view format = parts.next();
    const std::string_view address = parts.next();
    const std::string_view key = parts.next();
    return parts.failed() || key.empty() ? std::string{format} + "\t" + std::string{address} + "\t-"
                                         : std::string{format} + "\t" + std::string{address} + "\t-" + parts.rest();
}

const SetField* filesFieldOf(RecordType type) {
    switch (type) {
    case RecordType::ContactNote:
        return &contact_note::kFiles;
    case RecordType::Referral:
        return &referral::kFiles;
    case RecordType::ReferralMessage:
        return &referral_message::kFiles;
    case RecordType::AdvancePlan:
        return &advance_plan::kFiles;
    default:
        return nullptr;
    }
}

std::vector<Attachment> attachmentsOf(const Record& record) {
    std::vector<Attachment> out;
    for (const auto& member : membersOf(record)) {
        if (auto read = attachmentIn(member); read && out.size() < limits::kMaxPerRecord) {
            out.push_back(std::move(*read));
        }
    }
    std::sort(out.begin(), out.end(), [](const Attachment& a, const Attachment& b) {
        return std::pair{a.addedAt, a.address} < std::pair{b.addedAt, b.address};
    });
    return out;
}

std::optional<Attachment> attachmentAt(const Record& record, const FileAddress& address) {
    for (auto& attachment : attachmentsOf(record)) {
        if (attachment.address == address) {
            return std::move(attachment);
        }
    }
    return std::nullopt;
}

void putAttachments(Record& record, const std::vector<Attachment>& attachments) {
    const SetField* field = filesFieldOf(record.type);
    if (field == nullptr) {
        return;
    }
    std::set<std::string> members;
    for (const auto& member : membersOf(record)) {
        if (!attachmentIn(member)) {
            members.insert(member); // a newer program's
        }
    }
    for (const auto& attachment : attachments) {
        members.insert(memberOf(attachment));
    }
    record.fields.put(*field, std::vector<std::string>(members.begin(), members.end()));
}

Result<void> checkAttachments(const Record* before, const Record& after, const Principal& author) {
    const auto members = membersOf(after);
    if (members.size() > limits::kMaxPerRecord) {
        return {ErrorCode::TooLarge, "number of attached files"};
    }
    const auto had = before != nullptr ? membersOf(*before) : std::vector<std::string>{};
    std::set<FileAddress> addresses;
    for (const auto& member : members) {
        const auto attachment = attachmentIn(member);
        const bool stood = std::find(had.begin(), had.end(), member) != had.end();
        if (!attachment) {
            if (stood) {
                continue;
            }
            return {ErrorCode::Malformed, "an attached file"};
        }
        if (!addresses.insert(attachment->address).second) {
            return {ErrorCode::Duplicate, "an attached file"};
        }
        if (stood) {
            continue;
        }
        const bool own = attachment->byAgency == author.agency && attachment->by == author.worker;
        // Described anew it is still the file that was added, by whoever added it.
        const auto was = before != nullptr ? attachmentAt(*before, attachment->address) : std::nullopt;
        auto same = was.value_or(Attachment{});
        same.description = attachment->description;
        if (was ? same != *attachment : !own) {
            return {ErrorCode::NotPermitted, "an attached file"};
        }
    }
    return ok();
}

} // namespace frontsheet
