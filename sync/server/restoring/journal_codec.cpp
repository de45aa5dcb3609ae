#include "sync/wire/journal_codec.h"

#include "sync/server/relationship_rows.h"
#include "sync/server/restoring/journal.h"
#include "sync/wire/body_codec.h"

#include <cstring>

namespace frontsheet::restoring {

namespace {

enum class Kind : std::uint8_t {
    Revoked = 1,
    Written = 2,
    Answered = 3,
    Enrolled = 4,
    Invitation = 5,
    BackedUp = 6,
    Restored = 7,
    Opened = 8,
    HeldBack = 9
};

void fill(wire::JournalLine& out, const Revoked& revoked) {
    out.kind = static_cast<std::uint32_t>(Kind::Revoked);
    out.agency = revoked.agency;
    out.device = revoked.device;
    out.createdAt = revoked.at;
}

void fill(wire::JournalLine& out, const Written& written) {
    out.kind = static_cast<std::uint32_t>(Kind::Written);
    out.record = {written.header, written.body};
}

void fill(wire::JournalLine& out, const Answered& answered) {
    out.kind = static_cast<std::uint32_t>(Kind::Answered);
    out.device = answered.device;
    out.hash = answered.operation.hash;
    const auto& result = answered.operation.result;
    out.op = result.op;
    out.outcome = static_cast<std::uint32_t>(result.outcome);
    out.reason = static_cast<std::uint32_t>(result.reason);
    out.version = result.version.n;
}

void fill(wire::JournalLine& out, const EnrolledDevice& device) {
    out.kind = static_cast<std::uint32_t>(Kind::Enrolled);
    out.device = device.device;
    out.worker = device.worker.str();
    out.role = device.role;
    out.createdAt = device.enrolledAt;
    out.until = device.certifiedUntil;
}

void fill(wire::JournalLine& out, const Invitation& invitation) {
    out.kind = static_cast<std::uint32_t>(Kind::Invitation);
    out.codeHash = invitation.codeHash;
    out.worker = invitation.worker.str();
    out.role = invitation.role;
    out.createdAt = invitation.createdAt;
    out.until = invitation.expiresAt;
    out.version = static_cast<std::uint64_t>(invitation.usedAt.ms);
    out.device = invitation.device;
    out.hash = invitation.requestHash;
}

void fill(wire::JournalLine& out, const BackedUp& backup) {
    out.kind = static_cast<std::uint32_t>(Kind::BackedUp);
    out.feedSeq = backup.feedSeq;
    out.hash = backup.sha256;
}

void fill(wire::JournalLine& out, const Restored& restored) {
    out.kind = static_cast<std::uint32_t>(Kind::Restored);
    out.feedSeq = restored.feedSeq;
    out.line = restored.line;
}

void fill(wire::JournalLine& out, const Opened& opened) {
    out.kind = static_cast<std::uint32_t>(Kind::Opened);
    out.worker = opened.by;
    out.words = opened.words;
}

void fill(wire::JournalLine& out, const HeldBack& back) {
    out.kind = static_cast<std::uint32_t>(Kind::HeldBack);
    out.device = back.held.author.device;
    out.agency = back.held.author.agency;
    out.worker = back.held.author.worker.str();
    out.role = back.held.author.role;
    out.reason = static_cast<std::uint32_t>(back.held.reason);
    out.intent = wire::WireBodyCodec{}.encodeIntent(back.held.intent);
}

Result<Happened> heldBack(wire::JournalLine& read) {
    HeldBack back;
    back.held.author = {read.agency, WorkerId{read.worker}, read.role, read.device};
    back.held.receivedAt = read.at;
    back.held.reason = static_cast<ErrorCode>(read.reason);
    FS_ASSIGN(back.held.intent, wire::WireBodyCodec{}.decodeIntent(read.intent));
    const auto& author = back.held.author;
    if (author.device.isNull() || !author.agency.isWellFormed() || !author.worker.isWellFormed() ||
        back.held.intent.op.isNull() || read.reason > 0xFFFF) {
        return {ErrorCode::Malformed, "a journal's entry"};
    }
    return Happened{std::move(back)};
}

Result<Happened> happened(wire::JournalLine& read) {
    const Error malformed{ErrorCode::Malformed, "a journal's entry"};
    switch (static_cast<Kind>(read.kind)) {
    case Kind::Revoked:
        if (!read.agency.isWellFormed() || read.device.isNull()) {
            return malformed;
        }
        return Happened{Revoked{read.agency, read.device, read.createdAt}};
    case Kind::Written:
        if (read.record.header.id.isNull()) {
            return malformed;
        }
        return Happened{Written{std::move(read.record.header), std::move(read.record.body)}};
    case Kind::Answered: {
        const bool known = read.outcome >= 1 && read.outcome <= static_cast<std::uint64_t>(IntentOutcome::Refused) &&
                           read.reason <= 0xFFFF;
        if (read.device.isNull() || read.op.isNull() || !known) {
            return malformed;
        }
        return Happened{Answered{read.device,
                                 {read.hash,
                                  {read.op, static_cast<IntentOutcome>(read.outcome),
                                   static_cast<ErrorCode>(read.reason), HomeVersion{read.version}}}}};
    }
    case Kind::Enrolled:
        if (read.device.isNull() || !WorkerId{read.worker}.isWellFormed()) {
            return malformed;
        }
        return Happened{EnrolledDevice{read.device, WorkerId{read.worker}, read.role, read.createdAt, read.until}};
    case Kind::Invitation: {
        Invitation invitation;
        invitation.codeHash = read.codeHash;
        invitation.worker = WorkerId{read.worker};
        invitation.role = read.role;
        invitation.createdAt = read.createdAt;
        invitation.expiresAt = read.until;
        invitation.usedAt.ms = static_cast<std::int64_t>(read.version);
        invitation.device = read.device;
        invitation.requestHash = read.hash;
        if (invitation.codeHash.empty()) {
            return malformed;
        }
        return Happened{std::move(invitation)};
    }
    case Kind::BackedUp:
        return Happened{BackedUp{read.feedSeq, read.hash}};
    case Kind::Restored:
        return Happened{Restored{read.feedSeq, read.line}};
    case Kind::Opened:
        return Happened{Opened{read.worker, read.words}};
    case Kind::HeldBack:
        return heldBack(read);
    }
    return {ErrorCode::Unsupported, "a journal's entry of a later program"};
}

} // namespace

bool isJournalled(RecordType type) { return isStatement(type) || type == RecordType::SharingAgreement; }

Bytes encode(const JournalEntry& entry) {
    wire::JournalLine out;
    out.at = entry.at;
    std::visit([&out](const auto& what) { fill(out, what); }, entry.what);
    return wire::encode(out);
}

Result<JournalEntry> decodeJournalEntry(BytesView bytes, const AgencyId& home) {
    FS_ASSIGN(auto line, wire::decodeJournalLine(bytes, home));
    JournalEntry entry;
    entry.at = line.at;
    FS_ASSIGN(entry.what, happened(line));
    return entry;
}

Bytes encode(const JournalHead& head) {
    Bytes out;
    for (unsigned shift = 0; shift < 64; shift += 8) {
        out += static_cast<char>(head.entries >> shift & 0xFF);
    }
    out.append(reinterpret_cast<const char*>(head.hash.data()), head.hash.size());
    return out;
}

Result<JournalHead> decodeJournalHead(BytesView bytes) {
    JournalHead head;
    if (bytes.size() != 8 + head.hash.size()) {
        return {ErrorCode::Malformed, "a journal's head"};
    }
    for (std::size_t i = 0; i < 8; ++i) {
        head.entries |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[i])) << (8 * i);
    }
    std::memcpy(head.hash.data(), bytes.data() + 8, head.hash.size());
    return head;
}

} // namespace frontsheet::restoring
