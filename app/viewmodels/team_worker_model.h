// One worker, for their manager or for themselves: what is in their hands, when they are away and who stands in, and handing over what is theirs.
#pragma once

#include "app/viewmodels/work_choosing.h"

#include <optional>

namespace frontsheet {

class TeamWorkerModel final : public frontsheet::WorkChoosing {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the app")
    Q_PROPERTY(bool own READ own NOTIFY changed) // it is whoever reads it
    Q_PROPERTY(QString name READ name NOTIFY changed)
    Q_PROPERTY(QString role READ role NOTIFY changed)
    Q_PROPERTY(QString people READ people NOTIFY changed) // "12 people in their caseload"
    // Rows of WorkReader::row
    Q_PROPERTY(QVariantList owned READ owned NOTIFY changed)       // that can be offered to a colleague
    Q_PROPERTY(QVariantList kept READ kept NOTIFY changed)         // that cannot from here, each with the reason
    Q_PROPERTY(QVariantList asked READ asked NOTIFY changed)       // offered to them, unanswered
    Q_PROPERTY(QVariantList handedOn READ handedOn NOTIFY changed) // theirs, and a colleague is asked
    // {id, words, said, canEnd}: absences that are not over
    Q_PROPERTY(QVariantList absences READ absences NOTIFY changed)
    // What an absence as it is being written would mean.
    Q_PROPERTY(QString fromUnderstood READ fromUnderstood NOTIFY outlookChanged)
    Q_PROPERTY(QString untilUnderstood READ untilUnderstood NOTIFY outlookChanged)
    Q_PROPERTY(QString dayFault READ dayFault NOTIFY outlookChanged)
    Q_PROPERTY(QString dueHeading READ dueHeading NOTIFY outlookChanged) // "4 things of theirs fall due until then"
    Q_PROPERTY(QStringList due READ due NOTIFY outlookChanged)           // a line each
    Q_PROPERTY(QStringList cautions READ cautions NOTIFY outlookChanged)

public:
    explicit TeamWorkerModel(Session& session, QObject* parent = nullptr) : WorkChoosing(session, parent) {}

    Q_INVOKABLE void open(const QString& worker);
    Q_INVOKABLE void openOwn();
    // Each is told by what is typed so far; `deputy` empty: nobody.
    Q_INVOKABLE void lookAhead(const QString& from, const QString& until, const QString& deputy);
    Q_INVOKABLE void markAway(const QString& from, const QString& until, const QString& deputy, const QString& words);
    // There again from today; an absence that is still to come is called off.
    Q_INVOKABLE void back(const QString& absence);

    [[nodiscard]] bool own() const { return m_own; }
    [[nodiscard]] QString name() const { return m_name; }
    [[nodiscard]] QString role() const { return m_role; }
    [[nodiscard]] QString people() const { return m_people; }
    [[nodiscard]] QVariantList owned() const { return m_owned; }
    [[nodiscard]] QVariantList kept() const { return m_kept; }
    [[nodiscard]] QVariantList asked() const { return m_asked; }
    [[nodiscard]] QVariantList handedOn() const { return m_handedOn; }
    [[nodiscard]] QVariantList absences() const { return m_absences; }
    [[nodiscard]] QString fromUnderstood() const { return m_fromUnderstood; }
    [[nodiscard]] QString untilUnderstood() const { return m_untilUnderstood; }
    [[nodiscard]] QString dayFault() const { return m_dayFault; }
    [[nodiscard]] QString dueHeading() const { return m_dueHeading; }
    [[nodiscard]] QStringList due() const { return m_due; }
    [[nodiscard]] QStringList cautions() const { return m_cautions; }
    void refresh() override;
    void clear() override;

signals:
    void outlookChanged();

private:
    // As typed; nullopt where a day is missing or none, which dayFault then says.
    [[nodiscard]] std::optional<NewAbsence> typed(const QString& from, const QString& until, const QString& deputy);
    void take(const WorkerDesk& desk);
    void forgetOutlook();

    WorkerId m_worker;
    bool m_own = false;
    std::string m_today;
    std::vector<Away> m_away;
    QString m_name;
    QString m_role;
    QString m_people;
    QVariantList m_owned;
    QVariantList m_kept;
    QVariantList m_asked;
    QVariantList m_handedOn;
    QVariantList m_absences;
    QString m_fromUnderstood;
    QString m_untilUnderstood;
    QString m_dayFault;
    QString m_dueHeading;
    QStringList m_due;
    QStringList m_cautions;
    int m_asking = 0; // outlooks asked for; the last alone is shown
};

} // namespace frontsheet
