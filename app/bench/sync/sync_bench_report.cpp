#include "app/bench/sync/sync_bench_report.h"

#include <algorithm>
#include <cstdio>
#include <nlohmann/json.hpp>

namespace frontsheet::bench {

using Figures = nlohmann::ordered_json;

Figures medians(const std::vector<Figures>& runs, const std::vector<std::string>& listed) {
    Figures out;
    if (runs.empty()) {
        return out;
    }
    for (const auto& [name, first] : runs.front().items()) {
        if (!first.is_number()) {
            continue;
        }
        std::vector<double> values;
        for (const auto& run : runs) {
            values.push_back(run.at(name).get<double>());
        }
        const auto all = values;
        std::sort(values.begin(), values.end());
        const double median = values[values.size() / 2];
        out[name] = first.is_number_integer() || first.is_number_unsigned() ? Figures(static_cast<std::int64_t>(median))
                                                                            : Figures(median);
        if (std::find(listed.begin(), listed.end(), name) != listed.end()) {
            out["runs_" + name] = all;
        }
    }
    return out;
}

namespace {

void row(const char* what, double value, const char* unit, const char* target) {
    std::printf("  %-44s %12.1f %-10s %s\n", what, value, unit, target);
}

double number(const Figures& report, const char* part, const char* name) {
    return report.at(part).at(name).get<double>();
}

} // namespace

void printTable(const Figures& report) {
    const auto& machine = report.at("machine");
    std::printf("sync: %lld records, %lld runs, medians. %s, %d cores, %s, kernel %s, load %.1f\n",
                static_cast<long long>(report.at("records").get<std::int64_t>()),
                static_cast<long long>(report.at("runs").get<std::int64_t>()),
                machine.at("processor").get<std::string>().c_str(), machine.at("cores").get<int>(),
                machine.at("file_system").get<std::string>().c_str(), machine.at("kernel").get<std::string>().c_str(),
                machine.at("load_before").get<double>());
    row("pull, durable", number(report, "pull", "records_per_s"), "records/s", "30,000 (15,000 now)");
    row("pull, all durable after", number(report, "pull", "seconds"), "s", "4");
    row("all searchable after the last", number(report, "pull", "searchable_after_s"), "s", "10");
    row("push, durable at both ends", number(report, "push", "records_per_s"), "records/s", "18,000 (8,000 now)");
    row("push, settled with what comes back", number(report, "push", "settled_s"), "s", "");
    row("saved into the outbox", number(report, "push", "saved_per_s"), "records/s", "");
    row("nothing new, median", number(report, "nothing_new", "median_ms"), "ms", "5");
    row("nothing new, p99", number(report, "nothing_new", "p99_ms"), "ms", "");
    row("nothing new, up", number(report, "nothing_new", "bytes_up"), "bytes", "1,024");
    row("nothing new, down", number(report, "nothing_new", "bytes_down"), "bytes", "1,024");
    row("one edit, save to answer, median", number(report, "one_edit", "median_ms"), "ms", "10");
    row("one edit, its save alone", number(report, "one_edit", "save_median_ms"), "ms", "");
    row("start to first rows, with key derivation", number(report, "start", "first_rows_ms"), "ms",
        "1,000 + derivation");
    row("of it key derivation", number(report, "start", "key_derivation_ms"), "ms", "");
    row("device memory, peak of the first fetch", number(report, "pull", "device_peak_mib"), "MiB", "120");
    row("device memory, peak with indexing", number(report, "pull", "device_peak_with_index_mib"), "MiB", "120");
    row("device memory, peak of the push", number(report, "push", "device_peak_mib"), "MiB", "120");
    row("server memory, peak after pulls", number(report, "pull", "server_peak_mib"), "MiB", "");
    row("server memory, peak after the push", number(report, "push", "server_peak_mib"), "MiB", "");
    row("pull, processor time of the device", number(report, "pull", "device_processor_s"), "s", "");
    row("pull, processor time of the server", number(report, "pull", "server_processor_s"), "s", "");
    row("push, processor time of the device", number(report, "push", "device_processor_s"), "s", "");
    row("push, processor time of the server", number(report, "push", "server_processor_s"), "s", "");
}

} // namespace frontsheet::bench
