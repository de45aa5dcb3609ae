import QtQml

// The places of the rail and the bottom bar, in their order.
QtObject {
    id: list

    property bool placements: false // this worker's week is made of them
    property bool team: false // this worker manages one
    readonly property var all: list.every.filter(place => (place.key !== "placements" || list.placements) && (place.key !== "team" || list.team))
    readonly property var every: [
        {
            key: "today",
            name: qsTr("Today", "navigation"),
            iconName: "today"
        },
        {
            key: "people",
            name: qsTr("People", "navigation"),
            iconName: "people"
        },
        {
            key: "referrals",
            name: qsTr("Referrals", "navigation"),
            iconName: "referrals"
        },
        {
            key: "placements",
            name: qsTr("Placements", "navigation"),
            iconName: "home"
        },
        {
            key: "team",
            name: qsTr("Team", "navigation: a manager’s page"),
            iconName: "table"
        },
        {
            key: "ring",
            name: qsTr("Who to ring", "navigation"),
            iconName: "phone"
        },
        {
            key: "sharing",
            name: qsTr("Sharing", "navigation: agreements between agencies"),
            iconName: "shield"
        }
    ]
}
