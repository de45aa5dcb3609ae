// Whom one can be, how far the partnership is, and who is open: what the demo's window shows. Told by lines, tells by lines.
#pragma once

#include <QObject>
#include <QStringList>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace frontsheet::demo {

class ChooserModel final : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    // {key, name, role, initials, badge, tablet, open}
    Q_PROPERTY(QVariantList people READ people NOTIFY changed)
    Q_PROPERTY(QVariantList firstHalf READ firstHalf NOTIFY changed) // of the people, for two columns
    Q_PROPERTY(QVariantList secondHalf READ secondHalf NOTIFY changed)
    Q_PROPERTY(QVariantList parts READ parts NOTIFY changed) // of the making, in order: {text, done}
    Q_PROPERTY(QString doing READ doing NOTIFY changed)      // empty when ready
    Q_PROPERTY(bool ready READ ready NOTIFY changed)
    Q_PROPERTY(QString failure READ failure NOTIFY changed) // where the logs are
    Q_PROPERTY(QString passphrase READ passphrase NOTIFY changed)

public:
    explicit ChooserModel(QObject* parent) : QObject(parent) {}

    // One JSON object; anything else is passed over.
    void hear(const QByteArray& line);
    Q_INVOKABLE void choose(const QString& key);

    [[nodiscard]] QVariantList people() const { return m_people; }
    [[nodiscard]] QVariantList firstHalf() const { return m_people.mid(0, (m_people.size() + 1) / 2); }
    [[nodiscard]] QVariantList secondHalf() const { return m_people.mid((m_people.size() + 1) / 2); }
    [[nodiscard]] QVariantList parts() const;
    [[nodiscard]] QString doing() const { return m_doing; }
    [[nodiscard]] bool ready() const { return m_ready; }
    [[nodiscard]] QString failure() const { return m_failure; }
    [[nodiscard]] QString passphrase() const { return m_passphrase; }

signals:
    void changed();
    void chosen(const QString& key);
    void abandoned(); // nobody tells it anything any more

private:
    void mark(const QString& key, bool open);

    QVariantList m_people;
    QStringList m_done;
    QString m_doing;
    bool m_ready = false;
    QString m_failure;
    QString m_passphrase;
};

} // namespace frontsheet::demo
