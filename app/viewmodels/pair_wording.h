// Two records that may be of one person, side by side: what each says, what agrees, what differs.
#pragma once

#include "app/viewmodels/wording.h"

#include <QVariantList>

namespace frontsheet {

class PairWording {
    Q_DECLARE_TR_FUNCTIONS(frontsheet::PairWording)

public:
    explicit PairWording(const Wording& wording) : m_wording(wording) {}

    // {label, left, right, same, unknown (on one side: nothing differs)}; nullptr: what that side says is not on this device.
    [[nodiscard]] QVariantList rows(const Record* left, const Record* right) const;
    // {text, mark (same, differs, none)}. Words where a person wrote them; sentences where they are codes alone.
    [[nodiscard]] static QVariantList compared(const std::string& evidence);
    // "HARGREAVE, Edith"
    [[nodiscard]] static QString name(const Record* registration);

private:
    const Wording& m_wording;
};

} // namespace frontsheet
