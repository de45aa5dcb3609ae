// A folder of the test's own, gone with it. In memory where the system has such a place: syncing is what a test of the store
// mostly waits for, and a bad disk is played by core/sqlite/fault_disk.h.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>
#include <unistd.h>

namespace frontsheet::test {

class TemporaryFolder {
public:
    TemporaryFolder() {
        const bool inMemory = ::access("/dev/shm", W_OK) == 0;
        const std::filesystem::path place = inMemory ? "/dev/shm" : std::filesystem::temp_directory_path();
        std::string pattern = (place / "frontsheet-test-XXXXXX").string();
        if (::mkdtemp(pattern.data()) == nullptr) {
            std::abort();
        }
        m_path = pattern;
    }
    ~TemporaryFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    [[nodiscard]] std::string file(const std::string& name) const { return (m_path / name).string(); }

private:
    std::filesystem::path m_path;
};

} // namespace frontsheet::test
