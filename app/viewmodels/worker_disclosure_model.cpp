#include "app/viewmodels/worker_disclosure_model.h"

#include "app/viewmodels/evidence_asking.h"
#include "core/usecases/workplace.h"

#include <algorithm>
#include <array>

namespace frontsheet {

namespace {

// Days that the page goes back; 0: all there is.
constexpr std::array<int, 4> kSpanDays{7, 30, 365, 0};
constexpr int kSpanAtFirst = 1;
constexpr qsizetype kMostFound = 30;

} // namespace

void WorkerDisclosureModel::open(const QString& agency, const QString& worker) {
    const AgencyId code{agency.toStdString()};
    const WorkerId number{worker.toStdString()};
    const bool known = code.isWellFormed() && number.isWellFormed();
    if (known && code == m_agency && number == m_worker) {
        return; // what was fetched stays
    }
    m_agency = known ? code : AgencyId{};
    m_worker = known ? number : WorkerId{};
    m_span = kSpanAtFirst;
    m_search.clear();
    forgetRows();
    dismissError();
    nameWorker();
    look();
    emit changed();
    refresh();
}

void WorkerDisclosureModel::refresh() {
    struct Read {
        bool mine = false;
        Directory directory;
    };
    run(
        Lane::Read,
        [](OpenDesk& desk) -> Result<Read> {
            Read read;
            FS_ASSIGN(read.mine, isAuditor(desk));
            if (read.mine) {
                FS_ASSIGN(read.directory, desk.directory());
            }
            return read;
        },
        [this](Result<Read> read) {
            if (!read) {
                fail(read.error());
                return;
            }
            m_mine = read->mine;
            m_directory = std::move(read->directory);
            nameWorker();
            look();
            setLoaded(true);
            emit changed();
        });
}

void WorkerDisclosureModel::clear() {
    m_mine = false;
    m_directory = {};
    m_search.clear();
    m_found = {};
    m_foundText.clear();
    m_agency = {};
    m_worker = {};
    m_span = kSpanAtFirst;
    nameWorker();
    forgetRows();
    dismissError();
    setLoaded(false);
    emit changed();
}

void WorkerDisclosureModel::forgetRows() {
    m_asking = 0;
    m_rows = {};
    m_fetched = m_logBroken = false;
    m_sum = m_asOf = m_logText = m_moreText = QString{};
}

void WorkerDisclosureModel::nameWorker() {
    m_name = m_role = QString{};
    m_badge = {};
    if (m_worker.empty()) {
        return;
    }
    const DisclosureWords words{wording(), m_directory};
    m_name = words.worker(m_agency, m_worker);
    const WorkerEntry entry = m_directory.worker(m_worker);
    m_role = entry.agency == m_agency ? capitalised(shown(entry.role)) : QString{};
    m_badge = frontsheet::badge(m_directory.agency(m_agency));
}

void WorkerDisclosureModel::setSearch(const QString& words) {
    if (words != m_search) {
        m_search = words;
        look();
        emit changed();
    }
}

// Those of whom each word that was typed begins a word: of the name, the role, the number or the agency.
void WorkerDisclosureModel::look() {
    m_found = {};
    m_foundText.clear();
    const QStringList typed = m_search.simplified().toCaseFolded().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (!m_mine || typed.isEmpty()) {
        return;
    }
    std::vector<QVariantMap> all;
    for (const auto& [code, entry] : m_directory.workers()) {
        const QVariantMap agency = frontsheet::badge(m_directory.agency(entry.agency));
        const QStringList words = QStringList{shown(entry.name), shown(entry.role), shown(code.str()),
                                              agency.value(QStringLiteral("shortName")).toString()}
                                      .join(QLatin1Char(' '))
                                      .toCaseFolded()
                                      .split(QLatin1Char(' '), Qt::SkipEmptyParts);
        const bool everyWord = std::all_of(typed.begin(), typed.end(), [&](const QString& one) {
            return std::any_of(words.begin(), words.end(), [&](const QString& word) { return word.startsWith(one); });
        });
        if (everyWord) {
            all.push_back({{QStringLiteral("agency"), shown(entry.agency.str())},
                           {QStringLiteral("worker"), shown(code.str())},
                           {QStringLiteral("name"), shown(entry.name.empty() ? code.str() : entry.name)},
                           {QStringLiteral("role"), capitalised(shown(entry.role))},
                           {QStringLiteral("badge"), agency}});
        }
    }
    std::sort(all.begin(), all.end(), [](const QVariantMap& a, const QVariantMap& b) {
        return QString::localeAwareCompare(a.value(QStringLiteral("name")).toString(),
                                           b.value(QStringLiteral("name")).toString()) < 0;
    });
    for (const auto& one : all) {
        if (m_found.size() < kMostFound) {
            m_found << one;
        }
    }
    const auto count = static_cast<qsizetype>(all.size());
    if (count == 0) {
        m_foundText = tr("Nobody in the directory is called that.", "choosing a worker");
    } else if (count > kMostFound) {
        m_foundText =
            tr("%1 of %2 people. Type more of the name.", "choosing a worker: two numbers").arg(kMostFound).arg(count);
    }
}

QStringList WorkerDisclosureModel::spans() const {
    return {tr("7 days", "disclosure by worker: how far back"), tr("30 days", "disclosure by worker: how far back"),
            tr("A year", "disclosure by worker: how far back"), tr("All", "disclosure by worker: how far back")};
}

void WorkerDisclosureModel::setSpan(int index) {
    if (index != m_span && index >= 0 && index < static_cast<int>(kSpanDays.size())) {
        m_span = index;
        forgetRows(); // they were of another span
        emit changed();
    }
}

void WorkerDisclosureModel::fetch() {
    if (m_worker.empty() || !m_mine || m_asking != 0) {
        return;
    }
    m_asking = ++m_asked;
    dismissError();
    emit changed();
    EvidenceAsk ask;
    ask.view = EvidenceView::Worker;
    ask.workerAgency = m_agency;
    ask.worker = m_worker;
    run(
        Lane::Ask,
        [ask, days = kSpanDays[static_cast<std::size_t>(m_span)]](OpenDesk& desk) mutable -> Result<Found> {
            if (days != 0) {
                ask.from = desk.workplace.clock.now() + -std::chrono::hours{24} * days;
            }
            Found found;
            FS_ASSIGN(found.page, askEvidence(desk, ask, kEvidenceRowsShown));
            FS_ASSIGN(found.directory, desk.directory());
            std::vector<PersonId> people;
            for (const auto& row : found.page.rows) {
                if (!row.person.isNull()) {
                    people.push_back(row.person);
                }
            }
            FS_ASSIGN(found.names, spokenNames(desk.workplace.reader, std::move(people)));
            return found;
        },
        [this, asking = m_asking](const Result<Found>& found) {
            if (asking != m_asking) {
                return; // of another worker or span
            }
            m_asking = 0;
            if (found) {
                take(*found);
            } else {
                failAsked(found.error());
            }
            emit changed();
        });
}

void WorkerDisclosureModel::take(const Found& found) {
    const DisclosureWords words{wording(), found.directory};
    m_rows = {};
    for (const auto& row : found.page.rows) {
        m_rows << words.rowOfWorker(row, found.names);
    }
    m_sum = words.sumOfWorker(found.page.rows);
    const EvidenceFrame frame = frameOf(found.page, words);
    m_asOf = frame.asOf;
    m_logText = frame.logText;
    m_logBroken = frame.logBroken;
    m_moreText = frame.moreText;
    m_fetched = true;
}

} // namespace frontsheet
