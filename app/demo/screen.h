// A worker before the real app: its window, offscreen, pressed, written in and read by the names that a screen reader is given,
// as a person would. Whatever a story says of a screen is something that stood on it.
#pragma once

#include "app/demo/device.h"
#include "app/demo/report.h"

#include <string>
#include <vector>

namespace frontsheet::demo {

class World;

class Screen {
public:
    enum class Unlocking : std::uint8_t { Done, ByHand };

    // Opens the app as the worker. What cannot be done fails the step once, with its reason; what would follow is not tried.
    Screen(Step& step, const World& world, const std::string& worker, Unlocking unlocking = Unlocking::Done);

    bool press(const std::string& name);
    bool pressRow(const std::string& beginning);
    // One of several under a heading.
    bool choose(const std::string& group, const std::string& option);
    bool write(const std::string& field, const std::string& words);
    bool key(const std::string& keys);
    // Waits for it: what another has sent takes its time.
    bool sees(const std::string& words);
    bool seesAbove(const std::string& upper, const std::string& lower);
    bool seesNoMore(const std::string& words);
    // A picture of what is on the screen now, beside the logs.
    void picture(const std::string& name);

    // To a person's page, by searching as one would.
    bool openPerson(const std::string& search);
    bool openPlan();
    // All that is saved is sent, and what others sent is here, by pressing what a person presses.
    bool exchange();

    // As its worker would. Nothing can be pressed afterwards.
    void close();
    // The tablet goes out in the middle of whatever it does.
    void loseBattery();

    [[nodiscard]] bool lost() const { return m_lost; }

private:
    bool does(const std::vector<std::string>& words, const std::string& what);

    Step* m_step;
    std::string m_worker;
    std::filesystem::path m_pictures;
    ChildProcess m_app;
    bool m_lost = false;
};

} // namespace frontsheet::demo
