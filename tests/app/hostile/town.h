// Two agencies with a server of their own each, a worker of either with a device, and the trust's patients: small enough to be
// made for a table of tests, and all of it the real programs as processes.
#pragma once

#include "app/demo/device.h"
#include "app/demo/server.h"
#include "tests/core/temporary_folder.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace frontsheet::test {

// What a person at the keyboard is told.
struct Told {
    int exit = -1; // -1 when a signal ended it
    std::string out;
    std::string err;
    [[nodiscard]] bool done() const { return exit == 0; }
    [[nodiscard]] bool says(const std::string& words) const { return err.find(words) != std::string::npos; }
    // The first line of standard error, for the table that a test prints.
    [[nodiscard]] std::string sentence() const;
};

using Environment = std::map<std::string, std::string>;

// The names and words a person of the trust may have: a family name and a given name each.
struct Patient {
    std::string family;
    std::string given;
};
[[nodiscard]] const std::vector<Patient>& patients();

class Town {
public:
    Town();

    [[nodiscard]] demo::Server& trust() { return m_trust; }
    [[nodiscard]] demo::Server& council() { return m_council; }
    [[nodiscard]] demo::Device& nurse() { return m_nurse; }       // W012, of the trust
    [[nodiscard]] demo::Device& assessor() { return m_assessor; } // W001, of the council

    [[nodiscard]] Told device(const demo::Device& device, std::vector<std::string> words,
                              const Environment& environment = {}) const;
    [[nodiscard]] Told server(const demo::Server& server, std::vector<std::string> words,
                              const Environment& environment = {}) const;
    // The nurse's copy of everything, to be damaged.
    [[nodiscard]] demo::Device copyOfNurse(const std::string& name) const;
    // Any person of the trust's on the nurse's device.
    [[nodiscard]] std::string somePerson() const;
    // How often the words stand in notes at the trust's server.
    [[nodiscard]] long long notesAtTrust(const std::string& words) const;
    // GET /healthz of a running server says that it is up.
    [[nodiscard]] static bool isUp(const demo::Server& server);
    // What it logged so far.
    [[nodiscard]] std::string log(const demo::Server& server) const;
    [[nodiscard]] const std::filesystem::path& folder() const { return m_folder.path(); }

private:
    [[nodiscard]] Told run(demo::Command command) const;
    void agree();
    void involveTheNurse();
    void initialise(const demo::Server& server, const std::string& agency, const std::string& kind);

    TemporaryFolder m_folder;
    demo::Server m_council;
    demo::Server m_trust;
    demo::Device m_nurse;
    demo::Device m_assessor;
    mutable int m_acts = 0;
};

// One row of a table, printed as it is found: what was done, and what the person was told.
void printRow(const std::string& what, const Told& told);

[[nodiscard]] std::string bytesOf(const std::filesystem::path& file);
void putBytes(const std::filesystem::path& file, const std::string& bytes);

// Makes a town for the tests of one suite, and the next one afresh.
class TownTest : public ::testing::Test {
protected:
    static void SetUpTestSuite() { s_town = new Town; }
    static void TearDownTestSuite() {
        delete s_town;
        s_town = nullptr;
    }
    static Town& town() { return *s_town; }

private:
    static inline Town* s_town = nullptr;
};

} // namespace frontsheet::test
