// ReferralReader: the way a referral has gone beside its state.
#include "app/viewmodels/referral_wording.h"

namespace frontsheet {

namespace {

QVariantMap past(const char* icon, const QString& title, const QString& detail) {
    return {{QStringLiteral("time"), QString{}},
            {QStringLiteral("date"), QString{}},
            {QStringLiteral("iconName"), QString::fromLatin1(icon)},
            {QStringLiteral("title"), title},
            {QStringLiteral("detail"), detail},
            {QStringLiteral("place"), -1},
            {QStringLiteral("waiting"), false}};
}

} // namespace

bool ReferralReader::isMineToRead(const ReferralTrack& track) const {
    return track.outcomeUnread && isSender(track.referral) && track.referral.fromWorker == me.worker;
}

QString ReferralReader::waits(const ReferralTrack& track) const {
    const auto& r = track.referral;
    if (track.outcomeUnread && isSender(r)) {
        return r.fromWorker == me.worker
                   ? tr("It stays on your Today until you say that you have read this.", "referral, after its outcome")
                   : tr("Waits for %1 to read it.", "referral, after its outcome; %1 worker")
                         .arg(workerName(r.fromWorker));
    }
    const bool onlyHere = r.waiting && !r.recordedAt.isKnown();
    if (track.waitsFor == WaitsFor::Nobody || onlyHere) {
        return {};
    }
    const bool mine = track.waitsFor == WaitsFor::Sender ? isSender(r) && r.fromWorker == me.worker
                                                         : track.mineToAnswer || r.acceptedBy == me.worker;
    const QString since = wording.lately(track.course.waitsSince);
    if (mine) {
        return tr("Waits for you since %1.", "referral, %1 a moment such as today, 09:10").arg(since);
    }
    const QString whom = track.waitsFor == WaitsFor::Sender ? workerName(r.fromWorker)
                         : r.acceptedBy.empty()             ? receiver(r)
                                                            : workerName(r.acceptedBy);
    return tr("Waits for %1 since %2.", "referral, %1 worker or service, %2 a moment such as today, 09:10")
        .arg(whom, since);
}

QString ReferralReader::readLine(const ReferralTrack& track) const {
    const auto& course = track.course;
    const auto& r = track.referral;
    if (course.outcomeReadAt.isKnown()) {
        return course.outcomeReadBy == me.worker
                   ? tr("You read this %1.", "referral, %1 a moment").arg(wording.lately(course.outcomeReadAt))
                   : tr("%1 read this %2.", "referral, %1 worker, %2 a moment")
                         .arg(workerName(course.outcomeReadBy), wording.lately(course.outcomeReadAt));
    }
    if (!track.outcomeUnread) {
        return {};
    }
    return isMineToRead(track) ? tr("Say so when you have.", "referral, its outcome is unread")
                               : tr("You will see when %1 has read it.", "referral, its outcome is unread; %1 worker")
                                     .arg(workerName(r.fromWorker));
}

QString ReferralReader::wasWith(const ReferralTrack& track) const {
    QStringList desks;
    for (const auto& stop : track.course.stops) {
        const ServiceEntry* service = directory.service(stop.service);
        desks << (!stop.worker.empty() ? workerName(stop.worker)
                  : service != nullptr ? shown(service->name)
                                       : shown(directory.agency(stop.agency).name));
    }
    return desks.join(tr(", then ", "between the desks where a referral was"));
}

QVariantList ReferralReader::detours(const ReferralTrack& track) const {
    const auto& course = track.course;
    QVariantList list;
    if (course.reopened > 0) {
        list << past("undo", tr("Opened again", "referral stage"), quoted(course.reopenedBecause));
    }
    if (course.passedOn > 0) {
        QString detail = tr("It was with %1.", "referral stage, %1 workers or services").arg(wasWith(track));
        if (!course.passedOnBecause.empty()) {
            detail += QStringLiteral(" ") + quoted(course.passedOnBecause);
        }
        list << past("arrow-right", tr("Passed on %n time(s)", "referral stage", static_cast<int>(course.passedOn)),
                     detail);
    }
    return list;
}

// Of one that nobody has answered in time: who may do what now.
QString ReferralReader::lateWords(const ReferralTrack& track) const {
    const auto& r = track.referral;
    if (isSender(r)) {
        return r.toWorker.empty()
                   ? tr("It was due by now. Ring them, or send it to whoever is on duty.", "referral stage")
                   : tr("It was due by now. Whoever is on duty at %1 has it too, and may answer it. Ring if it cannot "
                        "wait.",
                        "referral stage, %1 agency")
                         .arg(shown(directory.agency(r.toAgency).name));
    }
    return track.standsIn
               ? tr("It was due by now, and %1 has not answered. Answer it, or pass it on to who can.",
                    "referral stage, %1 worker")
                     .arg(workerName(r.toWorker))
               : tr("It was due by now. %1 sees that.", "referral stage, %1 worker").arg(workerName(r.fromWorker));
}

} // namespace frontsheet
