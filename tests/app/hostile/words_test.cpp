// Names and words of every kind, end to end: from the extract through the servers onto another agency's device, stored,
// found and shown exactly.

#include "tests/app/hostile/town.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>

namespace frontsheet::test {

class Words : public TownTest {
protected:
    static std::vector<nlohmann::json> lines(const Told& told) {
        std::vector<nlohmann::json> all;
        std::istringstream in(told.out);
        for (std::string line; std::getline(in, line);) {
            all.push_back(nlohmann::json::parse(line, nullptr, false));
        }
        return all;
    }

    // On the nurse's device, by exactly that name; empty: nobody is.
    static std::string personNamed(const Patient& patient) {
        static const auto registered = [] {
            std::map<std::pair<std::string, std::string>, std::string> all;
            const auto dump = town().nurse().dump();
            for (const auto& record : dump ? dump->records() : std::vector<demo::DumpedRecord>{}) {
                if (record.type == "registration") {
                    all[{record.field("family_name"), record.field("given_name")}] = record.person;
                }
            }
            return all;
        }();
        const auto found = registered.find({patient.family, patient.given});
        return found == registered.end() ? std::string{} : found->second;
    }

    static bool finds(const demo::Device& device, const std::string& typed, const std::string& person) {
        const auto found = lines(town().device(device, {"search", "--text-file", device.textFile(typed).string()}));
        return std::any_of(found.begin(), found.end(), [&](const auto& line) { return line["person"] == person; });
    }

    static std::string repeated(const std::string& words, std::size_t bytes) {
        std::string text;
        while (text.size() < bytes) {
            text += words;
        }
        return text;
    }

    // A note for each patient, each hard in its own way.
    static std::vector<std::string> notes() {
        return {
            "Mrs O'Neill's \"usual\" \\ 'quoted' `ticks`; -- DROP TABLE note; %s %n {} <b>&amp;</b> $(rm)",
            "Null",
            "True",
            "\u0642\u0627\u0644\u062a: \u00ab\u0644\u0627 \u0623\u0631\u064a\u062f\u00bb and then she said yes",
            "\u05d0\u05de\u05e8\u05d4 \u05e9\u05d4\u05d9\u05d0 \u05e2\u05d9\u05d9\u05e4\u05d4 (tired) 10 mg",
            "\u5979\u60f3\u56de\u5bb6\u3002\u6b65\u884c\u56f0\u96be\u3002",
            "Line one\nline two\n\n\tindented\n  two spaces  \nlast",
            "Cafe\u0301 decomposed, caf\u00e9 composed: kept as they were written",
            "Family \U0001F469\u200D\U0001F469\u200D\U0001F467\u200D\U0001F466 flag "
            "\U0001F3F4\U000E0067\U000E0062\U000E0077"
            "\U000E006C\U000E0073\U000E007F thumbs \U0001F44D\U0001F3FD",
            repeated("Ten thousand characters of an ordinary afternoon. ", 10'000),
            repeated("\u8d85\u957f\u7684\u8bb0\u5f55\u3002", 30'000), // ten thousand of three bytes each
            "\u202Eoverride\u202C and \u2066isolate\u2069 stay where they were put",
            "Zero\u200Bwidth, soft\u00ADhyphen, no\u00A0break",
        };
    }
};

TEST_F(Words, NamesAreStoredFoundAndShownExactly) {
    for (const auto& patient : patients()) {
        SCOPED_TRACE(patient.family + ", " + patient.given);
        const auto person = personNamed(patient);
        ASSERT_FALSE(person.empty()) << "stored exactly";
        EXPECT_TRUE(finds(town().nurse(), patient.given + " " + patient.family, person)) << "found by its names";
        const auto sheet = town().device(town().nurse(), {"front-sheet", "--person", person});
        ASSERT_TRUE(sheet.done());
        const auto shown = lines(sheet).front();
        EXPECT_EQ(shown["family_name"][0]["value"], patient.family);
        EXPECT_EQ(shown["given_name"][0]["value"], patient.given);
        std::printf("  %s, %s\n", patient.family.c_str(), patient.given.c_str());
    }
}

TEST_F(Words, NotesReachAnotherAgencysDeviceWordForWord) {
    const auto& nurse = town().nurse();
    const auto& assessor = town().assessor();
    std::map<std::string, std::pair<std::string, std::string>> written; // note -> person, text
    std::vector<std::string> referrals;
    const auto texts = notes();
    ASSERT_EQ(texts.size(), patients().size());
    for (std::size_t i = 0; i < texts.size(); ++i) {
        SCOPED_TRACE(texts[i].substr(0, 60));
        const auto person = personNamed(patients()[i]);
        const auto told = town().device(nurse, nurse.noteWords(person, texts[i]));
        ASSERT_TRUE(told.done()) << told.err;
        written[lines(told).front()["record"]] = {person, texts[i]};
        const auto referred =
            town().device(nurse, {"refer", "--person", person, "--to-agency", "council", "--to-service", "SVC01",
                                  "--to-worker", "W001", "--need", "Rail: " + patients()[i].family, "--reason-file",
                                  nurse.textFile(texts[i]).string()});
        ASSERT_TRUE(referred.done()) << referred.err;
        referrals.push_back(lines(referred).front()["record"]);
    }
    ASSERT_TRUE(town().device(nurse, {"sync"}).done());
    ASSERT_TRUE(town().device(assessor, {"sync"}).done());
    for (const auto& referral : referrals) {
        const auto told = town().device(assessor, {"answer", "accept", "--referral", referral, "--text-file",
                                                   assessor.textFile("\u0646\u0639\u0645, O'Neill").string()});
        ASSERT_TRUE(told.done()) << told.err;
    }
    ASSERT_TRUE(town().device(assessor, {"sync"}).done());
    const auto there = assessor.dump();
    ASSERT_TRUE(there);
    for (const auto& [id, note] : written) {
        SCOPED_TRACE(note.second.substr(0, 60));
        const auto* record = there->find(id);
        ASSERT_NE(record, nullptr);
        EXPECT_EQ(record->field("text"), note.second);
        const auto sheet = lines(town().device(assessor, {"front-sheet", "--person", note.first}));
        EXPECT_TRUE(std::any_of(sheet.begin(), sheet.end(), [&](const auto& l) {
            return l.value("note", std::string{}) == note.second;
        })) << "shown exactly";
    }
    for (std::size_t i = 0; i < referrals.size(); ++i) {
        const auto* referral = there->find(referrals[i]);
        ASSERT_NE(referral, nullptr);
        EXPECT_EQ(referral->field("need"), "Rail: " + patients()[i].family);
        EXPECT_EQ(referral->field("reason"), texts[i]);
        EXPECT_EQ(referral->field("answer"), "\u0646\u0639\u0645, O'Neill");
    }
    // Found by words of the notes, on the other agency's device.
    const auto personOf = [&](std::size_t i) { return personNamed(patients()[i]); };
    EXPECT_TRUE(finds(assessor, "tired", personOf(4)));
    EXPECT_TRUE(finds(assessor, "\u05e2\u05d9\u05d9\u05e4\u05d4", personOf(4)));
    EXPECT_TRUE(finds(assessor, "\u0623\u0631\u064a\u062f", personOf(3)));
    EXPECT_TRUE(finds(assessor, "\u56de\u5bb6", personOf(5)));
    EXPECT_TRUE(finds(assessor, "caf\u00e9", personOf(7)));
    EXPECT_TRUE(finds(assessor, "decomposed", personOf(7)));
    // And none of it in a log.
    for (const auto* server : {&town().trust(), &town().council()}) {
        const auto log = town().log(*server);
        EXPECT_FALSE(log.empty());
        for (const auto& patient : patients()) {
            if (patient.family != "Null" && patient.family != "True") {
                EXPECT_EQ(log.find(patient.family), std::string::npos);
            }
        }
        EXPECT_EQ(log.find("afternoon"), std::string::npos);
    }
}

} // namespace frontsheet::test
