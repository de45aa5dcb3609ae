// One visit, at its door: what must be known first, whom to ring, what is due, how far it has come, and what follows where nobody answers.
// What is typed about that is kept until it is saved.
#pragma once

#include "app/viewmodels/saving_model.h"
#include "core/usecases/rounds.h"

#include <QStringList>
#include <QTimer>
#include <QVariantList>

namespace frontsheet {

class VisitModel final : public frontsheet::SavingModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the app")
    Q_PROPERTY(QString visitId READ visitId NOTIFY changed)
    Q_PROPERTY(QString personId READ personId NOTIFY changed)
    Q_PROPERTY(QString called READ called NOTIFY changed)
    Q_PROPERTY(QString when READ when NOTIFY changed) // "today, 10:30, 30 minutes"
    Q_PROPERTY(QString why READ why NOTIFY changed)
    Q_PROPERTY(QString stage READ stage NOTIFY changed) // planned, way, there, done, no-reply, cancelled, stopped
    Q_PROPERTY(QString stageText READ stageText NOTIFY changed)
    Q_PROPERTY(QString stageIcon READ stageIcon NOTIFY changed)
    Q_PROPERTY(QString address READ address NOTIFY changed)
    Q_PROPERTY(QString phone READ phone NOTIFY changed)
    Q_PROPERTY(QVariantList facts READ facts NOTIFY changed) // as DoorWording::fact
    Q_PROPERTY(
        QStringList plain READ plain NOTIFY changed) // what is quiet and worth knowing: lives alone, no known allergies
    Q_PROPERTY(bool died READ died NOTIFY changed)
    Q_PROPERTY(bool mine READ mine NOTIFY changed)                   // it is whoever reads it who goes
    Q_PROPERTY(QStringList reasons READ reasons CONSTANT)            // why a visit is not made
    Q_PROPERTY(QVariantList due READ due NOTIFY changed)             // as DoorWording::due
    Q_PROPERTY(QVariantList toRing READ toRing NOTIFY changed)       // {name, detail, phone}
    Q_PROPERTY(QVariantList mayBeTold READ mayBeTold NOTIFY changed) // as DoorWording::mayBeTold, with `chosen`
    // Of a visit that nobody answered: what was tried, who knows, and the number of who was told.
    Q_PROPERTY(QString noReplyText READ noReplyText NOTIFY changed)
    Q_PROPERTY(QString toldName READ toldName NOTIFY changed)
    Q_PROPERTY(QString toldPhone READ toldPhone NOTIFY changed)
    Q_PROPERTY(QStringList phrases READ phrases CONSTANT)                   // what one tries at a door that stays shut
    Q_PROPERTY(QString words READ words WRITE setWords NOTIFY wordsChanged) // what was tried
    Q_PROPERTY(QString told READ told NOTIFY wordsChanged)                  // the worker who was chosen
    Q_PROPERTY(QString toldChosenName READ toldChosenName NOTIFY wordsChanged)
    Q_PROPERTY(QString keptLine READ keptLine NOTIFY wordsChanged)

public:
    explicit VisitModel(Session& session, QObject* parent = nullptr);

    Q_INVOKABLE void open(const QString& visitId);
    Q_INVOKABLE void setOut();
    Q_INVOKABLE void arrive();
    Q_INVOKABLE void finish();
    // To what it was before the last tap on this page or another: a step back.
    Q_INVOKABLE void stepBack();
    // `phrases` at this position goes behind what is typed.
    Q_INVOKABLE void addPhrase(int index);
    Q_INVOKABLE void tell(const QString& worker);
    // Nobody answered: `done` follows.
    Q_INVOKABLE void saveNoReply();
    // The person is safe, since somebody saw them; or since it was heard where they are.
    Q_INVOKABLE void seenSafe(const QString& because);
    Q_INVOKABLE void heardSafe(const QString& because);
    // It is not made, and why; where the person has died it stays off.
    Q_INVOKABLE void takeOff(const QString& because);
    // A note of this visit is begun; once it is finished the visit names it.
    Q_INVOKABLE void noteBegins(const QString& visitId);
    void noteFinished(const QString& personId, const QString& noteId);
    // Keeps what is typed now.
    Q_INVOKABLE void flush();
    void refresh() override;
    void clear() override;

    [[nodiscard]] QString visitId() const { return m_visitId; }
    [[nodiscard]] QString personId() const { return m_page.personId; }
    [[nodiscard]] QString called() const { return m_page.called; }
    [[nodiscard]] QString when() const { return m_page.when; }
    [[nodiscard]] QString why() const { return m_page.why; }
    [[nodiscard]] QString stage() const { return m_page.stage; }
    [[nodiscard]] QString stageText() const { return m_page.stageText; }
    [[nodiscard]] QString stageIcon() const { return m_page.stageIcon; }
    [[nodiscard]] QString address() const { return m_page.address; }
    [[nodiscard]] QString phone() const { return m_page.phone; }
    [[nodiscard]] QVariantList facts() const { return m_page.facts; }
    [[nodiscard]] QStringList plain() const { return m_page.plain; }
    [[nodiscard]] bool mine() const { return m_page.mine; }
    [[nodiscard]] bool died() const { return m_page.died; }
    [[nodiscard]] QStringList reasons() const;
    [[nodiscard]] QVariantList due() const { return m_page.due; }
    [[nodiscard]] QVariantList toRing() const { return m_page.toRing; }
    [[nodiscard]] QVariantList mayBeTold() const { return m_page.mayBeTold; }
    [[nodiscard]] QString noReplyText() const { return m_page.noReplyText; }
    [[nodiscard]] QString toldName() const { return m_page.toldName; }
    [[nodiscard]] QString toldPhone() const { return m_page.toldPhone; }
    [[nodiscard]] QStringList phrases() const;
    [[nodiscard]] QString words() const { return m_words; }
    [[nodiscard]] QString told() const { return m_told; }
    [[nodiscard]] QString toldChosenName() const;
    [[nodiscard]] QString keptLine() const;
    void setWords(const QString& words);

signals:
    void changed();
    void wordsChanged();

private:
    struct Page {
        QString personId, called, when, why, stage, stageText, stageIcon, address, phone, noReplyText, toldName,
            toldPhone;
        bool died = false;
        bool mine = false;
        QStringList plain;
        QVariantList facts, due, toRing, mayBeTold;
    };
    [[nodiscard]] Page word(const AtTheDoor& door) const;
    [[nodiscard]] NoReply noReply() const;
    void bring(care::VisitStage stage);
    void knownSafe(KnownSafe how, const QString& because);
    void touched();

    QString m_visitId;
    RecordId m_visit;
    care::VisitStage m_stage = care::VisitStage::Planned;
    Page m_page;
    QString m_words;
    QString m_told;
    WallTime m_keptAt;
    bool m_unkept = false;
    QTimer m_keeping;
    RecordId m_noteOf; // the visit whose note is being written
};

} // namespace frontsheet
