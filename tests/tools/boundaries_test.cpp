// Each rule is broken on purpose in a small tree, and the same tree without the break is clean.
#include "tests/tools/boundaries/check.h"
#include "tests/tools/boundaries/cmake_commands.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace frontsheet::boundaries {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr const char* kTable = R"(
kind std include string vector
kind std link Threads::Threads
kind sqlite include sqlite3.h
kind sqlite link frontsheet_sqlcipher
kind curl include curl/*
kind curl link CURL::libcurl
kind qt-quick include QQuick*
kind qt-quick qml QtQuick QtQuick.*
kind qt-core include Q*
kind qt-core link Qt6::Core

folder core/base
folder core/domain core/base
folder core/sqlite core/base
file core/sqlite/*.cpp sqlite
folder sync/client core/domain core/base
file sync/client/curl_*.cpp curl
folder qml/theme qt-quick
folder qml/controls qml/theme qt-quick
folder qml/pages qml/controls qml/theme app/viewmodels qt-quick
folder app/viewmodels core/domain core/base qt-core
folder tests everything

ceiling 10 *.cpp *.h
ceiling 20 tests/*
vague helper utils
)";

// A tree with what every tree has, so that a test names only what it is about.
class Tree {
public:
    Tree& file(std::string path, std::string text) {
        m_files.push_back({std::move(path), std::move(text)});
        return *this;
    }

    [[nodiscard]] std::vector<std::string> violations(const std::string& moreOfTable = {}) const {
        std::vector<SourceFile> files = m_files;
        const auto has = [&](const std::string& path) {
            for (const SourceFile& file : files) {
                if (file.path == path) {
                    return true;
                }
            }
            return false;
        };
        if (!has("README.md")) {
            files.push_back({"README.md", "# It\n\n    ./dev test\n"});
        }
        if (!has(".ci/run")) {
            files.push_back({".ci/run", "#!/bin/sh\nset -e\ncd ..\n./dev test </dev/null\n"});
        }
        for (const SourceFile& file : m_files) {
            const std::string readme = std::string{folderOf(file.path)} + "/README.md";
            if (m_readmes == Readmes::Everywhere && !has(readme)) {
                files.push_back({readme, ""});
            }
        }
        std::vector<std::string> found;
        for (const Violation& violation : checkTree(readTable({"table", kTable + moreOfTable}), files)) {
            found.push_back(toText(violation));
        }
        return found;
    }

    enum class Readmes { Everywhere, AsGiven };
    Tree& readmes(Readmes readmes) {
        m_readmes = readmes;
        return *this;
    }

private:
    std::vector<SourceFile> m_files;
    Readmes m_readmes = Readmes::Everywhere;
};

TEST(Includes, ThatTheTableDrawsAreKept) {
    EXPECT_THAT(Tree{}
                    .file("core/domain/a.h", "#include \"core/base/id.h\"\n#include <string>\n")
                    .file("core/sqlite/db.cpp", "#include <sqlite3.h>\n")
                    .file("sync/client/curl_transport.cpp", "#include <curl/curl.h>\n")
                    .violations(),
                IsEmpty());
}

TEST(Includes, OfAnotherFolderAreANewArrowWithItsLine) {
    EXPECT_THAT(Tree{}.file("core/domain/a.h", "// why\n#include \"sync/client/curl_transport.h\"\n").violations(),
                ElementsAre("core/domain/a.h:2: core/domain may not use sync/client/curl_transport.h "
                            "(\"sync/client/curl_transport.h\") [include]"));
}

TEST(Includes, UpwardsAreRefusedToo) {
    EXPECT_THAT(Tree{}.file("core/base/a.h", "#include \"core/domain/record.h\"\n").violations(),
                ElementsAre("core/base/a.h:1: core/base may not use core/domain/record.h (\"core/domain/record.h\") "
                            "[include]"));
}

TEST(Includes, OfAStrayLibraryAreFoundWhereALinkerWouldNot) {
    EXPECT_THAT(Tree{}.file("core/domain/a.cpp", "  #  include  <curl/curl.h>\n").violations(),
                ElementsAre("core/domain/a.cpp:1: core/domain may not use curl (<curl/curl.h>) [include]"));
}

TEST(Includes, AllowedInSourcesAreStillRefusedInHeaders) {
    EXPECT_THAT(Tree{}.file("core/sqlite/db.h", "#include <sqlite3.h>\n").violations(),
                ElementsAre("core/sqlite/db.h:1: core/sqlite may not use sqlite (<sqlite3.h>) [include]"));
}

TEST(Includes, AllowedInOneSourceAreRefusedInItsNeighbour) {
    EXPECT_THAT(Tree{}.file("sync/client/exchange.cpp", "#include <curl/curl.h>\n").violations(),
                ElementsAre("sync/client/exchange.cpp:1: sync/client may not use curl (<curl/curl.h>) [include]"));
}

TEST(Includes, OfUnknownHeadersWaitForSomeoneToSayWhatTheyAre) {
    EXPECT_THAT(Tree{}.file("core/base/a.cpp", "#include <magic.h>\n").violations(),
                ElementsAre("core/base/a.cpp:1: <magic.h> belongs to no kind yet: add it to the table [include]"));
}

TEST(Includes, ThroughAMacroAreRefused) {
    EXPECT_THAT(Tree{}.file("core/base/a.cpp", "#include HEADER\n").violations(),
                ElementsAre("core/base/a.cpp:1: <HEADER> belongs to no kind yet: add it to the table [include]"));
}

TEST(Includes, WithoutTheirPathAreRefused) {
    EXPECT_THAT(Tree{}.file("core/base/a.cpp", "#include \"id.h\"\n").violations(),
                ElementsAre("core/base/a.cpp:1: include \"id.h\" by its path from the root, or with <> if it is not "
                            "ours [include]"));
}

TEST(Includes, InCommentsAndStringsAreNone) {
    EXPECT_THAT(Tree{}
                    .file("core/base/a.cpp", "/*\n#include <curl/curl.h>\n*/\n// #include <sqlite3.h>\n"
                                             "const char* s = R\"(\n// not a comment)\";\nint n = 1'000'000;\n")
                    .violations(),
                IsEmpty());
}

TEST(Includes, InAFolderTheTableDoesNotKnowAreRefused) {
    EXPECT_THAT(Tree{}.file("core/cache/a.h", "").violations(),
                ElementsAre("core/cache/a.h: no line of the table speaks of this folder [include]"));
}

TEST(Links, FollowTheSameArrows) {
    EXPECT_THAT(
        Tree{}
            .file("core/base/CMakeLists.txt", "frontsheet_library(frontsheet_base SOURCES id.cpp)\n")
            .file("core/domain/CMakeLists.txt",
                  "frontsheet_library(frontsheet_domain\n    SOURCES a.cpp # the rules\n    PUBLIC "
                  "frontsheet_base\n    PRIVATE CURL::libcurl)\n")
            .file("sync/client/CMakeLists.txt",
                  "frontsheet_library(frontsheet_sync_client SOURCES c.cpp PRIVATE CURL::libcurl Threads::Threads)\n"
                  "target_link_libraries(frontsheet_sync_client PUBLIC frontsheet_domain Qt6::Core)\n")
            .violations(),
        ElementsAre("core/domain/CMakeLists.txt:4: core/domain may not use curl (CURL::libcurl) [link]",
                    "sync/client/CMakeLists.txt:2: sync/client may not use qt-core (Qt6::Core) [link]"));
}

TEST(Links, ToTargetsOfOtherFoldersAreArrows) {
    EXPECT_THAT(
        Tree{}
            .file("core/base/CMakeLists.txt", "frontsheet_library(frontsheet_base SOURCES id.cpp PUBLIC "
                                              "frontsheet_domain frontsheet_nowhere)\n")
            .file("core/domain/CMakeLists.txt", "frontsheet_library(frontsheet_domain SOURCES a.cpp)\n")
            .violations(),
        ElementsAre("core/base/CMakeLists.txt:1: 'frontsheet_nowhere' is neither a target of ours nor of a kind "
                    "in the table [link]",
                    "core/base/CMakeLists.txt:1: core/base may not use core/domain (frontsheet_domain) [link]"));
}

TEST(Links, FollowLeaveToIncludeASingleFile) {
    const auto tree = [](const std::string& include) {
        Tree peers;
        peers.file("sync/client/CMakeLists.txt", "frontsheet_library(frontsheet_sync_client SOURCES c.cpp)\n")
            .file("sync/peer/CMakeLists.txt", "frontsheet_library(peer SOURCES p.cpp PRIVATE frontsheet_sync_client)\n")
            .file("sync/peer/p.cpp", "#include \"" + include + "\"\n");
        return peers;
    };
    const std::string leave = "folder sync/peer sync/client/curl_transport.h\n";
    EXPECT_THAT(tree("sync/client/curl_transport.h").violations(leave), IsEmpty());
    EXPECT_THAT(tree("sync/client/sync_engine.h").violations(leave),
                ElementsAre("sync/peer/p.cpp:1: sync/peer may not use sync/client/sync_engine.h "
                            "(\"sync/client/sync_engine.h\") [include]"));
}

TEST(CmakeCommands, KeepWordsAndLines) {
    const auto commands = commandsOf("Set(a \"b # c\") # d\nif(NOT (a))\nendif()\n");
    ASSERT_EQ(commands.size(), 3U);
    EXPECT_EQ(commands[0].name, "set");
    EXPECT_EQ(commands[0].words.at(1).text, "b # c");
    EXPECT_EQ(commands[1].line, 2);
    EXPECT_EQ(commands[1].words.at(1).text, "a");
}

// The modules of the screens, as CMake declares them.
Tree screens() {
    Tree tree;
    tree.file("qml/theme/CMakeLists.txt", "qt_add_qml_module(theme URI Frontsheet.Theme QML_FILES Theme.qml)\n");
    tree.file("qml/controls/CMakeLists.txt", "qt_add_qml_module(controls URI Frontsheet.Controls)\n");
    tree.file("app/viewmodels/CMakeLists.txt", "qt_add_qml_module(viewmodels URI Frontsheet.ViewModels)\n");
    return tree;
}

TEST(Imports, OfControlsDoNotReachViewModels) {
    EXPECT_THAT(
        screens()
            .file("qml/controls/Chip.qml", "import QtQuick\nimport Frontsheet.Theme\nimport Frontsheet.ViewModels\n")
            .file("qml/pages/Today.qml", "import QtQuick.Controls as C\nimport Frontsheet.ViewModels\n")
            .violations(),
        ElementsAre("qml/controls/Chip.qml:3: qml/controls may not use app/viewmodels (Frontsheet.ViewModels) "
                    "[import]"));
}

TEST(Imports, ByRelativeFolderAreFollowed) {
    EXPECT_THAT(screens().file("qml/controls/Chip.qml", "import QtQuick\nimport \"../pages\"\n").violations(),
                ElementsAre("qml/controls/Chip.qml:2: qml/controls may not use qml/pages (\"../pages\") [import]"));
}

TEST(Imports, OfUnknownModulesWaitForSomeoneToSayWhatTheyAre) {
    EXPECT_THAT(screens().file("qml/pages/Today.qml", "import Frontsheet.Widgets\n").violations(),
                ElementsAre("qml/pages/Today.qml:1: 'Frontsheet.Widgets' is neither a module of ours nor of a kind in "
                            "the table [import]"));
}

TEST(Theme, OwnsEveryColour) {
    EXPECT_THAT(Tree{}
                    .file("qml/pages/Today.qml", "Item {\n"
                                                 "    color: \"#ff8800\"\n"
                                                 "    border.color: 'white'\n"
                                                 "    textColor: \"red\"\n"
                                                 "    color: Qt.rgba(0, 0, 0, 0.5)\n"
                                                 "    color: \"transparent\"\n"
                                                 "    color: Theme.ink // was \"#000\"\n"
                                                 "    text: \"#12 of 40\"\n"
                                                 "}\n")
                    .file("qml/theme/Theme.qml", "QtObject { property color ink: \"#102030\" }\n")
                    .violations(),
                ElementsAre("qml/pages/Today.qml:2: a colour in hex: take it from qml/theme [theme]",
                            "qml/pages/Today.qml:3: a colour by name: take it from qml/theme [theme]",
                            "qml/pages/Today.qml:4: a colour by name: take it from qml/theme [theme]",
                            "qml/pages/Today.qml:5: a colour by numbers: take it from qml/theme [theme]"));
}

TEST(Theme, OwnsEveryFontSize) {
    EXPECT_THAT(Tree{}
                    .file("qml/pages/Today.qml", "Text {\n"
                                                 "    font.pixelSize: 14\n"
                                                 "    font.pixelSize: Theme.body.size + 1\n"
                                                 "    font { pointSize: big ? 20 : 10 }\n"
                                                 "}\n")
                    .violations(),
                ElementsAre("qml/pages/Today.qml:2: a font size: take it from qml/theme [theme]",
                            "qml/pages/Today.qml:4: a font size: take it from qml/theme [theme]"));
}

TEST(Theme, HoldsForPaintedControlsToo) {
    EXPECT_THAT(Tree{}
                    .file("qml/controls/dial.cpp", "auto a = QColor(12, 13, 14);\n"
                                                   "painter->setPen(Qt::white);\n"
                                                   "auto b = QColor(\"#fff\");\n"
                                                   "auto c = QColor{m_ink};\n"
                                                   "painter->fillRect(r, Qt::transparent);\n")
                    .violations(),
                ElementsAre("qml/controls/dial.cpp:1: a colour: take it from qml/theme [theme]",
                            "qml/controls/dial.cpp:2: a colour by name: take it from qml/theme [theme]",
                            "qml/controls/dial.cpp:3: a colour in hex: take it from qml/theme [theme]"));
}

TEST(Readmes, AreInEveryFolderThatHoldsAFile) {
    EXPECT_THAT(Tree{}
                    .readmes(Tree::Readmes::AsGiven)
                    .file("core/base/id.h", "")
                    .file("core/domain/record.h", "")
                    .file("core/domain/README.md", "")
                    .violations(),
                ElementsAre("core/base: has no README.md: what lives here, and who may include whom [readme]"));
}

TEST(Sizes, HaveACeilingAndExceptionsAReason) {
    const std::string twelve(12, '\n');
    Tree tree;
    tree.file("core/base/long.cpp", twelve).file("tests/core/long_test.cpp", twelve);
    EXPECT_THAT(tree.violations(), ElementsAre("core/base/long.cpp: 12 lines, above 10: split it by job [size]"));
    EXPECT_THAT(tree.violations("except size core/base/long.cpp because it is one table\n"), IsEmpty());
}

TEST(Exceptions, DoNotOutliveTheirReason) {
    EXPECT_THAT(Tree{}.violations("except size core/base/gone.cpp because it was one table\n"),
                ElementsAre("tests/tools/boundaries.txt:28: the exception for core/base/gone.cpp is no longer needed "
                            "[table]"));
}

TEST(Names, SayTheJob) {
    EXPECT_THAT(Tree{}
                    .file("core/base/string_utils.h", "")
                    .file("qml/pages/PageHelper.qml", "")
                    .file("core/base/utilsation.h", "")
                    .violations(),
                ElementsAre("core/base/string_utils.h: 'utils' does not say the job of the file [name]",
                            "qml/pages/PageHelper.qml: 'helper' does not say the job of the file [name]"));
}

TEST(Sleeps, HaveNoPlaceInTests) {
    EXPECT_THAT(
        Tree{}
            .file("tests/core/a_test.cpp", "std::this_thread::sleep_for(5ms);\n"
                                           "::sleep(1);\n"
                                           "QTest::qWait(50);\n"
                                           "ASSERT_TRUE(QTest::qWaitFor(arrived));\n"
                                           "world.sleeper(); // we never sleep(1)\n"
                                           "say(\"sleep(1)\");\n")
            .file("tests/app/tst_a.qml", "wait(100)\ntryCompare(a, 'b', 1)\nspy.wait()\n")
            .file("tests/app/walk.py", "time.sleep(0.1)\n")
            .file("tests/app/run.sh", "sleep 1\nset_asleep 1\n")
            .file("core/base/retry.cpp", "std::this_thread::sleep_for(pause);\n")
            .violations(),
        ElementsAre("tests/app/run.sh:1: a sleep: turn the injected clock, or wait for what should happen [sleep]",
                    "tests/app/tst_a.qml:1: a blind wait: turn the injected clock, or wait for what should "
                    "happen [sleep]",
                    "tests/app/walk.py:1: a sleep: turn the injected clock, or wait for what should happen [sleep]",
                    "tests/core/a_test.cpp:1: a sleep: turn the injected clock, or wait for what should happen "
                    "[sleep]",
                    "tests/core/a_test.cpp:2: a sleep: turn the injected clock, or wait for what should happen "
                    "[sleep]",
                    "tests/core/a_test.cpp:3: a blind wait: turn the injected clock, or wait for what should "
                    "happen [sleep]"));
}

TEST(Commands, CiRunsWhatTheReadmeSays) {
    EXPECT_THAT(Tree{}.file("README.md", "Run `./dev test`.\n").violations(),
                ElementsAre("README.md: does not show './dev test', which CI runs [commands]"));
    EXPECT_THAT(Tree{}.file(".ci/run", "#!/bin/sh\napt-get install x\n./dev test\n").violations(),
                ElementsAre(".ci/run: runs 2 commands instead of one [commands]"));
}

TEST(Table, SaysWhichOfItsLinesItCannotRead) {
    const Table table = readTable({"table", "kind std include string\nfolder core/base sqlit\nexcept size a.cpp\n"});
    ASSERT_EQ(table.faults.size(), 2U);
    EXPECT_EQ(table.faults[0].line, 3);
    EXPECT_EQ(table.faults[1].message, "'core/base' uses 'sqlit', which is neither a kind nor in a folder here");
}

TEST(Globs, StandForAnyRunOfCharacters) {
    EXPECT_TRUE(globMatches("core/*.cpp", "core/base/id.cpp"));
    EXPECT_TRUE(globMatches("*", ""));
    EXPECT_TRUE(globMatches("a*b*c", "a-b-b-c"));
    EXPECT_FALSE(globMatches("a*b*c", "a-b-b-d"));
    EXPECT_FALSE(globMatches("core/*.cpp", "core/base/id.h"));
    EXPECT_FALSE(isInside("core/basement/a.h", "core/base"));
}

} // namespace
} // namespace frontsheet::boundaries
