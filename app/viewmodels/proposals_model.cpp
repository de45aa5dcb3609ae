#include "app/viewmodels/proposals_model.h"

#include "core/base/utf8.h"
#include "core/domain/display_name.h"
#include "core/domain/schema/registration.h"

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
    QVariantList rows;
    const auto row = [&](const QString& label, auto&& value) {
        const QString a = left != nullptr ? value(left->fields) : QString{};
        const QString b = right != nullptr ? value(right->fields) : QString{};
        if (a.isEmpty() && b.isEmpty()) {
            return;
        }
        const bool same = !a.isEmpty() && foldForSearch(a.toStdString()) == foldForSearch(b.toStdString());
        rows << QVariantMap{{QStringLiteral("label"), label},
                            {QStringLiteral("left"), a.isEmpty() ? Wording::notKnown() : a},
                            {QStringLiteral("right"),
                             b.isEmpty() ? (right == nullptr ? tr("Not on this device") : Wording::notKnown()) : b},
                            {QStringLiteral("same"), same}};
    };
    const auto plain = [](const TextField& field) {
        return [&field](const FieldSet& f) { return shown(f.get(field)); };
    };
    row(tr("Surname"), plain(registration::kFamilyName));
    row(tr("Forename"), plain(registration::kGivenName));
    row(tr("Born"), [this](const FieldSet& f) { return wording().isoDate(f.get(registration::kBorn)); });
    row(tr("NHS No."), [](const FieldSet& f) { return shown(spacedNhsNumber(f.get(registration::kNhsNumber))); });
    row(tr("Gender"), [this](const FieldSet& f) {
        const std::string code = f.get(registration::kGender);
        return code.empty() ? QString{} : wording().gender(code);
    });
    row(tr("Address"), plain(registration::kAddress));
    row(tr("Town"), plain(registration::kTown));
    row(tr("Postcode"), plain(registration::kPostcode));
    row(tr("Phone"), plain(registration::kPhone));
    const Record* named = left != nullptr ? left : right;
    return {{QStringLiteral("link"), shown(proposal.link.hex())},
            {QStringLiteral("name"), named != nullptr
                                         ? shown(bannerName(named->fields.get(registration::kFamilyName),
                                                            named->fields.get(registration::kGivenName), {}))
                                         : Wording::notKnown()},
            {QStringLiteral("left"), badge(directory.agency(me().agency))},
            {QStringLiteral("right"), badge(directory.agency(proposal.otherAgency))},
            {QStringLiteral("rows"), rows},
            {QStringLiteral("evidence"), shown(proposal.evidence)}};
}

} // namespace frontsheet
