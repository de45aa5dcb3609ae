// Referrals: those that wait for you, those you have taken, those you sent.
#pragma once

#include "app/viewmodels/page_model.h"

#include <QVariantList>

namespace frontsheet {

class ReferralListModel final : public frontsheet::PageModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the app")
    // Rows of ReferralReader::row.
    Q_PROPERTY(QVariantList waiting READ waiting NOTIFY changed) // to answer, soonest due first
    Q_PROPERTY(QVariantList taken READ taken NOTIFY changed)     // accepted by you, still open
    Q_PROPERTY(QVariantList sent READ sent NOTIFY changed) // still open, newest first; what needs your answer on top
    Q_PROPERTY(QVariantList toRead READ toRead NOTIFY changed) // sent by you, ended with words that you have not read
    Q_PROPERTY(QVariantList ended READ ended NOTIFY changed)   // sent by you, finished, declined or withdrawn
    // Of the whole agency, for who manages: overdue, passed on too often, gone quiet
    Q_PROPERTY(QVariantList looseEnds READ looseEnds NOTIFY changed)
    Q_PROPERTY(int needingMe READ needingMe NOTIFY changed) // for the navigation's mark

public:
    explicit ReferralListModel(Session& session, QObject* parent = nullptr) : PageModel(session, parent) {}

    void refresh() override;
    void clear() override;

    [[nodiscard]] QVariantList waiting() const { return m_waiting; }
    [[nodiscard]] QVariantList taken() const { return m_taken; }
    [[nodiscard]] QVariantList sent() const { return m_sent; }
    [[nodiscard]] QVariantList toRead() const { return m_toRead; }
    [[nodiscard]] QVariantList ended() const { return m_ended; }
    [[nodiscard]] QVariantList looseEnds() const { return m_looseEnds; }
    [[nodiscard]] int needingMe() const { return m_needingMe; }

signals:
    void changed();

private:
    QVariantList m_waiting;
    QVariantList m_taken;
    QVariantList m_sent;
    QVariantList m_toRead;
    QVariantList m_ended;
    QVariantList m_looseEnds;
    int m_needingMe = 0;
};

} // namespace frontsheet
