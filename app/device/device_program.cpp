#include "app/device/device_program.h"

#include "app/device/enrolment.h"
#include "app/device/output.h"
#include "app/device/verbs.h"

#include <array>
#include <cstdio>
#include <iostream>
#include <nlohmann/json.hpp>

namespace frontsheet::device {

namespace {

using enum Option::Kind;
using enum Option::Need;

constexpr std::array kCommonOptions{
    Option{"--profile", Value, Required, "the profile's folder"},
    Option{"--passphrase-file", Value, Required, "a file whose first line is the passphrase, or fd:N"},
};

constexpr std::array kEnrolOptions{
    Option{"--invitation", Value, Required, "the file the agency's administrator gave"},
};

std::vector<Option> with(std::span<const Option> own) {
    std::vector<Option> all(kCommonOptions.begin(), kCommonOptions.end());
    all.insert(all.end(), own.begin(), own.end());
    return all;
}

const std::array kAllVerbs{writingVerbs(),   careVerbs(),    fileVerbs(),    sharingVerbs(), permissionVerbs(),
                           emergencyVerbs(), historyVerbs(), readingVerbs(), teamVerbs(),    syncVerbs()};

const Verb* verbNamed(const std::string& word) {
    for (const auto verbs : kAllVerbs) {
        for (const auto& verb : verbs) {
            if (verb.name == word) {
                return &verb;
            }
        }
    }
    return nullptr;
}

void helpLine(std::string_view verb, std::string_view says) {
    std::printf("  %-16s %s\n", std::string{verb}.c_str(), std::string{says}.c_str());
}

void help() {
    std::puts("frontsheet-device VERB --profile FOLDER --passphrase-file FILE [OPTIONS]\n\n"
              "One worker's device without its window. Prints JSON lines. VERB --help lists the options.\n");
    helpLine("enrol", "makes the profile from an invitation");
    helpLine("work", "does many of the acts below, read from standard input as JSON arrays of words");
    for (const auto verbs : kAllVerbs) {
        for (const auto& verb : verbs) {
            helpLine(verb.name, verb.says);
        }
    }
    std::puts(
        "\nExit codes: 0 done; 1 could not be done; 2 not understood; 3 no answer from a server (nothing is lost);\n"
        "4 the profile is closed: its agency has ended this device's access.");
}

void optionsHelp(std::span<const Option> options) {
    for (const auto& option : options) {
        std::printf("  %-18s %s%s\n", std::string{option.name}.c_str(), std::string{option.help}.c_str(),
                    option.need == Required ? " (needed)" : "");
    }
}

// One act after another in one opening, each a JSON array of a verb and its options: for scripts that write a day's work. Each is
// answered with what its verb prints and then {"done":true}, or {"done":false} with its error's name.
Result<void> workThrough(DeviceSession& session) {
    for (std::string line; std::getline(std::cin, line);) {
        const auto act = nlohmann::json::parse(line, nullptr, false);
        std::vector<std::string> words;
        for (const auto& word : act.is_array() ? act : nlohmann::json::array()) {
            words.push_back(word.is_string() ? word.get<std::string>() : std::string{});
        }
        const Verb* verb = words.empty() ? nullptr : verbNamed(words.front());
        if (verb == nullptr) {
            return {ErrorCode::InvalidArgument, "work takes an array of a verb and its options on each line"};
        }
        const auto arguments = Arguments::parse(std::span{words}.subspan(1), verb->options);
        const auto done = arguments ? verb->run(session, *arguments) : Result<void>{arguments.error()};
        if (!done) {
            static_cast<void>(fail(done.error()));
        }
        print(done ? Line{{"done", true}} : Line{{"done", false}, {"error", name(done.error().code)}});
    }
    return ok();
}

Result<void> enrolVerb(const Arguments& arguments) {
    FS_ASSIGN(const auto text, arguments.textFile("--invitation"));
    FS_ASSIGN(const auto invitation, parseInvitation(text));
    FS_ASSIGN(const auto passphrase, arguments.secret("--passphrase-file"));
    FS_TRY(enrol(arguments.value("--profile"), passphrase, invitation));
    print(Line{{"enrolled", true}, {"agency", invitation.agency.str()}, {"worker", invitation.worker.str()}});
    return ok();
}

// No verb: the acts on standard input.
Result<void> runVerb(const Verb* verb, const Arguments& arguments) {
    FS_ASSIGN(const auto passphrase, arguments.secret("--passphrase-file"));
    FS_ASSIGN(const auto session, DeviceSession::open(arguments.value("--profile"), passphrase));
    return verb == nullptr ? workThrough(*session) : verb->run(*session, arguments);
}

} // namespace

bool isDeviceVerb(const std::string& word) { return word == "enrol" || word == "work" || verbNamed(word) != nullptr; }

int runDeviceProgram(const std::vector<std::string>& words) {
    if (words.empty() || words.front() == "--help") {
        help();
        return words.empty() ? static_cast<int>(ExitCode::NotUnderstood) : 0;
    }
    if (words.front() == "--version") {
        std::puts("frontsheet-device " FRONTSHEET_VERSION);
        return 0;
    }
    const bool enrols = words.front() == "enrol";
    const bool works = words.front() == "work";
    const Verb* verb = verbNamed(words.front());
    if (verb == nullptr && !enrols && !works) {
        return static_cast<int>(fail({ErrorCode::InvalidArgument, "no verb " + words.front()}));
    }
    const auto options = with(enrols  ? std::span<const Option>{kEnrolOptions}
                              : works ? std::span<const Option>{}
                                      : verb->options);
    const std::vector<std::string> rest(words.begin() + 1, words.end());
    if (!rest.empty() && rest.front() == "--help") {
        optionsHelp(options);
        return 0;
    }
    const auto arguments = Arguments::parse(rest, options);
    if (!arguments) {
        return static_cast<int>(fail(arguments.error()));
    }
    const auto done = enrols ? enrolVerb(*arguments) : runVerb(verb, *arguments);
    return done ? 0 : static_cast<int>(fail(done.error(), arguments->value("--profile")));
}

} // namespace frontsheet::device
