// A verb of the program: its words on the command line, its help, what it does.
#pragma once

#include "app/agency_server/arguments.h"
#include "app/agency_server/plain_words.h"
#include "core/base/clock.h"
#include "core/base/id_source.h"

#include <span>
#include <string_view>

namespace frontsheet {

// Exit codes of the program.
inline constexpr int kDone = 0;
inline constexpr int kFailed = 1; // the reason is on standard error
inline constexpr int kUsage = 2;  // the command line was not understood; nothing was done

struct VerbContext {
    const Clock& clock;
    IdSource& ids;
};

struct VerbEntry {
    std::string_view name;
    std::string_view summary; // one line; empty: not listed
    std::string_view help;
    ArgumentRules rules;
    Result<void> (*run)(const Arguments& arguments, VerbContext& context);
    std::string (*words)(const Error& error) = plainWords; // what went wrong
};

[[nodiscard]] Result<void> runInit(const Arguments& arguments, VerbContext& context);
[[nodiscard]] Result<void> runPartner(const Arguments& arguments, VerbContext& context);
[[nodiscard]] Result<void> runImportVerb(const Arguments& arguments, VerbContext& context);
[[nodiscard]] Result<void> runSeed(const Arguments& arguments, VerbContext& context);
[[nodiscard]] Result<void> runPull(const Arguments& arguments, VerbContext& context);
[[nodiscard]] Result<void> runMatch(const Arguments& arguments, VerbContext& context);
[[nodiscard]] Result<void> runCareTeams(const Arguments& arguments, VerbContext& context);
[[nodiscard]] Result<void> runEnrol(const Arguments& arguments, VerbContext& context);
[[nodiscard]] Result<void> runRevoke(const Arguments& arguments, VerbContext& context);
[[nodiscard]] Result<void> runCheck(const Arguments& arguments, VerbContext& context);
[[nodiscard]] Result<void> runServe(const Arguments& arguments, VerbContext& context);
[[nodiscard]] Result<void> runStatus(const Arguments& arguments, VerbContext& context);
[[nodiscard]] Result<void> runAudit(const Arguments& arguments, VerbContext& context);
[[nodiscard]] Result<void> runHeld(const Arguments& arguments, VerbContext& context);
[[nodiscard]] Result<void> runBackup(const Arguments& arguments, VerbContext& context);
[[nodiscard]] Result<void> runRestore(const Arguments& arguments, VerbContext& context);
[[nodiscard]] Result<void> runReconcile(const Arguments& arguments, VerbContext& context);
[[nodiscard]] Result<void> runRescue(const Arguments& arguments, VerbContext& context);
[[nodiscard]] Result<void> runDump(const Arguments& arguments, VerbContext& context);
[[nodiscard]] Result<void> runReport(const Arguments& arguments, VerbContext& context);
[[nodiscard]] Result<void> runAgreementTemplate(const Arguments& arguments, VerbContext& context);
[[nodiscard]] Result<void> runAgreementLint(const Arguments& arguments, VerbContext& context);
[[nodiscard]] Result<void> runAgreementShow(const Arguments& arguments, VerbContext& context);
[[nodiscard]] Result<void> runAgreementDiff(const Arguments& arguments, VerbContext& context);
[[nodiscard]] Result<void> runAgreementSign(const Arguments& arguments, VerbContext& context);
[[nodiscard]] Result<void> runAgreementActivate(const Arguments& arguments, VerbContext& context);
[[nodiscard]] Result<void> runAgreementSuspend(const Arguments& arguments, VerbContext& context);
[[nodiscard]] Result<void> runAgreementResume(const Arguments& arguments, VerbContext& context);
[[nodiscard]] Result<void> runAgreementRetire(const Arguments& arguments, VerbContext& context);
[[nodiscard]] Result<void> runAgreementStatus(const Arguments& arguments, VerbContext& context);

[[nodiscard]] std::span<const VerbEntry> allVerbs();
// Those of two words, "agreement lint" and so on, by the second.
[[nodiscard]] std::span<const VerbEntry> agreementVerbs();
// The words after the program's name. kDone, kFailed or kUsage.
[[nodiscard]] int runProgram(const std::vector<std::string>& words, VerbContext& context);

} // namespace frontsheet
