// What is here and not shown, in words: whose, since when, and what to do about it.
#pragma once

#include "app/viewmodels/wording.h"
#include "core/usecases/leases.h"

#include <vector>

namespace frontsheet {

// {home, badge, state (hidden, reason), title, text, ask, number}
[[nodiscard]] QVariantMap lockedRow(const LockedShare& share, const Wording& wording, bool tablet);

// For lists, of everything that they leave out: one sentence an agency, the way back after them. Empty while nothing is hidden.
struct LockedNotice {
    QString title;
    QString text;
    friend bool operator==(const LockedNotice&, const LockedNotice&) = default;
};
[[nodiscard]] LockedNotice lockedNotice(const std::vector<LockedShare>& anywhere, const Wording& wording, bool tablet);

[[nodiscard]] QString reasonFaultWords(const Error& error);

} // namespace frontsheet
