// Everything in the story: the servers, the devices, chance, and where it all lies.
#pragma once

#include "app/demo/device.h"
#include "app/demo/report.h"
#include "app/demo/server.h"

#include <filesystem>
#include <map>
#include <random>
#include <string>

namespace frontsheet::demo {

struct Folders {
    std::filesystem::path root;     // of this run
    std::filesystem::path programs; // where frontsheet-agency and frontsheet-device are
    std::filesystem::path extracts;
    std::filesystem::path mappings;
};

class World {
public:
    World(Folders folders, unsigned long long seed);

    [[nodiscard]] Server& server(const std::string& host) { return m_servers.at(host); }
    [[nodiscard]] std::map<std::string, Server>& servers() { return m_servers; }
    [[nodiscard]] const Device& device(const std::string& persona) const { return m_devices.at(persona); }
    [[nodiscard]] const std::map<std::string, Device>& devices() const { return m_devices; }
    [[nodiscard]] Server& hostOf(const std::string& agency);

    [[nodiscard]] const Folders& folders() const { return m_folders; }
    [[nodiscard]] std::mt19937_64& chance() { return m_chance; }

private:
    Folders m_folders;
    std::mt19937_64 m_chance;
    std::map<std::string, Server> m_servers;
    std::map<std::string, Device> m_devices;
};

} // namespace frontsheet::demo
