pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// One person: the banner, the parts as tabs, and the two things one does here.
Item {
    id: page

    required property AppModel app
    readonly property FrontSheetModel sheet: page.app.frontSheet
    readonly property bool wide: Theme.roomy(page.width + Theme.rail)
    readonly property real margin: Theme.tablet ? (page.wide ? 20 : 24) : 16
    property alias tab: tabs.current
    signal openReferral(string referralId)
    signal openPlacement(string placementId)
    signal writeNote(string personId, string draftId, string addendumTo)
    signal refer(string personId)
    signal addForm(string type, string personId)
    signal permissions(string personId)
    signal disclosure(string personId)
    signal ring(string number)
    signal findWhoToRing(string personId, string name)
    signal openHistory(string personId, string recordId)
    signal openSamePerson(string personId)
    signal careTeam(string personId)
    signal openVersions(string personId, string recordId, string op)
    signal openForm(string type, string personId, var preset)
    signal editForm(string recordId)
    signal messageAbout(string personId, string recordId)
    signal planVisit(string personId)
    signal measure(string personId)
    signal messages(string personId)
    signal askToBeInvolved(string personId, string agency)
    signal openConference(string conferenceId)

    function showFiles(recordId: string) {
        page.app.files.open(recordId);
        files.open();
    }
    // Where something that happened is told in full.
    function showHappening(place: string, recordId: string) {
        if (place === "referral")
            page.openReferral(recordId);
        else if (place === "conference")
            page.openConference(recordId);
        else
            tabs.current = place === "plan" ? 1 : 3;
    }
    // As somebody who has just come to it is to see it.
    function begin() {
        tabs.current = 0;
        sheetTab.toTop();
    }
    function add() {
        adding.ask();
    }
    function restrict(recordId: string) {
        page.app.restriction.open(recordId);
        restricting.open();
    }

    PersonHead {
        id: banner
        titles: true
        width: parent.width
        sheet: page.sheet
        margin: page.margin
        onVersionsChosen: {
            tabs.current = 0;
            sheetTab.show(sheetTab.disputesPart);
        }
    }
    Rectangle {
        id: strip
        anchors.top: banner.bottom
        width: parent.width
        height: page.wide ? Math.max(tabs.implicitHeight, calls.height + 2) : tabs.implicitHeight
        color: Theme.surface

        TabStrip {
            id: tabs
            x: page.margin
            width: parent.width - 2 * x - (page.wide ? calls.width + Theme.s4 : 0)
            anchors.bottom: parent.bottom
            label: qsTr("Parts of this record", "screen reader: the tabs of a person")
            entries: [
                {
                    name: qsTr("Front sheet", "tab of a person"),
                    count: ""
                },
                {
                    name: qsTr("Plan", "tab of a person"),
                    count: ""
                },
                {
                    name: qsTr("Referrals", "tab of a person"),
                    count: !page.sheet.turning && page.sheet.openReferrals > 0 ? String(page.sheet.openReferrals) : ""
                },
                {
                    name: qsTr("Visits and notes", "tab of a person"),
                    count: !page.sheet.turning && page.sheet.noteCount > 0 ? String(page.sheet.noteCount) : ""
                }
            ]
            onChosen: index => tabs.current = index
            onCurrentChanged: {
                let walk = page.Window.activeFocusItem;
                while (walk && walk !== parts)
                    walk = walk.parent;
                if (walk)
                    tabs.take();
            }
        }
        Rectangle {
            width: parent.width
            height: 1
            color: Theme.line
            anchors.bottom: parent.bottom
        }
    }
    // Nothing of the person before is seen, pressed or reached by keyboard while the next is being read.
    Item {
        id: parts
        anchors.top: strip.bottom
        anchors.bottom: foot.top
        width: parent.width
        opacity: page.sheet.turning ? 0 : 1
        enabled: !page.sheet.turning

        Notice {
            id: fault
            visible: page.sheet.errorTitle.length > 0
            x: page.margin
            y: visible ? Theme.s3 : 0
            width: parent.width - 2 * x
            height: visible ? implicitHeight : 0
            arrives: true
            title: page.sheet.errorTitle
            text: page.sheet.errorText
        }
        AlertLine {
            id: alertLine
            objectName: "alertLine"
            visible: sheetTab.visible && sheetTab.alertsEnd > parent.height - fault.y - fault.height
            anchors.top: fault.bottom
            anchors.topMargin: visible ? Theme.s2 : 0
            x: page.margin
            width: parent.width - 2 * x
            height: visible ? implicitHeight : 0
            alerts: page.sheet.alerts
            called: page.sheet.calledName
            onClicked: sheetTab.show(sheetTab.alertsPart)
        }
        FrontSheetTab {
            id: sheetTab
            objectName: "frontSheet"
            visible: tabs.current === 0
            anchors.top: alertLine.bottom
            anchors.bottom: parent.bottom
            width: parent.width
            margin: page.margin
            sheet: page.sheet
            onOpenReferral: id => page.openReferral(id)
            onOpenPlacement: id => page.openPlacement(id)
            onOpenHappening: (place, record) => page.showHappening(place, record)
            onPermissions: page.permissions(page.sheet.personId)
            onDisclosure: page.disclosure(page.sheet.personId)
            onRestrict: id => page.restrict(id)
            onOpenHistory: record => page.openHistory(page.sheet.personId, record)
            onSamePerson: page.openSamePerson(page.sheet.personId)
            onCareTeam: page.careTeam(page.sheet.personId)
            onAsk: agency => page.askToBeInvolved(page.sheet.personId, agency)
            onShowFiles: id => page.showFiles(id)
            onOpenVersions: (record, op) => page.openVersions(page.sheet.personId, record, op)
            onAllReferrals: tabs.current = 2
            onOpenPlan: tabs.current = 1
            onAllNotes: tabs.current = 3
            onRing: number => page.ring(number)
            onFindWhoToRing: page.findWhoToRing(page.sheet.personId, page.sheet.calledName)
        }
        LazyPage {
            shown: tabs.current === 1
            anchors.top: fault.bottom
            anchors.bottom: parent.bottom
            width: parent.width

            sourceComponent: PlanTab {
                objectName: "planTab"
                margin: page.margin
                plan: page.app.plan
                sheet: page.sheet
                conferences: page.app.conferences
                onOpenConference: id => page.openConference(id)
                onOpenForm: (type, person, preset) => page.openForm(type, person, preset)
                onEditForm: record => page.editForm(record)
                onOpenHistory: record => page.openHistory(page.sheet.personId, record)
                onMessage: record => page.messageAbout(page.sheet.personId, record)
                onAsk: agency => page.askToBeInvolved(page.sheet.personId, agency)
                onRing: number => page.ring(number)
            }
        }
        LazyPage {
            shown: tabs.current === 2
            anchors.top: fault.bottom
            anchors.bottom: parent.bottom
            width: parent.width

            sourceComponent: PersonReferralsTab {
                margin: page.margin
                sheet: page.sheet
                onOpenReferral: id => page.openReferral(id)
                onRefer: page.refer(page.sheet.personId)
            }
        }
        LazyPage {
            shown: tabs.current === 3
            anchors.top: fault.bottom
            anchors.bottom: parent.bottom
            width: parent.width

            sourceComponent: NotesTab {
                margin: page.margin
                sheet: page.sheet
                onRestrict: id => page.restrict(id)
                onOpenHistory: record => page.openHistory(page.sheet.personId, record)
                onShowFiles: id => page.showFiles(id)
                onWriteNote: (draft, addendumTo) => page.writeNote(page.sheet.personId, draft, addendumTo)
                onPlanVisit: page.planVisit(page.sheet.personId)
                onMeasure: page.measure(page.sheet.personId)
                onMessages: page.messages(page.sheet.personId)
            }
        }
    }
    // Beside the tabs where there is room, otherwise above the sync line, where a thumb is.
    Rectangle {
        id: foot
        visible: !page.wide
        width: parent.width
        height: visible ? calls.height + 20 : 0
        anchors.bottom: parent.bottom
        color: Theme.surface
        Rectangle {
            width: parent.width
            height: 1
            color: Theme.line
        }
    }
    Row {
        id: calls
        parent: page.wide ? strip : foot
        x: page.wide ? parent.width - width - page.margin : page.margin
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.s2
        readonly property real third: (page.width - 2 * page.margin - 2 * Theme.s2) / 3
        SecondaryButton {
            width: page.wide ? implicitWidth : calls.third
            least: page.wide ? Theme.control : Theme.mainCall
            text: qsTr("Add", "button: what can be written about a person")
            spoken: qsTr("Add to what is known of %1", "screen reader, %1 name").arg(page.sheet.calledName)
            iconName: "plus"
            onClicked: page.add()
        }
        SecondaryButton {
            width: page.wide ? implicitWidth : calls.third
            least: page.wide ? Theme.control : Theme.mainCall
            text: qsTr("Refer", "button: make a referral")
            iconName: "referrals"
            onClicked: page.refer(page.sheet.personId)
        }
        PrimaryButton {
            width: page.wide ? implicitWidth : calls.third
            least: page.wide ? Theme.control : Theme.mainCall
            text: qsTr("Write note", "button")
            iconName: "pencil"
            onClicked: page.writeNote(page.sheet.personId, "", "")
        }
    }
    AddSheet {
        id: adding
        objectName: "addSheet"
        form: page.app.form
        called: page.sheet.calledName
        onChosen: type => page.addForm(type, page.sheet.personId)
    }
    FilesSheet {
        id: files
        objectName: "sheetFiles"
        model: page.app.files
    }
    NamedReadersSheet {
        id: restricting
        choices: page.app.restriction.readerChoices
        named: page.app.restriction.namedReaders
        consequence: page.app.restriction.consequence
        saving: true
        busy: page.app.restriction.busy
        intro: qsTr("You and the people you choose go on reading it, nobody else. Others are not told that it is there; who has read it has read it.", "restricting what is on the record")
        onReaderChosen: (key, chosen) => page.app.restriction.nameReader(key, chosen)
        onOpenedToAll: page.app.restriction.openToAll()
        onFinished: page.app.restriction.save()
    }
    Notice {
        visible: page.app.restriction.errorTitle.length > 0
        anchors.bottom: parent.bottom
        anchors.bottomMargin: foot.height + Theme.s3
        x: page.margin
        width: parent.width - 2 * x
        kind: Notice.Kind.Danger
        arrives: true
        title: page.app.restriction.errorTitle
        text: page.app.restriction.errorText
    }
}
