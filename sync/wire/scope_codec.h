// What requests and replies share: scope names and where the fetching of one stands.
#pragma once

#include "core/usecases/ports/sync_store.h"

namespace frontsheet::wire {

// 1 to kMaxScopeName printable ASCII characters without spaces: the server's own name for it.
[[nodiscard]] Result<std::string> decodeScope(BytesView name);
// PartialScope and GrantedScope (which has no resume key) are laid out alike.
[[nodiscard]] Result<ScopeProgress> decodeProgress(BytesView bytes);

} // namespace frontsheet::wire
