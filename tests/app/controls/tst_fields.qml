import QtQuick
import QtTest
import Frontsheet.Controls

TestCase {
    id: test
    name: "Fields"
    when: windowShown
    width: 900
    height: 700
    visible: true

    readonly property string longWords: "Ask about thoughts of suicide or self-harm, and agree a safety plan together before anybody leaves"

    Component {
        id: line
        Field {
            width: 200
            label: "What is to be done"
        }
    }

    Component {
        id: search
        SearchField {
            width: 200
        }
    }
    Component {
        id: writing
        WritingArea {
            width: 200
            height: 120
        }
    }

    // At 200% nearly every text is longer than a line: nothing of it is beyond an edge, with the caret in it or without.
    function isWhole(input) {
        return input.contentWidth <= input.width - input.leftPadding - input.rightPadding + 1 && input.contentHeight <= input.height && input.positionToRectangle(0).x >= 0;
    }
    function said(item, words) {
        for (let i = 0; i < item.children.length; ++i) {
            if (item.children[i].text === words)
                return item.children[i];
        }
        return null;
    }
    function test_whatIsLongerThanALineGoesOnBelowIt() {
        const field = createTemporaryObject(line, test, {
            text: test.longWords
        });
        verify(isWhole(field.input), "filled when it was made");
        const one = field.height;
        field.text = "Short";
        tryVerify(() => field.height < one, 1000, "and no higher than it must be");
        field.text = test.longWords;
        verify(isWhole(field.input), "filled later");
        field.input.forceActiveFocus();
        keyClick(Qt.Key_End);
        verify(isWhole(field.input), "while one writes");
        test.forceActiveFocus();
        field.input.forceActiveFocus();
        keyClick(Qt.Key_X);
        compare(field.text, test.longWords + "x", "the caret stays where it was");
    }
    function test_whatIsAskedForIsSaidInFullInTheEmptyField() {
        const field = createTemporaryObject(line, test, {
            placeholder: test.longWords
        });
        const hint = said(field.input, test.longWords);
        verify(!hint.truncated);
        verify(hint.height <= field.input.height);
        const searching = createTemporaryObject(search, test, {
            hint: test.longWords
        });
        const words = said(searching, test.longWords);
        verify(!words.truncated);
        verify(words.height <= searching.height);
        searching.text = test.longWords;
        verify(isWhole(searching));
    }
    function test_theHintOfASheetToWriteOnIsReadToItsEnd() {
        const area = createTemporaryObject(writing, test, {
            hint: test.longWords + " " + test.longWords
        });
        const hint = said(area.input, area.hint);
        verify(hint.y + hint.height <= area.input.height);
    }
}
