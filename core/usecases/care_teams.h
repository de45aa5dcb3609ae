// Who is involved with a person, as this worker's agency has it: what lets their devices hold what this home releases. Not for
// the UI thread.
#pragma once

#include "core/usecases/workplace.h"

namespace frontsheet {

class CareTeams {
public:
    explicit CareTeams(Workplace workplace) : m_work(workplace) {}

    // Puts a worker of any agency of the partnership on the person's care team here, from now on. The membership's id.
    // NotFound when this agency does not know the person under this id or the directory not the worker; Duplicate when they
    // are on it.
    [[nodiscard]] Result<RecordId> involve(const PersonId& person, const WorkerId& worker);
    // From now on the worker is no longer involved: their devices give back what they held by it alone. NotFound when there is
    // no such membership at this agency, WrongState when it has ended or still waits here to be sent.
    [[nodiscard]] Result<void> end(const RecordId& membership);

private:
    Workplace m_work;
};

} // namespace frontsheet
