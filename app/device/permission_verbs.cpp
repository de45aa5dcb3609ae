// What a person said about sharing, recorded with them there; what other agencies asked of this one; concerns sent despite it.

#include "app/device/named_words.h"
#include "app/device/output.h"
#include "app/device/verbs.h"
#include "core/domain/sharing/agreement_words.h"
#include "core/domain/sharing/permission_codec.h"
#include "core/usecases/permissions.h"

#include <array>
#include <nlohmann/json.hpp>

namespace frontsheet::device {

namespace {

using enum Option::Kind;
using enum Option::Need;

constexpr std::size_t kMostRows = 500;

constexpr std::array kSaidOptions{
    Option{"--person", Value, Required, "who said it, 32 hexadecimal digits of this agency's own"},
    Option{"--how", Value, Required, "face-to-face, telephone, in-writing, with-interpreter or video"},
    Option{"--words-file", Value, Optional, "in the person's own words"},
    Option{"--home", Value, Optional, "whose records, an agency's code; everybody's by default"},
    Option{"--receiver", Value, Optional, "shown to whom, an agency's code; anybody else by default"},
    Option{"--category", Value, Optional, "of one information class only"},
    Option{"--purpose", Value, Optional, "for one purpose only, as in the agreement"},
    Option{"--given-by", Value, Optional, "person (the default), attorney or deputy"},
    Option{"--authority-file", Value, Optional, "of an attorney or a deputy: the document"},
    Option{"--best-interests-file", Value, Optional,
           "the person could not decide: why this is in their best interests"},
    Option{"--until", Value, Optional, "a moment, milliseconds since 1970; until withdrawn by default"},
};

Result<std::string> optionalText(const Arguments& arguments, std::string_view option) {
    return arguments.has(option) ? arguments.textFile(option) : Result<std::string>{std::string{}};
}

Result<NewStatement> statementFrom(const Arguments& arguments, sharing::StatementKind kind) {
    NewStatement said;
    said.kind = kind;
    FS_ASSIGN(said.person, arguments.id<PersonId>("--person"));
    said.home = AgencyId{arguments.value("--home")};
    said.receiver = AgencyId{arguments.value("--receiver")};
    if (arguments.has("--category")) {
        FS_ASSIGN(said.category, categoryNamed(arguments.value("--category")));
    }
    if (arguments.has("--purpose")) {
        said.purpose = sharing::fromWord<sharing::Purpose>(arguments.value("--purpose"));
        if (!said.purpose) {
            return {ErrorCode::InvalidArgument, "--purpose is none that an agreement knows"};
        }
    }
    const auto how = sharing::howAsked(arguments.value("--how"));
    if (!how) {
        return {ErrorCode::InvalidArgument, "--how is not a way in which somebody is asked"};
    }
    said.how = *how;
    // Next of kin among what is refused: they can neither permit nor object in a person's name.
    const auto by = sharing::givenBy(arguments.value("--given-by", "person"));
    if (!by) {
        return {ErrorCode::InvalidArgument, "--given-by takes person, attorney or deputy"};
    }
    said.givenBy = *by;
    FS_ASSIGN(said.authority, optionalText(arguments, "--authority-file"));
    FS_ASSIGN(said.decidedWhy, optionalText(arguments, "--best-interests-file"));
    FS_ASSIGN(said.words, optionalText(arguments, "--words-file"));
    if (arguments.has("--until")) {
        FS_ASSIGN(said.until, momentFrom(arguments, "--until"));
    }
    return said;
}

Result<void> saidOf(DeviceSession& session, const Arguments& arguments, sharing::StatementKind kind) {
    FS_ASSIGN(const auto statement, statementFrom(arguments, kind));
    FS_ASSIGN(const auto id, Permissions(session.workplace()).record(statement));
    saySaved(id);
    return ok();
}

Result<void> permission(DeviceSession& session, const Arguments& arguments) {
    return saidOf(session, arguments, sharing::StatementKind::Permission);
}
Result<void> objection(DeviceSession& session, const Arguments& arguments) {
    return saidOf(session, arguments, sharing::StatementKind::Objection);
}

constexpr std::array kWithdrawOptions{
    Option{"--statement", Value, Required, "the permission or objection, 32 hexadecimal digits"},
};

Result<void> takeBack(DeviceSession& session, const Arguments& arguments) {
    FS_ASSIGN(const auto id, arguments.id<RecordId>("--statement"));
    FS_TRY(Permissions(session.workplace()).withdraw(id));
    saySaved(id);
    return ok();
}

constexpr std::array kAcknowledgeOptions{
    Option{"--notice", Value, Required, "what another agency told, 32 hexadecimal digits"},
    Option{"--text-file", Value, Optional, "words that the other agency's worker reads"},
};

Result<void> acknowledge(DeviceSession& session, const Arguments& arguments) {
    FS_ASSIGN(const auto id, arguments.id<RecordId>("--notice"));
    FS_ASSIGN(const auto words, optionalText(arguments, "--text-file"));
    FS_TRY(Permissions(session.workplace()).acknowledge(id, words));
    saySaved(id);
    return ok();
}

Result<void> notices(DeviceSession& session, const Arguments&) {
    FS_ASSIGN(const auto waiting, Permissions(session.workplace()).toAcknowledge(kMostRows));
    for (const auto& notice : waiting) {
        print(Line{{"notice", notice.notice.hex()},
                   {"from", notice.from.str()},
                   {"person", notice.person.hex()},
                   {"kind", sharing::wordOf(notice.statement.kind)},
                   {"receiver", notice.statement.receiver.str()},
                   {"withdrawn", notice.statement.withdrawnAt.isKnown()}});
    }
    return ok();
}

constexpr std::array kSaidByOptions{Option{"--person", Value, Required, "32 hexadecimal digits"}};

// What became of each statement, agency by agency: "asked Council to stop; done 3 March".
Result<void> said(DeviceSession& session, const Arguments& arguments) {
    FS_ASSIGN(const auto person, arguments.id<PersonId>("--person"));
    FS_ASSIGN(const auto all, Permissions(session.workplace()).of(person));
    for (const auto& statement : all.said) {
        Line told = Line::array();
        for (const auto& one : statement.told) {
            told.push_back(Line{{"agency", one.agency.str()},
                                {"delivered", one.deliveredAt.isKnown()},
                                {"acknowledged", one.acknowledgedAt.isKnown()},
                                {"acknowledged_by", one.acknowledgedBy.str()},
                                {"words", one.words}});
        }
        print(Line{{"statement", statement.statement.id.hex()},
                   {"kind", sharing::wordOf(statement.statement.kind)},
                   {"recorded_by", statement.home.str()},
                   {"receiver", statement.statement.receiver.str()},
                   {"withdrawn", statement.statement.withdrawnAt.isKnown()},
                   {"waiting", statement.waiting},
                   {"told", told}});
    }
    return ok();
}

Result<void> concernReviews(DeviceSession& session, const Arguments&) {
    FS_ASSIGN(const auto waiting, Permissions(session.workplace()).reviews(kMostRows));
    for (const auto& row : waiting) {
        print(Line{{"review", row.review.hex()},
                   {"referral", row.referral.hex()},
                   {"person", row.person.hex()},
                   {"to_agency", row.toAgency.str()},
                   {"sent_by", row.sentBy.str()},
                   {"reason", row.reason},
                   {"mine", row.mine}});
    }
    return ok();
}

constexpr std::array kReviewOptions{
    Option{"--review", Value, Required, "32 hexadecimal digits, as concerns-to-review lists it"},
    Option{"--text-file", Value, Required, "what was found"},
    Option{"--not-right", Switch, Optional, "it should not have gone out (it was right by default)"},
};

Result<void> reviewConcern(DeviceSession& session, const Arguments& arguments) {
    FS_ASSIGN(const auto id, arguments.id<RecordId>("--review"));
    FS_ASSIGN(const auto words, arguments.textFile("--text-file"));
    const auto finding = arguments.has("--not-right") ? ReviewFinding::NotRight : ReviewFinding::Right;
    FS_TRY(Permissions(session.workplace()).review(id, finding, words));
    saySaved(id);
    return ok();
}

constexpr std::array kVerbs{
    Verb{"permit", "records that a person agrees to sharing", kSaidOptions, permission},
    Verb{"object", "records that a person objects to sharing", kSaidOptions, objection},
    Verb{"take-back", "records that the person takes a permission or an objection back", kWithdrawOptions, takeBack},
    Verb{"said", "prints what a person said about sharing, and what became of it", kSaidByOptions, said},
    Verb{"notices", "lists what other agencies asked of this one and nobody has answered", {}, notices},
    Verb{"acknowledge", "answers what another agency told: it is done", kAcknowledgeOptions, acknowledge},
    Verb{"concerns-to-review", "lists concerns sent despite an objection", {}, concernReviews},
    Verb{"review-concern", "says whether a concern sent despite an objection was right", kReviewOptions, reviewConcern},
};

} // namespace

std::span<const Verb> permissionVerbs() { return kVerbs; }

} // namespace frontsheet::device
