#include "sync/client/file_carrier.h"

#include "core/base/crash_point.h"
#include "sync/client/answer.h"
#include "sync/wire/files_codec.h"
#include "sync/wire/pack.h"
#include "sync/wire/wire_limits.h"

namespace frontsheet {

namespace {

// What this one file met with; the next may do better.
bool isOfThisFile(ErrorCode code) {
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

// True: on with the next file.
bool noted(const Error& error, std::chrono::milliseconds retryAfter, Carried& out) {
    if (isOfThisFile(error.code)) {
        ++out.waiting;
        return true;
    }
    out.failure = error;
    out.retryAfter = retryAfter;
    return false;
}

} // namespace

Carried FileCarrier::carry(const AgencyId& home, const GoOn& goOn) {
    Carried out;
    const auto files = m_shelf.filesAt(home);
    if (!files) {
        out.failure = files.error();
        return out;
    }
    for (const auto& file : *files) {
        const bool mine = file.own && file.here;
        if ((mine && file.sent) || (!mine && file.here)) {
            continue;
        }
        if (!(mine ? send(file, goOn, out) : take(file, goOn, out))) {
            break;
        }
    }
    return out;
}

bool FileCarrier::send(const FileOnRecord& file, const GoOn& goOn, Carried& out) {
    wire::FilePart part{file.home, file.record, file.address, 0, {}}; // first: how far did it get?
    std::uint32_t repeats = 0;
    for (;;) {
        if (!goOn()) {
            return false;
        }
        auto answer = ReadAnswer::of(
            m_transport.post(file.home, "files/put", wire::pack(wire::encode(part)), wire::kMaxFilePartReply),
            wire::kMaxFilePartReply);
        if (!answer.isMessage()) {
            return noted(answer.refused().error, answer.refused().retryAfter, out);
        }
        const auto reply = wire::decodeFilePartReply(answer.message(), file.home);
        if (!reply) {
            return noted(reply.error(), {}, out);
        }
        out.chunksSent += part.data.empty() ? 0 : 1;
        m_shelf.noteProgress(file.address, reply->have);
        crashPoint("sync.files.after-chunk");
        if (reply->whole) {
            ++out.filesSent;
            const auto told = m_shelf.noteSent(file);
            return told ? true : noted(told.error(), {}, out);
        }
        // A home that takes the same chunk again and again, or speaks of more than there is, goes round in circles.
        const bool forward = part.data.empty() || reply->have > part.chunk;
        repeats = forward ? 0 : repeats + 1;
        if (reply->have >= file.chunks() || repeats > 2) {
            return noted({ErrorCode::Malformed, "a home that goes round in circles"}, {}, out);
        }
        part.chunk = reply->have;
        auto sealed = m_shelf.sealedChunk(file, part.chunk);
        if (!sealed) {
            return noted(sealed.error(), {}, out);
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
            return noted(answer.refused().error, answer.refused().retryAfter, out);
        }
        const auto chunks = wire::decodeFileChunks(answer.message(), file.home);
        if (!chunks) {
            return noted(chunks.error(), {}, out);
        }
        if (chunks->empty()) {
            ++out.waiting; // whoever added it has had no signal since
            return true;
        }
        for (const auto& sealed : *chunks) {
            const auto taken = m_shelf.takeChunk(file.record, file.address, next, sealed);
            if (!taken) {
                return noted(taken.error(), {}, out);
            }
            ++out.chunksTaken;
            ++next;
            crashPoint("sync.files.after-chunk");
        }
    }
    ++out.filesTaken;
    return true;
}

} // namespace frontsheet
