#include "app/demo/story_notes.h"

#include <algorithm>

namespace frontsheet::demo {

std::string marker(const std::string& name, int number) {
    return "marker-" + name + "-" + std::to_string(number) + "#";
}

Tried tryNote(const Device& device, const std::string& person, const std::string& text,
              const Device::Environment& environment) {
    Tried tried;
    tried.finished = device.act(device.noteWords(person, text), environment);
    tried.said = Device::saidSaved(tried.finished);
    return tried;
}

Written nurseNote(const std::string& record, const std::string& mark, const std::string& person,
                  const std::string& text) {
    return {record, mark, "contact-note", "community_trust", person, "W012", text};
}

std::string wordsOf(const std::string& type) {
    return type == "referral" || type == "received-copy" ? "reason" : "text";
}

long long countMarked(const Dump& dump, const std::string& type, const std::string& mark) {
    return dump.countWhere([&](const DumpedRecord& r) {
        return r.type == type && r.field(wordsOf(type)).find(mark) != std::string::npos;
    });
}

long long withWords(const Dump& dump, const std::string& words) {
    return dump.countWhere([&](const DumpedRecord& r) {
        return std::any_of(r.fields.begin(), r.fields.end(),
                           [&](const auto& field) { return field.second.find(words) != std::string::npos; });
    });
}

std::string idOfMarked(const Dump& dump, const std::string& mark) {
    for (const auto& record : dump.records()) {
        if (record.type == "contact-note" && record.field("text").find(mark) != std::string::npos) {
            return record.id;
        }
    }
    return {};
}

long long countWaiting(const Dump& dump) {
    return dump.countWhere([](const DumpedRecord& r) { return r.waiting; });
}

void checkAllArrivedOnce(World& world, Step& step, const Cast& cast) {
    const Device& nurse = world.device("nurse");
    step.check(nurse.sync().succeeded(), "an undisturbed sync ends well");
    const auto server = world.server("community_trust").dump("community_trust");
    const auto held = nurse.dump();
    if (step.check(server && held, "both stores open")) {
        for (const auto& written : cast.written) {
            step.equal(countMarked(*server, written.type, written.marker), 1,
                       written.marker + " at the trust's server");
        }
        step.equal(countWaiting(*held), 0, "nothing waits on her device");
        step.equal(static_cast<long long>(held->attention()), 0, "nothing needs attention");
    }
}

} // namespace frontsheet::demo
