#include "core/store/searchable_words.h"

#include "core/base/utf8.h"
#include "core/domain/said_right.h"
#include "core/domain/schema/record_schema.h"
#include "core/domain/schema/registration.h"

#include <algorithm>

namespace frontsheet::store {

namespace {

void addWord(std::vector<std::string>& words, std::string_view word) {
    if (word.size() > kMaxWordBytes) {
        std::size_t end = kMaxWordBytes;
        while ((static_cast<unsigned char>(word[end]) & 0xC0) == 0x80) {
            --end; // not inside a character
        }
        word = word.substr(0, end);
    }
    if (!word.empty()) {
        words.emplace_back(word);
    }
}

void addFolded(std::vector<std::string>& words, std::string_view folded) {
    std::size_t at = 0;
    while (at < folded.size()) {
        const std::size_t end = std::min(folded.find(' ', at), folded.size());
        addWord(words, folded.substr(at, end - at));
        at = end + 1;
    }
}

std::string squashed(std::string_view folded) {
    std::string out{folded};
    std::erase(out, ' ');
    return out;
}

// "943 476 5919", "LS1 4AB" and "+44 113 496 0000" are typed with and without their spaces.
void addNumberForms(std::vector<std::string>& words, FieldTag tag, std::string_view text) {
    const std::string folded = foldForSearch(text);
    const std::string whole = squashed(folded);
    if (tag == registration::kNhsNumber.tag && whole.size() == 10) {
        addWord(words, std::string_view{whole}.substr(3, 3));
        addWord(words, std::string_view{whole}.substr(6));
    } else if (tag == registration::kPostcode.tag) {
        addWord(words, whole);
    } else if (tag == registration::kPhone.tag) {
        addWord(words, whole);
        if (whole.starts_with("44") && whole.size() > 10) {
            addWord(words, "0" + whole.substr(whole[2] == '0' ? 3 : 2));
        }
    }
}

} // namespace

bool isSearchable(RecordType type) {
    const RecordSchema* schema = schemaOf(type);
    if (schema == nullptr || schema->subject != Subject::Person) {
        return false; // the directory has a finder of its own
    }
    return std::any_of(schema->fields.begin(), schema->fields.end(),
                       [](const FieldSpec& field) { return field.searchable == Searchable::Yes; });
}

WordKind wordKindOf(RecordType type) { return type == RecordType::Registration ? WordKind::People : WordKind::Notes; }

std::vector<std::string> wordsOf(const Record& record) {
    std::vector<std::string> words;
    const RecordSchema* schema = schemaOf(record.type);
    // What is said to be right is in the registration already, which lists read past a hidden address.
    if (schema == nullptr || !isSearchable(record.type) || isSaidRight(record)) {
        return words;
    }
    for (const auto& [tag, value] : record.fields) {
        const FieldSpec* field = schema->field(tag);
        if (field == nullptr || field->searchable != Searchable::Yes) {
            continue;
        }
        if (const auto* text = std::get_if<std::string>(&value)) {
            addFolded(words, foldForSearch(*text));
            if (record.type == RecordType::Registration) {
                addNumberForms(words, tag, *text);
            }
        } else if (const auto* members = std::get_if<std::vector<std::string>>(&value)) {
            for (const auto& member : *members) {
                addFolded(words, foldForSearch(member));
            }
        }
    }
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
}

std::vector<std::string> typedWords(std::string_view typed) {
    std::vector<std::string> words;
    addFolded(words, foldForSearch(typed));
    return words;
}

} // namespace frontsheet::store
