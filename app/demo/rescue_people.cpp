#include "app/demo/rescue_people.h"

#include <array>
#include <fstream>
#include <utility>

namespace frontsheet::demo {

namespace {

constexpr std::array<std::pair<const char*, const char*>, 4> kPassphrases{{{"first", "the tide is out at noon"},
                                                                           {"second", "nine lamps along the quay"},
                                                                           {"new-first", "herons on the sluice gate"},
                                                                           {"new-second", "a kettle for the ferry"}}};

} // namespace

RescuePeople::RescuePeople(const World& world) : m_folder(world.folders().root) {
    for (const auto& [which, words] : kPassphrases) {
        std::ofstream(file(which), std::ios::trunc) << words << '\n';
    }
}

std::string RescuePeople::file(const char* which) const {
    return (m_folder / (std::string{which} + "-rescue-passphrase.txt")).string();
}

std::vector<std::string> RescuePeople::words(const std::string& agency) const {
    return {"--agency",
            agency,
            "--by",
            "Elin Mabbott",
            "--and",
            "Tariq Vance",
            "--first-passphrase-file",
            file("first"),
            "--second-passphrase-file",
            file("second")};
}

std::vector<std::string> RescuePeople::replacing(const std::string& agency) const {
    auto all = words(agency);
    all.insert(all.end(), {"--replace", "--new-first-passphrase-file", file("new-first"),
                           "--new-second-passphrase-file", file("new-second")});
    return all;
}

std::vector<std::string> RescuePeople::wordsSince(const std::string& agency) const {
    auto all = words(agency);
    all[7] = file("new-first");
    all[9] = file("new-second");
    return all;
}

} // namespace frontsheet::demo
