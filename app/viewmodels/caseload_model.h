// People: the caseload, and search as one types. Rows come in pages as the list is scrolled.
#pragma once

#include "app/viewmodels/page_model.h"

#include <QAbstractListModel>
#include <QTimer>

namespace frontsheet {

class CaseloadRows : public QAbstractListModel {
    Q_OBJECT
    QML_ANONYMOUS
    Q_PROPERTY(int count READ count NOTIFY countChanged) // of people; rows kept for more of them come after
    // How often other names of agencies came: what badges() says may be another then.
    Q_PROPERTY(int directory READ directory NOTIFY directoryChanged)

public:
    enum Role {
        PersonIdRole = Qt::UserRole + 1,
        NameRole,
        BornRole,
        AgeRole,
        NhsRole, // never broken over two lines: it is read out from one
        TownRole,
        CodesRole, // of the agencies, for badges(): worded for a row that shows them, and where they are others than before
        SnippetRole, // of a note that a search found, as styled text
        SpokenRole,  // all that is seen of the row, but the agencies and the number, for a screen reader
        HereRole     // false: kept for a longer list, and of nobody
    };

    explicit CaseloadRows(const Wording& wording);
    [[nodiscard]] int count() const { return static_cast<int>(m_shown); }
    [[nodiscard]] int directory() const { return m_directories; }
    // {initials, shortName, hue} of each.
    [[nodiscard]] Q_INVOKABLE QVariantList badges(const QString& codes) const;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    // Worded when a row comes into sight: of all that are found a screenful is looked at.
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;
    // The view comes near the end.
    Q_INVOKABLE void more() { fetchMore({}); }

    // Rows that stand where others stood are those rows with other words, and a screenful stays where there are fewer: what draws them is
    // kept, which a key typed into the search has no time to make anew.
    void replace(std::vector<PersonRow> rows, std::size_t total);
    void append(std::vector<PersonRow> rows);
    // Whom the rows that come after are worded with.
    void know(Directory directory);
    // What is drawn for nobody says nothing any more: done by itself a moment after rows were replaced.
    void forgetSpare();
    [[nodiscard]] std::size_t size() const { return m_shown; }
    [[nodiscard]] std::size_t held() const {
        return m_rows.size();
    } // size, and those that the view has not asked for yet

signals:
    void moreWanted();
    void replaced();
    void countChanged();
    void directoryChanged();

private:
    [[nodiscard]] const QString& hit(std::size_t row) const;
    [[nodiscard]] QString spoken(std::size_t row) const;
    void sayChanged(std::size_t from, std::size_t until);
    void showMore();
    void keep(std::size_t rows);

    const Wording& m_wording;
    std::vector<PersonRow> m_rows;
    mutable std::vector<QString> m_hits; // of them, where they were asked for: two roles say it
    std::size_t m_shown = 0;             // of them
    std::size_t m_kept = 0;              // rows there are, m_shown and more
    QTimer m_tidy;
    Directory m_directory;
    int m_directories = 0;
    std::size_t m_total = 0;
    bool m_asked = false;
    bool m_changing = false; // a view may ask for more while it is told of a change
};

class CaseloadModel final : public frontsheet::PageModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the app")
    Q_PROPERTY(frontsheet::CaseloadRows* rows READ rows CONSTANT)
    Q_PROPERTY(int total READ total NOTIFY changed)
    Q_PROPERTY(bool more READ more NOTIFY changed) // a search found more than the total says
    Q_PROPERTY(QString search READ search WRITE setSearch NOTIFY searchChanged)
    Q_PROPERTY(bool everyone READ everyone WRITE setEveryone NOTIFY searchChanged)

public:
    explicit CaseloadModel(Session& session, QObject* parent = nullptr);

    [[nodiscard]] CaseloadRows* rows() { return &m_rows; }
    [[nodiscard]] int total() const { return static_cast<int>(m_total); }
    [[nodiscard]] bool more() const { return m_more; }
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
    struct Found {
        std::vector<PersonRow> rows;
        std::size_t total = 0;
        bool more = false;
        // Where it has not been read since something was heard: a key typed does not wait for it.
        std::optional<Directory> directory;
    };
    void load(std::size_t offset);
    void take(Found found, std::size_t offset);

    CaseloadRows m_rows{wording()};
    QString m_search;
    bool m_everyone = false;
    std::size_t m_total = 0;
    bool m_more = false;
    std::uint64_t m_question = 0; // answers to older questions are dropped
    bool m_directoryRead = false; // since this page last heard that something has changed
};

} // namespace frontsheet
