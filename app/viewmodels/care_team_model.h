// The care team of one person: who is involved as each agency says it, putting somebody on it, taking somebody off and leaving it, and
// taking that back a moment later.
#pragma once

#include "app/viewmodels/saving_model.h"
#include "core/usecases/care_teams.h"

#include <QVariantList>
#include <QVariantMap>

namespace frontsheet {

class CareTeamModel final : public frontsheet::SavingModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the app")
    Q_PROPERTY(QString personId READ personId NOTIFY changed)
    Q_PROPERTY(QString name READ name NOTIFY changed)             // of the person, as people say it
    Q_PROPERTY(QVariantList groups READ groups NOTIFY changed)    // CareTeamWording::groups
    Q_PROPERTY(QVariantList before READ before NOTIFY changed)    // CareTeamWording::before
    Q_PROPERTY(bool mayChange READ mayChange NOTIFY changed)      // this agency may say who is involved
    Q_PROPERTY(QString mayNotText READ mayNotText NOTIFY changed) // why it may not; empty: it may
    // Putting somebody on it. {agency, worker, name, role, badge, onTeam}
    Q_PROPERTY(QVariantList found READ found NOTIFY foundChanged)
    Q_PROPERTY(QString foundText READ foundText NOTIFY foundChanged)  // nobody; or too many to show
    Q_PROPERTY(QVariantMap chosen READ chosen NOTIFY chosenChanged)   // of `found`; empty: nobody is
    Q_PROPERTY(QString opensLead READ opensLead NOTIFY chosenChanged) // empty until it is worked out
    Q_PROPERTY(QVariantList opens READ opens NOTIFY chosenChanged)    // CareTeamWording::opens
    Q_PROPERTY(QString opensSource READ opensSource NOTIFY chosenChanged)
    // Before somebody leaves: CareTeamWording::parting; empty: nobody is asked about
    Q_PROPERTY(QVariantMap parting READ parting NOTIFY partingChanged)
    // What was done just now; empty: nothing, or it was dismissed
    Q_PROPERTY(QString savedTitle READ savedTitle NOTIFY savedChanged)
    Q_PROPERTY(QString savedText READ savedText NOTIFY savedChanged)
    Q_PROPERTY(bool mayUndo READ mayUndo NOTIFY savedChanged)

public:
    explicit CareTeamModel(Session& session, QObject* parent = nullptr) : SavingModel(session, parent) {}

    Q_INVOKABLE void open(const QString& personId);
    // Workers of any agency of whom every word fits name, role or agency.
    Q_INVOKABLE void findWorkers(const QString& typed);
    Q_INVOKABLE void choose(const QString& agency, const QString& worker);
    Q_INVOKABLE void unchoose();
    // `done` follows each of these, or the page's error says why not.
    Q_INVOKABLE void putOn();
    Q_INVOKABLE void takeOff();
    Q_INVOKABLE void undo();
    // `parting` follows.
    Q_INVOKABLE void askToTakeOff(const QString& agency, const QString& worker);
    Q_INVOKABLE void dismissParting();
    Q_INVOKABLE void dismissSaved();
    void refresh() override;
    void clear() override;

    [[nodiscard]] QString personId() const { return m_personId; }
    [[nodiscard]] QString name() const { return m_name; }
    [[nodiscard]] QVariantList groups() const { return m_groups; }
    [[nodiscard]] QVariantList before() const { return m_before; }
    [[nodiscard]] bool mayChange() const { return m_team.registeredHere; }
    [[nodiscard]] QString mayNotText() const { return m_mayNotText; }
    [[nodiscard]] QVariantList found() const { return m_found; }
    [[nodiscard]] QString foundText() const { return m_foundText; }
    [[nodiscard]] QVariantMap chosen() const { return m_chosen; }
    [[nodiscard]] QString opensLead() const { return m_opensLead; }
    [[nodiscard]] QVariantList opens() const { return m_opens; }
    [[nodiscard]] QString opensSource() const { return m_opensSource; }
    [[nodiscard]] QVariantMap parting() const { return m_parting; }
    [[nodiscard]] QString savedTitle() const { return m_saved.title; }
    [[nodiscard]] QString savedText() const { return m_saved.text; }
    [[nodiscard]] bool mayUndo() const { return !m_saved.records.empty(); }

signals:
    void changed();
    void foundChanged();
    void chosenChanged();
    void partingChanged();
    void savedChanged();

private:
    // What was done last. `records`: the memberships it is taken back by; none: it is not.
    struct Saved {
        QString title;
        QString text;
        std::vector<RecordId> records;
        bool began = false; // else ended
    };
    // `job(CareTeams) -> Result<std::vector<RecordId>>`, what it is taken back by; `saved` is said once it is on the disk, `already` where
    // somebody else had done it.
    template <class Job>
    void change(Job job, Saved saved, const QString& already);
    void say(Saved saved);
    [[nodiscard]] const TeamMember* member(const QString& agency, const QString& worker) const;
    [[nodiscard]] QString onItsWay() const;

    QString m_personId, m_name, m_mayNotText, m_typed;
    TeamOfPerson m_team;
    Directory m_directory;
    QVariantList m_groups, m_before, m_found;
    QString m_foundText;
    QVariantMap m_chosen;
    QString m_opensLead, m_opensSource;
    QVariantList m_opens;
    QVariantMap m_parting;
    Saved m_saved;
};

} // namespace frontsheet
