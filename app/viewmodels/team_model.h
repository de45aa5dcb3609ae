// The team manager's page: open loops, what nobody has, what is late, what is offered, and how the work is spread over the team.
#pragma once

#include "app/viewmodels/work_choosing.h"

namespace frontsheet {

class TeamModel final : public frontsheet::WorkChoosing {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the app")
    // Whether the page is on the screen: it is long, and is read for nobody otherwise.
    Q_PROPERTY(bool mine READ mine NOTIFY mineChanged)       // this worker manages a team
    Q_PROPERTY(bool notOnDuty READ notOnDuty NOTIFY changed) // the directory does not name them
    Q_PROPERTY(QString summary READ summary NOTIFY changed)  // "10 people. 3 things without an owner, 5 overdue"
    Q_PROPERTY(int needing READ needing NOTIFY changed)      // for the navigation's mark: unowned
    // Rows of ReferralReader::row, `detail` saying whom they wait for and how long
    Q_PROPERTY(QVariantList waitingForUs READ waitingForUs NOTIFY changed)
    Q_PROPERTY(QVariantList waitingForOthers READ waitingForOthers NOTIFY changed)
    // Rows of WorkReader::row
    Q_PROPERTY(QVariantList unowned READ unowned NOTIFY changed)
    Q_PROPERTY(QVariantList overdue READ overdue NOTIFY changed)
    Q_PROPERTY(QVariantList asked READ asked NOTIFY changed) // offered, and not answered
    // {worker, name, role, initials, load, share, lateShare, overdue, asked, away, awayToday}. `share`: of what the one with the most has;
    // `lateShare`: of their own
    Q_PROPERTY(QVariantList loads READ loads NOTIFY changed)

public:
    explicit TeamModel(Session& session, QObject* parent = nullptr) : WorkChoosing(session, parent) {}

    [[nodiscard]] bool mine() const { return m_mine; }
    // Once the device is open; asks nothing of the store.
    void lookWho();
    [[nodiscard]] bool notOnDuty() const { return m_notOnDuty; }
    [[nodiscard]] QString summary() const { return m_summary; }
    [[nodiscard]] int needing() const { return static_cast<int>(m_unowned.size()); }
    [[nodiscard]] QVariantList waitingForUs() const { return m_waitingForUs; }
    [[nodiscard]] QVariantList waitingForOthers() const { return m_waitingForOthers; }
    [[nodiscard]] QVariantList unowned() const { return m_unowned; }
    [[nodiscard]] QVariantList overdue() const { return m_overdue; }
    [[nodiscard]] QVariantList asked() const { return m_asked; }
    [[nodiscard]] QVariantList loads() const { return m_loads; }
    void refresh() override;
    void clear() override;

signals:
    void mineChanged();

private:
    void take(const TeamDay& day);
    // `most`: what the one with the most work has open.
    [[nodiscard]] QVariantMap loadRow(const LoadShown& load, std::size_t most, const WorkReader& reader,
                                      const std::string& today) const;

    bool m_mine = false;
    bool m_notOnDuty = false;
    QString m_summary;
    QVariantList m_waitingForUs;
    QVariantList m_waitingForOthers;
    QVariantList m_unowned;
    QVariantList m_overdue;
    QVariantList m_asked;
    QVariantList m_loads;
};

} // namespace frontsheet
