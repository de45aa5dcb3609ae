#include "app/viewmodels/app_model.h"

#include "app/viewmodels/tuning.h"
#include "core/domain/care/managing.h"

#include <map>

namespace frontsheet {

namespace {

constexpr int kBurstMs = 150;

} // namespace

AppModel::AppModel(Parts parts, QObject* parent)
    : QObject(parent), m_door(parts.door), m_session{parts.executor,           parts.ui, parts.clock,
                                                     std::move(parts.wording), nullptr,  parts.form == Form::Tablet},
      m_deviceName(std::move(parts.deviceName)), m_today(m_session), m_caseload(m_session), m_frontSheet(m_session),
      m_note(m_session), m_referrals(m_session), m_compose(m_session), m_track(m_session), m_ring(m_session),
      m_waiting(m_session), m_proposals(m_session), m_agreement(m_session), m_governance(m_session),
      m_permissions(m_session), m_emergency(m_session), m_disclosure(m_session), m_workerDisclosure(m_session),
      m_location(m_session), m_restriction(m_session), m_reports(m_session), m_offers(m_session), m_ownWork(m_session),
      m_team(m_session), m_teamWorker(m_session), m_history(m_session), m_samePerson(m_session), m_careTeam(m_session),
      m_versions(m_session), m_files(m_session), m_keptWords(m_session), m_form(m_session), m_round(m_session),
      m_visit(m_session), m_measure(m_session), m_messages(m_session), m_placementBoard(m_session),
      m_placement(m_session),
      m_plan(m_session), m_pages{&m_today,          &m_caseload,    &m_frontSheet, &m_note,
                                 &m_referrals,      &m_compose,     &m_track,      &m_ring,
                                 &m_waiting,        &m_proposals,   &m_agreement,  &m_governance,
                                 &m_permissions,    &m_emergency,   &m_disclosure, &m_workerDisclosure,
                                 &m_location,       &m_restriction, &m_history,    &m_samePerson,
                                 &m_versions,       &m_files,       &m_keptWords,  &m_form,
                                 &m_placementBoard, &m_placement,   &m_plan,       &m_round,
                                 &m_visit,          &m_measure,     &m_messages,   &m_reports,
                                 &m_conference,     &m_conferences, &m_offers,     &m_ownWork,
                                 &m_team,           &m_teamWorker,  &m_careTeam} {
    connect(&m_keptWords, &KeptWordsModel::referralKept, &m_form, &FormModel::refresh);
    m_tick.setInterval(tuning::kTickMs);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        m_waiting.refresh();
        m_referrals.refresh();
        readLocked();
    });
    m_settle.setSingleShot(true);
    m_settle.setInterval(kBurstMs);
    connect(&m_settle, &QTimer::timeout, this, &AppModel::refresh);
    const auto own = [this] { m_settle.start(); };
    connect(&m_frontSheet, &FrontSheetModel::opened, this, own);
    connect(&m_note, &NoteModel::saved, this, [this] { m_waiting.refresh(); });
    connect(&m_note, &NoteModel::finished, this, own);
    connect(&m_note, &NoteModel::finished, this, [this] { m_visit.noteFinished(m_note.personId(), m_note.draftId()); });
    connect(&m_visit, &VisitModel::done, this, own);
    connect(&m_round, &RoundModel::done, this, own);
    connect(&m_measure, &MeasureModel::done, this, own);
    connect(&m_messages, &MessagesModel::done, this, own);
    connect(&m_compose, &ComposeModel::sent, this, own);
    connect(&m_track, &TrackModel::done, this, own);
    connect(&m_proposals, &ProposalsModel::decided, this, own);
    connect(&m_permissions, &PermissionsModel::done, this, own);
    connect(&m_location, &LocationModel::done, this, own);
    connect(&m_restriction, &RestrictionModel::done, this, own);
    connect(&m_versions, &VersionsModel::done, this, own);
    connect(&m_files, &FilesModel::done, this, own);
    connect(&m_form, &FormModel::done, this, own);
    connect(&m_placement, &PlacementModel::done, this, own);
    connect(&m_plan, &PlanModel::done, this, own);
    connect(&m_conference, &ConferenceModel::done, this, own);
    connect(&m_conferences, &ConferenceListModel::done, this, own);
    connect(&m_offers, &OffersModel::done, this, own);
    connect(&m_team, &TeamModel::done, this, own);
    connect(&m_teamWorker, &TeamWorkerModel::done, this, own);
    connect(&m_careTeam, &CareTeamModel::done, this, own);
    connect(&m_permissions, &PermissionsModel::changed, this, [this] { // two parts of one page
        if (m_location.personId() != m_permissions.personId()) {
            m_location.open(m_permissions.personId());
        }
    });
    readClosed();
}

void AppModel::readClosed() {
    m_session.executor.post(Lane::Read, [&door = m_door, self = QPointer<AppModel>(this), &ui = m_session.ui] {
        const auto closed = door.closed();
        if (!closed || !*closed) {
            return;
        }
        ui.post([self, note = **closed] {
            if (!self || self->m_lock == Closed) {
                return;
            }
            self->lockNow();
            self->m_closed = closedWords(note, self->m_session.wording, self->m_session.tablet);
            self->m_lock = Closed;
            emit self->lockChanged();
        });
    });
}

AppModel::~AppModel() {
    m_note.flush();
    m_keptWords.flush();
    if (m_session.desk) {
        m_session.desk->hangUp();
    }
}

void AppModel::unlock(const QString& passphrase) {
    if (m_lock != Locked) {
        return;
    }
    m_lock = Opening;
    m_fault = {};
    emit lockChanged();
    QPointer<AppModel> self(this);
    UiDispatcher& ui = m_session.ui;
    Door& door = m_door;
    m_session.executor.post(Lane::Save, [self, &ui, &door, secret = passphrase.toStdString()]() mutable {
        auto changed = [self, &ui] {
            ui.post([self] {
                if (self) {
                    self->changedElsewhere();
                }
            });
        };
        auto result = std::make_shared<Result<std::shared_ptr<OpenDesk>>>(door.unlock(secret, std::move(changed)));
        secret.assign(secret.size(), '\0');
        ui.post([self, result] {
            if (!self) {
                return;
            }
            if (*result) {
                self->opened(std::move(*result).value());
                return;
            }
            self->m_lock = Locked;
            self->m_fault = wordsFor(result->error());
            emit self->lockChanged();
            if (result->error().code == ErrorCode::ProfileClosed) {
                self->readClosed();
            }
        });
    });
}

void AppModel::opened(std::shared_ptr<OpenDesk> desk) {
    m_session.desk = std::move(desk);
    m_lock = Open;
    m_keptWords.read(); // before anybody comes to a field
    emit lockChanged();
    m_tick.start();
    m_team.lookWho();
    loadMe();
    if (m_looked.isEmpty()) { // else whoever looks has just asked
        refresh();
    }
}

void AppModel::loadMe() {
    auto desk = m_session.desk;
    m_session.executor.post(Lane::Read, [desk, self = QPointer<AppModel>(this), &ui = m_session.ui] {
        auto directory = desk->directory();
        if (!directory) {
            return;
        }
        const Principal& me = desk->workplace.me;
        ui.post([self, worker = directory->worker(me.worker), agency = directory->agency(me.agency), role = me.role,
                 placements = care::reviewsPlacements(me)] {
            if (self) {
                self->m_placements = placements;
                self->m_workerName = shown(worker.name);
                self->m_workerRole = capitalised(shown(worker.role.empty() ? role : worker.role));
                self->m_agency = badge(agency);
                emit self->meChanged();
            }
        });
    });
}

void AppModel::readLocked() {
    auto desk = m_session.desk;
    m_session.executor.post(Lane::Read, [desk, self = QPointer<AppModel>(this), &ui = m_session.ui] {
        auto found = desk->leases.anywhere();
        if (!found) {
            return;
        }
        ui.post([self, locked = std::move(*found)]() mutable {
            if (!self || self->m_lock != Open || self->m_lockedShares == locked) {
                return;
            }
            self->m_lockedShares = std::move(locked);
            self->m_locked = lockedNotice(self->m_lockedShares, self->m_session.wording, self->m_session.tablet);
            emit self->lockedChanged();
            self->m_caseload.refresh(); // rows that may not be shown do not stay under anybody's finger
            self->m_settle.start();
        });
    });
}

void AppModel::setForm(Form form) {
    m_session.tablet = form == Form::Tablet;
    emit formChanged();
    refresh();
}

void AppModel::lockNow() {
    if (m_lock != Open) {
        return;
    }
    m_tick.stop();
    m_settle.stop();
    for (PageModel* page : m_pages) {
        page->clear(); // the note commits what is typed first
    }
    m_session.desk->hangUp();
    m_session.desk.reset();
    m_lock = Locked;
    m_looked.clear();
    m_fault = {};
    m_workerName.clear();
    m_workerRole.clear();
    m_agency.clear();
    m_placements = false;
    m_lockedShares.clear();
    m_locked = {};
    emit lockedChanged();
    emit meChanged();
    emit lockChanged();
}

void AppModel::changedElsewhere() {
    readClosed();
    if (m_lock == Open && !m_settle.isActive()) {
        m_settle.start();
    }
}

// A page that is not named here has everything read, which is slow and never wrong.
std::vector<PageModel*> AppModel::shownOn(const QString& page) {
    const std::map<QString, std::vector<PageModel*>> models{
        {QStringLiteral("today"),
         {&m_today, &m_form, &m_offers, &m_ownWork, &m_round, &m_messages, &m_conferences, &m_versions, &m_team}},
        {QStringLiteral("people"), {}},
        {QStringLiteral("person"), {&m_frontSheet, &m_plan, &m_conferences}},
        {QStringLiteral("note"), {&m_frontSheet}},
        {QStringLiteral("form"), {&m_frontSheet}},
        {QStringLiteral("compose"), {&m_frontSheet}},
        {QStringLiteral("track"), {&m_track, &m_frontSheet}},
        {QStringLiteral("referrals"), {}},
        {QStringLiteral("placements"), {&m_placementBoard}},
        {QStringLiteral("placement"), {&m_placement, &m_conferences, &m_frontSheet}},
        {QStringLiteral("conference"), {&m_conference, &m_frontSheet}},
        {QStringLiteral("visit"), {&m_visit, &m_frontSheet}},
        {QStringLiteral("measure"), {&m_frontSheet}},
        {QStringLiteral("messages"), {&m_messages, &m_frontSheet}},
        {QStringLiteral("permissions"), {&m_permissions, &m_location, &m_frontSheet}},
        {QStringLiteral("versions"), {&m_versions, &m_frontSheet}},
        {QStringLiteral("history"), {&m_frontSheet}},
        {QStringLiteral("samePerson"), {&m_samePerson, &m_frontSheet}},
        {QStringLiteral("careTeam"), {&m_careTeam, &m_frontSheet}},
        {QStringLiteral("team"), {&m_team}},
        {QStringLiteral("teamWorker"), {&m_teamWorker}},
        {QStringLiteral("sharing"), {&m_agreement}},
        {QStringLiteral("proposals"), {&m_proposals}},
        {QStringLiteral("emergency"), {&m_emergency}},
        {QStringLiteral("waiting"), {&m_versions}},
        {QStringLiteral("ring"), {}},
        {QStringLiteral("reports"), {}},
        {QStringLiteral("disclosure"), {&m_frontSheet}},
        {QStringLiteral("workerDisclosure"), {}},
    };
    const auto found = models.find(page);
    auto shown =
        found != models.end()
            ? found->second
            : std::vector<PageModel*>{&m_today,          &m_round,       &m_visit,       &m_messages, &m_frontSheet,
                                      &m_plan,           &m_conference,  &m_conferences, &m_track,    &m_proposals,
                                      &m_agreement,      &m_permissions, &m_location,    &m_versions, &m_emergency,
                                      &m_placementBoard, &m_placement,   &m_offers,      &m_ownWork,  &m_team,
                                      &m_teamWorker};
    // The frame counts what waits, on every page.
    shown.insert(shown.end(), {&m_waiting, &m_referrals, &m_governance});
    return shown;
}

void AppModel::look(const QString& page) {
    m_looked = page;
    refresh();
}

void AppModel::refresh() {
    if (m_lock != Open) {
        return;
    }
    if (m_workerName.isEmpty()) {
        loadMe();
    }
    readLocked();
    // A list under somebody's finger is not pulled away; it is read again when it is next opened.
    const bool unlisted = m_caseload.rows()->size() == 0;
    const bool listed = m_looked == QLatin1String("people");
    if (unlisted && listed) {
        m_caseload.refresh();
    }
    for (PageModel* model : shownOn(m_looked)) {
        model->refresh();
    }
    if (unlisted && !listed) {
        m_caseload.refresh();
    }
    if (!m_ring.loaded()) {
        m_ring.refresh();
    }
}

} // namespace frontsheet
