// What a wiped device sealed, at its agency: two people open it, each intent goes to the late inbox once, and nothing of another
// agency's leaves.
#include "app/agency_server/rescue/rescue_keys.h"
#include "core/domain/schema/contact_note.h"
#include "core/rescue/rescue_file.h"
#include "sync/wire/body_codec.h"
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

TEST_F(RescueVerbs, ADeviceIsGivenTheKeyWhenItEnrols) { EXPECT_EQ(m_assessor.rescueKey, key().raw()); }

} // namespace
} // namespace frontsheet::test
