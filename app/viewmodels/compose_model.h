// Making a referral: to the practice's named assessor first, or to a service found by what is needed. Or raising a safeguarding
// concern: to where an agency takes them.
#pragma once

#include "app/viewmodels/page_model.h"

#include <QStringList>
#include <QVariantList>

namespace frontsheet {

class ComposeModel final : public frontsheet::PageModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the app")
    Q_PROPERTY(QString personId READ personId NOTIFY opened)
    // It is a concern: other receivers, and other readers. What was typed stays when one changes to it and back.
    Q_PROPERTY(bool concern READ concern WRITE setConcern NOTIFY concernChanged)
    Q_PROPERTY(QString need READ need WRITE setNeed NOTIFY textChanged)
    Q_PROPERTY(QString reason READ reason WRITE setReason NOTIFY textChanged)
    Q_PROPERTY(QStringList urgencies READ urgencies CONSTANT)
    Q_PROPERTY(int urgency READ urgency WRITE setUrgency NOTIFY textChanged)
    // {title, detail, badge, aside}: who could take it; the first is the named assessor where there is one.
    Q_PROPERTY(QVariantList receivers READ receivers NOTIFY receiversChanged)
    Q_PROPERTY(int receiver READ receiver WRITE setReceiver NOTIFY receiversChanged)
    Q_PROPERTY(QString search READ search WRITE setSearch NOTIFY searchChanged)
    Q_PROPERTY(QString promise READ promise NOTIFY receiversChanged) // "They answer within 2 working days."
    // {heading, rows: [{badge, people, reason}]}: who will see it, live with the receiver; empty until one is chosen
    Q_PROPERTY(QVariantList audience READ audience NOTIFY audienceChanged)
    Q_PROPERTY(QString audienceSource READ audienceSource NOTIFY audienceChanged)
    Q_PROPERTY(QString needFault READ needFault NOTIFY faultsChanged)
    Q_PROPERTY(QString receiverFault READ receiverFault NOTIFY faultsChanged)
    Q_PROPERTY(bool sending READ sending NOTIFY faultsChanged)
    // What the person said against this receiver, in a sentence; empty where nothing. Then only a safeguarding concern goes out,
    // with `despite`, why it must, which somebody else reviews afterwards.
    Q_PROPERTY(QString objection READ objection NOTIFY objectionChanged)
    Q_PROPERTY(QString despite READ despite WRITE setDespite NOTIFY objectionChanged)
    // What is to be known before it is sent: {stops, title, text, action, referral, service}; strongest first. The action opens that
    // referral, or chooses that service instead.
    Q_PROPERTY(QVariantList cautions READ cautions NOTIFY cautionsChanged)

public:
    explicit ComposeModel(Session& session, QObject* parent = nullptr) : PageModel(session, parent) {}

    // `serviceId` chooses the receiver beforehand, from who-to-ring.
    Q_INVOKABLE void open(const QString& personId, const QString& serviceId = {}, const QString& need = {});
    // Another after one that was declined: for the same need, to the service that was suggested, saying where it has been.
    Q_INVOKABLE void openAfter(const QString& referralId);
    // A service that stands in for the one chosen.
    Q_INVOKABLE void choose(const QString& serviceId);
    // Saved and queued when `sent` comes; sent when there is signal.
    Q_INVOKABLE void send();
    void clear() override;

    [[nodiscard]] QString personId() const { return m_personId; }
    [[nodiscard]] bool concern() const { return m_concern; }
    [[nodiscard]] QString need() const { return m_need; }
    [[nodiscard]] QString reason() const { return m_reason; }
    [[nodiscard]] QStringList urgencies() const;
    [[nodiscard]] int urgency() const { return m_urgency; }
    [[nodiscard]] QVariantList receivers() const { return m_rows; }
    [[nodiscard]] int receiver() const { return m_receiver; }
    [[nodiscard]] QString search() const { return m_search; }
    [[nodiscard]] QString promise() const;
    [[nodiscard]] QString needFault() const { return m_needFault; }
    [[nodiscard]] QString receiverFault() const { return m_receiverFault; }
    [[nodiscard]] bool sending() const { return m_sending; }
    [[nodiscard]] QVariantList audience() const { return m_audience; }
    [[nodiscard]] QString audienceSource() const { return m_audienceSource; }
    [[nodiscard]] QString objection() const { return m_objection; }
    [[nodiscard]] QString despite() const { return m_despite; }
    [[nodiscard]] QVariantList cautions() const { return m_cautions; }
    void setDespite(const QString& why);
    void setConcern(bool concern);
    void setNeed(const QString& need);
    void setReason(const QString& reason);
    void setUrgency(int urgency);
    void setReceiver(int index);
    void setSearch(const QString& typed);

signals:
    void opened();
    void concernChanged();
    void textChanged();
    void receiversChanged();
    void searchChanged();
    void faultsChanged();
    void audienceChanged();
    void objectionChanged();
    void cautionsChanged();
    void sent(const QString& referralId);

private:
    struct Answers;
    struct Receiver {
        AgencyId agency;
        ServiceId service;
        WorkerId worker;
        QString within;
        QString who;
    };
    void loadReceivers();
    void loadPoints();
    void addService(const RingSuggestion& suggestion, const Answers& found);
    void add(const Receiver& to, const QString& title, const QString& detail, const AgencyEntry& agency);
    [[nodiscard]] const Receiver* chosen() const;
    // As a concern wherever the person said no: nothing else may go there.
    [[nodiscard]] NewReferral drafted(const Receiver& to) const;
    void loadAudience();
    void askObjection();
    void loadCautions();
    [[nodiscard]] QVariantMap cautionMap(const ReferralCaution& caution, const Directory& directory) const;

    QString m_personId;
    PersonId m_person;
    ServiceId m_wanted;
    bool m_concern = false;
    QString m_need;
    QString m_reason;
    int m_urgency = 0;
    std::vector<Receiver> m_receivers;
    QVariantList m_rows;
    int m_receiver = -1;
    QString m_search;
    QString m_needFault;
    QString m_receiverFault;
    bool m_sending = false;
    QVariantList m_audience;
    QString m_audienceSource;
    std::uint64_t m_audienceAsked = 0;
    QString m_objection;
    QString m_despite;
    RecordId m_follows;
    QVariantList m_cautions;
    QString m_stopped;         // why it cannot be sent; empty: it can
    bool m_lookingOut = false; // for cautions
    bool m_lookAgain = false;  // something changed since that began
    std::uint64_t m_question = 0;
};

} // namespace frontsheet
