// What waits for an agency's information governance lead: reviews of agreements due, agreements that lapse, emergency
// accesses and concerns sent despite an objection to look at, and objections that nobody has acknowledged.
#pragma once

#include "app/viewmodels/page_model.h"

#include <QVariantList>

namespace frontsheet {

class GovernanceModel final : public frontsheet::PageModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the app")
    // The worker's role audits at their own agency, by its policy: the list is theirs to work through.
    Q_PROPERTY(bool mine READ mine NOTIFY changed)
    Q_PROPERTY(int waiting READ waiting NOTIFY changed)
    // {heading, none, rows: [{title, detail, when, late, personId}]}
    Q_PROPERTY(QVariantList parts READ parts NOTIFY changed)

public:
    explicit GovernanceModel(Session& session, QObject* parent = nullptr) : PageModel(session, parent) {}

    void refresh() override;
    void clear() override;

    [[nodiscard]] bool mine() const { return m_mine; }
    [[nodiscard]] int waiting() const { return m_waiting; }
    [[nodiscard]] QVariantList parts() const { return m_parts; }

signals:
    void changed();

private:
    struct Found;
    [[nodiscard]] QVariantList agreementRows(const HomeAgreements& home) const;
    [[nodiscard]] QVariantList emergencyRows(const Found& found) const;
    [[nodiscard]] QVariantList overruledRows(const Found& found) const;
    [[nodiscard]] QVariantList unacknowledgedRows(const Found& found) const;
    [[nodiscard]] QVariantList noticeRows(const Found& found) const;

    bool m_mine = false;
    int m_waiting = 0;
    QVariantList m_parts;
};

} // namespace frontsheet
