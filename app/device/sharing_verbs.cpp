// Who may see what: who is involved with a person, and what the person said about it.

#include "app/device/output.h"
#include "app/device/verbs.h"
#include "core/usecases/care_teams.h"

#include <array>
#include <nlohmann/json.hpp>

namespace frontsheet::device {

namespace {

using enum Option::Kind;
using enum Option::Need;

constexpr std::array kInvolveOptions{
    Option{"--person", Value, Required, "with whom, 32 hexadecimal digits of this agency's own"},
    Option{"--worker", Value, Required, "the worker's code, of any agency in the directory"},
};

Result<void> involve(DeviceSession& session, const Arguments& arguments) {
    FS_ASSIGN(const auto person, arguments.id<PersonId>("--person"));
    FS_ASSIGN(const auto id, CareTeams(session.workplace()).involve(person, WorkerId{arguments.value("--worker")}));
    saySaved(id);
    return ok();
}

constexpr std::array kUninvolveOptions{
    Option{"--membership", Value, Required, "of the care team, 32 hexadecimal digits"},
};

Result<void> endInvolvement(DeviceSession& session, const Arguments& arguments) {
    FS_ASSIGN(const auto id, arguments.id<RecordId>("--membership"));
    FS_TRY(CareTeams(session.workplace()).end(id));
    saySaved(id);
    return ok();
}

constexpr std::array kVerbs{
    Verb{"involve", "puts a worker on a person's care team", kInvolveOptions, involve},
    Verb{"end-involvement", "ends a worker's place on a care team", kUninvolveOptions, endInvolvement},
};

} // namespace

std::span<const Verb> sharingVerbs() { return kVerbs; }

} // namespace frontsheet::device
