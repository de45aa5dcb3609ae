#include "app/viewmodels/agreement_model.h"

#include "app/viewmodels/agreement_wording.h"
#include "core/domain/sharing/agreement_words.h"
#include "core/domain/sharing/terms_comparison.h"
#include "core/domain/sharing/version_comparison.h"

#include <algorithm>

namespace frontsheet {

namespace {

using sharing::AgreementForm;
using sharing::Clause;
using sharing::Receivers;

} // namespace

QStringList AgreementModel::directions() const {
    if (m_partner < 0 || m_partner >= static_cast<int>(m_choices.size()) ||
        m_choices[static_cast<std::size_t>(m_partner)].policy) {
        return {};
    }
    const QString name = nameOf(m_choices[static_cast<std::size_t>(m_partner)].agency.code);
    return {tr("What %1 sees of ours", "matrix, %1 agency").arg(name),
            tr("What we see of %1", "matrix, %1 agency").arg(name)};
}

QString AgreementModel::nameOf(const AgencyId& agency) const {
    if (m_directory.agencies().contains(agency)) {
        return badge(m_directory.agency(agency)).value(QStringLiteral("shortName")).toString();
    }
    for (const auto& home : m_homes) {
        if (const auto* party = home->inForce.whomToAsk(agency)) {
            return shown(party->name);
        }
    }
    return shown(agency.str());
}

const HomeAgreements* AgreementModel::homeOf(const AgencyId& agency) const {
    const auto found =
        std::find_if(m_homes.begin(), m_homes.end(), [&](const auto& home) { return home->home == agency; });
    return found == m_homes.end() ? nullptr : found->get();
}

void AgreementModel::refresh() {
    struct Found {
        Homes homes;
        Directory directory;
    };
    run(
        Lane::Read,
        [](OpenDesk& desk) -> Result<Found> {
            Found found;
            FS_ASSIGN(found.homes, desk.sharing.agreements());
            FS_ASSIGN(found.directory, desk.directory());
            return found;
        },
        [this](Result<Found> found) {
            if (!found) {
                fail(found.error());
                return;
            }
            const bool same = loaded() && found->homes == m_homes;
            m_homes = std::move(found->homes);
            m_directory = std::move(found->directory);
            if (same) {
                return; // a chosen cell stays chosen
            }
            word();
            setLoaded(true);
        });
}

void AgreementModel::clear() {
    m_homes.clear();
    m_version = nullptr;
    m_partner = 0;
    m_direction = 0;
    word();
    setLoaded(false);
}

void AgreementModel::setPartner(int index) {
    if (index != m_partner && index >= 0 && index < static_cast<int>(m_choices.size())) {
        m_partner = index;
        word();
    }
}

void AgreementModel::setDirection(int direction) {
    if (direction != m_direction && (direction == 0 || direction == 1)) {
        m_direction = direction;
        word();
    }
}

void AgreementModel::word() {
    unchoose();
    m_choices.clear();
    m_partners.clear();
    m_facts.clear();
    m_warnings.clear();
    m_roles.clear();
    m_rows.clear();
    m_differences.clear();
    m_title.clear();
    m_next.clear();
    m_version = nullptr;
    const auto own = session().desk ? me().agency : AgencyId{};
    const HomeAgreements* mine = homeOf(own);
    for (const auto& version : mine != nullptr ? mine->versions : std::vector<HeldVersion>{}) {
        if (!version.decides()) {
            continue;
        }
        if (version.agreement.form == AgreementForm::OwnAgencyPolicy) {
            m_choices.insert(m_choices.begin(), {m_directory.agency(own), version.agreement.id, true});
            continue;
        }
        for (const auto& party : version.agreement.parties) {
            if (party.agency != own) {
                m_choices.push_back({m_directory.agency(party.agency), version.agreement.id, false});
            }
        }
    }
    for (const auto& choice : m_choices) {
        auto agency = choice.agency;
        agency.shortName = nameOf(agency.code).toStdString();
        m_partners << QVariantMap{
            {QStringLiteral("badge"), badge(agency)},
            {QStringLiteral("title"), choice.policy ? tr("Our own workers", "agreement page: an agency's own policy")
                                                    : nameOf(choice.agency.code)}};
    }
    m_partner = std::clamp(m_partner, 0, std::max(0, static_cast<int>(m_choices.size()) - 1));
    if (!m_choices.empty()) {
        const auto& choice = m_choices[static_cast<std::size_t>(m_partner)];
        m_home = choice.policy || m_direction == 0 ? own : choice.agency.code;
        m_receiver = choice.policy || m_direction == 1 ? own : choice.agency.code;
        const HomeAgreements* home = homeOf(m_home);
        m_version = home == nullptr ? nullptr : home->deciding(choice.agreement);
        if (m_version != nullptr) {
            m_title = shown(m_version->agreement.title);
            wordStanding(*home, *m_version);
            wordMatrix(*m_version);
            wordNext(*home, *m_version);
        } else {
            m_warnings << QVariantMap{
                {QStringLiteral("title"), tr("%1 does not decide by this agreement.", "%1 agency").arg(nameOf(m_home))},
                {QStringLiteral("text"), tr("What it releases follows from its own. Ask its contact.")}};
        }
    }
    emit changed();
}

void AgreementModel::wordStanding(const HomeAgreements& home, const HeldVersion& version) {
    const auto& agreement = version.agreement;
    const auto fact = [this](const QString& label, const QString& value) {
        if (!value.isEmpty()) {
            m_facts << QVariantMap{{QStringLiteral("label"), label}, {QStringLiteral("value"), value}};
        }
    };
    const auto names = [this](const std::vector<AgencyId>& agencies) {
        QStringList out;
        for (const auto& agency : agencies) {
            out << nameOf(agency);
        }
        return out.join(QStringLiteral(", "));
    };
    fact(tr("Version", "of an agreement"), QString::number(agreement.version));
    fact(tr("In force", "of an agreement"),
         agreement.expires.isKnown()
             ? tr("%1 to %2", "two dates").arg(wording().date(agreement.effective), wording().date(agreement.expires))
             : tr("from %1", "a date").arg(wording().date(agreement.effective)));
    fact(tr("Review", "of an agreement"), wording().date(agreement.review));
    fact(tr("Signed by", "of an agreement"), names(version.signedBy));
    fact(tr("Impact assessment", "of an agreement"), shown(agreement.dpia));
    if (const auto* ask = home.inForce.whomToAsk(m_home)) {
        fact(tr("Whom to ask", "of an agreement"),
             QStringList{shown(ask->contact), shown(ask->contactPhone)}.join(QStringLiteral(", ")));
    }
    fact(tr("As told", "when the home last told of its agreements"), wording().lately(home.asOf));
    for (const auto& suspension : version.suspensions) {
        QStringList ids;
        for (const auto& id : suspension.clauses) {
            ids << shown(id);
        }
        m_warnings << QVariantMap{
            {QStringLiteral("title"), ids.isEmpty()
                                          ? tr("%1 has stopped all of it.", "%1 agency").arg(nameOf(suspension.by))
                                          : tr("%1 has stopped clauses %2.", "%1 agency, %2 ids")
                                                .arg(nameOf(suspension.by), ids.join(QStringLiteral(", ")))},
            {QStringLiteral("text"), tr("Nothing goes under it, to them or from them, until they take that back.")}};
    }
    const bool bound = std::find(version.bound.begin(), version.bound.end(), m_receiver) != version.bound.end();
    if (agreement.form == AgreementForm::Partnership && !bound) {
        m_warnings << QVariantMap{
            {QStringLiteral("title"), tr("%1 has not signed this version.", "%1 agency").arg(nameOf(m_receiver))},
            {QStringLiteral("text"), tr("Until it does nothing is released to it.")}};
    }
    const WallTime now = session().clock.now();
    if (agreement.expires.isKnown() && agreement.expires <= now) {
        m_warnings << QVariantMap{{QStringLiteral("title"), tr("It has expired.", "agreement")},
                                  {QStringLiteral("text"), tr("Nothing is released under it any longer.")}};
    }
    if (home.unreadable > 0) {
        m_warnings << QVariantMap{
            {QStringLiteral("title"), tr("A text of this agency's cannot be read here.")},
            {QStringLiteral("text"),
             tr("It is not what its signature says, or of a newer program. The agency decides all the same.")}};
    }
}

std::vector<const Clause*> AgreementModel::clausesOf(const sharing::Agreement& agreement,
                                                     const sharing::RoleTerms& role, Category category) const {
    std::vector<const Clause*> out;
    for (const auto& clause : agreement.clauses) {
        const bool receives = clause.receivers == Receivers::OwnAgency || clause.receiverKind == role.kind;
        const bool home = clause.receivers == Receivers::OwnAgency || clause.anyHome == sharing::Homes::Any ||
                          std::find(clause.homes.begin(), clause.homes.end(), m_home) != clause.homes.end();
        if (receives && home && std::find(clause.roles.begin(), clause.roles.end(), role.name) != clause.roles.end() &&
            std::find(clause.categories.begin(), clause.categories.end(), category) != clause.categories.end()) {
            out.push_back(&clause);
        }
    }
    return out;
}

void AgreementModel::wordMatrix(const HeldVersion& version) {
    const auto& agreement = version.agreement;
    m_shownRoles.clear();
    m_shownCategories.clear();
    const auto kind = sharing::fromWord<sharing::AgencyKind>(m_directory.agency(m_receiver).kind);
    const auto party = std::find_if(agreement.parties.begin(), agreement.parties.end(),
                                    [&](const auto& p) { return p.agency == m_receiver; });
    for (const auto& role : agreement.roles) {
        const bool theirs = party != agreement.parties.end() ? role.kind == party->kind : !kind || role.kind == *kind;
        if (theirs) {
            m_shownRoles.push_back(&role);
            m_roles << QVariantMap{{QStringLiteral("name"), capitalised(shown(role.name))},
                                   {QStringLiteral("audit"), role.audit == sharing::AuditRole::Yes}};
        }
    }
    for (const auto& word : sharing::words<Category>()) {
        if (word.value == Category::Directory) {
            continue; // every party's, without a clause: a row of "Nothing" would say the opposite
        }
        QVariantList cells;
        for (const auto* role : m_shownRoles) {
            cells << cellWords(clausesOf(agreement, *role, word.value));
        }
        m_shownCategories.push_back(word.value);
        m_rows << QVariantMap{{QStringLiteral("category"), capitalised(shown(word.words))},
                              {QStringLiteral("cells"), cells}};
    }
}

void AgreementModel::wordNext(const HomeAgreements& home, const HeldVersion& version) {
    const HeldVersion* next = nullptr;
    for (const auto& other : home.versions) {
        if (other.agreement.id == version.agreement.id && other.agreement.version > version.agreement.version) {
            next = &other;
        }
    }
    if (next == nullptr) {
        return;
    }
    m_next = tr("Version %1 waits: signed by %2 of %3", "%1 number, %2 how many, %3 of how many")
                 .arg(next->agreement.version)
                 .arg(next->signedBy.size())
                 .arg(std::max<std::size_t>(next->agreement.parties.size(), 1));
    for (const auto& difference : sharing::compareVersions(version.agreement, next->agreement, {})) {
        const bool widens = difference.direction == sharing::Direction::Widens;
        m_differences << QVariantMap{
            {QStringLiteral("kind"), widens ? QStringLiteral("widens") : QStringLiteral("narrows")},
            {QStringLiteral("text"), capitalised(shown(sharing::describe(difference)))}};
    }
    for (const auto& change : sharing::compareTerms(version.agreement, next->agreement)) {
        m_differences << QVariantMap{{QStringLiteral("kind"), QStringLiteral("changes")},
                                     {QStringLiteral("text"), capitalised(shown(sharing::describe(change)))}};
    }
}

void AgreementModel::unchoose() {
    m_chosenRow = m_chosenRole = -1;
    m_chosenTitle.clear();
    m_clauses.clear();
    emit chosenChanged();
}

void AgreementModel::choose(int row, int role) {
    unchoose();
    if (m_version == nullptr || row < 0 || row >= static_cast<int>(m_shownCategories.size()) || role < 0 ||
        role >= static_cast<int>(m_shownRoles.size())) {
        return;
    }
    m_chosenRow = row;
    m_chosenRole = role;
    const auto category = m_shownCategories[static_cast<std::size_t>(row)];
    const auto& terms = *m_shownRoles[static_cast<std::size_t>(role)];
    m_chosenTitle = tr("%1, for a %2", "%1 category, %2 role")
                        .arg(capitalised(shown(sharing::plainWords(category))), shown(terms.name));
    for (const auto* clause : clausesOf(m_version->agreement, terms, category)) {
        m_clauses << clauseWords(*clause, m_version->agreement, terms);
    }
    emit chosenChanged();
}

} // namespace frontsheet
