import QtQuick
import QtTest
import Frontsheet.Theme
import Frontsheet.Controls

TestCase {
    id: test
    name: "Choices"
    when: windowShown
    width: 900
    height: 700
    visible: true

    Component {
        id: chips
        ChoiceChips {
            width: 400
            label: "Severity"
            options: ["Mild", "Severe", "Not known"]
            onChosen: index => current = index
        }
    }
    Component {
        id: list
        ChoiceList {
            width: 400
            label: "Kind of risk"
            options: ["Falls", "Fire", "Infection", "Animals"]
            onChosen: index => current = index
        }
    }
    Component {
        id: check
        CheckRow {
            width: 400
            text: "Has a key"
            detail: "They have one themselves"
            onClicked: ticked = !ticked
        }
    }

    Component {
        id: box
        TickBox {
            spoken: "Choose HARGREAVE, Edith, a visit"
            onClicked: ticked = !ticked
        }
    }

    function init() {
        Theme.tablet = true;
        Theme.textScale = 1;
    }
    function cleanup() {
        init();
    }
    // Of the controls of that role, the one that is called so.
    function called(item: var, name: string): var {
        if (item.visible && !item.Accessible.ignored && item.Accessible.name === name)
            return item;
        for (let i = 0; i < item.children.length; ++i) {
            const found = called(item.children[i], name);
            if (found)
                return found;
        }
        return null;
    }

    function test_nothingIsChosenUntilSomebodyChooses() {
        const choice = createTemporaryObject(chips, test);
        compare(choice.current, -1);
        verify(!called(choice, "Mild").Accessible.checked);
        mouseClick(called(choice, "Severe"));
        compare(choice.current, 1);
        verify(called(choice, "Severe").Accessible.checked);
    }
    function test_theKeyboardComesToChipsOfWhichNoneIsChosen() {
        const choice = createTemporaryObject(chips, test);
        verify(called(choice, "Mild").activeFocusOnTab);
        verify(!called(choice, "Severe").activeFocusOnTab);
        called(choice, "Mild").forceActiveFocus();
        keyClick(Qt.Key_Right);
        compare(choice.current, 1);
        verify(called(choice, "Severe").activeFocus);
        keyClick(Qt.Key_Left);
        compare(choice.current, 0);
    }
    function test_anAnswerIsTakenBackWhereItMayBe() {
        const choice = createTemporaryObject(chips, test, {
            current: 1
        });
        mouseClick(called(choice, "Severe"));
        compare(choice.current, 1);
        choice.clearable = true;
        mouseClick(called(choice, "Severe"));
        compare(choice.current, -1);
    }
    function test_chipsWrapAndKeepTheirHeightForAFinger() {
        const choice = createTemporaryObject(chips, test, {
            width: 180
        });
        verify(choice.implicitHeight >= 2 * Theme.control);
        for (const name of ["Mild", "Severe", "Not known"]) {
            verify(called(choice, name).height >= 44);
            verify(called(choice, name).x + called(choice, name).width <= choice.width + 1);
        }
    }
    function test_aLongListIsFoldedToWhatIsChosen() {
        const choice = createTemporaryObject(list, test);
        const head = called(choice, "Kind of risk: Not chosen yet");
        verify(head);
        verify(!called(choice, "Fire"));
        head.forceActiveFocus();
        keyClick(Qt.Key_Return);
        tryVerify(() => called(choice, "Falls") !== null && called(choice, "Falls").activeFocus);
        keyClick(Qt.Key_Down);
        verify(called(choice, "Fire").activeFocus);
        compare(choice.current, -1, "moving along it chooses nothing");
        keyClick(Qt.Key_Return);
        compare(choice.current, 1);
        verify(!choice.unfolded);
        verify(called(choice, "Kind of risk: Fire").activeFocus);
    }
    function test_escapeFoldsAListAndKeepsWhatWasChosen() {
        const choice = createTemporaryObject(list, test, {
            current: 2
        });
        mouseClick(called(choice, "Kind of risk: Infection"));
        tryVerify(() => called(choice, "Infection") !== null && called(choice, "Infection").activeFocus);
        keyClick(Qt.Key_Escape);
        verify(!choice.unfolded);
        compare(choice.current, 2);
    }
    function test_aTickIsSetByFingerAndByKey() {
        const row = createTemporaryObject(check, test);
        compare(row.Accessible.role, Accessible.CheckBox);
        verify(row.height >= 44);
        mouseClick(row);
        verify(row.Accessible.checked);
        row.forceActiveFocus();
        keyClick(Qt.Key_Space);
        verify(!row.Accessible.checked);
    }

    function test_a_box_is_ticked_by_finger_and_key_with_its_mark_in_its_middle() {
        const item = createTemporaryObject(box, test);
        compare(item.Accessible.role, Accessible.CheckBox);
        verify(item.width >= 44 && item.height >= 44);
        mouseClick(item, item.width - 2, item.height - 2);
        verify(item.ticked);
        item.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Space);
        verify(!item.ticked);
        keyClick(Qt.Key_Return);
        verify(item.ticked);
        const mark = item.contentItem.children[0];
        const middle = mark.mapToItem(item, mark.width / 2, mark.height / 2);
        fuzzyCompare(middle.x, item.width / 2, 1);
        fuzzyCompare(middle.y, item.height / 2, 1);
    }
}
