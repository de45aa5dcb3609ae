// A worker's round of the day: who is visited in which order, what must be known at each door, how far each visit has come, and what
// follows where nobody answers. Not for the UI thread.
#pragma once

#include "core/domain/care/door_sheet.h"
#include "core/domain/care/due_at_visit.h"
#include "core/domain/care/no_reply.h"
#include "core/domain/care/round.h"
#include "core/usecases/workplace.h"

#include <optional>
#include <string>
#include <vector>

namespace frontsheet {

struct RoundVisit {
    Record visit;
    bool waiting = false; // still on this device
    care::VisitStage stage = care::VisitStage::Planned;
    PersonRow person;
    care::DoorSheet door;
    std::vector<care::DueAtVisit> due;
};

struct DaysRound {
    std::vector<RoundVisit> visits; // in visiting order, those that are done among them
    std::optional<std::size_t> next;
    std::vector<RoundVisit>
        unanswered; // no reply on whatever day, and nobody knows yet that they are safe; oldest first
};

struct AtTheDoor {
    RoundVisit visit;
    std::vector<care::MayBeTold> mayBeTold;
    Directory directory;
};

struct NoReply {
    RecordId visit;
    WorkerId told;     // the visit stands on their list until somebody knows that the person is safe
    std::string words; // what was tried; may be empty
};

// How it became known that the person is safe.
enum class KnownSafe : std::uint8_t {
    Seen,  // the visit was made after all
    Heard, // somebody knows where they are; there is no visit
};

// Why a visit is not made.
enum class NoVisit : std::uint8_t {
    CalledOff, // may be planned again
    Stopped,   // there is nobody to visit any more
};

class Rounds {
public:
    explicit Rounds(Workplace workplace) : m_work(workplace) {}

    [[nodiscard]] Result<DaysRound> today();
    // NotFound when it is not here.
    [[nodiscard]] Result<AtTheDoor> at(const RecordId& visit);
    // Brings it to Planned, OnTheWay, There or Done, forwards or back: every tap can be taken back by another. WrongState for a visit that
    // nobody answered, which ends by knownSafe() alone; InvalidArgument for another stage.
    [[nodiscard]] Result<void> bring(const RecordId& visit, care::VisitStage stage);
    // The visit stands at `to` of today's round from now on; positions count from 0, what is done among them.
    [[nodiscard]] Result<void> move(const RecordId& visit, std::size_t to);
    // Missing without a word of why.
    [[nodiscard]] Result<void> takeOff(const RecordId& visit, NoVisit how, const std::string& because);
    // As it stands, kept on this device until it is saved.
    [[nodiscard]] Result<void> keepNoReply(const NoReply& what);
    [[nodiscard]] Result<std::optional<NoReply>> noReplyLeft(const RecordId& visit);
    // Missing without somebody who was told.
    [[nodiscard]] Result<void> noReply(const NoReply& what);
    [[nodiscard]] Result<void> knownSafe(const RecordId& visit, KnownSafe how, const std::string& because);
    // The note that was written of it.
    [[nodiscard]] Result<void> linkNote(const RecordId& visit, const RecordId& note);

private:
    [[nodiscard]] Result<WorkingRecord> load(const RecordId& visit);
    [[nodiscard]] Record unanswered(Record visit, const NoReply& what) const;
    [[nodiscard]] Result<void> save(const Record& before, const Record& after);
    [[nodiscard]] Result<std::vector<WorkingRecord>> ofToday();
    [[nodiscard]] RoundVisit describe(WorkingRecord visit, const About& about, const FrontSheet& sheet) const;
    [[nodiscard]] Result<std::vector<RoundVisit>> describeAll(std::vector<WorkingRecord> visits,
                                                              const Directory& directory);

    Workplace m_work;
};

} // namespace frontsheet
