// Three agencies with a server each, five workers with a device each, and the hostile proxy between all of them: the real
// programs as processes, each server and each agency's devices on a network of their own.
#pragma once

#include "app/demo/device.h"
#include "app/demo/server.h"
#include "tests/blackbox/hostile_proxy.h"
#include "tests/blackbox/places.h"

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace frontsheet::blackbox {

struct Worker {
    std::string key; // "nurse": name of the device
    std::string agency;
    std::string code; // in the directory
};
[[nodiscard]] const std::vector<Worker>& workers();
// One server each, of the same name.
[[nodiscard]] const std::vector<std::string>& agencies();
// What only a person's records may hold: in no log, no error, no file's name.
[[nodiscard]] const std::vector<std::string>& plantedNames();

// What a person at the keyboard is told.
struct Told {
    int exit = -1; // -1 when a signal ended it
    std::string out;
    std::string err;
    [[nodiscard]] bool done() const { return exit == 0; }
    [[nodiscard]] bool says(const std::string& words) const { return err.find(words) != std::string::npos; }
    [[nodiscard]] std::string sentence() const; // of standard error, without the log's lines
};

class County {
public:
    struct Setting {
        std::filesystem::path root; // of this run; made
        std::filesystem::path programs;
        std::uint64_t seed = 1;
        std::vector<std::string> keys{"nurse", "second-nurse", "hospice-nurse", "assessor", "second-assessor"};
    };
    // Throws where the programs do not do what they are asked: then there is nothing to test.
    explicit County(Setting setting);
    ~County();
    County(const County&) = delete;
    County& operator=(const County&) = delete;

    [[nodiscard]] demo::Server& server(const std::string& agency) { return m_servers.at(agency); }
    [[nodiscard]] const demo::Device& device(const std::string& key) const { return m_devices.at(key); }
    [[nodiscard]] const std::vector<Worker>& staff() const { return m_staff; }
    [[nodiscard]] HostileProxy& proxy() { return *m_proxy; }
    // A proxy in the devices' settings, which wants a log-in: "http://10.88.2.1:3128".
    [[nodiscard]] const std::string& forwardProxy() const { return m_forward; }
    // The agency's own, whom all workers are involved with.
    [[nodiscard]] const std::vector<std::string>& people(const std::string& agency) const {
        return m_people.at(agency);
    }

    // A verb's exit, output and error, with its own words.
    [[nodiscard]] Told act(const demo::Device& device, std::vector<std::string> words,
                           const std::map<std::string, std::string>& environment = {}) const;
    [[nodiscard]] Told admin(const std::string& agency, std::vector<std::string> words,
                             const std::map<std::string, std::string>& environment = {}) const;
    // A device more for a worker, enrolled; not synced.
    [[nodiscard]] demo::Device enrolled(const std::string& name, const Worker& worker,
                                        const std::map<std::string, std::string>& serverEnvironment = {});
    // Starts it however slow the machine is. Throws in the end.
    void serve(const std::string& agency, const std::map<std::string, std::string>& environment = {});
    // Every file in the run that may not hold what people said: logs and told errors. Each planted name or mark found in one.
    [[nodiscard]] std::vector<std::string> leaksInLogs(const std::vector<std::string>& words) const;
    [[nodiscard]] const std::filesystem::path& root() const { return m_setting.root; }

private:
    void makeServer(const std::string& agency, const std::filesystem::path& program);
    void partner();
    void agree();
    void involveEverybody();
    void must(const Told& told, const std::string& what) const;

    Setting m_setting;
    Places m_places;
    std::vector<Worker> m_staff;
    std::map<std::string, std::string> m_listen; // agency -> address at the crossing
    std::map<std::string, std::string> m_target;
    std::map<std::string, demo::Server> m_servers;
    std::map<std::string, Host> m_wards; // where an agency's devices are
    std::map<std::string, demo::Device> m_devices;
    std::string m_forward;
    std::unique_ptr<HostileProxy> m_proxy;
    std::map<std::string, std::vector<std::string>> m_people; // by their agency
    mutable int m_acts = 0;
};

} // namespace frontsheet::blackbox
