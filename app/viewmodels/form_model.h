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
    Q_PROPERTY(bool open READ isOpen NOTIFY opened)
    // {key, label, widget (line, lines, choice, date, number, pounds, yesno, worker), hint, text, choices: [words]}: as it was opened.
    Q_PROPERTY(QVariantList fields READ fields NOTIFY opened)
    Q_PROPERTY(QVariantMap shown READ asksFor NOTIFY asked)  // key to whether it is asked for now
    Q_PROPERTY(QVariantMap chosen READ chosen NOTIFY asked)  // key to the position of what is chosen, -1: nothing
    Q_PROPERTY(QVariantMap faults READ faults NOTIFY judged) // key to what is wrong with it, in words
    Q_PROPERTY(QVariantMap understood READ understood NOTIFY asked) // key to a date as it was understood
    Q_PROPERTY(QVariantMap names READ names NOTIFY asked)           // key to the worker chosen: {name, role, badge}
    // What it would mean beside the person's other records: {text, stops}
    Q_PROPERTY(QVariantList findings READ findings NOTIFY judged)
    Q_PROPERTY(bool stopped READ stopped NOTIFY judged) // one of them stops it
    Q_PROPERTY(bool dirty READ dirty NOTIFY asked)      // something was typed that is not saved
    // Who will see it: [{badge, people, reason}], as on a note.
    Q_PROPERTY(QVariantList audience READ audience NOTIFY audienceChanged)
    // Of the field that is being looked for: {agency, worker, name, role, badge}
    Q_PROPERTY(QVariantList workers READ workers NOTIFY workersChanged)
    // Forms that were left before they were saved, newest first: {recordId, personId, title, when}
    Q_PROPERTY(QVariantList unfinished READ unfinished NOTIFY unfinishedChanged)

public:
    explicit FormModel(Session& session, QObject* parent = nullptr);

    // A new record. `type`: its name in the schema, "need". `preset`: field name to text, filled in beforehand; of a
    // field that names another record its id.
    Q_INVOKABLE void begin(const QString& type, const QString& personId, const QVariantMap& preset = {});
    // One that is there.
    Q_INVOKABLE void edit(const QString& recordId);
    Q_INVOKABLE void type(int key, const QString& text);
    Q_INVOKABLE void choose(int key, int position);
    Q_INVOKABLE void findWorkers(const QString& typed);
    Q_INVOKABLE void chooseWorker(int key, const QString& agency, const QString& worker);
    // `saved` follows, or faults and an error say why not.
    Q_INVOKABLE void save();
    // Forgets what was typed, on the disk too.
    Q_INVOKABLE void giveUp();
    // One of `unfinished`, as it was left.
    Q_INVOKABLE void resume(const QString& recordId);
    void refresh() override;
    // What is typed is kept first.
    void clear() override;

    [[nodiscard]] QString title() const { return m_title; }
    [[nodiscard]] QString personId() const { return m_personId; }
    [[nodiscard]] bool isOpen() const { return m_spec != nullptr; }
    [[nodiscard]] QVariantList fields() const { return m_fields; }
    [[nodiscard]] QVariantMap asksFor() const;
    [[nodiscard]] QVariantMap chosen() const;
    [[nodiscard]] QVariantMap faults() const { return m_faults; }
    [[nodiscard]] QVariantMap understood() const;
    [[nodiscard]] QVariantMap names() const { return m_names; }
    [[nodiscard]] QVariantList findings() const { return m_findings; }
    [[nodiscard]] bool stopped() const { return m_stopped; }
    [[nodiscard]] bool dirty() const { return m_spec != nullptr && m_typed != m_asOpened; }
    [[nodiscard]] QVariantList audience() const { return m_audience; }
    [[nodiscard]] QVariantList workers() const { return m_workers; }
    [[nodiscard]] QVariantList unfinished() const { return m_unfinished; }

signals:
    void opened();
    void asked();
    void judged();
    void audienceChanged();
    void workersChanged();
    void unfinishedChanged();
    void saved(const QString& recordId);

private:
    struct Opened {
        Record record;
        std::optional<Record> seen; // nullopt: new
        std::string name;           // of the person
        std::string today;
        Directory directory;
        FieldSet left; // of a form that was left: what it said then
    };
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
    void nameWorker(const FormField& field, const WorkerId& worker);
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
    std::map<std::uint16_t, QString> m_typed;
    std::map<std::uint16_t, QString> m_asOpened;
    QVariantMap m_names;
    QVariantMap m_faults;
    QVariantList m_findings;
    bool m_stopped = false;
    QVariantList m_audience;
    QVariantList m_workers;
    QVariantList m_unfinished;
    QTimer m_keeping;
    std::uint64_t m_visit = 0; // counts openings: answers for an earlier one are dropped
};

} // namespace frontsheet
