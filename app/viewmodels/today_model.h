// Today: what waits for you first, then drafts to finish, news of your referrals, and those nobody has answered yet.
#pragma once

#include "app/viewmodels/page_model.h"

#include <QVariantList>

namespace frontsheet {

class TodayModel final : public frontsheet::PageModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the app")
    Q_PROPERTY(QString date READ date NOTIFY changed)            // "Tuesday 15 September 2026"
    Q_PROPERTY(QVariantList waiting READ waiting NOTIFY changed) // referrals to answer: ReferralReader::row
    Q_PROPERTY(QVariantList taken READ taken NOTIFY changed)     // accepted by you, still open
    Q_PROPERTY(QVariantList drafts READ drafts NOTIFY changed)   // {id, personId, personName, words, when}
    Q_PROPERTY(QVariantList answers READ answers NOTIFY changed) // of your referrals: answered or asking, newest first
    Q_PROPERTY(QVariantList unanswered READ unanswered NOTIFY changed)
    Q_PROPERTY(
        QVariantList people READ people NOTIFY changed) // first rows of the caseload: {personId, name, age, town, born}
    Q_PROPERTY(int peopleTotal READ peopleTotal NOTIFY changed)
    Q_PROPERTY(int proposals READ proposals NOTIFY changed) // likely same-person pairs to decide

public:
    explicit TodayModel(Session& session, QObject* parent = nullptr) : PageModel(session, parent) {}

    void refresh() override;
    void clear() override;

    [[nodiscard]] QString date() const { return m_date; }
    [[nodiscard]] QVariantList waiting() const { return m_waiting; }
    [[nodiscard]] QVariantList taken() const { return m_taken; }
    [[nodiscard]] QVariantList drafts() const { return m_drafts; }
    [[nodiscard]] QVariantList answers() const { return m_answers; }
    [[nodiscard]] QVariantList unanswered() const { return m_unanswered; }
    [[nodiscard]] QVariantList people() const { return m_people; }
    [[nodiscard]] int peopleTotal() const { return m_peopleTotal; }
    [[nodiscard]] int proposals() const { return m_proposals; }

signals:
    void changed();

private:
    QString m_date;
    QVariantList m_waiting;
    QVariantList m_taken;
    QVariantList m_drafts;
    QVariantList m_answers;
    QVariantList m_unanswered;
    QVariantList m_people;
    int m_peopleTotal = 0;
    int m_proposals = 0;
};

} // namespace frontsheet
