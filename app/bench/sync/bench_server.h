// A frontsheet-agency of one agency with seeded records in it: a process of its own on loopback.
#pragma once

#include "app/demo/child_process.h"
#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace frontsheet::bench {

class BenchServer {
public:
    BenchServer(std::filesystem::path program, std::filesystem::path folder)
        : m_program(std::move(program)), m_folder(std::move(folder)) {}

    [[nodiscard]] Result<void> start(std::size_t records);
    // The file with what a device of that worker enrols with: at this server, or at another port of loopback that leads
    // to it.
    [[nodiscard]] Result<std::string> invite(const std::string& worker, std::optional<std::uint16_t> through = {});
    void stop();
    [[nodiscard]] std::uint16_t port() const { return m_port; }

    // Of the notes numbered 0 to `count` - 1, whether each is in the ledger exactly once: read from its canonical dump,
    // the server being stopped.
    [[nodiscard]] Result<void> checkHasNotes(std::size_t count) const;
    // The first `most` records of its canonical dump whose line has `with` in it, a line each; how many there were.
    [[nodiscard]] Result<std::size_t> exportRecords(const std::filesystem::path& to, std::size_t most,
                                                    const std::string& with = {}) const;
    [[nodiscard]] double peakMiB() const;
    [[nodiscard]] double processorSeconds() const;

private:
    [[nodiscard]] Result<void> verb(std::vector<std::string> words);
    [[nodiscard]] Result<std::string> dump() const;

    std::filesystem::path m_program;
    std::filesystem::path m_folder;
    demo::ChildProcess m_process;
    std::uint16_t m_port = 0;
};

} // namespace frontsheet::bench
