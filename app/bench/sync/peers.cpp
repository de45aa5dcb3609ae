#include "app/bench/sync/peers.h"

#include "app/bench/sync/delaying_relay.h"
#include "app/bench/sync/sync_figures.h"
#include "app/bench/sync/written_notes.h"

#include <cstdio>
#include <nlohmann/json.hpp>

namespace frontsheet::bench {

namespace {

using Figures = nlohmann::ordered_json;

void say(const char* what) { std::fprintf(stderr, "%s ...\n", what); }

double processorPerRecord(const Figures& figures) {
    return (figures.value("device_processor_s", 0.0) + figures.value("server_processor_s", 0.0)) /
           figures.at("records").get<double>();
}

// More than 1 is better, either way.
Figures against(const std::string& name, const Figures& ours, const Figures& theirs) {
    return {{name, ours.at("records_per_s").get<double>() / theirs.at("records_per_s").get<double>()},
            {name + "_processor", processorPerRecord(theirs) / processorPerRecord(ours)}};
}

Measurements both(const std::string& task, const Figures& theirs, const Figures& ratios) {
    auto figures = figuresOf(task, theirs);
    figures.append(figuresOf("against", ratios));
    return figures;
}

} // namespace

Peers::Peers(const DeviceProcess& devices, std::filesystem::path folder, std::size_t records)
    : m_devices(devices), m_folder(std::move(folder)), m_most(records) {
    auto programs = PeerPrograms::find();
    if (programs) {
        m_programs = std::move(*programs);
        return;
    }
    m_missing = programs.error().context;
    std::fprintf(stderr, "The peers are left out: %s.\n", m_missing.c_str());
}

std::string Peers::facts() const {
    return takePart()
               ? "PouchDB 9.0.0 to express-pouchdb 4.2.0, without TLS, encryption or waiting for the disk; PowerSync's "
                 "core of @powersync/node 1.1.0, encrypted and durable, without network or server"
               : "left out: " + m_missing;
}

Result<void> Peers::startPouchDb() {
    if (m_pouchDb) {
        return ok();
    }
    m_pouchDb = std::make_unique<PouchDbPeer>(*m_programs, m_folder / "pouchdb");
    return m_pouchDb->start();
}

Result<void> Peers::offer(const BenchServer& server) {
    if (!takePart()) {
        return ok();
    }
    say("records for the peers");
    FS_ASSIGN(m_offered, server.exportRecords(m_folder / "records.jsonl", m_most));
    FS_TRY(startPouchDb());
    return m_pouchDb->offer(m_folder / "records.jsonl", m_offered);
}

Result<Measurements> Peers::pull(const Figures& ours) {
    if (!takePart()) {
        return Measurements{};
    }
    say("pull, PouchDB");
    FS_ASSIGN(const auto pouchDb, m_pouchDb->pull(m_pouchDb->port()));
    auto figures = both("pouchdb-pull", pouchDb, against("pull_pouchdb", ours, pouchDb));
    FS_ASSIGN(const auto powerSync, m_devices.runPowerSync(m_programs->powerSyncCore(), m_folder / "records.jsonl"));
    if (powerSync.at("records") != m_offered) {
        return {ErrorCode::Internal, "PowerSync did not apply all records"};
    }
    // It has no server: of ours only the device's processor time stands beside its own.
    auto device = ours;
    device.erase("server_processor_s");
    figures.append(both("powersync", powerSync, against("pull_powersync", device, powerSync)));
    return figures;
}

Result<Measurements> Peers::pullFrom(std::chrono::milliseconds away, const Figures& ours) {
    if (!takePart()) {
        return Measurements{};
    }
    say("pull at a distance, PouchDB");
    FS_ASSIGN(const auto relay, DelayingRelay::start(m_pouchDb->port(), away));
    FS_ASSIGN(const auto pouchDb, m_pouchDb->pull(relay->port()));
    return both("pouchdb-latency", pouchDb, against("latency_pouchdb", ours, pouchDb));
}

Result<Measurements> Peers::push(const BenchServer& server, const Figures& ours) {
    if (!takePart()) {
        return Measurements{};
    }
    const auto notes = m_folder / "notes.jsonl";
    FS_ASSIGN(const auto count, server.exportRecords(notes, m_most, "\"text\":\"" + std::string{kNoteBegins}));
    FS_TRY(startPouchDb());
    say("push, PouchDB");
    FS_ASSIGN(const auto pouchDb, m_pouchDb->push(notes, count));
    return both("pouchdb-push", pouchDb, against("push_pouchdb", ours, pouchDb));
}

} // namespace frontsheet::bench
