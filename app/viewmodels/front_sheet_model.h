// One person's front sheet, joined from every agency: the banner and the parts below it, each item with badge and date.
#pragma once

#include "app/viewmodels/page_model.h"
#include "app/viewmodels/timeline_model.h"

#include <QTimer>
#include <QVariantList>

#include <functional>

namespace frontsheet {

struct LockedShare;
struct WholeSheet;

class FrontSheetModel final : public frontsheet::PageModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the app")
    // The banner (NHS Common User Interface, Patient Banner).
    Q_PROPERTY(QString personId READ personId NOTIFY changed)
    // Another person was asked for a moment ago: all but the banner is the one's before, and hidden by the page, since to take it down and
    // make it again for the next would take twice the time. Never for longer than tuning::kTurnWithinMs.
    Q_PROPERTY(bool turning READ turning NOTIFY turningChanged)
    Q_PROPERTY(QString name READ name NOTIFY changed)             // HARGREAVE, Edith (Mrs)
    Q_PROPERTY(QString calledName READ calledName NOTIFY changed) // as people say it: preferred, or given name
    Q_PROPERTY(QString born READ born NOTIFY changed)
    Q_PROPERTY(QString gender READ gender NOTIFY changed)
    Q_PROPERTY(QString nhsNumber READ nhsNumber NOTIFY changed)
    Q_PROPERTY(QString died READ died NOTIFY changed)        // empty, or "Died 3 March 2026"
    Q_PROPERTY(QVariantList facts READ facts NOTIFY changed) // {label, value}: address first
    Q_PROPERTY(bool addressDisputed READ addressDisputed NOTIFY changed)
    Q_PROPERTY(bool addressHidden READ addressHidden NOTIFY changed) // nobody is to find them
    // The parts. Lists of maps; their keys are what the rows of qml/pages name.
    Q_PROPERTY(QVariantList about READ about NOTIFY changed)       // {label, value, badge}
    Q_PROPERTY(QVariantList alerts READ alerts NOTIFY changed)     // {iconName, title, detail, secret, record, badge}
    Q_PROPERTY(QString allergies READ allergies NOTIFY changed)    // for the banner
    Q_PROPERTY(QVariantList ownWords READ ownWords NOTIFY changed) // SheetWording, as the next three
    Q_PROPERTY(QVariantList toRing READ toRing NOTIFY changed)
    Q_PROPERTY(QVariantList medicines READ medicines NOTIFY changed)
    Q_PROPERTY(QVariantMap plan READ plan NOTIFY changed)
    Q_PROPERTY(QVariantList team READ team NOTIFY changed) // {name, role, phone, badge, since}
    Q_PROPERTY(QVariantList newestReferrals READ newestReferrals NOTIFY
                   changed) // ReferralReader::row, the first few; all: referrals
    Q_PROPERTY(QVariantList referrals READ referrals NOTIFY changed)
    Q_PROPERTY(int referralCount READ referralCount NOTIFY changed)
    Q_PROPERTY(int openReferrals READ openReferrals NOTIFY changed)
    Q_PROPERTY(int noteCount READ noteCount NOTIFY changed)
    Q_PROPERTY(QVariantList newestNotes READ newestNotes NOTIFY changed) // the first few; more: firstNotes
    Q_PROPERTY(QVariantList placements READ placements NOTIFY changed)
    Q_PROPERTY(QVariantList disagreements READ disagreements NOTIFY changed) // DisagreementWording::rows
    // {title, text, open, mine, home, record}: opened in an emergency, now or lately; those involved are told
    Q_PROPERTY(QVariantList emergencies READ emergencies NOTIFY changed)
    // {record, op, title, text}: other versions of some words, not settled yet
    Q_PROPERTY(QVariantList versions READ versions NOTIFY changed)
    // {what, badge, reason, ask, number}: what agencies withhold and let be said
    Q_PROPERTY(QVariantList withheld READ withheld NOTIFY changed)
    // {home, badge, state (hidden, reason), title, text, ask, number}: what is here and not shown, its home not having answered
    Q_PROPERTY(QVariantList locked READ locked NOTIFY changed)
    // Whose records are not on this device though they are involved: which, and what to do; empty: nobody's.
    Q_PROPERTY(QString notHere READ notHere NOTIFY changed)
    Q_PROPERTY(QString notHereText READ notHereText NOTIFY changed)
    Q_PROPERTY(QVariantList notHereAgencies READ notHereAgencies NOTIFY changed) // {code, name}: who can be asked
    // Why a reason that was typed did not open anything; empty: it did, or none was typed
    Q_PROPERTY(QString reasonFault READ reasonFault NOTIFY reasonFaultChanged)
    Q_PROPERTY(frontsheet::TimelineModel* timeline READ timeline CONSTANT)
    Q_PROPERTY(
        QVariantList holders READ holders NOTIFY changed) // badges of agencies that hold something, with `record`
    Q_PROPERTY(QVariantList candidates READ candidates NOTIFY candidatesChanged) // {personId, name, detail}

public:
    explicit FrontSheetModel(Session& session, QObject* parent = nullptr);

    Q_INVOKABLE void open(const QString& personId);
    // The reason goes into the note's stub; the words are withheld from then on.
    // `rightPersonId`: whom the note was really about; empty where nobody knows.
    Q_INVOKABLE void enterInError(const QString& noteId, const QString& reason, const QString& rightPersonId = {});
    // Whom else a note may have been about: `candidates` follows.
    Q_INVOKABLE void findRightPerson(const QString& typed);
    // What was covered is on the screen now: recorded, for the home's log.
    Q_INVOKABLE void secretShown(const QString& recordId);
    // The worker's own emergency access, before it ends by itself.
    Q_INVOKABLE void endEmergency(const QString& home, const QString& recordId);
    // That the version of a disagreement is right: by its field, record and value as it is registered. Saved as a view of this worker's.
    Q_INVOKABLE void sayRight(int field, const QString& recordId, const QString& said);
    Q_INVOKABLE void takeBackRight(const QString& viewId);
    // Opens what needs a reason of what the agency shared about this person: `opened` follows, or `reasonFault` says why not.
    Q_INVOKABLE void openWithReason(const QString& home, const QString& reason);
    // So many of the newest notes, addenda under their note: {id, badge, author, kind, text, when, recorded, state, addendum,
    // mine, draft, waiting, reason}. Of five years there are hundreds, and a page of them is looked at: each is worded when asked for.
    Q_INVOKABLE QVariantList firstNotes(int most) const;
    void refresh() override;
    void clear() override;

    [[nodiscard]] QString personId() const { return m_personId; }
    [[nodiscard]] QString name() const { return m_page.name; }
    [[nodiscard]] QString calledName() const { return m_page.called; }
    [[nodiscard]] QString born() const { return m_page.born; }
    [[nodiscard]] QString gender() const { return m_page.gender; }
    [[nodiscard]] QString nhsNumber() const { return m_page.nhs; }
    [[nodiscard]] QString died() const { return m_page.died; }
    [[nodiscard]] QVariantList facts() const { return m_page.facts; }
    [[nodiscard]] bool addressDisputed() const { return m_page.addressDisputed; }
    [[nodiscard]] bool addressHidden() const { return m_page.addressHidden; }
    [[nodiscard]] bool turning() const { return m_turning.isActive(); }
    [[nodiscard]] QVariantList about() const { return m_page.about; }
    [[nodiscard]] QVariantList alerts() const { return m_page.alerts; }
    [[nodiscard]] QString allergies() const { return m_page.allergies; }
    [[nodiscard]] QVariantList ownWords() const { return m_page.ownWords; }
    [[nodiscard]] QVariantList toRing() const { return m_page.toRing; }
    [[nodiscard]] QVariantList medicines() const { return m_page.medicines; }
    [[nodiscard]] QVariantMap plan() const { return m_page.plan; }
    [[nodiscard]] QVariantList team() const { return m_page.team; }
    [[nodiscard]] QVariantList newestReferrals() const { return m_page.referrals; }
    [[nodiscard]] QVariantList referrals() const { return firstReferrals(m_referrals.size()); }
    [[nodiscard]] int referralCount() const { return static_cast<int>(m_referrals.size()); }
    [[nodiscard]] int openReferrals() const { return m_page.openReferrals; }
    [[nodiscard]] int noteCount() const { return static_cast<int>(m_notes.size()); }
    [[nodiscard]] QVariantList newestNotes() const { return m_page.notes; }
    [[nodiscard]] QVariantList notes() const { return firstNotes(noteCount()); }
    [[nodiscard]] QVariantList placements() const { return m_page.placements; }
    [[nodiscard]] QVariantList disagreements() const { return m_page.disagreements; }
    [[nodiscard]] QVariantList emergencies() const { return m_page.emergencies; }
    [[nodiscard]] QVariantList versions() const { return m_page.versions; }
    [[nodiscard]] QVariantList withheld() const { return m_page.withheld; }
    [[nodiscard]] QString notHere() const { return m_page.notHere; }
    [[nodiscard]] QString notHereText() const { return m_page.notHereText; }
    [[nodiscard]] QVariantList notHereAgencies() const { return m_page.notHereAgencies; }
    [[nodiscard]] QVariantList locked() const { return m_page.locked; }
    [[nodiscard]] QString reasonFault() const { return m_reasonFault; }
    [[nodiscard]] TimelineModel* timeline() { return &m_timeline; }
    [[nodiscard]] QVariantList candidates() const { return m_candidates; }
    [[nodiscard]] QVariantList holders() const { return m_page.holders; }

signals:
    void candidatesChanged();
    void changed();
    void turningChanged();
    void opened();
    void reasonFaultChanged();

private:
    struct Page {
        QString name, called, born, gender, nhs, died, allergies, notHere, notHereText;
        QVariantMap plan;
        QVariantList facts, about, alerts, ownWords, toRing, medicines, team, referrals, notes, placements,
            disagreements, emergencies, versions, withheld, locked, holders, notHereAgencies;
        int openReferrals = 0;
        bool addressDisputed = false;
        bool addressHidden = false;
        void forgetWho(); // the banner
    };
    [[nodiscard]] Page word(const WholeSheet& whole, const Directory& directory);
    void wordBanner(Page& page, const WholeSheet& whole, const Directory& directory) const;
    void wordParts(Page& page, const FrontSheet& sheet, const Directory& directory) const;
    void wordNotHere(const std::vector<AgencyEntry>& missing, const std::vector<LockedShare>& locked);
    // What a visitor may know now of where the person lives, covered.
    [[nodiscard]] QVariantList visitRows(const std::vector<HiddenLocation>& hidden, const Directory& directory) const;
    [[nodiscard]] QVariantList emergencyRows(const std::vector<Record>& accesses, const Directory& directory) const;
    void wordWork(Page& page, const FrontSheet& sheet, const Directory& directory);
    [[nodiscard]] QVariantList firstReferrals(std::size_t most) const; // each is worded when asked for, as notes are
    [[nodiscard]] QVariantMap noteRow(const NoteSummary& note) const;
    void forget();
    void forgetUnlessLoaded();
    void turn(bool turning);
    void saveStatement(std::function<Result<void>(OpenDesk&)> job);

    QString m_personId;
    QString m_asked; // about whom was asked in this turn of the event loop: opening a page asks twice
    QVariantList m_candidates;
    QString m_reasonFault;
    Page m_page;
    std::vector<NoteSummary> m_notes;
    std::vector<ReferralSummary> m_referrals;
    Directory m_directory;
    TimelineModel m_timeline;
    QTimer m_turning;
};

} // namespace frontsheet
