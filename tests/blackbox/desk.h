// A worker at an open device: the real program, one act after another, until somebody kills it. As app/demo/sitting.h, but its
// end may come at any moment, and what it said before that counts.
#pragma once

#include "app/demo/device.h"

#include <chrono>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

namespace frontsheet::blackbox {

struct Answer {
    bool ended = false; // the program said that the act was done or not done
    bool done = false;
    std::string error;                       // the error's name, where it was not done
    std::vector<std::string> lines;          // what it printed before; also where it died half way
    [[nodiscard]] std::string saved() const; // the record's id, where "saved" was said; else empty
    [[nodiscard]] std::vector<std::string> values(const std::string& key) const;
};

class Desk {
public:
    explicit Desk(const demo::Device& device) : m_device(&device) {}

    // Opened by the first act, if it is not. Generous: a machine that does ten things at once is slow, not wrong.
    [[nodiscard]] Answer act(const std::vector<std::string>& words);
    // The same in two, so that several desks, and whoever kills, act at once. False when it does not listen.
    [[nodiscard]] bool begin(const std::vector<std::string>& words);
    [[nodiscard]] Answer finish();
    // SIGKILL after so long, at whatever it does then; and what it had said.
    [[nodiscard]] Answer dieAfter(std::chrono::microseconds time);
    // As its worker would close it. -1 when a signal ended it.
    int close();
    [[nodiscard]] bool isOpen() { return m_process.running(); }
    [[nodiscard]] const demo::Device& device() const { return *m_device; }

private:
    const demo::Device* m_device;
    demo::ChildProcess m_process;
};

} // namespace frontsheet::blackbox
