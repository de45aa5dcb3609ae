pragma Singleton
import QtQml

// What a screen reader says for a row of several texts: those that are there, with a pause between where a sentence does not end.
QtObject {
    function join(parts: var): string {
        let said = "";
        for (const part of parts) {
            if (part !== undefined && String(part).length > 0)
                said += (said.length === 0 ? "" : /[.!?][”’"')]*$/.test(said) ? " " : ", ") + part;
        }
        return said;
    }
}
