#include "sync/agreement/statement_text.h"

#include "core/base/settings_text.h"
#include "core/domain/schema/sharing_agreement.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>
#include <sstream>

namespace frontsheet {

namespace {

using sharing::SignedAct;
using sharing::SignedStatement;

constexpr std::array<std::pair<SignedAct, const char*>, 4> kActs{{{SignedAct::Sign, "sign"},
                                                                  {SignedAct::Suspend, "suspend"},
                                                                  {SignedAct::Resume, "resume"},
                                                                  {SignedAct::Retire, "retire"}}};
constexpr std::size_t kMostSignatureBytes = 256;

std::string hexOf(BytesView bytes) {
    return detail::toHex({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
}

std::optional<Bytes> fromHex(std::string_view hex) {
    Bytes out(hex.size() / 2, '\0');
    const bool good = hex.size() % 2 == 0 && !hex.empty() && hex.size() <= 2 * kMostSignatureBytes &&
                      detail::fromHex(hex, {reinterpret_cast<std::uint8_t*>(out.data()), out.size()});
    return good ? std::optional{std::move(out)} : std::nullopt;
}

template <class Number>
std::optional<Number> numberIn(const std::string& text) {
    Number number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    return read.ec == std::errc{} && read.ptr == text.data() + text.size() ? std::optional{number} : std::nullopt;
}

Result<SignedStatement> statementIn(const SettingsSection& section) {
    const auto wrong = [&](const char* what) { return Error{ErrorCode::Malformed, "[" + section.name + "] " + what}; };
    SignedStatement out;
    out.by = AgencyId{section.name.substr(0, section.name.find(' '))};
    const auto act =
        std::find_if(kActs.begin(), kActs.end(), [&](const auto& a) { return a.second == section.value("act"); });
    const auto version = numberIn<std::uint32_t>(section.value("version"));
    const auto at = numberIn<std::int64_t>(section.value("at"));
    auto hash = fromHex(section.value("hash"));
    auto signature = fromHex(section.value("signature"));
    if (!out.by.isWellFormed() || act == kActs.end()) {
        return wrong("is no statement of an agency");
    }
    if (!version || !at || !hash || hash->size() != 32 || !signature) {
        return wrong("needs version, at, hash and signature");
    }
    out.act = act->first;
    out.agreement = section.value("agreement");
    out.version = *version;
    out.hash = std::move(*hash);
    out.at = WallTime{*at};
    out.signature = std::move(*signature);
    std::istringstream clauses(section.value("clauses"));
    for (std::string clause; clauses >> clause;) {
        out.clauses.push_back(std::move(clause));
    }
    return out;
}

} // namespace

Result<std::vector<SignedStatement>> parseStatements(std::string_view text) {
    FS_ASSIGN(const auto sections, parseSettings(text));
    if (!sections.front().values.empty()) {
        return {ErrorCode::Malformed, "a statement stands under the agency that makes it"};
    }
    if (sections.size() > kMaxStatements + 1) {
        return {ErrorCode::TooLarge, "statements"};
    }
    std::vector<SignedStatement> out;
    for (std::size_t n = 1; n < sections.size(); ++n) {
        FS_ASSIGN(auto statement, statementIn(sections[n]));
        out.push_back(std::move(statement));
    }
    return out;
}

std::string writeStatements(const std::vector<SignedStatement>& statements) {
    std::vector<SettingsSection> sections(1);
    std::map<AgencyId, std::size_t> made;
    for (const auto& statement : statements) {
        const auto nth = ++made[statement.by];
        SettingsSection section{statement.by.str() + (nth == 1 ? "" : " " + std::to_string(nth)), {}};
        const auto act =
            std::find_if(kActs.begin(), kActs.end(), [&](const auto& a) { return a.first == statement.act; });
        section.values["act"] = act == kActs.end() ? "" : act->second;
        section.values["agreement"] = statement.agreement;
        section.values["version"] = std::to_string(statement.version);
        section.values["hash"] = hexOf(statement.hash);
        section.values["at"] = std::to_string(statement.at.ms);
        section.values["signature"] = hexOf(statement.signature);
        std::string clauses;
        for (const auto& clause : statement.clauses) {
            clauses += (clauses.empty() ? "" : " ") + clause;
        }
        if (!clauses.empty()) {
            section.values["clauses"] = clauses;
        }
        sections.push_back(std::move(section));
    }
    return writeSettings(sections);
}

} // namespace frontsheet
