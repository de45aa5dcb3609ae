// "Who will see this" in words: by role, with names where there are any, as of a date; and what a change of category changes.
#pragma once

#include "app/viewmodels/wording.h"
#include "core/domain/principal.h"
#include "core/usecases/sharing.h"

#include <QVariantList>

namespace frontsheet {

struct AudienceWords {
    QVariantList parts; // {heading, rows: [{badge, people, reason}]}: all of it, a part, not
    QString line;       // all of it in one sentence
    QString source;     // by which agreement, as of when
};

[[nodiscard]] AudienceWords audienceWords(const WhoSees& seen, const Principal& me, const Wording& wording);

// {badge, people, gains}: who gains first.
[[nodiscard]] QVariantList changeWords(const std::vector<sharing::SeeingChange>& changes, const Principal& me);

// Why nobody of a role sees it, to whoever writes it at the home; `agency` by its short name. Empty where nothing need be said.
[[nodiscard]] QString whyNot(sharing::Reason reason, const QString& agency);

} // namespace frontsheet
