// Paints any QML file that uses our controls into a PNG, or shows it: for looking at controls while drawing them.
//   frontsheet_gallery FILE.qml --size 1280x800 [--laptop] [--dark] [--text-scale N] [--sheet] [--png OUT]
#include <QCommandLineParser>
#include <QGuiApplication>
#include <QImage>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQmlExtensionPlugin>
#include <QQuickItem>
#include <QQuickView>
#include <QTimer>

#include <memory>

#include "qml/theme/fonts.h"

Q_IMPORT_QML_PLUGIN(Frontsheet_ThemePlugin)
Q_IMPORT_QML_PLUGIN(Frontsheet_ControlsPlugin)

int main(int argc, char** argv) {
    QGuiApplication app(argc, argv);
    QQuickWindow::setTextRenderType(QQuickWindow::NativeTextRendering);
    QCommandLineParser parser;
    parser.addOptions({{"size", "window size", "WxH", "1280x800"},
                       {"laptop", "laptop form"},
                       {"dark", "dark theme"},
                       {"text-scale", "1 to 2", "N", "1"},
                       {"sheet", "with a sheet over it, where the file has one"},
                       {"png", "write and leave", "FILE"}});
    parser.addPositionalArgument("file", "a QML file");
    parser.process(app);
    frontsheet::useFrontsheetFonts();

    QQuickView view;
    view.engine()->addImportPath(QStringLiteral("qrc:/qt/qml"));
    QQmlComponent themeSource(view.engine());
    themeSource.setData("import QtQml\nimport Frontsheet.Theme\nQtObject { property QtObject theme: Theme }", {});
    const std::unique_ptr<QObject> holder(themeSource.create());
    if (!holder || parser.positionalArguments().isEmpty()) {
        qWarning("%s", qPrintable(themeSource.errorString()));
        return 2;
    }
    auto* theme = holder->property("theme").value<QObject*>();
    theme->setProperty("tablet", !parser.isSet("laptop"));
    theme->setProperty("dark", parser.isSet("dark"));
    theme->setProperty("textScale", parser.value("text-scale").toDouble());
    theme->setProperty("reducedMotion", true);

    const QStringList size = parser.value("size").split('x');
    view.setResizeMode(QQuickView::SizeRootObjectToView);
    view.resize(size.value(0).toInt(), size.value(1).toInt());
    view.setColor(theme->property("bg").value<QColor>());
    view.setSource(QUrl::fromUserInput(parser.positionalArguments().constFirst(), QStringLiteral(".")));
    if (view.status() == QQuickView::Error) {
        return 2;
    }
    view.show();
    if (parser.isSet("png")) {
        QTimer::singleShot(250, &app, [&] {
            const bool written = view.grabWindow().save(parser.value("png"));
            QGuiApplication::exit(written ? 0 : 1);
        });
    }
    return QGuiApplication::exec();
}
