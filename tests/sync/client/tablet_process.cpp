#include "tests/sync/client/tablet_process.h"

#include "sync/wire/http_mapping.h"

#include <csignal>
#include <cstdlib>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace frontsheet::test {

namespace {

constexpr KdfCost kQuick{64, 1, 1};
constexpr const char* kPassphrase = "correct horse battery staple";

bool sendAll(int to, BytesView bytes) {
    while (!bytes.empty()) {
        const auto sent = ::send(to, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) {
            return false;
        }
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

bool readAll(int from, char* out, std::size_t size) {
    while (size > 0) {
        const auto got = ::read(from, out, size);
        if (got <= 0) {
            return false;
        }
        out += got;
        size -= static_cast<std::size_t>(got);
    }
    return true;
}

bool put(int to, BytesView bytes) {
    const auto size = static_cast<std::uint32_t>(bytes.size());
    return sendAll(to, {reinterpret_cast<const char*>(&size), sizeof size}) && sendAll(to, bytes);
}

std::optional<Bytes> take(int from) {
    std::uint32_t size = 0;
    if (!readAll(from, reinterpret_cast<char*>(&size), sizeof size)) {
        return std::nullopt;
    }
    Bytes out(size, '\0');
    return readAll(from, out.data(), out.size()) ? std::optional{std::move(out)} : std::nullopt;
}

// The child's way to the servers.
class ToParent final : public Transport {
public:
    explicit ToParent(int socket) : m_socket(socket) {}
    Result<HttpAnswer> post(const AgencyId& server, std::string_view verb, BytesView body, std::size_t) override {
        const bool sent = put(m_socket, server.str()) && put(m_socket, verb) && put(m_socket, body);
        const auto status = sent ? take(m_socket) : std::nullopt;
        auto answer = status ? take(m_socket) : std::nullopt;
        if (!answer || *status == "0") {
            return {ErrorCode::Unreachable, "out of reach"};
        }
        return HttpAnswer{std::stoi(*status), std::string{wire::kContentType}, std::move(*answer), {}};
    }
    void stop() override {}

private:
    int m_socket;
};

std::string fromEnvironment(const char* name) {
    const char* value = std::getenv(name); // NOLINT(concurrency-mt-unsafe): one thread
    return value == nullptr ? std::string{} : value;
}

// What the parent answers until the child is gone.
void serve(int socket, TownTablet& tablet) {
    for (;;) {
        const auto server = take(socket);
        const auto verb = server ? take(socket) : std::nullopt;
        const auto body = verb ? take(socket) : std::nullopt;
        if (!body) {
            return;
        }
        auto answer = tablet.post(AgencyId{*server}, *verb, *body, 0);
        const bool sent = put(socket, answer ? std::to_string(answer->status) : "0") &&
                          put(socket, answer ? BytesView{answer->body} : BytesView{});
        if (!sent) {
            return;
        }
    }
}

} // namespace

Ended exchangeInAProcess(TownTablet& tablet, const std::vector<AgencyId>& servers, const std::string& crashAt) {
    tablet.close();
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0) {
        return Ended::Failed;
    }
    std::string wanted;
    for (const auto& server : servers) {
        wanted += (wanted.empty() ? "" : " ") + server.str();
    }
    const std::vector<std::pair<std::string, std::string>> settings{
        {"FRONTSHEET_CRASH_AT", crashAt},           {"TABLET_FOLDER", tablet.folder()},
        {"TABLET_SOCKET", std::to_string(ends[1])}, {"TABLET_SERVERS", wanted},
        {"TABLET_AGENCY", tablet.who.agency.str()}, {"TABLET_WORKER", tablet.who.worker.str()},
        {"TABLET_DEVICE", tablet.who.device.hex()}, {"TABLET_NOW", std::to_string(tablet.now().ms)}};
    std::vector<std::string> pairs;
    for (const auto& [name, value] : settings) {
        pairs.push_back(name + "=" + value);
    }
    std::vector<char*> environment;
    for (auto& pair : pairs) {
        environment.push_back(pair.data());
    }
    environment.push_back(nullptr);
    std::string words[] = {"tablet", "--gtest_also_run_disabled_tests", "--gtest_filter=TabletProcess.*",
                           "--gtest_brief=1"};
    char* arguments[] = {words[0].data(), words[1].data(), words[2].data(), words[3].data(), nullptr};
    const pid_t child = ::fork();
    if (child == 0) {
        ::close(ends[0]);
        ::execve("/proc/self/exe", arguments, environment.data());
        ::_exit(126);
    }
    ::close(ends[1]);
    serve(ends[0], tablet);
    ::close(ends[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    if (WIFSIGNALED(status)) {
        return WTERMSIG(status) == SIGKILL ? Ended::Killed : Ended::Failed;
    }
    switch (WEXITSTATUS(status)) {
    case 40:
        return Ended::Done;
    case 41:
        return Ended::ProfileClosed;
    default:
        return Ended::Failed;
    }
}

// The child's whole life. Not a test: a test runs it.
TEST(TabletProcess, DISABLED_Exchanges) {
    const auto folder = fromEnvironment("TABLET_FOLDER");
    if (folder.empty()) {
        GTEST_SKIP() << "run by the tests that kill it";
    }
    const wire::WireBodyCodec codec;
    const ManualClock clock{{std::stoll(fromEnvironment("TABLET_NOW"))}};
    const Principal me{AgencyId{fromEnvironment("TABLET_AGENCY")},
                       WorkerId{fromEnvironment("TABLET_WORKER")},
                       {},
                       DeviceId::fromHex(fromEnvironment("TABLET_DEVICE")).value()};
    auto opened = DeviceStore::open(folder, kPassphrase, {codec, clock, kQuick, {}});
    if (!opened) {
        std::_Exit(opened.error().code == ErrorCode::ProfileClosed ? 41 : 1);
    }
    (*opened)->belongsTo(me);
    ToParent transport(std::stoi(fromEnvironment("TABLET_SOCKET")));
    bool wiped = false;
    {
        SyncEngine engine(**opened, transport, clock, me.agency, opened->get());
        std::string servers = fromEnvironment("TABLET_SERVERS");
        for (std::size_t at = 0; at < servers.size() && !wiped;) {
            const auto end = std::min(servers.find(' ', at), servers.size());
            wiped = engine.exchange(AgencyId{servers.substr(at, end - at)}).closing == Exchanged::Closing::Wiped;
            at = end + 1;
        }
    }
    opened->reset();
    std::_Exit(wiped ? 41 : 40);
}

} // namespace frontsheet::test
