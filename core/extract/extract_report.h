// What an import did to each row that it did not take over plainly. The report file holds values from the extract, so it
// is personal data: it is written where the administrator asked and nowhere else, and no entry goes into a log.
#pragma once

#include "core/base/result.h"

#include <array>
#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>

namespace frontsheet::extract {

enum class Outcome : std::uint8_t {
    RowRefused,   // nothing of the row was taken
    ValueRefused, // the row was taken without this value
    SetAside,     // the value was kept as written in another field
    Repaired,     // the value was changed; before and after are in the report
    Doubtful,     // taken as it stands, but worth a look
    Skipped,      // the row belongs to another agency
};
inline constexpr std::size_t kOutcomes = 6;

// Stable numbers, for reports that are compared over the years.
enum class ReasonCode : std::uint16_t {
    QuoteNotClosed = 1,
    TextAfterQuote = 2,
    RowTooLong = 3,
    FieldTooLong = 4,
    TooManyFields = 5,
    NotInEncoding = 6,
    HoldsNul = 7,
    WrongFieldCount = 8,
    MissingKey = 9,
    RepeatedKey = 10, // another row of this file has the same local id
    RepeatedRow = 11, // and says exactly the same
    MissingRequired = 12,
    OtherAgency = 13,
    UnknownPerson = 14,

    NhsNumberIsNationalInsurance = 20,
    NhsNumberNotDigits = 21,
    NhsNumberWrongLength = 22,
    NhsNumberCheckDigit = 23,
    NhsNumberPlaceholder = 24,

    DateNotUnderstood = 30,
    DateInFuture = 31,
    DatePlaceholder = 32,

    NameOneWord = 40,
    NameNoComma = 41,
    NameSeveralCommas = 42,
    NameManyWords = 43,
    NameLetterLost = 44,
    NameMissing = 45,

    PostcodeShape = 50,
    AddressWithoutPostcode = 51,
    PhoneNotWhole = 52,

    CodeUnknown = 60,
    NotAnAmount = 61,
    NotANumber = 62,
    NotACode = 63,
    ValueTooLong = 64,
    ControlSigns = 65,
    UndefinedBytes = 66,
    UnfitRecord = 67, // what the row gives does not fit the record's declaration

    SameNumberTwice = 70, // another row of this file carries the NHS number: perhaps one person twice
    SamePersonTwice = 71, // another row has the same name and birth date
};

[[nodiscard]] std::string_view codeOf(Outcome outcome);   // "row-refused"
[[nodiscard]] std::string_view codeOf(ReasonCode reason); // "nhs-number-check-digit"
[[nodiscard]] std::string_view wordsOf(ReasonCode reason);

struct ReportEntry {
    std::uint64_t line = 0;
    std::string column; // of the extract; empty where the whole row is meant
    Outcome outcome = Outcome::Doubtful;
    ReasonCode reason = ReasonCode::MissingKey;
    std::string before; // at most kMaxReportedBytes
    std::string after;
    std::uint64_t otherLine = 0; // the row this one repeats, where that is the matter
};

class ExtractReport {
public:
    virtual ~ExtractReport() = default;
    virtual void add(const ReportEntry& entry) = 0;
};

// Counts only, no values: fit for a screen or a log.
struct ReportCounts {
    std::array<std::uint64_t, kOutcomes> byOutcome{};
    [[nodiscard]] std::uint64_t of(Outcome outcome) const { return byOutcome[static_cast<std::size_t>(outcome)]; }
};

// CSV (RFC 4180), UTF-8: line, column, outcome, code, number, words, before, after, other line.
class CsvReport final : public ExtractReport {
public:
    explicit CsvReport(std::ostream& out); // must outlive the report
    void add(const ReportEntry& entry) override;
    // DiskFailed when any write failed.
    [[nodiscard]] Result<void> finish();

private:
    std::ostream& m_out;
};

} // namespace frontsheet::extract
