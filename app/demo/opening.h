// The partnership that is shown: made once with a past behind it, kept, and opened again in a second or two.
#pragma once

#include "app/demo/partnership.h"
#include "app/demo/world.h"

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace frontsheet::demo {

// Of every device of the demo; said on its screens, since nobody is told it otherwise.
inline constexpr const char* kPassphrase = "correct horse battery staple";

// Whoever can be chosen, the story's five first.
[[nodiscard]] std::vector<Persona> everybody();

class Opening {
public:
    // Told before each part begins, in words for people.
    using Progress = std::function<void(const std::string&)>;

    Opening(World& world, Report& report, Progress progress);

    // Servers run when it returns true. Makes the partnership, or opens the one that is in the folder when it is whole and
    // of today: on another day Today would be full of yesterday.
    [[nodiscard]] bool open();
    [[nodiscard]] const Device& device(const std::string& key) const { return m_devices.at(key); }

private:
    [[nodiscard]] bool isWholeAndOfToday() const;
    [[nodiscard]] bool serveAll(const Server::Environment& environment);
    [[nodiscard]] bool make();

    World& m_world;
    Report& m_report;
    Progress m_progress;
    std::map<std::string, Device> m_devices;
};

} // namespace frontsheet::demo
