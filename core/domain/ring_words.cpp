#include "core/domain/ring_words.h"

#include "core/base/utf8.h"

#include <algorithm>
#include <array>
#include <set>

namespace frontsheet {

namespace {

// What people say, and the words that services use for it in their names, criteria and keywords.
struct Need {
    std::string_view shown;       // how it is shown back
    std::string_view said;        // words that mean it, folded
    std::string_view answeredBy;  // words of a service that answers it, the best first
    std::string_view phrase = {}; // words that only mean it together
};

constexpr std::array kNeeds{
    Need{"A fall", "fall falls fallen fell trip tripped", "falls nursing social hospital"},
    Need{"Lives alone", "alone lonely isolated isolation lonesome", "befriending social alone"},
    Need{"Help at home",
         "care package wash washing dress dressed bath bathing stairs rail rails equipment cope coping frail frailty "
         "meals",
         "social escort", "help at home"},
    Need{"A nurse", "nurse nursing wound leg ulcer dressing dressings catheter insulin injection pressure sore bandage",
         "nursing housebound hospital"},
    Need{
        "Mental health",
        "mood depressed depression anxious anxiety memory dementia confused confusion psychosis voices suicidal mental",
        "mental"},
    Need{"Crisis", "crisis suicide suicidal harm danger urgent emergency tonight", "crisis emergency risk"},
    Need{"Housing",
         "tenancy rent arrears eviction evicted landlord house housing hoarding repairs neighbour noise damp",
         "tenancy tenants housing"},
    Need{"A carer", "carer carers caring looks respite break exhausted strain", "carer"},
    Need{"Leaving hospital", "hospital discharge discharged ward escort", "escort discharge hospital"},
    Need{"Placement", "placement residential carehome review", "placement review"},
    Need{"Company and shopping", "shopping lift lifts befriend befriending company visitor volunteer",
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

void addNeed(const FoldedNeed& folded, Understood& u) {
    const bool known =
        std::any_of(u.needs.begin(), u.needs.end(), [&](const MeantNeed& n) { return n.shown == folded.need->shown; });
    if (!known) {
        u.needs.push_back({folded.need->shown, folded.answeredBy});
        u.taken.push_back({Taken::Kind::Need, std::string{folded.need->shown}});
    }
}

bool takeNeeds(const std::string& word, Understood& u) {
    bool meant = false;
    for (const auto& folded : needs()) {
        if (listed(folded.said, word)) {
            meant = true;
            addNeed(folded, u);
        }
    }
    return meant;
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

Understood understand(const RingQuestion& question, const Directory& directory) {
    static const FoldedWords kSmallWords = foldedWords(kSmall);
    static const FoldedWords kDangerWords = foldedWords(kDanger);
    Understood u;
    u.person = question.person;
    std::string folded = " " + foldForSearch(question.words) + " ";
    takePlaces(folded, u, directory);
    for (const auto& need : needs()) {
        if (takeOut(folded, need.need->phrase)) {
            addNeed(need, u);
        }
    }
    for (const auto& word : foldedWords(folded)) {
        u.emergency = u.emergency || listed(kDangerWords, word);
        if (!takeNeeds(word, u) && !contains(kSmallWords, word)) {
            u.rest.push_back(word);
            u.taken.push_back({Taken::Kind::Name, word});
        }
    }
    return u;
}

} // namespace frontsheet
