// The verbs that sign agreements and say which of them count.
#include "app/agency_server/agreement/agreement_folder.h"
#include "app/agency_server/files.h"
#include "app/agency_server/server_folder.h"
#include "app/agency_server/verbs/verb.h"
#include "core/domain/calendar.h"
#include "sync/agreement/agreement_text.h"

#include <algorithm>
#include <cstdio>

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

// A statement by the agency about the version of `id` that is active at it.
Result<sharing::SignedStatement> stateNow(const Arguments& arguments, VerbContext& context, SignedAct act,
                                          std::vector<std::string> clauses) {
    FS_ASSIGN(const auto code, arguments.required("agency"));
    FS_ASSIGN(const auto id, arguments.required("id"));
    FS_ASSIGN(const auto folder, ServerFolder::open(arguments.position(0)));
    FS_ASSIGN(const auto authority, folder.authorityOf(AgencyId{code}));
    FS_ASSIGN(const auto current, AgreementFolder(folder.agreementsFolder(AgencyId{code})).active(id));
    if (!current) {
        return {ErrorCode::NotFound, "agreement " + id + " is not active"};
    }
    return stateAbout(current->agreement, act, AgencyId{code}, authority, std::move(clauses), context.clock.now());
}

Result<AgreementFolder> agreementsOf(const Arguments& arguments) {
    FS_ASSIGN(const auto code, arguments.required("agency"));
    FS_ASSIGN(const auto folder, ServerFolder::open(arguments.position(0)));
    return AgreementFolder{folder.agreementsFolder(AgencyId{code})};
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
    FS_ASSIGN(const auto code, arguments.required("agency"));
    const AgencyId agency{code};
    FS_ASSIGN(const auto folder, ServerFolder::open(arguments.position(0)));
    FS_ASSIGN(const auto partnership, readPartnership(folder.partnershipFile()));
    const std::string& file = arguments.position(1);
    FS_ASSIGN(const auto text, readFile(file, sharing::kMaxAgreementBytes));
    FS_ASSIGN(const auto agreement, readGood(text, partnership, context.clock.now()));
    const bool party = std::any_of(agreement.parties.begin(), agreement.parties.end(),
                                   [&](const sharing::Party& one) { return one.agency == agency; });
    if (!party && agreement.form == sharing::AgreementForm::Partnership) {
        return {ErrorCode::WrongTenant, agency.str() + " is no party to it"};
    }
    FS_ASSIGN(const auto authority, folder.authorityOf(agency));
    FS_ASSIGN(auto statement, stateAbout(agreement, SignedAct::Sign, agency, authority, {}, context.clock.now()));
    const std::string signatures = arguments.valueOr("signatures", file + ".signatures");
    FS_ASSIGN(auto statements, statementsIn(signatures));
    // What was signed of another version is no use to this one; what this agency signed before is replaced.
    std::erase_if(statements, [&](const sharing::SignedStatement& other) {
        return other.by == agency || other.hash != statement.hash;
    });
    statements.push_back(std::move(statement));
    FS_TRY(writeFile(signatures, writeStatements(statements), Readable::ByAll));
    FS_ASSIGN(const auto authorities, partnership.authorities());
    std::printf("version %u of %s is signed by %s; signatures in %s\n", agreement.version, agreement.id.c_str(),
                listed(signersOf(agreement, statements, authorities)).c_str(), signatures.c_str());
    return ok();
}

Result<void> runAgreementActivate(const Arguments& arguments, VerbContext& context) {
    FS_ASSIGN(const auto code, arguments.required("agency"));
    const AgencyId agency{code};
    FS_ASSIGN(const auto folder, ServerFolder::open(arguments.position(0)));
    FS_TRY(folder.authorityOf(agency)); // hosted here
    FS_ASSIGN(const auto partnership, readPartnership(folder.partnershipFile()));
    FS_ASSIGN(const auto authorities, partnership.authorities());
    const std::string& file = arguments.position(1);
    FS_ASSIGN(const auto text, readFile(file, sharing::kMaxAgreementBytes));
    FS_ASSIGN(const auto statements, statementsIn(arguments.valueOr("signatures", file + ".signatures")));
    const AgreementFolder agreements{folder.agreementsFolder(agency)};
    FS_ASSIGN(const auto activation,
              agreements.activate(agency, text, statements, authorities,
                                  arguments.has("without-unsigned") ? IfUnsigned::GoOnWithoutThem : IfUnsigned::Refuse,
                                  context.clock.now()));
    std::printf("%s decides by it; between %s", agency.str().c_str(), listed(activation.bound).c_str());
    if (!activation.missing.empty()) {
        std::printf("; not with %s, who have not signed", listed(activation.missing).c_str());
    }
    std::printf("\n");
    return ok();
}

Result<void> runAgreementSuspend(const Arguments& arguments, VerbContext& context) {
    FS_ASSIGN(const auto statement,
              stateNow(arguments, context, SignedAct::Suspend, clausesIn(arguments.valueOr("clauses", ""))));
    FS_ASSIGN(const auto agreements, agreementsOf(arguments));
    FS_TRY(agreements.suspend(statement));
    std::printf("%s is suspended\n", statement.clauses.empty() ? "all of it" : "what was named");
    return ok();
}

Result<void> runAgreementResume(const Arguments& arguments, VerbContext& /*context*/) {
    FS_ASSIGN(const auto id, arguments.required("id"));
    FS_ASSIGN(const auto agreements, agreementsOf(arguments));
    FS_TRY(agreements.resume(id));
    std::printf("nothing of %s is suspended any longer\n", id.c_str());
    return ok();
}

Result<void> runAgreementRetire(const Arguments& arguments, VerbContext& context) {
    FS_ASSIGN(const auto statement, stateNow(arguments, context, SignedAct::Retire, {}));
    FS_ASSIGN(const auto agreements, agreementsOf(arguments));
    FS_TRY(agreements.retire(statement));
    std::printf("%s has ended for %s\n", statement.agreement.c_str(), statement.by.str().c_str());
    return ok();
}

Result<void> runAgreementStatus(const Arguments& arguments, VerbContext& context) {
    FS_ASSIGN(const auto folder, ServerFolder::open(arguments.position(0)));
    FS_ASSIGN(const auto hosted, folder.hosted());
    for (const auto& agency : hosted) {
        if (arguments.value("agency") && *arguments.value("agency") != agency.str()) {
            continue;
        }
        const AgreementFolder agreements{folder.agreementsFolder(agency)};
        FS_ASSIGN(const auto ids, agreements.ids());
        std::printf("%s\n", agency.str().c_str());
        if (ids.empty()) {
            std::printf("  no agreement is active\n");
        }
        for (const auto& id : ids) {
            FS_ASSIGN(const auto current, agreements.active(id));
            if (!current) {
                continue;
            }
            const auto& agreement = current->agreement;
            const WallTime now = context.clock.now();
            const char* state = agreement.expires.isKnown() && agreement.expires <= now ? "has expired"
                                : now < agreement.effective                             ? "is not in force yet"
                                : agreement.review <= now ? "is in force; its review is overdue"
                                                          : "is in force";
            std::printf("  %s version %u %s (from %s until %s)\n", id.c_str(), agreement.version, state,
                        isoDate(agreement.effective).c_str(),
                        agreement.expires.isKnown() ? isoDate(agreement.expires).c_str() : "further notice");
            if (!current->bound.empty()) {
                std::printf("    between %s\n", listed(current->bound).c_str());
            }
            if (current->suspension) {
                std::string clauses;
                for (const auto& clause : current->suspension->clauses) {
                    clauses += " " + clause;
                }
                std::printf("    suspended:%s\n", clauses.empty() ? " all of it" : clauses.c_str());
            }
        }
    }
    return ok();
}

} // namespace frontsheet
