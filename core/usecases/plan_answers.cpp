#include "core/usecases/plan_answers.h"

#include "core/domain/care/beginning.h"
#include "core/domain/care/movers.h"
#include "core/domain/schema/care_plan.h"
#include "core/domain/schema/message.h"

namespace frontsheet {

namespace {

void put(FieldSet& fields, const TextField& field, const char* code) { fields.put(field, std::string{code}); }

void unoffer(FieldSet& f) {
    f.erase(care_plan::kOfferedTo.tag);
    f.erase(care_plan::kOfferedBy.tag);
    f.erase(care_plan::kOfferedAt.tag);
    f.erase(care_plan::kOfferWords.tag);
}

} // namespace

Result<Record> PlanAnswers::found(const RecordId& id, RecordType type) {
    FS_ASSIGN(auto held, m_work.reader.record(id));
    if (!held || held->record.type != type) {
        return {ErrorCode::NotFound, "record"};
    }
    return std::move(held->record);
}

Result<void> PlanAnswers::save(const Record& before, const Record& after) {
    FS_ASSIGN(auto intent, intentFor(m_work, before, after));
    return m_work.writer.save({std::move(intent)});
}

Result<void> PlanAnswers::answer(const RecordId& id, Answer answer, const std::string& words) {
    FS_ASSIGN(const auto before, found(id, RecordType::Action));
    Record after = before;
    auto& f = after.fields;
    const auto now = m_work.clock.now();
    switch (answer) {
    case Answer::Accept:
        put(f, action::kState, "accepted");
        f.put(action::kAnsweredAt, now);
        break;
    case Answer::Decline:
        put(f, action::kState, "declined");
        f.put(action::kAnswer, words);
        f.put(action::kAnsweredAt, now);
        break;
    case Answer::Cancel:
        put(f, action::kState, "cancelled");
        f.put(action::kAnswer, words);
        f.put(action::kAnsweredAt, now);
        break;
    case Answer::Report:
    case Answer::Finish:
        if (answer == Answer::Finish) {
            put(f, action::kState, "done");
        }
        f.put(action::kReport, words);
        f.put(action::kReportedAt, now);
        break;
    }
    // Said again with nothing in it, it is no report; the rule book asks for words in an ended one alone.
    if (answer == Answer::Report && words.empty()) {
        return {ErrorCode::Missing, "field report"};
    }
    return save(before, after);
}

Result<void> PlanAnswers::offerAction(const RecordId& id, const AgencyId& agency, const WorkerId& worker) {
    FS_ASSIGN(const auto before, found(id, RecordType::Action));
    Record after = before;
    auto& f = after.fields;
    f.put(action::kOwner, worker);
    f.put(action::kOwnerAgency, agency);
    put(f, action::kState, "offered");
    // What the one before them answered is theirs, and stands in its history.
    f.erase(action::kAnswer.tag);
    f.erase(action::kAnsweredAt.tag);
    return save(before, after);
}

Result<void> PlanAnswers::offerPlan(const RecordId& id, const WorkerId& worker, const std::string& words) {
    FS_ASSIGN(const auto before, found(id, RecordType::CarePlan));
    Record after = before;
    auto& f = after.fields;
    f.put(care_plan::kOfferedTo, worker);
    f.put(care_plan::kOfferedBy, m_work.me.worker);
    f.put(care_plan::kOfferedAt, m_work.clock.now());
    f.put(care_plan::kOfferWords, words);
    return save(before, after);
}

Result<void> PlanAnswers::takeBackPlan(const RecordId& id) {
    FS_ASSIGN(const auto before, found(id, RecordType::CarePlan));
    Record after = before;
    unoffer(after.fields);
    return save(before, after);
}

// Otherwise who holds it would take the question back by saying yes to it.
Result<void> PlanAnswers::checkAsked(const Record& plan) const {
    return care::caseOwnerMoves(plan, m_work.me).answer
               ? ok()
               : Result<void>{ErrorCode::NotPermitted, "somebody else is asked"};
}

Result<void> PlanAnswers::acceptPlan(const RecordId& id) {
    FS_ASSIGN(const auto before, found(id, RecordType::CarePlan));
    FS_TRY(checkAsked(before));
    Record after = before;
    unoffer(after.fields);
    after.fields.put(care_plan::kCaseOwner, m_work.me.worker);
    after.fields.put(care_plan::kOwnerSince, m_work.clock.now());
    return save(before, after);
}

Result<void> PlanAnswers::declinePlan(const RecordId& id, const std::string& words) {
    FS_ASSIGN(const auto before, found(id, RecordType::CarePlan));
    FS_TRY(checkAsked(before));
    Record after = before;
    unoffer(after.fields);
    FS_ASSIGN(auto answered, intentFor(m_work, before, after));
    Record told = care::begun(newRecord(m_work, RecordType::Message, before.person, {}), m_work.me, {}, today(m_work));
    told.fields.put(message::kAbout, before.id);
    told.fields.put(message::kText, words);
    told.fields.put(message::kToAgency, before.home);
    told.fields.put(message::kToWorker, before.fields.get(care_plan::kOfferedBy));
    FS_ASSIGN(auto why, intentFor(m_work, std::nullopt, told));
    return m_work.writer.save({std::move(answered), std::move(why)});
}

Result<void> PlanAnswers::closePlan(const RecordId& id, const std::string& because) {
    FS_ASSIGN(const auto before, found(id, RecordType::CarePlan));
    FS_ASSIGN(const auto about, loadAbout(m_work.reader, before.person));
    Record after = before;
    auto& f = after.fields;
    put(f, care_plan::kState, "closed");
    f.put(care_plan::kClosedOn, today(m_work));
    f.put(care_plan::kClosedBecause, because);
    unoffer(f);
    if (const auto* other = care::planAfter(about.records, id)) {
        f.put(care_plan::kContinuedBy, other->id);
        f.put(care_plan::kContinuedOf, other->home);
    }
    return save(before, after);
}

} // namespace frontsheet
