// Kitley, an invented town: six agencies, who works there, and Edith among others. The clock stands at Tuesday 15
// September 2026, 10:12 (British Summer Time).
#pragma once

#include "app/shelf/record_shelf.h"
#include "app/viewmodels/open_desk.h"
#include "core/base/clock.h"
#include "core/base/id_source.h"
#include "tests/support/fixed_time_zone.h"
#include "tests/support/memory_device.h"
#include "tests/support/memory_shelf.h"

#include <string>

namespace frontsheet::testing {

inline constexpr WallTime kKitleyNow{1789463520000}; // 2026-09-15T09:12:00Z

class Kitley {
public:
    explicit Kitley(Principal who = nurse());

    [[nodiscard]] static Principal nurse();    // Bronwen Price, community nurse
    [[nodiscard]] static Principal assessor(); // Ruth Okafor, social work assessor
    [[nodiscard]] Workplace workplace();
    [[nodiscard]] static Principal governance(); // Farah Siddiqui, information governance lead
    // All agencies have signed the locality's agreement (version 1; a version 2 waits at the council) and their policies.
    void agree();
    // A doctor out of hours has opened Edith's records at the trust and another Ivy's at the council, and a concern about Ivy
    // went out despite her objection: two wait for the council's governance lead, and those involved read of the first.
    void eventfulNight();
    // Where Mira lives is kept hidden at the trust; the nurse visits her today at one, a colleague tomorrow. The trust's register
    // says nothing of it any more; the council does not know that it is to be hidden.
    void hideMira();
    // Which of Edith's two addresses is right, the council said twice and not the same, and her landlord once.
    void saidWhatIsRight();
    // Ruth Okafor is away and Tom Adeyemi stands in; Tenancy support has its duty officer, the duty team its night; services say what to
    // expect, one has closed, and the nurse keeps two at hand.
    void onTheRota();
    // Everything that waits has reached its home.
    void deliverAll();
    // There is signal, and that server came back from a backup: partners wait until its administrator has looked.
    void serverIsLookedThrough(const AgencyId& which);
    // The home refused what waits about this record.
    void refuse(const RecordId& record, ErrorCode reason);
    [[nodiscard]] std::vector<Record> notesAbout(const PersonId& person);

    Principal me;
    ManualClock clock{kKitleyNow};
    SeededIdSource ids{11};
    FixedTimeZone zone{std::chrono::minutes{60}}; // British Summer Time
    MemoryDevice store{me, clock};
    MemoryShelf attached;
    RecordShelf shelf{store};
    PersonId edith; // at the community trust
    PersonId ivy;
    PersonId ivyAtCouncil;                // the same Ivy, by the council's own id
    PersonId mira;                        // null until hideMira()
    RecordId miraHidden;                  // that her address is kept hidden
    PersonId beryl;                       // a draft about her waits to be finished
    RecordId bathReferral;                // nurse to assessor, waiting for an answer
    RecordId befriendReferral;            // asks the nurse something
    RecordId memoryReferral;              // declined with a suggestion
    RecordId fallsReferral;               // to the nurse, from the assessor
    RecordId drawnUpNote;                 // signed by the nurse
    RecordId objection;                   // Edith's, acknowledged by one of two agencies
    RecordId askedToStop;                 // what the council told us that Ivy said, unanswered
    EmergencyLine* emergencies = nullptr; // what the desk asks in an emergency; null: no signal
    EvidenceLine* whoSaw = nullptr;       // whom it asks who saw what; null: no signal
    HistoryLine* histories = nullptr;     // whom it asks what a record said earlier; null: no signal
    DocumentWriter* documents = nullptr;
    ReadingJournal* journal = nullptr;
    HomeTidings* tidings = nullptr;      // what homes told beside records; null: nothing
    LeaseKeeper* leases = nullptr;       // null: every home has answered
    std::optional<ClosedProfile> closed; // the agency has shut the device out

private:
    void directory();
    void people();
    void work();
    void sharing();
    PersonId person(const std::string& agency, const std::string& family, const std::string& given,
                    const std::string& title, const std::string& born, const std::string& gender,
                    const std::string& nhs, const std::string& address, const std::string& town,
                    const std::string& phone, int daysAgo, PersonId sameAs = {});
    Record blank(RecordType type, const std::string& home, PersonId person, int minutesAgo);
    void link(PersonId own, const std::string& agency, PersonId other, const std::string& otherAgency,
              const std::string& state, const std::string& evidence);
    void involve(const std::string& home, PersonId person, const std::string& agency, const std::string& worker,
                 const std::string& role);
};

// A door that opens on Kitley with the passphrase "orchard row".
class KitleyDoor final : public Door {
public:
    explicit KitleyDoor(Kitley& kitley) : m_kitley(kitley) {}
    Result<std::shared_ptr<OpenDesk>> unlock(const std::string& passphrase, std::function<void()> changed) override;
    Result<std::optional<ClosedProfile>> closed() override { return m_kitley.closed; }
    // What the sync engine does after an exchange.
    void tellChanged() {
        if (m_changed) {
            m_changed();
        }
    }

private:
    Kitley& m_kitley;
    std::function<void()> m_changed;
};

} // namespace frontsheet::testing
