#include "app/viewmodels/placement_column.h"

#include "app/viewmodels/placement_wording.h"
#include "core/domain/care/placement_moves.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace frontsheet {

namespace {

std::string key(const std::shared_ptr<const BoardCard>& card) { return card->card.id.hex(); }

std::unordered_set<std::string> keysOf(const BoardCards& cards) {
    std::unordered_set<std::string> keys;
    for (const auto& card : cards) {
        keys.insert(key(card));
    }
    return keys;
}

QString whereIcon(const care::PlacementCard& card) {
    return card.where == care::Whereabouts::CareHome  ? QStringLiteral("building")
           : card.where == care::Whereabouts::OwnHome ? QStringLiteral("home")
                                                      : QStringLiteral("pin");
}

} // namespace

PlacementColumn::PlacementColumn(std::string stage, const Wording& wording, QObject* parent)
    : QAbstractListModel(parent), m_stage(std::move(stage)), m_wording(wording) {}

QString PlacementColumn::title() const { return PlacementWords::stage(m_stage); }

int PlacementColumn::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : count(); }

QVariant PlacementColumn::data(const QModelIndex& index, int role) const {
    if (index.row() < 0 || index.row() >= count()) {
        return {};
    }
    const BoardCard& shownCard = *m_cards[static_cast<std::size_t>(index.row())];
    const care::PlacementCard& card = shownCard.card;
    const PlacementWords words{m_wording};
    switch (role) {
    case PlacementIdRole:
        return shown(card.id.hex());
    case PersonIdRole:
        return shown(card.person.hex());
    case NameRole:
        return shownCard.name;
    case AgeRole:
        return shownCard.age;
    case WhereRole:
        return PlacementWords::where(card);
    case WhereIconRole:
        return whereIcon(card);
    case SinceRole:
        return PlacementWords::since(card);
    case WishRole:
        return PlacementWords::wish(card);
    case WishMissingRole:
        return PlacementWords::isWishMissing(card);
    case DueRole:
        return words.due(card);
    case DueOnRole:
        return words.dueOn(card);
    case OverdueRole:
        return care::isOverdue(card);
    case TrialRole:
        return PlacementWords::trial(card);
    case SlippedRole:
        return PlacementWords::slipped(card);
    case ReadyRole:
        return card.readiness.ready;
    case ReadyOfRole:
        return card.stage == "ended" ? 0 : card.readiness.of;
    case ReadyTextRole:
        return PlacementWords::ready(card.readiness);
    case OutcomeRole:
        return card.stage != "ended" ? QString{}
               : card.outcomeOn.empty()
                   ? PlacementWords::outcome(card.outcome)
                   : PlacementWords::tr("%1, %2", "placement: %1 outcome, %2 date")
                         .arg(PlacementWords::outcome(card.outcome), m_wording.isoDate(card.outcomeOn));
    case WishMetRole:
        return PlacementWords::wishMet(card.outcomeWish);
    case NoticeRole:
        return card.hasDied && card.stage != "ended" ? PlacementWords::tr("Has died. Say how it ended.", "placement")
               : card.changesHands ? PlacementWords::tr("Another officer is asked to take it.", "placement")
                                   : QString{};
    case OfficerRole:
        return shownCard.officer;
    case StepsRole:
        return PlacementWords::steps(care::stepsFrom(card));
    default:
        return {};
    }
}

QHash<int, QByteArray> PlacementColumn::roleNames() const {
    return {{PlacementIdRole, "placementId"},
            {PersonIdRole, "personId"},
            {NameRole, "name"},
            {AgeRole, "age"},
            {WhereRole, "where"},
            {WhereIconRole, "whereIcon"},
            {SinceRole, "since"},
            {WishRole, "wish"},
            {WishMissingRole, "wishMissing"},
            {DueRole, "due"},
            {DueOnRole, "dueOn"},
            {OverdueRole, "overdue"},
            {TrialRole, "trial"},
            {SlippedRole, "slipped"},
            {ReadyRole, "ready"},
            {ReadyOfRole, "readyOf"},
            {ReadyTextRole, "readyText"},
            {OutcomeRole, "outcome"},
            {WishMetRole, "wishMet"},
            {NoticeRole, "notice"},
            {OfficerRole, "officer"},
            {StepsRole, "steps"}};
}

int PlacementColumn::rowOf(const QString& placementId) const {
    const auto id = placementId.toStdString();
    const auto found = std::find_if(m_cards.begin(), m_cards.end(), [&](const auto& card) { return key(card) == id; });
    return found == m_cards.end() ? -1 : static_cast<int>(found - m_cards.begin());
}

QString PlacementColumn::placementAt(int row) const {
    return row >= 0 && row < count() ? shown(m_cards[static_cast<std::size_t>(row)]->card.id.hex()) : QString{};
}

// Whether cards that are in both stand in another order now.
bool PlacementColumn::reorders(const BoardCards& cards) const {
    std::unordered_map<std::string, std::size_t> places;
    for (std::size_t at = 0; at < cards.size(); ++at) {
        places.emplace(key(cards[at]), at);
    }
    std::size_t last = 0;
    for (const auto& card : m_cards) {
        const auto found = places.find(key(card));
        if (found != places.end()) {
            if (found->second < last) {
                return true;
            }
            last = found->second;
        }
    }
    return false;
}

void PlacementColumn::takeOut(const BoardCards& cards) {
    const auto stay = keysOf(cards);
    for (int end = count(); end > 0;) {
        int from = end;
        while (from > 0 && !stay.contains(key(m_cards[static_cast<std::size_t>(from - 1)]))) {
            --from;
        }
        if (from < end) {
            beginRemoveRows({}, from, end - 1);
            m_cards.erase(m_cards.begin() + from, m_cards.begin() + end);
            endRemoveRows();
        }
        end = from - 1;
    }
}

void PlacementColumn::putIn(const BoardCards& cards) {
    const auto there = keysOf(m_cards);
    for (std::size_t at = 0; at < cards.size();) {
        std::size_t end = at;
        while (end < cards.size() && !there.contains(key(cards[end]))) {
            ++end;
        }
        if (end > at) {
            beginInsertRows({}, static_cast<int>(at), static_cast<int>(end) - 1);
            m_cards.insert(m_cards.begin() + static_cast<std::ptrdiff_t>(at),
                           cards.begin() + static_cast<std::ptrdiff_t>(at),
                           cards.begin() + static_cast<std::ptrdiff_t>(end));
            endInsertRows();
        }
        at = end + 1;
    }
}

void PlacementColumn::show(BoardCards cards) {
    if (cards == m_cards) {
        return;
    }
    const int before = count();
    if (reorders(cards)) {
        beginResetModel();
        m_cards = std::move(cards);
        endResetModel();
    } else {
        takeOut(cards);
        putIn(cards);
        if (m_cards != cards) { // read anew: the same placements, other cards
            m_cards = std::move(cards);
            emit dataChanged(index(0), index(count() - 1));
        }
    }
    if (count() != before) {
        emit countChanged();
    }
}

} // namespace frontsheet
