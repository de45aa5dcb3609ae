#include "app/agency_server/arguments.h"
#include "app/agency_server/care_team/care_team_rules.h"
#include "app/agency_server/files.h"
#include "app/agency_server/identity/certificate_authority.h"
#include "app/agency_server/partnership_file.h"
#include "core/base/settings_text.h"
#include "core/domain/schema/directory.h"
#include "tests/core/temporary_folder.h"

#include <gtest/gtest.h>

namespace frontsheet::test {

TEST(SettingsText, ReadsWhatItWrites) {
    const std::vector<SettingsSection> sections{{"", {{"index", "council"}}},
                                                {"council", {{"name", "Town = Council"}}}};
    const auto read = parseSettings(writeSettings(sections));
    ASSERT_TRUE(read);
    ASSERT_EQ(read->size(), 2U);
    EXPECT_EQ((*read)[1].value("name"), "Town = Council");
    EXPECT_EQ((*read)[0].value("nothing"), "");
}

TEST(SettingsText, SaysWhichLineIsWrong) {
    for (const char* text :
         {"a = 1\nnonsense\n", "a = 1\na = 2\n", "a = 1\n[open\n", "a = 1\n= 2\n", "[x]\n[x]\n", "[x]\n[]\n"}) {
        const auto read = parseSettings(text);
        ASSERT_FALSE(read) << text;
        EXPECT_EQ(read.error().code, ErrorCode::Malformed);
        EXPECT_EQ(read.error().context, "line 2") << text;
    }
    EXPECT_EQ(parseSettings("\xff").error().code, ErrorCode::NotText);
    EXPECT_EQ(parseSettings(std::string(2'000'000, '#')).error().code, ErrorCode::TooLarge);
    EXPECT_TRUE(parseSettings("# a remark\r\n\r\n  x =  1  \r\n"));
}

class PartnershipFile : public ::testing::Test {
public:
    std::string agency(const std::string& code, const std::string& more = "") {
        const auto authority = CertificateAuthority::make(AgencyId{code}, clock.now(), ids);
        EXPECT_TRUE(writeFile(folder.path() / (code + "-ca.pem"), authority->certificate().pem(), Readable::ByAll));
        return "[" + code + "]\nname = " + code + "\nkind = council\nurl = https://" + code +
               ".example:8443\nca = " + code + "-ca.pem\n" + more;
    }
    Result<Partnership> read(const std::string& text) {
        EXPECT_TRUE(writeFile(folder.path() / "partnership.conf", text, Readable::ByAll));
        return readPartnership(folder.path() / "partnership.conf");
    }
    TemporaryFolder folder;
    SystemClock clock;
    SystemIdSource ids;
};

TEST_F(PartnershipFile, TellsDevicesTheHostsCertificateAuthority) {
    const auto partnership = read(agency("council") + agency("centre", "hosted_by = council\n"));
    ASSERT_TRUE(partnership) << describe(partnership.error());
    const auto addresses = partnership->addresses();
    ASSERT_EQ(addresses.size(), 2U);
    EXPECT_EQ(addresses[0].agency.str(), "centre");
    EXPECT_EQ(addresses[0].hostedBy.str(), "council");
    EXPECT_EQ(addresses[0].serverCa, addresses[1].serverCa);
    EXPECT_NE(partnership->find(AgencyId{"centre"})->caPem, addresses[0].serverCa); // its own signs its devices

    ASSERT_TRUE(writePartnership(*partnership, folder.path() / "copy.conf"));
    const auto copy = readPartnership(folder.path() / "copy.conf");
    ASSERT_TRUE(copy);
    EXPECT_EQ(copy->addresses(), addresses);
}

TEST_F(PartnershipFile, AnAgencySetsTheDaysOnWhichItsPlacementsAreLookedAt) {
    const auto partnership = read(agency("council", "review_days = 28, 91,182\n"));
    ASSERT_TRUE(partnership) << describe(partnership.error());
    const auto record = directoryRecordOf(*partnership->find(AgencyId{"council"}));
    EXPECT_EQ(record.fields.get(agency::kReviewDays), "28, 91,182");
    ASSERT_TRUE(writePartnership(*partnership, folder.path() / "copy.conf"));
    EXPECT_EQ(readPartnership(folder.path() / "copy.conf")->find(AgencyId{"council"})->reviewDays, "28, 91,182");
    for (const char* wrong : {"six weeks", "42,,91", "42,42", "0,91", "a,b,c,d", "42;91"}) {
        EXPECT_FALSE(read(agency("council", std::string{"review_days = "} + wrong + "\n"))) << wrong;
    }
}

TEST_F(PartnershipFile, RefusesWhatWouldOnlyFailLater) {
    EXPECT_FALSE(read(agency("council", "colour = blue\n")));
    EXPECT_FALSE(read(agency("council", "initials = ABC\n")));
    EXPECT_FALSE(read("index = nobody\n" + agency("council")));
    EXPECT_FALSE(read(agency("council", "short_name = more than twenty characters\n")));
    EXPECT_FALSE(read("[council]\nname = C\nkind = council\nurl = http://plain.example\nca = council-ca.pem\n"));
    EXPECT_FALSE(read("[council]\nname = C\nkind = castle\nurl = https://c.example\nca = council-ca.pem\n"));
    EXPECT_EQ(read("[council]\nname = C\nkind = council\nurl = https://c.example\nca = missing.pem\n").error().code,
              ErrorCode::NotFound);
}

TEST(CareTeamRules, SayWhatIsWrongWithThem) {
    EXPECT_TRUE(parseCareTeamRules(shippedCareTeamRules()));
    const std::string good = "[x]\nhome_kind = council\nworker_role = GP\nmatch = town in covers\n";
    EXPECT_TRUE(parseCareTeamRules(good));
    for (const char* more : {"when = nonsense is 1\n", "when = town\n", "colour = blue\n", "pick = some\n"}) {
        const auto read = parseCareTeamRules(good + more);
        ASSERT_FALSE(read) << more;
        EXPECT_NE(read.error().context.find("[x]"), std::string::npos);
    }
    EXPECT_FALSE(parseCareTeamRules("[x]\nhome_kind = council\nworker_role = GP\nmatch = moon in covers\n"));
    EXPECT_FALSE(parseCareTeamRules("[x]\nhome_kind = council\nworker_role = GP\n"));
    EXPECT_FALSE(parseCareTeamRules("home_kind = council\n"));
}

TEST(Arguments, UnknownAndMissingWordsAreErrors) {
    const ArgumentRules rules{{"agency", "port"}, {"host"}, 1};
    const auto good = Arguments::parse({"folder", "--agency", "council", "--port=8443", "--host"}, rules);
    ASSERT_TRUE(good);
    EXPECT_EQ(good->position(0), "folder");
    EXPECT_EQ(*good->value("agency"), "council");
    EXPECT_EQ(*good->number("port", 1, 65535), 8443U);
    EXPECT_TRUE(good->has("host"));
    EXPECT_FALSE(good->required("port2"));
    EXPECT_FALSE(Arguments::parse({"folder", "--agncy", "council"}, rules));
    EXPECT_FALSE(Arguments::parse({"folder", "--agency"}, rules));
    EXPECT_FALSE(Arguments::parse({}, rules));
    EXPECT_FALSE(Arguments::parse({"folder", "another"}, rules));
    EXPECT_FALSE(Arguments::parse({"folder", "--port", "70000"}, rules)->number("port", 1, 65535));
    EXPECT_FALSE(Arguments::parse({"folder", "--port", "8x"}, rules)->number("port", 1, 65535));
}

class Identity : public ::testing::Test {
public:
    SystemClock clock;
    SystemIdSource ids;
    Principal worker{AgencyId{"council"}, WorkerId{"W001"}, "gweithiwr cymdeithasol, Siân", ids.random<DeviceId>()};
};

TEST_F(Identity, ACertificateSaysWhoItIsAndWhoMadeIt) {
    const auto council = CertificateAuthority::make(AgencyId{"council"}, clock.now(), ids);
    const auto twin = CertificateAuthority::make(AgencyId{"council"}, clock.now(), ids); // the same code, another CA
    const auto key = PrivateKey::generate();
    const auto made = council->issueToDevice(*key->certificateRequest(), worker, clock.now(), ids);
    ASSERT_TRUE(made) << describe(made.error());
    const auto read = Certificate::fromPem(made->pem());
    ASSERT_TRUE(read);
    const auto subject = read->subject();
    ASSERT_TRUE(subject);
    EXPECT_EQ(subject->use, CertificateUse::Device);
    EXPECT_EQ(subject->principal, worker);
    EXPECT_TRUE(read->isIssuedBy(council->certificate()));
    EXPECT_FALSE(read->isIssuedBy(twin->certificate()));
    EXPECT_LT(read->notBefore(), clock.now());
    EXPECT_GT(read->notAfter(), clock.now() + std::chrono::hours{24 * 29});
    EXPECT_LT(read->notAfter(), clock.now() + std::chrono::hours{24 * 31});
    EXPECT_EQ(read->serial().size(), 16U);
}

TEST_F(Identity, AServersCertificateIsNoWorkers) {
    const auto council = CertificateAuthority::make(AgencyId{"council"}, clock.now(), ids);
    const auto key = PrivateKey::generate();
    const auto made = council->issueToServer(*key, AgencyId{"council"}, {"127.0.0.1", "fs.example"}, clock.now(), ids);
    ASSERT_TRUE(made);
    const auto subject = made->subject();
    ASSERT_TRUE(subject);
    EXPECT_EQ(subject->use, CertificateUse::AgencyServer);
    EXPECT_TRUE(subject->principal.worker.empty());
    EXPECT_FALSE(council->issueToServer(*key, AgencyId{"council"}, {"a,DNS:evil.example"}, clock.now(), ids));
    // Nor can a worker be enrolled as one.
    auto pretender = worker;
    pretender.role = "agency-server";
    EXPECT_FALSE(council->issueToDevice(*key->certificateRequest(), pretender, clock.now(), ids));
}

TEST_F(Identity, OnlyAProvenKeyGetsACertificate) {
    const auto council = CertificateAuthority::make(AgencyId{"council"}, clock.now(), ids);
    const auto key = PrivateKey::generate();
    auto request = *key->certificateRequest();
    EXPECT_EQ(council->issueToDevice("rubbish", worker, clock.now(), ids).error().code, ErrorCode::Malformed);
    EXPECT_FALSE(council->issueToDevice(request + "x", worker, clock.now(), ids));
    for (std::size_t i = 0; i < request.size(); i += 3) {
        auto damaged = request;
        damaged[i] = static_cast<char>(damaged[i] ^ 1);
        EXPECT_FALSE(council->issueToDevice(damaged, worker, clock.now(), ids)) << i;
    }
    auto wordy = worker;
    wordy.role = std::string(65, 'r');
    EXPECT_EQ(council->issueToDevice(request, wordy, clock.now(), ids).error().code, ErrorCode::InvalidArgument);
}

TEST_F(Identity, AKeyOpensWithItsPassphraseAlone) {
    const auto key = PrivateKey::generate();
    const auto pem = key->toPem("right");
    ASSERT_TRUE(pem);
    EXPECT_TRUE(PrivateKey::fromPem(*pem, "right"));
    EXPECT_EQ(PrivateKey::fromPem(*pem, "wrong").error().code, ErrorCode::WrongPassphrase);
    EXPECT_EQ(PrivateKey::fromPem("rubbish", "right").error().code, ErrorCode::KeyFileDamaged);
    const auto one = CertificateAuthority::make(AgencyId{"council"}, clock.now(), ids);
    const auto two = CertificateAuthority::make(AgencyId{"council"}, clock.now(), ids);
    EXPECT_FALSE(CertificateAuthority::load(one->certificate().pem(), *two->key().toPem("p"), "p"));
    EXPECT_TRUE(CertificateAuthority::load(one->certificate().pem(), *one->key().toPem("p"), "p"));
}

TEST(Files, AreWrittenWholeAndForTheirReaders) {
    const TemporaryFolder folder;
    const auto path = folder.path() / "secret";
    ASSERT_TRUE(writeFile(path, "one", Readable::ByOwner));
    ASSERT_TRUE(writeFile(path, "two", Readable::ByOwner));
    EXPECT_EQ(*readFile(path), "two");
    EXPECT_EQ(readFile(folder.path() / "nothing").error().code, ErrorCode::NotFound);
    EXPECT_EQ(readFile(path, 2).error().code, ErrorCode::TooLarge);
    EXPECT_FALSE(writeFile(folder.path() / "no" / "folder", "x", Readable::ByAll));
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator{folder.path()}, {}), 1); // nothing left beside it
}

} // namespace frontsheet::test
