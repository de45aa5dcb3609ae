#include "app/device/enrolment.h"

#include "app/agency_server/identity/certificate.h"
#include "app/agency_server/identity/private_key.h"
#include "app/device/device_session.h"
#include "app/device/renewing_transport.h"
#include "app/device/wire_record.h"
#include "sync/client/answer.h"
#include "sync/client/curl_transport.h"
#include "sync/wire/body_codec.h"
#include "sync/wire/enrol_codec.h"
#include "sync/wire/pack.h"
#include "sync/wire/wire_limits.h"

namespace frontsheet::device {

namespace {

constexpr const char* kPendingDevice = "enrolment.device";
constexpr const char* kPendingKey = "enrolment.private-key";

// Who the device will be: made once and kept before the server is asked, so that an invitation whose answer was lost is
// answered again and not burnt.
struct Applicant {
    DeviceId device;
    PrivateKey key;
};

Result<Applicant> applicantOf(DeviceFacts& facts) {
    FS_ASSIGN(const auto device, facts.fact(kPendingDevice));
    FS_ASSIGN(const auto key, facts.fact(kPendingKey));
    if (device && key) {
        FS_ASSIGN(const auto id, DeviceId::fromRaw(*device));
        FS_ASSIGN(auto kept, PrivateKey::fromPem(*key, ""));
        return Applicant{id, std::move(kept)};
    }
    SystemIdSource ids;
    FS_ASSIGN(auto made, PrivateKey::generate());
    Applicant applicant{ids.random<DeviceId>(), std::move(made)};
    FS_ASSIGN(auto pem, applicant.key.toPem("")); // in the clear only inside the encrypted store
    FS_TRY(facts.keepFacts({{kPendingDevice, applicant.device.raw()}, {kPendingKey, std::move(pem)}}));
    return applicant;
}

// `code` is empty where the connection's certificate speaks for the device.
Result<DeviceIdentity> askForCertificate(Transport& transport, const AgencyId& agency, const WorkerId& worker,
                                         const std::string& code, const Applicant& applicant) {
    FS_ASSIGN(auto request, applicant.key.certificateRequest());
    const auto packed = wire::pack(wire::encode(wire::EnrolRequest{code, std::move(request), applicant.device}));
    auto answer =
        ReadAnswer::of(transport.post(agency, "enrol", packed, wire::kMaxEnrolReplyBytes), wire::kMaxEnrolReplyBytes);
    if (!answer.isMessage()) {
        return answer.refused().error;
    }
    FS_ASSIGN(auto reply, wire::decodeEnrolReply(answer.message()));
    if (reply.agency != agency || reply.worker != worker) {
        return {ErrorCode::WrongTenant, "the certificate is for someone else"};
    }
    DeviceIdentity identity;
    identity.me = {reply.agency, reply.worker, reply.role, applicant.device};
    identity.certificate = std::move(reply.certificate);
    FS_ASSIGN(identity.privateKey, applicant.key.toPem(""));
    identity.partnership = std::move(reply.partnership);
    identity.rescueKey = std::move(reply.rescueKey);
    return identity;
}

} // namespace

Result<void> enrol(const std::filesystem::path& folder, const std::string& passphrase, const Invitation& invitation) {
    const wire::WireBodyCodec codec;
    const SystemClock clock;
    const DeviceStoreParts parts{codec, clock, {}, {}};
    const bool begun = DeviceStore::isIn(folder.string());
    FS_ASSIGN(const auto store, begun ? DeviceStore::open(folder.string(), passphrase, parts)
                                      : DeviceStore::create(folder.string(), passphrase, parts));
    const auto enrolled = readIdentity(*store);
    if (enrolled) {
        return {ErrorCode::Duplicate, "a profile is there already"};
    }
    if (enrolled.error().code != ErrorCode::EnrolmentRefused) {
        return enrolled.error();
    }
    FS_ASSIGN(const auto applicant, applicantOf(*store));
    CurlTransport::Options options;
    options.servers.push_back({invitation.agency, invitation.url, invitation.serverCa});
    FS_ASSIGN(auto direct, CurlTransport::open(std::move(options)));
    FS_ASSIGN(const auto transport, recorded(std::move(direct)));
    FS_ASSIGN(const auto identity,
              askForCertificate(*transport, invitation.agency, invitation.worker, invitation.code, applicant));
    return keepIdentity(*store, identity);
}

CertificateDates datesOf(const DeviceIdentity& identity) {
    const auto certificate = Certificate::fromPem(identity.certificate);
    return certificate ? CertificateDates{certificate->notBefore(), certificate->notAfter()} : CertificateDates{};
}

Result<void> renew(DeviceSession& session, Transport& transport) {
    const auto identity = session.identity();
    FS_ASSIGN(auto key, PrivateKey::generate());
    const Applicant applicant{identity.me.device, std::move(key)};
    FS_ASSIGN(const auto renewed, askForCertificate(transport, identity.me.agency, identity.me.worker, {}, applicant));
    const auto now = session.clock().now();
    if (datesOf(identity).hold(now) && !datesOf(renewed).hold(now)) {
        return {ErrorCode::ClockWrong, "the next certificate's dates"};
    }
    return session.become(renewed);
}

} // namespace frontsheet::device
