#include "app/agency_server/backup/agency_restore.h"
#include "app/agency_server/files.h"
#include "app/agency_server/serve_lock.h"
#include "app/agency_server/server_folder.h"
#include "app/agency_server/verbs/audit_lines.h"
#include "app/agency_server/verbs/verb.h"
#include "core/base/utf8.h"

#include <cstdio>

namespace frontsheet {

namespace {

unsigned long long shown(std::uint64_t number) { return number; }

void print(const AgencyBackup& backup) {
    std::printf("%s\n  %s, made %s\n  %llu records, feed %llu, disclosure log %llu entries: read back and whole\n",
                backup.path.c_str(), backup.agency.str().c_str(), inUtc(backup.madeAt).c_str(), shown(backup.records),
                shown(backup.feedSeq), shown(backup.logEntries));
}

// What a restored ledger got from the journal, for whoever has to answer for it.
void print(const restoring::Replayed& replayed) {
    std::printf("From the journal, %llu entries, into what the backup did not know:\n", shown(replayed.read));
    const auto line = [](std::size_t count, const char* what) { std::printf("  %5zu  %s\n", count, what); };
    line(replayed.revocations, "devices revoked");
    line(replayed.statements, "permissions, objections and what else people said about sharing");
    line(replayed.agreements, "changes of how an agreement stands");
    line(replayed.devices, "devices enrolled");
    line(replayed.invitations, "one-time codes made or used");
    line(replayed.held, "edits in the late inbox, to be looked at (again)");
    line(replayed.answers, "answers to devices, so that what they send again counts once");
}

} // namespace

Result<void> runBackup(const Arguments& arguments, VerbContext& context) {
    FS_ASSIGN(const auto to, arguments.required("to"));
    FS_ASSIGN(const auto folder, ServerFolder::open(arguments.position(0)));
    FS_ASSIGN(auto agencies, folder.hosted());
    const auto partnership = arguments.value("partnership");
    if (const auto only = arguments.value("agency")) {
        agencies.assign(1, AgencyId{*only});
    }
    for (const auto& agency : agencies) {
        FS_ASSIGN(const auto backup, makeBackup(folder, agency, {to, partnership.value_or(folder.partnershipFile())},
                                                context.clock.now()));
        print(backup);
    }
    return ok();
}

Result<void> runRestore(const Arguments& arguments, VerbContext& context) {
    FS_ASSIGN(const auto from, arguments.required("from"));
    FS_ASSIGN(const auto backup, readBackup(from));
    FS_ASSIGN(const auto folder, bringBackHost(arguments.position(0), backup));
    FS_ASSIGN(const auto lock, ServeLock::take(folder.lockFile()));
    RestoreWish wish;
    wish.newer = arguments.has("replace-newer") ? RestoreWish::Newer::MayGo : RestoreWish::Newer::IsKept;
    wish.older = arguments.has("older-backup") ? RestoreWish::Older::MayBe : RestoreWish::Older::IsRefused;
    wish.journal = arguments.has("without-journal") ? RestoreWish::Journal::MayMiss : RestoreWish::Journal::MustBe;
    FS_ASSIGN(const auto done, restoreAgency(folder, backup, wish, context.clock.now(), context.ids));
    std::printf("%s is back as of %s, feed %llu, %llu records\n", backup.agency.str().c_str(),
                inUtc(backup.madeAt).c_str(), shown(backup.feedSeq), shown(backup.records));
    if (!done.setAside.empty()) {
        std::printf("What was in its place is kept: %s%s\n", done.setAside.c_str(),
                    done.feedSeqBefore ? "" : " (it could not be read)");
    }
    if (done.feedSeqBefore && *done.feedSeqBefore > backup.feedSeq) {
        std::printf("It reached %llu entries further; devices send again what they still have of those\n",
                    shown(*done.feedSeqBefore - backup.feedSeq));
    }
    if (done.last) {
        std::printf("A later backup reached %llu entries further. Devices keep nothing of those: they are LOST\n",
                    shown(done.last->feedSeq - backup.feedSeq));
    }
    if (done.journalSetAside) {
        std::printf(
            "The JOURNAL IS DAMAGED and kept under another name beside the new one; what could be read of it:\n");
    }
    if (done.hadJournal) {
        print(done.replayed);
    } else {
        std::printf(
            "There was NO JOURNAL: who was revoked, what people objected to and which agreements ended since %s\n"
            "is not known here. Find out before you open it to partners.\n",
            inUtc(backup.madeAt).c_str());
    }
    std::printf("Start `serve`: own workers are served, and everybody's work is taken. Partners get nothing until\n"
                "`reconcile --confirm`.\n");
    return ok();
}

Result<void> runReconcile(const Arguments& arguments, VerbContext& context) {
    FS_ASSIGN(const auto code, arguments.required("agency"));
    FS_ASSIGN(const auto folder, ServerFolder::open(arguments.position(0)));
    FS_ASSIGN(const auto ledger, folder.ledgerOf(AgencyId{code}));
    {
        FS_ASSIGN(const auto reads, ledger->read());
        FS_ASSIGN(const auto standing, restoring::standing(*reads));
        if (!standing) {
            return {ErrorCode::WrongState, code + " was not restored, or is open to partners again"};
        }
        std::printf("%s was restored %s from a backup that reaches to feed %llu\n", code.c_str(),
                    inUtc(standing->restoredAt).c_str(), shown(standing->feedSeq));
        print(standing->replayed);
        std::printf("Since then %llu versions have come in: sent again by devices, replayed, or new\n",
                    shown(standing->since));
        for (const auto& words : standing->atOdds) {
            std::printf("AGREEMENT: %s\n", words.c_str());
        }
        FS_ASSIGN(const auto devices, reads->devices());
        std::size_t back = 0;
        std::size_t current = 0;
        for (const auto& device : devices) {
            const bool isCurrent = context.clock.now() < device.certifiedUntil;
            current += isCurrent ? 1 : 0;
            back += isCurrent && standing->devices.contains(device.device) ? 1 : 0;
        }
        std::printf("%zu of %zu own devices with a current certificate have been in contact since\n", back, current);
    }
    if (!arguments.has("confirm")) {
        std::printf("Partners get nothing yet. When you have seen to it that nothing is missing above:\n"
                    "  frontsheet-agency reconcile FOLDER --agency %s --confirm --by NAME [--reason WORDS]\n",
                    code.c_str());
        return ok();
    }
    restoring::Opened opened;
    FS_ASSIGN(opened.by, arguments.required("by"));
    opened.words = arguments.valueOr("reason", "");
    if (!isText(opened.by) || !isText(opened.words) || opened.by.size() > 64 || opened.words.size() > 1000) {
        return {ErrorCode::InvalidArgument, "--by takes a name, --reason some words"};
    }
    FS_TRY(ledger->write(WriteKind::Other, [&](LedgerWrites& writes) {
        return restoring::openToPartners(writes, opened, context.clock.now());
    }));
    std::printf("%s is open to partners again\n", code.c_str());
    return ok();
}

} // namespace frontsheet
