#include "app/viewmodels/placed_rows.h"

#include "app/viewmodels/tuning.h"

#include <QVariantMap>

#include <algorithm>
#include <utility>

namespace frontsheet {

namespace {

enum Roles : int { ModelDataRole = Qt::UserRole + 1, HereRole };

// The same shape without anybody's words, for a row that is kept and not shown.
QVariant blank(const QVariant& value) {
    switch (value.typeId()) {
    case QMetaType::QVariantMap: {
        QVariantMap out = value.toMap();
        for (auto& one : out) {
            one = blank(one);
        }
        return out;
    }
    case QMetaType::QVariantList:
        return QVariantList{};
    case QMetaType::QStringList:
        return QStringList{};
    case QMetaType::QString:
        return QString{};
    case QMetaType::Bool:
        return false;
    default:
        return value.canConvert<double>() ? QVariant{0} : QVariant{};
    }
}

} // namespace

PlacedRows::PlacedRows(QObject* parent) : QAbstractListModel(parent) {
    m_tidy.setSingleShot(true);
    m_tidy.setInterval(tuning::kForgetSpareRowsMs);
    connect(&m_tidy, &QTimer::timeout, this, &PlacedRows::forgetSpare);
}

int PlacedRows::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant PlacedRows::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    return role == ModelDataRole ? m_shown.at(index.row())
           : role == HereRole    ? QVariant{index.row() < m_here}
                                 : QVariant{};
}

QHash<int, QByteArray> PlacedRows::roleNames() const { return {{ModelDataRole, "modelData"}, {HereRole, "here"}}; }

void PlacedRows::setRows(const QVariantList& rows) {
    if (rows == m_rows) {
        return;
    }
    m_rows = rows;
    show();
}

void PlacedRows::setSpare(int spare) {
    if (spare != m_spare) {
        m_spare = spare;
        emit spareChanged();
    }
}

void PlacedRows::show() {
    const auto here = m_rows.size();
    const auto kept = std::max(here, std::min(m_shown.size(), static_cast<qsizetype>(m_spare)));
    if (kept < m_shown.size()) {
        beginRemoveRows({}, static_cast<int>(kept), static_cast<int>(m_shown.size()) - 1);
        m_shown.resize(kept);
        m_here = std::min(m_here, static_cast<int>(kept));
        endRemoveRows();
    }
    const auto before = std::exchange(m_here, static_cast<int>(here));
    for (qsizetype at = 0; at < m_shown.size(); ++at) {
        const bool turned = (at < here) != (at < before);
        const bool changed = at < here && m_rows.at(at) != m_shown.at(at);
        if (changed) {
            m_shown[at] = m_rows.at(at);
        }
        if (turned || changed) {
            const auto cell = index(static_cast<int>(at));
            emit dataChanged(cell, cell,
                             turned && changed ? QList<int>{ModelDataRole, HereRole}
                                               : QList<int>{turned ? HereRole : ModelDataRole});
        }
    }
    if (here < m_shown.size()) {
        m_tidy.start();
    }
    if (here > m_shown.size()) {
        beginInsertRows({}, static_cast<int>(m_shown.size()), static_cast<int>(here) - 1);
        m_shown += m_rows.mid(m_shown.size());
        endInsertRows();
    }
    emit rowsChanged();
}

void PlacedRows::forgetSpare() {
    m_tidy.stop();
    for (qsizetype at = m_here; at < m_shown.size(); ++at) {
        QVariant none = blank(m_shown.at(at));
        if (none != m_shown.at(at)) {
            m_shown[at] = std::move(none);
            const auto cell = index(static_cast<int>(at));
            emit dataChanged(cell, cell, {ModelDataRole});
        }
    }
}

} // namespace frontsheet
