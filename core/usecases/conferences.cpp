#include "core/usecases/conferences.h"

#include "core/domain/care/after_death.h"
#include "core/domain/care/beginning.h"
#include "core/domain/care/state_machine.h"
#include "core/domain/display_name.h"
#include "core/domain/schema/care_plan.h"
#include "core/domain/schema/conference.h"
#include "core/domain/schema/record_schema.h"
#include "core/domain/schema/view.h"
#include "core/usecases/care_records.h"

#include <algorithm>
#include <map>

namespace frontsheet {

namespace {

namespace k = conference;

constexpr std::size_t kMostToCome = 300; // of one worker: a bound against a broken store, not a page

std::string calledBy(const PersonRow& person) { return spokenName(person.familyName, person.givenName); }

// The words of everybody that the page shows, for the homes' logs.
void noteShownOf(const Workplace& work, const care::ConferenceSheet& sheet) {
    std::vector<Record> shown{sheet.conference};
    shown.insert(shown.end(), sheet.invited.begin(), sheet.invited.end());
    shown.insert(shown.end(), sheet.views.begin(), sheet.views.end());
    shown.insert(shown.end(), sheet.openNeeds.begin(), sheet.openNeeds.end());
    for (const auto& one : sheet.decisions) {
        shown.push_back(one.decision);
        shown.insert(shown.end(), one.dissent.begin(), one.dissent.end());
    }
    noteShown(work, shown);
}

} // namespace

Result<Record> Conferences::held(const RecordId& id, RecordType type) {
    FS_ASSIGN(auto found, m_work.reader.record(id));
    if (!found || found->record.type != type) {
        return {ErrorCode::NotFound, std::string{schemaOf(type)->name}};
    }
    return std::move(found->record);
}

Result<std::vector<Record>> Conferences::invitedTo(const Record& conference) {
    FS_ASSIGN(auto about, loadAbout(m_work.reader, conference.person));
    std::erase_if(about.records, [&](const Record& record) {
        return record.type != RecordType::Invitation || record.fields.get(invitation::kConference) != conference.id ||
               record.home != conference.home;
    });
    return std::move(about.records);
}

Record Conferences::part(RecordType type, const PersonId& person) const {
    return care::begun(newRecord(m_work, type, person, {}), m_work.me, {}, today(m_work));
}

Result<void> Conferences::save(const Record& before, const Record& after) {
    if (before.fields == after.fields) {
        return ok(); // a second tap is no second edit
    }
    FS_ASSIGN(auto intent, intentFor(m_work, before, after));
    return m_work.writer.save({std::move(intent)});
}

Result<void> Conferences::saveTogether(std::vector<Intent> intents) {
    const bool oneHome = std::all_of(intents.begin(), intents.end(),
                                     [&](const Intent& intent) { return intent.home == intents.front().home; });
    if (oneHome && intents.size() > 1) {
        const auto transaction = m_work.ids.random<TransactionId>();
        for (auto& intent : intents) {
            intent.transaction = transaction;
        }
    }
    return intents.empty() ? ok() : m_work.writer.save(intents);
}

Result<ConferenceCalling> Conferences::calling(const PersonId& person) {
    ConferenceCalling out;
    FS_ASSIGN(const auto about, loadAbout(m_work.reader, person));
    FS_ASSIGN(auto rows, m_work.reader.personRows(std::span{&person, 1}));
    FS_ASSIGN(out.directory, loadDirectory(m_work.reader));
    out.person = std::move(rows.front());
    out.called = calledBy(out.person);
    out.died = care::diedAmong(about.records).has_value();
    out.mayBeInvited =
        care::whoMayBeInvited(out.called, about.records, out.directory, m_work.me.worker, m_work.clock.now());
    FS_ASSIGN(const auto kept, CareRecords(m_work).unfinished());
    for (const auto& one : kept) {
        const auto& f = one.after.fields;
        if (!out.left && !one.seen && one.after.type == RecordType::Conference &&
            std::binary_search(about.persons.begin(), about.persons.end(), one.after.person)) {
            out.left = ConferenceCall{one.after.id,
                                      one.after.person,
                                      f.get(k::kPlacement),
                                      f.get(k::kAbout),
                                      f.get(k::kWhy),
                                      f.get(k::kPlace),
                                      f.get(k::kStartsAt),
                                      {},
                                      f.get(k::kPersonAbsentBecause)};
        }
    }
    out.record = out.left ? out.left->record : m_work.ids.timeOrdered<RecordId>(m_work.clock.now());
    return out;
}

Record Conferences::conferenceOf(const ConferenceCall& call) const {
    Record made = part(RecordType::Conference, call.person);
    if (!call.record.isNull()) {
        made.id = call.record;
    }
    auto& f = made.fields;
    f.put(k::kAbout, call.about);
    f.put(k::kWhy, call.why);
    f.put(k::kPlace, call.place);
    f.put(k::kStartsAt, call.startsAt);
    f.put(k::kPlacement, call.placement);
    if (!call.notInvitedBecause.empty()) {
        f.put(k::kPersonThere, std::string{"not-invited"});
        f.put(k::kPersonAbsentBecause, call.notInvitedBecause);
    }
    return made;
}

Result<RecordId> Conferences::keepCall(const ConferenceCall& call) {
    const auto made = conferenceOf(call);
    FS_TRY(CareRecords(m_work).keepUnfinished(std::nullopt, made));
    return made.id;
}

Result<void> Conferences::giveUpCall(const RecordId& record) {
    return record.isNull() ? ok() : CareRecords(m_work).giveUp(record);
}

Result<RecordId> Conferences::call(const ConferenceCall& wanted) {
    Record made = conferenceOf(wanted);
    FS_ASSIGN(const auto about, loadAbout(m_work.reader, wanted.person));
    if (care::diedAmong(about.records)) {
        return {ErrorCode::WrongState, "the person has died"};
    }
    if (const auto* plan = care::planToAddTo(about.records, m_work.me.agency)) {
        made.fields.put(k::kPlan, plan->id);
    }
    std::vector<Record> invitations;
    for (const auto& who : wanted.invited) {
        invitations.push_back(part(RecordType::Invitation, wanted.person));
        care::invite(invitations.back(), made, who);
    }
    FS_TRY(care::checkCall(made, invitations, m_work.clock.now()));
    std::vector<Intent> intents;
    FS_ASSIGN(auto calling, intentFor(m_work, std::nullopt, made));
    intents.push_back(std::move(calling));
    for (const auto& one : invitations) {
        FS_ASSIGN(auto intent, intentFor(m_work, std::nullopt, one));
        intents.push_back(std::move(intent));
    }
    FS_TRY(saveTogether(std::move(intents)));
    FS_TRY(giveUpCall(made.id));
    return made.id;
}

Result<ConferencePage> Conferences::open(const RecordId& id) {
    ConferencePage page;
    FS_ASSIGN(const auto record, held(id, RecordType::Conference));
    FS_ASSIGN(auto about, loadAbout(m_work.reader, record.person));
    FS_ASSIGN(page.directory, loadDirectory(m_work.reader));
    FS_ASSIGN(auto rows, m_work.reader.personRows(std::span{&record.person, 1}));
    page.person = std::move(rows.front());
    page.called = calledBy(page.person);
    page.sheet = care::conferenceSheet(record, about.records, today(m_work));
    page.steps = care::stepsFrom(record, m_work.me, page.sheet.died ? care::Alive::No : care::Alive::Yes);
    page.waiting = std::move(about.waiting);
    for (const auto& one : page.sheet.invited) {
        if (one.fields.get(invitation::kWorker) == m_work.me.worker &&
            one.fields.get(invitation::kAgency) == m_work.me.agency) {
            page.mine = one;
        }
    }
    FS_ASSIGN(const auto kept, CareRecords(m_work).unfinished());
    for (const auto& one : kept) {
        if (one.after.id == id) {
            page.minutesLeft = one.after.fields.get(k::kSummary);
        }
    }
    noteShownOf(m_work, page.sheet);
    return page;
}

Result<std::vector<ConferenceToCome>> Conferences::toCome() {
    FS_ASSIGN(const auto found, m_work.reader.worklist(Worklist::Invitations, m_work.me.worker.str(), kMostToCome));
    std::map<RecordId, ConferenceToCome> byConference; // who chairs one may be asked to it as well
    std::vector<PersonId> persons;
    for (const auto& one : found) {
        const bool chairs = one.record.type == RecordType::Conference;
        auto& row = byConference[chairs ? one.record.id : one.record.fields.get(invitation::kConference)];
        (chairs ? row.conference : row.invitation) = one.record;
    }
    const auto now = m_work.clock.now();
    const auto day = today(m_work);
    std::vector<ConferenceToCome> out;
    for (auto& [id, row] : byConference) {
        const bool chairs = row.conference.has_value();
        if (!chairs) {
            FS_ASSIGN(auto here, m_work.reader.record(id));
            if (here) {
                row.conference = std::move(here->record);
            }
        }
        row.startsAt = row.conference ? row.conference->fields.get(k::kStartsAt)
                                      : row.invitation->fields.get(invitation::kStartsAt);
        row.past = row.startsAt < now;
        const bool held = row.conference && row.conference->fields.text(k::kState) == "held";
        // Who was asked is done with it once its day is over; who chairs it says how it went.
        if (held || (!chairs && m_work.zone.local(row.startsAt).date < day)) {
            continue;
        }
        out.push_back(std::move(row));
        persons.push_back((out.back().conference ? *out.back().conference : *out.back().invitation).person);
    }
    FS_ASSIGN(auto rows, m_work.reader.personRows(persons));
    for (std::size_t at = 0; at < out.size(); ++at) {
        out[at].person = std::move(rows[at]);
    }
    std::sort(out.begin(), out.end(), [](const ConferenceToCome& a, const ConferenceToCome& b) {
        return a.startsAt != b.startsAt ? a.startsAt < b.startsAt : a.person.person < b.person.person;
    });
    return out;
}

Result<std::vector<care::ConferenceSheet>> Conferences::about(const PersonId& person) {
    FS_ASSIGN(const auto about, loadAbout(m_work.reader, person));
    return care::conferencesAmong(about.records, today(m_work));
}

Result<void> Conferences::invite(const RecordId& id, const care::Invitee& who) {
    FS_ASSIGN(const auto record, held(id, RecordType::Conference));
    if (!care::isOpen(record)) {
        return {ErrorCode::WrongState, "it is not to come"};
    }
    FS_ASSIGN(auto invited, invitedTo(record));
    Record made = part(RecordType::Invitation, record.person);
    care::invite(made, record, who);
    invited.push_back(made);
    if (const auto fits = care::checkCall(record, invited, record.fields.get(k::kStartsAt));
        !fits && fits.error().code == ErrorCode::Duplicate) {
        return fits;
    }
    FS_ASSIGN(auto intent, intentFor(m_work, std::nullopt, made));
    return m_work.writer.save({std::move(intent)});
}

Result<void> Conferences::move(const RecordId& id, WallTime startsAt, const std::string& place) {
    FS_ASSIGN(const auto before, held(id, RecordType::Conference));
    if (!care::isHourForOne(startsAt, m_work.clock.now())) {
        return {ErrorCode::ImpossibleDate, "field " + std::string{k::kStartsAt.name}};
    }
    Record after = before;
    after.fields.put(k::kStartsAt, startsAt);
    after.fields.put(k::kPlace, place);
    if (after.fields == before.fields) {
        return ok();
    }
    std::vector<Intent> intents;
    FS_ASSIGN(auto moving, intentFor(m_work, before, after));
    intents.push_back(std::move(moving));
    FS_ASSIGN(const auto invited, invitedTo(before));
    for (const auto& one : invited) {
        Record told = one;
        care::tellAnew(told, after);
        FS_ASSIGN(auto intent, intentFor(m_work, one, told));
        intents.push_back(std::move(intent));
    }
    return saveTogether(std::move(intents));
}

Result<void> Conferences::callOff(const RecordId& id, const std::string& because) {
    FS_ASSIGN(const auto before, held(id, RecordType::Conference));
    Record after = before;
    after.fields.put(k::kState, std::string{"cancelled"});
    after.fields.put(k::kCancelledBecause, because);
    std::vector<Intent> intents;
    FS_ASSIGN(auto off, intentFor(m_work, before, after));
    intents.push_back(std::move(off));
    FS_ASSIGN(const auto invited, invitedTo(before));
    for (const auto& one : invited) {
        Record told = one;
        told.fields.put(invitation::kAnswer, std::string{"called-off"});
        told.fields.put(invitation::kAnswerWords, because);
        FS_ASSIGN(auto intent, intentFor(m_work, one, told));
        intents.push_back(std::move(intent));
    }
    return saveTogether(std::move(intents));
}

Result<void> Conferences::answer(const RecordId& id, const std::string& how, const std::string& words,
                                 const std::string& sent) {
    if (!care::isAnswer(how)) {
        return {ErrorCode::InvalidArgument, "no answer to an invitation"};
    }
    FS_ASSIGN(const auto before, held(id, RecordType::Invitation));
    Record after = before;
    after.fields.put(invitation::kAnswer, how);
    after.fields.put(invitation::kAnswerWords, words);
    after.fields.put(invitation::kWordsSent, sent);
    if (after.fields == before.fields) {
        return ok();
    }
    after.fields.put(invitation::kAnsweredAt, m_work.clock.now());
    return save(before, after);
}

Result<void> Conferences::attended(const RecordId& id, const std::string& how) {
    if (!care::isAttendance(how)) {
        return {ErrorCode::InvalidArgument, "no way of coming"};
    }
    FS_ASSIGN(const auto before, held(id, RecordType::Invitation));
    Record after = before;
    after.fields.put(invitation::kAttended, how);
    return save(before, after);
}

Record Conferences::recordOf(const Record& decision, const Dissent& dissent) const {
    Record said = part(RecordType::View, decision.person);
    auto& f = said.fields;
    f.put(view::kWhose, dissent.whose);
    f.put(view::kName, dissent.whose == "person" ? std::string{} : dissent.name);
    f.put(view::kRelation, dissent.relation);
    f.put(view::kSaid, dissent.words);
    f.put(view::kAbout, std::string{"conference"});
    f.put(view::kAboutRecord, decision.id);
    f.put(view::kHow, std::string{"face-to-face"});
    care::follow(said, m_work.me);
    return said;
}

Result<RecordId> Conferences::decide(const RecordId& id, const std::string& text, const std::vector<Dissent>& dissent) {
    FS_ASSIGN(const auto record, held(id, RecordType::Conference));
    if (record.fields.text(k::kState) == "cancelled") {
        return {ErrorCode::WrongState, "it was called off"};
    }
    FS_ASSIGN(const auto about, loadAbout(m_work.reader, record.person));
    std::int64_t last = 0;
    for (const auto& one : about.records) {
        if (one.type == RecordType::ConferenceDecision && one.fields.get(conference_decision::kConference) == id) {
            last = std::max(last, one.fields.get(conference_decision::kOrder));
        }
    }
    Record made = part(RecordType::ConferenceDecision, record.person);
    made.fields.put(conference_decision::kConference, id);
    made.fields.put(conference_decision::kOrder, last + 1);
    made.fields.put(conference_decision::kText, text);
    std::vector<Intent> intents;
    FS_ASSIGN(auto deciding, intentFor(m_work, std::nullopt, made));
    intents.push_back(std::move(deciding));
    for (const auto& one : dissent) {
        FS_ASSIGN(auto intent, intentFor(m_work, std::nullopt, recordOf(made, one)));
        intents.push_back(std::move(intent));
    }
    FS_TRY(saveTogether(std::move(intents)));
    return made.id;
}

Result<void> Conferences::disagree(const RecordId& id, const Dissent& dissent) {
    FS_ASSIGN(const auto decision, held(id, RecordType::ConferenceDecision));
    FS_ASSIGN(auto intent, intentFor(m_work, std::nullopt, recordOf(decision, dissent)));
    return m_work.writer.save({std::move(intent)});
}

Result<void> Conferences::enteredInError(const RecordId& id, const std::string& because) {
    FS_ASSIGN(const auto before, held(id, RecordType::ConferenceDecision));
    Record after = before;
    after.fields.put(conference_decision::kState, std::string{"entered-in-error"});
    after.fields.put(conference_decision::kErrorReason, because);
    return save(before, after);
}

Result<RecordId> Conferences::agree(const RecordId& id, const AgreedAction& agreed) {
    FS_ASSIGN(const auto record, held(id, RecordType::Conference));
    FS_ASSIGN(const auto about, loadAbout(m_work.reader, record.person));
    Record made =
        care::begun(newRecord(m_work, RecordType::Action, record.person, {}), m_work.me, about.records, today(m_work));
    auto& f = made.fields;
    f.put(action::kWhat, agreed.what);
    f.put(action::kDetail, agreed.detail);
    f.put(action::kOwner, agreed.owner);
    f.put(action::kOwnerAgency, agreed.agency);
    f.put(action::kDue, agreed.due);
    f.put(action::kConference, id);
    f.put(action::kPlacement, record.fields.get(k::kPlacement));
    care::follow(made, m_work.me);
    FS_ASSIGN(auto intent, intentFor(m_work, std::nullopt, made));
    FS_TRY(m_work.writer.save({std::move(intent)}));
    return made.id;
}

Result<void> Conferences::keepMinutes(const RecordId& id, const std::string& summary) {
    FS_ASSIGN(const auto before, held(id, RecordType::Conference));
    Record after = before;
    after.fields.put(k::kSummary, summary);
    return after.fields == before.fields ? CareRecords(m_work).giveUp(id)
                                         : CareRecords(m_work).keepUnfinished(before, after);
}

Result<void> Conferences::hold(const RecordId& id, const HeldConference& how) {
    FS_ASSIGN(const auto before, held(id, RecordType::Conference));
    Record after = before;
    auto& f = after.fields;
    f.put(k::kState, std::string{"held"});
    f.put(k::kHeldOn, how.heldOn);
    f.put(k::kPersonThere, how.personThere);
    f.put(k::kPersonAbsentBecause, how.personThere == "there" ? std::string{} : how.absentBecause);
    f.put(k::kSummary, how.summary);
    FS_TRY(save(before, after));
    return CareRecords(m_work).giveUp(id);
}

Result<void> Conferences::addToMinutes(const RecordId& id, const std::string& summary) {
    FS_ASSIGN(const auto before, held(id, RecordType::Conference));
    if (before.fields.text(k::kState) != "held") {
        return {ErrorCode::WrongState, "it was not held yet"};
    }
    Record after = before;
    after.fields.put(k::kSummary, summary);
    FS_TRY(save(before, after));
    return CareRecords(m_work).giveUp(id);
}

} // namespace frontsheet
