import QtQuick
import QtTest
import Frontsheet.Theme
import Frontsheet.Controls

TestCase {
    id: test
    name: "Rows"
    when: windowShown
    width: 900
    height: 900
    visible: true

    Component {
        id: spy
        SignalSpy {}
    }
    Component {
        id: masked
        MaskedValue {
            value: "4711"
            means: "Key safe code"
            hideAfter: 60
        }
    }
    Component {
        id: badge
        AgencyBadge {
            initials: "KC"
            shortName: "Kitley Council"
            hue: 0
            trailing: "2 September 2026"
        }
    }
    Component {
        id: disagreement
        DisagreementRow {
            width: 400
            subject: "Address"
            versions: [
                {
                    value: "14 Orchard Row, Kitley",
                    initials: "KC",
                    shortName: "Kitley Council",
                    hue: 0,
                    date: "3 September 2026"
                },
                {
                    value: "Flat 2, 41 Mill Street",
                    initials: "PR",
                    shortName: "Priory Road Surgery",
                    hue: 2,
                    date: "12 May 2019"
                }
            ]
        }
    }
    Component {
        id: search
        SearchField {
            hint: "Find a person"
        }
    }
    Component {
        id: sync
        SyncLine {
            width: 800
            saved: "Saved on this tablet. 3 items waiting to send."
            state: "No signal since 09:41"
            link: "See the 3 items"
        }
    }
    Component {
        id: banner
        PatientBanner {
            width: 800
            name: "HARGREAVE, Edith (Mrs)"
            born: "11 February 1939 (87y)"
            gender: "Female"
            nhsNumber: "999 526 0182"
        }
    }
    Component {
        id: writing
        WritingArea {
            width: 400
            height: 200
            hint: "What happened"
        }
    }

    // Every text below an item, in order.
    function texts(item) {
        let found = item instanceof Text && item.visible ? [item.text] : [];
        for (let i = 0; i < item.children.length; ++i)
            found = found.concat(texts(item.children[i]));
        return found;
    }
    function findButton(item, text) {
        if (item.text === text && item.clicked !== undefined)
            return item;
        for (let i = 0; i < item.children.length; ++i) {
            const found = findButton(item.children[i], text);
            if (found)
                return found;
        }
        return null;
    }

    function findSpoken(item, name) {
        if (item.visible && item.clicked !== undefined && item.Accessible.name === name)
            return item;
        for (let i = 0; i < item.children.length; ++i) {
            const found = findSpoken(item.children[i], name);
            if (found)
                return found;
        }
        return null;
    }

    function test_aMaskedValueSaysNothingUntilAskedAndCoversItselfAgain() {
        const value = createTemporaryObject(masked, test);
        verify(!texts(value).includes("4711"));
        const told = createTemporaryObject(spy, test, {
            target: value,
            signalName: "shown"
        });
        mouseClick(findButton(value, "Show"));
        verify(texts(value).includes("4711"));
        compare(told.count, 1);
        tryVerify(() => !texts(value).includes("4711"));
    }
    function test_initialsNeverStandWithoutTheAgencysName() {
        const item = createTemporaryObject(badge, test);
        const seen = texts(item);
        verify(seen.includes("KC"));
        verify(seen.includes("Kitley Council · 2 September 2026"));
        compare(item.Accessible.name, "Kitley Council, 2 September 2026");
        // one line: asked for no less room than its words need
        compare(item.height, Math.max(Theme.small.line, 20));
    }
    function test_bothVersionsAreShownAlike() {
        const row = createTemporaryObject(disagreement, test);
        const seen = texts(row);
        verify(seen.includes("14 Orchard Row, Kitley"));
        verify(seen.includes("Flat 2, 41 Mill Street"));
        verify(seen.includes("Kitley Council · 3 September 2026"));
        verify(seen.includes("Priory Road Surgery · 12 May 2019"));
    }
    SignalSpy {
        id: said
        signalName: "saidRight"
    }
    SignalSpy {
        id: tookBack
        signalName: "tookBack"
    }
    function test_oneMayTellWhichIsRightAndTakeItBack() {
        const row = createTemporaryObject(disagreement, test, {
            maySay: true
        });
        said.target = row;
        tookBack.target = row;
        const press = name => {
            const button = findSpoken(row, name);
            verify(button, name);
            button.clicked();
        };
        press("This is right. Address: Flat 2, 41 Mill Street");
        compare(said.count, 1);
        compare(said.signalArguments[0][0], 1);
        const versions = row.versions.slice();
        versions[1] = Object.assign({}, versions[1], {
            mine: "0a",
            right: [
                {
                    text: "You said this is right, today",
                    waiting: true
                }
            ]
        });
        row.versions = versions;
        verify(texts(row).includes("You said this is right, today. Not sent yet."));
        press("Take back that Address is right: Flat 2, 41 Mill Street");
        compare(tookBack.signalArguments[0][0], 1);
        press("This is right. Address: 14 Orchard Row, Kitley");
        compare(said.signalArguments[1][0], 0);
    }
    function test_whatWasSaidBeforeUnfolds() {
        const row = createTemporaryObject(disagreement, test, {
            before: ["1 March 2026: Nia Osei, Harbour Health, said “14 Orchard Row, Kitley” is right."]
        });
        verify(!texts(row).some(text => text.startsWith("1 March")));
        const button = findSpoken(row, "Address: What was said before (1)");
        verify(button);
        button.clicked();
        verify(texts(row).some(text => text.startsWith("1 March")));
    }
    function test_escapeClearsTheSearch() {
        const field = createTemporaryObject(search, test);
        field.forceActiveFocus();
        keyClick("a");
        compare(field.text, "a");
        keyClick(Qt.Key_Escape);
        compare(field.text, "");
    }
    function test_theSyncLineIsOneButtonThatSaysItAll() {
        const line = createTemporaryObject(sync, test);
        verify(line.Accessible.name.includes("3 items waiting"));
        verify(line.Accessible.name.includes("No signal since 09:41"));
        verify(line.height >= 44);
    }
    function test_theBannerGivesNameBirthGenderAndNumberInThatOrder() {
        const item = createTemporaryObject(banner, test);
        const seen = texts(item);
        const order = ["HARGREAVE, Edith (Mrs)", "Born", "11 February 1939 (87y)", "Gender", "Female", "NHS No.", "999 526 0182"];
        compare(seen.slice(0, order.length), order);
    }
    function test_tabLeavesTheWritingArea() {
        const area = createTemporaryObject(writing, test);
        area.forceActiveFocus();
        keyClick("x");
        keyClick(Qt.Key_Tab);
        compare(area.text, "x");
    }
}
