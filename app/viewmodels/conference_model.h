// One case conference: being called, before it, at it and after it. What is tapped is saved at once; what is typed is kept until it is saved
// or given up. UI thread only.
#pragma once

#include "app/viewmodels/saving_model.h"
#include "core/usecases/conferences.h"
#include "core/usecases/sharing.h"

#include <QStringList>
#include <QTimer>
#include <QVariantList>
#include <QVariantMap>

#include <map>
#include <optional>
#include <vector>

namespace frontsheet {

struct ConferenceReader;

class ConferenceModel final : public frontsheet::SavingModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the app")
    Q_PROPERTY(QString personId READ personId NOTIFY changed)
    Q_PROPERTY(QString called READ called NOTIFY changed)
    Q_PROPERTY(QString conferenceId READ conferenceId NOTIFY changed)
    Q_PROPERTY(bool calling READ calling NOTIFY changed) // one is being called; `conferenceId` is empty until it is
    Q_PROPERTY(bool died READ died NOTIFY changed)

    // --- calling one ---
    Q_PROPERTY(QVariantMap typed READ typed NOTIFY typedChanged) // about why place when notInvited
    Q_PROPERTY(QString whenUnderstood READ whenUnderstood NOTIFY typedChanged)
    // {name, detail, badge, worker, person, chosen}: the person first
    Q_PROPERTY(QVariantList invitees READ invitees NOTIFY inviteesChanged)
    Q_PROPERTY(bool personInvited READ personInvited NOTIFY inviteesChanged)
    Q_PROPERTY(int invitedCount READ invitedCount NOTIFY inviteesChanged)
    Q_PROPERTY(QString keptLine READ keptLine NOTIFY keptChanged)

    // --- one that was called ---
    Q_PROPERTY(QVariantMap page READ page NOTIFY changed)        // as ConferenceReader::heading
    Q_PROPERTY(QStringList steps READ steps NOTIFY changed)      // invite move off attend decide agree hold minutes
    Q_PROPERTY(QVariantList invited READ invited NOTIFY changed) // as ConferenceReader::invited
    Q_PROPERTY(QVariantMap mine READ mine NOTIFY changed)        // this worker's own invitation; empty: none
    Q_PROPERTY(QVariantList wishes READ wishes NOTIFY changed)   // as PlanReader::view, the person's own
    Q_PROPERTY(QVariantList views READ views NOTIFY changed)     // everybody else's
    Q_PROPERTY(QString wishMissing READ wishMissing NOTIFY changed)
    Q_PROPERTY(QVariantList needs READ needs NOTIFY changed)             // open, as PlanReader::need
    Q_PROPERTY(QVariantList openActions READ openActions NOTIFY changed) // of before, as PlanReader::action
    Q_PROPERTY(QVariantList papers READ papers NOTIFY changed)
    Q_PROPERTY(QVariantList decisions READ decisions NOTIFY changed) // as ConferenceReader::decision
    Q_PROPERTY(
        QVariantList actions READ actions NOTIFY changed) // that it decided, as PlanReader::action, with mayRemind
    Q_PROPERTY(QVariantList minutes READ minutes NOTIFY changed) // as ConferenceReader::minutes
    Q_PROPERTY(QString summary READ summary NOTIFY changed)      // saved, or typed and kept
    Q_PROPERTY(int personThere READ personThere NOTIFY changed)  // position in thereChoices; -1: nobody has tapped
    Q_PROPERTY(
        QVariantList dissenters READ dissenters NOTIFY changed) // {name, detail}: who may be named as disagreeing
    Q_PROPERTY(QStringList attendance READ attendance CONSTANT)
    Q_PROPERTY(QStringList thereChoices READ thereChoices CONSTANT)

    Q_PROPERTY(QVariantMap faults READ faults NOTIFY faultsChanged) // of what was typed, by field
    Q_PROPERTY(QVariantList found READ found NOTIFY foundChanged)   // workers: {agency, worker, name, role, badge}
    Q_PROPERTY(QString foundText READ foundText NOTIFY foundChanged)
    // Who will see it: ReadersList
    Q_PROPERTY(QVariantList audience READ audience NOTIFY audienceChanged)
    Q_PROPERTY(QString audienceLine READ audienceLine NOTIFY audienceChanged)
    Q_PROPERTY(QString audienceSource READ audienceSource NOTIFY audienceChanged)

public:
    explicit ConferenceModel(Session& session, QObject* parent = nullptr);

    // Begins to call one; `placementId` empty: about no placement.
    Q_INVOKABLE void begin(const QString& personId, const QString& placementId);
    Q_INVOKABLE void open(const QString& conferenceId);
    // `field` as in `typed`.
    Q_INVOKABLE void type(const QString& field, const QString& text);
    Q_INVOKABLE void choose(int invitee, bool chosen);
    // Onto the list of whom to ask, or, of one that was called, asked at once.
    Q_INVOKABLE void addWorker(const QString& agency, const QString& worker);
    Q_INVOKABLE void addNamed(const QString& name, const QString& relation);
    // `done` follows, or `faults` say why not.
    Q_INVOKABLE void callIt();
    Q_INVOKABLE void giveUpCall();
    Q_INVOKABLE void findWorkers(const QString& typed);

    // An hour, or a day, as it is understood, in full; empty: it is none.
    Q_INVOKABLE QString hourUnderstood(const QString& typed) const;
    Q_INVOKABLE QString dayUnderstood(const QString& typed, bool ahead) const;
    // Each is followed by `done`.
    Q_INVOKABLE void move(const QString& when, const QString& place);
    Q_INVOKABLE void callOff(const QString& because);
    // coming cannot sends-deputy; of the invitation given, or of this worker's own where it is empty.
    Q_INVOKABLE void answer(const QString& invitationId, const QString& how, const QString& words, const QString& sent);
    // The position in `attendance`; tapped again it is taken back.
    Q_INVOKABLE void attend(const QString& invitationId, int how);
    // `dissent`: {index in dissenters, words}
    Q_INVOKABLE void decide(const QString& text, const QVariantList& dissent);
    Q_INVOKABLE void disagree(const QString& decisionId, int dissenter, const QString& words);
    Q_INVOKABLE void enteredInError(const QString& decisionId, const QString& because);
    Q_INVOKABLE void agree(const QString& what, const QString& agency, const QString& worker, const QString& due,
                           const QString& detail);
    // A message to whom the action waits for.
    Q_INVOKABLE void remind(const QString& actionId, const QString& words);
    // Kept half a second later.
    Q_INVOKABLE void typeMinutes(const QString& text);
    Q_INVOKABLE void hold(const QString& heldOn, int there, const QString& because);
    Q_INVOKABLE void saveMinutes();
    Q_INVOKABLE void lookWhoSees();
    Q_INVOKABLE void forgetFaults();
    // Keeps what is typed now.
    Q_INVOKABLE void flush();
    void refresh() override;
    void clear() override;

    [[nodiscard]] QString personId() const { return m_personId; }
    [[nodiscard]] QString called() const { return m_called; }
    [[nodiscard]] QString conferenceId() const { return m_id.isNull() ? QString{} : shown(m_id.hex()); }
    [[nodiscard]] bool calling() const { return m_calling; }
    [[nodiscard]] bool died() const { return m_died; }
    [[nodiscard]] QVariantMap typed() const { return m_typed; }
    [[nodiscard]] QString whenUnderstood() const;
    [[nodiscard]] QVariantList invitees() const;
    [[nodiscard]] bool personInvited() const;
    [[nodiscard]] int invitedCount() const;
    [[nodiscard]] QString keptLine() const;
    [[nodiscard]] QVariantMap page() const { return m_shown.page; }
    [[nodiscard]] QStringList steps() const { return m_shown.steps; }
    [[nodiscard]] QVariantList invited() const { return m_shown.invited; }
    [[nodiscard]] QVariantMap mine() const { return m_shown.mine; }
    [[nodiscard]] QVariantList wishes() const { return m_shown.wishes; }
    [[nodiscard]] QVariantList views() const { return m_shown.views; }
    [[nodiscard]] QString wishMissing() const { return m_shown.wishMissing; }
    [[nodiscard]] QVariantList needs() const { return m_shown.needs; }
    [[nodiscard]] QVariantList openActions() const { return m_shown.openActions; }
    [[nodiscard]] QVariantList papers() const { return m_shown.papers; }
    [[nodiscard]] QVariantList decisions() const { return m_shown.decisions; }
    [[nodiscard]] QVariantList actions() const { return m_shown.actions; }
    [[nodiscard]] QVariantList minutes() const { return m_shown.minutes; }
    [[nodiscard]] QString summary() const { return m_summary; }
    [[nodiscard]] int personThere() const { return m_shown.personThere; }
    [[nodiscard]] QVariantList dissenters() const { return m_shown.dissenters; }
    [[nodiscard]] QStringList attendance() const;
    [[nodiscard]] QStringList thereChoices() const;
    [[nodiscard]] QVariantMap faults() const { return m_faults; }
    [[nodiscard]] QVariantList found() const { return m_found; }
    [[nodiscard]] QString foundText() const { return m_foundText; }
    [[nodiscard]] QVariantList audience() const { return m_audience; }
    [[nodiscard]] QString audienceLine() const { return m_audienceLine; }
    [[nodiscard]] QString audienceSource() const { return m_audienceSource; }

signals:
    void changed();
    void typedChanged();
    void inviteesChanged();
    void keptChanged();
    void faultsChanged();
    void foundChanged();
    void audienceChanged();

private:
    struct Asked {
        care::Invitee who;
        bool chosen = true;
    };
    struct Shown {
        QVariantMap page, mine;
        QStringList steps;
        QString wishMissing;
        QVariantList invited, wishes, views, needs, openActions, papers, decisions, actions, minutes, dissenters;
        int personThere = -1;
        friend bool operator==(const Shown&, const Shown&) = default;
    };
    struct Read;
    void reset();
    void show(const Read& read);
    [[nodiscard]] ConferenceCall call() const;
    [[nodiscard]] QString text(const char* field) const {
        return m_typed.value(QString::fromLatin1(field)).toString().trimmed();
    }
    [[nodiscard]] std::optional<WallTime> hour(const QString& typed) const;
    void addDissenters(const ConferenceReader& say, const ConferencePage& page);
    void ask(const care::Invitee& who);
    void touched();
    void fault(const char* field, const QString& words);
    [[nodiscard]] bool sound();
    // On the conference that is open, once nothing is wrong with what was typed.
    template <class Job>
    void act(Job job) {
        if (!m_id.isNull() && sound()) {
            save([id = m_id, job = std::move(job)](OpenDesk& desk) -> Result<void> { return job(desk, id); });
        }
    }
    void audienceIs(const Result<WhoSees>& seen);

    QString m_personId;
    QString m_called;
    RecordId m_id;
    bool m_calling = false;
    bool m_died = false;
    RecordId m_placement;
    RecordId m_draft; // of the call that is typed
    QVariantMap m_typed;
    std::vector<Asked> m_asked;
    std::string m_today;
    Directory m_directory;
    Shown m_shown;
    std::vector<Dissent> m_dissenters;                          // without words
    std::map<QString, std::pair<AgencyId, WorkerId>> m_awaited; // whom an action waits for, by its id
    QString m_summary;
    QVariantMap m_faults;
    QVariantList m_found;
    QString m_foundText;
    QVariantList m_audience;
    QString m_audienceLine;
    QString m_audienceSource;
    QTimer m_keeping;
    bool m_unkept = false;
    WallTime m_keptAt;
    std::uint64_t m_visit = 0; // counts openings: answers for an earlier one are dropped
};

} // namespace frontsheet
