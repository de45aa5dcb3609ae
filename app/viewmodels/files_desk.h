// A desk that keeps attached files as well. Asked for by whoever shows them; a desk without it shows none.
#pragma once

#include "app/viewmodels/open_desk.h"
#include "core/usecases/attachments.h"

namespace frontsheet {

class FilesDesk {
public:
    virtual ~FilesDesk() = default;
    // On the executor's thread.
    [[nodiscard]] virtual Attachments& files() = 0;

    // nullptr: none are kept here.
    [[nodiscard]] static Attachments* of(OpenDesk& desk) {
        auto* keeps = dynamic_cast<FilesDesk*>(&desk);
        return keeps == nullptr ? nullptr : &keeps->files();
    }
};

} // namespace frontsheet
