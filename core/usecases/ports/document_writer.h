// Writing a document to a file that leaves this device's keeping: the caller notes that as a reading first. Not for the UI thread.
#pragma once

#include "core/domain/document.h"

#include <string>

namespace frontsheet {

class DocumentWriter {
public:
    virtual ~DocumentWriter() = default;
    // Where it was written, as a person may look for it. DiskFull, DiskFailed; nothing is left of a document half written.
    [[nodiscard]] virtual Result<std::string> write(const Document& document) = 0;
};

} // namespace frontsheet
