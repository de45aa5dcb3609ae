// People: the caseload, and search as one types. Rows come in pages as the list is scrolled.
#pragma once

#include "app/viewmodels/page_model.h"

#include <QAbstractListModel>

namespace frontsheet {

class CaseloadRows : public QAbstractListModel {
    Q_OBJECT
    QML_ANONYMOUS

public:
    enum Role {
        PersonIdRole = Qt::UserRole + 1,
        NameRole,
        BornRole,
        AgeRole,
        NhsRole,
        TownRole,
        AgenciesRole,
        SnippetRole
    };

    using QAbstractListModel::QAbstractListModel;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

    struct Row {
        QString personId, name, born, age, nhs, town, snippet;
        QVariantList agencies; // badges
    };
    void replace(std::vector<Row> rows, std::size_t total);
    void append(std::vector<Row> rows);
    [[nodiscard]] std::size_t size() const { return m_rows.size(); }

signals:
    void moreWanted();

private:
    std::vector<Row> m_rows;
    std::size_t m_total = 0;
    bool m_asked = false;
};

class CaseloadModel final : public frontsheet::PageModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the app")
    Q_PROPERTY(frontsheet::CaseloadRows* rows READ rows CONSTANT)
    Q_PROPERTY(int total READ total NOTIFY changed)
    Q_PROPERTY(QString search READ search WRITE setSearch NOTIFY searchChanged)
    Q_PROPERTY(bool everyone READ everyone WRITE setEveryone NOTIFY searchChanged)

public:
    explicit CaseloadModel(Session& session, QObject* parent = nullptr);

    [[nodiscard]] CaseloadRows* rows() { return &m_rows; }
    [[nodiscard]] int total() const { return static_cast<int>(m_total); }
    [[nodiscard]] QString search() const { return m_search; }
    [[nodiscard]] bool everyone() const { return m_everyone; }
    void setSearch(const QString& typed);
    void setEveryone(bool everyone);
    void refresh() override;
    void clear() override;

signals:
    void changed();
    void searchChanged();

private:
    void load(std::size_t offset);
    [[nodiscard]] std::vector<CaseloadRows::Row> wordRows(const std::vector<PersonRow>& found,
                                                          const Directory& directory) const;

    CaseloadRows m_rows;
    QString m_search;
    bool m_everyone = false;
    std::size_t m_total = 0;
    std::uint64_t m_question = 0; // answers to older questions are dropped
};

} // namespace frontsheet
