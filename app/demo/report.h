// What the story found: each step with whether it held, its counts and its time. Written as JSON at the end, whatever
// happened, so that a failed run can be read too.
#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace frontsheet::demo {

class Step {
public:
    explicit Step(std::string name) : m_name(std::move(name)), m_started(std::chrono::steady_clock::now()) {}

    // One thing that must hold. `what` is a sentence in the domain's words.
    bool check(bool holds, const std::string& what);
    bool equal(long long found, long long wanted, const std::string& what);
    void count(const std::string& key, long long value) { m_counts[key] = value; }
    void add(const std::string& key, long long value = 1) { m_counts[key] += value; }
    [[nodiscard]] long long counted(const std::string& key) const;
    void note(const std::string& line) { m_notes.push_back(line); }
    void finish();

    [[nodiscard]] bool ok() const { return m_failures.empty(); }
    [[nodiscard]] const std::string& name() const { return m_name; }
    [[nodiscard]] const std::vector<std::string>& failures() const { return m_failures; }
    [[nodiscard]] const std::vector<std::string>& notes() const { return m_notes; }
    [[nodiscard]] const std::map<std::string, long long>& counts() const { return m_counts; }
    [[nodiscard]] std::size_t checks() const { return m_checks; }
    [[nodiscard]] long long milliseconds() const { return m_took.count(); }

private:
    std::string m_name;
    std::chrono::steady_clock::time_point m_started;
    std::chrono::milliseconds m_took{0};
    std::size_t m_checks = 0;
    std::map<std::string, long long> m_counts;
    std::vector<std::string> m_failures;
    std::vector<std::string> m_notes;
};

class Report {
public:
    explicit Report(unsigned long long seed) : m_seed(seed) {}
    // Prints a line for the step as it ends, and keeps it.
    void take(Step step);
    [[nodiscard]] bool ok() const;
    [[nodiscard]] std::string json() const;
    [[nodiscard]] bool write(const std::filesystem::path& file) const;

private:
    unsigned long long m_seed;
    std::vector<Step> m_steps;
};

} // namespace frontsheet::demo
