// Who keeps an agency's rescue key in the story: two people with a passphrase each, in files of their own.
#pragma once

#include "app/demo/world.h"

#include <filesystem>
#include <string>
#include <vector>

namespace frontsheet::demo {

class RescuePeople {
public:
    // Writes their passphrases down where they are not yet.
    explicit RescuePeople(const World& world);

    // What `frontsheet-agency rescue key|open` is told of them: the agency, their names, where their passphrases are.
    [[nodiscard]] std::vector<std::string> words(const std::string& agency) const;
    // The same, each with a new passphrase to change to.
    [[nodiscard]] std::vector<std::string> replacing(const std::string& agency) const;
    // As words(), once they have changed.
    [[nodiscard]] std::vector<std::string> wordsSince(const std::string& agency) const;

private:
    [[nodiscard]] std::string file(const char* which) const;
    std::filesystem::path m_folder;
};

} // namespace frontsheet::demo
