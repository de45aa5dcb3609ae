#include "core/store/index_check.h"

#include "core/store/posting_lists.h"
#include "core/store/record_rows.h"
#include "core/store/tuning.h"

#include <algorithm>
#include <string_view>

namespace frontsheet::store {

namespace {

constexpr const char* kNextBlock = "index-check-block";
constexpr const char* kCompared = "index-check-compared"; // stretches, since the last one

// FNV-1a, then spread: what is added up must not be near for words that are near.
std::uint64_t hashOf(WordKind kind, std::string_view word) {
    std::uint64_t hash = 0xcbf29ce484222325ULL + static_cast<std::uint64_t>(kind);
    for (const char c : word) {
        hash = (hash ^ static_cast<std::uint8_t>(c)) * 0x100000001b3ULL;
    }
    hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccdULL;
    return hash ^ (hash >> 33);
}

// Of each number of a block, its words in one sum: that of the index less that of the records. 0 where both say the same.
using Sums = std::vector<std::uint64_t>;

Result<void> addIndexed(sqlite::Connection& db, std::int64_t block, Sums& sums) {
    FS_ASSIGN(auto lists, db.prepare("SELECT kind, word, records FROM posting WHERE kind IN (1, 2) AND block = ?"));
    lists.bind(block);
    std::vector<std::uint16_t> numbers;
    for (;;) {
        FS_ASSIGN(const bool more, lists.next());
        if (!more) {
            return ok();
        }
        numbers.clear();
        FS_TRY(unpackNumbers(lists.blob(2), numbers));
        const auto hash = hashOf(static_cast<WordKind>(lists.integer(0)), lists.text(1));
        for (const auto number : numbers) {
            sums[number] += hash;
        }
    }
}

Result<void> takeAwaySaid(sqlite::Connection& db, const BodyCodec& codec, std::int64_t block, Sums& sums) {
    FS_ASSIGN(auto rows, db.prepare("SELECT " FS_WORKING_COLUMNS ", no FROM record WHERE no >= ? AND no < ? "
                                    "AND NOT EXISTS (SELECT 1 FROM to_index t WHERE t.record = no)"));
    rows.bind(block << kBlockBits, (block + 1) << kBlockBits);
    for (;;) {
        FS_ASSIGN(const bool more, rows.next());
        if (!more) {
            return ok();
        }
        auto& sum = sums[static_cast<std::size_t>(rows.integer(12) & (kBlockRecords - 1))];
        const auto held = readWorking(rows, codec);
        if (!held) {
            sum = 0;
            continue;
        }
        const auto kind = wordKindOf(held->record.type);
        for (const auto& word : wordsOf(held->record)) {
            sum -= hashOf(kind, word);
        }
    }
}

std::vector<std::int64_t> numbersLeft(std::int64_t block, const Sums& sums) {
    std::vector<std::int64_t> left;
    for (std::size_t number = 0; number < sums.size(); ++number) {
        if (sums[number] != 0) {
            left.push_back((block << kBlockBits) + static_cast<std::int64_t>(number));
        }
    }
    return left;
}

} // namespace

Result<std::vector<std::int64_t>> wronglyIndexed(sqlite::Connection& db, const BodyCodec& codec, std::int64_t block) {
    Sums sums(kBlockRecords);
    FS_TRY(addIndexed(db, block, sums));
    FS_TRY(takeAwaySaid(db, codec, block, sums));
    return numbersLeft(block, sums);
}

Result<std::vector<std::int64_t>> indexedWithoutRecord(sqlite::Connection& db, std::int64_t block) {
    Sums sums(kBlockRecords);
    FS_TRY(addIndexed(db, block, sums));
    FS_ASSIGN(auto rows, db.prepare("SELECT no FROM record WHERE no >= ? AND no < ?"));
    rows.bind(block << kBlockBits, (block + 1) << kBlockBits);
    for (;;) {
        FS_ASSIGN(const bool more, rows.next());
        if (!more) {
            return numbersLeft(block, sums);
        }
        sums[static_cast<std::size_t>(rows.integer(0) & (kBlockRecords - 1))] = 0;
    }
}

Result<std::int64_t> countOfBlocks(sqlite::Connection& db) {
    FS_ASSIGN(const auto lastRecord, db.integer("SELECT coalesce(max(no), 0) FROM record"));
    FS_ASSIGN(const auto lastList,
              db.integer("SELECT max(coalesce((SELECT max(block) FROM posting WHERE kind = 1), 0), "
                         "coalesce((SELECT max(block) FROM posting WHERE kind = 2), 0))"));
    return std::max(lastRecord >> kBlockBits, lastList) + 1;
}

Result<std::optional<std::int64_t>> IndexTurn::due() {
    FS_ASSIGN(const auto blocks, countOfBlocks(m_db));
    FS_ASSIGN(const auto next, kept(kNextBlock));
    const auto block = next < blocks ? next : 0;
    FS_ASSIGN(const auto last, m_db.integer("SELECT coalesce(max(no), 0) FROM record"));
    const auto records = std::clamp<std::int64_t>(last + 1 - (block << kBlockBits), 0, kBlockRecords);
    FS_ASSIGN(const auto stretches, kept(kCompared));
    return stretches * kRecordsOfAStretch >= records ? std::optional{block} : std::nullopt;
}

Result<void> IndexTurn::compared() {
    FS_ASSIGN(const auto stretches, kept(kCompared));
    return keep(kCompared, stretches + 1);
}

Result<void> IndexTurn::lookedAt(std::int64_t block) {
    FS_TRY(keep(kNextBlock, block + 1));
    return keep(kCompared, 0);
}

Result<std::int64_t> IndexTurn::kept(const char* key) {
    const auto value = m_db.integer("SELECT value FROM fact WHERE key = ?", key);
    return !value && value.error().code == ErrorCode::NotFound ? Result<std::int64_t>{std::int64_t{0}} : value;
}

Result<void> IndexTurn::keep(const char* key, std::int64_t value) {
    return m_db.run("INSERT OR REPLACE INTO fact VALUES (?, ?)", key, value);
}

} // namespace frontsheet::store
