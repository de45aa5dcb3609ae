// The only way anything a person typed gets onto the disk.
#pragma once

#include "core/domain/intent.h"

#include <vector>

namespace frontsheet {

class IntentWriter {
public:
    virtual ~IntentWriter() = default;
    // All of them in one transaction, committed with synchronous=FULL before this returns: only then may the screen say
    // "saved". Blocks on the store's writer; not for the UI thread.
    //  * An intent for a draft whose last edit was never handed out is folded into it (domain: folded()); its op id is
    //    remembered as another name of the earlier one.
    //  * `base` is raised to the version that this device's own earlier edits of the record became meanwhile; `before`
    //    values stay as the author saw them.
    //  * An intent that `replaces` one needing attention takes its place in the queue: the old one goes to the journal, and
    //    what waited for it waits for the new one.
    //  * The same intent saved again is a success without effect.
    // Errors: DiskFull, DiskFailed, StoreFailed, StoreDamaged: nothing was saved, the caller keeps the text. Duplicate: another
    // intent has this op id. InvalidArgument: no op, record or home.
    [[nodiscard]] virtual Result<void> save(const std::vector<Intent>& intents) = 0;
};

} // namespace frontsheet
