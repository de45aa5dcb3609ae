#include "app/device/named_words.h"
#include "app/device/output.h"
#include "app/device/verbs.h"
#include "core/usecases/contact_notes.h"
#include "core/usecases/people.h"
#include "core/usecases/referrals.h"

#include <array>
#include <nlohmann/json.hpp>
#include <sstream>

namespace frontsheet::device {

namespace {

using enum Option::Kind;
using enum Option::Need;

// "agency/worker,agency/worker"
Result<std::vector<sharing::NamedReader>> readersFrom(const Arguments& arguments) {
    std::vector<sharing::NamedReader> readers;
    std::istringstream all(arguments.value("--readers"));
    for (std::string one; std::getline(all, one, ',');) {
        const auto slash = one.find('/');
        if (slash == 0 || slash == std::string::npos || slash + 1 == one.size()) {
            return {ErrorCode::InvalidArgument, "--readers takes agency/worker, with commas between"};
        }
        readers.push_back({AgencyId{one.substr(0, slash)}, WorkerId{one.substr(slash + 1)}});
    }
    return readers;
}

constexpr std::array kNoteOptions{
    Option{"--person", Value, Required, "whom it is about, 32 hexadecimal digits"},
    Option{"--text-file", Value, Required, "the note's words"},
    Option{"--kind", Value, Optional, "visit, phone-call, meeting or no-reply"},
    Option{"--category", Value, Optional, "information class, contact-note by default"},
    Option{"--readers", Value, Optional, "for these alone: agency/worker, with commas between"},
    Option{"--draft-id", Value, Optional, "goes on with this draft"},
    Option{"--draft", Switch, Optional, "leaves it a draft"},
    Option{"--sign", Switch, Optional, "signs it (the default)"},
};

Result<NoteText> noteFrom(const Arguments& arguments) {
    NoteText note;
    FS_ASSIGN(note.person, arguments.id<PersonId>("--person"));
    FS_ASSIGN(note.text, arguments.textFile("--text-file"));
    note.kind = arguments.value("--kind", "visit");
    FS_ASSIGN(note.category, categoryNamed(arguments.value("--category", "contact-note")));
    FS_ASSIGN(note.readers, readersFrom(arguments));
    return note;
}

Result<void> note(DeviceSession& session, const Arguments& arguments) {
    FS_ASSIGN(const auto note, noteFrom(arguments));
    RecordId draft;
    if (arguments.has("--draft-id")) {
        FS_ASSIGN(draft, arguments.id<RecordId>("--draft-id"));
    }
    ContactNotes notes(session.workplace());
    FS_ASSIGN(const auto id, arguments.has("--draft") ? notes.saveDraft(draft, note) : notes.sign(draft, note));
    saySaved(id);
    return ok();
}

constexpr std::array kAddendumOptions{
    Option{"--to", Value, Required, "the signed note, 32 hexadecimal digits"},
    Option{"--text-file", Value, Required, "the addendum's words"},
};

Result<void> addendum(DeviceSession& session, const Arguments& arguments) {
    FS_ASSIGN(const auto to, arguments.id<RecordId>("--to"));
    FS_ASSIGN(const auto found, session.workplace().reader.record(to));
    if (!found || found->record.type != RecordType::ContactNote) {
        return {ErrorCode::NotFound, "note"};
    }
    NoteText note;
    note.person = found->record.person;
    note.category = found->record.category;
    note.addendumTo = to;
    FS_ASSIGN(note.text, arguments.textFile("--text-file"));
    FS_ASSIGN(const auto id, ContactNotes(session.workplace()).sign({}, note));
    saySaved(id);
    return ok();
}

constexpr std::array kInErrorOptions{
    Option{"--note", Value, Required, "the signed note, 32 hexadecimal digits"},
    Option{"--reason-file", Value, Required, "why it is in error"},
};

Result<void> inError(DeviceSession& session, const Arguments& arguments) {
    FS_ASSIGN(const auto id, arguments.id<RecordId>("--note"));
    FS_ASSIGN(const auto reason, arguments.textFile("--reason-file"));
    FS_TRY(ContactNotes(session.workplace()).enterInError(id, reason));
    saySaved(id);
    return ok();
}

constexpr std::array kRestrictOptions{
    Option{"--note", Value, Required, "the signed note, 32 hexadecimal digits"},
    Option{"--readers", Value, Optional,
           "these alone, agency/worker with commas between; none: not restricted any more"},
};

Result<void> restrictNote(DeviceSession& session, const Arguments& arguments) {
    FS_ASSIGN(const auto id, arguments.id<RecordId>("--note"));
    FS_ASSIGN(const auto readers, readersFrom(arguments));
    FS_TRY(ContactNotes(session.workplace()).restrictTo(id, readers));
    saySaved(id);
    return ok();
}

constexpr std::array kReferOptions{
    Option{"--person", Value, Required, "whom it is about, 32 hexadecimal digits"},
    Option{"--need", Value, Required, "what is asked for, in a line"},
    Option{"--reason-file", Value, Required, "why"},
    Option{"--to-agency", Value, Required, "the receiving agency's code"},
    Option{"--to-service", Value, Optional, "its service's code"},
    Option{"--to-worker", Value, Optional, "the named worker's code"},
    Option{"--urgency", Value, Optional, "routine, soon or today"},
    Option{"--concern", Switch, Optional, "a safeguarding concern"},
    Option{"--despite-objection-file", Value, Optional,
           "a safeguarding concern that must go although the person objects: why"},
};

Result<void> refer(DeviceSession& session, const Arguments& arguments) {
    NewReferral referral;
    FS_ASSIGN(referral.person, arguments.id<PersonId>("--person"));
    FS_ASSIGN(referral.reason, arguments.textFile("--reason-file"));
    referral.need = arguments.value("--need");
    referral.toAgency = AgencyId{arguments.value("--to-agency")};
    referral.toService = ServiceId{arguments.value("--to-service")};
    referral.toWorker = WorkerId{arguments.value("--to-worker")};
    referral.urgency = arguments.value("--urgency", "routine");
    referral.kind = arguments.has("--concern") ? NewReferral::Kind::Concern : NewReferral::Kind::Referral;
    if (arguments.has("--despite-objection-file")) {
        FS_ASSIGN(referral.despiteObjection, arguments.textFile("--despite-objection-file"));
    }
    FS_ASSIGN(const auto id, Referrals(session.workplace()).send(referral));
    saySaved(id);
    return ok();
}

constexpr std::array kAnswerOptions{
    Option{"--referral", Value, Required, "the referral, 32 hexadecimal digits"},
    Option{"--text-file", Value, Optional, "the answer, reason, question or outcome in words"},
    Option{"--suggestion-file", Value, Optional, "with decline: where to go instead"},
    Option{"--service", Value, Optional,
           "with decline: the service to go to; with pass: the service it is passed on to"},
    Option{"--worker", Value, Optional, "with pass: the worker; none: whoever is on duty"},
};

Result<void> answer(DeviceSession& session, const Arguments& arguments) {
    static constexpr std::array<std::pair<std::string_view, Answer>, 6> kAnswers{{{"review", Answer::StartReview},
                                                                                  {"ask", Answer::AskForInformation},
                                                                                  {"accept", Answer::Accept},
                                                                                  {"decline", Answer::Decline},
                                                                                  {"start", Answer::Start},
                                                                                  {"complete", Answer::Complete}}};
    FS_ASSIGN(const auto id, arguments.id<RecordId>("--referral"));
    std::string words;
    std::string suggestion;
    if (arguments.has("--text-file")) {
        FS_ASSIGN(words, arguments.textFile("--text-file"));
    }
    if (arguments.has("--suggestion-file")) {
        FS_ASSIGN(suggestion, arguments.textFile("--suggestion-file"));
    }
    const ServiceId service{arguments.value("--service")};
    const std::string which = arguments.plain().empty() ? std::string{} : arguments.plain().front();
    Referrals referrals(session.workplace());
    if (which == "seen") {
        FS_TRY(referrals.markSeen(id));
    } else if (which == "inform") {
        FS_TRY(referrals.giveInformation(id, words));
    } else if (which == "withdraw") {
        FS_TRY(referrals.withdraw(id, words));
    } else if (which == "pass") {
        FS_TRY(referrals.passOn(id, {service, WorkerId{arguments.value("--worker")}}, words));
    } else if (which == "reopen") {
        FS_TRY(referrals.reopen(id, words));
    } else if (which == "contact") {
        FS_TRY(referrals.noteFirstContact(id, session.workplace().clock.now(), words));
    } else if (which == "read") {
        FS_TRY(referrals.outcomeRead(id));
    } else {
        const auto known =
            std::find_if(kAnswers.begin(), kAnswers.end(), [&](const auto& a) { return a.first == which; });
        if (known == kAnswers.end()) {
            return {ErrorCode::InvalidArgument,
                    "answer seen, review, ask, accept, decline, start, complete, inform, pass, "
                    "contact, reopen, read or withdraw"};
        }
        FS_TRY(referrals.answer(id, known->second, words, suggestion, service));
    }
    saySaved(id);
    return ok();
}

constexpr std::array kMessageOptions{
    Option{"--referral", Value, Required, "the referral, 32 hexadecimal digits"},
    Option{"--text-file", Value, Required, "the message"},
};

Result<void> message(DeviceSession& session, const Arguments& arguments) {
    FS_ASSIGN(const auto id, arguments.id<RecordId>("--referral"));
    FS_ASSIGN(const auto text, arguments.textFile("--text-file"));
    FS_ASSIGN(const auto message, Referrals(session.workplace()).sendMessage(id, text));
    saySaved(message);
    return ok();
}

constexpr std::array kDecideOptions{
    Option{"--link", Value, Required, "the proposed link, 32 hexadecimal digits"},
    Option{"--different", Switch, Optional, "they are different people (the same human by default)"},
};

Result<void> decideLink(DeviceSession& session, const Arguments& arguments) {
    FS_ASSIGN(const auto id, arguments.id<RecordId>("--link"));
    FS_TRY(People(session.workplace())
               .decideProposal(id, arguments.has("--different") ? People::Verdict::DifferentPeople
                                                                : People::Verdict::SameHuman));
    saySaved(id);
    return ok();
}

constexpr std::array kVerbs{
    Verb{"note", "writes a contact note and signs it, or leaves it a draft", kNoteOptions, note},
    Verb{"addendum", "adds to a signed note", kAddendumOptions, addendum},
    Verb{"in-error", "marks a signed note as entered in error", kInErrorOptions, inError},
    Verb{"restrict", "keeps a signed note for named readers", kRestrictOptions, restrictNote},
    Verb{"refer", "refers a person to a service or a named worker", kReferOptions, refer},
    Verb{"answer", "answers a referral: seen review ask accept decline start complete, or inform withdraw",
         kAnswerOptions, answer},
    Verb{"message", "writes a message on a referral", kMessageOptions, message},
    Verb{"decide", "settles a proposed link of two registrations", kDecideOptions, decideLink},
};

} // namespace

std::span<const Verb> writingVerbs() { return kVerbs; }

} // namespace frontsheet::device
