#include "app/viewmodels/care_team_model.h"

#include "app/viewmodels/care_team_wording.h"
#include "app/viewmodels/worker_rows.h"

#include <algorithm>
#include <optional>

namespace frontsheet {

namespace {

constexpr qsizetype kMostWorkersShown = 8;

QString text(const QVariantMap& row, const char* key) { return row.value(QLatin1String(key)).toString(); }

} // namespace

void CareTeamModel::open(const QString& personId) {
    if (personId != m_personId) {
        clear();
        m_personId = personId;
        emit changed();
    }
    dismissError();
    dismissSaved();
    refresh();
}

void CareTeamModel::clear() {
    m_personId.clear();
    m_name.clear();
    m_mayNotText.clear();
    m_typed.clear();
    m_team = {};
    m_directory = {};
    m_groups.clear();
    m_before.clear();
    m_found.clear();
    m_foundText.clear();
    setLoaded(false);
    setBusy(false);
    unchoose();
    dismissParting();
    dismissSaved();
    emit changed();
    emit foundChanged();
}

void CareTeamModel::refresh() {
    const auto person = PersonId::fromHex(m_personId.toStdString());
    if (!person) {
        return;
    }
    struct Found {
        TeamOfPerson team;
        Directory directory;
        std::string name;
    };
    run(
        Lane::Read,
        [id = *person](OpenDesk& desk) -> Result<Found> {
            Found found;
            FS_ASSIGN(found.team, CareTeams{desk.workplace}.of(id));
            FS_ASSIGN(found.directory, desk.directory());
            FS_ASSIGN(const auto names, spokenNames(desk.workplace.reader, {id}));
            found.name = names.empty() ? std::string{} : names.begin()->second;
            return found;
        },
        [this, asked = m_personId](Result<Found> found) {
            if (asked != m_personId) {
                return;
            }
            if (!found) {
                fail(found.error());
                if (found.error().code ==
                    ErrorCode::NotFound) { // given back meanwhile: nobody is named who may not be seen
                    m_team = {};
                    m_groups.clear();
                    m_before.clear();
                    emit changed();
                }
                return;
            }
            m_team = std::move(found->team);
            m_directory = std::move(found->directory);
            m_name = found->name.empty() ? tr("this person") : shown(found->name);
            const CareTeamWording say{wording(), m_directory, me(), m_name, session().tablet};
            m_groups = say.groups(m_team.sheet.now);
            m_before = say.before(m_team.sheet.before);
            m_mayNotText = say.mayNotChange(m_team);
            setLoaded(true);
            emit changed();
            findWorkers(m_typed);
        });
}

const TeamMember* CareTeamModel::member(const QString& agency, const QString& worker) const {
    const auto& now = m_team.sheet.now;
    const auto found = std::find_if(now.begin(), now.end(), [&](const TeamMember& one) {
        return shown(one.agency.code.str()) == agency && shown(one.worker.code.str()) == worker;
    });
    return found == now.end() ? nullptr : &*found;
}

void CareTeamModel::findWorkers(const QString& typed) {
    m_typed = typed;
    const auto all = workersFound(m_directory, typed);
    m_foundText = typed.trimmed().isEmpty()        ? QString{}
                  : all.isEmpty()                  ? tr("Nobody in the directory fits. Try the surname alone, or the "
                                                                         "agency.",
                                                        "choosing a worker: nobody found")
                  : all.size() > kMostWorkersShown ? tr("%n more. Type more of the name.", "looking for a worker",
                                                        static_cast<int>(all.size() - kMostWorkersShown))
                                                   : QString{};
    m_found.clear();
    for (const QVariant& one : all.mid(0, kMostWorkersShown)) {
        QVariantMap row = one.toMap();
        const auto* there = member(text(row, "agency"), text(row, "worker"));
        const bool onTeam = there != nullptr && std::any_of(there->said.begin(), there->said.end(),
                                                            [&](const auto& s) { return s.home.code == me().agency; });
        row.insert(QStringLiteral("onTeam"), onTeam);
        m_found << row;
    }
    emit foundChanged();
}

void CareTeamModel::unchoose() {
    m_chosen.clear();
    m_opensLead.clear();
    m_opens.clear();
    m_opensSource.clear();
    emit chosenChanged();
}

void CareTeamModel::choose(const QString& agency, const QString& worker) {
    unchoose();
    const auto row = std::find_if(m_found.begin(), m_found.end(), [&](const QVariant& one) {
        return text(one.toMap(), "agency") == agency && text(one.toMap(), "worker") == worker;
    });
    const auto person = PersonId::fromHex(m_personId.toStdString());
    if (row == m_found.end() || !person || row->toMap().value(QStringLiteral("onTeam")).toBool()) {
        return;
    }
    m_chosen = row->toMap();
    emit chosenChanged();
    run(
        Lane::Read,
        [id = *person, whom = WorkerId{worker.toStdString()}](OpenDesk& desk) {
            return CareTeams{desk.workplace}.opens(id, whom);
        },
        [this, worker](const Result<JoiningOpens>& opens) {
            if (text(m_chosen, "worker") != worker) {
                return; // somebody else meanwhile
            }
            if (!opens) {
                fail(opens.error());
                return;
            }
            const CareTeamWording say{wording(), m_directory, me(), m_name, session().tablet};
            m_opensLead = say.opensLead(*opens);
            m_opens = say.opens(*opens);
            m_opensSource = say.opensSource(*opens);
            emit chosenChanged();
        });
}

QString CareTeamModel::onItsWay() const {
    return session().tablet ? tr("Saved on this tablet, and sent as soon as there is signal.", "the care team")
                            : tr("Saved on this laptop, and sent as soon as there is signal.", "the care team");
}

void CareTeamModel::say(Saved saved) {
    m_saved = std::move(saved);
    emit savedChanged();
}

template <class Job>
void CareTeamModel::change(Job job, Saved saved, const QString& already) {
    if (busy()) {
        return;
    }
    setBusy(true);
    dismissSaved();
    run(
        Lane::Save,
        [job = std::move(job)](OpenDesk& desk) -> Result<std::vector<RecordId>> {
            auto made = job(CareTeams{desk.workplace});
            desk.syncSoon();
            return made;
        },
        [this, saved = std::move(saved), already, asked = m_personId](Result<std::vector<RecordId>> made) mutable {
            if (asked != m_personId) {
                return;
            }
            setBusy(false);
            const bool stood = !made && !already.isEmpty() && made.error().code == ErrorCode::Duplicate;
            if (!made && !stood) {
                fail(made.error());
                refresh();
                return;
            }
            dismissError();
            if (stood) {
                saved = {already, tr("Somebody did it meanwhile. Nothing was changed.", "the care team"), {}, false};
            } else {
                saved.records = std::move(*made);
            }
            say(std::move(saved));
            emit done();
            refresh();
        });
}

void CareTeamModel::putOn() {
    const auto person = PersonId::fromHex(m_personId.toStdString());
    if (!person || m_chosen.isEmpty()) {
        return;
    }
    const QString name = text(m_chosen, "name");
    Saved saved;
    saved.title = tr("%1 is on the care team.", "%1 worker").arg(name);
    saved.text = onItsWay();
    saved.began = true;
    change(
        [id = *person,
         whom = WorkerId{text(m_chosen, "worker").toStdString()}](CareTeams teams) -> Result<std::vector<RecordId>> {
            FS_ASSIGN(const auto membership, teams.involve(id, whom));
            return std::vector{membership};
        },
        std::move(saved), tr("%1 is on the care team already.", "%1 worker").arg(name));
}

void CareTeamModel::askToTakeOff(const QString& agency, const QString& worker) {
    dismissParting();
    const auto person = PersonId::fromHex(m_personId.toStdString());
    const auto* there = member(agency, worker);
    if (!person || there == nullptr) {
        return;
    }
    run(
        Lane::Read,
        [id = *person, of = there->agency.code, whom = there->worker.code](OpenDesk& desk) {
            return CareTeams{desk.workplace}.leaving(id, of, whom);
        },
        [this, agency, worker](const Result<care::LeavingTeam>& leaving) {
            if (!leaving) {
                fail(leaving.error());
                return;
            }
            if (const auto* now = member(agency, worker)) {
                const CareTeamWording say{wording(), m_directory, me(), m_name, session().tablet};
                m_parting = say.parting(*now, *leaving);
                emit partingChanged();
            }
        });
}

void CareTeamModel::dismissParting() {
    if (!m_parting.isEmpty()) {
        m_parting.clear();
        emit partingChanged();
    }
}

void CareTeamModel::takeOff() {
    const auto person = PersonId::fromHex(m_personId.toStdString());
    if (!person || m_parting.isEmpty()) {
        return;
    }
    const bool self = m_parting.value(QStringLiteral("me")).toBool();
    Saved saved;
    saved.title = self ? tr("You left the care team.", "saved just now")
                       : tr("%1 is off the care team.", "saved just now, %1 worker").arg(text(m_parting, "name"));
    saved.text = onItsWay();
    change(
        [id = *person, of = AgencyId{text(m_parting, "agency").toStdString()},
         whom = WorkerId{text(m_parting, "worker").toStdString()},
         self](CareTeams teams) -> Result<std::vector<RecordId>> {
            FS_ASSIGN(auto ended, teams.takeOff(id, of, whom));
            // Who left may not be allowed any more to say who is involved: a colleague puts them back.
            return self ? std::vector<RecordId>{} : std::move(ended);
        },
        std::move(saved), {});
    dismissParting();
}

void CareTeamModel::undo() {
    if (!mayUndo()) {
        return;
    }
    Saved saved;
    saved.title = tr("It is as it was before.", "undone just now: the care team");
    saved.text = onItsWay();
    change(
        [records = m_saved.records, began = m_saved.began](CareTeams teams) -> Result<std::vector<RecordId>> {
            if (!began) {
                FS_TRY(teams.bringBack(records));
                return std::vector<RecordId>{};
            }
            for (const auto& record : records) {
                FS_TRY(teams.end(record));
            }
            return std::vector<RecordId>{};
        },
        std::move(saved), {});
}

void CareTeamModel::dismissSaved() { say({}); }

} // namespace frontsheet
