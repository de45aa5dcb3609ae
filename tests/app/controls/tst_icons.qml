import QtQuick
import QtTest
import Frontsheet.Theme

TestCase {
    id: test
    name: "Icons"
    when: windowShown
    width: 300
    height: 200
    visible: true

    Component {
        id: two
        Row {
            property alias one: first
            property alias other: second
            LineIcon {
                id: first
                name: "lock"
                color: "#ff0000"
                size: 40
            }
            LineIcon {
                id: second
                name: "lock"
                color: "#ff0000"
                size: 40
            }
        }
    }

    // Of what is painted in the icon: how many points there are, and how many of the strongest are red and how many blue.
    function seen(icon) {
        const picture = grabImage(icon);
        const count = {
            points: 0,
            red: 0,
            blue: 0
        };
        for (let x = 0; x < picture.width; ++x) {
            for (let y = 0; y < picture.height; ++y) {
                const drawn = picture.alpha(x, y) > 0 && picture.green(x, y) < 60;
                count.points += drawn ? 1 : 0;
                count.red += drawn && picture.red(x, y) > 200 ? 1 : 0;
                count.blue += drawn && picture.blue(x, y) > 200 ? 1 : 0;
            }
        }
        return count;
    }
    function test_oneOfTwoAlikeTakesAnotherColourAndTheOtherKeepsItsOwn() {
        const pair = createTemporaryObject(two, test);
        const before = seen(pair.one);
        verify(before.red > 40, "drawn: " + before.red);
        compare(before.blue, 0);
        compare(seen(pair.other).red, before.red, "both from one picture");
        pair.one.color = "#0000ff";
        verify(seen(pair.one).blue > 40);
        compare(seen(pair.one).red, 0);
        compare(seen(pair.other).red, before.red);
    }
    function test_anotherSizeAndAnotherNameAreDrawnAnew() {
        const pair = createTemporaryObject(two, test);
        const before = seen(pair.one).points;
        pair.one.size = 80;
        compare(pair.one.width, 80);
        verify(seen(pair.one).points > 1.5 * before, "not the small picture");
        pair.one.size = 40;
        pair.one.name = "chevron-right";
        verify(seen(pair.one).points < before / 2, "a chevron has less to it than a lock");
    }
    function test_anIconThatThereIsNotIsNothing() {
        const pair = createTemporaryObject(two, test);
        ignoreWarning(/no icon called/);
        pair.one.name = "no-such-icon";
        compare(seen(pair.one).points, 0);
        pair.one.name = "";
        compare(seen(pair.one).points, 0);
        pair.one.name = "lock";
        verify(seen(pair.one).points > 40, "and comes back");
    }
}
