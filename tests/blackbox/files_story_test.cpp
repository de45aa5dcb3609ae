// A photo from the room where it was taken to a colleague's tablet, over the real programs, TLS and encrypted stores: written without
// signal, killed on its way again and again, whole for who may read the note, nothing for who may not, and gone with the grant.
#include "app/device/device_session.h"
#include "core/attachments/file_cipher.h"
#include "core/domain/attachment_limits.h"
#include "sync/client/answer.h"
#include "sync/wire/files_codec.h"
#include "sync/wire/pack.h"
#include "sync/wire/wire_limits.h"
#include "tests/blackbox/county.h"
#include "tests/core/store/decrypted_file.h"
#include "tests/core/temporary_folder.h"

#include <gtest/gtest.h>

#include <csignal>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <random>

namespace frontsheet::blackbox {
namespace {

namespace fs = std::filesystem;
using attachment_limits::kChunkBytes;

constexpr const char* kCanary = "canary-left-heel-as-the-lens-saw-it";
constexpr const char* kPlace = "canary-51.5007N-0.1246W";
constexpr std::size_t kPhotoBytes = 6'000'000;
const AgencyId kTrust{"community_trust"};

Bytes segment(char marker, const Bytes& payload) {
    const auto length = payload.size() + 2;
    return Bytes{'\xFF', marker} + Bytes{static_cast<char>(length >> 8), static_cast<char>(length & 0xFF)} + payload;
}

// A JPEG as a camera writes it: where it was taken, and points that hold a mark in every chunk.
Bytes photo() {
    std::mt19937_64 chance{20261121};
    Bytes points;
    while (points.size() < kPhotoBytes) {
        if (points.size() % 65'536 < 8) {
            points += kCanary;
        }
        const auto draw = chance();
        for (unsigned at = 0; at < 8; ++at) {
            const auto byte = static_cast<char>(draw >> (8 * at));
            points += byte == '\xFF' ? '\x7F' : byte;
        }
    }
    return Bytes{"\xFF\xD8", 2} + segment('\xE1', Bytes{"http://ns.adobe.com/xap/1.0/"} + kPlace) +
           segment('\xDB', Bytes(65, '\x10')) + segment('\xC0', Bytes{"\x08\x01\x40\x02\x80\x01\x01\x11\x00", 9}) +
           segment('\xDA', Bytes{"\x01\x01\x00\x00\x3F\x00", 6}) + points + Bytes{"\xFF\xD9", 2};
}

Bytes read(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void write(const fs::path& file, const Bytes& bytes) {
    std::ofstream(file, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

// What a run said of files, of the last line that did.
long long said(const Told& told, const char* key) {
    long long last = 0;
    std::istringstream lines(told.out);
    for (std::string line; std::getline(lines, line);) {
        const auto json = nlohmann::json::parse(line, nullptr, false);
        if (json.is_object() && json.contains("files") && json.contains(key)) {
            last = json[key].get<long long>();
        }
    }
    return last;
}

std::vector<std::string> holding(const fs::path& folder, const Bytes& words) {
    std::vector<std::string> found;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file() && read(entry.path()).find(words) != Bytes::npos) {
            found.push_back(entry.path().string());
        }
    }
    return found;
}

class FilesStory : public ::testing::Test {
protected:
    FilesStory()
        : m_county({m_folder.path() / "county",
                    fs::path{FRONTSHEET_PROGRAMS},
                    5,
                    {"nurse", "second-nurse", "hospice-nurse", "assessor"}}) {
        std::signal(SIGPIPE, SIG_IGN);
        write(m_source, photo());
    }
    Told act(const std::string& who, std::vector<std::string> words,
             const std::map<std::string, std::string>& environment = {}) {
        return m_county.act(m_county.device(who), std::move(words), environment);
    }
    void must(const std::string& who, std::vector<std::string> words) {
        const auto what = words.front();
        const auto told = act(who, std::move(words));
        ASSERT_TRUE(told.done()) << who << " " << what << ": " << told.err;
    }
    Told sync(const std::string& who, const std::map<std::string, std::string>& environment = {}) {
        return act(who, {"sync", "--server", "community_trust"}, environment);
    }
    [[nodiscard]] std::string person() const { return m_county.people("community_trust").front(); }
    void objects(const std::string& receiver) {
        const auto words = m_county.device("nurse").textFile("Not them.");
        must("nurse", {"object", "--person", person(), "--how", "face-to-face", "--words-file", words.string(),
                       "--receiver", receiver});
        must("nurse", {"sync", "--server", "community_trust"});
    }
    // A signed note with the photo on it, as a nurse without signal leaves it.
    void writeNote() {
        auto words = m_county.device("nurse").noteWords(person(), "Left heel, dressing changed");
        const auto spoken = words;
        words.back() = "--draft";
        const auto draft = act("nurse", words);
        ASSERT_TRUE(draft.done()) << draft.err;
        m_note = draft.out.substr(draft.out.find("\"record\":\"") + 10, 32);
        const auto added =
            act("nurse", {"attach", "--record", m_note, "--file", m_source.string(), "--description", "Left heel"});
        ASSERT_TRUE(added.done()) << added.err;
        m_address = nlohmann::json::parse(added.out)["address"].get<std::string>();
        auto sign = spoken;
        sign.insert(sign.end(), {"--draft-id", m_note});
        const auto signedNote = act("nurse", sign);
        ASSERT_TRUE(signedNote.done()) << signedNote.err;
    }
    [[nodiscard]] fs::path atHome(const char* ending = "") const {
        return m_county.root() / "server-community_trust/agencies/community_trust/files" /
               (m_note + "." + m_address + ending);
    }
    // Whole chunks on the server's disk.
    [[nodiscard]] long long have() const {
        const auto file = fs::exists(atHome()) ? atHome() : atHome(".part");
        return fs::exists(file)
                   ? static_cast<long long>((fs::file_size(file) + kChunkBytes) / (kChunkBytes + kSealBytes))
                   : 0;
    }
    [[nodiscard]] long long chunks() const {
        return static_cast<long long>((fs::file_size(m_source) + kChunkBytes - 1) / kChunkBytes);
    }
    // What their own device, asked by hand, is answered.
    ErrorCode asks(const std::string& who, const std::string& record, const std::string& address, const char* verb) {
        const auto session =
            device::DeviceSession::open(m_county.device(who).profile(), "correct horse battery staple");
        EXPECT_TRUE(session);
        const auto transport = session.value()->transport();
        EXPECT_TRUE(transport);
        const auto id = RecordId::fromHex(record).value();
        const auto file = FileAddress::fromHex(address).value();
        const auto body = std::string{verb} == "files/get"
                              ? wire::encode(wire::FileAsk{kTrust, id, file, 0, wire::kMaxChunksPerReply})
                              : wire::encode(wire::FilePart{kTrust, id, file, 0, {}});
        const auto answer = ReadAnswer::of(
            transport.value()->post(kTrust, verb, wire::pack(body), wire::kMaxFileChunks), wire::kMaxFileChunks);
        return answer.isMessage() ? ErrorCode::Internal : answer.refused().error.code;
    }
    [[nodiscard]] fs::path storeOf(const std::string& who) const { return m_county.device(who).profile() / "store"; }

    test::TemporaryFolder m_folder;
    fs::path m_source = fs::path{m_folder.path()} / "IMG_20260915.jpg";
    County m_county;
    std::string m_note;
    std::string m_address;
};

TEST_F(FilesStory, APhotoTakenWithoutSignalArrivesWholeForWhoMaySeeItAndGoesWithTheGrant) {
    objects("hospice_trust");
    m_county.server("community_trust").kill();
    writeNote();
    ASSERT_FALSE(HasFatalFailure());
    EXPECT_EQ(sync("nurse").exit, 3) << "no answer, and nothing is lost";
    m_county.serve("community_trust");

    // SIGKILL after so many answers; the first is to the question how far it got.
    long long there = 0;
    for (const int answers : {1, 4, 2, 7, 3}) {
        const auto told = sync("nurse", {{"FRONTSHEET_CRASH_AT", "sync.files.after-chunk:" + std::to_string(answers)}});
        EXPECT_EQ(told.exit, -1) << "it was to be killed";
        EXPECT_EQ(have(), there + answers - 1) << "every chunk that was sent is there, and none was sent twice";
        there = have();
        EXPECT_FALSE(fs::exists(atHome())) << "half of it is not the photo";
    }
    EXPECT_EQ(act("second-nurse", {"sync", "--server", "community_trust"}).exit, 0);
    EXPECT_EQ(said(act("second-nurse", {"sync", "--server", "community_trust"}), "files_waiting"), 1)
        << "the note is there before its photo";

    // The server dies with a chunk on its disk and the answer unsaid.
    m_county.server("community_trust").kill();
    m_county.serve("community_trust", {{"FRONTSHEET_CRASH_AT", "files.append.after-sync:3"}});
    const auto cut = sync("nurse");
    EXPECT_NE(cut.exit, 0);
    (void)m_county.server("community_trust").waitUntilDead(std::chrono::minutes{1});
    EXPECT_EQ(said(cut, "parts_sent"), 2);
    EXPECT_EQ(have(), there + 3);
    there = have();
    m_county.serve("community_trust");

    // From outside, whatever it does then.
    auto command = m_county.device("nurse").command({"sync", "--server", "community_trust"});
    auto running = demo::ChildProcess::start(command);
    ASSERT_TRUE(running);
    while (running->running() && have() < there + 2) {
        running->pause(std::chrono::microseconds{500});
    }
    running->send(SIGKILL);
    (void)running->wait(std::chrono::minutes{1});
    EXPECT_GE(have(), there + 2);
    there = have();

    const auto last = sync("nurse");
    EXPECT_TRUE(last.done()) << last.err;
    EXPECT_EQ(said(last, "parts_sent"), chunks() - there) << "what was there is not sent again";
    EXPECT_EQ(said(sync("nurse"), "parts_sent"), 0);
    EXPECT_TRUE(fs::exists(atHome()));

    // A colleague, killed on the way as well, and the partner whom the person let see it.
    EXPECT_EQ(sync("second-nurse", {{"FRONTSHEET_CRASH_AT", "sync.files.after-chunk:9"}}).exit, -1);
    const auto colleague = sync("second-nurse");
    EXPECT_TRUE(colleague.done()) << colleague.err;
    EXPECT_EQ(said(colleague, "parts_taken"), chunks() - 9) << "what was there is not fetched again";
    const auto partner = sync("assessor");
    EXPECT_TRUE(partner.done()) << partner.err;
    const Bytes taken = read(m_source);
    const auto outside = fs::path{m_folder.path()} / "fetched";
    for (const char* who : {"second-nurse", "assessor"}) {
        must(who, {"fetch", "--record", m_note, "--address", m_address, "--out", outside.string()});
        const Bytes came = read(outside);
        EXPECT_TRUE(came.find(kPlace) == Bytes::npos) << "where it was taken stayed with whoever took it";
        EXPECT_TRUE(taken.ends_with(came.substr(came.find(Bytes{"\xFF\xDB", 2})))) << who << ": it is the same picture";
        EXPECT_GT(came.size(), kPhotoBytes);
        fs::remove(outside);
    }

    // Whom the person did not let see it: no word of it, and no chunk for a guess.
    EXPECT_TRUE(act("hospice-nurse", {"sync"}).done());
    EXPECT_EQ(said(sync("hospice-nurse"), "parts_taken"), 0);
    for (const char* verb : {"files/get", "files/put"}) {
        EXPECT_EQ(asks("hospice-nurse", m_note, m_address, verb), ErrorCode::NotFound) << verb;
        EXPECT_EQ(asks("hospice-nurse", std::string(32, 'a'), std::string(64, 'b'), verb), ErrorCode::NotFound) << verb;
    }
    EXPECT_EQ(asks("assessor", m_note, m_address, "files/put"), ErrorCode::NotFound)
        << "nor does anybody else bring it";
    EXPECT_EQ(asks("assessor", m_note, m_address, "files/get"), ErrorCode::Internal) << "chunks, while it may";

    // The grant is lost: the key, every chunk and the record go.
    const auto attachments = [&](const char* who) { return act(who, {"attachments", "--record", m_note}); };
    ASSERT_TRUE(attachments("assessor").done());
    const Bytes sealed = read(atHome());
    ASSERT_EQ(holding(storeOf("assessor"), sealed.substr(0, 64)).size(), 1U);
    ASSERT_FALSE(
        test::placesWith(storeOf("assessor").parent_path(), "correct horse battery staple", m_address).empty());
    objects("council");
    EXPECT_TRUE(act("assessor", {"sync"}).done());
    EXPECT_FALSE(attachments("assessor").done());
    EXPECT_FALSE(
        act("assessor", {"fetch", "--record", m_note, "--address", m_address, "--out", outside.string()}).done());
    EXPECT_EQ(asks("assessor", m_note, m_address, "files/get"), ErrorCode::NotFound);
    for (std::size_t at = 0; at < sealed.size(); at += kChunkBytes + kSealBytes) {
        EXPECT_TRUE(holding(storeOf("assessor"), sealed.substr(at, 64)).empty()) << "a sealed chunk from " << at;
    }
    EXPECT_TRUE(test::placesWith(storeOf("assessor").parent_path(), "correct horse battery staple", m_address).empty())
        << "the member that holds the key stands in some page";
    EXPECT_TRUE(attachments("second-nurse").done()) << "and it is still there for whom it is";

    // Entered in error: nobody is given it any more, and what a colleague had goes.
    ASSERT_EQ(holding(storeOf("second-nurse"), sealed.substr(0, 64)).size(), 1U);
    const auto why = m_county.device("nurse").textFile("Another person's heel.");
    must("nurse", {"in-error", "--note", m_note, "--reason-file", why.string()});
    EXPECT_TRUE(sync("nurse").done());
    EXPECT_TRUE(sync("second-nurse").done());
    EXPECT_EQ(asks("second-nurse", m_note, m_address, "files/get"), ErrorCode::NotFound);
    for (std::size_t at = 0; at < sealed.size(); at += kChunkBytes + kSealBytes) {
        EXPECT_TRUE(holding(storeOf("second-nurse"), sealed.substr(at, 64)).empty()) << "a sealed chunk from " << at;
    }
    EXPECT_TRUE(
        test::placesWith(storeOf("second-nurse").parent_path(), "correct horse battery staple", m_address).empty());

    // On no disk was any of it ever plain.
    EXPECT_EQ(holding(m_county.root(), kCanary), std::vector<std::string>{});
    EXPECT_EQ(holding(m_county.root(), kPlace), std::vector<std::string>{});
    EXPECT_FALSE(holding(m_folder.path(), kCanary).empty()) << "what is looked for can be found";
}

// Shut out with a photo half sent and another not at all, behind a line that lets no photo through: both reach their notes by hand.
TEST_F(FilesStory, WhatAShutOutDeviceCouldNotHandInIsBroughtByHandAndOpensNowhereElse) {
    const auto admin = [&](std::vector<std::string> words) {
        return m_county.admin("community_trust", std::move(words));
    };
    writeNote();
    ASSERT_FALSE(HasFatalFailure());
    EXPECT_EQ(sync("nurse", {{"FRONTSHEET_CRASH_AT", "sync.files.after-chunk:4"}}).exit, -1);
    const auto half = std::pair{m_note, m_address};
    EXPECT_EQ(have(), 3);
    writeNote();
    ASSERT_FALSE(HasFatalFailure());
    ASSERT_TRUE(admin({"revoke", "--agency", "community_trust", "--worker", "W012"}).done());
    m_county.proxy().weather("open=1000 502=1000 only=files");
    EXPECT_EQ(sync("nurse").exit, 4) << "the profile is closed";
    m_county.proxy().calm();
    const auto profile = m_county.device("nurse").profile();
    EXPECT_FALSE(fs::exists(profile / "store"));
    const auto aside = profile / "unsent.files";
    ASSERT_TRUE(fs::exists(aside / (half.first + "." + half.second)));
    ASSERT_TRUE(fs::exists(aside / (m_note + "." + m_address)));
    EXPECT_NE(read(profile / "profile.closed").find("files 2\nfiles-lost 0\n"), Bytes::npos);
    EXPECT_EQ(holding(profile, kCanary), std::vector<std::string>{});
    EXPECT_EQ(holding(profile, "Left heel"), std::vector<std::string>{});

    const auto brought = admin({"rescue", "files", "--agency", "community_trust", "--from", aside.string()});
    EXPECT_NE(brought.out.find("2 photos and documents taken"), std::string::npos) << brought.out << brought.err;
    EXPECT_NE(admin({"rescue", "files", "--agency", "community_trust", "--from", aside.string()})
                  .out.find("2 were here before"),
              std::string::npos);
    EXPECT_NE(m_county.admin("council", {"rescue", "files", "--agency", "council", "--from", aside.string()})
                  .out.find("2 belong to no record of this agency's"),
              std::string::npos);
    const auto list = admin({"held", "list", "--agency", "community_trust", "--json"});
    const auto number = nlohmann::json::parse(list.out.substr(0, list.out.find('\n'))).value("held", 0LL);
    ASSERT_GT(number, 0) << list.out;
    for (int times = 0; times < 8 && admin({"held", "accept", "--agency", "community_trust", "--number",
                                            std::to_string(number), "--by", "W013"})
                                         .done();
         ++times) {
    }
    EXPECT_TRUE(sync("second-nurse").done());
    const auto outside = fs::path{m_folder.path()} / "fetched";
    for (const auto& [note, address] : {half, std::pair{m_note, m_address}}) {
        must("second-nurse", {"fetch", "--record", note, "--address", address, "--out", outside.string()});
        EXPECT_GT(fs::file_size(outside), kPhotoBytes);
        fs::remove(outside);
    }
}

} // namespace
} // namespace frontsheet::blackbox
