// What this worker has to do, on Today: what they said yes to, what came back to them, visits that are not closed and those to come.
#pragma once

#include "app/viewmodels/page_model.h"

#include <QVariantList>

namespace frontsheet {

class OwnWorkModel final : public frontsheet::PageModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the app")
    // WorkReader::owned, what falls due first in front.
    Q_PROPERTY(QVariantList toDo READ toDo NOTIFY changed)
    Q_PROPERTY(QVariantList cameBack READ cameBack NOTIFY changed)
    Q_PROPERTY(QVariantList notClosed READ notClosed NOTIFY changed)
    Q_PROPERTY(QVariantList comingUp READ comingUp NOTIFY changed)

public:
    explicit OwnWorkModel(Session& session, QObject* parent = nullptr) : PageModel(session, parent) {}

    [[nodiscard]] QVariantList toDo() const { return m_toDo; }
    [[nodiscard]] QVariantList cameBack() const { return m_cameBack; }
    [[nodiscard]] QVariantList notClosed() const { return m_notClosed; }
    [[nodiscard]] QVariantList comingUp() const { return m_comingUp; }
    void refresh() override;
    void clear() override;

signals:
    void changed();

private:
    QVariantList m_toDo, m_cameBack, m_notClosed, m_comingUp;
};

} // namespace frontsheet
