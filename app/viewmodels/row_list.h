// Rows that a page shows, told apart by their "id": when they change, those that stay keep their delegates, and with them what is
// open, focused or half read. For a Repeater or a list whose rows a view model words anew whenever something was heard.
#pragma once

#include <QAbstractListModel>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace frontsheet {

class RowList : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    // Maps, each with an "id" that no other of them has. Delegates read a row as `modelData`.
    Q_PROPERTY(QVariantList rows READ rows WRITE setRows NOTIFY rowsChanged)

public:
    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] const QVariantList& rows() const { return m_rows; }
    void setRows(const QVariantList& rows);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void rowsChanged();

private:
    void removeAllBut(const QVariantList& rows);
    void put(int at, const QVariant& row);

    QVariantList m_rows;
};

} // namespace frontsheet
