// What is saved here and not sent yet, what needs a decision, and how each server answers; and of all that the one
// sentence of the sync line.
#pragma once

#include "app/viewmodels/page_model.h"

#include <QVariantList>

namespace frontsheet {

class WaitingModel final : public frontsheet::PageModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the app")
    // The sync line.
    Q_PROPERTY(QString savedText READ savedText NOTIFY changed) // "Saved on this tablet. 3 items waiting to send."
    Q_PROPERTY(QString stateText READ stateText NOTIFY changed) // "No signal since 09:41"
    Q_PROPERTY(QString linkText READ linkText NOTIFY changed)   // "See the 3 items"
    Q_PROPERTY(bool offline READ offline NOTIFY changed)
    Q_PROPERTY(int needsAttention READ needsAttention NOTIFY changed)
    // The page it opens.
    // {op, what, personName, personId, title, words, onlyHere, when, problem, advice, along, mayKeep, askWho, askNumber}; words: all of
    // them where the title is only their beginning; askWho and askNumber: whoever can say more, empty where nobody needs to.
    Q_PROPERTY(QVariantList attention READ attention NOTIFY changed)
    Q_PROPERTY(QVariantList items READ items NOTIFY changed)     // {what, personName, title, when, state}
    Q_PROPERTY(QVariantList servers READ servers NOTIFY changed) // {badge, text, failing, restored: words}

public:
    explicit WaitingModel(Session& session, QObject* parent = nullptr) : PageModel(session, parent) {}

    // The words of what another agency holds or closed, as a note of this agency's.
    Q_INVOKABLE void keepAtOwnAgency(const QString& op);
    // The person has seen the refused item and lets it go; its words stay in this device's journal.
    Q_INVOKABLE void settle(const QString& op);
    Q_INVOKABLE void tryNow();
    void refresh() override;
    void clear() override;

    [[nodiscard]] QString savedText() const { return m_savedText; }
    [[nodiscard]] QString stateText() const { return m_stateText; }
    [[nodiscard]] QString linkText() const { return m_linkText; }
    [[nodiscard]] bool offline() const { return m_offline; }
    [[nodiscard]] int needsAttention() const { return m_needsAttention; }
    [[nodiscard]] QVariantList attention() const { return m_attention; }
    [[nodiscard]] QVariantList items() const { return m_items; }
    [[nodiscard]] QVariantList servers() const { return m_servers; }

signals:
    void changed();

private:
    void wordLine(const WaitingState& state, const Directory& directory);
    void wordServers(const WaitingState& state, const Directory& directory);
    void wordItems(const std::vector<WaitingItem>& items, const AgencyId& own, const Directory& directory);

    QString m_savedText;
    QString m_stateText;
    QString m_linkText;
    bool m_offline = false;
    int m_needsAttention = 0;
    QVariantList m_attention;
    QVariantList m_items;
    QVariantList m_servers;
};

} // namespace frontsheet
