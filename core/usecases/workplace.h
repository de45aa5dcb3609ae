// What every use case stands on: who is working, and the ports. Wired once in app/; outlives the use cases.
#pragma once

#include "core/base/clock.h"
#include "core/base/id_source.h"
#include "core/domain/directory.h"
#include "core/domain/principal.h"
#include "core/usecases/ports/intent_writer.h"
#include "core/usecases/ports/lease_keeper.h"
#include "core/usecases/ports/outbox_reader.h"
#include "core/usecases/ports/reading_journal.h"
#include "core/usecases/ports/record_reader.h"
#include "core/usecases/ports/time_zone.h"

#include <map>
#include <span>
#include <string>

namespace frontsheet {

class AgreementShelf;
class DeviceFacts;
class HomeTidings;
class UnfinishedWork;

struct Workplace {
    Principal me; // of the certificate; its role is the directory's
    RecordReader& reader;
    IntentWriter& writer;
    OutboxReader& outbox;
    const Clock& clock;
    IdSource& ids;
    const TimeZone& zone;
    ReadingJournal* journal = nullptr;    // null: what is read is told to nobody (previews, tests)
    AgreementShelf* agreements = nullptr; // null: no texts of agreements are kept (tools, tests)
    HomeTidings* tidings = nullptr;       // null: nothing is kept of what homes tell beside records
    LeaseKeeper* leases = nullptr;        // null: nothing here is past a lease (previews, tests)
    UnfinishedWork* unfinished = nullptr; // null: a form is kept on the screen alone (tools)
    DeviceFacts* facts = nullptr;         // null: the device keeps nothing of what this worker likes at hand
};

// Agencies, workers, services and contact points of every home on this device.
[[nodiscard]] Result<Directory> loadDirectory(RecordReader& reader);

// Everything held about the human behind `person`, with ids that stated links join.
struct About {
    std::vector<PersonId> persons;
    std::vector<Record> records;
    std::vector<RecordId> waiting; // ascending
};
[[nodiscard]] Result<About> loadAbout(RecordReader& reader, const PersonId& person);

// Today where the worker is, ISO 8601.
[[nodiscard]] std::string today(const Workplace& workplace);

// How people are called aloud, by id; an id nothing is held of is missing from it.
[[nodiscard]] Result<std::map<PersonId, std::string>> spokenNames(RecordReader& reader, std::vector<PersonId> persons);

// These records' words are on the screen: the homes' logs hear of it at the next contact. Where it cannot be noted the page is shown all
// the same: care first.
void noteShown(const Workplace& workplace, std::span<const Record> records);

// A record of this worker's own agency, new and empty.
[[nodiscard]] Record newRecord(const Workplace& workplace, RecordType type, const PersonId& person, Category category);

// An intent that turns `before` (null: nothing) into `after`, judged by the home's own rule first, so that nothing is
// queued that must be refused. InvalidArgument when nothing changes.
[[nodiscard]] Result<Intent> intentFor(const Workplace& workplace, const std::optional<Record>& before,
                                       const Record& after);

} // namespace frontsheet
