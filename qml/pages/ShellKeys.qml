import QtQuick

// The keys that work on every page; those of the places are PlaceKeys, and the one that locks is the window's (app/frontsheet/lock_key.h).
Item {
    id: keys

    required property bool open // unlocked
    required property bool away // there is a page to go back to
    required property bool personShown
    signal back
    signal find
    signal writeNote
    signal add
    signal refer
    signal help

    Shortcut {
        sequences: ["Alt+Left", "Back"]
        enabled: keys.open
        onActivated: keys.back()
    }
    Shortcut {
        sequence: "Escape"
        enabled: keys.open && keys.away
        onActivated: keys.back()
    }
    Shortcut {
        sequence: "Ctrl+F"
        enabled: keys.open
        onActivated: keys.find()
    }
    Shortcut {
        sequence: "Ctrl+N"
        enabled: keys.open && keys.personShown
        onActivated: keys.writeNote()
    }
    Shortcut {
        sequence: "Ctrl+E"
        enabled: keys.open && keys.personShown
        onActivated: keys.add()
    }
    Shortcut {
        sequence: "Ctrl+R"
        enabled: keys.open && keys.personShown
        onActivated: keys.refer()
    }
    Shortcut {
        sequences: ["F1", "Ctrl+/"]
        enabled: keys.open
        onActivated: keys.help()
    }
}
