#include "app/viewmodels/caseload_model.h"

#include "app/viewmodels/tuning.h"
#include "app/viewmodels/type_wording.h"
#include "core/domain/display_name.h"

#include <algorithm>
#include <utility>

namespace frontsheet {

namespace {

constexpr std::size_t kPage = 100;  // rows fetched at a time: several screens of the largest laptop
constexpr std::size_t kScreen = 40; // rows given to the view at a time
constexpr std::size_t kSpare = 24;  // rows that stay where there are fewer people: what a large window shows at once
constexpr std::size_t kSearchHits = 200; // nobody reads further; typing one more letter is faster
constexpr QChar kBetweenCodes(u',');     // which no code has

// The store marks matched words with these; the row underlines them. The words themselves are data.
constexpr QChar kMatchBegins(u'\2');
constexpr QChar kMatchEnds(u'\3');

// In which a row learns what it says now: a row that quotes a note does not show its agencies, and is to word neither those that it had nor
// those that it gets.
const QList<int> kOfNotes{CaseloadRows::HereRole, CaseloadRows::SnippetRole, CaseloadRows::PersonIdRole,
                          CaseloadRows::NameRole, CaseloadRows::BornRole,    CaseloadRows::AgeRole,
                          CaseloadRows::NhsRole,  CaseloadRows::TownRole,    CaseloadRows::SpokenRole,
                          CaseloadRows::CodesRole};
const QList<int> kOfNames(kOfNotes.rbegin(), kOfNotes.rend());

QString marked(QString text) {
    text.replace(kMatchBegins, QStringLiteral("<u>"));
    text.replace(kMatchEnds, QStringLiteral("</u>"));
    return text;
}

} // namespace

CaseloadRows::CaseloadRows(const Wording& wording) : m_wording(wording) {
    m_tidy.setSingleShot(true);
    m_tidy.setInterval(tuning::kForgetSpareRowsMs);
    connect(&m_tidy, &QTimer::timeout, this, &CaseloadRows::forgetSpare);
}

int CaseloadRows::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_kept); }

QVariant CaseloadRows::data(const QModelIndex& index, int role) const {
    if (index.row() < 0 || index.row() >= rowCount()) {
        return {};
    }
    const bool here = static_cast<std::size_t>(index.row()) < m_shown;
    if (role == HereRole) {
        return here;
    }
    if (!here) {
        return QString{};
    }
    const PersonRow& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case PersonIdRole:
        return shown(row.person.hex());
    case NameRole:
        return shown(bannerName(row.familyName, row.givenName, row.title));
    case BornRole:
        return m_wording.bornOn(row.born);
    case AgeRole:
        return m_wording.age(row.born);
    case NhsRole:
        return m_wording.nhsLine(row.nhsNumber).replace(u' ', QChar::Nbsp);
    case TownRole:
        return shown(row.town);
    case CodesRole: {
        QString codes;
        for (const auto& agency : row.agencies) {
            codes += (codes.isEmpty() ? QString{} : QString{kBetweenCodes}) + shown(agency.str());
        }
        return codes;
    }
    case SnippetRole:
        return marked(hit(static_cast<std::size_t>(index.row())).toHtmlEscaped());
    case SpokenRole:
        return spoken(static_cast<std::size_t>(index.row()));
    default:
        return {};
    }
}

QHash<int, QByteArray> CaseloadRows::roleNames() const {
    return {{PersonIdRole, "personId"}, {NameRole, "name"}, {BornRole, "born"},   {AgeRole, "age"},
            {NhsRole, "nhs"},           {TownRole, "town"}, {CodesRole, "codes"}, {SnippetRole, "snippet"},
            {SpokenRole, "spoken"},     {HereRole, "here"}};
}

// What was found, of when, and its words, in which the marks of the match still stand.
const QString& CaseloadRows::hit(std::size_t row) const {
    m_hits.resize(m_rows.size());
    QString& kept = m_hits[row];
    const PersonRow& found = m_rows[row];
    if (kept.isNull() && !found.snippet.empty()) {
        const QString words = shown(found.snippet);
        kept = found.matchedNote.isNull()
                   ? words
                   : tr("%1, %2: %3", "found by a search, %1 kind of record, %2 date, %3 its words")
                         .arg(typeWords(found.matchedType), m_wording.date(found.matchedAt), words);
    }
    return kept;
}

QString CaseloadRows::spoken(std::size_t row) const {
    const PersonRow& who = m_rows[row];
    QStringList parts{shown(bannerName(who.familyName, who.givenName, who.title)), m_wording.age(who.born),
                      m_wording.bornOn(who.born), shown(who.town),
                      QString{hit(row)}.remove(kMatchBegins).remove(kMatchEnds)};
    parts.removeAll(QString{});
    return parts.join(QStringLiteral(", "));
}

QVariantList CaseloadRows::badges(const QString& codes) const {
    QVariantList out;
    for (const auto& code : codes.split(kBetweenCodes, Qt::SkipEmptyParts)) {
        out << badge(m_directory.agency(AgencyId{code.toStdString()}));
    }
    return out;
}

void CaseloadRows::know(Directory directory) {
    m_directory = std::move(directory);
    ++m_directories;
    emit directoryChanged();
}

bool CaseloadRows::canFetchMore(const QModelIndex& parent) const {
    return !parent.isValid() && !m_changing && (m_shown < m_rows.size() || (!m_asked && m_rows.size() < m_total));
}

void CaseloadRows::fetchMore(const QModelIndex& parent) {
    if (!canFetchMore(parent)) {
        return;
    }
    if (m_shown < m_rows.size()) {
        showMore();
        return;
    }
    m_asked = true;
    emit moreWanted();
}

void CaseloadRows::sayChanged(std::size_t from, std::size_t until) {
    const bool quotes = from < m_shown && !m_rows[from].snippet.empty();
    emit dataChanged(index(static_cast<int>(from)), index(static_cast<int>(until) - 1), quotes ? kOfNotes : kOfNames);
}

void CaseloadRows::showMore() {
    const std::size_t until = std::min(m_rows.size(), m_shown + kScreen);
    if (until > m_shown) {
        const std::size_t from = std::exchange(m_shown, until);
        const std::size_t there = m_kept;
        keep(std::max(until, m_kept));
        if (from < there) {
            sayChanged(from, std::min(until, there));
        }
        emit countChanged();
    }
}

void CaseloadRows::keep(std::size_t rows) {
    m_changing = true;
    if (rows < m_kept) {
        beginRemoveRows({}, static_cast<int>(rows), static_cast<int>(m_kept) - 1);
        m_kept = rows;
        endRemoveRows();
    } else if (rows > m_kept) {
        beginInsertRows({}, static_cast<int>(m_kept), static_cast<int>(rows) - 1);
        m_kept = rows;
        m_changing = false;
        endInsertRows();
    }
    m_changing = false;
}

void CaseloadRows::replace(std::vector<PersonRow> rows, std::size_t total) {
    const std::size_t before = m_shown;
    const std::size_t next = std::min(rows.size(), kScreen);
    keep(std::max(std::min(m_kept, next), std::min(m_kept, kSpare)));
    m_rows = std::move(rows);
    m_hits.clear();
    m_total = total;
    m_asked = false;
    m_shown = std::min(next, m_kept);
    if (m_shown > 0) {
        sayChanged(0, m_shown);
    }
    if (m_shown < m_kept) {
        if (m_shown < before) { // their words go when nobody waits for the screen
            emit dataChanged(index(static_cast<int>(m_shown)), index(static_cast<int>(m_kept) - 1), {HereRole});
        }
        m_tidy.start();
    }
    if (m_shown < kScreen) {
        showMore();
    }
    emit countChanged();
    emit replaced();
}

void CaseloadRows::forgetSpare() {
    if (m_shown < m_kept) {
        sayChanged(m_shown, m_kept);
    }
}

void CaseloadRows::append(std::vector<PersonRow> rows) {
    m_asked = false;
    if (rows.empty()) {
        m_total = m_rows.size();
        return;
    }
    std::move(rows.begin(), rows.end(), std::back_inserter(m_rows));
    showMore();
}

CaseloadModel::CaseloadModel(Session& session, QObject* parent) : PageModel(session, parent) {
    connect(&m_rows, &CaseloadRows::moreWanted, this, [this] { load(m_rows.held()); });
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

void CaseloadModel::refresh() {
    m_directoryRead = false;
    load(0);
}

void CaseloadModel::clear() {
    ++m_question;
    m_rows.replace({}, 0);
    m_rows.forgetSpare();
    m_rows.know({});
    m_directoryRead = false;
    m_total = 0;
    m_more = false;
    m_search.clear();
    setLoaded(false);
    emit changed();
    emit searchChanged();
}

void CaseloadModel::load(std::size_t offset) {
    const std::string typed = m_search.trimmed().toStdString();
    if (offset == 0) {
        ++m_question;
    }
    const std::uint64_t question = m_question;
    const bool known = m_directoryRead;
    const auto whose = m_everyone ? RecordReader::CaseloadOf::Everyone : RecordReader::CaseloadOf::Worker;
    run(
        Lane::Read,
        [typed, whose, offset, known](OpenDesk& desk) -> Result<Found> {
            Found found;
            if (!known) {
                FS_ASSIGN(found.directory, desk.directory());
            }
            if (typed.empty()) {
                FS_ASSIGN(auto page, desk.people.caseload(whose, offset, kPage));
                found.rows = std::move(page.rows);
                found.total = page.total;
                return found;
            }
            if (offset == 0) {
                // A screenful: the next key is nearer than the end of the list.
                FS_ASSIGN(auto first, desk.people.searchFirst(typed, kSearchHits, kScreen));
                found.rows = std::move(first.rows);
                found.more = first.more;
                found.total = found.rows.size();
                return found;
            }
            FS_ASSIGN(found.rows, desk.people.search(typed, kSearchHits));
            found.total = found.rows.size();
            found.more = found.total == kSearchHits;
            found.rows.erase(found.rows.begin(),
                             found.rows.begin() + static_cast<std::ptrdiff_t>(std::min(offset, found.total)));
            return found;
        },
        [this, question, offset](Result<Found> found) {
            if (question != m_question || (offset != 0 && offset != m_rows.held())) {
                return; // of a list that is there no more
            }
            if (!found) {
                fail(found.error());
                return;
            }
            take(std::move(found).value(), offset);
        });
}

void CaseloadModel::take(Found found, std::size_t offset) {
    if (found.directory) {
        m_rows.know(std::move(*found.directory));
        m_directoryRead = true;
    }
    if (offset == 0) {
        // Where there are more, somebody who scrolls asks for them.
        m_rows.replace(std::move(found.rows), found.total + (found.more ? 1 : 0));
    } else {
        m_rows.append(std::move(found.rows));
    }
    m_total = found.total;
    m_more = found.more;
    setLoaded(true);
    emit changed();
}

} // namespace frontsheet
