// Where agencies disagree about a person: every version with its agency and date, and who said which is right.
#pragma once

#include "app/viewmodels/wording.h"

#include <QVariantList>

namespace frontsheet {

struct Principal;

class DisagreementWording {
    Q_DECLARE_TR_FUNCTIONS(frontsheet::DisagreementWording)

public:
    DisagreementWording(const Wording& wording, const Directory& directory, const Principal& me)
        : m_wording(wording), m_directory(directory), m_me(me) {}

    // {id, subject, field, versions, aside, before}. A version: {value, said, record, initials, shortName, hue, date, right, mine}, where
    // `said` is the value as it is registered, `right` holds a line {text, waiting} for each agency that says it is right, and `mine` is
    // the view in which this worker says so, or empty. `aside`: lines of who said right what no agency has any longer. `before`: lines
    // of what was said earlier.
    [[nodiscard]] QVariantList rows(const FrontSheet& sheet) const;

private:
    [[nodiscard]] QVariantMap row(FieldTag field, const Stated& stated) const;
    [[nodiscard]] QString value(FieldTag field, const std::string& value) const;
    [[nodiscard]] QString who(const SaidRight& said) const;

    const Wording& m_wording;
    const Directory& m_directory;
    const Principal& m_me;
};

// "3 September 2026", "3 September 2026, also Harbour Health": the badge of the newest source; other agencies that say the same follow.
[[nodiscard]] QVariantMap sourceBadge(const std::vector<Source>& sources, const Directory& directory,
                                      const Wording& wording);

} // namespace frontsheet
