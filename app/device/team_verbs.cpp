// Work between colleagues: what a team has open, who is away, what is offered to whom and what they say.

#include "app/device/output.h"
#include "app/device/verbs.h"
#include "core/usecases/offers.h"
#include "core/usecases/team_work.h"

#include <array>
#include <nlohmann/json.hpp>

namespace frontsheet::device {

namespace {

using enum Option::Kind;
using enum Option::Need;

Line lineOf(const char* list, const WorkShown& one) {
    return {{"list", list},
            {"record", one.work.record.hex()},
            {"owner", one.work.owner.str()},
            {"asked", one.work.asked.str()},
            {"late", one.late}};
}

// What a manager sees, without words about anybody: counts and ids.
Result<void> team(DeviceSession& session, const Arguments&) {
    FS_ASSIGN(const auto day, TeamWork(session.workplace()).today());
    print({{"on-duty", day.onDuty},
           {"waiting-for-us", day.waitingForUs.size()},
           {"waiting-for-others", day.waitingForOthers.size()},
           {"unowned", day.unowned.size()},
           {"offered", day.offered.size()},
           {"overdue", day.overdue.size()}});
    for (const auto& one : day.unowned) {
        print(lineOf("unowned", one));
    }
    for (const auto& one : day.offered) {
        print(lineOf("offered", one));
    }
    for (const auto& one : day.loads) {
        print({{"worker", one.load.worker.code.str()},
               {"people", one.people},
               {"referrals", one.load.referrals},
               {"plans", one.load.plans},
               {"placements", one.load.placements},
               {"actions", one.load.actions},
               {"overdue", one.load.overdue},
               {"away", one.awayToday}});
    }
    return ok();
}

constexpr std::array kAwayOptions{
    Option{"--worker", Value, Required, "who is away, a colleague's code"},
    Option{"--from", Value, Required, "the first day, as 2026-11-24"},
    Option{"--until", Value, Optional, "the last day; without it nobody knows yet"},
    Option{"--deputy", Value, Optional, "who stands in, a colleague's code"},
    Option{"--words-file", Value, Optional, "what callers are told"},
};

Result<void> away(DeviceSession& session, const Arguments& arguments) {
    NewAbsence absence{WorkerId{arguments.value("--worker")}, arguments.value("--from"), arguments.value("--until"),
                       WorkerId{arguments.value("--deputy")}, std::string{}};
    if (arguments.has("--words-file")) {
        FS_ASSIGN(absence.words, arguments.textFile("--words-file"));
    }
    FS_ASSIGN(const auto id, TeamWork(session.workplace()).markAway(absence));
    saySaved(id);
    return ok();
}

constexpr std::array kOfferOptions{
    Option{"--record", Value, Required, "a plan, a placement, a visit, an action or a referral, 32 hexadecimal digits"},
    Option{"--to", Value, Required, "a colleague's code"},
    Option{"--words-file", Value, Optional, "what they should know first; of a referral its sender reads it"},
};

Result<void> offer(DeviceSession& session, const Arguments& arguments) {
    FS_ASSIGN(const auto record, arguments.id<RecordId>("--record"));
    std::string words;
    if (arguments.has("--words-file")) {
        FS_ASSIGN(words, arguments.textFile("--words-file"));
    }
    FS_TRY(Offers(session.workplace()).offer({record}, WorkerId{arguments.value("--to")}, words));
    saySaved(record);
    return ok();
}

constexpr std::array kAnswerOptions{
    Option{"--record", Value, Required, "what is offered, 32 hexadecimal digits"},
};

Result<void> takeOver(DeviceSession& session, const Arguments& arguments) {
    FS_ASSIGN(const auto record, arguments.id<RecordId>("--record"));
    FS_TRY(Offers(session.workplace()).accept(record));
    saySaved(record);
    return ok();
}

constexpr std::array kTurnDownOptions{
    Option{"--record", Value, Required, "what is offered, 32 hexadecimal digits"},
    Option{"--text-file", Value, Required, "why not"},
};

Result<void> turnDown(DeviceSession& session, const Arguments& arguments) {
    FS_ASSIGN(const auto record, arguments.id<RecordId>("--record"));
    FS_ASSIGN(const auto why, arguments.textFile("--text-file"));
    FS_TRY(Offers(session.workplace()).refuse(record, why));
    saySaved(record);
    return ok();
}

constexpr std::array kVerbs{
    Verb{"team", "prints what a manager's team has open, and who has how much", {}, team},
    Verb{"away", "says when a colleague is away and who stands in", kAwayOptions, away},
    Verb{"offer", "asks a colleague to take work over", kOfferOptions, offer},
    Verb{"take-over", "says yes to work that a colleague offers", kAnswerOptions, takeOver},
    Verb{"turn-down", "says no to work that a colleague offers, and why", kTurnDownOptions, turnDown},
};

} // namespace

std::span<const Verb> teamVerbs() { return kVerbs; }

} // namespace frontsheet::device
