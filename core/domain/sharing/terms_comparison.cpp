#include "core/domain/sharing/terms_comparison.h"

#include "core/domain/calendar.h"
#include "core/domain/sharing/agreement_words.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace frontsheet::sharing {

namespace {

// What is said about each part of an agreement, under the words that name it.
using Terms = std::vector<std::pair<std::string, std::string>>;

template <class T>
std::string wordsOf(std::vector<T> values) {
    std::sort(values.begin(), values.end());
    std::string out;
    for (const auto value : values) {
        if (value != T{}) {
            out.append(out.empty() ? "" : "; ").append(plainWords(value));
        }
    }
    return out;
}

std::string dateOf(WallTime day) { return day.isKnown() ? isoDate(day) : std::string{}; }

Terms termsOf(const Agreement& a) {
    return {{"title", a.title},
            {"in force from", dateOf(a.effective)},
            {"review", dateOf(a.review)},
            {"data protection impact assessment", a.dpia},
            {"people's rights", a.rights},
            {"breaches", a.breach},
            {"end of the agreement", a.ending},
            {"retention", a.retention}};
}

Terms termsOf(const Party& p) {
    std::string hosts;
    auto hosted = p.processorFor;
    std::sort(hosted.begin(), hosted.end());
    for (const auto& agency : hosted) {
        hosts += (hosts.empty() ? "" : ", ") + agency.str();
    }
    return {{"a party", std::string{plainWords(p.kind)}}, // first, so that coming and going says so
            {"name", p.name},
            {"controller", std::string{plainWords(p.role)}},
            {"hosts", hosts},
            {"arrangement", p.arrangement},
            {"whom to ask", p.contact},
            {"telephone of whom to ask", p.contactPhone},
            {"e-mail of whom to ask", p.contactEmail}};
}

Terms termsOf(const RoleTerms& r) {
    return {{"duty of confidentiality", std::string{plainWords(r.duty)}},
            {"audit role", r.audit == AuditRole::Yes ? "yes" : "no"}};
}

Terms termsOf(const PurposeTerms& p) {
    return {{"what for", p.words},
            {"lawful basis (article 6)", wordsOf(p.article6)},
            {"lawful basis (article 9)", wordsOf(p.article9)},
            {"condition (Schedule 1)", wordsOf(p.schedule1)},
            {"basis of confidentiality", wordsOf(p.confidentiality)},
            {"powers", p.powers},
            {"policy document", p.policyDocument}};
}

std::string nameOf(const Party& p) { return p.agency.str(); }
std::string nameOf(const RoleTerms& r) { return r.name + " of a " + std::string{plainWords(r.kind)}; }
std::string nameOf(const PurposeTerms& p) { return std::string{plainWords(p.purpose)}; }

void compare(const std::string& of, const Terms& before, const Terms& after, std::vector<TermChange>& out) {
    const std::size_t size = std::max(before.size(), after.size());
    for (std::size_t n = 0; n < size; ++n) {
        const auto& name = n < after.size() ? after[n].first : before[n].first;
        TermChange change{of.empty() ? name : of + ": " + name, n < before.size() ? before[n].second : "",
                          n < after.size() ? after[n].second : ""};
        if (change.before != change.after) {
            out.push_back(std::move(change));
        }
    }
}

template <class Part>
void compareParts(const std::vector<Part>& before, const std::vector<Part>& after, std::vector<TermChange>& out) {
    std::map<std::string, std::pair<Terms, Terms>> all;
    for (const auto& part : before) {
        all[nameOf(part)].first = termsOf(part);
    }
    for (const auto& part : after) {
        all[nameOf(part)].second = termsOf(part);
    }
    for (const auto& [name, terms] : all) {
        compare(name, terms.first, terms.second, out);
    }
}

} // namespace

std::vector<TermChange> compareTerms(const Agreement& before, const Agreement& after) {
    std::vector<TermChange> out;
    compare({}, termsOf(before), termsOf(after), out);
    compareParts(before.parties, after.parties, out);
    compareParts(before.roles, after.roles, out);
    compareParts(before.purposes, after.purposes, out);
    return out;
}

std::string describe(const TermChange& change) {
    std::string out = "changes: " + change.about;
    if (change.before.empty()) {
        return out + ": now \"" + change.after + "\"";
    }
    out += ": \"" + change.before + "\"";
    return change.after.empty() ? out + " no longer" : out + " is now \"" + change.after + "\"";
}

} // namespace frontsheet::sharing
