// Records as a server's canonical dump has them, and a place for the peers to keep theirs.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

namespace frontsheet::bench {

class PeerRecords {
public:
    // So many lines in `records()`. The folder is removed at the end.
    explicit PeerRecords(std::size_t count);
    ~PeerRecords();
    PeerRecords(const PeerRecords&) = delete;
    PeerRecords& operator=(const PeerRecords&) = delete;

    [[nodiscard]] const std::filesystem::path& folder() const { return m_folder; }
    [[nodiscard]] std::filesystem::path records() const { return m_folder / "records.jsonl"; }
    void append(const std::string& line) const;

private:
    std::filesystem::path m_folder;
};

} // namespace frontsheet::bench
