// What a page offers at another home is what its agreement lets be written there: clauses that let a plan be read, or added to, or are
// stopped by the person's word.
#include "core/domain/schema/care_plan.h"
#include "core/domain/schema/permission.h"
#include "core/usecases/care_records.h"
#include "core/usecases/ports/agreement_shelf.h"
#include "tests/core/usecases/story.h"

#include <algorithm>

namespace frontsheet {
namespace {

using namespace sharing;
using namespace std::string_literals;

const AgencyId kTrust{"community_trust"};
const AgencyId kCouncil{"council"};

// The trust decides by one agreement with the council, of one clause.
class OneAgreement final : public AgreementShelf {
public:
    explicit OneAgreement(Access access) {
        Agreement agreement;
        agreement.id = "two-party";
        agreement.form = AgreementForm::Partnership;
        agreement.effective = kFridayMorning;
        agreement.roles = {
            {"social work assessor", AgencyKind::Council, ConfidentialityDuty::Professional, AuditRole::No}};
        AgreementStanding standing;
        for (const auto& [agency, kind] :
             {std::pair{kTrust, AgencyKind::CommunityTrust}, std::pair{kCouncil, AgencyKind::Council}}) {
            Party party;
            party.agency = agency;
            party.kind = kind;
            agreement.parties.push_back(party);
            standing.bound.push_back(agency);
        }
        Clause clause;
        clause.id = "C1";
        clause.anyHome = Homes::Any;
        clause.receiverKind = AgencyKind::Council;
        clause.roles = {"social work assessor"};
        clause.categories = {Category::CarePlan};
        clause.choice = FieldChoice::AllOfCategory;
        clause.relationships = Relationship::CareTeam;
        clause.permission = PermissionMode::NotNeeded;
        clause.access = access;
        agreement.clauses.push_back(clause);
        std::vector<CompiledAgreement> all;
        all.push_back(CompiledAgreement::of(std::move(agreement), std::move(standing)).value());
        auto held = std::make_shared<HomeAgreements>();
        held->home = kTrust;
        held->inForce = AgreementsInForce::of(std::move(all)).value();
        m_held = std::move(held);
    }
    Result<std::shared_ptr<const HomeAgreements>> of(const AgencyId& home) override {
        return home == kTrust ? m_held : std::shared_ptr<const HomeAgreements>{};
    }
    Result<std::vector<std::shared_ptr<const HomeAgreements>>> all() override { return std::vector{m_held}; }

private:
    std::shared_ptr<const HomeAgreements> m_held;
};

class MayWriteStory : public Story {
protected:
    void SetUp() override {
        world.hold({sampleMembership(world.ids(), "community_trust", edith, "council", "W001")});
        written(RecordType::CarePlan, [](FieldSet&) {});
        need = written(RecordType::Need, [](FieldSet& f) { f.put(need::kText, "Company"s); });
        world.sync(nurse());
        world.sync(assessor());
    }
    template <class Fill>
    RecordId written(RecordType type, Fill fill) {
        CareRecords records{nurse().workplace()};
        auto blank = must(records.begin(type, edith));
        fill(blank.fields);
        return must(records.save(std::nullopt, std::move(blank)));
    }
    PersonsPlan planBy(AgreementShelf& shelf) {
        auto work = assessor().workplace();
        work.agreements = &shelf;
        return must(CareRecords(work).plan(edith));
    }
    bool mayChange(const PersonsPlan& plan) const {
        return std::binary_search(plan.editable.begin(), plan.editable.end(), need);
    }
    RecordId need;
};

TEST_F(MayWriteStory, AClauseThatLetsAPlanBeReadOffersNothingToAddOrChange) {
    OneAgreement read{Access::Read};
    const auto plan = planBy(read);
    EXPECT_FALSE(plan.mayAdd);
    EXPECT_FALSE(mayChange(plan));
    OneAgreement contribute{Access::Contribute};
    const auto shared = planBy(contribute);
    EXPECT_TRUE(shared.mayAdd);
    EXPECT_TRUE(mayChange(shared));
}

TEST_F(MayWriteStory, OnesOwnHomeIsAskedNothing) {
    OneAgreement read{Access::Read};
    auto work = nurse().workplace();
    work.agreements = &read;
    const auto plan = must(CareRecords(work).plan(edith));
    EXPECT_TRUE(plan.mayAdd);
    EXPECT_TRUE(mayChange(plan));
}

} // namespace
} // namespace frontsheet
