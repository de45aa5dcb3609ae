// How field sets become bytes at rest. The store keeps them opaque; sync/wire implements this with the wire's own Body,
// so that what came over the wire is stored without being taken apart.
#pragma once

#include "core/domain/intent.h"

namespace frontsheet {

class BodyCodec {
public:
    virtual ~BodyCodec() = default;
    // Any thread; the same fields always give the same bytes.
    [[nodiscard]] virtual Bytes encode(const FieldSet& fields) const = 0;
    // Malformed on bytes that are not a body.
    [[nodiscard]] virtual Result<FieldSet> decode(BytesView body) const = 0;
    // What a record says, as one number; the header is without fields (sync/wire/content_hash.h). Any thread.
    [[nodiscard]] virtual std::uint64_t contentHash(const Record& header, BytesView body) const = 0;
    // Intents at rest in the outbox.
    [[nodiscard]] virtual Bytes encodeIntent(const Intent& intent) const = 0;
    [[nodiscard]] virtual Result<Intent> decodeIntent(BytesView bytes) const = 0;
};

} // namespace frontsheet
