#include "app/bench/sync/sync_figures.h"

#include <nlohmann/json.hpp>

namespace frontsheet::bench {

namespace {

struct Line {
    const char* task;
    const char* name; // in the task's report
    const char* key;
    const char* unit;
    Reach reach = {};
};

const Line kLines[] = {
    {"pull", "records_per_s", "pull, durable", "records/s", Reach::atLeast(30'000)},
    {"pull", "seconds", "pull, all durable after", "s", Reach::atMost(4)},
    {"pull", "searchable_after_s", "pull, all searchable after the last", "s", Reach::atMost(10)},
    {"pull", "searchable_in_all_s", "pull, all searchable after the first request", "s"},
    {"pull", "records", "pull, records", ""},
    {"pull", "canonical_bytes_per_record", "pull, bytes of a record's line in a dump", "B"},
    {"pull", "requests", "pull, requests", ""},
    {"pull", "bytes_per_record", "pull, bytes down per record", "B"},
    {"pull", "device_peak_mib", "pull, device memory at its highest", "MiB", Reach::atMost(120)},
    {"pull", "device_peak_with_index_mib", "pull, the same with indexing", "MiB", Reach::atMost(120)},
    {"pull", "store_bytes_per_record", "pull, bytes on the device's disk per record", "B"},
    {"pull", "device_processor_s", "pull, processor time of the device", "s"},
    {"pull", "server_processor_s", "pull, processor time of the server", "s"},
    {"pull", "server_peak_mib", "pull, server memory at its highest", "MiB"},
    {"start", "key_derivation_ms", "start, key derivation", "ms"},
    {"start", "first_rows_ms", "start to first caseload rows, with derivation", "ms", Reach::atMost(1000)},
    {"start", "rows_ms", "start, of it the first rows", "ms", Reach::atMost(100)},
    {"start", "peak_mib", "start, memory at its highest", "MiB"},
    {"search", "p50_ms", "search as typed, p50", "ms"},
    {"search", "p99_ms", "search as typed, p99", "ms", Reach::atMost(10)},
    {"search", "slowest_ms", "search as typed, slowest", "ms"},
    {"search", "first_ms", "search, the first after opening", "ms"},
    {"search", "found", "search, rows found each", ""},
    {"search", "peak_mib", "search, memory at its highest", "MiB", Reach::atMost(150)},
    {"nothing-new", "median_ms", "nothing new, p50", "ms", Reach::atMost(5)},
    {"nothing-new", "p99_ms", "nothing new, p99", "ms"},
    {"nothing-new", "bytes_up", "nothing new, up", "B", Reach::atMost(1024)},
    {"nothing-new", "bytes_down", "nothing new, down", "B", Reach::atMost(1024)},
    {"nothing-new", "first_ms", "nothing new, the first with its TLS handshake", "ms"},
    {"one-edit", "median_ms", "one edit, save to answer, p50", "ms", Reach::atMost(10)},
    {"one-edit", "p99_ms", "one edit, save to answer, p99", "ms"},
    {"one-edit", "save_median_ms", "one edit, of it the save, p50", "ms"},
    {"write", "records_per_s", "save notes, 500 at a time, durable and searchable", "records/s"},
    {"push", "records_per_s", "push, durable at both ends", "records/s", Reach::atLeast(18'000)},
    {"push", "seconds", "push, all answered after", "s"},
    {"push", "settled_s", "push, settled with what comes back after", "s"},
    {"push", "requests", "push, requests", ""},
    {"push", "bytes_per_record", "push, bytes up per record", "B"},
    {"push", "device_peak_mib", "push, device memory at its highest", "MiB", Reach::atMost(120)},
    {"push", "device_processor_s", "push, processor time of the device", "s"},
    {"push", "server_processor_s", "push, processor time of the server", "s"},
    {"push", "server_peak_mib", "push, server memory at its highest", "MiB"},
    {"files-up", "kept_mb_per_s", "files, sealed and kept on the device", "MB/s"},
    {"files-up", "mb_per_s", "files, upload, durable", "MB/s"},
    {"files-up", "device_processor_s", "files, upload, processor time of the device", "s"},
    {"files-up", "server_processor_s", "files, upload, processor time of the server", "s"},
    {"files-up", "device_peak_mib", "files, upload, device memory at its highest", "MiB", Reach::atMost(120)},
    {"files-down", "mb_per_s", "files, download, durable", "MB/s"},
    {"files-down", "device_processor_s", "files, download, processor time of the device", "s"},
    {"files-down", "server_processor_s", "files, download, processor time of the server", "s"},
    {"edits-beside-files", "alone_median_ms", "one edit without files, p50", "ms"},
    {"edits-beside-files", "median_ms", "one edit while files go out, p50", "ms"},
    {"edits-beside-files", "p99_ms", "one edit while files go out, p99", "ms"},
    {"edits-beside-files", "added_ms", "one edit, what files going out add", "ms", Reach::atMost(10)},
    {"edits-beside-files", "megabytes_beside", "files that went out beside the edits", "MB"},
    {"latency", "seconds", "pull at a distance, all durable after", "s"},
    {"latency", "requests", "pull at a distance, requests", ""},
    {"latency", "device_processor_s", "pull at a distance, processor time of the device", "s"},
    {"latency", "server_processor_s", "pull at a distance, processor time of the server", "s"},

    // No TLS, no encryption, no wait for the disk.
    {"pouchdb-pull", "records_per_s", "PouchDB, pull", "records/s"},
    {"pouchdb-pull", "device_processor_s", "PouchDB, pull, processor time of the device", "s"},
    {"pouchdb-pull", "server_processor_s", "PouchDB, pull, processor time of the server", "s"},
    {"pouchdb-pull", "device_peak_mib", "PouchDB, pull, device memory at its highest", "MiB"},
    {"pouchdb-push", "records_per_s", "PouchDB, push", "records/s"},
    {"pouchdb-push", "device_processor_s", "PouchDB, push, processor time of the device", "s"},
    {"pouchdb-push", "server_processor_s", "PouchDB, push, processor time of the server", "s"},
    {"pouchdb-latency", "records_per_s", "PouchDB, pull at a distance", "records/s"},
    // No network, no server; encrypted and durable.
    {"powersync", "records_per_s", "PowerSync core, apply from memory", "records/s"},
    {"powersync", "device_processor_s", "PowerSync core, apply, processor time", "s"},
    {"powersync", "store_bytes_per_record", "PowerSync core, bytes on its disk per record", "B"},

    {"against", "pull_pouchdb", "pull, ours to PouchDB's", "times", Reach::atLeast(1)},
    {"against", "pull_pouchdb_processor", "pull, processor time a record, PouchDB's to ours", "times"},
    {"against", "push_pouchdb", "push, ours to PouchDB's", "times", Reach::atLeast(1)},
    {"against", "push_pouchdb_processor", "push, processor time a record, PouchDB's to ours", "times"},
    {"against", "latency_pouchdb", "pull at a distance, ours to PouchDB's", "times", Reach::atLeast(1)},
    {"against", "pull_powersync", "pull, ours to PowerSync core's apply", "times", Reach::atLeast(1)},
    {"against", "pull_powersync_processor", "pull, processor time a record, its apply to our device", "times"},
};

} // namespace

Measurements figuresOf(const std::string& task, const nlohmann::ordered_json& reported) {
    Measurements figures;
    for (const auto& line : kLines) {
        if (line.task == task && reported.contains(line.name)) {
            figures.note(line.key, reported.at(line.name).get<double>(), line.unit, line.reach);
        }
    }
    return figures;
}

} // namespace frontsheet::bench
