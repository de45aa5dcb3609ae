#include "tests/blackbox/desk.h"

#include <csignal>
#include <nlohmann/json.hpp>

namespace frontsheet::blackbox {

namespace {
constexpr std::chrono::minutes kHung{10}; // no answer for so long is a fault, not slowness
}

std::string Answer::saved() const {
    for (const auto& line : lines) {
        const auto said = nlohmann::json::parse(line, nullptr, false);
        if (said.is_object() && said.value("saved", false)) {
            return said.value("record", std::string{});
        }
    }
    return {};
}

std::vector<std::string> Answer::values(const std::string& key) const {
    std::vector<std::string> all;
    for (const auto& line : lines) {
        const auto said = nlohmann::json::parse(line, nullptr, false);
        if (said.is_object() && said.contains(key) && said[key].is_string()) {
            all.push_back(said[key].get<std::string>());
        }
    }
    return all;
}

bool Desk::begin(const std::vector<std::string>& words) {
    if (!m_process.running()) {
        auto process = m_device->beginWork();
        if (!process) {
            return false;
        }
        m_process = std::move(*process);
    }
    return m_process.say(nlohmann::json(words).dump());
}

Answer Desk::finish() {
    Answer answer;
    while (auto line = m_process.nextLine(kHung)) {
        if (!line->starts_with(R"({"done")")) {
            answer.lines.push_back(std::move(*line));
            continue;
        }
        const auto end = nlohmann::json::parse(*line, nullptr, false);
        answer.ended = true;
        answer.done = end.value("done", false);
        answer.error = end.value("error", std::string{});
        break;
    }
    return answer;
}

Answer Desk::act(const std::vector<std::string>& words) { return begin(words) ? finish() : Answer{}; }

Answer Desk::dieAfter(std::chrono::microseconds time) {
    m_process.pause(time);
    m_process.send(SIGKILL);
    auto answer = finish();
    (void)m_process.wait(kHung);
    return answer;
}

int Desk::close() {
    if (!m_process.running()) {
        return 0;
    }
    m_process.sayNoMore();
    return m_process.wait(kHung).exitCode;
}

} // namespace frontsheet::blackbox
