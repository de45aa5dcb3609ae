#include "app/viewmodels/waiting_wording.h"

#include <QCoreApplication>

namespace frontsheet {

namespace {

QString say(const char* text) { return QCoreApplication::translate("Waiting", text); }

QString nameOf(const AgencyEntry& home) { return shown(home.shortName.empty() ? home.name : home.shortName); }

// What a home did with work that it held.
AttentionWords settledWords(const SettledWork& settled, const QString& home, const Wording& wording) {
    const QString when = wording.date(settled.at);
    if (settled.how == Settlement::TakenIn) {
        return {QCoreApplication::translate("Waiting", "%1 took this into the record, %2.", "%1 agency, %2 date")
                    .arg(home, when),
                QCoreApplication::translate("Waiting", "%1 looked at it. It stands there as yours.", "%1 somebody")
                    .arg(shown(settled.by)),
                false, false};
    }
    return {
        QCoreApplication::translate("Waiting", "%1 closed this, %2, because: %3",
                                    "%1 somebody, %2 date, %3 their words")
            .arg(shown(settled.by), when, shown(settled.words)),
        QCoreApplication::translate("Waiting",
                                    "It is not in %1’s record. Your words stay here until you say that you have dealt "
                                    "with it.",
                                    "%1 agency")
            .arg(home),
        true, true};
}

AttentionWords heldWords(const QString& home, bool isOwn) {
    return isOwn
               ? AttentionWords{say(QT_TRANSLATE_NOOP("Waiting",
                                                      "You are no longer involved, so your agency keeps this for "
                                                      "its manager.")),
                                say(QT_TRANSLATE_NOOP("Waiting",
                                                      "Nothing is lost. Your manager takes it in, or closes it "
                                                      "with a reason, and you read here which.")),
                                false, true}
               : AttentionWords{
                     QCoreApplication::translate(
                         "Waiting", "You are no longer involved there, so %1 keeps this for its manager.", "%1 agency")
                         .arg(home),
                     say(QT_TRANSLATE_NOOP("Waiting", "Nothing is lost. Their manager takes it in, or closes it "
                                                      "with a reason, and you read here which. If it cannot "
                                                      "wait, ring them.")),
                     false, true};
}

// What its home said when it did not take it.
struct Refusal {
    const char* problem; // %1 its home
    const char* advice;
};

Refusal refusalOf(ErrorCode reason) {
    switch (reason) {
    case ErrorCode::NotPermitted:
        return {QT_TRANSLATE_NOOP("Waiting", "%1 did not take this: it is not yours to write there."),
                QT_TRANSLATE_NOOP("Waiting", "Your words are kept here. If %1 should know this, ring and say it.")};
    case ErrorCode::Immutable:
        return {QT_TRANSLATE_NOOP("Waiting", "It was already finished when this reached %1."),
                QT_TRANSLATE_NOOP("Waiting",
                                  "What is finished is added to, never changed. Open the front sheet and add your "
                                  "words to it; they are kept here until then.")};
    case ErrorCode::WrongState:
        return {QT_TRANSLATE_NOOP("Waiting", "It had moved on when this reached %1."),
                QT_TRANSLATE_NOOP("Waiting",
                                  "Open the front sheet and look where it stands now. If this still needs saying, "
                                  "write it again there.")};
    case ErrorCode::Conflict:
        return {QT_TRANSLATE_NOOP("Waiting", "Someone else changed the same thing before this reached %1."),
                QT_TRANSLATE_NOOP("Waiting",
                                  "What they wrote stands. Open the front sheet; if yours is still right, write it "
                                  "again there.")};
    case ErrorCode::Duplicate:
        return {
            QT_TRANSLATE_NOOP("Waiting", "%1 has this already."),
            QT_TRANSLATE_NOOP("Waiting", "Open the front sheet and look. If it is there, nothing more is to be done.")};
    case ErrorCode::NotFound:
    case ErrorCode::WrongTenant:
        return {QT_TRANSLATE_NOOP("Waiting", "%1 does not have what this belongs to."),
                QT_TRANSLATE_NOOP("Waiting",
                                  "It may be closed there, or another agency has it now. Your words are kept here: "
                                  "ring %1 before you write them again.")};
    case ErrorCode::Missing:
        return {QT_TRANSLATE_NOOP("Waiting", "Something that %1 needs is still empty in this."),
                QT_TRANSLATE_NOOP("Waiting",
                                  "Open the front sheet, write it again with nothing left out, then say here that "
                                  "you have dealt with this.")};
    case ErrorCode::ImpossibleDate:
        return {QT_TRANSLATE_NOOP("Waiting", "A date in this does not exist, so %1 did not take it."),
                QT_TRANSLATE_NOOP("Waiting",
                                  "Write it again with the date put right. Your words are kept here until then.")};
    case ErrorCode::TooLarge:
        return {QT_TRANSLATE_NOOP("Waiting", "This is longer than %1 takes at once."),
                QT_TRANSLATE_NOOP("Waiting", "Write it again in two parts. Your words are kept here until then.")};
    case ErrorCode::Unsupported:
    case ErrorCode::UnknownType:
        return {QT_TRANSLATE_NOOP("Waiting", "%1’s server does not know this kind of thing yet."),
                QT_TRANSLATE_NOOP("Waiting",
                                  "Your words are kept here. Tell your administrator; if it cannot wait, ring %1.")};
    default:
        return {QT_TRANSLATE_NOOP("Waiting", "%1’s server could not read this (number %2)."),
                QT_TRANSLATE_NOOP("Waiting",
                                  "Your words are kept here. Tell your administrator the number; if it cannot wait, "
                                  "ring %1.")};
    }
}

} // namespace

AttentionWords attentionWords(const WaitingItem& waiting, const AgencyEntry& home, const AgencyId& own,
                              const Wording& wording) {
    const QString name = nameOf(home);
    const OutboxItem& item = waiting.item;
    if (waiting.settled) {
        return settledWords(*waiting.settled, name, wording);
    }
    switch (item.outcome) {
    case IntentOutcome::Conflict:
        return {say(QT_TRANSLATE_NOOP("Waiting", "Someone else changed the same words.")),
                say(QT_TRANSLATE_NOOP("Waiting", "Both versions are kept. Look at the record, then settle it.")), false,
                false};
    case IntentOutcome::Held:
        return heldWords(name, item.intent.home == own);
    default:
        break;
    }
    const Refusal refusal = refusalOf(item.reason);
    QString problem = say(refusal.problem).arg(name);
    if (problem.contains(QLatin1String("%2"))) {
        problem = problem.arg(static_cast<int>(item.reason));
    }
    const QString advice = say(refusal.advice);
    return {problem, advice.contains(QLatin1String("%1")) ? advice.arg(name) : advice,
            item.reason != ErrorCode::Duplicate, true};
}

QString queuedWords(const WaitingItem& waiting, const AgencyEntry& home) {
    if (waiting.item.state == OutboxState::WaitsForAnother) {
        return waiting.waitsForAuthor
                   ? QCoreApplication::translate("Waiting", "Waits until you have dealt with what it builds on, above.",
                                                 "waiting list")
                   : QCoreApplication::translate("Waiting", "Goes after another item.", "waiting list");
    }
    return QCoreApplication::translate("Waiting", "Goes to %1 when there is signal.", "waiting list, %1 agency")
        .arg(nameOf(home));
}

} // namespace frontsheet
