// What the stories of sharing have in common: everybody at their devices at once, and the two questions that are asked of
// every device after every act. Is it there, whole? Is there any trace of it?
#pragma once

#include "app/demo/sitting.h"
#include "app/demo/story.h"
#include "app/demo/traces.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace frontsheet::demo {

// The devices of the story, each opened when it is first needed and left open until close().
class Office {
public:
    explicit Office(World& world) : m_world(world) {}

    [[nodiscard]] World& world() { return m_world; }
    [[nodiscard]] Sitting& at(const std::string& worker);
    // All of these at once; then, where `rounds` is more, again, so that what one sent reaches the others.
    bool sync(Step& step, const std::vector<std::string>& workers, int rounds = 1);
    [[nodiscard]] std::vector<std::string> everybody() const; // who has not left
    void leaves(const std::string& worker) { m_left.insert(worker); }
    // Every page of the device's store as it lies on the disk now; StoreDamaged and the like where it cannot be read.
    [[nodiscard]] Result<Pages> pagesOf(const std::string& worker);
    // Every server tells its partners what they must hear: directories, agreements, people's words, revocations.
    bool tellPartners(Step& step);
    void close(Step& step);

private:
    World& m_world;
    std::map<std::string, Sitting> m_open;
    std::map<std::string, StoreKey> m_keys;
    std::set<std::string> m_left;
};

[[nodiscard]] Written writtenAs(const Item& item, const std::string& type, const std::string& author,
                                const std::string& text, std::vector<std::string> holders);

// The record is on the device under its id with its words, and in its pages.
void hasItem(Step& step, Office& office, const std::string& worker, const Item& item);
// No word of it, not its id, not the scope it would come in, not a notice that it is withheld: neither in what the store
// shows, nor in any page of it, nor in anything that ever crossed to the device.
void hasNoTrace(Step& step, Office& office, const std::string& worker, const std::vector<Item>& items);
// No word of any of these in a page of it nor in anything that ever crossed to it; that there is something may be known.
void hasNoWord(Step& step, Office& office, const std::string& worker, const std::vector<std::string>& words);
// It crossed once and was held, and now nothing of it is left in the store or in any page.
void hasLost(Step& step, Office& office, const std::string& worker, const Item& item);

// The whole profile is closed: no store, no key, the program says so, and no file left says anything of what was held.
void isWiped(Step& step, Office& office, const std::string& worker, const std::vector<Item>& items);

// The act is done, or the step says that it was not and why.
bool mustDo(Step& step, Sitting& sitting, const std::vector<std::string>& words, const std::string& what);
// The id that an agency knows the person by whom a partner's id stands for: by the link it has stated. Empty where it has none.
[[nodiscard]] std::string ownIdOf(const Dump& dump, const std::string& agency, const std::string& partnersId);

} // namespace frontsheet::demo
