#include "core/store/posting_lists.h"

#include <algorithm>
#include <bit>
#include <iterator>
#include <limits>

namespace frontsheet::store {

using sqlite::Blob;

namespace {

// Above every word that begins with a prefix: U+10FFFF is no character of any word.
constexpr const char* kAfterAll = "\xF4\x8F\xBF\xBF";

std::uint16_t numberOf(std::int64_t record) { return static_cast<std::uint16_t>(record & (kBlockRecords - 1)); }
std::int64_t blockOf(std::int64_t record) { return record >> kBlockBits; }

void sortOnce(std::vector<std::uint16_t>& numbers) {
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

} // namespace

std::string packedNumbers(const std::vector<std::uint16_t>& numbers) {
    std::string out;
    out.reserve(numbers.size());
    int last = -1;
    for (const int number : numbers) {
        auto gap = static_cast<unsigned>(number - last - 1);
        last = number;
        while (gap >= 0x80) {
            out.push_back(static_cast<char>(static_cast<std::uint8_t>(gap | 0x80)));
            gap >>= 7;
        }
        out.push_back(static_cast<char>(gap));
    }
    return out;
}

Result<void> unpackNumbers(BytesView bytes, std::vector<std::uint16_t>& out) {
    std::int64_t last = -1;
    std::size_t at = 0;
    while (at < bytes.size()) {
        std::int64_t gap = 0;
        for (int shift = 0;; shift += 7) {
            if (at == bytes.size() || shift > 14) {
                return {ErrorCode::StoreDamaged, "search index"};
            }
            const auto byte = static_cast<std::uint8_t>(bytes[at++]);
            gap |= std::int64_t{byte & 0x7F} << shift;
            if (byte < 0x80) {
                break;
            }
        }
        last += gap + 1;
        if (last >= kBlockRecords) {
            return {ErrorCode::StoreDamaged, "search index"};
        }
        out.push_back(static_cast<std::uint16_t>(last));
    }
    return ok();
}

void PostingChanges::add(WordKind kind, std::int64_t record, const std::vector<std::string>& words) {
    Words& block = m_blocks[{kind, blockOf(record)}];
    for (const auto& word : words) {
        block[word].added.push_back(numberOf(record));
    }
}

void PostingChanges::remove(WordKind kind, std::int64_t record, const std::vector<std::string>& words) {
    Words& block = m_blocks[{kind, blockOf(record)}];
    for (const auto& word : words) {
        block[word].removed.push_back(numberOf(record));
    }
}

Result<void> PostingChanges::write(sqlite::Connection& db) {
    FS_ASSIGN(auto read, db.prepare("SELECT records FROM posting WHERE kind = ? AND block = ? AND word = ?"));
    FS_ASSIGN(auto put, db.prepare("INSERT INTO posting VALUES (?, ?, ?, ?) "
                                   "ON CONFLICT DO UPDATE SET records = excluded.records"));
    FS_ASSIGN(auto erase, db.prepare("DELETE FROM posting WHERE kind = ? AND block = ? AND word = ?"));
    std::vector<std::uint16_t> held;
    std::vector<std::uint16_t> left;
    std::vector<std::uint16_t> now;
    for (auto& [place, words] : m_blocks) {
        const auto& [kind, block] = place;
        std::vector<Words::value_type*> ordered;
        ordered.reserve(words.size());
        for (auto& entry : words) {
            ordered.push_back(&entry);
        }
        std::sort(ordered.begin(), ordered.end(), [](const auto* a, const auto* b) { return a->first < b->first; });
        for (auto* entry : ordered) {
            auto& [word, change] = *entry;
            sortOnce(change.added);
            sortOnce(change.removed);
            held.clear();
            FS_ASSIGN(const bool there, read.bind(kind, block, word).next());
            if (there) {
                FS_TRY(unpackNumbers(read.blob(0), held));
            }
            left.clear();
            std::set_difference(held.begin(), held.end(), change.removed.begin(), change.removed.end(),
                                std::back_inserter(left));
            now.clear();
            std::set_union(left.begin(), left.end(), change.added.begin(), change.added.end(), std::back_inserter(now));
            if (now.empty()) {
                FS_TRY(there ? erase.run(kind, block, word) : ok());
            } else if (now != held) {
                const std::string packed = packedNumbers(now);
                FS_TRY(put.run(kind, block, word, Blob{packed}));
            }
        }
    }
    m_blocks.clear();
    return ok();
}

namespace {

struct Shorter {
    WordKind kind;
    std::string word;
    std::string packed; // empty: nothing is left
};

Result<std::vector<Shorter>> without(sqlite::Connection& db, std::int64_t block, const RecordBits& gone) {
    FS_ASSIGN(auto rows, db.prepare("SELECT kind, word, records FROM posting WHERE kind IN (1, 2) AND block = ?"));
    rows.bind(block);
    std::vector<Shorter> changed;
    std::vector<std::uint16_t> held;
    for (;;) {
        FS_ASSIGN(const bool more, rows.next());
        if (!more) {
            return changed;
        }
        held.clear();
        FS_TRY(unpackNumbers(rows.blob(2), held));
        const auto before = held.size();
        std::erase_if(held, [&gone](std::uint16_t number) { return gone.has(number); });
        if (held.size() != before) {
            changed.push_back({static_cast<WordKind>(rows.integer(0)), std::string{rows.text(1)}, packedNumbers(held)});
        }
    }
}

} // namespace

Result<void> takeOutOfEveryList(sqlite::Connection& db, std::vector<std::int64_t> records) {
    std::sort(records.begin(), records.end());
    FS_ASSIGN(auto put, db.prepare("UPDATE posting SET records = ? WHERE kind = ? AND block = ? AND word = ?"));
    FS_ASSIGN(auto erase, db.prepare("DELETE FROM posting WHERE kind = ? AND block = ? AND word = ?"));
    for (auto at = records.begin(); at != records.end();) {
        const auto block = blockOf(*at);
        RecordBits gone;
        for (; at != records.end() && blockOf(*at) == block; ++at) {
            gone.set(numberOf(*at));
        }
        FS_ASSIGN(const auto changed, without(db, block, gone));
        for (const auto& list : changed) {
            FS_TRY(list.packed.empty() ? erase.run(list.kind, block, list.word)
                                       : put.run(Blob{list.packed}, list.kind, block, list.word));
        }
    }
    return ok();
}

void RecordBits::keepOnly(const RecordBits& other) {
    for (std::size_t i = 0; i < m_bits.size(); ++i) {
        m_bits[i] &= other.m_bits[i];
    }
}

bool RecordBits::any() const {
    return std::any_of(m_bits.begin(), m_bits.end(), [](std::uint64_t bits) { return bits != 0; });
}

void RecordBits::appendTo(std::vector<std::int64_t>& records, std::int64_t block) const {
    for (std::size_t i = m_bits.size(); i-- > 0;) {
        std::uint64_t bits = m_bits[i];
        while (bits != 0) {
            const int top = 63 - std::countl_zero(bits);
            records.push_back((block << kBlockBits) + static_cast<std::int64_t>(i * 64) + top);
            bits &= ~(std::uint64_t{1} << top);
        }
    }
}

Result<std::optional<std::int64_t>> PostingSearch::blockBelow(WordKind kind, std::int64_t block) {
    FS_ASSIGN(auto row,
              m_db.prepare("SELECT block FROM posting WHERE kind = ? AND block < ? ORDER BY block DESC LIMIT 1"));
    FS_ASSIGN(const bool found, row.bind(kind, block).next());
    return found ? std::optional{row.integer(0)} : std::nullopt;
}

Result<RecordBits> PostingSearch::withPrefix(WordKind kind, std::int64_t block, const std::string& prefix) {
    FS_ASSIGN(auto rows,
              m_db.prepare("SELECT records FROM posting WHERE kind = ? AND block = ? AND word >= ? AND word < ?"));
    rows.bind(kind, block, prefix, prefix + kAfterAll);
    RecordBits bits;
    for (;;) {
        FS_ASSIGN(const bool more, rows.next());
        if (!more) {
            return bits;
        }
        m_numbers.clear();
        FS_TRY(unpackNumbers(rows.blob(0), m_numbers));
        for (const auto number : m_numbers) {
            bits.set(number);
        }
    }
}

Result<std::vector<std::int64_t>> PostingSearch::withAll(WordKind kind, const std::vector<std::string>& prefixes,
                                                         std::size_t enough) {
    std::vector<std::int64_t> found;
    if (prefixes.empty()) {
        return found;
    }
    // The longest is most likely to leave nothing, and then the others need not be read.
    std::vector<std::string> ordered = prefixes;
    std::sort(ordered.begin(), ordered.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
    std::int64_t block = std::numeric_limits<std::int64_t>::max();
    while (found.size() < enough) {
        FS_ASSIGN(const auto next, blockBelow(kind, block));
        if (!next) {
            break;
        }
        block = *next;
        FS_ASSIGN(auto all, withPrefix(kind, block, ordered.front()));
        for (std::size_t i = 1; i < ordered.size() && all.any(); ++i) {
            FS_ASSIGN(const auto one, withPrefix(kind, block, ordered[i]));
            all.keepOnly(one);
        }
        all.appendTo(found, block);
    }
    return found;
}

} // namespace frontsheet::store
