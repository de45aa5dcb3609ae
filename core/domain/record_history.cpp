#include "core/domain/record_history.h"

#include "core/domain/intent.h"

#include <algorithm>

namespace frontsheet {

namespace {

std::vector<const Record*> oldestFirst(std::span<const Record> versions) {
    std::vector<const Record*> ordered;
    ordered.reserve(versions.size());
    for (const auto& version : versions) {
        ordered.push_back(&version);
    }
    std::sort(ordered.begin(), ordered.end(), [](const Record* a, const Record* b) { return a->version < b->version; });
    return ordered;
}

// Those of `a` that are not in `b`.
std::vector<OtherVersion> without(const std::vector<OtherVersion>& a, const std::vector<OtherVersion>& b) {
    std::vector<OtherVersion> out;
    std::copy_if(a.begin(), a.end(), std::back_inserter(out), [&](const OtherVersion& one) {
        return std::none_of(b.begin(), b.end(), [&](const OtherVersion& other) { return other.op == one.op; });
    });
    return out;
}

} // namespace

std::vector<HistoryStep> historyOf(std::span<const Record> versions) {
    const auto ordered = oldestFirst(versions);
    std::vector<HistoryStep> steps;
    const FieldSet nothing;
    const Record* before = nullptr;
    for (const Record* version : ordered) {
        HistoryStep step{version->version,
                         version->authorAgency,
                         version->author,
                         version->recordedAt,
                         version->occurredAt,
                         before == nullptr,
                         false,
                         {},
                         {},
                         {}};
        step.skipped = before == nullptr ? version->version.n > 1 : version->version.n > before->version.n + 1;
        const FieldSet& was = before == nullptr ? nothing : before->fields;
        for (auto& edit : difference(was, version->fields)) {
            step.changes.push_back({edit.field, std::move(edit.before), std::move(edit.after)});
        }
        step.putBeside = without(version->fields.others(), was.others());
        step.settled = without(was.others(), version->fields.others());
        steps.push_back(std::move(step));
        before = version;
    }
    std::reverse(steps.begin(), steps.end());
    return steps;
}

const Record* asItStood(std::span<const Record> versions, WallTime at) {
    const Record* found = nullptr;
    for (const auto& version : versions) {
        const bool then = version.recordedAt <= at;
        if (then && (found == nullptr || found->version < version.version)) {
            found = &version;
        }
    }
    return found;
}

} // namespace frontsheet
