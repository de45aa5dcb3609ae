#include "app/demo/story_sharing.h"

#include "app/demo/story_exchange.h"
#include "app/demo/story_leaver.h"
#include "app/demo/story_mira.h"
#include "app/demo/story_notes.h"
#include "app/demo/story_peter.h"

#include <algorithm>
#include <functional>

namespace frontsheet::demo {

Sitting& Office::at(const std::string& worker) {
    auto open = m_open.find(worker);
    if (open == m_open.end()) {
        open = m_open.emplace(worker, Sitting{m_world.device(worker)}).first;
    }
    return open->second;
}

std::vector<std::string> Office::everybody() const {
    std::vector<std::string> all;
    for (const auto& worker : m_world.workers()) {
        if (!m_left.contains(std::string{worker.key})) {
            all.emplace_back(worker.key);
        }
    }
    return all;
}

Result<Pages> Office::pagesOf(const std::string& worker) {
    const auto& device = m_world.device(worker);
    auto key = m_keys.find(worker);
    if (key == m_keys.end()) {
        FS_ASSIGN(auto unlocked, storeKeyOf(device));
        key = m_keys.emplace(worker, std::move(unlocked)).first;
    }
    return Pages::of(device, key->second);
}

bool Office::sync(Step& step, const std::vector<std::string>& workers, int rounds) {
    bool all = true;
    for (int round = 0; round < rounds; ++round) {
        for (const auto& worker : workers) {
            all = at(worker).begin(Device::syncWords()) && all;
        }
        for (const auto& worker : workers) {
            const auto did = at(worker).finish();
            all = step.check(did.done, "the " + worker + " syncs" + (did.done ? "" : ": " + did.error)) && all;
        }
    }
    return all;
}

bool Office::tellPartners(Step& step) {
    bool all = true;
    // Twice: what one server answers to what it was told goes back the second time.
    for (int round = 0; round < 2; ++round) {
        for (auto& [host, server] : m_world.servers()) {
            all = step.check(server.act({"pull"}).succeeded(), host + " hears from its partners") && all;
        }
    }
    return all;
}

void Office::close(Step& step) {
    for (auto& [worker, sitting] : m_open) {
        step.check(sitting.end().succeeded(), "the " + worker + "'s device closes");
    }
    m_open.clear();
}

Written writtenAs(const Item& item, const std::string& type, const std::string& author, const std::string& text,
                  std::vector<std::string> holders) {
    Written written{item.record, item.words, type, item.home, item.person, author, text};
    written.holders = std::move(holders);
    return written;
}

void hasItem(Step& step, Office& office, const std::string& worker, const Item& item) {
    auto& sitting = office.at(worker);
    const auto dump = sitting.dump();
    if (!step.check(dump.has_value(), "the " + worker + "'s store opens")) {
        return;
    }
    const auto* record = dump->find(item.record);
    step.check(!item.record.empty() && record != nullptr && record->category == item.category,
               item.words + " is on the device of the " + worker);
    step.equal(withWords(*dump, item.words), 1, item.words + " once on the device of the " + worker);
    step.add("found where it should be");
}

namespace {

// Lines of the canonical dump, taken as text: whatever the record, whatever the field.
long long linesWith(const Did& dump, const std::string& words) {
    return std::count_if(dump.lines.begin(), dump.lines.end(),
                         [&](const std::string& line) { return line.find(words) != std::string::npos; });
}

void isNotInStore(Step& step, Office& office, const std::string& worker, const std::vector<Item>& items) {
    const auto on = " on the device of the " + worker;
    const auto dump = office.at(worker).act({"dump", "--canonical"});
    const auto pages = office.pagesOf(worker);
    if (!step.check(dump.done, "the store opens" + on) ||
        !step.check(pages.has_value() && pages->count() > 0, "its pages are decrypted" + on)) {
        return;
    }
    for (const auto& item : items) {
        step.check(!item.record.empty() && !item.words.empty() && !item.person.empty(),
                   "there is something to look for");
        step.equal(linesWith(dump, item.record), 0, "lines with the id of " + item.words + on);
        step.equal(linesWith(dump, item.words), 0, "lines with words of " + item.words + on);
        step.equal(pages->with(item.words), 0, "pages with words of " + item.words + on);
        step.equal(pages->with(rawId(item.record)), 0, "pages with the id of " + item.words + on);
    }
    step.add("pages searched", pages->count());
}

} // namespace

void hasNoTrace(Step& step, Office& office, const std::string& worker, const std::vector<Item>& items) {
    const auto on = " on the device of the " + worker;
    isNotInStore(step, office, worker, items);
    const auto wire = Wire::of(office.world().device(worker));
    step.check(wire.count() > 0, "answers were recorded" + on);
    step.equal(wire.unreadable(), 0, "answers that cannot be searched" + on);
    for (const auto& item : items) {
        step.equal(wire.with(item.words), 0, "answers with words of " + item.words + on);
        step.equal(wire.with(rawId(item.record)), 0, "answers with the id of " + item.words + on);
        step.equal(wire.with(item.person + ":" + item.category), 0,
                   "answers that name the scope of " + item.words + on);
    }
    step.add("answers searched", wire.count());
    step.add("devices searched for a trace");
}

void hasNoWord(Step& step, Office& office, const std::string& worker, const std::vector<std::string>& all) {
    const auto on = " on the device of the " + worker;
    const auto pages = office.pagesOf(worker);
    const auto wire = Wire::of(office.world().device(worker));
    for (const auto& words : all) {
        step.equal(pages ? pages->with(words) : -1, 0, "pages with " + words + on);
        step.equal(wire.with(words), 0, "answers with " + words + on);
    }
}

void hasLost(Step& step, Office& office, const std::string& worker, const Item& item) {
    isNotInStore(step, office, worker, {item});
    step.check(Wire::of(office.world().device(worker)).with(item.words) > 0,
               item.words + " did cross to the " + worker + " before");
    step.add("devices that lost it");
}

void isWiped(Step& step, Office& office, const std::string& worker, const std::vector<Item>& items) {
    const auto on = " on the device of the " + worker;
    const auto left = LeftFiles::of(office.world().device(worker));
    step.check(!left.hasStore(), "no store and no key" + on);
    for (const auto& item : items) {
        step.equal(left.with(item.words), 0, "files with words of " + item.words + on);
        step.equal(left.with(rawId(item.record)), 0, "files with the id of " + item.words + on);
        step.equal(left.with(item.person), 0, "files with the id of whom it is about" + on);
    }
}

bool mustDo(Step& step, Sitting& sitting, const std::vector<std::string>& words, const std::string& what) {
    const auto did = sitting.act(words);
    return step.check(did.done, what + (did.done ? "" : ": " + did.error));
}

namespace {

bool inOneOffice(World& world, Report& report, const std::function<bool(Office&)>& tell) {
    Office office(world);
    const bool told = tell(office);
    Step step("everybody closes their device");
    office.close(step);
    const bool ok = told && step.ok();
    report.take(std::move(step));
    return ok;
}

} // namespace

bool tellOfPeter(World& world, Report& report, Cast& cast) {
    return inOneOffice(world, report, [&](Office& office) {
        return meetPauline(report, cast, office) && confide(report, cast, office) &&
               refuseToWiden(report, cast, office);
    });
}

bool tellOfSharing(World& world, Report& report, Cast& cast) {
    return inOneOffice(world, report, [&](Office& office) {
        return raiseTheConcern(report, cast, office) && acknowledgeTheConcern(report, cast, office) &&
               lookAtItAfterwards(report, cast, office) && meetTheVolunteers(report, cast, office) &&
               leaveTheCareTeam(report, cast, office) && leaveForGood(report, cast, office) &&
               agreeAnew(report, cast, office) && openInAnEmergency(report, cast, office);
    });
}

std::string ownIdOf(const Dump& dump, const std::string& agency, const std::string& partnersId) {
    for (const auto& record : dump.records()) {
        if (record.type == "person-link" && record.home == agency && record.field("state") == "stated" &&
            record.field("other") == partnersId) {
            return record.person;
        }
    }
    return {};
}

} // namespace frontsheet::demo
