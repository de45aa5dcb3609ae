// What is done about a conference that was called: each checked first, so that what is wrong is said beside what was typed.
#include "app/viewmodels/conference_model.h"
#include "app/viewmodels/conference_wording.h"
#include "core/domain/calendar.h"
#include "core/domain/typed_date.h"

namespace frontsheet {

void ConferenceModel::move(const QString& when, const QString& place) {
    m_faults.clear();
    const auto at = hour(when.trimmed());
    if (!at) {
        fault("when", tr("Not a day and a time that there are. Such as tomorrow 10:30, or 24/11/2026 14:00."));
    } else if (!care::isHourForOne(*at, session().clock.now())) {
        fault("when", *at < session().clock.now() ? tr("That is past already.")
                                                  : tr("That is more than a year away. Is the year right?"));
    }
    act([at = at.value_or(WallTime{}), where = place.trimmed().toStdString()](OpenDesk& desk, const RecordId& id) {
        return desk.conferences.move(id, at, where);
    });
}

void ConferenceModel::callOff(const QString& because) {
    m_faults.clear();
    if (because.trimmed().isEmpty()) {
        fault("words", tr("Say why. Everybody who was asked reads it."));
    }
    act([words = because.trimmed().toStdString()](OpenDesk& desk, const RecordId& id) {
        return desk.conferences.callOff(id, words);
    });
}

void ConferenceModel::answer(const QString& invitationId, const QString& how, const QString& words,
                             const QString& sent) {
    m_faults.clear();
    const QString whose = invitationId.isEmpty() ? m_shown.mine.value(QStringLiteral("id")).toString() : invitationId;
    const auto id = RecordId::fromHex(whose.toStdString());
    if (!id) {
        return;
    }
    act([id = *id, how = how.toStdString(), words = words.trimmed().toStdString(), sent = sent.trimmed().toStdString()](
            OpenDesk& desk, const RecordId&) { return desk.conferences.answer(id, how, words, sent); });
}

void ConferenceModel::attend(const QString& invitationId, int how) {
    m_faults.clear();
    const auto id = RecordId::fromHex(invitationId.toStdString());
    if (!id) {
        return;
    }
    const bool said = how >= 0 && how < static_cast<int>(kAttendanceCodes.size());
    act([id = *id, code = std::string{said ? kAttendanceCodes[static_cast<std::size_t>(how)] : ""}](
            OpenDesk& desk, const RecordId&) { return desk.conferences.attended(id, code); });
}

void ConferenceModel::decide(const QString& text, const QVariantList& dissent) {
    m_faults.clear();
    const auto words = text.trimmed().toStdString();
    if (words.empty()) {
        fault("text", tr("Say what was decided."));
    }
    std::vector<Dissent> others;
    for (const auto& one : dissent) {
        const auto row = one.toMap();
        const int at = row.value(QStringLiteral("index")).toInt();
        if (at < 0 || at >= static_cast<int>(m_dissenters.size())) {
            continue;
        }
        others.push_back(m_dissenters[static_cast<std::size_t>(at)]);
        others.back().words = row.value(QStringLiteral("words")).toString().trimmed().toStdString();
        if (others.back().words.empty()) {
            fault("dissent", tr("Write what they say, in their words."));
        }
    }
    act([words, others](OpenDesk& desk, const RecordId& id) -> Result<void> {
        FS_ASSIGN([[maybe_unused]] const auto made, desk.conferences.decide(id, words, others));
        return ok();
    });
}

void ConferenceModel::disagree(const QString& decisionId, int dissenter, const QString& words) {
    m_faults.clear();
    const auto decision = RecordId::fromHex(decisionId.toStdString());
    Dissent said;
    if (dissenter >= 0 && dissenter < static_cast<int>(m_dissenters.size())) {
        said = m_dissenters[static_cast<std::size_t>(dissenter)];
    } else {
        fault("who", tr("Say who disagrees."));
    }
    said.words = words.trimmed().toStdString();
    if (said.words.empty()) {
        fault("dissent", tr("Write what they say, in their words."));
    }
    if (decision) {
        act([decision = *decision, said](OpenDesk& desk, const RecordId&) {
            return desk.conferences.disagree(decision, said);
        });
    }
}

void ConferenceModel::enteredInError(const QString& decisionId, const QString& because) {
    m_faults.clear();
    const auto decision = RecordId::fromHex(decisionId.toStdString());
    if (because.trimmed().isEmpty()) {
        fault("words", tr("Say what is wrong with it."));
    }
    if (decision) {
        act([decision = *decision, why = because.trimmed().toStdString()](OpenDesk& desk, const RecordId&) {
            return desk.conferences.enteredInError(decision, why);
        });
    }
}

void ConferenceModel::agree(const QString& what, const QString& agency, const QString& worker, const QString& due,
                            const QString& detail) {
    m_faults.clear();
    AgreedAction action;
    action.what = what.trimmed().toStdString();
    action.detail = detail.trimmed().toStdString();
    action.agency = AgencyId{agency.toStdString()};
    action.owner = WorkerId{worker.toStdString()};
    const auto day = typedDate(due.toStdString(), m_today, DateTowards::Future);
    if (action.what.empty()) {
        fault("what", tr("Say what is to be done."));
    }
    if (worker.isEmpty()) {
        fault("worker", tr("Choose who does it. One worker, of one agency."));
    }
    if (!day || !fullDate(*day)) {
        fault("due", due.trimmed().isEmpty()
                         ? tr("Say by which day.")
                         : tr("Not a day that there is. Such as 24/11/2026, tomorrow, in 2 weeks."));
    }
    action.due = day.value_or(std::string{});
    act([action](OpenDesk& desk, const RecordId& id) -> Result<void> {
        FS_ASSIGN([[maybe_unused]] const auto made, desk.conferences.agree(id, action));
        return ok();
    });
}

void ConferenceModel::remind(const QString& actionId, const QString& words) {
    m_faults.clear();
    const auto action = RecordId::fromHex(actionId.toStdString());
    const auto awaited = m_awaited.find(actionId);
    if (words.trimmed().isEmpty()) {
        fault("words", tr("Write what you ask them."));
    }
    if (!action || awaited == m_awaited.end()) {
        return;
    }
    NewMessage message;
    message.person = PersonId::fromHex(m_personId.toStdString()).value_or(PersonId{});
    message.about = *action;
    message.text = words.trimmed().toStdString();
    message.toAgency = awaited->second.first;
    message.toWorker = awaited->second.second;
    act([message](OpenDesk& desk, const RecordId&) -> Result<void> {
        FS_ASSIGN([[maybe_unused]] const auto written, desk.messages.write(message));
        return ok();
    });
}

void ConferenceModel::typeMinutes(const QString& text) {
    if (text != m_summary) {
        m_summary = text;
        touched();
    }
}

void ConferenceModel::hold(const QString& heldOn, int there, const QString& because) {
    m_faults.clear();
    HeldConference held;
    const auto day = typedDate(heldOn.toStdString(), m_today, DateTowards::Past);
    if (!day || !fullDate(*day)) {
        fault("heldOn", tr("Not a day that there is. Such as today, yesterday, 24/11/2026."));
    } else if (m_today < *day) {
        fault("heldOn", tr("That day has not come yet."));
    }
    held.heldOn = day.value_or(std::string{});
    held.personThere =
        there >= 0 && there < static_cast<int>(kThereCodes.size()) ? kThereCodes[static_cast<std::size_t>(there)] : "";
    held.absentBecause = because.trimmed().toStdString();
    if (held.personThere.empty()) {
        fault("there", tr("Say whether %1 was there.", "%1 the person").arg(m_called));
    } else if (held.personThere != "there" && held.personThere != "represented" && held.absentBecause.empty()) {
        fault("because", tr("Say why %1 was not there.", "%1 the person").arg(m_called));
    }
    held.summary = m_summary.trimmed().toStdString();
    flush(); // should it not be saved, it is kept
    act([held](OpenDesk& desk, const RecordId& id) { return desk.conferences.hold(id, held); });
}

void ConferenceModel::saveMinutes() {
    m_faults.clear();
    flush();
    act([words = m_summary.trimmed().toStdString()](OpenDesk& desk, const RecordId& id) {
        return desk.conferences.addToMinutes(id, words);
    });
}

} // namespace frontsheet
