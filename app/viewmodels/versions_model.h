// Two people's versions of the same words: the list of those that wait, and one of them side by side, settled in one tap or by
// writing the two into one.
#pragma once

#include "app/viewmodels/saving_model.h"
#include "core/usecases/settling_versions.h"

#include <QVariantList>

#include <optional>

namespace frontsheet {

class VersionsModel final : public frontsheet::SavingModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to the app")
    // {record, op, personId, what, by, mine}: this worker's first
    Q_PROPERTY(QVariantList waiting READ waiting NOTIFY changed)
    Q_PROPERTY(QVariantList mine READ mine NOTIFY changed) // of those this worker's
    // The one that is open.
    Q_PROPERTY(bool isOpen READ isOpen NOTIFY opened)
    Q_PROPERTY(QString question READ question NOTIFY opened) // which it is: its record and the edit beside it
    Q_PROPERTY(QString personId READ personId NOTIFY opened)
    Q_PROPERTY(QString title READ title NOTIFY opened)
    Q_PROPERTY(QString under READ under NOTIFY opened)
    Q_PROPERTY(QVariantMap standing READ standing NOTIFY opened) // {name, role, badge, when, mine}
    Q_PROPERTY(QVariantMap other READ other NOTIFY opened)       // as above
    Q_PROPERTY(QVariantList texts READ texts NOTIFY opened)      // {name, standing, other, began, kept}, whole
    // The same with their differences: {name, passages: [{kind: same, here or gap; number; text}]}
    Q_PROPERTY(QVariantList standingTexts READ standingTexts NOTIFY opened)
    Q_PROPERTY(QVariantList otherTexts READ otherTexts NOTIFY opened)
    Q_PROPERTY(QString asked READ asked NOTIFY opened) // who is asked to settle it

public:
    explicit VersionsModel(Session& session, QObject* parent = nullptr) : SavingModel(session, parent) {}

    // `op` empty: the newest of the record.
    Q_INVOKABLE void open(const QString& record, const QString& op = {});
    Q_INVOKABLE void keepBoth();
    Q_INVOKABLE void useStanding();
    Q_INVOKABLE void useOther();
    // One text for each of `texts`, in their order.
    Q_INVOKABLE void write(const QStringList& written);
    void refresh() override;
    void clear() override;

    [[nodiscard]] QVariantList waiting() const { return m_waiting; }
    [[nodiscard]] QVariantList mine() const { return m_mine; }
    [[nodiscard]] bool isOpen() const { return m_open.has_value(); }
    [[nodiscard]] QString question() const {
        return m_open ? shown(m_open->record.id.hex() + "/" + m_open->other.op.hex()) : QString{};
    }
    [[nodiscard]] QString personId() const { return m_open ? shown(m_open->record.person.hex()) : QString{}; }
    [[nodiscard]] QString title() const { return m_title; }
    [[nodiscard]] QString under() const { return m_under; }
    [[nodiscard]] QVariantMap standing() const { return m_standing; }
    [[nodiscard]] QVariantMap other() const { return m_other; }
    [[nodiscard]] QVariantList texts() const { return m_texts; }
    [[nodiscard]] QVariantList standingTexts() const { return m_standingTexts; }
    [[nodiscard]] QVariantList otherTexts() const { return m_otherTexts; }
    [[nodiscard]] QString asked() const { return m_asked; }

signals:
    void changed();
    void opened();

private:
    void word(const Directory& directory);
    [[nodiscard]] QVariantMap author(const Directory& directory, const AgencyId& agency, const WorkerId& worker,
                                     WallTime at) const;
    [[nodiscard]] static QVariantMap nobody();
    [[nodiscard]] QString heading(const QVariantMap& author) const;
    template <class Job>
    void settle(Job job);

    QVariantList m_waiting;
    QVariantList m_mine;
    std::optional<OpenVersions> m_open;
    QString m_title;
    QString m_under;
    QVariantMap m_standing = nobody();
    QVariantMap m_other = nobody();
    QVariantList m_texts;
    QVariantList m_standingTexts;
    QVariantList m_otherTexts;
    QString m_asked;
};

} // namespace frontsheet
