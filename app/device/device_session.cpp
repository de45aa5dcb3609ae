#include "app/device/device_session.h"

#include "app/device/enrolment.h"
#include "app/device/renewing_transport.h"
#include "app/device/wire_record.h"
#include "platform/system_time_zone.h"
#include "sync/client/curl_transport.h"
#include "sync/wire/body_codec.h"
#include "sync/wire/enrol_codec.h"

#include <algorithm>

namespace frontsheet::device {

namespace {

constexpr const char* kAgency = "device.agency";
constexpr const char* kWorker = "device.worker";
constexpr const char* kRole = "device.role";
constexpr const char* kDevice = "device.id";
constexpr const char* kCertificate = "device.certificate";
constexpr const char* kPrivateKey = "device.private-key";
constexpr const char* kPartnership = "partnership";

} // namespace

std::vector<AgencyId> DeviceIdentity::servers() const {
    std::vector<AgencyId> all{me.agency};
    for (const auto& address : partnership) {
        if (address.agency != me.agency) {
            all.push_back(address.agency);
        }
    }
    return all;
}

Result<void> keepIdentity(DeviceFacts& facts, const DeviceIdentity& identity) {
    return facts.keepFacts({{kAgency, identity.me.agency.str()},
                            {kWorker, identity.me.worker.str()},
                            {kRole, identity.me.role},
                            {kDevice, identity.me.device.raw()},
                            {kCertificate, identity.certificate},
                            {kPrivateKey, identity.privateKey},
                            {kPartnership, wire::encode(identity.partnership)},
                            {kRescueKeyFact, identity.rescueKey}});
}

Result<DeviceIdentity> readIdentity(DeviceFacts& facts) {
    const auto read = [&](const char* key) -> Result<Bytes> {
        FS_ASSIGN(auto value, facts.fact(key));
        if (!value) {
            return {ErrorCode::EnrolmentRefused, "this profile was never enrolled"};
        }
        return std::move(*value);
    };
    DeviceIdentity identity;
    FS_ASSIGN(auto agency, read(kAgency));
    FS_ASSIGN(auto worker, read(kWorker));
    FS_ASSIGN(identity.me.role, read(kRole));
    FS_ASSIGN(const auto device, read(kDevice));
    FS_ASSIGN(identity.certificate, read(kCertificate));
    FS_ASSIGN(identity.privateKey, read(kPrivateKey));
    FS_ASSIGN(const auto partnership, read(kPartnership));
    FS_ASSIGN(const auto rescueKey, facts.fact(kRescueKeyFact)); // devices enrolled before there was one have none
    identity.rescueKey = rescueKey.value_or(Bytes{});
    identity.me.agency = AgencyId{std::move(agency)};
    identity.me.worker = WorkerId{std::move(worker)};
    FS_ASSIGN(identity.me.device, DeviceId::fromRaw(device));
    FS_ASSIGN(identity.partnership, wire::decodePartnership(partnership));
    return identity;
}

DeviceSession::~DeviceSession() = default;

Result<std::unique_ptr<DeviceSession>> DeviceSession::open(const std::filesystem::path& folder,
                                                           const std::string& passphrase) {
    std::unique_ptr<DeviceSession> session(new DeviceSession);
    session->m_codec = std::make_unique<wire::WireBodyCodec>();
    session->m_zone = std::make_unique<SystemTimeZone>();
    FS_ASSIGN(session->m_store,
              DeviceStore::open(folder.string(), passphrase, {*session->m_codec, session->m_clock, {}, {}}));
    session->m_shelf = std::make_unique<RecordShelf>(*session->m_store);
    FS_ASSIGN(session->m_identity, readIdentity(*session->m_store));
    session->m_store->belongsTo(session->m_identity.me);
    return session;
}

Workplace DeviceSession::workplace() {
    return {m_identity.me, *m_store,      *m_store,      *m_store,      m_clock,       m_ids,        *m_zone,
            m_store.get(), m_shelf.get(), m_store.get(), m_store.get(), m_store.get(), m_store.get()};
}

DeviceIdentity DeviceSession::identity() const {
    const std::lock_guard lock(m_mutex);
    return m_identity;
}

Result<void> DeviceSession::become(const DeviceIdentity& identity) {
    FS_TRY(keepIdentity(*m_store, identity));
    {
        const std::lock_guard lock(m_mutex);
        m_identity = identity;
    }
    m_store->belongsTo(identity.me);
    return ok();
}

Result<std::unique_ptr<Transport>> DeviceSession::connect() const {
    const auto now = identity();
    CurlTransport::Options options;
    for (const auto& address : now.partnership) {
        options.servers.push_back({address.agency, address.url, address.serverCa});
    }
    options.identity = {now.certificate, now.privateKey};
    FS_ASSIGN(auto transport, CurlTransport::open(std::move(options)));
    return recorded(std::move(transport));
}

Result<std::unique_ptr<Transport>> DeviceSession::transport() {
    return RenewingTransport::make({m_clock, [this] { return connect(); }, [this] { return datesOf(identity()); },
                                    [this](Transport& asking) { return renew(*this, asking); }});
}

} // namespace frontsheet::device
