#include "app/viewmodels/waiting_model.h"

#include <algorithm>

namespace frontsheet {

namespace {

QString whatIs(RecordType type) {
    switch (type) {
    case RecordType::ContactNote:
        return QCoreApplication::translate("Waiting", "Note");
    case RecordType::Referral:
        return QCoreApplication::translate("Waiting", "Referral");
    case RecordType::ReferralMessage:
        return QCoreApplication::translate("Waiting", "Message");
    case RecordType::Registration:
        return QCoreApplication::translate("Waiting", "Registration");
    case RecordType::PersonLink:
        return QCoreApplication::translate("Waiting", "Same person");
    case RecordType::CareTeamMembership:
        return QCoreApplication::translate("Waiting", "Care team");
    case RecordType::ReceivedCopy:
        return QCoreApplication::translate("Waiting", "Copy of a referral");
    default:
        return QCoreApplication::translate("Waiting", "Change");
    }
}

QString shortName(const Directory& directory, const AgencyId& agency) {
    return badge(directory.agency(agency)).value(QStringLiteral("shortName")).toString();
}

// What a home did with work that it held.
ErrorWords settledWords(const SettledWork& settled, const QString& agency, const Wording& wording) {
    const QString when = wording.date(settled.at);
    if (settled.how == Settlement::TakenIn) {
        return {QCoreApplication::translate("Waiting", "%1 took this into the record, %2.", "%1 agency, %2 date")
                    .arg(agency, when),
                QCoreApplication::translate("Waiting", "%1 looked at it. It stands there as yours.", "%1 somebody")
                    .arg(shown(settled.by))};
    }
    return {QCoreApplication::translate("Waiting", "%1 closed this, %2, because: %3",
                                        "%1 somebody, %2 date, %3 their words")
                .arg(shown(settled.by), when, shown(settled.words)),
            QCoreApplication::translate("Waiting",
                                        "It is not in %1’s record. Your words stay here until you say that you "
                                        "have dealt with it.",
                                        "%1 agency")
                .arg(agency)};
}

ErrorWords problemOf(const OutboxItem& item) {
    switch (item.outcome) {
    case IntentOutcome::Conflict:
        return {QCoreApplication::translate("Waiting", "Someone else changed the same words."),
                QCoreApplication::translate("Waiting", "Both versions are kept. Look at the record, then settle it.")};
    case IntentOutcome::Held:
        return {QCoreApplication::translate("Waiting",
                                            "You are no longer involved, so the agency holds this for its manager."),
                QCoreApplication::translate("Waiting", "Nothing is lost. Your manager can release it.")};
    default:
        return wordsFor(item.reason);
    }
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
            wordItems(found->items, found->directory);
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

void WaitingModel::wordItems(const std::vector<WaitingItem>& items, const Directory& directory) {
    m_attention.clear();
    m_items.clear();
    for (const auto& waiting : items) {
        const OutboxItem& item = waiting.item;
        QVariantMap map{{QStringLiteral("op"), shown(item.intent.op.hex())},
                        {QStringLiteral("what"), whatIs(item.intent.type)},
                        {QStringLiteral("personName"), shown(waiting.personName)},
                        {QStringLiteral("personId"), shown(item.intent.person.hex())},
                        {QStringLiteral("title"), shown(waiting.title).simplified()},
                        {QStringLiteral("when"), wording().dateTime(item.savedAt)},
                        {QStringLiteral("badge"), badge(directory.agency(item.intent.home))}};
        if (item.state == OutboxState::NeedsAttention) {
            const ErrorWords problem =
                waiting.settled ? settledWords(*waiting.settled, shortName(directory, item.intent.home), wording())
                                : problemOf(item);
            map[QStringLiteral("along")] =
                waiting.along == 0
                    ? QString{}
                    : tr("Saved together with %n other item(s): what you do with one of them goes for all.",
                         "a refused item: what is let go together", static_cast<int>(waiting.along));
            map[QStringLiteral("problem")] = problem.title;
            map[QStringLiteral("advice")] = problem.text;
            map[QStringLiteral("mayKeep")] = waiting.mayKeep;
            m_attention << map;
        } else {
            map[QStringLiteral("state")] = item.state == OutboxState::WaitsForAnother
                                               ? tr("Goes after another item.", "waiting list")
                                               : tr("Goes to %1 when there is signal.", "waiting list, %1 agency")
                                                     .arg(shortName(directory, item.intent.home));
            m_items << map;
        }
    }
}

} // namespace frontsheet
