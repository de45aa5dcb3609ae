#include "app/viewmodels/care_team_wording.h"

#include "app/viewmodels/audience_wording.h"
#include "app/viewmodels/disclosure_wording.h"
#include "app/viewmodels/work_wording.h"

#include <algorithm>
#include <map>

namespace frontsheet {

namespace {

using sharing::OpenedCategory;
using sharing::Opening;

QString shortNameOf(const AgencyEntry& agency) { return badge(agency).value(QStringLiteral("shortName")).toString(); }

QString listed(QStringList names) {
    if (names.size() < 2) {
        return names.join(QString{});
    }
    const QString last = names.takeLast();
    return CareTeamWording::tr("%1 and %2", "the end of a list: %1 names before, %2 the last")
        .arg(names.join(QStringLiteral(", ")), last);
}

QStringList categoriesOf(const std::vector<OpenedCategory>& categories, Opening extent) {
    QStringList names;
    for (const auto& one : categories) {
        if (one.then == extent) {
            names << categoryWords(one.category);
        }
    }
    return names;
}

} // namespace

bool CareTeamWording::isMe(const TeamMember& member) const {
    return member.worker.code == me.worker && member.agency.code == me.agency;
}

QString CareTeamWording::how(const TeamMember& member, const TeamStatement& said) const {
    const bool own = said.by == member.worker.code && said.byAgency == member.agency.code;
    const bool byMe = said.by == me.worker && said.byAgency == me.agency;
    const QString by = said.by.empty() ? shortNameOf(said.home)
                       : byMe          ? tr("you", "who put somebody on the care team")
                                       : shown(directory.worker(said.by).name);
    const QString what = shown(said.what);
    switch (said.how) {
    case JoinedBy::Referral:
        return what.isEmpty() ? tr("Accepted a referral.", "how somebody joined the care team")
                              : tr("Accepted the referral: %1.", "how somebody joined, %1 what it asks for").arg(what);
    case JoinedBy::Asked:
        if (own) {
            return tr("Took something on: %1.", "how somebody joined, %1 what").arg(what);
        }
        switch (said.because.value_or(RecordType::Message)) {
        case RecordType::Action:
            return tr("Asked by %1: %2.", "how somebody joined, %1 worker, %2 what is to be done").arg(by, what);
        case RecordType::Invitation:
        case RecordType::Conference:
            return tr("Invited to a conference by %1.", "how somebody joined, %1 worker").arg(by);
        case RecordType::CarePlan:
            return tr("Asked by %1 to take the plan over.", "how somebody joined, %1 worker").arg(by);
        case RecordType::Placement:
            return tr("Asked by %1 to take the placement over.", "how somebody joined, %1 worker").arg(by);
        case RecordType::Appointment:
            return tr("Asked by %1 to visit.", "how somebody joined, %1 worker").arg(by);
        default:
            return tr("Asked for something by %1.", "how somebody joined, %1 worker").arg(by);
        }
    case JoinedBy::Offer:
        return tr("Offered work by %1.", "how somebody joined, %1 worker").arg(by);
    case JoinedBy::Worker:
        return own && byMe ? tr("You joined by yourself.", "how you joined the care team")
               : own       ? tr("Joined by themselves.", "how somebody joined the care team")
                           : tr("Put there by %1.", "how somebody joined the care team, %1 worker").arg(by);
    case JoinedBy::Extract:
        return tr("From %1’s own system.", "how somebody joined the care team, %1 agency").arg(shortNameOf(said.home));
    case JoinedBy::NotSaid:
        break;
    }
    return tr("How is not recorded.", "how somebody joined the care team");
}

QString CareTeamWording::away(const TeamMember& member) const {
    if (member.gone) {
        return tr("No longer in the directory of %1. Ring there to ask who has taken over.", "%1 agency")
            .arg(shortNameOf(member.agency));
    }
    if (!member.away) {
        return {};
    }
    const auto& absence = *member.away;
    QString line = absence.until.empty() ? tr("Away.", "somebody on the care team")
                                         : tr("Away until %1.", "%1 date").arg(wording.nearDate(absence.until));
    if (!absence.deputy.empty()) {
        line += QLatin1Char(' ') + tr("%1 stands in.", "%1 worker").arg(shown(directory.worker(absence.deputy).name));
    }
    return line;
}

QVariantMap CareTeamWording::member(const TeamMember& member) const {
    QVariantList said;
    const bool ours = std::any_of(member.said.begin(), member.said.end(), [&](const auto& s) { return isOurs(s); });
    for (const auto& one : member.said) {
        const QString since =
            one.since.isKnown() ? tr("since %1", "on the care team, %1 date").arg(wording.date(one.since)) : QString{};
        said << QVariantMap{{QStringLiteral("badge"), badge(one.home, since)},
                            {QStringLiteral("how"), how(member, one)},
                            {QStringLiteral("waiting"), one.waiting}};
    }
    const bool self = isMe(member);
    const auto& first = member.said.front().home;
    return {{QStringLiteral("id"), shown(member.agency.code.str() + "/" + member.worker.code.str())},
            {QStringLiteral("agency"), shown(member.agency.code.str())},
            {QStringLiteral("worker"), shown(member.worker.code.str())},
            {QStringLiteral("name"), shown(member.worker.name)},
            {QStringLiteral("role"), capitalised(shown(member.role))},
            {QStringLiteral("me"), self},
            {QStringLiteral("phone"), self || member.gone ? QString{} : shown(member.worker.phone)},
            {QStringLiteral("away"), away(member)},
            {QStringLiteral("said"), said},
            {QStringLiteral("mayTakeOff"), ours && !self},
            {QStringLiteral("mayLeave"), ours && self},
            {QStringLiteral("leaveAt"), self && !ours ? shortNameOf(first) : QString{}},
            {QStringLiteral("leavePhone"), self && !ours ? shown(first.phone) : QString{}}};
}

QVariantList CareTeamWording::groups(const std::vector<TeamMember>& members) const {
    QVariantList out;
    QVariantList rows;
    for (std::size_t at = 0; at < members.size(); ++at) {
        rows << member(members[at]);
        const auto& agency = members[at].agency;
        if (at + 1 == members.size() || members[at + 1].agency.code != agency.code) {
            out << QVariantMap{{QStringLiteral("id"), shown(agency.code.str())},
                               {QStringLiteral("name"), shown(agency.name)},
                               {QStringLiteral("badge"), badge(agency)},
                               {QStringLiteral("rows"), rows}};
            rows.clear();
        }
    }
    return out;
}

QVariantList CareTeamWording::before(const std::vector<TeamMember>& members) const {
    QVariantList out;
    for (const auto& member : members) {
        QStringList lines;
        for (const auto& said : member.said) {
            const QString home = shortNameOf(said.home);
            const QString until = wording.date(said.until);
            lines << (said.since.isKnown()
                          ? tr("%1: from %2 until %3.", "was on the care team: %1 agency, %2 %3 dates")
                                .arg(home, wording.date(said.since), until)
                          : tr("%1: until %2.", "was on the care team: %1 agency, %2 date").arg(home, until));
        }
        out << QVariantMap{{QStringLiteral("id"), shown(member.agency.code.str() + "/" + member.worker.code.str())},
                           {QStringLiteral("name"), shown(member.worker.name)},
                           {QStringLiteral("role"), capitalised(shown(member.role))},
                           {QStringLiteral("badge"), badge(member.agency)},
                           {QStringLiteral("lines"), lines}};
    }
    return out;
}

QString CareTeamWording::whyStillNot(const OpenedCategory& one, const AgencyEntry& agency) const {
    if (one.reason == sharing::Reason::NoRelationship) { // they would be on the team, and it is not enough
        return one.category == Category::Referral ? tr("Only what is sent to them.", "why a referral is not seen")
                                                  : tr("Being on the care team is not enough for this.");
    }
    return whyNot(one.reason, shortNameOf(agency));
}

QVariantList CareTeamWording::opens(const JoiningOpens& opens) const {
    QVariantList out;
    const auto line = [](const QStringList& names, const QString& why = {}) {
        return QVariantMap{{QStringLiteral("text"), capitalised(names.join(QStringLiteral(", ")))},
                           {QStringLiteral("why"), why}};
    };
    const auto add = [&out](const QString& heading, const QVariantList& lines) {
        if (!lines.isEmpty()) {
            out << QVariantMap{{QStringLiteral("heading"), heading}, {QStringLiteral("lines"), lines}};
        }
    };
    const auto seen = [&](Opening extent) {
        const auto names = categoriesOf(opens.categories, extent);
        return names.isEmpty() ? QVariantList{} : QVariantList{line(names)};
    };
    add(tr("Will see", "what joining the care team opens"), seen(Opening::Whole));
    add(tr("Will see a part of", "what joining the care team opens"), seen(Opening::Part));
    // By what stands in the way, each once.
    std::map<QString, QStringList> withheld;
    const auto agency = directory.agency(opens.worker.agency);
    for (const auto& one : opens.categories) {
        if (one.then == Opening::Nothing) {
            withheld[whyStillNot(one, agency)] << categoryWords(one.category);
        }
    }
    QVariantList lines;
    for (const auto& [why, names] : withheld) {
        lines << line(names, why);
    }
    add(tr("Will not see", "what joining the care team opens"), lines);
    return out;
}

QString CareTeamWording::opensLead(const JoiningOpens& opens) const {
    const QString name = shown(opens.worker.name);
    const bool nothing = std::all_of(opens.categories.begin(), opens.categories.end(),
                                     [](const OpenedCategory& one) { return one.then == Opening::Nothing; });
    if (nothing) {
        return tr("Being on the team lets %1 see nothing that your agency holds. They are still named here, to ring.",
                  "%1 worker")
            .arg(name);
    }
    const bool same = std::all_of(opens.categories.begin(), opens.categories.end(),
                                  [](const OpenedCategory& one) { return one.then == one.before; });
    return same ? tr("%1 sees this already. Being on the team puts %2 on their list and names them here.",
                     "%1 worker, %2 the person")
                      .arg(name, person)
                : tr("This is what %1 will see of what your agency holds about %2.", "%1 worker, %2 the person")
                      .arg(name, person);
}

QString CareTeamWording::opensSource(const JoiningOpens& opens) const {
    return audienceWords(opens.terms, me, wording).source;
}

QVariantMap CareTeamWording::parting(const TeamMember& member, const care::LeavingTeam& leaving) const {
    const WorkReader reader{wording, directory, me};
    const bool self = isMe(member);
    const QString name = shown(member.worker.name);
    QVariantList handOver;
    for (const auto& work : leaving.handOver) {
        handOver << QVariantMap{
            {QStringLiteral("what"), reader.what(work)},
            {QStringLiteral("how"), work.kind == WorkKind::Plan
                                        ? tr("Press “Pass it on” on the plan. Whoever is asked says yes first.",
                                             "before somebody leaves the care team: the plan")
                                        : tr("A team manager passes it on from the Team page.",
                                             "before somebody leaves the care team: a placement")}};
    }
    QStringList stays;
    for (const auto& work : leaving.stays) {
        const QString due = reader.due(work);
        stays << (due.isEmpty() ? reader.what(work)
                                : tr("%1. %2.", "%1 a piece of work, %2 when it is due").arg(reader.what(work), due));
    }
    QStringList elsewhere;
    for (const auto& said : member.said) {
        if (!isOurs(said) && !elsewhere.contains(shortNameOf(said.home))) {
            elsewhere << shortNameOf(said.home);
        }
    }
    QStringList text;
    if (!leaving.may()) {
        text << (self ? tr("You hand this over first, so that %1 is not left without anybody:", "%1 the person")
                            .arg(person)
                      : tr("%1 hands this over first, so that %2 is not left without anybody:", "%1 worker, %2 person")
                            .arg(name, person));
    } else if (self) {
        text << (tablet ? tr("This tablet gives back what it holds about %1 only because you are on the team.",
                             "leaving the care team, %1 the person")
                        : tr("This laptop gives back what it holds about %1 only because you are on the team.",
                             "leaving the care team, %1 the person"))
                    .arg(person);
        text << tr("What you wrote and have not sent yet is sent first. To see the record again, a colleague has to "
                   "put you back.",
                   "leaving the care team");
    } else {
        text << tr("%1’s devices give back what they hold about %2 only because of this, at their next contact.",
                   "%1 worker, %2 the person")
                    .arg(name, person);
        text << tr("What %1 wrote and has not sent yet is not lost: it still reaches their agency.", "%1 worker")
                    .arg(name);
    }
    if (leaving.may() && !elsewhere.isEmpty()) {
        text << (self ? tr("You stay on the team of %1.", "leaving one agency's care team, %1 other agencies")
                            .arg(listed(elsewhere))
                      : tr("%1 stays on the team of %2.", "%1 worker, %2 other agencies").arg(name, listed(elsewhere)));
    }
    return {{QStringLiteral("agency"), shown(member.agency.code.str())},
            {QStringLiteral("worker"), shown(member.worker.code.str())},
            {QStringLiteral("name"), name},
            {QStringLiteral("me"), self},
            {QStringLiteral("may"), leaving.may()},
            {QStringLiteral("title"),
             self ? tr("Leave the care team of %1?", "sheet heading, %1 the person").arg(person)
                  : tr("Take %1 off the care team of %2?", "sheet heading, %1 worker, %2 person").arg(name, person)},
            {QStringLiteral("text"), text},
            {QStringLiteral("handOver"), handOver},
            {QStringLiteral("stays"), stays},
            {QStringLiteral("staysTitle"),
             stays.isEmpty() ? QString{}
             : self ? tr("This stays yours until somebody else takes it:", "leaving the care team: a list of work")
                    : tr("This stays theirs until somebody else takes it:", "off the care team: a list of work")}};
}

QString CareTeamWording::mayNotChange(const TeamOfPerson& team) const {
    if (team.registeredHere) {
        return {};
    }
    QStringList names;
    for (const auto& holder : team.holders) {
        names << shortNameOf(holder);
    }
    return names.isEmpty()
               ? tr("Your agency has no record of %1, so it cannot say who is involved.", "%1 the person").arg(person)
               : tr("Your agency has no record of %1, so it cannot say who is involved. Ring %2 to have somebody put "
                    "on "
                    "the team.",
                    "%1 the person, %2 agencies")
                     .arg(person, listed(names));
}

} // namespace frontsheet
