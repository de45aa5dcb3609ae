#include "app/demo/report.h"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <nlohmann/json.hpp>

namespace frontsheet::demo {

bool Step::check(bool holds, const std::string& what) {
    ++m_checks;
    if (!holds) {
        m_failures.push_back(what);
        std::fprintf(stderr, "    does not hold: %s\n", what.c_str());
    }
    return holds;
}

bool Step::equal(long long found, long long wanted, const std::string& what) {
    return check(found == wanted, what + ": found " + std::to_string(found) + ", wanted " + std::to_string(wanted));
}

long long Step::counted(const std::string& key) const {
    const auto at = m_counts.find(key);
    return at == m_counts.end() ? 0 : at->second;
}

void Step::finish() {
    m_took = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - m_started);
}

void Report::take(Step step) {
    step.finish();
    if (step.checks() == 0) {
        step.check(false, "a step that checks nothing shows nothing");
    }
    std::fprintf(stderr, "%s %-62s %4zu checks %6lld ms\n", step.ok() ? "ok  " : "FAIL", step.name().c_str(),
                 step.checks(), step.milliseconds());
    m_steps.push_back(std::move(step));
}

bool Report::ok() const {
    return !m_steps.empty() && std::all_of(m_steps.begin(), m_steps.end(), [](const Step& s) { return s.ok(); });
}

std::string Report::json() const {
    using nlohmann::ordered_json;
    ordered_json steps = ordered_json::array();
    long long total = 0;
    std::size_t checks = 0;
    for (const auto& step : m_steps) {
        ordered_json entry;
        entry["step"] = step.name();
        entry["ok"] = step.ok();
        entry["checks"] = step.checks();
        entry["milliseconds"] = step.milliseconds();
        entry["counts"] = step.counts();
        entry["notes"] = step.notes();
        entry["failures"] = step.failures();
        steps.push_back(std::move(entry));
        total += step.milliseconds();
        checks += step.checks();
    }
    ordered_json all;
    all["ok"] = ok();
    all["seed"] = m_seed;
    all["checks"] = checks;
    all["milliseconds"] = total;
    all["steps"] = std::move(steps);
    return all.dump(2) + "\n";
}

bool Report::write(const std::filesystem::path& file) const {
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out << json();
    return static_cast<bool>(out.flush());
}

} // namespace frontsheet::demo
