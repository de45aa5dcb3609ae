#include "app/viewmodels/conference_wording.h"

#include "app/viewmodels/measure_wording.h"
#include "app/viewmodels/plan_wording.h"
#include "core/domain/care/instruments.h"
#include "core/domain/care/state_machine.h"
#include "core/domain/display_name.h"
#include "core/domain/schema/care_plan.h"
#include "core/domain/schema/conference.h"
#include "core/domain/schema/measure.h"
#include "core/domain/schema/placement_parts.h"
#include "core/domain/schema/view.h"

#include <algorithm>

namespace frontsheet {

namespace {

namespace k = conference;

constexpr qsizetype kLinesOfOne = 3; // of a conference in a list: the rest is on its page

bool holds(const std::vector<RecordId>& ids, const RecordId& id) {
    return std::binary_search(ids.begin(), ids.end(), id);
}

QVariantMap stateOf(std::string_view state, bool past) {
    return state == "held" ? stateChip(ConferenceReader::tr("Held", "a conference"), "check-circle", ChipKind::Tint)
           : state == "cancelled" ? stateChip(ConferenceReader::tr("Called off", "a conference"), "stop")
           : past ? stateChip(ConferenceReader::tr("How did it go?", "a conference whose hour is over"), "question",
                              ChipKind::Amber)
                  : stateChip(ConferenceReader::tr("To come", "a conference"), "people");
}

QVariantMap answerOf(std::string_view answer, bool mine) {
    return answer == "coming"   ? stateChip(ConferenceReader::tr("Coming", "an invitation"), "check", ChipKind::Tint)
           : answer == "cannot" ? stateChip(ConferenceReader::tr("Cannot come", "an invitation"), "close")
           : answer == "sends-deputy"
               ? stateChip(ConferenceReader::tr("Sends somebody", "an invitation"), "people", ChipKind::Tint)
           : answer == "called-off" ? stateChip(ConferenceReader::tr("Called off", "an invitation"), "stop")
           : mine ? stateChip(ConferenceReader::tr("Waits for your answer", "an invitation"), "person-question",
                              ChipKind::Amber)
                  : stateChip(ConferenceReader::tr("Asked, not answered", "an invitation"), "person-question");
}

} // namespace

QString ConferenceReader::comesAs(std::string_view code) {
    return code == "person"     ? tr("the conference is about them", "who comes to a conference")
           : code == "carer"    ? tr("carer", "who comes to a conference")
           : code == "family"   ? tr("family", "who comes to a conference")
           : code == "friend"   ? tr("friend", "who comes to a conference")
           : code == "advocate" ? tr("advocate", "who comes to a conference")
           : code == "gp"       ? tr("GP", "who comes to a conference")
                                : QString{};
}

QStringList ConferenceReader::attendance() {
    return {tr("Here", "who came to a conference"), tr("By telephone", "who came to a conference"),
            tr("Apologies", "who came to a conference"), tr("Not here", "who came to a conference")};
}

QStringList ConferenceReader::thereChoices() {
    return {tr("Was there", "the person at a conference"), tr("Somebody spoke for them", "the person at a conference"),
            tr("Chose not to come", "the person at a conference"), tr("Could not come", "the person at a conference"),
            tr("Was not asked", "the person at a conference")};
}

QString ConferenceReader::nameOf(const Record& invitation) const {
    const auto& f = invitation.fields;
    const auto worker = f.get(invitation::kWorker);
    return shown(worker.empty() ? f.get(invitation::kName) : directory.worker(worker).name);
}

QVariantMap ConferenceReader::heading(const ConferencePage& page, WallTime now) const {
    const auto& f = page.sheet.conference.fields;
    const auto state = f.text(k::kState);
    const bool past = state == "planned" && f.get(k::kStartsAt) < now;
    const auto chair = f.get(k::kChair);
    const auto there = f.text(k::kPersonThere);
    const QString why = shown(f.get(k::kPersonAbsentBecause));
    const QString person =
        there.empty()      ? QString{}
        : there == "there" ? tr("%1 was there.", "a conference, %1 the person").arg(called)
        : there == "represented"
            ? tr("Somebody spoke for %1. %2", "a conference, %1 the person, %2 words").arg(called, why)
        : there == "chose-not-to"
            ? tr("%1 chose not to come: %2", "a conference, %1 the person, %2 words").arg(called, why)
        : there == "unable"  ? tr("%1 could not come: %2", "a conference, %1 the person, %2 words").arg(called, why)
        : state == "planned" ? tr("%1 is not asked: %2", "a conference, %1 the person, %2 words").arg(called, why)
                             : tr("%1 was not asked: %2", "a conference, %1 the person, %2 words").arg(called, why);
    const auto& t = page.sheet.turnout;
    return {{QStringLiteral("title"), shown(f.get(k::kAbout))},
            {QStringLiteral("when"), wording.fullMoment(f.get(k::kStartsAt))},
            {QStringLiteral("place"), shown(f.get(k::kPlace))},
            {QStringLiteral("chair"),
             chair == me.worker
                 ? tr("You chair it", "a conference")
                 : tr("%1 chairs it", "a conference, %1 worker").arg(shown(directory.worker(chair).name))},
            {QStringLiteral("chairMine"), chair == me.worker},
            {QStringLiteral("why"), shown(f.get(k::kWhy))},
            {QStringLiteral("state"), shown(state)},
            {QStringLiteral("chip"), stateOf(state, past)},
            {QStringLiteral("badge"), badge(directory.agency(page.sheet.conference.home))},
            {QStringLiteral("past"), past},
            {QStringLiteral("off"), shown(f.get(k::kCancelledBecause))},
            {QStringLiteral("person"), person},
            {QStringLiteral("turnout"),
             state == "held" ? tr("%1 came, %2 sent apologies", "a conference, numbers").arg(t.there).arg(t.apologies)
                             : tr("%1 of %2 are coming, %3 have not answered", "a conference, numbers")
                                   .arg(t.coming)
                                   .arg(t.asked)
                                   .arg(t.unanswered)},
            {QStringLiteral("unsent"), holds(page.waiting, page.sheet.conference.id)}};
}

QVariantMap ConferenceReader::invited(const Record& record, const std::vector<RecordId>& waiting) const {
    namespace i = invitation;
    const auto& f = record.fields;
    const auto worker = f.get(i::kWorker);
    const bool mine = worker == me.worker && f.get(i::kAgency) == me.agency;
    const QString relation = shown(worker.empty() ? f.get(i::kRelation) : directory.worker(worker).role);
    const QString as = comesAs(f.text(i::kComesAs));
    const auto attended = f.get(i::kAttended);
    const auto code = std::find_if(kAttendanceCodes.begin(), kAttendanceCodes.end(),
                                   [&](const char* one) { return attended == one; });
    const QString name = nameOf(record);
    return {
        {QStringLiteral("id"), shown(record.id.hex())},
        {QStringLiteral("name"), mine ? tr("%1 (you)", "%1 worker").arg(name) : name},
        {QStringLiteral("detail"), capitalised(relation.isEmpty() || f.text(i::kComesAs) == "person" ? as : relation)},
        {QStringLiteral("worker"), !worker.empty()},
        {QStringLiteral("person"), f.text(i::kComesAs) == "person"},
        {QStringLiteral("badge"), worker.empty() ? QVariantMap{} : badge(directory.agency(f.get(i::kAgency)))},
        {QStringLiteral("answer"), shown(f.get(i::kAnswer))},
        {QStringLiteral("chip"), answerOf(f.text(i::kAnswer), mine)},
        {QStringLiteral("words"), shown(f.get(i::kAnswerWords))},
        {QStringLiteral("sent"), shown(f.get(i::kWordsSent))},
        {QStringLiteral("attended"),
         code == kAttendanceCodes.end() ? -1 : static_cast<int>(code - kAttendanceCodes.begin())},
        {QStringLiteral("unsent"), holds(waiting, record.id)}};
}

QVariantMap ConferenceReader::decision(const care::DecisionTaken& taken, const std::vector<RecordId>& waiting) const {
    const auto& f = taken.decision.fields;
    QVariantList dissent;
    // Of a program that kept it on the decision itself.
    if (const QString said = shown(f.get(conference_decision::kDissent)); !said.isEmpty()) {
        dissent << QVariantMap{{QStringLiteral("who"), tr("Somebody", "who disagrees with a decision")},
                               {QStringLiteral("words"), tr("“%1”", "somebody's own words").arg(said)},
                               {QStringLiteral("badge"), badge(directory.agency(taken.decision.home))},
                               {QStringLiteral("unsent"), false}};
    }
    for (const auto& said : taken.dissent) {
        const auto& v = said.fields;
        const QString name = shown(v.get(view::kName));
        const QString relation = shown(v.get(view::kRelation));
        dissent << QVariantMap{
            {QStringLiteral("who"), v.text(view::kWhose) == "person" ? called
                                    : relation.isEmpty()
                                        ? name
                                        : tr("%1, %2", "%1 name, %2 such as her son").arg(name, relation)},
            {QStringLiteral("words"), tr("“%1”", "somebody's own words").arg(shown(v.get(view::kSaid)))},
            {QStringLiteral("badge"), badge(directory.agency(said.home), wording.nearDate(v.get(view::kSaidOn)))},
            {QStringLiteral("unsent"), holds(waiting, said.id)}};
    }
    return {{QStringLiteral("id"), shown(taken.decision.id.hex())},
            {QStringLiteral("number"), static_cast<int>(f.get(conference_decision::kOrder))},
            {QStringLiteral("text"), shown(f.get(conference_decision::kText))},
            {QStringLiteral("dissent"), dissent},
            {QStringLiteral("mine"), taken.decision.home == me.agency},
            {QStringLiteral("unsent"), holds(waiting, taken.decision.id)}};
}

QVariantMap ConferenceReader::paper(const Record& record) const {
    const auto& f = record.fields;
    QString title;
    QString detail;
    if (record.type == RecordType::Measure) {
        const auto* instrument = care::instrumentOf(f.text(measure::kInstrument));
        title = tr("%1, %2", "a measure: %1 instrument, %2 date")
                    .arg(instrument == nullptr ? shown(f.get(measure::kInstrument)) : shown(instrument->name),
                         wording.nearDate(f.get(measure::kTakenOn)));
        detail = instrument == nullptr ? QString::number(f.get(measure::kScore))
                                       : MeasureWording::score(*instrument, f.get(measure::kScore));
    } else {
        title = tr("Review of the placement, %1", "%1 date").arg(wording.nearDate(f.get(placement_review::kHeldOn)));
        detail = shown(f.get(placement_review::kOwnWords));
        detail = detail.isEmpty() ? shown(f.get(placement_review::kFindings))
                                  : tr("“%1”", "somebody's own words").arg(detail);
    }
    return {{QStringLiteral("title"), title},
            {QStringLiteral("detail"), detail},
            {QStringLiteral("badge"), badge(directory.agency(record.home))}};
}

QVariantList ConferenceReader::minutes(const care::ConferenceSheet& sheet) const {
    const auto& f = sheet.conference.fields;
    QVariantList out;
    const auto add = [&](const QString& heading, const QStringList& lines) {
        if (!lines.isEmpty()) {
            out << QVariantMap{{QStringLiteral("heading"), heading}, {QStringLiteral("lines"), lines}};
        }
    };
    const auto heldOn = f.get(k::kHeldOn);
    QStringList held{heldOn.empty() ? wording.fullMoment(f.get(k::kStartsAt)) : wording.isoDay(heldOn)};
    held << (f.text(k::kPlace).empty() ? QStringList{} : QStringList{shown(f.get(k::kPlace))});
    held << tr("Chair: %1", "minutes, %1 worker").arg(shown(directory.worker(f.get(k::kChair)).name));
    add(f.text(k::kState) == "planned" ? tr("To be held", "minutes: when and where")
                                       : tr("Held", "minutes: when and where"),
        held);
    const auto names = [&](std::initializer_list<std::string_view> how) {
        QStringList list;
        for (const auto& one : sheet.invited) {
            if (std::find(how.begin(), how.end(), one.fields.text(invitation::kAttended)) != how.end()) {
                const auto row = invited(one, {});
                const auto worker = one.fields.get(invitation::kWorker);
                const QString relation =
                    shown(worker.empty() ? one.fields.get(invitation::kRelation) : directory.worker(worker).role);
                const QString as = comesAs(one.fields.text(invitation::kComesAs));
                const auto agency =
                    row.value(QStringLiteral("badge")).toMap().value(QStringLiteral("shortName")).toString();
                QStringList parts{nameOf(one)};
                parts << (row.value(QStringLiteral("person")).toBool()
                              ? QStringList{}
                              : QStringList{relation.isEmpty() ? as : relation})
                      << (agency.isEmpty() ? QStringList{} : QStringList{agency});
                parts.removeAll(QString{});
                list << parts.join(QStringLiteral(", "));
            }
        }
        return list;
    };
    add(tr("There", "minutes: who came"), names({"there"}));
    add(tr("By telephone", "minutes: who came"), names({"by-phone"}));
    add(tr("Apologies", "minutes: who could not come and said so"), names({"apologies"}));
    add(tr("Not there", "minutes"), names({"absent"}));
    if (!f.text(k::kPersonAbsentBecause).empty()) {
        add(tr("Why %1 was not there", "minutes, %1 the person").arg(called), {shown(f.get(k::kPersonAbsentBecause))});
    }
    if (!f.text(k::kSummary).empty()) {
        add(tr("What was said", "minutes"), {shown(f.get(k::kSummary))});
    }
    return out;
}

QVariantMap ConferenceReader::line(const care::ConferenceSheet& sheet) const {
    const auto& f = sheet.conference.fields;
    const bool open = care::isOpen(sheet.conference);
    QStringList lines;
    for (const auto& one : sheet.decisions) {
        if (lines.size() < kLinesOfOne) {
            const QString text = shown(one.decision.fields.get(conference_decision::kText));
            lines << (one.dissent.empty() ? text : tr("%1 (not everybody agrees)", "%1 a decision").arg(text));
        }
    }
    return {
        {QStringLiteral("id"), shown(sheet.conference.id.hex())},
        {QStringLiteral("title"), shown(f.get(k::kAbout))},
        {QStringLiteral("when"), open ? wording.fullMoment(f.get(k::kStartsAt)) : wording.date(f.get(k::kStartsAt))},
        {QStringLiteral("chip"),
         stateOf(f.text(k::kState), open && wording.local(f.get(k::kStartsAt)) < wording.now())},
        {QStringLiteral("lines"), lines},
        {QStringLiteral("open"), open},
        {QStringLiteral("placement"), shown(f.get(k::kPlacement).hex())},
        {QStringLiteral("badge"), badge(directory.agency(sheet.conference.home))}};
}

QVariantMap ConferenceReader::toCome(const ConferenceToCome& one) const {
    const auto& record = one.conference ? *one.conference : *one.invitation;
    const auto& f = record.fields;
    const bool chairs = one.conference && f.get(k::kChair) == me.worker && record.home == me.agency;
    const auto state = one.conference ? f.text(k::kState) : std::string_view{"planned"};
    const bool over = chairs && one.past;
    const auto name = bannerName(one.person.familyName, one.person.givenName, one.person.title);
    return {
        {QStringLiteral("id"), one.conference ? shown(record.id.hex()) : QString{}},
        {QStringLiteral("invitation"), one.invitation ? shown(one.invitation->id.hex()) : QString{}},
        {QStringLiteral("personId"), shown(record.person.hex())},
        {QStringLiteral("person"), name.empty() ? Wording::notKnown() : shown(name)},
        {QStringLiteral("title"), shown(one.conference ? f.get(k::kAbout) : f.get(invitation::kAbout))},
        {QStringLiteral("when"), capitalised(wording.dateTime(one.startsAt))},
        {QStringLiteral("place"), shown(one.conference ? f.get(k::kPlace) : f.get(invitation::kPlace))},
        {QStringLiteral("chip"), chairs || !one.invitation
                                     ? stateOf(state, over)
                                     : answerOf(one.invitation->fields.text(invitation::kAnswer), true)},
        {QStringLiteral("mayAnswer"), one.invitation && one.invitation->fields.text(invitation::kAnswer) == "asked"},
        {QStringLiteral("waits"),
         over || (one.invitation && one.invitation->fields.text(invitation::kAnswer) == "asked")},
        {QStringLiteral("badge"),
         badge(directory.agency(record.home), chairs ? tr("You chair it", "a conference") : QString{})}};
}

} // namespace frontsheet
