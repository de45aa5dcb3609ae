#include "core/extract/extract_report.h"

namespace frontsheet::extract {

namespace {

struct Saying {
    std::string_view code;
    std::string_view words;
};

Saying saying(ReasonCode reason) {
    switch (reason) {
    case ReasonCode::QuoteNotClosed:
        return {"quote-not-closed", "a quotation mark is opened and never closed"};
    case ReasonCode::TextAfterQuote:
        return {"text-after-quote",
                "text follows a closing quotation mark; quotation marks within a value must be doubled"};
    case ReasonCode::RowTooLong:
        return {"row-too-long", "the row is longer than a row may be"};
    case ReasonCode::FieldTooLong:
        return {"field-too-long", "a value of the row is longer than a value may be"};
    case ReasonCode::TooManyFields:
        return {"too-many-fields", "the row has more values than any extract may have columns"};
    case ReasonCode::NotInEncoding:
        return {"not-in-encoding", "the row is not in the encoding that the mapping declares"};
    case ReasonCode::HoldsNul:
        return {"holds-nul", "the row holds a NUL byte"};
    case ReasonCode::WrongFieldCount:
        return {"wrong-field-count", "the row has another number of values than the header has columns"};
    case ReasonCode::MissingKey:
        return {"missing-key", "the row has no local id"};
    case ReasonCode::RepeatedKey:
        return {"repeated-key", "an earlier row has this local id and says something else"};
    case ReasonCode::RepeatedRow:
        return {"repeated-row", "an earlier row says exactly the same"};
    case ReasonCode::MissingRequired:
        return {"missing-required", "a value that the mapping requires is missing"};
    case ReasonCode::OtherAgency:
        return {"other-agency", "the row belongs to another agency"};
    case ReasonCode::UnknownPerson:
        return {"unknown-person", "the row does not say whom it is about"};
    case ReasonCode::NhsNumberIsNationalInsurance:
        return {"nhs-number-is-national-insurance", "a National Insurance number stands in place of the NHS number"};
    case ReasonCode::NhsNumberNotDigits:
        return {"nhs-number-not-digits", "the NHS number holds signs other than digits"};
    case ReasonCode::NhsNumberWrongLength:
        return {"nhs-number-wrong-length", "the NHS number does not have ten digits"};
    case ReasonCode::NhsNumberCheckDigit:
        return {"nhs-number-check-digit", "the NHS number fails its check digit"};
    case ReasonCode::NhsNumberPlaceholder:
        return {"nhs-number-placeholder", "one digit ten times is nobody's NHS number"};
    case ReasonCode::DateNotUnderstood:
        return {"date-not-understood", "not a date of the declared form, or one that the calendar does not have"};
    case ReasonCode::DateInFuture:
        return {"date-in-future", "a birth date in the future"};
    case ReasonCode::DatePlaceholder:
        return {"date-placeholder", "a birth date of the kind that is entered where none is known"};
    case ReasonCode::NameOneWord:
        return {"name-one-word", "the name is one word; taken as the family name"};
    case ReasonCode::NameNoComma:
        return {"name-no-comma", "the name has no comma; the last word taken as the family name"};
    case ReasonCode::NameSeveralCommas:
        return {"name-several-commas", "the name has several commas; split at the first"};
    case ReasonCode::NameManyWords:
        return {"name-many-words", "the name has many words; where the family name begins is a guess"};
    case ReasonCode::NameLetterLost:
        return {"name-letter-lost", "a letter of the name was lost in an earlier export"};
    case ReasonCode::NameMissing:
        return {"name-missing", "a part of the name is missing"};
    case ReasonCode::PostcodeShape:
        return {"postcode-shape", "does not have the shape of a postcode"};
    case ReasonCode::AddressWithoutPostcode:
        return {"address-without-postcode", "no postcode was found in the address"};
    case ReasonCode::PhoneNotWhole:
        return {"phone-not-whole", "not a whole telephone number; kept as written"};
    case ReasonCode::CodeUnknown:
        return {"code-unknown", "not one of the words that the mapping lists"};
    case ReasonCode::NotAnAmount:
        return {"not-an-amount", "not an amount of money"};
    case ReasonCode::NotANumber:
        return {"not-a-number", "not a whole number"};
    case ReasonCode::NotACode:
        return {"not-a-code", "not a code: letters, digits, '_' and '-', at most 64"};
    case ReasonCode::ValueTooLong:
        return {"value-too-long", "longer than the field can hold"};
    case ReasonCode::ControlSigns:
        return {"control-signs", "line breaks or control signs in a one-line value; replaced by spaces"};
    case ReasonCode::UndefinedBytes:
        return {"undefined-bytes", "bytes that stand for no letter in the declared encoding"};
    case ReasonCode::UnfitRecord:
        return {"unfit-record", "what the row gives does not fit the record's declaration"};
    case ReasonCode::SameNumberTwice:
        return {"same-number-twice", "an earlier row carries the same NHS number; perhaps one person registered twice"};
    case ReasonCode::SamePersonTwice:
        return {"same-person-twice",
                "an earlier row has the same name and birth date; perhaps one person registered twice"};
    }
    return {"unknown", "unknown"};
}

void putField(std::ostream& out, std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
        out << text;
        return;
    }
    out << '"';
    for (const char c : text) {
        if (c == '"') {
            out << '"';
        }
        out << c;
    }
    out << '"';
}

// A spreadsheet must not take a value of an extract for a formula (OWASP, "CSV Injection").
std::string disarmed(const std::string& value) {
    const bool armed = !value.empty() && std::string_view{"=+-@\t\r"}.find(value.front()) != std::string_view::npos;
    return armed ? "'" + value : value;
}

} // namespace

std::string_view codeOf(Outcome outcome) {
    switch (outcome) {
    case Outcome::RowRefused:
        return "row-refused";
    case Outcome::ValueRefused:
        return "value-refused";
    case Outcome::SetAside:
        return "set-aside";
    case Outcome::Repaired:
        return "repaired";
    case Outcome::Doubtful:
        return "doubtful";
    case Outcome::Skipped:
        return "skipped";
    }
    return "unknown";
}

std::string_view codeOf(ReasonCode reason) { return saying(reason).code; }
std::string_view wordsOf(ReasonCode reason) { return saying(reason).words; }

CsvReport::CsvReport(std::ostream& out) : m_out(out) {
    m_out << "line,column,outcome,reason,number,words,before,after,other_line\r\n";
}

void CsvReport::add(const ReportEntry& entry) {
    m_out << entry.line << ',';
    putField(m_out, disarmed(entry.column));
    m_out << ',' << codeOf(entry.outcome) << ',' << codeOf(entry.reason) << ',' << static_cast<unsigned>(entry.reason)
          << ',';
    putField(m_out, wordsOf(entry.reason));
    m_out << ',';
    putField(m_out, disarmed(entry.before));
    m_out << ',';
    putField(m_out, disarmed(entry.after));
    m_out << ',';
    if (entry.otherLine != 0) {
        m_out << entry.otherLine;
    }
    m_out << "\r\n";
}

Result<void> CsvReport::finish() {
    m_out.flush();
    return m_out ? ok() : Result<void>{ErrorCode::DiskFailed, "writing the import report"};
}

} // namespace frontsheet::extract
