#include "app/viewmodels/governance_model.h"

#include "core/domain/schema/permission.h"
#include "core/domain/sharing/agreement_words.h"
#include "core/domain/sharing/permission_codec.h"

#include <algorithm>

namespace frontsheet {

namespace {

constexpr std::chrono::hours kReviewSoon{24 * 90}; // a new version takes months to agree
constexpr std::chrono::hours kLapsesSoon{24 * 180};
constexpr std::size_t kMostListed = 200;
constexpr std::size_t kMostStatements = 5000;

bool auditsHere(const Principal& me, const HomeAgreements* home) {
    if (home == nullptr) {
        return false;
    }
    for (const auto& compiled : home->inForce.all()) {
        const auto party = compiled.partyOf(me.agency);
        const auto role = compiled.isPolicy() && party != sharing::CompiledAgreement::kNone
                              ? compiled.roleOf(party, me.role)
                              : sharing::CompiledAgreement::kNone;
        if (role != sharing::CompiledAgreement::kNone && compiled.isAuditRole(role)) {
            return true;
        }
    }
    return false;
}

QVariantMap row(const QString& title, const QString& detail, const QString& when, bool late,
                const PersonId& person = {}) {
    return {{QStringLiteral("title"), title},
            {QStringLiteral("detail"), detail},
            {QStringLiteral("when"), when},
            {QStringLiteral("late"), late},
            {QStringLiteral("personId"), person.isNull() ? QString{} : shown(person.hex())},
            {QStringLiteral("about"), person.isNull() ? QString{} : shown(person.hex())},
            {QStringLiteral("byAgency"), QString{}},
            {QStringLiteral("byWorker"), QString{}},
            {QStringLiteral("by"), QString{}},
            {QStringLiteral("review"), QString{}}};
}

QVariantMap term(const QString& label, const QString& value) {
    return {{QStringLiteral("label"), label}, {QStringLiteral("value"), value}};
}

void reviewable(QVariantMap& row, const char* as, const QString& record, bool mine, const QVariantList& terms) {
    row[QStringLiteral("review")] = QLatin1String(as);
    row[QStringLiteral("record")] = record;
    row[QStringLiteral("mine")] = mine;
    row[QStringLiteral("terms")] = terms;
}

// Whose doing it was, and whom it was about, held here or not: what the log has of both can be asked for.
void asked(QVariantMap& row, const PersonId& about, const AgencyId& agency, const WorkerId& worker,
           const QString& name) {
    row[QStringLiteral("about")] = about.isNull() ? QString{} : shown(about.hex());
    row[QStringLiteral("byAgency")] = shown(agency.str());
    row[QStringLiteral("byWorker")] = shown(worker.str());
    row[QStringLiteral("by")] = name;
}

QString named(const std::string& name) {
    return name.empty() ? QCoreApplication::translate("Governance", "Somebody not held here") : shown(name);
}

} // namespace

struct GovernanceModel::Found {
    std::shared_ptr<const HomeAgreements> home; // null: no texts here
    Directory directory;
    std::vector<EmergencyRow> emergencies;
    std::vector<ObjectionReviewRow> overruled;
    std::vector<Record> notices;
    std::vector<Record> statements; // this agency's
    std::map<PersonId, std::string> names;

    [[nodiscard]] QString name(const PersonId& person) const {
        const auto found = names.find(person);
        return named(found == names.end() ? std::string{} : found->second);
    }
    [[nodiscard]] QString agency(const AgencyId& code) const {
        return badge(directory.agency(code)).value(QStringLiteral("shortName")).toString();
    }
    [[nodiscard]] QString worker(const WorkerId& code) const {
        const auto entry = directory.worker(code);
        return shown(entry.name.empty() ? code.str() : entry.name);
    }
};

void GovernanceModel::refresh() {
    run(
        Lane::Read,
        [](OpenDesk& desk) -> Result<std::shared_ptr<Found>> {
            auto found = std::make_shared<Found>();
            auto& work = desk.workplace;
            if (work.agreements != nullptr) {
                FS_ASSIGN(found->home, work.agreements->of(work.me.agency));
            }
            if (!auditsHere(work.me, found->home.get())) {
                return found;
            }
            FS_ASSIGN(found->directory, desk.directory());
            std::vector<PersonId> persons;
            const auto take = [&](std::vector<WorkingRecord> from, std::vector<Record>& to) {
                for (auto& one : from) {
                    persons.push_back(one.record.person);
                    to.push_back(std::move(one.record));
                }
            };
            FS_ASSIGN(found->emergencies, desk.emergencyAccesses.toReview(kMostListed));
            FS_ASSIGN(found->overruled, desk.permissions.reviews(kMostListed));
            const auto& own = work.me.agency.str();
            FS_ASSIGN(auto notices, work.reader.worklist(Worklist::NoticesToAcknowledge, own, kMostListed));
            take(std::move(notices), found->notices);
            FS_ASSIGN(auto statements, work.reader.ofType(RecordType::PermissionStatement, kMostStatements));
            std::erase_if(statements, [&](const auto& one) { return one.record.home != work.me.agency; });
            take(std::move(statements), found->statements);
            FS_ASSIGN(found->names, spokenNames(work.reader, std::move(persons)));
            return found;
        },
        [this](const Result<std::shared_ptr<Found>>& result) {
            if (!result) {
                fail(result.error());
                return;
            }
            const Found& found = **result;
            m_mine = auditsHere(me(), found.home.get());
            m_parts.clear();
            m_waiting = 0;
            if (m_mine) {
                const auto part = [this](const QString& heading, const QString& none, const QVariantList& rows) {
                    m_waiting += static_cast<int>(rows.size());
                    m_parts << QVariantMap{{QStringLiteral("heading"), heading},
                                           {QStringLiteral("none"), none},
                                           {QStringLiteral("rows"), rows}};
                };
                part(tr("Agreements", "governance list"), tr("None is due for review or lapses soon."),
                     agreementRows(found));
                part(tr("Emergency accesses to review", "governance list"), tr("None waits."), emergencyRows(found));
                part(tr("Sent despite an objection", "governance list"), tr("None waits to be looked at."),
                     overruledRows(found));
                part(tr("Asked of us by other agencies", "governance list"), tr("Everything is acknowledged."),
                     noticeRows(found));
                part(tr("Not acknowledged by other agencies yet", "governance list"), tr("Everybody has answered."),
                     unacknowledgedRows(found));
            }
            setLoaded(true);
            emit changed();
        });
}

void GovernanceModel::clear() {
    m_mine = false;
    m_busy = false;
    m_waiting = 0;
    m_settled.clear();
    m_parts.clear();
    setLoaded(false);
    emit changed();
}

QVariantList GovernanceModel::agreementRows(const Found& found) const {
    QVariantList out;
    const WallTime now = session().clock.now();
    const auto add = [&](const HeldVersion& version, const QString& detail, WallTime at) {
        out << row(tr("%1, version %2", "%1 agreement, %2 number")
                       .arg(shown(version.agreement.title))
                       .arg(version.agreement.version),
                   detail, at.isKnown() ? wording().date(at) : QString{}, at.isKnown() && at <= now);
    };
    for (const auto& version : found.home->versions) {
        const auto& agreement = version.agreement;
        if (version.decides()) {
            if (agreement.expires.isKnown() && agreement.expires <= now) {
                add(version, tr("Has expired. Nothing is released under it."), agreement.expires);
            } else if (agreement.expires.isKnown() && agreement.expires < now + kLapsesSoon) {
                add(version, tr("Lapses, unless a new version is signed"), agreement.expires);
            }
            if (agreement.review < now + kReviewSoon) {
                add(version, agreement.review <= now ? tr("Its review is overdue") : tr("To be reviewed"),
                    agreement.review);
            }
            for (const auto& suspension : version.suspensions) {
                add(version,
                    suspension.clauses.empty()
                        ? tr("All of it is stopped by %1", "%1 agency").arg(found.agency(suspension.by))
                        : tr("%n clause(s) stopped by %1", "%1 agency", static_cast<int>(suspension.clauses.size()))
                              .arg(found.agency(suspension.by)),
                    {});
            }
        } else if (version.state == "proposed") {
            add(version,
                tr("Waits for our signature: signed by %1 of %2", "two numbers")
                    .arg(version.signedBy.size())
                    .arg(agreement.parties.size()),
                agreement.effective);
        } else if (version.state == "signed") {
            add(version,
                tr("Signed by %1 of %2, not in use yet", "two numbers")
                    .arg(version.signedBy.size())
                    .arg(agreement.parties.size()),
                agreement.effective);
        }
    }
    return out;
}

QVariantList GovernanceModel::emergencyRows(const Found& found) const {
    QVariantList out;
    for (const auto& access : found.emergencies) {
        const QString record = shown(access.access.hex());
        if (m_settled.contains(record)) {
            continue;
        }
        const QString who = tr("%1, %2, %3", "%1 worker, %2 role, %3 agency")
                                .arg(found.worker(access.worker), shown(access.role), found.agency(access.agency));
        QVariantMap line = row(named(access.personName),
                               tr("Opened by %1, %2: “%3”", "%1 worker, %2 agency, %3 the typed reason")
                                   .arg(found.worker(access.worker), found.agency(access.agency), shown(access.reason)),
                               access.isOpen ? tr("Open until %1", "%1: a time").arg(wording().dateTime(access.until))
                                             : wording().lately(access.openedAt),
                               false, access.personName.empty() ? PersonId{} : access.person);
        asked(line, access.person, access.agency, access.worker, found.worker(access.worker));
        reviewable(
            line, "emergency", record, access.isMine,
            {term(tr("Opened by", "review"), who), term(tr("From", "review"), wording().dateTime(access.openedAt)),
             term(access.isOpen ? tr("Open until", "review") : tr("Ended", "review"), wording().dateTime(access.until)),
             term(tr("Their reason", "review"), shown(access.reason))});
        out << line;
    }
    return out;
}

QVariantList GovernanceModel::overruledRows(const Found& found) const {
    QVariantList out;
    for (const auto& sent : found.overruled) {
        const QString record = shown(sent.review.hex());
        if (m_settled.contains(record)) {
            continue;
        }
        QVariantMap line =
            row(named(sent.personName),
                tr("A concern sent to %1 by %2: “%3”", "%1 agency, %2 worker, %3 the typed reason")
                    .arg(found.agency(sent.toAgency), found.worker(sent.sentBy), shown(sent.reason)),
                wording().lately(sent.sentAt), false, sent.personName.empty() ? PersonId{} : sent.person);
        asked(line, sent.person, me().agency, sent.sentBy, found.worker(sent.sentBy));
        reviewable(line, "concern", record, sent.mine,
                   {term(tr("Sent by", "review"), found.worker(sent.sentBy)),
                    term(tr("Sent to", "review"), found.agency(sent.toAgency)),
                    term(tr("On", "review"), wording().dateTime(sent.sentAt)),
                    term(tr("Why despite the objection", "review"), shown(sent.reason))});
        out << line;
    }
    return out;
}

void GovernanceModel::reviewEmergency(const QString& record, bool justified, const QString& words) {
    const auto access = RecordId::fromHex(record.toStdString());
    if (m_busy || !access) {
        return;
    }
    m_busy = true;
    dismissError();
    emit changed();
    run(
        Lane::Ask,
        [id = *access, verdict = justified ? EmergencyVerdict::Justified : EmergencyVerdict::NotJustified,
         said = words.trimmed().toStdString()](OpenDesk& desk) -> Result<void> {
            auto* line = desk.emergencies();
            if (line == nullptr) {
                return {ErrorCode::Unreachable, "no line"};
            }
            auto answer = line->review(desk.workplace.me.agency, id, verdict, said);
            desk.syncSoon();
            return answer;
        },
        [this, record](const Result<void>& said) { settle(record, said); });
}

void GovernanceModel::reviewConcern(const QString& record, bool right, const QString& words) {
    const auto review = RecordId::fromHex(record.toStdString());
    if (m_busy || !review) {
        return;
    }
    m_busy = true;
    dismissError();
    emit changed();
    run(
        Lane::Save,
        [id = *review, finding = right ? ReviewFinding::Right : ReviewFinding::NotRight,
         said = words.trimmed().toStdString()](OpenDesk& desk) -> Result<void> {
            auto saved = desk.permissions.review(id, finding, said);
            desk.syncSoon();
            return saved;
        },
        [this, record](const Result<void>& said) { settle(record, said); });
}

void GovernanceModel::settle(const QString& record, const Result<void>& said) {
    m_busy = false;
    // Somebody else was quicker: the answer is there, and the list will have it.
    if (said || said.error().code == ErrorCode::WrongState) {
        m_settled.insert(record);
        emit reviewed();
        refresh();
    } else {
        failAsked(said.error());
    }
    emit changed();
}

QVariantList GovernanceModel::noticeRows(const Found& found) const {
    QVariantList out;
    for (const auto& record : found.notices) {
        const auto statement = sharing::statementIn(record);
        const bool objects = !statement || statement->kind != sharing::StatementKind::Permission;
        const QString from = found.agency(record.fields.get(permission_notice::kFromAgency));
        out << row(found.name(record.person),
                   objects ? tr("%1 tells of an objection", "%1 agency").arg(from)
                           : tr("%1 tells of a permission", "%1 agency").arg(from),
                   wording().lately(record.fields.get(permission_notice::kReceivedAt)), false, record.person);
    }
    return out;
}

QVariantList GovernanceModel::unacknowledgedRows(const Found& found) const {
    std::vector<AgencyId> parties;
    for (const auto& compiled : found.home->inForce.all()) {
        for (const auto& party : compiled.agreement().parties) {
            if (party.agency != me().agency) {
                parties.push_back(party.agency);
            }
        }
    }
    QVariantList out;
    for (const auto& record : found.statements) {
        const auto statement = sharing::statementIn(record);
        if (!statement || statement->kind == sharing::StatementKind::Permission) {
            continue;
        }
        QStringList names;
        for (const auto& agency : sharing::unacknowledged(*statement, parties)) {
            names << found.agency(agency);
        }
        if (!names.isEmpty()) {
            out << row(found.name(record.person),
                       tr("Objected. No answer yet from %1", "%1 agencies").arg(names.join(QStringLiteral(", "))),
                       wording().lately(statement->askedAt), false, record.person);
        }
    }
    return out;
}

} // namespace frontsheet
