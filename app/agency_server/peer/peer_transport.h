// A connection to all partners as one hosted agency's server: a certificate of its own CA, each partner's host CA pinned.
#pragma once

#include "app/agency_server/partnership_file.h"
#include "app/agency_server/server_folder.h"
#include "sync/client/curl_transport.h"

#include <memory>

namespace frontsheet {

// The certificate is made anew and lives in memory: nothing on a disk has to be guarded.
[[nodiscard]] Result<std::unique_ptr<CurlTransport>> openPeerTransport(const ServerFolder& folder,
                                                                       const Partnership& partnership,
                                                                       const AgencyId& self, WallTime now,
                                                                       IdSource& ids);

} // namespace frontsheet
