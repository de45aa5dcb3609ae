#include "core/domain/ring_words.h"

#include "core/base/utf8.h"

#include <algorithm>
#include <array>
#include <set>

namespace frontsheet {

namespace {

// What people say, and the words that services use for it in their names, criteria and keywords.
struct Need {
    std::string_view code;                               // kept on referrals: never reuse one
    std::string_view shown;                              // how it is shown back
    std::string_view said;                               // words that mean it, folded
    std::string_view answeredBy;                         // words of a service that answers it, the best first
    MeantNeed::Haste haste = MeantNeed::Haste::Ordinary; // AtOnce: it counts first, wherever it stands in the question
    std::string_view phrase = {};                        // words that only mean it together
};

constexpr std::array kNeeds{
    Need{"fall", "A fall", "fall falls fallen fell trip tripped", "falls nursing social hospital"},
    Need{"alone", "Lives alone", "alone lonely isolated isolation lonesome", "befriending social alone"},
    Need{"home-help", "Help at home",
         "care package wash washing dress dressed bath bathing stairs rail rails equipment cope coping frail frailty "
         "meals",
         "social escort", MeantNeed::Haste::Ordinary, "help at home"},
    Need{"nursing", "A nurse",
         "nurse nursing wound leg ulcer dressing dressings catheter insulin injection pressure sore bandage",
         "nursing housebound hospital"},
    Need{
        "mental-health", "Mental health",
        "mood depressed depression anxious anxiety memory dementia confused confusion psychosis voices suicidal mental",
        "mental"},
    Need{"crisis", "Crisis", "crisis suicide suicidal overdose selfharm danger", "crisis emergency immediate",
         MeantNeed::Haste::AtOnce, "self harm"},
    Need{"urgent", "Urgent", "urgent emergency tonight harm", "crisis emergency immediate"},
    Need{"housing", "Housing",
         "tenancy rent arrears eviction evicted landlord house housing hoarding repairs neighbour noise damp",
         "tenancy tenants housing"},
    Need{"carer", "A carer", "carer carers caring looks respite break exhausted strain", "carer"},
    Need{"hospital", "Leaving hospital", "hospital discharge discharged ward escort", "escort discharge hospital"},
    Need{"placement", "Placement", "placement residential carehome review", "placement review"},
    Need{"company", "Company and shopping", "shopping lift lifts befriend befriending company visitor volunteer",
         "befriending shopping lifts"},
};

// The words of immediate danger: 999 first, whatever else is found.
constexpr std::string_view kDanger =
    "999 unconscious bleeding overdose fire collapsed breathing suicide suicidal floor";

// Words that carry no need.
constexpr std::string_view kSmall =
    "a an the in at of for from and or is has had to on with her his she he they their lives live needs need help who "
    "someone person please ring call home going";

bool listed(const FoldedWords& list, const std::string& word) {
    return std::any_of(list.begin(), list.end(), [&](const std::string& known) {
        return known == word || (word.size() >= 5 && known.starts_with(word)) ||
               (known.size() >= 5 && word.starts_with(known));
    });
}

bool contains(const FoldedWords& list, const std::string& word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

struct FoldedNeed {
    const Need* need;
    FoldedWords said;
    FoldedWords answeredBy;
};

const std::vector<FoldedNeed>& needs() {
    static const std::vector<FoldedNeed> kFolded = [] {
        std::vector<FoldedNeed> out;
        for (const auto& need : kNeeds) {
            out.push_back({&need, foldedWords(need.said), foldedWords(need.answeredBy)});
        }
        return out;
    }();
    return kFolded;
}

// Takes `phrase` out of the question where it stands there as whole words.
bool takeOut(std::string& question, std::string_view phrase) {
    const std::string key = " " + foldForSearch(phrase) + " ";
    if (key.size() <= 2) {
        return false;
    }
    const auto at = question.find(key);
    if (at == std::string::npos) {
        return false;
    }
    question.replace(at, key.size(), " ");
    return true;
}

// Practices by name before places: "Kitley Health Centre" is not "Kitley".
void takePlaces(std::string& question, Understood& u, const Directory& directory) {
    for (const auto& [code, agency] : directory.agencies()) {
        if (!agency.odsCode.empty() && (takeOut(question, agency.name) || takeOut(question, agency.odsCode))) {
            u.person.practice = agency.odsCode;
            u.taken.push_back({Taken::Kind::Practice, agency.name});
        }
    }
    std::set<std::string> places;
    for (const auto& [code, worker] : directory.workers()) {
        places.insert(worker.covers.begin(), worker.covers.end());
    }
    places.erase("all");
    for (const auto& place : places) {
        if (directory.practice(place) == nullptr && takeOut(question, place)) {
            u.person.town = place;
            u.taken.push_back({Taken::Kind::Town, place});
        }
    }
}

bool addNeed(const FoldedNeed& folded, std::vector<MeantNeed>& needs) {
    const bool known =
        std::any_of(needs.begin(), needs.end(), [&](const MeantNeed& n) { return n.code == folded.need->code; });
    if (!known) {
        needs.push_back({folded.need->code, folded.need->shown, folded.answeredBy, folded.need->haste});
    }
    return !known;
}

// Whether the word means any; those that are new by it are added.
bool takeNeeds(const std::string& word, std::vector<MeantNeed>& needsSoFar) {
    bool meant = false;
    for (const auto& folded : needs()) {
        if (listed(folded.said, word)) {
            meant = true;
            addNeed(folded, needsSoFar);
        }
    }
    return meant;
}

void takePhrases(std::string& question, std::vector<MeantNeed>& needsSoFar) {
    for (const auto& folded : needs()) {
        if (takeOut(question, folded.need->phrase)) {
            addNeed(folded, needsSoFar);
        }
    }
}

// What cannot wait counts first, whatever else is asked about.
void putHasteFirst(std::vector<MeantNeed>& needs) {
    std::stable_partition(needs.begin(), needs.end(),
                          [](const MeantNeed& need) { return need.haste == MeantNeed::Haste::AtOnce; });
}

} // namespace

FoldedWords foldedWords(std::string_view text) {
    FoldedWords words;
    const std::string folded = foldForSearch(text);
    std::size_t at = 0;
    while (at < folded.size()) {
        const auto space = folded.find(' ', at);
        const auto end = space == std::string::npos ? folded.size() : space;
        words.push_back(folded.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

bool samePlace(std::string_view a, std::string_view b) {
    return !a.empty() && !b.empty() && (a == b || foldForSearch(a) == foldForSearch(b));
}

std::vector<MeantNeed> meantNeeds(std::string_view words) {
    std::vector<MeantNeed> out;
    std::string folded = " " + foldForSearch(words) + " ";
    takePhrases(folded, out);
    for (const auto& word : foldedWords(folded)) {
        takeNeeds(word, out);
    }
    putHasteFirst(out);
    return out;
}

Understood understand(const RingQuestion& question, const Directory& directory) {
    static const FoldedWords kSmallWords = foldedWords(kSmall);
    static const FoldedWords kDangerWords = foldedWords(kDanger);
    Understood u;
    u.person = question.person;
    u.typed = foldedWords(question.words);
    std::string folded = " " + foldForSearch(question.words) + " ";
    takePlaces(folded, u, directory);
    takePhrases(folded, u.needs);
    for (const auto& word : foldedWords(folded)) {
        u.emergency = u.emergency || listed(kDangerWords, word);
        if (!takeNeeds(word, u.needs) && !contains(kSmallWords, word)) {
            u.rest.push_back(word);
        }
    }
    for (const auto& need : u.needs) {
        u.taken.push_back({Taken::Kind::Need, std::string{need.shown}});
    }
    for (const auto& word : u.rest) {
        u.taken.push_back({Taken::Kind::Name, word});
    }
    putHasteFirst(u.needs);
    return u;
}

} // namespace frontsheet
