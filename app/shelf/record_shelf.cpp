#include "app/shelf/record_shelf.h"

#include "app/agency_server/identity/signature.h"
#include "core/domain/schema/sharing_agreement.h"
#include "core/domain/sharing/standing.h"
#include "sync/agreement/agreement_text.h"
#include "sync/agreement/statement_text.h"

#include <algorithm>

namespace frontsheet {

namespace {

constexpr std::size_t kMost = 2000; // records: forty agencies with fifty versions each

std::vector<AgencyId> codesIn(const std::vector<std::string>& members) {
    std::vector<AgencyId> out;
    for (const auto& member : members) {
        out.emplace_back(member);
    }
    return out;
}

HeldVersion versionOf(const Record& record, const sharing::Agreement& agreement) {
    const auto& f = record.fields;
    HeldVersion out;
    out.record = record.id;
    out.agreement = agreement;
    out.hash = f.get(sharing_agreement::kHash);
    out.state = f.get(sharing_agreement::kState);
    out.signedBy = codesIn(f.get(sharing_agreement::kSignedBy));
    out.bound = codesIn(f.get(sharing_agreement::kBound));
    out.since = f.get(sharing_agreement::kSince);
    out.recordedAt = record.recordedAt;
    // Statements that cannot be read are a newer program's: the state says what they come to.
    if (auto statements = parseStatements(f.text(sharing_agreement::kStatements))) {
        out.statements = std::move(*statements);
    }
    out.suspensions = sharing::suspensionsIn(out.statements, agreement.version);
    return out;
}

} // namespace

std::shared_ptr<const sharing::Agreement> RecordShelf::parsed(const Record& record) {
    const auto text = record.fields.text(sharing_agreement::kText);
    auto found = m_parsed.find(text);
    if (found == m_parsed.end()) {
        Parsed fresh;
        auto read = sharing::readAgreement(text, {WallTime{1}, {}, {}});
        if (read.agreement) {
            const Bytes hash = sha256(sharing::canonicalForm(*read.agreement));
            fresh.hash = detail::toHex({reinterpret_cast<const std::uint8_t*>(hash.data()), hash.size()});
            fresh.agreement = std::make_shared<const sharing::Agreement>(std::move(*read.agreement));
        }
        found = m_parsed.emplace(std::string{text}, std::move(fresh)).first;
    }
    return found->second.hash == record.fields.text(sharing_agreement::kHash) ? found->second.agreement : nullptr;
}

std::shared_ptr<const HomeAgreements> RecordShelf::gathered(const AgencyId& home, const std::vector<Record>& records) {
    auto& held = m_homes[home];
    if (held.home != nullptr && held.from == records) {
        return held.home;
    }
    auto out = std::make_shared<HomeAgreements>();
    out->home = home;
    std::vector<sharing::CompiledAgreement> deciding;
    for (const auto& record : records) {
        const auto agreement = parsed(record);
        if (agreement == nullptr) {
            ++out->unreadable;
            continue;
        }
        auto version = versionOf(record, *agreement);
        out->asOf = std::max(out->asOf, record.recordedAt);
        if (version.decides()) {
            sharing::AgreementStanding standing{version.bound, version.suspensions, {}};
            standing.hash.resize(version.hash.size() / 2);
            (void)detail::fromHex(version.hash,
                                  {reinterpret_cast<std::uint8_t*>(standing.hash.data()), standing.hash.size()});
            auto compiled = sharing::CompiledAgreement::of(*agreement, std::move(standing));
            if (compiled) {
                deciding.push_back(std::move(*compiled));
            } else {
                ++out->unreadable;
            }
        }
        out->versions.push_back(std::move(version));
    }
    std::sort(out->versions.begin(), out->versions.end(), [](const HeldVersion& a, const HeldVersion& b) {
        return std::tie(a.agreement.id, a.agreement.version) < std::tie(b.agreement.id, b.agreement.version);
    });
    if (auto all = sharing::AgreementsInForce::of(std::move(deciding))) {
        out->inForce = std::move(*all);
    } else {
        ++out->unreadable;
    }
    out->mark = sharing::markOf(out->inForce);
    held = {records, out};
    return out;
}

Result<RecordShelf::Homes> RecordShelf::read() {
    FS_ASSIGN(auto found, m_reader.ofType(RecordType::SharingAgreement, kMost));
    std::map<AgencyId, std::vector<Record>> byHome;
    for (auto& one : found) {
        byHome[one.record.home].push_back(std::move(one.record));
    }
    const std::lock_guard lock(m_mutex);
    Homes homes;
    for (const auto& [home, records] : byHome) {
        homes[home] = gathered(home, records);
    }
    return homes;
}

Result<std::shared_ptr<const HomeAgreements>> RecordShelf::of(const AgencyId& home) {
    FS_ASSIGN(const auto homes, read());
    const auto found = homes.find(home);
    if (found != homes.end()) {
        return found->second;
    }
    auto none = std::make_shared<HomeAgreements>();
    none->home = home;
    return std::shared_ptr<const HomeAgreements>(std::move(none));
}

Result<std::vector<std::shared_ptr<const HomeAgreements>>> RecordShelf::all() {
    FS_ASSIGN(const auto homes, read());
    std::vector<std::shared_ptr<const HomeAgreements>> out;
    for (const auto& [home, agreements] : homes) {
        out.push_back(agreements);
    }
    return out;
}

} // namespace frontsheet
