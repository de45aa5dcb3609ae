#include "sync/agreement/text_locations.h"

#include <google/protobuf/io/tokenizer.h>
#include <google/protobuf/io/zero_copy_stream_impl_lite.h>

namespace frontsheet::sharing {

namespace {

namespace io = google::protobuf::io;

// What the parser had to say, it has said.
class Deaf final : public io::ErrorCollector {
public:
    void AddError(int, io::ColumnNumber, const std::string&) override {}
};

std::string_view nameOf(Part part) {
    switch (part) {
    case Part::Agreement:
        break;
    case Part::Party:
        return "party";
    case Part::Role:
        return "role";
    case Part::Purpose:
        return "purpose";
    case Part::Clause:
        return "clause";
    }
    return "";
}

} // namespace

class TextLocations::Walk {
public:
    Walk(std::string_view text, std::map<Key, Location>& at)
        : m_stream(text.data(), static_cast<int>(text.size())), m_tokens(&m_stream, &m_deaf), m_at(at) {
        m_tokens.set_comment_style(io::Tokenizer::SH_COMMENT_STYLE);
        m_tokens.Next();
    }

    void run() { body("", 0, Depth::Agreement); }

private:
    enum class Depth { Agreement, Part };
    using Counts = std::map<std::string, std::size_t>;

    [[nodiscard]] bool sees(const char* symbol) { return m_tokens.current().text == symbol; }
    [[nodiscard]] bool atEnd() { return m_tokens.current().type == io::Tokenizer::TYPE_END; }
    [[nodiscard]] Location here() { return {m_tokens.current().line + 1, m_tokens.current().column + 1}; }
    bool take(const char* symbol) {
        const bool there = !atEnd() && sees(symbol);
        if (there) {
            m_tokens.Next();
        }
        return there;
    }

    void body(const std::string& part, std::size_t number, Depth depth) {
        Counts counts;
        while (!atEnd() && !sees("}") && !sees(">")) {
            const std::string field = m_tokens.current().text;
            const Location start = here();
            m_tokens.Next();
            take(":");
            if (take("[")) {
                while (!atEnd() && !sees("]")) {
                    value(part, number, field, counts[field]++, here(), depth);
                    take(",");
                }
                take("]");
            } else {
                value(part, number, field, counts[field]++, start, depth);
            }
            while (take(",") || take(";")) {
            }
        }
    }

    void value(const std::string& part, std::size_t number, const std::string& field, std::size_t element,
               Location start, Depth depth) {
        m_at.emplace(Key{part, number, field, element}, start);
        if (take("{") || take("<")) {
            if (depth == Depth::Agreement) {
                m_at.emplace(Key{field, element, "", 0}, start);
                body(field, element, Depth::Part);
            } // deeper there is no message in the schema
            m_tokens.Next();
            return;
        }
        take("-");
        const bool text = m_tokens.current().type == io::Tokenizer::TYPE_STRING;
        m_tokens.Next();
        while (text && m_tokens.current().type == io::Tokenizer::TYPE_STRING) {
            m_tokens.Next(); // "one " "value"
        }
    }

    Deaf m_deaf;
    io::ArrayInputStream m_stream;
    io::Tokenizer m_tokens;
    std::map<Key, Location>& m_at;
};

TextLocations::TextLocations(std::string_view text) { Walk(text, m_at).run(); }

const Location* TextLocations::find(const Key& key) const {
    const auto found = m_at.find(key);
    return found == m_at.end() ? nullptr : &found->second;
}

Location TextLocations::of(const Place& place) const {
    const std::string part{nameOf(place.part)};
    for (const auto& key : {Key{part, place.index, std::string{place.field}, place.element},
                            Key{part, place.index, std::string{place.field}, 0}, Key{part, place.index, "", 0}}) {
        if (const Location* found = find(key)) {
            return *found;
        }
    }
    return {};
}

} // namespace frontsheet::sharing
