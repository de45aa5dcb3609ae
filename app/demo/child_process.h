// One real process of the story: started, waited for, stopped or killed. POSIX.
#pragma once

#include "core/base/result.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <sys/types.h>
#include <vector>

namespace frontsheet::demo {

struct Command {
    std::filesystem::path program;
    std::vector<std::string> arguments;
    std::map<std::string, std::string> environment; // added to the parent's
    std::filesystem::path log;                      // standard error goes here, appended; empty: dropped
    // Halted: in a process group of its own, stopped by SIGSTOP before its first own system call.
    enum class Start : std::uint8_t { AtOnce, Halted } start = Start::AtOnce;
    enum class Input : std::uint8_t { None, Lines } input = Input::None; // Lines: what say() gives it
};

struct Finished {
    int exitCode = -1; // -1 when a signal ended it
    int signal = 0;
    std::string output; // standard output
    std::chrono::milliseconds took{0};
    [[nodiscard]] bool succeeded() const { return exitCode == 0; }
    [[nodiscard]] bool killed() const { return signal == 9; }
};

class ChildProcess {
public:
    ChildProcess() = default;
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;
    ChildProcess(ChildProcess&& other) noexcept;
    ChildProcess& operator=(ChildProcess&& other) noexcept;
    // Kills what is still running: no process outlives the story.
    ~ChildProcess();

    [[nodiscard]] static Result<ChildProcess> start(const Command& command);

    [[nodiscard]] bool running();
    // Reads its output until it ends. Past the limit it is killed and the result says signal 9.
    [[nodiscard]] Finished wait(std::chrono::milliseconds limit);
    // Reads its output until a line starts with `prefix`; nullopt when it ends or the limit passes first.
    [[nodiscard]] std::optional<std::string> waitForLine(const std::string& prefix, std::chrono::milliseconds limit);
    void send(int signal);
    // Lets it run so long.
    void pause(std::chrono::microseconds time);
    // Somebody else waited for its end and got this status.
    void reaped(int status) { m_status = status; }
    // A line to its standard input; false when it does not listen any more. Only with Input::Lines.
    bool say(const std::string& line);
    // Ends its standard input.
    void sayNoMore();
    // The next line of its output, taken away; nullopt when it ends or the limit passes first.
    [[nodiscard]] std::optional<std::string> nextLine(std::chrono::milliseconds limit);
    // Readable when it has said something or ended; -1 once its output is closed.
    [[nodiscard]] int outputDescriptor() const { return m_output; }
    [[nodiscard]] pid_t id() const { return m_pid; }

private:
    bool readSome(std::chrono::milliseconds limit); // false at the end of its output or past the limit
    void reap(std::chrono::milliseconds limit);

    pid_t m_pid = -1;
    int m_output = -1;
    int m_input = -1;
    std::string m_text;
    std::chrono::steady_clock::time_point m_started{};
    std::optional<int> m_status;
};

// Starts, waits and gives what came of it.
[[nodiscard]] Result<Finished> run(const Command& command, std::chrono::milliseconds limit = std::chrono::minutes{3});

} // namespace frontsheet::demo
