#include "app/agency_server/agreement/agreement_keeper.h"
#include "app/agency_server/authority_issuer.h"
#include "app/agency_server/files.h"
#include "app/agency_server/https/https_server.h"
#include "app/agency_server/peer/peer_loop.h"
#include "app/agency_server/serve_lock.h"
#include "app/agency_server/server_folder.h"
#include "app/agency_server/service_state.h"
#include "app/agency_server/verbs/verb.h"
#include "core/base/log.h"
#include "sync/server/agency_server.h"

#include <csignal>
#include <cstdio>

namespace frontsheet {

namespace {

std::string hostOf(const std::string& url) {
    const auto from = url.find("://") + 3;
    auto host = url.substr(from, url.find_last_of(':') > from ? url.find_last_of(':') - from : std::string::npos);
    if (!host.empty() && host.front() == '[') {
        host = host.substr(1, host.size() - 2);
    }
    return host;
}

// Made anew at every start and kept in memory only: devices trust the CA, so nothing on a disk has to be guarded.
Result<TlsMaterial> makeMaterial(const ServerFolder& folder, const Partnership& partnership, const std::string& listen,
                                 VerbContext& context) {
    const auto& host = folder.settings().host;
    const auto* address = partnership.find(host);
    if (address == nullptr) {
        return {ErrorCode::NotFound, host.str() + " is not in the partnership"};
    }
    FS_ASSIGN(const auto authority, folder.authorityOf(host));
    FS_ASSIGN(const auto key, PrivateKey::generate());
    std::vector<std::string> hosts{hostOf(address->url)};
    if (listen != hosts.front() && listen != "0.0.0.0" && listen != "::") {
        hosts.push_back(listen);
    }
    FS_ASSIGN(const auto certificate, authority.issueToServer(key, host, hosts, context.clock.now(), context.ids));
    TlsMaterial material;
    material.certificatePem = certificate.pem();
    FS_ASSIGN(material.keyPem, key.toPem(""));
    FS_ASSIGN(material.authorities, partnership.authorities());
    return material;
}

Result<void> hostAll(AgencyServer& server, const ServerFolder& folder, const Partnership& partnership, IdSource& ids) {
    FS_ASSIGN(const auto hosted, folder.hosted());
    for (const auto& agency : hosted) {
        FS_ASSIGN(auto authority, folder.authorityOf(agency));
        const auto* named = partnership.find(agency);
        FS_ASSIGN(const auto known, Certificate::fromPem(named == nullptr ? "" : named->caPem));
        if (known.sha256() != authority.certificate().sha256()) {
            return {ErrorCode::CertificateRejected, "the partnership names another CA for " + agency.str()};
        }
        FS_ASSIGN(auto ledger, folder.ledgerOf(agency));
        FS_TRY(server.host(std::move(ledger),
                           std::make_unique<AuthorityIssuer>(std::move(authority), ids, folder.rescueFolder(agency))));
        FS_TRY(server.keepFilesOf(agency, folder.filesFolder(agency)));
    }
    server.setPartnership(partnership.addresses());
    server.setIndex(partnership.index);
    return ok();
}

} // namespace

Result<void> runServe(const Arguments& arguments, VerbContext& context) {
    // Before any thread: all of them leave these signals to this one.
    sigset_t signals;
    sigemptyset(&signals);
    for (const int signal : {SIGTERM, SIGINT, SIGHUP}) {
        sigaddset(&signals, signal);
    }
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::signal(SIGPIPE, SIG_IGN);

    FS_ASSIGN(const auto folder, ServerFolder::open(arguments.position(0)));
    FS_ASSIGN(const auto lock, ServeLock::take(folder.lockFile()));
    const auto partnershipFile = arguments.valueOr("partnership", folder.partnershipFile().string());
    FS_ASSIGN(auto partnership, readPartnership(partnershipFile));
    HttpsOptions options;
    options.address = arguments.valueOr("listen", folder.settings().listen);
    FS_ASSIGN(const auto port, arguments.number("port", folder.settings().port, 65535));
    FS_ASSIGN(const auto health, arguments.number("health-port", folder.settings().healthPort, 65535));
    FS_ASSIGN(const auto threads, arguments.number("threads", options.ioThreads, 64));
    FS_ASSIGN(const auto workers, arguments.number("workers", options.workers, 256));
    options.port = static_cast<std::uint16_t>(port);
    options.healthPort = static_cast<std::uint16_t>(health);
    options.ioThreads = static_cast<unsigned>(std::max<std::uint64_t>(threads, 1));
    options.workers = static_cast<unsigned>(std::max<std::uint64_t>(workers, 1));

    AgencyServer server{context.clock, context.ids};
    FS_TRY(hostAll(server, folder, partnership, context.ids));
    AgreementKeeper agreements{folder, [&server](const AgencyId& agency) { return server.ledgerOf(agency); },
                               [&server](const AgencyId& agency, std::shared_ptr<const SharingInForce> sharing) {
                                   (void)server.decideBy(agency, std::move(sharing)); // hosted: it has a ledger
                               },
                               context.clock};
    agreements.refresh(partnership);
    FS_ASSIGN(const auto material, makeMaterial(folder, partnership, options.address, context));
    FS_ASSIGN(const auto https, HttpsServer::start(options, material, server));
    if (const auto file = arguments.value("port-file")) {
        FS_TRY(writeFile(*file, std::to_string(https->port()) + " " + std::to_string(https->healthPort()) + "\n",
                         Readable::ByOwner));
    }
    logEvent("listening", {{"port", std::int64_t{https->port()}}, {"health_port", std::int64_t{https->healthPort()}}});
    tellServiceManager(ServiceState::Ready);

    auto peers = std::make_unique<PeerLoop>(folder, partnership, server, agreements, context.clock, context.ids);

    const auto tidy = [&server] {
        if (auto tidied = server.tidy(); !tidied) {
            logEvent("tidy-failed", {{"error", tidied.error().code}});
        }
    };
    tidy(); // an altered disclosure log is found at the start, not an hour later

    WallTime renewAt = context.clock.now() + (kServerCertificateLife - kServerCertificateRenewal);
    for (;;) {
        const timespec hour{3600, 0};
        const int signal = sigtimedwait(&signals, nullptr, &hour);
        if (signal == SIGTERM || signal == SIGINT) {
            break;
        }
        const bool reload = signal == SIGHUP;
        if (reload || renewAt < context.clock.now()) {
            auto read = readPartnership(partnershipFile);
            auto made =
                read ? makeMaterial(folder, *read, options.address, context) : Result<TlsMaterial>{read.error()};
            if (auto replaced = made ? https->replace(*made) : Result<void>{made.error()}; !replaced) {
                logEvent("reload-failed", {{"error", replaced.error().code}}); // goes on with what it has
            } else {
                server.setPartnership(read->addresses());
                server.setIndex(read->index);
                peers->setPartnership(*read);
                agreements.refresh(*read);
                renewAt = context.clock.now() + (kServerCertificateLife - kServerCertificateRenewal);
                logEvent("reloaded", {{"agencies", static_cast<std::int64_t>(read->agencies.size())}});
            }
        }
        if (signal < 0) {
            tidy();
        }
    }
    logEvent("stopping");
    tellServiceManager(ServiceState::Stopping);
    peers.reset();
    https->stop();
    logEvent("stopped");
    return ok();
}

} // namespace frontsheet
