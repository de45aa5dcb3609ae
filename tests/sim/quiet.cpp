// World at quiet: the weather clears, every machine starts, everyone exchanges until nothing is new. Then everything everywhere
// is held against the oracle.
#include "core/domain/canonical.h"
#include "core/domain/schema/contact_note.h"
#include "core/domain/scope.h"
#include "sync/server/disclosure/disclosure_log.h"
#include "tests/sim/world.h"

#include <algorithm>

namespace frontsheet::sim {

namespace {

constexpr int kRounds = 12;
constexpr int kRoundsToCompareAll = 16;

std::string between(std::string_view line, std::string_view from, std::string_view to) {
    const auto at = line.find(from);
    if (at == std::string_view::npos) {
        return {};
    }
    const auto begin = at + from.size();
    return std::string{line.substr(begin, line.find(to, begin) - begin)};
}

} // namespace

void World::quiet() {
    say("world", "quiet");
    m_conditions.calm = true;
    m_armed.reset();
    for (auto& node : m_homes) {
        node->disk.keepPower();
        node->disk.makeRoom();
        node->disk.failSyncs(0);
        // Started anew when it was down, or owes an answer.
        if (!node->isUp() || node->inDoubt) {
            startHome(*node);
        }
    }
    for (std::size_t i = 0; i < m_devices.size(); ++i) {
        DeviceNode& device = *m_devices[i];
        device.disk.keepPower();
        device.disk.makeRoom();
        device.disk.failSyncs(0);
        device.certifiedUntil = m_time.now + std::chrono::hours{24 * 30};
        if (!device.isUp()) {
            startDevice(device);
        }
        if (isWrong()) {
            return;
        }
        m_memory[i].late.clear();
        for (const auto& intent : std::exchange(m_memory[i].tryAgain, {})) {
            (void)save(device, {intent});
        }
    }
    for (auto& node : m_homes) {
        if (!isWrong() && node->reconciling) {
            open(*node);
            m_tally.count("trouble", "a restored home is opened to partners");
        }
    }
    // What was damaged is found when everything has been compared once.
    for (std::size_t i = 0; i < m_devices.size() && !isWrong(); ++i) {
        for (int round = 0; m_memory[i].damaged && round < kRoundsToCompareAll && !isWrong(); ++round) {
            for (auto& node : m_homes) {
                m_time.pass(std::chrono::milliseconds{7});
                (void)exchange(*m_devices[i], node->agency);
            }
        }
        m_memory[i].damaged = false;
    }
    bool news = true;
    for (int round = 0; news && !isWrong(); ++round) {
        news = false;
        for (auto& device : m_devices) {
            for (auto& node : m_homes) {
                m_time.pass(std::chrono::milliseconds{7});
                const auto feed = node->model.feedHead();
                const auto report = exchange(*device, node->agency);
                const bool expected = device->shutOutBy.contains(node->agency) && report.failure &&
                                      report.failure->code == ErrorCode::Revoked;
                if (report.failure && !expected) {
                    fails("at quiet " + device->name + " cannot exchange with " + node->agency.str() + ": " +
                          describe(*report.failure));
                }
                news = news || report.answered != 0 || report.received != 0 || report.removed != 0 || report.more ||
                       node->model.feedHead() != feed;
            }
        }
        if (round == kRounds) {
            fails("nothing comes to rest");
        }
    }
    for (auto& device : m_devices) {
        for (std::size_t left = 1; left != 0 && !isWrong();) {
            const auto indexed = device->store().indexSome(10'000);
            left = indexed.value_or(0);
            if (!indexed) {
                fails("indexing fails at quiet");
            }
        }
    }
    for (auto& node : m_homes) {
        if (!isWrong()) {
            checkHome(*node);
        }
    }
    for (auto& device : m_devices) {
        if (!isWrong()) {
            checkAllHeld(*device);
        }
        if (!isWrong()) {
            checkAccounts(*device);
        }
        if (!isWrong()) {
            checkSearch(*device);
        }
        if (!isWrong() && m_options.looksAtDisks) {
            checkDisk(*device);
        }
    }
    m_tally.count("run", "quiet");
    m_conditions.calm = false;
}

// What the device must show of the home: what the oracle grants, with the author's own waiting edits on top.
std::map<RecordId, std::string> World::expectedOn(DeviceNode& device, HomeNode& node) {
    std::map<RecordId, std::string> lines;
    if (device.shutOutBy.contains(node.agency)) {
        return lines;
    }
    auto shown = node.model.allShown(device.who, m_time.now);
    struct Working {
        std::optional<Record> record;
        bool waiting = false;
        bool setAside = false;
    };
    std::map<RecordId, Working> edited;
    const auto items = device.store().outbox();
    for (const auto& item : items ? *items : std::vector<OutboxItem>{}) {
        if (item.intent.home != node.agency) {
            continue;
        }
        auto [at, fresh] = edited.try_emplace(item.intent.record);
        Working& working = at->second;
        if (fresh) {
            if (const auto mirror = shown.find(item.intent.record); mirror != shown.end()) {
                working.record = mirror->second;
            }
        }
        if (item.state == OutboxState::NeedsAttention) {
            const bool refused = item.outcome == IntentOutcome::Refused || item.outcome == IntentOutcome::Held;
            working.setAside = working.setAside || (!shown.contains(item.intent.record) && refused);
            continue;
        }
        working.waiting = true;
        if (working.record || (!working.setAside && item.intent.base.n == 0)) {
            working.record = withIntent(std::move(working.record), item.intent);
        }
    }
    for (auto& [id, working] : edited) {
        if (!working.record) {
            continue;
        }
        auto line = canonicalLine(*working.record);
        if (working.waiting) {
            line.insert(line.size() - 1, ",\"waiting\":1");
        }
        lines.emplace(id, std::move(line));
        shown.erase(id);
    }
    for (const auto& [id, record] : shown) {
        lines.emplace(id, canonicalLine(record));
    }
    return lines;
}

void World::checkHeld(DeviceNode& device, HomeNode& node) {
    auto expected = expectedOn(device, node);
    const std::string mark = "\"home\":\"" + node.agency.str() + "\"";
    const auto dumped = device.store().dumpCanonical([&](std::string_view line) -> Result<void> {
        if (line.starts_with("{\"locked\"")) {
            return ok();
        }
        if (line.starts_with("{\"needs_attention\"") || line.find(mark) == std::string_view::npos || isWrong()) {
            return ok();
        }
        const auto id = RecordId::fromHex(between(line, "{\"record\":\"", "\""));
        const auto at = id ? expected.find(*id) : expected.end();
        if (at == expected.end()) {
            fails(device.name + " holds what it may not: " + std::string{line});
        } else if (at->second != line) {
            fails(device.name + " holds " + std::string{line} + " where it must hold " + at->second);
        } else {
            expected.erase(at);
        }
        return ok();
    });
    if (!dumped) {
        fails("what " + device.name + " holds cannot be read: " + describe(dumped.error()));
    }
    // What was created here and never sent shows only while a scope covers it: where what opened a category for everybody has
    // become a scope a person, and the home knows nothing of the kind about this person, none does until it is sent.
    std::erase_if(expected, [](const auto& line) {
        return line.second.ends_with(",\"waiting\":1}") && line.second.find("\"version\":0,") != std::string::npos;
    });
    if (!isWrong() && !expected.empty()) {
        const auto items = device.store().outbox();
        for (const auto& item : items ? *items : std::vector<OutboxItem>{}) {
            say(device.name, "outbox: " + item.intent.op.hex().substr(0, 8) + " of " + inWords(item.intent.type) + " " +
                                 item.intent.record.hex().substr(8, 8) + ", state " +
                                 std::to_string(static_cast<int>(item.state)) + " " + std::string{name(item.outcome)});
        }
        fails(device.name + " lacks " + expected.begin()->second);
    }
    m_tally.count("compared", "a device with a home");
}

void World::checkAllHeld(DeviceNode& device) {
    for (auto& node : m_homes) {
        if (!isWrong()) {
            checkHeld(device, *node);
        }
        if (!isWrong()) {
            checkRemovals(device, *node);
        }
    }
    // Nothing of homes that are not there, and no more in the outbox than the accounts have.
    const auto servers = device.store().servers();
    for (const auto& server : servers ? *servers : std::vector<ServerState>{}) {
        if (home(server.agency) == nullptr) {
            fails(device.name + " knows a server that is not there");
        }
    }
    if (!isWrong() && (m_options.looksAtDisks || m_chance.oneIn(8))) {
        const auto whole = device.store().checkIntegrity();
        if (!whole) {
            fails("the store of " + device.name + " is damaged: " + describe(whole.error()));
        }
    }
}

void World::checkRemovals(DeviceNode& device, HomeNode& node) {
    const auto reads = node.ledger().read();
    const auto asked = reads ? (*reads)->removals().removalsFrom(device.who.device)
                             : Result<std::vector<removal::Removal>>{reads.error()};
    if (!asked) {
        fails("removals cannot be read");
        return;
    }
    for (const auto& one : *asked) {
        m_tally.count("removal", one.confirmedAt.isKnown() ? "confirmed" : "not confirmed");
        // A device that was set back cannot confirm what it does not remember having been asked; nor can one that never heard.
        const auto& memory = m_memory[indexOf(device)];
        // Nor one that is granted it again before it could remove it.
        const auto position = device.store().position(node.agency);
        const bool again =
            position && std::find(position->held.begin(), position->held.end(), one.scope) != position->held.end();
        m_tally.count("removal", again && !one.confirmedAt.isKnown() ? "asked, and granted again" : "settled");
        // What was asked for one scope and not done before everything went is done with that.
        const bool all = device.shutOutBy.contains(node.agency) && one.scope != removal::kEverything;
        if (!again && !all && !one.confirmedAt.isKnown() && memory.toldToRemove.contains(one.number) &&
            !memory.copyWasRestored) {
            fails(device.name + " was asked to remove " + one.scope + " (" + std::to_string(one.number) +
                  ") and has not said that it is done");
        }
    }
}

void World::checkHome(HomeNode& node) {
    const auto reads = node.ledger().read();
    if (!reads) {
        fails("the ledger of " + node.agency.str() + " cannot be read");
        return;
    }
    if (const auto wrong = node.model.compareAll(**reads); !wrong.empty()) {
        fails("at " + node.agency.str() + ": " + wrong);
        return;
    }
    // The log of disclosures: whole, and with everything in it that went to a device.
    const auto verified = disclosure::verify(**reads, node.agency);
    if (!verified || verified->breaksInAll != 0) {
        fails("the disclosure log of " + node.agency.str() + " is broken");
        return;
    }
    std::map<DeviceId, std::set<std::pair<RecordId, HomeVersion>>> logged;
    const auto walked = (*reads)->disclosures().entries(1, [&](const disclosure::StoredEntry& stored) -> Result<Walk> {
        FS_ASSIGN(const auto entry, disclosure::decode(stored.bytes));
        if (const auto* release = std::get_if<disclosure::Release>(&entry.what)) {
            auto& to = logged[release->who.device];
            for (const auto& part : release->parts) {
                for (const auto& sent : part.records) {
                    to.emplace(sent.record, sent.version);
                }
            }
        }
        return Walk::On;
    });
    if (!walked) {
        fails("the disclosure log of " + node.agency.str() + " cannot be read");
        return;
    }
    for (std::size_t i = 0; i < m_devices.size(); ++i) {
        const auto& to = logged[m_devices[i]->who.device];
        for (const auto& received : m_memory[i].received[node.agency]) {
            if (!to.contains(received)) {
                fails(m_devices[i]->name + " received a record of " + node.agency.str() +
                      " that its disclosure log does not name");
                return;
            }
        }
    }
    // The late inbox has each held edit once.
    const auto inbox = (*reads)->removals().inbox(std::nullopt);
    std::set<std::pair<DeviceId, OpId>> held;
    for (const auto& one : inbox ? *inbox : std::vector<removal::HeldIntent>{}) {
        if (!held.emplace(one.author.device, one.intent.op).second) {
            fails("the late inbox of " + node.agency.str() + " has an edit twice");
        }
    }
    for (const auto& [op, account] : m_accounts) {
        const auto& device = m_devices[account.device]->who.device;
        const auto* kept = account.intent.home == node.agency ? node.model.answered(device, op) : nullptr;
        const bool isHeld = kept != nullptr && kept->result.outcome == IntentOutcome::Held;
        if (account.intent.home == node.agency && isHeld != held.contains({device, op})) {
            fails("what is held and what is in the late inbox of " + node.agency.str() + " are not the same");
        }
    }
    m_tally.count("compared", "a home with its log");
}

// A damaged store may show somebody the words of one note in another, and they may sign what they see.
bool World::wereSavedElsewhere(const RecordId& note, const std::string& words) const {
    return std::any_of(m_accounts.begin(), m_accounts.end(), [&](const auto& entry) {
        const Intent& intent = entry.second.intent;
        return intent.record != note &&
               std::any_of(intent.edits.begin(), intent.edits.end(), [&](const FieldEdit& edit) {
                   const auto* after = edit.after ? std::get_if<std::string>(&*edit.after) : nullptr;
                   return after != nullptr && after->find(words) != std::string::npos;
               });
    });
}

// Words that one note alone has are found by who may read them, and by nobody else.
void World::checkSearch(DeviceNode& device) {
    for (int tries = 0; tries < 4 && !m_canaries.empty() && !isWrong(); ++tries) {
        const auto& [note, words] = m_chance.pick(m_canaries);
        if (wereSavedElsewhere(note, words)) {
            if (!m_bodiesSwapped) {
                fails("the words of one note were saved in another");
            }
            m_tally.count("compared", "words saved in two notes");
            continue;
        }
        const auto held = device.store().record(note);
        const bool there = held && held->has_value() &&
                           (*held)->record.fields.text(contact_note::kText).find(words) != std::string_view::npos;
        const auto hits = device.store().search(words, 10);
        if (!hits) {
            fails("search fails: " + describe(hits.error()));
        } else if (hits->empty() == there) {
            fails("on " + device.name + " the words of a note that is " + (there ? "" : "not ") + "there are " +
                  (there ? "not " : "") + "found");
        }
        m_tally.count("compared", there ? "words found" : "words not found");
    }
}

// What is gone is gone from the disk, not only from sight.
void World::checkDisk(DeviceNode& device) {
    std::string dump;
    (void)device.store()
        .dumpCanonical([&](std::string_view line) -> Result<void> {
            dump += line;
            return ok();
        })
        .has_value();
    const auto items = device.store().outbox();
    for (const auto& item : items ? *items : std::vector<OutboxItem>{}) {
        for (const auto& edit : item.intent.edits) {
            const auto* after = edit.after ? std::get_if<std::string>(&*edit.after) : nullptr;
            const auto* was = edit.before ? std::get_if<std::string>(&*edit.before) : nullptr;
            dump += after != nullptr ? *after : "";
            dump += was != nullptr ? *was : "";
        }
    }
    const auto pages = decryptedPagesOf(device.disk);
    for (const auto& [note, words] : m_canaries) {
        if (dump.find(words) != std::string::npos) {
            continue;
        }
        // The author's own words that were let go stay in the author's journal. Those that the author has replaced from another
        // device stay in free pages: whoever may read the record may have read them.
        const bool here = device.store().record(note).value_or(std::nullopt).has_value();
        const bool own = std::any_of(m_accounts.begin(), m_accounts.end(), [&, id = note](const auto& entry) {
            const DeviceNode& author = *m_devices[entry.second.device];
            return entry.second.intent.record == id &&
                   (&author == &device || (here && author.who.worker == device.who.worker));
        });
        const bool there = !own && std::any_of(pages.begin(), pages.end(), [&, w = words](const std::string& page) {
            return page.find(w) != std::string::npos;
        });
        m_tally.count("compared", "words gone from a disk");
        if (there) {
            fails("words that " + device.name + " may not hold are still on its disk: " + words);
            return;
        }
    }
}

} // namespace frontsheet::sim
