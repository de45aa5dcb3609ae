#include "app/agency_server/agreement/agreement_folder.h"

#include "app/agency_server/files.h"
#include "app/agency_server/identity/signature.h"
#include "app/agency_server/settings_text.h"
#include "sync/agreement/agreement_text.h"

#include <algorithm>
#include <charconv>
#include <sstream>

namespace frontsheet {

namespace fs = std::filesystem;
using sharing::Agreement;
using sharing::AgreementForm;

namespace {

std::string joined(const std::vector<AgencyId>& agencies) {
    std::string out;
    for (const auto& agency : agencies) {
        out += (out.empty() ? "" : " ") + agency.str();
    }
    return out;
}

std::vector<AgencyId> separated(const std::string& text) {
    std::vector<AgencyId> out;
    std::istringstream words(text);
    for (std::string word; words >> word;) {
        out.emplace_back(std::move(word));
    }
    return out;
}

bool has(const std::vector<AgencyId>& all, const AgencyId& one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

Error firstMistake(const sharing::ReadAgreement& read) {
    for (const auto& problem : read.problems) {
        if (problem.severity == sharing::Severity::Error) {
            return {ErrorCode::Malformed, describe(problem)};
        }
    }
    return {ErrorCode::Malformed, "the agreement does not read"};
}

// Long after activation the text is read for what it says, not for whether it may still be signed.
Result<Agreement> readAgain(const std::string& text) {
    const auto read = sharing::readAgreement(text, {WallTime{1}, {}, {}});
    return read.agreement ? Result<Agreement>{*read.agreement} : Result<Agreement>{firstMistake(read)};
}

Result<void> removeFile(const fs::path& file) {
    std::error_code failed;
    fs::remove(file, failed);
    return failed ? Result<void>{ErrorCode::DiskFailed, "removing a file of an agreement"} : ok();
}

} // namespace

Result<std::vector<std::string>> AgreementFolder::ids() const {
    std::vector<std::string> out;
    std::error_code failed;
    for (const auto& entry : fs::directory_iterator(m_path, failed)) {
        if (fs::exists(entry.path() / "active", failed)) {
            out.push_back(entry.path().filename().string());
        }
    }
    std::sort(out.begin(), out.end());
    return out;
}

Result<std::optional<ActiveVersion>> AgreementFolder::active(const std::string& id) const {
    if (!AgencyId{id}.isWellFormed()) {
        return {ErrorCode::InvalidArgument, "an agreement's id is letters, digits, _ and -"};
    }
    const auto marker = readFile(folderOf(id) / "active");
    if (!marker) {
        return marker.error().code == ErrorCode::NotFound ? Result<std::optional<ActiveVersion>>{std::nullopt}
                                                          : marker.error();
    }
    FS_ASSIGN(const auto sections, parseSettings(*marker));
    const auto& settings = sections.front();
    ActiveVersion out;
    const fs::path stem = folderOf(id) / settings.value("version");
    FS_ASSIGN(out.text, readFile(stem.string() + ".agreement"));
    FS_ASSIGN(out.agreement, readAgain(out.text));
    out.hash = sha256(sharing::canonicalForm(out.agreement));
    const std::string hash = detail::toHex({reinterpret_cast<const std::uint8_t*>(out.hash.data()), out.hash.size()});
    if (hash != settings.value("hash") || out.agreement.id != id) {
        return {ErrorCode::StoreDamaged, "agreement " + id + " is not the text that was activated"};
    }
    out.bound = separated(settings.value("bound"));
    out.signedBy = separated(settings.value("signed_by"));
    const auto suspended = readFile(folderOf(id) / "suspended");
    if (suspended) {
        FS_ASSIGN(auto statements, parseStatements(*suspended));
        if (statements.size() != 1) {
            return {ErrorCode::StoreDamaged, "what is suspended of agreement " + id};
        }
        out.suspension = std::move(statements.front());
    } else if (suspended.error().code != ErrorCode::NotFound) {
        return suspended.error();
    }
    return std::optional{std::move(out)};
}

Result<sharing::Activation> AgreementFolder::mayActivate(const AgencyId& home, const Agreement& next,
                                                         const std::optional<ActiveVersion>& current,
                                                         const std::vector<AgencyId>& signers,
                                                         IfUnsigned ifUnsigned) const {
    if (current && next.version <= current->agreement.version) {
        return {ErrorCode::Conflict, "version " + std::to_string(current->agreement.version) + " is active already"};
    }
    if (!has(signers, home)) {
        return {ErrorCode::NotPermitted, home.str() + " has not signed this version"};
    }
    if (next.form == AgreementForm::OwnAgencyPolicy) {
        return sharing::Activation{};
    }
    const bool party = std::any_of(next.parties.begin(), next.parties.end(),
                                   [&](const sharing::Party& one) { return one.agency == home; });
    if (!party) {
        return {ErrorCode::WrongTenant, home.str() + " is no party to it"};
    }
    auto activation = sharing::activationFor(home, current ? &current->agreement : nullptr,
                                             current ? current->bound : std::vector<AgencyId>{}, next, signers);
    if (activation.bound.size() < 2) {
        return {ErrorCode::NotPermitted, "nobody but " + home.str() + " has signed it"};
    }
    if (current && ifUnsigned == IfUnsigned::Refuse) {
        for (const auto& agency : activation.missing) {
            if (has(current->bound, agency)) {
                return {ErrorCode::NotPermitted,
                        agency.str() + " has not signed, and more would be released to it than before"};
            }
        }
    }
    return activation;
}

Result<sharing::Activation> AgreementFolder::activate(const AgencyId& home, std::string_view text,
                                                      const std::vector<sharing::SignedStatement>& signatures,
                                                      const std::map<AgencyId, Certificate>& authorities,
                                                      IfUnsigned ifUnsigned, WallTime now) const {
    sharing::CheckAgainst against{now, {}, {}};
    for (const auto& [agency, authority] : authorities) {
        against.agencies.push_back(agency);
    }
    const auto read = sharing::readAgreement(text, against);
    if (!read.agreement) {
        return firstMistake(read);
    }
    const Agreement& next = *read.agreement;
    FS_ASSIGN(const auto current, active(next.id));
    const auto signers = signersOf(next, signatures, authorities);
    FS_ASSIGN(auto activation, mayActivate(home, next, current, signers, ifUnsigned));
    const Bytes hash = sha256(sharing::canonicalForm(next));
    FS_TRY(
        sharing::CompiledAgreement::of(next, {activation.bound, {}, hash})); // it decides, or it does not become active

    const std::string stem = std::to_string(next.version);
    FS_TRY(makeFolder(m_path, Readable::ByOwner));
    FS_TRY(makeFolder(folderOf(next.id), Readable::ByOwner));
    FS_TRY(writeFile(folderOf(next.id) / (stem + ".agreement"), text, Readable::ByAll));
    FS_TRY(writeFile(folderOf(next.id) / (stem + ".signatures"), writeStatements(signatures), Readable::ByAll));
    SettingsSection settings;
    settings.values["version"] = stem;
    settings.values["hash"] = detail::toHex({reinterpret_cast<const std::uint8_t*>(hash.data()), hash.size()});
    settings.values["bound"] = joined(activation.bound);
    settings.values["signed_by"] = joined(signers);
    settings.values["since"] = std::to_string(now.ms);
    // Last, and at once: until here the version before counts.
    FS_TRY(writeFile(folderOf(next.id) / "active", writeSettings({settings}), Readable::ByAll));
    return activation;
}

Result<void> AgreementFolder::suspend(const sharing::SignedStatement& statement) const {
    FS_ASSIGN(const auto current, active(statement.agreement));
    if (!current) {
        return {ErrorCode::NotFound, "agreement " + statement.agreement + " is not active"};
    }
    for (const auto& id : statement.clauses) {
        const auto& clauses = current->agreement.clauses;
        if (std::none_of(clauses.begin(), clauses.end(), [&](const sharing::Clause& c) { return c.id == id; })) {
            return {ErrorCode::NotFound, "there is no clause " + id};
        }
    }
    return writeFile(folderOf(statement.agreement) / "suspended", writeStatements({statement}), Readable::ByAll);
}

Result<void> AgreementFolder::resume(const std::string& id) const {
    FS_ASSIGN(const auto current, active(id));
    if (!current || !current->suspension) {
        return {ErrorCode::NotFound, "nothing of agreement " + id + " is suspended"};
    }
    return removeFile(folderOf(id) / "suspended");
}

Result<void> AgreementFolder::retire(const sharing::SignedStatement& statement) const {
    FS_ASSIGN(const auto current, active(statement.agreement));
    if (!current) {
        return {ErrorCode::NotFound, "agreement " + statement.agreement + " is not active"};
    }
    FS_TRY(writeFile(folderOf(statement.agreement) / "retired", writeStatements({statement}), Readable::ByAll));
    return removeFile(folderOf(statement.agreement) / "active");
}

Result<sharing::AgreementsInForce> AgreementFolder::inForce() const {
    FS_ASSIGN(const auto names, ids());
    std::vector<sharing::CompiledAgreement> all;
    for (const auto& id : names) {
        FS_ASSIGN(auto current, active(id));
        if (!current) {
            continue;
        }
        sharing::AgreementStanding standing{current->bound, {}, current->hash};
        if (current->suspension) {
            standing.suspensions.push_back({current->suspension->by, current->suspension->clauses});
        }
        FS_ASSIGN(auto compiled, sharing::CompiledAgreement::of(std::move(current->agreement), std::move(standing)));
        all.push_back(std::move(compiled));
    }
    return sharing::AgreementsInForce::of(std::move(all));
}

} // namespace frontsheet
