// Emergency access: asked of the home's server and answered by it, so these need signal.

#include "app/device/named_words.h"
#include "app/device/output.h"
#include "app/device/verbs.h"
#include "core/usecases/emergencies.h"
#include "core/usecases/people.h"
#include "sync/client/emergency_request.h"

#include <array>
#include <nlohmann/json.hpp>

namespace frontsheet::device {

namespace {

using enum Option::Kind;
using enum Option::Need;

constexpr std::size_t kMostRows = 500;

constexpr std::array kOpenOptions{
    Option{"--home", Value, Required, "whose records, an agency's code"},
    Option{"--reason-file", Value, Required, "why, in a sentence at least; it is reviewed"},
    Option{"--born", Value, Required, "the person's date of birth, as 1940-05-31"},
    Option{"--nhs-number-file", Value, Optional, "the person's NHS number, or else both names"},
    Option{"--family-name-file", Value, Optional, "with the given name"},
    Option{"--given-name-file", Value, Optional, "with the family name"},
    Option{"--hours", Value, Optional, "1 to 12, 4 by default"},
};

// The first line of a file: who somebody is does not stand in a command line.
Result<std::string> lineFrom(const Arguments& arguments, std::string_view option) {
    return arguments.has(option) ? arguments.secret(option) : Result<std::string>{std::string{}};
}

Result<void> open(DeviceSession& session, const Arguments& arguments) {
    EmergencyWish wish;
    FS_ASSIGN(wish.reason, arguments.textFile("--reason-file"));
    wish.person.born = arguments.value("--born");
    FS_ASSIGN(wish.person.nhsNumber, lineFrom(arguments, "--nhs-number-file"));
    FS_ASSIGN(wish.person.familyName, lineFrom(arguments, "--family-name-file"));
    FS_ASSIGN(wish.person.givenName, lineFrom(arguments, "--given-name-file"));
    if (arguments.has("--hours")) {
        FS_ASSIGN(const auto hours, numberFrom(arguments, "--hours"));
        wish.duration = std::chrono::hours{hours};
    }
    FS_ASSIGN(const auto transport, session.transport());
    EmergencyRequest line(*transport);
    FS_ASSIGN(const auto opened,
              line.open(AgencyId{arguments.value("--home")}, wish, session.workplace().ids.random<OpId>()));
    for (std::size_t at = 0; at < opened.accesses.size(); ++at) {
        print(Line{{"access", opened.accesses[at].hex()},
                   {"person", at < opened.persons.size() ? opened.persons[at].hex() : ""},
                   {"until", opened.until.ms}});
    }
    return ok();
}

constexpr std::array kEndOptions{
    Option{"--home", Value, Required, "whose records, an agency's code"},
    Option{"--access", Value, Required, "32 hexadecimal digits, as open-emergency said"},
};

Result<void> end(DeviceSession& session, const Arguments& arguments) {
    FS_ASSIGN(const auto access, arguments.id<RecordId>("--access"));
    FS_ASSIGN(const auto transport, session.transport());
    FS_TRY(EmergencyRequest(*transport).end(AgencyId{arguments.value("--home")}, access));
    print(Line{{"ended", true}, {"access", access.hex()}});
    return ok();
}

Line lineOf(const EmergencyRow& row) {
    return {{"access", row.access.hex()}, {"person", row.person.hex()},
            {"agency", row.agency.str()}, {"worker", row.worker.str()},
            {"reason", row.reason},       {"until", row.until.ms},
            {"open", row.isOpen},         {"mine", row.isMine},
            {"review", row.review},       {"reviewed_by", row.reviewedBy.str()}};
}

Result<void> toReview(DeviceSession& session, const Arguments&) {
    FS_ASSIGN(const auto rows, Emergencies(session.workplace()).toReview(kMostRows));
    for (const auto& row : rows) {
        print(lineOf(row));
    }
    return ok();
}

constexpr std::array kAboutOptions{Option{"--person", Value, Required, "32 hexadecimal digits"}};

Result<void> about(DeviceSession& session, const Arguments& arguments) {
    FS_ASSIGN(const auto person, arguments.id<PersonId>("--person"));
    FS_ASSIGN(const auto sheet, People(session.workplace()).frontSheet(person));
    for (const auto& access : sheet.emergencies) {
        print(lineOf(emergencyRow(access, session.identity().me, session.clock().now())));
    }
    return ok();
}

constexpr std::array kReviewOptions{
    Option{"--access", Value, Required, "32 hexadecimal digits, as emergencies-to-review lists it"},
    Option{"--text-file", Value, Required, "what was found"},
    Option{"--not-justified", Switch, Optional, "it should not have been opened (it was justified by default)"},
};

Result<void> review(DeviceSession& session, const Arguments& arguments) {
    FS_ASSIGN(const auto access, arguments.id<RecordId>("--access"));
    FS_ASSIGN(const auto words, arguments.textFile("--text-file"));
    FS_ASSIGN(const auto transport, session.transport());
    const auto verdict =
        arguments.has("--not-justified") ? EmergencyVerdict::NotJustified : EmergencyVerdict::Justified;
    FS_TRY(EmergencyRequest(*transport).review(session.identity().me.agency, access, verdict, words));
    print(Line{{"reviewed", true}, {"access", access.hex()}});
    return ok();
}

constexpr std::array kVerbs{
    Verb{"open-emergency", "opens somebody's records at an agency for some hours, with a reason", kOpenOptions, open},
    Verb{"end-emergency", "ends emergency access before its time", kEndOptions, end},
    Verb{"emergencies", "prints the emergency accesses to a person's records", kAboutOptions, about},
    Verb{"emergencies-to-review", "lists emergency accesses that wait for a review", {}, toReview},
    Verb{"review-emergency", "says whether emergency access was justified", kReviewOptions, review},
};

} // namespace

std::span<const Verb> emergencyVerbs() { return kVerbs; }

} // namespace frontsheet::device
