// What every view model shares while somebody is signed in: the desk, where jobs run, and how things are worded.
#pragma once

#include "app/viewmodels/executor.h"
#include "app/viewmodels/open_desk.h"
#include "app/viewmodels/ui_dispatcher.h"
#include "app/viewmodels/wording.h"

#include <cstdint>
#include <memory>

namespace frontsheet {

enum class Form : std::uint8_t { Tablet, Laptop };

struct Session {
    Executor& executor;
    UiDispatcher& ui;
    const Clock& clock;
    Wording wording;
    std::shared_ptr<OpenDesk> desk; // null while locked; UI thread only
    bool tablet = true;
};

} // namespace frontsheet
