#include "app/demo/child_process.h"

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

extern char** environ; // NOLINT: POSIX declares it so

namespace frontsheet::demo {

namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

std::vector<std::string> environmentOf(const Command& command) {
    std::vector<std::string> entries;
    for (char** at = environ; *at != nullptr; ++at) { // NOLINT(cppcoreguidelines-pro-bounds-pointer-arithmetic)
        const std::string entry{*at};
        if (!command.environment.contains(entry.substr(0, entry.find('=')))) {
            entries.push_back(entry);
        }
    }
    for (const auto& [name, value] : command.environment) {
        entries.push_back(name + "=" + value);
    }
    return entries;
}

std::vector<char*> pointers(std::vector<std::string>& strings) {
    std::vector<char*> out;
    out.reserve(strings.size() + 1);
    for (auto& text : strings) {
        out.push_back(text.data());
    }
    out.push_back(nullptr);
    return out;
}

} // namespace

ChildProcess::ChildProcess(ChildProcess&& other) noexcept
    : m_pid(std::exchange(other.m_pid, -1)), m_output(std::exchange(other.m_output, -1)),
      m_input(std::exchange(other.m_input, -1)), m_text(std::move(other.m_text)), m_started(other.m_started),
      m_status(std::move(other.m_status)) {}

ChildProcess& ChildProcess::operator=(ChildProcess&& other) noexcept {
    std::swap(m_pid, other.m_pid);
    std::swap(m_output, other.m_output);
    std::swap(m_input, other.m_input);
    std::swap(m_text, other.m_text);
    std::swap(m_started, other.m_started);
    std::swap(m_status, other.m_status);
    return *this;
}

ChildProcess::~ChildProcess() {
    if (running()) {
        send(SIGKILL);
        reap(milliseconds{5000});
    }
    for (const int descriptor : {m_output, m_input}) {
        if (descriptor >= 0) {
            ::close(descriptor);
        }
    }
}

namespace {

struct Spawn {
    const char* program;
    char* const* words;
    char* const* environment;
    int input;       // its standard input; -1: none
    int output;      // its standard output
    const char* log; // its standard error
};

// The process's id, or -1.
pid_t spawnAtOnce(const Spawn& spawn) {
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    if (spawn.input >= 0) {
        posix_spawn_file_actions_adddup2(&actions, spawn.input, STDIN_FILENO);
    } else {
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    }
    posix_spawn_file_actions_adddup2(&actions, spawn.output, STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, spawn.log, O_WRONLY | O_CREAT | O_APPEND, 0600);
    pid_t process = -1;
    const int error = ::posix_spawn(&process, spawn.program, &actions, nullptr, spawn.words, spawn.environment);
    posix_spawn_file_actions_destroy(&actions);
    return error == 0 ? process : -1;
}

pid_t spawnHalted(const Spawn& spawn) {
    const pid_t process = ::fork();
    if (process == 0) {
        // Nothing but system calls from here to exec.
        (void)::setpgid(0, 0);
        const int nothing = spawn.input >= 0 ? spawn.input : ::open("/dev/null", O_RDONLY | O_CLOEXEC);
        const int log = ::open(spawn.log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
        (void)::dup2(nothing, STDIN_FILENO);
        (void)::dup2(spawn.output, STDOUT_FILENO);
        (void)::dup2(log, STDERR_FILENO);
        (void)::raise(SIGSTOP);
        ::execve(spawn.program, spawn.words, spawn.environment);
        ::_exit(127);
    }
    int status = 0;
    if (process > 0 && ::waitpid(process, &status, WUNTRACED) == process && WIFSTOPPED(status)) {
        return process;
    }
    return -1;
}

} // namespace

Result<ChildProcess> ChildProcess::start(const Command& command) {
    int ends[2] = {-1, -1};
    if (::pipe2(ends, O_CLOEXEC) != 0) {
        return {ErrorCode::Internal, "pipe"};
    }
    int in[2] = {-1, -1};
    if (command.input == Command::Input::Lines && ::pipe2(in, O_CLOEXEC) != 0) {
        ::close(ends[0]);
        ::close(ends[1]);
        return {ErrorCode::Internal, "pipe"};
    }
    const std::string log = command.log.empty() ? "/dev/null" : command.log.string();
    std::vector<std::string> words{command.program.string()};
    words.insert(words.end(), command.arguments.begin(), command.arguments.end());
    auto entries = environmentOf(command);
    const auto wordPointers = pointers(words);
    const auto entryPointers = pointers(entries);
    const Spawn spawn{command.program.c_str(), wordPointers.data(), entryPointers.data(), in[0], ends[1], log.c_str()};
    ChildProcess child;
    child.m_started = Clock::now();
    child.m_pid = command.start == Command::Start::Halted ? spawnHalted(spawn) : spawnAtOnce(spawn);
    ::close(ends[1]);
    if (in[0] >= 0) {
        ::close(in[0]);
        child.m_input = in[1];
    }
    if (child.m_pid < 0) {
        ::close(ends[0]);
        return {ErrorCode::NotFound, "cannot start " + command.program.filename().string()};
    }
    child.m_output = ends[0];
    return child;
}

bool ChildProcess::running() {
    if (m_pid < 0 || m_status) {
        return false;
    }
    int status = 0;
    if (::waitpid(m_pid, &status, WNOHANG) == m_pid) {
        m_status = status;
        return false;
    }
    return true;
}

bool ChildProcess::readSome(milliseconds limit) {
    if (m_output < 0) {
        return false;
    }
    pollfd waiting{m_output, POLLIN, 0};
    const int ready = ::poll(&waiting, 1, static_cast<int>(std::max<std::int64_t>(limit.count(), 0)));
    if (ready <= 0) {
        return false;
    }
    char buffer[65536];
    const auto got = ::read(m_output, buffer, sizeof buffer);
    if (got <= 0) {
        ::close(m_output);
        m_output = -1;
        return false;
    }
    m_text.append(buffer, static_cast<std::size_t>(got));
    return true;
}

void ChildProcess::reap(milliseconds limit) {
    const auto deadline = Clock::now() + limit;
    while (running() && Clock::now() < deadline) {
        // Its output is closed or drained; the exit follows at once, and poll with no descriptors is a short wait.
        ::poll(nullptr, 0, 2);
    }
}

Finished ChildProcess::wait(milliseconds limit) {
    // From now on, not from its start: a server may have run for days before it is asked to stop.
    const auto deadline = Clock::now() + limit;
    const auto left = [&] { return std::chrono::duration_cast<milliseconds>(deadline - Clock::now()); };
    while (m_output >= 0 && left().count() > 0) {
        if (!readSome(left()) && m_output < 0) {
            break;
        }
    }
    reap(std::max(left(), milliseconds{0}));
    if (running()) {
        send(SIGKILL);
        reap(milliseconds{5000});
    }
    Finished finished;
    finished.took = std::chrono::duration_cast<milliseconds>(Clock::now() - m_started);
    finished.output = std::move(m_text);
    if (m_status && WIFEXITED(*m_status)) {
        finished.exitCode = WEXITSTATUS(*m_status);
    } else if (m_status && WIFSIGNALED(*m_status)) {
        finished.signal = WTERMSIG(*m_status);
    }
    return finished;
}

std::optional<std::string> ChildProcess::waitForLine(const std::string& prefix, milliseconds limit) {
    const auto deadline = Clock::now() + limit;
    std::size_t seen = 0;
    for (;;) {
        for (auto end = m_text.find('\n', seen); end != std::string::npos; end = m_text.find('\n', seen)) {
            auto line = m_text.substr(seen, end - seen);
            seen = end + 1;
            if (line.starts_with(prefix)) {
                return line;
            }
        }
        const auto left = std::chrono::duration_cast<milliseconds>(deadline - Clock::now());
        if (left.count() <= 0 || !readSome(left)) {
            return std::nullopt;
        }
    }
}

std::optional<std::string> ChildProcess::nextLine(milliseconds limit) {
    const auto deadline = Clock::now() + limit;
    for (;;) {
        if (const auto end = m_text.find('\n'); end != std::string::npos) {
            auto line = m_text.substr(0, end);
            m_text.erase(0, end + 1);
            return line;
        }
        const auto left = std::chrono::duration_cast<milliseconds>(deadline - Clock::now());
        if (left.count() < 0 || !readSome(left)) {
            return std::nullopt;
        }
    }
}

bool ChildProcess::say(const std::string& line) {
    const std::string whole = line + '\n';
    for (std::size_t at = 0; at < whole.size();) {
        const auto written = ::write(m_input, whole.data() + at, whole.size() - at);
        if (written <= 0) {
            return false;
        }
        at += static_cast<std::size_t>(written);
    }
    return true;
}

void ChildProcess::sayNoMore() {
    if (m_input >= 0) {
        ::close(m_input);
        m_input = -1;
    }
}

void ChildProcess::send(int signal) {
    if (m_pid > 0 && !m_status) {
        ::kill(m_pid, signal);
    }
}

void ChildProcess::pause(std::chrono::microseconds time) {
    timespec wait{time.count() / 1000000, (time.count() % 1000000) * 1000};
    ::ppoll(nullptr, 0, &wait, nullptr);
}

Result<Finished> run(const Command& command, milliseconds limit) {
    FS_ASSIGN(auto child, ChildProcess::start(command));
    return child.wait(limit);
}

} // namespace frontsheet::demo
