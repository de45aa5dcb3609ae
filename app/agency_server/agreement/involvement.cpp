#include "app/agency_server/agreement/involvement.h"

#include "core/domain/schema/directory.h"
#include "core/domain/schema/registration.h"
#include "core/domain/sharing/agreement_words.h"
#include "sync/server/relationship_rows.h"
#include "sync/wire/body_codec.h"

namespace frontsheet {

Result<Involvement> Involvement::in(Ledger& ledger, const AgencyId& agency, const Partnership& partnership) {
    Involvement out;
    out.m_agency = agency;
    FS_ASSIGN(const auto reads, ledger.read());
    FS_TRY(out.readWorkers(*reads, partnership));
    FS_TRY(out.readPeople(*reads, partnership));
    return out;
}

Result<void> Involvement::readWorkers(LedgerReads& reads, const Partnership& partnership) {
    const auto keep = [&](const KeptRecord& kept) -> Result<Walk> {
        const auto* home = partnership.find(kept.header.home);
        if (kept.header.type == RecordType::Worker && home != nullptr) {
            FS_ASSIGN(const auto fields, wire::decodeBody(kept.body));
            const auto role = fields.get(worker::kRole);
            m_roleOf[{kept.header.home, fields.get(worker::kCode)}] = role;
            if (const auto kind = sharing::fromWord<sharing::AgencyKind>(home->kind)) {
                m_roles.insert({*kind, role});
            }
        }
        return Walk::On;
    };
    FS_TRY(reads.records({RecordRange::Of::Directory, {}, {}}, keep));
    return reads.partnerRecords(keep);
}

Result<void> Involvement::readPeople(LedgerReads& reads, const Partnership& partnership) {
    std::map<std::string, AgencyId> practices;
    for (const auto& [agency, entry] : partnership.agencies) {
        if (!entry.odsCode.empty()) {
            practices.emplace(entry.odsCode, agency);
        }
    }
    return reads.records({RecordRange::Of::Everything, {}, {}}, [&](const KeptRecord& kept) -> Result<Walk> {
        Record record = kept.header;
        if (!record.person.isNull()) {
            FS_ASSIGN(record.fields, wire::decodeBody(kept.body));
            keep(record, practices);
        }
        return Walk::On;
    });
}

void Involvement::keep(const Record& record, const std::map<std::string, AgencyId>& practices) {
    if (record.type == RecordType::Registration) {
        m_registered.insert(record.person);
        const auto practice = practices.find(record.fields.get(registration::kPractice));
        if (practice != practices.end()) {
            m_practiceList[practice->second].insert(record.person);
        }
    }
    if (const auto membership = membershipIn(record); membership && !membership->until.isKnown()) {
        const auto role = m_roleOf.find({membership->agency, membership->worker});
        if (role != m_roleOf.end()) {
            m_careTeam[{membership->agency, role->second}].insert(record.person);
        }
    }
    if (const auto address = addressIn(record)) {
        for (const auto& [who, role] : m_roleOf) {
            if (who.first == address->toAgency && (address->toWorker.empty() || address->toWorker == who.second)) {
                m_referral[{who.first, role}].insert(record.person);
            }
        }
    }
}

std::vector<sharing::DirectoryRole> Involvement::roles() const {
    std::vector<sharing::DirectoryRole> out;
    for (const auto& [kind, name] : m_roles) {
        out.push_back({kind, name});
    }
    return out;
}

std::optional<std::size_t> Involvement::people(const AgencyId& home, const AgencyId& receiver, const std::string& role,
                                               sharing::RelationshipSet by) const {
    if (home != m_agency) {
        return std::nullopt;
    }
    std::set<PersonId> concerned;
    const auto add = [&](const auto& people, const auto& key) {
        const auto found = people.find(key);
        if (found != people.end()) {
            concerned.insert(found->second.begin(), found->second.end());
        }
    };
    if (by.has(sharing::Relationship::NoneNeeded)) {
        return m_registered.size();
    }
    if (by.has(sharing::Relationship::CareTeam)) {
        add(m_careTeam, AgencyRole{receiver, role});
    }
    if (by.has(sharing::Relationship::AddressedReferral)) {
        add(m_referral, AgencyRole{receiver, role});
    }
    if (by.has(sharing::Relationship::PracticeList)) {
        add(m_practiceList, receiver);
    }
    return concerned.size();
}

} // namespace frontsheet
