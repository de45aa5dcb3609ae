// What follows when somebody has died, wherever it was recorded: their own agency's register says so, and nobody visits any more. Not for
// the UI thread.
#pragma once

#include "core/usecases/workplace.h"

#include <set>

namespace frontsheet {

class Deaths {
public:
    explicit Deaths(Workplace workplace) : m_work(workplace) {}

    // Everybody of whom something on this device says that they have died, with every id that is joined to theirs. Lists of what is to be
    // done for the living leave them out; costs what there are of them.
    [[nodiscard]] Result<std::set<PersonId>> everybody();

    // What is saved together with a change after which a record says that somebody has died: this agency's registration, a death of this
    // agency's own where it was a placement that said so, and everything of this agency's that would still bring a visit. Of a death taken
    // back as entered in error: the registration. Nothing for any other change.
    [[nodiscard]] Result<std::vector<Intent>> following(const std::optional<Record>& before, const Record& after);

private:
    [[nodiscard]] Result<std::vector<Intent>> recorded(const Record& says, const std::string& on);
    [[nodiscard]] Result<std::vector<Intent>> takenBack(const Record& death);
    Workplace m_work;
};

} // namespace frontsheet
