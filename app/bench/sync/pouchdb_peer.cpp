#include "app/bench/sync/pouchdb_peer.h"

#include <charconv>
#include <nlohmann/json.hpp>

namespace frontsheet::bench {

namespace {

using Figures = nlohmann::ordered_json;
namespace fs = std::filesystem;

constexpr std::chrono::minutes kLimit{30};
// Documents a batch: of 500, 1,000, 2,500 and 5,000 the one that cost both sides least processor time, either way.
constexpr const char* kBatch = "2500";
constexpr const char* kOffered = "offered";
constexpr const char* kPushed = "pushed-"; // and a number: an empty database each time

bool holdsTheSame(const Figures& one, const Figures& other) {
    return one.at("documents") == other.at("documents") && one.at("bytes") == other.at("bytes");
}

} // namespace

Result<void> PouchDbPeer::start() {
    const auto data = m_folder / "server";
    std::error_code ignored;
    fs::create_directories(data, ignored);
    auto command = m_programs.command("pouchdb_server.js", {data.string()}, m_folder / "peer.log");
    command.input = demo::Command::Input::Lines;
    FS_ASSIGN(m_server, demo::ChildProcess::start(command));
    const auto line = m_server.nextLine(std::chrono::minutes{2});
    if (!line || !line->starts_with("listening ")) {
        return {ErrorCode::Unreachable, "PouchDB's server did not start; see peer.log"};
    }
    const auto digits = line->substr(line->find(' ') + 1);
    std::from_chars(digits.data(), digits.data() + digits.size(), m_port);
    return m_port > 0 ? ok() : Result<void>{ErrorCode::Unreachable, "PouchDB's server has no port"};
}

Result<void> PouchDbPeer::offer(const fs::path& records, std::size_t count) {
    FS_TRY(ask(std::string{"fill "} + kOffered + " " + records.string(), "filled"));
    FS_ASSIGN(const auto held, askFor(std::string{"held "} + kOffered, "held"));
    return held.at("documents") == count ? ok()
                                         : Result<void>{ErrorCode::Internal, "PouchDB does not hold all records"};
}

Result<Figures> PouchDbPeer::pull(std::uint16_t port) {
    return replicate("pull", freshDevice().string(), port, kOffered);
}

Result<Figures> PouchDbPeer::push(const fs::path& records, std::size_t count) {
    const auto own = freshDevice().string();
    FS_TRY(device({"fill", own, records.string()}));
    FS_ASSIGN(auto figures, replicate("push", own, m_port, kPushed + std::to_string(++m_pushes)));
    if (figures.at("records") != count) {
        return {ErrorCode::Internal, "PouchDB did not push all records"};
    }
    return figures;
}

Result<Figures> PouchDbPeer::replicate(const std::string& what, const std::string& own, std::uint16_t port,
                                       const std::string& database) {
    FS_ASSIGN(const auto before, askFor("used", "used"));
    FS_ASSIGN(auto figures, device({what, own, "http://127.0.0.1:" + std::to_string(port) + "/" + database, kBatch}));
    FS_ASSIGN(const auto after, askFor("used", "used"));
    FS_ASSIGN(const auto held, askFor("held " + database, "held"));
    if (!holdsTheSame(figures, held) || figures.at("records") != held.at("documents")) {
        return {ErrorCode::Internal, "PouchDB's two sides do not hold the same after a " + what};
    }
    figures["server_processor_s"] = after.at("processor_s").get<double>() - before.at("processor_s").get<double>();
    figures["server_peak_mib"] = after.at("peak_mib");
    return figures;
}

Result<std::string> PouchDbPeer::ask(const std::string& command, const std::string& answer) {
    const auto line = m_server.say(command) ? m_server.nextLine(kLimit) : std::nullopt;
    if (!line || !line->starts_with(answer + " ")) {
        return {ErrorCode::Internal, "PouchDB's server ended at '" + answer + "'; see peer.log"};
    }
    return line->substr(answer.size() + 1);
}

Result<Figures> PouchDbPeer::askFor(const std::string& command, const std::string& answer) {
    FS_ASSIGN(const auto text, ask(command, answer));
    auto figures = Figures::parse(text, nullptr, false);
    return figures.is_object() ? Result<Figures>{figures} : Result<Figures>{ErrorCode::Malformed, "PouchDB's server"};
}

Result<Figures> PouchDbPeer::device(std::vector<std::string> words) {
    const auto what = words.front();
    FS_ASSIGN(const auto done,
              demo::run(m_programs.command("pouchdb_device.js", std::move(words), m_folder / "peer.log"), kLimit));
    auto figures = Figures::parse(done.output, nullptr, false);
    if (!done.succeeded() || !figures.is_object()) {
        return {ErrorCode::Internal, "PouchDB's device failed in " + what + "; see peer.log"};
    }
    return figures;
}

fs::path PouchDbPeer::freshDevice() const {
    const auto folder = m_folder / "device";
    std::error_code ignored;
    fs::remove_all(folder, ignored);
    fs::create_directories(folder, ignored);
    return folder;
}

} // namespace frontsheet::bench
