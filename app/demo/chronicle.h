// Writes the past of a partnership as it happened: each act by the worker's own device through the ordinary verbs, at its
// time, sent and fetched by ordinary syncs. Nothing is put into a store any other way.
#pragma once

#include "app/demo/demo_clock.h"
#include "app/demo/device.h"
#include "app/demo/humans.h"
#include "app/demo/report.h"

#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

namespace frontsheet::demo {

// A worker's device in the past: which agency's, and its open process.
struct Desk {
    std::string agency;
    const Device* device = nullptr;
    ChildProcess process;
};

struct Asked {
    std::string record; // hex
    std::string from;   // whose desk
    const Human* human = nullptr;
};

struct Request {
    std::string toAgency;
    std::string toService; // may be empty
    std::string toWorker;  // may be empty
    std::string need;
    std::string reason;
    std::string urgency = "routine";
    std::string despiteObjection{}; // not empty: a safeguarding concern that goes all the same, and why
};

struct Objection {
    std::string receiver; // an agency's code
    std::string category;
    std::string how; // as the object verb names it
    std::string words;
};

struct Absence {
    std::string worker;
    std::string from;
    std::string until;
    std::string deputy;
    std::string words; // what callers are told
};

class Chronicle {
public:
    Chronicle(DemoClock& clock, std::map<std::string, Desk> desks, Step& step);

    // All that was written is sent before the clock moves on, so that servers record it in its own time.
    void at(const Moment& moment);
    void at(std::chrono::minutes ago);

    // In texts {given}, {she}, {She}, {her}, {Her}, {them} and {spouse} stand for the person.
    std::string note(const std::string& who, const Human& about, const std::string& kind, const std::string& text);
    void draft(const std::string& who, const Human& about, const std::string& text);
    void addendum(const std::string& who, const Human& about, const std::string& note, const std::string& text);
    void inError(const std::string& who, const std::string& note, const std::string& reason);
    Asked refer(const std::string& who, const Human& about, const Request& request);
    // `kind` as the answer verb names it: seen review ask accept decline start complete, and of the sender inform withdraw.
    void answer(const std::string& who, const Asked& referral, const std::string& kind, const std::string& words = {},
                const std::string& suggestion = {});
    void object(const std::string& who, const Human& about, const Objection& said);
    // Of records at `home`; with the NHS number and date of birth that it has.
    void openInEmergency(const std::string& who, const Human& about, const std::string& home,
                         const std::string& reason);
    // A record of the care work; `fields` by their names in the schema, with {given} and the like in their texts.
    std::string care(const std::string& who, const Human& about, const std::string& type, const nlohmann::json& fields);
    // Of work between colleagues. Days as 2026-11-24.
    void away(const std::string& who, const Absence& absence);
    void offer(const std::string& who, const std::string& record, const std::string& toWorker,
               const std::string& words);
    void takeOver(const std::string& who, const std::string& record);
    void turnDown(const std::string& who, const std::string& record, const std::string& why);
    void message(const std::string& who, const Asked& referral, const std::string& text);
    // Everyone has everything: what one answer frees at another agency too.
    void settle();

private:
    std::vector<std::string> act(const std::string& who, const std::vector<std::string>& words);
    std::string write(const std::string& who, const std::vector<std::string>& words);
    void sync(const std::string& who);
    void sendAll();
    // Whatever anybody wrote has come to them.
    void bringAll(const std::string& who);
    void bring(const Asked& referral, const std::string& who);
    [[nodiscard]] std::string personFor(const std::string& who, const Human& human) const;
    [[nodiscard]] std::string file(const std::string& who, const std::string& text) const;

    DemoClock& m_clock;
    std::map<std::string, Desk> m_desks;
    Step& m_step;
    // As whom an agency knows somebody of whom it has no record: by who first referred them.
    std::map<std::pair<std::string, const Human*>, std::string> m_toldAs;
    std::set<std::string> m_unsent;
    std::set<std::string> m_fresh; // has fetched since anybody last sent
};

} // namespace frontsheet::demo
