// The whole app on the invented town of Kitley, as a process of its own on a desktop of the test's own, and somebody who listens to it
// and has a keyboard and no screen.
#pragma once

#include "tests/app/screen_reader/keyboard.h"
#include "tests/app/screen_reader/own_desktop.h"
#include "tests/app/screen_reader/screen_reader.h"

#include <gtest/gtest.h>

namespace frontsheet::testing {

class HeardApp : public ::testing::Test {
protected:
    // `who` as frontsheet_preview knows them.
    explicit HeardApp(std::string who = "nurse") : m_who(std::move(who)) {}
    void SetUp() override;
    void TearDown() override;

    void unlock();
    // From Today to somebody's page.
    void openPerson(const std::string& name);
    // Words into the entry that is called so.
    void write(const std::string& entry, const std::string& words);
    // What holds on every page (page_rules.h). `page` for whoever reads of a failure.
    void everythingIsSaid(const std::string& page);
    // Page Down until it is in the window: what is not, is not read.
    void scrollDownTo(const std::string& role, const std::string& name);

    [[nodiscard]] static ScreenReader& reader();
    [[nodiscard]] static Keyboard& keyboard();

private:
    std::string m_who;
    demo::ChildProcess m_app;
};

} // namespace frontsheet::testing
