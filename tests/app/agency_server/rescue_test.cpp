// What a wiped device sealed, at its agency: two people open it, each intent goes to the late inbox once, and nothing of another
// agency's leaves.
#include "app/agency_server/rescue/rescue_keys.h"
#include "core/domain/schema/contact_note.h"
#include "core/rescue/rescue_file.h"
#include "sync/client/answer.h"
#include "sync/wire/body_codec.h"
#include "sync/wire/pack.h"
#include "sync/wire/sync_codec.h"
#include "tests/app/agency_server/agency_process.h"

#include <gmock/gmock.h>

#include <fstream>

namespace frontsheet::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class RescueVerbs : public AgencyProcessTest {
protected:
    Enrolled m_assessor;

    void SetUp() override {
        AgencyProcessTest::SetUp();
        write("first", "a long first passphrase\n");
        write("second", "a long second passphrase\n");
        write("third", "a long third passphrase\n");
        write("fourth", "a long fourth passphrase\n");
        const auto made = runAgency(words("key"));
        ASSERT_EQ(made.code, 0) << made.err;
        ServingProcess server(folder);
        ASSERT_TRUE(server.listens());
        auto enrolled = enrol(server, "council", "W001");
        ASSERT_TRUE(enrolled) << describe(enrolled.error());
        m_assessor = *enrolled;
        server.signal(SIGTERM);
        (void)server.wait();
    }

    [[nodiscard]] std::string path(const std::string& name) const { return (temporary.path() / name).string(); }
    void write(const std::string& name, const std::string& bytes) {
        std::ofstream(path(name), std::ios::binary) << bytes;
    }
    [[nodiscard]] std::vector<std::string> words(const std::string& verb, std::vector<std::string> more = {},
                                                 const std::string& second = "second", const std::string& by = "Ann",
                                                 const std::string& with = "Bea") const {
        std::vector<std::string> out{"rescue",
                                     verb,
                                     folder.string(),
                                     "--agency",
                                     "council",
                                     "--by",
                                     by,
                                     "--and",
                                     with,
                                     "--first-passphrase-file",
                                     path("first"),
                                     "--second-passphrase-file",
                                     path(second)};
        out.insert(out.end(), more.begin(), more.end());
        return out;
    }
    // The key in place of the one there is, by those who know `first` and `second`, for those who know the other two.
    [[nodiscard]] Finished replace(const std::string& first, const std::string& second, const std::string& newFirst,
                                   const std::string& newSecond,
                                   const std::map<std::string, std::string>& environment = {}) const {
        return runAgency({"rescue", "key", "--replace", folder.string(), "--agency", "council", "--by", "Ann", "--and",
                          "Bea", "--first-passphrase-file", path(first), "--second-passphrase-file", path(second),
                          "--new-first-passphrase-file", path(newFirst), "--new-second-passphrase-file",
                          path(newSecond)},
                         environment);
    }
    [[nodiscard]] Finished openAs(const std::string& file, const std::string& first, const std::string& second) const {
        return runAgency({"rescue", "open", folder.string(), "--agency", "council", "--file", path(file), "--by", "Ann",
                          "--and", "Bea", "--first-passphrase-file", path(first), "--second-passphrase-file",
                          path(second)});
    }
    // One exchange with nothing to say, from a device that keeps the key with that mark.
    [[nodiscard]] Bytes keyToldTo(Transport& transport, const AgencyId& agency, std::uint64_t mark) {
        wire::SyncRequest request;
        request.agency = agency;
        request.rescueMark = mark;
        auto read =
            ReadAnswer::of(transport.post(agency, "sync", wire::pack(wire::encode(request)), wire::kMaxPackedReply),
                           wire::kMaxUnpackedReply);
        EXPECT_TRUE(read.isMessage());
        auto reply = read.isMessage() ? wire::decodeSyncReply(read.message(), agency)
                                      : Result<wire::SyncReply>{ErrorCode::Internal, ""};
        EXPECT_TRUE(reply);
        return reply ? reply->rescueKey : Bytes{};
    }
    [[nodiscard]] Finished open(const std::string& file, const std::string& second = "second",
                                const std::string& by = "Ann", const std::string& with = "Bea") const {
        return runAgency(words("open", {"--file", path(file)}, second, by, with));
    }
    [[nodiscard]] std::string held() const {
        return runAgency({"held", "list", folder.string(), "--agency", "council", "--json"}).out;
    }
    [[nodiscard]] RescuePublicKey key() const {
        return RescueKeys(folder / "agencies" / "council").publicKey().value();
    }
    [[nodiscard]] RescueContents contents() {
        RescueContents out{m_assessor.principal, clock.now(), {}};
        Intent own = note(m_assessor, "the stairs are steep");
        Intent partners = note(m_assessor, "she asked for the trust's nurse");
        partners.home = AgencyId{"trust"};
        out.intents = {{clock.now(), own}, {clock.now(), partners}};
        return out;
    }
    wire::WireBodyCodec m_codec;
};

TEST_F(RescueVerbs, TwoPeopleOpenAFileAndItsWorkIsHeldOnce) {
    write("unsent.rescue", rescue_file::sealed(contents(), key(), m_codec).value());
    const auto opened = open("unsent.rescue");
    ASSERT_EQ(opened.code, 0) << opened.err;
    EXPECT_THAT(opened.out, HasSubstr("2 in the late inbox"));
    EXPECT_THAT(opened.out, HasSubstr("1 are about other agencies' records"));
    const auto inbox = held();
    EXPECT_THAT(inbox, HasSubstr("the stairs are steep"));
    EXPECT_THAT(inbox, HasSubstr("she asked for the trust's nurse"));
    EXPECT_THAT(inbox, HasSubstr("ProfileClosed"));

    const auto again = open("unsent.rescue");
    EXPECT_EQ(again.code, 0);
    EXPECT_THAT(again.out, HasSubstr("0 in the late inbox"));
    EXPECT_THAT(again.out, HasSubstr("2 had come before"));
    EXPECT_EQ(held(), inbox) << "nothing is doubled";
    const auto log = runAgency({"rescue", "list", folder.string(), "--agency", "council"}).out;
    EXPECT_THAT(log, HasSubstr("opened by Ann and Bea"));
    EXPECT_THAT(log, HasSubstr("2 held, 0 known before"));
    EXPECT_THAT(log, HasSubstr("0 held, 2 known before"));

    const auto passedOn =
        runAgency({"held", "accept", folder.string(), "--agency", "council", "--number", "2", "--by", "W001"});
    EXPECT_EQ(passedOn.code, 1) << "another agency's: it is not put into any record here";
    EXPECT_THAT(passedOn.err, HasSubstr("WrongTenant"));
}

TEST_F(RescueVerbs, OnePersonAloneOpensNothing) {
    write("unsent.rescue", rescue_file::sealed(contents(), key(), m_codec).value());
    EXPECT_EQ(open("unsent.rescue", "first").code, 1) << "the first passphrase twice";
    EXPECT_EQ(open("unsent.rescue", "second", "Ann", "Ann").code, 2) << "the same name twice";
    write("wrong", "guess\n");
    const auto guessed = open("unsent.rescue", "wrong");
    EXPECT_EQ(guessed.code, 1);
    EXPECT_THAT(guessed.err, HasSubstr("WrongPassphrase"));
    EXPECT_THAT(held(), Not(HasSubstr("stairs")));
    const auto twice = runAgency(words("key"));
    EXPECT_EQ(twice.code, 1);
    EXPECT_THAT(twice.err, HasSubstr("Duplicate")) << "a second key would lose what was sealed to the first";
}

TEST_F(RescueVerbs, DamagedCutOffAndForeignFilesAreToldApart) {
    const Bytes whole = rescue_file::sealed(contents(), key(), m_codec).value();
    Bytes damaged = whole;
    damaged[whole.size() / 2] = static_cast<char>(damaged[whole.size() / 2] ^ 1);
    write("damaged", damaged);
    write("cut", whole.substr(0, whole.size() - 40));
    write("foreign", rescue_file::sealed(contents(), RescueSecret::random().publicKey(), m_codec).value());
    write("notes", "just a text file");
    auto unknown = contents();
    unknown.author.device = ids.random<DeviceId>();
    write("unknown", rescue_file::sealed(unknown, key(), m_codec).value());
    const std::pair<const char*, const char*> expected[] = {{"damaged", "damaged rescue file"},
                                                            {"cut", "Truncated"},
                                                            {"foreign", "sealed to another agency's key"},
                                                            {"notes", "not a rescue file"},
                                                            {"unknown", "no device of this agency's sealed it"},
                                                            {"missing", "NotFound"}};
    for (const auto& [file, words] : expected) {
        const auto opened = open(file);
        EXPECT_EQ(opened.code, 1) << file;
        EXPECT_THAT(opened.err, HasSubstr(words)) << file;
    }
    EXPECT_THAT(held(), Not(HasSubstr("stairs")));
}

TEST_F(RescueVerbs, WhatWasSealedToAnEarlierKeyOpensWithThePresentPeoplesPassphrases) {
    const auto oldest = key();
    write("oldest", rescue_file::sealed(contents(), oldest, m_codec).value());
    const auto once = replace("first", "second", "third", "fourth");
    ASSERT_EQ(once.code, 0) << once.err;
    const auto middle = key();
    EXPECT_NE(middle, oldest);
    write("middle", rescue_file::sealed(contents(), middle, m_codec).value());
    ASSERT_EQ(replace("third", "fourth", "fourth", "first").code, 0);
    write("newest", rescue_file::sealed(contents(), key(), m_codec).value());
    for (const auto* file : {"oldest", "middle", "newest"}) {
        const auto opened = openAs(file, "fourth", "first");
        EXPECT_EQ(opened.code, 0) << file << ": " << opened.err;
    }
    EXPECT_THAT(openAs("oldest", "first", "second").err, HasSubstr("WrongPassphrase"));
    EXPECT_THAT(openAs("middle", "third", "fourth").err, HasSubstr("WrongPassphrase"));
    std::size_t halves = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder / "agencies" / "council")) {
        const auto name = entry.path().filename().string();
        halves += name.starts_with("rescue-") && name.ends_with(".key") ? 1 : 0;
    }
    EXPECT_EQ(halves, 2U) << "those of before are gone";
    EXPECT_THAT(held(), HasSubstr("the stairs are steep"));
    const auto log = runAgency({"rescue", "list", folder.string(), "--agency", "council"}).out;
    EXPECT_THAT(log, HasSubstr("devices seal to " + detail::toHex(key().bytes)));
    EXPECT_THAT(log, HasSubstr("2 earlier keys are kept under it"));
    EXPECT_THAT(log, HasSubstr("key replaced by Ann and Bea: devices seal to " + detail::toHex(middle.bytes)));
}

TEST_F(RescueVerbs, OnePersonOrAStrangerReplacesNoKey) {
    const auto before = key();
    EXPECT_EQ(replace("first", "first", "third", "fourth").code, 1) << "one of the two alone";
    EXPECT_EQ(replace("third", "fourth", "third", "fourth").code, 1) << "a stranger";
    EXPECT_EQ(replace("first", "second", "third", "third").code, 2) << "for one person";
    EXPECT_EQ(key(), before);
    EXPECT_EQ(runAgency({"rescue", "open", folder.string(), "--agency", "council", "--replace"}).code, 2);
    EXPECT_EQ(runAgency(words("key", {"--lost"})).code, 2);
}

TEST_F(RescueVerbs, ALostKeyIsReplacedAndOpensWhatItSealedOnceItIsFound) {
    write("before", rescue_file::sealed(contents(), key(), m_codec).value());
    const auto lost = runAgency({"rescue", "key", "--replace", "--lost", folder.string(), "--agency", "council", "--by",
                                 "Ann", "--and", "Bea", "--new-first-passphrase-file", path("third"),
                                 "--new-second-passphrase-file", path("fourth")});
    ASSERT_EQ(lost.code, 0) << lost.err;
    EXPECT_THAT(lost.out, HasSubstr("stays sealed"));
    write("after", rescue_file::sealed(contents(), key(), m_codec).value());
    EXPECT_EQ(openAs("after", "third", "fourth").code, 0);
    EXPECT_THAT(openAs("before", "third", "fourth").err, HasSubstr("WrongPassphrase"));
    EXPECT_EQ(openAs("before", "first", "second").code, 0) << "the passphrases were found again";
}

TEST_F(RescueVerbs, KilledWhileTheKeyIsReplacedTheOneOrTheOtherOpensEverything) {
    const auto before = key();
    write("sealed", rescue_file::sealed(contents(), before, m_codec).value());
    const auto killedAt = [&](const char* point) {
        return replace("first", "second", "third", "fourth", {{"FRONTSHEET_CRASH_AT", point}}).signal;
    };
    EXPECT_EQ(killedAt("rescue.replace.before-use"), SIGKILL);
    EXPECT_EQ(key(), before);
    EXPECT_EQ(openAs("sealed", "first", "second").code, 0);
    EXPECT_EQ(killedAt("rescue.replace.after-use"), SIGKILL);
    EXPECT_NE(key(), before);
    EXPECT_EQ(openAs("sealed", "third", "fourth").code, 0);
    ASSERT_EQ(replace("third", "fourth", "second", "first").code, 0) << "and it goes on from there";
    EXPECT_EQ(openAs("sealed", "second", "first").code, 0);
    EXPECT_THAT(openAs("sealed", "first", "second").err, HasSubstr("WrongPassphrase")) << "what was left lying is gone";
}

TEST_F(RescueVerbs, DevicesAreToldOfANewKeyAtTheirNextExchangeAndPartnersDevicesOfNone) {
    ServingProcess server(folder);
    ASSERT_TRUE(server.listens());
    const AgencyId council{"council"};
    const auto line = transport(server, m_assessor.identity);
    EXPECT_EQ(keyToldTo(*line, council, key().markNumber()), Bytes{}) << "it has that one";
    EXPECT_EQ(keyToldTo(*line, council, 0), key().raw()) << "enrolled before there was one";
    const auto before = key();
    ASSERT_EQ(replace("first", "second", "third", "fourth").code, 0);
    EXPECT_NE(key(), before);
    EXPECT_EQ(keyToldTo(*line, council, before.markNumber()), key().raw());
    const auto nurse = enrol(server, "carers_centre", "W030");
    ASSERT_TRUE(nurse) << describe(nurse.error());
    const auto theirs = transport(server, nurse->identity);
    EXPECT_EQ(keyToldTo(*theirs, council, 0), Bytes{}) << "what they cannot hand in is for their own agency alone";
}

TEST_F(RescueVerbs, ADeviceIsGivenTheKeyWhenItEnrols) { EXPECT_EQ(m_assessor.rescueKey, key().raw()); }

} // namespace
} // namespace frontsheet::test
