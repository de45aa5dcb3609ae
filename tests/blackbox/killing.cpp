#include "tests/blackbox/killing.h"

#include <csignal>
#include <cstdio>
#include <filesystem>
#include <poll.h>
#include <stdexcept>

namespace frontsheet::blackbox {

namespace {

using Clock = std::chrono::steady_clock;

const std::vector<std::string> kSync{"sync", "--until-idle"};

// Everyday trouble, so that most exchanges get through and many do not.
constexpr const char* kFair = "delay=3";
constexpr const char* kRough = "delay=6 reset=60 half-close=20 cut=60 flip=60 black-hole=4 refuse=20 slow=10";
constexpr const char* kInside = "open=1000 delay=4 flip-ask=30 cut-ask=30 repeat-ask=80 lose-ask=40 flip-answer=30 "
                                "cut-answer=30 tear-answer=30 lose=80 portal=20 posing=10 413=20 429=10 503=20 502=20 "
                                "407=10 zstd-bomb=10";

// A scan that no line lets through is not waited for longer.
constexpr std::chrono::seconds kCarryingBegins{20};

// While the others work.
void letPass(std::chrono::microseconds time) {
    const timespec wait{time.count() / 1'000'000, (time.count() % 1'000'000) * 1000};
    ::ppoll(nullptr, 0, &wait, nullptr);
}

} // namespace

void Killing::warmUp() {
    for (const auto& key : m_day.keys()) {
        for (int i = 0; i < 4; ++i) {
            const auto began = Clock::now();
            const bool opens = !m_day.desk(key).isOpen();
            m_day.actOnce(key);
            usual(opens ? "opening" : "saving", began);
        }
        (void)sync(key);
    }
}

void Killing::usual(const std::string& what, Clock::time_point began) {
    const auto took = std::chrono::duration_cast<Micros>(Clock::now() - began);
    auto& known = m_usual[what];
    known = known.count() == 0 ? took : (known * 3 + took) / 4;
}

// From its beginning to a little after its usual end.
Killing::Micros Killing::somewhereIn(const std::string& what) {
    const auto most = std::max<long long>(m_usual[what].count() * 5 / 4, 500);
    return Micros{std::uniform_int_distribution<long long>{0, most}(m_chance)};
}

const std::string& Killing::anyAgency() { return agencies()[m_chance() % agencies().size()]; }

void Killing::turnWeather() {
    const auto drawn = m_chance() % 3;
    m_county.proxy().weather(drawn == 0 ? kFair : drawn == 1 ? kRough : kInside);
    ++m_figures[drawn == 0 ? "weather: fair" : drawn == 1 ? "weather: rough outside TLS" : "weather: rough inside TLS"];
}

void Killing::work(const std::string& key, unsigned most) {
    for (auto acts = m_chance() % (most + 1); acts > 0; --acts) {
        m_day.actOnce(key);
        ++m_figures["acts"];
    }
}

bool Killing::sync(const std::string& key) {
    const auto began = Clock::now();
    const bool well = m_day.desk(key).act(kSync).done;
    if (well) {
        usual("sending", began);
        m_day.noteSent(key);
        m_day.lookAround(key);
    }
    ++m_figures[well ? "syncs that ended well" : "syncs that did not"];
    return well;
}

void Killing::run(int kills) {
    for (int i = 0; i < kills; ++i) {
        if (i % 8 == 0) {
            turnWeather();
        }
        const auto drawn = m_chance() % 100;
        if (drawn < 27) {
            inSaving();
        } else if (drawn < 50) {
            inSending();
        } else if (drawn < 54) {
            inOpening();
        } else if (drawn < 76) {
            serverInSending();
        } else if (drawn < 80) {
            serverInStarting();
        } else if (drawn < 86) {
            both();
        } else {
            inCarrying();
        }
        if (i % 50 == 49) {
            std::printf("  %d kills\n", i + 1);
            std::fflush(stdout);
        }
    }
}

void Killing::inSaving() {
    const auto key = m_day.anybody();
    work(key, 2);
    (void)m_day.desk(key).act({"status"}); // open: the moment is to fall into the act
    const auto begun = m_day.beginAct(key);
    const auto answer = m_day.desk(key).dieAfter(somewhereIn("saving"));
    m_day.took(key, begun, answer);
    ++m_figures["device killed in saving"];
    ++m_figures[answer.saved().empty() ? "  before it said saved" : "  after it said saved"];
}

void Killing::inSending() {
    const auto key = m_day.anybody();
    work(key, 3);
    if (m_chance() % 3 == 0) {
        (void)sync(key);
        work(key, 2);
    }
    auto& desk = m_day.desk(key);
    (void)desk.act({"status"});
    if (!desk.begin(kSync)) {
        throw std::runtime_error(key + " does not open");
    }
    const auto answer = desk.dieAfter(somewhereIn("sending"));
    ++m_figures["device killed in sending"];
    ++m_figures[answer.ended           ? "  after the sync had ended"
                : answer.lines.empty() ? "  at the first server"
                                       : "  at a later server"];
}

void Killing::inOpening() {
    const auto key = m_day.anybody();
    (void)m_day.desk(key).close();
    if (!m_day.desk(key).begin({"status"})) {
        throw std::runtime_error(key + " does not open");
    }
    (void)m_day.desk(key).dieAfter(somewhereIn("opening"));
    ++m_figures["device killed in opening"];
}

std::vector<std::string> Killing::manySend() {
    std::vector<std::string> sending;
    for (const auto& key : m_day.keys()) {
        if (m_chance() % 3 != 0) {
            work(key, 2);
            if (m_day.desk(key).begin(kSync)) {
                sending.push_back(key);
            }
        }
    }
    return sending;
}

void Killing::finishSending(const std::vector<std::string>& keys) {
    for (const auto& key : keys) {
        const auto answer = m_day.desk(key).finish();
        if (!answer.ended) {
            throw std::runtime_error(key + " ended by itself");
        }
        if (answer.done) {
            m_day.noteSent(key);
        }
    }
}

void Killing::serverInSending() {
    const auto sending = manySend();
    const auto& agency = anyAgency();
    auto& server = m_county.server(agency);
    letPass(somewhereIn("sending"));
    server.kill();
    ++m_figures["server killed in serving"];
    if (m_chance() % 2 == 0) {
        finishSending(sending);
        m_county.serve(agency);
    } else {
        m_county.serve(agency);
        finishSending(sending);
    }
}

void Killing::serverInStarting() {
    const auto& agency = anyAgency();
    auto& server = m_county.server(agency);
    server.kill();
    const auto began = Clock::now();
    m_county.serve(agency);
    usual("starting", began);
    server.kill();
    auto starting = server.begin({"serve", "--port-file", (server.folder() / "starting").string()});
    if (starting) {
        starting->pause(somewhereIn("starting"));
        starting->send(SIGKILL);
        (void)starting->wait(std::chrono::minutes{1});
    }
    ++m_figures["server killed in starting"];
    m_county.serve(agency);
}

void Killing::both() {
    const auto sending = manySend();
    const auto& agency = anyAgency();
    letPass(somewhereIn("sending"));
    m_county.server(agency).kill();
    for (const auto& key : sending) {
        (void)m_day.desk(key).dieAfter(Micros{0});
    }
    ++m_figures["server and devices killed together"];
    m_county.serve(agency);
}

std::size_t Killing::chunksOfFilesHalfThere(const std::string& agency) const {
    namespace fs = std::filesystem;
    const auto folder = m_county.root() / ("server-" + agency) / "agencies" / agency / "files";
    std::size_t bytes = 0;
    std::error_code gone; // it comes and goes while it is looked at
    for (fs::directory_iterator at(folder, gone), end; !gone && at != end; at.increment(gone)) {
        std::error_code missing;
        const auto size = at->path().extension() == ".part" ? at->file_size(missing) : 0;
        bytes += missing ? 0 : static_cast<std::size_t>(size);
    }
    return bytes / (256U * 1024);
}

void Killing::inCarrying() {
    const auto key = m_day.anybody();
    const auto agency = m_day.agencyOf(key);
    if (!m_day.attachOnce(key)) {
        ++m_figures["no scan could be saved"];
    }
    const auto before = chunksOfFilesHalfThere(agency);
    auto& desk = m_day.desk(key);
    if (!desk.begin(kSync)) {
        throw std::runtime_error(key + " does not open");
    }
    const auto most = Clock::now() + kCarryingBegins;
    while (chunksOfFilesHalfThere(agency) == before && Clock::now() < most) {
        letPass(Micros{300});
    }
    const bool onItsWay = Clock::now() < most;
    if (m_chance() % 2 == 0) {
        (void)desk.dieAfter(Micros{m_chance() % 20'000});
        ++m_figures["device killed in carrying"];
    } else {
        letPass(Micros{m_chance() % 20'000});
        m_county.server(agency).kill();
        m_county.serve(agency);
        finishSending({key});
        ++m_figures["server killed in carrying"];
    }
    ++m_figures[onItsWay ? "  with a scan on its way" : "  and none was on its way"];
}

} // namespace frontsheet::blackbox
