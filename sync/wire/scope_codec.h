// What requests and replies share: scope names and where the fetching of one stands.
#pragma once

#include "core/usecases/ports/sync_store.h"

namespace frontsheet::wire {

// 1 to kMaxScopeName printable ASCII characters without spaces: the server's own name for it.
[[nodiscard]] Result<std::string> decodeScope(BytesView name);
// PartialScope and GrantedScope are laid out alike: the one has a resume key, the other a lease.
[[nodiscard]] Result<ScopeProgress> decodeProgress(BytesView bytes);

} // namespace frontsheet::wire
