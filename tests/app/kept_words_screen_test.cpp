// Words typed on a sheet while the disk is full: they are kept as soon as there is room.
#include "core/usecases/kept_words.h"
#include "tests/app/app_fixture.h"
#include "tests/app/support/screens.h"

namespace frontsheet::testing {
namespace {

class KeptWordsScreen : public AppTest {
protected:
    KeptWordsScreen() { m_screens.unlock(); }

    void types(const char* words) { kept().keep(QStringLiteral("outcome"), QString::fromUtf8(words)); }
    void keepsNow() {
        kept().flush();
        m_screens.settle();
    }
    KeptWordsModel& kept() { return *m_screens.app.keptWords(); }
    KeptWords::All stored() { return KeptWords(m_screens.kitley.workplace()).all().value(); }

    Screens m_screens;
};

TEST_F(KeptWordsScreen, WhatAFullDiskRefusedIsKeptOnceItHasRoom) {
    m_screens.kitley.store.failNextFacts(ErrorCode::DiskFull);
    types("carers from tomorrow");
    keepsNow();
    ASSERT_TRUE(stored().empty());
    keepsNow();
    EXPECT_EQ(stored(), (KeptWords::All{{"outcome", "carers from tomorrow"}}));
}

TEST_F(KeptWordsScreen, AndGivesWayToWhatWasTypedSince) {
    m_screens.kitley.store.failNextFacts(ErrorCode::DiskFull);
    types("carers from");
    kept().flush();
    types("carers from tomorrow");
    m_screens.settle(); // the refusal comes back only now
    keepsNow();
    EXPECT_EQ(stored(), (KeptWords::All{{"outcome", "carers from tomorrow"}}));
}

} // namespace
} // namespace frontsheet::testing
