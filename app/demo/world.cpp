#include "app/demo/world.h"

namespace frontsheet::demo {

World::World(Folders folders, unsigned long long seed, std::vector<Persona> workers)
    : m_folders(std::move(folders)), m_chance(seed), m_workers(std::move(workers)) {
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
    for (const auto& persona : m_workers) {
        const std::string key{persona.key};
        m_devices.emplace(
            key, Device{key, m_folders.programs / "frontsheet-device", m_folders.root / "devices" / key, logs});
    }
}

void World::recordTheWire() {
    for (auto& [key, device] : m_devices) {
        device.recordWire(m_folders.root / "wire" / key);
    }
}

bool World::goBy(const Server::Environment& clock) {
    for (auto& [key, device] : m_devices) {
        device.goBy(clock);
    }
    bool all = true;
    for (auto& [host, server] : m_servers) {
        all = server.stop().succeeded() && server.serve(clock).has_value() && all;
    }
    return all;
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
