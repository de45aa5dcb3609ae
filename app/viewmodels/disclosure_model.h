// Who saw what about one person at this agency, as its server's log has it: asked for when somebody asks, since each asking is
// logged; what was fetched stays until the page is left. Whose devices have removed what they held; and the draft answer to a
// person who asks for their records.
#pragma once

#include "app/viewmodels/page_model.h"
#include "core/domain/evidence.h"

#include <QStringList>
#include <QVariantList>

namespace frontsheet {

class DisclosureModel final : public frontsheet::PageModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the app")
    Q_PROPERTY(QString personId READ personId NOTIFY changed)
    Q_PROPERTY(QVariantList rows READ rows NOTIFY changed) // DisclosureWords::row, newest first, of the agency chosen
    Q_PROPERTY(QStringList agencies READ agencies NOTIFY changed) // to choose from; the first is everybody
    Q_PROPERTY(int agency READ agency WRITE setAgency NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(bool fetched READ fetched NOTIFY changed)
    Q_PROPERTY(QString asOf READ asOf NOTIFY changed)       // "As your agency's server had it today, 14:03."
    Q_PROPERTY(QString logText READ logText NOTIFY changed) // how the log itself stands
    Q_PROPERTY(bool logBroken READ logBroken NOTIFY changed)
    Q_PROPERTY(QString moreText READ moreText NOTIFY changed) // what is not listed; empty: nothing
    // "Removed from 3 of 4 devices."
    Q_PROPERTY(QString removedText READ removedText NOTIFY changed)
    Q_PROPERTY(QVariantList devices READ devices NOTIFY changed)
    Q_PROPERTY(bool devicesFetched READ devicesFetched NOTIFY changed)
    // The draft for a subject access request: the audit role's alone.
    Q_PROPERTY(bool mayDraft READ mayDraft NOTIFY changed)
    Q_PROPERTY(QString draftText READ draftText NOTIFY changed) // where it was written, and what was set aside

public:
    explicit DisclosureModel(Session& session, QObject* parent = nullptr) : PageModel(session, parent) {}

    // A page about this person; asks nobody anything yet but this device.
    Q_INVOKABLE void open(const QString& personId);
    Q_INVOKABLE void fetch();
    Q_INVOKABLE void fetchDevices();
    Q_INVOKABLE void writeDraft();
    void clear() override;

    [[nodiscard]] QString personId() const { return m_personId; }
    [[nodiscard]] QVariantList rows() const;
    [[nodiscard]] QStringList agencies() const { return m_agencyNames; }
    [[nodiscard]] int agency() const { return m_agency; }
    void setAgency(int index);
    [[nodiscard]] bool busy() const { return m_asking != 0; }
    [[nodiscard]] bool fetched() const { return m_fetched; }
    [[nodiscard]] QString asOf() const { return m_asOf; }
    [[nodiscard]] QString logText() const { return m_logText; }
    [[nodiscard]] bool logBroken() const { return m_logBroken; }
    [[nodiscard]] QString moreText() const { return m_moreText; }
    [[nodiscard]] QString removedText() const { return m_removedText; }
    [[nodiscard]] QVariantList devices() const { return m_devices; }
    [[nodiscard]] bool devicesFetched() const { return m_devicesFetched; }
    [[nodiscard]] bool mayDraft() const { return m_mayDraft; }
    [[nodiscard]] QString draftText() const { return m_draftText; }

signals:
    void changed();

private:
    struct Found {
        EvidencePage page;
        Directory directory;
    };
    struct Drafted {
        std::string path;
        std::size_t inBody = 0;
        std::size_t setAside = 0;
    };
    void askFor(EvidenceView view, void (DisclosureModel::*taken)(const Found&));
    void take(const Found& found);
    void takeDevices(const Found& found);
    [[nodiscard]] static Result<Drafted> drafted(OpenDesk& desk, const PersonId& person, const Wording& wording);

    PersonId m_person;
    QString m_personId;
    QVariantList m_rows;
    QStringList m_agencyCodes;
    QStringList m_agencyNames;
    int m_agency = 0;
    int m_asking = 0;
    bool m_fetched = false;
    bool m_logBroken = false;
    bool m_devicesFetched = false;
    bool m_mayDraft = false;
    QString m_asOf;
    QString m_logText;
    QString m_moreText;
    QString m_removedText;
    QString m_draftText;
    QVariantList m_devices;
};

} // namespace frontsheet
