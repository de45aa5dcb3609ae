// Asking a home who saw what, over its endpoint, as every test of it does.
#pragma once

#include "sync/server/disclosure/disclosure_log.h"
#include "sync/wire/evidence_codec.h"
#include "sync/wire/pack.h"
#include "sync/wire/sync_codec.h"
#include "sync/wire/wire_limits.h"
#include "tests/sync/server/agency_world.h"

#include <algorithm>
#include <array>

namespace frontsheet::test {

// The open agreement, with a governance lead who may look at the log.
inline std::shared_ptr<const SharingInForce> withAuditors() {
    auto out = std::make_shared<SharingInForce>();
    std::vector<sharing::CompiledAgreement> all;
    const auto open = openSharing();
    for (const auto& compiled : open->agreements.all()) {
        sharing::Agreement agreement = compiled.agreement();
        sharing::AgreementStanding standing;
        for (const auto& party : agreement.parties) {
            standing.bound.push_back(party.agency);
        }
        for (auto& role : agreement.roles) {
            if (compiled.isPolicy() && role.name == "governance lead") {
                role.audit = sharing::AuditRole::Yes;
            }
        }
        all.push_back(sharing::CompiledAgreement::of(std::move(agreement), std::move(standing)).value());
    }
    out->agreements = sharing::AgreementsInForce::of(std::move(all)).value();
    return out;
}

// Edith is the trust's; its nurse and an assessor of the council are on her care team.
class Evidence : public AgencyWorld {
public:
    void SetUp() override {
        sharing = withAuditors();
        AgencyWorld::SetUp();
        nurse.sync();
        note = nurse.writesNote(edith, "walks with a frame");
        draft = nurse.writesNote(edith, "canary-of-a-draft", "draft");
        nurse.sync({nurse.registers(edith, "Marsh"), note, draft});
        nurse.sync({nurse.joins(edith, nurse.who), nurse.joins(edith, assessor.who)});
        nurse.sync();
        assessor.sync();
        clock.advance(std::chrono::minutes{10});
        assessor.readings = {{note.record, HomeVersion{1}, ReadingHow::Printed, clock.now()}};
        assessor.sync();
    }
    Result<EvidencePage> asks(const Caller& caller, const EvidenceAsk& ask) {
        const Bytes body = wire::pack(wire::encode(wire::EvidenceQuestion{AgencyId{"trust"}, ask}));
        const auto response = server->handle({AgencyId{"trust"}, Verb::Evidence, caller, body});
        FS_ASSIGN(const auto bytes, wire::unpack(response.body, wire::kMaxEvidenceReply));
        if (response.status != 200) {
            EXPECT_EQ(bytes.find("canary"), std::string::npos);
            FS_ASSIGN(const auto refusal, wire::decodeRefusal(bytes));
            return {refusal.code, "refused"};
        }
        return wire::decodeEvidencePage(bytes, AgencyId{"trust"});
    }
    Result<EvidencePage> asks(const Principal& who, const EvidenceAsk& ask) { return asks(callerOf(who), ask); }
    ErrorCode refusal(const Principal& who, const EvidenceAsk& ask) {
        const auto page = asks(who, ask);
        return page ? ErrorCode{} : page.error().code;
    }
    EvidenceAsk about(const PersonId& person, EvidenceView view = EvidenceView::Person) {
        EvidenceAsk ask;
        ask.view = view;
        ask.person = person;
        return ask;
    }
    EvidenceAsk ofWorker(const Principal& who) {
        EvidenceAsk ask;
        ask.view = EvidenceView::Worker;
        ask.workerAgency = who.agency;
        ask.worker = who.worker;
        return ask;
    }
    std::vector<disclosure::Asked> askings() {
        std::vector<disclosure::Asked> found;
        const auto reads = server->ledgerOf(AgencyId{"trust"})->read();
        EXPECT_TRUE((*reads)->disclosures().entries(1, [&](const auto& stored) -> Result<Walk> {
            FS_ASSIGN(auto entry, disclosure::decode(stored.bytes));
            if (const auto* asked = std::get_if<disclosure::Asked>(&entry.what)) {
                found.push_back(*asked);
            }
            return Walk::On;
        }));
        return found;
    }
    static std::vector<EvidenceRow> of(const EvidencePage& page, EvidenceKind kind, const WorkerId& worker = {}) {
        std::vector<EvidenceRow> rows;
        std::copy_if(page.rows.begin(), page.rows.end(), std::back_inserter(rows), [&](const EvidenceRow& row) {
            return row.kind == kind && (worker.empty() || row.worker == worker);
        });
        return rows;
    }
    static bool names(const EvidencePage& page, const RecordId& record) {
        return std::any_of(page.rows.begin(), page.rows.end(), [&](const EvidenceRow& row) {
            return std::any_of(row.records.begin(), row.records.end(),
                               [&](const EvidenceRecord& one) { return one.record == record; });
        });
    }
    void revoke(const Principal& who) {
        ASSERT_TRUE(server->ledgerOf(AgencyId{"trust"})->write(WriteKind::Other, [&](LedgerWrites& writes) {
            return writes.revoke(who.agency, who.device, clock.now());
        }));
    }

    PersonId edith = newPerson();
    Device nurse = device("trust", "W012", "trust", "community nurse");
    Device assessor = device("council", "W001", "trust", "social work assessor");
    Principal lead = device("trust", "W900", "trust", "governance lead").who;
    Intent note;
    Intent draft;
};

} // namespace frontsheet::test
