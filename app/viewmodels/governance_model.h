// What waits for an agency's information governance lead: reviews of agreements due, agreements that lapse, emergency
// accesses and concerns sent despite an objection to look at, and objections that nobody has acknowledged.
#pragma once

#include "app/viewmodels/page_model.h"

#include <QSet>
#include <QVariantList>

namespace frontsheet {

class GovernanceModel final : public frontsheet::PageModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the app")
    // The worker's role audits at their own agency, by its policy: the list is theirs to work through.
    Q_PROPERTY(bool mine READ mine NOTIFY changed)
    Q_PROPERTY(int waiting READ waiting NOTIFY changed)
    // {heading, none, rows: [{title, detail, when, late, personId, review, record, terms, mine, about, byAgency, byWorker, by}]}.
    // `review`: empty, or what the row is to be judged as ("emergency", "concern"), by its `terms`; not by whom it is `mine`.
    // `about`: whose log may be asked for; `by*`: whose doing it was, empty where it is nobody's.
    Q_PROPERTY(QVariantList parts READ parts NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)

public:
    explicit GovernanceModel(Session& session, QObject* parent = nullptr) : PageModel(session, parent) {}

    // What a look at it found. Words are obligatory: the people concerned may ask for them. An emergency's goes to the server
    // at once, a concern's is saved here; `reviewed` follows, or the error, with nothing that was typed lost.
    Q_INVOKABLE void reviewEmergency(const QString& record, bool justified, const QString& words);
    Q_INVOKABLE void reviewConcern(const QString& record, bool right, const QString& words);
    void refresh() override;
    void clear() override;

    [[nodiscard]] bool busy() const { return m_busy; }
    [[nodiscard]] bool mine() const { return m_mine; }
    [[nodiscard]] int waiting() const { return m_waiting; }
    [[nodiscard]] QVariantList parts() const { return m_parts; }

signals:
    void changed();
    void reviewed();

private:
    struct Found;
    void settle(const QString& record, const Result<void>& said);
    [[nodiscard]] QVariantList agreementRows(const Found& found) const;
    [[nodiscard]] QVariantList emergencyRows(const Found& found) const;
    [[nodiscard]] QVariantList overruledRows(const Found& found) const;
    [[nodiscard]] QVariantList unacknowledgedRows(const Found& found) const;
    [[nodiscard]] QVariantList noticeRows(const Found& found) const;

    bool m_mine = false;
    bool m_busy = false;
    int m_waiting = 0;
    // Reviewed at the home; on the list here until the next exchange brings that back.
    QSet<QString> m_settled;
    QVariantList m_parts;
};

} // namespace frontsheet
