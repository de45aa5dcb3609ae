#include "app/viewmodels/plan_wording.h"

#include "app/viewmodels/ending_wording.h"
#include "app/viewmodels/forms/form_spec.h"
#include "app/viewmodels/placement_wording.h"
#include "core/domain/care/movers.h"
#include "core/domain/care/state_machine.h"
#include "core/domain/schema/care_plan.h"
#include "core/domain/schema/view.h"

#include <algorithm>

namespace frontsheet {

namespace {

bool holds(const std::vector<RecordId>& ids, const RecordId& id) {
    return std::binary_search(ids.begin(), ids.end(), id);
}

// "Edith, her son Martin and Dr Lim"
QString listed(QStringList names) {
    if (names.size() < 2) {
        return names.join(QString{});
    }
    const QString last = names.takeLast();
    return PlanReader::tr("%1 and %2", "names: %1 all but the last, %2 the last")
        .arg(names.join(QStringLiteral(", ")), last);
}

} // namespace

QVariantMap stateChip(const QString& text, const char* icon, ChipKind kind) {
    return {{QStringLiteral("text"), text},
            {QStringLiteral("iconName"), QString::fromLatin1(icon)},
            {QStringLiteral("kind"), static_cast<int>(kind)}};
}

QString overdue(int days) {
    return days == 0 ? QString{} : PlanReader::tr("%n day(s) overdue", "a date that has passed", days);
}

QString choiceWords(RecordType type, FieldTag field, std::string_view code) {
    if (const auto* form = formOf(type)) {
        for (const auto& one : form->fields) {
            for (const auto& choice : one.choices) {
                if (one.field == field && choice.code == code) {
                    return QCoreApplication::translate("Forms", choice.words);
                }
            }
        }
    }
    return capitalised(shown(code).replace(QLatin1Char('-'), QLatin1Char(' ')));
}

QString PlanReader::workerName(const WorkerId& worker) const {
    const auto name = worker.empty() ? std::string{} : directory.worker(worker).name;
    return shown(name.empty() ? worker.str() : name);
}

bool PlanReader::isMe(const AgencyId& agency, const WorkerId& worker) const {
    return agency == me.agency && worker == me.worker;
}

QVariantMap PlanReader::row(const Record& record, const QString& trailing) const {
    const auto endings = plan.endings.find(record.id);
    return {{QStringLiteral("id"), shown(record.id.hex())},
            {QStringLiteral("badge"), badge(directory.agency(record.home), trailing)},
            {QStringLiteral("unsent"), holds(plan.waiting, record.id)},
            {QStringLiteral("editable"), holds(plan.editable, record.id)},
            {QStringLiteral("endings"),
             endings == plan.endings.end() ? QVariantList{} : endingWords(record.type, endings->second)}};
}

QVariantMap PlanReader::lead(const Record& record) const {
    namespace p = care_plan;
    const auto& f = record.fields;
    const auto owner = f.get(p::kCaseOwner);
    const auto entry = directory.worker(owner);
    const bool open = care::isOpen(record);
    const auto moves = care::caseOwnerMoves(record, me);
    QVariantMap map = row(record);
    map[QStringLiteral("owner")] = workerName(owner);
    map[QStringLiteral("ownerMine")] = isMe(record.home, owner);
    map[QStringLiteral("role")] = capitalised(shown(entry.role));
    map[QStringLiteral("phone")] = isMe(record.home, owner) ? QString{} : shown(entry.phone);
    const auto since = f.get(p::kOwnerSince);
    map[QStringLiteral("since")] =
        since.isKnown() ? tr("since %1", "case owner: %1 date").arg(wording.date(since))
        : f.text(p::kOpenedOn).empty()
            ? QString{}
            : tr("since %1", "case owner: %1 date").arg(wording.nearDate(f.get(p::kOpenedOn)));
    map[QStringLiteral("summary")] = shown(f.get(p::kSummary));
    QStringList with;
    for (const auto& name : f.get(p::kAgreedWith)) {
        with << shown(name);
    }
    const QString agreedOn = wording.nearDate(f.get(p::kAgreedOn));
    map[QStringLiteral("agreed")] =
        agreedOn.isEmpty() && with.isEmpty() ? QString{}
        : with.isEmpty()                     ? tr("Agreed %1.", "plan: %1 date").arg(agreedOn)
        : agreedOn.isEmpty()                 ? tr("Agreed with %1.", "plan: %1 names").arg(listed(with))
                             : tr("Agreed %1 with %2.", "plan: %1 date, %2 names").arg(agreedOn, listed(with));
    const int days = care::daysLate(record, wording.today());
    map[QStringLiteral("reviewLate")] = days > 0;
    map[QStringLiteral("review")] = f.text(p::kReviewDue).empty() ? QString{}
                                    : days > 0
                                        ? tr("Review was due %1, %2.", "plan: %1 date, %2 so many days overdue")
                                              .arg(wording.nearDate(f.get(p::kReviewDue)), overdue(days))
                                        : tr("Review %1.", "plan: %1 date").arg(wording.nearDate(f.get(p::kReviewDue)));
    map[QStringLiteral("open")] = open;
    map[QStringLiteral("closed")] =
        open ? QString{}
             : tr("Closed %1: %2", "plan: %1 date, %2 why")
                   .arg(wording.nearDate(f.get(p::kClosedOn)), shown(f.get(p::kClosedBecause)));
    const auto before = f.get(p::kContinuesOf);
    const auto after = f.get(p::kContinuedOf);
    map[QStringLiteral("continues")] =
        !after.empty()
            ? tr("It goes on in the plan of %1.", "a closed plan: %1 agency").arg(shown(directory.agency(after).name))
        : !before.empty() ? tr("It goes on from the plan of %1.", "a plan: %1 agency that led before")
                                .arg(shown(directory.agency(before).name))
                          : QString{};
    const auto asked = f.get(p::kOfferedTo);
    const QString when = wording.lately(f.get(p::kOfferedAt));
    map[QStringLiteral("offer")] =
        asked.empty()  ? QString{}
        : moves.answer ? tr("%1 asks you to take this over, %2.", "case owner: %1 who asks, %2 when")
                             .arg(workerName(f.get(p::kOfferedBy)), when)
                       : tr("%1 is asked to take this over, %2. Until they say yes it stays with %3.",
                            "case owner: %1 who is asked, %2 when, %3 who has it")
                             .arg(workerName(asked), when, isMe(record.home, owner) ? tr("you") : workerName(owner));
    map[QStringLiteral("offerWords")] = shown(f.get(p::kOfferWords));
    map[QStringLiteral("mayOffer")] = moves.offer;
    map[QStringLiteral("mayTakeBack")] = moves.takeBack;
    map[QStringLiteral("mayAnswer")] = moves.answer;
    map[QStringLiteral("mayClose")] = moves.close;
    map[QStringLiteral("agency")] = shown(record.home.str());
    return map;
}

QString PlanReader::twoLeads() const {
    if (!plan.sheet.twoLeads) {
        return {};
    }
    QStringList others;
    bool ours = false;
    for (const auto& record : plan.sheet.plans) {
        if (!care::isOpen(record)) {
            continue;
        }
        ours = ours || record.home == me.agency;
        if (record.home != me.agency) {
            const auto owner = directory.worker(record.fields.get(care_plan::kCaseOwner));
            others
                << (owner.phone.empty()
                        ? shown(owner.name)
                        : tr("%1 on %2", "%1 worker, %2 telephone number").arg(shown(owner.name), shown(owner.phone)));
        }
    }
    const QString who = listed(others);
    return ours ? tr("Ring %1 and settle who leads. Then one of you closes their plan; nothing in it is lost.",
                     "two leads: %1 the other case owners with their numbers")
                      .arg(who)
                : tr("Ask %1 to settle who leads. One of them closes their plan; nothing in it is lost.",
                     "two leads: %1 the case owners with their numbers")
                      .arg(who);
}

QVariantMap PlanReader::view(const Record& record) const {
    namespace v = frontsheet::view;
    const auto& f = record.fields;
    const bool own = f.text(v::kWhose) == "person";
    const bool asked = f.text(v::kHow) != "not-asked";
    QVariantMap map = row(record, wording.nearDate(f.get(v::kSaidOn)));
    const QString name = shown(f.get(v::kName));
    const QString relation = shown(f.get(v::kRelation));
    const QString whose = choiceWords(record.type, v::kWhose.tag, f.text(v::kWhose));
    map[QStringLiteral("own")] = own;
    map[QStringLiteral("who")] = own ? called
                                 : relation.isEmpty()
                                     ? tr("%1, %2", "a view: %1 name, %2 such as family, GP").arg(name, whose)
                                     : tr("%1, %2", "a view: %1 name, %2 such as her son").arg(name, relation);
    map[QStringLiteral("asked")] = asked;
    map[QStringLiteral("words")] = asked ? tr("“%1”", "somebody's own words").arg(shown(f.get(v::kSaid)))
                                         : tr("Not asked: %1", "a view: %1 why").arg(shown(f.get(v::kNotAskedBecause)));
    map[QStringLiteral("about")] =
        f.text(v::kAbout).empty() ? QString{} : choiceWords(record.type, v::kAbout.tag, f.text(v::kAbout));
    const QString how =
        asked && !f.text(v::kHow).empty() ? choiceWords(record.type, v::kHow.tag, f.text(v::kHow)) : QString{};
    const QString by = workerName(f.get(v::kRecordedBy));
    map[QStringLiteral("how")] =
        how.isEmpty() ? tr("Written down by %1", "a view: %1 worker").arg(by)
                      : tr("%1, written down by %2", "a view: %1 how it was said, %2 worker").arg(how, by);
    return map;
}

QVariantMap PlanReader::wish(const care::OwnWords& said) const {
    return {{QStringLiteral("id"), shown(said.record.hex())},
            {QStringLiteral("badge"), badge(directory.agency(said.home), PlacementWords{wording}.whenSaid(said))},
            {QStringLiteral("unsent"), holds(plan.waiting, said.record)},
            {QStringLiteral("editable"), false},
            {QStringLiteral("endings"), QVariantList{}},
            {QStringLiteral("own"), true},
            {QStringLiteral("who"), called},
            {QStringLiteral("asked"), true},
            {QStringLiteral("words"), tr("“%1”", "somebody's own words").arg(shown(said.words))},
            {QStringLiteral("about"), QString{}},
            {QStringLiteral("how"), QString{}}};
}

QVariantMap PlanReader::need(const Record& record) const {
    namespace n = frontsheet::need;
    const auto& f = record.fields;
    const auto state = f.text(n::kState);
    QVariantMap map = row(record);
    map[QStringLiteral("text")] = shown(f.get(n::kText));
    map[QStringLiteral("unmet")] = state == "unmet";
    map[QStringLiteral("chip")] = state == "met"        ? stateChip(tr("Met", "a need"), "check-circle", ChipKind::Tint)
                                  : state == "part-met" ? stateChip(tr("Part met", "a need"), "half")
                                  : state == "unmet"    ? stateChip(tr("Unmet", "a need"), "stop", ChipKind::Amber)
                                                        : stateChip(tr("Not dealt with yet", "a need"), "question");
    const QString why = shown(f.get(n::kUnmetWords));
    const QString because = f.text(n::kUnmetBecause).empty()
                                ? QString{}
                                : choiceWords(record.type, n::kUnmetBecause.tag, f.text(n::kUnmetBecause));
    map[QStringLiteral("why")] =
        state != "unmet" && state != "part-met" ? QString{}
        : why.isEmpty()                         ? QString{}
        : because.isEmpty()                     ? tr("Why: %1", "an unmet need: %1 words").arg(why)
                            : tr("Why: %1. %2", "an unmet need: %1 such as No service, %2 words").arg(because, why);
    map[QStringLiteral("meanwhile")] = state == "met" || f.text(n::kMeanwhile).empty()
                                           ? QString{}
                                           : tr("Meanwhile: %1", "an unmet need").arg(shown(f.get(n::kMeanwhile)));
    const auto awaited = care::awaitedWorker(record, plan.sheet.plans);
    const int days = care::daysLate(record, wording.today());
    const QString next = wording.nearDate(f.get(n::kNextLook));
    map[QStringLiteral("late")] = overdue(days);
    map[QStringLiteral("next")] =
        next.isEmpty() || awaited.worker.empty()
            ? (next.isEmpty() ? QString{} : tr("Looked at again %1.", "a need: %1 date").arg(next))
        : isMe(awaited.agency, awaited.worker)
            ? tr("You look at it again %1.", "a need: %1 date").arg(next)
            : tr("%1 looks at it again %2.", "a need: %1 worker, %2 date").arg(workerName(awaited.worker), next);
    if (state == "met") {
        map[QStringLiteral("next")] = QString{};
    }
    map[QStringLiteral("says")] = f.text(n::kPersonSays).empty()
                                      ? QString{}
                                      : tr("“%1”", "somebody's own words").arg(shown(f.get(n::kPersonSays)));
    map[QStringLiteral("detail")] = shown(f.get(n::kDetail));
    QStringList provisions;
    for (const auto& line : care::provisionsOf(plan.sheet, record.id)) {
        const QString task = shown(line.fields.get(package_line::kTask));
        const QString provider = shown(line.fields.get(package_line::kProvider));
        const QString when = shown(line.fields.get(package_line::kWhen));
        QStringList parts{task};
        parts << (provider.isEmpty() ? QStringList{} : QStringList{provider})
              << (when.isEmpty() ? QStringList{} : QStringList{when});
        provisions << parts.join(QStringLiteral(", "));
    }
    for (const auto& planned : plan.sheet.actions) {
        const auto& task = planned.record.fields;
        if (care::isOpen(planned.record) && task.get(action::kNeed) == record.id) {
            const auto owner = task.get(action::kOwner);
            provisions << tr("%1: %2, %3", "done about a need: %1 worker, %2 what, %3 by when")
                              .arg(isMe(task.get(action::kOwnerAgency), owner) ? tr("You", "owner of an action")
                                                                               : workerName(owner),
                                   shown(task.get(action::kWhat)), wording.nearDate(task.get(action::kDue)));
        }
    }
    map[QStringLiteral("provisions")] = provisions;
    return map;
}

QVariantMap PlanReader::goal(const Record& record) const {
    namespace g = frontsheet::goal;
    const auto& f = record.fields;
    const auto state = f.text(g::kState);
    QVariantMap map = row(record);
    map[QStringLiteral("text")] = tr("“%1”", "somebody's own words").arg(shown(f.get(g::kWords)));
    map[QStringLiteral("chip")] = stateChip(choiceWords(record.type, g::kState.tag, state),
                                            state == "reached"        ? "check-circle"
                                            : state == "part-reached" ? "half"
                                            : state == "set"          ? "flag"
                                                                      : "stop",
                                            state == "reached" ? ChipKind::Tint : ChipKind::Outline);
    map[QStringLiteral("looksLike")] = shown(f.get(g::kLooksLike));
    map[QStringLiteral("by")] =
        f.text(g::kBy).empty() ? QString{} : tr("By %1", "a goal: %1 date").arg(wording.nearDate(f.get(g::kBy)));
    map[QStringLiteral("late")] = overdue(care::daysLate(record, wording.today()));
    map[QStringLiteral("result")] = shown(f.get(g::kResult));
    map[QStringLiteral("ended")] = !care::isOpen(record);
    return map;
}

} // namespace frontsheet
