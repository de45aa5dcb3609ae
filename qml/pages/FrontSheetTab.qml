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
    signal openReferral(string referralId)
    signal allReferrals
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

    // The newest few; the rest has its own tab. A list of the model is made anew for whoever reads it: rows ask their repeater.
    readonly property var referrals: page.sheet.referrals
    readonly property var notes: page.sheet.newestNotes
    readonly property real logical: page.innerWidth / Theme.textScale
    readonly property int columns: page.logical >= 1180 ? 3 : page.logical >= 820 ? 2 : 1
    readonly property real first: page.columns === 1 ? page.innerWidth : Math.round((Theme.tablet ? 396 : 324) * Math.min(Theme.textScale, 1.3))
    readonly property real third: page.columns === 3 ? Math.round(336 * Math.min(Theme.textScale, 1.3)) : 0
    readonly property real second: page.columns === 1 ? page.innerWidth : page.innerWidth - page.first - Theme.gap - (page.third > 0 ? page.third + Theme.gap : 0)

    topMargin: Theme.gap

    function showDisagreements() {
        const at = disputes.mapToItem(page.flick.contentItem, 0, 0).y;
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
        LockedSection {
            width: one.width
            sheet: page.sheet
            onRing: number => page.ring(number)
        }
        Repeater {
            model: page.sheet.placements
            OwnWords {
                id: wish
                required property var modelData
                visible: wish.modelData.wish.length > 0
                width: one.width
                title: qsTr("What %1 wants", "front sheet, %1 name as people say it").arg(page.sheet.calledName)
                words: qsTr("“%1”", "somebody's own words").arg(wish.modelData.wish)
                initials: wish.modelData.badge.initials
                shortName: wish.modelData.badge.shortName
                hue: wish.modelData.badge.hue
                date: wish.modelData.asked
            }
        }
        Panel {
            visible: alerts.count > 0
            width: parent.width
            title: qsTr("Alerts", "front sheet")
            count: alerts.count
            Repeater {
                id: alerts
                model: page.sheet.alerts
                AlertRow {
                    required property var modelData
                    required property int index
                    first: index === 0
                    last: index === alerts.count - 1
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
        InvolvedPanel {
            width: parent.width
            sheet: page.sheet
            onFindWhoToRing: page.findWhoToRing()
            onCareTeam: page.careTeam()
            onRing: number => page.ring(number)
        }
        Panel {
            visible: facts.count > 0
            width: parent.width
            title: qsTr("About %1", "front sheet, %1 name as people say it").arg(page.sheet.calledName)
            Repeater {
                id: facts
                model: page.sheet.about
                PanelRow {
                    id: fact
                    required property var modelData
                    required property int index
                    first: fact.index === 0
                    last: fact.index === facts.count - 1
                    padY: Theme.tablet ? 9 : 6
                    spoken: Spoken.join([fact.modelData.label, fact.modelData.value, fact.modelData.badge.shortName])
                    Label {
                        id: label
                        width: Math.round((Theme.tablet ? 100 : 82) * Theme.textScale)
                        text: fact.modelData.label
                        type: Theme.small
                        color: Theme.ink2
                        lineHeight: Theme.body.line
                        Accessible.ignored: true
                    }
                    Column {
                        width: parent.width
                        Label {
                            x: label.width
                            width: parent.width - x
                            text: fact.modelData.value
                            weight: 500
                            Accessible.ignored: true
                        }
                        AgencyBadge {
                            width: parent.width
                            initials: fact.modelData.badge.initials
                            shortName: fact.modelData.badge.shortName
                            hue: fact.modelData.badge.hue
                            trailing: fact.modelData.badge.trailing
                            Accessible.ignored: true
                        }
                    }
                }
            }
        }
    }

    Column {
        id: two
        x: page.columns === 1 ? 0 : one.width + Theme.gap
        y: page.columns === 1 ? one.height + Theme.gap : 0
        width: page.second
        spacing: Theme.gap

        Panel {
            width: parent.width
            title: qsTr("Referrals", "front sheet")
            count: page.referrals.length > 0 ? qsTr("%1 open", "front sheet, referrals").arg(page.sheet.openReferrals) : ""
            action: page.referrals.length > 3 ? qsTr("All %1", "front sheet: opens the whole list").arg(page.referrals.length) : ""
            onActionChosen: page.allReferrals()
            EmptyState {
                visible: page.sheet.loaded && page.referrals.length === 0
                width: parent.width
                text: qsTr("No referrals.", "front sheet")
            }
            Repeater {
                id: newest
                model: page.referrals.slice(0, 3)
                ReferralRow {
                    required property var modelData
                    required property int index
                    row: modelData
                    withPerson: false
                    first: index === 0
                    last: index === newest.count - 1
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
                id: notes
                model: page.notes
                NoteRow {
                    required property var modelData
                    required property int index
                    note: modelData
                    brief: true
                    onShowFiles: page.showFiles(modelData.id)
                    first: index === 0
                    last: index === notes.count - 1
                }
            }
        }
        Panel {
            visible: placements.count > 0
            width: parent.width
            title: qsTr("Placement", "front sheet: where the person went after hospital")
            Repeater {
                id: placements
                model: page.sheet.placements
                PlacementRow {
                    required property var modelData
                    required property int index
                    placement: modelData
                    onOpened: page.openPlacement(modelData.id)
                    onRestrict: page.restrict(modelData.id)
                    onEarlier: page.openHistory(modelData.id)
                    first: index === 0
                    last: index === placements.count - 1
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
            Repeater {
                model: page.sheet.withheld
                WithheldRow {
                    required property var modelData
                    width: disputes.width
                    what: modelData.what
                    reason: modelData.reason
                    ask: modelData.ask
                    number: modelData.number
                    initials: modelData.badge.initials
                    shortName: modelData.badge.shortName
                    hue: modelData.badge.hue
                    onRing: number => page.ring(number)
                }
            }
        }
        TimelinePanel {
            objectName: "timeline"
            width: parent.width
            timeline: page.sheet.timeline
            onOpened: (place, record) => page.openHappening(place, record)
        }
        Panel {
            width: parent.width
            visible: holders.count > 0
            title: qsTr("Who holds a record", "front sheet: agencies with a registration")
            action: qsTr("What may be shared", "front sheet: opens what the person said about sharing")
            onActionChosen: page.permissions()
            Repeater {
                id: holders
                model: page.sheet.holders
                PanelRow {
                    id: holder
                    required property var modelData
                    required property int index
                    first: holder.index === 0
                    leads: true
                    padY: Theme.tablet ? 9 : 6
                    spoken: qsTr("%1, %2. Earlier versions.", "screen reader: %1 agency, %2 date of its registration").arg(holder.modelData.shortName).arg(holder.modelData.trailing)
                    onClicked: page.openHistory(holder.modelData.record)
                    AgencyBadge {
                        width: parent.width
                        initials: holder.modelData.initials
                        shortName: holder.modelData.shortName
                        hue: holder.modelData.hue
                        trailing: holder.modelData.trailing
                        nameColor: Theme.ink
                        Accessible.ignored: true
                    }
                }
            }
            PanelRow {
                objectName: "samePerson"
                leads: true
                spoken: records.text
                onClicked: page.samePerson()
                Label {
                    id: records
                    width: parent.width
                    text: qsTr("The same person on another record?", "front sheet: opens the page on which records are joined and taken apart")
                    color: Theme.accent
                    Accessible.ignored: true
                }
            }
            PanelRow {
                objectName: "whoSawWhat"
                last: true
                leads: true
                spoken: disclosed.text
                onClicked: page.disclosure()
                Label {
                    id: disclosed
                    width: parent.width
                    text: qsTr("Who saw what your agency holds", "front sheet: opens the disclosure page")
                    color: Theme.accent
                    Accessible.ignored: true
                }
            }
        }
    }
}
