// Her device killed at random moments of saving and sending.
//
// A moment is one of the program's system calls, drawn by chance (traced_run.h says why these are all the moments there
// are). Drawn over the whole run, nearly all would fall into opening the store, and almost none into the few calls between
// "on the disk" and "said so", or between "sent" and "acknowledged". So chance draws a window first, each as often as the
// others, and then a call within it; every fourth draw is over the whole run, for what the windows do not think of. Where
// the windows lie is read off an undisturbed run. Where a kill landed is never taken from the aim: it is read from the
// stores afterwards.

#include "app/demo/story_notes.h"
#include "app/demo/traced_run.h"

#include <algorithm>
#include <array>
#include <csignal>

namespace frontsheet::demo {

namespace {

using Calls = std::vector<CallKind>;

struct Window {
    std::string name;
    std::size_t first = 0;
    std::size_t last = 0; // the last call of it
};

// What one kind of act (saving or sending) is killed in.
struct Range {
    std::vector<Window> windows;
    Calls calls;
    std::chrono::milliseconds usual{0};
};

std::size_t lastBefore(const Calls& calls, CallKind kind, std::size_t end) {
    while (end > 0 && calls[end - 1] != kind) {
        --end;
    }
    return end == 0 ? 0 : end - 1;
}

std::size_t firstFrom(const Calls& calls, CallKind kind, std::size_t begin) {
    while (begin < calls.size() && calls[begin] != kind) {
        ++begin;
    }
    return begin;
}

// `done`: the call that made it so; `told`: the call that let somebody know.
Range rangeOf(Trace trace, std::array<const char*, 3> names, std::size_t done, std::size_t told) {
    const std::size_t end = trace.calls.size();
    Range range;
    range.windows = {{names[0], 0, done},
                     {names[1], std::min(done + 1, told), told},
                     {names[2], std::min(told + 1, end - 1), end - 1},
                     {"any moment", 0, end - 1}};
    range.calls = std::move(trace.calls);
    range.usual = trace.finished.took;
    return range;
}

// A kill before the last page of the commit is written finds nothing saved; before the word is written, nothing said.
Range savingRange(Trace trace) {
    const auto said = firstFrom(trace.calls, CallKind::Say, 0);
    const auto synced = lastBefore(trace.calls, CallKind::Sync, said);
    const auto written = lastBefore(trace.calls, CallKind::Write, synced);
    return rangeOf(std::move(trace), {"before it is saved", "saved, not yet said", "said"}, written, said);
}

// Her own agency's server comes first. Its reply is taken by the first commit after the connection.
Range sendingRange(Trace trace) {
    const auto connected = firstFrom(trace.calls, CallKind::Connect, 0);
    const auto synced = firstFrom(trace.calls, CallKind::Sync, connected);
    const auto sent = lastBefore(trace.calls, CallKind::Send, synced);
    const auto taken = lastBefore(trace.calls, CallKind::Write, synced);
    return rangeOf(std::move(trace), {"before it is sent", "sent, not yet acknowledged", "acknowledged"}, sent, taken);
}

// Where sandboxes forbid tracing: any instant from the key's derivation to a little after the usual end.
Finished killByTime(World& world, const Command& command, std::chrono::milliseconds usual) {
    auto child = ChildProcess::start(command);
    if (!child) {
        return {};
    }
    std::uniform_int_distribution<long long> when(usual.count() * 350, usual.count() * 1080);
    child->pause(std::chrono::microseconds{when(world.chance())});
    child->send(SIGKILL);
    return child->wait(std::chrono::seconds{30});
}

// Each window as often as the others, in an order of chance.
class Draw {
public:
    explicit Draw(World& world) : m_world(world) {}

    const Window& next(const Range& range) {
        if (m_left.empty()) {
            for (std::size_t i = 0; i < range.windows.size(); ++i) {
                m_left.push_back(i);
            }
            std::shuffle(m_left.begin(), m_left.end(), m_world.chance());
        }
        const auto drawn = m_left.back();
        m_left.pop_back();
        return range.windows[drawn];
    }

private:
    World& m_world;
    std::vector<std::size_t> m_left;
};

struct Killed {
    Finished finished;
    std::string aimed;
};

Killed killSomewhere(World& world, Draw& draw, const Command& command, const Range& range) {
    if (range.calls.empty()) {
        return {killByTime(world, command, range.usual), "by time"};
    }
    const Window& window = draw.next(range);
    std::uniform_int_distribution<std::size_t> at(window.first, window.last);
    const auto index = at(world.chance());
    auto finished = killAt(command, momentOf(range.calls, index));
    return {finished ? std::move(*finished) : Finished{},
            window.name + ", call " + std::to_string(index) + " of " + std::to_string(range.calls.size())};
}

Range measured(Step& step, const Command& command, Range (*rangeOfTrace)(Trace)) {
    if (!canTrace()) {
        Range range;
        auto done = run(command);
        step.check(done && done->succeeded(), "an undisturbed run");
        range.usual = done ? done->took : std::chrono::milliseconds{500};
        return range;
    }
    auto traced = trace(command);
    if (!step.check(traced && traced->finished.succeeded(), "an undisturbed run")) {
        return {};
    }
    return rangeOfTrace(std::move(*traced));
}

class Killing {
public:
    Killing(World& world, Step& step, Cast& cast)
        : m_world(world), m_step(step), m_cast(cast), m_nurse(world.device("nurse")), m_drawSaving(world),
          m_drawSending(world) {}

    // Where saving and sending go through which calls.
    void measure() {
        const auto& person = m_cast.visited.front();
        const auto mark = marker("measure", 0);
        const auto text = "Measured how saving goes. " + mark;
        m_saving = measured(m_step, m_nurse.command(m_nurse.noteWords(person, text)), savingRange);
        m_sending = measured(m_step, m_nurse.command(m_nurse.syncWords()), sendingRange);
        const auto dump = m_nurse.dump();
        m_cast.written.push_back(nurseNote(dump ? idOfMarked(*dump, mark) : "", mark, person, text));
        m_step.count("system calls of a save", static_cast<long long>(m_saving.calls.size()));
        m_step.count("system calls of a sync", static_cast<long long>(m_sending.calls.size()));
    }

    bool inSaving(int number) {
        const auto mark = marker("random", number);
        const auto& person = personOf(number);
        const auto text = "Moved the rug. " + mark;
        const auto killed =
            killSomewhere(m_world, m_drawSaving, m_nurse.command(m_nurse.noteWords(person, text)), m_saving);
        auto dump = m_nurse.dump();
        if (!m_step.check(dump.has_value(), "the store opens after kill " + std::to_string(number))) {
            return false;
        }
        const auto there = countMarked(*dump, "contact-note", mark);
        const auto said = Device::saidSaved(killed.finished);
        m_step.check(killed.finished.killed() || killed.finished.succeeded(), "killed, or ended before");
        m_step.check(there <= 1, "never doubled");
        m_step.check(said.empty() || (there == 1 && idOfMarked(*dump, mark) == said), "said saved means saved");
        land(number, killed,
             !killed.finished.killed() ? "save ended before the kill"
             : !said.empty()           ? "killed after it said saved"
             : there == 1              ? "killed when saved, before it said so"
                                       : "killed before it was saved");
        if (there == 0) {
            m_step.check(!tryNote(m_nurse, person, text).said.empty(), "written again and saved");
            dump = m_nurse.dump();
        }
        m_cast.written.push_back(nurseNote(dump ? idOfMarked(*dump, mark) : "", mark, person, text));
        return true;
    }

    bool inSending(int number) {
        const auto mark = marker("random", number);
        const auto& person = personOf(number);
        const auto text = "Moved the rug back. " + mark;
        const auto saved = tryNote(m_nurse, person, text);
        m_step.check(!saved.said.empty(), "the note is saved");
        m_cast.written.push_back(nurseNote(saved.said, mark, person, text));
        const auto killed = killSomewhere(m_world, m_drawSending, m_nurse.command(m_nurse.syncWords()), m_sending);
        // The device first: what it sent before it died may still be on its way into the ledger.
        const auto held = m_nurse.dump();
        const auto server = m_world.server("community_trust").dump("community_trust");
        if (!m_step.check(server && held, "both stores open after kill " + std::to_string(number))) {
            return false;
        }
        const bool arrived = server->find(saved.said) != nullptr;
        const auto* own = held->find(saved.said);
        m_step.check(killed.finished.killed() || killed.finished.succeeded(), "killed, or ended before");
        m_step.check(own != nullptr, "it is still on the device");
        m_step.check(arrived || (own != nullptr && own->waiting), "and if it does not wait there, it is at the server");
        land(number, killed,
             !killed.finished.killed()        ? "sync ended before the kill"
             : !arrived                       ? "killed before it was at the server"
             : own != nullptr && own->waiting ? "killed when at the server, not yet acknowledged here"
                                              : "killed after it was acknowledged");
        return true;
    }

    // A story whose kills all miss proves nothing. What was aimed at a window lands there all but always; the polls of a
    // slow server may shift one.
    void everyWindowWasHit(int times) {
        if (m_saving.calls.empty() || m_sending.calls.empty()) {
            m_step.note("this system does not let programs be watched: killed by time, windows not aimed at");
            return;
        }
        const int each = times / 2 / 4;
        for (const char* landing :
             {"killed before it was saved", "killed when saved, before it said so", "killed after it said saved",
              "killed before it was at the server", "killed when at the server, not yet acknowledged here",
              "killed after it was acknowledged"}) {
            m_step.check(m_step.counted(std::string{"landed: "} + landing) >= (each + 1) / 2,
                         std::string{"several were "} + landing);
        }
    }

private:
    const std::string& personOf(int number) const {
        return m_cast.visited[static_cast<std::size_t>(number) % m_cast.visited.size()];
    }

    void land(int number, const Killed& killed, const std::string& landing) {
        m_step.add("landed: " + landing);
        m_step.note("kill " + std::to_string(number) + ", aimed at " + killed.aimed + ": " + landing);
    }

    World& m_world;
    Step& m_step;
    Cast& m_cast;
    const Device& m_nurse;
    Draw m_drawSaving;
    Draw m_drawSending;
    Range m_saving;
    Range m_sending;
};

} // namespace

bool killAtRandom(World& world, Report& report, Cast& cast, int times) {
    Step step("her device is killed at " + std::to_string(times) + " random moments of saving and sending");
    Killing killing(world, step, cast);
    killing.measure();
    for (int i = 0; i < times; ++i) {
        if (!(i % 2 == 0 ? killing.inSaving(i) : killing.inSending(i))) {
            break;
        }
    }
    step.count("kills", times);
    killing.everyWindowWasHit(times);
    checkAllArrivedOnce(world, step, cast);
    const bool ok = step.ok();
    report.take(std::move(step));
    return ok;
}

} // namespace frontsheet::demo
