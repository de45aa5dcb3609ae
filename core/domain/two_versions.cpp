#include "core/domain/two_versions.h"

#include <algorithm>

namespace frontsheet {

void putAway(FieldSet& fields, const std::vector<OpId>& settled) {
    if (settled.empty() || fields.others().empty()) {
        return;
    }
    auto others = fields.others();
    std::erase_if(others, [&](const OtherVersion& other) {
        return std::find(settled.begin(), settled.end(), other.op) != settled.end();
    });
    fields.setOthers(std::move(others));
}

std::vector<OpId> continuedBy(const FieldSet& fields, const OtherVersion& other, const Intent& intent) {
    std::vector<OpId> ops;
    const auto sawSaid = [&](const OtherVersion::Said& said) {
        return std::any_of(intent.edits.begin(), intent.edits.end(), [&](const FieldEdit& edit) {
            return edit.field == said.field && edit.before == said.value;
        });
    };
    for (const auto& earlier : fields.others()) {
        if (earlier.agency == other.agency && earlier.author == other.author && earlier.op != other.op &&
            std::all_of(earlier.says.begin(), earlier.says.end(), sawSaid)) {
            ops.push_back(earlier.op);
        }
    }
    return ops;
}

Result<void> putBeside(FieldSet& fields, OtherVersion other, const std::vector<OpId>& continued) {
    const auto& there = fields.others();
    if (std::any_of(there.begin(), there.end(), [&](const OtherVersion& one) { return one.op == other.op; })) {
        return ok();
    }
    putAway(fields, continued);
    auto others = fields.others();
    if (others.size() >= kMaxOtherVersions) {
        return {ErrorCode::Conflict, "too many versions to settle"};
    }
    others.push_back(std::move(other));
    fields.setOthers(std::move(others));
    return ok();
}

ConflictOwner ownerOf(const Record& record, const OtherVersion& other) {
    const bool standingIsHome = other.standingAgency == record.home && !other.standingAuthor.empty();
    if (other.agency != record.home && standingIsHome) {
        return {other.standingAgency, other.standingAuthor};
    }
    return {other.agency, other.author};
}

FieldSet withOther(const FieldSet& fields, const OtherVersion& other) {
    FieldSet after = fields;
    for (const auto& said : other.says) {
        apply(after, {said.field, std::nullopt, said.value});
    }
    return after;
}

std::string bothTexts(std::string_view standing, std::string_view standingHeading, std::string_view other,
                      std::string_view otherHeading) {
    std::string out;
    for (const auto& [heading, text] : {std::pair{standingHeading, standing}, std::pair{otherHeading, other}}) {
        if (text.empty()) {
            continue; // "not mentioned" is nobody's words
        }
        out += out.empty() ? "" : "\n\n";
        out += std::string{heading} + "\n" + std::string{text};
    }
    return out;
}

} // namespace frontsheet
