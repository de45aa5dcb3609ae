pragma ComponentBehavior: Bound
import QtQuick
import Frontsheet.Theme
import Frontsheet.Controls
import Frontsheet.ViewModels

// Roles by categories in words. Where all roles do not fit beside each other one is chosen. Pressing a cell shows its clause.
Column {
    id: matrix

    required property AgreementModel model
    readonly property real head: Math.round(170 * Theme.textScale)
    readonly property real least: Math.round(150 * Theme.textScale)
    readonly property bool fits: matrix.width >= matrix.head + matrix.least * Math.max(1, matrix.roles.length)
    readonly property int one: Math.min(matrix.role, matrix.roles.length - 1)
    readonly property var roles: matrix.model.roles
    readonly property var shownRoles: matrix.fits ? matrix.roles.map((role, at) => at) : [matrix.one]
    readonly property real cell: (matrix.width - matrix.head - 2) / Math.max(1, matrix.shownRoles.length)
    property int role: 0
    spacing: Theme.s3

    SegmentedChoice {
        visible: !matrix.fits
        width: parent.width
        label: qsTr("Role", "agreement matrix")
        options: matrix.roles.map(role => role.name)
        current: matrix.one
        onChosen: index => matrix.role = index
    }
    Panel {
        width: parent.width
        Item {
            visible: matrix.fits
            width: parent.width
            height: visible ? names.height + Theme.s3 : 0
            Row {
                id: names
                x: matrix.head
                y: Theme.s2
                Repeater {
                    model: matrix.roles
                    Label {
                        required property var modelData
                        width: matrix.cell
                        leftPadding: Theme.s3
                        rightPadding: Theme.s2
                        text: modelData.audit ? qsTr("%1, audits", "%1 role").arg(modelData.name) : modelData.name
                        strong: true
                        Accessible.role: Accessible.Heading
                    }
                }
            }
        }
        Repeater {
            model: matrix.model.rows
            Item {
                id: line
                required property var modelData
                required property int index
                readonly property bool open: matrix.model.chosenRow === line.index && matrix.shownRoles.includes(matrix.model.chosenRole)
                width: matrix.width
                height: cells.height + (line.open ? detail.height + Theme.s2 : 0)
                Rectangle {
                    width: parent.width
                    height: 1
                    color: Theme.line
                    visible: line.index > 0 || matrix.fits
                }
                Label {
                    id: category
                    x: Theme.rowPad
                    width: matrix.head - Theme.rowPad - Theme.s2
                    height: cells.height
                    verticalAlignment: Text.AlignVCenter
                    text: line.modelData.category
                    strong: true
                }
                Row {
                    id: cells
                    x: matrix.head
                    height: Math.max(Theme.control, category.implicitHeight + Theme.s2)
                    Repeater {
                        model: matrix.shownRoles
                        PressButton {
                            id: cell
                            required property int modelData
                            readonly property var words: line.modelData.cells[cell.modelData]
                            readonly property bool isChosen: line.open && matrix.model.chosenRole === cell.modelData
                            width: matrix.cell
                            height: cells.height
                            atLeft: true
                            enabled: cell.words ? !cell.words.none : false
                            opacity: 1 // that nothing is shared is as much an answer as the rest
                            fill: cell.isChosen ? Theme.tint : "transparent"
                            edgeColor: "transparent"
                            textColor: cell.words && cell.words.none ? Theme.ink2 : Theme.accent
                            type: Theme.body
                            text: cell.words ? cell.words.text : ""
                            spoken: Spoken.join([line.modelData.category, matrix.roles[cell.modelData] ? matrix.roles[cell.modelData].name : "", cell.text])
                            onClicked: matrix.model.choose(cell.isChosen ? -1 : line.index, cell.modelData)
                        }
                    }
                }
                Rectangle {
                    id: detail
                    visible: line.open
                    y: cells.height
                    x: Theme.s2
                    width: parent.width - 2 * x
                    height: visible ? clauses.height + 2 * Theme.s2 : 0
                    radius: Theme.radiusPanel
                    color: Theme.tint
                    Column {
                        id: clauses
                        x: Theme.s2
                        y: Theme.s2
                        width: parent.width - 2 * x
                        spacing: Theme.s2
                        Label {
                            width: parent.width
                            text: matrix.model.chosenTitle
                            type: Theme.row
                            Accessible.role: Accessible.Heading
                        }
                        Repeater {
                            model: line.open ? matrix.model.clauses : []
                            Column {
                                id: clause
                                required property var modelData
                                width: clauses.width
                                Label {
                                    width: parent.width
                                    text: clause.modelData.title
                                    strong: true
                                }
                                TermList {
                                    width: parent.width
                                    terms: clause.modelData.terms
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
