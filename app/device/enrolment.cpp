#include "app/device/enrolment.h"

#include "app/agency_server/identity/private_key.h"
#include "app/device/device_session.h"
#include "sync/client/answer.h"
#include "sync/client/curl_transport.h"
#include "sync/wire/body_codec.h"
#include "sync/wire/enrol_codec.h"
#include "sync/wire/pack.h"
#include "sync/wire/wire_limits.h"

namespace frontsheet::device {

namespace {

Result<DeviceIdentity> askForCertificate(const Invitation& invitation, const DeviceId& device) {
    FS_ASSIGN(const auto key, PrivateKey::generate());
    FS_ASSIGN(auto request, key.certificateRequest());
    CurlTransport::Options options;
    options.servers.push_back({invitation.agency, invitation.url, invitation.serverCa});
    FS_ASSIGN(const auto transport, CurlTransport::open(std::move(options)));
    const auto packed = wire::pack(wire::encode(wire::EnrolRequest{invitation.code, std::move(request), device}));
    auto answer =
        ReadAnswer::of(transport->post(invitation.agency, "enrol", packed, wire::kMaxEnrolBytes), wire::kMaxEnrolBytes);
    if (!answer.isMessage()) {
        return answer.refused().error;
    }
    FS_ASSIGN(auto reply, wire::decodeEnrolReply(answer.message()));
    if (reply.agency != invitation.agency || reply.worker != invitation.worker) {
        return {ErrorCode::WrongTenant, "the certificate is for someone else"};
    }
    DeviceIdentity identity;
    identity.me = {reply.agency, reply.worker, reply.role, device};
    identity.certificate = std::move(reply.certificate);
    FS_ASSIGN(identity.privateKey, key.toPem("")); // in the clear only inside the encrypted store
    identity.partnership = std::move(reply.partnership);
    return identity;
}

Result<void> enrolInto(const std::filesystem::path& folder, const std::string& passphrase,
                       const Invitation& invitation) {
    const wire::WireBodyCodec codec;
    const SystemClock clock;
    SystemIdSource ids;
    FS_ASSIGN(const auto store, DeviceStore::create(folder.string(), passphrase, {codec, clock, {}, {}}));
    FS_ASSIGN(const auto identity, askForCertificate(invitation, ids.random<DeviceId>()));
    return keepIdentity(*store, identity);
}

} // namespace

Result<void> enrol(const std::filesystem::path& folder, const std::string& passphrase, const Invitation& invitation) {
    if (DeviceStore::isIn(folder.string())) {
        return {ErrorCode::Duplicate, "a profile is there already"};
    }
    auto done = enrolInto(folder, passphrase, invitation);
    if (!done && done.error().code != ErrorCode::Duplicate) {
        std::error_code ignored;
        std::filesystem::remove_all(folder, ignored);
    }
    return done;
}

} // namespace frontsheet::device
