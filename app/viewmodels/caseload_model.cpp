#include "app/viewmodels/caseload_model.h"

#include "core/domain/display_name.h"

namespace frontsheet {

namespace {

constexpr std::size_t kPage = 100;       // rows fetched at a time: two screens of the largest laptop
constexpr std::size_t kSearchHits = 200; // nobody reads further; typing one more letter is faster

// The store marks matched words with U+0002 and U+0003; the row underlines them. The words themselves are data.
QString snippetMarkup(const std::string& snippet) {
    QString text = shown(snippet).toHtmlEscaped();
    text.replace(QChar(2), QStringLiteral("<u>"));
    text.replace(QChar(3), QStringLiteral("</u>"));
    return text;
}

} // namespace

int CaseloadRows::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant CaseloadRows::data(const QModelIndex& index, int role) const {
    if (index.row() < 0 || index.row() >= rowCount()) {
        return {};
    }
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case PersonIdRole:
        return row.personId;
    case NameRole:
        return row.name;
    case BornRole:
        return row.born;
    case AgeRole:
        return row.age;
    case NhsRole:
        return row.nhs;
    case TownRole:
        return row.town;
    case AgenciesRole:
        return row.agencies;
    case SnippetRole:
        return row.snippet;
    default:
        return {};
    }
}

QHash<int, QByteArray> CaseloadRows::roleNames() const {
    return {{PersonIdRole, "personId"}, {NameRole, "name"}, {BornRole, "born"},         {AgeRole, "age"},
            {NhsRole, "nhs"},           {TownRole, "town"}, {AgenciesRole, "agencies"}, {SnippetRole, "snippet"}};
}

bool CaseloadRows::canFetchMore(const QModelIndex& parent) const {
    return !parent.isValid() && !m_asked && m_rows.size() < m_total;
}

void CaseloadRows::fetchMore(const QModelIndex& parent) {
    if (canFetchMore(parent)) {
        m_asked = true;
        emit moreWanted();
    }
}

void CaseloadRows::replace(std::vector<Row> rows, std::size_t total) {
    beginResetModel();
    m_rows = std::move(rows);
    m_total = total;
    m_asked = false;
    endResetModel();
}

void CaseloadRows::append(std::vector<Row> rows) {
    m_asked = false;
    if (rows.empty()) {
        m_total = m_rows.size();
        return;
    }
    const int from = rowCount();
    beginInsertRows({}, from, from + static_cast<int>(rows.size()) - 1);
    std::move(rows.begin(), rows.end(), std::back_inserter(m_rows));
    endInsertRows();
}

CaseloadModel::CaseloadModel(Session& session, QObject* parent) : PageModel(session, parent) {
    connect(&m_rows, &CaseloadRows::moreWanted, this, [this] { load(m_rows.size()); });
}

void CaseloadModel::setSearch(const QString& typed) {
    if (typed != m_search) {
        m_search = typed;
        emit searchChanged();
        load(0);
    }
}

void CaseloadModel::setEveryone(bool everyone) {
    if (everyone != m_everyone) {
        m_everyone = everyone;
        emit searchChanged();
        load(0);
    }
}

void CaseloadModel::refresh() { load(0); }

void CaseloadModel::clear() {
    ++m_question;
    m_rows.replace({}, 0);
    m_total = 0;
    m_search.clear();
    setLoaded(false);
    emit changed();
    emit searchChanged();
}

std::vector<CaseloadRows::Row> CaseloadModel::wordRows(const std::vector<PersonRow>& found,
                                                       const Directory& directory) const {
    std::vector<CaseloadRows::Row> rows;
    rows.reserve(found.size());
    for (const auto& person : found) {
        CaseloadRows::Row row;
        row.personId = shown(person.person.hex());
        row.name = shown(bannerName(person.familyName, person.givenName, person.title));
        row.born = person.born.empty() ? Wording::notKnown() : wording().isoDate(person.born);
        row.age = wording().age(person.born);
        row.nhs = wording().nhsNumber(person.nhsNumber);
        row.town = shown(person.town);
        row.snippet = snippetMarkup(person.snippet);
        for (const auto& agency : person.agencies) {
            row.agencies << badge(directory.agency(agency));
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

void CaseloadModel::load(std::size_t offset) {
    const std::string typed = m_search.trimmed().toStdString();
    if (offset == 0) {
        ++m_question;
    } else if (!typed.empty()) {
        return; // a search comes whole; the list that asked for more is about to go
    }
    const std::uint64_t question = m_question;
    struct Found {
        std::vector<PersonRow> rows;
        std::size_t total = 0;
        Directory directory;
    };
    const auto whose = m_everyone ? RecordReader::CaseloadOf::Everyone : RecordReader::CaseloadOf::Worker;
    run(
        Lane::Read,
        [typed, whose, offset](OpenDesk& desk) -> Result<Found> {
            Found found;
            FS_ASSIGN(found.directory, desk.directory());
            if (!typed.empty()) {
                FS_ASSIGN(found.rows, desk.people.search(typed, kSearchHits));
                found.total = found.rows.size();
                return found;
            }
            FS_ASSIGN(auto page, desk.people.caseload(whose, offset, kPage));
            found.rows = std::move(page.rows);
            found.total = page.total;
            return found;
        },
        [this, question, offset](Result<Found> found) {
            if (question != m_question || (offset != 0 && offset != m_rows.size())) {
                return; // of a list that is there no more
            }
            if (!found) {
                fail(found.error());
                return;
            }
            auto rows = wordRows(found->rows, found->directory);
            if (offset == 0) {
                m_rows.replace(std::move(rows), found->total);
            } else {
                m_rows.append(std::move(rows));
            }
            m_total = found->total;
            setLoaded(true);
            emit changed();
        });
}

} // namespace frontsheet
