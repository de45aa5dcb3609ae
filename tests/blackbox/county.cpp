#include "tests/blackbox/county.h"

#include "app/demo/agreement_dates.h"
#include "app/demo/free_port.h"
#include "tests/blackbox/desk.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>

namespace frontsheet::blackbox {

namespace {

namespace fs = std::filesystem;

const std::map<std::string, std::string> kKinds{
    {"council", "council"}, {"community_trust", "community-trust"}, {"hospice_trust", "community-trust"}};

constexpr const char* kDirectory =
    "worker,agency,name,role,base,covers,phone,email\r\n"
    "W001,council,Bethan Price,social work assessor,Council House,all,01632 960000,\r\n"
    "W002,council,Tom Adeyemi,social work assessor,Council House,all,01632 960001,\r\n"
    "W012,community_trust,Jo Marsh,community nurse,Clinic,all,01632 960011,\r\n"
    "W013,community_trust,Lena W\xc3\xb3jcik,community nurse,Clinic,all,01632 960012,\r\n"
    "H001,hospice_trust,Rhys Vaughan,community nurse,Hospice,all,01632 960031,\r\n";
constexpr const char* kServices =
    "service,agency,name,criteria,hours,routed_by,responds_within,duty_phone\r\n"
    "SVC01,council,Social work assessment,65 and over,Mon-Fri 08:30-17:00,all,2 working days,01632 960900\r\n"
    "SVC04,community_trust,Community nursing,housebound adults,Mon-Sun 08:00-22:00,all,1 working day,01632 960902\r\n"
    "SVC90,hospice_trust,Hospice at home,adults,Mon-Sun 08:00-22:00,all,1 working day,01632 960990\r\n";

void write(const fs::path& file, const std::string& text) {
    std::ofstream(file, std::ios::binary | std::ios::trunc) << text;
}

std::string read(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

struct Extract {
    std::string mapping;
    std::string text;
};

// Two people each; nobody else is called so.
Extract peopleOf(const std::string& agency) {
    const auto place = std::find(agencies().begin(), agencies().end(), agency) - agencies().begin();
    const bool council = agency == "council";
    std::string text = council ? "person_ref,nhs_no,surname,forenames,dob,gender,address_1,town,postcode,telephone,"
                                 "language,living\r\n"
                               : "patient_id,nhs_number,name,date_of_birth,sex,address,phone,gp_practice_ods,"
                                 "clinical_frailty_score,access_note\r\n";
    for (const auto i : {static_cast<std::size_t>(place) * 2, static_cast<std::size_t>(place) * 2 + 1}) {
        const auto number = std::to_string(i);
        text += council ? "ASC10000" + number + ",," + plantedNames()[i] + ",Xanthippe,1" + number +
                              "/02/1931,F,1 Quarry Close,Kitley,ZZ2 3DS,01632 393,,Alone\r\n"
                        : "CHT90000" + number + ",,\"" + plantedNames()[i] + ", Xanthippe\",1931-02-1" + number +
                              ",F,\"1 Quarry Close, Kitley, ZZ2 3DS\",01632 960175,Y99001,5,\r\n";
    }
    return {council ? "council-people" : "community-trust-patients", text};
}

} // namespace

const std::vector<Worker>& workers() {
    static const std::vector<Worker> all{{"nurse", "community_trust", "W012"},
                                         {"second-nurse", "community_trust", "W013"},
                                         {"hospice-nurse", "hospice_trust", "H001"},
                                         {"assessor", "council", "W001"},
                                         {"second-assessor", "council", "W002"}};
    return all;
}

const std::vector<std::string>& agencies() {
    static const std::vector<std::string> all{"council", "community_trust", "hospice_trust"};
    return all;
}

const std::vector<std::string>& plantedNames() {
    static const std::vector<std::string> all{"Quillfeather", "Brambleworth", "Oystercatch",
                                              "Winterbourne", "Larkspurgh",   "Tatterdemal"};
    return all;
}

std::string Told::sentence() const {
    std::istringstream lines(err);
    for (std::string line; std::getline(lines, line);) {
        if (!line.empty() && line.front() != '2' && line.front() != '[') {
            return line;
        }
    }
    return {};
}

County::County(Setting setting) : m_setting(std::move(setting)), m_places(m_setting.root / "places") {
    for (const auto& worker : workers()) {
        if (std::count(m_setting.keys.begin(), m_setting.keys.end(), worker.key) != 0) {
            m_staff.push_back(worker);
        }
    }
    std::vector<HostileProxy::Route> routes;
    for (unsigned n = 0; n < agencies().size(); ++n) {
        const auto& agency = agencies()[n];
        const auto host = m_places.add("server-" + agency);
        const auto apart = host.network >= 0;
        m_listen[agency] = Places::crossing(n + 1) + ":" + std::to_string(apart ? 8443 : demo::freePort());
        m_target[agency] = host.address + ":" + std::to_string(apart ? 8443 : demo::freePort());
        makeServer(agency, m_places.in(host, m_setting.programs / "frontsheet-agency"));
        m_wards.emplace(agency, m_places.add("ward-" + agency));
        routes.push_back({m_listen[agency], m_target[agency], agency, m_servers.at(agency).folder()});
    }
    const auto forward = Places::crossing(7) + ":" + std::to_string(demo::freePort());
    m_forward = "http://" + forward;
    m_proxy = std::make_unique<HostileProxy>(m_setting.programs / "frontsheet-hostile-proxy", routes, forward,
                                             m_setting.seed, m_setting.root / "logs/proxy.log");
    partner();
    agree();
    for (const auto& agency : agencies()) {
        serve(agency);
    }
    for (const auto& worker : m_staff) {
        auto device = enrolled(worker.key, worker);
        must(act(device, {"sync"}), "first sync of " + worker.key);
        m_devices.emplace(worker.key, std::move(device));
    }
    involveEverybody();
}

County::~County() {
    for (auto& [agency, server] : m_servers) {
        if (server.running()) {
            server.kill();
        }
    }
}

void County::makeServer(const std::string& agency, const fs::path& program) {
    fs::create_directories(m_setting.root / "logs");
    fs::create_directories(m_setting.root / "told");
    fs::create_directories(m_setting.root / "devices");
    m_servers.emplace(agency,
                      demo::Server{agency, program, m_setting.root / ("server-" + agency), m_setting.root / "logs"});
    const auto& target = m_target[agency];
    const auto colon = target.find(':');
    must(admin(agency, {"init", "--agency", agency, "--name", agency, "--kind", kKinds.at(agency), "--initials", "XX",
                        "--url", "https://" + m_listen[agency], "--listen", target.substr(0, colon), "--port",
                        target.substr(colon + 1), "--health-port", "0"}),
         "init");
    for (const auto& [mapping, text] :
         {Extract{"directory-workers", kDirectory}, Extract{"directory-services", kServices}, peopleOf(agency)}) {
        const auto file = m_setting.root / (agency + "-" + mapping + ".csv");
        write(file, text);
        must(admin(agency, {"import", "--agency", agency, "--mapping", mapping, "--file", file.string()}), mapping);
    }
}

void County::partner() {
    for (const auto& agency : agencies()) {
        for (const auto& other : agencies()) {
            if (other != agency) {
                must(admin(agency, {"partner", "--from", (m_servers.at(other).folder() / "partnership.conf").string()}),
                     "partner");
            }
        }
    }
}

// The shipped agreement of two, with the hospice as a third party; notes are shared unless the person objects.
void County::agree() {
    auto text = demo::datedAboutToday(m_servers.at("council").act({"agreement", "template", "two-party"}).output);
    const std::string asked = "permission-required";
    for (auto at = text.find(asked); at != std::string::npos; at = text.find(asked, at)) {
        text.replace(at, asked.size(), "objection-honoured");
    }
    text.insert(text.find("\nrole {"),
                "\nparty {\n  agency: \"hospice_trust\"\n  name: \"Estuary Hospice\"\n  kind: \"community-trust\"\n"
                "  role: \"independent\"\n  contact: \"Caldicott Guardian\"\n  contact_phone: \"01632 960990\"\n"
                "  contact_email: \"caldicott@hospice.example\"\n}\n");
    const auto file = m_setting.root / "county.agreement";
    write(file, text);
    for (const char* verb : {"sign", "activate"}) {
        for (const auto& agency : agencies()) {
            const auto done = m_servers.at(agency).act({"agreement", verb, file.string(), "--agency", agency});
            must({done.exitCode, done.output, {}}, agency + " " + verb);
        }
    }
}

// A worker of each agency puts everybody on the care team of each of its people.
void County::involveEverybody() {
    for (const auto& agency : agencies()) {
        m_people[agency];
        const auto first =
            std::find_if(m_staff.begin(), m_staff.end(), [&](const auto& worker) { return worker.agency == agency; });
        if (first == m_staff.end()) {
            continue;
        }
        const auto& device = m_devices.at(first->key);
        const auto dump = device.dump();
        Desk desk{device};
        for (const auto& record : dump ? dump->records() : std::vector<demo::DumpedRecord>{}) {
            if (record.type != "registration" || record.home != agency) {
                continue;
            }
            m_people[agency].push_back(record.person);
            for (const auto& worker : m_staff) {
                if (!desk.act({"involve", "--person", record.person, "--worker", worker.code}).done) {
                    throw std::runtime_error("involving " + worker.key);
                }
            }
        }
        if (!desk.act({"sync"}).done || desk.close() != 0) {
            throw std::runtime_error("sync of " + first->key);
        }
    }
    for (const auto& [key, device] : m_devices) {
        must(act(device, {"sync"}), "second sync of " + key);
    }
}

demo::Device County::enrolled(const std::string& name, const Worker& worker,
                              const std::map<std::string, std::string>& serverEnvironment) {
    demo::Device device{name, m_places.in(m_wards.at(worker.agency), m_setting.programs / "frontsheet-device"),
                        m_setting.root / "devices" / name, m_setting.root / "logs"};
    write(device.passphraseFile(), "correct horse battery staple\n");
    const auto invitation = (m_setting.root / (name + ".invitation")).string();
    must(admin(worker.agency, {"enrol", "--agency", worker.agency, "--worker", worker.code, "--out", invitation},
               serverEnvironment),
         "invitation");
    must(act(device, {"enrol", "--invitation", invitation}, serverEnvironment), "enrolment of " + name);
    return device;
}

void County::serve(const std::string& agency, const std::map<std::string, std::string>& environment) {
    for (int tries = 0; tries < 6; ++tries) {
        if (m_servers.at(agency).serve(environment)) {
            return;
        }
    }
    throw std::runtime_error("the server of " + agency + " does not start");
}

Told County::act(const demo::Device& device, std::vector<std::string> words,
                 const std::map<std::string, std::string>& environment) const {
    auto command = device.command(std::move(words), environment);
    command.log = m_setting.root / "told" / (std::to_string(++m_acts) + "-" + device.name());
    const auto finished = demo::run(command, std::chrono::minutes{10});
    return finished ? Told{finished->exitCode, finished->output, read(command.log)} : Told{};
}

Told County::admin(const std::string& agency, std::vector<std::string> words,
                   const std::map<std::string, std::string>& environment) const {
    const auto finished = m_servers.at(agency).act(std::move(words), environment);
    return {finished.exitCode, finished.output, read(m_setting.root / "logs" / ("admin-" + agency + ".log"))};
}

void County::must(const Told& told, const std::string& what) const {
    if (!told.done()) {
        throw std::runtime_error(what + ": exit " + std::to_string(told.exit) + " " + told.err);
    }
}

std::vector<std::string> County::leaksInLogs(const std::vector<std::string>& words) const {
    std::vector<std::string> leaks;
    auto all = words;
    all.insert(all.end(), plantedNames().begin(), plantedNames().end());
    for (const char* folder : {"logs", "told"}) {
        for (const auto& file : fs::recursive_directory_iterator(m_setting.root / folder)) {
            const auto text = file.is_regular_file() ? read(file.path()) : std::string{};
            for (const auto& word : all) {
                if (text.find(word) != std::string::npos) {
                    leaks.push_back(word + " in " + file.path().filename().string());
                }
            }
        }
    }
    return leaks;
}

} // namespace frontsheet::blackbox
