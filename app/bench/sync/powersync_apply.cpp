#include "app/bench/sync/powersync_apply.h"

#include "app/bench/machine_facts.h"
#include "app/bench/measurements.h"
#include "core/sqlite/tuning.h"

#include <sqlite3.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>
#include <vector>

namespace frontsheet::bench {

namespace {

using Json = nlohmann::json;

// A message of its service carries up to a thousand operations, and its kits give each message a transaction of its own.
constexpr std::size_t kOperationsALine = 1000;
// As a store's, not derived: no time goes into it.
constexpr std::string_view kKey = "x'2f6c1e0b9a8d7c6b5a493827160504f3e2d1c0bfae9d8c7b6a59483726150403'";

class Database {
public:
    static Result<std::unique_ptr<Database>> open(const std::string& path) {
        sqlite3* db = nullptr;
        const int opened = sqlite3_open(path.c_str(), &db);
        std::unique_ptr<Database> database{new Database{db}};
        if (opened != SQLITE_OK || sqlite3_key(db, kKey.data(), static_cast<int>(kKey.size())) != SQLITE_OK) {
            return {ErrorCode::StoreFailed, "opening the peer's database"};
        }
        const std::string set = "PRAGMA cipher_page_size = " + std::to_string(sqlite::kPageBytes) +
                                "; PRAGMA cipher_hmac_algorithm = HMAC_SHA256; PRAGMA temp_store = MEMORY"
                                "; PRAGMA cache_size = -" +
                                std::to_string(sqlite::kBulkCacheKiB) +
                                "; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = " +
                                std::to_string(sqlite::kBulkCheckpointPages);
        FS_TRY(database->execute(set));
        return database;
    }
    ~Database() {
        sqlite3_finalize(m_control);
        sqlite3_close(m_db);
    }
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    Result<void> execute(const std::string& sql) {
        return sqlite3_exec(m_db, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK ? ok() : failed();
    }
    Result<void> load(const std::string& extension) {
        char* words = nullptr;
        sqlite3_enable_load_extension(m_db, 1);
        const int loaded = sqlite3_load_extension(m_db, extension.c_str(), "sqlite3_powersync_init", &words);
        const std::string said = words != nullptr ? words : "";
        sqlite3_free(words);
        return loaded == SQLITE_OK ? ok() : Result<void>{ErrorCode::Internal, "loading PowerSync's core: " + said};
    }
    // What its core answered, in a transaction of its own.
    Result<std::string> control(std::string_view verb, const std::string* payload) {
        if (m_control == nullptr && sqlite3_prepare_v2(m_db, "SELECT CAST(powersync_control(?, ?) AS TEXT)", -1,
                                                       &m_control, nullptr) != SQLITE_OK) {
            return failed().error();
        }
        FS_TRY(execute("BEGIN IMMEDIATE"));
        sqlite3_bind_text(m_control, 1, verb.data(), static_cast<int>(verb.size()), SQLITE_STATIC);
        if (payload != nullptr) {
            sqlite3_bind_text(m_control, 2, payload->data(), static_cast<int>(payload->size()), SQLITE_STATIC);
        } else {
            sqlite3_bind_null(m_control, 2);
        }
        const bool answered = sqlite3_step(m_control) == SQLITE_ROW;
        const auto* text = answered ? reinterpret_cast<const char*>(sqlite3_column_text(m_control, 0)) : nullptr;
        std::string answer = text != nullptr ? text : "";
        if (!answered) {
            return failed().error();
        }
        sqlite3_reset(m_control);
        FS_TRY(execute("COMMIT"));
        return answer;
    }
    Result<std::pair<std::int64_t, std::int64_t>> twoNumbers(const std::string& sql) {
        sqlite3_stmt* statement = nullptr;
        if (sqlite3_prepare_v2(m_db, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK ||
            sqlite3_step(statement) != SQLITE_ROW) {
            sqlite3_finalize(statement);
            return failed().error();
        }
        const std::pair<std::int64_t, std::int64_t> numbers{sqlite3_column_int64(statement, 0),
                                                            sqlite3_column_int64(statement, 1)};
        sqlite3_finalize(statement);
        return numbers;
    }

private:
    explicit Database(sqlite3* db) : m_db(db) {}
    [[nodiscard]] Result<void> failed() const {
        return {ErrorCode::Internal, std::string{"PowerSync: "} + sqlite3_errmsg(m_db)};
    }

    sqlite3* m_db;
    sqlite3_stmt* m_control = nullptr;
};

// The messages of its protocol, made before anything is measured.
struct Messages {
    std::string checkpoint;
    std::vector<std::string> lines;
    std::string complete;
    std::size_t operations = 0;
    std::int64_t bytes = 0; // of the rows
};

std::string dataLine(Json operations, std::size_t before, std::size_t last) {
    return Json{{"data",
                 {{"bucket", "device[]"},
                  {"has_more", true},
                  {"after", std::to_string(before)},
                  {"next_after", std::to_string(last)},
                  {"data", std::move(operations)}}}}
        .dump();
}

Result<Messages> messagesOf(const std::string& records, std::size_t operationsALine) {
    std::ifstream file(records);
    Messages messages;
    Json operations = Json::array();
    std::uint32_t sum = 0;
    std::size_t sent = 0;
    const auto send = [&] {
        messages.lines.push_back(dataLine(std::exchange(operations, Json::array()), sent, messages.operations));
        sent = messages.operations;
    };
    for (std::string line; std::getline(file, line);) {
        auto row = Json::parse(line, nullptr, false);
        if (!row.is_object() || !row.contains("record")) {
            return {ErrorCode::Malformed, "a record of the dump"};
        }
        const auto id = row["record"].get<std::string>();
        row.erase("record");
        auto data = row.dump();
        // Any number does, as long as the checkpoint has their sum: it is the service that makes them.
        const auto check = static_cast<std::uint32_t>(std::hash<std::string>{}(data));
        sum += check;
        messages.bytes += static_cast<std::int64_t>(data.size());
        operations.push_back({{"op_id", std::to_string(++messages.operations)},
                              {"op", "PUT"},
                              {"object_type", "records"},
                              {"object_id", id},
                              {"subkey", id},
                              {"checksum", check},
                              {"data", std::move(data)}});
        if (operations.size() == operationsALine) {
            send();
        }
    }
    if (!operations.empty()) {
        send();
    }
    const auto last = std::to_string(messages.operations);
    messages.checkpoint =
        Json{{"checkpoint",
              {{"last_op_id", last},
               {"write_checkpoint", nullptr},
               {"buckets",
                {{{"bucket", "device[]"}, {"checksum", sum}, {"priority", 3}, {"count", messages.operations}}}}}}}
            .dump();
    messages.complete = Json{{"checkpoint_complete", {{"last_op_id", last}}}}.dump();
    return messages;
}

Result<void> send(Database& database, const Messages& messages) {
    FS_TRY(database.control("start", nullptr));
    FS_TRY(database.control("line_text", &messages.checkpoint));
    for (const auto& line : messages.lines) {
        FS_TRY(database.control("line_text", &line));
    }
    FS_ASSIGN(const auto answer, database.control("line_text", &messages.complete));
    return answer.find("DidCompleteSync") != std::string::npos
               ? ok()
               : Result<void>{ErrorCode::Internal, "PowerSync did not complete: " + answer};
}

} // namespace

Result<nlohmann::ordered_json> applyWithPowerSync(const PowerSyncTask& task) {
    FS_ASSIGN(const auto messages,
              messagesOf(task.records, task.lineOperations > 0 ? task.lineOperations : kOperationsALine));
    std::error_code ignored;
    std::filesystem::create_directories(task.folder, ignored);
    const auto path = task.folder + "/powersync.db";
    double seconds = 0;
    double processor = 0;
    {
        FS_ASSIGN(const auto database, Database::open(path));
        FS_TRY(database->load(task.extension));
        // No index: nothing is built that the figure would pay for.
        FS_TRY(database->execute(R"(BEGIN; SELECT powersync_init();
                                    SELECT powersync_replace_schema('{"tables": [{"name": "records", "columns": [
                                        {"name": "type", "type": "text"}, {"name": "fields", "type": "text"}]}]}');
                                    COMMIT)"));
        const double before = processorSeconds();
        const Stopwatch watch;
        FS_TRY(send(*database, messages));
        seconds = watch.seconds();
        processor = processorSeconds() - before;
    }
    FS_ASSIGN(const auto again, Database::open(path));
    FS_ASSIGN(const auto held,
              again->twoNumbers("SELECT count(*), sum(length(CAST(data AS BLOB))) FROM ps_data__records"));
    if (held.first != static_cast<std::int64_t>(messages.operations) || held.second != messages.bytes) {
        return {ErrorCode::Internal, "PowerSync does not hold what it was given"};
    }
    const auto records = static_cast<double>(messages.operations);
    return nlohmann::ordered_json{
        {"records", messages.operations},
        {"seconds", seconds},
        {"records_per_s", records / seconds},
        {"device_processor_s", processor},
        {"store_bytes_per_record", static_cast<double>(std::filesystem::file_size(path, ignored)) / records}};
}

} // namespace frontsheet::bench
