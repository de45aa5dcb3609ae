// The invented locality of the demo: which agencies there are, whose server each is on, and who works where. The people and
// the directory come from the extracts; this only says what an administrator would type.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace frontsheet::demo {

struct AgencySetup {
    std::string_view code;
    std::string_view name;
    std::string_view shortName; // 20 characters
    std::string_view initials;
    std::string_view kind;
    std::string_view host; // whose server it is on; itself for its own
    std::string_view odsCode;
    std::string_view phone;
};

[[nodiscard]] std::span<const AgencySetup> agencies();

// One worker with a device.
struct Persona {
    std::string_view key; // "nurse": folder name of the profile
    std::string_view agency;
    std::string_view worker; // directory code
    std::string_view name;
    std::string_view role;
};

[[nodiscard]] std::span<const Persona> personas();
// Who else has written in the days before, when the demo is shown.
[[nodiscard]] std::span<const Persona> colleagues();
// Everybody with a device in the headless stories: the personas, some of the colleagues, and those whom only a story needs.
[[nodiscard]] std::vector<Persona> storyWorkers();

// A worker who joined a voluntary agency after the directory was sent: a line that its administrator adds.
struct Newcomer {
    std::string_view worker;
    std::string_view agency;
    std::string_view name;
    std::string_view role;
    std::string_view base;
    std::string_view covers;
    std::string_view phone;
};
[[nodiscard]] std::span<const Newcomer> newcomers();

// An extract file of an agency and the mapping that reads it.
struct ExtractSetup {
    std::string_view agency;
    std::string_view file;
    std::string_view mapping;
};

[[nodiscard]] std::span<const ExtractSetup> extracts();

} // namespace frontsheet::demo
