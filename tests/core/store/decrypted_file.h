// Every page of a store's files, decrypted here without SQLite: also the pages that no tree reaches any more, and every frame
// left in the WAL. What a thief with the key would see.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace frontsheet::test {

// The plain bytes of all pages of the database and of all frames of its WAL.
[[nodiscard]] std::vector<std::string> decryptedPages(const std::string& database,
                                                      const std::array<std::uint8_t, 32>& key);

} // namespace frontsheet::test
