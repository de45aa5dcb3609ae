import QtQml

// The places of the rail and the bottom bar, in their order.
QtObject {
    readonly property var all: [
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
