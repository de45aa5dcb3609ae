// Rows that a page shows, told apart by their place alone: row 3 of the next person goes into what was made for row 3 of the one before,
// since making a row costs ten times what giving it other words does. For rows that keep nothing of their own but what they are given.
#pragma once

#include <QAbstractListModel>
#include <QTimer>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace frontsheet {

class PlacedRows : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    // Delegates read a row as `modelData`, and show themselves while `here`.
    Q_PROPERTY(QVariantList rows READ rows WRITE setRows NOTIFY rowsChanged)
    // How many rows are kept when there are fewer, not `here` and soon blank.
    Q_PROPERTY(int spare READ spare WRITE setSpare NOTIFY spareChanged)
    Q_PROPERTY(int count READ count NOTIFY rowsChanged) // that are here

public:
    explicit PlacedRows(QObject* parent = nullptr);

    [[nodiscard]] const QVariantList& rows() const { return m_rows; }
    void setRows(const QVariantList& rows);
    [[nodiscard]] int spare() const { return m_spare; }
    void setSpare(int spare);
    [[nodiscard]] int count() const { return m_here; }
    void forgetSpare(); // done by itself a moment after rows were given, when nobody waits for the screen

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void rowsChanged();
    void spareChanged();

private:
    void show();

    QVariantList m_rows;  // as they were given
    QVariantList m_shown; // those that are here, then blank ones
    int m_here = 0;
    int m_spare = 0;
    QTimer m_tidy;
};

} // namespace frontsheet
