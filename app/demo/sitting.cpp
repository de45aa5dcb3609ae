#include "app/demo/sitting.h"

#include <nlohmann/json.hpp>

namespace frontsheet::demo {

namespace {

constexpr std::chrono::seconds kLongestAct{60};

// A printed value as text, whatever its kind.
std::string asText(const nlohmann::json& value) { return value.is_string() ? value.get<std::string>() : value.dump(); }

} // namespace

std::string Did::record() const { return value("record"); }

std::string Did::value(const std::string& key) const {
    for (const auto& line : lines) {
        const auto said = nlohmann::json::parse(line, nullptr, false);
        if (said.is_object() && said.contains(key)) {
            return asText(said[key]);
        }
    }
    return {};
}

bool Did::shows(const std::map<std::string, std::string>& wanted) const {
    for (const auto& line : lines) {
        const auto said = nlohmann::json::parse(line, nullptr, false);
        bool all = said.is_object();
        for (const auto& [key, value] : wanted) {
            all = all && said.contains(key) && asText(said[key]) == value;
        }
        if (all) {
            return true;
        }
    }
    return false;
}

Sitting::Sitting(const Device& device) : m_device(&device) {
    auto process = device.beginWork();
    if (process) {
        m_process = std::move(process).value();
    }
}

bool Sitting::begin(const std::vector<std::string>& words) { return m_process.say(nlohmann::json(words).dump()); }

Did Sitting::act(const std::vector<std::string>& words) {
    if (!begin(words)) {
        return {false, "closed", {}};
    }
    return finish();
}

Did Sitting::finish() {
    Did did;
    while (auto line = m_process.nextLine(kLongestAct)) {
        if (!line->starts_with(R"({"done")")) {
            did.lines.push_back(std::move(*line));
            continue;
        }
        const auto end = nlohmann::json::parse(*line, nullptr, false);
        did.done = end.value("done", false);
        did.error = end.value("error", std::string{});
        return did;
    }
    did.error = "no answer";
    return did;
}

std::string Sitting::note(const std::string& person, const std::string& text, const std::string& category) {
    auto words = m_device->noteWords(person, text);
    words.insert(words.end(), {"--category", category});
    const auto did = act(words);
    return did.done ? did.record() : std::string{};
}

Result<Dump> Sitting::dump() {
    const auto did = act({"dump", "--canonical"});
    if (!did.done) {
        return {ErrorCode::StoreFailed, "dump of device " + m_device->name()};
    }
    std::string text;
    for (const auto& line : did.lines) {
        text += line + '\n';
    }
    return Dump::parse(text);
}

Finished Sitting::end() {
    m_process.sayNoMore();
    return m_process.wait(std::chrono::seconds{20});
}

} // namespace frontsheet::demo
