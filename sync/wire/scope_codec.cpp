#include "sync/wire/scope_codec.h"

#include "sync/wire/field_reader.h"
#include "sync/wire/wire_limits.h"

#include <algorithm>
#include <limits>

#include "frontsheet/v1/sync.pb.h"

namespace frontsheet::wire {

static_assert(int{v1::PartialScope::kScopeFieldNumber} == int{v1::GrantedScope::kScopeFieldNumber} &&
              int{v1::PartialScope::kFromSeqFieldNumber} == int{v1::GrantedScope::kFromSeqFieldNumber} &&
              int{v1::PartialScope::kResumeKeyFieldNumber} < int{v1::GrantedScope::kSoftHoursFieldNumber});

namespace {

// A longer lease than can be said is none shorter than it.
std::uint16_t hoursOf(std::uint64_t hours) {
    return static_cast<std::uint16_t>(std::min<std::uint64_t>(hours, std::numeric_limits<std::uint16_t>::max()));
}

} // namespace

Result<std::string> decodeScope(BytesView name) {
    if (name.size() > kMaxScopeName) {
        return {ErrorCode::TooLarge, "scope name"};
    }
    const bool printable = std::all_of(name.begin(), name.end(), [](char c) { return c > ' ' && c < 0x7F; });
    if (name.empty() || !printable) {
        return {ErrorCode::Malformed, "scope name"};
    }
    return std::string{name};
}

Result<ScopeProgress> decodeProgress(BytesView bytes) {
    ScopeProgress progress;
    FieldReader reader{bytes};
    while (reader.next()) {
        switch (reader.number()) {
        case v1::PartialScope::kScopeFieldNumber: {
            FS_ASSIGN(progress.scope, decodeScope(reader.bytes()));
            break;
        }
        case v1::PartialScope::kFromSeqFieldNumber:
            progress.fromSeq = reader.varint();
            break;
        case v1::PartialScope::kResumeKeyFieldNumber:
            progress.resumeKey = Bytes{reader.bytes()};
            break;
        case v1::GrantedScope::kSoftHoursFieldNumber:
            progress.softHours = hoursOf(reader.varint());
            break;
        case v1::GrantedScope::kHardHoursFieldNumber:
            progress.hardHours = hoursOf(reader.varint());
            break;
        default:
            break;
        }
    }
    FS_TRY(reader.finish());
    if (progress.scope.empty()) {
        return {ErrorCode::Malformed, "scope name"};
    }
    if (progress.resumeKey.size() > kMaxResumeKey) {
        return {ErrorCode::TooLarge, "resume key"};
    }
    return progress;
}

} // namespace frontsheet::wire
