// What a worker has in front of them once the device is unlocked: the use cases and who is working. Made by the app's
// composition; used on the executor's thread only, except for `me`, which never changes.
#pragma once

#include "core/usecases/care_records.h"
#include "core/usecases/conferences.h"
#include "core/usecases/contact_notes.h"
#include "core/usecases/emergencies.h"
#include "core/usecases/hidden_locations.h"
#include "core/usecases/leases.h"
#include "core/usecases/measures.h"
#include "core/usecases/messages.h"
#include "core/usecases/people.h"
#include "core/usecases/permissions.h"
#include "core/usecases/placements.h"
#include "core/usecases/plan_answers.h"
#include "core/usecases/ports/document_writer.h"
#include "core/usecases/ports/emergency_line.h"
#include "core/usecases/ports/evidence_line.h"
#include "core/usecases/ports/history_line.h"
#include "core/usecases/ports/profile_keeper.h"
#include "core/usecases/referrals.h"
#include "core/usecases/rounds.h"
#include "core/usecases/settling_versions.h"
#include "core/usecases/sharing.h"
#include "core/usecases/waiting_work.h"

#include <functional>
#include <memory>
#include <string>

namespace frontsheet {

struct OpenDesk {
    explicit OpenDesk(Workplace place)
        : workplace(place), care(place), emergencyAccesses(place), hiddenLocations(place), notes(place), people(place),
          permissions(place), planAnswers(place), ringing(place), referrals(place), placements(place), sharing(place),
          versions(place), waiting(place), leases(place), rounds(place), measures(place), messages(place),
          conferences(place) {}
    virtual ~OpenDesk() = default;
    OpenDesk(const OpenDesk&) = delete;
    OpenDesk& operator=(const OpenDesk&) = delete;

    Workplace workplace;
    CareRecords care;
    Emergencies emergencyAccesses;
    HiddenLocations hiddenLocations;
    ContactNotes notes;
    People people;
    Permissions permissions;
    PlanAnswers planAnswers;
    Ringing ringing;
    Referrals referrals;
    Placements placements;
    Sharing sharing;
    SettlingVersions versions;
    WaitingWork waiting;
    Leases leases;
    Rounds rounds;
    Measures measures;
    Messages messages;
    Conferences conferences;

    // Asking a home in an emergency; nullptr where no server can be spoken to. For Lane::Ask.
    [[nodiscard]] virtual EmergencyLine* emergencies() { return nullptr; }
    // Asking a home who saw what; nullptr as above. For Lane::Ask.
    [[nodiscard]] virtual EvidenceLine* evidence() { return nullptr; }
    // Asking a home what a record said earlier; nullptr as above. For Lane::Ask.
    [[nodiscard]] virtual HistoryLine* histories() { return nullptr; }
    // Writing a document for people to keep or print; nullptr where nothing leaves the device. For Lane::Ask: it takes a while.
    [[nodiscard]] virtual DocumentWriter* documents() { return nullptr; }
    // Ends what is being asked of servers: the desk is about to go. Any thread.
    virtual void hangUp() {}
    // Asks the sync engine for an exchange now; does not wait for it. Any thread.
    virtual void syncSoon() {}
    // Directory as this device holds it; read once per exchange by implementations that can tell.
    [[nodiscard]] Result<Directory> directory() { return loadDirectory(workplace.reader); }
};

// Opening the device's store. Called on the executor's thread; unlocking takes as long as the key derivation does.
class Door {
public:
    virtual ~Door() = default;
    // WrongPassphrase, KeyFileDamaged, StoreDamaged, StoreMissing, StoreNewer, StoreBusy, DiskFailed. `changed` is called,
    // on any thread, whenever the store took something in from a server.
    [[nodiscard]] virtual Result<std::shared_ptr<OpenDesk>> unlock(const std::string& passphrase,
                                                                   std::function<void()> changed) = 0;
    // What stays of a profile whose agency has shut the device out; nullopt: it is not closed. Needs no passphrase. Any thread.
    [[nodiscard]] virtual Result<std::optional<ClosedProfile>> closed() { return std::optional<ClosedProfile>{}; }
};

} // namespace frontsheet
