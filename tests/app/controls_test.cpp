// The same program for every tst_*.qml here: Quick Test with our static modules and typeface.
#include <QQmlEngine>
#include <QQmlExtensionPlugin>
#include <QtQuickTest>

#include "qml/theme/fonts.h"

Q_IMPORT_QML_PLUGIN(Frontsheet_ThemePlugin)
Q_IMPORT_QML_PLUGIN(Frontsheet_ControlsPlugin)

class Setup : public QObject {
    Q_OBJECT

public slots:
    void qmlEngineAvailable(QQmlEngine* engine) {
        engine->addImportPath(QStringLiteral("qrc:/qt/qml"));
        frontsheet::useFrontsheetFonts();
    }
};

QUICK_TEST_MAIN_WITH_SETUP(controls, Setup)

#include "controls_test.moc"
