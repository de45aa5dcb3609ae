#include "app/agency_server/peer/peer_transport.h"

namespace frontsheet {

Result<std::unique_ptr<CurlTransport>> openPeerTransport(const ServerFolder& folder, const Partnership& partnership,
                                                         const AgencyId& self, WallTime now, IdSource& ids) {
    FS_ASSIGN(const auto authority, folder.authorityOf(self));
    FS_ASSIGN(const auto key, PrivateKey::generate());
    FS_ASSIGN(const auto certificate, authority.issueToServer(key, self, {}, now, ids));
    CurlTransport::Options options;
    options.identity.certificatePem = certificate.pem();
    FS_ASSIGN(options.identity.privateKeyPem, key.toPem(""));
    for (const auto& address : partnership.addresses()) {
        options.servers.push_back({address.agency, address.url, address.serverCa});
    }
    return CurlTransport::open(std::move(options));
}

} // namespace frontsheet
