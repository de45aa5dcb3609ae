// DeviceStore as ProfileKeeper.
#include "core/base/crash_point.h"
#include "core/domain/directory.h"
#include "core/rescue/rescue_file.h"
#include "core/store/closed_profile.h"
#include "core/store/device_store_impl.h"
#include "core/store/durable_file.h"
#include "core/store/evidence_rows.h"
#include "core/store/server_rows.h"
#include "core/store/unfinished_rows.h"

#include <algorithm>

namespace frontsheet {

using store::OpState;
using store::OutboxRow;
using store::RecordChanges;
using store::ServerRows;

namespace {

constexpr const char* kNote = "closing.note";       // ClosedProfile as it will be written
constexpr const char* kEmptied = "closing.emptied"; // everything has gone
constexpr const char* kHandedIn = "closing.handed-in.";

Result<std::optional<Bytes>> kept(sqlite::Connection& db, std::string_view key) {
    FS_ASSIGN(auto rows, db.prepare("SELECT value FROM fact WHERE key = ?"));
    FS_ASSIGN(const bool found, rows.bind(key).next());
    return found ? std::optional<Bytes>{Bytes{rows.blob(0)}} : std::nullopt;
}

// Where keepFacts() keeps them.
std::string rescueKeyPlace() { return std::string{"fact."} + kRescueKeyFact; }
std::string typedWordsPlace() { return "fact." + std::string{kTypedWordsFact}; }

Result<std::vector<AgencyId>> agenciesIn(sqlite::Statement& rows) {
    std::vector<AgencyId> agencies;
    for (;;) {
        FS_ASSIGN(const bool more, rows.next());
        if (!more) {
            return agencies;
        }
        agencies.push_back(rows.code<AgencyId>(0));
    }
}

Result<std::vector<HomeCount>> handedIn(sqlite::Connection& db) {
    FS_ASSIGN(auto rows, db.prepare("SELECT key, value FROM fact WHERE key >= 'closing.handed-in.' AND "
                                    "key < 'closing.handed-in/' ORDER BY key"));
    std::vector<HomeCount> out;
    for (;;) {
        FS_ASSIGN(const bool more, rows.next());
        if (!more) {
            return out;
        }
        out.push_back({AgencyId{std::string{rows.text(0).substr(std::string_view{kHandedIn}.size())}},
                       {},
                       static_cast<std::size_t>(rows.integer(1))});
    }
}

} // namespace

Result<std::vector<AgencyId>> DeviceStore::openHomes() {
    return m_impl->readers.read([](sqlite::Connection& db) -> Result<std::vector<AgencyId>> {
        FS_ASSIGN(auto rows, db.prepare("SELECT agency FROM server WHERE closed = 0 UNION "
                                        "SELECT home FROM outbox WHERE state IN (1, 5) ORDER BY 1"));
        return agenciesIn(rows);
    });
}

Result<void> DeviceStore::noteHandedIn(const AgencyId& home, std::size_t count) {
    if (count == 0) {
        return ok();
    }
    const std::lock_guard lock(m_impl->mutex);
    return m_impl->commit(nullptr, nullptr, [&](RecordChanges&) {
        return m_impl->writer->run(
            "INSERT INTO fact VALUES (?, ?) ON CONFLICT DO UPDATE SET value = value + excluded.value",
            kHandedIn + home.str(), count);
    });
}

Result<std::size_t> DeviceStore::unsent() {
    return m_impl->readers.read([&](sqlite::Connection& db) -> Result<std::size_t> {
        FS_ASSIGN(const auto rows, store::OutboxRows(db, m_impl->parts.codec).unsent());
        FS_ASSIGN(const auto forms, store::UnfinishedRows(db, m_impl->parts.codec).all());
        return rows.size() + forms.size();
    });
}

Result<bool> DeviceStore::isEmptied() {
    return m_impl->readers.read([](sqlite::Connection& db) -> Result<bool> {
        FS_ASSIGN(const auto emptied, kept(db, kEmptied));
        return emptied.has_value();
    });
}

Result<std::uint64_t> DeviceStore::Impl::rescueMark(sqlite::Connection& db) {
    FS_ASSIGN(const auto raw, kept(db, rescueKeyPlace()));
    const auto key = RescuePublicKey::of(raw.value_or(Bytes{}));
    return key ? key->markNumber() : std::uint64_t{0};
}

// A key that no secret has is not put in place of one that opens.
Result<void> DeviceStore::Impl::keepRescueKey(const Bytes& raw) {
    return RescuePublicKey::of(raw)
               ? writer->run("INSERT OR REPLACE INTO fact VALUES (?, ?)", rescueKeyPlace(), sqlite::Blob{raw})
               : ok();
}

Result<std::vector<AgencyId>> DeviceStore::removalsToTell() {
    return m_impl->readers.read([](sqlite::Connection& db) -> Result<std::vector<AgencyId>> {
        FS_ASSIGN(auto rows, db.prepare("SELECT DISTINCT agency FROM removal ORDER BY agency"));
        return agenciesIn(rows);
    });
}

Result<void> DeviceStore::prepare() {
    // Before the words are sealed, which hold the keys of some of them; those of what is at its home stand on its records.
    FS_ASSIGN(auto homes, openHomes());
    homes.push_back(m_impl->me.agency);
    ClosedProfile note;
    for (const auto& home : homes) {
        const auto aside = setAside(home);
        if (aside) {
            note.files = *aside;
        } else {
            FS_ASSIGN(const auto files, filesAt(home));
            note.filesLost += static_cast<std::size_t>(std::count_if(
                files.begin(), files.end(), [](const FileOnRecord& file) { return file.own && !file.sent; }));
        }
    }
    const std::lock_guard lock(m_impl->mutex);
    sqlite::Connection& db = *m_impl->writer;
    const WallTime now = m_impl->parts.clock.now();
    std::vector<Record> agencies;
    FS_ASSIGN(auto entries, store::RecordRows(db, m_impl->parts.codec).ofType(RecordType::Agency, 1000, nullptr));
    for (auto& entry : entries) {
        agencies.push_back(std::move(entry.record));
    }
    const Directory directory{agencies};
    note.at = now;
    note.agency = m_impl->me.agency;
    note.name = directory.agency(note.agency).name;
    note.phone = directory.agency(note.agency).phone;
    FS_ASSIGN(note.handedIn, handedIn(db));

    FS_ASSIGN(auto rows, m_impl->unsentAlone());
    RescueContents contents{m_impl->me, now, {}};
    for (auto& row : rows) {
        const auto at = std::find_if(note.sealed.begin(), note.sealed.end(),
                                     [&](const HomeCount& count) { return count.home == row.intent.home; });
        if (at == note.sealed.end()) {
            note.sealed.push_back({row.intent.home, {}, 1});
        } else {
            ++at->count;
        }
        contents.intents.push_back({row.savedAt, std::move(row.intent)});
    }
    for (auto* counts : {&note.handedIn, &note.sealed}) {
        for (auto& count : *counts) {
            count.name = directory.agency(count.home).name;
        }
    }
    if (!contents.intents.empty()) {
        FS_ASSIGN(const auto raw, kept(db, rescueKeyPlace()));
        if (!raw || raw->empty()) {
            return {ErrorCode::NotFound, "the agency's rescue key"};
        }
        FS_ASSIGN(const auto key, RescuePublicKey::of(*raw));
        note.file = rescue_file::kName;
        FS_ASSIGN(const Bytes file, rescue_file::sealed(contents, key, m_impl->parts.codec));
        crashPoint("store.rescue.before-file");
        FS_TRY(durable_file::replace(m_impl->folder.beside(rescue_file::kName), file));
        crashPoint("store.rescue.after-file");
    }
    return m_impl->commit(nullptr, nullptr, [&](RecordChanges&) {
        return db.run("INSERT OR REPLACE INTO fact VALUES (?, ?)", kNote, sqlite::Blob{closed_profile::encoded(note)});
    });
}

Result<std::vector<OutboxRow>> DeviceStore::Impl::unsentAlone() {
    store::OutboxRows outbox(*writer, parts.codec);
    FS_ASSIGN(auto rows, outbox.unsent());
    // What was typed on a form and never saved is its author's too.
    FS_ASSIGN(auto forms, store::UnfinishedRows(*writer, parts.codec).all());
    for (auto& form : forms) {
        OutboxRow row;
        row.savedAt = form.keptAt;
        row.intent = std::move(form.intent);
        rows.push_back(std::move(row));
    }
    for (auto& row : rows) {
        // What a partner had written before is the partner's, and not this agency's to keep.
        if (row.intent.home != me.agency) {
            row.intent = wordsAloneOf(std::move(row.intent));
        }
    }
    return rows;
}

Result<void> DeviceStore::leaveNothing(const std::map<AgencyId, std::uint64_t>& removals) {
    FS_ASSIGN(auto homes, openHomes());
    const std::lock_guard lock(m_impl->mutex);
    return m_impl->commit("store.wipe.before-commit", "store.wipe.after-commit",
                          [&](RecordChanges& changes) -> Result<void> {
                              ServerRows servers(*m_impl->writer);
                              FS_ASSIGN(const auto known, servers.states());
                              for (const auto& state : known) {
                                  homes.push_back(state.agency);
                              }
                              for (const auto& [home, number] : removals) {
                                  homes.push_back(home);
                              }
                              std::sort(homes.begin(), homes.end());
                              homes.erase(std::unique(homes.begin(), homes.end()), homes.end());
                              for (const auto& home : homes) {
                                  FS_TRY(m_impl->dropHome(changes, home, SyncStore::HomeClosing::LeaveNothing));
                                  const auto number = removals.find(home);
                                  FS_TRY(number != removals.end() ? servers.noteRemoval(home, number->second) : ok());
                              }
                              FS_TRY(m_impl->writer->run("DELETE FROM folded"));
                              FS_TRY(store::UnfinishedRows(*m_impl->writer, m_impl->parts.codec).dropAll());
                              FS_TRY(m_impl->writer->run("DELETE FROM fact WHERE key = ?", typedWordsPlace()));
                              FS_TRY(m_impl->writer->run("INSERT OR REPLACE INTO fact VALUES (?, 1)", kEmptied));
                              m_impl->savesNothing.store(true, std::memory_order_release);
                              return ok();
                          });
}

Result<void> DeviceStore::destroy() {
    const std::lock_guard lock(m_impl->mutex);
    FS_ASSIGN(const auto text, kept(*m_impl->writer, kNote));
    if (!text) {
        return {ErrorCode::WrongState, "a profile that is not closing"};
    }
    FS_ASSIGN(auto note, closed_profile::decoded(*text));
    note.at = m_impl->parts.clock.now();
    m_impl->savesNothing.store(true, std::memory_order_release);
    const auto folder = m_impl->folder.path();
    FS_TRY(closed_profile::write(folder, note));
    // What is open goes on reading files that no name leads to any more, and in which there is nothing.
    return closed_profile::finish(folder);
}

} // namespace frontsheet
