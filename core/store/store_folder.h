// Where one worker's store lies inside the folder given: `store/` with the database and its key file, `store.lock` beside.
// The store appears whole or not at all: it is made under another name and renamed into place.
#pragma once

#include "core/base/result.h"

#include <string>

namespace frontsheet {

// Held while the store is open: one process at a time.
class StoreLock {
public:
    // StoreBusy when another process (or another opening in this one) holds it.
    [[nodiscard]] static Result<StoreLock> take(const std::string& path);
    [[nodiscard]] static StoreLock none() { return StoreLock(-1); } // where nobody else can be
    StoreLock(StoreLock&& other) noexcept;
    StoreLock& operator=(StoreLock&&) = delete;
    ~StoreLock();

private:
    explicit StoreLock(int file) : m_file(file) {}
    int m_file;
};

class StoreFolder {
public:
    explicit StoreFolder(std::string folder) : m_folder(std::move(folder)) {}

    [[nodiscard]] const std::string& path() const { return m_folder; }
    [[nodiscard]] std::string beside(const std::string& name) const { return m_folder + "/" + name; }
    [[nodiscard]] std::string lock() const { return m_folder + "/store.lock"; }
    [[nodiscard]] std::string database() const { return m_folder + "/store/store.db"; }
    [[nodiscard]] std::string files() const { return m_folder + "/store/files"; } // attached ones, sealed
    // Files that their home had not had from here when their records went (FileShelf::setAside), beside the store: they outlive it.
    [[nodiscard]] std::string filesAside() const { return m_folder + "/unsent.files"; }
    [[nodiscard]] std::string keyFile() const { return m_folder + "/store/store.key"; }
    [[nodiscard]] std::string databaseInMaking() const { return m_folder + "/store.making/store.db"; }
    [[nodiscard]] std::string keyFileInMaking() const { return m_folder + "/store.making/store.key"; }

    [[nodiscard]] bool hasStore() const;
    // ok when both are there, NotFound when neither is, StoreMissing when one of them is.
    [[nodiscard]] Result<void> checkComplete() const;
    // Makes the folder itself, and an empty place for what is being made; what an interrupted making left is removed.
    [[nodiscard]] Result<void> beginMaking() const;
    // Into place, synced.
    [[nodiscard]] Result<void> finishMaking() const;
    void abandonMaking() const;

private:
    std::string m_folder;
};

} // namespace frontsheet
