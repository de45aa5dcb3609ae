#include "app/viewmodels/waiting_model.h"

#include "app/viewmodels/type_wording.h"
#include "app/viewmodels/waiting_wording.h"

#include <algorithm>

namespace frontsheet {

namespace {

QString shortName(const Directory& directory, const AgencyId& agency) {
    return badge(directory.agency(agency)).value(QStringLiteral("shortName")).toString();
}

} // namespace

void WaitingModel::clear() {
    m_attention = m_items = m_servers = {};
    setLoaded(false);
    emit changed();
}

void WaitingModel::settle(const QString& op) {
    const auto id = OpId::fromHex(op.toStdString());
    if (!id) {
        return;
    }
    run(
        Lane::Save, [op = *id](OpenDesk& desk) { return desk.waiting.settle(op); },
        [this](const Result<void>& done) {
            if (!done) {
                fail(done.error());
            }
            refresh();
        });
}

void WaitingModel::keepAtOwnAgency(const QString& op) {
    const auto id = OpId::fromHex(op.toStdString());
    if (!id) {
        return;
    }
    run(
        Lane::Save,
        [op = *id](OpenDesk& desk) {
            auto kept = desk.waiting.keepAtOwnAgency(op);
            desk.syncSoon();
            return kept;
        },
        [this](const Result<void>& kept) {
            if (!kept) {
                fail(kept.error());
            }
            refresh();
        });
}

void WaitingModel::tryNow() {
    run(
        Lane::Read,
        [](OpenDesk& desk) {
            desk.syncSoon();
            return true;
        },
        [](bool) {});
}

void WaitingModel::refresh() {
    struct Found {
        WaitingState state;
        std::vector<WaitingItem> items;
        Directory directory;
    };
    run(
        Lane::Read,
        [](OpenDesk& desk) -> Result<Found> {
            Found found;
            FS_ASSIGN(found.state, desk.waiting.state());
            FS_ASSIGN(found.items, desk.waiting.items());
            FS_ASSIGN(found.directory, desk.directory());
            return found;
        },
        [this](Result<Found> found) {
            if (!found) {
                fail(found.error());
                return;
            }
            wordLine(found->state, found->directory);
            wordServers(found->state, found->directory);
            wordItems(found->items, found->state.own, found->directory);
            setLoaded(true);
            emit changed();
        });
}

void WaitingModel::wordLine(const WaitingState& state, const Directory& directory) {
    const int toSend = static_cast<int>(state.toSend);
    m_needsAttention = static_cast<int>(state.needsAttention);
    const QString saved =
        session().tablet ? tr("Saved on this tablet.", "sync line") : tr("Saved on this laptop.", "sync line");
    const QString waits = m_needsAttention > 0 ? tr("%n item(s) need you.",
                                                    "sync line: something was refused or conflicts", m_needsAttention)
                          : toSend > 0         ? tr("%n item(s) waiting to send.", "sync line", toSend)
                                               : tr("Nothing waiting to send.", "sync line");
    m_savedText = saved + QLatin1Char(' ') + waits;
    m_linkText = m_needsAttention + toSend > 0
                     ? tr("See the %n item(s)", "sync line, opens the list", m_needsAttention + toSend)
                     : tr("Saved and sent", "sync line, opens the list of servers");

    std::vector<const ServerState*> failing;
    std::vector<const ServerState*> answering;
    std::vector<const ServerState*> lookedThrough; // partners' that answer, and have nothing new to give
    WallTime newest;
    for (const auto& server : state.servers) {
        (server.failing ? failing : answering).push_back(&server);
        if (!server.failing && server.reconciling && server.agency != state.own) {
            lookedThrough.push_back(&server);
        }
        newest = std::max(newest, server.lastAnswered);
    }
    m_offline = !state.servers.empty() && answering.empty();
    const int all = static_cast<int>(state.servers.size());
    if (state.servers.empty()) {
        m_stateText = tr("Not connected to any agency yet.", "sync line");
    } else if (m_offline) {
        const ErrorCode why = failing.front()->lastError;
        m_stateText = why != ErrorCode::Unreachable ? wordsFor(why).title
                      : newest.isKnown()            ? tr("No signal since %1", "sync line, %1 date and time")
                                               .arg(wording().local(newest).date() == wording().now().date()
                                                        ? wording().time(newest)
                                                        : wording().dateTime(newest))
                                         : tr("No signal yet", "sync line");
    } else if (!failing.empty()) {
        const QString missing = shortName(directory, failing.front()->agency);
        m_stateText = tr("Up to date with %1 of %2 agencies.", "sync line").arg(answering.size()).arg(all) +
                      QLatin1Char(' ') +
                      (failing.front()->lastAnswered.isKnown()
                           ? tr("%1 last answered %2.", "sync line, %1 agency, %2 date and time")
                                 .arg(missing, wording().dateTime(failing.front()->lastAnswered))
                           : tr("%1 has not answered yet.", "sync line, %1 agency").arg(missing));
    } else if (!lookedThrough.empty()) {
        m_stateText = tr("Up to date with %1 of %2 agencies.", "sync line")
                          .arg(answering.size() - lookedThrough.size())
                          .arg(all) +
                      QLatin1Char(' ') +
                      tr("Nothing new from %1 yet: its records came back from a backup.", "sync line, %1 agency")
                          .arg(shortName(directory, lookedThrough.front()->agency));
    } else if (!newest.isKnown()) {
        m_stateText = tr("Looking for newer.", "sync line");
    } else {
        m_stateText =
            all == 1 ? tr("Up to date at %1 with %2.", "sync line, %1 time, %2 agency")
                           .arg(wording().time(newest), shortName(directory, state.servers.front().agency))
                     : tr("Up to date at %1 with %n agencies.", "sync line, %1 time", all).arg(wording().time(newest));
    }
}

void WaitingModel::wordServers(const WaitingState& state, const Directory& directory) {
    m_servers.clear();
    for (const auto& server : state.servers) {
        QString text;
        if (server.failing) {
            const ErrorWords words = wordsFor(server.lastError);
            text = words.title + QLatin1Char(' ') +
                   (server.lastAnswered.isKnown()
                        ? tr("Last answered %1.", "%1 date and time").arg(wording().dateTime(server.lastAnswered))
                        : tr("Has not answered yet."));
        } else if (server.lastAnswered.isKnown()) {
            text = server.firstSyncDone
                       ? tr("Up to date %1.", "%1 date and time").arg(wording().dateTime(server.lastAnswered))
                       : tr("Still bringing records, last %1.", "%1 date and time")
                             .arg(wording().dateTime(server.lastAnswered));
        } else {
            text = tr("Not asked yet.");
        }
        QString restored;
        if (server.reconciling) {
            restored =
                server.agency == state.own
                    ? tr("Its records came back from a backup. What you write is kept and sent, and you are brought "
                         "what is new. Partner agencies get nothing from it until its administrator has confirmed.")
                    : tr("Its records came back from a backup. Nothing new reaches you from here until its "
                         "administrator has confirmed. What you write is kept and sent.");
        }
        m_servers << QVariantMap{{QStringLiteral("badge"), badge(directory.agency(server.agency))},
                                 {QStringLiteral("text"), text},
                                 {QStringLiteral("failing"), server.failing},
                                 {QStringLiteral("restored"), restored}};
    }
}

void WaitingModel::wordItems(const std::vector<WaitingItem>& items, const AgencyId& own, const Directory& directory) {
    m_attention.clear();
    m_items.clear();
    for (const auto& waiting : items) {
        const OutboxItem& item = waiting.item;
        const AgencyEntry home = directory.agency(item.intent.home);
        const QString title = shown(waiting.title).simplified();
        QVariantMap map{{QStringLiteral("op"), shown(item.intent.op.hex())},
                        {QStringLiteral("what"), typeWords(item.intent.type)},
                        {QStringLiteral("personName"), shown(waiting.personName)},
                        {QStringLiteral("personId"), shown(item.intent.person.hex())},
                        {QStringLiteral("title"), title},
                        {QStringLiteral("when"), wording().dateTime(item.savedAt)},
                        {QStringLiteral("badge"), badge(home)}};
        if (item.state == OutboxState::NeedsAttention) {
            const AttentionWords said = attentionWords(waiting, home, own, wording());
            const QString words = shown(waiting.words);
            map[QStringLiteral("along")] =
                waiting.along == 0
                    ? QString{}
                    : tr("Saved together with %n other item(s): what you do with one of them goes for all.",
                         "a refused item: what is let go together", static_cast<int>(waiting.along));
            map[QStringLiteral("problem")] = said.problem;
            map[QStringLiteral("advice")] = said.advice;
            // The whole of it, where the title is not.
            map[QStringLiteral("words")] = words.simplified() == title ? QString{} : words;
            map[QStringLiteral("onlyHere")] = said.onlyHere && !words.isEmpty();
            map[QStringLiteral("askWho")] = said.ring ? shortName(directory, item.intent.home) : QString{};
            map[QStringLiteral("askNumber")] = said.ring ? shown(home.phone) : QString{};
            map[QStringLiteral("mayKeep")] = waiting.mayKeep;
            m_attention << map;
        } else {
            map[QStringLiteral("state")] = queuedWords(waiting, home);
            m_items << map;
        }
    }
}

} // namespace frontsheet
