#include "app/agency_server/care_team/care_team_rules.h"

#include "core/base/settings_text.h"
#include "core/domain/schema/record_schema.h"

namespace frontsheet {

namespace {

std::string trimmed(std::string_view text) {
    const auto from = text.find_first_not_of(' ');
    return from == std::string_view::npos ? std::string{}
                                          : std::string{text.substr(from, text.find_last_not_of(' ') - from + 1)};
}

std::vector<std::string> split(std::string_view text, char at) {
    std::vector<std::string> parts;
    while (!text.empty()) {
        const auto end = text.find(at);
        if (auto part = trimmed(text.substr(0, end)); !part.empty()) {
            parts.push_back(std::move(part));
        }
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return parts;
}

std::optional<FieldTag> registrationField(std::string_view name) {
    const FieldSpec* spec = schemaOf(RecordType::Registration)->field(name);
    return spec == nullptr ? std::nullopt : std::optional{spec->tag};
}

Result<void> readWhen(CareTeamRule& rule, const std::string& text) {
    const auto is = text.find(" is ");
    rule.whenField = is == std::string::npos ? std::nullopt : registrationField(text.substr(0, is));
    if (!rule.whenField) {
        return {ErrorCode::Malformed,
                "[" + rule.name + "] when: FIELD is WORD | WORD, with a field of the registration"};
    }
    rule.whenValues = split(std::string_view{text}.substr(is + 4), '|');
    return ok();
}

Result<void> readMatch(CareTeamRule& rule, const std::string& text) {
    if (text == "linked practice in covers") {
        rule.match = WorkerMatch::LinkedPracticeInCovers;
        return ok();
    }
    const auto space = text.find(' ');
    const auto field = registrationField(text.substr(0, space));
    const auto how = space == std::string::npos ? std::string{} : text.substr(space + 1);
    if (!field || (how != "in covers" && how != "is name")) {
        return {ErrorCode::Malformed,
                "[" + rule.name + "] match: FIELD in covers, linked practice in covers, or FIELD is name"};
    }
    rule.matchField = *field;
    rule.match = how == "is name" ? WorkerMatch::FieldIsName : WorkerMatch::FieldInCovers;
    return ok();
}

Result<CareTeamRule> ruleOf(const SettingsSection& section) {
    CareTeamRule rule;
    rule.name = section.name;
    bool matched = false;
    for (const auto& [key, value] : section.values) {
        if (key == "home_kind") {
            rule.homeKinds = split(value, ' ');
        } else if (key == "when") {
            FS_TRY(readWhen(rule, value));
        } else if (key == "linked_to") {
            rule.linkedToKind = value;
        } else if (key == "worker_role") {
            rule.workerRole = value;
        } else if (key == "match") {
            FS_TRY(readMatch(rule, value));
            matched = true;
        } else if (key == "pick" && (value == "one" || value == "all")) {
            rule.pick = value == "all" ? PickOf::All : PickOf::One;
        } else {
            return {ErrorCode::Malformed, "[" + rule.name + "] does not know " + key + " = " + value};
        }
    }
    if (rule.homeKinds.empty() || rule.workerRole.empty() || !matched) {
        return {ErrorCode::Malformed, "[" + rule.name + "] needs home_kind, worker_role and match"};
    }
    return rule;
}

} // namespace

Result<std::vector<CareTeamRule>> parseCareTeamRules(std::string_view text) {
    FS_ASSIGN(const auto sections, parseSettings(text));
    if (!sections.front().values.empty()) {
        return {ErrorCode::Malformed, "a rule begins with its name in brackets"};
    }
    std::vector<CareTeamRule> rules;
    for (std::size_t i = 1; i < sections.size(); ++i) {
        FS_ASSIGN(auto rule, ruleOf(sections[i]));
        rules.push_back(std::move(rule));
    }
    return rules;
}

} // namespace frontsheet
