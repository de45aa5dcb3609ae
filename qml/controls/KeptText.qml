import QtQml
import Frontsheet.Controls // its C++ part, which a module does not see of itself

// What is typed into an input is kept until it is said: whoever closes a sheet, or whose device locks, finds it there again.
QtObject {
    id: kept

    required property var input // a TextInput or TextEdit
    property string where: "" // "answer.complete/<record>", without blanks; empty: nothing is kept

    // From now on the words of that place: what was left there, or else these.
    function begin(where: string, otherwise: string) {
        kept.where = "";
        const words = TypedWords.of(where);
        kept.input.text = words.length > 0 ? words : otherwise;
        if (words.length > 0)
            kept.input.cursorPosition = kept.input.length; // where they went on writing
        kept.where = where;
    }
    // They are on their way: nobody needs them here any more.
    function said() {
        const where = kept.where;
        kept.where = "";
        TypedWords.keep(where, "");
    }
    function changed() {
        TypedWords.keep(kept.where, kept.input.text);
    }
}
