// Runs a program call by call, so that it can be killed at any one of its system calls.
//
// All that a process does to the world it does by system calls: a file's bytes, a sync, a message, a word on the screen.
// Between two of them nothing changes outside it. So the calls of one undisturbed run are all the moments there are to be
// killed at, and a moment that lasts a microsecond is drawn as easily as one that lasts a second. Linux ptrace(2) with
// PTRACE_GET_SYSCALL_INFO (5.3); a child may always be traced by its parent, except where a sandbox forbids it.
#pragma once

#include "app/demo/child_process.h"

#include <cstdint>
#include <vector>

namespace frontsheet::demo {

enum class CallKind : std::uint8_t {
    Other,
    Connect,
    Send,  // on a socket
    Write, // into a database file
    Sync,  // fsync, fdatasync
    Say,   // to standard output
};

struct Trace {
    Finished finished;
    std::vector<CallKind> calls; // in the order they began, all threads together
};

// A place in a run that another run of the same program finds again: so many sends and syncs passed, then so many calls.
// How often a thread polls or waits differs from run to run; how often it sends and syncs does not.
struct Moment {
    std::size_t landmarks = 0;
    std::size_t callsAfter = 0;
};

// Of the call at `index` of the trace.
[[nodiscard]] Moment momentOf(const std::vector<CallKind>& calls, std::size_t index);

// Whether this system lets a parent watch its child.
[[nodiscard]] bool canTrace();

// Its end, undisturbed. Unsupported where tracing is forbidden.
[[nodiscard]] Result<Trace> trace(const Command& command);
// Kills it with SIGKILL at the moment; where it ends before, the result says so by its exit code.
[[nodiscard]] Result<Finished> killAt(const Command& command, const Moment& moment);

} // namespace frontsheet::demo
