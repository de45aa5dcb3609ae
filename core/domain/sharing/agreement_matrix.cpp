#include "core/domain/sharing/agreement_matrix.h"

#include "core/domain/calendar.h"
#include "core/domain/schema/record_schema.h"
#include "core/domain/sharing/agreement_words.h"

#include <algorithm>
#include <sstream>

namespace frontsheet::sharing {

namespace {

constexpr std::size_t kGridColumn = 5;
constexpr std::size_t kGridHead = 24;

std::string padded(std::string text, std::size_t width) {
    text.resize(std::max(text.size() + 1, width), ' ');
    return text;
}

std::string trimmed(std::string text) { return text.erase(text.find_last_not_of(' ') + 1); }

template <class T>
std::string listed(const std::vector<T>& values) {
    std::string out;
    for (const auto value : values) {
        out += (out.empty() ? "" : ", ") + std::string{plainWords(value)};
    }
    return out;
}

std::string until(WallTime date) { return date.isKnown() ? isoDate(date) : "without end"; }

// Two letters: what, and how the person's word counts.
std::string mark(const Clause& clause) {
    const std::string what = clause.choice == FieldChoice::Nothing ? "n"
                             : clause.access == Access::Contribute ? "A"
                             : clause.choice == FieldChoice::Only  ? "p"
                                                                   : "R";
    return what + (clause.permission == PermissionMode::NotNeeded           ? "!"
                   : clause.permission == PermissionMode::ObjectionHonoured ? "-"
                                                                            : "?");
}

void writeGrid(std::ostream& out, const std::vector<MatrixRow>& rows) {
    out << "R reads, A reads and adds, p reads some fields, n is told that there is something.\n"
           "! whatever the person says, - unless the person objects, ? if the person permits. + for another purpose "
           "too.\n\n";
    for (std::size_t n = 0; n < rows.size(); ++n) {
        out << "  " << padded(std::to_string(n + 1), 4) << rows[n].role->name << " (" << plainWords(rows[n].role->kind)
            << ")\n";
    }
    std::string head = padded("\n", kGridHead + 1);
    for (std::size_t n = 0; n < rows.size(); ++n) {
        head += padded(std::to_string(n + 1), kGridColumn);
    }
    out << trimmed(head) << "\n";
    for (const auto& entry : words<Category>()) {
        std::string line = padded("  " + std::string{entry.word}, kGridHead);
        for (const auto& row : rows) {
            std::string cell;
            for (const auto& in : row.entries) {
                if (in.category == entry.value) {
                    cell += cell.empty() ? mark(*in.clause) : "+";
                }
            }
            line += padded(cell.empty() ? "." : cell, kGridColumn);
        }
        out << trimmed(line) << "\n";
    }
}

void writeRole(std::ostream& out, const Agreement& agreement, const MatrixRow& row) {
    out << "\n" << row.role->name << " (" << plainWords(row.role->kind) << "; " << plainWords(row.role->duty) << ")\n";
    if (row.role->audit == AuditRole::Yes) {
        out << "  reads, at their own agency, what was entered in error\n";
    }
    if (row.entries.empty()) {
        out << "  nothing\n";
    }
    // Clause by clause, since that is what is signed and suspended.
    for (const auto& clause : agreement.clauses) {
        std::string categories;
        for (const auto& entry : row.entries) {
            if (entry.clause == &clause) {
                categories += (categories.empty() ? "" : ", ") + std::string{wordOf(entry.category)};
            }
        }
        if (categories.empty()) {
            continue;
        }
        out << "  " << clause.id << ": " << categories << "\n      " << inWords(clause) << "\n";
        if (!clause.words.empty()) {
            out << "      (" << clause.words << ")\n";
        }
    }
}

} // namespace

std::vector<MatrixRow> matrixOf(const Agreement& agreement) {
    std::vector<MatrixRow> rows;
    for (const auto& role : agreement.roles) {
        MatrixRow row{&role, {}};
        for (const auto& clause : agreement.clauses) {
            const bool kind = clause.receivers == Receivers::OwnAgency || clause.receiverKind == role.kind;
            if (kind && std::find(clause.roles.begin(), clause.roles.end(), role.name) != clause.roles.end()) {
                for (const auto category : clause.categories) {
                    row.entries.push_back({&clause, category});
                }
            }
        }
        std::stable_sort(row.entries.begin(), row.entries.end(), [](const MatrixEntry& a, const MatrixEntry& b) {
            return std::pair(a.category, a.clause->purpose) < std::pair(b.category, b.clause->purpose);
        });
        rows.push_back(std::move(row));
    }
    return rows;
}

std::string inWords(const Clause& clause) {
    std::string out = clause.choice == FieldChoice::Nothing ? "is told that there is something"
                                                            : std::string{plainWords(clause.access)};
    if (clause.choice == FieldChoice::Only) {
        std::string fields;
        for (const auto& field : clause.only) {
            const RecordSchema* schema = schemaOf(field.type);
            const FieldSpec* spec = schema == nullptr ? nullptr : schema->field(field.tag);
            fields += (fields.empty() ? "" : ", ") + (spec == nullptr ? "?" : std::string{spec->name});
        }
        out += " only " + fields;
    }
    std::string by;
    for (const auto& entry : words<Relationship>()) {
        if (clause.relationships.has(entry.value)) {
            by += (by.empty() ? "" : " or ") + std::string{entry.words};
        }
    }
    out += " (" + by + "), " + std::string{plainWords(clause.permission)} + ", for " +
           std::string{plainWords(clause.purpose)};
    if (clause.anyHome == Homes::Named && clause.receivers == Receivers::Kind) {
        out += ", from";
        for (std::size_t n = 0; n < clause.homes.size(); ++n) {
            out += (n == 0 ? " " : ", ") + clause.homes[n].str();
        }
    }
    if (clause.lease.hardHours != 0) {
        out += "; kept " + std::to_string(clause.lease.softHours) + " to " + std::to_string(clause.lease.hardHours) +
               " hours without contact";
    }
    out += "; " + std::string{plainWords(clause.whenWithheld)};
    return clause.furtherRelease == FurtherRelease::Allowed ? out + "; may be passed on" : out;
}

std::string describe(const Agreement& agreement) {
    std::ostringstream out;
    out << agreement.title << "\n"
        << agreement.id << ", version " << agreement.version << ": " << plainWords(agreement.form) << ", from "
        << isoDate(agreement.effective) << " until " << until(agreement.expires) << ", to be reviewed by "
        << until(agreement.review) << "\n";
    if (!agreement.parties.empty()) {
        out << "\nBetween\n";
    }
    for (const auto& party : agreement.parties) {
        out << "  " << party.name << " (" << party.agency.str() << ", " << plainWords(party.role) << "): ask "
            << party.contact << ", " << (party.contactPhone.empty() ? party.contactEmail : party.contactPhone) << "\n";
    }
    out << "\nFor\n";
    for (const auto& purpose : agreement.purposes) {
        out << "  " << plainWords(purpose.purpose) << ": " << purpose.words << "\n      " << listed(purpose.article6)
            << "; " << listed(purpose.article9);
        for (const auto& more : {listed(purpose.schedule1), listed(purpose.confidentiality), purpose.powers}) {
            out << (more.empty() ? "" : "; ") << more;
        }
        out << "\n";
    }
    const auto rows = matrixOf(agreement);
    out << "\nWho may have what\n\n";
    writeGrid(out, rows);
    for (const auto& row : rows) {
        writeRole(out, agreement, row);
    }
    return out.str();
}

} // namespace frontsheet::sharing
