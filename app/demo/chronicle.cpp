#include "app/demo/chronicle.h"

#include <array>
#include <nlohmann/json.hpp>

namespace frontsheet::demo {

namespace {

constexpr std::chrono::seconds kLongestAct{30};

std::string about(const Human& human, std::string text) {
    const bool she = human.isFemale;
    const std::array<std::pair<std::string, std::string>, 7> words{{{"{given}", human.givenName},
                                                                    {"{she}", she ? "she" : "he"},
                                                                    {"{She}", she ? "She" : "He"},
                                                                    {"{her}", she ? "her" : "his"},
                                                                    {"{Her}", she ? "Her" : "His"},
                                                                    {"{them}", she ? "her" : "him"},
                                                                    {"{spouse}", she ? "husband" : "wife"}}};
    for (const auto& [mark, word] : words) {
        for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at + word.size())) {
            text.replace(at, mark.size(), word);
        }
    }
    return text;
}

} // namespace

Chronicle::Chronicle(DemoClock& clock, std::map<std::string, Desk> desks, Step& step)
    : m_clock(clock), m_desks(std::move(desks)), m_step(step) {}

void Chronicle::at(const Moment& moment) {
    sendAll();
    m_clock.turnTo(moment);
}

void Chronicle::at(std::chrono::minutes ago) {
    sendAll();
    m_clock.turnTo(ago);
}

std::vector<std::string> Chronicle::act(const std::string& who, const std::vector<std::string>& words) {
    std::vector<std::string> said;
    auto& process = m_desks.at(who).process;
    bool done = process.say(nlohmann::json(words).dump());
    while (done) {
        auto line = process.nextLine(kLongestAct);
        if (!line) {
            done = false;
            break;
        }
        if (line->starts_with(R"({"done")")) {
            done = *line == R"({"done":true})";
            break;
        }
        said.push_back(std::move(*line));
    }
    m_step.check(done, who + ": " + words.front() + (words.size() > 1 ? " " + words[1] : ""));
    return said;
}

std::string Chronicle::write(const std::string& who, const std::vector<std::string>& words) {
    const auto said = act(who, words);
    m_unsent.insert(who);
    const auto saved = nlohmann::json::parse(said.empty() ? "" : said.front(), nullptr, false);
    return saved.is_object() ? saved.value("record", std::string{}) : std::string{};
}

void Chronicle::sync(const std::string& who) {
    (void)act(who, {"sync"});
    if (m_unsent.erase(who) > 0) {
        m_fresh.clear();
    }
    m_fresh.insert(who);
}

void Chronicle::sendAll() {
    while (!m_unsent.empty()) {
        sync(*m_unsent.begin());
    }
}

void Chronicle::bringAll(const std::string& who) {
    sendAll();
    if (!m_fresh.contains(who)) {
        sync(who);
    }
}

void Chronicle::bring(const Asked& referral, const std::string& who) {
    if (m_unsent.contains(referral.from)) {
        sync(referral.from);
    }
    if (!m_fresh.contains(who)) {
        sync(who);
    }
}

std::string Chronicle::personFor(const std::string& who, const Human& human) const {
    const auto own = human.persons.find(m_desks.at(who).agency);
    if (own != human.persons.end()) {
        return own->second;
    }
    const auto told = m_toldAs.find({m_desks.at(who).agency, &human});
    return told != m_toldAs.end() ? told->second : human.persons.begin()->second;
}

std::string Chronicle::file(const std::string& who, const std::string& text) const {
    return m_desks.at(who).device->textFile(text).string();
}

std::string Chronicle::note(const std::string& who, const Human& human, const std::string& kind,
                            const std::string& text) {
    m_step.add("notes");
    return write(who, {"note", "--person", personFor(who, human), "--kind", kind, "--text-file",
                       file(who, about(human, text)), "--sign"});
}

void Chronicle::draft(const std::string& who, const Human& human, const std::string& text) {
    m_step.add("drafts");
    (void)write(who,
                {"note", "--person", personFor(who, human), "--text-file", file(who, about(human, text)), "--draft"});
}

void Chronicle::addendum(const std::string& who, const Human& human, const std::string& note, const std::string& text) {
    (void)write(who, {"addendum", "--to", note, "--text-file", file(who, about(human, text))});
}

void Chronicle::inError(const std::string& who, const std::string& note, const std::string& reason) {
    (void)write(who, {"in-error", "--note", note, "--reason-file", file(who, reason)});
}

Asked Chronicle::refer(const std::string& who, const Human& human, const Request& request) {
    std::vector<std::string> words{"refer",
                                   "--person",
                                   personFor(who, human),
                                   "--need",
                                   about(human, request.need),
                                   "--reason-file",
                                   file(who, about(human, request.reason)),
                                   "--to-agency",
                                   request.toAgency,
                                   "--urgency",
                                   request.urgency};
    if (!request.despiteObjection.empty()) {
        words.insert(words.end(),
                     {"--concern", "--despite-objection-file", file(who, about(human, request.despiteObjection))});
    }
    if (!request.toService.empty()) {
        words.insert(words.end(), {"--to-service", request.toService});
    }
    if (!request.toWorker.empty()) {
        words.insert(words.end(), {"--to-worker", request.toWorker});
    }
    m_step.add("referrals");
    m_toldAs.emplace(std::pair{request.toAgency, &human}, personFor(who, human));
    return {write(who, words), who, &human};
}

void Chronicle::answer(const std::string& who, const Asked& referral, const std::string& kind, const std::string& words,
                       const std::string& suggestion) {
    bring(referral, who);
    std::vector<std::string> line{"answer", kind, "--referral", referral.record};
    if (!words.empty()) {
        line.insert(line.end(), {"--text-file", file(who, about(*referral.human, words))});
    }
    if (!suggestion.empty()) {
        line.insert(line.end(), {"--suggestion-file", file(who, about(*referral.human, suggestion))});
    }
    m_step.add("answers");
    (void)write(who, line);
}

void Chronicle::object(const std::string& who, const Human& human, const Objection& said) {
    (void)write(who, {"object", "--person", personFor(who, human), "--how", said.how, "--receiver", said.receiver,
                      "--category", said.category, "--words-file", file(who, about(human, said.words))});
}

void Chronicle::openInEmergency(const std::string& who, const Human& human, const std::string& home,
                                const std::string& reason) {
    (void)act(who, {"open-emergency", "--home", home, "--reason-file", file(who, about(human, reason)), "--born",
                    human.born.at(home), "--nhs-number-file", file(who, human.nhsNumbers.at(home))});
    m_fresh.clear();
    sync(who);
}

std::string Chronicle::care(const std::string& who, const Human& human, const std::string& type,
                            const nlohmann::json& fields) {
    nlohmann::json worded = fields;
    for (auto& value : worded) {
        if (value.is_string()) {
            value = about(human, value.get<std::string>());
        }
    }
    m_step.add("care records");
    return write(
        who, {"care", "--type", type, "--person", personFor(who, human), "--fields-file", file(who, worded.dump())});
}

void Chronicle::away(const std::string& who, const Absence& absence) {
    (void)write(who, {"away", "--worker", absence.worker, "--from", absence.from, "--until", absence.until, "--deputy",
                      absence.deputy, "--words-file", file(who, absence.words)});
}

void Chronicle::offer(const std::string& who, const std::string& record, const std::string& toWorker,
                      const std::string& words) {
    bringAll(who);
    m_step.add("offers");
    std::vector<std::string> line{"offer", "--record", record, "--to", toWorker};
    if (!words.empty()) {
        line.insert(line.end(), {"--words-file", file(who, words)});
    }
    (void)write(who, line);
}

void Chronicle::takeOver(const std::string& who, const std::string& record) {
    bringAll(who);
    (void)write(who, {"take-over", "--record", record});
}

void Chronicle::turnDown(const std::string& who, const std::string& record, const std::string& why) {
    bringAll(who);
    (void)write(who, {"turn-down", "--record", record, "--text-file", file(who, why)});
}

void Chronicle::message(const std::string& who, const Asked& referral, const std::string& text) {
    bring(referral, who);
    m_step.add("messages");
    (void)write(who,
                {"message", "--referral", referral.record, "--text-file", file(who, about(*referral.human, text))});
}

void Chronicle::settle() {
    sendAll();
    for (int round = 0; round < 2; ++round) {
        m_fresh.clear();
        for (const auto& [who, desk] : m_desks) {
            sync(who);
        }
    }
}

} // namespace frontsheet::demo
