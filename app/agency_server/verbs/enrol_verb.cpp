#include "app/agency_server/files.h"
#include "app/agency_server/invitation_file.h"
#include "app/agency_server/server_folder.h"
#include "app/agency_server/verbs/verb.h"
#include "core/domain/schema/directory.h"
#include "sync/server/enrolment.h"
#include "sync/wire/body_codec.h"

#include <cstdio>

namespace frontsheet {

namespace {

Result<std::string> roleOf(Ledger& ledger, const WorkerId& wanted) {
    std::string role;
    FS_ASSIGN(const auto reads, ledger.read());
    FS_TRY(reads->records({RecordRange::Of::Directory, {}, {}}, [&](const KeptRecord& kept) -> Result<Walk> {
        if (kept.header.type != RecordType::Worker) {
            return Walk::On;
        }
        FS_ASSIGN(const auto fields, wire::decodeBody(kept.body));
        if (fields.get(worker::kCode) != wanted) {
            return Walk::On;
        }
        role = fields.get(worker::kRole);
        return Walk::Stop;
    }));
    if (role.empty()) {
        return {ErrorCode::NotFound, "the directory has no worker " + wanted.str() + "; import it, or say --role"};
    }
    return role;
}

} // namespace

Result<void> runEnrol(const Arguments& arguments, VerbContext& context) {
    FS_ASSIGN(const auto agencyCode, arguments.required("agency"));
    FS_ASSIGN(const auto workerCode, arguments.required("worker"));
    FS_ASSIGN(const auto out, arguments.required("out"));
    const AgencyId agency{agencyCode};
    const WorkerId worker{workerCode};
    FS_ASSIGN(const auto folder, ServerFolder::open(arguments.position(0)));
    FS_ASSIGN(const auto partnership,
              readPartnership(arguments.valueOr("partnership", folder.partnershipFile().string())));
    const auto* address = partnership.find(agency);
    const auto* host = address == nullptr ? nullptr : partnership.find(address->hostedBy);
    if (host == nullptr) {
        return {ErrorCode::NotFound, "agency " + agency.str() + " is not in the partnership"};
    }
    FS_ASSIGN(const auto ledger, folder.ledgerOf(agency));
    std::string role = arguments.valueOr("role", "");
    if (role.empty()) {
        FS_ASSIGN(role, roleOf(*ledger, worker));
    }
    FS_ASSIGN(auto made, invite(*ledger, worker, role, context.ids, context.clock.now()));
    InvitationFile invitation{agency, worker, role, address->url, std::move(made.code), made.expiresAt, host->caPem};
    FS_ASSIGN(const auto text, writeInvitation(invitation));
    FS_TRY(writeFile(out, text, Readable::ByOwner));
    std::printf("invitation for %s at %s in %s\n", worker.str().c_str(), agency.str().c_str(), out.c_str());
    return ok();
}

Result<void> runRevoke(const Arguments& arguments, VerbContext& context) {
    FS_ASSIGN(const auto agencyCode, arguments.required("agency"));
    const AgencyId agency{agencyCode};
    FS_ASSIGN(const auto folder, ServerFolder::open(arguments.position(0)));
    FS_ASSIGN(const auto ledger, folder.ledgerOf(agency));
    std::vector<DeviceId> devices;
    if (const auto device = arguments.value("device")) {
        auto id = DeviceId::fromHex(*device);
        if (!id) {
            return {ErrorCode::InvalidArgument, "--device is not 32 hexadecimal digits"};
        }
        devices.push_back(*id);
    } else {
        FS_ASSIGN(const auto workerCode, arguments.required("worker"));
        FS_ASSIGN(const auto reads, ledger->read());
        FS_ASSIGN(const auto enrolled, reads->devices());
        for (const auto& one : enrolled) {
            if (one.worker == WorkerId{workerCode}) {
                devices.push_back(one.device);
            }
        }
    }
    if (devices.empty()) {
        return {ErrorCode::NotFound, "no device is enrolled for that worker"};
    }
    const WallTime now = context.clock.now();
    FS_TRY(ledger->write(WriteKind::Other, [&](LedgerWrites& writes) -> Result<void> {
        for (const auto& device : devices) {
            FS_TRY(writes.revoke(agency, device, now));
        }
        return ok();
    }));
    std::printf("%zu devices revoked\n", devices.size());
    return ok();
}

} // namespace frontsheet
