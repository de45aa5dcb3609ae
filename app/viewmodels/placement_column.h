// One stage of the placement board: its cards, worded as they come into sight. UI thread only.
#pragma once

#include "app/viewmodels/page_model.h"
#include "core/usecases/placements.h"

#include <QAbstractListModel>
#include <QtQmlIntegration>

#include <memory>
#include <vector>

namespace frontsheet {

// A card with what is looked for in it, made once.
struct BoardCard {
    care::PlacementCard card;
    QString name;
    QString age;
    QString officer;
    QString typed; // name and home, as a search compares them
};
using BoardCards = std::vector<std::shared_ptr<const BoardCard>>;

class PlacementColumn final : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the board")
    Q_PROPERTY(QString title READ title CONSTANT)
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role {
        PlacementIdRole = Qt::UserRole + 1,
        PersonIdRole,
        NameRole,
        AgeRole,
        WhereRole,
        WhereIconRole,
        SinceRole,
        WishRole,
        WishMissingRole,
        DueRole,
        DueOnRole,
        OverdueRole,
        TrialRole,
        SlippedRole,
        ReadyRole,
        ReadyOfRole,
        ReadyTextRole,
        OutcomeRole,
        WishMetRole,
        NoticeRole,
        OfficerRole,
        StepsRole
    };

    PlacementColumn(std::string stage, const Wording& wording, QObject* parent);

    [[nodiscard]] QString title() const;
    [[nodiscard]] const std::string& stage() const { return m_stage; }
    [[nodiscard]] int count() const { return static_cast<int>(m_cards.size()); }
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    // Cards that stay are kept as they are drawn; what went and what came is taken out and put in, so that the focus and the place in a
    // long list outlive a letter typed.
    void show(BoardCards cards);
    // Where that placement's card stands; -1: not in this column.
    Q_INVOKABLE int rowOf(const QString& placementId) const;
    Q_INVOKABLE QString placementAt(int row) const;

signals:
    void countChanged();

private:
    [[nodiscard]] bool reorders(const BoardCards& cards) const;
    void takeOut(const BoardCards& cards);
    void putIn(const BoardCards& cards);

    std::string m_stage;
    const Wording& m_wording;
    BoardCards m_cards;
};

} // namespace frontsheet
