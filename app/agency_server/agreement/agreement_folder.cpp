#include "app/agency_server/agreement/agreement_folder.h"

#include "app/agency_server/agreement/folder_lock.h"
#include "app/agency_server/files.h"
#include "core/base/settings_text.h"
#include "core/domain/sharing/standing.h"
#include "sync/agreement/agreement_text.h"

#include <algorithm>
#include <charconv>
#include <sstream>

namespace frontsheet {

namespace fs = std::filesystem;
using sharing::Agreement;
using sharing::AgreementForm;
using sharing::SignedAct;
using sharing::SignedStatement;

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

std::string hexOf(BytesView bytes) {
    return detail::toHex({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
}

std::optional<std::uint32_t> numberIn(std::string_view text) {
    std::uint32_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    return read.ec == std::errc{} && read.ptr == text.data() + text.size() && number > 0 ? std::optional{number}
                                                                                         : std::nullopt;
}

bool sameStatement(const SignedStatement& a, const SignedStatement& b) {
    return sharing::statementBytes(a) == sharing::statementBytes(b);
}

// The statement in its agency's place; false when the one there stands.
bool put(std::vector<SignedStatement>& all, const SignedStatement& statement,
         bool (*takesPlace)(const SignedStatement& newer, const SignedStatement& older)) {
    const auto held = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.by == statement.by; });
    if (held == all.end()) {
        all.push_back(statement);
    } else if (takesPlace(statement, *held)) {
        *held = statement;
    } else {
        return false;
    }
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.by < b.by; });
    return true;
}

// Who ends an agreement again ends later versions too.
bool endsMore(const SignedStatement& newer, const SignedStatement& older) { return older.version < newer.version; }

Error notAnId() { return {ErrorCode::InvalidArgument, "an agreement's id is letters, digits, _ and -"}; }

} // namespace

std::vector<sharing::Suspension> ActiveVersion::suspensions() const {
    return sharing::suspensionsIn(statements, agreement.version);
}

fs::path AgreementFolder::fileOf(const std::string& id, std::uint32_t version, std::string_view kind) const {
    return folderOf(id) / (std::to_string(version) + "." + std::string{kind});
}

Result<std::vector<SignedStatement>> AgreementFolder::statementsIn(const fs::path& file) const {
    const auto text = readFile(file);
    if (!text && text.error().code == ErrorCode::NotFound) {
        return std::vector<SignedStatement>{};
    }
    FS_TRY(text);
    return parseStatements(*text);
}

Result<std::vector<std::string>> AgreementFolder::known() const {
    std::vector<std::string> out;
    std::error_code failed;
    for (const auto& entry : fs::directory_iterator(m_path, failed)) {
        const auto name = entry.path().filename().string();
        if (entry.is_directory(failed) && AgencyId{name}.isWellFormed()) {
            out.push_back(name);
        }
    }
    std::sort(out.begin(), out.end());
    return out;
}

Result<std::vector<std::uint32_t>> AgreementFolder::versions(const std::string& id) const {
    if (!AgencyId{id}.isWellFormed()) {
        return notAnId();
    }
    std::vector<std::uint32_t> out;
    std::error_code failed;
    for (const auto& entry : fs::directory_iterator(folderOf(id), failed)) {
        const auto number = numberIn(entry.path().stem().string());
        if (entry.path().extension() == ".agreement" && number) {
            out.push_back(*number);
        }
    }
    std::sort(out.begin(), out.end());
    return out;
}

Result<std::optional<KeptVersion>> AgreementFolder::version(const std::string& id, std::uint32_t number) const {
    if (!AgencyId{id}.isWellFormed()) {
        return notAnId();
    }
    auto text = readFile(fileOf(id, number, "agreement"));
    if (!text) {
        return text.error().code == ErrorCode::NotFound ? Result<std::optional<KeptVersion>>{std::nullopt}
                                                        : text.error();
    }
    KeptVersion out;
    out.text = std::move(*text);
    FS_ASSIGN(out.agreement, readAgain(out.text));
    if (out.agreement.id != id || out.agreement.version != number) {
        return {ErrorCode::StoreDamaged, "version " + std::to_string(number) + " of " + id + " is another's text"};
    }
    out.hash = versionHash(out.agreement);
    FS_ASSIGN(out.signatures, statementsIn(fileOf(id, number, "signatures")));
    return std::optional{std::move(out)};
}

Result<std::vector<SignedStatement>> AgreementFolder::standing(const std::string& id) const {
    if (!AgencyId{id}.isWellFormed()) {
        return notAnId();
    }
    FS_ASSIGN(auto out, statementsIn(folderOf(id) / "suspended"));
    FS_ASSIGN(auto ended, statementsIn(folderOf(id) / "retired"));
    std::move(ended.begin(), ended.end(), std::back_inserter(out));
    return out;
}

Result<void> AgreementFolder::writeVersion(std::string_view text, const Agreement& agreement,
                                           const std::vector<SignedStatement>& signatures) const {
    FS_TRY(makeFolder(folderOf(agreement.id), Readable::ByOwner));
    FS_TRY(writeFile(fileOf(agreement.id, agreement.version, "agreement"), text, Readable::ByAll));
    return writeFile(fileOf(agreement.id, agreement.version, "signatures"), writeStatements(signatures),
                     Readable::ByAll);
}

Result<bool> AgreementFolder::keep(std::string_view text, const Agreement& agreement,
                                   const std::vector<SignedStatement>& signatures) const {
    if (!AgencyId{agreement.id}.isWellFormed()) {
        return notAnId();
    }
    FS_ASSIGN(const auto lock, FolderLock::take(m_path));
    FS_ASSIGN(const auto held, version(agreement.id, agreement.version));
    if (!held) {
        FS_TRY(writeVersion(text, agreement, signatures));
        return true;
    }
    if (held->hash != versionHash(agreement)) {
        return {ErrorCode::Conflict,
                "version " + std::to_string(agreement.version) + " of " + agreement.id + " says something else here"};
    }
    auto all = held->signatures;
    bool added = false;
    for (const auto& one : signatures) {
        if (std::none_of(all.begin(), all.end(), [&](const auto& other) { return sameStatement(one, other); })) {
            std::erase_if(all, [&](const auto& other) { return other.by == one.by; });
            all.push_back(one);
            added = true;
        }
    }
    if (added) {
        FS_TRY(writeFile(fileOf(agreement.id, agreement.version, "signatures"), writeStatements(all), Readable::ByAll));
    }
    return added;
}

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
    out.hash = versionHash(out.agreement);
    if (hexOf(out.hash) != settings.value("hash") || out.agreement.id != id) {
        return {ErrorCode::StoreDamaged, "agreement " + id + " is not the text that was activated"};
    }
    out.bound = separated(settings.value("bound"));
    out.signedBy = separated(settings.value("signed_by"));
    const auto since = settings.value("since");
    (void)std::from_chars(since.data(), since.data() + since.size(), out.since.ms);
    FS_ASSIGN(out.statements, standing(id));
    return std::optional{std::move(out)};
}

Result<sharing::Activation> AgreementFolder::mayActivate(const AgencyId& home, const Agreement& next,
                                                         const std::optional<ActiveVersion>& current,
                                                         const std::vector<AgencyId>& signers,
                                                         IfUnsigned ifUnsigned) const {
    const bool again = current && current->hash == versionHash(next);
    if (current && next.version <= current->agreement.version && !again) {
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
    if (again && activation.bound == current->bound) {
        return {ErrorCode::Conflict, "version " + std::to_string(next.version) + " is active already"};
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
    const Bytes hash = versionHash(next);
    FS_ASSIGN(const auto lock, FolderLock::take(m_path));
    FS_ASSIGN(const auto current, active(next.id));
    FS_ASSIGN(const auto held, version(next.id, next.version));
    if (held && held->hash != hash) {
        return {ErrorCode::Conflict,
                "version " + std::to_string(next.version) + " of " + next.id + " says something else here"};
    }
    // Partners' signatures came here by themselves; others are given along.
    auto all = held ? held->signatures : std::vector<SignedStatement>{};
    for (const auto& one : signatures) {
        if (std::none_of(all.begin(), all.end(), [&](const auto& other) { return sameStatement(one, other); })) {
            all.push_back(one);
        }
    }
    const auto signers = signersOf(next, all, authorities);
    FS_ASSIGN(auto activation, mayActivate(home, next, current, signers, ifUnsigned));
    FS_TRY(
        sharing::CompiledAgreement::of(next, {activation.bound, {}, hash})); // it decides, or it does not become active

    FS_TRY(writeVersion(text, next, all));
    SettingsSection settings;
    settings.values["version"] = std::to_string(next.version);
    settings.values["hash"] = hexOf(hash);
    settings.values["bound"] = joined(activation.bound);
    settings.values["signed_by"] = joined(signers);
    settings.values["since"] = std::to_string(now.ms);
    // Last, and at once: until here the version before counts.
    FS_TRY(writeFile(folderOf(next.id) / "active", writeSettings({settings}), Readable::ByAll));
    return activation;
}

Result<void> AgreementFolder::suspend(const SignedStatement& statement) const {
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
    // What is suspended in place of what was suspended a moment ago may be less: by its own agency that is an order, too.
    FS_ASSIGN(const auto lock, FolderLock::take(m_path));
    FS_ASSIGN(auto all, statementsIn(folderOf(statement.agreement) / "suspended"));
    put(all, statement, [](const SignedStatement&, const SignedStatement&) { return true; });
    return writeFile(folderOf(statement.agreement) / "suspended", writeStatements(all), Readable::ByAll);
}

Result<void> AgreementFolder::resume(const SignedStatement& statement) const {
    FS_ASSIGN(const auto lock, FolderLock::take(m_path));
    FS_ASSIGN(auto all, statementsIn(folderOf(statement.agreement) / "suspended"));
    const bool suspended = std::any_of(all.begin(), all.end(), [&](const SignedStatement& one) {
        return one.by == statement.by && one.act == SignedAct::Suspend;
    });
    if (!suspended) {
        return {ErrorCode::NotFound,
                "nothing of agreement " + statement.agreement + " is suspended by " + statement.by.str()};
    }
    // Kept: partners who hear of it late must not take the suspension for the newer of the two.
    put(all, statement, [](const SignedStatement&, const SignedStatement&) { return true; });
    return writeFile(folderOf(statement.agreement) / "suspended", writeStatements(all), Readable::ByAll);
}

Result<void> AgreementFolder::retire(const SignedStatement& statement) const {
    FS_ASSIGN(const auto current, active(statement.agreement));
    if (!current) {
        return {ErrorCode::NotFound, "agreement " + statement.agreement + " is not active"};
    }
    FS_ASSIGN(const auto lock, FolderLock::take(m_path));
    FS_ASSIGN(auto all, statementsIn(folderOf(statement.agreement) / "retired"));
    put(all, statement, endsMore);
    FS_TRY(writeFile(folderOf(statement.agreement) / "retired", writeStatements(all), Readable::ByAll));
    return removeFile(folderOf(statement.agreement) / "active");
}

Result<bool> AgreementFolder::takeFromParty(const SignedStatement& statement) const {
    FS_ASSIGN(const auto here, versions(statement.agreement));
    if (here.empty()) {
        return false; // no agreement of this agency's
    }
    const bool ends = statement.act == SignedAct::Retire;
    if (statement.act == SignedAct::Sign) {
        return {ErrorCode::InvalidArgument, "a signature is of a version"};
    }
    const auto file = folderOf(statement.agreement) / (ends ? "retired" : "suspended");
    FS_ASSIGN(const auto lock, FolderLock::take(m_path));
    FS_ASSIGN(auto all, statementsIn(file));
    if (!put(all, statement, ends ? endsMore : sharing::takesThePlaceOf)) {
        return false;
    }
    FS_TRY(writeFile(file, writeStatements(all), Readable::ByAll));
    return true;
}

Result<sharing::AgreementsInForce> AgreementFolder::inForce() const {
    FS_ASSIGN(const auto names, ids());
    std::vector<sharing::CompiledAgreement> all;
    for (const auto& id : names) {
        FS_ASSIGN(auto current, active(id));
        if (!current) {
            continue;
        }
        sharing::AgreementStanding stands{current->bound, current->suspensions(), current->hash};
        FS_ASSIGN(auto compiled, sharing::CompiledAgreement::of(std::move(current->agreement), std::move(stands)));
        all.push_back(std::move(compiled));
    }
    return sharing::AgreementsInForce::of(std::move(all));
}

} // namespace frontsheet
