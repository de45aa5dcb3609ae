// What is held of one home, walked in the order in which it is compared with it: by scope, and in each by record. The mirror
// alone: what the home sent, without this device's own edits.
#pragma once

#include "core/base/result.h"
#include "core/domain/scope.h"
#include "core/sqlite/connection.h"
#include "core/store/record_rows.h"
#include "core/usecases/ports/body_codec.h"
#include "core/usecases/ports/sync_store.h"

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace frontsheet::store {

class HeldWalk {
public:
    HeldWalk(sqlite::Connection& db, const BodyCodec& codec, const AgencyId& server)
        : m_db(db), m_codec(codec), m_server(server) {}

    // Calls `visit` for what lies after `after` and up to `upTo`, and stops once `most` records were visited, or many more looked
    // at. Where it got to: `upTo` when that is all.
    using Visitor = std::function<void(const HeldPoint& at, std::uint64_t hash)>;
    [[nodiscard]] Result<HeldPoint> walk(const HeldPoint& after, const HeldPoint& upTo, std::size_t most,
                                         const Visitor& visit);
    // The same as one span, to where it got.
    [[nodiscard]] Result<HeldSpan> span(const HeldPoint& after, const HeldPoint& upTo, std::size_t most);

private:
    struct Stretch;
    [[nodiscard]] Result<std::vector<std::string>> someScopes(const std::string& from, bool inclusive);
    // Where in `scope` it stopped; a null record: the scope is done.
    [[nodiscard]] Result<RecordId> walkScope(const std::string& name, const Scope& scope, Stretch& stretch);
    [[nodiscard]] Result<RecordId> walkRows(sqlite::Statement& rows, const std::string& name, const Scope& scope,
                                            Stretch& stretch);
    [[nodiscard]] Result<bool> comesApart(const ScopedRecord& record);

    sqlite::Connection& m_db;
    const BodyCodec& m_codec;
    const AgencyId& m_server;
};

} // namespace frontsheet::store
