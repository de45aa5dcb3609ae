// Today: what waits for you first, then drafts to finish, news of your referrals, and those nobody has answered yet.
#pragma once

#include "app/viewmodels/page_model.h"
#include "core/usecases/placements.h"

#include <QVariantList>

namespace frontsheet {

class TodayModel final : public frontsheet::PageModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the app")
    Q_PROPERTY(QString date READ date NOTIFY changed)            // "Tuesday 15 September 2026"
    Q_PROPERTY(QVariantList waiting READ waiting NOTIFY changed) // referrals to answer: ReferralReader::row
    Q_PROPERTY(QVariantList taken READ taken NOTIFY changed)     // accepted by you, still open
    // First reviews this worker is to hold: {personId, name, age, home, wish, due, overdue, badge}, soonest first
    Q_PROPERTY(QVariantList reviews READ reviews NOTIFY changed)
    Q_PROPERTY(QString reviewsAside READ reviewsAside NOTIFY changed) // "1 overdue, 3 due in 7 days"
    Q_PROPERTY(QVariantList drafts READ drafts NOTIFY changed)        // {id, personId, personName, words, when}
    Q_PROPERTY(QVariantList answers READ answers NOTIFY changed) // of your referrals: answered or asking, newest first
    Q_PROPERTY(QVariantList unanswered READ unanswered NOTIFY changed)
    Q_PROPERTY(
        QVariantList people READ people NOTIFY changed) // first rows of the caseload: {personId, name, age, town, born}
    Q_PROPERTY(int peopleTotal READ peopleTotal NOTIFY changed)
    // What other agencies asked of this one about a person, unanswered: {personId, name, text, badge}
    Q_PROPERTY(QVariantList asked READ asked NOTIFY changed)
    Q_PROPERTY(int proposals READ proposals NOTIFY changed) // likely same-person pairs to decide

public:
    explicit TodayModel(Session& session, QObject* parent = nullptr) : PageModel(session, parent) {}

    void refresh() override;
    void clear() override;

    [[nodiscard]] QString date() const { return m_date; }
    [[nodiscard]] QVariantList waiting() const { return m_waiting; }
    [[nodiscard]] QVariantList taken() const { return m_taken; }
    [[nodiscard]] QVariantList reviews() const { return m_reviews; }
    [[nodiscard]] QString reviewsAside() const { return m_reviewsAside; }
    [[nodiscard]] QVariantList drafts() const { return m_drafts; }
    [[nodiscard]] QVariantList answers() const { return m_answers; }
    [[nodiscard]] QVariantList unanswered() const { return m_unanswered; }
    [[nodiscard]] QVariantList people() const { return m_people; }
    [[nodiscard]] int peopleTotal() const { return m_peopleTotal; }
    [[nodiscard]] QVariantList asked() const { return m_asked; }
    [[nodiscard]] int proposals() const { return m_proposals; }

signals:
    void changed();

private:
    void wordReviews(const std::vector<ReviewDue>& reviews, const Directory& directory);

    QString m_date;
    QVariantList m_waiting;
    QVariantList m_taken;
    QVariantList m_reviews;
    QString m_reviewsAside;
    QVariantList m_drafts;
    QVariantList m_answers;
    QVariantList m_unanswered;
    QVariantList m_people;
    QVariantList m_asked;
    int m_peopleTotal = 0;
    int m_proposals = 0;
};

} // namespace frontsheet
