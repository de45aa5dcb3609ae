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

    // Nobody can tell from its end what a line is about. Qt counts from the padding on.
    function beginsInSight(field) {
        return field.input.positionToRectangle(0).x >= 0;
    }
    function test_aLineThatNobodyWritesInShowsItsBeginning() {
        const field = createTemporaryObject(line, test, {
            text: test.longWords
        });
        verify(beginsInSight(field), "filled when it was made");
        field.text = "";
        field.text = test.longWords;
        verify(beginsInSight(field), "filled later");
    }
    function test_theCaretStaysWhereItWasWhenSomebodyComesBack() {
        const field = createTemporaryObject(line, test, {
            text: test.longWords
        });
        field.input.forceActiveFocus();
        keyClick(Qt.Key_End);
        verify(!beginsInSight(field), "whoever writes sees where they write");
        test.forceActiveFocus();
        verify(beginsInSight(field));
        field.input.forceActiveFocus();
        keyClick(Qt.Key_X);
        compare(field.text, test.longWords + "x");
        verify(!beginsInSight(field));
    }
}
