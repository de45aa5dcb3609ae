#include "app/agency_server/agreement/agreement_records.h"

#include "app/agency_server/import/derived_ids.h"
#include "core/base/log.h"
#include "core/domain/schema/sharing_agreement.h"
#include "core/domain/sharing/agreement_words.h"
#include "core/domain/sharing/standing.h"
#include "sync/agreement/agreement_text.h"
#include "sync/agreement/shipped_agreements.h"

#include <algorithm>

namespace frontsheet {

namespace {

using sharing::Agreement;
using sharing::AgreementForm;
using sharing::SignedAct;

std::vector<std::string> codesOf(const std::vector<AgencyId>& agencies) {
    std::vector<std::string> out;
    for (const auto& agency : agencies) {
        out.push_back(agency.str());
    }
    std::sort(out.begin(), out.end());
    return out;
}

Record recordOf(const AgencyId& home, const KeptVersion& version) {
    const auto& agreement = version.agreement;
    Record record;
    record.id =
        derivedRecordId(home, RecordType::SharingAgreement, agreement.id + "/" + std::to_string(agreement.version));
    record.type = RecordType::SharingAgreement;
    record.home = home;
    record.category = Category::Directory;
    auto& f = record.fields;
    f.put(sharing_agreement::kAgreement, agreement.id);
    f.put(sharing_agreement::kVersion, static_cast<std::int64_t>(agreement.version));
    f.put(sharing_agreement::kForm, std::string{sharing::wordOf(agreement.form)});
    f.put(sharing_agreement::kTitle, agreement.title);
    f.put(sharing_agreement::kText, version.text);
    f.put(sharing_agreement::kHash,
          detail::toHex({reinterpret_cast<const std::uint8_t*>(version.hash.data()), version.hash.size()}));
    f.put(sharing_agreement::kEffective, agreement.effective);
    f.put(sharing_agreement::kReview, agreement.review);
    f.put(sharing_agreement::kExpires, agreement.expires);
    return record;
}

// What a version is to its home, beside the active one.
std::string stateOf(const KeptVersion& version, const std::optional<ActiveVersion>& active, const AgencyId& home,
                    const std::vector<AgencyId>& signers, const std::vector<sharing::SignedStatement>& standing) {
    const auto number = version.agreement.version;
    if (active && active->agreement.version == number) {
        return sharing::isStopped(home, active->bound, active->suspensions()) ? "suspended" : "active";
    }
    if (active && number < active->agreement.version) {
        return "replaced";
    }
    const bool ended = std::any_of(standing.begin(), standing.end(), [&](const auto& one) {
        return one.act == SignedAct::Retire && one.by == home && one.version >= number;
    });
    if (ended) {
        return "retired";
    }
    return std::find(signers.begin(), signers.end(), home) != signers.end() ? "signed" : "proposed";
}

// Until an agency has signed a policy of its own it decides by the one that ships.
Result<Record> shippedPolicy(const AgencyId& home) {
    KeptVersion version;
    version.text = std::string{sharing::shippedAgreement("own-agency")};
    const auto read = sharing::readAgreement(version.text, {WallTime{1}, {}, {}});
    if (!read.agreement) {
        return {ErrorCode::Internal, "the shipped policy does not read"};
    }
    version.agreement = *read.agreement;
    version.hash = versionHash(version.agreement);
    Record record = recordOf(home, version);
    record.fields.put(sharing_agreement::kState, std::string{"active"});
    return record;
}

} // namespace

Result<std::vector<Record>> agreementRecords(const AgreementFolder& folder, const AgencyId& agency,
                                             const std::map<AgencyId, Certificate>& authorities) {
    std::vector<Record> out;
    bool policyIsActive = false;
    FS_ASSIGN(const auto ids, folder.known());
    for (const auto& id : ids) {
        const auto active = folder.active(id);
        const auto standing = folder.standing(id);
        if (!active || !standing) {
            logEvent("agreement-damaged",
                     {{"agency", agency}, {"error", (active ? standing.error() : active.error()).code}});
            continue;
        }
        policyIsActive = policyIsActive || (*active && (*active)->agreement.form == AgreementForm::OwnAgencyPolicy);
        FS_ASSIGN(const auto numbers, folder.versions(id));
        for (const auto number : numbers) {
            const auto version = folder.version(id, number);
            if (!version || !*version) {
                logEvent("agreement-damaged",
                         {{"agency", agency}, {"error", version ? ErrorCode::NotFound : version.error().code}});
                continue;
            }
            const auto signers = signersOf((*version)->agreement, (*version)->signatures, authorities);
            Record record = recordOf(agency, **version);
            auto& f = record.fields;
            f.put(sharing_agreement::kState, stateOf(**version, *active, agency, signers, *standing));
            f.put(sharing_agreement::kSignedBy, codesOf(signers));
            auto statements = (*version)->signatures;
            statements.insert(statements.end(), standing->begin(), standing->end());
            f.put(sharing_agreement::kStatements, writeStatements(statements));
            if (*active && (*active)->agreement.version == number) {
                f.put(sharing_agreement::kBound, codesOf((*active)->bound));
                f.put(sharing_agreement::kSince, (*active)->since);
            }
            out.push_back(std::move(record));
        }
    }
    if (!policyIsActive) {
        FS_ASSIGN(auto policy, shippedPolicy(agency));
        out.push_back(std::move(policy));
    }
    return out;
}

Result<UpsertCounts> publishAgreements(const AgreementFolder& folder, Ledger& ledger,
                                       const std::map<AgencyId, Certificate>& authorities, const Clock& clock) {
    FS_ASSIGN(auto records, agreementRecords(folder, ledger.agency(), authorities));
    LedgerUpsert upsert{ledger, clock};
    for (auto& record : records) {
        FS_TRY(upsert.add(std::move(record)));
    }
    FS_TRY(upsert.flush());
    return upsert.counts();
}

} // namespace frontsheet
