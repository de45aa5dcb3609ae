// One placement: what the person says first, when it is looked at next, the way home, and what may be done. What is decided on its sheets is
// saved with what it causes.
#pragma once

#include "app/viewmodels/saving_model.h"
#include "core/usecases/placements.h"

#include <QVariantList>
#include <QVariantMap>

namespace frontsheet {

class PlacementModel final : public frontsheet::SavingModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the app")
    Q_PROPERTY(QString placementId READ placementId NOTIFY changed)
    Q_PROPERTY(QString personId READ personId NOTIFY changed)
    // {title, stage, where, detail, since, due, dueOn, overdue, slipped, died, officer, badge, trial, trialWhole, onTrial, ready, readyOf,
    //  readyText, nextReview, unasked, unaskedBecause}
    Q_PROPERTY(QVariantMap page READ page NOTIFY changed)
    Q_PROPERTY(QVariantList facts READ facts NOTIFY changed)       // {label, text}
    Q_PROPERTY(QString homePhone READ homePhone NOTIFY changed)    // of the care home
    Q_PROPERTY(QVariantList ownWords READ ownWords NOTIFY changed) // newest first: {words, when}
    Q_PROPERTY(QVariantList schedule READ schedule NOTIFY changed) // {text, on, state: held overdue due tocome}
    Q_PROPERTY(
        QVariantList reviews READ reviews NOTIFY changed)    // held, newest first: {title, words, findings, conclusion}
    Q_PROPERTY(QVariantList slips READ slips NOTIFY changed) // {text, words, when}
    Q_PROPERTY(QVariantList goals READ goals NOTIFY changed) // {id, words, detail, state}
    Q_PROPERTY(QVariantList episodes READ episodes NOTIFY changed) // of hospital at home: {id, title, running, lines}
    // {id, title, standing, detail, waits, done, mayAsk, mayReady, mayNotNeeded, mayReopen, badge}
    Q_PROPERTY(QVariantList checklist READ checklist NOTIFY changed)
    Q_PROPERTY(
        QVariantMap outcome READ outcome NOTIFY changed) // {title, wishMet, against, wish, words}; empty: it goes on
    Q_PROPERTY(QStringList steps READ steps NOTIFY
                   changed) // review date trial end again back: what may be done, in their order
    Q_PROPERTY(bool editable READ editable NOTIFY changed) // of this worker's agency
    Q_PROPERTY(bool mine READ mine NOTIFY changed)         // of this worker's agency, and still open
    // For the sheets. Codes in the order of the words.
    Q_PROPERTY(QStringList conclusions READ conclusions NOTIFY changed)
    Q_PROPERTY(QStringList reasons READ reasons CONSTANT) // for which a date slips
    Q_PROPERTY(QStringList outcomes READ outcomes CONSTANT)
    Q_PROPERTY(QStringList wishes READ wishes CONSTANT)             // how it stands to what they wished
    Q_PROPERTY(QVariantMap faults READ faults NOTIFY faultsChanged) // of what was typed, by field
    // To a colleague, who says yes or no; until then it stays its officer's. `askedToTake`: who is asked, empty: nobody.
    Q_PROPERTY(bool mayPassOn READ mayPassOn NOTIFY changed)
    Q_PROPERTY(bool mayTakeBack READ mayTakeBack NOTIFY changed)
    Q_PROPERTY(QString askedToTake READ askedToTake NOTIFY changed)
    // Whom to ask for the item chosen, and whoever was looked for: {agency, worker, name, role, badge}
    Q_PROPERTY(QVariantList candidates READ candidates NOTIFY candidatesChanged)

public:
    explicit PlacementModel(Session& session, QObject* parent = nullptr) : SavingModel(session, parent) {}

    Q_INVOKABLE void open(const QString& placementId);
    // A date as it is understood, in full; empty: it is none.
    Q_INVOKABLE QString dateUnderstood(const QString& typed, bool ahead) const;
    // `conclusion` and `wish` by their position, -1: not said. Dates as typed.
    Q_INVOKABLE void holdReview(const QString& heldOn, const QString& ownWords, const QString& notAskedBecause,
                                const QString& findings, int conclusion, const QString& next, int wish,
                                const QString& words);
    Q_INVOKABLE void moveDate(const QString& to, int reason, const QString& words);
    Q_INVOKABLE void beginTrial(const QString& from, const QString& until);
    Q_INVOKABLE void end(int outcome, const QString& on, int wish, const QString& words);
    Q_INVOKABLE void takeUpAgain();
    Q_INVOKABLE void takeTrialBack();
    Q_INVOKABLE void beginWayHome();
    Q_INVOKABLE void addToWayHome(const QString& what);
    Q_INVOKABLE void itemIs(const QString& itemId, const QString& how);     // ready not-needed open
    Q_INVOKABLE void lookWhom(const QString& itemId, const QString& typed); // empty: who usually gets it ready
    Q_INVOKABLE void askFor(const QString& itemId, const QString& agency, const QString& worker, const QString& due,
                            const QString& detail);
    Q_INVOKABLE void forgetFaults();
    // Whether this conclusion ends the placement, or begins a trial.
    Q_INVOKABLE bool concludesEnd(int conclusion) const;
    Q_INVOKABLE bool concludesTrial(int conclusion) const;
    Q_INVOKABLE bool isDeath(int outcome) const;
    void refresh() override;
    void clear() override;

    [[nodiscard]] QString placementId() const { return m_id; }
    [[nodiscard]] QString personId() const { return m_personId; }
    [[nodiscard]] QVariantMap page() const { return m_shown.page; }
    [[nodiscard]] QVariantList facts() const { return m_shown.facts; }
    [[nodiscard]] QString homePhone() const { return m_shown.homePhone; }
    [[nodiscard]] QVariantList ownWords() const { return m_shown.ownWords; }
    [[nodiscard]] QVariantList schedule() const { return m_shown.schedule; }
    [[nodiscard]] QVariantList reviews() const { return m_shown.reviews; }
    [[nodiscard]] QVariantList slips() const { return m_shown.slips; }
    [[nodiscard]] QVariantList goals() const { return m_shown.goals; }
    [[nodiscard]] QVariantList episodes() const { return m_shown.episodes; }
    [[nodiscard]] QVariantList checklist() const { return m_shown.checklist; }
    [[nodiscard]] QVariantMap outcome() const { return m_shown.outcome; }
    [[nodiscard]] QStringList steps() const { return m_shown.steps; }
    [[nodiscard]] bool editable() const { return m_shown.editable; }
    [[nodiscard]] bool mine() const { return m_shown.mine; }
    [[nodiscard]] QStringList conclusions() const;
    [[nodiscard]] QStringList reasons() const;
    [[nodiscard]] QStringList outcomes() const;
    [[nodiscard]] QStringList wishes() const;
    [[nodiscard]] QVariantMap faults() const { return m_faults; }
    // Colleagues of this agency by name, role or agency, into `candidates`. Empty words: nobody.
    Q_INVOKABLE void lookColleagues(const QString& typed);
    Q_INVOKABLE void passOn(const QString& worker, const QString& words);
    Q_INVOKABLE void takeOfferBack();
    [[nodiscard]] bool mayPassOn() const { return m_shown.mayPassOn; }
    [[nodiscard]] bool mayTakeBack() const { return m_shown.mayTakeBack; }
    [[nodiscard]] QString askedToTake() const { return m_shown.askedToTake; }
    [[nodiscard]] QVariantList candidates() const { return m_candidates; }

signals:
    void changed();
    void faultsChanged();
    void candidatesChanged();

private:
    struct Shown {
        QVariantMap page, outcome;
        QVariantList facts, ownWords, schedule, reviews, slips, goals, episodes, checklist;
        QStringList steps;
        QString homePhone;
        std::string discharged; // ISO
        bool mine = false;
        QString askedToTake;
        QString officer; // code of who reviews it
        bool mayPassOn = false;
        bool mayTakeBack = false;
        bool editable = false; // its words are this agency's to put right, whatever its stage
    };
    void read();
    void show(const PlacementPage& page);
    void showPassing(const Record& placement);
    [[nodiscard]] QVariantMap heading(const PlacementPage& page) const;
    [[nodiscard]] QVariantList factsOf(const Record& placement) const;
    [[nodiscard]] QVariantMap itemRow(const care::WayHomeItem& item, bool going) const;
    [[nodiscard]] QVariantMap episodeRow(const Record& episode) const;
    [[nodiscard]] QVariantMap outcomeOf(const care::PlacementSheet& sheet) const;
    // A date as typed; empty where there is none, which `m_faults` then says of that field.
    [[nodiscard]] std::string date(const char* field, const QString& typed, bool ahead);
    // The same of what has happened: not before the discharge, and not to come.
    [[nodiscard]] std::string past(const char* field, const QString& typed);
    void fault(const char* field, const QString& words);
    [[nodiscard]] bool sound(); // nothing is wrong with what was typed
    template <class Job>
    void saveWith(Job job); // faults are forgotten first

    QString m_id;
    QString m_personId;
    std::string m_today;
    Directory m_directory;
    Shown m_shown;
    std::map<QString, std::string> m_items; // of the checklist: their codes, by record
    QVariantMap m_faults;
    QVariantList m_candidates;
    std::uint64_t m_visit = 0; // counts openings: answers for an earlier one are dropped
};

} // namespace frontsheet
