#include "tests/tools/boundaries/cmake_commands.h"

#include "tests/tools/boundaries/source_text.h"

#include <cctype>

namespace frontsheet::boundaries {

namespace {

bool isSpace(char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; }

class CmakeReader {
public:
    explicit CmakeReader(std::string_view text) : m_text(withoutComments(text, Language::Cmake, Strings::Keep)) {}

    std::vector<CmakeCommand> read() {
        std::vector<CmakeCommand> commands;
        while (true) {
            const CmakeWord name = nextWord();
            if (name.text.empty()) {
                return commands;
            }
            if (name.text == "(" || name.text == ")") {
                continue;
            }
            CmakeCommand command{name.text, name.line, {}};
            for (char& c : command.name) {
                c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
            }
            if (nextWord().text != "(") {
                return commands; // not CMake; CMake itself will say so
            }
            for (int depth = 1; depth > 0;) {
                CmakeWord word = nextWord();
                if (word.text.empty()) {
                    return commands;
                }
                depth += word.text == "(" ? 1 : word.text == ")" ? -1 : 0;
                if (word.text != "(" && word.text != ")") {
                    command.words.push_back(std::move(word));
                }
            }
            commands.push_back(std::move(command));
        }
    }

private:
    // A word, a quoted argument without its quotes, or one bracket; empty at the end.
    CmakeWord nextWord() {
        while (m_at < m_text.size() && isSpace(m_text[m_at])) {
            m_line += m_text[m_at++] == '\n' ? 1 : 0;
        }
        CmakeWord word{{}, m_line};
        if (m_at == m_text.size()) {
            return word;
        }
        const char first = m_text[m_at];
        if (first == '(' || first == ')') {
            word.text = m_text[m_at++];
            return word;
        }
        if (first == '"') {
            ++m_at;
            while (m_at < m_text.size() && m_text[m_at] != '"') {
                m_line += m_text[m_at] == '\n' ? 1 : 0;
                if (m_text[m_at] == '\\' && m_at + 1 < m_text.size()) {
                    ++m_at;
                }
                word.text += m_text[m_at++];
            }
            ++m_at;
            if (word.text.empty()) {
                word.text = " "; // an empty argument is not the end of the file
            }
            return word;
        }
        while (m_at < m_text.size() && !isSpace(m_text[m_at]) && m_text[m_at] != '(' && m_text[m_at] != ')') {
            word.text += m_text[m_at++];
        }
        return word;
    }

    std::string m_text;
    std::size_t m_at = 0;
    int m_line = 1;
};

} // namespace

std::vector<CmakeCommand> commandsOf(std::string_view text) { return CmakeReader{text}.read(); }

} // namespace frontsheet::boundaries
