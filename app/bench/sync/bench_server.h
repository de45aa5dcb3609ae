// A frontsheet-agency of one agency with seeded records in it: a process of its own on loopback.
#pragma once

#include "app/demo/child_process.h"
#include "core/base/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace frontsheet::bench {

class BenchServer {
public:
    BenchServer(std::filesystem::path program, std::filesystem::path folder)
        : m_program(std::move(program)), m_folder(std::move(folder)) {}

    [[nodiscard]] Result<void> start(std::size_t records);
    // The file with what a device of that worker enrols with.
    [[nodiscard]] Result<std::string> invite(const std::string& worker);
    void stop();

    // Of the notes numbered 0 to `count` - 1, whether each is in the ledger exactly once: read from its canonical dump,
    // the server being stopped.
    [[nodiscard]] Result<void> checkHasNotes(std::size_t count) const;
    [[nodiscard]] double peakMiB() const;
    [[nodiscard]] double processorSeconds() const;

private:
    [[nodiscard]] Result<void> verb(std::vector<std::string> words);

    std::filesystem::path m_program;
    std::filesystem::path m_folder;
    demo::ChildProcess m_process;
};

} // namespace frontsheet::bench
