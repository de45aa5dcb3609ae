// What is on a store's disk, as somebody with the key would see it: not through SQLite, which shows only what it means to.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace frontsheet::test {

// Every page of the database file, free ones too, and of every frame its WAL still has, decrypted. (SQLCipher 4 pages as
// core/decisions/010 sets them: AES-256-CBC with the initialisation vector in the page's reserve.)
[[nodiscard]] std::vector<std::string> decryptedPages(const std::string& database,
                                                      const std::array<std::uint8_t, 32>& key);

// Where under the profile's folder `words` stand: "page", "wal frame" or a file's name, once for each place. Pages and frames
// are decrypted; every file of the folder, of whatever name, is looked through as it lies there.
[[nodiscard]] std::vector<std::string> placesWith(const std::string& folder, const std::string& passphrase,
                                                  const std::string& words);

} // namespace frontsheet::test
