#include "core/extract/mapping_tokens.h"

namespace frontsheet::extract {

namespace {

bool isWordSign(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
           c == '.' || c == '/';
}

} // namespace

Result<std::vector<Token>> tokensOf(std::string_view line) {
    std::vector<Token> tokens;
    for (std::size_t at = 0; at < line.size();) {
        const char c = line[at];
        if (c == ' ' || c == '\t' || c == '\r') {
            ++at;
        } else if (c == '#') {
            break;
        } else if (c == '<' && line.substr(at, 2) == "<-") {
            tokens.push_back({TokenKind::Arrow, "<-"});
            at += 2;
        } else if (c == '+' || c == ',' || c == '=' || c == ':') {
            tokens.push_back({TokenKind::Sign, std::string{c}});
            ++at;
        } else if (c == '[') {
            const auto end = line.find(']', at);
            if (end == std::string_view::npos || end == at + 1) {
                return {ErrorCode::Malformed, "a column's name in [ ] is not closed or empty"};
            }
            tokens.push_back({TokenKind::Column, std::string{line.substr(at + 1, end - at - 1)}});
            at = end + 1;
        } else if (c == '"') {
            std::string text;
            for (++at;; ++at) {
                if (at >= line.size()) {
                    return {ErrorCode::Malformed, "a quotation mark is not closed"};
                }
                if (line[at] == '"') {
                    if (line.substr(at, 2) != "\"\"") {
                        break;
                    }
                    ++at;
                }
                text.push_back(line[at]);
            }
            ++at;
            tokens.push_back({TokenKind::Literal, std::move(text)});
        } else if (isWordSign(c)) {
            const auto from = at;
            while (at < line.size() && isWordSign(line[at])) {
                ++at;
            }
            tokens.push_back({TokenKind::Word, std::string{line.substr(from, at - from)}});
        } else {
            return {ErrorCode::Malformed, "a sign that has no meaning here"};
        }
    }
    return tokens;
}

} // namespace frontsheet::extract
