// Which files the records of the working view speak of, kept in the transaction that changes the records they are read off.
#pragma once

#include "core/domain/attachment.h"
#include "core/sqlite/connection.h"

#include <optional>
#include <vector>

namespace frontsheet::store {

class AttachmentRows {
public:
    explicit AttachmentRows(sqlite::Connection& db) : m_db(db) {}

    // The record as it now is in the working view. True where a file that it spoke of is gone from it.
    [[nodiscard]] Result<bool> put(std::int64_t no, const Record& record);
    [[nodiscard]] Result<bool> remove(std::int64_t no, RecordType type);

    struct Row {
        RecordId record;
        AgencyId home;
        FileAddress address;
        std::uint64_t size = 0;
        std::string by; // "agency/worker"
        bool sent = false;
    };
    [[nodiscard]] Result<std::vector<Row>> at(const AgencyId& home);
    [[nodiscard]] Result<std::vector<Row>> of(const RecordId& record);
    // That worker's, and not at their home.
    [[nodiscard]] Result<std::vector<Row>> unsentBy(const std::string& byline);
    [[nodiscard]] Result<std::vector<FileAddress>> addresses();
    [[nodiscard]] Result<bool> speaksOf(const RecordId& record, const FileAddress& address);
    [[nodiscard]] Result<void> setSent(const RecordId& record, const FileAddress& address);
    // Its ledger came back from an older copy: everything is asked about once more.
    [[nodiscard]] Result<void> forgetSent(const AgencyId& home);
    [[nodiscard]] static std::string byline(const AgencyId& agency, const WorkerId& worker) {
        return agency.str() + "/" + worker.str();
    }

private:
    [[nodiscard]] Result<std::vector<Row>> read(sqlite::Statement& rows);

    sqlite::Connection& m_db;
    std::optional<bool>
        m_any; // whether there is a row at all: in a first sync of notes without files nothing is looked up
};

} // namespace frontsheet::store
