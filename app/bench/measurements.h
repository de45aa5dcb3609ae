// What a benchmark prints: figures in the order measured, as a table for people and as one JSON object, with the machine
// they were measured on and the targets of the project's performance sheet beside them.
#pragma once

#include <chrono>
#include <nlohmann/json_fwd.hpp>
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
    void add(double milliseconds);
    [[nodiscard]] double quantile(double part); // 0.5, 0.99, 1; 0 of nothing
    [[nodiscard]] std::size_t count() const { return m_values.size(); }

private:
    std::vector<double> m_values;
    bool m_sorted = true;
};

// What is to be reached: so much or more, so much or less, or nothing in particular.
struct Reach {
    enum class Better : std::uint8_t { Either, Higher, Lower };
    Better better = Better::Either;
    double value = 0;

    [[nodiscard]] static Reach atLeast(double value) { return {Better::Higher, value}; }
    [[nodiscard]] static Reach atMost(double value) { return {Better::Lower, value}; }
    [[nodiscard]] bool judges() const { return better != Better::Either; }
    [[nodiscard]] bool isReachedBy(double measured) const;
};

class Measurements {
public:
    void note(std::string_view key, double value, std::string_view unit, Reach reach = {});
    // The median of each figure over runs that measured the same; every run's value is kept beside it.
    [[nodiscard]] static Measurements medianOf(const std::vector<Measurements>& runs);
    // Figures of another measurement after these.
    void append(const Measurements& others);

    [[nodiscard]] bool allReached() const;
    // `facts` is the machine and the settings of the run, an object; it heads both.
    [[nodiscard]] std::string table(const std::string& name, const nlohmann::ordered_json& facts) const;
    [[nodiscard]] nlohmann::ordered_json json(const std::string& name, const nlohmann::ordered_json& facts) const;
    // Of one run, from what json() made of it. Empty when it is not that.
    [[nodiscard]] static Measurements fromJson(const nlohmann::ordered_json& report);

private:
    struct Figure {
        std::string key;
        std::string unit;
        double value = 0;
        Reach reach;
        std::vector<double> runs; // of a median, in the order run
    };
    std::vector<Figure> m_figures;
};

} // namespace frontsheet::bench
