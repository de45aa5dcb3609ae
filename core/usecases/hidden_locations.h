// Keeping where somebody lives hidden: who may know, for which visits, and that it ends (core/decisions/054). Not for the UI
// thread.
#pragma once

#include "core/domain/sharing/permission.h"
#include "core/usecases/workplace.h"

#include <string>
#include <vector>

namespace frontsheet {

struct ToHide {
    PersonId person;
    std::vector<WorkerId> readers; // of this agency; who records it is one only if named
    std::string where;             // the address, and how to get in; may be empty
    sharing::HowAsked how = sharing::HowAsked::FaceToFace;
    sharing::GivenBy givenBy = sharing::GivenBy::Person;
    std::string authority;  // of an attorney or deputy
    std::string decidedWhy; // not empty: decided in the person's best interests by who records it
    std::string words;      // the person's own
    RecordId instead;       // the restriction that this one takes the place of, since the person moved; null: none
};

// One restriction in force, as this worker may see it.
struct HiddenLocation {
    RecordId statement;
    sharing::PermissionStatement said;         // without `where`
    std::vector<sharing::PlannedVisit> visits; // to come or about now, soonest first
    bool waiting = false;                      // saved here, not yet at its home
    bool mayChange = false;                    // recorded it or is named in it: may name others, may lift it
    bool mayVisit = false;                     // is named in it
    // What it keeps: for who visits about now, and for who recorded it until the home has it. Empty otherwise.
    std::string where;
    WallTime knownUntil; // of a visit about now; unknown otherwise
};

// What there is to start from.
struct BeforeHiding {
    std::string where;                   // as this device knows it, several agencies' versions on lines of their own
    std::vector<WorkerEntry> colleagues; // those on the care team first, then by name; this worker first of all
    std::vector<AgencyId> holders;       // other agencies known to hold the person, who are not told
};

class HiddenLocations {
public:
    explicit HiddenLocations(Workplace workplace) : m_work(workplace) {}

    [[nodiscard]] Result<BeforeHiding> before(const PersonId& person);
    // In force, on this device too, when it returns. WrongState when it is hidden already and nothing says in whose place.
    [[nodiscard]] Result<RecordId> hide(const ToHide& wanted);
    // Restrictions in force, oldest first.
    [[nodiscard]] Result<std::vector<HiddenLocation>> of(const PersonId& person);
    // NotPermitted for who neither recorded it nor is named; Missing for nobody.
    [[nodiscard]] Result<void> nameReaders(const RecordId& statement, const std::vector<WorkerId>& readers);
    // This worker's own visit. NotPermitted unless named; InvalidArgument for a time that is past or more than a quarter away.
    [[nodiscard]] Result<void> planVisit(const RecordId& statement, WallTime due);
    [[nodiscard]] Result<void> cancelVisit(const RecordId& statement, WallTime due);
    // Ordinary records say where the person lives again; what this one kept is erased by the home.
    [[nodiscard]] Result<void> lift(const RecordId& statement);

private:
    [[nodiscard]] Result<Record> load(const RecordId& id);
    [[nodiscard]] Result<void> save(const Record& before, const Record& after);
    [[nodiscard]] Record lifted(const Record& statement) const;
    [[nodiscard]] HiddenLocation describe(const Record& record, sharing::PermissionStatement said, bool waiting) const;

    Workplace m_work;
};

} // namespace frontsheet
