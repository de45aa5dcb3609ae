#include "app/viewmodels/row_list.h"

#include <QSet>
#include <QVariantMap>

namespace frontsheet {

namespace {

constexpr int kModelData = Qt::UserRole + 1;

QString idOf(const QVariant& row) { return row.toMap().value(QStringLiteral("id")).toString(); }

} // namespace

int RowList::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant RowList::data(const QModelIndex& index, int role) const {
    return checkIndex(index, CheckIndexOption::IndexIsValid) && role == kModelData ? m_rows.at(index.row())
                                                                                   : QVariant{};
}

QHash<int, QByteArray> RowList::roleNames() const { return {{kModelData, "modelData"}}; }

void RowList::setRows(const QVariantList& rows) {
    if (rows == m_rows) {
        return;
    }
    removeAllBut(rows);
    for (int at = 0; at < static_cast<int>(rows.size()); ++at) {
        put(at, rows.at(at));
    }
    emit rowsChanged();
}

void RowList::removeAllBut(const QVariantList& rows) {
    QSet<QString> stay;
    for (const auto& row : rows) {
        stay.insert(idOf(row));
    }
    for (int at = static_cast<int>(m_rows.size()) - 1; at >= 0; --at) {
        // Of two with one id, which no page should have, one stays.
        if (!stay.remove(idOf(m_rows.at(at)))) {
            beginRemoveRows({}, at, at);
            m_rows.removeAt(at);
            endRemoveRows();
        }
    }
}

// Everything before `at` is as it shall be.
void RowList::put(int at, const QVariant& row) {
    const QString id = idOf(row);
    int from = at;
    while (from < static_cast<int>(m_rows.size()) && idOf(m_rows.at(from)) != id) {
        ++from;
    }
    if (from == static_cast<int>(m_rows.size())) {
        beginInsertRows({}, at, at);
        m_rows.insert(at, row);
        endInsertRows();
        return;
    }
    if (from != at) {
        beginMoveRows({}, from, from, {}, at);
        m_rows.move(from, at);
        endMoveRows();
    }
    if (m_rows.at(at) != row) {
        m_rows[at] = row;
        const auto changed = index(at);
        emit dataChanged(changed, changed, {kModelData});
    }
}

} // namespace frontsheet
