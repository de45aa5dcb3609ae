// Asking a home who saw what. Online: each call waits for the home's answer, and the home logs that it was asked. One thread at a
// time; not the UI's.
#pragma once

#include "core/domain/evidence.h"

namespace frontsheet {

class EvidenceLine {
public:
    virtual ~EvidenceLine() = default;
    // One page. NotPermitted for whoever the home does not let read this, InvalidArgument, and the network's errors.
    [[nodiscard]] virtual Result<EvidencePage> ask(const AgencyId& home, const EvidenceAsk& ask) = 0;
};

} // namespace frontsheet
