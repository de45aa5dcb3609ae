#include "app/viewmodels/report_wording.h"

#include <algorithm>

namespace frontsheet {

using report::Fate;
using report::Pace;
using Journey = report::ReferralJourney;
using report::Shown;
using report::Step;
using report::ToldTo;
using report::WishKept;

namespace {

QString fateKey(Fate fate) { return QStringLiteral("fate-%1").arg(static_cast<int>(fate)); }
QString wishKey(WishKept wish) { return QStringLiteral("home-%1").arg(static_cast<int>(wish)); }
QString stateKey(ReferralState state) { return QStringLiteral("state-%1").arg(static_cast<int>(state)); }
QString ageKey(report::OpenFor age) { return QStringLiteral("open-%1").arg(static_cast<int>(age)); }

enum class Tone : std::uint8_t { Plain, Attention };

// One section on its way, with bars as parts of `whole`.
class Section {
public:
    Section(QString title, Shown whole) : m_title(std::move(title)), m_whole(whole) {}

    void add(const QString& key, Shown number, const QString& text, Tone tone = Tone::Plain) {
        const bool bar = number && m_whole && *m_whole > 0;
        const bool some = number != Shown{0};
        m_figures << QVariantMap{
            {QStringLiteral("key"), key},
            {QStringLiteral("number"),
             number ? QString::number(*number) : ReportWording::tr("few", "a number that is not told")},
            {QStringLiteral("text"), text},
            {QStringLiteral("share"), bar ? static_cast<double>(*number) / static_cast<double>(*m_whole) : -1.0},
            {QStringLiteral("attention"), tone == Tone::Attention && some},
            {QStringLiteral("leads"), some && !key.isEmpty()}};
    }
    void addSome(const QString& key, Shown number, const QString& text, Tone tone = Tone::Plain) {
        if (number != Shown{0}) {
            add(key, number, text, tone);
        }
    }
    void note(const QString& sentence) { m_notes << sentence; }
    [[nodiscard]] QVariantMap done() const {
        return {{QStringLiteral("title"), m_title},
                {QStringLiteral("figures"), m_figures},
                {QStringLiteral("notes"), m_notes}};
    }

private:
    QString m_title;
    Shown m_whole;
    QVariantList m_figures;
    QStringList m_notes;
};

} // namespace

QString ReportWording::days(const report::ReportPeriod& period) const {
    return tr("%1 to %2", "days of a report").arg(wording.isoDate(period.from), wording.isoDate(period.until));
}

QVariantList ReportWording::cohort(const report::Cohort& cohort, ToldTo whom) const {
    const auto is = figuresOf(cohort, whom);
    Section all(tr("Left hospital for care", "report: section"), is.discharged);
    all.add(QStringLiteral("all"), is.discharged, tr("People discharged in these days"));
    all.add(fateKey(Fate::DiedWithin), is.of(Fate::DiedWithin), tr("Died within two months"));
    all.addSome(fateKey(Fate::DiedUnclear), is.of(Fate::DiedUnclear),
                tr("Died, and whether within two months cannot be told from what is recorded"), Tone::Attention);
    all.add(QStringLiteral("others"), is.others, tr("Lived beyond that, for all that is recorded"));
    all.addSome(QStringLiteral("early"), is.early,
                tr("Left hospital less than two months ago: this is not the last word on them"));
    if (cohort.straightHome > 0) {
        all.note(tr("Who went straight home from hospital is not among them."));
    }
    if (cohort.undated > 0) {
        all.note(tr("Placements without a full date of discharge are in no report. Add the date on the placement."));
    }
    if (cohort.doubtful > 0) {
        all.note(tr("Somebody is recorded as having died before they were discharged. One of the dates is wrong."));
    }

    Section since(tr("Of those who lived beyond two months", "report: section"), is.others);
    since.add(fateKey(Fate::ReturnedHome), is.of(Fate::ReturnedHome), tr("Went home again"));
    since.addSome(fateKey(Fate::AtHomeOnTrial), is.of(Fate::AtHomeOnTrial), tr("Are trying it at home"));
    since.add(fateKey(Fate::StillThere), is.of(Fate::StillThere), tr("Are still there"));
    since.addSome(fateKey(Fate::Moved), is.of(Fate::Moved), tr("Moved to live somewhere else"));
    since.addSome(fateKey(Fate::InHospital), is.of(Fate::InHospital), tr("Went back to hospital"));
    since.addSome(fateKey(Fate::DiedLater), is.of(Fate::DiedLater), tr("Died later"));
    since.addSome(fateKey(Fate::NotSaid), is.of(Fate::NotSaid), tr("Nothing is recorded of them since"),
                  Tone::Attention);
    since.addSome(QStringLiteral("again"), is.placedAgain, tr("Were placed again after they had gone home"));

    Section wish(tr("Whether going home was their wish", "report: section"), is.of(Fate::ReturnedHome));
    wish.add(wishKey(WishKept::Met), is.homeAs(WishKept::Met), tr("Went home as they wished"));
    wish.addSome(wishKey(WishKept::PartlyMet), is.homeAs(WishKept::PartlyMet), tr("Partly as they wished"));
    wish.add(wishKey(WishKept::Against), is.homeAs(WishKept::Against), tr("Went home against their wish"),
             Tone::Attention);
    wish.addSome(wishKey(WishKept::NotSaid), is.homeAs(WishKept::NotSaid), tr("Whether they wished it is not recorded"),
                 Tone::Attention);
    return {all.done(), since.done(), wish.done()};
}

QString ReportWording::took(std::int32_t value, Pace pace) const {
    if (pace == Pace::WorkingDays) {
        return value == 0 ? tr("the same day", "within") : tr("%n working day(s)", "within", value);
    }
    const int hours = (value + 59) / 60;
    if (value < 120) {
        return tr("%n minute(s)", "within", value);
    }
    return hours < 72 ? tr("%n hour(s)", "within", hours) : tr("%n day(s)", "within", (hours + 23) / 24);
}

QString ReportWording::stepSentence(const report::StepFigures& step) const {
    const QString what = step.step == Step::Acknowledged ? tr("Seen or answered", "how long it took")
                         : step.step == Step::Contacted  ? tr("The person contacted", "how long it took")
                                                         : tr("Ended, with an outcome or a reason", "how long it took");
    const QString half =
        step.middle ? tr("half within %1", "%1 time").arg(took(*step.middle, step.pace)) : tr("fewer than half so far");
    const QString slow = step.slowEnd ? tr("nine of ten within %1", "%1 time").arg(took(*step.slowEnd, step.pace))
                                      : tr("nine of ten not yet");
    return tr("%1: %2, %3.", "what, how long half took, how long nine of ten took").arg(what, half, slow);
}

QVariantList ReportWording::loop(const report::ReferralLoop& loop, std::uint32_t service, ToldTo whom) const {
    const auto is = figuresOf(loop, service, whom);
    Section sent(tr("In these days", "report: section on referrals"), is.arrived);
    sent.add(QStringLiteral("arrived"), is.arrived, tr("Referrals and concerns"));
    sent.add(stateKey(ReferralState::Completed), is.completed, tr("Completed, with an outcome"));
    sent.add(stateKey(ReferralState::Declined), is.declined, tr("Declined, with a reason"));
    sent.addSome(stateKey(ReferralState::Withdrawn), is.withdrawn, tr("Withdrawn by the sender"));
    sent.add(QStringLiteral("still"), is.stillOpen, tr("Still open"));

    Section times(tr("How long it took", "report: section"), {});
    for (const auto& step : is.steps) {
        times.note(stepSentence(step));
    }
    if (is.steps.empty()) {
        times.note(tr("Nothing to measure in these days."));
    } else {
        times.note(
            tr("Working days where the service promised working days. What has not got there yet counts as longest."));
    }

    Section word(tr("What the referrer heard", "report: section"),
                 is.completed && is.declined ? Shown{*is.completed + *is.declined} : Shown{});
    word.add(QStringLiteral("told"), is.feedbackGiven, tr("Ended with words for the referrer"));
    word.addSome(QStringLiteral("read"), is.feedbackRead, tr("Of these, read by somebody there"));

    Section open(tr("Open now, from these days and before", "report: section"), is.open);
    open.add(QStringLiteral("open"), is.open, tr("Open"));
    open.addSome(QStringLiteral("overdue"), is.overdue, tr("Past the time to answer"), Tone::Attention);
    open.addSome(QStringLiteral("unowned"), is.unowned, tr("Nobody has taken it yet"));
    open.addSome(QStringLiteral("sender"), is.waitsForSender, tr("Wait for the sender"));
    const QString ages[] = {tr("Up to 2 working days old"), tr("3 to 5 working days old"),
                            tr("6 to 10 working days old"), tr("11 to 20 working days old"),
                            tr("Older than 20 working days")};
    for (const auto age : report::kOpenFor) {
        const auto at = static_cast<std::size_t>(age);
        open.addSome(ageKey(age), is.openFor[at], ages[at]);
    }
    return {sent.done(), times.done(), word.done(), open.done()};
}

QString ReportWording::serviceName(const report::ReferralService& service, const Directory& directory) const {
    const auto* entry = directory.service(service.service);
    const QString agency = shown(directory.agency(service.agency).name);
    QString name = entry != nullptr           ? shown(entry->name)
                   : !service.service.empty() ? shown(service.service.str())
                   : agency.isEmpty()         ? shown(service.agency.str())
                                              : agency;
    return service.asked == report::Asked::Concern ? tr("%1, concerns", "%1 service").arg(name) : name;
}

QVariantList ReportWording::services(const report::ReferralLoop& loop, const Directory& directory) const {
    QVariantList rows;
    for (const auto place : servicesTold(loop, ToldTo::TheirOwnWorkers)) {
        const auto sums = loop.sums(place);
        const auto& service = loop.services[place];
        rows << QVariantMap{
            {QStringLiteral("place"), static_cast<int>(place)},
            {QStringLiteral("name"), serviceName(service, directory)},
            {QStringLiteral("badge"), badge(directory.agency(service.agency))},
            {QStringLiteral("line"),
             tr("%1 in these days, %2 open", "referrals to one service").arg(sums.arrived).arg(sums.open)}};
    }
    return rows;
}

QString ReportWording::toPassOn(const QString& head, const QVariantList& sections) const {
    QStringList lines{head};
    bool few = false;
    for (const auto& each : sections) {
        const auto section = each.toMap();
        lines << QString{} << section.value(QStringLiteral("title")).toString();
        for (const auto& one : section.value(QStringLiteral("figures")).toList()) {
            const auto figure = one.toMap();
            const QString number = figure.value(QStringLiteral("number")).toString();
            few = few || number == tr("few", "a number that is not told");
            lines << tr("%1: %2", "what a report counts, the number")
                         .arg(figure.value(QStringLiteral("text")).toString(), number);
        }
        lines << section.value(QStringLiteral("notes")).toStringList();
    }
    if (few) {
        lines << QString{}
              << tr("“few”: fewer than 5, or it would tell such a number. Nobody is to be told apart by a report.");
    }
    return lines.join(QLatin1Char('\n'));
}

QString ReportWording::became(const report::CohortPerson& person) const {
    const QString left = tr("Left hospital %1", "%1 date").arg(wording.isoDate(person.dischargedOn));
    const QString since = person.since.empty() ? QString{} : wording.isoDate(person.since);
    const auto on = [&](const QString& what, const QString& dated) {
        return since.isEmpty() ? what : dated.arg(since);
    };
    QString then;
    switch (person.fate) {
    case Fate::DiedWithin:
    case Fate::DiedLater:
    case Fate::DiedUnclear:
        then = on(tr("Died"), tr("Died %1", "%1 date"));
        break;
    case Fate::ReturnedHome:
        then = on(tr("Home again"), tr("Home again %1", "%1 date"));
        break;
    case Fate::Moved:
        then = on(tr("Moved"), tr("Moved %1", "%1 date"));
        break;
    case Fate::InHospital:
        then = on(tr("Back in hospital"), tr("Back in hospital %1", "%1 date"));
        break;
    case Fate::AtHomeOnTrial:
        then = on(tr("Trying it at home"), tr("Trying it at home since %1", "%1 date"));
        break;
    case Fate::StillThere:
        then = on(tr("Still there"), tr("Still there when reviewed, %1", "%1 date"));
        break;
    case Fate::NotSaid:
        then = tr("Nothing recorded since");
        break;
    }
    return tr("%1. %2.", "two short statements about one person").arg(left, then);
}

QString ReportWording::stands(const Journey& course) const {
    if (!isOpen(course.state)) {
        return course.state == ReferralState::Completed  ? tr("Completed")
               : course.state == ReferralState::Declined ? tr("Declined")
                                                         : tr("Withdrawn");
    }
    const QString age =
        course.openDays == 0 ? tr("Arrived today") : tr("Open for %n working day(s)", "referral", course.openDays);
    return course.overdue ? tr("%1. Past the time to answer.", "%1 how long it is open").arg(age) : age + u'.';
}

bool isBehind(const QString& key, const report::CohortPerson& person) {
    const bool home = person.fate == Fate::ReturnedHome;
    if (key == QStringLiteral("others")) {
        return person.fate != Fate::DiedWithin && person.fate != Fate::DiedUnclear;
    }
    return key == QStringLiteral("all") || (key == QStringLiteral("early") && person.early) ||
           (key == QStringLiteral("again") && person.placedAgain) || key == fateKey(person.fate) ||
           (home && key == wishKey(person.wish));
}

bool isBehind(const QString& key, const Journey& course) {
    const bool open = isOpen(course.state);
    if (key == QStringLiteral("open")) {
        return open;
    }
    if (key == QStringLiteral("sender")) {
        return open && waitsFor(course.state) == WaitsFor::Sender;
    }
    if (open &&
        (key == ageKey(report::openForOf(course.openDays)) || (key == QStringLiteral("overdue") && course.overdue) ||
         (key == QStringLiteral("unowned") && course.unowned))) {
        return true;
    }
    return course.inPeriod &&
           (key == QStringLiteral("arrived") || (key == QStringLiteral("still") && open) ||
            (key == QStringLiteral("told") && course.feedbackGiven) ||
            (key == QStringLiteral("read") && course.feedbackRead) || (!open && key == stateKey(course.state)));
}

} // namespace frontsheet
