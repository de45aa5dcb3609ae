// What every test of the app stands on: one offscreen QGuiApplication per program and an engine that finds our modules.
#pragma once

#include <QGuiApplication>
#include <QQmlEngine>
#include <gtest/gtest.h>

namespace frontsheet {

// Made on first use; lives as long as the program.
QGuiApplication& offscreenApplication();

class AppTest : public ::testing::Test {
protected:
    AppTest() { m_engine.addImportPath(QStringLiteral("qrc:/qt/qml")); }

    QGuiApplication& m_application = offscreenApplication();
    QQmlEngine m_engine;
};

} // namespace frontsheet
