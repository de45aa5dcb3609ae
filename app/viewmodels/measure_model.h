// Taking a structured measure: which, its questions in their own wording, the score and its band by the rule book, how it went before, and
// what is decided about an answer that must not be left alone. What is tapped is kept until it is saved.
#pragma once

#include "app/viewmodels/saving_model.h"
#include "core/usecases/measures.h"

#include <QStringList>
#include <QTimer>
#include <QVariantList>

namespace frontsheet {

class MeasureModel final : public frontsheet::SavingModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the app")
    Q_PROPERTY(QString personId READ personId NOTIFY opened)
    Q_PROPERTY(QString called READ called NOTIFY opened)
    Q_PROPERTY(QVariantList instruments READ instruments NOTIFY historyChanged) // {code, name, measures, last, licence}
    Q_PROPERTY(QString instrument READ instrument NOTIFY opened)                // code; empty: one is to be chosen
    Q_PROPERTY(QString title READ title NOTIFY opened)                          // "PHQ-9, depression"
    Q_PROPERTY(bool scoreOnly READ isScoreOnly NOTIFY opened)
    Q_PROPERTY(QString licence READ licence NOTIFY opened) // what of its text may be shown, in words
    Q_PROPERTY(QString stem READ stem NOTIFY opened)
    Q_PROPERTY(QVariantList items READ items NOTIFY answered) // {number, text, answer}; answer -1: not given
    Q_PROPERTY(QStringList answers READ answers NOTIFY opened)
    Q_PROPERTY(QString impairmentStem READ impairmentStem NOTIFY opened)
    Q_PROPERTY(QStringList impairmentAnswers READ impairmentAnswers NOTIFY opened)
    Q_PROPERTY(int impairment READ impairment NOTIFY answered) // -1: not asked
    Q_PROPERTY(int given READ given NOTIFY answered)           // how many items are answered
    Q_PROPERTY(QString range READ range NOTIFY opened)         // "0 to 27"
    Q_PROPERTY(QString score READ score NOTIFY answered)       // "12 of 27, moderate"; empty until it is complete
    Q_PROPERTY(QString typedScore READ typedScore NOTIFY answered)
    Q_PROPERTY(QString scoreFault READ scoreFault NOTIFY answered)
    Q_PROPERTY(QString with READ with NOTIFY answered)
    Q_PROPERTY(QString note READ note NOTIFY answered)
    Q_PROPERTY(QStringList againChoices READ againChoices CONSTANT)
    Q_PROPERTY(int again READ again NOTIFY answered)
    Q_PROPERTY(bool mayTake READ mayTake NOTIFY answered)
    Q_PROPERTY(QString keptLine READ keptLine NOTIFY answered)
    // How it went: oldest first {day, score} with day 0 to 1 over the time shown and score 0 to 1 over the range; and newest first
    // {text, detail, badge}; and all of it in a sentence.
    Q_PROPERTY(QVariantList points READ points NOTIFY historyChanged)
    Q_PROPERTY(QVariantList history READ history NOTIFY historyChanged)
    Q_PROPERTY(QString historyLine READ historyLine NOTIFY historyChanged)
    // An answer that must not be left alone: it was saved, and waits for what is decided.
    Q_PROPERTY(bool unsafe READ isUnsafe NOTIFY safetyChanged)
    Q_PROPERTY(QString unsafeText READ unsafeText NOTIFY safetyChanged)
    Q_PROPERTY(QVariantList decisions READ decisions CONSTANT)  // {title, detail}
    Q_PROPERTY(int decision READ decision NOTIFY safetyChanged) // -1: nothing is decided yet
    Q_PROPERTY(QString decisionWords READ decisionWords NOTIFY safetyChanged)
    Q_PROPERTY(QString actionWhat READ actionWhat NOTIFY safetyChanged) // as offered, until it is changed
    Q_PROPERTY(QString actionDue READ actionDue NOTIFY safetyChanged)
    Q_PROPERTY(QVariantList owners READ owners NOTIFY safetyChanged) // {name, role, badge, chosen}: whose the action is
    Q_PROPERTY(QVariantList crisis READ crisis NOTIFY safetyChanged) // {name, detail, phone}: who takes a crisis now
    Q_PROPERTY(bool mayDecide READ mayDecide NOTIFY safetyChanged)

public:
    explicit MeasureModel(Session& session, QObject* parent = nullptr);

    // `instrument` empty: one is chosen on the page. `measure`: one that waits for a decision; empty: a new one.
    Q_INVOKABLE void open(const QString& personId, const QString& instrument, const QString& measure);
    Q_INVOKABLE void choose(const QString& instrument);
    Q_INVOKABLE void answer(int item, int answer);
    Q_INVOKABLE void answerImpairment(int answer);
    Q_INVOKABLE void typeScore(const QString& typed);
    Q_INVOKABLE void typeWith(const QString& typed);
    Q_INVOKABLE void typeNote(const QString& typed);
    Q_INVOKABLE void chooseAgain(int choice);
    // Saved: `taken` follows, unless an answer must not be left alone, which is then asked about first.
    Q_INVOKABLE void take();
    Q_INVOKABLE void decide(int decision);
    Q_INVOKABLE void typeDecision(const QString& typed);
    Q_INVOKABLE void typeAction(const QString& typed);
    Q_INVOKABLE void chooseOwner(int owner);
    // `taken` follows.
    Q_INVOKABLE void saveDecision();
    // Of one of `history`: it counts no longer, and says why.
    Q_INVOKABLE void enterInError(const QString& measureId, const QString& because);
    // Forgets what was tapped, on the disk too.
    Q_INVOKABLE void giveUp();
    void flush();
    void refresh() override;
    void clear() override;

    [[nodiscard]] QString personId() const { return m_personId; }
    [[nodiscard]] QString called() const { return m_called; }
    [[nodiscard]] QVariantList instruments() const { return m_instruments; }
    [[nodiscard]] QString instrument() const;
    [[nodiscard]] QString title() const;
    [[nodiscard]] bool isScoreOnly() const;
    [[nodiscard]] QString licence() const;
    [[nodiscard]] QString stem() const;
    [[nodiscard]] QVariantList items() const;
    [[nodiscard]] QStringList answers() const;
    [[nodiscard]] QString impairmentStem() const;
    [[nodiscard]] QStringList impairmentAnswers() const;
    [[nodiscard]] int impairment() const { return m_measure.impairment; }
    [[nodiscard]] int given() const;
    [[nodiscard]] QString range() const;
    [[nodiscard]] QString score() const;
    [[nodiscard]] QString typedScore() const { return m_typedScore; }
    [[nodiscard]] QString scoreFault() const;
    [[nodiscard]] QString with() const;
    [[nodiscard]] QString note() const;
    [[nodiscard]] QStringList againChoices() const;
    [[nodiscard]] int again() const { return m_again; }
    [[nodiscard]] bool mayTake() const;
    [[nodiscard]] QString keptLine() const;
    [[nodiscard]] QVariantList points() const { return m_points; }
    [[nodiscard]] QVariantList history() const { return m_history; }
    [[nodiscard]] QString historyLine() const { return m_historyLine; }
    [[nodiscard]] bool isUnsafe() const { return !m_unsafe.isNull(); }
    [[nodiscard]] QString unsafeText() const;
    [[nodiscard]] QVariantList decisions() const;
    [[nodiscard]] int decision() const { return m_decision; }
    [[nodiscard]] QString decisionWords() const { return m_decisionWords; }
    [[nodiscard]] QString actionWhat() const { return m_actionWhat; }
    [[nodiscard]] QString actionDue() const { return m_actionDue; }
    [[nodiscard]] QVariantList owners() const;
    [[nodiscard]] QVariantList crisis() const { return m_crisis; }
    [[nodiscard]] bool mayDecide() const;

signals:
    void opened();
    void answered();
    void historyChanged();
    void safetyChanged();
    void taken();

private:
    struct Around;
    void begin(const care::Instrument* instrument);
    void restore();
    void touched();
    void keepDecision();
    void wordHistory();
    void askAbout(const RecordId& measure);
    [[nodiscard]] std::optional<std::int64_t> total() const;

    QString m_personId;
    QString m_called;
    const care::Instrument* m_spec = nullptr;
    MeasureTaken m_measure;
    // The id under which it is kept, null until then. Read and written by jobs alone, which run one after another.
    struct Slot {
        RecordId record;
    };
    std::shared_ptr<Slot> m_slot = std::make_shared<Slot>();
    QString m_typedScore;
    int m_again = 0;
    std::string m_today;
    WallTime m_keptAt;
    bool m_unkept = false;
    QTimer m_keeping;
    std::uint64_t m_visit = 0; // counts openings: answers for an earlier one are dropped
    std::vector<MeasureScore> m_scores;
    Directory m_directory;
    QVariantList m_instruments;
    QVariantList m_points;
    QVariantList m_history;
    QString m_historyLine;
    RecordId m_unsafe;
    int m_decision = -1;
    QString m_decisionWords;
    QString m_actionWhat;
    QString m_actionDue;
    std::vector<WorkerEntry> m_owners; // this worker first
    int m_owner = 0;
    QVariantList m_crisis;
};

} // namespace frontsheet
