#include "app/demo/screen.h"

#include "app/demo/world.h"

#include <nlohmann/json.hpp>

namespace frontsheet::demo {

namespace {

// Longer than the app itself waits for what it is asked (app/frontsheet/hands.cpp).
constexpr std::chrono::seconds kLongestAct{90};

bool isTablet(const std::string& worker) { return worker == "nurse" || worker == "therapist"; }

} // namespace

Screen::Screen(Step& step, const World& world, const std::string& worker, Unlocking unlocking)
    : m_step(&step), m_worker(worker), m_pictures(world.folders().root / "logs") {
    const Device& device = world.device(worker);
    Command command{world.folders().programs / "frontsheet",
                    {"--led", "--profile", device.profile().string(), "--form", isTablet(worker) ? "tablet" : "laptop"},
                    {{"QT_QPA_PLATFORM", "offscreen"}, {"QT_QUICK_BACKEND", "software"}, {"LC_ALL", "en_GB.UTF-8"}},
                    world.folders().root / "logs" / ("app-" + worker + ".log")};
    command.input = Command::Input::Lines;
    if (unlocking == Unlocking::Done) {
        command.arguments.insert(command.arguments.end(), {"--passphrase-file", device.passphraseFile().string()});
    }
    command.environment.insert(device.clock().begin(), device.clock().end());
    if (!device.wire().empty()) {
        command.environment.emplace("FRONTSHEET_WIRE_FOLDER", device.wire().string());
    }
    auto app = ChildProcess::start(command);
    m_lost = !step.check(app.has_value(), "the " + worker + "'s app starts");
    if (!m_lost) {
        m_app = std::move(app).value();
        (void)sees(unlocking == Unlocking::Done ? "Today" : "Passphrase");
    }
}

bool Screen::does(const std::vector<std::string>& words, const std::string& what) {
    if (m_lost) {
        return false;
    }
    std::string why = "no answer";
    if (m_app.say(nlohmann::json(words).dump())) {
        if (const auto line = m_app.nextLine(kLongestAct)) {
            const auto said = nlohmann::json::parse(*line, nullptr, false);
            if (said.is_object() && said.value("done", false)) {
                m_step->add("acts on screens");
                return m_step->check(true, what);
            }
            why = said.is_object() ? said.value("error", why) : *line;
        }
    }
    m_lost = true;
    picture("lost-" + m_worker);
    return m_step->check(false, "the " + m_worker + " " + what + ": " + why);
}

bool Screen::press(const std::string& name) { return does({"press", name}, "presses " + name); }

bool Screen::pressRow(const std::string& beginning) {
    return does({"press-row", beginning}, "presses the row " + beginning);
}

bool Screen::choose(const std::string& group, const std::string& option) {
    return does({"press", option, group}, "chooses " + option + " under " + group);
}

bool Screen::write(const std::string& field, const std::string& words) {
    return does({"write", field, words}, "writes under " + field);
}

bool Screen::key(const std::string& keys) { return does({"key", keys}, "presses the keys " + keys); }
bool Screen::sees(const std::string& words) { return does({"sees", words}, "sees " + words); }
bool Screen::seesNoMore(const std::string& words) { return does({"sees-no", words}, "does not see " + words); }

bool Screen::seesAbove(const std::string& upper, const std::string& lower) {
    return does({"sees-above", upper, lower}, "sees “" + upper + "” above “" + lower + "”");
}

void Screen::picture(const std::string& name) {
    if (m_app.say(nlohmann::json({"picture", (m_pictures / (name + ".png")).string()}).dump())) {
        (void)m_app.nextLine(kLongestAct);
    }
}

bool Screen::openPerson(const std::string& search) {
    return key("Ctrl+F") && write("Name, NHS number, postcode, telephone, or words of a note", search) &&
           sees("1 found") && key("Down") && key("Return") && sees("Write note");
}

bool Screen::openPlan() { return press("Plan"); }

bool Screen::exchange() {
    return pressRow("Saved on this") && press("Try now") && sees("Everything you saved has reached its agency.") &&
           sees("Nothing waiting to send.") && key("Escape");
}

void Screen::close() {
    m_app.sayNoMore();
    m_step->check(m_app.wait(std::chrono::seconds{30}).succeeded(), "the " + m_worker + "'s app closes");
    m_lost = true;
}

void Screen::loseBattery() {
    m_app.send(9);
    m_step->check(m_app.wait(std::chrono::seconds{30}).killed(), "the " + m_worker + "'s tablet goes out");
    m_lost = true;
}

} // namespace frontsheet::demo
