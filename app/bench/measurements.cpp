#include "app/bench/measurements.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <nlohmann/json.hpp>

namespace frontsheet::bench {

namespace {

std::string number(double value) {
    char text[64];
    const double size = std::abs(value);
    std::snprintf(text, sizeof text, size >= 100 || size == 0 ? "%.0f" : (size >= 1 ? "%.2f" : "%.4f"), value);
    return text;
}

// Four digits are more than the machine repeats.
double rounded(double value) {
    if (value == 0 || !std::isfinite(value)) {
        return 0;
    }
    const double scale = std::pow(10.0, 4 - std::ceil(std::log10(std::abs(value))));
    return scale < 1 ? std::round(value) : std::round(value * scale) / scale;
}

std::string textOf(const nlohmann::ordered_json& value) {
    return value.is_string() ? value.get<std::string>() : value.dump();
}

} // namespace

void Samples::add(double milliseconds) {
    m_values.push_back(milliseconds);
    m_sorted = false;
}

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

bool Reach::isReachedBy(double measured) const {
    switch (better) {
    case Better::Higher:
        return measured >= value;
    case Better::Lower:
        return measured <= value;
    case Better::Either:
        break;
    }
    return true;
}

void Measurements::note(std::string_view key, double value, std::string_view unit, Reach reach) {
    m_figures.push_back({std::string{key}, std::string{unit}, value, reach, {}});
}

Measurements Measurements::medianOf(const std::vector<Measurements>& runs) {
    Measurements out;
    if (runs.empty()) {
        return out;
    }
    for (const auto& figure : runs.front().m_figures) {
        Figure median = figure;
        median.runs.clear(); // it may be a median itself
        for (const auto& run : runs) {
            const auto same = std::find_if(run.m_figures.begin(), run.m_figures.end(),
                                           [&](const Figure& f) { return f.key == figure.key; });
            if (same != run.m_figures.end()) {
                median.runs.push_back(same->value);
            }
        }
        auto ordered = median.runs;
        std::sort(ordered.begin(), ordered.end());
        const std::size_t middle = ordered.size() / 2;
        median.value = ordered.size() % 2 == 1 ? ordered[middle] : (ordered[middle - 1] + ordered[middle]) / 2;
        out.m_figures.push_back(std::move(median));
    }
    return out;
}

void Measurements::append(const Measurements& others) {
    m_figures.insert(m_figures.end(), others.m_figures.begin(), others.m_figures.end());
}

bool Measurements::allReached() const {
    return std::all_of(m_figures.begin(), m_figures.end(),
                       [](const Figure& f) { return f.reach.isReachedBy(f.value); });
}

std::string Measurements::table(const std::string& name, const nlohmann::ordered_json& facts) const {
    std::string out = name + "\n ";
    for (const auto& [key, value] : facts.items()) {
        std::string words = key;
        std::replace(words.begin(), words.end(), '_', ' ');
        out += " " + words + " " + textOf(value) + ";";
    }
    out.back() = '\n';
    char line[320];
    for (const auto& f : m_figures) {
        std::string spread;
        if (f.runs.size() > 1) {
            const auto [low, high] = std::minmax_element(f.runs.begin(), f.runs.end());
            spread = number(*low) + " .. " + number(*high);
        }
        std::string verdict;
        if (f.reach.judges()) {
            verdict = (f.reach.isReachedBy(f.value) ? "reached " : "MISSED  ") + number(f.reach.value);
        }
        std::snprintf(line, sizeof line, "  %-50s %10s %-10s %-20s %s", f.key.c_str(), number(f.value).c_str(),
                      f.unit.c_str(), spread.c_str(), verdict.c_str());
        std::string row = line;
        row.erase(row.find_last_not_of(' ') + 1);
        out += row + "\n";
    }
    return out;
}

nlohmann::ordered_json Measurements::json(const std::string& name, const nlohmann::ordered_json& facts) const {
    nlohmann::ordered_json figures = nlohmann::ordered_json::object();
    for (const auto& f : m_figures) {
        nlohmann::ordered_json one{{"value", rounded(f.value)}, {"unit", f.unit}};
        if (f.runs.size() > 1) {
            one["runs"] = nlohmann::ordered_json::array();
            for (const double value : f.runs) {
                one["runs"].push_back(rounded(value));
            }
        }
        if (f.reach.judges()) {
            one[f.reach.better == Reach::Better::Higher ? "at_least" : "at_most"] = f.reach.value;
            one["reached"] = f.reach.isReachedBy(f.value);
        }
        figures[f.key] = std::move(one);
    }
    return {{"benchmark", name}, {"facts", facts}, {"figures", figures}, {"reached", allReached()}};
}

Measurements Measurements::fromJson(const nlohmann::ordered_json& report) {
    Measurements out;
    const auto figures = report.find("figures");
    if (figures == report.end() || !figures->is_object()) {
        return out;
    }
    for (const auto& [key, one] : figures->items()) {
        Reach reach;
        if (one.contains("at_least")) {
            reach = Reach::atLeast(one.at("at_least").get<double>());
        } else if (one.contains("at_most")) {
            reach = Reach::atMost(one.at("at_most").get<double>());
        }
        out.note(key, one.at("value").get<double>(), one.at("unit").get<std::string>(), reach);
    }
    return out;
}

} // namespace frontsheet::bench
