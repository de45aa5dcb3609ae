#include "core/store/unfinished_rows.h"

#include <algorithm>
#include <array>

namespace frontsheet::store {

using sqlite::Blob;

namespace {

constexpr std::string_view kFirst = "unfinished.";
constexpr std::string_view kPast = "unfinished/"; // '/' follows '.'
constexpr std::size_t kTimeBytes = 8;

std::string keyOf(const RecordId& record) { return std::string{kFirst} + record.hex(); }

// The time, little-endian, then the intent.
Bytes packed(WallTime at, const Bytes& intent) {
    Bytes out;
    for (std::size_t byte = 0; byte < kTimeBytes; ++byte) {
        out.push_back(static_cast<char>(static_cast<std::uint64_t>(at.ms) >> (8 * byte) & 0xFFU));
    }
    return out + intent;
}

WallTime timeIn(BytesView bytes) {
    std::uint64_t ms = 0;
    for (std::size_t byte = kTimeBytes; byte-- > 0;) {
        ms = ms << 8 | static_cast<unsigned char>(bytes[byte]);
    }
    return {static_cast<std::int64_t>(ms)};
}

} // namespace

Result<std::vector<Unfinished>> UnfinishedRows::all() {
    FS_ASSIGN(auto rows, m_db.prepare("SELECT value FROM fact WHERE key >= ? AND key < ?"));
    rows.bind(kFirst, kPast);
    std::vector<Unfinished> out;
    for (;;) {
        FS_ASSIGN(const bool more, rows.next());
        if (!more) {
            break;
        }
        const BytesView bytes = rows.blob(0);
        if (bytes.size() < kTimeBytes) {
            return {ErrorCode::StoreDamaged, "unfinished work"};
        }
        auto intent = m_codec.decodeIntent(bytes.substr(kTimeBytes));
        if (!intent) {
            return {ErrorCode::StoreDamaged, "unfinished work"};
        }
        out.push_back({std::move(intent).value(), timeIn(bytes)});
    }
    std::sort(out.begin(), out.end(), [](const Unfinished& a, const Unfinished& b) {
        return a.keptAt != b.keptAt ? b.keptAt < a.keptAt : a.intent.record < b.intent.record;
    });
    return out;
}

Result<void> UnfinishedRows::keep(Unfinished work) {
    const auto key = keyOf(work.intent.record);
    FS_ASSIGN(const auto others,
              m_db.integer("SELECT count(*) FROM fact WHERE key >= ? AND key < ? AND key <> ?", kFirst, kPast, key));
    if (static_cast<std::size_t>(others) >= kMostUnfinished) {
        return {ErrorCode::TooLarge, "unfinished forms"};
    }
    for (auto& edit : work.intent.edits) {
        edit.before.reset();
    }
    const Bytes value = packed(work.keptAt, m_codec.encodeIntent(work.intent));
    return m_db.run("INSERT OR REPLACE INTO fact VALUES (?, ?)", key, Blob{value});
}

Result<void> UnfinishedRows::drop(const RecordId& record) {
    return m_db.run("DELETE FROM fact WHERE key = ?", keyOf(record));
}

Result<void> UnfinishedRows::dropAll() {
    return m_db.run("DELETE FROM fact WHERE key >= ? AND key < ?", kFirst, kPast);
}

} // namespace frontsheet::store
