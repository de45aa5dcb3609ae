// What a benchmark prints: figures in the order measured, as a table for people and as one JSON object, with the machine
// they were measured on.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace frontsheet::bench {

class Stopwatch {
public:
    [[nodiscard]] double seconds() const {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - m_start).count();
    }
    [[nodiscard]] double milliseconds() const { return seconds() * 1000; }

private:
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

// Times of many single operations.
class Samples {
public:
    void add(double milliseconds) { m_values.push_back(milliseconds); }
    [[nodiscard]] double quantile(double part); // 0.5, 0.99, 1
    [[nodiscard]] std::size_t count() const { return m_values.size(); }

private:
    std::vector<double> m_values;
    bool m_sorted = false;
};

// How a figure stands to what is to be reached.
enum class Better : std::uint8_t { Higher, Lower };

class Measurements {
public:
    explicit Measurements(std::string name) : m_name(std::move(name)) {}

    void note(std::string_view key, double value, std::string_view unit);
    void note(std::string_view key, double value, std::string_view unit, Better better, double reach);
    [[nodiscard]] bool allReached() const;
    [[nodiscard]] std::string table() const;
    [[nodiscard]] std::string json() const;

private:
    struct Figure {
        std::string key;
        std::string unit;
        double value = 0;
        double reach = 0;
        bool judged = false;
        bool reached = true;
    };
    std::string m_name;
    std::vector<Figure> m_figures;
};

// The most memory this process had at once, in MiB (VmHWM of /proc/self/status; 0 where there is none).
[[nodiscard]] double peakMemoryMiB();
void forgetPeakMemory();

} // namespace frontsheet::bench
