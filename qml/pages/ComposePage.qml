pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// Making a referral: what is needed on the left, who it goes to on the right, the named assessor first.
Item {
    id: page

    required property AppModel app
    readonly property ComposeModel compose: page.app.compose
    readonly property bool wide: (page.width - 2 * page.margin) / Theme.textScale >= 860
    readonly property real margin: Theme.tablet ? (Theme.roomy(page.width + Theme.rail) ? 20 : 24) : 16
    signal back
    signal sent(string referralId)
    signal openReferral(string referralId)

    // Where what is typed is kept until it is sent: it is there again after a lock, or another page.
    property string place: ""
    property bool resumed: false // what stands there was left earlier

    // The keyboard goes past the title to what is typed first, so a screen reader hears from around that where it is.
    Accessible.role: Accessible.Grouping
    Accessible.name: Spoken.join([title.text, page.app.frontSheet.name])

    function start() {
        need.forceActiveFocus();
    }
    function takeUp() {
        page.place = page.compose.personId;
        page.resumed = false;
        if (page.place.length === 0)
            return;
        if (page.compose.need.length === 0) {
            page.compose.need = TypedWords.of("refer.need/" + page.place);
            page.compose.reason = TypedWords.of("refer.reason/" + page.place);
            page.resumed = page.compose.need.length > 0 || page.compose.reason.length > 0;
        }
        if (page.resumed && TypedWords.of("refer.kind/" + page.place).length > 0)
            page.compose.concern = true;
    }
    function keep(what: string, words: string) {
        if (page.place.length > 0)
            TypedWords.keep("refer." + what + "/" + page.place, words);
    }
    function beginAfresh() {
        page.resumed = false;
        for (const what of ["need", "reason", "kind"])
            page.keep(what, "");
        page.compose.need = "";
        page.compose.reason = "";
    }
    Component.onCompleted: page.takeUp()

    PersonHead {
        id: banner
        width: parent.width
        sheet: page.app.frontSheet
        margin: page.margin
    }
    ScrollPage {
        id: scroll
        reading: !page.compose.loaded && page.compose.errorTitle.length === 0
        about: page.compose.personId
        anchors.top: banner.bottom
        anchors.bottom: foot.top
        width: parent.width
        margin: page.margin
        topMargin: Theme.s2
        readonly property real side: page.wide ? Math.round(Math.min(520, innerWidth * 0.44)) : innerWidth
        readonly property real main: page.wide ? innerWidth - side - Theme.s6 : innerWidth

        BackLink {
            id: backLink
            text: page.app.frontSheet.name
            onClicked: page.back()
        }
        Column {
            id: left
            y: backLink.height + Theme.s2
            width: scroll.main
            spacing: Theme.s4

            Column {
                width: parent.width
                PageTitle {
                    id: title
                    width: parent.width
                    text: page.compose.concern ? qsTr("A concern about %1", "page name, %1 name as people say it").arg(page.app.frontSheet.calledName) : qsTr("Refer %1", "page name, %1 name as people say it").arg(page.app.frontSheet.calledName)
                }
                Label {
                    width: parent.width
                    text: page.app.tablet ? qsTr("Kept on this tablet when you press Send, and gone as soon as there is signal.", "making a referral") : qsTr("Kept on this laptop when you press Send, and gone as soon as there is signal.", "making a referral")
                    color: Theme.ink2
                }
            }
            Notice {
                visible: page.compose.errorTitle.length > 0
                width: parent.width
                kind: Notice.Kind.Danger
                arrives: true
                title: page.compose.errorTitle
                text: page.compose.errorText
            }
            Notice {
                visible: page.resumed
                width: parent.width
                kind: Notice.Kind.Calm
                iconName: "pencil"
                title: qsTr("You left this before it was sent", "making a referral: what was typed earlier stands there again")
                text: qsTr("Read it again before you send it.", "making a referral: what was typed earlier stands there again")
                action: qsTr("Begin afresh", "button: clears what was typed earlier")
                onActionChosen: page.beginAfresh()
            }
            SegmentedChoice {
                width: parent.width
                label: qsTr("What it is", "making a referral or a concern")
                options: [qsTr("Referral", "making a referral or a concern"), qsTr("Safeguarding concern", "making a referral or a concern")]
                current: page.compose.concern ? 1 : 0
                onChosen: index => {
                    page.compose.concern = index === 1;
                    page.keep("kind", index === 1 ? "concern" : "");
                }
            }
            Label {
                visible: page.compose.concern
                width: parent.width
                color: Theme.ink2
                text: qsTr("Anybody may raise one. Whoever takes it must say that they have it; you are told that, and whom to ring.", "raising a concern")
            }
            Row {
                id: hushLine
                objectName: "hush"
                visible: page.app.frontSheet.addressHidden
                width: parent.width
                spacing: Theme.s2
                readonly property string words: qsTr("Where %1 lives is kept hidden. Do not write it here.", "under a referral, %1 name").arg(page.app.frontSheet.calledName)
                Accessible.role: Accessible.StaticText
                Accessible.name: hushLine.words
                LineIcon {
                    id: hushSign
                    name: "lock"
                    color: Theme.ink2
                    size: Theme.iconSmall
                    y: 2
                }
                Label {
                    width: hushLine.width - hushSign.width - Theme.s2
                    color: Theme.ink2
                    text: hushLine.words
                    Accessible.ignored: true
                }
            }
            Field {
                id: need
                width: parent.width
                label: page.compose.concern ? qsTr("What worries you, in a line", "raising a concern") : qsTr("What is needed, in a line", "making a referral")
                text: page.compose.need
                fault: page.compose.needFault
                onEdited: text => {
                    page.compose.need = text;
                    page.keep("need", text);
                }
            }
            Column {
                width: parent.width
                spacing: Theme.s1
                Label {
                    width: parent.width
                    text: qsTr("Why, and what you have seen", "making a referral")
                    weight: 500
                    Accessible.ignored: true
                }
                WritingArea {
                    id: reason
                    width: parent.width
                    minimumLines: 5
                    spoken: qsTr("Why, and what you have seen", "making a referral")
                    hint: qsTr("So that they need not ask again", "making a referral")
                    text: page.compose.reason
                    onEdited: {
                        page.compose.reason = reason.text;
                        page.keep("reason", reason.text);
                    }
                }
            }
            Column {
                width: parent.width
                spacing: Theme.s1
                Label {
                    width: parent.width
                    text: qsTr("How soon", "making a referral")
                    weight: 500
                    Accessible.ignored: true
                }
                SegmentedChoice {
                    width: parent.width
                    label: qsTr("How soon", "making a referral")
                    options: page.compose.urgencies
                    current: page.compose.urgency
                    onChosen: index => page.compose.urgency = index
                }
            }
            Column {
                visible: page.compose.audience.length > 0
                width: parent.width
                spacing: Theme.s1
                Label {
                    width: parent.width
                    text: qsTr("Who will see this", "beside a referral")
                    weight: 500
                    Accessible.role: Accessible.Heading
                }
                Label {
                    visible: text.length > 0
                    width: parent.width
                    text: page.compose.audienceSource
                    type: Theme.small
                    color: Theme.ink2
                }
                Panel {
                    width: parent.width
                    ReadersList {
                        width: parent.width
                        audience: page.compose.audience
                    }
                }
            }
        }
        Column {
            x: page.wide ? scroll.main + Theme.s6 : 0
            y: page.wide ? left.y : left.y + left.height + Theme.s5
            width: scroll.side
            spacing: Theme.s2

            SectionHead {
                width: parent.width
                title: qsTr("Who it goes to", "making a referral")
            }
            SearchField {
                visible: !page.compose.concern
                width: parent.width
                hint: qsTr("Something else: befriending, housing, crisis", "search for a service to refer to")
                text: page.compose.search
                onTextChanged: page.compose.search = text
            }
            Label {
                visible: text.length > 0
                width: parent.width
                text: page.compose.receiverFault
                color: Theme.danger
            }
            Notice {
                visible: page.compose.objection.length > 0
                width: parent.width
                title: page.compose.objection
                text: qsTr("If somebody may be in danger you may still send it, as a safeguarding concern. Say why; somebody else of your agency looks at it afterwards.", "making a referral despite an objection")
            }
            Field {
                visible: page.compose.objection.length > 0
                width: parent.width
                label: qsTr("Why they must be told all the same", "making a referral despite an objection")
                text: page.compose.despite
                onEdited: text => page.compose.despite = text
            }
            Repeater {
                model: page.compose.cautions
                Notice {
                    id: caution
                    required property var modelData
                    width: parent.width
                    kind: caution.modelData.stops ? Notice.Kind.Danger : Notice.Kind.Attention
                    title: caution.modelData.title
                    text: caution.modelData.text
                    action: caution.modelData.action
                    actionSpoken: Spoken.join([caution.modelData.action, caution.modelData.text])
                    onActionChosen: caution.modelData.referral.length > 0 ? page.openReferral(caution.modelData.referral) : page.compose.choose(caution.modelData.service)
                }
            }
            Panel {
                width: parent.width
                EmptyState {
                    visible: page.compose.loaded && page.compose.receivers.length === 0
                    width: parent.width
                    text: page.compose.concern ? qsTr("No agency has said where it takes concerns. Ring the council’s desk.", "raising a concern: nowhere to send it") : qsTr("No service in the directory takes this. Try other words, or ring the council’s desk.", "no receiver found")
                }
                Repeater {
                    model: page.compose.receivers
                    PickRow {
                        required property var modelData
                        required property int index
                        title: modelData.title
                        detail: modelData.detail
                        initials: modelData.badge.initials
                        shortName: modelData.badge.shortName
                        hue: modelData.badge.hue
                        aside: modelData.aside
                        chosen: index === page.compose.receiver
                        first: index === 0
                        underHeading: false
                        last: index === page.compose.receivers.length - 1
                        onClicked: page.compose.receiver = index
                    }
                }
            }
        }
    }
    ComposeFoot {
        id: foot
        anchors.bottom: parent.bottom
        width: parent.width
        margin: page.margin
        compose: page.compose
        onBack: page.back()
    }
    Connections {
        target: page.compose
        function onOpened() {
            page.takeUp();
        }
        function onSent(referralId) {
            for (const what of ["need", "reason", "kind"])
                page.keep(what, "");
            page.resumed = false;
            page.sent(referralId);
        }
    }
}
