// Opening somebody's records in an emergency: whom one has before one, at which agency, why, and for how long. Online: the
// home answers, keeps the reason, and what it opens comes with the next exchange.
#pragma once

#include "app/viewmodels/page_model.h"

#include <QStringList>
#include <QVariantList>

namespace frontsheet {

class EmergencyModel final : public frontsheet::PageModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the app")
    Q_PROPERTY(QVariantList agencies READ agencies NOTIFY changed) // {title, detail, badge}
    Q_PROPERTY(int agency READ agency WRITE setAgency NOTIFY changed)
    Q_PROPERTY(QString nhsNumber READ nhsNumber WRITE setNhsNumber NOTIFY typed)
    Q_PROPERTY(QString familyName READ familyName WRITE setFamilyName NOTIFY typed)
    Q_PROPERTY(QString givenName READ givenName WRITE setGivenName NOTIFY typed)
    Q_PROPERTY(QString born READ born WRITE setBorn NOTIFY typed) // as typed: "11/02/1939"
    Q_PROPERTY(QString reason READ reason WRITE setReason NOTIFY typed)
    Q_PROPERTY(QStringList durations READ durations CONSTANT)
    Q_PROPERTY(int duration READ duration WRITE setDuration NOTIFY typed)
    Q_PROPERTY(QString bornRead READ bornRead NOTIFY typed) // "11 February 1939", once it can be read
    // What is missing, under its field; empty while nothing has been asked.
    Q_PROPERTY(QString personFault READ personFault NOTIFY faultsChanged)
    Q_PROPERTY(QString numberFault READ numberFault NOTIFY faultsChanged)
    Q_PROPERTY(QString bornFault READ bornFault NOTIFY faultsChanged)
    Q_PROPERTY(QString reasonFault READ reasonFault NOTIFY faultsChanged)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    // Once opened.
    Q_PROPERTY(QString openedTitle READ openedTitle NOTIFY changed) // "Open until 14:30."
    Q_PROPERTY(QString openedText READ openedText NOTIFY changed)
    Q_PROPERTY(QString personId READ personId NOTIFY changed) // once the records are here

public:
    explicit EmergencyModel(Session& session, QObject* parent = nullptr) : PageModel(session, parent) {}

    // A fresh page; `typedName` is what was searched for in vain.
    Q_INVOKABLE void start(const QString& typedName);
    Q_INVOKABLE void open();
    Q_INVOKABLE void end();
    void refresh() override;
    void clear() override;

    [[nodiscard]] QVariantList agencies() const { return m_rows; }
    [[nodiscard]] int agency() const { return m_agency; }
    [[nodiscard]] QString nhsNumber() const { return m_nhsNumber; }
    [[nodiscard]] QString familyName() const { return m_familyName; }
    [[nodiscard]] QString givenName() const { return m_givenName; }
    [[nodiscard]] QString born() const { return m_born; }
    [[nodiscard]] QString bornRead() const;
    [[nodiscard]] QString reason() const { return m_reason; }
    [[nodiscard]] QStringList durations() const;
    [[nodiscard]] int duration() const { return m_duration; }
    [[nodiscard]] QString personFault() const { return m_personFault; }
    [[nodiscard]] QString numberFault() const { return m_numberFault; }
    [[nodiscard]] QString bornFault() const { return m_bornFault; }
    [[nodiscard]] QString reasonFault() const { return m_reasonFault; }
    [[nodiscard]] bool busy() const { return m_busy; }
    [[nodiscard]] QString openedTitle() const { return m_openedTitle; }
    [[nodiscard]] QString openedText() const { return m_openedText; }
    [[nodiscard]] QString personId() const { return m_personId; }
    void setAgency(int index);
    void setNhsNumber(const QString& text) { type(m_nhsNumber, text); }
    void setFamilyName(const QString& text) { type(m_familyName, text); }
    void setGivenName(const QString& text) { type(m_givenName, text); }
    void setBorn(const QString& text) { type(m_born, text); }
    void setReason(const QString& text) { type(m_reason, text); }
    void setDuration(int index);

signals:
    void changed();
    void typed();
    void faultsChanged();

private:
    void type(QString& into, const QString& text);
    void loadAgencies();
    [[nodiscard]] EmergencyWish wish() const;
    [[nodiscard]] bool findFaults(const EmergencyWish& wish);
    void refused(const Error& error);
    void opened(const EmergencyOpening& opening, const QString& agencyName);
    // Whatever is asked from now on is another question than before.
    void forgetRequest() { m_request = {}; }

    QVariantList m_rows;
    std::vector<AgencyId> m_homes;
    int m_agency = 0;
    QString m_nhsNumber;
    QString m_familyName;
    QString m_givenName;
    QString m_born;
    QString m_reason;
    int m_duration = 1;
    QString m_personFault;
    QString m_numberFault;
    QString m_bornFault;
    QString m_reasonFault;
    bool m_busy = false;
    OpId m_request; // of the question under way, until it is answered
    EmergencyOpening m_opening;
    AgencyId m_openedAt;
    QString m_openedTitle;
    QString m_openedText;
    QString m_personId;
};

} // namespace frontsheet
