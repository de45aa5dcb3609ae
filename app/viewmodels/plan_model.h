// One person's plan as a page: who leads it, whose views, needs and what meets them, goals, actions and their answers, the package, the crisis
// part, and what everybody at the door must know. Each row with whose it is.
#pragma once

#include "app/viewmodels/saving_model.h"

#include <QTimer>
#include <QVariantList>
#include <QVariantMap>

namespace frontsheet {

class PlanModel final : public frontsheet::SavingModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the app")
    Q_PROPERTY(QString personId READ personId NOTIFY changed)
    Q_PROPERTY(QString called READ called NOTIFY changed)
    // Lists of maps, with the keys that PlanReader and PersonPartsReader name. Keys: leads, formerLeads, wishes (the person's own views), views, needs,
    // goals, actions, endedActions, lines, crisis, carers, aboutMe, risks, allergies, medicines, decided, communication, contacts, reviews, once, withheld
    Q_PROPERTY(QVariantMap parts READ parts NOTIFY changed)
    Q_PROPERTY(QVariantMap totals READ totals NOTIFY changed)
    Q_PROPERTY(QString twoLeads READ twoLeads NOTIFY changed) // what to do about it; empty: there are not two
    Q_PROPERTY(QString wishMissing READ wishMissing NOTIFY changed)
    Q_PROPERTY(QString allergyDispute READ allergyDispute NOTIFY changed)
    Q_PROPERTY(QString actionCount READ actionCount NOTIFY changed)
    Q_PROPERTY(bool empty READ empty NOTIFY changed)     // nothing of a plan is here
    Q_PROPERTY(bool mayAdd READ mayAdd NOTIFY changed)   // parts
    Q_PROPERTY(bool mayOpen READ mayOpen NOTIFY changed) // a plan
    // Reading or saving has gone on for longer than a person waits without asking.
    Q_PROPERTY(bool slow READ slow NOTIFY slowChanged)
    // Whom an action or the plan may be put to, as found by name: {agency, worker, name, role, badge}
    Q_PROPERTY(QVariantList found READ found NOTIFY foundChanged)
    Q_PROPERTY(QString foundText READ foundText NOTIFY foundChanged) // nobody; or too many to show
    // Who sees the record that was asked about: ReadersList
    Q_PROPERTY(QVariantList audience READ audience NOTIFY audienceChanged)
    Q_PROPERTY(QString audienceLine READ audienceLine NOTIFY audienceChanged)
    Q_PROPERTY(QString audienceSource READ audienceSource NOTIFY audienceChanged)

public:
    enum Answer { Accept, Decline, Report, Finish, Cancel };
    Q_ENUM(Answer)

    explicit PlanModel(Session& session, QObject* parent = nullptr);

    Q_INVOKABLE void open(const QString& personId);
    // `done` follows each of these, or the page's error says why not.
    Q_INVOKABLE void answer(const QString& actionId, frontsheet::PlanModel::Answer answer, const QString& words = {});
    Q_INVOKABLE void offerAction(const QString& actionId, const QString& agency, const QString& worker);
    Q_INVOKABLE void offerPlan(const QString& planId, const QString& worker, const QString& words);
    Q_INVOKABLE void takeBackPlan(const QString& planId);
    Q_INVOKABLE void acceptPlan(const QString& planId);
    Q_INVOKABLE void declinePlan(const QString& planId, const QString& words);
    Q_INVOKABLE void closePlan(const QString& planId, const QString& because);
    // Of a row's `endings`: how, and why.
    Q_INVOKABLE void end(const QString& recordId, int how, const QString& because);
    // Workers whose name, role or agency fits; `agency`: of that one alone. Empty words: nobody.
    Q_INVOKABLE void findWorkers(const QString& typed, const QString& agency = {});
    Q_INVOKABLE void lookWhoSees(const QString& recordId);
    void refresh() override;
    void clear() override;

    [[nodiscard]] QString personId() const { return m_personId; }
    [[nodiscard]] QString called() const { return m_page.called; }
    [[nodiscard]] QVariantMap parts() const { return m_page.parts; }
    [[nodiscard]] QVariantMap totals() const { return m_page.totals; }
    [[nodiscard]] QString twoLeads() const { return m_page.twoLeads; }
    [[nodiscard]] QString wishMissing() const { return m_page.wishMissing; }
    [[nodiscard]] QString allergyDispute() const { return m_page.allergyDispute; }
    [[nodiscard]] QString actionCount() const { return m_page.actionCount; }
    [[nodiscard]] bool empty() const { return m_page.empty; }
    [[nodiscard]] bool mayAdd() const { return m_page.mayAdd; }
    [[nodiscard]] bool mayOpen() const { return m_page.mayOpen; }
    [[nodiscard]] bool slow() const { return m_slow; }
    [[nodiscard]] QVariantList found() const { return m_found; }
    [[nodiscard]] QString foundText() const { return m_foundText; }
    [[nodiscard]] QVariantList audience() const { return m_audience; }
    [[nodiscard]] QString audienceLine() const { return m_audienceLine; }
    [[nodiscard]] QString audienceSource() const { return m_audienceSource; }

signals:
    void changed();
    void slowChanged();
    void foundChanged();
    void audienceChanged();

private:
    struct Page {
        QString called, twoLeads, wishMissing, allergyDispute, actionCount;
        QVariantMap parts, totals;
        bool empty = true;
        bool mayAdd = false;
        bool mayOpen = false;
    };
    struct Read;
    [[nodiscard]] Page word(const Read& read) const;
    // A use case on one record; a malformed id is refused.
    template <class Job>
    void act(const QString& recordId, Job job);
    void watch(); // how long it takes
    void forget();

    QString m_personId;
    Page m_page;
    Directory m_directory;
    QVariantList m_found;
    QString m_foundText;
    QString m_audienceOf;
    QVariantList m_audience;
    QString m_audienceLine;
    QString m_audienceSource;
    QTimer m_patience;
    bool m_reading = false;
    bool m_slow = false;
};

} // namespace frontsheet
