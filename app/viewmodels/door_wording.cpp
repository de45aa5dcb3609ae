#include "app/viewmodels/door_wording.h"

#include "core/domain/care/door_sheet.h"
#include "core/domain/care/due_at_visit.h"
#include "core/domain/care/instruments.h"
#include "core/domain/care/no_reply.h"
#include "core/domain/care/round.h"

#include <QStringList>

#include <utility>

namespace frontsheet {

namespace {

using care::DoorFact;
using care::VisitStage;
using Kind = care::DoorFact::Kind;

constexpr qsizetype kGlanceLength = 72;

template <std::size_t N>
QString worded(const std::pair<std::string_view, const char*> (&words)[N], const std::string& code) {
    for (const auto& [known, text] : words) {
        if (code == known) {
            return DoorWording::tr(text);
        }
    }
    return {};
}

QString riskTitle(const std::string& code) {
    static constexpr std::pair<std::string_view, const char*> kWords[] = {
        {"lone-worker", QT_TRANSLATE_NOOP("frontsheet::DoorWording", "Visiting alone")},
        {"violence", QT_TRANSLATE_NOOP("frontsheet::DoorWording", "Violence")},
        {"infection", QT_TRANSLATE_NOOP("frontsheet::DoorWording", "Infection")},
        {"falls", QT_TRANSLATE_NOOP("frontsheet::DoorWording", "Falls")},
        {"self-neglect", QT_TRANSLATE_NOOP("frontsheet::DoorWording", "Self-neglect")},
        {"self-harm", QT_TRANSLATE_NOOP("frontsheet::DoorWording", "Self-harm")},
        {"environment", QT_TRANSLATE_NOOP("frontsheet::DoorWording", "The home itself")},
        {"fire", QT_TRANSLATE_NOOP("frontsheet::DoorWording", "Fire")},
        {"animals", QT_TRANSLATE_NOOP("frontsheet::DoorWording", "Animals")}};
    return worded(kWords, code);
}

QString advanceTitle(const std::string& code) {
    static constexpr std::pair<std::string_view, const char*> kWords[] = {
        {"dnacpr", QT_TRANSLATE_NOOP("frontsheet::DoorWording", "DNACPR")},
        {"respect", QT_TRANSLATE_NOOP("frontsheet::DoorWording", "ReSPECT form")},
        {"advance-decision", QT_TRANSLATE_NOOP("frontsheet::DoorWording", "Advance decision")}};
    return worded(kWords, code);
}

QString interpreterWords(const std::string& code) {
    static constexpr std::pair<std::string_view, const char*> kWords[] = {
        {"spoken", QT_TRANSLATE_NOOP("frontsheet::DoorWording", "Interpreter")},
        {"british-sign-language", QT_TRANSLATE_NOOP("frontsheet::DoorWording", "British Sign Language interpreter")},
        {"deafblind-manual", QT_TRANSLATE_NOOP("frontsheet::DoorWording", "Deafblind manual interpreter")},
        {"relay", QT_TRANSLATE_NOOP("frontsheet::DoorWording", "Rings through a relay service")}};
    return worded(kWords, code);
}

QString sentence(const QString& words) {
    return words.isEmpty() || words.endsWith(QLatin1Char('.')) || words.endsWith(QLatin1Char('!')) ||
                   words.endsWith(QLatin1Char('?'))
               ? words
               : words + QLatin1Char('.');
}

QString joined(const QStringList& sentences) {
    QStringList out;
    for (const auto& one : sentences) {
        if (!one.isEmpty()) {
            out << sentence(one);
        }
    }
    return out.join(QLatin1Char(' '));
}

const char* iconOf(const DoorFact& fact) {
    switch (fact.kind) {
    case Kind::Death:
        return "stop";
    case Kind::LoneWorker:
        return "people";
    case Kind::Advance:
        return "shield";
    case Kind::Allergy:
        return "pill";
    case Kind::Animals:
        return "paw";
    case Kind::Communication:
        return "speech";
    case Kind::LivesWith:
        return "home";
    case Kind::GettingIn:
        return shown(fact.text).contains(QLatin1String("key"), Qt::CaseInsensitive) ? "key" : "home";
    case Kind::Risk:
        break;
    }
    return fact.code == "falls" || shown(fact.text).contains(QLatin1String("fall"), Qt::CaseInsensitive) ? "fall"
                                                                                                         : "alert";
}

struct FactWords {
    QString title;
    QString detail;
};

FactWords wordsOf(const DoorFact& fact, const Wording& wording) {
    const QString text = capitalised(shown(fact.text));
    const QString detail = capitalised(shown(fact.detail));
    switch (fact.kind) {
    case Kind::Death:
        return {DoorWording::tr("Has died", "alert at the door"),
                DoorWording::tr("On %1.", "%1 date of death").arg(wording.isoDate(fact.text))};
    case Kind::Advance:
        return {advanceTitle(fact.code),
                joined({text, detail.isEmpty()
                                  ? QString{}
                                  : DoorWording::tr("Kept: %1", "%1 where the paper is").arg(shown(fact.detail))})};
    case Kind::Allergy:
        return {DoorWording::tr("Allergy: %1", "%1 substance").arg(shown(fact.text)),
                joined({detail, fact.code == "severe" ? DoorWording::tr("Severe", "allergy") : QString{}})};
    case Kind::Communication: {
        const QString interpreter = interpreterWords(fact.code);
        const QString title =
            interpreter.isEmpty() ? DoorWording::tr("To be understood", "alert at the door: communication needs")
            : text.isEmpty()      ? interpreter
                                  : DoorWording::tr("%1: %2", "%1 interpreter, %2 language").arg(interpreter, text);
        return {title, joined({detail})};
    }
    case Kind::LivesWith:
        return {DoorWording::tr("%1 lives here", "%1 name").arg(shown(fact.text)), joined({detail})};
    case Kind::GettingIn:
        return {DoorWording::tr("Getting in", "alert at the door: key safe, entry"), {}};
    case Kind::LoneWorker:
    case Kind::Animals:
    case Kind::Risk:
        break;
    }
    const QString title = riskTitle(fact.code);
    return title.isEmpty() ? FactWords{sentence(text), joined({detail})} : FactWords{title, joined({text, detail})};
}

} // namespace

QVariantMap DoorWording::fact(const DoorFact& fact) const {
    const auto words = wordsOf(fact, m_wording);
    const bool covered = fact.kind == Kind::GettingIn;
    return {{QStringLiteral("iconName"), QString::fromLatin1(iconOf(fact))},
            {QStringLiteral("title"), sentence(words.title)},
            {QStringLiteral("detail"), words.detail},
            {QStringLiteral("secret"), covered ? capitalised(shown(fact.text)) : QString{}},
            {QStringLiteral("record"), shown(fact.record.hex())},
            {QStringLiteral("grave"), fact.kind <= Kind::Allergy},
            {QStringLiteral("badge"), badge(m_directory.agency(fact.source.agency), m_wording.date(fact.source.asOf))}};
}

QVariantList DoorWording::facts(const care::DoorSheet& door) const {
    QVariantList out;
    for (const auto& one : door.facts) {
        out << fact(one);
    }
    return out;
}

QVariantList DoorWording::glance(const care::DoorSheet& door, int most) const {
    QVariantList out;
    const auto put = [&out](const char* icon, const QString& text) {
        out << QVariantMap{{QStringLiteral("iconName"), QString::fromLatin1(icon)}, {QStringLiteral("text"), text}};
    };
    for (const auto& one : door.facts) {
        if (out.size() >= most || one.kind == Kind::GettingIn) {
            break;
        }
        if (one.kind == Kind::LivesWith || one.kind == Kind::Allergy) {
            continue; // at the door; not on the way there
        }
        const auto words = wordsOf(one, m_wording);
        // What to do says more in a line than what kind it is.
        const bool byDetail = one.kind == Kind::LoneWorker && !one.detail.empty();
        QString text = byDetail ? sentence(capitalised(shown(one.detail)))
                       : words.detail.isEmpty()
                           ? sentence(words.title)
                           : tr("%1: %2", "%1 kind of alert, %2 its words").arg(words.title, words.detail);
        text = text.simplified();
        put(iconOf(one), text.size() > kGlanceLength ? text.left(kGlanceLength - 1) + QChar(0x2026) : text);
    }
    if (door.has(Kind::GettingIn)) {
        put("key", tr("Getting in: see inside", "round: how to get in is covered until asked for"));
    }
    return out;
}

QVariantMap DoorWording::due(const care::DueAtVisit& due) const {
    using What = care::DueAtVisit::What;
    const auto* instrument = care::instrumentOf(due.words);
    const QString measure = instrument != nullptr ? shown(std::string{instrument->name}) : shown(due.words);
    QString text;
    switch (due.what) {
    case What::SafetyAction:
        text = tr("%1: an answer about death or self-harm waits for you", "%1 measure").arg(measure);
        break;
    case What::Action:
        text = tr("To do by %1: %2", "%1 date, %2 what").arg(m_wording.isoDate(due.on), shown(due.words));
        break;
    case What::MeasureAgain:
        text = tr("%1 due since %2", "%1 measure, %2 date").arg(measure, m_wording.isoDate(due.on));
        break;
    case What::PlanReview:
        text = tr("Plan to be reviewed by %1", "%1 date").arg(m_wording.isoDate(due.on));
        break;
    case What::AlertReview:
        text = tr("Does this still hold? %1", "%1 words of an alert").arg(shown(due.words));
        break;
    }
    const bool ofMeasure = due.what == What::SafetyAction || due.what == What::MeasureAgain;
    return {{QStringLiteral("text"), text},
            {QStringLiteral("grave"), due.what == What::SafetyAction},
            {QStringLiteral("instrument"), ofMeasure ? shown(due.words) : QString{}},
            {QStringLiteral("record"), shown(due.record.hex())}};
}

QVariantMap DoorWording::mayBeTold(const care::MayBeTold& who) const {
    using Because = care::MayBeTold::Because;
    const QString because = who.because == Because::Manager     ? tr("Your manager", "why somebody may be told")
                            : who.because == Because::OnDuty    ? tr("On duty today", "why somebody may be told")
                            : who.because == Because::CareTeam  ? tr("Knows the person", "why somebody may be told")
                            : who.because == Because::CaseOwner ? tr("Owns the plan", "why somebody may be told")
                                                                : tr("In your team", "why somebody may be told");
    return {{QStringLiteral("worker"), shown(who.worker.code.str())},
            {QStringLiteral("name"), shown(who.worker.name)},
            {QStringLiteral("role"), capitalised(shown(who.worker.role))},
            {QStringLiteral("phone"), shown(who.worker.phone)},
            {QStringLiteral("because"), because},
            {QStringLiteral("badge"), badge(m_directory.agency(who.worker.agency))}};
}

QVariantMap DoorWording::toRing(const care::ToRing& who) {
    const QString relation = capitalised(shown(who.relation));
    return {{QStringLiteral("name"), shown(who.name)},
            {QStringLiteral("detail"), !who.hasKey          ? relation
                                       : relation.isEmpty() ? tr("Has a key", "somebody to ring")
                                                            : tr("%1, has a key", "%1 relation").arg(relation)},
            {QStringLiteral("phone"), shown(who.phone)}};
}

QString DoorWording::stage(VisitStage stage) {
    switch (stage) {
    case VisitStage::Planned:
        return tr("Planned", "stage of a visit");
    case VisitStage::OnTheWay:
        return tr("On the way", "stage of a visit");
    case VisitStage::There:
        return tr("You are there", "stage of a visit");
    case VisitStage::Done:
        return tr("Done", "stage of a visit");
    case VisitStage::NoReply:
        return tr("No reply", "stage of a visit");
    case VisitStage::Cancelled:
        return tr("Called off", "stage of a visit");
    case VisitStage::Stopped:
        return tr("Stopped", "stage of a visit: it will not be made");
    }
    return {};
}

QString DoorWording::stageIcon(VisitStage stage) {
    switch (stage) {
    case VisitStage::OnTheWay:
        return QStringLiteral("arrow-right");
    case VisitStage::There:
        return QStringLiteral("pin");
    case VisitStage::Done:
        return QStringLiteral("check");
    case VisitStage::NoReply:
        return QStringLiteral("warning");
    case VisitStage::Cancelled:
    case VisitStage::Stopped:
        return QStringLiteral("stop");
    case VisitStage::Planned:
        break;
    }
    return QStringLiteral("clock");
}

QString DoorWording::stageName(VisitStage stage) {
    static constexpr const char* kNames[] = {"planned", "way", "there", "done", "no-reply", "cancelled", "stopped"};
    return QString::fromLatin1(kNames[static_cast<std::size_t>(stage)]);
}

} // namespace frontsheet
