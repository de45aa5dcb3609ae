// One county for all scenarios of a program: two trusts' worth of trouble needs one nurse and one assessor. Each act is told in
// words, and those are looked at.
#pragma once

#include "tests/blackbox/county.h"
#include "tests/blackbox/desk.h"
#include "tests/core/temporary_folder.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>

namespace frontsheet::blackbox {

class Scenario : public ::testing::Test {
protected:
    static void SetUpTestSuite();
    static void TearDownTestSuite();
    void SetUp() override;
    void TearDown() override; // nothing that was written stands in a log

    static County& county() { return *s_county; }
    static demo::Server& trust() { return county().server("community_trust"); }
    static const demo::Device& nurse() { return county().device("nurse"); }

    // The nurse's program, open; what she is told by one act. Opened by the first act of a test, closed with it.
    [[nodiscard]] Told act(const std::vector<std::string>& words);
    // Saved, or the test fails. Gives the record.
    std::string note(const std::string& words);
    [[nodiscard]] Told sync() { return act({"sync", "--server", "community_trust"}); }
    [[nodiscard]] static std::vector<std::string> noteWords(const std::string& words);

    // Notes with the words at the trust's server.
    [[nodiscard]] static long long atTrust(const std::string& words);
    // The nurse's outbox is empty.
    [[nodiscard]] bool nothingWaits();
    // In calm weather it goes out by itself, once.
    void goesOutOnce(const std::string& words);
    // Another process may open her device then.
    void closeDesk();
    // A row of the table that a test prints: what was done, and what the person was told.
    static void printRow(const std::string& what, const Told& told);

private:
    static inline std::unique_ptr<test::TemporaryFolder> s_folder;
    static inline std::unique_ptr<County> s_county;
    std::unique_ptr<Desk> m_desk;
    std::size_t m_read = 0; // of the device's standard error
};

} // namespace frontsheet::blackbox
