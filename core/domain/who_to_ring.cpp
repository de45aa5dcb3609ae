#include "core/domain/who_to_ring.h"

#include "core/domain/bank_holidays.h"
#include "core/domain/ring_words.h"
#include "core/domain/service_fit.h"
#include "core/domain/stand_in.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace frontsheet {

namespace {

// Weights of a suggestion. A need counts most; then whether it is the right place and somebody is there; the rest orders
// what is alike.
constexpr int kNeedWeight = 30; // a service that answers the first need by its best word
constexpr int kAtOnce = 30;     // more, where the first need cannot wait
constexpr int kNextWord = 5;    // less for each further word of the need
constexpr int kInName = 4;      // the word is in the service's name, not in small print
constexpr int kWordFound = 15;  // a typed word stands in the service
constexpr int kWordBegun = 10;  // a word there begins with it
constexpr int kByName = 60;     // all of the service's name was typed: nothing else is meant
constexpr int kNameFound = 12;  // a typed word is in the worker's name or role
constexpr int kRightPlace = 8;
constexpr int kAnswersNow = 5;
constexpr int kNamed = 3;
constexpr std::size_t kTelling = 5; // letters that two words must share at the front to speak of one thing
constexpr std::size_t kMostByName = 20;

bool has(const FoldedWords& words, const std::string& word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool telling(const std::string& a, const std::string& b) {
    return a.size() >= kTelling && b.size() >= kTelling && a.substr(0, kTelling) == b.substr(0, kTelling);
}

// Where in the service's name the role first meets it; npos where it does not.
std::size_t meets(const WorkerEntry& worker, const ServiceEntry& service) {
    const auto name = foldedWords(service.name);
    const auto role = foldedWords(worker.role);
    for (std::size_t i = 0; i < name.size(); ++i) {
        if (std::any_of(role.begin(), role.end(), [&](const auto& word) { return telling(word, name[i]); })) {
            return i;
        }
    }
    return std::string::npos;
}

bool isAlwaysOpen(const ServiceEntry& service) {
    const auto hours = OpeningHours::parse(service.hours);
    return hours && (hours->isOutOfHours() || (hours->openAt({7, 0, {}}) && hours->openAt({1, 720, {}})));
}

// Whose workers answer for a service that does not declare its roles: those whose role speaks of it; where no role of the
// agency does and all its workers have one and the same, those. A line that is answered day and night has no named
// worker: whoever is on duty answers.
std::vector<WorkerEntry> workersOf(const ServiceEntry& service, const Directory& directory) {
    std::vector<WorkerEntry> declared;
    std::vector<std::pair<std::size_t, WorkerEntry>> meeting;
    std::vector<WorkerEntry> all;
    bool oneRole = true;
    for (const auto& [code, worker] : directory.workers()) {
        if (worker.agency != service.agency) {
            continue;
        }
        oneRole = oneRole && (all.empty() || all.front().role == worker.role);
        all.push_back(worker);
        if (has(service.roles, worker.role)) {
            declared.push_back(worker);
        }
        if (const auto at = meets(worker, service); at != std::string::npos) {
            meeting.emplace_back(at, worker);
        }
    }
    if (!service.roles.empty()) {
        return declared;
    }
    if (isAlwaysOpen(service)) {
        return {};
    }
    if (meeting.empty()) {
        return oneRole ? all : std::vector<WorkerEntry>{};
    }
    std::stable_sort(meeting.begin(), meeting.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<WorkerEntry> out;
    for (auto& [at, worker] : meeting) {
        out.push_back(std::move(worker));
    }
    return out;
}

bool coversAll(const WorkerEntry& worker) { return has(worker.covers, "all"); }

bool covers(const WorkerEntry& worker, const std::string& place) {
    return std::any_of(worker.covers.begin(), worker.covers.end(),
                       [&](const std::string& covered) { return samePlace(covered, place); });
}

// Those of the service's workers who answer for this person, the nearest first. Without knowing the place of a service
// that is routed by it nobody is named: the duty number is the honest answer.
std::vector<WorkerEntry> workersFor(const ServiceEntry& service, const RingFor& person, const Directory& directory) {
    auto workers = workersOf(service, directory);
    const bool general = service.routedBy.empty() || service.routedBy == "all";
    const auto place = service.routedBy == "practice" ? person.practice
                       : service.routedBy == "town"   ? person.town
                       : general                      ? person.town
                                                      : service.routedBy;
    const auto nearness = [&](const WorkerEntry& worker) {
        if (covers(worker, place)) {
            return 0;
        }
        // Of a team that carries the service's own words: "Older adults CMHT" of "Older adults mental health".
        const auto name = foldedWords(service.name);
        for (const auto& covered : worker.covers) {
            const auto words = foldedWords(covered);
            if (std::any_of(words.begin(), words.end(),
                            [&](const auto& w) { return w.size() >= kTelling && has(name, w); })) {
                return 1;
            }
        }
        return coversAll(worker) ? 2 : 3;
    };
    if (!general) {
        std::erase_if(workers,
                      [&](const WorkerEntry& w) { return place.empty() || (!covers(w, place) && !coversAll(w)); });
    }
    std::stable_sort(workers.begin(), workers.end(),
                     [&](const WorkerEntry& a, const WorkerEntry& b) { return nearness(a) < nearness(b); });
    return workers;
}

bool isRoutedByName(const ServiceEntry& service) {
    return !service.routedBy.empty() && service.routedBy != "practice" && service.routedBy != "town" &&
           service.routedBy != "all";
}

bool coversPlace(const ServiceEntry& service, const RingFor& person) {
    return !isRoutedByName(service) || person.town.empty() || samePlace(service.routedBy, person.town);
}

bool rightAge(const std::vector<Misfit>& misfits) {
    return std::none_of(misfits.begin(), misfits.end(),
                        [](Misfit misfit) { return misfit == Misfit::TooYoung || misfit == Misfit::TooOld; });
}

FoldedWords wordsOf(const ServiceEntry& service) {
    auto words = foldedWords(service.name + " " + service.criteria);
    for (const auto& keyword : service.keywords) {
        for (auto& word : foldedWords(keyword)) {
            words.push_back(std::move(word));
        }
    }
    return words;
}

// How well the service answers what is needed: each need by its best word there, the later ones for half.
int needScore(const ServiceEntry& service, const Understood& u) {
    const auto name = foldedWords(service.name);
    const auto words = wordsOf(service);
    int score = 0;
    for (std::size_t i = 0; i < u.needs.size(); ++i) {
        int best = 0;
        const bool atOnce = u.needs[i].haste == MeantNeed::Haste::AtOnce;
        int weight = kNeedWeight + (atOnce ? kAtOnce : 0);
        for (const auto& word : u.needs[i].answeredBy) {
            if (has(words, word)) {
                best = std::max(best, weight + (has(name, word) ? kInName : 0));
            }
            weight -= kNextWord;
        }
        score += i == 0 ? best : best / 2;
    }
    return score;
}

// "crisis line" is that, not the line of another service that answers crises.
bool isByName(const ServiceEntry& service, const Understood& u) {
    const auto name = foldedWords(service.name);
    return !name.empty() && std::all_of(name.begin(), name.end(), [&](const auto& word) { return has(u.typed, word); });
}

int wordScore(const ServiceEntry& service, const Understood& u) {
    const auto words = wordsOf(service);
    int score = isByName(service, u) ? kByName : 0;
    for (const auto& typed : u.rest) {
        if (has(words, typed)) {
            score += kWordFound;
        } else if (typed.size() >= 3 &&
                   std::any_of(words.begin(), words.end(), [&](const auto& w) { return w.starts_with(typed); })) {
            score += kWordBegun;
        }
    }
    return score;
}

int nameScore(const WorkerEntry& worker, const Understood& u) {
    const auto words = foldedWords(worker.name + " " + worker.role);
    int score = 0;
    for (const auto& typed : u.rest) {
        const bool found = typed.size() >= 2 &&
                           std::any_of(words.begin(), words.end(), [&](const auto& w) { return w.starts_with(typed); });
        score += found ? kNameFound : 0;
    }
    return score;
}

void putHours(RingSuggestion& s, const LocalMoment& now) {
    const auto hours = OpeningHours::parse(s.service.hours);
    if (!hours) {
        return;
    }
    s.opensKnown = true;
    s.openNow = hours->openAt(now);
    s.closesAt = hours->closesAt(now);
    s.opensNext = hours->nextOpening(now);
    if (s.openNow) {
        s.why.push_back(RingReason::AnswersNow);
        s.score += kAnswersNow;
    } else if (s.atNight) {
        // Whoever would be named by day does not answer now.
        s.worker = s.atNight;
        s.worker->phone = s.atNightPhone;
        s.deputy.reset();
        s.away.reset();
        s.onCallNow = true;
        std::erase_if(s.why, [](RingReason why) {
            return why == RingReason::NamedWorker || why == RingReason::OnDutyNow || why == RingReason::StandsIn;
        });
        s.why.push_back(RingReason::OnCallNow);
        s.score += kAnswersNow;
    }
}

bool answersNow(const RingSuggestion& s) { return s.openNow || s.onCallNow; }

// Nobody is sent to an empty desk: the deputy takes the place of who is away, and says so.
void putAbsence(RingSuggestion& s, const Directory& directory, const LocalMoment& now) {
    const auto* absence = s.worker ? directory.absenceOf(s.worker->code, now.date) : nullptr;
    if (absence == nullptr) {
        return;
    }
    s.away = s.worker;
    s.awayUntil = absence->until;
    s.awayWords = absence->words;
    const auto named = deputyOf(s.worker->code, directory, now.date);
    s.worker = named ? named : s.deputy;
    s.deputy = named && s.deputy && s.deputy->code != named->code ? s.deputy : std::nullopt;
}

// Where nobody is named for the place, whoever the rota has today is the one to ring.
void putDuty(RingSuggestion& s, const Directory& directory, const LocalMoment& now) {
    if (const auto duty = onDutyFor(s.service, directory, now)) {
        s.onDuty = duty->worker;
        s.onDutyPhone = duty->phone;
        if (!s.worker) {
            s.worker = duty->worker;
            s.worker->phone = duty->phone;
        }
    }
    if (const auto night = outOfHoursFor(s.service, directory, now)) {
        s.atNight = night->worker;
        s.atNightPhone = night->phone;
    }
}

// The worker asked for by name, else the one who covers the place; another of the same role for when they are away.
void putWorkers(RingSuggestion& s, const Understood& u, const Directory& directory, const LocalMoment& now) {
    auto workers = workersFor(s.service, u.person, directory);
    int asked = 0;
    for (const auto& worker : workersOf(s.service, directory)) {
        if (const int score = nameScore(worker, u); score > asked) {
            asked = score;
            std::erase_if(workers, [&](const WorkerEntry& w) { return w.code == worker.code; });
            workers.insert(workers.begin(), worker);
        }
    }
    s.score += asked;
    if (!workers.empty()) {
        s.worker = workers.front();
        const auto deputy = std::find_if(workers.begin() + 1, workers.end(), [&](const WorkerEntry& w) {
            return w.role == s.worker->role && !isAway(w.code, directory, now.date);
        });
        if (deputy != workers.end()) {
            s.deputy = *deputy;
        }
    }
    putAbsence(s, directory, now);
    putDuty(s, directory, now);
}

void putReasons(RingSuggestion& s, const Understood& u, int need) {
    const auto& service = s.service;
    if (need > 0) {
        s.why.push_back(RingReason::TakesThisNeed);
    }
    // Who is away covers the place still, and is stood in for there.
    const auto& named = s.away ? s.away : s.worker;
    const bool byPractice = service.routedBy == "practice";
    if (service.routedBy == "all") {
        s.why.push_back(RingReason::CoversEverywhere);
    } else if (byPractice && named && covers(*named, u.person.practice)) {
        s.why.push_back(RingReason::CoversPractice);
        s.score += kRightPlace;
    } else if (!byPractice &&
               ((named && covers(*named, u.person.town)) || samePlace(service.routedBy, u.person.town))) {
        s.why.push_back(RingReason::CoversTown);
        s.score += kRightPlace;
    }
    if (isByName(service, u)) {
        s.why.push_back(RingReason::ByName);
    }
    if (const auto ages = agesOf(service); u.person.age && (ages.from > 0 || ages.to > 0)) {
        s.why.push_back(RingReason::RightAge);
    }
    if (s.worker) {
        const bool byRota = s.onDuty && s.onDuty->code == s.worker->code;
        s.why.push_back(byRota ? RingReason::OnDutyNow : s.away ? RingReason::StandsIn : RingReason::NamedWorker);
        s.score += kNamed;
    }
}

struct TakenOver {
    std::string name; // of the closed service
    int score = 0;
};

// Services that the words would find and that are closed: who takes over answers in their place.
std::map<ServiceId, TakenOver> closedAmong(const Understood& u, const LocalMoment& now, const Directory& directory,
                                           RingAnswer& answer) {
    std::map<ServiceId, TakenOver> out;
    for (const auto& service : directory.services()) {
        const int score = needScore(service, u) + wordScore(service, u);
        if (!Directory::isClosed(service, now.date) || !coversPlace(service, u.person) || !u.asked() || score == 0) {
            continue;
        }
        const auto* instead = directory.service(service.instead);
        answer.closed.push_back({service, instead == nullptr ? std::nullopt : std::optional{*instead}});
        if (instead != nullptr && score > out[instead->code].score) {
            out[instead->code] = {service.name, score};
        }
    }
    return out;
}

// A worker found by name or role who answers for no service: the suggestion's service is their role alone, without a code.
void addByName(RingAnswer& answer, const Understood& u, const Directory& directory, const LocalMoment& now) {
    std::size_t added = 0;
    for (const auto& entry : directory.workers()) {
        const auto& worker = entry.second;
        const int score = nameScore(worker, u);
        const bool shown =
            std::any_of(answer.suggestions.begin(), answer.suggestions.end(), [&](const RingSuggestion& s) {
                return (s.worker && s.worker->code == worker.code) || (s.away && s.away->code == worker.code);
            });
        if (score == 0 || shown || added == kMostByName) {
            continue;
        }
        ++added;
        RingSuggestion s;
        s.service.name = worker.role;
        s.service.agency = worker.agency;
        s.agency = directory.agency(worker.agency);
        s.worker = worker;
        putAbsence(s, directory, now);
        s.why = {s.away ? RingReason::StandsIn : RingReason::NamedWorker};
        const bool near = coversAll(worker) || covers(worker, u.person.town) || covers(worker, u.person.practice);
        s.score = score + (near ? kNamed : 0);
        answer.suggestions.push_back(std::move(s));
    }
}

// When none of what fits answers now, whoever does comes first.
void putAnsweringFirst(RingAnswer& answer) {
    if (answer.suggestions.empty() || std::any_of(answer.suggestions.begin(), answer.suggestions.end(), answersNow)) {
        return;
    }
    std::vector<RingSuggestion> first;
    std::copy_if(answer.outOfHours.begin(), answer.outOfHours.end(), std::back_inserter(first), answersNow);
    answer.suggestions.insert(answer.suggestions.begin(), first.begin(), first.end());
}

} // namespace

std::optional<WorkerEntry> namedWorkerFor(const ServiceEntry& service, const RingFor& person,
                                          const Directory& directory) {
    const auto found = workersFor(service, person, directory);
    return found.empty() ? std::nullopt : std::optional{found.front()};
}

RingAnswer whoToRing(const RingQuestion& question, const Directory& directory) {
    const Understood u = understand(question, directory);
    const LocalMoment& now = question.now;
    RingAnswer answer;
    answer.taken = u.taken;
    answer.emergency = u.emergency;
    answer.bankHoliday = isBankHoliday(now.date);
    answer.holidaysKnown = now.date.empty() || areSpecialDaysKnown(now.date);
    const auto takenOver = closedAmong(u, now, directory, answer);
    for (const auto& service : directory.services()) {
        const auto misfits = misfitsOf(service, u.person, directory, now.date);
        if (Directory::isClosed(service, now.date) || !coversPlace(service, u.person) || !rightAge(misfits)) {
            continue;
        }
        RingSuggestion s;
        s.service = service;
        s.agency = directory.agency(service.agency);
        s.dutyPhone = service.dutyPhone;
        const int need = needScore(service, u);
        s.score = need + wordScore(service, u);
        if (const auto from = takenOver.find(service.code); from != takenOver.end()) {
            s.score = std::max(s.score, from->second.score);
            s.closedInstead = from->second.name;
            s.why.push_back(RingReason::TakesOver);
        }
        putWorkers(s, u, directory, now);
        const bool fits = !u.asked() || s.score > 0;
        putReasons(s, u, need);
        putHours(s, now);
        const auto hours = OpeningHours::parse(service.hours);
        const bool standsIn = hours && hours->isOutOfHours();
        if (standsIn) {
            answer.outOfHours.push_back(s);
        }
        if (fits && (!standsIn || (u.asked() && (s.openNow || isByName(service, u))))) {
            answer.suggestions.push_back(std::move(s));
        }
    }
    addByName(answer, u, directory, now);
    std::stable_sort(answer.suggestions.begin(), answer.suggestions.end(),
                     [&](const RingSuggestion& a, const RingSuggestion& b) {
                         if (!u.asked() && answersNow(a) != answersNow(b)) {
                             return answersNow(a);
                         }
                         return a.score > b.score;
                     });
    putAnsweringFirst(answer);
    return answer;
}

} // namespace frontsheet
