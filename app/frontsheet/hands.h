// A person's hands and eyes, led from outside: presses, writes and reads by the names that assistive technology is given, as
// standard input says, a JSON array of words a line:
//
//   ["press", NAME]  ["press", NAME, GROUP]  ["press-row", BEGINNING]   a control; one of a group; the first that begins so
//   ["write", FIELD, WORDS]                                            instead of what stands there, key by key
//   ["key", "Ctrl+F"]
//   ["sees", WORDS]  ["sees-no", WORDS]                                 waits until they are on the screen, or gone from it
//   ["sees-above", UPPER, LOWER]                                        both, in this order from the top
//   ["look"]  ["picture", FILE]                                        what there is, for who writes a story
//
// Each is answered by {"done":true}, or {"done":false,"error":WHY} once it has waited long enough. What a person could not
// reach is not reached: what is hidden, disabled, or behind an open sheet. Only where faults are compiled in
// (FRONTSHEET_FAULTS): nobody leads a release from outside.
#pragma once

#include <QByteArray>
#include <QElapsedTimer>
#include <QPointF>
#include <QSocketNotifier>
#include <QStringList>
#include <QTimer>

#include <cstdint>
#include <optional>

class QQuickItem;
class QQuickWindow;

namespace frontsheet {

class Hands {
public:
    // Listens until standard input ends, which closes the window as its worker would, and the program.
    explicit Hands(QQuickWindow& window);

private:
    // What came of one try: nothing yet, done, or why it cannot be done now.
    struct Tried {
        bool done = false;
        QString why;
    };
    struct Wanted {
        enum class Kind : std::uint8_t { Control, Row, Field } kind = Kind::Control;
        QString name;
        QString group; // empty: anywhere
    };

    void listen();
    void begin();
    void attempt();
    void answer(const QString& error);
    [[nodiscard]] Tried tryNow();
    [[nodiscard]] Tried press(const Wanted& wanted);
    [[nodiscard]] Tried write(const QString& field, const QString& words);
    [[nodiscard]] Tried sees(const QString& words, bool wanted) const;
    [[nodiscard]] Tried seesAbove(const QString& upper, const QString& lower) const;
    [[nodiscard]] Tried look() const;
    // What bears the name and can be reached; null with the reason.
    [[nodiscard]] QQuickItem* find(const Wanted& wanted, QString& why) const;
    // Brought into sight and at rest: where it is pressed.
    [[nodiscard]] std::optional<QPointF> placeOf(QQuickItem* item);
    void click(const QPointF& place);

    QQuickWindow& m_window;
    QSocketNotifier m_input;
    QTimer m_tick;
    QByteArray m_rest;
    QList<QStringList> m_told;
    QElapsedTimer m_since;
    std::optional<QPointF> m_place; // of the last try: what moves is not pressed
    int m_rested = 0;               // how many tries it has been there
};

} // namespace frontsheet
