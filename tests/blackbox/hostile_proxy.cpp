#include "tests/blackbox/hostile_proxy.h"

#include <sstream>
#include <stdexcept>

namespace frontsheet::blackbox {

namespace {
constexpr std::chrono::seconds kAnswers{60}; // the machine may be busy with anything
}

HostileProxy::HostileProxy(const std::filesystem::path& program, const std::vector<Route>& routes,
                           const std::string& forward, std::uint64_t seed, const std::filesystem::path& log) {
    demo::Command command{program, {"--seed", std::to_string(seed)}, {}, log};
    for (const auto& route : routes) {
        command.arguments.insert(command.arguments.end(),
                                 {"--route", route.listen + "=" + route.target + "=" + route.agency, "--authority",
                                  route.authority.string()});
    }
    if (!forward.empty()) {
        command.arguments.insert(command.arguments.end(), {"--forward", forward});
    }
    command.input = demo::Command::Input::Lines;
    auto started = demo::ChildProcess::start(command);
    if (!started) {
        throw std::runtime_error("the hostile proxy does not start");
    }
    m_process = std::move(*started);
    if (m_process.nextLine(kAnswers) != "ready") {
        throw std::runtime_error("the hostile proxy is not ready");
    }
}

void HostileProxy::weather(const std::string& line) {
    if (!m_process.say(line) || m_process.nextLine(kAnswers) != "turned") {
        throw std::runtime_error("the weather is not understood: " + line);
    }
}

std::map<std::string, long long> HostileProxy::tally() {
    std::map<std::string, long long> all;
    const auto line = m_process.say("tally") ? m_process.nextLine(kAnswers) : std::nullopt;
    std::istringstream words{line.value_or("")};
    for (std::string word; words >> word;) {
        if (const auto equals = word.find('='); equals != std::string::npos) {
            all[word.substr(0, equals)] = std::stoll(word.substr(equals + 1));
        }
    }
    return all;
}

} // namespace frontsheet::blackbox
