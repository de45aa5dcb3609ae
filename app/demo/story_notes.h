// What the parts of the story share: words written on a device, told apart by a marker, and found again in a dump.
#pragma once

#include "app/demo/report.h"
#include "app/demo/story.h"

#include <string>

namespace frontsheet::demo {

// A phrase that stands in one record of the whole partnership and in no other.
[[nodiscard]] std::string marker(const std::string& name, int number);

struct Tried {
    Finished finished;
    std::string said; // the record's id, where the program said that it was saved
};

[[nodiscard]] Tried tryNote(const Device& device, const std::string& person, const std::string& text,
                            const Device::Environment& environment = {});
// A note of the nurse's, to be counted at the end.
[[nodiscard]] Written nurseNote(const std::string& record, const std::string& mark, const std::string& person,
                                const std::string& text);

// Records of the type whose words hold the marker.
[[nodiscard]] long long countMarked(const Dump& dump, const std::string& type, const std::string& mark);
// Records of whatever type with the words in any of their fields.
[[nodiscard]] long long withWords(const Dump& dump, const std::string& words);
// The id of the note with the marker; empty when there is none.
[[nodiscard]] std::string idOfMarked(const Dump& dump, const std::string& mark);
[[nodiscard]] long long countWaiting(const Dump& dump);
// After all the killing: an undisturbed sync, then everything the nurse wrote is at the trust's server once and nothing waits.
void checkAllArrivedOnce(World& world, Step& step, const Cast& cast);
// The field that a record of the type keeps its words in.
[[nodiscard]] std::string wordsOf(const std::string& type);

} // namespace frontsheet::demo
