// Who to ring, and what one keeps at hand of it.
#include "core/domain/ring_words.h"
#include "core/domain/stand_in.h"
#include "core/usecases/people.h"
#include "core/usecases/person_facts.h"
#include "core/usecases/ports/device_facts.h"

#include <algorithm>

namespace frontsheet {

namespace {

constexpr std::string_view kFavourites = "ring.favourites";

// A line each: "service SVC04", "worker W013".
Bytes written(const std::vector<RingFavourite>& favourites) {
    Bytes out;
    for (const auto& one : favourites) {
        out += one.service.empty() ? "worker " + one.worker.str() : "service " + one.service.str();
        out += "\n";
    }
    return out;
}

std::vector<RingFavourite> readFavourites(const Bytes& bytes) {
    constexpr std::string_view kService = "service ";
    constexpr std::string_view kWorker = "worker ";
    std::vector<RingFavourite> out;
    std::string_view rest = bytes;
    while (!rest.empty()) {
        const auto line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(rest.size(), line.size() + 1));
        if (line.starts_with(kService)) {
            out.push_back({ServiceId{std::string{line.substr(kService.size())}}, {}});
        } else if (line.starts_with(kWorker)) {
            out.push_back({{}, WorkerId{std::string{line.substr(kWorker.size())}}});
        }
    }
    return out;
}

bool isThis(const RingSuggestion& s, const RingFavourite& which) {
    if (!which.service.empty()) {
        return s.service.code == which.service;
    }
    return (s.worker && s.worker->code == which.worker) || (s.away && s.away->code == which.worker);
}

} // namespace

Result<RingFor> Ringing::facts(const PersonId& person, const Directory& directory) {
    if (person.isNull()) {
        return RingFor{};
    }
    FS_ASSIGN(const auto about, loadAbout(m_work.reader, person));
    return factsOf(about.records, directory, today(m_work));
}

Result<RingAnswer> Ringing::ask(const std::string& words, const PersonId& person) {
    FS_ASSIGN(const auto directory, loadDirectory(m_work.reader));
    FS_ASSIGN(const auto known, facts(person, directory));
    return whoToRing({words, known, m_work.zone.local(m_work.clock.now())}, directory);
}

Result<std::optional<WorkerEntry>> Ringing::namedAssessor(const PersonId& person) {
    FS_ASSIGN(const auto directory, loadDirectory(m_work.reader));
    FS_ASSIGN(const auto known, facts(person, directory));
    for (const auto& service : directory.services()) {
        if (service.routedBy == "practice") {
            return namedWorkerFor(service, known, directory);
        }
    }
    return std::optional<WorkerEntry>{};
}

namespace {

// Every word typed begins a word of the text.
bool beginsWith(const std::string& text, const FoldedWords& typed) {
    const auto words = foldedWords(text);
    return std::all_of(typed.begin(), typed.end(), [&](const std::string& part) {
        return std::any_of(words.begin(), words.end(), [&](const auto& word) { return word.starts_with(part); });
    });
}

} // namespace

Result<std::vector<DeskChoice>> Ringing::desksOf(const AgencyId& agency, const std::string& words) {
    FS_ASSIGN(const auto directory, loadDirectory(m_work.reader));
    const auto typed = foldedWords(words);
    const auto date = today(m_work);
    std::vector<DeskChoice> desks;
    for (const auto& service : directory.services()) {
        if (service.agency == agency && !Directory::isClosed(service, date) && beginsWith(service.name, typed)) {
            desks.push_back({service, std::nullopt, directory.agency(agency)});
        }
    }
    for (const auto& [code, worker] : directory.workers()) {
        if (!typed.empty() && worker.agency == agency && !isAway(code, directory, date) &&
            beginsWith(worker.name + " " + worker.role, typed)) {
            desks.push_back({{}, worker, directory.agency(agency)});
        }
    }
    return desks;
}

Result<std::vector<DeskChoice>> Ringing::otherServices(const AgencyId& butOf, const std::string& words,
                                                       const PersonId& person) {
    FS_ASSIGN(const auto directory, loadDirectory(m_work.reader));
    FS_ASSIGN(const auto known, facts(person, directory));
    const auto answer = whoToRing({words, known, m_work.zone.local(m_work.clock.now())}, directory);
    std::vector<DeskChoice> desks;
    for (const auto& s : answer.suggestions) {
        const bool shown = std::any_of(desks.begin(), desks.end(),
                                       [&](const DeskChoice& d) { return d.service.code == s.service.code; });
        if (!s.service.code.empty() && s.service.agency != butOf && !shown) {
            desks.push_back({s.service, std::nullopt, s.agency});
        }
    }
    return desks;
}

Result<std::vector<RingFavourite>> Ringing::kept() {
    if (m_work.facts == nullptr) {
        return std::vector<RingFavourite>{};
    }
    FS_ASSIGN(const auto bytes, m_work.facts->fact(kFavourites));
    return bytes ? readFavourites(*bytes) : std::vector<RingFavourite>{};
}

Result<void> Ringing::keep(const std::vector<RingFavourite>& all) {
    return m_work.facts == nullptr ? ok() : m_work.facts->keepFacts({{std::string{kFavourites}, written(all)}});
}

Result<std::vector<RingSuggestion>> Ringing::favourites() {
    FS_ASSIGN(const auto all, kept());
    std::vector<RingSuggestion> out;
    if (all.empty()) {
        return out;
    }
    FS_ASSIGN(const auto directory, loadDirectory(m_work.reader));
    const auto now = m_work.zone.local(m_work.clock.now());
    const auto everybody = whoToRing({{}, {}, now}, directory);
    for (const auto& which : all) {
        const auto answer =
            which.service.empty() ? whoToRing({directory.worker(which.worker).name, {}, now}, directory) : RingAnswer{};
        for (const auto* list : {&answer.suggestions, &everybody.suggestions, &everybody.outOfHours}) {
            const auto found =
                std::find_if(list->begin(), list->end(), [&](const RingSuggestion& s) { return isThis(s, which); });
            if (found != list->end()) {
                out.push_back(*found);
                break;
            }
        }
    }
    return out;
}

Result<bool> Ringing::isFavourite(const RingFavourite& which) {
    FS_ASSIGN(const auto all, kept());
    return std::find(all.begin(), all.end(), which) != all.end();
}

Result<void> Ringing::keepFavourite(const RingFavourite& which) {
    FS_ASSIGN(auto all, kept());
    if (std::find(all.begin(), all.end(), which) != all.end()) {
        return ok();
    }
    if (all.size() >= kMostFavourites) {
        return {ErrorCode::TooLarge, "favourites"};
    }
    all.push_back(which);
    return keep(all);
}

Result<void> Ringing::dropFavourite(const RingFavourite& which) {
    FS_ASSIGN(auto all, kept());
    std::erase(all, which);
    return keep(all);
}

} // namespace frontsheet
