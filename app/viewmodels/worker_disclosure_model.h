// What one worker was sent and has read of what this agency holds, as its server's log has it: the governance lead's question. A
// worker is chosen from the directory, or led to from a row of the log or of the work list. Nothing is asked until the lead asks,
// since each asking is written down for the other leads to see, and not for the worker.
#pragma once

#include "app/viewmodels/page_model.h"
#include "core/domain/evidence.h"

#include <QStringList>
#include <QVariantList>

#include <map>

namespace frontsheet {

class WorkerDisclosureModel final : public frontsheet::PageModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the app")
    // The worker has the audit role at their own agency; nobody else is offered the page, and the server refuses them.
    Q_PROPERTY(bool mine READ mine NOTIFY changed)
    Q_PROPERTY(QString search READ search WRITE setSearch NOTIFY changed)
    Q_PROPERTY(QVariantList found READ found NOTIFY changed)      // {agency, worker, name, role, badge}; by name
    Q_PROPERTY(QString foundText READ foundText NOTIFY changed)   // where not all are listed, or nobody is; else empty
    Q_PROPERTY(QString workerName READ workerName NOTIFY changed) // empty: nobody is chosen
    Q_PROPERTY(QString workerRole READ workerRole NOTIFY changed)
    Q_PROPERTY(QVariantMap badge READ badge NOTIFY changed)
    Q_PROPERTY(QStringList spans READ spans CONSTANT)           // how far back
    Q_PROPERTY(int span READ span WRITE setSpan NOTIFY changed) // chosen before asking: another span is another asking
    Q_PROPERTY(QVariantList rows READ rows NOTIFY changed)      // DisclosureWords::rowOfWorker, newest first
    Q_PROPERTY(QString sum READ sum NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(bool fetched READ fetched NOTIFY changed)
    Q_PROPERTY(QString asOf READ asOf NOTIFY changed)
    Q_PROPERTY(QString logText READ logText NOTIFY changed)
    Q_PROPERTY(bool logBroken READ logBroken NOTIFY changed)
    Q_PROPERTY(QString moreText READ moreText NOTIFY changed)

public:
    explicit WorkerDisclosureModel(Session& session, QObject* parent = nullptr) : PageModel(session, parent) {}

    // Asks nobody anything yet. Empty: to choose one.
    Q_INVOKABLE void open(const QString& agency, const QString& worker);
    Q_INVOKABLE void fetch();
    void refresh() override;
    void clear() override;

    [[nodiscard]] bool mine() const { return m_mine; }
    [[nodiscard]] QString search() const { return m_search; }
    void setSearch(const QString& words);
    [[nodiscard]] QVariantList found() const { return m_found; }
    [[nodiscard]] QString foundText() const { return m_foundText; }
    [[nodiscard]] QString workerName() const { return m_name; }
    [[nodiscard]] QString workerRole() const { return m_role; }
    [[nodiscard]] QVariantMap badge() const { return m_badge; }
    [[nodiscard]] QStringList spans() const;
    [[nodiscard]] int span() const { return m_span; }
    void setSpan(int index);
    [[nodiscard]] QVariantList rows() const { return m_rows; }
    [[nodiscard]] QString sum() const { return m_sum; }
    [[nodiscard]] bool busy() const { return m_asking != 0; }
    [[nodiscard]] bool fetched() const { return m_fetched; }
    [[nodiscard]] QString asOf() const { return m_asOf; }
    [[nodiscard]] QString logText() const { return m_logText; }
    [[nodiscard]] bool logBroken() const { return m_logBroken; }
    [[nodiscard]] QString moreText() const { return m_moreText; }

signals:
    void changed();

private:
    struct Found {
        EvidencePage page;
        Directory directory;
        std::map<PersonId, std::string> names;
    };
    void take(const Found& found);
    void look();
    void nameWorker();
    void forgetRows();

    bool m_mine = false;
    Directory m_directory;
    QString m_search;
    QVariantList m_found;
    QString m_foundText;
    AgencyId m_agency;
    WorkerId m_worker;
    QString m_name;
    QString m_role;
    QVariantMap m_badge;
    int m_span = 1;
    int m_asking = 0; // which asking is waited for; 0: none
    int m_asked = 0;
    QVariantList m_rows;
    QString m_sum;
    bool m_fetched = false;
    bool m_logBroken = false;
    QString m_asOf;
    QString m_logText;
    QString m_moreText;
};

} // namespace frontsheet
