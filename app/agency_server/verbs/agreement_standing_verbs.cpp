// The verbs that sign agreements and say which of them count.
#include "app/agency_server/agreement/agreement_records.h"
#include "app/agency_server/agreement/partner_agreements.h"
#include "app/agency_server/files.h"
#include "app/agency_server/serve_lock.h"
#include "app/agency_server/server_folder.h"
#include "app/agency_server/verbs/verb.h"
#include "core/domain/calendar.h"
#include "sync/agreement/agreement_text.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <optional>

namespace frontsheet {

namespace {

using sharing::SignedAct;

std::string listed(const std::vector<AgencyId>& agencies) {
    std::string out;
    for (const auto& agency : agencies) {
        out += (out.empty() ? "" : ", ") + agency.str();
    }
    return out.empty() ? "nobody" : out;
}

// A text that could be activated now, by the partnership's agencies.
Result<sharing::Agreement> readGood(const std::string& text, const Partnership& partnership, WallTime now) {
    sharing::CheckAgainst against{now, {}, {}};
    for (const auto& [agency, entry] : partnership.agencies) {
        against.agencies.push_back(agency);
    }
    auto read = sharing::readAgreement(text, against);
    for (const auto& problem : read.problems) {
        if (problem.severity == sharing::Severity::Error) {
            return {ErrorCode::Malformed, describe(problem)};
        }
    }
    return std::move(*read.agreement);
}

Result<std::vector<sharing::SignedStatement>> statementsIn(const std::string& file) {
    const auto text = readFile(file);
    if (!text && text.error().code == ErrorCode::NotFound) {
        return std::vector<sharing::SignedStatement>{};
    }
    FS_TRY(text);
    return parseStatements(*text);
}

// A version to sign or activate: a file of its own, or one that is in the agency's folder already, as ID/VERSION.
struct Source {
    std::string text;
    std::vector<sharing::SignedStatement> signatures;
    std::string signaturesFile; // empty: the folder's
};

Result<Source> sourceOf(const Arguments& arguments, const AgreementFolder& agreements) {
    const std::string& named = arguments.position(1);
    const auto slash = named.find('/');
    std::uint32_t number = 0;
    const char* end = named.data() + named.size();
    if (slash != std::string::npos && AgencyId{named.substr(0, slash)}.isWellFormed() &&
        std::from_chars(named.data() + slash + 1, end, number).ptr == end && number > 0) {
        FS_ASSIGN(auto kept, agreements.version(named.substr(0, slash), number));
        if (!kept) {
            return {ErrorCode::NotFound, "version " + named.substr(slash + 1) + " of " + named.substr(0, slash)};
        }
        return Source{std::move(kept->text), std::move(kept->signatures), {}};
    }
    Source out;
    FS_ASSIGN(out.text, readFile(named, sharing::kMaxAgreementBytes));
    out.signaturesFile = arguments.valueOr("signatures", named + ".signatures");
    FS_ASSIGN(out.signatures, statementsIn(out.signaturesFile));
    return out;
}

// Devices and partners get what is so now, and a running server decides by it at once.
Result<void> letEverybodyKnow(const ServerFolder& folder, const AgencyId& agency, const Partnership& partnership,
                              const VerbContext& context) {
    FS_ASSIGN(const auto authorities, partnership.authorities());
    FS_ASSIGN(const auto ledger, folder.ledgerOf(agency));
    FS_ASSIGN(const auto counts,
              publishAgreements(AgreementFolder{folder.agreementsFolder(agency)}, *ledger, authorities, context.clock));
    (void)counts;
    if (tellServer(folder.lockFile()) == Told::NotAllowed) {
        std::fprintf(stderr, "the running server could not be told: send it SIGHUP\n");
    }
    return ok();
}

// What a verb of one agency's agreement works with.
struct Desk {
    ServerFolder folder;
    AgencyId agency;
    AgreementFolder agreements;
};

Result<Desk> deskOf(const Arguments& arguments) {
    FS_ASSIGN(const auto code, arguments.required("agency"));
    FS_ASSIGN(auto folder, ServerFolder::open(arguments.position(0)));
    const AgencyId agency{code};
    AgreementFolder agreements{folder.agreementsFolder(agency)};
    return Desk{std::move(folder), agency, std::move(agreements)};
}

// A statement by the agency about the version of `id` that is active at it.
Result<sharing::SignedStatement> stateNow(const Arguments& arguments, const Desk& desk, const VerbContext& context,
                                          SignedAct act, std::vector<std::string> clauses) {
    FS_ASSIGN(const auto id, arguments.required("id"));
    FS_ASSIGN(const auto authority, desk.folder.authorityOf(desk.agency));
    FS_ASSIGN(const auto current, desk.agreements.active(id));
    if (!current) {
        return {ErrorCode::NotFound, "agreement " + id + " is not active"};
    }
    // Later than what it said before, whatever the clock does: partners go by it.
    WallTime now = context.clock.now();
    for (const auto& statement : current->statements) {
        if (statement.by == desk.agency && now <= statement.at) {
            now = WallTime{statement.at.ms + 1};
        }
    }
    return stateAbout(current->agreement, act, desk.agency, authority, std::move(clauses), now);
}

std::vector<std::string> clausesIn(const std::string& text) {
    std::vector<std::string> out;
    std::size_t from = 0;
    while (from <= text.size() && !text.empty()) {
        const auto comma = std::min(text.find(',', from), text.size());
        if (comma > from) {
            out.push_back(text.substr(from, comma - from));
        }
        from = comma + 1;
    }
    return out;
}

} // namespace

Result<void> runAgreementSign(const Arguments& arguments, VerbContext& context) {
    FS_ASSIGN(const auto desk, deskOf(arguments));
    const auto& agency = desk.agency;
    FS_ASSIGN(const auto partnership, readPartnership(desk.folder.partnershipFile()));
    FS_ASSIGN(auto source, sourceOf(arguments, desk.agreements));
    FS_ASSIGN(const auto agreement, readGood(source.text, partnership, context.clock.now()));
    const bool party = std::any_of(agreement.parties.begin(), agreement.parties.end(),
                                   [&](const sharing::Party& one) { return one.agency == agency; });
    if (!party && agreement.form == sharing::AgreementForm::Partnership) {
        return {ErrorCode::WrongTenant, agency.str() + " is no party to it"};
    }
    FS_ASSIGN(const auto authority, desk.folder.authorityOf(agency));
    FS_ASSIGN(auto statement, stateAbout(agreement, SignedAct::Sign, agency, authority, {}, context.clock.now()));
    auto& statements = source.signatures;
    // What was signed of another version is no use to this one; what this agency signed before is replaced.
    std::erase_if(statements, [&](const sharing::SignedStatement& other) {
        return other.by == agency || other.hash != statement.hash;
    });
    statements.push_back(std::move(statement));
    if (!source.signaturesFile.empty()) {
        FS_TRY(writeFile(source.signaturesFile, writeStatements(statements), Readable::ByAll));
    }
    FS_ASSIGN(const bool news, desk.agreements.keep(source.text, agreement, statements));
    (void)news;
    FS_ASSIGN(const auto authorities, partnership.authorities());
    FS_ASSIGN(const auto kept, desk.agreements.version(agreement.id, agreement.version));
    const auto signers = signersOf(agreement, kept ? kept->signatures : statements, authorities);
    FS_TRY(letEverybodyKnow(desk.folder, agency, partnership, context));
    std::printf("version %u of %s is signed by %s; ", agreement.version, agreement.id.c_str(), listed(signers).c_str());
    if (source.signaturesFile.empty()) {
        std::printf("partners get it with the next visit\n");
    } else {
        std::printf("signatures in %s\n", source.signaturesFile.c_str());
    }
    return ok();
}

Result<void> runAgreementActivate(const Arguments& arguments, VerbContext& context) {
    FS_ASSIGN(const auto desk, deskOf(arguments));
    FS_TRY(desk.folder.authorityOf(desk.agency)); // hosted here
    FS_ASSIGN(const auto partnership, readPartnership(desk.folder.partnershipFile()));
    FS_ASSIGN(const auto authorities, partnership.authorities());
    FS_ASSIGN(const auto source, sourceOf(arguments, desk.agreements));
    FS_ASSIGN(
        const auto activation,
        desk.agreements.activate(desk.agency, source.text, source.signatures, authorities,
                                 arguments.has("without-unsigned") ? IfUnsigned::GoOnWithoutThem : IfUnsigned::Refuse,
                                 context.clock.now()));
    FS_TRY(letEverybodyKnow(desk.folder, desk.agency, partnership, context));
    std::printf("%s decides by it; between %s", desk.agency.str().c_str(), listed(activation.bound).c_str());
    if (!activation.missing.empty()) {
        std::printf("; not with %s, who have not signed", listed(activation.missing).c_str());
    }
    std::printf("\n");
    return ok();
}

namespace {

using Step = Result<void> (AgreementFolder::*)(const sharing::SignedStatement&) const;

Result<sharing::SignedStatement> change(const Arguments& arguments, const VerbContext& context, SignedAct act,
                                        std::vector<std::string> clauses, Step step) {
    FS_ASSIGN(const auto desk, deskOf(arguments));
    FS_ASSIGN(const auto partnership, readPartnership(desk.folder.partnershipFile()));
    FS_ASSIGN(auto statement, stateNow(arguments, desk, context, act, std::move(clauses)));
    FS_TRY((desk.agreements.*step)(statement));
    FS_TRY(letEverybodyKnow(desk.folder, desk.agency, partnership, context));
    return statement;
}

} // namespace

Result<void> runAgreementSuspend(const Arguments& arguments, VerbContext& context) {
    FS_ASSIGN(const auto statement, change(arguments, context, SignedAct::Suspend,
                                           clausesIn(arguments.valueOr("clauses", "")), &AgreementFolder::suspend));
    std::printf("%s is suspended\n", statement.clauses.empty() ? "all of it" : "what was named");
    return ok();
}

Result<void> runAgreementResume(const Arguments& arguments, VerbContext& context) {
    FS_ASSIGN(const auto statement, change(arguments, context, SignedAct::Resume, {}, &AgreementFolder::resume));
    std::printf("nothing of %s is suspended by %s any longer\n", statement.agreement.c_str(),
                statement.by.str().c_str());
    return ok();
}

Result<void> runAgreementRetire(const Arguments& arguments, VerbContext& context) {
    FS_ASSIGN(const auto statement, change(arguments, context, SignedAct::Retire, {}, &AgreementFolder::retire));
    std::printf("%s has ended for %s\n", statement.agreement.c_str(), statement.by.str().c_str());
    return ok();
}

namespace {

void printActive(const ActiveVersion& current, WallTime now) {
    const auto& agreement = current.agreement;
    const char* state = agreement.expires.isKnown() && agreement.expires <= now ? "has expired"
                        : now < agreement.effective                             ? "is not in force yet"
                        : agreement.review <= now                               ? "is in force; its review is overdue"
                                                                                : "is in force";
    std::printf("  %s version %u %s (from %s until %s)\n", agreement.id.c_str(), agreement.version, state,
                isoDate(agreement.effective).c_str(),
                agreement.expires.isKnown() ? isoDate(agreement.expires).c_str() : "further notice");
    if (!current.bound.empty()) {
        std::printf("    between %s\n", listed(current.bound).c_str());
    }
    for (const auto& suspension : current.suspensions()) {
        std::string clauses;
        for (const auto& clause : suspension.clauses) {
            clauses += " " + clause;
        }
        std::printf("    suspended by %s:%s\n", suspension.by.str().c_str(),
                    clauses.empty() ? " all of it" : clauses.c_str());
    }
}

void printVersions(const AgreementFolder& agreements, const std::string& id, const std::optional<ActiveVersion>& active,
                   const std::map<AgencyId, Certificate>& authorities) {
    const auto numbers = agreements.versions(id);
    for (const auto number : numbers ? *numbers : std::vector<std::uint32_t>{}) {
        if (active && number <= active->agreement.version) {
            continue;
        }
        const auto kept = agreements.version(id, number);
        if (kept && *kept) {
            std::printf("  %s version %u waits to be activated; signed by %s\n", id.c_str(), number,
                        listed(signersOf((*kept)->agreement, (*kept)->signatures, authorities)).c_str());
        }
    }
}

} // namespace

Result<void> runAgreementStatus(const Arguments& arguments, VerbContext& context) {
    FS_ASSIGN(const auto folder, ServerFolder::open(arguments.position(0)));
    FS_ASSIGN(const auto hosted, folder.hosted());
    FS_ASSIGN(const auto partnership, readPartnership(folder.partnershipFile()));
    FS_ASSIGN(const auto authorities, partnership.authorities());
    for (const auto& agency : hosted) {
        if (arguments.value("agency") && *arguments.value("agency") != agency.str()) {
            continue;
        }
        const AgreementFolder agreements{folder.agreementsFolder(agency)};
        FS_ASSIGN(const auto ids, agreements.known());
        bool any = false;
        std::printf("%s\n", agency.str().c_str());
        for (const auto& id : ids) {
            FS_ASSIGN(const auto current, agreements.active(id));
            any = any || current.has_value();
            if (current) {
                printActive(*current, context.clock.now());
            }
            printVersions(agreements, id, current, authorities);
        }
        if (!any) {
            std::printf("  no agreement is active\n");
        }
        FS_ASSIGN(const auto refused,
                  PartnerAgreements(folder.agreementsFolder(agency), agency, authorities).refused());
        for (const auto& one : refused) {
            std::printf("  refused from %s: %s version %u: %s\n", one.partner.str().c_str(), one.agreement.c_str(),
                        one.version, one.reason.c_str());
        }
    }
    return ok();
}

} // namespace frontsheet
