// Answering what a plan asks of this worker: an action put to them, a plan that they are asked to take over. And asking somebody else.
// Judged by the rule book before anything is queued. Not for the UI thread.
#pragma once

#include "core/usecases/workplace.h"

#include <string>

namespace frontsheet {

class PlanAnswers {
public:
    explicit PlanAnswers(Workplace workplace) : m_work(workplace) {}

    // Saved when these return. NotFound: it is not here. WrongState, NotPermitted: it is not theirs to answer now. Missing: `words` are needed.
    enum class Answer : std::uint8_t {
        Accept, // no words
        Decline,
        Report, // how it goes; it stays theirs
        Finish,
        Cancel, // by who asked
    };
    [[nodiscard]] Result<void> answer(const RecordId& action, Answer answer, const std::string& words);
    // To another owner, who says yes or no.
    [[nodiscard]] Result<void> offerAction(const RecordId& action, const AgencyId& agency, const WorkerId& worker);

    // `words`: what the next case owner should know first.
    [[nodiscard]] Result<void> offerPlan(const RecordId& plan, const WorkerId& worker, const std::string& words);
    [[nodiscard]] Result<void> takeBackPlan(const RecordId& plan);
    [[nodiscard]] Result<void> acceptPlan(const RecordId& plan);
    // Who asked is told why, by a message, in the same save.
    [[nodiscard]] Result<void> declinePlan(const RecordId& plan, const std::string& words);
    // It says in which plan it goes on, where another agency leads one. Missing without why.
    [[nodiscard]] Result<void> closePlan(const RecordId& plan, const std::string& because);

private:
    [[nodiscard]] Result<Record> found(const RecordId& id, RecordType type);
    [[nodiscard]] Result<void> checkAsked(const Record& plan) const;
    [[nodiscard]] Result<void> save(const Record& before, const Record& after);

    Workplace m_work;
};

} // namespace frontsheet
