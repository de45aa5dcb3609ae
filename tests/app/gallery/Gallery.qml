import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls

// Every control once, with invented people.
Rectangle {
    color: Theme.bg

    Row {
        id: rail
        height: parent.height
        Rectangle {
            width: Theme.rail
            height: parent.height
            color: Theme.well
            Column {
                width: parent.width
                Item {
                    width: parent.width
                    height: 64
                    LineIcon {
                        anchors.centerIn: parent
                        name: "frontsheet"
                        color: Theme.accent
                        size: 28
                    }
                }
                NavButton {
                    width: parent.width
                    iconName: "today"
                    text: "Today"
                    chosen: true
                }
                NavButton {
                    width: parent.width
                    iconName: "people"
                    text: "People"
                }
                NavButton {
                    width: parent.width
                    iconName: "referrals"
                    text: "Referrals"
                    count: 1
                }
                NavButton {
                    width: parent.width
                    iconName: "phone"
                    text: "Who to ring"
                }
                NavAction {
                    width: parent.width
                    iconName: "lock"
                    text: "Lock"
                }
                Item {
                    width: parent.width
                    height: 60
                    Avatar {
                        initials: "BP"
                        anchors.centerIn: parent
                    }
                }
            }
            Rectangle {
                width: 1
                height: parent.height
                color: Theme.line
                anchors.right: parent.right
            }
        }
    }
    PatientBanner {
        id: banner
        anchors.left: rail.right
        anchors.right: parent.right
        name: "HARGREAVE, Edith (Mrs)"
        born: "11 February 1939 (87y)"
        gender: "Female"
        nhsNumber: "999 526 0182"
        allergy: "Allergy: penicillin"
        twoVersions: true
        facts: [
            {
                label: "Address",
                value: "14 Orchard Row, Kitley"
            },
            {
                label: "Phone",
                value: "01632 960 118"
            },
            {
                label: "Likes to be called",
                value: "Edie"
            },
            {
                label: "Case owner",
                value: "Ruth Okafor"
            }
        ]
    }
    Rectangle {
        id: tabs
        anchors.left: rail.right
        anchors.right: parent.right
        anchors.top: banner.bottom
        height: strip.height
        color: Theme.surface
        TabStrip {
            label: "Parts of this record"
            id: strip
            x: 20
            width: parent.width - 300
            entries: [
                {
                    name: "Front sheet",
                    count: ""
                },
                {
                    name: "Referrals",
                    count: "3"
                },
                {
                    name: "Visits and notes",
                    count: ""
                }
            ]
            onChosen: index => strip.current = index
        }
        Row {
            anchors.right: parent.right
            anchors.rightMargin: 20
            anchors.verticalCenter: parent.verticalCenter
            spacing: 8
            SecondaryButton {
                text: "Write note"
                iconName: "pencil"
            }
            PrimaryButton {
                text: "Refer"
                iconName: "referrals"
            }
        }
        Rectangle {
            width: parent.width
            height: 1
            anchors.bottom: parent.bottom
            color: Theme.line
        }
    }
    ScrollPage {
        anchors.left: rail.right
        anchors.right: parent.right
        anchors.top: tabs.bottom
        anchors.bottom: foot.top

        Grid {
            id: grid
            width: parent.width
            columns: Theme.roomy(width) ? 3 : width / Theme.textScale > 620 ? 2 : 1
            spacing: Theme.gap
            property real cell: (width - (columns - 1) * spacing) / columns

            Column {
                width: grid.cell
                spacing: Theme.gap
                OwnWords {
                    width: parent.width
                    title: "What matters to me"
                    words: "“Call me Edie. I like my tea before the questions. Leave the back door open so I hear the birds.”"
                    initials: "KC"
                    shortName: "Kitley Council"
                    hue: 0
                    date: "2 September 2026"
                }
                Panel {
                    width: parent.width
                    title: "Alerts"
                    count: "2"
                    AlertRow {
                        first: true
                        iconName: "paw"
                        title: "Dog."
                        detail: "Bess, terrier. Shut kitchen door first."
                        initials: "HH"
                        shortName: "Harbour Health"
                        hue: 1
                        date: "4 September 2026"
                    }
                    AlertRow {
                        last: true
                        iconName: "key"
                        title: "Key safe"
                        detail: "by side door"
                        secret: "4711"
                        initials: "PR"
                        shortName: "Priory Road Surgery"
                        hue: 2
                        date: "3 September 2026"
                    }
                }
                WithheldRow {
                    width: parent.width
                    what: "1 item is withheld"
                    reason: "Your role is not in the agreement (clause 7)."
                    ask: "Ask Farida Noor"
                    number: "01632 960 455"
                    initials: "EM"
                    shortName: "Estuary Mental Health"
                    hue: 3
                }
                Field {
                    width: parent.width
                    label: "Passphrase"
                    secret: true
                    text: "hunter22"
                    fault: "That passphrase does not open this tablet. Nothing was changed."
                }
            }
            Column {
                width: grid.cell
                spacing: Theme.gap
                Panel {
                    width: parent.width
                    title: "Open referrals"
                    count: "2"
                    action: "All 2"
                    PanelRow {
                        id: r1
                        leads: true
                        waiting: true
                        first: true
                        spoken: "Befriending"
                        Column {
                            width: parent.width
                            spacing: 3
                            Item {
                                width: parent.width
                                height: chip.height
                                Label {
                                    text: "Befriending"
                                    strong: true
                                    anchors.verticalCenter: parent.verticalCenter
                                }
                                StateChip {
                                    id: chip
                                    anchors.right: parent.right
                                    text: "No answer yet"
                                    iconName: "clock"
                                    kind: StateChip.Kind.Amber
                                }
                            }
                            Item {
                                width: parent.width
                                height: 20
                                AgencyBadge {
                                    initials: "NC"
                                    shortName: "Neighbourhood Care"
                                    hue: 5
                                }
                                ThreadLine {
                                    anchors.right: parent.right
                                    anchors.verticalCenter: parent.verticalCenter
                                    passed: 2
                                    total: 6
                                    waiting: true
                                }
                            }
                            ClockLine {
                                width: parent.width
                                used: 1
                                late: true
                                words: "1 working day overdue. Now with duty."
                            }
                        }
                    }
                    PanelRow {
                        leads: true
                        last: true
                        spoken: "Bath and stairs"
                        Column {
                            width: parent.width
                            spacing: 3
                            Item {
                                width: parent.width
                                height: chip2.height
                                Label {
                                    text: "Bath and stairs"
                                    strong: true
                                    anchors.verticalCenter: parent.verticalCenter
                                }
                                StateChip {
                                    id: chip2
                                    anchors.right: parent.right
                                    text: "Accepted"
                                    iconName: "person-check"
                                    kind: StateChip.Kind.Tint
                                }
                            }
                            Item {
                                width: parent.width
                                height: 20
                                AgencyBadge {
                                    initials: "KC"
                                    shortName: "Kitley Council"
                                    hue: 0
                                }
                                ThreadLine {
                                    anchors.right: parent.right
                                    anchors.verticalCenter: parent.verticalCenter
                                    passed: 4
                                    total: 6
                                }
                            }
                            ClockLine {
                                width: parent.width
                                used: 0.5
                                words: "First contact due"
                                until: "17 September 2026"
                            }
                        }
                    }
                }
                DisagreementRow {
                    width: parent.width
                    subject: "Address"
                    maySay: true
                    versions: [
                        {
                            value: "14 Orchard Row, Kitley, ZZ4 2LN",
                            initials: "KC",
                            shortName: "Kitley Council",
                            hue: 0,
                            date: "seen on 3 September 2026",
                            mine: "",
                            right: [
                                {
                                    text: "Nia Osei, Harbour Health, says this is right, 4 September 2026",
                                    waiting: false
                                }
                            ]
                        },
                        {
                            value: "Flat 2, 41 Mill Street, Kitley, ZZ4 1TD",
                            initials: "PR",
                            shortName: "Priory Road Surgery",
                            hue: 2,
                            date: "registered 12 May 2019"
                        }
                    ]
                }
                SegmentedChoice {
                    width: parent.width
                    options: ["Visit", "Telephone", "Met with others"]
                    onChosen: index => current = index
                }
                ChoiceChips {
                    width: parent.width
                    label: "Severity"
                    options: ["Mild", "Severe", "Not known"]
                    current: 1
                    onChosen: index => current = index
                }
                ChoiceList {
                    width: parent.width
                    label: "Kind of risk"
                    options: ["Falls", "Fire", "Infection"]
                    onChosen: index => current = index
                }
                CheckRow {
                    width: parent.width
                    text: "Has a key"
                    detail: "They have one themselves"
                    ticked: true
                    onClicked: ticked = !ticked
                }
                SearchField {
                    width: parent.width
                    hint: "Find a person or a service"
                }
                Flow {
                    width: parent.width
                    spacing: Theme.s2
                    ChoiceButton {
                        label: "Whose"
                        options: ["My 25 people", "Everybody’s"]
                        onChosen: index => current = index
                    }
                    ToggleChip {
                        text: "Overdue only"
                        on: true
                    }
                }
                StepMarks {
                    width: 160
                    done: 2
                    of: 7
                    text: "2 of 7 ready"
                }
                Flow {
                    width: parent.width
                    spacing: 8
                    FilterChip {
                        text: "A fall"
                    }
                    RingButton {
                        who: "Nadia"
                        number: "01632 960 214"
                        main: true
                    }
                    RingButton {
                        who: "Ruth"
                        number: "01632 960 214"
                        brief: true
                    }
                    LinkButton {
                        text: "See reasons"
                        iconAfter: "chevron-right"
                    }
                }
                Notice {
                    width: parent.width
                    title: "No signal"
                    text: "Your work is safe on this tablet and goes out by itself when there is a signal."
                    action: "Try now"
                }
            }
            Column {
                width: grid.cell
                spacing: Theme.gap
                ClockDial {
                    width: parent.width
                    used: 0.5
                    words: "2 working days left"
                    what: "First contact due by"
                    until: "Thursday 17 September 2026, 17:00"
                }
                Thread {
                    width: parent.width
                    stages: [
                        {
                            time: "09:52",
                            date: "Friday 11 September",
                            iconName: "tray",
                            title: "Queued on this tablet",
                            detail: "No signal at Orchard Row. Kept safe here.",
                            place: -1,
                            waiting: false
                        },
                        {
                            time: "12:20",
                            date: "Friday 11 September",
                            iconName: "arrow-up",
                            title: "Sent",
                            detail: "From Priory Road Surgery.",
                            place: -1,
                            waiting: false
                        },
                        {
                            time: "08:50",
                            date: "Today",
                            iconName: "person-check",
                            title: "Accepted by Sam Whitlock",
                            detail: "“I’ll ring Edie first, then come on Thursday with a bath board.”",
                            place: 0,
                            waiting: false
                        },
                        {
                            time: "By 17:00",
                            date: "Thursday 17 September",
                            iconName: "clock",
                            title: "First contact due",
                            detail: "If it passes, Priya Nair on duty is told.",
                            place: 1,
                            waiting: false
                        },
                        {
                            time: "",
                            date: "",
                            iconName: "check-circle",
                            title: "Finished, with an outcome",
                            detail: "You will get it in words.",
                            place: 1,
                            waiting: false
                        }
                    ]
                }
                WritingArea {
                    width: parent.width
                    hint: "What happened, in your words"
                    text: "Edie up and dressed when I came, had made her own tea."
                    foot: [
                        Label {
                            x: 14
                            anchors.verticalCenter: parent ? parent.verticalCenter : undefined
                            text: "Saved on this tablet at 10:47, as you type."
                            type: Theme.small
                            strong: true
                        }
                    ]
                }
                Panel {
                    width: parent.width
                    PickRow {
                        first: true
                        underHeading: false
                        chosen: true
                        title: "Bethan Price"
                        detail: "Social work assessor at Harbour Surgery"
                        initials: "KC"
                        shortName: "Kitley Council"
                    }
                    PickRow {
                        last: true
                        title: "Tom Adeyemi"
                        detail: "Social work assessor at Kitley Health Centre"
                        initials: "KC"
                        shortName: "Kitley Council"
                    }
                }
            }
        }
        Flow {
            y: grid.height + 20
            width: parent.width
            spacing: 12
            Repeater {
                model: ["frontsheet", "today", "people", "person", "person-check", "person-question", "referrals", "phone", "lock", "search", "close", "check", "check-double", "chevron-left", "chevron-right", "chevron-down", "plus", "pencil", "clock", "eye", "question", "info", "warning", "tray", "arrow-up", "arrow-right", "arrow-back", "review", "check-circle", "stop", "home", "building", "paw", "key", "fall", "not-equal", "no-signal", "signal", "pill", "flag", "star", "alert", "note", "send", "sync", "pin", "shield", "message", "speech", "table", "undo", "more"]
                LineIcon {
                    required property string modelData
                    name: modelData
                    color: Theme.ink
                    size: 32
                }
            }
        }
    }
    SyncLine {
        id: foot
        anchors.left: rail.right
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        saved: "Saved on this tablet. 3 items waiting to send."
        state: "No signal since 09:41"
        offline: true
        link: "See the 3 items"
    }
}
