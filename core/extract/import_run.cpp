#include "core/extract/import_run.h"

#include "core/domain/matching/name_key.h"
#include "core/domain/schema/record_schema.h"
#include "core/domain/schema/registration.h"
#include "core/extract/extract_limits.h"
#include "core/extract/value_conversion.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

namespace frontsheet::extract {

namespace {

ReasonCode reasonOf(RowFault fault) {
    switch (fault) {
    case RowFault::QuoteNotClosed:
        return ReasonCode::QuoteNotClosed;
    case RowFault::TextAfterQuote:
        return ReasonCode::TextAfterQuote;
    case RowFault::RowTooLong:
        return ReasonCode::RowTooLong;
    case RowFault::FieldTooLong:
        return ReasonCode::FieldTooLong;
    case RowFault::TooManyFields:
        return ReasonCode::TooManyFields;
    case RowFault::NotInEncoding:
        return ReasonCode::NotInEncoding;
    case RowFault::HoldsNul:
        return ReasonCode::HoldsNul;
    }
    return ReasonCode::NotInEncoding;
}

std::string trimmedText(const std::string& text) {
    const auto from = text.find_first_not_of(" \t");
    return from == std::string::npos ? std::string{} : text.substr(from, text.find_last_not_of(" \t") - from + 1);
}

// Where something was first seen in the file. Keeps fingerprints, not the values.
class SeenLines {
public:
    struct Sighting {
        std::uint64_t line = 0;
        std::uint64_t content = 0;
    };
    // The earlier sighting, if there was one; otherwise remembers this one.
    std::optional<Sighting> see(std::string_view what, Sighting now) {
        const auto [at, isNew] = m_seen.try_emplace(matching::fingerprint(what), now);
        return isNew ? std::nullopt : std::optional{at->second};
    }

private:
    std::unordered_map<std::uint64_t, Sighting> m_seen;
};

class ImportRun {
public:
    ImportRun(Mapping mapping, std::istream& file, const ImportOptions& options, ImportSink& sink,
              ExtractReport& report)
        : m_mapping(std::move(mapping)), m_reader(file, m_mapping.dialect()), m_options(options), m_sink(sink),
          m_report(report),
          m_converter(m_mapping, options.today, [this](ReportEntry entry) { add(std::move(entry)); }) {}

    Result<ImportSummary> run() {
        FS_TRY(readHeader());
        for (;;) {
            FS_ASSIGN(auto next, m_reader.next());
            if (std::holds_alternative<EndOfRows>(next)) {
                break;
            }
            ++m_summary.rows;
            if (const auto* unreadable = std::get_if<UnreadableRow>(&next)) {
                m_line = unreadable->line;
                refuse(reasonOf(unreadable->fault));
            } else {
                FS_TRY(takeRow(std::get<Row>(next)));
            }
            if (m_reader.bytesRead() >= m_told + kProgressBytes) {
                FS_TRY(tellProgress());
            }
        }
        FS_TRY(tellProgress());
        m_summary.normalised = m_converter.normalised();
        return std::move(m_summary);
    }

private:
    Result<void> readHeader() {
        FS_ASSIGN(auto first, m_reader.next());
        auto* header = std::get_if<Row>(&first);
        if (header == nullptr) {
            return {ErrorCode::Malformed,
                    std::holds_alternative<EndOfRows>(first) ? "the file is empty" : "the header row cannot be read"};
        }
        for (auto& column : header->fields) {
            column = trimmedText(column);
        }
        return m_mapping.bind(header->fields);
    }

    Result<void> tellProgress() {
        if (!m_options.progress) {
            return ok();
        }
        m_told = m_reader.bytesRead();
        const auto onward = m_options.progress({m_told, m_options.bytesTotal, m_summary.rows});
        return onward == Onward::Stop ? Result<void>{ErrorCode::Cancelled, "import stopped"} : ok();
    }

    void add(ReportEntry entry) {
        entry.line = m_line;
        ++m_summary.report.byOutcome[static_cast<std::size_t>(entry.outcome)];
        ++m_summary.reasons[entry.reason];
        m_report.add(entry);
    }

    void addWhole(Outcome outcome, ReasonCode reason, std::uint64_t otherLine = 0, std::string column = {}) {
        ReportEntry entry;
        entry.column = std::move(column);
        entry.outcome = outcome;
        entry.reason = reason;
        entry.otherLine = otherLine;
        add(std::move(entry));
    }

    // A record that is made of some rows only costs no row: what else the row says is taken.
    void turnAway(const RecordRule& rule, ReasonCode reason, std::string columns = {}) {
        if (rule.when) {
            addWhole(Outcome::ValueRefused, reason, 0, std::move(columns));
        } else {
            refuse(reason, 0, std::move(columns));
        }
    }

    void refuse(ReasonCode reason, std::uint64_t otherLine = 0, std::string column = {}) {
        ++m_summary.rowsRefused;
        addWhole(Outcome::RowRefused, reason, otherLine, std::move(column));
    }

    Result<void> takeRow(const Row& row) {
        m_line = row.line;
        if (row.fields.size() != m_mapping.header().size()) {
            refuse(ReasonCode::WrongFieldCount);
            return ok();
        }
        if (isAnotherAgencys(row)) {
            ++m_summary.rowsSkipped;
            addWhole(Outcome::Skipped, ReasonCode::OtherAgency);
            return ok();
        }
        std::vector<ImportedRecord> records;
        for (const auto& rule : m_mapping.records()) {
            if (rule.when && !holds(*rule.when, row)) {
                continue;
            }
            auto record = recordFrom(rule, row);
            if (!record && rule.when) {
                continue; // reported
            }
            if (!record) {
                return ok(); // refused, and reported
            }
            records.push_back(std::move(*record));
        }
        if (row.hasUndefinedBytes) {
            addWhole(Outcome::Doubtful, ReasonCode::UndefinedBytes);
        }
        if (isRepeated(records, row)) {
            return ok();
        }
        ++m_summary.rowsTaken;
        for (auto& record : records) {
            noteDuplicates(record.record);
            ++m_summary.records[record.record.type];
            FS_TRY(m_sink.take(std::move(record)));
        }
        return ok();
    }

    [[nodiscard]] bool isAnotherAgencys(const Row& row) const {
        return std::any_of(m_mapping.records().begin(), m_mapping.records().end(), [&](const RecordRule& rule) {
            return rule.home && joinedValue(*rule.home, row.fields) != m_options.agency.str();
        });
    }

    [[nodiscard]] static bool holds(const Condition& condition, const Row& row) {
        const auto value = joinedValue(condition.column, row.fields);
        return std::find(condition.words.begin(), condition.words.end(), value) != condition.words.end();
    }

    // nullopt where the row was refused, or the record alone.
    std::optional<ImportedRecord> recordFrom(const RecordRule& rule, const Row& row) {
        const RecordSchema& schema = *schemaOf(rule.type);
        ImportedRecord imported;
        imported.line = row.line;
        imported.localKey = joinedValue(rule.key, row.fields);
        const bool keyHasColumns = std::any_of(rule.key.terms.begin(), rule.key.terms.end(), [&](const SourceTerm& t) {
            return t.isColumn && trimmedText(t.column < row.fields.size() ? row.fields[t.column] : "").empty();
        });
        if (imported.localKey.empty() || keyHasColumns) {
            turnAway(rule, ReasonCode::MissingKey, columnsOf(rule.key));
            return std::nullopt;
        }
        Record& record = imported.record;
        record.type = rule.type;
        record.home = m_options.agency;
        record.authorAgency = m_options.agency;
        record.category = schema.category;
        record.id = m_options.derive.record(m_options.agency, rule.type, imported.localKey);
        if (rule.person) {
            const std::string person = joinedValue(*rule.person, row.fields);
            if (person.empty()) {
                turnAway(rule, ReasonCode::UnknownPerson, columnsOf(*rule.person));
                return std::nullopt;
            }
            record.person = m_options.derive.person(m_options.agency, person);
        }
        for (const auto& field : rule.fields) {
            m_converter.convert(field, schema, row.fields, record.fields);
            const bool missing = std::none_of(field.targets.begin(), field.targets.end(),
                                              [&](FieldTag tag) { return record.fields.find(tag) != nullptr; });
            if (field.isRequired && missing) {
                turnAway(rule, ReasonCode::MissingRequired, columnsOf(field.source));
                return std::nullopt;
            }
        }
        if (!checkFields(record.type, record.fields)) {
            turnAway(rule, ReasonCode::UnfitRecord);
            return std::nullopt;
        }
        return imported;
    }

    // The first record's key stands for the row.
    bool isRepeated(std::vector<ImportedRecord>& records, const Row& row) {
        std::string content;
        for (const auto& field : row.fields) {
            content += field + '\x1F';
        }
        const std::uint64_t print = matching::fingerprint(content);
        for (std::size_t i = 0; i < records.size(); ++i) {
            const auto type = static_cast<unsigned>(records[i].record.type);
            const auto earlier = m_keys.see(std::to_string(type) + ":" + records[i].localKey, {row.line, print});
            if (!earlier) {
                continue;
            }
            if (i == 0) {
                refuse(earlier->content == print ? ReasonCode::RepeatedRow : ReasonCode::RepeatedKey, earlier->line);
                return true;
            }
            addWhole(Outcome::ValueRefused, ReasonCode::RepeatedKey, earlier->line);
            records.erase(records.begin() + static_cast<std::ptrdiff_t>(i--));
        }
        return false;
    }

    // Two registrations of one person in one agency are both kept; the matching index links them.
    void noteDuplicates(const Record& record) {
        if (record.type != RecordType::Registration) {
            return;
        }
        const auto& fields = record.fields;
        const auto family = fields.text(registration::kFamilyName);
        const auto given = fields.text(registration::kGivenName);
        const auto born = fields.text(registration::kBorn);
        const auto number = fields.text(registration::kNhsNumber);
        if (family.empty() || given.empty()) {
            addWhole(Outcome::Doubtful, ReasonCode::NameMissing);
        }
        if (!number.empty()) {
            if (const auto earlier = m_numbers.see(number, {m_line, 0})) {
                addWhole(Outcome::Doubtful, ReasonCode::SameNumberTwice, earlier->line);
            }
        }
        if (!born.empty() && !family.empty() && !given.empty()) {
            const std::string person = nameForComparing(family, given) + std::string{born};
            if (const auto earlier = m_people.see(person, {m_line, 0})) {
                addWhole(Outcome::Doubtful, ReasonCode::SamePersonTwice, earlier->line);
            }
        }
    }

    Mapping m_mapping;
    DelimitedReader m_reader;
    const ImportOptions& m_options;
    ImportSink& m_sink;
    ExtractReport& m_report;
    ValueConverter m_converter;
    ImportSummary m_summary;
    std::uint64_t m_line = 0;
    std::uint64_t m_told = 0;
    SeenLines m_keys;
    SeenLines m_numbers;
    SeenLines m_people;
};

} // namespace

Result<ImportSummary> runImport(Mapping mapping, std::istream& file, const ImportOptions& options, ImportSink& sink,
                                ExtractReport& report) {
    if (!options.derive.record || !options.derive.person || !options.agency.isWellFormed() || !options.today.ok()) {
        return {ErrorCode::InvalidArgument, "an import needs an agency, a date and ids"};
    }
    return ImportRun{std::move(mapping), file, options, sink, report}.run();
}

} // namespace frontsheet::extract
