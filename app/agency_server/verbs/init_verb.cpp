#include "app/agency_server/import/derived_ids.h"
#include "app/agency_server/import/ledger_upsert.h"
#include "app/agency_server/server_folder.h"
#include "app/agency_server/verbs/verb.h"
#include "core/base/utf8.h"
#include "sync/wire/enrol_codec.h"

#include <cstdio>

namespace frontsheet {

namespace {

// The port is in the URL unless it is the scheme's own.
std::uint16_t portOfUrl(const std::string& url) {
    const auto colon = url.rfind(':');
    const auto port = colon > 5 ? std::strtoul(url.c_str() + colon + 1, nullptr, 10) : 443UL;
    return static_cast<std::uint16_t>(port == 0 || port > 65535 ? 443 : port);
}

Result<PartnerAgency> described(const Arguments& arguments) {
    PartnerAgency agency;
    FS_ASSIGN(const auto code, arguments.required("agency"));
    agency.agency = AgencyId{code};
    FS_ASSIGN(agency.name, arguments.required("name"));
    FS_ASSIGN(agency.kind, arguments.required("kind"));
    agency.shortName = arguments.valueOr("short-name", lengthOf(agency.name) <= 20 ? agency.name : code);
    agency.initials = arguments.valueOr("initials", "");
    agency.odsCode = arguments.valueOr("ods-code", "");
    agency.phone = arguments.valueOr("phone", "");
    agency.url = arguments.valueOr("url", "");
    return agency;
}

} // namespace

Result<void> runInit(const Arguments& arguments, VerbContext& context) {
    FS_ASSIGN(auto agency, described(arguments));
    const std::filesystem::path path{arguments.position(0)};
    const bool another = arguments.has("host");
    Partnership partnership;
    ServerSettings settings;
    if (another) {
        FS_ASSIGN(const auto folder, ServerFolder::open(path));
        settings = folder.settings();
        FS_ASSIGN(partnership, readPartnership(folder.partnershipFile()));
        const auto* host = partnership.find(settings.host);
        if (agency.url.empty() && host != nullptr) {
            agency.url = host->url;
        }
    } else {
        settings.host = agency.agency;
        settings.listen = arguments.valueOr("listen", settings.listen);
        FS_ASSIGN(const auto port, arguments.number("port", portOfUrl(agency.url), 65535));
        FS_ASSIGN(const auto health, arguments.number("health-port", settings.healthPort, 65535));
        settings.port = static_cast<std::uint16_t>(port);
        settings.healthPort = static_cast<std::uint16_t>(health);
        settings.keys = arguments.valueOr("keys", settings.keys.string());
    }
    if (!wire::isServerUrl(agency.url)) {
        return {ErrorCode::InvalidArgument, "--url https://HOST:PORT is missing or of another shape"};
    }
    agency.hostedBy = settings.host;
    if (!agency.agency.isWellFormed()) {
        return {ErrorCode::InvalidArgument, "an agency's code has letters, digits, _ and - only"};
    }
    auto folder = another ? ServerFolder::open(path) : ServerFolder::create(path, settings);
    if (!folder) {
        return folder.error();
    }
    FS_ASSIGN(const auto authority, folder->addAgency(agency.agency, context.clock.now(), context.ids));
    agency.caPem = authority.certificate().pem();
    partnership.agencies[agency.agency] = agency;
    FS_TRY(writePartnership(partnership, folder->partnershipFile()));
    // Read back: what does not hold to the file's rules is said now and not when the server is to start.
    FS_TRY(readPartnership(folder->partnershipFile()));
    FS_ASSIGN(const auto ledger, folder->ledgerOf(agency.agency));
    LedgerUpsert upsert{*ledger, context.clock};
    Record record = directoryRecordOf(agency);
    record.id = derivedRecordId(agency.agency, RecordType::Agency, agency.agency.str());
    FS_TRY(upsert.add(std::move(record)));
    FS_TRY(upsert.flush());
    std::printf("%s is hosted in %s; its CA is %s\n", agency.agency.str().c_str(), path.c_str(),
                authority.certificate().sha256().c_str());
    return ok();
}

Result<void> runPartner(const Arguments& arguments, VerbContext& /*context*/) {
    FS_ASSIGN(const auto from, arguments.required("from"));
    FS_ASSIGN(const auto folder, ServerFolder::open(arguments.position(0)));
    FS_ASSIGN(auto partnership, readPartnership(folder.partnershipFile()));
    FS_ASSIGN(const auto theirs, readPartnership(from));
    FS_ASSIGN(const auto hosted, folder.hosted());
    std::size_t taken = 0;
    for (const auto& [code, agency] : theirs.agencies) {
        if (std::find(hosted.begin(), hosted.end(), code) == hosted.end()) {
            partnership.agencies[code] = agency;
            ++taken;
        }
    }
    if (partnership.index.empty()) {
        partnership.index = theirs.index;
    }
    if (const auto index = arguments.value("index")) {
        partnership.index = AgencyId{*index};
    }
    FS_TRY(writePartnership(partnership, folder.partnershipFile()));
    FS_TRY(readPartnership(folder.partnershipFile()));
    std::printf("%zu agencies taken over, %zu in the partnership\n", taken, partnership.agencies.size());
    return ok();
}

} // namespace frontsheet
