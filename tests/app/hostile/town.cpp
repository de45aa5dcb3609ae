#include "tests/app/hostile/town.h"

#include "app/demo/agreement_dates.h"
#include "app/demo/free_port.h"
#include "tests/support/source_folder.h"

#include <arpa/inet.h>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <sstream>
#include <sys/socket.h>
#include <unistd.h>

namespace frontsheet::test {

namespace {

namespace fs = std::filesystem;

const fs::path kPrograms = fs::path{FRONTSHEET_PROGRAMS};
const fs::path kExtracts = sourceFolder() / "tests/data/extracts";

// CSV quotes what needs it.
std::string quoted(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) {
        out += c == '"' ? std::string{"\"\""} : std::string{c};
    }
    return out + "\"";
}

std::string patientsExtract() {
    std::string text = "patient_id,nhs_number,name,date_of_birth,sex,address,phone,gp_practice_ods,"
                       "clinical_frailty_score,access_note\r\n";
    int number = 0;
    for (const auto& patient : patients()) {
        text += "CHT" + std::to_string(900000 + number) + ",," + quoted(patient.family + ", " + patient.given) + ",19" +
                std::to_string(30 + number % 30) + "-02-11,F,\"" + std::to_string(number + 1) +
                " Quarry Close, Kitley, ZZ2 3DS\",01632 960175,Y99001,5,\r\n";
        ++number;
    }
    return text;
}

void must(const Told& told, const std::string& what) {
    if (!told.done()) {
        ADD_FAILURE() << what << ": " << told.err;
    }
}

} // namespace

const std::vector<Patient>& patients() {
    static const std::vector<Patient> all{
        {"O'Neill", "Siân"},
        {"O\u2019Brien", "Zoë"}, // the typographer's apostrophe
        {"Null", "True"},
        {"True", "Null"},
        {"Łukaszewicz-Żółć", "Ewa"},
        {"\u0627\u0644\u062d\u0633\u0646", "\u0641\u0627\u0637\u0645\u0629"},             // Arabic
        {"\u05db\u05d4\u05df", "\u05e9\u05e8\u05d4"},                                     // Hebrew
        {"\u738b", "\u5c0f\u660e"},                                                       // Chinese
        {"\u0e2a\u0e21\u0e0a\u0e32\u0e22", "\u0e43\u0e08\u0e14\u0e35"},                   // Thai
        {"Nguy\u1ec5n", "Th\u1ecb B\u00e9"},                                              // Vietnamese
        {"D'Souza; DROP TABLE person", "Robert')--"},                                     // Bobby's cousin
        {"Smiley \U0001F469\u200D\u2695\uFE0F", "Emoji"},                                 // joined emoji
        {"Fitzwilliam-Montgomery-Cholmondeley-Featherstonehaugh-Beauchamp", "Anne-Marie"} // long
    };
    return all;
}

std::string Told::sentence() const {
    // Without the log's lines, which begin with a time, and the line for whoever is asked for help.
    std::istringstream lines(err);
    for (std::string line; std::getline(lines, line);) {
        if (!line.empty() && line.front() != '2' && line.front() != '[') {
            return line;
        }
    }
    return {};
}

Town::Town()
    : m_council("council", kPrograms / "frontsheet-agency", m_folder.path() / "council", m_folder.path()),
      m_trust("trust", kPrograms / "frontsheet-agency", m_folder.path() / "trust", m_folder.path()),
      m_nurse("nurse", kPrograms / "frontsheet-device", m_folder.path() / "devices/nurse", m_folder.path()),
      m_assessor("assessor", kPrograms / "frontsheet-device", m_folder.path() / "devices/assessor", m_folder.path()) {
    initialise(m_council, "council", "council");
    initialise(m_trust, "community_trust", "community-trust");
    must(server(m_council, {"partner", "--from", (m_trust.folder() / "partnership.conf").string()}), "partner");
    must(server(m_trust, {"partner", "--from", (m_council.folder() / "partnership.conf").string()}), "partner");
    const auto extract = m_folder.path() / "patients.csv";
    putBytes(extract, patientsExtract());
    must(server(m_trust, {"import", "--agency", "community_trust", "--mapping", "community-trust-patients", "--file",
                          extract.string()}),
         "patients");
    agree();
    EXPECT_TRUE(m_council.serve());
    EXPECT_TRUE(m_trust.serve());
    for (const auto& [device, server, agency, worker] :
         {std::tuple{&m_nurse, &m_trust, "community_trust", "W012"}, {&m_assessor, &m_council, "council", "W001"}}) {
        putBytes(device->passphraseFile(), "correct horse battery staple\n");
        const auto invitation = (m_folder.path() / device->name()).string() + ".invitation";
        must(this->server(*server, {"enrol", "--agency", agency, "--worker", worker, "--out", invitation}), "invite");
        must(this->device(*device, {"enrol", "--invitation", invitation}), "enrol");
        must(this->device(*device, {"sync"}), "first sync");
    }
    involveTheNurse();
}

// The shipped agreement of a council and a trust, but notes are shared unless the person objects.
void Town::agree() {
    const auto file = m_folder.path() / "two-party.agreement";
    auto text = demo::datedAboutToday(m_trust.act({"agreement", "template", "two-party"}).output);
    const std::string_view asked = "permission-required";
    for (auto at = text.find(asked); at != std::string::npos; at = text.find(asked, at)) {
        text.replace(at, asked.size(), "objection-honoured");
    }
    putBytes(file, text);
    for (const char* act : {"sign", "activate"}) {
        for (const auto& [server, agency] : {std::pair{&m_council, "council"}, {&m_trust, "community_trust"}}) {
            must(run({kPrograms / "frontsheet-agency",
                      {"agreement", act, server->folder().string(), file.string(), "--agency", agency},
                      {},
                      {}}),
                 std::string{agency} + " " + act + "s");
        }
    }
}

// Whoever writes about somebody is on their care team.
void Town::involveTheNurse() {
    const auto dump = m_nurse.dump();
    for (const auto& record : dump ? dump->records() : std::vector<demo::DumpedRecord>{}) {
        if (record.type == "registration" && record.home == "community_trust") {
            must(device(m_nurse, {"involve", "--person", record.person, "--worker", "W012"}), "involving the nurse");
        }
    }
    must(device(m_nurse, {"sync"}), "second sync");
}

void Town::initialise(const demo::Server& server, const std::string& agency, const std::string& kind) {
    must(this->server(server, {"init", "--agency", agency, "--name", agency, "--kind", kind, "--initials", "XX",
                               "--url", "https://127.0.0.1:" + std::to_string(demo::freePort()), "--health-port", "0"}),
         "init of " + agency);
    for (const char* what : {"workers", "services"}) {
        must(this->server(server, {"import", "--agency", agency, "--mapping", std::string{"directory-"} + what,
                                   "--file", (kExtracts / (std::string{"directory_"} + what + ".csv")).string()}),
             "directory of " + agency);
    }
}

Told Town::run(demo::Command command) const {
    command.log = m_folder.path() / ("told-" + std::to_string(++m_acts));
    const auto finished = demo::run(command);
    Told told;
    if (finished) {
        told = {finished->exitCode, finished->output, bytesOf(command.log)};
    }
    fs::remove(command.log);
    return told;
}

Told Town::device(const demo::Device& device, std::vector<std::string> words, const Environment& environment) const {
    return run(device.command(std::move(words), environment));
}

Told Town::server(const demo::Server& server, std::vector<std::string> words, const Environment& environment) const {
    const bool twoWords = words.size() > 1 && !words[1].starts_with("--");
    words.insert(words.begin() + (twoWords ? 2 : 1), server.folder().string());
    return run({kPrograms / "frontsheet-agency", std::move(words), environment, {}});
}

demo::Device Town::copyOfNurse(const std::string& name) const {
    demo::Device copy(name, kPrograms / "frontsheet-device", m_folder.path() / "devices" / name, m_folder.path());
    fs::remove_all(copy.profile());
    fs::copy(m_nurse.profile(), copy.profile(), fs::copy_options::recursive);
    fs::copy_file(m_nurse.passphraseFile(), copy.passphraseFile(), fs::copy_options::overwrite_existing);
    return copy;
}

std::string Town::somePerson() const {
    const auto dump = m_nurse.dump();
    for (const auto& record : dump ? dump->records() : std::vector<demo::DumpedRecord>{}) {
        if (record.type == "registration" && record.home == "community_trust") {
            return record.person;
        }
    }
    ADD_FAILURE() << "nobody is on the nurse's device";
    return {};
}

long long Town::notesAtTrust(const std::string& words) const {
    const auto dump = m_trust.dump("community_trust");
    return dump ? dump->countWhere([&](const demo::DumpedRecord& r) {
        return r.type == "contact-note" && r.field("text").find(words) != std::string::npos;
    })
                : -1;
}

bool Town::isUp(const demo::Server& server) {
    std::istringstream ports(bytesOf(server.folder() / "serving"));
    std::uint16_t port = 0;
    std::uint16_t healthPort = 0;
    ports >> port >> healthPort;
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(healthPort);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    std::string answer;
    if (::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) {
        const std::string request = "GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        (void)::send(socket, request.data(), request.size(), MSG_NOSIGNAL);
        char buffer[1024];
        for (auto got = ::recv(socket, buffer, sizeof buffer, 0); got > 0;
             got = ::recv(socket, buffer, sizeof buffer, 0)) {
            answer.append(buffer, static_cast<std::size_t>(got));
        }
    }
    ::close(socket);
    return answer.find("200 OK") != std::string::npos;
}

std::string Town::log(const demo::Server& server) const {
    return bytesOf(m_folder.path() / ("server-" + server.host() + ".log"));
}

void printRow(const std::string& what, const Told& told) {
    std::printf("  %-58s exit %2d  %s\n", what.c_str(), told.exit, told.sentence().c_str());
    std::fflush(stdout);
}

std::string bytesOf(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

void putBytes(const fs::path& file, const std::string& bytes) {
    std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

} // namespace frontsheet::test
