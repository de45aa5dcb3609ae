// From one value as an extract writes it to the fields of a record, with what had to be said about it.
#pragma once

#include "core/domain/record.h"
#include "core/domain/schema/record_schema.h"
#include "core/extract/extract_report.h"
#include "core/extract/mapping.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace frontsheet::extract {

// The row's values joined as the source says; empty where no column it names has a value.
[[nodiscard]] std::string joinedValue(const Source& source, const std::vector<std::string>& row);
// The columns a source reads, for the report: "address_1+town".
[[nodiscard]] std::string columnsOf(const Source& source);

// The words of a name in alphabetical order, folded: for telling the same name twice.
[[nodiscard]] std::string nameForComparing(std::string_view family, std::string_view given);

class ValueConverter {
public:
    using Report = std::function<void(ReportEntry)>; // the line is filled in by the caller

    ValueConverter(const Mapping& mapping, std::chrono::year_month_day today, Report report);

    // Fills the rule's fields from the row. What cannot be converted is set aside or refused, and reported either way.
    void convert(const FieldRule& rule, const RecordSchema& schema, const std::vector<std::string>& row,
                 FieldSet& fields);

    // Values brought to standard form without any doubt.
    [[nodiscard]] std::uint64_t normalised() const { return m_normalised; }

private:
    struct Task; // one value on its way

    void say(const Task& task, Outcome outcome, ReasonCode reason, std::string after = {});
    void put(const Task& task, FieldTag tag, std::string text);
    void fail(const Task& task, ReasonCode reason); // to the field for what is set aside, or refused
    void convertNumber(const Task& task);
    void convertDate(const Task& task);
    void convertName(const Task& task);
    void splitOneName(const Task& task);
    void splitOneAddress(const Task& task);
    void convertPostcode(const Task& task);
    void convertCode(const Task& task);
    void convertAmount(const Task& task);
    void convertSet(const Task& task);
    void convertPart(const Task& task);

    const Mapping& m_mapping;
    std::chrono::year_month_day m_today;
    Report m_report;
    std::uint64_t m_normalised = 0;
};

} // namespace frontsheet::extract
