// What was typed into fields whose words are kept until they are said: by where they belong. The composition fills it from what the device
// keeps, and keeps what it hears. UI thread.
#pragma once

#include <QMap>
#include <QObject>
#include <QSet>
#include <QString>
#include <QtQmlIntegration>

namespace frontsheet {

class TypedWords : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON

public:
    // Empty where none are kept.
    Q_INVOKABLE QString of(const QString& where) const { return m_words.value(where); }
    // In place of those before; empty: they were said. Nothing without a place.
    Q_INVOKABLE void keep(const QString& where, const QString& words);

    // What the device keeps. It is not told of it, and what was typed or said meanwhile stands.
    void know(const QMap<QString, QString>& words);
    // The device was locked.
    void forget();

signals:
    void typed(const QString& where, const QString& words);

private:
    QMap<QString, QString> m_words;
    QSet<QString> m_touched; // since it was unlocked
};

} // namespace frontsheet
