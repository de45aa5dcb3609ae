#include "app/bench/store/measurements.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <thread>

namespace frontsheet::bench {

namespace {

std::string lineOf(const char* path, std::string_view key) {
    std::ifstream file(path);
    std::string line;
    while (std::getline(file, line)) {
        if (line.starts_with(key)) {
            return line.substr(line.find_first_not_of(" \t:", key.size()));
        }
    }
    return {};
}

std::string number(double value) {
    char text[64];
    const double size = std::abs(value);
    std::snprintf(text, sizeof text, size >= 100 ? "%.0f" : (size >= 1 ? "%.2f" : "%.4f"), value);
    return text;
}

std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            out.push_back('\\');
        }
        out.push_back(c);
    }
    return out + "\"";
}

} // namespace

double Samples::quantile(double part) {
    if (m_values.empty()) {
        return 0;
    }
    if (!m_sorted) {
        std::sort(m_values.begin(), m_values.end());
        m_sorted = true;
    }
    const auto last = static_cast<double>(m_values.size() - 1);
    return m_values[static_cast<std::size_t>(std::ceil(last * part))];
}

void Measurements::note(std::string_view key, double value, std::string_view unit) {
    m_figures.push_back({std::string{key}, std::string{unit}, value, 0, false, true});
}

void Measurements::note(std::string_view key, double value, std::string_view unit, Better better, double reach) {
    const bool reached = better == Better::Higher ? value >= reach : value <= reach;
    m_figures.push_back({std::string{key}, std::string{unit}, value, reach, true, reached});
}

bool Measurements::allReached() const {
    return std::all_of(m_figures.begin(), m_figures.end(), [](const Figure& f) { return f.reached; });
}

std::string Measurements::table() const {
    std::string out = m_name + "\n";
    char line[256];
    for (const auto& f : m_figures) {
        std::snprintf(line, sizeof line, "  %-44s %12s %-10s %s\n", f.key.c_str(), number(f.value).c_str(),
                      f.unit.c_str(),
                      !f.judged ? "" : ((f.reached ? "reached " : "MISSED  ") + number(f.reach)).c_str());
        out += line;
    }
    return out;
}

std::string Measurements::json() const {
    std::string out = "{\"benchmark\":" + quoted(m_name) +
                      ",\"machine\":{\"processor\":" + quoted(lineOf("/proc/cpuinfo", "model name")) +
                      ",\"cores\":" + std::to_string(std::thread::hardware_concurrency()) +
                      ",\"memory\":" + quoted(lineOf("/proc/meminfo", "MemTotal")) + "},\"figures\":{";
    bool first = true;
    for (const auto& f : m_figures) {
        out += (first ? "" : ",") + quoted(f.key) + ":{\"value\":" + number(f.value) + ",\"unit\":" + quoted(f.unit);
        if (f.judged) {
            out += ",\"reach\":" + number(f.reach) + ",\"reached\":" + (f.reached ? "true" : "false");
        }
        out += "}";
        first = false;
    }
    return out + "},\"reached\":" + (allReached() ? "true" : "false") + "}";
}

double peakMemoryMiB() {
    const std::string line = lineOf("/proc/self/status", "VmHWM");
    return line.empty() ? 0 : std::stod(line) / 1024;
}

void forgetPeakMemory() { std::ofstream("/proc/self/clear_refs") << "5"; }

} // namespace frontsheet::bench
