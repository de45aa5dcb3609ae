// A mapping file: how one extract's columns become records, declared in a short text that an administrator can read and
// check. The grammar is in README.md. Every column of the extract must be mapped or ignored with a reason; what the
// declaration does not account for is an error, never a silent loss.
#pragma once

#include "core/base/result.h"
#include "core/domain/identity/partial_date.h"
#include "core/domain/identity/person_name.h"
#include "core/domain/record.h"
#include "core/extract/delimited_reader.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace frontsheet::extract {

// A column, or words of the mapping's own.
struct SourceTerm {
    bool isColumn = true;
    std::string text;
    std::size_t column = 0; // in the file's header; set by bind()
};

// Terms joined as they stand. A literal between two columns falls away where either side is empty, one at an end where
// all columns are; literals alone always stand.
struct Source {
    std::vector<SourceTerm> terms;
};

enum class Conversion : std::uint8_t {
    Text,
    NhsNumber,    // valid: ten digits; otherwise set aside
    Date,         // by the mapping's date format; impossible: set aside
    BirthDate,    // as Date; one in the future is impossible, a placeholder is reported
    DayStart,     // a date as a time: 00:00 UTC of that day
    Name,         // text; reported where a letter was lost ("Ll?r")
    SplitName,    // one field to title, given name, family name
    SplitAddress, // one field to address, town, postcode
    Postcode,     // to "ZZ1 2DP"; of another shape: kept and reported
    Phone,        // as written; reported where it is not a whole number
    Codes,        // by the listed words; another word is set aside
    Pence,        // "112.40", "£1,020" to an integer
    Integer,
    Set,    // members between separators
    Before, // what stands before the separator
    After,
};

struct FieldRule {
    std::vector<FieldTag> targets; // one, or three of a split
    Source source;
    Conversion conversion = Conversion::Text;
    std::optional<FieldTag> setAside; // "else": where a value that could not be converted is kept as it was
    NameForm nameForm = NameForm::FamilyCommaGiven;
    std::vector<std::pair<std::string, std::string>> codes;
    std::string separator;
    bool isRequired = false; // a row without it is refused
    int line = 0;            // of the mapping file
};

// Of which rows a record is made: of those whose column has one of these words.
struct Condition {
    Source column;
    std::vector<std::string> words;
};

struct RecordRule {
    RecordType type = RecordType::Registration;
    std::optional<Condition> when; // none: of every row
    Source key;                    // unique among the file's records of the type
    std::optional<Source> person;  // the agency's local id of whom it is about; none on directory records
    std::optional<Source> home;    // the agency it belongs to; the importing agency where not said
    std::vector<FieldRule> fields;

    // The fields that this extract speaks of: an import changes no others.
    [[nodiscard]] std::vector<FieldTag> tags() const;
};

class Mapping {
public:
    // Malformed with "line N: what is wrong"; TooLarge.
    static Result<Mapping> parse(std::string_view text);

    // Finds the columns in the file's header. Malformed, naming the column, where one that is mapped is missing, one that
    // the file has is neither mapped nor ignored, or one stands twice.
    Result<void> bind(const std::vector<std::string>& header);

    [[nodiscard]] const std::string& name() const { return m_name; }
    [[nodiscard]] const Dialect& dialect() const { return m_dialect; }
    [[nodiscard]] const std::optional<DateFormat>& dates() const { return m_dates; }
    [[nodiscard]] const std::vector<RecordRule>& records() const { return m_records; }
    [[nodiscard]] const std::vector<std::string>& header() const { return m_header; }
    // Columns left out on purpose, with the reason given.
    [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& ignored() const { return m_ignored; }

private:
    friend class MappingParser;

    std::string m_name;
    Dialect m_dialect;
    std::optional<DateFormat> m_dates;
    std::vector<RecordRule> m_records;
    std::vector<std::pair<std::string, std::string>> m_ignored;
    std::vector<std::string> m_optional; // columns that a file may lack
    std::vector<std::string> m_header;
};

// The mappings that ship with the program, by name ("council-people"). nullopt for a name it does not have.
[[nodiscard]] std::optional<std::string_view> shippedMapping(std::string_view name);
[[nodiscard]] std::vector<std::string_view> shippedMappingNames();

} // namespace frontsheet::extract
