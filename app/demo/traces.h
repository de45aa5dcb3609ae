// Where words are to be found that should be nowhere: in every page of a device's store, decrypted here without the program
// that wrote it, and in everything that a server ever answered that device.
#pragma once

#include "app/demo/device.h"
#include "core/store/store_key.h"

#include <string>
#include <vector>

namespace frontsheet::demo {

// The key of the device's database, by its passphrase; slow, as it is meant to be.
[[nodiscard]] Result<StoreKey> storeKeyOf(const Device& device);

// What a thief with the passphrase would see: all pages of the database, those that nothing reaches any more too, every frame
// left in the WAL, and every other file of the profile as it lies there.
class Pages {
public:
    [[nodiscard]] static Result<Pages> of(const Device& device, const StoreKey& key);
    [[nodiscard]] long long with(const std::string& words) const;
    [[nodiscard]] long long count() const { return static_cast<long long>(m_pages.size()); }

private:
    std::vector<std::string> m_pages;
};

// Every file of a profile whose store is gone, as it lies there.
class LeftFiles {
public:
    [[nodiscard]] static LeftFiles of(const Device& device);
    [[nodiscard]] bool hasStore() const { return m_hasStore; } // a store or a key of one
    [[nodiscard]] long long with(const std::string& words) const;

private:
    std::vector<std::string> m_files;
    bool m_hasStore = false;
};

// What crossed to a device whose wire is recorded (Device::recordWire).
class Wire {
public:
    [[nodiscard]] static Wire of(const Device& device);
    [[nodiscard]] long long with(const std::string& words) const;
    [[nodiscard]] long long count() const { return static_cast<long long>(m_replies.size()); }
    // Answers that no program of ours would understand either: nothing can be said of what is in them.
    [[nodiscard]] long long unreadable() const { return m_unreadable; }

private:
    std::vector<std::string> m_replies;
    long long m_unreadable = 0;
};

// The 16 bytes of an id as they stand in messages and pages.
[[nodiscard]] std::string rawId(const std::string& hex);

} // namespace frontsheet::demo
