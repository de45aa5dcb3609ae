pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// The sheet itself. Order: who has opened it in an emergency; own words, alerts, people; then what is under way; then what agencies disagree on and what
// happened last. Three columns on a laptop, two on a wide tablet, one when tall or when the text is large.
ScrollPage {
    id: page

    required property FrontSheetModel sheet
    reading: !page.sheet.loaded && page.sheet.errorTitle.length === 0
    signal openReferral(string referralId)
    signal allReferrals
    signal openPlan
    signal permissions
    signal disclosure
    signal samePerson
    signal openPlacement(string placementId)
    signal openHappening(string place, string recordId)
    signal restrict(string recordId)
    signal showFiles(string recordId)
    signal openVersions(string recordId, string op)
    signal openHistory(string recordId)
    signal allNotes
    signal ring(string number)
    signal findWhoToRing
    signal careTeam
    signal ask(string agency)
    // The newest few; the rest has its own tab. A list of the model is made anew for whoever reads it: rows ask their repeater.
    readonly property var notes: page.sheet.newestNotes
    readonly property var ownWords: page.sheet.ownWords
    readonly property real logical: page.innerWidth / Theme.textScale
    readonly property int columns: page.logical >= 1180 ? 3 : page.logical >= 820 ? 2 : 1
    readonly property real first: page.columns === 1 ? page.innerWidth : Math.round((Theme.tablet ? 396 : 324) * Math.min(Theme.textScale, 1.3))
    readonly property real third: page.columns === 3 ? Math.round(336 * Math.min(Theme.textScale, 1.3)) : 0
    readonly property real second: page.columns === 1 ? page.innerWidth : page.innerWidth - page.first - Theme.gap - (page.third > 0 ? page.third + Theme.gap : 0)

    about: page.sheet.personId
    topMargin: Theme.gap

    component Rows: PlacedRows {
        spare: 16
    }
    Rows {
        id: firstWords
        rows: page.ownWords.slice(0, 1)
    }
    Rows {
        id: otherWords
        rows: page.ownWords.slice(1)
    }
    Rows {
        id: alertRows
        rows: page.sheet.alerts
    }
    Rows {
        id: toRingRows
        rows: page.sheet.toRing
    }
    Rows {
        id: medicineRows
        rows: page.sheet.medicines
    }
    Rows {
        id: aboutRows
        rows: page.sheet.about
    }
    Rows {
        id: referralRows
        rows: page.sheet.newestReferrals
    }
    Rows {
        id: noteRows
        rows: page.notes
    }
    Rows {
        id: placementRows
        rows: page.sheet.placements
    }
    Rows {
        id: withheldRows
        rows: page.sheet.withheld
    }
    Rows {
        id: holderRows
        rows: page.sheet.holders
    }

    property alias alertsPart: alerts
    property alias disputesPart: disputes
    // Where the last alert ends when the page has not been scrolled; 0: there is none.
    readonly property real alertsEnd: alerts.visible ? page.topMargin + alerts.y + alerts.height : 0
    function show(part: Item) {
        const at = part.mapToItem(page.flick.contentItem, 0, 0).y;
        page.flick.contentY = Math.max(0, Math.min(at - Theme.gap, page.flick.contentHeight - page.flick.height));
    }

    Column {
        id: one
        width: page.first
        spacing: Theme.gap

        SheetNotices {
            width: one.width
            sheet: page.sheet
            onOpenVersions: (record, op) => page.openVersions(record, op)
        }
        NotHereNotice {
            objectName: "notHere"
            width: one.width
            sheet: page.sheet
            onAsk: agency => page.ask(agency)
        }
        LockedSection {
            width: one.width
            sheet: page.sheet
            onRing: number => page.ring(number)
        }
        Repeater {
            model: firstWords
            OwnWords {
                id: said
                required property var modelData
                required property bool here
                visible: said.here
                width: one.width
                title: said.modelData.title
                words: said.modelData.words
                initials: said.modelData.badge.initials
                shortName: said.modelData.badge.shortName
                hue: said.modelData.badge.hue
                date: said.modelData.date
            }
        }
        Panel {
            id: alerts
            visible: alertRows.count > 0
            width: parent.width
            title: qsTr("Alerts", "front sheet")
            count: alertRows.count
            Repeater {
                model: alertRows
                AlertRow {
                    required property var modelData
                    required property int index
                    required property bool here
                    visible: here
                    first: index === 0
                    last: index === alertRows.count - 1
                    iconName: modelData.iconName
                    title: modelData.title
                    detail: modelData.detail
                    secret: modelData.secret
                    onSecretShown: page.sheet.secretShown(modelData.record)
                    initials: modelData.badge.initials
                    shortName: modelData.badge.shortName
                    hue: modelData.badge.hue
                    date: modelData.badge.trailing
                }
            }
        }
        Repeater {
            model: otherWords
            OwnWords {
                id: also
                required property var modelData
                required property bool here
                visible: also.here
                width: one.width
                title: also.modelData.title
                words: also.modelData.words
                initials: also.modelData.badge.initials
                shortName: also.modelData.badge.shortName
                hue: also.modelData.badge.hue
                date: also.modelData.date
            }
        }
        InvolvedPanel {
            width: parent.width
            sheet: page.sheet
            onFindWhoToRing: page.findWhoToRing()
            onCareTeam: page.careTeam()
            onRing: number => page.ring(number)
        }
        LazyPart {
            width: parent.width
            fitted: true
            shown: toRingRows.count > 0
            sourceComponent: SheetToRing {
                toRing: toRingRows
                onRing: number => page.ring(number)
            }
        }
        LazyPart {
            width: parent.width
            fitted: true
            shown: medicineRows.count > 0
            sourceComponent: SheetMedicines {
                medicines: medicineRows
            }
        }
        LazyPart {
            width: parent.width
            fitted: true
            shown: aboutRows.count > 0
            sourceComponent: SheetAbout {
                called: page.sheet.calledName
                about: aboutRows
            }
        }
    }

    Column {
        id: two
        x: page.columns === 1 ? 0 : one.width + Theme.gap
        y: page.columns === 1 ? one.height + Theme.gap : 0
        width: page.second
        spacing: Theme.gap

        SheetPlan {
            width: parent.width
            sheet: page.sheet
            onOpened: page.openPlan()
        }
        Panel {
            width: parent.width
            title: qsTr("Referrals", "front sheet")
            count: page.sheet.referralCount > 0 ? qsTr("%1 open", "front sheet, referrals").arg(page.sheet.openReferrals) : ""
            action: page.sheet.referralCount > 3 ? qsTr("All %1", "front sheet: opens the whole list").arg(page.sheet.referralCount) : ""
            onActionChosen: page.allReferrals()
            EmptyState {
                visible: page.sheet.loaded && page.sheet.referralCount === 0
                width: parent.width
                text: qsTr("No referrals.", "front sheet")
            }
            Repeater {
                model: referralRows
                ReferralRow {
                    required property var modelData
                    required property int index
                    required property bool here
                    visible: here
                    row: modelData
                    withPerson: false
                    first: index === 0
                    last: index === referralRows.count - 1
                    onClicked: page.openReferral(row.id)
                }
            }
        }
        Panel {
            width: parent.width
            title: qsTr("Visits and notes", "front sheet")
            count: page.sheet.noteCount > 0 ? page.sheet.noteCount : ""
            action: page.sheet.noteCount > 0 ? qsTr("All notes", "front sheet: opens the whole list") : ""
            onActionChosen: page.allNotes()
            EmptyState {
                visible: page.sheet.loaded && page.sheet.noteCount === 0
                width: parent.width
                text: qsTr("No notes yet.", "front sheet")
            }
            Repeater {
                model: noteRows
                NoteRow {
                    required property var modelData
                    required property int index
                    required property bool here
                    visible: here
                    note: modelData
                    brief: true
                    onShowFiles: page.showFiles(modelData.id)
                    first: index === 0
                    last: index === noteRows.count - 1
                }
            }
        }
        Panel {
            visible: placementRows.count > 0
            width: parent.width
            title: qsTr("Placement", "front sheet: where the person went after hospital")
            Repeater {
                model: placementRows
                PlacementRow {
                    required property var modelData
                    required property int index
                    required property bool here
                    visible: here
                    placement: modelData
                    onOpened: page.openPlacement(modelData.id)
                    onRestrict: page.restrict(modelData.id)
                    onEarlier: page.openHistory(modelData.id)
                    first: index === 0
                    last: index === placementRows.count - 1
                }
            }
        }
    }

    // Beside the others, or below the shorter of two.
    Column {
        readonly property bool belowFirst: page.columns === 2 && one.height < two.height
        x: page.columns === 3 ? two.x + two.width + Theme.gap : belowFirst ? one.x : two.x
        y: page.columns === 3 ? 0 : belowFirst ? one.y + one.height + Theme.gap : two.y + two.height + Theme.gap
        width: page.columns === 3 ? page.third : belowFirst ? page.first : page.second
        spacing: Theme.gap

        Column {
            id: disputes
            width: parent.width
            spacing: Theme.gap
            DisagreementsSection {
                visible: page.sheet.disagreements.length > 0
                width: parent.width
                sheet: page.sheet
            }
            WithheldSection {
                width: parent.width
                rows: withheldRows
                onRing: number => page.ring(number)
            }
        }
        TimelinePanel {
            objectName: "timeline"
            width: parent.width
            timeline: page.sheet.timeline
            onOpened: (place, record) => page.openHappening(place, record)
        }
        SheetHolders {
            width: parent.width
            visible: holderRows.count > 0
            holders: holderRows
            onPermissions: page.permissions()
            onOpenHistory: record => page.openHistory(record)
            onSamePerson: page.samePerson()
            onDisclosure: page.disclosure()
        }
    }
}
