// Finding people and reading their front sheet. Not for the UI thread.
#pragma once

#include "core/domain/front_sheet.h"
#include "core/domain/who_to_ring.h"
#include "core/usecases/workplace.h"

namespace frontsheet {

class People {
public:
    explicit People(Workplace workplace) : m_work(workplace) {}

    [[nodiscard]] Result<RecordReader::CaseloadPage> caseload(RecordReader::CaseloadOf whose, std::size_t offset,
                                                              std::size_t limit);
    [[nodiscard]] Result<std::vector<PersonRow>> search(const std::string& typed, std::size_t limit);
    [[nodiscard]] Result<FrontSheet> frontSheet(const PersonId& person);
    // What was covered on the front sheet, such as how to get into the home, was uncovered: a reading of its own.
    [[nodiscard]] Result<void> revealed(const RecordId& record);

    // Likely same-human pairs that wait for a worker of this agency.
    struct Proposal {
        RecordId link;
        std::vector<Record> registrations; // of both ids, as far as this device holds them
        AgencyId otherAgency;
        std::string evidence;
    };
    [[nodiscard]] Result<std::vector<Proposal>> proposals(std::size_t limit);
    enum class Verdict : std::uint8_t { SameHuman, DifferentPeople };
    [[nodiscard]] Result<void> decideProposal(const RecordId& link, Verdict verdict);

private:
    Workplace m_work;
};

class Ringing {
public:
    explicit Ringing(Workplace workplace) : m_work(workplace) {}
    // `person` null: for nobody in particular.
    [[nodiscard]] Result<RingAnswer> ask(const std::string& words, const PersonId& person);
    // The named assessor of the person's practice, by the directory.
    [[nodiscard]] Result<std::optional<WorkerEntry>> namedAssessor(const PersonId& person);

private:
    [[nodiscard]] Result<RingFor> facts(const PersonId& person, const Directory& directory);
    Workplace m_work;
};

} // namespace frontsheet
