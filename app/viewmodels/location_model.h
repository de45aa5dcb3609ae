// Keeping where one person lives hidden: who may know, for which visits, how to begin and how to end it. Beside the permissions
// page; what the address is stays covered until somebody asks for it, and asking is recorded.
#pragma once

#include "app/viewmodels/saving_model.h"
#include "core/usecases/hidden_locations.h"

#include <QDateTime>
#include <QStringList>
#include <QVariantList>

namespace frontsheet {

class LocationModel final : public frontsheet::SavingModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the app")
    Q_PROPERTY(QString personId READ personId NOTIFY changed)
    Q_PROPERTY(bool hidden READ hidden NOTIFY changed)
    // {id, said, words, readers, mayChange, mayVisit, waiting, where, until, visits: [{text, window, due, mine}]}
    Q_PROPERTY(QVariantList standing READ standing NOTIFY changed)
    // Who may know, of this worker's agency: {key, name, detail, chosen}; those involved first.
    Q_PROPERTY(QVariantList colleagues READ colleagues NOTIFY chosenChanged)
    Q_PROPERTY(int chosen READ chosen NOTIFY chosenChanged)
    Q_PROPERTY(QString known READ known NOTIFY changed)   // the address as this device has it, to begin with
    Q_PROPERTY(QString others READ others NOTIFY changed) // other agencies that hold the person, who are not told
    Q_PROPERTY(QStringList days READ days CONSTANT)       // of a visit

public:
    explicit LocationModel(Session& session, QObject* parent = nullptr) : SavingModel(session, parent) {}

    Q_INVOKABLE void open(const QString& personId);
    // Begins to choose: those named in the statement, or, for a new one, this worker alone.
    Q_INVOKABLE void choose(const QString& statementId = {});
    Q_INVOKABLE void chooseReader(const QString& key, bool chosen);
    // `way`, `giver`: positions in PermissionsModel's lists. `instead`: the restriction it takes the place of; empty: none.
    Q_INVOKABLE void hide(const QString& where, int way, int giver, const QString& authority, const QString& decidedWhy,
                          const QString& words, const QString& instead = {});
    Q_INVOKABLE void nameReaders(const QString& statementId);
    // What is wrong with the time of a visit as typed; empty: nothing. `day`: position in `days`.
    Q_INVOKABLE QString timeFault(int day, const QString& time) const;
    Q_INVOKABLE void planVisit(const QString& statementId, int day, const QString& time);
    // `due`: as in the row of the visit.
    Q_INVOKABLE void cancelVisit(const QString& statementId, const QString& due);
    Q_INVOKABLE void lift(const QString& statementId);
    // What is covered is on the screen now: recorded, for the home's log.
    Q_INVOKABLE void whereShown(const QString& statementId);
    void refresh() override;
    void clear() override;

    [[nodiscard]] QString personId() const { return m_personId; }
    [[nodiscard]] bool hidden() const { return !m_standing.isEmpty(); }
    [[nodiscard]] QVariantList standing() const { return m_standing; }
    [[nodiscard]] QVariantList colleagues() const;
    [[nodiscard]] int chosen() const { return static_cast<int>(m_chosen.size()); }
    [[nodiscard]] QString known() const { return m_known; }
    [[nodiscard]] QString others() const { return m_others; }
    [[nodiscard]] QStringList days() const;

signals:
    void changed();
    void chosenChanged();

private:
    [[nodiscard]] QVariantMap word(const HiddenLocation& hidden, const Directory& directory) const;
    [[nodiscard]] QVariantMap wordVisit(const sharing::PlannedVisit& visit, const Directory& directory) const;
    [[nodiscard]] QDateTime momentOf(int day, const QString& time) const;
    template <class Job>
    void change(const QString& statementId, Job job);

    QString m_personId;
    std::vector<HiddenLocation> m_hidden;
    QVariantList m_standing;
    std::vector<WorkerEntry> m_colleagues;
    std::vector<WorkerId> m_chosen; // ascending
    QString m_known;
    QString m_others;
};

} // namespace frontsheet
