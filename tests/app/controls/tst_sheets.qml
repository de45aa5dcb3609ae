import QtQuick
import QtTest
import Frontsheet.Controls

// A sheet asks for one decision, and the keyboard takes it without looking for the button.
TestCase {
    id: cases
    name: "Sheets"
    when: windowShown
    visible: true
    width: 900
    height: 700

    Component {
        id: asking
        Sheet {
            id: sheet
            property int pressed: 0
            property alias words: area
            heading: "Accept this referral"
            WritingArea {
                id: area
                width: parent.width
                focus: true
                hint: "What you will do, and when"
            }
            Row {
                SecondaryButton {
                    text: "Not now"
                    onClicked: sheet.close()
                }
                PrimaryButton {
                    text: "Accept"
                    enabled: area.text.length > 0
                    onClicked: ++sheet.pressed
                }
            }
        }
    }
    Component {
        id: footed
        Sheet {
            id: sheet
            property int pressed: 0
            property alias words: area
            heading: "Hold a review"
            WritingArea {
                id: area
                width: parent.width
                focus: true
                hint: "What was said"
            }
            foot: PrimaryButton {
                text: "Save"
                onClicked: ++sheet.pressed
            }
        }
    }
    function opened(from: Component): Sheet {
        const sheet = cases.createTemporaryObject(from, cases) as Sheet;
        sheet.open();
        sheet["words"].forceActiveFocus();
        tryVerify(() => sheet.opened && sheet["words"].input.activeFocus);
        return sheet;
    }

    function test_ctrlEnterPressesTheMainCallAndEnterWritesALine() {
        const sheet = opened(asking);
        keyClick(Qt.Key_Return, Qt.ControlModifier);
        compare(sheet["pressed"], 0, "it may not be pressed before anything is written");
        keyClick("a");
        keyClick(Qt.Key_Return);
        compare(sheet["pressed"], 0);
        compare(sheet["words"].text, "a\n");
        keyClick(Qt.Key_Return, Qt.ControlModifier);
        compare(sheet["pressed"], 1);
        compare(sheet["words"].text, "a\n", "nothing is written by it");
        keyClick(Qt.Key_Enter, Qt.ControlModifier | Qt.KeypadModifier);
        compare(sheet["pressed"], 2);
    }
    function test_whatHasTheFocusDoesNotTakeTheKey() {
        const sheet = opened(asking);
        keyClick("a");
        keyClick(Qt.Key_Tab);
        verify(!sheet["words"].input.activeFocus);
        keyClick(Qt.Key_Return, Qt.ControlModifier);
        compare(sheet["pressed"], 1);
        verify(sheet.opened, "Not now was not pressed");
    }
    function test_theMainCallMayStandInTheFoot() {
        const sheet = opened(footed);
        keyClick(Qt.Key_Return, Qt.ControlModifier);
        compare(sheet["pressed"], 1);
    }
}
