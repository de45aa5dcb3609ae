// One simulated partnership: homes, devices, the network between them, people at work, and what watches all of it. Everything
// follows from the seed. The first thing found wrong ends the run.
//
//   step() ─► a worker edits, exchanges, loses power ... ─► DeviceStore, SyncEngine ─► carry() ─► AgencyServer ─► ledger
//                                                                 ▲                      │  judged before, observed after
//                                                                 └── weather ◄──────────┘  replies held against the oracle
//
// One thread. A world is the only one of its process while it lives: crash points are the process's.
#pragma once

#include "core/base/id_source.h"
#include "tests/sim/chance.h"
#include "tests/sim/machines.h"
#include "tests/sim/tally.h"
#include "tests/sim/trace.h"

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace frontsheet::sim {

struct Options {
    std::uint64_t seed = 1;
    std::size_t steps = 0; // 0: as many as the seed says
    Trace::Shown trace = Trace::Shown::No;
    // For shrinking: steps that are left out. The draws of a step do not depend on other steps.
    std::set<std::size_t> leftOut;
    bool looksAtDisks = false; // for words that should be gone, at quiet
};

// What became of an author's edit, as the author's device and home have to show it.
struct Account {
    enum class Standing : std::uint8_t {
        Saved,     // the store said so
        Doubtful,  // power went while it was being saved, and its author did not try again
        LetGo,     // by its author, or with what it was built on; or another was written in its place
        MayBeGone, // saved after the copy that the device was restored from
    };
    std::size_t device = 0;
    Intent intent;
    Standing standing = Standing::Saved;
    OpId foldedInto;      // null: stands by itself
    bool showable = true; // false: the device was restored to before it, so it does not know
};

class World {
public:
    explicit World(const Options& options);
    ~World();
    World(const World&) = delete;
    World& operator=(const World&) = delete;

    // All of it: work and trouble, quiet, more of both, quiet.
    void run();

    [[nodiscard]] const std::string& wrong() const { return m_wrong; } // empty: nothing
    [[nodiscard]] const Tally& tally() const { return m_tally; }
    [[nodiscard]] const Trace& trace() const { return m_trace; }
    [[nodiscard]] std::uint64_t operations() const { return m_operations; }
    [[nodiscard]] std::size_t steps() const { return m_steps; }

private:
    friend class Work;
    friend class Trouble;

    // --- the run (world.cpp) ---
    void step(std::size_t number);
    void say(std::string_view who, const std::string& what) { m_trace.line(m_time.now, who, what); }
    void fails(const std::string& what);
    [[nodiscard]] bool isWrong() const { return !m_wrong.empty(); }
    void done(std::string_view operation) {
        ++m_operations;
        m_tally.count("operation", operation);
    }
    [[nodiscard]] HomeNode& homeOf(const AgencyId& agency);
    [[nodiscard]] HomeNode* home(const AgencyId& agency);
    [[nodiscard]] std::size_t indexOf(const DeviceNode& device) const;
    void passPoint(const char* name);

    // --- machines ---
    void startDevice(DeviceNode& device);
    void startHome(HomeNode& home);
    void open(HomeNode& home); // to partners, after a restore

    // --- the network (carrying.cpp) ---
    Result<HttpAnswer> carry(DeviceNode& from, const AgencyId& to, std::string_view verb, BytesView body,
                             std::size_t maxAnswer);
    [[nodiscard]] std::optional<Response> deliver(DeviceNode& from, HomeNode& to, Verb verb, BytesView body);
    [[nodiscard]] Caller callerOf(const DeviceNode& device) const;
    void checkRequest(DeviceNode& from, HomeNode& to, const wire::SyncRequest& request);
    void checkReply(DeviceNode& from, HomeNode& to, const wire::SyncRequest& request, const wire::SyncReply& reply);
    void checkEmergency(DeviceNode& from, HomeNode& to, const Response& response);
    void observe(HomeNode& home, const ModelHome::Judged* judged, ModelHome::Others others);
    Exchanged exchange(DeviceNode& device, const AgencyId& with);
    void noteArrival(DeviceNode& device, HomeNode& home, const wire::SyncReply& reply);

    // --- accounts (accounts.cpp) ---
    [[nodiscard]] Result<void> save(DeviceNode& device, const std::vector<Intent>& intents);
    void noteSaved(DeviceNode& device, const Intent& intent, Account::Standing standing);
    void letGoWhatIsGone(DeviceNode& device, const std::set<OpId>& before);
    [[nodiscard]] std::set<OpId> outboxOf(DeviceNode& device);
    void checkAccounts(DeviceNode& device);

    // --- quiet (quiet.cpp) ---
    void quiet();
    void checkHeld(DeviceNode& device, HomeNode& home);
    void checkAllHeld(DeviceNode& device);
    void checkHome(HomeNode& home);
    void checkDisk(DeviceNode& device);
    void checkSearch(DeviceNode& device);
    [[nodiscard]] bool wereSavedElsewhere(const RecordId& note, const std::string& words) const;
    void checkRemovals(DeviceNode& device, HomeNode& home);
    [[nodiscard]] std::map<RecordId, std::string> expectedOn(DeviceNode& device, HomeNode& home);

    Options m_options;
    Trace m_trace;
    Tally m_tally;
    std::string m_wrong;
    std::uint64_t m_operations = 0;
    std::size_t m_steps = 0;
    std::size_t m_now = 0; // the step under way

    WorldTime m_time;
    Chance m_chance;  // of the world's making
    Chance m_people;  // what the step under way does
    Chance m_weather; // what the network does to it
    SeededIdSource m_ids;
    SeededIdSource m_serverIds;

    std::vector<std::unique_ptr<HomeNode>> m_homes;
    std::vector<std::unique_ptr<DeviceNode>> m_devices;

    // What goes wrong in this world, in percent; a calm phase has none.
    struct Weather {
        unsigned trouble = 0; // of requests
        unsigned machines = 0;
        bool calm = false;
    } m_conditions;

    std::vector<PersonId> m_persons;
    std::vector<std::pair<RecordId, std::string>> m_canaries; // words that one note alone has
    bool m_bodiesSwapped = false; // damage has shown somebody the words of one note in another
    std::size_t m_counter = 0;

    std::map<OpId, Account> m_accounts;
    std::vector<OpId> m_saved; // in order
    // What left under a name, each once: it may be other than was saved, and a device that was set back may send other words.
    std::map<OpId, std::map<Bytes, Intent>> m_sent; // by its hash
    [[nodiscard]] const Intent* sent(const OpId& op, BytesView hash) const;

    struct DeviceMemory {
        struct Copy {
            sqlite::MemoryDisk::Image image;
            std::map<OpId, Account> accounts;
            std::map<AgencyId, std::set<std::pair<RecordId, HomeVersion>>> received;
            bool damaged = false;
        };
        std::optional<Copy> copy;
        bool copyWasRestored = false;
        bool damaged = false; // and not mended for certain
        std::map<AgencyId, std::uint64_t> cursors;
        std::map<AgencyId, Epoch> epochs;
        std::map<AgencyId, std::set<std::pair<RecordId, HomeVersion>>> received;
        struct Removal {
            std::vector<std::string> scopes;
            std::set<std::string> grantedSince;
        };
        std::map<AgencyId, std::map<std::uint64_t, Removal>> removals;
        std::set<OpId> handsIn;               // was waiting when its own home shut it out
        std::set<std::uint64_t> toldToRemove; // in replies that arrived
        std::vector<Intent> tryAgain;         // their author still has the text
        std::string armed;                    // crash point that takes the power, empty: none
        std::size_t armedAfter = 0;
        struct Waiting {
            AgencyId to;
            Verb verb;
            Bytes body;
        };
        std::deque<Waiting> late; // requests that the network still has
    };
    std::vector<DeviceMemory> m_memory; // as m_devices
    DeviceNode* m_acting = nullptr;     // whose code runs
    HomeNode* m_serving = nullptr;
    struct Armed {
        std::string point;
        std::size_t after = 0;
        sqlite::PowerCut how = sqlite::PowerCut::DropUnsynced;
    };
    std::optional<Armed> m_armed;
};

} // namespace frontsheet::sim
