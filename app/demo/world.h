// Everything in the story: the servers, the devices, chance, and where it all lies.
#pragma once

#include "app/demo/device.h"
#include "app/demo/partnership.h"
#include "app/demo/report.h"
#include "app/demo/server.h"

#include <filesystem>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace frontsheet::demo {

struct Folders {
    std::filesystem::path root;     // of this run
    std::filesystem::path programs; // where frontsheet-agency and frontsheet-device are
    std::filesystem::path extracts;
    std::filesystem::path mappings;
};

class World {
public:
    // A device for each of these workers.
    World(Folders folders, unsigned long long seed, std::vector<Persona> workers);

    [[nodiscard]] Server& server(const std::string& host) { return m_servers.at(host); }
    [[nodiscard]] std::map<std::string, Server>& servers() { return m_servers; }
    [[nodiscard]] const Device& device(const std::string& persona) const { return m_devices.at(persona); }
    [[nodiscard]] const std::map<std::string, Device>& devices() const { return m_devices; }
    [[nodiscard]] const std::vector<Persona>& workers() const { return m_workers; }
    [[nodiscard]] Server& hostOf(const std::string& agency);
    // Every server and device goes by the clock that this names from now on: what is running starts again. It is to show the real time then, and is
    // turned afterwards: the certificate of a server's address is made as it starts, and TLS looks at its dates by the real time.
    [[nodiscard]] bool goBy(const Server::Environment& clock);
    // Whatever crosses to any device from now on is kept, for the end of the story.
    void recordTheWire();

    [[nodiscard]] const Folders& folders() const { return m_folders; }
    [[nodiscard]] std::mt19937_64& chance() { return m_chance; }

private:
    Folders m_folders;
    std::mt19937_64 m_chance;
    std::vector<Persona> m_workers;
    std::map<std::string, Server> m_servers;
    std::map<std::string, Device> m_devices;
};

} // namespace frontsheet::demo
