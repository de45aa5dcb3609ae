// The conferences that wait for this worker, on Today; and those about one person, on their plan and beside their placement.
#pragma once

#include "app/viewmodels/saving_model.h"

#include <QVariantList>

namespace frontsheet {

class ConferenceListModel final : public frontsheet::SavingModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the app")
    Q_PROPERTY(QVariantList toCome READ toCome NOTIFY changed) // as ConferenceReader::toCome
    Q_PROPERTY(QString personId READ personId NOTIFY changed)
    Q_PROPERTY(QVariantList about READ about NOTIFY changed) // of that person, as ConferenceReader::line

public:
    explicit ConferenceListModel(Session& session, QObject* parent = nullptr) : SavingModel(session, parent) {}

    Q_INVOKABLE void open(const QString& personId);
    // coming or cannot, by who is asked.
    Q_INVOKABLE void answer(const QString& invitationId, const QString& how);
    void refresh() override;
    void clear() override;

    [[nodiscard]] QVariantList toCome() const { return m_toCome; }
    [[nodiscard]] QString personId() const { return m_personId; }
    [[nodiscard]] QVariantList about() const { return m_about; }

signals:
    void changed();

private:
    QString m_personId;
    QVariantList m_toCome;
    QVariantList m_about;
};

} // namespace frontsheet
