#include "app/viewmodels/placement_model.h"

#include "app/viewmodels/placement_wording.h"
#include "app/viewmodels/referral_wording.h"
#include "app/viewmodels/tuning.h"
#include "core/domain/calendar.h"
#include "core/domain/care/placement_rules.h"
#include "core/domain/care/state_machine.h"
#include "core/domain/schema/care_plan.h"
#include "core/domain/schema/placement.h"
#include "core/domain/schema/placement_parts.h"
#include "core/domain/typed_date.h"

#include <algorithm>
#include <array>

namespace frontsheet {

namespace {

using care::ItemStands;

constexpr std::array<const char*, 5> kConclusions{"towards-home", "trial-at-home", "settled", "home", "move"};
constexpr std::array<const char*, 8> kReasons{"person-unwell", "family-away", "home-not-ready",       "no-provider",
                                              "no-transport",  "staff-short", "waiting-for-decision", "other"};
constexpr std::array<const char*, 5> kOutcomes{"returned-home", "still-there", "moved", "hospital", "died"};
constexpr std::array<const char*, 4> kWishes{"met", "partly-met", "against", "not-known"};
constexpr std::size_t kMostAsked = 6;

template <std::size_t N>
std::string codeAt(const std::array<const char*, N>& codes, int at) {
    return at >= 0 && at < static_cast<int>(N) ? codes[static_cast<std::size_t>(at)] : std::string{};
}

template <std::size_t N, class Words>
QStringList wordsOf(const std::array<const char*, N>& codes, Words words) {
    QStringList out;
    for (const char* code : codes) {
        out << words(code);
    }
    return out;
}

QVariantMap workerRow(const WorkerEntry& worker, const Directory& directory) {
    return {{QStringLiteral("agency"), shown(worker.agency.str())},
            {QStringLiteral("worker"), shown(worker.code.str())},
            {QStringLiteral("name"), shown(worker.name)},
            {QStringLiteral("role"), capitalised(shown(worker.role))},
            {QStringLiteral("badge"), badge(directory.agency(worker.agency))}};
}

QString goalState(std::string_view code) {
    return code == "reached"        ? PlacementModel::tr("Reached", "goal")
           : code == "part-reached" ? PlacementModel::tr("Partly reached", "goal")
           : code == "not-reached"  ? PlacementModel::tr("Not reached", "goal")
           : code == "given-up"     ? PlacementModel::tr("Given up", "goal")
                                    : PlacementModel::tr("Working on it", "goal");
}

QString kindWords(const std::string& kind) {
    return kind == "residential" ? PlacementModel::tr("Residential care", "placement")
           : kind == "nursing"   ? PlacementModel::tr("Nursing care", "placement")
           : kind == "respite"   ? PlacementModel::tr("Respite", "placement")
           : kind == "trial"     ? PlacementModel::tr("On trial", "placement")
           : kind == "permanent" ? PlacementModel::tr("For good", "placement")
                                 : capitalised(shown(kind));
}

} // namespace

QStringList PlacementModel::conclusions() const {
    const bool onTrial = m_shown.page.value(QStringLiteral("onTrial")).toBool();
    return wordsOf(kConclusions, onTrial ? PlacementWords::conclusionOfATrial : PlacementWords::conclusion);
}
QStringList PlacementModel::reasons() const {
    return wordsOf(kReasons, [](std::string_view code) { return capitalised(PlacementWords::because(code)); });
}
QStringList PlacementModel::outcomes() const {
    return wordsOf(kOutcomes, [](const char* code) { return PlacementWords::outcome(code); });
}
QStringList PlacementModel::wishes() const {
    return wordsOf(kWishes, [](const char* code) { return PlacementWords::wishMet(code); });
}
bool PlacementModel::concludesEnd(int conclusion) const {
    const auto code = codeAt(kConclusions, conclusion);
    return code == "home" || code == "move";
}
bool PlacementModel::concludesTrial(int conclusion) const {
    return codeAt(kConclusions, conclusion) == "trial-at-home";
}
bool PlacementModel::isDeath(int outcome) const { return codeAt(kOutcomes, outcome) == "died"; }

void PlacementModel::open(const QString& placementId) {
    if (placementId != m_id) {
        clear();
        m_id = placementId;
    }
    read();
}

void PlacementModel::refresh() {
    if (!m_id.isEmpty()) {
        read();
    }
}

void PlacementModel::clear() {
    ++m_visit;
    m_id.clear();
    m_personId.clear();
    m_shown = {};
    m_items.clear();
    m_candidates.clear();
    m_directory = {};
    setBusy(false);
    setLoaded(false);
    forgetFaults();
    emit changed();
    emit candidatesChanged();
}

void PlacementModel::read() {
    const auto id = RecordId::fromHex(m_id.toStdString());
    if (!id) {
        fail({ErrorCode::NotFound, "placement"});
        return;
    }
    struct Found {
        PlacementPage page;
        Directory directory;
        std::string today;
    };
    run(
        Lane::Read,
        [id = *id](OpenDesk& desk) -> Result<Found> {
            Found found;
            FS_ASSIGN(found.page, desk.placements.open(id));
            FS_ASSIGN(found.directory, desk.directory());
            found.today = today(desk.workplace);
            return found;
        },
        [this, visit = m_visit](Result<Found> found) {
            if (visit != m_visit) {
                return;
            }
            if (!found) {
                fail(found.error());
                return;
            }
            m_directory = std::move(found->directory);
            m_today = std::move(found->today);
            show(found->page);
            emit changed();
            setLoaded(true);
        });
}

void PlacementModel::show(const PlacementPage& found) {
    const auto& sheet = found.sheet;
    m_personId = shown(sheet.placement.person.hex());
    m_shown = {};
    m_shown.page = heading(found);
    m_shown.discharged = sheet.placement.fields.get(placement::kDischargedOn);
    m_shown.facts = factsOf(sheet.placement);
    m_shown.homePhone = shown(sheet.placement.fields.get(placement::kPhone));
    m_shown.editable = sheet.placement.home == me().agency;
    m_shown.mine = sheet.placement.home == me().agency && sheet.card.stage != "ended" && !sheet.card.hasDied;
    showPassing(sheet.placement);
    m_shown.outcome = outcomeOf(sheet);
    m_shown.steps = PlacementWords::steps(found.steps);
    for (const auto& said : sheet.ownWords) {
        m_shown.ownWords << QVariantMap{{QStringLiteral("words"), ReferralReader::quoted(said.words)},
                                        {QStringLiteral("when"), PlacementWords{wording()}.whenSaid(said)}};
    }
    for (const auto& line : sheet.schedule) {
        using State = care::ScheduledReview::State;
        const char* state = line.state == State::Held      ? "held"
                            : line.state == State::Overdue ? "overdue"
                            : line.state == State::Due     ? "due"
                                                           : "tocome";
        m_shown.schedule << QVariantMap{
            {QStringLiteral("text"), line.state == State::Held      ? tr("Held", "review")
                                     : line.state == State::Overdue ? tr("Overdue", "review")
                                     : line.state == State::Due     ? tr("Next", "review")
                                                                    : tr("To come", "review")},
            {QStringLiteral("on"), wording().isoDate(line.state == State::Held ? line.heldOn : line.due)},
            {QStringLiteral("state"), QString::fromLatin1(state)}};
    }
    for (const auto& review : sheet.reviews) {
        const auto& f = review.fields;
        const auto reviewer = f.get(placement_review::kReviewer);
        const QString on = wording().isoDate(f.get(placement_review::kHeldOn));
        m_shown.reviews << QVariantMap{
            {QStringLiteral("title"),
             reviewer.empty()
                 ? on
                 : tr("%1, by %2", "review, %1 date, %2 worker").arg(on, shown(m_directory.worker(reviewer).name))},
            {QStringLiteral("words"), f.text(placement_review::kOwnWords).empty()
                                          ? tr("Could not be asked: %1", "review, %1 reason")
                                                .arg(shown(f.get(placement_review::kOwnWordsMissing)))
                                          : ReferralReader::quoted(f.get(placement_review::kOwnWords))},
            {QStringLiteral("findings"), shown(f.get(placement_review::kFindings))},
            {QStringLiteral("conclusion"), PlacementWords::conclusion(f.text(placement_review::kConclusion))}};
    }
    for (const auto& slip : sheet.slips) {
        const auto& f = slip.fields;
        m_shown.slips << QVariantMap{
            {QStringLiteral("text"),
             tr("From %1 to %2: %3", "date that slipped, %3 reason")
                 .arg(wording().isoDate(f.get(slippage::kFrom)), wording().isoDate(f.get(slippage::kTo)),
                      PlacementWords::because(f.text(slippage::kBecause)))},
            {QStringLiteral("words"), shown(f.get(slippage::kWords))},
            {QStringLiteral("when"), wording().date(slip.occurredAt)}};
    }
    for (const auto& goal : sheet.goals) {
        const auto& f = goal.fields;
        const QString by = wording().isoDate(f.get(goal::kBy));
        m_shown.goals << QVariantMap{{QStringLiteral("id"), shown(goal.id.hex())},
                                     {QStringLiteral("words"), shown(f.get(goal::kWords))},
                                     {QStringLiteral("detail"), by.isEmpty() ? shown(f.get(goal::kLooksLike))
                                                                             : tr("by %1", "goal, %1 date").arg(by)},
                                     {QStringLiteral("state"), goalState(f.text(goal::kState))}};
    }
    for (const auto& episode : sheet.episodes) {
        m_shown.episodes << episodeRow(episode);
    }
    m_items.clear();
    for (const auto& item : sheet.checklist) {
        m_items[shown(item.item.id.hex())] = item.item.fields.get(checklist_item::kItem);
        m_shown.checklist << itemRow(item, m_shown.mine);
    }
}

QVariantMap PlacementModel::heading(const PlacementPage& found) const {
    const auto& card = found.sheet.card;
    const auto& f = found.sheet.placement.fields;
    const PlacementWords words{wording()};
    const QString from = shown(f.get(placement::kFrom));
    const QString on = wording().isoDate(card.dischargedOn);
    QString died;
    if (card.hasDied) {
        const QString day = found.sheet.died ? wording().isoDate(found.sheet.died->on) : QString{};
        const QString who =
            found.sheet.died ? shown(m_directory.agency(found.sheet.died->because.home).shortName) : QString{};
        died = day.isEmpty() ? tr("Has died. %1 recorded it.", "placement, %1 agency").arg(who)
                             : tr("Died on %1. %2 recorded it.", "placement, %1 date, %2 agency").arg(day, who);
    }
    return {{QStringLiteral("title"), card.placedAt.empty() ? tr("Placement") : shown(card.placedAt)},
            {QStringLiteral("stage"), PlacementWords::stage(card.stage)},
            {QStringLiteral("ended"), card.stage == "ended"},
            {QStringLiteral("where"), PlacementWords::where(card)},
            {QStringLiteral("detail"),
             from.isEmpty() ? tr("Discharged %1", "placement, %1 date").arg(on)
                            : tr("Discharged %1 from %2", "placement, %1 date, %2 hospital").arg(on, from)},
            {QStringLiteral("since"), capitalised(PlacementWords::since(card))},
            {QStringLiteral("due"), words.due(card)},
            {QStringLiteral("dueOn"), words.dueOn(card)},
            {QStringLiteral("overdue"), care::isOverdue(card)},
            {QStringLiteral("soon"), care::isOverdue(card) || card.daysLeft <= tuning::kReviewSoonDays},
            {QStringLiteral("slipped"), PlacementWords::slipped(card)},
            {QStringLiteral("died"), died},
            {QStringLiteral("trial"), PlacementWords::trial(card)},
            {QStringLiteral("trialWhole"), words.trialWhole(card)},
            {QStringLiteral("onTrial"), card.stage == "trial-at-home"},
            {QStringLiteral("ready"), card.readiness.ready},
            {QStringLiteral("readyOf"), card.readiness.of},
            {QStringLiteral("readyText"), PlacementWords::ready(card.readiness)},
            {QStringLiteral("nextReview"), wording().isoDate(found.nextReview)},
            {QStringLiteral("unasked"), found.sheet.ownWords.empty()},
            {QStringLiteral("unaskedBecause"), shown(f.get(placement::kWishNotAskedBecause))},
            {QStringLiteral("officer"), card.officer.empty() ? tr("No reviewing officer", "placement")
                                                             : shown(m_directory.worker(card.officer).name)},
            {QStringLiteral("badge"), badge(m_directory.agency(found.sheet.placement.home))}};
}

QVariantList PlacementModel::factsOf(const Record& record) const {
    const auto& f = record.fields;
    QVariantList facts;
    const auto add = [&](const QString& label, const QString& text) {
        if (!text.isEmpty()) {
            facts << QVariantMap{{QStringLiteral("label"), label}, {QStringLiteral("text"), text}};
        }
    };
    const auto officer = f.get(placement::kReviewingOfficer);
    add(tr("Reviewing officer", "placement"),
        officer.empty() ? tr("Nobody yet", "reviewing officer") : shown(m_directory.worker(officer).name));
    add(tr("Kind", "placement"), kindWords(f.get(placement::kKind)));
    add(tr("Pathway", "placement"), shown(f.get(placement::kPathway)));
    add(tr("Town", "placement"), shown(f.get(placement::kTown)));
    add(tr("Paid by", "placement"), capitalised(shown(f.get(placement::kFundedBy))));
    if (const auto pence = f.get(placement::kWeeklyCostPence); pence > 0) {
        add(tr("A week", "placement: cost"),
            QLocale(QLocale::English, QLocale::UnitedKingdom).toCurrencyString(static_cast<double>(pence) / 100.0));
    }
    return facts;
}

QVariantMap PlacementModel::itemRow(const care::WayHomeItem& one, bool going) const {
    const auto& f = one.item.fields;
    const auto code = f.get(checklist_item::kItem);
    const QString text = shown(f.get(checklist_item::kText));
    QString standing;
    QString detail;
    bool late = false;
    QVariantMap of;
    if (one.task) {
        const auto& t = one.task->fields;
        const QString owner = shown(m_directory.worker(t.get(action::kOwner)).name);
        const QString due = wording().isoDate(t.get(action::kDue));
        const auto left = daysBetween(m_today, t.text(action::kDue));
        late = left && *left < 0 && (one.standing == ItemStands::Asked || one.standing == ItemStands::Taken);
        of = badge(m_directory.agency(t.get(action::kOwnerAgency)), owner);
        switch (one.standing) {
        case ItemStands::Asked:
            standing = tr("Asked %1, by %2", "task, %1 worker, %2 date").arg(owner, due);
            break;
        case ItemStands::Taken:
            standing = tr("%1 does it by %2", "task, %1 worker, %2 date").arg(owner, due);
            break;
        case ItemStands::Declined:
            standing = tr("%1 cannot. Ask somebody else.", "task, %1 worker").arg(owner);
            detail = ReferralReader::quoted(t.get(action::kAnswer));
            break;
        case ItemStands::Reported:
            standing = tr("%1 says that it is done", "task, %1 worker").arg(owner);
            detail = ReferralReader::quoted(t.get(action::kReport));
            break;
        default:
            break;
        }
    }
    if (one.standing == ItemStands::Ready) {
        const auto by = f.get(checklist_item::kSaidBy);
        standing = tr("Ready on %1, says %2", "item of the way home, %1 date, %2 worker")
                       .arg(wording().isoDate(f.get(checklist_item::kReadyOn)), shown(m_directory.worker(by).name));
    } else if (one.standing == ItemStands::NotNeeded) {
        standing = tr("Not needed", "item of the way home");
    } else if (one.standing == ItemStands::Open) {
        standing = tr("Nobody asked yet", "item of the way home");
    } else if (standing.isEmpty()) {
        standing = tr("Somebody was asked", "item of the way home whose task is not here");
    }
    const bool over = one.standing == ItemStands::Ready || one.standing == ItemStands::NotNeeded;
    return {{QStringLiteral("id"), shown(one.item.id.hex())},
            {QStringLiteral("title"), code == "other" ? text : PlacementWords::item(code)},
            {QStringLiteral("standing"), late ? tr("%1. Late.", "task, %1 how it stands").arg(standing) : standing},
            {QStringLiteral("detail"), detail},
            {QStringLiteral("waits"),
             going && (late || one.standing == ItemStands::Declined || one.standing == ItemStands::Reported)},
            {QStringLiteral("ready"), one.standing == ItemStands::Ready},
            {QStringLiteral("over"), over},
            {QStringLiteral("mayAsk"), going && care::mayBeAsked(one.standing)},
            {QStringLiteral("mayReady"), going && !over},
            {QStringLiteral("mayNotNeeded"), going && !over},
            {QStringLiteral("mayReopen"), going && over},
            {QStringLiteral("badge"), of}};
}

QVariantMap PlacementModel::episodeRow(const Record& episode) const {
    const auto& f = episode.fields;
    QStringList lines;
    if (const auto lead = f.get(hospital_at_home::kLead); !lead.empty()) {
        lines << tr("Led by %1", "hospital at home, %1 worker").arg(shown(m_directory.worker(lead).name));
    }
    if (!f.text(hospital_at_home::kWatchFor).empty()) {
        lines << tr("Watch for: %1", "hospital at home").arg(shown(f.get(hospital_at_home::kWatchFor)));
    }
    if (!f.text(hospital_at_home::kRing).empty()) {
        lines << tr("Ring at any hour: %1", "hospital at home").arg(shown(f.get(hospital_at_home::kRing)));
    }
    const bool running = care::isOpen(episode);
    const QString from = wording().isoDate(f.get(hospital_at_home::kStartedOn));
    return {{QStringLiteral("id"), shown(episode.id.hex())},
            {QStringLiteral("title"), shown(f.get(hospital_at_home::kReason))},
            {QStringLiteral("running"), running},
            {QStringLiteral("editable"), episode.home == me().agency},
            {QStringLiteral("when"), running ? tr("Since %1", "hospital at home, %1 date").arg(from)
                                             : tr("%1 to %2", "hospital at home, %1 and %2 dates")
                                                   .arg(from, wording().isoDate(f.get(hospital_at_home::kEndedOn)))},
            {QStringLiteral("lines"), lines}};
}

QVariantMap PlacementModel::outcomeOf(const care::PlacementSheet& sheet) const {
    const auto& card = sheet.card;
    if (card.stage != "ended") {
        return {};
    }
    const QString title = PlacementWords::outcome(card.outcome);
    const QString on = wording().isoDate(card.outcomeOn);
    return {
        {QStringLiteral("title"), on.isEmpty() ? title : tr("%1, %2", "placement: %1 outcome, %2 date").arg(title, on)},
        {QStringLiteral("since"), PlacementWords::since(card)},
        {QStringLiteral("wishMet"), PlacementWords::wishMet(card.outcomeWish)},
        {QStringLiteral("against"), card.outcomeWish == "against"},
        {QStringLiteral("words"), shown(card.outcomeWords)}};
}

QString PlacementModel::dateUnderstood(const QString& typed, bool ahead) const {
    const auto day = typedDate(typed.toStdString(), m_today, ahead ? DateTowards::Future : DateTowards::Past);
    return day ? wording().isoDate(*day) : QString{};
}

void PlacementModel::fault(const char* field, const QString& words) { m_faults[QString::fromLatin1(field)] = words; }

std::string PlacementModel::date(const char* field, const QString& typed, bool ahead) {
    const auto day = typedDate(typed.toStdString(), m_today, ahead ? DateTowards::Future : DateTowards::Past);
    if (!day || !fullDate(*day)) {
        fault(field, typed.trimmed().isEmpty()
                         ? tr("Say which day.")
                         : tr("Not a day that there is. Such as 24/11/2026, tomorrow, in 2 weeks."));
        return {};
    }
    return *day;
}

std::string PlacementModel::past(const char* field, const QString& typed) {
    const auto day = date(field, typed, false);
    if (day.empty()) {
        return day;
    }
    if (const auto why = care::notThatDay(m_shown.discharged, day, m_today)) {
        fault(field,
              *why == care::NotThatDay::BeforeDischarge
                  ? tr("That is before the discharge on %1.", "%1 date").arg(wording().isoDate(m_shown.discharged))
                  : tr("That day is still to come."));
    }
    return day;
}

bool PlacementModel::sound() {
    emit faultsChanged();
    return m_faults.isEmpty();
}

void PlacementModel::forgetFaults() {
    m_faults.clear();
    dismissError();
    emit faultsChanged();
}

template <class Job>
void PlacementModel::saveWith(Job job) {
    const auto id = RecordId::fromHex(m_id.toStdString());
    if (!id || !sound()) {
        return;
    }
    save([id = *id, job = std::move(job)](OpenDesk& desk) -> Result<void> { return job(desk, id); });
}

void PlacementModel::holdReview(const QString& heldOn, const QString& ownWords, const QString& notAskedBecause,
                                const QString& findings, int conclusion, const QString& next, int wish,
                                const QString& words) {
    m_faults.clear();
    HeldReview held;
    held.heldOn = past("heldOn", heldOn);
    held.ownWords = ownWords.trimmed().toStdString();
    held.notAskedBecause = held.ownWords.empty() ? notAskedBecause.trimmed().toStdString() : std::string{};
    held.findings = findings.trimmed().toStdString();
    held.conclusion = codeAt(kConclusions, conclusion);
    if (held.ownWords.empty() && held.notAskedBecause.empty()) {
        fault("ownWords", tr("Write what they said, or why they could not be asked."));
    }
    if (held.conclusion.empty()) {
        fault("conclusion", tr("Say what was concluded."));
    }
    if (concludesEnd(conclusion)) {
        held.wish = codeAt(kWishes, wish);
        held.words = words.trimmed().toStdString();
        if (held.wish.empty()) {
            fault("wish", tr("Say how it stands to what they wish."));
        }
    } else {
        held.next = date("next", next, true);
    }
    saveWith([held](OpenDesk& desk, const RecordId& id) { return desk.placements.holdReview(id, held); });
}

void PlacementModel::moveDate(const QString& to, int reason, const QString& words) {
    m_faults.clear();
    const auto day = date("to", to, true);
    const auto because = codeAt(kReasons, reason);
    if (because.empty()) {
        fault("reason", tr("Say why it slips."));
    }
    saveWith([day, because, said = words.trimmed().toStdString()](OpenDesk& desk, const RecordId& id) {
        return desk.placements.moveDate(id, day, because, said);
    });
}

void PlacementModel::beginTrial(const QString& from, const QString& until) {
    m_faults.clear();
    const auto first = date("from", from, true);
    const auto last = date("until", until, true);
    if (const auto days = daysBetween(first, last); days && *days <= 0) {
        fault("until", tr("The trial ends after it begins."));
    }
    if (care::notThatDay(m_shown.discharged, first, first)) { // it may begin on a day to come
        fault("from", tr("That is before the discharge on %1.", "%1 date").arg(wording().isoDate(m_shown.discharged)));
    }
    saveWith([first, last](OpenDesk& desk, const RecordId& id) { return desk.placements.beginTrial(id, first, last); });
}

void PlacementModel::end(int outcome, const QString& on, int wish, const QString& words) {
    m_faults.clear();
    care::Outcome out{codeAt(kOutcomes, outcome), past("on", on), codeAt(kWishes, wish), words.trimmed().toStdString()};
    if (out.code.empty()) {
        fault("outcome", tr("Say how it ended."));
    } else if (out.wish.empty() && !isDeath(outcome)) {
        fault("wish", tr("Say how it stands to what they wish."));
    }
    saveWith([out](OpenDesk& desk, const RecordId& id) { return desk.placements.end(id, out); });
}

void PlacementModel::takeUpAgain() {
    m_faults.clear();
    saveWith([](OpenDesk& desk, const RecordId& id) { return desk.placements.takeUpAgain(id); });
}

void PlacementModel::takeTrialBack() {
    m_faults.clear();
    saveWith([](OpenDesk& desk, const RecordId& id) { return desk.placements.takeTrialBack(id); });
}

void PlacementModel::beginWayHome() {
    m_faults.clear();
    saveWith([](OpenDesk& desk, const RecordId& id) { return desk.placements.beginWayHome(id); });
}

void PlacementModel::addToWayHome(const QString& what) {
    m_faults.clear();
    saveWith([text = what.trimmed().toStdString()](OpenDesk& desk, const RecordId& id) {
        return desk.placements.addToWayHome(id, text);
    });
}

void PlacementModel::itemIs(const QString& itemId, const QString& how) {
    const auto item = RecordId::fromHex(itemId.toStdString());
    if (!item) {
        return;
    }
    m_faults.clear();
    const auto is = how == QLatin1String("ready")        ? Placements::ItemIs::Ready
                    : how == QLatin1String("not-needed") ? Placements::ItemIs::NotNeeded
                                                         : Placements::ItemIs::Open;
    saveWith([item = *item, is](OpenDesk& desk, const RecordId&) { return desk.placements.say(item, is); });
}

void PlacementModel::lookWhom(const QString& itemId, const QString& typed) {
    m_candidates.clear();
    const QStringList parts = typed.simplified().toCaseFolded().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (parts.isEmpty()) {
        const auto item = m_items.find(itemId);
        const auto usual = item == m_items.end()
                               ? std::vector<WorkerEntry>{}
                               : care::whoGetsReady(item->second, m_directory, me().agency, kMostAsked);
        for (const auto& worker : usual) {
            m_candidates << workerRow(worker, m_directory);
        }
    }
    for (const auto& [code, worker] : m_directory.workers()) {
        const QString all =
            shown(worker.name + " " + worker.role + " " + m_directory.agency(worker.agency).name).toCaseFolded();
        const bool fits = !parts.isEmpty() && std::all_of(parts.begin(), parts.end(),
                                                          [&](const QString& part) { return all.contains(part); });
        if (fits && m_candidates.size() < static_cast<int>(kMostAsked)) {
            m_candidates << workerRow(worker, m_directory);
        }
    }
    emit candidatesChanged();
}

void PlacementModel::askFor(const QString& itemId, const QString& agency, const QString& worker, const QString& due,
                            const QString& detail) {
    m_faults.clear();
    const auto item = RecordId::fromHex(itemId.toStdString());
    WayHomeTask task;
    task.owner = WorkerId{worker.toStdString()};
    task.agency = AgencyId{agency.toStdString()};
    task.due = date("due", due, true);
    task.detail = detail.trimmed().toStdString();
    for (const auto& row : m_shown.checklist) {
        if (row.toMap().value(QStringLiteral("id")).toString() == itemId) {
            task.what = row.toMap().value(QStringLiteral("title")).toString().toStdString();
        }
    }
    if (worker.isEmpty()) {
        fault("worker", tr("Choose whom to ask."));
    }
    if (item) {
        saveWith([item = *item, task](OpenDesk& desk, const RecordId&) { return desk.placements.askFor(item, task); });
    }
}

} // namespace frontsheet
