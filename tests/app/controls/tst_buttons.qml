import QtQuick
import QtTest
import Frontsheet.Theme
import Frontsheet.Controls

TestCase {
    id: test
    name: "Buttons"
    when: windowShown
    width: 900
    height: 700
    visible: true

    Component {
        id: ring
        RingButton {
            who: "Nadia Rahman"
            number: "01632 960 214"
        }
    }
    Component {
        id: primary
        PrimaryButton {
            text: "Finish note"
        }
    }
    Component {
        id: segmented
        SegmentedChoice {
            label: "How"
            options: ["Visit", "Telephone", "Met"]
            onChosen: index => current = index
        }
    }
    Component {
        id: spy
        SignalSpy {}
    }

    function init() {
        Theme.tablet = true;
        Theme.textScale = 1;
    }
    function cleanup() {
        init();
    }

    function test_theNameAndNumberAreOnTheRingButtonAndInItsSpokenName() {
        const button = createTemporaryObject(ring, test);
        verify(button.text.includes("Nadia Rahman"));
        verify(button.text.includes("01632 960 214"));
        compare(button.Accessible.name, "Ring Nadia Rahman, 01632 960 214");
        const rung = createTemporaryObject(spy, test, {
            target: button,
            signalName: "ring"
        });
        mouseClick(button);
        compare(rung.count, 1);
        compare(rung.signalArguments[0][0], "01632 960 214");
    }
    function test_withoutANumberThereIsNothingToRing() {
        const button = createTemporaryObject(ring, test, {
            number: ""
        });
        verify(!button.visible);
    }
    function test_aFingerFindsEveryButtonOnATablet() {
        const button = createTemporaryObject(primary, test);
        verify(button.height >= 44);
        verify(button.width >= 44);
        Theme.tablet = false;
        verify(button.height >= 32);
    }
    function test_enterAndSpacePress() {
        const button = createTemporaryObject(primary, test);
        const pressed = createTemporaryObject(spy, test, {
            target: button,
            signalName: "clicked"
        });
        button.forceActiveFocus(Qt.TabFocusReason);
        verify(button.visualFocus);
        keyClick(Qt.Key_Return);
        keyClick(Qt.Key_Space);
        compare(pressed.count, 2);
    }
    function test_wordsAreNeverCutWhenTheReaderDoublesTheText() {
        const button = createTemporaryObject(ring, test, {
            width: 260
        });
        const single = button.height;
        Theme.textScale = 2;
        tryVerify(() => button.height > single, 1000, "it wraps instead of cutting");
    }
    function test_arrowsMoveBetweenSegments() {
        const choice = createTemporaryObject(segmented, test, {
            width: 600
        });
        choice.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Right);
        compare(choice.current, 1);
        keyClick(Qt.Key_Right);
        keyClick(Qt.Key_Right);
        compare(choice.current, 2);
        keyClick(Qt.Key_Left);
        compare(choice.current, 1);
    }
    function test_segmentsStackWhenTheyDoNotFit() {
        const choice = createTemporaryObject(segmented, test, {
            width: 150
        });
        verify(choice.stacked);
        compare(choice.height, 3 * choice.cellHeight);
    }
}
