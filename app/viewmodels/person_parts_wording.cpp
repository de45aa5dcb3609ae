#include "app/viewmodels/person_parts_wording.h"

#include "core/domain/care/who_decides.h"
#include "core/domain/record_line.h"
#include "core/domain/schema/about_person.h"
#include "core/domain/schema/carer.h"
#include "core/domain/schema/placement.h"
#include "core/domain/schema/placement_parts.h"
#include "core/domain/schema/safety.h"

namespace frontsheet {

namespace {

const char* riskIcon(std::string_view kind) {
    return kind == "falls"                               ? "fall"
           : kind == "animals"                           ? "paw"
           : kind == "lone-worker" || kind == "violence" ? "people"
                                                         : "alert";
}

} // namespace

QVariantMap PersonPartsReader::fact(const Record& record, const char* icon, const QString& title,
                                    const QStringList& details, const QString& trailing) const {
    QStringList said;
    for (const QString& one : details) {
        if (!one.isEmpty()) {
            said << one;
        }
    }
    QVariantMap map = reader.row(record, trailing);
    map[QStringLiteral("iconName")] = QString::fromLatin1(icon);
    map[QStringLiteral("title")] = title;
    map[QStringLiteral("detail")] = said.join(QLatin1Char(' '));
    map[QStringLiteral("number")] = QString{};
    map[QStringLiteral("numberOf")] = QString{};
    return map;
}

QVariantMap PersonPartsReader::death(const Record& record) const {
    namespace d = frontsheet::death;
    const auto& f = record.fields;
    const QString on = reader.wording.isoDate(f.get(d::kDiedOn));
    const QString by = shown(f.get(d::kToldBy));
    return fact(record, "person", tr("Died %1.", "a death: %1 date").arg(on),
                {f.text(d::kPlace).empty()
                     ? QString{}
                     : tr("%1.", "a death: %1 where").arg(choiceWords(record.type, d::kPlace.tag, f.text(d::kPlace))),
                 by.isEmpty() ? QString{} : tr("Told by %1.", "a death: %1 who").arg(by)},
                reader.wording.date(record.occurredAt));
}

QVariantMap PersonPartsReader::asCarer(const Record& record) const {
    const auto& f = record.fields;
    if (record.type == RecordType::CarerPrivate) {
        return fact(record, "lock", tr("Private to them as a carer.", "a note that stays at its agency"),
                    {shown(f.get(carer_private::kText))}, reader.wording.date(record.occurredAt));
    }
    namespace a = carer_assessment;
    const QString on = reader.wording.isoDate(f.get(a::kAssessedOn));
    const QString by = reader.workerName(f.get(a::kAssessedBy));
    const bool draft = f.text(a::kState) == "draft";
    auto map = fact(record, "person",
                    draft ? tr("Carer's assessment, not finished.", "a carer's own record")
                          : tr("Carer's assessment.", "a carer's own record"),
                    {draft || on.isEmpty() ? QString{}
                     : by.isEmpty()        ? tr("On %1.", "an assessment, %1 date").arg(on)
                                           : tr("By %1, %2.", "an assessment, %1 worker, %2 date").arg(by, on)},
                    reader.wording.date(record.occurredAt));
    QStringList lines;
    for (const auto& [field, heading] : {std::pair{&a::kDoes, tr("What they do: %1", "a carer's assessment")},
                                         {&a::kEffect, tr("What it does to them: %1", "a carer's assessment")},
                                         {&a::kWishes, tr("What they wish for themselves: %1", "a carer's assessment")},
                                         {&a::kNeeds, tr("What they need: %1", "a carer's assessment")},
                                         {&a::kAgreed, tr("What was agreed: %1", "a carer's assessment")}}) {
        if (!f.text(*field).empty()) {
            lines << heading.arg(shown(f.get(*field)));
        }
    }
    if (!lines.isEmpty()) {
        const QString when = map.value(QStringLiteral("detail")).toString();
        map[QStringLiteral("detail")] = (when.isEmpty() ? lines : QStringList{when} + lines).join(QLatin1Char('\n'));
    }
    return map;
}

QVariantMap PersonPartsReader::episode(const Record& record) const {
    namespace h = hospital_at_home;
    const auto& f = record.fields;
    const QString lead = reader.workerName(f.get(h::kLead));
    const QString watch = shown(f.get(h::kWatchFor));
    const QString until = reader.wording.isoDate(f.get(h::kEndsOn));
    auto map =
        fact(record, "home", tr("%1.", "hospital at home: %1 what for").arg(capitalised(shown(f.get(h::kReason)))),
             {tr("Since %1.", "hospital at home: %1 date").arg(reader.wording.isoDate(f.get(h::kStartedOn))),
              until.isEmpty() ? QString{} : tr("Planned until %1.", "hospital at home: %1 date").arg(until),
              lead.isEmpty() ? QString{} : tr("Led by %1.", "hospital at home: %1 worker").arg(lead),
              watch.isEmpty() ? QString{} : tr("Watch for: %1", "hospital at home").arg(watch),
              f.text(h::kRing).empty() ? QString{}
                                       : tr("Ring at any hour: %1", "hospital at home").arg(shown(f.get(h::kRing)))},
             reader.wording.date(record.occurredAt));
    const auto numbers = numbersIn(shown(f.get(h::kRing)));
    if (!numbers.isEmpty()) {
        map[QStringLiteral("number")] = numbers.constFirst().toMap().value(QStringLiteral("number"));
        map[QStringLiteral("numberOf")] = tr("Hospital at home, at any hour", "whom to ring");
    }
    return map;
}

QVariantMap PersonPartsReader::risk(const Record& record) const {
    namespace r = risk_alert;
    const auto& f = record.fields;
    const QString kind =
        f.text(r::kKind).empty() ? tr("Risk", "an alert") : choiceWords(record.type, r::kKind.tag, f.text(r::kKind));
    return fact(record, riskIcon(f.text(r::kKind)),
                f.text(r::kKind) == "lone-worker" ? tr("Not alone.", "an alert to workers who visit alone")
                                                  : tr("%1.", "an alert: %1 kind").arg(kind),
                {shown(f.get(r::kText)),
                 f.text(r::kDoThis).empty() ? QString{} : tr("Do this: %1", "an alert").arg(shown(f.get(r::kDoThis)))},
                reader.wording.date(record.occurredAt));
}

QVariantMap PersonPartsReader::registered(const Alert& alert) const {
    const bool legal = alert.kind == Alert::Kind::LegalStatus;
    const QString text = capitalised(shown(alert.text));
    return {{QStringLiteral("id"), shown(alert.record.hex())},
            {QStringLiteral("badge"),
             badge(reader.directory.agency(alert.source.agency), reader.wording.date(alert.source.asOf))},
            {QStringLiteral("unsent"), false},
            {QStringLiteral("editable"), false},
            {QStringLiteral("endings"), QVariantList{}},
            {QStringLiteral("iconName"), legal ? QStringLiteral("shield") : QStringLiteral("alert")},
            {QStringLiteral("title"), legal ? tr("Legal status.", "alert: Mental Health Act and the like") : text},
            {QStringLiteral("detail"), legal ? text : QString{}},
            {QStringLiteral("number"), QString{}},
            {QStringLiteral("numberOf"), QString{}}};
}

QVariantMap PersonPartsReader::allergy(const Record& record) const {
    namespace a = frontsheet::allergy;
    const auto& f = record.fields;
    const bool none = f.get(a::kNoneKnown) == 1;
    const QString severity = f.text(a::kSeverity) == "severe" ? tr("Severe.", "allergy")
                             : f.text(a::kSeverity) == "mild" ? tr("Mild.", "allergy")
                                                              : QString{};
    const QString source = tr("%1, %2", "allergy, medicine: %1 source such as GP record, %2 date")
                               .arg(shown(f.get(a::kSource)), reader.wording.nearDate(f.get(a::kAsOf)));
    return fact(record, none ? "check-circle" : "pill",
                none ? tr("No allergies known.", "asked, and none known")
                     : tr("%1.", "an allergy: %1 substance").arg(capitalised(shown(f.get(a::kSubstance)))),
                {none ? QString{}
                 : f.text(a::kReaction).empty()
                     ? tr("Reaction not known.", "allergy")
                     : tr("%1.", "allergy: %1 reaction").arg(capitalised(shown(f.get(a::kReaction)))),
                 severity},
                source);
}

QVariantMap PersonPartsReader::medicine(const Record& record) const {
    namespace m = frontsheet::medicine;
    const auto& f = record.fields;
    const QString source = tr("%1, %2", "allergy, medicine: %1 source such as GP record, %2 date")
                               .arg(shown(f.get(m::kSource)), reader.wording.nearDate(f.get(m::kAsOf)));
    QStringList dose;
    if (!f.text(m::kDose).empty()) {
        dose << shown(f.get(m::kDose));
    }
    if (f.get(m::kAsNeeded) == 1) {
        dose << tr("when needed", "medicine");
    }
    if (!f.text(m::kGivenBy).empty()) {
        dose << tr("given by %1", "medicine: %1 who").arg(shown(f.get(m::kGivenBy)));
    }
    const QString how =
        dose.isEmpty() ? QString{} : tr("%1.", "medicine: %1 dose").arg(capitalised(dose.join(QStringLiteral(", "))));
    return fact(record, "pill", tr("%1.", "medicine: %1 name").arg(capitalised(shown(f.get(m::kName)))),
                {how, shown(f.get(m::kNote))}, source);
}

QVariantMap PersonPartsReader::decided(const Record& record) const {
    namespace a = advance_plan;
    const auto& f = record.fields;
    const QString made =
        f.text(a::kMadeOn).empty()
            ? QString{}
            : tr("Made %1.", "advance decision: %1 date").arg(reader.wording.nearDate(f.get(a::kMadeOn)));
    const QString seen = f.get(a::kSeenBy).empty() ? tr("Nobody here has seen the paper.", "advance decision")
                                                   : tr("%1 saw the paper %2.", "advance decision: %1 worker, %2 date")
                                                         .arg(reader.workerName(f.get(a::kSeenBy)),
                                                              reader.wording.nearDate(f.get(a::kSeenOn)));
    const QString kept = f.text(a::kKeptWhere).empty()
                             ? QString{}
                             : tr("Kept: %1.", "advance decision: %1 where").arg(shown(f.get(a::kKeptWhere)));
    const QString holder = shown(f.get(a::kHolderName));
    const auto kind = f.text(a::kKind);
    const bool decides = care::namesDecisionMaker(record);
    const auto power = decides ? care::powerOf(record) : care::Power::NotSaid;
    const QString registered = power == care::Power::NotRegistered
                                   ? tr("Not registered: it has no force yet.", "attorney")
                               : power == care::Power::InForce ? tr("Registered.", "attorney")
                                                               : QString{};
    auto map =
        fact(record, decides ? "person" : "shield",
             tr("%1.", "decided in advance: %1 kind").arg(choiceWords(record.type, a::kKind.tag, kind)),
             {holder.isEmpty() ? QString{} : tr("%1.", "decided in advance: %1 attorney, or who wrote it").arg(holder),
              shown(f.get(a::kSummary)), registered, made, kept, seen},
             reader.wording.date(record.occurredAt));
    map[QStringLiteral("number")] = shown(f.get(a::kHolderPhone));
    map[QStringLiteral("numberOf")] = holder;
    return map;
}

QVariantMap PersonPartsReader::communication(const Record& record) const {
    namespace c = communication_need;
    const auto& f = record.fields;
    const auto word = [&](const TextField& field, const QString& sentence) {
        return f.text(field).empty() ? QString{}
                                     : sentence.arg(choiceWords(record.type, field.tag, f.text(field)).toLower());
    };
    const bool interpreter = !f.text(c::kInterpreter).empty();
    const QString language = shown(f.get(c::kInterpreterLanguage));
    const QString title = !interpreter ? tr("How to be understood.", "communication needs")
                          : language.isEmpty()
                              ? tr("Needs an interpreter.", "communication needs")
                              : tr("Needs an interpreter: %1.", "communication needs: %1 language").arg(language);
    return fact(record, "speech", title,
                {interpreter && language.isEmpty()
                     ? word(c::kInterpreter, tr("Interpreter: %1.", "communication needs"))
                     : QString{},
                 word(c::kContactBy, tr("Reach by %1.", "communication needs: %1 such as telephone")),
                 word(c::kInformationAs, tr("Information as %1.", "communication needs: %1 such as large print")),
                 shown(f.get(c::kSupport))},
                f.text(c::kAskedOn).empty()
                    ? QString{}
                    : tr("asked %1", "communication needs: %1 date").arg(reader.wording.nearDate(f.get(c::kAskedOn))));
}

QVariantMap PersonPartsReader::contact(const Record& record) const {
    namespace p = related_person;
    const auto& f = record.fields;
    const QString name = shown(f.get(p::kName));
    QStringList is;
    if (!f.text(p::kRelation).empty()) {
        is << shown(f.get(p::kRelation));
    }
    if (f.get(p::kLivesWith) == 1) {
        is << tr("lives with %1", "a relative: %1 the person").arg(reader.called);
    }
    if (f.get(p::kKeyHolder) == 1) {
        is << tr("has a key", "a relative");
    }
    const auto order = f.get(p::kOrder);
    const bool emergency = f.get(p::kEmergencyContact) == 1;
    const QString ring =
        !emergency  ? QString{}
        : order > 1 ? tr("In an emergency, number %1.", "a relative: %1 in which order they are rung").arg(order)
                    : tr("Ring first in an emergency.", "a relative");
    auto map =
        fact(record, emergency ? "phone" : "person", tr("%1.", "a relative: %1 name").arg(name),
             {is.isEmpty() ? QString{}
                           : tr("%1.", "a relative: %1 relation").arg(capitalised(is.join(QStringLiteral(", ")))),
              ring, shown(f.get(p::kNote))},
             reader.wording.date(record.occurredAt));
    map[QStringLiteral("number")] = shown(f.get(p::kPhone));
    map[QStringLiteral("numberOf")] = name;
    return map;
}

QVariantMap PersonPartsReader::asItStood(const Record& record) const {
    switch (record.type) {
    case RecordType::RiskAlert:
        return risk(record);
    case RecordType::Allergy:
        return allergy(record);
    case RecordType::Medicine:
        return medicine(record);
    case RecordType::AdvancePlan:
        return decided(record);
    case RecordType::CommunicationNeed:
        return communication(record);
    case RecordType::RelatedPerson:
        return contact(record);
    case RecordType::Death:
        return death(record);
    case RecordType::Carer:
        return fact(record, "", tr("%1, who looked after them.", "a carer of before").arg(shown(lineOf(record))), {},
                    {});
    case RecordType::View:
        return fact(record, "", tr("“%1”", "somebody's own words").arg(shown(lineOf(record))), {}, {});
    default:
        return fact(record, "", tr("%1.", "a need of before").arg(capitalised(shown(lineOf(record)))), {}, {});
    }
}

QVariantMap PersonPartsReader::once(const care::StoodOnce& stood) const {
    auto map = asItStood(stood.record);
    const QString on = reader.wording.isoDate(stood.on);
    const QString why = shown(stood.because);
    const QString how = stood.how == care::Ending::EnteredInError ? tr("Entered in error.", "what stood once")
                        : stood.how == care::Ending::Refuted      ? tr("Looked into, and not so.", "what stood once")
                        : on.isEmpty()                            ? tr("No longer so.", "what stood once")
                                       : tr("Not since %1.", "what stood once: %1 date").arg(on);
    map[QStringLiteral("ended")] =
        why.isEmpty() ? how : how + QLatin1Char(' ') + tr("“%1”", "somebody's own words").arg(why);
    map[QStringLiteral("iconName")] = QStringLiteral("stop");
    map[QStringLiteral("number")] = QString{};
    map[QStringLiteral("editable")] = false;
    map[QStringLiteral("endings")] = QVariantList{};
    return map;
}

QVariantMap PersonPartsReader::aboutMe(const Record& record) const {
    namespace a = about_me;
    const auto& f = record.fields;
    QVariantMap map = reader.row(record, f.text(a::kSaidOn).empty() ? reader.wording.date(record.occurredAt)
                                                                    : reader.wording.nearDate(f.get(a::kSaidOn)));
    QVariantList words;
    const std::pair<const TextField*, QString> all[] = {{&a::kImportant, tr("What matters most to me", "about me")},
                                                        {&a::kPeople, tr("People who matter to me", "about me")},
                                                        {&a::kSupport, tr("How to support me", "about me")},
                                                        {&a::kCommunication, tr("How to talk with me", "about me")},
                                                        {&a::kWellness, tr("My good days and bad days", "about me")},
                                                        {&a::kPleaseDo, tr("Please do, and please do not", "about me")},
                                                        {&a::kWorthKnowing, tr("Also worth knowing", "about me")}};
    for (const auto& [field, heading] : all) {
        if (const auto text = f.get(*field); !text.empty()) {
            words << QVariantMap{{QStringLiteral("heading"), heading},
                                 {QStringLiteral("text"), tr("“%1”", "somebody's own words").arg(shown(text))}};
        }
    }
    map[QStringLiteral("words")] = words;
    map[QStringLiteral("withWhom")] =
        f.text(a::kWrittenWith).empty()
            ? QString{}
            : tr("Written with %1", "about me: %1 who helped").arg(shown(f.get(a::kWrittenWith)));
    return map;
}

QVariantMap PersonPartsReader::review(const care::ReviewLine& line) const {
    QVariantMap map = reader.row(line.record);
    const auto& f = line.record.fields;
    map[QStringLiteral("title")] =
        line.record.type == RecordType::CarePlan     ? tr("The plan", "a review of")
        : line.record.type == RecordType::CrisisPart ? tr("The crisis plan", "a review of")
        : line.record.type == RecordType::Placement
            ? tr("The placement at %1", "a review of: %1 home").arg(shown(f.get(placement::kPlacedAt)))
            : tr("Risk: %1", "a review of: %1 kind")
                  .arg(choiceWords(line.record.type, risk_alert::kKind.tag, f.text(risk_alert::kKind)).toLower());
    map[QStringLiteral("last")] = line.last.empty()
                                      ? tr("Not reviewed yet.", "a review")
                                      : tr("Last %1.", "a review: %1 date").arg(reader.wording.nearDate(line.last));
    map[QStringLiteral("next")] = line.next.empty()
                                      ? tr("No next date is set.", "a review")
                                      : tr("Next %1.", "a review: %1 date").arg(reader.wording.nearDate(line.next));
    map[QStringLiteral("late")] = overdue(line.daysLate);
    return map;
}

} // namespace frontsheet
