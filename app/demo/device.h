// One worker's device in the story: its profile folder and the real device program, a new process for every act, so that
// nothing is remembered anywhere but on its disk.
#pragma once

#include "app/demo/child_process.h"
#include "app/demo/dump.h"

#include <filesystem>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

namespace frontsheet::demo {

class Device {
public:
    Device(std::string name, std::filesystem::path program, std::filesystem::path profile, std::filesystem::path logs);

    using Environment = std::map<std::string, std::string>;

    // The verb's exit and output; the environment names crash points and the forgetting disk.
    [[nodiscard]] Finished act(std::vector<std::string> words, const Environment& environment = {}) const;
    [[nodiscard]] Command command(std::vector<std::string> words, const Environment& environment = {}) const;

    // Open, with acts to come as lines (the verb "work").
    [[nodiscard]] Result<ChildProcess> beginWork(const Environment& environment = {}) const;

    [[nodiscard]] Finished sync(const Environment& environment = {}) const;
    [[nodiscard]] static std::vector<std::string> syncWords() { return {"sync", "--until-idle"}; }
    [[nodiscard]] std::vector<std::string> noteWords(const std::string& person, const std::string& text) const;
    // The record's id as the program said it when it was saved; empty when it did not say so.
    [[nodiscard]] static std::string saidSaved(const Finished& finished);

    [[nodiscard]] Result<Dump> dump() const;
    [[nodiscard]] const std::string& name() const { return m_name; }
    [[nodiscard]] const std::filesystem::path& profile() const { return m_profile; }
    [[nodiscard]] std::filesystem::path passphraseFile() const;
    // From now on every answer its program receives is written to the folder, unpacked (app/device/wire_record.h).
    void recordWire(std::filesystem::path folder) { m_wire = std::move(folder); }
    [[nodiscard]] const std::filesystem::path& wire() const { return m_wire; } // empty: not recorded

    // Every program of it from now on goes by the clock that this names, unless it is told of another.
    void goBy(Environment clock) { m_clock = std::move(clock); }
    [[nodiscard]] const Environment& clock() const { return m_clock; }

    // Writes text to a file of the story's and gives its path: words never go through a command line.
    [[nodiscard]] std::filesystem::path textFile(const std::string& text) const;

private:
    std::string m_name;
    std::filesystem::path m_program;
    std::filesystem::path m_profile;
    std::filesystem::path m_logs;
    std::filesystem::path m_wire;
    Environment m_clock;
};

} // namespace frontsheet::demo
