// A record's fields as bytes (the Body of record.proto): the same on the wire, in the mirror and in the ledger.
#pragma once

#include "core/domain/record.h"
#include "core/usecases/ports/body_codec.h"

namespace frontsheet::wire {

// The same fields always give the same bytes: ascending tags, each once, nothing empty.
[[nodiscard]] Bytes encodeBody(const FieldSet& fields);

// Malformed: not a body, tags out of order or out of range, an empty value; NotText; TooLarge. A field whose shape a newer
// schema brought is left out of the set (it stays in the bytes, which is where a record is kept).
[[nodiscard]] Result<FieldSet> decodeBody(BytesView body);

// Whether a body from outside may be stored: decodeBody()'s errors and checkFields()'s for its record type. For the page
// path, so without building a FieldSet.
[[nodiscard]] Result<void> checkBody(RecordType type, BytesView body);

// The port through which core/store reads and writes bodies and outbox intents.
class WireBodyCodec final : public BodyCodec {
public:
    [[nodiscard]] Bytes encode(const FieldSet& fields) const override;
    [[nodiscard]] Result<FieldSet> decode(BytesView body) const override;
    [[nodiscard]] std::uint64_t contentHash(const Record& header, BytesView body) const override;
    [[nodiscard]] Bytes encodeIntent(const Intent& intent) const override;
    [[nodiscard]] Result<Intent> decodeIntent(BytesView bytes) const override;
};

} // namespace frontsheet::wire
