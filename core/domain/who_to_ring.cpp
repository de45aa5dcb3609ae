#include "core/domain/who_to_ring.h"

#include "core/base/utf8.h"

#include <algorithm>
#include <array>
#include <set>

namespace frontsheet {

namespace {

using Words = std::vector<std::string>;

Words wordsOf(std::string_view text) {
    Words words;
    const std::string folded = foldForSearch(text);
    std::size_t at = 0;
    while (at < folded.size()) {
        const auto space = folded.find(' ', at);
        const auto end = space == std::string::npos ? folded.size() : space;
        if (end > at) {
            words.push_back(folded.substr(at, end - at));
        }
        at = end + 1;
    }
    return words;
}

// What people say, and the words that services use for it. Declared here so that a clinician can read and correct it.
struct Need {
    std::string_view shown;    // how it is shown back
    std::string_view said;     // words that mean it, folded
    std::string_view services; // words in a service's name, criteria or keywords that answer it
};

constexpr std::array kNeeds{
    Need{"A fall", "fall falls fallen fell trip tripped", "hospital community nursing assessment physiotherapy falls"},
    Need{"Lives alone", "alone lonely isolated isolation company lonesome", "befriending alone escort"},
    Need{"Help at home",
         "care package wash washing dress dressing bath stairs home rail rails equipment cope coping frail",
         "assessment social"},
    Need{"A nurse", "nurse wound leg ulcer dressing catheter insulin injection pressure sore", "nursing housebound"},
    Need{"Mental health",
         "low mood depressed depression anxious anxiety memory dementia confused confusion psychosis voices suicidal "
         "mental",
         "mental"},
    Need{"Crisis", "crisis suicide suicidal harm danger urgent emergency tonight", "crisis emergency risk"},
    Need{"Housing", "tenancy rent arrears eviction evicted landlord house housing hoarding repairs neighbour noise",
         "tenancy tenants housing"},
    Need{"A carer", "carer carers caring looks respite break exhausted strain", "carer"},
    Need{"Leaving hospital", "hospital discharge discharged ward escort", "hospital discharge escort"},
    Need{"Placement", "placement residential nursing-home carehome review home-again", "placement review"},
    Need{"Company and shopping", "shopping lift lifts befriend befriending visit visitor volunteer",
         "befriending shopping lifts"},
};

constexpr std::string_view kDangerWords =
    "999 unconscious bleeding overdose fire collapsed breathing suicide suicidal floor";

bool listed(std::string_view list, const std::string& word) {
    for (const auto& known : wordsOf(list)) {
        if (known == word || (word.size() >= 5 && known.starts_with(word)) ||
            (known.size() >= 5 && word.starts_with(known))) {
            return true;
        }
    }
    return false;
}

std::set<std::string> placesIn(const Directory& directory) {
    std::set<std::string> places;
    for (const auto& [code, worker] : directory.workers()) {
        for (const auto& place : worker.covers) {
            if (place != "all") {
                places.insert(place);
            }
        }
    }
    return places;
}

// The question's words, sorted into what they mean.
struct Understood {
    std::vector<const Need*> needs;
    Words rest; // looked for as they are in services, workers and roles
    RingFor person;
    std::vector<Taken> taken;
    bool emergency = false;
};

Understood understand(const RingQuestion& question, const Directory& directory) {
    Understood u;
    u.person = question.person;
    std::string folded = " " + foldForSearch(question.words) + " ";
    for (const auto& place : placesIn(directory)) {
        const std::string key = " " + foldForSearch(place) + " ";
        if (const auto at = folded.find(key); at != std::string::npos) {
            const bool practice = directory.practice(place) != nullptr;
            (practice ? u.person.practice : u.person.town) = place;
            u.taken.push_back({practice ? Taken::Kind::Practice : Taken::Kind::Town, place});
            folded.replace(at, key.size(), " ");
        }
    }
    for (const auto& [code, agency] : directory.agencies()) {
        const std::string key = " " + foldForSearch(agency.name) + " ";
        if (const auto at = folded.find(key); !agency.odsCode.empty() && at != std::string::npos) {
            u.person.practice = agency.odsCode;
            u.taken.push_back({Taken::Kind::Practice, agency.name});
            folded.replace(at, key.size(), " ");
        }
    }
    static const std::set<std::string> kSmall{"a",   "an",  "the", "in",    "at",    "of",   "for",
                                              "and", "is",  "has", "to",    "on",    "with", "her",
                                              "his", "she", "he",  "lives", "needs", "help", "who"};
    for (const auto& word : wordsOf(folded)) {
        u.emergency = u.emergency || listed(kDangerWords, word);
        bool meant = false;
        for (const auto& need : kNeeds) {
            if (listed(need.said, word)) {
                meant = true;
                if (std::find(u.needs.begin(), u.needs.end(), &need) == u.needs.end()) {
                    u.needs.push_back(&need);
                    u.taken.push_back({Taken::Kind::Need, std::string{need.shown}});
                }
            }
        }
        if (!kSmall.contains(word)) {
            u.rest.push_back(word);
            if (!meant) {
                u.taken.push_back({Taken::Kind::Name, word});
            }
        }
    }
    return u;
}

bool covers(const WorkerEntry& worker, const RingFor& person) {
    return std::any_of(worker.covers.begin(), worker.covers.end(), [&](const std::string& place) {
        return place == "all" || (!person.practice.empty() && place == person.practice) ||
               (!person.town.empty() && place == person.town);
    });
}

bool worksFor(const WorkerEntry& worker, const ServiceEntry& service) {
    if (worker.agency != service.agency) {
        return false;
    }
    if (!service.roles.empty()) {
        return std::find(service.roles.begin(), service.roles.end(), worker.role) != service.roles.end();
    }
    // Without declared roles a worker answers for a service that shares a telling word with their role.
    const auto name = wordsOf(service.name);
    for (const auto& word : wordsOf(worker.role)) {
        if (word.size() < 5) {
            continue;
        }
        for (const auto& other : name) {
            if (other.size() >= 5 && other.substr(0, 5) == word.substr(0, 5)) {
                return true;
            }
        }
    }
    return false;
}

std::vector<WorkerEntry> workersFor(const ServiceEntry& service, const RingFor& person, const Directory& directory) {
    std::vector<WorkerEntry> found;
    const bool byPractice = service.routedBy == "practice";
    for (const auto& [code, worker] : directory.workers()) {
        if (!worksFor(worker, service)) {
            continue;
        }
        const bool placeKnown = byPractice ? !person.practice.empty() : !person.town.empty();
        if (service.routedBy == "all" || (placeKnown && covers(worker, person))) {
            found.push_back(worker);
        }
    }
    return found;
}

bool coversPlace(const ServiceEntry& service, const RingFor& person) {
    static const std::set<std::string> kGeneral{"practice", "town", "all", ""};
    return kGeneral.contains(service.routedBy) || person.town.empty() || service.routedBy == person.town;
}

bool rightAge(const ServiceEntry& service, const RingFor& person) {
    return !person.age || *person.age >= 65 || service.criteria.find("65 and over") == std::string::npos;
}

int matches(const ServiceEntry& service, const Understood& u) {
    std::string text = service.name + " " + service.criteria;
    for (const auto& keyword : service.keywords) {
        text += " " + keyword;
    }
    const auto words = wordsOf(text);
    int score = 0;
    for (const Need* need : u.needs) {
        for (const auto& word : wordsOf(need->services)) {
            score += std::find(words.begin(), words.end(), word) != words.end() ? 20 : 0;
        }
    }
    for (const auto& typed : u.rest) {
        for (const auto& word : words) {
            if (word == typed) {
                score += 15;
            } else if (typed.size() >= 3 && word.starts_with(typed)) {
                score += 10;
            }
        }
    }
    return score;
}

int nameMatches(const RingSuggestion& s, const Understood& u) {
    int score = 0;
    if (s.worker) {
        for (const auto& typed : u.rest) {
            for (const auto& word : wordsOf(s.worker->name + " " + s.worker->role)) {
                score += typed.size() >= 2 && word.starts_with(typed) ? 12 : 0;
            }
        }
    }
    return score;
}

} // namespace

std::optional<WorkerEntry> namedWorkerFor(const ServiceEntry& service, const RingFor& person,
                                          const Directory& directory) {
    const auto found = workersFor(service, person, directory);
    return found.empty() ? std::nullopt : std::optional{found.front()};
}

RingAnswer whoToRing(const RingQuestion& question, const Directory& directory) {
    const Understood u = understand(question, directory);
    RingAnswer answer;
    answer.taken = u.taken;
    answer.emergency = u.emergency;
    const bool asked = !u.rest.empty() || !u.needs.empty();
    for (const auto& service : directory.services()) {
        if (!coversPlace(service, u.person) || !rightAge(service, u.person)) {
            continue;
        }
        RingSuggestion s;
        s.service = service;
        s.agency = directory.agency(service.agency);
        s.dutyPhone = service.dutyPhone;
        const auto workers = workersFor(service, u.person, directory);
        if (!workers.empty()) {
            s.worker = workers.front();
        }
        if (workers.size() > 1) {
            s.deputy = workers[1];
        }
        const int need = matches(service, u);
        s.score = need + nameMatches(s, u);
        if (const auto hours = OpeningHours::parse(service.hours)) {
            s.opensKnown = true;
            s.openNow = hours->openAt(question.now);
            s.closesAt = hours->closesAt(question.now);
            s.opensNext = hours->nextOpening(question.now);
            if (hours->isOutOfHours() && (!asked || need == 0)) {
                answer.outOfHours.push_back(s);
                continue;
            }
        }
        if (asked && s.score == 0) {
            continue;
        }
        if (need > 0) {
            s.why.push_back(RingReason::TakesThisNeed);
        }
        if (service.routedBy == "all") {
            s.why.push_back(RingReason::CoversEverywhere);
        } else if (service.routedBy == "practice" && !u.person.practice.empty() && s.worker) {
            s.why.push_back(RingReason::CoversPractice);
            s.score += 8;
        } else if (!u.person.town.empty() && (s.worker || service.routedBy == u.person.town)) {
            s.why.push_back(RingReason::CoversTown);
            s.score += 8;
        }
        if (u.person.age && service.criteria.find("65 and over") != std::string::npos) {
            s.why.push_back(RingReason::RightAge);
        }
        if (s.openNow) {
            s.why.push_back(RingReason::AnswersNow);
            s.score += 5;
        }
        if (s.worker) {
            s.why.push_back(RingReason::NamedWorker);
            s.score += 3;
        }
        answer.suggestions.push_back(std::move(s));
    }
    std::stable_sort(answer.suggestions.begin(), answer.suggestions.end(),
                     [](const RingSuggestion& a, const RingSuggestion& b) { return a.score > b.score; });
    return answer;
}

} // namespace frontsheet
