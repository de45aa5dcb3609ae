// Two versions of the same words, and what a record said earlier. The history is asked of the record's home, so it needs signal.

#include "app/device/named_words.h"
#include "app/device/output.h"
#include "app/device/verbs.h"
#include "core/domain/canonical.h"
#include "core/domain/schema/record_schema.h"
#include "core/usecases/record_histories.h"
#include "core/usecases/settling_versions.h"
#include "sync/client/history_request.h"

#include <array>
#include <nlohmann/json.hpp>

namespace frontsheet::device {

namespace {

using enum Option::Kind;
using enum Option::Need;

constexpr std::size_t kMostVersions = 2000;

constexpr std::array kHistoryOptions{
    Option{"--record", Value, Required, "32 hexadecimal digits"},
    Option{"--at", Value, Optional, "milliseconds since 1970: the record as it stood then, and nothing else"},
};

std::string fieldName(RecordType type, FieldTag field) {
    const RecordSchema* schema = schemaOf(type);
    const FieldSpec* spec = schema != nullptr ? schema->field(field) : nullptr;
    return spec != nullptr ? std::string{spec->name} : "#" + std::to_string(field.number);
}

Line lineOf(const HistoryStep& step, RecordType type) {
    Line changed = Line::array();
    for (const auto& change : step.changes) {
        changed.push_back(fieldName(type, change.field));
    }
    return Line{{"version", step.version.n},
                {"author", step.author.str()},
                {"author_agency", step.agency.str()},
                {"recorded_at", step.recordedAt.ms},
                {"first", step.first},
                {"others_between", step.skipped},
                {"changed", changed},
                {"put_beside", step.putBeside.size()},
                {"settled", step.settled.size()}};
}

Result<void> history(DeviceSession& session, const Arguments& arguments) {
    FS_ASSIGN(const auto record, arguments.id<RecordId>("--record"));
    FS_ASSIGN(const auto transport, session.transport());
    HistoryRequest line(*transport);
    FS_ASSIGN(const auto versions, RecordHistories(session.workplace(), line).versionsOf(record, kMostVersions));
    if (arguments.has("--at")) {
        FS_ASSIGN(const auto at, momentFrom(arguments, "--at"));
        const Record* then = asItStood(versions, at);
        if (then == nullptr) {
            return {ErrorCode::NotFound, "the record at that time"};
        }
        printRaw(canonicalLine(*then));
        return ok();
    }
    for (const auto& step : historyOf(versions)) {
        print(lineOf(step, versions.front().type));
    }
    return ok();
}

Result<void> versions(DeviceSession& session, const Arguments&) {
    FS_ASSIGN(const auto rows, SettlingVersions(session.workplace()).waiting());
    for (const auto& row : rows) {
        print(Line{{"record", row.record.hex()},
                   {"person", row.person.hex()},
                   {"field", fieldName(row.type, row.field)},
                   {"operation", row.other.hex()},
                   {"author", row.by.str()},
                   {"author_agency", row.byAgency.str()},
                   {"mine", row.mine}});
    }
    return ok();
}

constexpr std::array kSettleOptions{
    Option{"--record", Value, Required, "32 hexadecimal digits, as versions lists it"},
    Option{"--keep", Value, Required, "standing, other or both"},
};

Result<void> settle(DeviceSession& session, const Arguments& arguments) {
    FS_ASSIGN(const auto record, arguments.id<RecordId>("--record"));
    const auto keep = arguments.value("--keep");
    SettlingVersions settling(session.workplace());
    FS_ASSIGN(const auto open, settling.open(record));
    if (keep == "standing") {
        FS_TRY(settling.keepStanding(record, open.other.op));
    } else if (keep == "other") {
        FS_TRY(settling.takeOther(record, open.other.op));
    } else if (keep == "both") {
        FS_TRY(settling.keepBoth(record, open.other.op, open.other.standingAuthor.str() + ":",
                                 open.other.author.str() + ":"));
    } else {
        return {ErrorCode::InvalidArgument, "--keep"};
    }
    saySaved(record);
    return ok();
}

constexpr std::array kVerbs{
    Verb{"history", "prints who changed a record and when, or the record as it stood", kHistoryOptions, history},
    Verb{"versions", "lists words of which there are two versions to settle", {}, versions},
    Verb{"settle-versions", "settles the newest of two versions", kSettleOptions, settle},
};

} // namespace

std::span<const Verb> historyVerbs() { return kVerbs; }

} // namespace frontsheet::device
