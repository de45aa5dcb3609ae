#include "app/demo/traced_run.h"

#include <cerrno>
#include <csignal>
#include <functional>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace frontsheet::demo {

namespace {

constexpr int kSyscallStop = SIGTRAP | 0x80; // PTRACE_O_TRACESYSGOOD

bool isLandmark(CallKind kind) { return kind == CallKind::Send || kind == CallKind::Sync; }

CallKind kindOf(const __ptrace_syscall_info& info) {
    switch (info.entry.nr) {
    case SYS_connect:
        return CallKind::Connect;
    case SYS_sendto:
    case SYS_sendmsg:
        return CallKind::Send;
    case SYS_fsync:
    case SYS_fdatasync:
        return CallKind::Sync;
    case SYS_pwrite64:
    case SYS_pwritev:
        return CallKind::Write;
    case SYS_write:
    case SYS_writev:
        return info.entry.args[0] == STDOUT_FILENO ? CallKind::Say : CallKind::Other;
    default:
        return CallKind::Other;
    }
}

long resume(pid_t thread, int signal) { return ::ptrace(PTRACE_SYSCALL, thread, nullptr, signal); }

// Lets it run from call to call; `atCall` says whether to go on. Returns the process's wait status.
Result<int> follow(pid_t process, const std::function<bool(CallKind)>& atCall) {
    constexpr long kOptions = PTRACE_O_TRACESYSGOOD | PTRACE_O_TRACECLONE | PTRACE_O_EXITKILL;
    // It is halted, which the kernel reports as the first stop of what it lets us watch.
    if (::ptrace(PTRACE_SEIZE, process, nullptr, kOptions) != 0) {
        return {ErrorCode::Unsupported, "this system does not let a program be watched"};
    }
    for (;;) {
        int status = 0;
        // Its threads are in its own process group, so this never takes the end of another child.
        const pid_t thread = ::waitpid(-process, &status, __WALL);
        if (thread < 0) {
            if (errno == EINTR) {
                continue;
            }
            return {ErrorCode::Internal, "the watched program is gone"};
        }
        if (!WIFSTOPPED(status)) {
            if (thread == process) {
                return status;
            }
            continue;
        }
        const int stop = WSTOPSIG(status);
        const auto event = static_cast<unsigned>(status) >> 16U;
        if (stop == kSyscallStop) {
            __ptrace_syscall_info info{};
            const long got = ::ptrace(PTRACE_GET_SYSCALL_INFO, thread, sizeof info, &info);
            if (got > 0 && info.op == PTRACE_SYSCALL_INFO_ENTRY && !atCall(kindOf(info))) {
                ::kill(process, SIGKILL);
                continue;
            }
        }
        // A signal of its own is passed on; stops of ours (a call, an event) carry none.
        (void)resume(thread, stop == kSyscallStop || event != 0 ? 0 : stop);
    }
}

Result<Finished> followed(const Command& command, const std::function<bool(CallKind)>& atCall) {
    Command halted = command;
    halted.start = Command::Start::Halted;
    FS_ASSIGN(auto child, ChildProcess::start(halted));
    FS_ASSIGN(const int status, follow(child.id(), atCall));
    child.reaped(status);
    return child.wait(std::chrono::seconds{10});
}

} // namespace

Moment momentOf(const std::vector<CallKind>& calls, std::size_t index) {
    Moment moment;
    for (std::size_t i = 0; i < index && i < calls.size(); ++i) {
        if (isLandmark(calls[i])) {
            ++moment.landmarks;
            moment.callsAfter = 0;
        } else {
            ++moment.callsAfter;
        }
    }
    return moment;
}

bool canTrace() {
    static const bool can = trace({"/bin/true", {}, {}, {}}).has_value();
    return can;
}

Result<Trace> trace(const Command& command) {
    Trace trace;
    FS_ASSIGN(trace.finished, followed(command, [&](CallKind kind) {
                  trace.calls.push_back(kind);
                  return true;
              }));
    return trace;
}

Result<Finished> killAt(const Command& command, const Moment& moment) {
    Moment now;
    return followed(command, [&](CallKind kind) {
        if (now.landmarks > moment.landmarks ||
            (now.landmarks == moment.landmarks && now.callsAfter >= moment.callsAfter)) {
            return false; // before this call, which is never made
        }
        if (isLandmark(kind)) {
            now = {now.landmarks + 1, 0};
        } else {
            ++now.callsAfter;
        }
        return true;
    });
}

} // namespace frontsheet::demo
