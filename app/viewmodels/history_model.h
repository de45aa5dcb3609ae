// "What did this say on 3 March, and who changed it?" The earlier versions of one record, asked of its home when somebody opens
// the page, since each asking is logged there; what was fetched is forgotten when the page is left.
#pragma once

#include "app/viewmodels/page_model.h"
#include "core/domain/record_history.h"

#include <QDate>
#include <QVariantList>

namespace frontsheet {

class HistoryModel final : public frontsheet::PageModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the app")
    Q_PROPERTY(QString recordId READ recordId NOTIFY changed)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString under READ under NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(bool fetched READ fetched NOTIFY changed)
    // Newest first: {who, badge, what, spoken, changes: [{name, before, passages, covered, secret}], beside: [text]}
    Q_PROPERTY(QVariantList steps READ steps NOTIFY changed)
    Q_PROPERTY(QString moreText READ moreText NOTIFY changed) // what is not listed; empty: nothing
    // As it stood at the end of a day: {heading, under, values: [{name, value, covered}]}; the first empty: no day was asked for.
    Q_PROPERTY(QVariantMap then READ then NOTIFY changed)
    Q_PROPERTY(QString dayHint READ dayHint NOTIFY changed)   // how a day is written, by example
    Q_PROPERTY(QString dayFault READ dayFault NOTIFY changed) // what was typed is no day

public:
    explicit HistoryModel(Session& session, QObject* parent = nullptr) : PageModel(session, parent) {}

    // Asks the record's home at once.
    Q_INVOKABLE void open(const QString& recordId);
    Q_INVOKABLE void fetch();
    // "3 March", "3 March 2026", "3/3/2026" or "2026-03-03"; without a year the last such day.
    Q_INVOKABLE void askDay(const QString& typed);
    // How to get in is uncovered: noted like any other such look.
    Q_INVOKABLE void secretShown();
    Q_INVOKABLE void close() { clear(); } // earlier words are not kept about
    void clear() override;

    [[nodiscard]] QString recordId() const { return m_recordId; }
    [[nodiscard]] QString title() const { return m_title; }
    [[nodiscard]] QString under() const { return m_under; }
    [[nodiscard]] bool busy() const { return m_busy; }
    [[nodiscard]] bool fetched() const { return m_fetched; }
    [[nodiscard]] QVariantList steps() const { return m_steps; }
    [[nodiscard]] QString moreText() const { return m_moreText; }
    [[nodiscard]] QVariantMap then() const { return m_then; }
    [[nodiscard]] QString dayHint() const;
    [[nodiscard]] QString dayFault() const { return m_dayFault; }

signals:
    void changed();

private:
    struct Found {
        std::vector<Record> versions;
        Directory directory;
    };
    void take(Found found);
    [[nodiscard]] QVariantMap worded(const HistoryStep& step) const;
    [[nodiscard]] QVariantMap worded(const FieldChange& change) const;
    [[nodiscard]] QString author(const AgencyId& agency, const WorkerId& worker) const;
    [[nodiscard]] QDate dayOf(const QString& typed) const;
    [[nodiscard]] static QVariantMap noDay();

    QString m_recordId;
    RecordId m_record;
    QString m_title;
    QString m_under;
    bool m_busy = false;
    bool m_fetched = false;
    std::vector<Record> m_versions; // newest first
    Directory m_directory;
    QVariantList m_steps;
    QString m_moreText;
    QVariantMap m_then = noDay();
    QString m_dayFault;
};

} // namespace frontsheet
