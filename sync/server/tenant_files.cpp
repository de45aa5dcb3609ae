// Tenant where attached files come and go.
#include "sync/server/limits.h"
#include "sync/server/tenant.h"
#include "sync/wire/files_codec.h"
#include "sync/wire/pack.h"
#include "sync/wire/wire_limits.h"

namespace frontsheet {

void Tenant::keepFilesIn(const std::filesystem::path& folder) { m_files = std::make_unique<FileRoom>(folder); }

Result<Bytes> Tenant::filesPut(const Caller& caller, BytesView body) {
    const WallTime now = m_clock.now();
    FS_ASSIGN(const auto reads, m_ledger->read());
    // Also who is shut out hands in the pictures of what they wrote, and nothing else (removal/closing.h): which bytes those are was
    // settled when the record was taken or held. None of it counts against whoever is not.
    FS_ASSIGN(const auto standing, standingOf(*reads, caller, now));
    const bool isShutOut = standing != removal::Standing::Good;
    if (m_files == nullptr) {
        return {ErrorCode::Unsupported, "no files are kept here"};
    }
    if (!(isShutOut ? m_lateFileAsks : m_fileAsks).allow(m_clock.monotonic())) {
        return {ErrorCode::ServerBusy, "too many files at once"};
    }
    FS_ASSIGN(const auto message, wire::unpack(body, wire::kMaxFilePart));
    FS_ASSIGN(const auto part, wire::decodeFilePart(message, m_ledger->agency()));
    FS_ASSIGN(const auto reply,
              m_files->take(*reads, caller.principal,
                            isShutOut ? FileRoom::Bringer::ShutOut : FileRoom::Bringer::InGoodStanding, part, now));
    return wire::pack(wire::encode(m_ledger->agency(), reply));
}

Result<Bytes> Tenant::filesGet(const Caller& caller, BytesView body) {
    const WallTime now = m_clock.now();
    FileRoom::Given given;
    wire::FileAsk ask;
    {
        FS_ASSIGN(const auto reads, m_ledger->read());
        FS_TRY(checkCaller(*reads, caller, CallerKind::Device));
        FS_TRY(checkOpen(*reads, caller));
        if (m_files == nullptr) {
            return {ErrorCode::Unsupported, "no files are kept here"};
        }
        if (!m_fileAsks.allow(m_clock.monotonic())) {
            return {ErrorCode::ServerBusy, "too many files at once"};
        }
        FS_ASSIGN(const auto message, wire::unpack(body, wire::kMaxFileAsk));
        FS_ASSIGN(ask, wire::decodeFileAsk(message, m_ledger->agency()));
        FS_ASSIGN(const auto grants, m_grants.of(*reads, caller.principal, sharing(), now));
        const Pull pull{*reads, caller.principal, *grants, now};
        FS_ASSIGN(given, m_files->give(*reads, caller.principal, pull, ask, now));
    }
    if (given.release) {
        FS_TRY(m_ledger->write(WriteKind::Other, [&](LedgerWrites& writes) -> Result<void> {
            FS_TRY(checkCaller(writes, caller, CallerKind::Device));
            FS_ASSIGN([[maybe_unused]] const auto number, disclosure::append(writes, *given.release, now));
            return ok();
        }));
        m_files->logged(*given.release, now);
    }
    return wire::pack(wire::encodeFileChunks(m_ledger->agency(), given.chunks));
}

} // namespace frontsheet
