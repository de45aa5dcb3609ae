#include "app/agency_server/server_folder.h"
#include "app/agency_server/verbs/asked_agencies.h"
#include "app/agency_server/verbs/report_lines.h"
#include "app/agency_server/verbs/verb.h"
#include "core/domain/calendar.h"
#include "sync/wire/body_codec.h"

#include <cstdio>

namespace frontsheet {

namespace {

std::string todayHere(const Clock& clock) {
    const WallTime now = clock.now();
    return isoDate(now + std::chrono::milliseconds{summerTimeAt(now)});
}

// Only what the report makes use of is unpacked.
template <class Reader>
Result<void> feed(LedgerReads& reads, Reader& reader) {
    return reads.records({RecordRange::Of::Everything, {}, {}}, [&](const KeptRecord& kept) -> Result<Walk> {
        if (Reader::wants(kept.header.type)) {
            Record record = kept.header;
            FS_ASSIGN(record.fields, wire::decodeBody(kept.body));
            reader.read(record);
        }
        return Walk::On;
    });
}

Result<Directory> directoryOf(LedgerReads& reads) {
    std::vector<Record> entries;
    const auto take = [&](const KeptRecord& kept) -> Result<Walk> {
        Record record = kept.header;
        FS_ASSIGN(record.fields, wire::decodeBody(kept.body));
        entries.push_back(std::move(record));
        return Walk::On;
    };
    FS_TRY(reads.records({RecordRange::Of::Directory, {}, {}}, take));
    FS_TRY(reads.partnerRecords(take));
    return Directory{entries};
}

Result<std::string> cohort(LedgerReads& reads, const report::ReportPeriod& period, const Clock& clock,
                           const Arguments& arguments, report::ToldTo whom) {
    report::CohortReader reader{period, todayHere(clock), {reads.home(), {}}};
    FS_TRY(feed(reads, reader));
    const auto found = reader.finish();
    return arguments.has("json") ? cohortInJson(reads.home(), found, whom) : cohortInWords(reads.home(), found, whom);
}

Result<std::string> referrals(LedgerReads& reads, const report::ReportPeriod& period, const Clock& clock,
                              const Arguments& arguments, report::ToldTo whom) {
    report::ReferralReader reader{period, clock.now(), {reads.home(), {}, {}}};
    FS_TRY(feed(reads, reader));
    const auto found = reader.finish();
    if (arguments.has("json")) {
        return referralsInJson(reads.home(), found, whom);
    }
    FS_ASSIGN(const auto directory, directoryOf(reads));
    return referralsInWords(reads.home(), found, directory, whom);
}

} // namespace

Result<void> runReport(const Arguments& arguments, VerbContext& context) {
    const std::string& what = arguments.position(0);
    if (what != "cohort" && what != "referrals") {
        return {ErrorCode::InvalidArgument, "say cohort or referrals, then the folder"};
    }
    FS_ASSIGN(const auto from, arguments.required("from"));
    FS_ASSIGN(const auto to, arguments.required("to"));
    FS_ASSIGN(const auto period, report::periodBetween(from, to));
    const auto whom = arguments.has("people") ? report::ToldTo::TheirOwnWorkers : report::ToldTo::Anybody;
    FS_ASSIGN(const auto folder, ServerFolder::open(arguments.position(1)));
    FS_ASSIGN(const auto agencies, askedAgencies(folder, arguments));
    for (const auto& agency : agencies) {
        FS_ASSIGN(const auto ledger, folder.ledgerOf(agency));
        FS_ASSIGN(const auto reads, ledger->read());
        FS_ASSIGN(const auto text, what == "cohort" ? cohort(*reads, period, context.clock, arguments, whom)
                                                    : referrals(*reads, period, context.clock, arguments, whom));
        if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) {
            return {ErrorCode::DiskFailed, "writing the report"};
        }
    }
    return std::fflush(stdout) == 0 ? ok() : Result<void>{ErrorCode::DiskFailed, "writing the report"};
}

} // namespace frontsheet
