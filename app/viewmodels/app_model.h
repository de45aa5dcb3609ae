// The app as its screens see it: locked or open, who works, and one view model per page. The composition makes it, tells
// it when a server brought something, and hands it to QML as a property of the window.
#pragma once

#include "app/viewmodels/agreement_model.h"
#include "app/viewmodels/care_team_model.h"
#include "app/viewmodels/caseload_model.h"
#include "app/viewmodels/closed_wording.h"
#include "app/viewmodels/compose_model.h"
#include "app/viewmodels/conference_list_model.h"
#include "app/viewmodels/conference_model.h"
#include "app/viewmodels/disclosure_model.h"
#include "app/viewmodels/emergency_model.h"
#include "app/viewmodels/files_model.h"
#include "app/viewmodels/form_model.h"
#include "app/viewmodels/front_sheet_model.h"
#include "app/viewmodels/governance_model.h"
#include "app/viewmodels/history_model.h"
#include "app/viewmodels/kept_words_model.h"
#include "app/viewmodels/location_model.h"
#include "app/viewmodels/locked_wording.h"
#include "app/viewmodels/measure_model.h"
#include "app/viewmodels/messages_model.h"
#include "app/viewmodels/note_model.h"
#include "app/viewmodels/offers_model.h"
#include "app/viewmodels/own_work_model.h"
#include "app/viewmodels/permissions_model.h"
#include "app/viewmodels/placement_board_model.h"
#include "app/viewmodels/placement_model.h"
#include "app/viewmodels/plan_model.h"
#include "app/viewmodels/proposals_model.h"
#include "app/viewmodels/referral_list_model.h"
#include "app/viewmodels/reports_model.h"
#include "app/viewmodels/restriction_model.h"
#include "app/viewmodels/ring_model.h"
#include "app/viewmodels/round_model.h"
#include "app/viewmodels/same_person_model.h"
#include "app/viewmodels/team_model.h"
#include "app/viewmodels/team_worker_model.h"
#include "app/viewmodels/today_model.h"
#include "app/viewmodels/track_model.h"
#include "app/viewmodels/versions_model.h"
#include "app/viewmodels/visit_model.h"
#include "app/viewmodels/waiting_model.h"
#include "app/viewmodels/worker_disclosure_model.h"

#include <QTimer>

namespace frontsheet {

class AppModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the composition")
    Q_PROPERTY(Lock lock READ lock NOTIFY lockChanged)
    Q_PROPERTY(QString faultTitle READ faultTitle NOTIFY lockChanged) // why it did not open
    Q_PROPERTY(QString faultText READ faultText NOTIFY lockChanged)
    Q_PROPERTY(QString deviceName READ deviceName CONSTANT) // whose device this is, before it is opened
    Q_PROPERTY(QString unlockHint READ unlockHint CONSTANT) // a sentence under the passphrase, for demos and training
    Q_PROPERTY(bool tablet READ tablet NOTIFY formChanged)
    Q_PROPERTY(QString workerName READ workerName NOTIFY meChanged)
    Q_PROPERTY(QString workerInitials READ workerInitials NOTIFY meChanged)
    Q_PROPERTY(QString workerGiven READ workerGiven NOTIFY meChanged)
    Q_PROPERTY(QString workerRole READ workerRole NOTIFY meChanged)
    Q_PROPERTY(QVariantMap agency READ agency NOTIFY meChanged)  // badge
    Q_PROPERTY(bool placements READ placements NOTIFY meChanged) // this worker's week is made of them
    // Of a profile whose agency has shut this device out: sentences, in order; and whom to ring.
    Q_PROPERTY(QStringList closedLines READ closedLines NOTIFY lockChanged)
    Q_PROPERTY(QString closedRing READ closedRing NOTIFY lockChanged) // whom
    Q_PROPERTY(QString closedNumber READ closedNumber NOTIFY lockChanged)
    // What lists leave out, since a home has not answered for too long; both empty while nothing is hidden.
    Q_PROPERTY(QString lockedTitle READ lockedTitle NOTIFY lockedChanged)
    Q_PROPERTY(QString lockedText READ lockedText NOTIFY lockedChanged)
    Q_PROPERTY(frontsheet::TodayModel* today READ today CONSTANT)
    Q_PROPERTY(frontsheet::CaseloadModel* caseload READ caseload CONSTANT)
    Q_PROPERTY(frontsheet::FrontSheetModel* frontSheet READ frontSheet CONSTANT)
    Q_PROPERTY(frontsheet::NoteModel* note READ note CONSTANT)
    Q_PROPERTY(frontsheet::ReferralListModel* referrals READ referrals CONSTANT)
    Q_PROPERTY(frontsheet::ComposeModel* compose READ compose CONSTANT)
    Q_PROPERTY(frontsheet::TrackModel* track READ track CONSTANT)
    Q_PROPERTY(frontsheet::RingModel* ring READ ring CONSTANT)
    Q_PROPERTY(frontsheet::WaitingModel* waiting READ waiting CONSTANT)
    Q_PROPERTY(frontsheet::ProposalsModel* proposals READ proposals CONSTANT)
    Q_PROPERTY(frontsheet::SamePersonModel* samePerson READ samePerson CONSTANT)
    Q_PROPERTY(frontsheet::CareTeamModel* careTeam READ careTeam CONSTANT)
    Q_PROPERTY(frontsheet::AgreementModel* agreement READ agreement CONSTANT)
    Q_PROPERTY(frontsheet::GovernanceModel* governance READ governance CONSTANT)
    Q_PROPERTY(frontsheet::PermissionsModel* permissions READ permissions CONSTANT)
    Q_PROPERTY(frontsheet::PlacementBoardModel* placementBoard READ placementBoard CONSTANT)
    Q_PROPERTY(frontsheet::PlacementModel* placement READ placement CONSTANT)
    Q_PROPERTY(frontsheet::EmergencyModel* emergency READ emergency CONSTANT)
    Q_PROPERTY(frontsheet::DisclosureModel* disclosure READ disclosure CONSTANT)
    Q_PROPERTY(frontsheet::WorkerDisclosureModel* workerDisclosure READ workerDisclosure CONSTANT)
    Q_PROPERTY(frontsheet::LocationModel* location READ location CONSTANT)
    Q_PROPERTY(frontsheet::HistoryModel* history READ history CONSTANT)
    Q_PROPERTY(frontsheet::FilesModel* files READ files CONSTANT)
    Q_PROPERTY(frontsheet::FormModel* form READ form CONSTANT)
    Q_PROPERTY(frontsheet::PlanModel* plan READ plan CONSTANT)
    Q_PROPERTY(frontsheet::VersionsModel* versions READ versions CONSTANT)
    Q_PROPERTY(frontsheet::RoundModel* round READ round CONSTANT)
    Q_PROPERTY(frontsheet::VisitModel* visit READ visit CONSTANT)
    Q_PROPERTY(frontsheet::MeasureModel* measure READ measure CONSTANT)
    Q_PROPERTY(frontsheet::MessagesModel* messages READ messages CONSTANT)
    Q_PROPERTY(frontsheet::RestrictionModel* restriction READ restriction CONSTANT)
    Q_PROPERTY(frontsheet::ReportsModel* reports READ reports CONSTANT)
    Q_PROPERTY(frontsheet::ConferenceModel* conference READ conference CONSTANT)
    Q_PROPERTY(frontsheet::ConferenceListModel* conferences READ conferences CONSTANT)
    Q_PROPERTY(frontsheet::OffersModel* offers READ offers CONSTANT)
    Q_PROPERTY(frontsheet::OwnWorkModel* ownWork READ ownWork CONSTANT)
    Q_PROPERTY(frontsheet::TeamModel* team READ team CONSTANT)
    Q_PROPERTY(frontsheet::TeamWorkerModel* teamWorker READ teamWorker CONSTANT)

public:
    enum Lock { Locked, Opening, Open, Closed };
    Q_ENUM(Lock)

    struct Parts {
        Door& door;
        Executor& executor;
        UiDispatcher& ui;
        const Clock& clock;
        Wording wording;
        QString deviceName;
        Form form = Form::Tablet;
    };
    explicit AppModel(Parts parts, QObject* parent = nullptr);
    ~AppModel() override;

    Q_INVOKABLE void unlock(const QString& passphrase);
    // Commits what is being typed, then forgets every person.
    Q_INVOKABLE void lockNow();
    // A page comes to the front, by its name in the shell: what it shows is read again.
    Q_INVOKABLE void look(const QString& page);
    // Reads again what is on screen, after an exchange; everything while nobody has said what that is.
    Q_INVOKABLE void refresh();
    // The telephone number is handed to the system's dialler where there is one.
    Q_INVOKABLE void ringNumber(const QString& number) { emit ringing(number); }

    // Before the window is made.
    void setUnlockHint(const QString& hint) { m_unlockHint = hint; }
    // Sentences name the device by its form.
    void setForm(Form form);
    [[nodiscard]] Lock lock() const { return m_lock; }
    [[nodiscard]] QString faultTitle() const { return m_fault.title; }
    [[nodiscard]] QString faultText() const { return m_fault.text; }
    [[nodiscard]] QString deviceName() const { return m_deviceName; }
    [[nodiscard]] QString unlockHint() const { return m_unlockHint; }
    [[nodiscard]] bool tablet() const { return m_session.tablet; }
    [[nodiscard]] QString workerName() const { return m_workerName; }
    [[nodiscard]] QString workerInitials() const { return initialsOf(m_workerName); }
    [[nodiscard]] QString workerGiven() const { return givenOf(m_workerName); }
    [[nodiscard]] QString workerRole() const { return m_workerRole; }
    [[nodiscard]] QVariantMap agency() const { return m_agency; }
    [[nodiscard]] bool placements() const { return m_placements; }
    [[nodiscard]] QStringList closedLines() const { return m_closed.lines; }
    [[nodiscard]] QString closedRing() const { return m_closed.whom; }
    [[nodiscard]] QString closedNumber() const { return m_closed.number; }
    [[nodiscard]] QString lockedTitle() const { return m_locked.title; }
    [[nodiscard]] QString lockedText() const { return m_locked.text; }
    [[nodiscard]] TodayModel* today() { return &m_today; }
    [[nodiscard]] CaseloadModel* caseload() { return &m_caseload; }
    [[nodiscard]] FrontSheetModel* frontSheet() { return &m_frontSheet; }
    [[nodiscard]] NoteModel* note() { return &m_note; }
    [[nodiscard]] ReferralListModel* referrals() { return &m_referrals; }
    [[nodiscard]] ComposeModel* compose() { return &m_compose; }
    [[nodiscard]] TrackModel* track() { return &m_track; }
    [[nodiscard]] RingModel* ring() { return &m_ring; }
    [[nodiscard]] WaitingModel* waiting() { return &m_waiting; }
    [[nodiscard]] ProposalsModel* proposals() { return &m_proposals; }
    [[nodiscard]] AgreementModel* agreement() { return &m_agreement; }
    [[nodiscard]] GovernanceModel* governance() { return &m_governance; }
    [[nodiscard]] PermissionsModel* permissions() { return &m_permissions; }
    [[nodiscard]] PlacementBoardModel* placementBoard() { return &m_placementBoard; }
    [[nodiscard]] PlacementModel* placement() { return &m_placement; }
    [[nodiscard]] EmergencyModel* emergency() { return &m_emergency; }
    [[nodiscard]] DisclosureModel* disclosure() { return &m_disclosure; }
    [[nodiscard]] WorkerDisclosureModel* workerDisclosure() { return &m_workerDisclosure; }
    [[nodiscard]] LocationModel* location() { return &m_location; }
    [[nodiscard]] HistoryModel* history() { return &m_history; }
    [[nodiscard]] SamePersonModel* samePerson() { return &m_samePerson; }
    [[nodiscard]] CareTeamModel* careTeam() { return &m_careTeam; }
    [[nodiscard]] VersionsModel* versions() { return &m_versions; }
    [[nodiscard]] FilesModel* files() { return &m_files; }
    // Of the composition, which hands it what is typed.
    [[nodiscard]] KeptWordsModel* keptWords() { return &m_keptWords; }
    [[nodiscard]] FormModel* form() { return &m_form; }
    [[nodiscard]] PlanModel* plan() { return &m_plan; }
    [[nodiscard]] RoundModel* round() { return &m_round; }
    [[nodiscard]] VisitModel* visit() { return &m_visit; }
    [[nodiscard]] MeasureModel* measure() { return &m_measure; }
    [[nodiscard]] MessagesModel* messages() { return &m_messages; }
    [[nodiscard]] RestrictionModel* restriction() { return &m_restriction; }
    [[nodiscard]] ReportsModel* reports() { return &m_reports; }
    [[nodiscard]] ConferenceModel* conference() { return &m_conference; }
    [[nodiscard]] ConferenceListModel* conferences() { return &m_conferences; }
    [[nodiscard]] OffersModel* offers() { return &m_offers; }
    [[nodiscard]] OwnWorkModel* ownWork() { return &m_ownWork; }
    [[nodiscard]] TeamModel* team() { return &m_team; }
    [[nodiscard]] TeamWorkerModel* teamWorker() { return &m_teamWorker; }

signals:
    void lockChanged();
    void meChanged();
    void formChanged();
    void lockedChanged();
    void ringing(const QString& number);

private:
    void opened(std::shared_ptr<OpenDesk> desk);
    // What a page and the frame around it show, in the order in which it is read.
    [[nodiscard]] std::vector<PageModel*> shownOn(const QString& page);
    void loadMe();
    // Time alone hides what is past its lease: pages are read again when it does.
    void readLocked();
    // Whether the profile is closed, asked of the door: at the start, and when a server was heard from.
    void readClosed();
    void changedElsewhere();

    Door& m_door;
    Session m_session;
    QString m_deviceName;
    QString m_unlockHint;
    Lock m_lock = Locked;
    ErrorWords m_fault;
    QString m_workerName;
    QString m_workerRole;
    QVariantMap m_agency;
    bool m_placements = false;
    std::vector<LockedShare> m_lockedShares;
    LockedNotice m_locked;
    ClosedWords m_closed;
    TodayModel m_today;
    CaseloadModel m_caseload;
    FrontSheetModel m_frontSheet;
    NoteModel m_note;
    ReferralListModel m_referrals;
    ComposeModel m_compose;
    TrackModel m_track;
    RingModel m_ring;
    WaitingModel m_waiting;
    ProposalsModel m_proposals;
    AgreementModel m_agreement;
    GovernanceModel m_governance;
    PermissionsModel m_permissions;
    EmergencyModel m_emergency;
    DisclosureModel m_disclosure;
    WorkerDisclosureModel m_workerDisclosure;
    LocationModel m_location;
    RestrictionModel m_restriction;
    ReportsModel m_reports;
    OffersModel m_offers;
    OwnWorkModel m_ownWork;
    TeamModel m_team;
    TeamWorkerModel m_teamWorker;
    HistoryModel m_history;
    SamePersonModel m_samePerson;
    CareTeamModel m_careTeam;
    VersionsModel m_versions;
    FilesModel m_files;
    KeptWordsModel m_keptWords;
    FormModel m_form;
    RoundModel m_round;
    VisitModel m_visit;
    MeasureModel m_measure;
    MessagesModel m_messages;
    PlacementBoardModel m_placementBoard;
    PlacementModel m_placement;
    PlanModel m_plan;
    ConferenceModel m_conference{m_session};
    ConferenceListModel m_conferences{m_session};
    std::vector<PageModel*> m_pages;
    QString m_looked; // the page in front; empty: nobody has said
    QTimer m_tick;
    QTimer m_settle; // a burst of exchanges is read once
};

} // namespace frontsheet
