// What is done with other versions of a record's words: kept at the home, shown side by side, and settled by a person. Prose is
// never merged inside a text: "5 mg at night" and "10 mg in the morning" must not become "5 mg in the morning". Pure.
#pragma once

#include "core/domain/intent.h"
#include "core/domain/record.h"

#include <string>
#include <vector>

namespace frontsheet {

// Takes these versions away; those that are not there are settled already.
void putAway(FieldSet& fields, const std::vector<OpId>& settled);
// Adds one, unless its edit is there, in place of those of `continued`: earlier words of the same author that the new ones go on
// from. Conflict where there are kMaxOtherVersions: somebody settles those first.
[[nodiscard]] Result<void> putBeside(FieldSet& fields, OtherVersion other, const std::vector<OpId>& continued = {});
// The other versions that an edit goes on from: the same author's, and the edit saw their words.
[[nodiscard]] std::vector<OpId> continuedBy(const FieldSet& fields, const OtherVersion& other, const Intent& intent);

// What a viewer may see of them: `keeps(tag)` of each value; a version of which nothing is left is left out.
template <class Keeps>
[[nodiscard]] std::vector<OtherVersion> seenOf(const std::vector<OtherVersion>& others, Keeps keeps) {
    std::vector<OtherVersion> out;
    for (OtherVersion other : others) {
        std::erase_if(other.says, [&](const OtherVersion::Said& said) { return !keeps(said.field); });
        if (!other.says.empty()) {
            out.push_back(std::move(other));
        }
    }
    return out;
}

// Who is asked to settle: whoever wrote second, while they are of the record's home and so know the case; of a partner's words
// whoever at the home wrote what stands; failing both, the second author. Anybody else who may write to the record may settle.
struct ConflictOwner {
    AgencyId agency;
    WorkerId worker;
    friend bool operator==(const ConflictOwner&, const ConflictOwner&) = default;
};
[[nodiscard]] ConflictOwner ownerOf(const Record& record, const OtherVersion& other);

// What the record would say with the other in the place of what stands.
[[nodiscard]] FieldSet withOther(const FieldSet& fields, const OtherVersion& other);
// One after the other, whole, each under its own author's heading: what stands first. `headings` gives a line for each of the
// two, made by the caller, who knows the language and the names.
[[nodiscard]] std::string bothTexts(std::string_view standing, std::string_view standingHeading, std::string_view other,
                                    std::string_view otherHeading);

} // namespace frontsheet
