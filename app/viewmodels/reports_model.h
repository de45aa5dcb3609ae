// The two reports on this device: days as people type them, figures in sentences, the people behind each, and the text to pass on.
#pragma once

#include "app/viewmodels/page_model.h"

#include <QVariantList>

#include <memory>

namespace frontsheet {

class ReportsModel final : public frontsheet::PageModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the app")
    Q_PROPERTY(int kind READ kind NOTIFY changed)                         // 0 after discharge, 1 referrals
    Q_PROPERTY(int whose READ whose NOTIFY changed)                       // place in whoseChoices
    Q_PROPERTY(QStringList whoseChoices READ whoseChoices NOTIFY changed) // empty: there is nothing to choose
    Q_PROPERTY(QString from READ from NOTIFY changed)                     // as typed
    Q_PROPERTY(QString until READ until NOTIFY changed)
    Q_PROPERTY(QString fromFault READ fromFault NOTIFY changed)
    Q_PROPERTY(QString untilFault READ untilFault NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(QString heading READ heading NOTIFY changed)        // "22 June 2025 to 11 November 2026"
    Q_PROPERTY(QString empty READ empty NOTIFY changed)            // why there is nothing to show; else empty
    Q_PROPERTY(QVariantList sections READ sections NOTIFY changed) // ReportWording's
    Q_PROPERTY(QVariantList services READ services NOTIFY changed) // of the referrals: ReportWording's
    Q_PROPERTY(int service READ service NOTIFY changed)            // `place` of the one shown alone; -1 all
    // Who is behind the figure that was chosen. `people`: {personId, referralId, name, age, line, own}
    Q_PROPERTY(QString behind READ behind NOTIFY behindChanged) // its key; empty: none is chosen
    Q_PROPERTY(QString behindTitle READ behindTitle NOTIFY behindChanged)
    Q_PROPERTY(QVariantList people READ people NOTIFY behindChanged)
    Q_PROPERTY(QString peopleMore READ peopleMore NOTIFY behindChanged) // beyond those shown
    Q_PROPERTY(QString toPassOn READ toPassOn NOTIFY changed)

public:
    explicit ReportsModel(Session& session, QObject* parent = nullptr);
    ~ReportsModel() override;

    // Shows the report for the days that stand there; with days of its own when there are none yet.
    Q_INVOKABLE void open();
    Q_INVOKABLE void chooseKind(int kind);
    Q_INVOKABLE void chooseWhose(int whose);
    // What stands in the fields so far: kept, and counted when it is asked for.
    Q_INVOKABLE void typeDays(const QString& from, const QString& until);
    Q_INVOKABLE void chooseDays(const QString& from, const QString& until);
    Q_INVOKABLE void chooseService(int place);
    Q_INVOKABLE void showBehind(const QString& key, const QString& title); // the empty key: nobody
    void clear() override;

    [[nodiscard]] int kind() const { return m_kind; }
    [[nodiscard]] int whose() const { return m_whose; }
    [[nodiscard]] QStringList whoseChoices() const { return m_whoseChoices; }
    [[nodiscard]] QString from() const { return m_from; }
    [[nodiscard]] QString until() const { return m_until; }
    [[nodiscard]] QString fromFault() const { return m_fromFault; }
    [[nodiscard]] QString untilFault() const { return m_untilFault; }
    [[nodiscard]] bool busy() const { return m_busy; }
    [[nodiscard]] QString heading() const { return m_heading; }
    [[nodiscard]] QString empty() const { return m_empty; }
    [[nodiscard]] QVariantList sections() const { return m_sections; }
    [[nodiscard]] QVariantList services() const { return m_services; }
    [[nodiscard]] int service() const { return m_service; }
    [[nodiscard]] QString behind() const { return m_behind; }
    [[nodiscard]] QString behindTitle() const { return m_behindTitle; }
    [[nodiscard]] QVariantList people() const { return m_people; }
    [[nodiscard]] QString peopleMore() const { return m_peopleMore; }
    [[nodiscard]] QString toPassOn() const { return m_toPassOn; }

signals:
    void changed();
    void behindChanged();

private:
    struct Read; // what was read last
    struct Behind;
    void read();
    void word();
    void forgetBehind();
    void chooseChoices();
    [[nodiscard]] QVariantMap personRow(const Behind& behind, std::size_t at) const;

    int m_kind = 0;
    int m_whose = 0;
    QStringList m_whoseChoices;
    QString m_from, m_until, m_fromFault, m_untilFault;
    bool m_busy = false;
    QString m_heading, m_empty, m_toPassOn;
    QVariantList m_sections, m_services;
    int m_service = -1;
    QString m_behind, m_behindTitle, m_peopleMore;
    QVariantList m_people;
    int m_asked = 0; // readings begun; an answer to an earlier one is let go
    std::shared_ptr<const Read> m_read;
};

} // namespace frontsheet
