// The reviewing officer's board: every placement by its stage, what waits longest in front. Filters act on what was read; nothing is read again
// for a letter typed.
#pragma once

#include "app/viewmodels/page_model.h"
#include "app/viewmodels/placement_column.h"

#include <QStringList>

namespace frontsheet {

class PlacementBoardModel final : public frontsheet::PageModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the app")
    Q_PROPERTY(int stages READ stages CONSTANT) // columns there are
    // Whether the board is on the screen: it is long, and is read for nobody otherwise.
    Q_PROPERTY(bool inSight READ inSight WRITE setInSight NOTIFY filterChanged)
    // Whose placements: the first is this worker, the second everybody's, then colleagues by name.
    Q_PROPERTY(QStringList officers READ officers NOTIFY changed)
    Q_PROPERTY(int officer READ officer WRITE setOfficer NOTIFY filterChanged)
    Q_PROPERTY(QStringList orders READ orders CONSTANT)
    Q_PROPERTY(int order READ order WRITE setOrder NOTIFY filterChanged)
    Q_PROPERTY(bool overdueOnly READ overdueOnly WRITE setOverdueOnly NOTIFY filterChanged)
    Q_PROPERTY(QString search READ search WRITE setSearch NOTIFY filterChanged)
    // Of the chosen officer's, whatever else is filtered.
    Q_PROPERTY(int total READ total NOTIFY changed)              // not ended
    Q_PROPERTY(QString overdue READ overdue NOTIFY changed)      // "2 reviews overdue", or empty
    Q_PROPERTY(QString soon READ soon NOTIFY changed)            // "3 due in 7 days"
    Q_PROPERTY(QString unasked READ unasked NOTIFY changed)      // "1 wish not asked yet"
    Q_PROPERTY(int found READ found NOTIFY changed)              // cards in sight, of all stages
    Q_PROPERTY(bool filtered READ filtered NOTIFY filterChanged) // more than by whose they are

public:
    explicit PlacementBoardModel(Session& session, QObject* parent = nullptr);

    [[nodiscard]] bool inSight() const { return m_inSight; }
    void setInSight(bool inSight);
    [[nodiscard]] int stages() const { return static_cast<int>(m_columns.size()); }
    Q_INVOKABLE frontsheet::PlacementColumn* column(int stage) const;
    Q_INVOKABLE void showAll(); // without any filter but whose they are
    [[nodiscard]] QStringList officers() const { return m_officerNames; }
    [[nodiscard]] int officer() const { return m_officer; }
    [[nodiscard]] QStringList orders() const;
    [[nodiscard]] int order() const { return m_order; }
    [[nodiscard]] bool overdueOnly() const { return m_overdueOnly; }
    [[nodiscard]] QString search() const { return m_search; }
    [[nodiscard]] int total() const { return m_total; }
    [[nodiscard]] QString overdue() const { return m_overdue; }
    [[nodiscard]] QString soon() const { return m_soon; }
    [[nodiscard]] QString unasked() const { return m_unasked; }
    [[nodiscard]] int found() const { return m_found; }
    [[nodiscard]] bool filtered() const { return m_overdueOnly || !m_search.isEmpty(); }
    void setOfficer(int officer);
    void setOrder(int order);
    void setOverdueOnly(bool only);
    void setSearch(const QString& typed);
    void refresh() override;
    void clear() override;

signals:
    void changed();
    void filterChanged();

private:
    enum Order { ByReview, ByDischarge, ByName };
    void take(std::vector<PlacementOnBoard> board, const Directory& directory);
    void nameOfficers(const Directory& directory);
    void sortCards();
    void filter();
    void count(const BoardCards& theirs);
    [[nodiscard]] bool isTheirs(const BoardCard& card) const;

    std::vector<PlacementColumn*> m_columns; // in the order of their stages; children of this
    BoardCards m_cards;                      // all, in the chosen order
    std::vector<WorkerId> m_officers;        // as m_officerNames; the second is nobody: everybody's
    QStringList m_officerNames;
    int m_officer = 0;
    int m_order = ByReview;
    bool m_overdueOnly = false;
    QString m_search;
    QString m_overdue;
    QString m_soon;
    QString m_unasked;
    int m_total = 0;
    int m_found = 0;
    bool m_inSight = false;
    bool m_chosen = false; // the reader chose whose
};

} // namespace frontsheet
