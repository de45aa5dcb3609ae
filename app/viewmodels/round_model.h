// The day's round on Today: who is visited in which order, what to know on the way there, how far each visit has come. One tap brings a visit
// on, and one takes it back.
#pragma once

#include "app/viewmodels/saving_model.h"
#include "core/usecases/rounds.h"

#include <QVariantList>

#include <utility>

namespace frontsheet {

class RoundModel final : public frontsheet::SavingModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the app")
    // In visiting order: {id, personId, name, born, age, time, address, why, phone, called, stage, stageText, stageIcon, next, nextText,
    // over, note, glance: [{iconName, text}], facts (as DoorWording::fact), due: [{text, ...}], dueText}
    Q_PROPERTY(QVariantList visits READ visits NOTIFY changed)
    Q_PROPERTY(int next READ next NOTIFY changed)       // position of what one is to do next; -1: nothing
    Q_PROPERTY(QString aside READ aside NOTIFY changed) // "7 visits, 2 done"
    // Nobody answered and nobody knows yet: {id, personId, name, text, told}
    Q_PROPERTY(QVariantList unanswered READ unanswered NOTIFY changed)
    // Answers that must not be left alone: {measure, personId, name, text}
    Q_PROPERTY(QVariantList unsafe READ unsafe NOTIFY changed)
    Q_PROPERTY(QString undoText READ undoText NOTIFY undoChanged) // what the last tap did; empty: nothing to take back

public:
    explicit RoundModel(Session& session, QObject* parent = nullptr) : SavingModel(session, parent) {}

    Q_INVOKABLE void setOut(const QString& visitId);
    Q_INVOKABLE void arrive(const QString& visitId);
    Q_INVOKABLE void finish(const QString& visitId);
    // Takes back what the last tap did.
    Q_INVOKABLE void undo();
    // Stands at `to` of the round from now on.
    Q_INVOKABLE void move(const QString& visitId, int to);
    void refresh() override;
    void clear() override;

    [[nodiscard]] QVariantList visits() const { return m_visits; }
    [[nodiscard]] int next() const { return m_next; }
    [[nodiscard]] QString aside() const { return m_aside; }
    [[nodiscard]] QVariantList unanswered() const { return m_unanswered; }
    [[nodiscard]] QVariantList unsafe() const { return m_unsafe; }
    [[nodiscard]] QString undoText() const { return m_undoText; }

signals:
    void changed();
    void undoChanged();

private:
    struct Found;
    [[nodiscard]] static Result<Found> find(OpenDesk& desk);
    void show(Found found);
    [[nodiscard]] QVariantMap row(const RoundVisit& visit, const Directory& directory) const;
    void bring(const QString& visitId, care::VisitStage stage);
    void forgetUndo();

    QVariantList m_visits;
    int m_next = -1;
    QString m_aside;
    QVariantList m_unanswered;
    QVariantList m_unsafe;
    QString m_undoText;
    std::pair<RecordId, care::VisitStage> m_before; // of the visit that was brought on
};

} // namespace frontsheet
