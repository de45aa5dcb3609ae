// Likely the same person: pairs of registrations that wait for a worker's yes or no, with the evidence side by side.
#pragma once

#include "app/viewmodels/page_model.h"

#include <QVariantList>

namespace frontsheet {

class ProposalsModel final : public frontsheet::PageModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the app")
    // {link, name, left: badge, right: badge, rows (PairWording::rows), oneSided, compared: [{text, mark}]}
    Q_PROPERTY(QVariantList proposals READ proposals NOTIFY changed)

public:
    explicit ProposalsModel(Session& session, QObject* parent = nullptr) : PageModel(session, parent) {}

    Q_INVOKABLE void decide(const QString& link, bool sameHuman);
    void refresh() override;
    void clear() override;

    [[nodiscard]] QVariantList proposals() const { return m_proposals; }

signals:
    void changed();
    void decided();

private:
    [[nodiscard]] QVariantMap word(const People::Proposal& proposal, const Directory& directory) const;

    QVariantList m_proposals;
};

} // namespace frontsheet
