// The parts of the plan that are done, paid for, and held ready: actions, package, crisis part, carers.
#include "app/viewmodels/plan_wording.h"
#include "core/domain/care/movers.h"
#include "core/domain/care/state_machine.h"
#include "core/domain/schema/care_plan.h"
#include "core/domain/schema/carer.h"

#include <QRegularExpression>

#include <algorithm>

namespace frontsheet {

QVariantList numbersIn(const QString& text) {
    static const QRegularExpression kLines(QStringLiteral("[\\n;]+"));
    static const QRegularExpression kNumber(QStringLiteral("\\+?\\d[\\d ]{4,}\\d"));
    static const QRegularExpression kEnds(QStringLiteral("^[\\s,:.–-]+|[\\s,:.–-]+$"));
    QVariantList out;
    for (QString line : text.split(kLines, Qt::SkipEmptyParts)) {
        const auto match = kNumber.match(line);
        if (match.hasMatch()) {
            const QString number = match.captured();
            line.remove(match.capturedStart(), match.capturedLength());
            out << QVariantMap{{QStringLiteral("who"), line.simplified().remove(kEnds)},
                               {QStringLiteral("number"), number}};
        }
    }
    return out;
}

QVariantMap PlanReader::action(const care::PlannedAction& planned) const {
    namespace a = frontsheet::action;
    const auto& f = planned.record.fields;
    const auto state = f.text(a::kState);
    const auto agency = f.get(a::kOwnerAgency);
    const auto owner = f.get(a::kOwner);
    const bool mine = isMe(agency, owner);
    const bool forMe = isMe(planned.awaited.agency, planned.awaited.worker);
    const auto may = [&](const char* to) { return care::mayMove(planned.record, me, to); };
    QVariantMap map = row(planned.record);
    map[QStringLiteral("text")] = shown(f.get(a::kWhat));
    map[QStringLiteral("owner")] = mine ? tr("You", "owner of an action") : workerName(owner);
    map[QStringLiteral("ownerBadge")] = badge(directory.agency(agency));
    map[QStringLiteral("mine")] = mine;
    map[QStringLiteral("due")] = capitalised(wording.nearDate(f.get(a::kDue)));
    map[QStringLiteral("late")] = overdue(planned.daysLate);
    map[QStringLiteral("chip")] =
        state == "offered"
            ? forMe ? stateChip(tr("Waits for your answer", "an action"), "person-question", ChipKind::Amber)
                    : stateChip(tr("Asked, not answered", "an action"), "person-question")
        : state == "accepted"
            ? stateChip(mine ? tr("Yours", "an action") : tr("Accepted", "an action"), "person-check", ChipKind::Tint)
        : state == "declined"
            ? stateChip(tr("Declined", "an action"), "arrow-back", forMe ? ChipKind::Amber : ChipKind::Outline)
        : state == "done" ? stateChip(tr("Done", "an action"), "check-circle", ChipKind::Tint)
                          : stateChip(tr("Cancelled", "an action"), "stop");
    const QString waitsFor = workerName(planned.awaited.worker);
    map[QStringLiteral("waits")] =
        planned.awaited.worker.empty() ? QString{}
        : state == "offered"
            ? forMe ? tr("%1 asks you. Say yes or no.", "an action: %1 who asks").arg(workerName(f.get(a::kAskedBy)))
                    : tr("Waits for %1 to say yes or no.", "an action: %1 worker").arg(waitsFor)
        : state == "declined" ? forMe ? tr("%1 cannot. Ask somebody else, or cancel it.", "an action: %1 who declined")
                                            .arg(workerName(owner))
                                      : tr("Waits for %1 to ask somebody else.", "an action: %1 worker").arg(waitsFor)
        : forMe ? tr("Waits for you to report back.", "an action")
                              : tr("Waits for %1 to report back.", "an action: %1 worker").arg(waitsFor);
    map[QStringLiteral("waitsForMe")] = forMe;
    map[QStringLiteral("attention")] = forMe && (state != "accepted" || planned.daysLate > 0);
    map[QStringLiteral("detail")] = shown(f.get(a::kDetail));
    const auto need = std::find_if(plan.sheet.needs.begin(), plan.sheet.needs.end(),
                                   [&](const Record& one) { return one.id == f.get(a::kNeed); });
    map[QStringLiteral("need")] =
        need == plan.sheet.needs.end()
            ? QString{}
            : tr("For the need: %1", "an action: %1 in a line").arg(shown(need->fields.get(frontsheet::need::kText)));
    map[QStringLiteral("place")] =
        f.text(a::kPlace).empty() ? QString{} : tr("Where: %1", "an action").arg(shown(f.get(a::kPlace)));
    map[QStringLiteral("asked")] =
        isMe(f.get(a::kAskedByAgency), f.get(a::kAskedBy))
            ? tr("You asked for this.", "an action")
            : tr("%1, %2, asked for this.", "an action: %1 worker, %2 agency")
                  .arg(workerName(f.get(a::kAskedBy)), shown(directory.agency(f.get(a::kAskedByAgency)).shortName));
    map[QStringLiteral("answer")] =
        f.text(a::kAnswer).empty()
            ? QString{}
            : tr("%1: “%2”", "an action: %1 Declined or Cancelled, %2 words")
                  .arg(state == "cancelled" ? tr("Cancelled", "an action") : tr("Declined", "an action"),
                       shown(f.get(a::kAnswer)));
    map[QStringLiteral("report")] = f.text(a::kReport).empty()
                                        ? QString{}
                                        : tr("Reported %1: “%2”", "an action: %1 when, %2 words")
                                              .arg(wording.lately(f.get(a::kReportedAt)), shown(f.get(a::kReport)));
    map[QStringLiteral("ended")] = !care::isOpen(planned.record);
    map[QStringLiteral("mayAccept")] = may("accepted");
    map[QStringLiteral("mayDecline")] = may("declined");
    map[QStringLiteral("mayReport")] = may("done");
    map[QStringLiteral("mayPass")] = state != "offered" && may("offered");
    map[QStringLiteral("mayCancel")] = may("cancelled");
    return map;
}

QVariantMap PlanReader::line(const Record& record) const {
    namespace p = package_line;
    const auto& f = record.fields;
    const auto state = f.text(p::kState);
    QVariantMap map = row(record);
    map[QStringLiteral("text")] = shown(f.get(p::kTask));
    map[QStringLiteral("chip")] = stateChip(choiceWords(record.type, p::kState.tag, state),
                                            state == "running"     ? "check-circle"
                                            : state == "arranging" ? "clock"
                                                                   : "stop",
                                            state == "running" ? ChipKind::Tint : ChipKind::Outline);
    QStringList who;
    if (const auto provider = f.get(p::kProvider); !provider.empty()) {
        who << shown(provider);
    }
    if (const auto when = f.get(p::kWhen); !when.empty()) {
        who << shown(when);
    }
    map[QStringLiteral("who")] = who.join(QStringLiteral(", "));
    const auto workers = std::max<std::int64_t>(f.get(p::kWorkersAVisit), 1);
    const auto allocated = care::allocatedMinutes(record);
    const auto delivered = f.get(p::kDeliveredMinutesAWeek) * workers;
    const bool reported = !f.text(p::kDeliveredAsOf).empty();
    map[QStringLiteral("allocated")] = allocated == 0 ? QString{} : wording.hours(allocated);
    map[QStringLiteral("frequency")] = f.get(p::kVisitsAWeek) == 0 ? QString{}
                                       : workers > 1 ? tr("%1 visits of %2 minutes, %3 workers", "package line, a week")
                                                           .arg(f.get(p::kVisitsAWeek))
                                                           .arg(f.get(p::kMinutesAVisit))
                                                           .arg(workers)
                                                     : tr("%1 visits of %2 minutes", "package line, a week")
                                                           .arg(f.get(p::kVisitsAWeek))
                                                           .arg(f.get(p::kMinutesAVisit));
    map[QStringLiteral("delivered")] = reported ? wording.hours(delivered) : QString{};
    map[QStringLiteral("asOf")] = reported ? wording.nearDate(f.get(p::kDeliveredAsOf)) : QString{};
    map[QStringLiteral("less")] = reported && delivered < allocated;
    const bool costKnown = f.find(p::kWeeklyCostPence.tag) != nullptr;
    map[QStringLiteral("cost")] = costKnown ? wording.money(f.get(p::kWeeklyCostPence)) : QString{};
    map[QStringLiteral("because")] = state == "running" ? QString{} : shown(f.get(p::kStateBecause));
    map[QStringLiteral("ended")] = !care::isOpen(record);
    return map;
}

QVariantMap PlanReader::totals() const {
    const auto& t = plan.sheet.totals;
    QVariantList payers;
    const auto pays = [&](const QString& who, std::int64_t pence) {
        if (pence > 0) {
            payers << QVariantMap{{QStringLiteral("who"), who}, {QStringLiteral("amount"), wording.money(pence)}};
        }
    };
    pays(tr("The council", "who pays"), t.councilPence);
    pays(tr("The NHS", "who pays"), t.nhsPence);
    pays(called, t.personPence);
    pays(tr("Others", "who pays"), t.otherPence);
    const auto shares = t.councilPence + t.nhsPence + t.personPence + t.otherPence;
    pays(tr("Not said who", "who pays"), t.pence - shares);
    return {{QStringLiteral("allocated"), t.allocatedMinutes == 0 ? QString{} : wording.hours(t.allocatedMinutes)},
            {QStringLiteral("delivered"), t.reportedAllocated == 0 ? QString{} : wording.hours(t.deliveredMinutes)},
            {QStringLiteral("ofReported"),
             t.reportedAllocated == t.allocatedMinutes ? QString{} : wording.hours(t.reportedAllocated)},
            {QStringLiteral("less"), t.deliveredMinutes < t.reportedAllocated},
            {QStringLiteral("cost"), t.pence == 0 ? QString{} : wording.money(t.pence)},
            {QStringLiteral("payers"), payers}};
}

QVariantMap PlanReader::crisis(const Record& record) const {
    namespace c = crisis_part;
    const auto& f = record.fields;
    QVariantMap map = row(record, wording.date(record.occurredAt));
    QVariantList parts;
    const std::pair<const TextField*, QString> all[] = {{&c::kWhomToCall, tr("Whom to call", "crisis plan")},
                                                        {&c::kEarlySigns, tr("Early signs", "crisis plan")},
                                                        {&c::kWhatHelps, tr("What helps", "crisis plan")},
                                                        {&c::kWhatDoesNot, tr("What does not help", "crisis plan")},
                                                        {&c::kSafePlace, tr("A safe place", "crisis plan")},
                                                        {&c::kWhoDepends, tr("Who depends on them", "crisis plan")}};
    for (const auto& [field, heading] : all) {
        if (const auto words = f.get(*field); !words.empty()) {
            parts << QVariantMap{{QStringLiteral("heading"), heading}, {QStringLiteral("words"), shown(words)}};
        }
    }
    map[QStringLiteral("parts")] = parts;
    map[QStringLiteral("numbers")] = numbersIn(shown(f.get(c::kWhomToCall)));
    const QString on = wording.nearDate(f.get(c::kAgreedOn));
    map[QStringLiteral("agreed")] =
        f.find(c::kPersonAgrees.tag) == nullptr ? QString{}
        : f.get(c::kPersonAgrees) != 1 ? tr("%1 does not agree with this.", "crisis plan: %1 the person").arg(called)
        : on.isEmpty()                 ? tr("%1 agrees with this.", "crisis plan: %1 the person").arg(called)
                       : tr("%1 agreed to this %2.", "crisis plan: %1 the person, %2 date").arg(called, on);
    return map;
}

QVariantMap PlanReader::carer(const Record& record) const {
    namespace c = frontsheet::carer;
    const auto& f = record.fields;
    const auto willing = f.text(c::kWilling);
    QVariantMap map = row(record, f.text(c::kAskedOn).empty()
                                      ? QString{}
                                      : tr("asked %1", "carer: %1 date").arg(wording.nearDate(f.get(c::kAskedOn))));
    const QString relation = shown(f.get(c::kRelation));
    const QString name = shown(f.get(c::kName));
    map[QStringLiteral("name")] = name.isEmpty() ? tr("A carer") : name;
    map[QStringLiteral("relation")] = relation;
    map[QStringLiteral("willing")] = willing == "willing"         ? tr("Willing to care", "carer")
                                     : willing == "within-limits" ? tr("Willing within limits", "carer")
                                     : willing == "not-willing"   ? tr("Not willing to care", "carer")
                                                                  : tr("Not asked whether they are willing", "carer");
    map[QStringLiteral("words")] = f.text(c::kWillingWords).empty()
                                       ? QString{}
                                       : tr("“%1”", "somebody's own words").arg(shown(f.get(c::kWillingWords)));
    map[QStringLiteral("ifUnable")] =
        f.text(c::kIfUnable).empty() ? QString{} : tr("If they cannot: %1", "carer").arg(shown(f.get(c::kIfUnable)));
    const auto hours = f.get(c::kHoursAWeek);
    map[QStringLiteral("hours")] = hours == 0 ? QString{} : tr("%n hour(s) a week", "carer", static_cast<int>(hours));
    map[QStringLiteral("assessment")] =
        f.text(c::kAssessment).empty()
            ? QString{}
            : tr("Carer’s assessment: %1", "carer: %1 how far it is")
                  .arg(choiceWords(record.type, c::kAssessment.tag, f.text(c::kAssessment)).toLower());
    return map;
}

QString PlanReader::actionCount() const {
    int open = 0;
    int overdue = 0;
    for (const auto& one : plan.sheet.actions) {
        open += care::isOpen(one.record) ? 1 : 0;
        overdue += one.daysLate > 0 ? 1 : 0;
    }
    return open == 0      ? QString{}
           : overdue == 0 ? tr("%1 open", "actions").arg(open)
                          : tr("%1 open, %2 overdue", "actions").arg(open).arg(overdue);
}

} // namespace frontsheet
