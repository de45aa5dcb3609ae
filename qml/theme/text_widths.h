// How wide a text is in one line, remembered: the words of a list are few and come again with every row. UI thread.
#pragma once

#include <QFont>
#include <QHash>
#include <QObject>
#include <QString>
#include <QtQmlIntegration>

namespace frontsheet {

class TextWidths : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON

public:
    // Logical pixels, as TextMetrics.advanceWidth.
    Q_INVOKABLE qreal of(const QString& text, const QFont& font);

private:
    static constexpr qsizetype kMost = 4'000; // some 400 KB; then all is forgotten and measured anew

    QHash<QFont, QHash<QString, qreal>> m_widths; // by font, by text
    qsizetype m_count = 0;
};

} // namespace frontsheet
