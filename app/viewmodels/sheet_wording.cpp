#include "app/viewmodels/sheet_wording.h"

#include "app/viewmodels/door_wording.h"
#include "app/viewmodels/placement_wording.h"
#include "app/viewmodels/plan_wording.h"
#include "core/domain/care/door_sheet.h"
#include "core/domain/care/person_sheet.h"
#include "core/domain/care/plan_glance.h"
#include "core/domain/care/plan_sheet.h"
#include "core/domain/care/who_decides.h"
#include "core/domain/schema/about_person.h"
#include "core/domain/schema/care_plan.h"
#include "core/domain/schema/safety.h"
#include "core/domain/schema/view.h"

#include <algorithm>

namespace frontsheet {

namespace {

using Kind = care::DoorFact::Kind;

constexpr qsizetype kAllergiesInBanner = 3;

QVariantMap ownWordsRow(const QString& title, const QString& words, const QString& date, const QVariantMap& badge) {
    return {{QStringLiteral("title"), title},
            {QStringLiteral("words"), SheetWording::tr("“%1”", "somebody's own words").arg(words)},
            {QStringLiteral("date"), date},
            {QStringLiteral("badge"), badge}};
}

} // namespace

QVariantMap SheetWording::badgeOf(const Record& record) const {
    return badge(m_directory.agency(record.home), m_wording.date(record.occurredAt));
}

QVariantMap SheetWording::legalStatus(const Alert& alert) const {
    return {
        {QStringLiteral("iconName"), QStringLiteral("shield")},
        {QStringLiteral("title"), tr("Legal status.", "alert: Mental Health Act and the like")},
        {QStringLiteral("detail"), capitalised(shown(alert.text))},
        {QStringLiteral("secret"), QString{}},
        {QStringLiteral("record"), shown(alert.record.hex())},
        {QStringLiteral("grave"), false},
        {QStringLiteral("badge"), badge(m_directory.agency(alert.source.agency), m_wording.date(alert.source.asOf))}};
}

QVariantList SheetWording::alerts(const FrontSheet& sheet, const care::DoorSheet& door) const {
    const DoorWording words{m_wording, m_directory};
    QVariantList out;
    QVariantList gettingIn; // the last of them at the door, and here
    for (const auto& fact : door.facts) {
        if (fact.kind != Kind::Death) {
            (fact.kind == Kind::GettingIn ? gettingIn : out) << words.fact(fact);
        }
    }
    for (const auto& one : sheet.alerts) {
        if (one.kind == Alert::Kind::LegalStatus) {
            out << legalStatus(one);
        }
    }
    return out + gettingIn;
}

QString SheetWording::allergies(const care::DoorSheet& door) const {
    QStringList substances;
    for (const auto& fact : door.facts) {
        const QString substance = shown(fact.text);
        if (fact.kind == Kind::Allergy && !substances.contains(substance, Qt::CaseInsensitive)) {
            substances << substance;
        }
    }
    if (substances.isEmpty()) {
        return {};
    }
    const qsizetype more = substances.size() - kAllergiesInBanner;
    const QString listed = substances.mid(0, kAllergiesInBanner).join(QStringLiteral(", "));
    return more > 0
               ? tr("Allergies: %1 and %2 more", "patient banner, %1 substances, %2 how many").arg(listed).arg(more)
           : substances.size() == 1 ? tr("Allergy: %1", "patient banner, %1 substance").arg(listed)
                                    : tr("Allergies: %1", "patient banner, %1 substances").arg(listed);
}

QVariantList SheetWording::ownWords(const care::PlanGlance& plan, const QString& called) const {
    const QString wants = tr("What %1 wants", "front sheet, %1 name as people say it").arg(called);
    QVariantList out;
    const auto putWish = [&] {
        const auto& f = plan.wish->fields;
        const QString on = m_wording.nearDate(f.get(view::kSaidOn));
        out << ownWordsRow(wants, shown(f.get(view::kSaid)).trimmed(),
                           on.isEmpty() ? QString{} : tr("said %1", "own words, %1 date").arg(on),
                           badge(m_directory.agency(plan.wish->home)));
    };
    const auto saidOn = plan.wish ? plan.wish->fields.get(view::kSaidOn) : std::string{};
    bool put = !plan.wish;
    for (const auto& said : plan.wishes) { // newest first, and so is the view among them
        if (!put && said.on <= saidOn) {
            putWish();
            put = true;
        }
        out << ownWordsRow(wants, capitalised(shown(said.words)).trimmed(), PlacementWords{m_wording}.whenSaid(said),
                           badge(m_directory.agency(said.home)));
    }
    if (!put) {
        putWish();
    }
    if (plan.matters) {
        const auto& f = plan.matters->fields;
        const QString on = m_wording.nearDate(f.get(about_me::kSaidOn));
        out << ownWordsRow(tr("What matters most to %1", "front sheet, %1 name as people say it").arg(called),
                           shown(f.get(about_me::kImportant)).trimmed(),
                           on.isEmpty() ? QString{} : tr("said %1", "own words, %1 date").arg(on),
                           badge(m_directory.agency(plan.matters->home)));
    }
    return out;
}

QVariantList SheetWording::toRing(const care::DoorSheet& door, const care::PersonSheet& person) const {
    QVariantList out;
    for (const auto& one : door.toRing) {
        out << DoorWording::toRing(one);
    }
    for (const auto& record : person.decided) {
        const auto& f = record.fields;
        if (!care::namesDecisionMaker(record) || f.text(advance_plan::kHolderName).empty()) {
            continue;
        }
        const QString what = choiceWords(record.type, advance_plan::kKind.tag, f.text(advance_plan::kKind));
        const bool noForce = care::powerOf(record) == care::Power::NotRegistered;
        out << QVariantMap{{QStringLiteral("name"), shown(f.get(advance_plan::kHolderName))},
                           {QStringLiteral("detail"),
                            noForce ? tr("%1. Not registered: it has no force yet.", "%1 attorney").arg(what) : what},
                           {QStringLiteral("phone"), shown(f.get(advance_plan::kHolderPhone))}};
    }
    return out;
}

QVariantList SheetWording::medicines(const care::PersonSheet& person) const {
    struct Agencys {
        AgencyId home;
        std::string asOf;
        QStringList lines;
    };
    std::vector<Agencys> found;
    for (const auto& record : person.medicines) {
        const auto& f = record.fields;
        auto at = std::find_if(found.begin(), found.end(), [&](const Agencys& a) { return a.home == record.home; });
        if (at == found.end()) {
            at = found.insert(found.end(), Agencys{record.home, {}, {}});
        }
        at->asOf = std::max(at->asOf, f.get(medicine::kAsOf));
        const QString name = capitalised(shown(f.get(medicine::kName)));
        const QString dose = f.get(medicine::kAsNeeded) == 1
                                 ? tr("%1, when needed", "medicine, %1 dose").arg(shown(f.get(medicine::kDose)))
                                 : shown(f.get(medicine::kDose));
        at->lines << (dose.isEmpty() ? name : tr("%1: %2", "%1 medicine, %2 dose").arg(name, dose));
    }
    QVariantList out;
    for (const auto& one : found) {
        const QString asOf =
            one.asOf.empty() ? QString{} : tr("as of %1", "medicines, %1 date").arg(m_wording.nearDate(one.asOf));
        out << QVariantMap{{QStringLiteral("lines"), one.lines},
                           {QStringLiteral("badge"), badge(m_directory.agency(one.home), asOf)}};
    }
    return out;
}

QVariantMap SheetWording::plan(const care::PlanGlance& plan) const {
    QVariantList leads;
    for (const auto& record : plan.leads) {
        const auto& f = record.fields;
        const auto owner = m_directory.worker(f.get(care_plan::kCaseOwner));
        const bool late = care::daysLate(record, m_wording.today()) > 0;
        const QString review = m_wording.nearDate(f.get(care_plan::kReviewDue));
        leads << QVariantMap{
            {QStringLiteral("text"), tr("%1 is case owner", "front sheet, plan: %1 worker").arg(shown(owner.name))},
            {QStringLiteral("detail"), review.isEmpty() ? QString{}
                                       : late           ? tr("Review was due %1", "plan, %1 date").arg(review)
                                                        : tr("Review %1", "plan, %1 date").arg(review)},
            {QStringLiteral("late"), late},
            {QStringLiteral("badge"), badgeOf(record)}};
    }
    QStringList work;
    if (plan.openActions > 0) {
        work << tr("%n action(s) open", "front sheet, plan", plan.openActions);
    }
    if (plan.lateActions > 0) {
        work << tr("%n late", "front sheet, plan: of the actions", plan.lateActions);
    }
    if (plan.unmetNeeds > 0) {
        work << tr("%n need(s) unmet", "front sheet, plan", plan.unmetNeeds);
    }
    return {
        {QStringLiteral("leads"), leads},
        {QStringLiteral("work"), work.join(QStringLiteral(", "))},
        {QStringLiteral("late"), plan.lateActions > 0},
        {QStringLiteral("crisis"),
         plan.crisis ? tr("What to do in a crisis", "front sheet: there is a crisis plan") : QString{}},
        {QStringLiteral("twoLeads"),
         leads.size() > 1 ? tr("Two agencies lead a plan. One of them must close theirs.", "front sheet") : QString{}}};
}

QString SheetWording::onOneLine(const std::string& lines) {
    QStringList said;
    for (const QString& line : shown(lines).split(QLatin1Char('\n'))) {
        QString words = line.simplified();
        while (words.endsWith(QLatin1Char(','))) {
            words.chop(1);
        }
        if (!words.isEmpty()) {
            said << words;
        }
    }
    return said.join(QStringLiteral(", "));
}

} // namespace frontsheet
