// Finding people and reading their front sheet. Not for the UI thread.
#pragma once

#include "core/domain/care/door_sheet.h"
#include "core/domain/care/person_sheet.h"
#include "core/domain/care/plan_glance.h"
#include "core/domain/front_sheet.h"
#include "core/domain/who_to_ring.h"
#include "core/usecases/workplace.h"

namespace frontsheet {

// A front sheet with what the care work says of the person: what to know first, whom to ring, medicines, the plan.
struct WholeSheet {
    FrontSheet sheet;
    care::DoorSheet door;
    care::PersonSheet person;
    care::PlanGlance plan;
};

class People {
public:
    explicit People(Workplace workplace) : m_work(workplace) {}

    [[nodiscard]] Result<RecordReader::CaseloadPage> caseload(RecordReader::CaseloadOf whose, std::size_t offset,
                                                              std::size_t limit);
    [[nodiscard]] Result<std::vector<PersonRow>> search(const std::string& typed, std::size_t limit);
    // RecordReader::searchFirst.
    [[nodiscard]] Result<RecordReader::FirstFound> searchFirst(const std::string& typed, std::size_t limit,
                                                               std::size_t first);
    [[nodiscard]] Result<FrontSheet> frontSheet(const PersonId& person);
    [[nodiscard]] Result<WholeSheet> wholeSheet(const PersonId& person);
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

// Where a referral may go: a service, or one worker of it.
struct DeskChoice {
    ServiceEntry service;              // without a code: no service of its own
    std::optional<WorkerEntry> worker; // none: whoever is on duty
    AgencyEntry agency;
};

// A service or a worker that somebody keeps at hand; one of the two.
struct RingFavourite {
    ServiceId service;
    WorkerId worker;
    friend bool operator==(const RingFavourite&, const RingFavourite&) = default;
};

class Ringing {
public:
    explicit Ringing(Workplace workplace) : m_work(workplace) {}
    // `person` null: for nobody in particular.
    [[nodiscard]] Result<RingAnswer> ask(const std::string& words, const PersonId& person);
    // The named assessor of the person's practice, by the directory.
    [[nodiscard]] Result<std::optional<WorkerEntry>> namedAssessor(const PersonId& person);
    // As they answer today, in the order in which they were added; what is in the directory no longer is left out. On this device alone.
    [[nodiscard]] Result<std::vector<RingSuggestion>> favourites();
    [[nodiscard]] Result<std::vector<RingFavourite>> kept();
    [[nodiscard]] Result<bool> isFavourite(const RingFavourite& which);
    // TooLarge beyond kMostFavourites. Again is a success.
    [[nodiscard]] Result<void> keepFavourite(const RingFavourite& which);
    [[nodiscard]] Result<void> dropFavourite(const RingFavourite& which);
    static constexpr std::size_t kMostFavourites = 24;
    // The agency's services that take referrals, and its workers who are there today, whose names or roles begin with every word typed;
    // nothing typed: its services.
    [[nodiscard]] Result<std::vector<DeskChoice>> desksOf(const AgencyId& agency, const std::string& words);
    // Services of every other agency that answer the words for this person, best first.
    [[nodiscard]] Result<std::vector<DeskChoice>> otherServices(const AgencyId& butOf, const std::string& words,
                                                                const PersonId& person);

private:
    [[nodiscard]] Result<RingFor> facts(const PersonId& person, const Directory& directory);
    [[nodiscard]] Result<void> keep(const std::vector<RingFavourite>& all);
    Workplace m_work;
};

} // namespace frontsheet
