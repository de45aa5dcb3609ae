#include "app/viewmodels/audience_wording.h"

#include <algorithm>
#include <map>

namespace frontsheet {

namespace {

using sharing::Extent;
using sharing::Reason;
using sharing::SeeingRole;

QString said(const char* words) { return QCoreApplication::translate("Audience", words); }

QString shortName(const AgencyEntry& agency) { return badge(agency).value(QStringLiteral("shortName")).toString(); }

// "You, Ruth Okafor and 3 others", of one role.
QString peopleOf(const std::vector<WorkerEntry>& workers, std::size_t others, const Principal& me) {
    QStringList names;
    for (const auto& worker : workers) {
        if (worker.code == me.worker && worker.agency == me.agency) {
            names.prepend(said("You"));
        } else {
            names << shown(worker.name.empty() ? worker.code.str() : worker.name);
        }
    }
    const QString named = names.join(QStringLiteral(", "));
    if (others == 0) {
        return named;
    }
    const int count = static_cast<int>(others);
    return named.isEmpty()
               ? QCoreApplication::translate("Audience", "%n worker(s)", "of one role, not named", count)
               : QCoreApplication::translate("Audience", "%1 and %n other(s)", "%1 names", count).arg(named);
}

QString whyTheySee(const SeeingRole& role, const Principal& me) {
    switch (role.reason) {
    case Reason::OwnAgency:
        return role.agency.code == me.agency ? QString{} : said("Their own agency's.");
    case Reason::CareTeam:
        return said("On the care team.");
    case Reason::AddressedReferral:
        return said("While a referral to them is open.");
    case Reason::PracticeList:
        return said("On their practice's list.");
    case Reason::Duty:
        return said("While on duty.");
    case Reason::RoleAlone:
        return said("By their role.");
    default:
        return {};
    }
}

QVariantMap rowOf(const AgencyEntry& agency, const QString& people, const QString& reason) {
    return {{QStringLiteral("badge"), badge(agency)},
            {QStringLiteral("people"), people},
            {QStringLiteral("reason"), reason}};
}

// The reason that stands for an agency of which nobody sees it: what would let somebody in, before what would not.
const SeeingRole* tellingOf(const std::vector<const SeeingRole*>& roles) {
    const auto joining = std::find_if(roles.begin(), roles.end(), [](const SeeingRole* r) { return !r->by.empty(); });
    if (joining != roles.end()) {
        return *joining;
    }
    const auto word = std::find_if(roles.begin(), roles.end(), [](const SeeingRole* r) {
        return r->reason != Reason::NoClause && r->reason != Reason::RoleNotInAgreement;
    });
    return word != roles.end() ? *word : roles.front();
}

} // namespace

QString whyNot(Reason reason, const QString& agency) {
    switch (reason) {
    case Reason::NoRelationship:
        return QCoreApplication::translate("Audience", "Your agency has nobody of %1 on its care team.", "%1 agency")
            .arg(agency);
    case Reason::Objection:
        return said("The person has objected.");
    case Reason::NoPermission:
        return said("Only with the person's permission, which is not recorded.");
    case Reason::NotNamedReader:
        return said("Only the readers who are named.");
    case Reason::CarerPrivate:
        return said("What is private to a carer stays in your agency.");
    case Reason::OwnAgencyOnly:
        return said("This kind stays in your agency.");
    case Reason::RoleNotInAgreement:
        return said("Their role is not in the agreement.");
    case Reason::NoClause:
        return said("The agreement shares nothing of this kind with them.");
    case Reason::Suspended:
        return said("Sharing it with them is suspended.");
    case Reason::Expired:
        return said("The agreement with them has expired.");
    case Reason::NotSigned:
        return said("They have not signed the agreement.");
    case Reason::NotYetInForce:
        return said("The agreement with them is not in force yet.");
    case Reason::NotAParty:
        return said("No agreement with them.");
    case Reason::WithheldByClause:
        return said("The agreement withholds this from them.");
    default:
        return said("Not shared with them.");
    }
}

AudienceWords audienceWords(const WhoSees& seen, const Principal& me, const Wording& wording) {
    QVariantList whole;
    QVariantList part;
    std::size_t readers = 0;
    std::map<AgencyId, std::vector<const SeeingRole*>> unseeing;
    std::map<AgencyId, bool> sees;
    std::vector<AgencyId> order;
    for (const auto& role : seen.roles) {
        if (role.extent == Extent::Nothing) {
            if (unseeing[role.agency.code].empty()) {
                order.push_back(role.agency.code);
            }
            unseeing[role.agency.code].push_back(&role);
            continue;
        }
        sees[role.agency.code] = true;
        QString people = peopleOf(role.workers, role.others, me);
        if (!role.role.empty()) {
            people = QCoreApplication::translate("Audience", "%1: %2", "%1 role, %2 names or how many")
                         .arg(capitalised(shown(role.role)), people);
        }
        auto& list = role.extent == Extent::Whole ? whole : part;
        list << rowOf(role.agency, people, whyTheySee(role, me));
        readers += role.extent == Extent::Whole ? role.count() : 0;
    }
    QVariantList none;
    for (const auto& agency : order) {
        if (sees[agency]) {
            continue; // that a colleague of theirs does not is the agency's own affair
        }
        const SeeingRole* telling = tellingOf(unseeing[agency]);
        const Reason reason = telling->by.empty() ? telling->reason : Reason::NoRelationship;
        none << rowOf(telling->agency, {}, whyNot(reason, shortName(telling->agency)));
    }
    AudienceWords words;
    const auto add = [&words](const QString& heading, const QVariantList& rows) {
        if (!rows.isEmpty()) {
            words.parts << QVariantMap{{QStringLiteral("heading"), heading}, {QStringLiteral("rows"), rows}};
        }
    };
    add(said("Will read all of it"), whole);
    add(said("Will see a part of it"), part);
    add(said("And will not"), none);
    const int count = static_cast<int>(readers);
    words.line = QCoreApplication::translate("Audience", "%n worker(s) will read all of it",
                                             "who will see this, in one line", count);
    if (seen.byAgreements && !seen.agreement.empty()) {
        words.source = seen.asOf.isKnown()
                           ? QCoreApplication::translate("Audience", "By %1, version %2, as known %3.",
                                                         "%1 agreement, %2 number, %3 when")
                                 .arg(shown(seen.agreement))
                                 .arg(seen.version)
                                 .arg(wording.lately(seen.asOf))
                           : QCoreApplication::translate("Audience", "By %1, version %2.", "%1 agreement, %2 number")
                                 .arg(shown(seen.agreement))
                                 .arg(seen.version);
    } else if (seen.asOf.isKnown()) {
        words.source =
            QCoreApplication::translate("Audience", "As known %1.", "%1 when").arg(wording.lately(seen.asOf));
    }
    if (seen.homeHasNewer) {
        words.source += (words.source.isEmpty() ? QString{} : QStringLiteral(" ")) +
                        QCoreApplication::translate("Audience",
                                                    "This home decides by a version you do not hold yet: who "
                                                    "will see it may differ.",
                                                    "who will see this: the agency has a newer agreement");
    }
    return words;
}

QVariantList changeWords(const std::vector<sharing::SeeingChange>& changes, const Principal& me) {
    QVariantList out;
    for (const auto& change : changes) {
        QString people = peopleOf(change.workers, change.others, me);
        if (!change.role.empty()) {
            people = QCoreApplication::translate("Audience", "%1: %2", "%1 role, %2 names or how many")
                         .arg(capitalised(shown(change.role)), people);
        }
        out << QVariantMap{{QStringLiteral("badge"), badge(change.agency)},
                           {QStringLiteral("people"), people},
                           {QStringLiteral("gains"), change.gains}};
    }
    return out;
}

} // namespace frontsheet
