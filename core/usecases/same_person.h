// "These two are the same person", and "they are not": a worker's statements about two ids, from a person's page. Nothing is merged. Not for
// the UI thread.
#pragma once

#include "core/domain/same_person.h"
#include "core/usecases/workplace.h"

namespace frontsheet {

class SamePerson {
public:
    explicit SamePerson(Workplace workplace) : m_work(workplace) {}

    // Whom else it may be: as the search finds them, without those who are this human already.
    [[nodiscard]] Result<std::vector<PersonRow>> others(const PersonId& person, const std::string& typed,
                                                        std::size_t limit);

    struct Pair {
        Record left; // this agency's own where it has one
        Record right;
        std::string evidence; // in codes
        JoinRefusal refusal = JoinRefusal::None;
    };
    // NotFound where one of them is not on this device.
    [[nodiscard]] Result<Pair> compare(const PersonId& person, const PersonId& other);
    // Stated by this worker, on what the two registrations say. NotPermitted when two valid NHS numbers differ, NotFound when this
    // agency has registered neither, Duplicate when they are one already.
    [[nodiscard]] Result<void> join(const PersonId& person, const PersonId& other);

    // One agency's word that another record is of the same human.
    struct Statement {
        AgencyId by;
        WorkerId worker; // nobody: matching found it certain
        WallTime at;
        bool waiting = false; // still on this device
    };
    // A registration of this human, and who says that it is; of the first, which the page is about, nobody needs to.
    struct Joined {
        Record registration;
        std::vector<Statement> said;
        bool mayPart = false; // this agency has something to say about it
    };
    // Those of this agency first; one alone where nothing is joined.
    [[nodiscard]] Result<std::vector<Joined>> joined(const PersonId& person);

    // What there is to know before they are taken apart.
    struct Parting {
        std::vector<AgencyId> stillSaidBy;
        std::vector<Record> writtenSince; // this agency's notes since they were joined: about whom?
    };
    [[nodiscard]] Result<Parting> lookAtParting(const PersonId& person, const PersonId& other);
    // `other` is not this person: this agency's word that it is, is taken back, and it says no where another agency says yes. NotFound
    // where there is nothing for this agency to say.
    [[nodiscard]] Result<void> part(const PersonId& person, const PersonId& other);

private:
    Workplace m_work;
};

} // namespace frontsheet
