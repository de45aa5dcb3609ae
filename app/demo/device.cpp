#include "app/demo/device.h"

#include <fstream>
#include <functional>
#include <nlohmann/json.hpp>

namespace frontsheet::demo {

Device::Device(std::string name, std::filesystem::path program, std::filesystem::path profile,
               std::filesystem::path logs)
    : m_name(std::move(name)), m_program(std::move(program)), m_profile(std::move(profile)), m_logs(std::move(logs)) {
    std::filesystem::create_directories(m_profile.parent_path() / "words");
}

std::filesystem::path Device::passphraseFile() const { return m_profile.parent_path() / (m_name + ".passphrase"); }

std::filesystem::path Device::textFile(const std::string& text) const {
    const auto file = m_profile.parent_path() / "words" / (std::to_string(std::hash<std::string>{}(text)) + ".txt");
    std::ofstream(file, std::ios::binary | std::ios::trunc) << text;
    return file;
}

Command Device::command(std::vector<std::string> words, const Environment& environment) const {
    words.insert(words.end(), {"--profile", m_profile.string(), "--passphrase-file", passphraseFile().string()});
    auto all = environment;
    all.insert(m_clock.begin(), m_clock.end());
    if (!m_wire.empty()) {
        all.emplace("FRONTSHEET_WIRE_FOLDER", m_wire.string());
    }
    return {m_program, std::move(words), std::move(all), m_logs / ("device-" + m_name + ".log")};
}

Finished Device::act(std::vector<std::string> words, const Environment& environment) const {
    auto finished = run(command(std::move(words), environment));
    return finished ? std::move(finished).value() : Finished{};
}

Result<ChildProcess> Device::beginWork(const Environment& environment) const {
    auto working = command({"work"}, environment);
    working.input = Command::Input::Lines;
    return ChildProcess::start(working);
}

Finished Device::sync(const Environment& environment) const { return act(syncWords(), environment); }

std::vector<std::string> Device::noteWords(const std::string& person, const std::string& text) const {
    return {"note", "--person", person, "--text-file", textFile(text).string(), "--sign"};
}

std::string Device::saidSaved(const Finished& finished) {
    const auto end = finished.output.find('\n');
    if (end == std::string::npos) {
        return {};
    }
    const auto said = nlohmann::json::parse(finished.output.substr(0, end), nullptr, false);
    return said.is_object() ? said.value("record", std::string{}) : std::string{};
}

Result<Dump> Device::dump() const {
    const auto finished = act({"dump", "--canonical"});
    if (!finished.succeeded()) {
        return {ErrorCode::StoreFailed, "dump of device " + m_name};
    }
    return Dump::parse(finished.output);
}

} // namespace frontsheet::demo
