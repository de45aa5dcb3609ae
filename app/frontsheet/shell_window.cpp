#include "app/frontsheet/shell_window.h"

#include "app/frontsheet/covered_entry.h"

#include <QQmlComponent>
#include <QQmlEngine>
#include <QQmlExtensionPlugin>
#include <QQuickWindow>
#include <QVariantMap>

#include <algorithm>

#include "qml/controls/typed_words.h"

Q_IMPORT_QML_PLUGIN(Frontsheet_ThemePlugin)
Q_IMPORT_QML_PLUGIN(Frontsheet_ControlsPlugin)
Q_IMPORT_QML_PLUGIN(Frontsheet_ViewModelsPlugin)
Q_IMPORT_QML_PLUGIN(Frontsheet_PagesPlugin)

namespace frontsheet {

ShellWindow::ShellWindow(AppModel& app, const Look& look) : m_app(app) {
    keepCoveredEntries();
    m_engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    m_engine.setInitialProperties({{QStringLiteral("app"), QVariant::fromValue(&app)}});
    m_engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Frontsheet/Pages/Main.qml")));
    if (!m_engine.rootObjects().isEmpty()) {
        m_window = qobject_cast<QQuickWindow*>(m_engine.rootObjects().constFirst());
    }
    if (m_window != nullptr) {
        m_collection = std::make_unique<IdleCollection>(m_engine, *m_window);
        m_lockKey = std::make_unique<LockKey>(app, *m_window);
    }
    // Qt 6.4 gives no handle on a singleton written in QML, so a small object holds it.
    QQmlComponent holder(&m_engine);
    holder.setData("import QtQml\nimport Frontsheet.Theme\nQtObject { property QtObject theme: Theme }", {});
    m_holder.reset(holder.create());
    m_theme = m_holder ? m_holder->property("theme").value<QObject*>() : nullptr;
    keepWhatIsTyped();
    setLook(look);
}

void ShellWindow::keepWhatIsTyped() {
    auto* typed = m_engine.singletonInstance<TypedWords*>(qmlTypeId("Frontsheet.Controls", 1, 0, "TypedWords"));
    if (typed != nullptr) {
        QObject::connect(typed, &TypedWords::typed, m_app.keptWords(), &KeptWordsModel::keep);
        QObject::connect(m_app.keptWords(), &KeptWordsModel::known, typed, &TypedWords::know);
        QObject::connect(m_app.keptWords(), &KeptWordsModel::forgotten, typed, &TypedWords::forget);
    }
}

void ShellWindow::setLook(const Look& look) {
    if (m_theme == nullptr) {
        return;
    }
    m_theme->setProperty("tablet", look.form == Form::Tablet);
    m_theme->setProperty("dark", look.dark);
    m_theme->setProperty("textScale", std::clamp(look.textScale, 1.0, 2.0));
    m_app.setForm(look.form);
}

} // namespace frontsheet
