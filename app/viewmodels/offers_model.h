// What colleagues ask this worker to take over, on Today until they have said yes or no.
#pragma once

#include "app/viewmodels/saving_model.h"

#include <QVariantList>

namespace frontsheet {

class OffersModel final : public frontsheet::SavingModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the app")
    Q_PROPERTY(QVariantList rows READ rows NOTIFY changed) // WorkReader::offered, what falls due first in front

public:
    explicit OffersModel(Session& session, QObject* parent = nullptr) : SavingModel(session, parent) {}

    Q_INVOKABLE void accept(const QString& id);
    // Why is said to who asked.
    Q_INVOKABLE void refuse(const QString& id, const QString& words);
    [[nodiscard]] QVariantList rows() const { return m_rows; }
    void refresh() override;
    void clear() override;

signals:
    void changed();

private:
    QVariantList m_rows;
};

} // namespace frontsheet
