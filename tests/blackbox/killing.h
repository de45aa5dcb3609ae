// SIGKILL on both sides at moments of chance, while everybody works in bad weather.
#pragma once

#include "tests/blackbox/workday.h"

#include <chrono>
#include <map>
#include <string>

namespace frontsheet::blackbox {

class Killing {
public:
    Killing(County& county, Workday& day, std::mt19937_64& chance) : m_county(county), m_day(day), m_chance(chance) {}

    // A day without a kill first, so that it is known how long things take on this machine.
    void warmUp();
    void run(int kills);
    // Where kills landed, and what else was done: for the report.
    [[nodiscard]] const std::map<std::string, long long>& figures() const { return m_figures; }

private:
    using Micros = std::chrono::microseconds;

    void turnWeather();
    void inSaving();
    void inSending();
    void inOpening();
    void serverInSending();
    void serverInStarting();
    void both();
    // While a scan is on its way: some of it is at its home, and not all.
    void inCarrying();

    void work(const std::string& key, unsigned most);
    // True when it ended well.
    bool sync(const std::string& key);
    [[nodiscard]] Micros somewhereIn(const std::string& what);
    void usual(const std::string& what, std::chrono::steady_clock::time_point began);
    [[nodiscard]] const std::string& anyAgency();
    [[nodiscard]] std::size_t chunksOfFilesHalfThere(const std::string& agency) const;
    // Saves and begins to send on several devices; gives those that began.
    [[nodiscard]] std::vector<std::string> manySend();
    void finishSending(const std::vector<std::string>& keys);

    County& m_county;
    Workday& m_day;
    std::mt19937_64& m_chance;
    std::map<std::string, Micros> m_usual; // how long it takes undisturbed, as last seen
    std::map<std::string, long long> m_figures;
};

} // namespace frontsheet::blackbox
