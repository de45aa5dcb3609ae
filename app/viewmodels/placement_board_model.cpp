#include "app/viewmodels/placement_board_model.h"

#include "app/viewmodels/placement_wording.h"
#include "app/viewmodels/tuning.h"
#include "core/domain/care/state_machine.h"
#include "core/domain/display_name.h"

#include <algorithm>
#include <set>

namespace frontsheet {

PlacementBoardModel::PlacementBoardModel(Session& session, QObject* parent) : PageModel(session, parent) {
    for (const auto& stage : care::machineOf(RecordType::Placement)->states) {
        m_columns.push_back(new PlacementColumn(std::string{stage.name}, session.wording, this));
    }
}

PlacementColumn* PlacementBoardModel::column(int stage) const {
    return stage >= 0 && stage < stages() ? m_columns[static_cast<std::size_t>(stage)] : nullptr;
}

QStringList PlacementBoardModel::orders() const {
    return {tr("Next review first", "order of the placement board"),
            tr("Longest since discharge", "order of the placement board"), tr("Name", "order of the placement board")};
}

void PlacementBoardModel::setOfficer(int officer) {
    if (officer != m_officer && officer >= 0 && officer < static_cast<int>(m_officers.size())) {
        m_officer = officer;
        m_chosen = true;
        emit filterChanged();
        filter();
    }
}

void PlacementBoardModel::setOrder(int order) {
    if (order != m_order && order >= ByReview && order <= ByName) {
        m_order = order;
        emit filterChanged();
        sortCards();
        filter();
    }
}

void PlacementBoardModel::setOverdueOnly(bool only) {
    if (only != m_overdueOnly) {
        m_overdueOnly = only;
        emit filterChanged();
        filter();
    }
}

void PlacementBoardModel::setSearch(const QString& typed) {
    if (typed != m_search) {
        m_search = typed;
        emit filterChanged();
        filter();
    }
}

void PlacementBoardModel::showAll() {
    m_search.clear();
    m_overdueOnly = false;
    emit filterChanged();
    filter();
}

void PlacementBoardModel::clear() {
    m_cards.clear();
    m_officers.clear();
    m_officerNames.clear();
    m_officer = 0;
    m_chosen = false;
    m_overdueOnly = false;
    m_search.clear();
    setLoaded(false);
    filter();
    emit filterChanged();
}

void PlacementBoardModel::setInSight(bool inSight) {
    if (inSight != m_inSight) {
        m_inSight = inSight;
        emit filterChanged();
        refresh();
    }
}

void PlacementBoardModel::refresh() {
    if (!m_inSight) {
        return;
    }
    struct Found {
        std::vector<PlacementOnBoard> board;
        Directory directory;
    };
    run(
        Lane::Read,
        [](OpenDesk& desk) -> Result<Found> {
            Found found;
            FS_ASSIGN(found.board, desk.placements.board());
            FS_ASSIGN(found.directory, desk.directory());
            return found;
        },
        [this](Result<Found> found) {
            if (!found) {
                fail(found.error());
                return;
            }
            take(std::move(found->board), found->directory);
        });
}

void PlacementBoardModel::take(std::vector<PlacementOnBoard> board, const Directory& directory) {
    m_cards.clear();
    m_cards.reserve(board.size());
    for (auto& one : board) {
        auto card = std::make_shared<BoardCard>();
        // Several people are on this page: the banner's name, without the title.
        card->name = shown(bannerName(one.person.familyName, one.person.givenName, {}));
        card->age = wording().age(one.person.born);
        card->officer = one.card.officer.empty() ? QString{} : shown(directory.worker(one.card.officer).name);
        card->typed = (card->name + QLatin1Char(' ') + shown(one.card.placedAt)).toCaseFolded();
        card->card = std::move(one.card);
        m_cards.push_back(std::move(card));
    }
    nameOfficers(directory);
    sortCards();
    setLoaded(true);
    filter();
    emit filterChanged();
}

void PlacementBoardModel::nameOfficers(const Directory& directory) {
    const WorkerId was = m_officer > 0 && m_officer < static_cast<int>(m_officers.size())
                             ? m_officers[static_cast<std::size_t>(m_officer)]
                             : WorkerId{};
    const bool everybody = m_officer == 1;
    std::set<std::pair<std::string, WorkerId>> others;
    int mine = 0;
    for (const auto& card : m_cards) {
        if (card->card.officer == me().worker) {
            mine += card->card.stage == "ended" ? 0 : 1;
        } else if (!card->card.officer.empty()) {
            others.emplace(directory.worker(card->card.officer).name, card->card.officer);
        }
    }
    m_officers = {me().worker, WorkerId{}};
    m_officerNames = {tr("My %n people", "placement board: whose placements", mine),
                      tr("Everybody’s", "placement board: whose placements")};
    int at = everybody ? 1 : 0;
    for (const auto& [name, officer] : others) {
        at = !everybody && officer == was ? static_cast<int>(m_officers.size()) : at;
        m_officers.push_back(officer);
        m_officerNames << shown(name);
    }
    // Who has none of their own, such as a manager, begins with everybody's.
    m_officer = !m_chosen ? (mine > 0 ? 0 : 1) : at;
}

void PlacementBoardModel::sortCards() {
    std::stable_sort(m_cards.begin(), m_cards.end(), [this](const auto& a, const auto& b) {
        if (m_order == ByDischarge && a->card.dischargedOn != b->card.dischargedOn) {
            return a->card.dischargedOn < b->card.dischargedOn;
        }
        if (m_order == ByName && a->name != b->name) {
            return a->name.localeAwareCompare(b->name) < 0;
        }
        return care::comesBefore(a->card, b->card);
    });
}

bool PlacementBoardModel::isTheirs(const BoardCard& card) const {
    return m_officer == 1 || m_officers.empty() || card.card.officer == m_officers[static_cast<std::size_t>(m_officer)];
}

void PlacementBoardModel::filter() {
    const QString typed = m_search.simplified().toCaseFolded();
    const QStringList parts = typed.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    BoardCards theirs;
    std::vector<BoardCards> columns(m_columns.size());
    m_found = 0;
    for (const auto& card : m_cards) {
        if (!isTheirs(*card)) {
            continue;
        }
        theirs.push_back(card);
        const bool fits =
            (!m_overdueOnly || care::isOverdue(card->card)) &&
            std::all_of(parts.begin(), parts.end(), [&](const QString& part) { return card->typed.contains(part); });
        for (std::size_t at = 0; fits && at < m_columns.size(); ++at) {
            if (m_columns[at]->stage() == card->card.stage) {
                columns[at].push_back(card);
                ++m_found;
            }
        }
    }
    for (std::size_t at = 0; at < m_columns.size(); ++at) {
        m_columns[at]->show(std::move(columns[at]));
    }
    count(theirs);
    emit changed();
}

void PlacementBoardModel::count(const BoardCards& theirs) {
    int overdue = 0;
    int soon = 0;
    int unasked = 0;
    m_total = 0;
    for (const auto& card : theirs) {
        const auto& one = card->card;
        const bool late = care::isOverdue(one);
        m_total += one.stage == "ended" ? 0 : 1;
        overdue += late ? 1 : 0;
        soon += !late && !one.hasDied && !one.reviewDue.empty() && one.daysLeft <= tuning::kReviewSoonDays ? 1 : 0;
        unasked += PlacementWords::isWishMissing(one) && !one.hasDied ? 1 : 0;
    }
    m_overdue = overdue == 0 ? QString{} : tr("%n review(s) overdue", "placement board", overdue);
    m_soon = soon == 0 ? QString{} : tr("%n due in 7 days", "placement board: reviews", soon);
    m_unasked = unasked == 0 ? QString{} : tr("%n wish(es) not asked yet", "placement board", unasked);
}

} // namespace frontsheet
