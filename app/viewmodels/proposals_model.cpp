#include "app/viewmodels/proposals_model.h"

#include "app/viewmodels/pair_wording.h"

namespace frontsheet {

namespace {

constexpr std::size_t kShown = 100;

} // namespace

void ProposalsModel::clear() {
    m_proposals.clear();
    setLoaded(false);
    emit changed();
}

void ProposalsModel::refresh() {
    struct Found {
        std::vector<People::Proposal> proposals;
        Directory directory;
    };
    run(
        Lane::Read,
        [](OpenDesk& desk) -> Result<Found> {
            Found found;
            FS_ASSIGN(found.proposals, desk.people.proposals(kShown));
            FS_ASSIGN(found.directory, desk.directory());
            return found;
        },
        [this](Result<Found> found) {
            if (!found) {
                fail(found.error());
                return;
            }
            m_proposals.clear();
            for (const auto& proposal : found->proposals) {
                m_proposals << word(proposal, found->directory);
            }
            setLoaded(true);
            emit changed();
        });
}

void ProposalsModel::decide(const QString& link, bool sameHuman) {
    const auto id = RecordId::fromHex(link.toStdString());
    if (!id) {
        return;
    }
    const auto verdict = sameHuman ? People::Verdict::SameHuman : People::Verdict::DifferentPeople;
    run(
        Lane::Save, [id = *id, verdict](OpenDesk& desk) { return desk.people.decideProposal(id, verdict); },
        [this](const Result<void>& done) {
            if (!done) {
                fail(done.error());
            } else {
                emit decided();
            }
            refresh();
        });
}

QVariantMap ProposalsModel::word(const People::Proposal& proposal, const Directory& directory) const {
    const Record* left = nullptr;
    const Record* right = nullptr;
    for (const auto& registration : proposal.registrations) {
        const bool own = registration.home == me().agency;
        if (own && left == nullptr) {
            left = &registration;
        } else if (right == nullptr) {
            right = &registration;
        }
    }
    return {{QStringLiteral("link"), shown(proposal.link.hex())},
            {QStringLiteral("name"), PairWording::name(left != nullptr ? left : right)},
            {QStringLiteral("left"), badge(directory.agency(me().agency))},
            {QStringLiteral("right"), badge(directory.agency(proposal.otherAgency))},
            {QStringLiteral("rows"), PairWording{wording()}.rows(left, right)},
            {QStringLiteral("oneSided"), left == nullptr || right == nullptr},
            {QStringLiteral("compared"), PairWording::compared(proposal.evidence)}};
}

} // namespace frontsheet
