// Structured measures: taking one, deciding about an answer that must not be left alone, and how scores went. Not for the UI thread.
#pragma once

#include "core/domain/care/ending.h"
#include "core/domain/care/instruments.h"
#include "core/domain/care/safety_action.h"
#include "core/usecases/workplace.h"

#include <optional>
#include <string>
#include <vector>

namespace frontsheet {

// A measure on its way: answers may be missing while it is kept, and none is where only the score may be used.
struct MeasureTaken {
    RecordId record; // null: begins one
    PersonId person;
    std::string instrument;
    std::vector<int> answers;          // one an item, -1: not answered yet
    std::optional<std::int64_t> score; // of an instrument of which only the score may be used
    int impairment = -1;
    std::string with;
    std::string note;
    std::string againOn; // ISO date; empty: not said
};

struct MeasureScore {
    RecordId record;
    std::string instrument;
    std::string takenOn; // ISO date
    std::int64_t score = 0;
    AgencyId agency;
    WorkerId takenBy;
    std::string againOn;
    bool awaitsSafety = false;
    bool waiting = false;              // still on this device
    std::vector<care::Ending> endings; // how this worker may end it
    FieldSet fields;                   // answers, what was said with them, and what was decided, as the schema has them
};

struct SafetyDecided {
    RecordId measure;
    care::SafetyDecision decision = care::SafetyDecision::AskedAndSafe;
    std::string words;
    // Of ActionMade.
    std::string what; // empty: as it is offered
    std::string due;  // ISO date; empty: today
    WorkerId owner;   // empty: who decides
    AgencyId ownerAgency;
};

struct UnsafeAnswer {
    Record measure;
    PersonRow person;
};

class Measures {
public:
    explicit Measures(Workplace workplace) : m_work(workplace) {}

    // As it stands, kept on this device until it is taken or given up. Its id.
    [[nodiscard]] Result<RecordId> keep(const MeasureTaken& measure);
    // What was left of this instrument about the person; nullopt: nothing.
    [[nodiscard]] Result<std::optional<MeasureTaken>> left(const PersonId& person, const std::string& instrument);
    [[nodiscard]] Result<void> giveUp(const RecordId& record);
    // Saved when this returns. Malformed with answers missing.
    [[nodiscard]] Result<RecordId> take(const MeasureTaken& measure);
    // What was decided, and the action where one was made: one save. NotFound, WrongState where it was decided already, Missing without the
    // words it needs.
    [[nodiscard]] Result<void> decide(const SafetyDecided& decided);
    // What is being written about it, kept on this device until it is decided.
    [[nodiscard]] Result<void> keepDecision(const SafetyDecided& decided);
    // Empty: nothing was written.
    [[nodiscard]] Result<std::string> decisionLeft(const RecordId& measure);
    // The action as it is offered for the measure; nothing is saved.
    [[nodiscard]] Result<Record> offered(const RecordId& measure);
    // Missing without a reason, WrongState where it was so already, NotFound.
    [[nodiscard]] Result<void> enterInError(const RecordId& measure, const std::string& reason);
    // Those that stand, of every agency that shares them, oldest first.
    [[nodiscard]] Result<std::vector<MeasureScore>> history(const PersonId& person);
    // Of this worker's measures, those with an answer that nobody has said anything about yet; oldest first.
    [[nodiscard]] Result<std::vector<UnsafeAnswer>> unsafe();

private:
    [[nodiscard]] Result<Record> recordOf(const MeasureTaken& measure);
    [[nodiscard]] Result<WorkingRecord> load(const RecordId& measure);

    Workplace m_work;
};

} // namespace frontsheet
