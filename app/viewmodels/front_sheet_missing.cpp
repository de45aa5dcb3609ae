// FrontSheetModel: which agencies are involved and have nothing here.
#include "app/viewmodels/front_sheet_model.h"

#include <algorithm>

namespace frontsheet {

void FrontSheetModel::wordNotHere(const std::vector<AgencyEntry>& missing, const std::vector<LockedShare>& locked) {
    QStringList whose;
    for (const auto& agency : missing) {
        const bool said = std::any_of(locked.begin(), locked.end(),
                                      [&](const LockedShare& share) { return share.home.code == agency.code; });
        if (!said) { // a line of its own says when it was heard from
            whose << shown(agency.shortName.empty() ? agency.name : agency.shortName);
            m_page.notHereAgencies << QVariantMap{{QStringLiteral("code"), shown(agency.code.str())},
                                                  {QStringLiteral("name"), whose.last()}};
        }
    }
    if (whose.isEmpty()) {
        return;
    }
    const QString last = whose.takeLast();
    const QString names =
        whose.isEmpty()
            ? last
            : tr("%1 and %2", "names: %1 all but the last, %2 the last").arg(whose.join(QStringLiteral(", ")), last);
    m_page.notHere = session().tablet ? tr("Nothing that %1 wrote is on this tablet", "%1 agencies").arg(names)
                                      : tr("Nothing that %1 wrote is on this laptop", "%1 agencies").arg(names);
    m_page.notHereText = tr("They are involved with %1, and have not put you on their care team, or may not share with "
                            "you. An allergy or an alert "
                            "may be written there. Ring them before you rely on what is here, and ask to be put on "
                            "their team.",
                            "%1 the person")
                             .arg(m_page.called);
}

} // namespace frontsheet
