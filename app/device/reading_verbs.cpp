#include "app/device/named_words.h"
#include "app/device/output.h"
#include "app/device/verbs.h"
#include "core/domain/canonical.h"
#include "core/domain/display_name.h"
#include "core/store/device_store.h"
#include "core/usecases/leases.h"
#include "core/usecases/people.h"
#include "core/usecases/referrals.h"
#include "core/usecases/waiting_work.h"

#include <array>
#include <nlohmann/json.hpp>

namespace frontsheet::device {

namespace {

using enum Option::Kind;
using enum Option::Need;

constexpr std::size_t kDefaultRows = 50;

Result<std::size_t> countFrom(const Arguments& arguments, std::string_view option, std::size_t otherwise) {
    return arguments.has(option) ? numberFrom(arguments, option) : Result<std::size_t>{otherwise};
}

Line lineOf(const PersonRow& row) {
    Line agencies = Line::array();
    for (const auto& agency : row.agencies) {
        agencies.push_back(agency.str());
    }
    Line line{{"person", row.person.hex()}, {"name", bannerName(row.familyName, row.givenName, row.title)},
              {"born", row.born},           {"nhs_number", spacedNhsNumber(row.nhsNumber)},
              {"town", row.town},           {"agencies", agencies}};
    if (!row.matchedNote.isNull()) {
        line["record"] = row.matchedNote.hex();
        line["snippet"] = row.snippet;
    }
    return line;
}

Line lineOf(const std::vector<LockedShare>& locked);

constexpr std::array kCaseloadOptions{
    Option{"--everyone", Switch, Optional, "all people on this device, not only this worker's"},
    Option{"--offset", Value, Optional, "rows to pass over"},
    Option{"--limit", Value, Optional, "rows to print, 50 by default"},
};

Result<void> caseload(DeviceSession& session, const Arguments& arguments) {
    FS_ASSIGN(const auto offset, countFrom(arguments, "--offset", 0));
    FS_ASSIGN(const auto limit, countFrom(arguments, "--limit", kDefaultRows));
    const auto whose =
        arguments.has("--everyone") ? RecordReader::CaseloadOf::Everyone : RecordReader::CaseloadOf::Worker;
    FS_ASSIGN(const auto page, People(session.workplace()).caseload(whose, offset, limit));
    for (const auto& row : page.rows) {
        print(lineOf(row));
    }
    Line last{{"total", page.total}};
    FS_ASSIGN(const auto locked, Leases(session.workplace()).anywhere());
    if (!locked.empty()) {
        last["locked"] = lineOf(locked);
    }
    print(last);
    return ok();
}

constexpr std::array kSearchOptions{
    Option{"--text-file", Value, Required, "what would be typed"},
    Option{"--limit", Value, Optional, "rows to print, 50 by default"},
};

Result<void> search(DeviceSession& session, const Arguments& arguments) {
    FS_ASSIGN(auto typed, arguments.textFile("--text-file"));
    typed.resize(std::min(typed.find_first_of("\r\n"), typed.size()));
    FS_ASSIGN(const auto limit, countFrom(arguments, "--limit", kDefaultRows));
    FS_ASSIGN(const auto rows, People(session.workplace()).search(typed, limit));
    for (const auto& row : rows) {
        print(lineOf(row));
    }
    return ok();
}

Line lineOf(const Stated& stated) {
    Line versions = Line::array();
    for (const auto& version : stated.versions) {
        Line sources = Line::array();
        for (const auto& source : version.sources) {
            sources.push_back(Line{{"agency", source.agency.str()}, {"as_of", source.asOf.ms}});
        }
        versions.push_back(Line{{"value", version.value}, {"sources", sources}});
    }
    return versions;
}

Line lineOf(const ReferralSummary& r) {
    return Line{{"record", r.id.hex()},
                {"person", r.person.hex()},
                {"home", r.home.str()},
                {"need", r.need},
                {"state", name(r.state)},
                {"waiting", r.waiting},
                {"from_worker", r.fromWorker.str()},
                {"to_agency", r.toAgency.str()},
                {"to_worker", r.toWorker.str()},
                {"accepted_by", r.acceptedBy.str()},
                {"answer", r.answer},
                {"outcome", r.outcome}};
}

// Whose part is here and not shown, and since when its home was not heard from.
Line lineOf(const std::vector<LockedShare>& locked) {
    Line out = Line::array();
    for (const auto& share : locked) {
        out.push_back(Line{{"home", share.home.code.str()},
                           {"state", share.state == LeaseState::Hidden ? "hidden" : "needs-reason"},
                           {"last_contact", share.lastContact.ms}});
    }
    return out;
}

constexpr std::array kFrontSheetOptions{
    Option{"--person", Value, Required, "32 hexadecimal digits"},
    Option{"--reason-file", Value, Optional, "why it is needed now: opens what homes shared that have not answered"},
};

Result<void> openWithReason(Leases& leases, const PersonId& person, const Arguments& arguments) {
    FS_ASSIGN(const auto reason, arguments.textFile("--reason-file"));
    FS_ASSIGN(const auto locked, leases.about(person));
    for (const auto& share : locked) {
        if (share.state == LeaseState::ReasonNeeded) {
            FS_TRY(leases.open(share.home.code, person, reason));
        }
    }
    return ok();
}

Result<void> frontSheet(DeviceSession& session, const Arguments& arguments) {
    FS_ASSIGN(const auto person, arguments.id<PersonId>("--person"));
    Leases leases(session.workplace());
    FS_TRY(arguments.has("--reason-file") ? openWithReason(leases, person, arguments) : ok());
    FS_ASSIGN(const auto locked, leases.about(person));
    FS_ASSIGN(const auto sheet, People(session.workplace()).frontSheet(person));
    Line persons = Line::array();
    for (const auto& id : sheet.persons) {
        persons.push_back(id.hex());
    }
    print(Line{{"persons", persons},
               {"family_name", lineOf(sheet.familyName)},
               {"given_name", lineOf(sheet.givenName)},
               {"born", lineOf(sheet.born)},
               {"nhs_number", lineOf(sheet.nhsNumber)},
               {"address", lineOf(sheet.address)},
               {"phone", lineOf(sheet.phone)}});
    for (const auto& involved : sheet.careTeam) {
        print(
            Line{{"involved", involved.worker.name}, {"agency", involved.agency.code.str()}, {"role", involved.role}});
    }
    for (const auto& referral : sheet.referrals) {
        print(lineOf(referral));
    }
    for (const auto& note : sheet.notes) {
        print(Line{{"record", note.id.hex()},
                   {"note", note.text},
                   {"state", note.state},
                   {"agency", note.agency.str()},
                   {"author", note.author.str()},
                   {"waiting", note.waiting}});
    }
    if (!locked.empty()) {
        print(Line{{"locked", lineOf(locked)}});
    }
    return ok();
}

Result<void> referrals(DeviceSession& session, const Arguments&) {
    Referrals all(session.workplace());
    const auto list = [](std::string_view which, const std::vector<ReferralTrack>& tracks) {
        for (const auto& track : tracks) {
            Line line = lineOf(track.referral);
            line["list"] = which;
            line["overdue"] = track.overdue;
            line["passed_on"] = track.course.passedOn;
            line["unread"] = track.outcomeUnread;
            print(line);
        }
    };
    FS_ASSIGN(const auto waiting, all.waitingForMe());
    list("waiting-for-me", waiting);
    FS_ASSIGN(const auto taken, all.takenByMe());
    list("taken-by-me", taken);
    FS_ASSIGN(const auto sent, all.sentByMe());
    list("sent-by-me", sent);
    return ok();
}

constexpr std::array kRingOptions{
    Option{"--text-file", Value, Required, "what is needed, for whom, where, in a line"},
    Option{"--person", Value, Optional, "for whom, 32 hexadecimal digits"},
};

Result<void> whoToRing(DeviceSession& session, const Arguments& arguments) {
    FS_ASSIGN(const auto words, arguments.textFile("--text-file"));
    PersonId person;
    if (arguments.has("--person")) {
        FS_ASSIGN(person, arguments.id<PersonId>("--person"));
    }
    FS_ASSIGN(const auto answer, Ringing(session.workplace()).ask(words, person));
    for (const auto& suggestion : answer.suggestions) {
        print(Line{{"service", suggestion.service.name},
                   {"service_code", suggestion.service.code.str()},
                   {"agency", suggestion.agency.code.str()},
                   {"worker", suggestion.worker ? suggestion.worker->name : ""},
                   {"worker_code", suggestion.worker ? suggestion.worker->code.str() : ""},
                   {"phone", suggestion.worker ? suggestion.worker->phone : suggestion.dutyPhone},
                   {"open_now", suggestion.openNow || suggestion.onCallNow}});
    }
    return ok();
}

Result<void> outbox(DeviceSession& session, const Arguments&) {
    FS_ASSIGN(const auto items, session.workplace().outbox.outbox());
    for (const auto& item : items) {
        print(Line{{"op", item.intent.op.hex()},
                   {"record", item.intent.record.hex()},
                   {"home", item.intent.home.str()},
                   {"state", static_cast<unsigned>(item.state)},
                   {"reason", item.state == OutboxState::NeedsAttention ? name(item.reason) : ""}});
    }
    return ok();
}

Result<void> status(DeviceSession& session, const Arguments&) {
    FS_ASSIGN(const auto state, WaitingWork(session.workplace()).state());
    const auto& me = session.identity().me;
    print(Line{{"agency", me.agency.str()},
               {"worker", me.worker.str()},
               {"role", me.role},
               {"to_send", state.toSend},
               {"needs_attention", state.needsAttention}});
    for (const auto& server : state.servers) {
        print(Line{{"server", server.agency.str()},
                   {"last_answered", server.lastAnswered.ms},
                   {"failing", server.failing},
                   {"last_error", server.failing ? name(server.lastError) : ""},
                   {"first_sync_done", server.firstSyncDone}});
    }
    return ok();
}

constexpr std::array kDumpOptions{Option{"--canonical", Switch, Required, "one JSON object a line, sorted by record"}};

Result<void> dump(DeviceSession& session, const Arguments&) {
    return session.store().dumpCanonical([](std::string_view line) -> Result<void> {
        printRaw(line);
        return ok();
    });
}

Result<void> check(DeviceSession& session, const Arguments&) {
    FS_TRY(session.store().checkIntegrity());
    print(Line{{"whole", true}});
    return ok();
}

constexpr std::array kVerbs{
    Verb{"caseload", "lists people", kCaseloadOptions, caseload},
    Verb{"search", "finds people, notes and referrals", kSearchOptions, search},
    Verb{"front-sheet", "prints one person's front sheet", kFrontSheetOptions, frontSheet},
    Verb{"referrals", "lists referrals to answer, taken and sent", {}, referrals},
    Verb{"who-to-ring", "finds whom to ring", kRingOptions, whoToRing},
    Verb{"outbox", "lists what waits to be sent or needs attention", {}, outbox},
    Verb{"status", "says who works here and how each server answers", {}, status},
    Verb{"dump", "prints everything held here", kDumpOptions, dump},
    Verb{"check", "checks every page of the database", {}, check},
};

} // namespace

std::span<const Verb> readingVerbs() { return kVerbs; }

} // namespace frontsheet::device
