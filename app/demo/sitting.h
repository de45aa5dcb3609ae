// A worker at work on one device: the real program stays open and does one act after another, so that a story of many acts
// derives the store's key once. Each act is on the disk before it is answered, as in a program of its own.
#pragma once

#include "app/demo/device.h"

#include <map>
#include <string>
#include <vector>

namespace frontsheet::demo {

// What came of one act.
struct Did {
    bool done = false;
    std::string error;              // the error's name: "NotPermitted"; empty when done
    std::vector<std::string> lines; // what the verb printed

    [[nodiscard]] std::string record() const; // the id of what was said to be saved; empty when nothing was
    // Whether a printed line has each of these values.
    [[nodiscard]] bool shows(const std::map<std::string, std::string>& wanted) const;
    // Of the first printed line that has `key`, its value; empty when none has.
    [[nodiscard]] std::string value(const std::string& key) const;
};

class Sitting {
public:
    // Opens the device; what follows fails where it does not open.
    explicit Sitting(const Device& device);

    [[nodiscard]] Did act(const std::vector<std::string>& words);
    // The same in two, so that several devices act at once.
    [[nodiscard]] bool begin(const std::vector<std::string>& words);
    [[nodiscard]] Did finish();
    [[nodiscard]] bool sync() { return act(Device::syncWords()).done; }
    // A signed note; the record's id, empty when it was not saved.
    [[nodiscard]] std::string note(const std::string& person, const std::string& text, const std::string& category);
    [[nodiscard]] Result<Dump> dump();
    // Closes the device as its worker would.
    [[nodiscard]] Finished end();

    [[nodiscard]] const Device& device() const { return *m_device; }

private:
    const Device* m_device;
    ChildProcess m_process;
};

} // namespace frontsheet::demo
