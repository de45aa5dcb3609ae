// DeviceStore as DeviceFacts.
#include "core/store/device_store_impl.h"

namespace frontsheet {

namespace {

// The store keeps facts of its own beside them; the prefix keeps the two apart.
std::string keyOf(std::string_view fact) { return "fact." + std::string{fact}; }

} // namespace

Result<std::optional<Bytes>> DeviceStore::fact(std::string_view key) {
    return m_impl->readers.read([&](sqlite::Connection& db) -> Result<std::optional<Bytes>> {
        FS_ASSIGN(auto rows, db.prepare("SELECT value FROM fact WHERE key = ?"));
        rows.bind(keyOf(key));
        FS_ASSIGN(const bool found, rows.next());
        return found ? std::optional<Bytes>{Bytes{rows.blob(0)}} : std::nullopt;
    });
}

Result<void> DeviceStore::keepFacts(const std::map<std::string, Bytes>& facts) {
    const std::lock_guard lock(m_impl->mutex);
    return m_impl->commit(nullptr, nullptr, [&](store::RecordChanges&) -> Result<void> {
        for (const auto& [key, value] : facts) {
            FS_TRY(m_impl->writer->run("INSERT OR REPLACE INTO fact VALUES (?, ?)", keyOf(key), sqlite::Blob{value}));
        }
        return ok();
    });
}

} // namespace frontsheet
