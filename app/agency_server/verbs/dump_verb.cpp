#include "app/agency_server/server_folder.h"
#include "app/agency_server/verbs/asked_agencies.h"
#include "app/agency_server/verbs/verb.h"
#include "core/domain/canonical.h"
#include "core/domain/schema/record_schema.h"
#include "sync/server/disclosure/disclosure_log.h"
#include "sync/wire/body_codec.h"

#include <cstdio>
#include <map>

namespace frontsheet {

namespace {

Result<Walk> print(const KeptRecord& kept) {
    Record record = kept.header;
    FS_ASSIGN(record.fields, wire::decodeBody(kept.body));
    const std::string line = canonicalLine(record) + "\n";
    if (std::fwrite(line.data(), 1, line.size(), stdout) != line.size()) {
        return {ErrorCode::DiskFailed, "writing the dump"};
    }
    return Walk::On;
}

} // namespace

Result<void> runDump(const Arguments& arguments, VerbContext& /*context*/) {
    if (!arguments.has("canonical")) {
        return {ErrorCode::InvalidArgument, "say --canonical: it is the only form there is"};
    }
    FS_ASSIGN(const auto folder, ServerFolder::open(arguments.position(0)));
    FS_ASSIGN(const auto agencies, askedAgencies(folder, arguments));
    for (const auto& agency : agencies) {
        FS_ASSIGN(const auto ledger, folder.ledgerOf(agency));
        FS_ASSIGN(const auto reads, ledger->read());
        FS_TRY(reads->records({RecordRange::Of::Everything, {}, {}}, print));
    }
    return std::fflush(stdout) == 0 ? ok() : Result<void>{ErrorCode::DiskFailed, "writing the dump"};
}

Result<void> runCheck(const Arguments& arguments, VerbContext& /*context*/) {
    FS_ASSIGN(const auto folder, ServerFolder::open(arguments.position(0)));
    FS_ASSIGN(const auto agencies, askedAgencies(folder, arguments));
    for (const auto& agency : agencies) {
        FS_TRY(folder.check(agency));
        std::printf("%s whole\n", agency.str().c_str());
    }
    return ok();
}

Result<void> runStatus(const Arguments& arguments, VerbContext& context) {
    FS_ASSIGN(const auto folder, ServerFolder::open(arguments.position(0)));
    FS_ASSIGN(const auto agencies, askedAgencies(folder, arguments));
    for (const auto& agency : agencies) {
        FS_ASSIGN(const auto ledger, folder.ledgerOf(agency));
        FS_ASSIGN(const auto reads, ledger->read());
        FS_ASSIGN(const auto head, reads->head());
        FS_ASSIGN(const auto devices, reads->devices());
        FS_ASSIGN(const auto revoked, reads->revocationsAfter(0, 1'000'000));
        std::size_t conflicts = 0;
        FS_ASSIGN(const auto log, disclosure::verify(*reads, agency));
        std::map<RecordType, std::size_t> counts;
        FS_TRY(reads->records({RecordRange::Of::Everything, {}, {}}, [&](const KeptRecord& kept) -> Result<Walk> {
            ++counts[kept.header.type];
            FS_ASSIGN(const auto fields, wire::decodeBody(kept.body));
            conflicts += fields.others().size();
            return Walk::On;
        }));
        const auto current = std::count_if(devices.begin(), devices.end(), [&](const EnrolledDevice& d) {
            return context.clock.now() < d.certifiedUntil;
        });
        std::printf("%s\n  feed %llu  epoch %s\n  devices %zu enrolled, %td with a current certificate, %zu revoked\n"
                    "  conflicts %zu open\n",
                    agency.str().c_str(), static_cast<unsigned long long>(head.feedSeq), head.epoch.hex().c_str(),
                    devices.size(), current, revoked.size(), conflicts);
        if (!head.backedUp) {
            std::printf("  backup NONE was ever made: what devices have told goes with this disk\n");
        } else {
            const auto since = head.feedSeq > head.safeSeq ? head.feedSeq - head.safeSeq : 0;
            std::printf("  backup reaches to feed %llu, %llu entries before now\n",
                        static_cast<unsigned long long>(head.safeSeq), static_cast<unsigned long long>(since));
        }
        std::printf("%s", head.reconciling ? "  RESTORED, and partners get nothing until `reconcile --confirm`\n" : "");
        std::printf("  disclosure log %llu entries, %s\n", static_cast<unsigned long long>(log.entries),
                    log.isWhole() ? "whole" : ("BROKEN: " + inWords(log.breaks.front())).c_str());
        for (const auto& [type, count] : counts) {
            const auto* schema = schemaOf(type);
            std::printf("  %-22s %zu\n", schema != nullptr ? std::string{schema->name}.c_str() : "(of a newer version)",
                        count);
        }
    }
    return ok();
}

} // namespace frontsheet
