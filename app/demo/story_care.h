// What the stories of care have in common: whom they are about, forms filled in on the app's own pages, and the two questions
// that are asked of every store after it. Is it there once, word for word? Is it anywhere else?
#pragma once

#include "app/demo/humans.h"
#include "app/demo/screen.h"
#include "app/demo/story.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace frontsheet::demo {

// People whom the agencies of each story know and have linked.
struct CareCast {
    Human edith;
    Human arthur;
    Human hilda;              // her husband Harold is known to nobody yet
    std::vector<Human> round; // five of the nurse's
};

// A form as it is filled in: under which name what is written, or chosen.
struct Entry {
    enum class By : std::uint8_t { Writing, Choosing } by = By::Writing;
    std::string name;
    std::string words;
};
[[nodiscard]] inline Entry writes(std::string name, std::string words) {
    return {Entry::By::Writing, std::move(name), std::move(words)};
}
[[nodiscard]] inline Entry chooses(std::string group, std::string option) {
    return {Entry::By::Choosing, std::move(group), std::move(option)};
}
// On the form that is open; saved with Save, and back where it was opened.
bool fillIn(Screen& screen, const std::vector<Entry>& entries);

// How somebody is searched for there: by the NHS number, which only one person has, or by name.
[[nodiscard]] std::string findingOf(const Human& human, const std::string& agency);

// As they stand on lists: "SMITH, John".
[[nodiscard]] std::string nameOnLists(const Human& human);

// Every agency's ledger and the stores of some workers' devices, as they are now. The devices must be closed.
class Stores {
public:
    Stores(Step& step, World& world, const std::vector<std::string>& workers);

    // The words stand in one record of the type at its home and on the devices of these workers, the same there; and in no
    // other ledger and on no other of the devices. Returns the home's record; null where there is none.
    const DumpedRecord* once(const std::string& home, const std::string& type, const std::string& words,
                             const std::vector<std::string>& holders);
    // By the home's own ledger.
    [[nodiscard]] bool isOnTeam(const std::string& home, const Human& human, const std::string& worker) const;
    // In no record of that device at all.
    void isNotOn(const std::string& worker, const std::string& words);
    // Nothing waits on the devices, and nothing needs anybody.
    void allIsSent();
    [[nodiscard]] const Dump& on(const std::string& worker) const { return m_devices.at(worker); }
    [[nodiscard]] const Dump& at(const std::string& agency) const { return m_ledgers.at(agency); }

private:
    Step& m_step;
    std::map<std::string, Dump> m_ledgers;
    std::map<std::string, Dump> m_devices;
};

bool tellOfEdith(World& world, Report& report, const CareCast& cast);
bool tellOfArthur(World& world, Report& report, const CareCast& cast);
bool tellOfHarold(World& world, Report& report, const CareCast& cast);
bool tellOfTheDeadSpot(World& world, Report& report, const CareCast& cast);

} // namespace frontsheet::demo
