// The search index: for each word the records that hold it.
//
// Record numbers are split into blocks of 8192; for each kind, block and word there is one row with the numbers in that
// block, as gaps in variable-length integers. A prefix in one block is one run of rows; blocks are read newest first, so a
// search that finds enough stops early. Taking records out rewrites the rows in place, under secure_delete: nothing of
// them stays behind. SQLite's own FTS5 was measured and left (core/decisions/011): with its secure-delete, taking
// 10,000 notes out took 72 s; this takes half a second.
#pragma once

#include "core/base/result.h"
#include "core/sqlite/connection.h"
#include "core/store/searchable_words.h"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace frontsheet::store {

inline constexpr int kBlockBits = 13;
inline constexpr std::int64_t kBlockRecords = std::int64_t{1} << kBlockBits;

// Numbers within a block, ascending, each once, to bytes and back.
[[nodiscard]] std::string packedNumbers(const std::vector<std::uint16_t>& numbers);
// StoreDamaged on anything that packedNumbers() does not make.
[[nodiscard]] Result<void> unpackNumbers(BytesView bytes, std::vector<std::uint16_t>& out);

// Changes are gathered and written together, in the order of the rows.
class PostingChanges {
public:
    void add(WordKind kind, std::int64_t record, const std::vector<std::string>& words);
    void remove(WordKind kind, std::int64_t record, const std::vector<std::string>& words);
    // Inside a transaction. Empty afterwards.
    [[nodiscard]] Result<void> write(sqlite::Connection& db);

private:
    struct Change {
        std::vector<std::uint16_t> added;
        std::vector<std::uint16_t> removed;
    };
    using Words = std::unordered_map<std::string, Change>;

    std::map<std::pair<WordKind, std::int64_t>, Words> m_blocks;
};

// Takes records out without knowing their words: reads every list of each block that one of them is in. Cheaper than finding
// their words once some dozens leave a block, and leaves nothing behind whatever rules the index was built by. Inside a
// transaction.
[[nodiscard]] Result<void> takeOutOfEveryList(sqlite::Connection& db, std::vector<std::int64_t> records);

// One block's records as bits.
class RecordBits {
public:
    void set(std::uint16_t number) { m_bits[number / 64] |= std::uint64_t{1} << (number % 64); }
    [[nodiscard]] bool has(std::uint16_t number) const { return (m_bits[number / 64] >> (number % 64) & 1) != 0; }
    void keepOnly(const RecordBits& other);
    [[nodiscard]] bool any() const;
    // Descending.
    void appendTo(std::vector<std::int64_t>& records, std::int64_t block) const;

private:
    std::array<std::uint64_t, kBlockRecords / 64> m_bits{};
};

class PostingSearch {
public:
    explicit PostingSearch(sqlite::Connection& db) : m_db(db) {}

    // Records that hold, for each prefix, a word beginning with it; newest number first; stops once `enough` are found
    // (the block they are in is finished).
    [[nodiscard]] Result<std::vector<std::int64_t>> withAll(WordKind kind, const std::vector<std::string>& prefixes,
                                                            std::size_t enough);

private:
    [[nodiscard]] Result<std::optional<std::int64_t>> blockBelow(WordKind kind, std::int64_t block);
    [[nodiscard]] Result<RecordBits> withPrefix(WordKind kind, std::int64_t block, const std::string& prefix);

    sqlite::Connection& m_db;
    std::vector<std::uint16_t> m_numbers;
};

} // namespace frontsheet::store
