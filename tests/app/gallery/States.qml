pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// Every control that has states, in each of them: as it stands, pressed, where the keyboard is, chosen, at fault, and not to be had.
Rectangle {
    id: page
    color: Theme.bg

    // The controls show their ring where the keyboard put the focus, which is in one place only: the others are shown theirs.
    component Ringed: Item {
        default property alias shown: holder.data
        property real corner: Theme.radiusControl
        implicitWidth: holder.childrenRect.width
        implicitHeight: holder.childrenRect.height
        Item {
            id: holder
            anchors.fill: parent
        }
        FocusRing {
            shown: true
            corner: parent.corner
        }
    }
    component States: Column {
        id: states
        default property alias shown: flow.data
        property string title: ""
        width: parent ? parent.width : 0
        spacing: Theme.s2
        Label {
            text: states.title
            type: Theme.small
            color: Theme.ink2
        }
        Flow {
            id: flow
            width: parent.width
            spacing: Theme.s3
        }
    }

    ScrollPage {
        anchors.fill: parent

        Grid {
            id: grid
            width: parent.width
            columns: Theme.roomy(width) ? 2 : 1
            spacing: Theme.s6
            property real cell: (width - (columns - 1) * spacing) / columns

            Column {
                width: grid.cell
                spacing: Theme.s5
                States {
                    title: "Main call: as it stands, pressed, keyboard, not to be had"
                    PrimaryButton {
                        text: "Send"
                    }
                    PrimaryButton {
                        text: "Send"
                        down: true
                    }
                    Ringed {
                        PrimaryButton {
                            text: "Send"
                        }
                    }
                    PrimaryButton {
                        text: "Send"
                        enabled: false
                    }
                }
                States {
                    title: "Second call, and the ground of both"
                    SecondaryButton {
                        text: "Write note"
                        iconName: "pencil"
                    }
                    SecondaryButton {
                        text: "Write note"
                        iconName: "pencil"
                        down: true
                    }
                    Ringed {
                        SecondaryButton {
                            text: "Write note"
                            iconName: "pencil"
                        }
                    }
                    SecondaryButton {
                        text: "Write note"
                        iconName: "pencil"
                        enabled: false
                    }
                    PressButton {
                        text: "Plain"
                    }
                }
                States {
                    title: "Links, the way back, signs alone"
                    LinkButton {
                        text: "See reasons"
                        iconAfter: "chevron-right"
                    }
                    LinkButton {
                        text: "See reasons"
                        enabled: false
                    }
                    BackLink {
                        text: "Referrals"
                    }
                    IconButton {
                        means: "Close"
                        iconName: "close"
                    }
                    IconButton {
                        means: "Close, pressed"
                        iconName: "close"
                        down: true
                    }
                }
                States {
                    title: "Chips: a filter; off, on, not to be had"
                    FilterChip {
                        text: "A fall"
                    }
                    ToggleChip {
                        text: "Overdue only"
                        on: false
                    }
                    ToggleChip {
                        text: "Overdue only"
                        on: true
                    }
                    ToggleChip {
                        text: "Overdue only"
                        on: false
                        enabled: false
                    }
                }
                States {
                    title: "State: under way, tint, amber, solid; a count that waits"
                    StateChip {
                        text: "Sent"
                        iconName: "arrow-up"
                    }
                    StateChip {
                        text: "Accepted"
                        iconName: "person-check"
                        kind: StateChip.Kind.Tint
                    }
                    StateChip {
                        text: "No answer yet"
                        iconName: "clock"
                        kind: StateChip.Kind.Amber
                    }
                    StateChip {
                        text: "Waits for you"
                        iconName: "flag"
                        kind: StateChip.Kind.Solid
                    }
                    CountMark {
                        count: 3
                    }
                    CountMark {
                        count: 128
                    }
                }
                States {
                    title: "One of several: none chosen, one chosen, keyboard"
                    SegmentedChoice {
                        options: ["Visit", "Telephone", "Met with others"]
                        current: -1
                    }
                    Ringed {
                        SegmentedChoice {
                            options: ["Visit", "Telephone", "Met with others"]
                            current: 1
                        }
                    }
                }
                ChoiceChips {
                    width: parent.width
                    label: "How it was said"
                    options: ["In words", "By a sign", "Through somebody else"]
                    current: 0
                    clearable: true
                }
                ChoiceList {
                    width: parent.width
                    label: "Where"
                    options: ["At home", "In hospital", "In a care home", "Somewhere else"]
                    current: 1
                    unfolded: true
                }
                States {
                    title: "Chosen of many, folded"
                    ChoiceButton {
                        label: "Whose"
                        options: ["My 25 people", "Everybody’s"]
                    }
                }
            }
            Column {
                width: grid.cell
                spacing: Theme.s5
                Field {
                    width: parent.width
                    label: "Name, empty"
                    placeholder: "As the person says it"
                    help: "The name on their letters."
                }
                Field {
                    width: parent.width
                    label: "Day, understood"
                    text: "11 2 39"
                    under: "11 February 1939"
                }
                Field {
                    width: parent.width
                    label: "Passphrase, at fault"
                    secret: true
                    text: "hunter22"
                    fault: "That passphrase does not open this tablet. Nothing was changed."
                }
                SearchField {
                    width: parent.width
                    hint: "Find a person or a service"
                }
                SearchField {
                    width: parent.width
                    hint: "Find a person or a service"
                    text: "Hargr"
                }
                Notice {
                    width: parent.width
                    title: "Waits for you"
                    text: "One item came back."
                    action: "Look at it"
                }
                Notice {
                    width: parent.width
                    kind: Notice.Kind.Calm
                    title: "Nothing was changed"
                    text: "You can go on."
                }
                Notice {
                    width: parent.width
                    kind: Notice.Kind.Danger
                    title: "This tablet is full"
                    text: "What you wrote is safe. Free some room."
                    action: "How"
                }
                Panel {
                    width: parent.width
                    title: "Rows"
                    count: "4"
                    emphasised: true
                    PanelRow {
                        first: true
                        Label {
                            text: "Only shows"
                        }
                    }
                    PanelRow {
                        leads: true
                        spoken: "Leads somewhere"
                        Label {
                            text: "Leads somewhere"
                        }
                    }
                    PanelRow {
                        leads: true
                        down: true
                        spoken: "Pressed"
                        Label {
                            text: "Pressed"
                        }
                    }
                    PanelRow {
                        leads: true
                        waiting: true
                        spoken: "Waits for you"
                        Label {
                            text: "Waits for you"
                        }
                    }
                    PanelRow {
                        leads: true
                        barred: true
                        spoken: "Late, on a list of much that is"
                        Label {
                            text: "Late, on a list of much that is"
                        }
                    }
                }
                States {
                    title: "Ticks"
                    CheckRow {
                        width: parent.width
                        text: "Not ticked"
                        detail: "Nothing is said yet."
                    }
                    CheckRow {
                        width: parent.width
                        text: "Ticked"
                        ticked: true
                    }
                    TickBox {
                        spoken: "Choose, not chosen"
                    }
                    TickBox {
                        spoken: "Choose, chosen"
                        ticked: true
                    }
                    TickBox {
                        spoken: "Choose, pressed"
                        down: true
                    }
                    Ringed {
                        TickBox {
                            spoken: "Choose, keyboard"
                        }
                    }
                }
                Panel {
                    width: parent.width
                    title: "Nothing here"
                    EmptyState {
                        width: parent.width
                        text: "Nobody is on your list yet."
                        action: "Show everyone here"
                    }
                }
                States {
                    title: "Covered, and shown"
                    MaskedValue {
                        value: "4711"
                        means: "Key safe"
                    }
                    MaskedValue {
                        value: "4711"
                        means: "Key safe, shown"
                        open: true
                        hideAfter: 3600000
                    }
                }
                ComparedText {
                    width: parent.width
                    passages: [
                        {
                            kind: "same",
                            number: 0,
                            text: "Bess barks at the door. "
                        },
                        {
                            kind: "here",
                            number: 1,
                            text: "She bit the postman. "
                        },
                        {
                            kind: "gap",
                            number: 2,
                            text: ""
                        }
                    ]
                }
                States {
                    title: "Steps: none, some, all; a thread that waits"
                    StepMarks {
                        width: 160
                        done: 0
                        of: 4
                        text: "0 of 4 ready"
                    }
                    StepMarks {
                        width: 160
                        done: 2
                        of: 4
                        text: "2 of 4 ready"
                    }
                    StepMarks {
                        width: 160
                        done: 4
                        of: 4
                        text: "All ready"
                    }
                    ThreadLine {
                        passed: 2
                        total: 6
                        waiting: true
                    }
                }
                SyncLine {
                    width: parent.width
                    saved: "Saved on this tablet. Everything is sent."
                    state: "Updated a moment ago"
                }
                SyncLine {
                    width: parent.width
                    saved: "1 item came back and waits for you."
                    state: "Updated a moment ago"
                    attention: true
                    link: "See it"
                }
            }
        }
    }
    Sheet {
        heading: "Hand the case over?"
        visible: Qt.application.arguments.indexOf("--sheet") >= 0
        Label {
            width: parent.width
            text: "Tom Adeyemi is asked. Until he accepts, the case stays yours."
        }
        PrimaryButton {
            text: "Ask Tom"
        }
    }
}
