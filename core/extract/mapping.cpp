#include "core/extract/mapping.h"

#include "core/base/utf8.h"
#include "core/domain/schema/record_schema.h"
#include "core/extract/extract_limits.h"
#include "core/extract/mapping_tokens.h"

#include <algorithm>
#include <charconv>
#include <set>

namespace frontsheet::extract {

namespace {

using Tokens = std::vector<Token>;

Error fault(int line, std::string what) {
    return {ErrorCode::Malformed, "line " + std::to_string(line) + ": " + std::move(what)};
}

bool isWord(const Token& token, std::string_view text) { return token.kind == TokenKind::Word && token.text == text; }
bool isSign(const Token& token, char sign) { return token.kind == TokenKind::Sign && token.text[0] == sign; }

struct ConversionName {
    std::string_view word;
    Conversion conversion;
};
constexpr ConversionName kConversions[] = {
    {"text", Conversion::Text},
    {"nhs-number", Conversion::NhsNumber},
    {"date", Conversion::Date},
    {"birth-date", Conversion::BirthDate},
    {"day-start", Conversion::DayStart},
    {"name", Conversion::Name},
    {"split-name", Conversion::SplitName},
    {"split-address", Conversion::SplitAddress},
    {"postcode", Conversion::Postcode},
    {"phone", Conversion::Phone},
    {"codes", Conversion::Codes},
    {"pence", Conversion::Pence},
    {"integer", Conversion::Integer},
    {"set", Conversion::Set},
    {"before", Conversion::Before},
    {"after", Conversion::After},
};

bool isTextKind(FieldKind kind) {
    return kind == FieldKind::Text || kind == FieldKind::Prose || kind == FieldKind::Code ||
           kind == FieldKind::Agency || kind == FieldKind::Worker || kind == FieldKind::Service;
}

// What kind of field a conversion can fill.
bool fits(Conversion conversion, FieldKind kind) {
    switch (conversion) {
    case Conversion::Date:
    case Conversion::BirthDate:
        return kind == FieldKind::Date;
    case Conversion::DayStart:
        return kind == FieldKind::Time;
    case Conversion::Pence:
    case Conversion::Integer:
        return kind == FieldKind::Integer;
    case Conversion::Set:
        return kind == FieldKind::Set;
    case Conversion::Text:
    case Conversion::NhsNumber:
    case Conversion::Name:
    case Conversion::SplitName:
    case Conversion::SplitAddress:
    case Conversion::Postcode:
    case Conversion::Phone:
    case Conversion::Codes:
    case Conversion::Before:
    case Conversion::After:
        return isTextKind(kind);
    }
    return false;
}

bool needsDates(Conversion conversion) {
    return conversion == Conversion::Date || conversion == Conversion::BirthDate || conversion == Conversion::DayStart;
}

} // namespace

class MappingParser {
public:
    Result<Mapping> parse(std::string_view text) {
        if (text.size() > kMaxMappingBytes) {
            return {ErrorCode::TooLarge, "mapping file"};
        }
        if (text.starts_with("\xEF\xBB\xBF")) {
            text.remove_prefix(3);
        }
        if (!isText(text)) {
            return {ErrorCode::NotText, "a mapping file is UTF-8 text"};
        }
        while (!text.empty()) {
            ++m_line;
            const auto end = text.find('\n');
            const auto line = text.substr(0, end);
            text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
            if (line.size() > kMaxMappingLineBytes) {
                return fault(m_line, "longer than a line may be");
            }
            auto tokens = tokensOf(line);
            if (!tokens) {
                return fault(m_line, tokens.error().context);
            }
            if (!tokens->empty()) {
                FS_TRY(takeLine(*tokens));
            }
        }
        FS_TRY(checkWhole());
        return std::move(m_mapping);
    }

private:
    Result<void> takeLine(const Tokens& t) {
        if (std::any_of(t.begin(), t.end(), [](const Token& token) { return token.kind == TokenKind::Arrow; })) {
            return takeField(t);
        }
        if (t[0].kind != TokenKind::Word) {
            return fault(m_line, "a line begins with a keyword, or is 'field <- column'");
        }
        const std::string& keyword = t[0].text;
        if (keyword == "ignore") {
            return takeIgnore(t);
        }
        if (keyword == "record") {
            return takeRecord(t);
        }
        if (keyword == "key" || keyword == "person" || keyword == "home") {
            return takeRecordSource(t);
        }
        if (keyword == "require") {
            return takeRequire(t);
        }
        if (keyword == "when") {
            return takeCondition(t);
        }
        return takeHeading(t);
    }

    Result<void> takeHeading(const Tokens& t) {
        const std::string& keyword = t[0].text;
        if (t.size() < 2) {
            return fault(m_line, "'" + keyword + "' says nothing");
        }
        if (keyword != "optional" && !m_headings.insert(keyword).second) {
            return fault(m_line, "'" + keyword + "' is said twice");
        }
        if (keyword == "extract" && t.size() == 2 && t[1].kind == TokenKind::Word) {
            m_mapping.m_name = t[1].text;
            return ok();
        }
        if (keyword == "encoding" && t.size() == 2) {
            return choose(t[1], {{"utf-8", Encoding::Utf8}, {"windows-1252", Encoding::Windows1252}},
                          m_mapping.m_dialect.encoding);
        }
        if (keyword == "delimiter" && t.size() == 2) {
            return choose(t[1], {{"comma", ','}, {"semicolon", ';'}, {"pipe", '|'}, {"tab", '\t'}},
                          m_mapping.m_dialect.delimiter);
        }
        if (keyword == "quote" && t.size() == 2) {
            return choose(t[1], {{"double", '"'}, {"single", '\''}, {"none", '\0'}}, m_mapping.m_dialect.quote);
        }
        if (keyword == "dates") {
            return takeDates(t);
        }
        if (keyword == "optional" && t.size() == 2) {
            FS_ASSIGN(const std::string column, columnName(t[1]));
            m_mapping.m_optional.push_back(column);
            return ok();
        }
        return fault(m_line, "'" + keyword + "' is not known, or is said in another way");
    }

    template <class T>
    Result<void> choose(const Token& token, std::initializer_list<std::pair<std::string_view, T>> choices, T& chosen) {
        for (const auto& [word, value] : choices) {
            if (isWord(token, word)) {
                chosen = value;
                return ok();
            }
        }
        return fault(m_line, "'" + token.text + "' is not one of the words allowed here");
    }

    // dates dd/mm/yyyy
    // dates "dd.mm.yy" latest-year 2008
    Result<void> takeDates(const Tokens& t) {
        std::optional<int> latest;
        if (t.size() == 4 && isWord(t[2], "latest-year")) {
            int year = 0;
            const auto& text = t[3].text;
            const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
            if (error != std::errc{} || end != text.data() + text.size() || year < 1900 || year > 2150) {
                return fault(m_line, "the latest year is not a year");
            }
            latest = year;
        } else if (t.size() != 2) {
            return fault(m_line, "dates are said as: dates dd/mm/yyyy, or dates dd/mm/yy latest-year 2008");
        }
        auto format = DateFormat::parse(t[1].text, latest);
        if (!format) {
            return fault(m_line, format.error().context);
        }
        m_mapping.m_dates = *format;
        return ok();
    }

    Result<void> takeIgnore(const Tokens& t) {
        if (t.size() != 4 || !isSign(t[2], ':') || t[3].kind != TokenKind::Literal || t[3].text.empty()) {
            return fault(m_line, "a column is ignored with a reason: ignore column : \"reason\"");
        }
        FS_ASSIGN(std::string column, columnName(t[1]));
        m_mapping.m_ignored.emplace_back(std::move(column), t[3].text);
        return ok();
    }

    Result<void> takeRecord(const Tokens& t) {
        const RecordSchema* schema = t.size() == 2 ? schemaNamed(t[1].text) : nullptr;
        if (schema == nullptr) {
            return fault(m_line, "no record type of this name");
        }
        FS_TRY(checkRecord());
        m_schema = schema;
        m_mapping.m_records.emplace_back().type = schema->type;
        return ok();
    }

    Result<void> takeRecordSource(const Tokens& t) {
        if (m_schema == nullptr) {
            return fault(m_line, "'" + t[0].text + "' belongs to a record");
        }
        FS_ASSIGN(Source source, sourceOf(t, 1, t.size()));
        auto& record = m_mapping.m_records.back();
        if (t[0].text == "key") {
            if (!record.key.terms.empty()) {
                return fault(m_line, "the record has a key already");
            }
            record.key = std::move(source);
            return ok();
        }
        auto& place = t[0].text == "person" ? record.person : record.home;
        if (place) {
            return fault(m_line, "'" + t[0].text + "' is said twice");
        }
        place = std::move(source);
        return ok();
    }

    // when outcome = died
    Result<void> takeCondition(const Tokens& t) {
        if (m_schema == nullptr || m_mapping.m_records.size() < 2) {
            // The first record's key stands for the row, so there must be one.
            return fault(m_line, "'when' belongs to a record after the first");
        }
        if (t.size() < 4 || !isSign(t[2], '=')) {
            return fault(m_line, "a condition is said as: when column = \"words\" \"other words\"");
        }
        auto& record = m_mapping.m_records.back();
        if (record.when) {
            return fault(m_line, "'when' is said twice");
        }
        Condition condition;
        FS_ASSIGN(condition.column, sourceOf(t, 1, 2));
        for (std::size_t i = 3; i < t.size(); ++i) {
            if (t[i].kind != TokenKind::Word && t[i].kind != TokenKind::Literal) {
                return fault(m_line, "a condition is said as: when column = \"words\" \"other words\"");
            }
            condition.words.push_back(t[i].text);
        }
        record.when = std::move(condition);
        return ok();
    }

    Result<void> takeRequire(const Tokens& t) {
        if (m_schema == nullptr || t.size() < 2) {
            return fault(m_line, "require names fields of a record");
        }
        for (std::size_t i = 1; i < t.size(); ++i) {
            const FieldSpec* spec = m_schema->field(t[i].text);
            auto& fields = m_mapping.m_records.back().fields;
            const auto rule = std::find_if(fields.begin(), fields.end(), [&](const FieldRule& each) {
                return spec != nullptr &&
                       std::find(each.targets.begin(), each.targets.end(), spec->tag) != each.targets.end();
            });
            if (rule == fields.end()) {
                return fault(m_line, "'" + t[i].text + "' is not mapped above");
            }
            rule->isRequired = true;
        }
        return ok();
    }

    // target[, target, target] <- source [: conversion ... [else target]]
    Result<void> takeField(const Tokens& t) {
        if (m_schema == nullptr) {
            return fault(m_line, "a field belongs to a record");
        }
        FieldRule rule;
        rule.line = m_line;
        std::size_t at = 0;
        for (; t[at].kind != TokenKind::Arrow; ++at) {
            if (at % 2 == 1) {
                if (!isSign(t[at], ',')) {
                    return fault(m_line, "fields are separated by commas");
                }
                continue;
            }
            FS_ASSIGN(const FieldTag tag, target(t[at]));
            rule.targets.push_back(tag);
        }
        if (at % 2 == 0) {
            return fault(m_line, "a field is missing before '<-'");
        }
        const auto colon = std::find_if(t.begin(), t.end(), [](const Token& token) { return isSign(token, ':'); });
        const auto sourceEnd = static_cast<std::size_t>(colon - t.begin());
        FS_ASSIGN(rule.source, sourceOf(t, at + 1, sourceEnd));
        if (colon != t.end()) {
            FS_TRY(takeConversion(t, sourceEnd + 1, rule));
        } else {
            rule.conversion = Conversion::Text;
        }
        FS_TRY(checkKinds(rule));
        m_mapping.m_records.back().fields.push_back(std::move(rule));
        return ok();
    }

    Result<void> takeConversion(const Tokens& t, std::size_t at, FieldRule& rule) {
        const auto known = std::find_if(std::begin(kConversions), std::end(kConversions),
                                        [&](const auto& each) { return at < t.size() && isWord(t[at], each.word); });
        if (known == std::end(kConversions)) {
            return fault(m_line, "no conversion of this name");
        }
        rule.conversion = known->conversion;
        ++at;
        std::size_t end = t.size();
        if (end >= 2 && isWord(t[end - 2], "else") && end - 2 >= at) {
            FS_ASSIGN(const FieldTag tag, target(t[end - 1]));
            rule.setAside = tag;
            end -= 2;
        }
        switch (rule.conversion) {
        case Conversion::SplitName:
            if (end != at + 1 || (!isWord(t[at], "family-comma-given") && !isWord(t[at], "title-given-family"))) {
                return fault(m_line, "split-name says family-comma-given or title-given-family");
            }
            rule.nameForm =
                t[at].text == "family-comma-given" ? NameForm::FamilyCommaGiven : NameForm::TitleGivenFamily;
            return ok();
        case Conversion::Codes:
            return takeCodes(t, at, end, rule);
        case Conversion::Before:
        case Conversion::After:
        case Conversion::Set:
            if (end == at && rule.conversion == Conversion::Set) {
                return ok();
            }
            if (end != at + 1 || t[at].kind != TokenKind::Literal || t[at].text.empty()) {
                return fault(m_line, "a separator in quotation marks is wanted");
            }
            rule.separator = t[at].text;
            return ok();
        default:
            return end == at ? ok() : Result<void>{fault(m_line, "the conversion takes nothing more")};
        }
    }

    // codes F=female "Still placed"=still-there
    Result<void> takeCodes(const Tokens& t, std::size_t at, std::size_t end, FieldRule& rule) {
        if (at == end || (end - at) % 3 != 0) {
            return fault(m_line, "codes are said as: codes F=female M=male");
        }
        for (; at < end; at += 3) {
            const auto& from = t[at];
            const auto& to = t[at + 2];
            const bool words = (from.kind == TokenKind::Word || from.kind == TokenKind::Literal) &&
                               (to.kind == TokenKind::Word || to.kind == TokenKind::Literal);
            if (!isSign(t[at + 1], '=') || !words) {
                return fault(m_line, "codes are said as: codes F=female M=male");
            }
            const bool repeated = std::any_of(rule.codes.begin(), rule.codes.end(),
                                              [&](const auto& code) { return code.first == from.text; });
            if (repeated) {
                return fault(m_line, "'" + from.text + "' is listed twice");
            }
            rule.codes.emplace_back(from.text, to.text);
        }
        return ok();
    }

    Result<std::string> columnName(const Token& token) {
        if (token.kind != TokenKind::Word && token.kind != TokenKind::Column) {
            return fault(m_line, "a column is wanted: name, or [Name With Spaces]");
        }
        return token.text;
    }

    Result<Source> sourceOf(const Tokens& t, std::size_t at, std::size_t end) {
        Source source;
        bool wantsTerm = true;
        for (; at < end; ++at) {
            if (!wantsTerm) {
                if (!isSign(t[at], '+')) {
                    return fault(m_line, "columns and words are joined by '+'");
                }
                wantsTerm = true;
                continue;
            }
            wantsTerm = false;
            if (t[at].kind == TokenKind::Literal) {
                source.terms.push_back({false, t[at].text, 0});
            } else {
                FS_ASSIGN(std::string column, columnName(t[at]));
                source.terms.push_back({true, std::move(column), 0});
            }
        }
        if (wantsTerm) {
            return fault(m_line, "a column is missing");
        }
        return source;
    }

    // A field that nothing else of the record fills.
    Result<FieldTag> target(const Token& token) {
        const FieldSpec* spec = token.kind == TokenKind::Word ? m_schema->field(token.text) : nullptr;
        if (spec == nullptr) {
            return fault(m_line, "the record has no field '" + token.text + "'");
        }
        if (!m_targets.insert(spec->tag).second) {
            return fault(m_line, "the field '" + token.text + "' is filled twice");
        }
        return spec->tag;
    }

    Result<void> checkKinds(const FieldRule& rule) {
        const bool splits = rule.conversion == Conversion::SplitName || rule.conversion == Conversion::SplitAddress;
        if (rule.targets.size() != (splits ? 3U : 1U)) {
            return fault(m_line, splits ? "a split fills three fields" : "only a split fills several fields");
        }
        for (const auto tag : rule.targets) {
            if (!fits(rule.conversion, m_schema->field(tag)->kind)) {
                return fault(m_line, "the conversion does not give what the field holds");
            }
        }
        if (rule.setAside && !isTextKind(m_schema->field(*rule.setAside)->kind)) {
            return fault(m_line, "a value can only be set aside in a field of text");
        }
        if (needsDates(rule.conversion) && !m_mapping.m_dates) {
            return fault(m_line, "'dates' must say above how this extract writes them");
        }
        return ok();
    }

    Result<void> checkRecord() {
        if (m_schema != nullptr) {
            const auto& record = m_mapping.m_records.back();
            if (record.key.terms.empty()) {
                return fault(m_line, "the record above has no key");
            }
            if ((m_schema->subject == Subject::Person) != record.person.has_value()) {
                return fault(m_line, m_schema->subject == Subject::Person
                                         ? "the record above does not say whose it is: person column"
                                         : "a directory record has no person");
            }
            if (record.fields.empty()) {
                return fault(m_line, "the record above has no fields");
            }
        }
        m_targets.clear();
        return ok();
    }

    Result<void> checkWhole() {
        FS_TRY(checkRecord());
        if (m_mapping.m_name.empty()) {
            return fault(m_line, "'extract' must name the mapping");
        }
        if (m_mapping.m_records.empty()) {
            return fault(m_line, "no record is mapped");
        }
        if (!m_headings.contains("encoding") || !m_headings.contains("delimiter")) {
            return fault(m_line, "'encoding' and 'delimiter' must be said");
        }
        return ok();
    }

    Mapping m_mapping;
    const RecordSchema* m_schema = nullptr; // of the record being read
    std::set<std::string> m_headings;
    std::set<FieldTag> m_targets;
    int m_line = 0;
};

std::vector<FieldTag> RecordRule::tags() const {
    std::vector<FieldTag> all;
    for (const auto& rule : fields) {
        all.insert(all.end(), rule.targets.begin(), rule.targets.end());
        if (rule.setAside) {
            all.push_back(*rule.setAside);
        }
    }
    std::sort(all.begin(), all.end());
    return all;
}

Result<Mapping> Mapping::parse(std::string_view text) { return MappingParser{}.parse(text); }

Result<void> Mapping::bind(const std::vector<std::string>& header) {
    constexpr auto kAbsent = static_cast<std::size_t>(-1);
    constexpr std::size_t kShown = 80; // code points of a column's name: enough to find it in the file
    std::vector<bool> used(header.size(), false);
    const auto complain = [&](const std::string& column, std::string_view what) {
        return Error{ErrorCode::Malformed,
                     "column '" + std::string{firstCodePoints(column, kShown)} + "' " + std::string{what}};
    };
    for (std::size_t i = 0; i < header.size(); ++i) {
        if (std::find(header.begin(), header.begin() + static_cast<std::ptrdiff_t>(i), header[i]) !=
            header.begin() + static_cast<std::ptrdiff_t>(i)) {
            return complain(header[i], "stands twice in the header");
        }
    }
    std::string missing;
    const auto find = [&](const std::string& column) {
        const auto at = std::find(header.begin(), header.end(), column);
        if (at != header.end()) {
            used[static_cast<std::size_t>(at - header.begin())] = true;
            return static_cast<std::size_t>(at - header.begin());
        }
        if (missing.empty() && std::find(m_optional.begin(), m_optional.end(), column) == m_optional.end()) {
            missing = column;
        }
        return kAbsent;
    };
    const auto bindSource = [&](Source& source) {
        for (auto& term : source.terms) {
            term.column = term.isColumn ? find(term.text) : kAbsent;
        }
    };
    for (auto& record : m_records) {
        bindSource(record.key);
        if (record.person) {
            bindSource(*record.person);
        }
        if (record.home) {
            bindSource(*record.home);
        }
        if (record.when) {
            bindSource(record.when->column);
        }
        for (auto& rule : record.fields) {
            bindSource(rule.source);
        }
    }
    for (const auto& [column, reason] : m_ignored) {
        find(column);
    }
    if (!missing.empty()) {
        return complain(missing, "is mapped, but the file does not have it");
    }
    const auto unmapped = std::find(used.begin(), used.end(), false);
    if (unmapped != used.end()) {
        return complain(header[static_cast<std::size_t>(unmapped - used.begin())],
                        "is neither mapped nor ignored with a reason");
    }
    m_header = header;
    return ok();
}

} // namespace frontsheet::extract
