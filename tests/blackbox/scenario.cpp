#include "tests/blackbox/scenario.h"

#include <csignal>
#include <fstream>
#include <iterator>

namespace frontsheet::blackbox {

namespace {

std::string readFrom(const std::filesystem::path& file, std::size_t at) {
    std::ifstream in(file, std::ios::binary);
    in.seekg(static_cast<std::streamoff>(at));
    return {std::istreambuf_iterator<char>(in), {}};
}

std::filesystem::path logOf(const County& county) { return county.root() / "logs/device-nurse.log"; }

} // namespace

void Scenario::SetUpTestSuite() {
    std::signal(SIGPIPE, SIG_IGN);
    if (s_county == nullptr) {
        s_folder = std::make_unique<test::TemporaryFolder>();
        s_county = std::make_unique<County>(
            County::Setting{s_folder->path(), std::filesystem::path{FRONTSHEET_PROGRAMS}, 1, {"nurse", "assessor"}});
    }
}

// Every suite of a program shares the county: making one takes longer than most scenarios.
void Scenario::TearDownTestSuite() {}

void Scenario::SetUp() {
    county().proxy().calm();
    m_read = readFrom(logOf(county()), 0).size();
}

void Scenario::TearDown() {
    closeDesk();
    county().proxy().calm();
    EXPECT_EQ(county().leaksInLogs({"canary-"}), std::vector<std::string>{});
}

Told Scenario::act(const std::vector<std::string>& words) {
    if (m_desk == nullptr) {
        m_desk = std::make_unique<Desk>(nurse());
    }
    const auto answer = m_desk->act(words);
    Told told;
    told.exit = !answer.ended ? -1 : answer.done ? 0 : 1;
    for (const auto& line : answer.lines) {
        told.out += line + '\n';
    }
    told.err = readFrom(logOf(county()), m_read);
    m_read += told.err.size();
    return told;
}

std::vector<std::string> Scenario::noteWords(const std::string& words) {
    return nurse().noteWords(county().people("community_trust").front(), "canary-" + words);
}

std::string Scenario::note(const std::string& words) {
    auto spoken = noteWords(words);
    const auto told = act(spoken);
    EXPECT_TRUE(told.done()) << told.err;
    const auto at = told.out.find("\"record\":\"");
    return at == std::string::npos ? std::string{} : told.out.substr(at + 10, 32);
}

long long Scenario::atTrust(const std::string& words) {
    const auto dump = trust().dump("community_trust");
    return dump ? dump->countWhere([&](const demo::DumpedRecord& r) { return r.field("text") == "canary-" + words; })
                : -1;
}

bool Scenario::nothingWaits() {
    const auto told = act({"outbox"});
    return told.done() && told.out.empty();
}

void Scenario::goesOutOnce(const std::string& words) {
    county().proxy().calm();
    const auto told = sync();
    EXPECT_TRUE(told.done()) << told.err;
    EXPECT_EQ(atTrust(words), 1);
    EXPECT_TRUE(nothingWaits());
}

void Scenario::closeDesk() {
    if (m_desk != nullptr) {
        EXPECT_EQ(m_desk->close(), 0);
        m_desk.reset();
    }
}

void Scenario::printRow(const std::string& what, const Told& told) {
    std::printf("  %-48s %s\n", what.c_str(), told.done() ? "(done)" : told.sentence().c_str());
}

} // namespace frontsheet::blackbox
