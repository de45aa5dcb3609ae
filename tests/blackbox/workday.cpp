#include "tests/blackbox/workday.h"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>

namespace frontsheet::blackbox {

namespace {

// Of a scan: two chunks to seven.
constexpr std::size_t kLeastScanBytes = 300'000;
constexpr std::size_t kMoreScanBytes = 1'500'000;

// What a receiver does to a referral, one after the other.
const std::map<std::string, std::string> kNext{{"accept", "start"}, {"start", "complete"}, {"complete", ""}};

} // namespace

Workday::Workday(County& county, Journal& journal, std::mt19937_64& chance)
    : m_county(county), m_journal(journal), m_chance(chance) {
    for (const auto& worker : county.staff()) {
        m_desks.emplace(worker.key, Desk{county.device(worker.key)});
        m_own.emplace(worker.key, Own{});
    }
}

std::vector<std::string> Workday::keys() const {
    std::vector<std::string> all;
    for (const auto& [key, desk] : m_desks) {
        all.push_back(key);
    }
    return all;
}

std::string Workday::anybody() { return oneOf(keys()); }

std::string Workday::oneOf(const std::vector<std::string>& all) { return all[m_chance() % all.size()]; }

std::string Workday::agencyOf(const std::string& key) const {
    const auto& staff = m_county.staff();
    return std::find_if(staff.begin(), staff.end(), [&](const auto& w) { return w.key == key; })->agency;
}

std::vector<std::string> Workday::referralWords(const std::string& key, const std::string& textFile,
                                                const std::string& mark) {
    const bool fromCouncil = agencyOf(key) == "council";
    std::vector<const Worker*> others;
    for (const auto& worker : m_county.staff()) {
        if ((worker.agency == "council") != fromCouncil) {
            others.push_back(&worker);
        }
    }
    const auto& to = *others[m_chance() % others.size()];
    const std::map<std::string, std::string> services{
        {"council", "SVC01"}, {"community_trust", "SVC04"}, {"hospice_trust", "SVC90"}};
    return {"refer",       "--person",     oneOf(m_county.people(agencyOf(key))),
            "--need",      "Rail " + mark, "--to-agency",
            to.agency,     "--to-service", services.at(to.agency),
            "--to-worker", to.code,        "--reason-file",
            textFile};
}

std::string Workday::textFile(const std::string& key, const std::string& mark) {
    return m_county.device(key)
        .textFile("Seen at home, walks with a frame. " + mark + " " + std::string(m_chance() % 3000, 'z'))
        .string();
}

std::filesystem::path Workday::scan(const County& county, unsigned act) {
    return county.root() / "scans" / ("scan-" + std::to_string(act) + ".pdf");
}

// A PDF, since nothing in it is changed when it goes in: what comes out is to be what there was.
Workday::Chosen Workday::attachTo(const std::string& draft, const std::string& mark) {
    const auto path = scan(m_county, m_journal.next());
    std::filesystem::create_directories(path.parent_path());
    std::string bytes = "%PDF-1.4 " + std::string(kLeastScanBytes + m_chance() % kMoreScanBytes, ' ');
    std::mt19937_64 noise{m_chance()};
    for (auto& byte : bytes) {
        byte = byte == ' ' ? static_cast<char>(noise()) : byte;
    }
    std::ofstream(path, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return {"attach", draft, {"attach", "--record", draft, "--file", path.string(), "--description", mark}};
}

Workday::Chosen Workday::draft(const std::string& key, const std::string& mark) {
    return {
        "draft",
        "",
        {"note", "--person", m_county.people(agencyOf(key)).front(), "--text-file", textFile(key, mark), "--draft"}};
}

Workday::Chosen Workday::choose(const std::string& key, const std::string& mark) {
    auto& own = m_own.at(key);
    const auto words = textFile(key, mark);
    const auto drawn = m_chance() % 100;
    if (drawn < 12 && !own.toAnswer.empty()) {
        auto next = own.toAnswer.begin();
        std::advance(next, static_cast<std::ptrdiff_t>(m_chance() % own.toAnswer.size()));
        return {next->second, next->first, {"answer", next->second, "--referral", next->first, "--text-file", words}};
    }
    if (drawn < 22 && !own.drafts.empty()) {
        const auto draft = oneOf(own.drafts);
        const bool signs = m_chance() % 3 == 0;
        return {signs ? "sign" : "edit",
                draft,
                {"note", "--person", m_county.people(agencyOf(key)).front(), "--text-file", words, "--draft-id", draft,
                 signs ? "--sign" : "--draft"}};
    }
    if (drawn < 32 && !own.drafts.empty()) {
        return attachTo(oneOf(own.drafts), mark);
    }
    if (drawn < 42) {
        return draft(key, mark);
    }
    if (drawn < 50 && !own.signedNotes.empty()) {
        return {"addendum", "", {"addendum", "--to", oneOf(own.signedNotes), "--text-file", words}};
    }
    if (drawn < 55 && own.signedNotes.size() > 2) {
        const auto note = own.signedNotes.back();
        own.signedNotes.pop_back(); // once is enough
        return {"in-error", note, {"in-error", "--note", note, "--reason-file", words}};
    }
    if (drawn < 64 && !own.sentReferrals.empty()) {
        return {"message", "", {"message", "--referral", oneOf(own.sentReferrals), "--text-file", words}};
    }
    if (drawn < 78) {
        return {"refer", "", referralWords(key, words, mark)};
    }
    return {"note", "", {"note", "--person", oneOf(m_county.people(agencyOf(key))), "--text-file", words, "--sign"}};
}

Workday::Begun Workday::beginAct(const std::string& key) { return begin(key, choose(key, m_journal.nextMark())); }

Workday::Begun Workday::begin(const std::string& key, const Chosen& chosen) {
    Begun begun{m_journal.begin(key, chosen.kind, chosen.record), chosen.kind, chosen.record, false};
    begun.listening = m_desks.at(key).begin(chosen.words);
    return begun;
}

void Workday::took(const std::string& key, const Begun& begun, const Answer& answer) {
    auto& own = m_own.at(key);
    const auto forget = [&](std::vector<std::string>& list) { std::erase(list, begun.record); };
    const auto record = answer.saved();
    if (record.empty()) {
        if (answer.ended) {
            m_journal.notDone(begun.no, answer.error);
            if (begun.kind == "edit" || begun.kind == "sign" || begun.kind == "attach") {
                forget(own.drafts);
            }
        }
        own.toAnswer.erase(begun.record); // until the next look around
        return;
    }
    m_journal.saved(begun.no, record);
    for (const auto& address : answer.values("address")) {
        m_journal.file(begun.no, address);
    }
    own.waiting[begun.no] = record;
    if (begun.kind == "draft") {
        own.drafts.push_back(record);
    } else if (begun.kind == "sign") {
        forget(own.drafts);
        own.signedNotes.push_back(record);
    } else if (begun.kind == "note") {
        own.signedNotes.push_back(record);
    } else if (begun.kind == "refer") {
        own.sentReferrals.push_back(record);
    } else if (const auto next = kNext.find(begun.kind); next != kNext.end()) {
        own.toAnswer.erase(record);
        if (!next->second.empty()) {
            own.toAnswer[record] = next->second;
        }
    }
}

void Workday::actOnce(const std::string& key) {
    const auto begun = beginAct(key);
    took(key, begun, begun.listening ? m_desks.at(key).finish() : Answer{});
}

bool Workday::attachOnce(const std::string& key) {
    const auto now = [&](const Chosen& chosen) {
        const auto begun = begin(key, chosen);
        const auto answer = begun.listening ? m_desks.at(key).finish() : Answer{};
        took(key, begun, answer);
        return !answer.saved().empty();
    };
    auto& drafts = m_own.at(key).drafts;
    if (drafts.empty() && !now(draft(key, m_journal.nextMark()))) {
        return false;
    }
    return !drafts.empty() && now(attachTo(drafts.back(), m_journal.nextMark()));
}

void Workday::noteSent(const std::string& key) {
    const auto outbox = m_desks.at(key).act({"outbox"});
    if (!outbox.done) {
        return;
    }
    const auto waiting = outbox.values("record");
    auto& own = m_own.at(key);
    std::erase_if(own.waiting, [&](const auto& act) {
        const bool sent = std::find(waiting.begin(), waiting.end(), act.second) == waiting.end();
        if (sent) {
            m_journal.sent(act.first);
        }
        return sent;
    });
}

void Workday::lookAround(const std::string& key) {
    const auto seen = m_desks.at(key).act({"referrals"});
    auto& own = m_own.at(key);
    for (const auto& line : seen.lines) {
        const auto referral = nlohmann::json::parse(line, nullptr, false);
        if (referral.is_object() && referral.value("list", "") == "waiting-for-me") {
            own.toAnswer.emplace(referral.value("record", ""), "accept");
        }
    }
}

} // namespace frontsheet::blackbox
