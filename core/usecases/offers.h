// Work that is offered to a colleague and taken over when they say yes: a plan, a placement, an action, a visit, a referral that was
// accepted. Judged by the rule book before anything is queued. Not for the UI thread.
#pragma once

#include "core/domain/care/passing_on.h"
#include "core/domain/open_work.h"
#include "core/usecases/workplace.h"

#include <string>
#include <vector>

namespace frontsheet {

struct OfferedWork {
    OpenWork work;
    PersonRow person;
    std::string words; // what who offers it wants known first; may be empty
    WorkerId by;       // who offers it, or asks for it
    AgencyId byAgency;
};

class Offers {
public:
    explicit Offers(Workplace workplace) : m_work(workplace) {}

    // What this worker is asked to take over and has not answered, what falls due first in front.
    [[nodiscard]] Result<std::vector<OfferedWork>> askedOfMe();
    // Theirs when this returns. WrongState, NotPermitted: it is offered to them no longer.
    [[nodiscard]] Result<void> accept(const RecordId& record);
    // Who offered it is told why, in the same save. Missing without words.
    [[nodiscard]] Result<void> refuse(const RecordId& record, const std::string& words);

    // All of them, or none: NotFound, NotPermitted where one cannot be offered from here, InvalidArgument where the colleague is not of
    // this agency or has it already, Missing without words where a referral is among them: its sender reads why. The colleague joins the
    // care teams here of whom it is about, since they could not read it otherwise.
    [[nodiscard]] Result<void> offer(const std::vector<RecordId>& records, const WorkerId& to,
                                     const std::string& words);
    // WrongState where nobody is asked. An action, and a referral, is offered to somebody else instead.
    [[nodiscard]] Result<void> takeBack(const RecordId& record);

private:
    [[nodiscard]] Result<Record> held(const RecordId& record);
    [[nodiscard]] Result<Record> offeredToMe(const RecordId& record);
    [[nodiscard]] Result<void> involve(const std::vector<Record>& works, const WorkerEntry& colleague,
                                       std::vector<Intent>& intents);
    // Who joined a care team to read what was offered leaves it with their no, unless something else there is theirs.
    [[nodiscard]] Result<void> leave(const Record& refused, std::vector<Intent>& intents);
    Workplace m_work;
};

} // namespace frontsheet
