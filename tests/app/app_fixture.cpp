#include "tests/app/app_fixture.h"

#include <QQmlExtensionPlugin>

#include "qml/theme/fonts.h"

Q_IMPORT_QML_PLUGIN(Frontsheet_ThemePlugin)
Q_IMPORT_QML_PLUGIN(Frontsheet_ControlsPlugin)

namespace frontsheet {

QGuiApplication& offscreenApplication() {
    static int argc = 1;
    static char name[] = "frontsheet-test";
    static char* argv[] = {name, nullptr};
    static QGuiApplication* const application = [] {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        qputenv("QT_QUICK_BACKEND", "software");
        auto* made = new QGuiApplication(argc, argv); // never destroyed: Qt objects of static life may outlive main
        useFrontsheetFonts();
        return made;
    }();
    return *application;
}

} // namespace frontsheet
