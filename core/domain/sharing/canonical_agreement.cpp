#include "core/domain/sharing/canonical_agreement.h"

#include "core/domain/schema/record_schema.h"
#include "core/domain/sharing/agreement_words.h"

#include <algorithm>
#include <tuple>

namespace frontsheet::sharing {

namespace {

class Writer {
public:
    explicit Writer(std::string_view form) { m_out.append(form).append("\n"); }

    Writer& line(std::string_view name) {
        m_out.append(name);
        return *this;
    }
    Writer& operator<<(std::string_view value) {
        m_out.append(" ").append(std::to_string(value.size())).append(":").append(value);
        return *this;
    }
    Writer& operator<<(std::int64_t value) { return *this << std::string_view{std::to_string(value)}; }
    template <class T>
    Writer& list(std::vector<T> values) {
        std::sort(values.begin(), values.end());
        *this << static_cast<std::int64_t>(values.size());
        for (const auto& value : values) {
            *this << std::string_view{value};
        }
        return *this;
    }
    void end() { m_out.append("\n"); }
    [[nodiscard]] Bytes take() { return std::move(m_out); }

private:
    Bytes m_out;
};

template <class T>
std::vector<std::string_view> wordsOf(const std::vector<T>& values) {
    std::vector<std::string_view> out;
    for (const auto value : values) {
        out.push_back(wordOf(value));
    }
    return out;
}

std::vector<std::string_view> codesOf(const std::vector<AgencyId>& agencies) {
    std::vector<std::string_view> out;
    for (const auto& agency : agencies) {
        out.emplace_back(agency.str());
    }
    return out;
}

std::vector<std::string> namesOf(const std::vector<FieldRef>& fields) {
    std::vector<std::string> out;
    for (const auto& field : fields) {
        // By number: a field keeps its tag whatever it is called.
        out.push_back(std::to_string(static_cast<unsigned>(field.type)) + "." + std::to_string(field.tag.number));
    }
    return out;
}

template <class T, class Before>
std::vector<const T*> inOrder(const std::vector<T>& all, Before before) {
    std::vector<const T*> out;
    for (const auto& one : all) {
        out.push_back(&one);
    }
    std::sort(out.begin(), out.end(), [&](const T* a, const T* b) { return before(*a, *b); });
    return out;
}

void write(Writer& out, const Clause& clause) {
    out.line("clause") << clause.id << clause.words;
    out << static_cast<std::int64_t>(clause.anyHome);
    out.list(codesOf(clause.homes));
    out << static_cast<std::int64_t>(clause.receivers);
    out << (clause.receivers == Receivers::Kind ? wordOf(clause.receiverKind) : std::string_view{});
    out.list(clause.roles).list(wordsOf(clause.categories));
    out << wordOf(clause.purpose) << static_cast<std::int64_t>(clause.choice);
    out.list(namesOf(clause.only));
    out << static_cast<std::int64_t>(clause.relationships.bits()) << wordOf(clause.permission) << wordOf(clause.access);
    out << static_cast<std::int64_t>(clause.lease.softHours) << static_cast<std::int64_t>(clause.lease.hardHours);
    (out << wordOf(clause.whenWithheld) << wordOf(clause.furtherRelease)).end();
}

} // namespace

Bytes canonicalForm(const Agreement& a) {
    Writer out("frontsheet sharing agreement 1");
    (out.line("agreement") << a.id << static_cast<std::int64_t>(a.version) << wordOf(a.form) << a.title).end();
    (out.line("dates") << a.effective.ms << a.review.ms << a.expires.ms).end();
    (out.line("terms") << a.dpia << a.rights << a.breach << a.ending << a.retention).end();
    for (const auto* party : inOrder(a.parties, [](const Party&l, const Party&r) { return l.agency < r.agency; })) {
        out.line("party") << party->agency.str() << party->name << wordOf(party->kind) << wordOf(party->role);
        out.list(codesOf(party->processorFor));
        (out << party->arrangement << party->contact << party->contactPhone << party->contactEmail).end();
    }
    for (const auto* role : inOrder(a.roles, [](const RoleTerms&l, const RoleTerms&r) {
             return std::tie(l.name, l.kind) < std::tie(r.name, r.kind);
         })) {
        (out.line("role") << role->name << wordOf(role->kind) << wordOf(role->duty)
                          << static_cast<std::int64_t>(role->audit))
            .end();
    }
    for (const auto* purpose :
         inOrder(a.purposes, [](const PurposeTerms&l, const PurposeTerms&r) { return l.purpose < r.purpose; })) {
        out.line("purpose") << wordOf(purpose->purpose) << purpose->words;
        out.list(wordsOf(purpose->article6)).list(wordsOf(purpose->article9));
        out.list(wordsOf(purpose->schedule1)).list(wordsOf(purpose->confidentiality));
        (out << purpose->powers << purpose->policyDocument).end();
    }
    for (const auto* clause : inOrder(a.clauses, [](const Clause&l, const Clause&r) { return l.id < r.id; })) {
        write(out, *clause);
    }
    return out.take();
}

Bytes statementBytes(const SignedStatement& statement) {
    Writer out("frontsheet agreement statement 1");
    out.line("statement") << static_cast<std::int64_t>(statement.act) << statement.agreement
                          << static_cast<std::int64_t>(statement.version) << statement.hash << statement.by.str();
    out.list(statement.clauses);
    (out << statement.at.ms).end();
    return out.take();
}

} // namespace frontsheet::sharing
