// frontsheet-hostile-proxy: between devices and servers, and against both. See README.md.

#include "tests/blackbox/proxy/line_relay.h"
#include "tests/blackbox/proxy/spoken_relay.h"

#include <csignal>
#include <cstdio>
#include <iostream>
#include <list>
#include <sys/socket.h>
#include <thread>
#include <vector>

namespace frontsheet::blackbox {

namespace {

constexpr const char* kHelp =
    "frontsheet-hostile-proxy --route LISTEN=TARGET=AGENCY... [--authority FOLDER...] [--forward LISTEN] [--seed N]\n\n"
    "Passes connections on and does harm to them. Reads the weather from standard input, a line each (weather.h), and\n"
    "answers `tally` with what was done. Ends with its standard input.\n"
    "  --route      addresses as 10.88.1.2:8443; AGENCY: whose authority signs that server's certificate\n"
    "  --authority  a server's folder: its agencies' authorities, to sit inside TLS\n"
    "  --forward    a proxy that lets nobody through without a log-in (407)\n";

struct Options {
    std::vector<Route> routes;
    std::vector<std::string> authorities;
    std::string forward;
    std::uint64_t seed = 1;
};

std::optional<Options> optionsFrom(const std::vector<std::string>& words) {
    Options options;
    for (std::size_t i = 0; i + 1 < words.size(); i += 2) {
        const auto& value = words[i + 1];
        if (words[i] == "--route") {
            const auto first = value.find('=');
            const auto second = first == std::string::npos ? first : value.find('=', first + 1);
            if (second == std::string::npos) {
                return std::nullopt;
            }
            options.routes.push_back({value.substr(0, first), value.substr(first + 1, second - first - 1),
                                      AgencyId{value.substr(second + 1)}});
        } else if (words[i] == "--authority") {
            options.authorities.push_back(value);
        } else if (words[i] == "--forward") {
            options.forward = value;
        } else if (words[i] == "--seed") {
            options.seed = std::strtoull(value.c_str(), nullptr, 10);
        } else {
            return std::nullopt;
        }
    }
    return words.size() % 2 == 0 && !options.routes.empty() ? std::optional{options} : std::nullopt;
}

void serveOne(SocketEnd device, const Route& route, Impostor& impostor, Sky& sky) {
    auto chance = sky.chanceOf(++sky.connections);
    const auto weather = sky.now();
    const bool opens = std::uniform_int_distribution<unsigned>{0, 999}(chance) < weather.open;
    if (opens && impostor.knowsAny()) {
        ++sky.opened;
        relaySpeech(std::move(device), route, impostor, sky, chance);
        return;
    }
    const auto fate = sky.befalls(false, {}, chance);
    if (fate == Harm::Refuse) {
        device.reset();
        return;
    }
    auto server = SocketEnd::connectTo(route.target);
    if (!server) {
        device.reset(); // as if nobody listened
        return;
    }
    relayLine(std::move(device), std::move(*server), weather, fate, chance);
}

void listenFor(const SocketEnd& listener, const Route& route, Impostor& impostor, Sky& sky) {
    for (;;) {
        auto device = listener.accept();
        if (!device.isOpen()) {
            return;
        }
        std::thread{[end = std::move(device), &route, &impostor, &sky]() mutable {
            serveOne(std::move(end), route, impostor, sky);
        }}.detach();
    }
}

void refuseAll(const SocketEnd& listener) {
    static constexpr std::string_view kAnswer =
        "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic "
        "realm=\"ward\"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    for (;;) {
        const auto device = listener.accept();
        if (!device.isOpen()) {
            return;
        }
        device.patience(std::chrono::seconds{5});
        char buffer[4096];
        (void)::recv(device.get(), buffer, sizeof buffer, 0);
        (void)::send(device.get(), kAnswer.data(), kAnswer.size(), MSG_NOSIGNAL);
        device.endWriting();
    }
}

int run(const Options& options) {
    Impostor impostor;
    for (const auto& folder : options.authorities) {
        if (const auto learnt = impostor.learn(folder); !learnt) {
            std::fprintf(stderr, "%s\n", describe(learnt.error()).c_str());
            return 1;
        }
    }
    Sky sky{options.seed};
    std::list<SocketEnd> listeners;
    const auto open = [&](const std::string& address) {
        auto listener = SocketEnd::listenAt(address);
        if (!listener) {
            std::fprintf(stderr, "%s\n", describe(listener.error()).c_str());
            std::exit(1);
        }
        return std::cref(listeners.emplace_back(std::move(*listener)));
    };
    for (const auto& route : options.routes) {
        std::thread{listenFor, open(route.listen), std::cref(route), std::ref(impostor), std::ref(sky)}.detach();
    }
    if (!options.forward.empty()) {
        std::thread{refuseAll, open(options.forward)}.detach();
    }
    std::puts("ready");
    std::fflush(stdout);
    for (std::string line; std::getline(std::cin, line);) {
        if (line == "tally") {
            std::printf("tally %s\n", sky.tally().c_str());
        } else if (auto weather = Weather::parse(line); weather) {
            sky.turn(std::move(*weather));
            std::puts("turned");
        } else {
            std::printf("not understood: %s\n", weather.error().context.c_str());
        }
        std::fflush(stdout);
    }
    std::_Exit(0); // the threads hold what main() would destroy
}

} // namespace

} // namespace frontsheet::blackbox

int main(int argc, char** argv) {
    std::signal(SIGPIPE, SIG_IGN);
    const auto options = frontsheet::blackbox::optionsFrom({argv + 1, argv + argc});
    if (!options) {
        std::fputs(frontsheet::blackbox::kHelp, stderr);
        return 2;
    }
    return frontsheet::blackbox::run(*options);
}
