#include "app/viewmodels/referral_wording.h"

#include <algorithm>

namespace frontsheet {

namespace {

QVariantMap chipOf(const QString& text, const char* icon, ChipKind kind) {
    return {{QStringLiteral("text"), text},
            {QStringLiteral("iconName"), QString::fromLatin1(icon)},
            {QStringLiteral("kind"), static_cast<int>(kind)}};
}

QVariantMap stage(const QString& time, const QString& date, const char* icon, const QString& title,
                  const QString& detail, int place, bool waiting = false) {
    return {{QStringLiteral("time"), time},
            {QStringLiteral("date"), date},
            {QStringLiteral("iconName"), QString::fromLatin1(icon)},
            {QStringLiteral("title"), title},
            {QStringLiteral("detail"), detail},
            {QStringLiteral("place"), place},
            {QStringLiteral("waiting"), waiting}};
}

// Where a state lies on the way of six: written, sent, seen, under review, taken, finished.
int stageNumber(const ReferralSummary& r) {
    switch (r.state) {
    case ReferralState::Draft:
        return 0;
    case ReferralState::Sent:
        return r.waiting && !r.recordedAt.isKnown() ? 0 : r.seenAt.isKnown() ? 2 : 1;
    case ReferralState::UnderReview:
    case ReferralState::InfoAsked:
        return 3;
    case ReferralState::Accepted:
    case ReferralState::Started:
    case ReferralState::Declined:
    case ReferralState::Withdrawn:
        return 4;
    case ReferralState::Completed:
        return 5;
    }
    return 0;
}

constexpr int kStages = 6;

// The loop is closed when the words have been read by who asked.
QVariantMap readStage(const ReferralTrack& track, const ReferralReader& reader) {
    const WallTime read = track.course.outcomeReadAt;
    return stage(reader.wording.time(read), reader.wording.weekday(read), "eye",
                 read.isKnown() ? ReferralReader::tr("Read", "referral stage: the outcome reached who asked")
                                : ReferralReader::tr("Not read yet", "referral stage: the outcome"),
                 reader.readLine(track), read.isKnown() ? 0 : 1);
}

} // namespace

QString ReferralReader::quoted(const std::string& words) {
    return words.empty() ? QString{} : tr("“%1”", "somebody's own words").arg(shown(words));
}

QString ReferralReader::workerName(const WorkerId& worker) const {
    return worker.empty() ? QString{} : shown(directory.worker(worker).name);
}

QString ReferralReader::receiver(const ReferralSummary& r) const {
    if (!r.toWorker.empty()) {
        return workerName(r.toWorker);
    }
    if (const ServiceEntry* service = directory.service(r.toService)) {
        return shown(service->name);
    }
    return agencyName(r.toAgency);
}

QString ReferralReader::agencyName(const AgencyId& code) const {
    const AgencyEntry agency = directory.agency(code);
    return shown(agency.shortName.empty() ? agency.name : agency.shortName);
}

QVariantMap ReferralReader::chip(const ReferralTrack& track) const {
    const auto& r = track.referral;
    const bool sender = isSender(r);
    if (track.overdue && r.state != ReferralState::InfoAsked) {
        return chipOf(tr("No answer yet", "referral chip: the time to answer has passed"), "clock", ChipKind::Amber);
    }
    if (track.tooOften && r.acceptedBy.empty() && isOpen(r.state) && sender) {
        return chipOf(tr("Passed on %n time(s)", "referral chip", static_cast<int>(track.course.passedOn)),
                      "arrow-right", ChipKind::Amber);
    }
    switch (r.state) {
    case ReferralState::Draft:
        return chipOf(tr("Draft"), "pencil", ChipKind::Outline);
    case ReferralState::Sent:
        if (r.waiting && !r.recordedAt.isKnown()) {
            return chipOf(tablet ? tr("Queued on this tablet", "referral chip")
                                 : tr("Queued on this laptop", "referral chip"),
                          "tray", ChipKind::Outline);
        }
        if (!sender) {
            return chipOf(tr("New", "referral chip, for the receiver"), "tray", ChipKind::Tint);
        }
        return r.seenAt.isKnown() ? chipOf(tr("Seen", "referral chip"), "eye", ChipKind::Outline)
                                  : chipOf(tr("Sent", "referral chip"), "arrow-up", ChipKind::Outline);
    case ReferralState::UnderReview:
        return chipOf(tr("Under review", "referral chip"), "review", ChipKind::Outline);
    case ReferralState::InfoAsked:
        return chipOf(tr("More information asked", "referral chip"), "question",
                      sender ? ChipKind::Amber : ChipKind::Outline);
    case ReferralState::Accepted:
        return chipOf(tr("Accepted", "referral chip"), "person-check", ChipKind::Tint);
    case ReferralState::Started:
        return chipOf(tr("Started", "referral chip"), "person-check", ChipKind::Tint);
    case ReferralState::Completed:
        return chipOf(tr("Finished", "referral chip: there is an outcome"), "check-circle", ChipKind::Tint);
    case ReferralState::Declined:
        return chipOf(r.suggestion.empty() ? tr("Declined", "referral chip")
                                           : tr("Declined, with a suggestion", "referral chip"),
                      "arrow-back", ChipKind::Outline);
    case ReferralState::Withdrawn:
        return chipOf(tr("Withdrawn", "referral chip"), "stop", ChipKind::Outline);
    }
    return {};
}

QVariantMap ReferralReader::clock(const ReferralTrack& track) const {
    const auto& r = track.referral;
    QVariantMap map{{QStringLiteral("used"), 0.0},       {QStringLiteral("words"), QString{}},
                    {QStringLiteral("what"), QString{}}, {QStringLiteral("until"), QString{}},
                    {QStringLiteral("line"), QString{}}, {QStringLiteral("late"), false}};
    const bool unanswered = r.state == ReferralState::Sent || r.state == ReferralState::UnderReview;
    if (!unanswered || !r.answerBy.isKnown()) {
        return map;
    }
    const QDateTime now = wording.now();
    const QDateTime due = wording.local(r.answerBy);
    const double whole = static_cast<double>((r.answerBy - r.sentAt).count());
    const double gone = static_cast<double>(now.toMSecsSinceEpoch() - r.sentAt.ms);
    map[QStringLiteral("used")] = track.overdue || whole <= 0 ? 1.0 : std::clamp(gone / whole, 0.0, 1.0);
    map[QStringLiteral("late")] = track.overdue;
    map[QStringLiteral("until")] = wording.fullMoment(r.answerBy);
    const WallTime nowWall{now.toMSecsSinceEpoch()};
    if (track.overdue) {
        const int days = wording.workingDays(r.answerBy, nowWall);
        map[QStringLiteral("words")] =
            days > 0 ? tr("%n working day(s) overdue", "referral clock", days)
                     : tr("Overdue since %1", "referral clock, %1 today or yesterday with the time")
                           .arg(wording.lately(r.answerBy));
        map[QStringLiteral("what")] = tr("An answer was due by", "referral clock, before a date");
        map[QStringLiteral("line")] = map[QStringLiteral("words")].toString() + QStringLiteral(".");
        return map;
    }
    map[QStringLiteral("what")] = tr("Answer due by", "referral clock, before a date");
    const auto daysAhead = now.date().daysTo(due.date());
    const QString at = wording.time(r.answerBy);
    map[QStringLiteral("line")] = tr("Answer due %1", "referral clock on a row, %1 date").arg(wording.date(r.answerBy));
    if (daysAhead == 0) {
        map[QStringLiteral("words")] = tr("Due today", "referral clock");
        map[QStringLiteral("line")] = tr("Answer due today by %1", "referral clock on a row, %1 time of day").arg(at);
    } else if (daysAhead == 1) {
        map[QStringLiteral("words")] = tr("Due tomorrow", "referral clock");
        map[QStringLiteral("line")] =
            tr("Answer due tomorrow by %1", "referral clock on a row, %1 time of day").arg(at);
    } else {
        map[QStringLiteral("words")] =
            tr("%n working day(s) left", "referral clock", wording.workingDays(nowWall, r.answerBy));
    }
    return map;
}

QString ReferralReader::need(const ReferralSummary& r) {
    return r.concern ? tr("Safeguarding concern: %1", "%1 what worries somebody").arg(shown(r.need)) : shown(r.need);
}

QVariantMap ReferralReader::row(const ReferralTrack& track) const {
    const auto& r = track.referral;
    const bool sender = isSender(r);
    const AgencyEntry other = directory.agency(sender ? r.toAgency : r.home);
    QString detail;
    WallTime when = r.sentAt;
    switch (r.state) {
    case ReferralState::InfoAsked:
        detail = quoted(r.answer);
        when = r.answeredAt;
        break;
    case ReferralState::Accepted:
    case ReferralState::Started:
        detail = r.acceptedBy.empty()        ? QString{}
                 : r.acceptedBy == me.worker ? tr("You have this.", "referral row")
                                             : tr("%1 has this.", "%1 worker").arg(workerName(r.acceptedBy));
        if (!r.answer.empty()) {
            detail += QStringLiteral(" ") + quoted(r.answer);
        }
        when = r.answeredAt;
        break;
    case ReferralState::Declined:
        detail = shown(r.answer) + (r.suggestion.empty() ? QString{} : QStringLiteral(" ") + shown(r.suggestion));
        when = r.answeredAt;
        break;
    case ReferralState::Completed:
        detail = quoted(r.outcome);
        when = r.outcomeAt;
        break;
    default:
        break;
    }
    const QString name = shown(track.personName);
    const QString from = workerName(r.fromWorker);
    const bool unread = isMineToRead(track);
    const bool askedOfMe = r.state == ReferralState::InfoAsked && sender && r.fromWorker == me.worker;
    QVariantMap map{
        {QStringLiteral("id"), shown(r.id.hex())},
        {QStringLiteral("personId"), shown(r.person.hex())},
        {QStringLiteral("personName"), name},
        {QStringLiteral("need"), need(r)},
        {QStringLiteral("concern"), r.concern},
        {QStringLiteral("title"),
         name.isEmpty() ? need(r) : tr("%1: %2", "%1 person, %2 what is needed").arg(name, need(r))},
        {QStringLiteral("chip"), chip(track)},
        {QStringLiteral("clock"), clock(track)},
        {QStringLiteral("badge"), badge(other)},
        {QStringLiteral("other"), sender ? receiver(r) : from},
        {QStringLiteral("detail"), detail},
        {QStringLiteral("when"), wording.dateTime(when)},
        {QStringLiteral("lately"), wording.lately(when)}, // short, for where there is room for little
        {QStringLiteral("passed"), stageNumber(r)},
        {QStringLiteral("total"), kStages},
        {QStringLiteral("waiting"), askedOfMe || unread || track.overdue},
        {QStringLiteral("unread"), unread},
        {QStringLiteral("needsMyAnswer"), askedOfMe},
        {QStringLiteral("urgent"), r.urgency == "today"},
        {QStringLiteral("open"), isOpen(r.state)},
    };
    return map;
}

QString ReferralReader::headline(const ReferralTrack& track) const {
    const auto& r = track.referral;
    const bool sender = isSender(r);
    switch (r.state) {
    case ReferralState::Draft:
    case ReferralState::Sent:
        if (r.waiting && !r.recordedAt.isKnown()) {
            return tablet ? tr("Kept safe on this tablet", "referral headline")
                          : tr("Kept safe on this laptop", "referral headline");
        }
        if (!sender) {
            return track.standsIn ? tr("No answer yet, and you are on duty", "referral headline, for the receiver")
                   : track.mineToAnswer ? tr("This waits for you", "referral headline, for the receiver")
                                        : tr("This waits for %1", "referral headline").arg(receiver(r));
        }
        return r.seenAt.isKnown() ? tr("%1 has opened it", "referral headline, %1 worker").arg(workerName(r.seenBy))
                                  : tr("Waiting for %1", "referral headline, %1 worker or service").arg(receiver(r));
    case ReferralState::UnderReview:
        return tr("%1 is looking at it", "referral headline, %1 worker or service")
            .arg(r.answeredBy.empty() ? receiver(r) : workerName(r.answeredBy));
    case ReferralState::InfoAsked:
        return sender ? tr("%1 asks you something", "referral headline")
                            .arg(r.answeredBy.empty() ? receiver(r) : workerName(r.answeredBy))
                      : tr("%1 has been asked", "referral headline, %1 worker").arg(workerName(r.fromWorker));
    case ReferralState::Accepted:
    case ReferralState::Started:
        return r.acceptedBy == me.worker && !r.acceptedBy.empty()
                   ? tr("You have this", "referral headline")
                   : tr("%1 has this", "referral headline, %1 worker").arg(workerName(r.acceptedBy));
    case ReferralState::Completed:
        return tr("Finished", "referral headline");
    case ReferralState::Declined:
        return tr("%1 cannot take this", "referral headline, %1 worker or service")
            .arg(r.answeredBy.empty() ? receiver(r) : workerName(r.answeredBy));
    case ReferralState::Withdrawn:
        return tr("Withdrawn by %1", "referral headline, %1 worker").arg(workerName(r.fromWorker));
    }
    return {};
}

QString ReferralReader::underHeadline(const ReferralTrack& track) const {
    const auto& r = track.referral;
    switch (r.state) {
    case ReferralState::Sent:
        if (r.waiting && !r.recordedAt.isKnown()) {
            return tr("It goes out by itself when there is signal.", "under the referral headline");
        }
        return r.seenAt.isKnown() && isSender(r) ? wording.dateTime(r.seenAt)
                                                 : tr("Sent %1", "%1 date and time").arg(wording.dateTime(r.sentAt));
    case ReferralState::Accepted:
    case ReferralState::Started: {
        const WorkerEntry worker = directory.worker(r.acceptedBy);
        const QString role = capitalised(shown(worker.role));
        return role.isEmpty() ? wording.dateTime(r.answeredAt)
                              : tr("%1, %2", "%1 role, %2 date and time").arg(role, wording.dateTime(r.answeredAt));
    }
    case ReferralState::InfoAsked:
        return quoted(r.answer);
    case ReferralState::Declined:
        return shown(r.answer);
    case ReferralState::Completed:
        return quoted(r.outcome);
    default:
        return {};
    }
}

QVariantList ReferralReader::stages(const ReferralTrack& track) const {
    const auto& r = track.referral;
    const QString by = workerName(r.fromWorker);
    const bool onlyHere = r.waiting && !r.recordedAt.isKnown();
    const int now = stageNumber(r);
    const bool ended = !isOpen(r.state);
    QVariantList list;
    const AgencyEntry home = directory.agency(r.home);
    const QString homeName = shown(home.shortName.empty() ? home.name : home.shortName);
    list << stage(wording.time(r.sentAt), wording.weekday(r.sentAt), "tray",
                  onlyHere ? (tablet ? tr("Queued on this tablet", "referral stage")
                                     : tr("Queued on this laptop", "referral stage"))
                           : tr("Written", "referral stage"),
                  onlyHere ? tr("Kept safe here until there is signal.", "referral stage")
                           : tr("By %1, %2.", "referral stage, %1 worker, %2 agency").arg(by, homeName),
                  onlyHere ? 0 : -1);
    list << stage(wording.time(r.arrivedAt), wording.weekday(r.arrivedAt), "arrow-up", tr("Sent", "referral stage"),
                  onlyHere
                      ? tr("%1 can then see it.", "referral stage, %1 worker or service").arg(receiver(r))
                      : tr("The server of %1 has it, ready for %2.", "referral stage, %1 agency, %2 worker or service")
                            .arg(homeName, receiver(r)),
                  onlyHere                               ? 1
                  : now == 1 && !ended && !track.overdue ? 0
                                                         : -1);
    list << detours(track);
    // By the home's log: told to the sender's side alone, as of the last contact.
    if (track.reach && track.reach->deliveredAt.isKnown()) {
        list << stage(wording.time(track.reach->deliveredAt), wording.weekday(track.reach->deliveredAt), "check",
                      tr("Delivered", "referral stage"),
                      tr("It is on a device of %1.", "referral stage, %1 agency").arg(agencyName(r.toAgency)), -1);
    }
    if (r.seenAt.isKnown() || !ended) {
        const bool seen = r.seenAt.isKnown();
        if (seen || now < 3) {
            list << stage(wording.time(r.seenAt), wording.weekday(r.seenAt), "eye", tr("Seen", "referral stage"),
                          seen ? tr("Opened by %1.", "referral stage, %1 worker").arg(workerName(r.seenBy))
                               : tr("You will see who opened it.", "referral stage"),
                          !seen                        ? 1
                          : now == 2 && !track.overdue ? 0
                                                       : -1);
        }
    }
    if (track.overdue) {
        list << stage(wording.time(r.answerBy), wording.weekday(r.answerBy), "clock",
                      tr("No answer yet", "referral stage"), lateWords(track), 0, true);
    }
    if (r.state == ReferralState::UnderReview && !track.overdue) {
        list << stage({}, {}, "review", tr("Under review", "referral stage"),
                      tr("An answer is being decided.", "referral stage"), 0);
    }
    if (r.state == ReferralState::InfoAsked) {
        list << stage(wording.time(r.answeredAt), wording.weekday(r.answeredAt), "question",
                      tr("More information asked", "referral stage"), quoted(r.answer), 0, isSender(r));
    }
    if (r.state == ReferralState::Declined) {
        list << stage(wording.time(r.answeredAt), wording.weekday(r.answeredAt), "arrow-back",
                      tr("Declined by %1", "referral stage, %1 worker")
                          .arg(r.answeredBy.empty() ? receiver(r) : workerName(r.answeredBy)),
                      shown(r.answer), -1);
        list << readStage(track, *this);
        return list;
    }
    if (r.state == ReferralState::Withdrawn) {
        list << stage({}, {}, "stop", tr("Withdrawn by %1", "referral stage, %1 worker").arg(by), {}, 0);
        return list;
    }
    if (now >= 4) {
        const bool present = r.state == ReferralState::Accepted;
        list << stage(wording.time(r.answeredAt), wording.weekday(r.answeredAt), "person-check",
                      tr("Accepted by %1", "referral stage, %1 worker").arg(workerName(r.acceptedBy)), quoted(r.answer),
                      present ? 0 : -1);
        const WallTime met = track.course.firstContactAt;
        if (met.isKnown() || isOpen(r.state)) {
            list << stage(wording.time(met), wording.weekday(met), "phone",
                          tr("First contact with them", "referral stage: with the person"),
                          met.isKnown() ? QString{}
                          : r.acceptedBy == me.worker
                              ? tr("Say when you have rung or seen them.", "referral stage")
                              : tr("You will see when they have been rung or seen.", "referral stage"),
                          met.isKnown() ? -1 : 1);
        }
        if (r.state == ReferralState::Started) {
            list << stage({}, {}, "pencil", tr("Started", "referral stage"), {}, 0);
        }
    } else if (r.answerBy.isKnown() && !track.overdue &&
               r.state != ReferralState::InfoAsked) { // that clock stands still
        list << stage(
            tr("By %1", "%1 time of day").arg(wording.time(r.answerBy)), wording.weekday(r.answerBy), "clock",
            tr("Answer due", "referral stage"),
            isSender(r)
                ? tr("If it passes, your Today says so, and whoever is on duty there can answer it.", "referral stage")
                : tr("If it passes, %1 sees that nobody has answered.", "referral stage, %1 worker").arg(by),
            1);
    }
    list << (r.state == ReferralState::Completed
                 ? stage(wording.time(r.outcomeAt), wording.weekday(r.outcomeAt), "check-circle",
                         tr("Finished by %1", "referral stage, %1 worker").arg(workerName(r.acceptedBy)),
                         quoted(r.outcome), -1)
                 : stage({}, {}, "check-circle", tr("Finished, with an outcome", "referral stage"),
                         isSender(r) ? tr("You will get it in words, whatever it is.", "referral stage")
                                     : tr("%1 gets it in words.", "referral stage, %1 worker").arg(by),
                         1));
    if (r.state == ReferralState::Completed) {
        list << readStage(track, *this);
    }
    return list;
}

} // namespace frontsheet
