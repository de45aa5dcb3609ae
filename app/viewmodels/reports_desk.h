// A desk that makes reports as well. Asked for by the page that shows them.
#pragma once

#include "app/viewmodels/open_desk.h"
#include "core/usecases/reports.h"

namespace frontsheet {

class ReportsDesk {
public:
    virtual ~ReportsDesk() = default;
    // On the executor's thread.
    [[nodiscard]] virtual Reports& reports() = 0;

    // nullptr: none are made here.
    [[nodiscard]] static Reports* of(OpenDesk& desk) {
        auto* makes = dynamic_cast<ReportsDesk*>(&desk);
        return makes == nullptr ? nullptr : &makes->reports();
    }
};

} // namespace frontsheet
