#include "core/domain/schema/sharing_agreement.h"
#include "sync/server/enrolment.h"
#include "sync/server/limits.h"
#include "sync/server/one_time_code.h"
#include "sync/wire/body_codec.h"
#include "sync/wire/enrol_codec.h"
#include "sync/wire/pack.h"
#include "sync/wire/peer_codec.h"
#include "sync/wire/sync_codec.h"
#include "sync/wire/wire_limits.h"
#include "tests/sync/server/agency_world.h"

#include <set>

namespace frontsheet::test {

class Enrolling : public AgencyWorld {
public:
    void SetUp() override {
        AgencyWorld::SetUp();
        server->setPartnership({{AgencyId{"trust"}, "https://trust.example:8443", AgencyId{"trust"}, "a CA"}});
    }
    Result<wire::EnrolReply> enrol(const std::string& code, const DeviceId& device, const Caller& caller = {},
                                   const Bytes& request = "request", const char* agency = "trust") {
        const Bytes body = wire::pack(wire::encode(wire::EnrolRequest{code, request, device}));
        const auto response = server->handle({AgencyId{agency}, Verb::Enrol, caller, body});
        FS_ASSIGN(const auto bytes, wire::unpack(response.body, wire::kMaxEnrolBytes));
        if (response.status != 200) {
            FS_ASSIGN(const auto refusal, wire::decodeRefusal(bytes));
            return {refusal.code, "refused"};
        }
        return wire::decodeEnrolReply(bytes);
    }
    std::string invited(const char* worker = "W012") {
        auto made = invite(*server->ledgerOf(AgencyId{"trust"}), WorkerId{worker}, "community nurse", ids, clock.now());
        EXPECT_TRUE(made);
        return made->code;
    }
    ErrorCode errorOf(const Result<wire::EnrolReply>& reply) {
        EXPECT_FALSE(reply);
        return reply ? ErrorCode::Internal : reply.error().code;
    }
};

TEST_F(Enrolling, ACodeMakesOneDeviceOfTheInvitedWorkers) {
    const auto code = invited();
    const auto tablet = ids.random<DeviceId>();
    const auto reply = enrol(code, tablet);
    ASSERT_TRUE(reply) << describe(reply.error());
    EXPECT_EQ(reply->worker.str(), "W012");
    EXPECT_EQ(reply->role, "community nurse");
    EXPECT_EQ(reply->agency.str(), "trust");
    ASSERT_EQ(reply->partnership.size(), 1U);
    EXPECT_EQ(reply->partnership[0].url, "https://trust.example:8443");
    EXPECT_EQ(errorOf(enrol(code, ids.random<DeviceId>())), ErrorCode::EnrolmentRefused);
    // The same device asks again when the reply was lost.
    EXPECT_TRUE(enrol(code, tablet));
    auto reads = server->ledgerOf(AgencyId{"trust"})->read();
    EXPECT_EQ((*reads)->devices()->size(), 1U);
}

TEST_F(Enrolling, CodesAreForgivingToType) {
    auto code = invited();
    std::string typed;
    for (const char c : code) {
        typed += c == '-' ? ' ' : c == '0' ? 'o' : c == '1' ? 'l' : static_cast<char>(std::tolower(c));
    }
    EXPECT_TRUE(enrol(typed, ids.random<DeviceId>()));
}

TEST_F(Enrolling, WrongLateAndForeignCodesAllSoundTheSame) {
    const auto code = invited();
    EXPECT_EQ(errorOf(enrol("AAAAA-AAAAA-AAAAA-AAAAA", ids.random<DeviceId>())), ErrorCode::EnrolmentRefused);
    EXPECT_EQ(errorOf(enrol(code, ids.random<DeviceId>(), {}, "request", "council")), ErrorCode::EnrolmentRefused);
    clock.advance(server_limits::kInvitationLife + std::chrono::minutes{1});
    EXPECT_EQ(errorOf(enrol(code, ids.random<DeviceId>())), ErrorCode::EnrolmentRefused);
}

TEST_F(Enrolling, ARequestThatIsNoneDoesNotUseTheCodeUp) {
    const auto code = invited();
    EXPECT_EQ(errorOf(enrol(code, ids.random<DeviceId>(), {}, "rubbish")), ErrorCode::Malformed);
    EXPECT_TRUE(enrol(code, ids.random<DeviceId>()));
}

TEST_F(Enrolling, GuessingIsSlowedDown) {
    for (std::size_t i = 0; i < server_limits::kEnrolAttemptsPerMinute; ++i) {
        EXPECT_EQ(errorOf(enrol("AAAAA-AAAAA-AAAAA-AAAAA", ids.random<DeviceId>())), ErrorCode::EnrolmentRefused);
    }
    const auto code = invited();
    EXPECT_EQ(errorOf(enrol(code, ids.random<DeviceId>())), ErrorCode::ServerBusy);
    clock.advance(std::chrono::minutes{1});
    EXPECT_TRUE(enrol(code, ids.random<DeviceId>()));
}

TEST_F(Enrolling, ADeviceRenewsItsOwnCertificateEvenSomeTimeAfterItRanOut) {
    const auto tablet = ids.random<DeviceId>();
    ASSERT_TRUE(enrol(invited(), tablet));
    auto caller = callerOf({AgencyId{"trust"}, WorkerId{"W012"}, "community nurse", tablet});
    EXPECT_TRUE(enrol("", tablet, caller));
    caller.notAfter = clock.now() + -std::chrono::hours{24 * 20};
    EXPECT_TRUE(enrol("", tablet, caller));
    caller.notAfter = clock.now() + -std::chrono::hours{24 * 100};
    EXPECT_EQ(errorOf(enrol("", tablet, caller)), ErrorCode::CertificateRejected);
    caller.notAfter = clock.now() + std::chrono::hours{1};
    EXPECT_EQ(errorOf(enrol("", ids.random<DeviceId>(), caller)), ErrorCode::EnrolmentRefused); // for another device
    EXPECT_EQ(errorOf(enrol("", tablet, {})), ErrorCode::EnrolmentRefused);
    EXPECT_EQ(errorOf(enrol("", tablet, caller, "request", "council")), ErrorCode::EnrolmentRefused);
    ASSERT_TRUE(server->ledgerOf(AgencyId{"trust"})->write(WriteKind::Other, [&](LedgerWrites& writes) {
        return writes.revoke(AgencyId{"trust"}, tablet, clock.now());
    }));
    EXPECT_EQ(errorOf(enrol("", tablet, caller)), ErrorCode::Revoked);
}

TEST_F(Enrolling, CodesAreRandomAndKeptOnlyAsHashes) {
    std::set<std::string> codes;
    for (int i = 0; i < 1000; ++i) {
        codes.insert(makeOneTimeCode(ids));
    }
    EXPECT_EQ(codes.size(), 1000U);
    const auto code = invited();
    EXPECT_EQ(code.size(), 23U);
    EXPECT_FALSE(invite(*server->ledgerOf(AgencyId{"trust"}), WorkerId{"W1"}, "agency-server", ids, clock.now()));
}

// The peer link

class PeerLink : public AgencyWorld {
public:
    Response ask(const AgencyId& of, std::uint64_t directorySeq, std::uint64_t revocationSeq, CallerKind kind) {
        const Bytes body = wire::pack(wire::encode(wire::PeerPull{of, directorySeq, revocationSeq}));
        auto caller = callerOf({AgencyId{"council"}, {}, std::string{kAgencyServerRole}, ids.random<DeviceId>()});
        caller.kind = kind;
        return server->handle({of, Verb::PeerPull, caller, body});
    }
};

TEST_F(PeerLink, APartnersServerGetsTheDirectoryAndRevocationsAndNobodysRecords) {
    auto nurse = device("trust", "W012", "trust");
    nurse.sync({nurse.registers(newPerson(), "Wood")});
    const auto lost = ids.random<DeviceId>();
    ASSERT_TRUE(server->ledgerOf(AgencyId{"trust"})->write(WriteKind::Other, [&](LedgerWrites& writes) -> Result<void> {
        Record record;
        record.id = ids.random<RecordId>();
        record.type = RecordType::Agency;
        record.home = AgencyId{"trust"};
        record.category = Category::Directory;
        record.version.n = 1;
        record.authorAgency = AgencyId{"trust"};
        const RecordWrite write{record, {}};
        FS_TRY(writes.append({&write, 1}));
        return writes.revoke(AgencyId{"trust"}, lost, clock.now());
    }));
    const auto response = ask(AgencyId{"trust"}, 0, 0, CallerKind::AgencyServer);
    ASSERT_EQ(response.status, 200);
    const auto facts = wire::decodePeerFacts(*wire::unpack(response.body, 1'000'000), AgencyId{"trust"});
    ASSERT_TRUE(facts) << describe(facts.error());
    ASSERT_EQ(facts->directory.size(), 1U);
    EXPECT_EQ(facts->directory[0].header.type, RecordType::Agency);
    ASSERT_EQ(facts->revocations.size(), 1U);
    EXPECT_EQ(facts->revocations[0].device, lost);
    EXPECT_FALSE(facts->more);

    const auto again = ask(AgencyId{"trust"}, facts->directorySeq, facts->revocationSeq, CallerKind::AgencyServer);
    const auto none = wire::decodePeerFacts(*wire::unpack(again.body, 1'000'000), AgencyId{"trust"});
    ASSERT_TRUE(none);
    EXPECT_TRUE(none->directory.empty());
    EXPECT_TRUE(none->revocations.empty());
}

TEST_F(PeerLink, ManyLongAgreementsComeInSeveralAnswersEachWithinItsBound) {
    constexpr std::size_t kAgreements = 40;
    std::vector<RecordWrite> writes(kAgreements);
    for (auto& write : writes) {
        write.record.id = ids.random<RecordId>();
        write.record.type = RecordType::SharingAgreement;
        write.record.home = AgencyId{"trust"};
        write.record.category = Category::Directory;
        write.record.version.n = 1;
        write.record.authorAgency = AgencyId{"trust"};
        write.record.fields.put(sharing_agreement::kText, std::string(sharing_agreement::kMaxTextBytes, 'a'));
        write.body = wire::encodeBody(write.record.fields);
    }
    ASSERT_TRUE(server->ledgerOf(AgencyId{"trust"})->write(WriteKind::Other, [&](LedgerWrites& to) {
        return to.append(writes);
    }));
    std::size_t got = 0;
    std::uint64_t from = 0;
    bool more = true;
    while (more) {
        const auto response = ask(AgencyId{"trust"}, from, 0, CallerKind::AgencyServer);
        ASSERT_EQ(response.status, 200);
        const auto message = wire::unpack(response.body, server_limits::kPeerUnpackedBytes);
        ASSERT_TRUE(message) << "past what the asking server takes, after " << got;
        const auto facts = wire::decodePeerFacts(*message, AgencyId{"trust"});
        ASSERT_TRUE(facts) << describe(facts.error());
        ASSERT_FALSE(facts->directory.empty());
        got += facts->directory.size();
        from = facts->directorySeq;
        more = facts->more;
    }
    EXPECT_EQ(got, kAgreements);
}

TEST_F(PeerLink, ADeviceCannotUseIt) {
    EXPECT_EQ(ask(AgencyId{"trust"}, 0, 0, CallerKind::Device).status, 401);
    EXPECT_EQ(ask(AgencyId{"trust"}, 0, 0, CallerKind::Nobody).status, 401);
}

TEST_F(PeerLink, APartnerStatesItsOwnFactsOnly) {
    wire::PeerFacts facts;
    facts.revocations.push_back({ids.random<DeviceId>(), AgencyId{"trust"}, clock.now()});
    EXPECT_TRUE(wire::decodePeerFacts(wire::encode(facts), AgencyId{"trust"}));
    const auto foreign = wire::decodePeerFacts(wire::encode(facts), AgencyId{"housing"});
    ASSERT_FALSE(foreign);
    EXPECT_EQ(foreign.error().code, ErrorCode::NotPermitted);

    wire::PeerFacts smuggled;
    IncomingRecord record;
    record.header.id = ids.random<RecordId>();
    record.header.type = RecordType::Registration;
    record.header.person = newPerson();
    record.header.version.n = 1;
    smuggled.directory.push_back(record);
    const auto refused = wire::decodePeerFacts(wire::encode(smuggled), AgencyId{"trust"});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::NotPermitted);
}

} // namespace frontsheet::test
