// The only way anything a person typed gets onto the disk.
#pragma once

#include "core/domain/intent.h"

#include <vector>

namespace frontsheet {

class IntentWriter {
public:
    virtual ~IntentWriter() = default;
    // All of them in one transaction, committed with synchronous=FULL before this returns: only then may the screen say
    // "saved". Intents for the same draft that were never sent are folded into one. Errors: DiskFull, StoreFailed (nothing
    // was saved; the caller keeps the text). Blocks on the store thread; not for the UI thread.
    [[nodiscard]] virtual Result<void> save(const std::vector<Intent>& intents) = 0;
};

} // namespace frontsheet
