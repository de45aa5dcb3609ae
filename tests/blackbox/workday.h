// Seeded work of all workers: notes, drafts, their edits and the scans on them, addenda, notes in error, referrals, answers, messages. It knows only
// what the programs said, and every act goes into the journal before it is asked for.
#pragma once

#include "tests/blackbox/county.h"
#include "tests/blackbox/desk.h"
#include "tests/blackbox/journal.h"

#include <filesystem>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace frontsheet::blackbox {

class Workday {
public:
    Workday(County& county, Journal& journal, std::mt19937_64& chance);

    [[nodiscard]] Desk& desk(const std::string& key) { return m_desks.at(key); }
    [[nodiscard]] std::vector<std::string> keys() const;
    [[nodiscard]] std::string anybody();
    [[nodiscard]] std::string agencyOf(const std::string& key) const;

    // Begun; what comes of it is taken by `took`.
    struct Begun {
        unsigned no = 0;
        std::string kind;
        std::string record;
        bool listening = false;
    };
    [[nodiscard]] Begun beginAct(const std::string& key);
    // Into the journal: saved, not done, or nothing.
    void took(const std::string& key, const Begun& begun, const Answer& answer);
    void actOnce(const std::string& key);
    // A scan of some size on a draft of theirs, which is begun where there is none. Whether it was said to be saved.
    bool attachOnce(const std::string& key);
    // What was put on the record by that act, as it was.
    [[nodiscard]] static std::filesystem::path scan(const County& county, unsigned act);
    // What the device says waits no more was sent. Only after a sync that ended well.
    void noteSent(const std::string& key);
    // Which referrals there are to answer.
    void lookAround(const std::string& key);

private:
    struct Own {
        std::vector<std::string> drafts; // own, not signed
        std::vector<std::string> signedNotes;
        std::vector<std::string> sentReferrals;
        std::map<std::string, std::string> toAnswer; // referral -> what comes next
        std::map<unsigned, std::string> waiting;     // act -> record; saved and not seen to be sent
    };
    struct Chosen {
        std::string kind;
        std::string record;
        std::vector<std::string> words;
    };
    [[nodiscard]] Begun begin(const std::string& key, const Chosen& chosen);
    [[nodiscard]] Chosen choose(const std::string& key, const std::string& mark);
    [[nodiscard]] Chosen draft(const std::string& key, const std::string& mark);
    [[nodiscard]] Chosen attachTo(const std::string& draft, const std::string& mark);
    [[nodiscard]] std::string textFile(const std::string& key, const std::string& mark);
    [[nodiscard]] std::vector<std::string> referralWords(const std::string& key, const std::string& textFile,
                                                         const std::string& mark);
    [[nodiscard]] std::string oneOf(const std::vector<std::string>& all);

    County& m_county;
    Journal& m_journal;
    std::mt19937_64& m_chance;
    std::map<std::string, Desk> m_desks;
    std::map<std::string, Own> m_own;
};

} // namespace frontsheet::blackbox
