// What every use case stands on: who is working, and the ports. Wired once in app/; outlives the use cases.
#pragma once

#include "core/base/clock.h"
#include "core/base/id_source.h"
#include "core/domain/directory.h"
#include "core/domain/principal.h"
#include "core/usecases/ports/intent_writer.h"
#include "core/usecases/ports/outbox_reader.h"
#include "core/usecases/ports/record_reader.h"
#include "core/usecases/ports/time_zone.h"

namespace frontsheet {

struct Workplace {
    Principal me;
    RecordReader& reader;
    IntentWriter& writer;
    OutboxReader& outbox;
    const Clock& clock;
    IdSource& ids;
    const TimeZone& zone;
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

// An intent that turns `before` (null: nothing) into `after`, judged by the home's own rule first, so that nothing is
// queued that must be refused.
[[nodiscard]] Result<Intent> intentFor(const Workplace& workplace, const std::optional<Record>& before,
                                       const Record& after);

} // namespace frontsheet
