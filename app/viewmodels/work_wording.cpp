#include "app/viewmodels/work_wording.h"

#include "core/domain/display_name.h"

namespace frontsheet {

namespace {

QString iconOf(WorkKind kind) {
    switch (kind) {
    case WorkKind::Referral:
    case WorkKind::OwnReferral:
    case WorkKind::SentReferral:
        return QStringLiteral("referrals");
    case WorkKind::Placement:
    case WorkKind::Visit:
        return QStringLiteral("home");
    case WorkKind::NoReply:
    case WorkKind::UnsafeAnswer:
        return QStringLiteral("warning");
    case WorkKind::Conference:
        return QStringLiteral("people");
    case WorkKind::Message:
        return QStringLiteral("message");
    case WorkKind::Notice:
        return QStringLiteral("shield");
    case WorkKind::Plan:
    case WorkKind::Action:
        return QStringLiteral("check");
    }
    return {};
}

QString goesTo(WorkKind kind) {
    switch (kind) {
    case WorkKind::Referral:
    case WorkKind::OwnReferral:
    case WorkKind::SentReferral:
        return QStringLiteral("referral");
    case WorkKind::Placement:
        return QStringLiteral("placement");
    default:
        return QStringLiteral("person");
    }
}

bool isOfferable(care::PassingOn passing) {
    return passing == care::PassingOn::Offer || passing == care::PassingOn::AsksAnew;
}

} // namespace

QString WorkReader::workerName(const WorkerId& worker) const { return shown(directory.worker(worker).name); }

QString WorkReader::what(const OpenWork& work) const {
    const QString words = shown(work.what);
    switch (work.kind) {
    case WorkKind::Referral:
        return work.concern ? tr("Concern: %1", "%1 what it is about").arg(words)
                            : tr("Referral: %1", "%1 what is asked for").arg(words);
    case WorkKind::OwnReferral:
        return tr("Our referral: %1", "%1 what was asked for; it waits for who sent it").arg(words);
    case WorkKind::SentReferral:
        return tr("Our referral: %1", "%1 what was asked for; it waits for its receiver").arg(words);
    case WorkKind::Plan:
        return tr("Case owner of the plan", "a piece of work");
    case WorkKind::Placement:
        return words.isEmpty() ? tr("Reviewing officer of a placement", "a piece of work")
                               : tr("Reviewing officer, placed at %1", "a piece of work, %1 care home").arg(words);
    case WorkKind::Action:
        return words;
    case WorkKind::Visit:
        return words.isEmpty() ? tr("A visit", "a piece of work") : tr("A visit: %1", "%1 what it is for").arg(words);
    case WorkKind::NoReply:
        return tr("Nobody answered the door, and nobody knows yet that they are safe", "a piece of work");
    case WorkKind::UnsafeAnswer:
        return tr("An answer about harm that nobody has decided about", "a piece of work: a questionnaire");
    case WorkKind::Conference:
        return tr("Chairs a conference: %1", "%1 what it is about").arg(words);
    case WorkKind::Message:
        return tr("A message that is not read yet", "a piece of work");
    case WorkKind::Notice:
        return tr("Another agency asked about sharing, and waits to hear that it is known", "a piece of work");
    }
    return words;
}

QString WorkReader::due(const OpenWork& work) const {
    if (work.by.isKnown()) {
        const bool takesPlace = work.kind == WorkKind::Visit || work.kind == WorkKind::Conference;
        return takesPlace ? capitalised(wording.dateTime(work.by))
                          : tr("Answer by %1", "%1 date and time").arg(wording.dateTime(work.by));
    }
    if (!work.due.empty()) {
        const bool review = work.kind == WorkKind::Plan || work.kind == WorkKind::Placement;
        const QString day = wording.nearDate(work.due);
        return review ? tr("Review due %1", "%1 date").arg(day) : tr("Due %1", "%1 date").arg(day);
    }
    return work.since.isKnown() ? tr("Since %1", "it waits, %1 date and time").arg(wording.dateTime(work.since))
                                : QString{};
}

QString WorkReader::holder(const WorkShown& shownWork) const {
    const auto& work = shownWork.work;
    switch (shownWork.held) {
    case Held::Offered:
        if (work.kind == WorkKind::Action) {
            return tr("%1 is asked. Until they say yes nobody has it; %2 asked for it.", "%1 %2 workers")
                .arg(workerName(work.asked), workerName(work.askedBy));
        }
        return work.owner.empty()
                   ? tr("%1 is asked. Until they say yes nobody has it.", "%1 worker").arg(workerName(work.asked))
                   : tr("%1 is asked. Until they say yes %2 has it.", "%1 %2 workers")
                         .arg(workerName(work.asked), workerName(work.owner));
    case Held::Declined:
        return tr("%1 said no. %2 asked for it.", "%1 %2 workers")
            .arg(workerName(work.owner), workerName(work.askedBy));
    case Held::Gone: {
        const auto& who = work.owner.empty() ? work.asked : work.owner;
        return tr("%1 is no longer in the directory.", "who had it, %1 worker").arg(workerName(who));
    }
    case Held::Nobody:
        return tr("Nobody has it.", "a piece of work");
    case Held::Theirs:
        return work.kind == WorkKind::SentReferral || work.kind == WorkKind::OwnReferral
                   ? tr("Sent by %1", "%1 worker").arg(workerName(work.owner))
                   : workerName(work.owner);
    }
    return {};
}

QString WorkReader::why(const WorkShown& shownWork) const {
    const auto& work = shownWork.work;
    if (shownWork.standsIn) {
        return tr("Nobody answered in time: you are on duty, and may answer it or pass it on, on its page.",
                  "a referral that names a colleague");
    }
    switch (shownWork.passing) {
    case care::PassingOn::Offer:
    case care::PassingOn::AsksAnew:
        return {};
    case care::PassingOn::OwnerOnly:
        if (work.owner.empty()) {
            return tr("It is kept at %1. Ring them to say who has it.", "%1 agency")
                .arg(shown(directory.agency(work.home).name));
        }
        return tr("It is kept at %1, where only %2 can pass it on. Ask them to, before they are away.",
                  "%1 agency, %2 worker")
            .arg(shown(directory.agency(work.home).name), workerName(work.owner));
    case care::PassingOn::SenderOnly:
        return tr("It goes on in their name. What comes back stands on your open loops.", "a referral they sent");
    case care::PassingOn::NotPassed:
        break;
    }
    switch (work.kind) {
    case WorkKind::Conference:
        return tr("Agree another chair, and change it on the conference.", "cannot be passed on from here");
    case WorkKind::Message:
        return tr("They alone can read it. Ring them, or ask whoever wrote it.", "cannot be passed on from here");
    case WorkKind::NoReply:
    case WorkKind::UnsafeAnswer:
        return tr("It cannot wait to be passed on: see to it now.", "cannot be passed on from here");
    default:
        return tr("It waits for another agency, and comes back to this list.", "cannot be passed on from here");
    }
}

QVariantMap WorkReader::row(const WorkShown& one) const {
    const auto& work = one.work;
    QStringList hands;
    for (const auto& who : {work.owner, work.asked}) {
        if (!who.empty()) {
            hands << shown(who.str());
        }
    }
    return {{QStringLiteral("id"), shown(work.record.hex())},
            {QStringLiteral("hands"), hands},
            {QStringLiteral("icon"), iconOf(work.kind)},
            {QStringLiteral("name"),
             work.person.isNull() ? QString{} : shown(bannerName(one.person.familyName, one.person.givenName, {}))},
            {QStringLiteral("what"), what(work)},
            {QStringLiteral("holder"), holder(one)},
            {QStringLiteral("unowned"), isUnowned(one.held)},
            {QStringLiteral("due"), due(work)},
            {QStringLiteral("late"), one.late},
            {QStringLiteral("why"), why(one)},
            {QStringLiteral("offerable"), isOfferable(one.passing)},
            {QStringLiteral("asksWords"), one.passing == care::PassingOn::AsksAnew},
            {QStringLiteral("takeBack"), one.held == Held::Offered && one.mayTakeBack},
            {QStringLiteral("waiting"), one.waiting},
            {QStringLiteral("personId"), shown(work.person.hex())},
            {QStringLiteral("goes"), goesTo(work.kind)}};
}

QVariantList WorkReader::rows(const std::vector<WorkShown>& works) const {
    QVariantList out;
    for (const auto& one : works) {
        out << row(one);
    }
    return out;
}

QVariantMap WorkReader::offered(const OfferedWork& one, const std::string& today, WallTime now) const {
    return {{QStringLiteral("id"), shown(one.work.record.hex())},
            {QStringLiteral("personId"), shown(one.work.person.hex())},
            {QStringLiteral("name"), shown(bannerName(one.person.familyName, one.person.givenName, {}))},
            {QStringLiteral("what"), what(one.work)},
            {QStringLiteral("by"), one.by.empty() ? QString{} : tr("%1 asks you", "%1 worker").arg(workerName(one.by))},
            {QStringLiteral("words"), shown(one.words)},
            {QStringLiteral("due"), due(one.work)},
            {QStringLiteral("late"), isOverdue(one.work, today, now)},
            {QStringLiteral("badge"), badge(directory.agency(one.byAgency))}};
}

QVariantMap WorkReader::owned(const OwnedWork& one) const {
    const auto& work = one.work;
    QString by;
    if (work.declined) {
        by = tr("%1 cannot. Ask somebody else, or cancel it.", "an action that was asked for, %1 worker")
                 .arg(workerName(work.owner));
    } else if (work.kind == WorkKind::Action && work.askedBy != me.worker && !work.askedBy.empty()) {
        by = tr("%1 asked", "an action, %1 worker").arg(workerName(work.askedBy));
    }
    return {{QStringLiteral("id"), shown(work.record.hex())},
            {QStringLiteral("personId"), shown(work.person.hex())},
            {QStringLiteral("name"), shown(bannerName(one.person.familyName, one.person.givenName, {}))},
            {QStringLiteral("what"), what(work)},
            {QStringLiteral("by"), by},
            {QStringLiteral("due"), due(work)},
            {QStringLiteral("late"), one.late},
            {QStringLiteral("visit"), work.kind == WorkKind::Visit}};
}

QString WorkReader::away(const Away& one, const std::string& today) const {
    const QString from = wording.nearDate(one.from);
    const QString until = wording.nearDate(one.until);
    const bool now = one.on(today);
    QString said = now                 ? (one.until.empty() ? tr("Away, nobody knows how long")
                                                            : tr("Away until %1", "%1 the last day").arg(until))
                   : one.until.empty() ? tr("Away from %1", "%1 date").arg(from)
                   : one.until == one.from
                       ? tr("Away %1", "%1 one day").arg(from)
                       : tr("Away from %1 until %2", "%1 %2 dates, both among them").arg(from, until);
    said += QLatin1String(". ");
    return said + (one.deputy.empty() ? tr("Nobody stands in.", "a worker is away")
                                      : tr("%1 stands in.", "a worker is away, %1 deputy").arg(workerName(one.deputy)));
}

} // namespace frontsheet
