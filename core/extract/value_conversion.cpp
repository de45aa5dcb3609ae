#include "core/extract/value_conversion.h"

#include "core/base/utf8.h"
#include "core/domain/identity/nhs_number.h"
#include "core/domain/identity/phone_number.h"
#include "core/domain/identity/postal_address.h"
#include "core/domain/identity/postcode.h"
#include "core/domain/matching/name_key.h"
#include "core/extract/extract_limits.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace frontsheet::extract {

namespace {

std::string_view trimmed(std::string_view text) {
    const auto from = text.find_first_not_of(" \t\r\n");
    return from == std::string_view::npos ? std::string_view{}
                                          : text.substr(from, text.find_last_not_of(" \t\r\n") - from + 1);
}

bool isControl(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

std::string shortened(std::string_view text) {
    if (text.size() <= kMaxReportedBytes) {
        return std::string{text};
    }
    std::size_t end = kMaxReportedBytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) {
        --end;
    }
    return std::string{text.substr(0, end)};
}

// "Ll?r", "?ukaszewski": a sign within or before letters that an export's encoding could not hold.
bool hasLostLetter(std::string_view text) {
    const std::string folded = matching::foldName(text);
    const auto at = folded.find('?');
    return at != std::string::npos && folded.size() > 1;
}

ReasonCode reasonOf(NhsNumberFault fault) {
    switch (fault) {
    case NhsNumberFault::NationalInsurance:
        return ReasonCode::NhsNumberIsNationalInsurance;
    case NhsNumberFault::WrongLength:
        return ReasonCode::NhsNumberWrongLength;
    case NhsNumberFault::WrongCheckDigit:
        return ReasonCode::NhsNumberCheckDigit;
    case NhsNumberFault::Placeholder:
        return ReasonCode::NhsNumberPlaceholder;
    case NhsNumberFault::None:
    case NhsNumberFault::Empty:
    case NhsNumberFault::NotDigits:
        break;
    }
    return ReasonCode::NhsNumberNotDigits;
}

std::optional<ReasonCode> reasonOf(NameDoubt doubt) {
    switch (doubt) {
    case NameDoubt::None:
        return std::nullopt;
    case NameDoubt::OneWord:
        return ReasonCode::NameOneWord;
    case NameDoubt::NoComma:
        return ReasonCode::NameNoComma;
    case NameDoubt::SeveralCommas:
        return ReasonCode::NameSeveralCommas;
    case NameDoubt::ManyWords:
        return ReasonCode::NameManyWords;
    }
    return std::nullopt;
}

// "112.40", "£1,020", "-5.5": pence.
std::optional<std::int64_t> penceOf(std::string_view text) {
    std::string digits;
    bool negative = false;
    std::optional<std::size_t> decimals;
    if (text.starts_with("-")) {
        negative = true;
        text.remove_prefix(1);
    }
    if (text.starts_with("\xC2\xA3")) {
        text.remove_prefix(2);
    }
    for (const char c : text) {
        if (c >= '0' && c <= '9') {
            digits.push_back(c);
            if (decimals) {
                ++*decimals;
            }
        } else if (c == '.' && !decimals) {
            decimals = 0;
        } else if (c != ',' || decimals) {
            return std::nullopt;
        }
    }
    if (digits.empty() || digits.size() > 15 || decimals.value_or(0) > 2 || decimals == 0U) {
        return std::nullopt;
    }
    digits.append(2 - decimals.value_or(0), '0');
    std::int64_t pence = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), pence);
    return negative ? -pence : pence;
}

std::optional<std::int64_t> integerOf(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional{value} : std::nullopt;
}

} // namespace

struct ValueConverter::Task {
    const FieldRule& rule;
    const RecordSchema& schema;
    FieldSet& fields;
    std::string value; // trimmed, not empty
};

std::string joinedValue(const Source& source, const std::vector<std::string>& row) {
    const auto valueOf = [&](const SourceTerm& term) {
        return term.column < row.size() ? trimmed(row[term.column]) : std::string_view{};
    };
    std::string lead;    // literals before the first column
    std::string between; // literals since the last column
    std::string joined;
    bool hasColumns = false;
    bool any = false;
    for (const auto& term : source.terms) {
        if (!term.isColumn) {
            (hasColumns ? between : lead) += term.text;
            continue;
        }
        hasColumns = true;
        if (const auto value = valueOf(term); !value.empty()) {
            joined += (any ? between : "") + std::string{value};
            any = true;
        }
        between.clear();
    }
    if (!hasColumns) {
        return lead;
    }
    return any ? lead + joined + between : std::string{};
}

std::string columnsOf(const Source& source) {
    std::string columns;
    for (const auto& term : source.terms) {
        if (term.isColumn) {
            columns += (columns.empty() ? "" : "+") + term.text;
        }
    }
    return columns;
}

std::string nameForComparing(std::string_view family, std::string_view given) {
    std::string folded = matching::foldName(std::string{family} + " " + std::string{given});
    std::vector<std::string> words;
    for (std::string_view rest = folded; !rest.empty();) {
        const auto end = rest.find(' ');
        words.emplace_back(rest.substr(0, end));
        rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
    }
    std::sort(words.begin(), words.end());
    std::string joined;
    for (const auto& word : words) {
        joined += word + " ";
    }
    return joined;
}

ValueConverter::ValueConverter(const Mapping& mapping, std::chrono::year_month_day today, Report report)
    : m_mapping(mapping), m_today(today), m_report(std::move(report)) {}

void ValueConverter::say(const Task& task, Outcome outcome, ReasonCode reason, std::string after) {
    ReportEntry entry;
    entry.column = columnsOf(task.rule.source);
    entry.outcome = outcome;
    entry.reason = reason;
    entry.before = shortened(task.value);
    entry.after = shortened(after);
    m_report(std::move(entry));
}

// The last gate for text: its length, the signs in it, and codes' shape.
void ValueConverter::put(const Task& task, FieldTag tag, std::string text) {
    const FieldSpec& spec = *task.schema.field(tag);
    if (spec.kind != FieldKind::Prose && std::any_of(text.begin(), text.end(), isControl)) {
        std::replace_if(text.begin(), text.end(), isControl, ' ');
        say(task, Outcome::Repaired, ReasonCode::ControlSigns, text);
    } else if (std::any_of(text.begin(), text.end(), [](char c) { return isControl(c) && c != '\n' && c != '\t'; })) {
        std::replace_if(
            text.begin(), text.end(), [](char c) { return isControl(c) && c != '\n' && c != '\t'; }, ' ');
        say(task, Outcome::Repaired, ReasonCode::ControlSigns, text);
    }
    const bool isCode =
        spec.kind == FieldKind::Agency || spec.kind == FieldKind::Worker || spec.kind == FieldKind::Service;
    if (isCode && !AgencyId{text}.isWellFormed()) {
        say(task, Outcome::ValueRefused, ReasonCode::NotACode);
    } else if (text.size() > spec.maxBytes) {
        say(task, Outcome::ValueRefused, ReasonCode::ValueTooLong);
    } else if (!text.empty()) {
        task.fields.set(tag, textValue(std::move(text)));
    }
}

void ValueConverter::fail(const Task& task, ReasonCode reason) {
    if (task.rule.setAside) {
        say(task, Outcome::SetAside, reason);
        put(task, *task.rule.setAside, task.value);
    } else {
        say(task, Outcome::ValueRefused, reason);
    }
}

void ValueConverter::convertNumber(const Task& task) {
    const auto reading = NhsNumberReading::of(task.value);
    if (!reading.number) {
        fail(task, reasonOf(reading.fault));
        return;
    }
    m_normalised += reading.digits != task.value ? 1 : 0;
    put(task, task.rule.targets[0], reading.digits);
}

void ValueConverter::convertDate(const Task& task) {
    const auto date = m_mapping.dates()->read(task.value);
    if (!date) {
        fail(task, ReasonCode::DateNotUnderstood);
        return;
    }
    const std::string iso = date->iso();
    if (task.rule.conversion == Conversion::DayStart) {
        const std::chrono::sys_days day{std::chrono::year{date->year} / date->month / date->day};
        const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(day.time_since_epoch()).count();
        task.fields.set(task.rule.targets[0], timeValue({ms}));
        return;
    }
    if (task.rule.conversion == Conversion::BirthDate) {
        const std::chrono::year_month_day born{std::chrono::year{date->year} / date->month / date->day};
        if (born > m_today) {
            fail(task, ReasonCode::DateInFuture);
            return;
        }
        if (isPlaceholderBirthDate(*date)) {
            say(task, Outcome::Doubtful, ReasonCode::DatePlaceholder);
        }
    }
    m_normalised += iso != task.value ? 1 : 0;
    put(task, task.rule.targets[0], iso);
}

void ValueConverter::convertName(const Task& task) {
    if (hasLostLetter(task.value)) {
        say(task, Outcome::Doubtful, ReasonCode::NameLetterLost);
    }
    put(task, task.rule.targets[0], task.value);
}

void ValueConverter::splitOneName(const Task& task) {
    auto [name, doubt] = splitName(task.value, task.rule.nameForm);
    if (const auto reason = reasonOf(doubt)) {
        say(task, Outcome::Doubtful, *reason, name.family + " | " + name.given);
    }
    if (hasLostLetter(task.value)) {
        say(task, Outcome::Doubtful, ReasonCode::NameLetterLost);
    }
    put(task, task.rule.targets[0], std::move(name.title));
    put(task, task.rule.targets[1], std::move(name.given));
    put(task, task.rule.targets[2], std::move(name.family));
}

void ValueConverter::splitOneAddress(const Task& task) {
    auto address = splitAddress(task.value);
    if (address.postcode.empty()) {
        say(task, Outcome::Doubtful, ReasonCode::AddressWithoutPostcode);
    }
    put(task, task.rule.targets[0], std::move(address.lines));
    put(task, task.rule.targets[1], std::move(address.town));
    put(task, task.rule.targets[2], std::move(address.postcode));
}

void ValueConverter::convertPostcode(const Task& task) {
    std::string normal = normalPostcode(task.value);
    if (normal.empty()) {
        say(task, Outcome::Doubtful, ReasonCode::PostcodeShape);
        normal = task.value;
    }
    m_normalised += normal != task.value ? 1 : 0;
    put(task, task.rule.targets[0], std::move(normal));
}

void ValueConverter::convertCode(const Task& task) {
    const auto& codes = task.rule.codes;
    const auto code =
        std::find_if(codes.begin(), codes.end(), [&](const auto& each) { return each.first == task.value; });
    if (code == codes.end()) {
        fail(task, ReasonCode::CodeUnknown);
        return;
    }
    put(task, task.rule.targets[0], code->second);
}

void ValueConverter::convertAmount(const Task& task) {
    const bool pence = task.rule.conversion == Conversion::Pence;
    const auto amount = pence ? penceOf(task.value) : integerOf(task.value);
    if (!amount) {
        fail(task, pence ? ReasonCode::NotAnAmount : ReasonCode::NotANumber);
        return;
    }
    task.fields.set(task.rule.targets[0], Value{*amount});
}

void ValueConverter::convertSet(const Task& task) {
    std::vector<std::string> members;
    for (std::string_view rest = task.value; !rest.empty();) {
        const auto end = task.rule.separator.empty() ? std::string_view::npos : rest.find(task.rule.separator);
        if (const auto member = trimmed(rest.substr(0, end)); !member.empty()) {
            members.emplace_back(member);
        }
        rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + task.rule.separator.size());
    }
    std::sort(members.begin(), members.end());
    members.erase(std::unique(members.begin(), members.end()), members.end());
    std::size_t bytes = 0;
    for (const auto& member : members) {
        bytes += member.size();
    }
    if (bytes > task.schema.field(task.rule.targets[0])->maxBytes || members.size() > 256) {
        say(task, Outcome::ValueRefused, ReasonCode::ValueTooLong);
    } else if (!members.empty()) {
        task.fields.set(task.rule.targets[0], Value{std::move(members)});
    }
}

void ValueConverter::convertPart(const Task& task) {
    const auto& separator = task.rule.separator;
    const auto at = task.value.find(separator);
    if (at == std::string::npos) {
        fail(task, ReasonCode::CodeUnknown);
        return;
    }
    const auto part = task.rule.conversion == Conversion::Before
                          ? std::string_view{task.value}.substr(0, at)
                          : std::string_view{task.value}.substr(at + separator.size());
    put(task, task.rule.targets[0], std::string{trimmed(part)});
}

void ValueConverter::convert(const FieldRule& rule, const RecordSchema& schema, const std::vector<std::string>& row,
                             FieldSet& fields) {
    std::string value = joinedValue(rule.source, row);
    if (value.empty()) {
        return;
    }
    const Task task{rule, schema, fields, std::move(value)};
    switch (rule.conversion) {
    case Conversion::Text:
        return put(task, rule.targets[0], task.value);
    case Conversion::NhsNumber:
        return convertNumber(task);
    case Conversion::Date:
    case Conversion::BirthDate:
    case Conversion::DayStart:
        return convertDate(task);
    case Conversion::Name:
        return convertName(task);
    case Conversion::SplitName:
        return splitOneName(task);
    case Conversion::SplitAddress:
        return splitOneAddress(task);
    case Conversion::Postcode:
        return convertPostcode(task);
    case Conversion::Phone:
        if (!PhoneNumber::of(task.value).isWhole()) {
            say(task, Outcome::Doubtful, ReasonCode::PhoneNotWhole);
        }
        return put(task, rule.targets[0], task.value);
    case Conversion::Codes:
        return convertCode(task);
    case Conversion::Pence:
    case Conversion::Integer:
        return convertAmount(task);
    case Conversion::Set:
        return convertSet(task);
    case Conversion::Before:
    case Conversion::After:
        return convertPart(task);
    }
}

} // namespace frontsheet::extract
