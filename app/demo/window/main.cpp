// frontsheet-demo-window: see README.md beside it.
#include "app/demo/window/chooser_model.h"

#include <QCommandLineParser>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQmlComponent>
#include <QQmlExtensionPlugin>
#include <QQuickWindow>
#include <QSocketNotifier>
#include <QTimer>

#include <cstdio>
#include <memory>
#include <unistd.h>

#include "qml/theme/fonts.h"

Q_IMPORT_QML_PLUGIN(Frontsheet_ThemePlugin)
Q_IMPORT_QML_PLUGIN(Frontsheet_ControlsPlugin)
Q_IMPORT_QML_PLUGIN(Frontsheet_DemoPlugin)

namespace frontsheet::demo {
namespace {

// Lines as they come, whole ones only.
void listen(ChooserModel& model, QSocketNotifier& input) {
    QObject::connect(&input, &QSocketNotifier::activated, &model, [&model, &input, rest = QByteArray{}]() mutable {
        char buffer[65536];
        const auto got = ::read(STDIN_FILENO, buffer, sizeof buffer);
        if (got <= 0) {
            input.setEnabled(false);
            emit model.abandoned();
            return;
        }
        rest.append(buffer, static_cast<qsizetype>(got));
        for (auto end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n')) {
            model.hear(rest.left(end));
            rest.remove(0, end + 1);
        }
    });
}

} // namespace
} // namespace frontsheet::demo

int main(int argc, char** argv) {
    using namespace frontsheet;
    QGuiApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("frontsheet-demo"));
    QQuickWindow::setTextRenderType(QQuickWindow::NativeTextRendering);
    useFrontsheetFonts();
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({{QStringLiteral("png"), QStringLiteral("paints the window and leaves"), QStringLiteral("FILE")},
                       {QStringLiteral("dark"), QStringLiteral("dark colours")}});
    parser.process(application);

    demo::ChooserModel model(nullptr);
    QQmlApplicationEngine engine;
    engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    QQmlComponent holder(&engine);
    holder.setData("import QtQml\nimport Frontsheet.Theme\nQtObject { property QtObject theme: Theme }", {});
    const std::unique_ptr<QObject> held(holder.create());
    if (auto* theme = held ? held->property("theme").value<QObject*>() : nullptr) {
        theme->setProperty("tablet", false);
        theme->setProperty("dark", parser.isSet(QStringLiteral("dark")));
    }
    engine.setInitialProperties({{QStringLiteral("chooser"), QVariant::fromValue(&model)}});
    engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Frontsheet/Demo/ChooserWindow.qml")));
    if (engine.rootObjects().isEmpty()) {
        return 1;
    }
    QObject::connect(&model, &demo::ChooserModel::chosen, [](const QString& key) {
        std::printf("%s\n", qUtf8Printable(key));
        std::fflush(stdout);
    });
    QSocketNotifier input(STDIN_FILENO, QSocketNotifier::Read);
    demo::listen(model, input);
    const bool paints = parser.isSet(QStringLiteral("png"));
    QObject::connect(&model, &demo::ChooserModel::abandoned, [paints] {
        if (!paints) {
            QCoreApplication::quit(); // whoever started it is gone
        }
    });
    if (const QString file = parser.value(QStringLiteral("png")); !file.isEmpty()) {
        auto* window = qobject_cast<QQuickWindow*>(engine.rootObjects().constFirst());
        QTimer::singleShot(600, window, [window, file] {
            const bool saved = window->grabWindow().save(file);
            QCoreApplication::exit(saved ? 0 : 1);
        });
    }
    return QGuiApplication::exec();
}
