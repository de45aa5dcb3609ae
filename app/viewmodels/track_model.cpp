#include "app/viewmodels/track_model.h"

#include "app/viewmodels/locked_wording.h"
#include "core/domain/care/managing.h"

#include <algorithm>
#include <utility>

namespace frontsheet {

namespace {

QVariantMap ringMap(const QString& who, const std::string& number) {
    return {{QStringLiteral("who"), who}, {QStringLiteral("number"), shown(number)}};
}

// The service that whoever declined suggests.
QVariantMap nextMap(const QString& service, const QString& name) {
    return {{QStringLiteral("service"), service}, {QStringLiteral("name"), name}};
}

QVariantMap detourMap(const QString& title, const QString& text, const QString& action) {
    return {{QStringLiteral("title"), title}, {QStringLiteral("text"), text}, {QStringLiteral("action"), action}};
}

// Every key that the page names, with nothing in it: a page is bound before its referral is read.
QVariantMap blankPage() {
    const QVariantMap chip{
        {QStringLiteral("text"), QString{}}, {QStringLiteral("iconName"), QString{}}, {QStringLiteral("kind"), 0}};
    const QVariantMap clock{{QStringLiteral("used"), 0.0},       {QStringLiteral("words"), QString{}},
                            {QStringLiteral("what"), QString{}}, {QStringLiteral("until"), QString{}},
                            {QStringLiteral("line"), QString{}}, {QStringLiteral("late"), false}};
    QVariantMap page{{QStringLiteral("chip"), chip},
                     {QStringLiteral("clock"), clock},
                     {QStringLiteral("badge"), badge({})},
                     {QStringLiteral("main"), ringMap({}, {})},
                     {QStringLiteral("duty"), ringMap({}, {})},
                     {QStringLiteral("concern"), false},
                     {QStringLiteral("emphasis"), false}};
    for (const char* key : {"toLine", "asked", "headline", "under", "waits", "suggestion"}) {
        page[QString::fromLatin1(key)] = QString{};
    }
    page[QStringLiteral("next")] = nextMap({}, {});
    page[QStringLiteral("detour")] = detourMap({}, {}, {});
    return page;
}

// Every key of it, for a page that is bound while nothing is covered.
QVariantMap notCovered() {
    return {{QStringLiteral("home"), QString{}},  {QStringLiteral("badge"), badge({})},
            {QStringLiteral("state"), QString{}}, {QStringLiteral("title"), QString{}},
            {QStringLiteral("text"), QString{}},  {QStringLiteral("ask"), QString{}},
            {QStringLiteral("number"), QString{}}};
}

bool isLease(const Error& error) {
    return error.code == ErrorCode::NeedsReason || error.code == ErrorCode::OutOfContact;
}

struct Covered {
    LockedShare share;
    std::optional<ReferralTrack> listed; // what lists show of it; none past the hard limit
};

// Past the soft limit lists lead to it, so they know whom it is about and whose it is. Past the hard one only its home is known,
// and that to a page which showed it before.
Result<std::optional<Covered>> coveredNow(OpenDesk& desk, const RecordId& id, ErrorCode why, const AgencyId& home) {
    Covered covered;
    std::vector<LockedShare> shares;
    AgencyId whose = home;
    if (why == ErrorCode::NeedsReason) {
        FS_ASSIGN(auto listed, desk.referrals.waitingForMe());
        for (auto more : {&Referrals::takenByMe, &Referrals::sentByMe}) {
            FS_ASSIGN(auto others, (desk.referrals.*more)());
            std::move(others.begin(), others.end(), std::back_inserter(listed));
        }
        const auto found =
            std::find_if(listed.begin(), listed.end(), [&](const ReferralTrack& one) { return one.referral.id == id; });
        if (found == listed.end()) {
            return std::optional<Covered>{};
        }
        whose = found->referral.home;
        covered.listed = std::move(*found);
        FS_ASSIGN(shares, desk.leases.about(covered.listed->referral.person));
    } else {
        FS_ASSIGN(shares, desk.leases.anywhere());
    }
    const auto state = why == ErrorCode::NeedsReason ? LeaseState::ReasonNeeded : LeaseState::Hidden;
    const auto share = std::find_if(shares.begin(), shares.end(), [&](const LockedShare& one) {
        return one.home.code == whose && one.state == state;
    });
    if (share == shares.end()) {
        return std::optional<Covered>{}; // open again meanwhile
    }
    covered.share = std::move(*share);
    return std::optional{std::move(covered)};
}

} // namespace

TrackModel::TrackModel(Session& session, QObject* parent)
    : PageModel(session, parent), m_covered(notCovered()), m_page(blankPage()) {}

bool TrackModel::may(ReferralState to) const {
    return checkMove(m_state, to, m_receiving ? ReferralSide::Receiver : ReferralSide::Sender).has_value();
}

void TrackModel::open(const QString& referralId) {
    if (referralId != m_referralId) {
        clear();
        m_fresh.clear();
        m_referralId = referralId;
        m_referral = RecordId::fromHex(referralId.toStdString()).value_or(RecordId{});
        emit changed();
    }
    dismissError();
    run(
        Lane::Save, [id = m_referral](OpenDesk& desk) { return desk.referrals.markSeen(id); },
        [this](const Result<void>& seen) {
            if (!seen && !isLease(seen.error())) { // that the page says itself
                fail(seen.error());
            }
            refresh();
        });
}

void TrackModel::clear() {
    m_referralId.clear();
    m_referral = {};
    m_home = {};
    empty();
    if (std::exchange(m_busy, false)) { // what was under way answers to nobody
        emit busyChanged();
    }
    emit changed();
}

void TrackModel::empty() {
    m_covered = notCovered();
    m_isCovered = false;
    m_personId.clear();
    m_personName.clear();
    m_need.clear();
    m_page = blankPage();
    m_stages.clear();
    m_messages.clear();
    m_unread = false;
    m_state = ReferralState::Completed;
    m_receiving = m_sending = m_mayPassOn = m_mayNoteContact = m_mayReadOutcome = false;
    m_desks.clear();
    ++m_desksAsked;
    m_receiver = {};
    m_here = m_detour = {};
    m_detourWhy.clear();
    m_writeTo.clear();
    setLoaded(false);
}

void TrackModel::cover(const Error& why) {
    run(
        Lane::Read,
        [id = m_referral, code = why.code, home = m_home](OpenDesk& desk) { return coveredNow(desk, id, code, home); },
        [this, why, asked = m_referral](const Result<std::optional<Covered>>& found) {
            if (asked != m_referral) {
                return;
            }
            empty();
            if (!found || !*found) {
                fail(found ? why : found.error());
            } else {
                const Covered& covered = **found;
                m_covered = lockedRow(covered.share, wording(), session().tablet);
                m_isCovered = true;
                if (covered.listed) {
                    m_home = covered.listed->referral.home;
                    m_personId = shown(covered.listed->referral.person.hex());
                    m_personName = shown(covered.listed->personName);
                    m_need = shown(covered.listed->referral.need);
                }
            }
            emit changed();
        });
}

void TrackModel::refresh() {
    if (m_referral.isNull()) {
        return;
    }
    struct Found {
        ReferralTrack track;
        Directory directory;
    };
    run(
        Lane::Read,
        [id = m_referral](OpenDesk& desk) -> Result<Found> {
            Found found;
            FS_ASSIGN(found.track, desk.referrals.track(id));
            FS_ASSIGN(found.directory, desk.directory());
            return found;
        },
        [this, asked = m_referral](Result<Found> found) {
            if (asked != m_referral) {
                return;
            }
            if (!found && isLease(found.error())) {
                cover(found.error());
                return;
            }
            if (!found) {
                fail(found.error());
                return;
            }
            word(found->track, found->directory);
            setLoaded(true);
            emit changed();
        });
}

void TrackModel::word(const ReferralTrack& track, const Directory& directory) {
    const ReferralSummary& r = track.referral;
    const ReferralReader reader{wording(), directory, me(), session().tablet};
    m_covered = notCovered();
    m_isCovered = false;
    m_home = r.home;
    m_state = r.state;
    m_sending = reader.isSender(r) && r.fromWorker == me().worker;
    m_receiving = !reader.isSender(r) && (track.mineToAnswer || r.acceptedBy == me().worker);
    m_personId = shown(r.person.hex());
    m_personName = shown(track.personName);
    m_need = ReferralReader::need(r);
    m_stages = reader.stages(track);
    m_receiver = r.toAgency;
    m_here = {r.toService, r.toWorker};
    m_mayPassOn = m_receiving && (m_state == ReferralState::Sent || may(ReferralState::Sent));
    m_mayNoteContact =
        m_receiving && !track.course.firstContactAt.isKnown() && isOpen(m_state) && r.acceptedBy == me().worker;
    m_mayReadOutcome =
        reader.isMineToRead(track) || (track.outcomeUnread && r.home == me().agency && care::mayManage(me()));

    const bool sender = reader.isSender(r);
    const ServiceEntry* service = directory.service(r.toService);
    const AgencyEntry to = directory.agency(r.toAgency);
    const AgencyEntry from = directory.agency(r.home);
    const QString fromName = reader.workerName(r.fromWorker);
    m_page = {
        {QStringLiteral("toLine"),
         sender ? tr("To %1,", "referral page, before the agency; %1 worker or service").arg(reader.receiver(r))
                : tr("From %1,", "referral page, before the agency; %1 worker").arg(fromName)},
        {QStringLiteral("badge"), badge(sender ? to : from)},
        {QStringLiteral("asked"),
         r.reason.empty() ? QString{}
         : sender && r.fromWorker == me().worker
             ? tr("You wrote: %1", "%1 quoted reason").arg(ReferralReader::quoted(r.reason))
             : tr("%1 wrote: %2", "%1 worker, %2 quoted reason").arg(fromName, ReferralReader::quoted(r.reason))},
        {QStringLiteral("headline"), reader.headline(track)},
        {QStringLiteral("under"), reader.underHeadline(track)},
        {QStringLiteral("chip"), reader.chip(track)},
        {QStringLiteral("clock"), reader.clock(track)},
        {QStringLiteral("concern"), r.concern},
        {QStringLiteral("suggestion"), shown(r.suggestion)},
        {QStringLiteral("waits"), reader.waits(track)},
        {QStringLiteral("next"), nextMap({}, {})},
        {QStringLiteral("detour"), detourMap({}, {}, {})},
        {QStringLiteral("emphasis"), r.state == ReferralState::Accepted || r.state == ReferralState::Started},
    };
    if (const ServiceEntry* next = directory.service(track.course.suggestedService)) {
        m_page[QStringLiteral("next")] = nextMap(shown(next->code.str()), shown(next->name));
    }
    wordDetour(track, directory);
    // Whom to ring: who has it; before that whom it was sent to; the receiver rings who sent it. Then duty.
    const WorkerEntry other = directory.worker(!sender                 ? r.fromWorker
                                               : !r.acceptedBy.empty() ? r.acceptedBy
                                                                       : r.toWorker);
    m_page[QStringLiteral("main")] = ringMap(shown(other.name), other.phone);
    m_page[QStringLiteral("duty")] =
        service != nullptr && sender
            ? ringMap(tr("the duty officer", "inside: Ring the duty officer"), service->dutyPhone)
            : ringMap({}, {});
    m_writeTo = shown(other.name);
    if (m_writeTo.isEmpty()) {
        m_writeTo = reader.receiver(r);
    }

    m_messages.clear();
    m_unread = false;
    for (const auto& message : track.messages) {
        const bool mine = message.from == me().worker;
        if (message.unread) {
            m_unread = true;
            m_fresh.insert(message.id);
        }
        m_messages << QVariantMap{
            {QStringLiteral("author"), mine ? tr("You", "author of a message") : reader.workerName(message.from)},
            {QStringLiteral("badge"), badge(directory.agency(message.fromAgency))},
            {QStringLiteral("when"), wording().dateTime(message.at)},
            {QStringLiteral("text"), shown(message.text)},
            {QStringLiteral("mine"), mine},
            {QStringLiteral("waiting"), message.waiting},
            {QStringLiteral("fresh"), m_fresh.contains(message.id)},
            {QStringLiteral("state"), mine ? readingOf(message, directory) : QString{}}};
    }
}

QString TrackModel::readingOf(const ReferralMessageView& message, const Directory& directory) const {
    if (message.waiting) {
        return {};
    }
    if (!message.readBy.empty()) {
        return tr("Read by %1, %2", "%1 worker, %2 date and time")
            .arg(shown(directory.worker(message.readBy).name), wording().lately(message.readAt));
    }
    return tr("%1 has not read it yet", "%1 worker or agency")
        .arg(message.to.empty() ? shown(directory.agency(message.toAgency).name)
                                : shown(directory.worker(message.to).name));
}

void TrackModel::readMessages() {
    if (!m_unread) {
        return;
    }
    m_unread = false;
    run(
        Lane::Save, [id = m_referral](OpenDesk& desk) { return desk.messages.readOnReferral(id); },
        [this](const Result<void>& read) {
            if (!read && !isLease(read.error())) {
                fail(read.error());
            }
        });
}

// Where it is nobody answers: whoever it names is away, or the time is over. The sender sends it to where somebody is.
void TrackModel::wordDetour(const ReferralTrack& track, const Directory& directory) {
    const ReferralSummary& r = track.referral;
    m_detour = {};
    m_detourWhy.clear();
    if (!m_sending || !r.acceptedBy.empty() || !isOpen(r.state) || r.toWorker.empty()) {
        return;
    }
    const QString name = shown(directory.worker(r.toWorker).name);
    if (track.detour) {
        const auto& away = track.detour->away;
        const QString until =
            away && !away->until.empty()
                ? tr("%1 is away until %2.", "%1 worker, %2 date").arg(name, wording().isoDate(away->until))
                : tr("%1 is away.", "%1 worker").arg(name);
        m_detour.worker = track.detour->worker;
        m_detourWhy = until;
        const QString instead = shown(directory.worker(track.detour->worker).name);
        m_page[QStringLiteral("detour")] =
            track.detour->worker.empty()
                ? detourMap(until, tr("Whoever is on duty can take it.", "referral to somebody who is away"),
                            tr("Send it to the duty desk", "button"))
                : detourMap(until, tr("%1 stands in.", "%1 worker").arg(instead),
                            tr("Send it to %1", "button, %1 worker").arg(instead));
    } else if (track.overdue) {
        m_detourWhy = tr("Nobody answered in time.", "why a referral is passed on");
        m_page[QStringLiteral("detour")] =
            detourMap(tr("%1 has not answered in time", "%1 worker").arg(name),
                      tr("At the duty desk anybody of the service can take it.", "referral without an answer"),
                      tr("Send it to the duty desk", "button"));
    }
}

template <class Job>
void TrackModel::act(Job job) {
    act(std::move(job), [] {});
}

template <class Job, class Then>
void TrackModel::act(Job job, Then then) {
    if (m_busy || m_referral.isNull()) {
        return;
    }
    m_busy = true;
    emit busyChanged();
    run(
        Lane::Save,
        [job = std::move(job), id = m_referral](OpenDesk& desk) {
            Result<void> result = job(desk, id);
            desk.syncSoon();
            return result;
        },
        [this, then = std::move(then)](const Result<void>& result) {
            m_busy = false;
            emit busyChanged();
            if (!result) {
                fail(result.error());
            } else {
                dismissError();
                emit done();
                then();
            }
            refresh();
        });
}

void TrackModel::answer(Reply reply, const QString& words, const QString& suggestion, const QString& service) {
    act([reply, said = words.trimmed().toStdString(), instead = suggestion.trimmed().toStdString(),
         suggested = ServiceId{service.toStdString()}](OpenDesk& desk, const RecordId& id) {
        return desk.referrals.answer(id, static_cast<Answer>(reply), said, instead, suggested);
    });
}

void TrackModel::passOn(const QString& service, const QString& worker, const QString& because) {
    act([to = Referrals::Desk{ServiceId{service.toStdString()}, WorkerId{worker.toStdString()}},
         why = because.trimmed().toStdString()](OpenDesk& desk,
                                                const RecordId& id) { return desk.referrals.passOn(id, to, why); },
        [this] { emit passedOn(); });
}

void TrackModel::sendToDuty() {
    act([to = m_detour, why = m_detourWhy.toStdString()](OpenDesk& desk, const RecordId& id) {
        return desk.referrals.passOn(id, to, why);
    });
}

void TrackModel::noteContact(int daysAgo, const QString& words) {
    const auto back = std::chrono::hours{24} * std::clamp(daysAgo, 0, 365);
    const WallTime at{wording().now().toMSecsSinceEpoch() - std::chrono::milliseconds{back}.count()};
    act([at, said = words.trimmed().toStdString()](OpenDesk& desk, const RecordId& id) {
        return desk.referrals.noteFirstContact(id, at, said);
    });
}

void TrackModel::reopen(const QString& because) {
    act([why = because.trimmed().toStdString()](OpenDesk& desk, const RecordId& id) {
        return desk.referrals.reopen(id, why);
    });
}

void TrackModel::outcomeRead() {
    act([](OpenDesk& desk, const RecordId& id) { return desk.referrals.outcomeRead(id); });
}

void TrackModel::findDesks(Desks which, const QString& typed) {
    const auto asked = ++m_desksAsked;
    run(
        Lane::Read,
        [words = typed.trimmed().toStdString(), which, agency = m_receiver,
         person = PersonId::fromHex(m_personId.toStdString()).value_or(PersonId{})](OpenDesk& desk) {
            return which == OwnDesks ? desk.ringing.desksOf(agency, words)
                                     : desk.ringing.otherServices(agency, words, person);
        },
        [this, asked](const Result<std::vector<DeskChoice>>& found) {
            if (asked != m_desksAsked || !found) {
                return;
            }
            m_desks.clear();
            for (const auto& desk : *found) {
                const bool here = desk.service.code == m_here.service &&
                                  (desk.worker ? desk.worker->code : WorkerId{}) == m_here.worker;
                if (here) {
                    continue;
                }
                m_desks << QVariantMap{
                    {QStringLiteral("title"), desk.worker ? shown(desk.worker->name) : shown(desk.service.name)},
                    {QStringLiteral("detail"),
                     desk.worker ? capitalised(shown(desk.worker->role)) : capitalised(shown(desk.service.criteria))},
                    {QStringLiteral("badge"), badge(desk.agency)},
                    {QStringLiteral("service"), shown(desk.service.code.str())},
                    {QStringLiteral("worker"), desk.worker ? shown(desk.worker->code.str()) : QString{}}};
            }
            emit desksChanged();
        });
}

void TrackModel::giveInformation(const QString& text) {
    act([said = text.trimmed().toStdString()](OpenDesk& desk, const RecordId& id) {
        return desk.referrals.giveInformation(id, said);
    });
}

void TrackModel::withdraw(const QString& reason) {
    act([said = reason.trimmed().toStdString()](OpenDesk& desk, const RecordId& id) {
        return desk.referrals.withdraw(id, said);
    });
}

void TrackModel::sendMessage(const QString& text) {
    act([said = text.trimmed().toStdString()](OpenDesk& desk, const RecordId& id) -> Result<void> {
        FS_TRY(desk.referrals.sendMessage(id, said));
        return ok();
    });
}

static_assert(static_cast<int>(TrackModel::Complete) == static_cast<int>(Answer::Complete) &&
              static_cast<int>(TrackModel::StartReview) == static_cast<int>(Answer::StartReview));

} // namespace frontsheet
