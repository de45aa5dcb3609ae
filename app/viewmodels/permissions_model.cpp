#include "app/viewmodels/permissions_model.h"

#include "core/domain/display_name.h"
#include "core/domain/sharing/agreement_words.h"

#include <algorithm>
#include <array>

namespace frontsheet {

namespace {

using sharing::GivenBy;
using sharing::HowAsked;

constexpr std::array kWays{HowAsked::FaceToFace, HowAsked::WithInterpreter, HowAsked::Telephone, HowAsked::Video,
                           HowAsked::InWriting};
constexpr std::array kGivers{GivenBy::Person, GivenBy::Attorney, GivenBy::Deputy};

// In the order in which people ask for them; private matters of a carer never leave an agency, so nobody need say so.
constexpr std::array kAsked{
    Category::MentalHealth, Category::HealthSummary, Category::SubstanceUse,         Category::ContactNote,
    Category::CarePlan,     Category::Wishes,        Category::FunctionalAssessment, Category::Placement,
    Category::Finance,      Category::Housing,       Category::ContactDetails,       Category::HomeAccess,
    Category::Carer,        Category::Conference};

QString plain(Category category) {
    switch (category) {
    case Category::MentalHealth:
        return QCoreApplication::translate("Permissions", "mental health", "information class, inside a sentence");
    case Category::HealthSummary:
        return QCoreApplication::translate("Permissions", "health", "information class, inside a sentence");
    case Category::SubstanceUse:
        return QCoreApplication::translate("Permissions", "alcohol and drugs", "information class, inside a sentence");
    case Category::ContactNote:
        return QCoreApplication::translate("Permissions", "notes of visits and calls", "information class");
    case Category::CarePlan:
        return QCoreApplication::translate("Permissions", "the care plan", "information class, inside a sentence");
    case Category::Wishes:
        return QCoreApplication::translate("Permissions", "what matters to them", "information class");
    case Category::FunctionalAssessment:
        return QCoreApplication::translate("Permissions", "what they can and cannot do", "information class");
    case Category::Placement:
        return QCoreApplication::translate("Permissions", "care home placements", "information class");
    case Category::Finance:
        return QCoreApplication::translate("Permissions", "money", "information class, inside a sentence");
    case Category::Housing:
        return QCoreApplication::translate("Permissions", "housing and tenancy", "information class");
    case Category::ContactDetails:
        return QCoreApplication::translate("Permissions", "address and telephone", "information class");
    case Category::HomeAccess:
        return QCoreApplication::translate("Permissions", "how to get into the home", "information class");
    case Category::Carer:
        return QCoreApplication::translate("Permissions", "their carer", "information class, inside a sentence");
    case Category::Conference:
        return QCoreApplication::translate("Permissions", "case conferences", "information class");
    default:
        return shown(sharing::plainWords(category));
    }
}

QString wayWords(HowAsked how) {
    switch (how) {
    case HowAsked::FaceToFace:
        return QCoreApplication::translate("Permissions", "face to face", "how somebody was asked");
    case HowAsked::WithInterpreter:
        return QCoreApplication::translate("Permissions", "with an interpreter", "how somebody was asked");
    case HowAsked::Telephone:
        return QCoreApplication::translate("Permissions", "by telephone", "how somebody was asked");
    case HowAsked::Video:
        return QCoreApplication::translate("Permissions", "by video", "how somebody was asked");
    case HowAsked::InWriting:
        break;
    }
    return QCoreApplication::translate("Permissions", "in writing", "how somebody was asked");
}

QString nameOf(const Directory& directory, const AgencyId& agency) { return shown(directory.agency(agency).name); }

} // namespace

QVariantList PermissionsModel::categories() const {
    QVariantList out{QVariantMap{{QStringLiteral("code"), QString{}},
                                 {QStringLiteral("name"), tr("Everything", "what is not to be shared")}}};
    for (const Category category : kAsked) {
        out << QVariantMap{{QStringLiteral("code"), shown(sharing::wordOf(category))},
                           {QStringLiteral("name"), capitalised(plain(category))}};
    }
    return out;
}

QStringList PermissionsModel::ways() const {
    QStringList out;
    for (const HowAsked how : kWays) {
        out << capitalised(wayWords(how));
    }
    return out;
}

std::optional<sharing::HowAsked> PermissionsModel::wayAt(int way) {
    const auto at = static_cast<std::size_t>(way);
    return way >= 0 && at < kWays.size() ? std::optional{kWays[at]} : std::nullopt;
}

std::optional<sharing::GivenBy> PermissionsModel::giverAt(int giver) {
    const auto at = static_cast<std::size_t>(giver);
    return giver >= 0 && at < kGivers.size() ? std::optional{kGivers[at]} : std::nullopt;
}

QStringList PermissionsModel::givers() const {
    return {m_called.isEmpty() ? tr("The person", "who says so") : m_called,
            tr("Attorney", "who says so: lasting power of attorney for health and welfare"),
            tr("Deputy", "who says so: appointed by the Court of Protection")};
}

QString PermissionsModel::sentenceOf(bool objection, const QString& receiver, const QString& category,
                                     const QString& home) const {
    const QString who = receiver.isEmpty() ? (objection ? tr("nobody else", "sharing: no other agency")
                                                        : tr("every agency that helps", "sharing: all other agencies"))
                                           : receiver;
    const QString what = category.isEmpty() ? tr("anything", "sharing: every kind of information") : category;
    QString said;
    if (!objection) {
        said = tr("Yes: %1 may see %2.", "%1 agency, %2 what").arg(who, what);
    } else if (receiver.isEmpty()) {
        said = tr("No: %1 is to see %2.", "%1 nobody else, %2 what").arg(who, what);
    } else {
        said = tr("No: %1 is not to see %2.", "%1 agency, %2 what").arg(who, what);
    }
    return home.isEmpty() ? said : tr("%1 Only what %2 holds.", "%1 a sentence, %2 agency").arg(said, home);
}

QString PermissionsModel::sentenceOf(const sharing::PermissionStatement& statement, const Directory& directory) const {
    if (statement.kind == sharing::StatementKind::RestrictedLocation) {
        return tr("Where %1 lives is kept from everybody but named readers.", "%1 name").arg(m_called);
    }
    return sentenceOf(statement.kind == sharing::StatementKind::Objection,
                      statement.receiver.empty() ? QString{} : nameOf(directory, statement.receiver),
                      statement.category ? plain(*statement.category) : QString{},
                      statement.home.empty() ? QString{} : nameOf(directory, statement.home));
}

QString PermissionsModel::sentence(bool objection, const QString& receiver, const QString& category) const {
    QString who;
    for (const auto& entry : m_page.receivers) {
        const QVariantMap map = entry.toMap();
        if (!receiver.isEmpty() && map.value(QStringLiteral("code")).toString() == receiver) {
            who = map.value(QStringLiteral("name")).toString();
        }
    }
    const auto known = sharing::fromWord<Category>(category.toStdString());
    return sentenceOf(objection, who, known ? plain(*known) : QString{}, {});
}

QString PermissionsModel::howAsked(const Said& said, const Directory& directory) const {
    const auto& s = said.statement;
    const QString by = s.askedBy == me().worker ? tr("you", "who asked") : shown(directory.worker(s.askedBy).name);
    QString text = tr("Asked %1 %2 by %3, %4.", "%1 date, %2 how, %3 worker, %4 agency")
                       .arg(wording().date(s.askedAt), wayWords(s.how), by,
                            badge(directory.agency(said.home)).value(QStringLiteral("shortName")).toString());
    if (s.givenBy == GivenBy::Attorney) {
        text +=
            QLatin1Char(' ') +
            tr("Said by the attorney for health and welfare, %1.", "%1 reference of the power").arg(shown(s.authority));
    } else if (s.givenBy == GivenBy::Deputy) {
        text += QLatin1Char(' ') + tr("Said by the deputy, %1.", "%1 reference of the order").arg(shown(s.authority));
    }
    if (s.capacity == sharing::Capacity::BestInterests) {
        text += QLatin1Char(' ') + tr("Decided in the person's best interests by %1: %2", "%1 worker, %2 why")
                                       .arg(shown(directory.worker(s.decidedBy).name), shown(s.decidedWhy));
    }
    return text;
}

QVariantMap PermissionsModel::wordTold(const Told& told, const sharing::PermissionStatement& statement,
                                       const Directory& directory) const {
    const bool withdrawn = told.of == sharing::DeliveryOf::Withdrawal;
    const bool objection = statement.kind == sharing::StatementKind::Objection;
    QString text;
    if (told.acknowledgedAt.isKnown()) {
        const QString by = shown(directory.worker(told.acknowledgedBy).name);
        text =
            tr("Done %1, %2.", "%1 date, %2 worker of the other agency").arg(wording().date(told.acknowledgedAt), by);
        if (!told.words.empty()) {
            text += QLatin1Char(' ') + tr("“%1”", "somebody's own words").arg(shown(told.words));
        }
    } else if (told.deliveredAt.isKnown()) {
        text = tr("Told %1. They have still to say that it is done.", "%1 date").arg(wording().date(told.deliveredAt));
    } else {
        text = tr("On its way to them.", "permission: not delivered yet");
    }
    const QString asked = withdrawn   ? tr("Told that it was taken back", "what an agency was told")
                          : objection ? tr("Asked to stop", "what an agency was asked")
                                      : tr("Told that it may", "what an agency was told");
    return {{QStringLiteral("badge"), badge(directory.agency(told.agency))},
            {QStringLiteral("asked"), asked},
            {QStringLiteral("text"), text},
            {QStringLiteral("done"), told.acknowledgedAt.isKnown()}};
}

QVariantMap PermissionsModel::wordSaid(const Said& said, const Directory& directory) const {
    const auto& s = said.statement;
    const bool inForce = sharing::isInForce(s, session().clock.now());
    QVariantList told;
    for (const auto& one : said.told) {
        told << wordTold(one, s, directory);
    }
    QString standing;
    if (s.withdrawnAt.isKnown()) {
        const QString by = s.withdrawnBy == me().worker ? tr("you", "who withdrew a permission")
                                                        : shown(directory.worker(s.withdrawnBy).name);
        standing =
            s.withdrawnWhy == sharing::WithdrawnWhy::RecordedWrongly
                ? tr("Recorded wrongly; taken back %1 by %2.", "%1 date, %2 worker")
                      .arg(wording().onDate(s.withdrawnAt), by)
                : tr("Taken back %1, written down by %2.", "%1 date, %2 worker").arg(wording().date(s.withdrawnAt), by);
    } else if (!inForce) {
        standing = tr("Ended %1.", "%1 date").arg(wording().date(s.until));
    }
    return {{QStringLiteral("id"), shown(s.id.hex())},
            {QStringLiteral("objection"), s.kind != sharing::StatementKind::Permission},
            {QStringLiteral("title"), sentenceOf(s, directory)},
            {QStringLiteral("said"), howAsked(said, directory)},
            {QStringLiteral("words"), shown(s.words)},
            {QStringLiteral("until"),
             s.until.isKnown() ? tr("Until %1.", "%1 date").arg(wording().date(s.until)) : QString{}},
            {QStringLiteral("standing"), standing},
            {QStringLiteral("inForce"), inForce},
            {QStringLiteral("mine"), said.mine},
            {QStringLiteral("waiting"), said.waiting},
            {QStringLiteral("told"), told},
            {QStringLiteral("badge"), badge(directory.agency(said.home))}};
}

QVariantMap PermissionsModel::wordToldUs(const ToldUs& told, const Directory& directory) const {
    const auto& s = told.statement;
    const bool objection = s.kind != sharing::StatementKind::Permission;
    const QString from = nameOf(directory, told.from);
    QString text = s.withdrawnAt.isKnown()
                       ? tr("%1 told us %2 that this was taken back.", "%1 agency, %2 date")
                             .arg(from, wording().date(s.withdrawnAt))
                       : tr("%1 told us %2.", "%1 agency, %2 date").arg(from, wording().onDate(told.receivedAt));
    if (!told.toAcknowledge) {
        const QString by = told.acknowledgedBy == me().worker ? tr("you", "who acknowledged")
                                                              : shown(directory.worker(told.acknowledgedBy).name);
        text +=
            QLatin1Char(' ') + tr("Done %1, %2.", "%1 date, %2 worker").arg(wording().date(told.acknowledgedAt), by);
    } else if (!objection && !s.withdrawnAt.isKnown()) {
        text += QLatin1Char(' ') + tr("It counts here once somebody has confirmed it.", "a permission told by others");
    } else if (objection && s.withdrawnAt.isKnown()) {
        text += QLatin1Char(' ') + tr("It is still kept to here until somebody has confirmed that.",
                                      "an objection that was withdrawn elsewhere");
    } else if (objection) {
        text += QLatin1Char(' ') + tr("It is kept to already.", "an objection told by others");
    }
    return {{QStringLiteral("id"), shown(told.notice.hex())},
            {QStringLiteral("objection"), objection},
            {QStringLiteral("title"), sentenceOf(s, directory)},
            {QStringLiteral("text"), text},
            {QStringLiteral("toAcknowledge"), told.toAcknowledge},
            {QStringLiteral("waiting"), told.waiting},
            {QStringLiteral("badge"), badge(directory.agency(told.from))}};
}

PermissionsModel::Page PermissionsModel::word(const PersonsPermissions& found, const FrontSheet& sheet,
                                              const Directory& directory) const {
    Page page;
    for (const auto& one : found.said) {
        // While an address is hidden, that has a panel of its own.
        if (one.statement.kind != sharing::StatementKind::RestrictedLocation ||
            !sharing::isInForce(one.statement, session().clock.now())) {
            page.said << wordSaid(one, directory);
        }
    }
    for (const auto& one : found.toldUs) {
        page.toldUs << wordToldUs(one, directory);
    }
    // Who reads, in names: those on the care team, agency by agency, and what the person said no to there.
    std::vector<AgencyId> agencies;
    const auto involve = [&](const AgencyId& agency) {
        if (!agency.empty() && std::find(agencies.begin(), agencies.end(), agency) == agencies.end()) {
            agencies.push_back(agency);
        }
    };
    involve(me().agency);
    for (const auto& member : sheet.careTeam) {
        involve(member.agency.code);
    }
    for (const auto& agency : found.holders) {
        involve(agency);
    }
    const WallTime now = session().clock.now();
    for (const auto& agency : agencies) {
        QStringList names;
        for (const auto& member : sheet.careTeam) {
            if (member.agency.code == agency) {
                names << tr("%1, %2", "%1 worker, %2 role").arg(shown(member.worker.name), shown(member.role));
            }
        }
        QStringList objections;
        const auto hear = [&](const sharing::PermissionStatement& s) {
            const bool about = agency != me().agency && (s.receiver.empty() || s.receiver == agency);
            if (about && s.kind == sharing::StatementKind::Objection && sharing::isInForce(s, now)) {
                objections << sentenceOf(s, directory);
            }
        };
        for (const auto& one : found.said) {
            hear(one.statement);
        }
        for (const auto& one : found.toldUs) {
            hear(one.statement);
        }
        objections.removeDuplicates();
        const QString text =
            names.isEmpty()
                ? tr("Holds a record of their own. Nobody there is on the care team.", "who may see what")
                : tr("%1. They see what the agreement opens to their role.", "%1 names with roles, who may see what")
                      .arg(names.join(tr("; ", "between names with roles")));
        page.mayRead << QVariantMap{{QStringLiteral("badge"), badge(directory.agency(agency))},
                                    {QStringLiteral("text"), text},
                                    {QStringLiteral("objections"), objections}};
    }
    for (const auto& one : found.kept) {
        page.kept << QVariantMap{
            {QStringLiteral("badge"), badge(directory.agency(one.agency))},
            {QStringLiteral("text"), tr("The referral “%1”, which they took %2, and what they wrote themselves "
                                        "since. They answer for that work, so "
                                        "they keep it as long as their own rules say.",
                                        "%1 need, %2 date; what is kept whatever the person says later")
                                         .arg(shown(one.need), wording().onDate(one.since))}};
    }
    page.receivers << QVariantMap{{QStringLiteral("code"), QString{}},
                                  {QStringLiteral("name"), tr("Every other agency", "sharing: who")}};
    for (const auto& [code, agency] : directory.agencies()) {
        if (code != me().agency) {
            page.receivers << QVariantMap{{QStringLiteral("code"), shown(code.str())},
                                          {QStringLiteral("name"), shown(agency.name)}};
        }
    }
    return page;
}

void PermissionsModel::open(const QString& personId) {
    m_personId = personId;
    m_called.clear();
    m_page = {};
    dismissError();
    setLoaded(false);
    emit changed();
    refresh();
}

void PermissionsModel::refresh() {
    const auto person = PersonId::fromHex(m_personId.toStdString());
    if (!person) {
        return;
    }
    struct Found {
        PersonsPermissions permissions;
        FrontSheet sheet;
        Directory directory;
    };
    run(
        Lane::Read,
        [person = *person](OpenDesk& desk) -> Result<Found> {
            Found found;
            FS_ASSIGN(found.permissions, desk.permissions.of(person));
            FS_ASSIGN(found.sheet, desk.people.frontSheet(person));
            FS_ASSIGN(found.directory, desk.directory());
            return found;
        },
        [this, asked = m_personId](Result<Found> found) {
            if (asked != m_personId) {
                return;
            }
            if (!found) {
                fail(found.error());
                return;
            }
            const FrontSheet& sheet = found->sheet;
            m_called = shown(sheet.preferredName.known() ? sheet.preferredName.first()
                                                         : spokenName({}, sheet.givenName.first()));
            m_page = word(found->permissions, found->sheet, found->directory);
            setLoaded(true);
            emit changed();
        });
}

void PermissionsModel::clear() {
    m_personId.clear();
    m_called.clear();
    m_page = {};
    setBusy(false);
    setLoaded(false);
    emit changed();
}

void PermissionsModel::record(bool objection, const QString& receiver, const QString& category, int way, int giver,
                              const QString& authority, const QString& decidedWhy, const QString& words,
                              const QString& corrects) {
    const auto person = PersonId::fromHex(m_personId.toStdString());
    const auto how = wayAt(way);
    const auto by = giverAt(giver);
    if (!person || !how || !by) {
        return;
    }
    NewStatement said;
    said.person = *person;
    said.kind = objection ? sharing::StatementKind::Objection : sharing::StatementKind::Permission;
    said.receiver = AgencyId{receiver.toStdString()};
    said.category = sharing::fromWord<Category>(category.toStdString());
    said.how = *how;
    said.givenBy = *by;
    said.authority = authority.trimmed().toStdString();
    said.decidedWhy = decidedWhy.trimmed().toStdString();
    said.words = words.trimmed().toStdString();
    const auto wrong = RecordId::fromHex(corrects.toStdString());
    save([said, wrong](OpenDesk& desk) -> Result<void> {
        auto saved = wrong ? desk.permissions.correct(*wrong, said) : desk.permissions.record(said);
        return saved ? ok() : Result<void>{saved.error()};
    });
}

void PermissionsModel::withdraw(const QString& statementId) {
    if (const auto id = RecordId::fromHex(statementId.toStdString())) {
        save([id = *id](OpenDesk& desk) { return desk.permissions.withdraw(id); });
    }
}

void PermissionsModel::acknowledge(const QString& noticeId, const QString& words) {
    if (const auto id = RecordId::fromHex(noticeId.toStdString())) {
        save([id = *id, said = words.trimmed().toStdString()](OpenDesk& desk) {
            return desk.permissions.acknowledge(id, said);
        });
    }
}

} // namespace frontsheet
