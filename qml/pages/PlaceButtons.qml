pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Controls
import Frontsheet.ViewModels

// The places of the app in the rail or the bottom bar: as many as there is room for, and what does not fit under More.
Repeater {
    id: buttons

    required property AppModel app
    required property var places // {key, name, iconName}
    required property string place
    required property real room // along the rail or the bar
    required property real least // of one
    required property real each // the width of one
    property bool upright: true
    readonly property int fits: Math.max(2, Math.floor(buttons.room / buttons.least))
    readonly property bool folded: buttons.places.length > buttons.fits
    readonly property var rest: buttons.folded ? buttons.places.slice(buttons.fits - 1) : []
    readonly property int shown: buttons.folded ? buttons.fits : buttons.places.length
    signal chosen(string key)
    signal more

    function waiting(key: string): int {
        if (key === "referrals")
            return buttons.app.referrals.needingMe;
        if (key === "sharing")
            return buttons.app.governance.waiting;
        return key === "team" ? buttons.app.team.needing : 0;
    }

    model: buttons.folded ? buttons.places.slice(0, buttons.fits - 1).concat([{
                "key": "more",
                "name": qsTr("More", "navigation: the places that there is no room for"),
                "iconName": "more"
            }]) : buttons.places

    NavButton {
        required property var modelData
        readonly property bool isMore: modelData.key === "more"
        width: buttons.each
        upright: buttons.upright
        text: modelData.name
        iconName: modelData.iconName
        chosen: isMore ? buttons.rest.some(one => one.key === buttons.place) : buttons.place === modelData.key
        count: isMore ? buttons.rest.reduce((sum, one) => sum + buttons.waiting(one.key), 0) : buttons.waiting(modelData.key)
        onClicked: {
            if (isMore)
                buttons.more();
            else
                buttons.chosen(modelData.key);
        }
    }
}
