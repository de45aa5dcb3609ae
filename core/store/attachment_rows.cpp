#include "core/store/attachment_rows.h"

#include <algorithm>

namespace frontsheet::store {

Result<bool> AttachmentRows::put(std::int64_t no, const Record& record) {
    if (filesFieldOf(record.type) == nullptr) {
        return false;
    }
    const auto says = attachmentsOf(record);
    if (!m_any) {
        FS_ASSIGN(const auto any, m_db.integer("SELECT EXISTS (SELECT 1 FROM attachment)"));
        m_any = any != 0;
    }
    bool lost = false;
    if (*m_any) {
        FS_ASSIGN(auto rows, m_db.prepare("SELECT address FROM attachment WHERE record = ?"));
        rows.bind(no);
        std::vector<Bytes> gone;
        for (;;) {
            FS_ASSIGN(const bool more, rows.next());
            if (!more) {
                break;
            }
            const bool still = std::any_of(says.begin(), says.end(),
                                           [&](const Attachment& file) { return file.address.view() == rows.blob(0); });
            if (!still) {
                gone.emplace_back(rows.blob(0));
            }
        }
        for (const auto& address : gone) {
            FS_TRY(m_db.run("DELETE FROM attachment WHERE record = ? AND address = ?", no, sqlite::Blob{address}));
            lost = true;
        }
    }
    for (const auto& file : says) {
        FS_TRY(m_db.run("INSERT OR IGNORE INTO attachment VALUES (?, ?, ?, ?, ?, ?, 0)", no,
                        sqlite::Blob{file.address.view()}, record.id, record.home, static_cast<std::int64_t>(file.size),
                        byline(file.byAgency, file.by)));
        m_any = true;
    }
    return lost;
}

Result<bool> AttachmentRows::remove(std::int64_t no, RecordType type) {
    if (filesFieldOf(type) == nullptr) {
        return false;
    }
    const auto before = m_db.totalChanges();
    FS_TRY(m_db.run("DELETE FROM attachment WHERE record = ?", no));
    return m_db.totalChanges() != before;
}

Result<std::vector<AttachmentRows::Row>> AttachmentRows::read(sqlite::Statement& rows) {
    std::vector<Row> out;
    for (;;) {
        FS_ASSIGN(const bool more, rows.next());
        if (!more) {
            return out;
        }
        Row row;
        row.record = rows.id<RecordId>(0);
        row.home = AgencyId{std::string{rows.text(1)}};
        FS_ASSIGN(row.address, FileAddress::fromRaw(rows.blob(2)));
        row.size = static_cast<std::uint64_t>(rows.integer(3));
        row.by = rows.text(4);
        row.sent = rows.integer(5) != 0;
        out.push_back(std::move(row));
    }
}

#define FS_ATTACHMENT_COLUMNS "id, home, address, size, by_worker, sent"

Result<std::vector<AttachmentRows::Row>> AttachmentRows::at(const AgencyId& home) {
    FS_ASSIGN(auto rows,
              m_db.prepare("SELECT " FS_ATTACHMENT_COLUMNS " FROM attachment WHERE home = ? ORDER BY size, address"));
    rows.bind(home);
    return read(rows);
}

Result<std::vector<AttachmentRows::Row>> AttachmentRows::of(const RecordId& record) {
    FS_ASSIGN(
        auto rows,
        m_db.prepare("SELECT " FS_ATTACHMENT_COLUMNS
                     " FROM attachment WHERE record = (SELECT no FROM record WHERE id = ?) ORDER BY size, address"));
    rows.bind(record);
    return read(rows);
}

Result<std::vector<AttachmentRows::Row>> AttachmentRows::unsentBy(const std::string& byline) {
    FS_ASSIGN(auto rows,
              m_db.prepare("SELECT " FS_ATTACHMENT_COLUMNS " FROM attachment WHERE by_worker = ? AND sent = 0"));
    rows.bind(byline);
    return read(rows);
}

Result<std::vector<FileAddress>> AttachmentRows::addresses() {
    FS_ASSIGN(auto rows, m_db.prepare("SELECT DISTINCT address FROM attachment"));
    std::vector<FileAddress> out;
    for (;;) {
        FS_ASSIGN(const bool more, rows.next());
        if (!more) {
            return out;
        }
        FS_ASSIGN(const auto address, FileAddress::fromRaw(rows.blob(0)));
        out.push_back(address);
    }
}

Result<bool> AttachmentRows::speaksOf(const RecordId& record, const FileAddress& address) {
    FS_ASSIGN(auto rows, m_db.prepare("SELECT 1 FROM attachment WHERE record = (SELECT no FROM record WHERE id = ?) "
                                      "AND address = ?"));
    rows.bind(record, sqlite::Blob{address.view()});
    return rows.next();
}

Result<void> AttachmentRows::setSent(const RecordId& record, const FileAddress& address) {
    return m_db.run("UPDATE attachment SET sent = 1 WHERE id = ? AND address = ?", record,
                    sqlite::Blob{address.view()});
}

Result<void> AttachmentRows::forgetSent(const AgencyId& home) {
    return m_db.run("UPDATE attachment SET sent = 0 WHERE home = ?", home);
}

} // namespace frontsheet::store
