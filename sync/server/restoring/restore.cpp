#include "sync/server/restoring/restore.h"

#include "core/base/planted_bug.h"
#include "core/domain/schema/sharing_agreement.h"
#include "core/domain/version_line.h"
#include "sync/server/disclosure/disclosure_log.h"
#include "sync/server/relationship_rows.h"
#include "sync/wire/body_codec.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <map>
#include <set>
#include <sstream>

namespace frontsheet::restoring {

namespace {

// In the ledger.
constexpr std::string_view kNote = "restored";
constexpr std::string_view kEndedNote = "agreements ended by the journal";
constexpr std::int64_t kStartOf2020 = 1'577'836'800'000;
constexpr std::int64_t kHour = 3'600'000;

// Statements that were written and not committed are in the journal as well; what was written last under one number stands.
std::vector<const Written*> versionsIn(const std::vector<JournalEntry>& journal) {
    std::vector<const Written*> versions;
    std::map<std::pair<RecordId, HomeVersion>, std::size_t> places;
    for (const auto& entry : journal) {
        const auto* written = std::get_if<Written>(&entry.what);
        if (written == nullptr) {
            continue;
        }
        const auto [place, isNew] = places.try_emplace({written->header.id, written->header.version}, versions.size());
        if (isNew) {
            versions.push_back(written);
        } else {
            versions[place->second] = written;
        }
    }
    return versions;
}

// Records of agreements that had ended, one hexadecimal id a line.
Result<std::string> endedIn(const std::vector<JournalEntry>& journal) {
    std::map<RecordId, bool> ended;
    for (const auto& entry : journal) {
        const auto* written = std::get_if<Written>(&entry.what);
        if (written != nullptr && written->header.type == RecordType::SharingAgreement) {
            FS_ASSIGN(const auto fields, wire::decodeBody(written->body));
            ended[written->header.id] = fields.text(sharing_agreement::kState) == "retired";
        }
    }
    std::string lines;
    for (const auto& [id, is] : ended) {
        lines += is ? id.hex() + "\n" : "";
    }
    return lines;
}

// What a device was told is the last answer to it: one before that is of a commit that the disk refused.
std::map<std::pair<DeviceId, OpId>, const Operation*> answersIn(const std::vector<JournalEntry>& journal) {
    std::map<std::pair<DeviceId, OpId>, const Operation*> answers;
    for (const auto& entry : journal) {
        if (const auto* answered = std::get_if<Answered>(&entry.what)) {
            answers[{answered->device, answered->operation.result.op}] = &answered->operation;
        }
    }
    return answers;
}

class Replaying {
public:
    Replaying(LedgerWrites& ledger, std::uint64_t line) : m_ledger(ledger), m_line(line) {}

    Result<void> versions(const std::vector<JournalEntry>& journal) {
        m_answers = answersIn(journal);
        for (const Written* written : versionsIn(journal)) {
            FS_TRY(version(*written));
        }
        return ok();
    }
    Result<void> take(const JournalEntry& entry) {
        ++m_done.read;
        return std::visit([&](const auto& what) { return one(what, entry.at); }, entry.what);
    }
    [[nodiscard]] const Replayed& done() const { return m_done; }

private:
    Result<void> version(const Written& written) {
        const Record& header = written.header;
        FS_ASSIGN(const auto found, m_ledger.record(header.id));
        const auto [known, isFirst] = m_known.try_emplace(header.id, found ? found->header.version : HomeVersion{});
        if (header.version <= known->second) {
            return ok(); // in the backup, or replayed
        }
        known->second = header.version;
        RecordWrite write;
        write.record = header;
        write.record.home = m_ledger.home();
        write.record.version = versionAfter(found ? found->header.version : HomeVersion{}, m_line);
        FS_ASSIGN(write.record.fields, wire::decodeBody(written.body));
        write.body = written.body;
        // Others come along because they were written in one transaction with these.
        m_done.agreements += header.type == RecordType::SharingAgreement ? 1 : 0;
        m_done.statements += isStatement(header.type) ? 1 : 0;
        return m_ledger.append({&write, 1});
    }
    Result<void> one(const Revoked& revoked, WallTime) {
        FS_ASSIGN(const bool already, m_ledger.isRevoked(revoked.agency, revoked.device));
        m_done.revocations += already ? 0 : 1;
        return m_ledger.revoke(revoked.agency, revoked.device, revoked.at);
    }
    Result<void> one(const Written&, WallTime) { return ok(); } // versions()
    Result<void> one(const Answered& answered, WallTime at) {
        FS_ASSIGN(const auto known, m_ledger.operation(answered.device, answered.operation.result.op));
        if (known) {
            return ok();
        }
        ++m_done.answers;
        return m_ledger.remember(answered.device, *m_answers.at({answered.device, answered.operation.result.op}), at);
    }
    Result<void> one(const EnrolledDevice& device, WallTime) {
        if (m_devices.empty()) {
            FS_ASSIGN(const auto devices, m_ledger.devices());
            for (const auto& known : devices) {
                m_devices.insert(known.device);
            }
        }
        m_done.devices += m_devices.insert(device.device).second ? 1 : 0;
        return m_ledger.keepDevice(device);
    }
    Result<void> one(const Invitation& invitation, WallTime) {
        FS_ASSIGN(const auto known, m_ledger.invitation(invitation.codeHash));
        const bool news = !known || (invitation.usedAt.isKnown() && !known->usedAt.isKnown());
        m_done.invitations += news ? 1 : 0;
        return news ? m_ledger.keepInvitation(invitation) : ok();
    }
    Result<void> one(const HeldBack& back, WallTime) {
        FS_ASSIGN(const auto known, m_ledger.removals().heldAs(back.held.author.device, back.held.intent.op));
        m_done.held += known ? 0 : 1;
        return m_ledger.removalWrites().hold(back.held); // what was settled since waits again
    }
    Result<void> one(const BackedUp&, WallTime) { return ok(); }
    Result<void> one(const Restored&, WallTime) { return ok(); }
    Result<void> one(const Opened&, WallTime) { return ok(); }

    LedgerWrites& m_ledger;
    const std::uint64_t m_line;
    std::map<RecordId, HomeVersion> m_known;
    std::set<DeviceId> m_devices;
    std::map<std::pair<DeviceId, OpId>, const Operation*> m_answers;
    Replayed m_done;
};

std::string inNumbers(const Standing& standing) {
    std::ostringstream out;
    const auto& r = standing.replayed;
    out << standing.restoredAt.ms << ' ' << standing.feedSeq << ' ' << r.read << ' ' << r.revocations << ' '
        << r.statements << ' ' << r.agreements << ' ' << r.answers << ' ' << r.devices << ' ' << r.invitations << ' '
        << standing.segment << ' ' << r.held;
    return out.str();
}

} // namespace

std::uint64_t nextLine(std::uint64_t backups, std::uint64_t journals, WallTime now) {
    const auto hours = std::max<std::int64_t>(0, (now.ms - kStartOf2020) / kHour);
    return std::min(std::max({backups + 1, journals + 1, static_cast<std::uint64_t>(hours)}), kLastLine);
}

Result<Replayed> beginAgain(LedgerWrites& ledger, const std::vector<JournalEntry>& journal, IdSource& ids,
                            std::uint64_t logEnded, WallTime now) {
    FS_ASSIGN(const auto head, ledger.head());
    std::uint64_t lastLine = 0;
    for (const auto& entry : journal) {
        const auto* restored = std::get_if<Restored>(&entry.what);
        lastLine = std::max(lastLine, restored != nullptr ? restored->line : 0);
    }
    const auto line = nextLine(head.line, lastLine, now);
    FS_TRY(ledger.beginLine(ids.random<Epoch>(), line));
    if (planted(PlantedBug::RemovedComesBack)) {
        return ledger.keepNote(kNote, inNumbers({now, head.feedSeq, {}, 0, 0, {}, {}}))
                   ? Result<Replayed>{Replayed{}}
                   : Error{ErrorCode::Internal, {}};
    }
    Replaying replaying{ledger, line};
    FS_TRY(replaying.versions(journal));
    for (const auto& entry : journal) {
        FS_TRY(replaying.take(entry));
    }
    Replayed done = replaying.done();
    done.lastLine = lastLine;
    FS_ASSIGN(const auto number, disclosure::openSegment(ledger, disclosure::SegmentCause::Restored, logEnded,
                                                         "the ledger was restored from a backup", now));
    FS_ASSIGN(const auto ended, endedIn(journal));
    FS_TRY(ledger.keepNote(kEndedNote, ended));
    FS_TRY(ledger.keepNote(kNote, inNumbers({now, head.feedSeq, done, 0, number, {}, {}})));
    return done;
}

Result<std::optional<Standing>> standing(LedgerReads& ledger) {
    FS_ASSIGN(const auto head, ledger.head());
    if (!head.reconciling) {
        return std::optional<Standing>{};
    }
    Standing standing;
    FS_ASSIGN(const auto note, ledger.note(kNote));
    std::istringstream in{note ? *note : Bytes{}};
    auto& r = standing.replayed;
    in >> standing.restoredAt.ms >> standing.feedSeq >> r.read >> r.revocations >> r.statements >> r.agreements >>
        r.answers >> r.devices >> r.invitations >> standing.segment;
    if (in.fail()) {
        return {ErrorCode::StoreDamaged, "what was replayed"};
    }
    in >> r.held; // not in a note of an earlier program
    FS_TRY(ledger.feed(standing.feedSeq, [&](const FeedEntry&) -> Result<Walk> {
        ++standing.since;
        return Walk::On;
    }));
    FS_TRY(ledger.disclosures().entries(standing.segment, [&](const disclosure::StoredEntry& stored) -> Result<Walk> {
        const auto entry = disclosure::decode(stored.bytes);
        const auto* release = entry ? std::get_if<disclosure::Release>(&entry->what) : nullptr;
        if (release != nullptr) {
            standing.devices.insert(release->who.device);
        }
        return Walk::On;
    }));
    FS_ASSIGN(const auto ended, ledger.note(kEndedNote));
    std::istringstream lines{ended ? *ended : Bytes{}};
    for (std::string line; std::getline(lines, line);) {
        FS_ASSIGN(const auto id, RecordId::fromHex(line));
        FS_ASSIGN(const auto found, ledger.record(id));
        if (!found) {
            continue;
        }
        FS_ASSIGN(const auto fields, wire::decodeBody(found->body));
        const auto state = fields.text(sharing_agreement::kState);
        if (state == "active" || state == "signed") {
            standing.atOdds.push_back(std::string{fields.text(sharing_agreement::kAgreement)} + ", version " +
                                      std::to_string(fields.get(sharing_agreement::kVersion)) +
                                      ", had been retired, and is " + std::string{state} + " here");
        }
    }
    return std::optional{standing};
}

Result<void> openToPartners(LedgerWrites& ledger, const Opened& opened, WallTime now) {
    FS_ASSIGN(const auto present, standing(ledger));
    if (!present) {
        return {ErrorCode::WrongState, "this ledger is open to partners"};
    }
    if (!present->atOdds.empty()) {
        return {ErrorCode::WrongState, present->atOdds.front() + ": `agreement retire` it first"};
    }
    FS_TRY(ledger.setOpen());
    return ledger.journal({now, opened});
}

} // namespace frontsheet::restoring
