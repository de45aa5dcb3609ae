#include "app/agency_server/agreement/partner_agreements.h"

#include "app/agency_server/agreement/folder_lock.h"
#include "app/agency_server/files.h"
#include "core/base/settings_text.h"
#include "core/domain/schema/sharing_agreement.h"
#include "core/domain/sharing/agreement_words.h"
#include "sync/agreement/agreement_text.h"

#include <algorithm>
#include <charconv>

namespace frontsheet {

namespace {

using sharing::Agreement;
using sharing::AgreementForm;
using sharing::SignedAct;
using sharing::SignedStatement;

// A partner may ask for no more signatures at once than a person reads.
constexpr std::size_t kMaxAgreements = 64;
constexpr std::size_t kMaxOpenVersions = 8;
constexpr std::size_t kMaxRefusalsKept = 200;

std::string hexOf(BytesView bytes) {
    return detail::toHex({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
}

Error firstMistake(const sharing::ReadAgreement& read) {
    for (const auto& problem : read.problems) {
        if (problem.severity == sharing::Severity::Error) {
            return {ErrorCode::Malformed, describe(problem)};
        }
    }
    return {ErrorCode::Malformed, "it does not read"};
}

bool isParty(const Agreement& agreement, const AgencyId& agency) {
    return std::any_of(agreement.parties.begin(), agreement.parties.end(),
                       [&](const sharing::Party& party) { return party.agency == agency; });
}

std::uint32_t versionIn(const FieldSet& record) {
    const auto version = record.get(sharing_agreement::kVersion);
    return version > 0 && version <= 1'000'000 ? static_cast<std::uint32_t>(version) : 0;
}

RefusedAgreement refusal(const AgencyId& partner, const FieldSet& record, std::string reason) {
    return {partner, record.get(sharing_agreement::kAgreement), versionIn(record), std::move(reason), {}};
}

// What is wrong with what a partner says is told; a disk that fails is this server's own.
bool isTheirs(ErrorCode code) {
    return code == ErrorCode::Malformed || code == ErrorCode::Conflict || code == ErrorCode::TooLarge ||
           code == ErrorCode::NotPermitted || code == ErrorCode::WrongTenant || code == ErrorCode::InvalidArgument;
}

std::string sectionOf(const RefusedAgreement& one) {
    return one.partner.str() + " " + one.agreement + " " + std::to_string(one.version);
}

std::string onOneLine(std::string words) {
    constexpr std::size_t kMost = 500;
    std::replace_if(
        words.begin(), words.end(), [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
    words.resize(std::min(words.size(), kMost));
    while (!words.empty() && (static_cast<unsigned char>(words.back()) & 0xC0U) == 0x80U) {
        words.pop_back(); // a character that was cut
    }
    return words;
}

} // namespace

PartnerAgreements::PartnerAgreements(const std::filesystem::path& folder, AgencyId home,
                                     std::map<AgencyId, Certificate> authorities)
    : m_home(std::move(home)), m_folder(folder), m_refusals(folder / "refused"), m_authorities(std::move(authorities)) {
}

Result<PartnerAgreements::Taken> PartnerAgreements::take(const AgencyId& partner, const FieldSet& record,
                                                         WallTime now) {
    Taken taken;
    if (record.text(sharing_agreement::kForm) == sharing::wordOf(AgreementForm::OwnAgencyPolicy)) {
        return taken; // the partner's rule for its own workers
    }
    if (!AgencyId{record.get(sharing_agreement::kAgreement)}.isWellFormed() || versionIn(record) == 0) {
        taken.refused.push_back({partner, "unnamed", 0, "it has no name and version of an agreement", now});
        FS_TRY(keepRefusals(partner, record, taken));
        return taken;
    }
    std::vector<SignedStatement> signatures;
    // What somebody stops counts whatever is wrong with the text it came beside.
    FS_TRY(takeStatements(partner, record, taken, signatures));
    if (auto done = takeText(partner, record, now, std::move(signatures), taken); !done) {
        if (!isTheirs(done.error().code)) {
            return done.error();
        }
        taken.refused.push_back(refusal(partner, record, done.error().context));
    }
    for (auto& one : taken.refused) {
        one.at = now;
    }
    FS_TRY(keepRefusals(partner, record, taken));
    return taken;
}

Result<void> PartnerAgreements::takeStatements(const AgencyId& partner, const FieldSet& record, Taken& taken,
                                               std::vector<SignedStatement>& signatures) {
    const auto statements = parseStatements(record.text(sharing_agreement::kStatements));
    if (!statements) {
        taken.refused.push_back(refusal(partner, record, "its signatures do not read: " + statements.error().context));
        return ok();
    }
    for (const auto& statement : *statements) {
        if (statement.by == m_home || statement.agreement != record.text(sharing_agreement::kAgreement)) {
            continue; // what this agency said it knows best
        }
        if (!isGenuine(statement, m_authorities)) {
            if (m_authorities.contains(statement.by)) {
                taken.refused.push_back(refusal(
                    partner, record, "a statement in the name of " + statement.by.str() + " is not by its key"));
            }
            continue; // of a party whose key is not known here: it counts for nothing
        }
        if (statement.act == SignedAct::Sign) {
            signatures.push_back(statement);
            continue;
        }
        if (statement.act == SignedAct::Resume && !statement.clauses.empty()) {
            continue; // whoever takes back a part of it suspends the rest anew
        }
        FS_ASSIGN(const bool news, m_folder.takeFromParty(statement));
        taken.changed = taken.changed || news;
        taken.counts = taken.counts || news;
    }
    return ok();
}

Result<void> PartnerAgreements::takeText(const AgencyId& partner, const FieldSet& record, WallTime now,
                                         std::vector<SignedStatement> signatures, Taken& taken) {
    const std::string text{record.text(sharing_agreement::kText)};
    const auto read = sharing::readAgreement(text, {WallTime{1}, {}, {}});
    if (!read.agreement) {
        return firstMistake(read);
    }
    const Agreement& agreement = *read.agreement;
    const Bytes hash = versionHash(agreement);
    if (agreement.id != record.text(sharing_agreement::kAgreement) || agreement.version != versionIn(record) ||
        hexOf(hash) != record.text(sharing_agreement::kHash)) {
        return {ErrorCode::Malformed, "its text is not the version that it is said to be"};
    }
    std::erase_if(signatures, [&](const SignedStatement& one) {
        return one.version != agreement.version || one.hash != hash || !one.clauses.empty();
    });
    FS_ASSIGN(const auto held, m_folder.version(agreement.id, agreement.version));
    if (!held) {
        FS_ASSIGN(const auto active, m_folder.active(agreement.id));
        if (active && active->agreement.version > agreement.version) {
            return ok(); // a version that nobody here asks for any longer
        }
        FS_TRY(mayPropose(partner, record, now, agreement, signatures));
    }
    FS_ASSIGN(const bool added, m_folder.keep(text, agreement, signatures));
    taken.changed = taken.changed || added;
    return ok();
}

Result<void> PartnerAgreements::mayPropose(const AgencyId& partner, const FieldSet& record, WallTime now,
                                           const Agreement& agreement,
                                           const std::vector<SignedStatement>& signatures) const {
    if (!isParty(agreement, m_home)) {
        return {ErrorCode::WrongTenant, m_home.str() + " is no party to it"};
    }
    if (!isParty(agreement, partner)) {
        return {ErrorCode::WrongTenant, partner.str() + " is no party to what it proposes"};
    }
    sharing::CheckAgainst against{now, {}, {}};
    for (const auto& [agency, authority] : m_authorities) {
        against.agencies.push_back(agency);
    }
    const auto read = sharing::readAgreement(record.text(sharing_agreement::kText), against);
    if (!read.agreement) {
        return firstMistake(read);
    }
    if (std::none_of(signatures.begin(), signatures.end(), [&](const auto& one) { return one.by == partner; })) {
        return {ErrorCode::NotPermitted, partner.str() + " has not signed what it proposes"};
    }
    FS_ASSIGN(const auto known, m_folder.known());
    FS_ASSIGN(const auto versions, m_folder.versions(agreement.id));
    FS_ASSIGN(const auto active, m_folder.active(agreement.id));
    const auto open = std::count_if(versions.begin(), versions.end(), [&](std::uint32_t number) {
        return !active || number > active->agreement.version;
    });
    if ((versions.empty() && known.size() >= kMaxAgreements) || static_cast<std::size_t>(open) >= kMaxOpenVersions) {
        return {ErrorCode::TooLarge, "more versions wait to be signed than anybody reads"};
    }
    return ok();
}

Result<std::vector<RefusedAgreement>> PartnerAgreements::refused() const {
    const auto text = readFile(m_refusals);
    if (!text) {
        return text.error().code == ErrorCode::NotFound
                   ? Result<std::vector<RefusedAgreement>>{std::vector<RefusedAgreement>{}}
                   : text.error();
    }
    FS_ASSIGN(const auto sections, parseSettings(*text));
    std::vector<RefusedAgreement> out;
    for (std::size_t n = 1; n < sections.size(); ++n) {
        const auto& name = sections[n].name;
        const auto first = name.find(' ');
        const auto last = name.rfind(' ');
        if (first == std::string::npos || first == last) {
            continue;
        }
        RefusedAgreement one;
        one.partner = AgencyId{name.substr(0, first)};
        one.agreement = name.substr(first + 1, last - first - 1);
        (void)std::from_chars(name.data() + last + 1, name.data() + name.size(), one.version);
        one.reason = sections[n].value("reason");
        const auto at = sections[n].value("at");
        (void)std::from_chars(at.data(), at.data() + at.size(), one.at.ms);
        out.push_back(std::move(one));
    }
    return out;
}

// What was refused of this version before is forgotten: it has come again, and was put right or not.
Result<void> PartnerAgreements::keepRefusals(const AgencyId& partner, const FieldSet& record, const Taken& taken) {
    FS_ASSIGN(auto all, refused());
    const auto before = all.size();
    std::erase_if(all, [&](const RefusedAgreement& one) {
        return one.partner == partner && one.agreement == record.text(sharing_agreement::kAgreement) &&
               one.version == versionIn(record);
    });
    if (all.size() == before && taken.refused.empty()) {
        return ok();
    }
    for (const auto& one : taken.refused) {
        const bool named =
            std::any_of(all.begin(), all.end(), [&](const auto& other) { return sectionOf(other) == sectionOf(one); });
        if (!named && all.size() < kMaxRefusalsKept) {
            all.push_back(one);
        }
    }
    std::vector<SettingsSection> sections(1);
    for (const auto& one : all) {
        SettingsSection section{sectionOf(one), {}};
        section.values["reason"] = onOneLine(one.reason);
        section.values["at"] = std::to_string(one.at.ms);
        sections.push_back(std::move(section));
    }
    std::sort(sections.begin() + 1, sections.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
    FS_ASSIGN(const auto lock, FolderLock::take(m_refusals.parent_path()));
    return writeFile(m_refusals, writeSettings(sections), Readable::ByAll);
}

} // namespace frontsheet
