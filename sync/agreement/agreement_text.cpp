#include "sync/agreement/agreement_text.h"

#include "core/base/utf8.h"
#include "core/domain/calendar.h"
#include "core/domain/schema/record_schema.h"
#include "core/domain/sharing/agreement_words.h"
#include "sync/agreement/text_locations.h"

#include <google/protobuf/io/tokenizer.h>
#include <google/protobuf/io/zero_copy_stream_impl_lite.h>
#include <google/protobuf/text_format.h>

#include <algorithm>
#include <numeric>
#include <tuple>

#include "frontsheet/v1/agreement.pb.h"

namespace frontsheet::sharing {

namespace {

namespace pb = google::protobuf;

// Agreements are two messages deep; protobuf's own limit would let a hostile text use the stack.
constexpr int kDeepest = 8;

class Collector final : public pb::io::ErrorCollector {
public:
    explicit Collector(std::vector<TextProblem>& problems) : m_problems(problems) {}
    void AddError(int line, pb::io::ColumnNumber column, const std::string& message) override {
        m_problems.push_back(
            {Severity::Error, Mistake::Unreadable, std::max(line, 0) + 1, std::max(column, 0) + 1, message});
    }
    void AddWarning(int line, pb::io::ColumnNumber column, const std::string& message) override {
        m_problems.push_back(
            {Severity::Warning, Mistake::Unreadable, std::max(line, 0) + 1, std::max(column, 0) + 1, message});
    }

private:
    std::vector<TextProblem>& m_problems;
};

// Levenshtein's distance, for "did you mean".
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), 0U);
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t above = row[j + 1];
            row[j + 1] = std::min({above + 1, row[j] + 1, diagonal + (a[i] == b[j] ? 0 : 1)});
            diagonal = above;
        }
    }
    return row[b.size()];
}

std::string quoted(std::string_view word) {
    constexpr std::size_t kShown = 60;
    const auto shown = firstCodePoints(word, kShown);
    return "\"" + std::string{shown} + (shown.size() < word.size() ? "..." : "") + "\"";
}

template <class Candidates>
std::string didYouMean(std::string_view wrong, const Candidates& candidates) {
    std::string_view best;
    std::size_t least = std::min<std::size_t>(3, wrong.size() / 2 + 1);
    for (const std::string_view candidate : candidates) {
        const auto away = wrong.size() > 100 ? least + 1 : distance(wrong, candidate);
        if (away < least || (away == least && best.empty())) {
            best = candidate;
            least = away;
        }
    }
    return best.empty() ? "" : "; did you mean " + quoted(best) + "?";
}

// The message into the domain's values, word by word.
class Reader {
public:
    explicit Reader(std::vector<Problem>& problems) : m_problems(problems) {}

    Agreement read(const v1::SharingAgreement& from) {
        Agreement out;
        out.id = from.id();
        out.version = from.version();
        enter(Part::Agreement, 0);
        word(out.form, from.form(), "form", "form of agreement");
        out.title = from.title();
        out.dpia = from.dpia();
        out.rights = from.rights();
        out.breach = from.breach();
        out.ending = from.ending();
        out.retention = from.retention();
        out.effective = date(from.effective(), "effective");
        out.review = date(from.review(), "review");
        out.expires = date(from.expires(), "expires");
        for (int n = 0; n < from.party_size(); ++n) {
            enter(Part::Party, n);
            out.parties.push_back(party(from.party(n)));
        }
        for (int n = 0; n < from.role_size(); ++n) {
            enter(Part::Role, n);
            out.roles.push_back(role(from.role(n)));
        }
        for (int n = 0; n < from.purpose_size(); ++n) {
            enter(Part::Purpose, n);
            out.purposes.push_back(purpose(from.purpose(n)));
        }
        for (int n = 0; n < from.clause_size(); ++n) {
            enter(Part::Clause, n);
            out.clauses.push_back(clause(from.clause(n)));
        }
        return out;
    }

private:
    void enter(Part part, int at) {
        m_part = part;
        m_at = static_cast<std::size_t>(at);
    }

    void wrong(Mistake mistake, std::string_view field, std::string words, std::size_t element = 0) {
        m_problems.push_back({Severity::Error, mistake, {m_part, m_at, field, element}, std::move(words)});
    }

    template <class T>
    std::optional<T> one(const std::string& text, std::string_view field, const char* what, std::size_t element = 0) {
        if (text.empty()) {
            wrong(Mistake::Missing, field, std::string{"there is no "} + what + " (" + std::string{field} + ")",
                  element);
            return std::nullopt;
        }
        const auto value = fromWord<T>(text);
        if (!value) {
            std::vector<std::string_view> candidates;
            for (const auto& entry : words<T>()) {
                candidates.push_back(entry.word);
            }
            wrong(Mistake::UnknownWord, field,
                  "there is no " + std::string{what} + " " + quoted(text) + didYouMean(text, candidates), element);
        }
        return value;
    }

    template <class T>
    void word(T& into, const std::string& text, std::string_view field, const char* what) {
        if (const auto value = one<T>(text, field, what)) {
            into = *value;
        }
    }

    template <class T>
    void list(std::vector<T>& into, const pb::RepeatedPtrField<std::string>& texts, std::string_view field,
              const char* what) {
        for (int n = 0; n < texts.size(); ++n) {
            const auto element = static_cast<std::size_t>(n);
            if (const auto value = one<T>(texts[n], field, what, element)) {
                if (std::find(into.begin(), into.end(), *value) != into.end()) {
                    wrong(Mistake::Repeated, field, quoted(texts[n]) + " is named twice", element);
                }
                into.push_back(*value);
            }
        }
    }

    WallTime date(const std::string& text, std::string_view field) {
        if (text.empty()) {
            return {}; // whether it may be missing is the check's
        }
        const auto day = fullDate(text);
        if (!day) {
            wrong(Mistake::WrongDates, field, quoted(text) + " is not a date like 2026-12-01");
            return {};
        }
        const auto since = std::chrono::sys_days{*day}.time_since_epoch();
        return WallTime{std::chrono::duration_cast<std::chrono::milliseconds>(since).count()};
    }

    Party party(const v1::AgreementParty& from) {
        Party out;
        out.agency = AgencyId{from.agency()};
        out.name = from.name();
        word(out.kind, from.kind(), "kind", "kind of agency");
        word(out.role, from.role(), "role", "role as a controller");
        for (const auto& agency : from.processor_for()) {
            out.processorFor.emplace_back(agency);
        }
        out.arrangement = from.arrangement();
        out.contact = from.contact();
        out.contactPhone = from.contact_phone();
        out.contactEmail = from.contact_email();
        return out;
    }

    RoleTerms role(const v1::AgreementRole& from) {
        RoleTerms out;
        out.name = from.name();
        word(out.kind, from.kind(), "kind", "kind of agency");
        word(out.duty, from.duty(), "duty", "duty of confidentiality");
        out.audit = from.audit() ? AuditRole::Yes : AuditRole::No;
        return out;
    }

    PurposeTerms purpose(const v1::AgreementPurpose& from) {
        PurposeTerms out;
        word(out.purpose, from.purpose(), "purpose", "purpose");
        out.words = from.words();
        list(out.article6, from.article_6(), "article_6", "basis in article 6");
        list(out.article9, from.article_9(), "article_9", "condition in article 9");
        list(out.schedule1, from.schedule_1(), "schedule_1", "condition of Schedule 1");
        list(out.confidentiality, from.confidentiality(), "confidentiality", "basis in confidentiality");
        out.powers = from.powers();
        out.policyDocument = from.policy_document();
        return out;
    }

    Clause clause(const v1::AgreementClause& from) {
        Clause out;
        out.id = from.id();
        out.words = from.words();
        for (int n = 0; n < from.home_size(); ++n) {
            if (from.home(n) != "any") {
                out.homes.emplace_back(from.home(n));
            } else {
                out.anyHome = Homes::Any;
                if (from.home_size() > 1) {
                    wrong(Mistake::Repeated, "home", "\"any\" stands alone", static_cast<std::size_t>(n));
                }
            }
        }
        if (from.receiver() == "own-agency") {
            out.receivers = Receivers::OwnAgency;
        } else {
            word(out.receiverKind, from.receiver(), "receiver", "kind of agency");
        }
        out.roles.assign(from.role().begin(), from.role().end());
        list(out.categories, from.category(), "category", "category");
        word(out.purpose, from.purpose(), "purpose", "purpose");
        fields(out, from);
        std::vector<Relationship> relationships;
        list(relationships, from.relationship(), "relationship", "relationship");
        for (const auto one : relationships) {
            out.relationships = out.relationships | one;
        }
        word(out.permission, from.permission(), "permission", "word on permission");
        word(out.access, from.access(), "access", "access");
        out.lease = {hours(from.soft_hours(), "soft_hours"), hours(from.hard_hours(), "hard_hours")};
        word(out.whenWithheld, from.when_withheld(), "when_withheld", "word on what is said when withheld");
        if (!from.further_release().empty()) {
            word(out.furtherRelease, from.further_release(), "further_release", "word on passing on");
        }
        return out;
    }

    std::uint16_t hours(std::uint32_t from, std::string_view field) {
        constexpr std::uint32_t kMost = 24 * 366;
        if (from > kMost) {
            wrong(Mistake::WrongLease, field, "a lease is a year at most");
            return 0;
        }
        return static_cast<std::uint16_t>(from);
    }

    void fields(Clause& out, const v1::AgreementClause& from) {
        const auto& texts = from.fields();
        const bool alone = texts.size() == 1;
        if (alone && (texts[0] == "all" || texts[0] == "nothing")) {
            out.choice = texts[0] == "all" ? FieldChoice::AllOfCategory : FieldChoice::Nothing;
            return;
        }
        out.choice = FieldChoice::Only;
        for (int n = 0; n < texts.size(); ++n) {
            field(out, texts[n], static_cast<std::size_t>(n));
        }
    }

    void field(Clause& out, const std::string& text, std::size_t element) {
        const auto dot = text.find('.');
        if (text == "all" || text == "nothing") {
            wrong(Mistake::Repeated, "fields", quoted(text) + " stands alone", element);
            return;
        }
        const RecordSchema* schema = schemaNamed(text.substr(0, dot));
        const FieldSpec* spec =
            schema == nullptr || dot == std::string::npos ? nullptr : schema->field(text.substr(dot + 1));
        if (spec == nullptr) {
            wrong(Mistake::UnknownWord, "fields",
                  "there is no field " + quoted(text) + didYouMean(text, fieldNames()) +
                      (dot == std::string::npos ? " (a field is named like registration.alert)" : ""),
                  element);
            return;
        }
        out.only.push_back({schema->type, spec->tag});
    }

    static std::vector<std::string> fieldNames() {
        std::vector<std::string> names;
        for (const auto& schema : allSchemas()) {
            for (const auto& field : schema.fields) {
                names.push_back(std::string{schema.name} + "." + std::string{field.name});
            }
        }
        return names;
    }

    std::vector<Problem>& m_problems;
    Part m_part = Part::Agreement;
    std::size_t m_at = 0;
};

void inOrder(std::vector<TextProblem>& problems) {
    std::stable_sort(problems.begin(), problems.end(), [](const TextProblem& a, const TextProblem& b) {
        return std::tie(a.line, a.column) < std::tie(b.line, b.column);
    });
}

bool anyError(const std::vector<TextProblem>& problems) {
    return std::any_of(problems.begin(), problems.end(),
                       [](const TextProblem& problem) { return problem.severity == Severity::Error; });
}

} // namespace

ReadAgreement readAgreement(std::string_view text, const CheckAgainst& against) {
    ReadAgreement out;
    if (text.size() > kMaxAgreementBytes) {
        out.problems.push_back({Severity::Error, Mistake::TooLarge, 1, 1, "the text is larger than a megabyte"});
        return out;
    }
    if (!isText(text)) {
        out.problems.push_back({Severity::Error, Mistake::Unreadable, 1, 1, "the text is not UTF-8"});
        return out;
    }
    v1::SharingAgreement message;
    Collector collector(out.problems);
    pb::TextFormat::Parser parser;
    parser.RecordErrorsTo(&collector);
    parser.SetRecursionLimit(kDeepest);
    pb::io::ArrayInputStream stream(text.data(), static_cast<int>(text.size()));
    if (!parser.Parse(&stream, &message)) {
        if (!anyError(out.problems)) {
            out.problems.push_back(
                {Severity::Error, Mistake::Unreadable, 1, 1, "this is not the text of an agreement"});
        }
        inOrder(out.problems);
        return out;
    }
    std::vector<Problem> problems;
    Agreement agreement = Reader(problems).read(message);
    if (problems.empty()) {
        // Not before: a word that was not understood would be reported once more as missing.
        problems = checkAgreement(agreement, against);
    }
    const TextLocations locations(text);
    for (auto& problem : problems) {
        const auto at = locations.of(problem.place);
        out.problems.push_back({problem.severity, problem.mistake, at.line, at.column, std::move(problem.words)});
    }
    inOrder(out.problems);
    if (!anyError(out.problems)) {
        out.agreement = std::move(agreement);
    }
    return out;
}

std::string describe(const TextProblem& problem) {
    return std::to_string(problem.line) + ":" + std::to_string(problem.column) + ": " +
           (problem.severity == Severity::Error ? "error: " : "warning: ") + problem.words;
}

} // namespace frontsheet::sharing
