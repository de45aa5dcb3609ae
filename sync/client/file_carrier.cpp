#include "sync/client/file_carrier.h"

#include "core/base/crash_point.h"
#include "sync/client/sync_tuning.h"
#include "sync/wire/files_codec.h"
#include "sync/wire/pack.h"
#include "sync/wire/wire_limits.h"

#include <algorithm>

namespace frontsheet {

namespace {

// What this one file met with; the next may do better.
bool isOfOneFile(ErrorCode code) {
    switch (code) {
    case ErrorCode::NotFound: // no longer this worker's, or its record is not there yet
    case ErrorCode::Malformed:
    case ErrorCode::WrongState:
    case ErrorCode::TooLarge:
    case ErrorCode::InvalidArgument:
        return true;
    default:
        return false;
    }
}

} // namespace

Carried FileCarrier::handIn(const AgencyId& home) {
    std::uint32_t left = sync_tuning::kAsksAtClosing;
    return carry(
        home, [&left] { return left > 0 && left-- > 0; }, Ways::ThereAlone);
}

Carried FileCarrier::carry(const AgencyId& home, const GoOn& goOn, Ways ways) {
    Carried out;
    const auto files = m_shelf.filesAt(home);
    if (!files) {
        out.failure = files.error();
        return out;
    }
    for (const auto& file : *files) {
        const bool mine = file.own && file.here;
        if ((mine && file.sent) || (!mine && (file.here || ways == Ways::ThereAlone))) {
            continue;
        }
        if (rests(file)) {
            ++out.waiting;
            continue;
        }
        if (!(mine ? send(file, goOn, out) : take(file, goOn, out))) {
            break;
        }
    }
    return out;
}

bool FileCarrier::rests(const FileOnRecord& file) {
    const auto at = m_rests.find({file.home, file.address});
    if (at == m_rests.end() || at->second.looks == 0) {
        return false;
    }
    --at->second.looks;
    return true;
}

bool FileCarrier::ofThisFile(const FileOnRecord& file, ErrorCode met, Carried& out) {
    m_shelf.noteTrouble(file.address, met);
    ++out.waiting;
    // That its home knows nothing of it costs a question, and is how everything begins; of what no record here speaks of any more each
    // home is asked, and most know nothing.
    if (met != ErrorCode::NotFound || file.aside) {
        if (m_rests.size() >= sync_tuning::kFilesThatRest) {
            m_rests.clear(); // they are tried once more
        }
        auto& rest = m_rests[{file.home, file.address}];
        rest.looks = 1U << std::min(rest.times++, sync_tuning::kMostRestDoublings);
    }
    return true;
}

bool FileCarrier::refused(const FileOnRecord& file, const Refused& why, Carried& out) {
    // Anything between may cut or alter what passes: that is no word about the file, but for its size.
    if (isOfOneFile(why.error.code) && (why.byHome || why.error.code == ErrorCode::TooLarge)) {
        return ofThisFile(file, why.error.code, out);
    }
    if (why.error.code == ErrorCode::ServerBusy || why.error.code == ErrorCode::ServerFailed) {
        m_shelf.noteTrouble(file.address, why.error.code);
    }
    out.failure = why.error;
    out.retryAfter = why.retryAfter;
    return false;
}

bool FileCarrier::failed(const FileOnRecord& file, const Error& why, Carried& out) {
    if (isOfOneFile(why.code)) {
        return ofThisFile(file, why.code, out);
    }
    m_shelf.noteTrouble(file.address, why.code);
    out.failure = why;
    return false;
}

bool FileCarrier::send(const FileOnRecord& file, const GoOn& goOn, Carried& out) {
    wire::FilePart part{file.home, file.record, file.address, 0, {}}; // first: how far did it get?
    for (std::uint32_t sent = 0;;) {
        if (!goOn()) {
            return false;
        }
        auto answer = ReadAnswer::of(
            m_transport.post(file.home, "files/put", wire::pack(wire::encode(part)), wire::kMaxFilePartReply),
            wire::kMaxFilePartReply);
        if (!answer.isMessage()) {
            return refused(file, answer.refused(), out);
        }
        const auto reply = wire::decodeFilePartReply(answer.message(), file.home);
        if (!reply) {
            return refused(file, {reply.error(), {}, false}, out);
        }
        sent += part.data.empty() ? 0 : 1;
        out.chunksSent += part.data.empty() ? 0 : 1;
        // All of it is there when its home says that it is the file.
        m_shelf.noteProgress(file.address, reply->whole ? file.chunks() : std::min(reply->have, file.chunks() - 1));
        crashPoint("sync.files.after-chunk");
        if (reply->whole) {
            ++out.filesSent;
            const auto told = m_shelf.noteSent(file);
            m_rests.erase({file.home, file.address});
            return told ? true : failed(file, told.error(), out);
        }
        // A home that forgets what it took, or speaks of more than there is, goes round in circles.
        if (reply->have >= file.chunks() || sent >= file.chunks() + sync_tuning::kChunksSentAgain) {
            return ofThisFile(file, ErrorCode::Malformed, out);
        }
        part.chunk = reply->have;
        auto sealed = m_shelf.sealedChunk(file, part.chunk);
        if (!sealed) {
            return failed(file, sealed.error(), out);
        }
        part.data = std::move(*sealed);
    }
}

bool FileCarrier::take(const FileOnRecord& file, const GoOn& goOn, Carried& out) {
    std::uint32_t next = file.chunksHere;
    while (next < file.chunks()) {
        if (!goOn()) {
            return false;
        }
        const wire::FileAsk ask{file.home, file.record, file.address, next, wire::kMaxChunksPerReply};
        auto answer = ReadAnswer::of(
            m_transport.post(file.home, "files/get", wire::pack(wire::encode(ask)), wire::kMaxFileChunks),
            wire::kMaxFileChunks);
        if (!answer.isMessage()) {
            return refused(file, answer.refused(), out);
        }
        const auto chunks = wire::decodeFileChunks(answer.message(), file.home);
        if (!chunks) {
            return refused(file, {chunks.error(), {}, false}, out);
        }
        if (chunks->empty()) {
            return ofThisFile(file, ErrorCode::NotFound, out); // whoever added it has had no signal since
        }
        for (const auto& sealed : *chunks) {
            const auto taken = m_shelf.takeChunk(file.record, file.address, next, sealed);
            if (!taken) {
                return failed(file, taken.error(), out);
            }
            m_shelf.noteProgress(file.address, 0);
            ++out.chunksTaken;
            ++next;
            crashPoint("sync.files.after-chunk");
        }
    }
    m_rests.erase({file.home, file.address});
    ++out.filesTaken;
    return true;
}

} // namespace frontsheet
