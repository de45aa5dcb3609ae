pragma Singleton
import QtQuick

// Every colour, size and distance on screen. The app sets form, dark, textScale and reducedMotion; all else follows.
// The contrast of each pair of tokens that meets as text or as a control's edge is computed in tests/app/theme_contrast_test.
QtObject {
    id: theme

    property bool tablet: true
    property bool dark: false
    property real textScale: 1 // 1 to 2
    property bool reducedMotion: false

    // Surfaces
    readonly property color bg: dark ? "#171715" : "#F5F2EC"
    readonly property color surface: dark ? "#211F1D" : "#FFFEFB"
    readonly property color well: dark ? "#2B2926" : "#ECE8DF"
    readonly property color line: dark ? "#3D3A35" : "#DCD6CA"
    readonly property color edge: dark ? "#857F74" : "#8A8375"
    // What dims the page behind a sheet.
    readonly property color scrim: Qt.alpha("#1C2423", 0.45)
    // Ink
    readonly property color ink: dark ? "#ECE8E1" : "#1C2423"
    readonly property color ink2: dark ? "#B7B1A7" : "#545B58"
    // Accent
    readonly property color accent: dark ? "#7FC6C0" : "#0F5559"
    readonly property color accentPressed: dark ? "#9AD6D0" : "#0A3F42"
    readonly property color accentInk: dark ? "#0C2425" : "#FFFFFF"
    readonly property color tint: dark ? "#1D3534" : "#E1EDEA"
    // The banner on pages about one person
    readonly property color banner: dark ? "#0F3F42" : "#0F4447"
    readonly property color bannerText: dark ? "#F4F1EA" : "#FFFFFF"
    readonly property color bannerLabel: dark ? "#B4CECB" : "#C3DAD8"
    readonly property color bannerLine: dark ? "#2B5A5C" : "#2F6366"
    // A signature is ink on paper: it is kept, and read by others, whatever the light it was made in.
    readonly property color paper: "#FFFFFF"
    readonly property color paperInk: "#1C2423"
    readonly property color allergy: "#8F1F15"
    // What waits for you, and what is wrong
    readonly property color attention: dark ? "#EDBB63" : "#7A4300"
    readonly property color attentionTint: dark ? "#3A2C13" : "#FCF0DA"
    readonly property color attentionMark: dark ? "#D29A3C" : "#BA7615"
    readonly property color danger: dark ? "#F29B8F" : "#9B2318"

    readonly property color badgeText: dark ? "#1B1A17" : "#FFFFFF"
    readonly property list<color> badgeFills: dark ? ["#CFA6D2", "#A9B8E4", "#C3CB86", "#E6A3BD", "#D1B698", "#A5CBA6", "#B3C3CC"] : ["#6A3D6E", "#3F5382", "#566018", "#8A3457", "#6B5138", "#3A6640", "#4A5A63"]

    // Type: each style grows with the reader's text scale; the floor is 12, for badges 11.
    readonly property TypeStyle small: TypeStyle {
        size: Math.round((theme.tablet ? 13 : 12) * theme.textScale)
        line: Math.round((theme.tablet ? 18 : 16) * theme.textScale)
    }
    readonly property TypeStyle body: TypeStyle {
        size: Math.round((theme.tablet ? 15 : 13) * theme.textScale)
        line: Math.round((theme.tablet ? 20 : 18) * theme.textScale)
    }
    readonly property TypeStyle row: TypeStyle {
        size: Math.round((theme.tablet ? 16 : 14) * theme.textScale)
        line: Math.round((theme.tablet ? 22 : 20) * theme.textScale)
        weight: 600
    }
    readonly property TypeStyle section: TypeStyle {
        size: Math.round((theme.tablet ? 18 : 16) * theme.textScale)
        line: Math.round(24 * theme.textScale)
        weight: 600
    }
    readonly property TypeStyle page: TypeStyle {
        size: Math.round((theme.tablet ? 22 : 20) * theme.textScale)
        line: Math.round(28 * theme.textScale)
        weight: 600
    }
    readonly property TypeStyle own: TypeStyle {
        size: Math.round((theme.tablet ? 17 : 15) * theme.textScale)
        line: Math.round((theme.tablet ? 24 : 22) * theme.textScale)
    }
    readonly property TypeStyle note: TypeStyle {
        size: Math.round((theme.tablet ? 16 : 15) * theme.textScale)
        line: Math.round((theme.tablet ? 25 : 23) * theme.textScale)
    }
    readonly property TypeStyle badge: TypeStyle {
        size: Math.round((theme.tablet ? 12 : 11) * theme.textScale)
        line: Math.round(16 * theme.textScale)
        weight: theme.bold
    }

    // Inter's Bold: Qt 6.4 takes the variable font's Bold for anything nearest to 700, but smears it again at 700 itself.
    readonly property int bold: 650
    // Templates take their font from the platform theme otherwise.
    readonly property string family: theme.applicationFont.font.family
    readonly property FontMetrics applicationFont: FontMetrics {}

    // Distance
    readonly property int s1: 4
    readonly property int s2: 8
    readonly property int s3: 12
    readonly property int s4: 16
    readonly property int s5: 20
    readonly property int s6: 24
    readonly property int gap: tablet ? 16 : 12
    readonly property int rowPad: tablet ? 16 : 12

    readonly property int radiusBadge: 4
    readonly property int radiusControl: 6
    readonly property int radiusPanel: 8
    readonly property int radiusSheet: 12

    // Controls: 44 is the least that a finger finds; a mouse needs less.
    readonly property int control: tablet ? 44 : 32
    readonly property int controlInRow: tablet ? 44 : 28
    readonly property int mainCall: tablet ? 52 : 36
    // A place in the rail or the bottom bar, at least: its word grows as all text does, and what there is no room for stands under More.
    readonly property int place: Math.round(64 * Math.min(textScale, 1.5))
    readonly property int iconSize: Math.round((tablet ? 20 : 16) * Math.min(textScale, 1.5))
    readonly property int iconSmall: Math.round((tablet ? 16 : 14) * Math.min(textScale, 1.5))
    // As wide as its words are large. There is a rail where the page is roomy in the reader's own text size, so it takes the same share of it.
    readonly property int rail: Math.round((tablet ? 88 : 80) * textScale)
    readonly property int syncLine: tablet ? 44 : 32
    readonly property int tabs: tablet ? 56 : 38

    readonly property int fade: reducedMotion ? 0 : 150

    // What a page may lay out side by side, measured in the reader's own text size: at 200% a wide tablet reads as a tall one.
    function roomy(width: real): bool {
        return width / textScale >= 1000
    }
    function badgeFill(hue: int): color {
        return badgeFills[((hue % badgeFills.length) + badgeFills.length) % badgeFills.length]
    }
}
