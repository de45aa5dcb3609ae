// What a screen reader is given of an entry whose words are covered, as a passphrase is. Qt 6.4's own interface gives such words in the clear
// to every program on the accessibility bus, and gives the entry no name. From keepCoveredEntries() on, each TextInput that is covered
// (`echoMode` not Normal) is heard as a password by its name, with one bullet for each letter; when it is uncovered its words are read.
// UI thread.
#pragma once

namespace frontsheet {

// For the whole program, before its first window; a second call changes nothing.
void keepCoveredEntries();

} // namespace frontsheet
