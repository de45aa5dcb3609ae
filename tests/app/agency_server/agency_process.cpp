#include "tests/app/agency_server/agency_process.h"

#include "app/agency_server/files.h"
#include "core/base/settings_text.h"
#include "core/domain/schema/care_team.h"
#include "core/domain/schema/contact_note.h"
#include "sync/client/answer.h"
#include "sync/wire/enrol_codec.h"
#include "sync/wire/pack.h"
#include "sync/wire/sync_codec.h"
#include "sync/wire/wire_limits.h"

#include <arpa/inet.h>
#include <csignal>
#include <cstdio>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace frontsheet::test {

namespace {

constexpr auto kPatience = std::chrono::seconds{60};

// `err` is given to the child as its standard error, `out` is opened for its standard output.
int spawn(const std::vector<std::string>& words, const std::map<std::string, std::string>& more, const std::string& out,
          int err) {
    std::vector<std::string> all{FRONTSHEET_AGENCY_PROGRAM};
    all.insert(all.end(), words.begin(), words.end());
    std::vector<char*> argv;
    for (auto& word : all) {
        argv.push_back(word.data());
    }
    argv.push_back(nullptr);
    std::vector<std::string> settings;
    for (char** at = environ; *at != nullptr; ++at) {
        settings.emplace_back(*at);
    }
    for (const auto& [name, value] : more) {
        settings.push_back(name + "=" + value);
    }
    std::vector<char*> envp;
    for (auto& setting : settings) {
        envp.push_back(setting.data());
    }
    envp.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    posix_spawn_file_actions_adddup2(&actions, err, STDERR_FILENO);
    int pid = -1;
    EXPECT_EQ(posix_spawn(&pid, FRONTSHEET_AGENCY_PROGRAM, &actions, nullptr, argv.data(), envp.data()), 0);
    posix_spawn_file_actions_destroy(&actions);
    return pid;
}

Finished finished(int status) {
    Finished end;
    if (WIFEXITED(status)) {
        end.code = WEXITSTATUS(status);
    } else if (WIFSIGNALED(status)) {
        end.signal = WTERMSIG(status);
    }
    return end;
}

std::optional<Finished> waitFor(int pid) {
    const int fd = static_cast<int>(::syscall(SYS_pidfd_open, pid, 0));
    pollfd ended{fd, POLLIN, 0};
    const int came = ::poll(&ended, 1, static_cast<int>(std::chrono::milliseconds{kPatience}.count()));
    ::close(fd);
    int status = 0;
    if (came != 1 || waitpid(pid, &status, 0) != pid) {
        return std::nullopt;
    }
    return finished(status);
}

} // namespace

Finished runAgency(const std::vector<std::string>& words, const std::map<std::string, std::string>& environment) {
    const TemporaryFolder folder;
    const int err = ::open(folder.file("err").c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    const int pid = spawn(words, environment, folder.file("out"), err);
    ::close(err);
    auto end = waitFor(pid);
    if (!end) {
        ADD_FAILURE() << words[0] << " does not end";
        ::kill(pid, SIGKILL);
        end = waitFor(pid);
    }
    end->out = readFile(folder.file("out"), 64 * 1024 * 1024).value_or("");
    end->err = readFile(folder.file("err"), 64 * 1024 * 1024).value_or("");
    return *end;
}

ServingProcess::ServingProcess(const std::filesystem::path& folder,
                               const std::map<std::string, std::string>& environment) {
    int log[2] = {-1, -1};
    EXPECT_EQ(::pipe2(log, O_CLOEXEC), 0);
    m_pid = spawn({"serve", folder.string(), "--port", "0", "--health-port", "0"}, environment, "/dev/null", log[1]);
    ::close(log[1]);
    m_reader = std::thread{[this, from = log[0]] { readLog(from); }};
    std::unique_lock lock(m_mutex);
    EXPECT_TRUE(m_said.wait_for(lock, kPatience, [this] { return m_port != 0 || m_logEnded; }));
    EXPECT_NE(m_port, 0) << m_log;
}

ServingProcess::~ServingProcess() {
    if (m_pid > 0) {
        ::kill(m_pid, SIGKILL);
        (void)waitFor(m_pid);
    }
    m_reader.join();
}

// Reads until the server has ended, so that it never waits for somebody to take its log.
void ServingProcess::readLog(int from) {
    char buffer[4096];
    for (ssize_t got = 0; (got = ::read(from, buffer, sizeof buffer)) > 0;) {
        const std::lock_guard lock(m_mutex);
        m_log.append(buffer, static_cast<std::size_t>(got));
        const auto said = m_log.find("listening port=");
        if (m_port == 0 && said != std::string::npos && m_log.find('\n', said) != std::string::npos) {
            unsigned port = 0;
            unsigned health = 0;
            if (std::sscanf(m_log.c_str() + said, "listening port=%u health_port=%u", &port, &health) == 2) {
                m_healthPort = static_cast<std::uint16_t>(health);
                m_port = static_cast<std::uint16_t>(port);
                m_said.notify_all();
            }
        }
    }
    ::close(from);
    const std::lock_guard lock(m_mutex);
    m_logEnded = true;
    m_said.notify_all();
}

void ServingProcess::signal(int number) const { ::kill(m_pid, number); }

Finished ServingProcess::wait() {
    auto end = waitFor(m_pid);
    EXPECT_TRUE(end) << "the server does not end";
    if (!end) {
        return {};
    }
    m_pid = -1;
    std::unique_lock lock(m_mutex);
    m_said.wait_for(lock, kPatience, [this] { return m_logEnded; });
    end->err = m_log;
    return *end;
}

std::string ServingProcess::health(const std::string& path) const {
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(m_healthPort);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    std::string answer;
    if (::connect(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) {
        const std::string request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
        (void)::send(fd, request.data(), request.size(), MSG_NOSIGNAL);
        char buffer[4096];
        for (ssize_t got = 0; (got = ::recv(fd, buffer, sizeof buffer, 0)) > 0;) {
            answer.append(buffer, static_cast<std::size_t>(got));
        }
    }
    ::close(fd);
    return answer;
}

void AgencyProcessTest::SetUp() {
    folder = temporary.path() / "server";
    const auto made = runAgency({"init", folder.string(), "--agency", "council", "--name", "Council", "--kind",
                                 "council", "--url", "https://127.0.0.1:8443"});
    ASSERT_EQ(made.code, 0) << made.err;
    const auto another = runAgency({"init", folder.string(), "--host", "--agency", "carers_centre", "--name",
                                    "Carers' Centre", "--kind", "voluntary"});
    ASSERT_EQ(another.code, 0) << another.err;
}

std::string AgencyProcessTest::invitationCode(const std::string& agency, const std::string& worker) {
    const auto file = temporary.file("invitation");
    const auto made = runAgency({"enrol", folder.string(), "--agency", agency, "--worker", worker, "--role",
                                 "social work assessor", "--out", file});
    EXPECT_EQ(made.code, 0) << made.err;
    const auto text = readFile(file).value_or("");
    const auto settings = parseSettings(text.substr(0, text.find("-----BEGIN")));
    EXPECT_TRUE(settings);
    return settings ? settings->front().value("code") : "";
}

std::unique_ptr<CurlTransport>
AgencyProcessTest::transport(const ServingProcess& server, const ClientCertificate& identity, const std::string& caOf) {
    const auto ca = readFile(folder / "agencies" / caOf / "ca.pem").value_or("");
    CurlTransport::Options options;
    for (const char* agency : {"council", "carers_centre", "nobody"}) {
        options.servers.push_back({AgencyId{agency}, server.url(), ca});
    }
    options.identity = identity;
    auto made = CurlTransport::open(std::move(options));
    EXPECT_TRUE(made);
    return std::move(*made);
}

Result<Enrolled> AgencyProcessTest::enrol(const ServingProcess& server, const std::string& agency,
                                          const std::string& worker) {
    FS_ASSIGN(const auto key, PrivateKey::generate());
    FS_ASSIGN(const auto request, key.certificateRequest());
    const auto device = ids.random<DeviceId>();
    const auto anonymous = transport(server);
    const auto answer =
        anonymous->post(AgencyId{agency}, "enrol",
                        wire::pack(wire::encode(wire::EnrolRequest{invitationCode(agency, worker), request, device})),
                        wire::kMaxPackedReply);
    auto read = ReadAnswer::of(answer, wire::kMaxUnpackedReply);
    if (!read.isMessage()) {
        return read.refused().error;
    }
    FS_ASSIGN(const auto reply, wire::decodeEnrolReply(read.message()));
    Enrolled enrolled;
    enrolled.principal = {reply.agency, reply.worker, reply.role, device};
    enrolled.identity.certificatePem = reply.certificate;
    enrolled.rescueKey = reply.rescueKey;
    FS_ASSIGN(enrolled.identity.privateKeyPem, key.toPem(""));
    return enrolled;
}

Result<wire::SyncReply> AgencyProcessTest::push(Transport& transport, const AgencyId& agency,
                                                std::vector<Intent> intents) {
    wire::SyncRequest request;
    request.agency = agency;
    std::uint64_t opNo = 0;
    for (auto& intent : intents) {
        request.push.push_back({++opNo, std::move(intent)});
    }
    const auto answer = transport.post(agency, "sync", wire::pack(wire::encode(request)), wire::kMaxPackedReply);
    auto read = ReadAnswer::of(answer, wire::kMaxUnpackedReply);
    if (!read.isMessage()) {
        return read.refused().error;
    }
    return wire::decodeSyncReply(read.message(), agency);
}

Intent AgencyProcessTest::note(const Enrolled& who, const std::string& text) {
    FieldSet fields;
    fields.put(contact_note::kText, text);
    fields.put(contact_note::kState, std::string{"signed"});
    fields.put(contact_note::kAuthor, who.principal.worker);
    Intent intent;
    intent.op = ids.random<OpId>();
    intent.record = ids.timeOrdered<RecordId>(clock.now());
    intent.type = RecordType::ContactNote;
    intent.home = who.principal.agency;
    intent.person = ids.timeOrdered<PersonId>(clock.now());
    intent.category = Category::ContactNote;
    intent.occurredAt = clock.now();
    intent.edits = difference({}, fields);
    return intent;
}

Intent AgencyProcessTest::joins(const Enrolled& who, const Intent& note) {
    FieldSet fields;
    fields.put(care_team::kAgency, who.principal.agency);
    fields.put(care_team::kWorker, who.principal.worker);
    Intent intent = note;
    intent.op = ids.random<OpId>();
    intent.record = ids.timeOrdered<RecordId>(clock.now());
    intent.type = RecordType::CareTeamMembership;
    intent.category = Category::Involvement;
    intent.edits = difference({}, fields);
    return intent;
}

std::size_t AgencyProcessTest::dumped(const std::string& words) {
    const auto dump = runAgency({"dump", folder.string(), "--canonical"});
    EXPECT_EQ(dump.code, 0) << dump.err;
    std::size_t count = 0;
    for (auto at = dump.out.find(words); at != std::string::npos; at = dump.out.find(words, at + words.size())) {
        ++count;
    }
    return count;
}

} // namespace frontsheet::test
