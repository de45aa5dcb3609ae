// A form on the screen: one record of the care work, new or there already. What is typed stays until it is saved or given up: half a
// second after a key it is on the disk. UI thread only.
#pragma once

#include "app/viewmodels/saving_model.h"

#include <QTimer>
#include <QVariantList>
#include <QVariantMap>

#include <functional>
#include <map>
#include <optional>

namespace frontsheet {

struct FormField;
struct FormSpec;

class FormModel final : public frontsheet::SavingModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the app")
    Q_PROPERTY(QString title READ title NOTIFY opened)
    Q_PROPERTY(QString personId READ personId NOTIFY opened)
    Q_PROPERTY(QString recordId READ recordId NOTIFY opened) // a new record has one before it is saved
    Q_PROPERTY(bool open READ isOpen NOTIFY opened)
    // {key, label, widget (line, lines, choice, date, number, pounds, yesno, worker, person), hint, text, choices: [words],
    // picks: [what is often typed], mayName, makesRecord, fixed}: as it was opened. mayName: of a person, somebody without a record
    // may be named; makesRecord: who gets one by it.
    Q_PROPERTY(QVariantList fields READ fields NOTIFY opened)
    Q_PROPERTY(QVariantMap shown READ asksFor NOTIFY asked)  // key to whether it is asked for now
    Q_PROPERTY(QVariantMap chosen READ chosen NOTIFY asked)  // key to the position of what is chosen, -1: nothing
    Q_PROPERTY(QVariantMap faults READ faults NOTIFY judged) // key to what is wrong with it, in words
    Q_PROPERTY(QVariantMap understood READ understood NOTIFY asked) // key to a date as it was understood
    Q_PROPERTY(QVariantMap names READ names NOTIFY asked)           // key to the worker chosen: {name, role, badge}
    // What it would mean beside the person's other records: {text, stops, call, goes, record}; call: the button that leads on, empty:
    // none; goes: "form" or "referral", which `record` is, or the type of another form to begin.
    Q_PROPERTY(QVariantList findings READ findings NOTIFY judged)
    Q_PROPERTY(bool stopped READ stopped NOTIFY judged) // one of them stops it
    Q_PROPERTY(bool dirty READ dirty NOTIFY asked)      // something was typed that is not saved
    // "Kept on this tablet at 10:47, as you type." Said after the commit, never before; empty while nothing is typed.
    Q_PROPERTY(QString keptLine READ keptLine NOTIFY keptChanged)
    // Who will see it: {heading, level, rows: [{badge, people, reason}]}, as on a note; all of it in one sentence; by which agreement.
    Q_PROPERTY(QVariantList audience READ audience NOTIFY audienceChanged)
    Q_PROPERTY(QString audienceLine READ audienceLine NOTIFY audienceChanged)
    Q_PROPERTY(QString audienceSource READ audienceSource NOTIFY audienceChanged)
    // Of the field that is being looked for: {agency, worker, name, role, badge}
    Q_PROPERTY(QVariantList workers READ workers NOTIFY workersChanged)
    // The persons chosen: key to {personId, name, born}
    Q_PROPERTY(QVariantMap persons READ persons NOTIFY asked)
    // People with a record on this device that fit what was typed into the field `peopleFor`: {personId, name, born}
    Q_PROPERTY(QVariantList people READ people NOTIFY peopleChanged)
    Q_PROPERTY(int peopleFor READ peopleFor NOTIFY peopleChanged)
    // Forms that were left before they were saved, newest first: {recordId, personId, title, when}
    Q_PROPERTY(QVariantList unfinished READ unfinished NOTIFY unfinishedChanged)
    // What the form was that was given up last and can still come back; empty: none.
    Q_PROPERTY(QString givenUp READ givenUp NOTIFY givenUpChanged)

public:
    explicit FormModel(Session& session, QObject* parent = nullptr);

    // What can be written about a person and fits what was typed: {group, rows: [{type, name, says}]}
    Q_INVOKABLE [[nodiscard]] QVariantList kinds(const QString& typed) const;
    // A new record. `type`: its name in the schema, "need". `preset`: field name to text, filled in beforehand; ids in hexadecimal. What the
    // form does not ask for may be preset too: the placement of a review.
    Q_INVOKABLE void begin(const QString& type, const QString& personId, const QVariantMap& preset = {});
    // One that is there.
    Q_INVOKABLE void edit(const QString& recordId);
    Q_INVOKABLE void type(int key, const QString& text);
    Q_INVOKABLE void choose(int key, int position);
    Q_INVOKABLE void findWorkers(const QString& typed);
    Q_INVOKABLE void chooseWorker(int key, const QString& agency, const QString& worker);
    // Of a field for a person: what is typed looks for people, and names somebody who has no record where that may be.
    Q_INVOKABLE void typePerson(int key, const QString& text);
    // One of `people`; empty: nobody any more.
    Q_INVOKABLE void choosePerson(int key, const QString& personId);
    // `saved` follows, or faults and an error say why not.
    Q_INVOKABLE void save();
    // What is typed stays on the disk, and the form is closed.
    Q_INVOKABLE void leave();
    // What was typed since it was kept last is kept now.
    void flush();
    // Forgets what was typed, on the disk too; it can be brought back until another form is opened or the device is locked.
    Q_INVOKABLE void giveUp();
    // The same of one of `unfinished`.
    Q_INVOKABLE void giveUpLeft(const QString& recordId);
    Q_INVOKABLE void bringBack();
    Q_INVOKABLE void dismissGivenUp();
    // One of `unfinished`, as it was left.
    Q_INVOKABLE void resume(const QString& recordId);
    void refresh() override;
    // What is typed is kept first.
    void clear() override;

    [[nodiscard]] QString title() const { return m_title; }
    [[nodiscard]] QString personId() const { return m_personId; }
    [[nodiscard]] QString recordId() const;
    [[nodiscard]] bool isOpen() const { return m_spec != nullptr; }
    [[nodiscard]] QVariantList fields() const { return m_fields; }
    [[nodiscard]] QVariantMap asksFor() const;
    [[nodiscard]] QVariantMap chosen() const;
    [[nodiscard]] QVariantMap faults() const { return m_faults; }
    [[nodiscard]] QVariantMap understood() const;
    [[nodiscard]] QVariantMap names() const { return m_names; }
    [[nodiscard]] QVariantList findings() const { return m_findings; }
    [[nodiscard]] bool stopped() const { return m_stopped; }
    [[nodiscard]] bool dirty() const { return m_spec != nullptr && (m_leftBefore || m_typed != m_begun); }
    [[nodiscard]] QString keptLine() const;
    [[nodiscard]] QVariantList audience() const { return m_audience; }
    [[nodiscard]] QString audienceLine() const { return m_audienceLine; }
    [[nodiscard]] QString audienceSource() const { return m_audienceSource; }
    [[nodiscard]] QVariantList workers() const { return m_workers; }
    [[nodiscard]] QVariantMap persons() const { return m_persons; }
    [[nodiscard]] QVariantList people() const { return m_people; }
    [[nodiscard]] int peopleFor() const { return m_peopleFor; }
    [[nodiscard]] QString givenUp() const { return m_givenUp ? m_givenUp->title : QString{}; }
    [[nodiscard]] QVariantList unfinished() const { return m_unfinished; }

signals:
    void opened();
    void asked();
    void judged();
    void audienceChanged();
    void workersChanged();
    void peopleChanged();
    void keptChanged();
    void unfinishedChanged();
    void givenUpChanged();
    void saved(const QString& recordId);

private:
    struct Opened {
        Record record;
        std::optional<Record> seen; // nullopt: new
        std::string name;           // of the person
        std::string today;
        Directory directory;
        FieldSet left;   // of a form that was left: what it said then
        WallTime leftAt; // and when
    };
    struct GivenUp {
        CareRecords::UnfinishedForm form;
        QString title;
    };
    using Texts = std::map<std::uint16_t, QString>;
    [[nodiscard]] static Result<Opened> around(OpenDesk& desk, Opened opened);
    void open(std::function<Result<Opened>(OpenDesk&)> job, const QVariantMap& preset);
    void show(Opened what, const QVariantMap& preset);
    [[nodiscard]] const FormField* field(int key) const;
    [[nodiscard]] bool isShown(const FormField& field) const;
    // The record as typed. What is typed and is no value is a fault, and stays out of it or, to be kept, goes in as it was typed.
    enum class NoValue { LeftOut, AsTyped };
    struct Typed {
        Record record;
        QVariantMap faults;
    };
    [[nodiscard]] Typed asTyped(NoValue noValue) const;
    [[nodiscard]] bool isChanged(FieldTag field) const;
    void changed(const FormField& field);
    void nameWorker(const FormField& field, const WorkerId& worker);
    void namePersons();
    void show(const GivenUp& given);
    [[nodiscard]] QString titleOf(const Record& record, bool isNew, const std::string& name) const;
    void refused(const Error& error);
    void keep();
    void forget();
    void look();
    void lookWhoSees();

    const FormSpec* m_spec = nullptr;
    QString m_title;
    QString m_personId;
    Record m_record; // as it was begun or opened
    std::optional<Record> m_seen;
    std::string m_today;
    Directory m_directory;
    QVariantList m_fields;
    Texts m_typed;
    Texts m_asOpened;          // as the record says it
    Texts m_begun;             // with what was filled in beforehand, or typed when it was left
    Texts m_kept;              // what the disk has, or is about to have
    bool m_leftBefore = false; // it was taken up again: the disk has it, typed on or not
    WallTime m_keptAt;
    QVariantMap m_names;
    QVariantMap m_persons;
    QVariantMap m_faults;
    QVariantList m_findings;
    bool m_stopped = false;
    QVariantList m_audience;
    QString m_audienceLine;
    QString m_audienceSource;
    QVariantList m_workers;
    QVariantList m_people;
    int m_peopleFor = 0;
    std::uint64_t m_search = 0; // counts searches for people: answers to an earlier one are dropped
    QVariantList m_unfinished;
    std::map<PersonId, std::string> m_leftNames; // of whom they are
    std::optional<GivenUp> m_givenUp;
    QTimer m_keeping;
    std::uint64_t m_visit = 0; // counts openings: answers for an earlier one are dropped
};

} // namespace frontsheet
