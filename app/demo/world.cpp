#include "app/demo/world.h"

#include "app/demo/partnership.h"

namespace frontsheet::demo {

World::World(Folders folders, unsigned long long seed) : m_folders(std::move(folders)), m_chance(seed) {
    const auto logs = m_folders.root / "logs";
    std::filesystem::create_directories(logs);
    std::filesystem::create_directories(m_folders.root / "devices");
    for (const auto& agency : agencies()) {
        if (agency.host == agency.code) {
            const std::string host{agency.host};
            m_servers.emplace(
                host, Server{host, m_folders.programs / "frontsheet-agency", m_folders.root / "servers" / host, logs});
        }
    }
    for (const auto& persona : personas()) {
        const std::string key{persona.key};
        m_devices.emplace(
            key, Device{key, m_folders.programs / "frontsheet-device", m_folders.root / "devices" / key, logs});
    }
}

Server& World::hostOf(const std::string& agency) {
    for (const auto& setup : agencies()) {
        if (setup.code == agency) {
            return m_servers.at(std::string{setup.host});
        }
    }
    return m_servers.begin()->second;
}

} // namespace frontsheet::demo
