#include "core/domain/sharing/agreement_check.h"

#include "core/domain/schema/record_schema.h"
#include "core/domain/sharing/agreement_words.h"
#include "core/domain/sharing/clause_check.h"

#include <algorithm>

namespace frontsheet::sharing {

namespace {

template <class C, class T>
bool has(const C& all, const T& one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

class AgreementCheck {
public:
    AgreementCheck(const Agreement& agreement, const CheckAgainst& against, std::vector<Problem>& problems)
        : m_agreement(agreement), m_against(against), m_problems(problems) {}

    void run() {
        if (m_agreement.parties.size() > kMaxParties || m_agreement.roles.size() > kMaxRoles ||
            m_agreement.clauses.size() > kMaxClauses) {
            error(Mistake::TooLarge, {},
                  "at most " + std::to_string(kMaxParties) + " parties, " + std::to_string(kMaxRoles) + " roles and " +
                      std::to_string(kMaxClauses) + " clauses");
            return; // nothing below is worth its time
        }
        checkHead();
        checkDates();
        checkParties();
        checkRoles();
        checkPurposes();
    }

private:
    void say(Severity severity, Mistake mistake, Place place, std::string words) {
        m_problems.push_back({severity, mistake, place, std::move(words)});
    }
    void error(Mistake mistake, Place place, std::string words) {
        say(Severity::Error, mistake, place, std::move(words));
    }
    void warn(Mistake mistake, Place place, std::string words) {
        say(Severity::Warning, mistake, place, std::move(words));
    }
    void need(const std::string& value, Place place, const char* what) {
        if (value.empty()) {
            error(Mistake::Missing, place, std::string{"there is no "} + what);
        }
    }
    static Place whole(std::string_view field) { return {Part::Agreement, 0, field}; }
    [[nodiscard]] bool isPolicy() const { return m_agreement.form == AgreementForm::OwnAgencyPolicy; }

    void checkHead() {
        need(m_agreement.id, whole("id"), "id");
        if (!m_agreement.id.empty() && !AgencyId{m_agreement.id}.isWellFormed()) {
            error(Mistake::Unreadable, whole("id"), "an id is letters, digits, _ and -");
        }
        if (m_agreement.version == 0) {
            error(Mistake::Missing, whole("version"), "there is no version; the first is 1");
        }
        need(m_agreement.title, whole("title"), "title");
        if (m_agreement.clauses.empty()) {
            error(Mistake::Missing, whole("clause"), "there is no clause: nothing would be released");
        }
        if (isPolicy()) {
            return;
        }
        need(m_agreement.dpia, whole("dpia"), "reference of the data protection impact assessment (dpia)");
        need(m_agreement.rights, whole("rights"), "word on who answers requests about people's rights (rights)");
        need(m_agreement.breach, whole("breach"), "word on whom to tell of a breach, and by when (breach)");
        need(m_agreement.ending, whole("ending"), "word on what happens when the agreement ends (ending)");
        need(m_agreement.retention, whole("retention"), "word on how long what was received is kept (retention)");
    }

    void checkDates() {
        const auto& a = m_agreement;
        const auto known = [&](WallTime date, const char* field, const char* what) {
            if (!date.isKnown()) {
                error(Mistake::Missing, whole(field), std::string{"there is no date "} + what);
            }
        };
        known(a.effective, "effective", "from which it holds (effective)");
        known(a.review, "review", "by which it is reviewed (review)");
        if (!isPolicy()) {
            known(a.expires, "expires", "from which it no longer holds (expires)");
        }
        if (a.expires.isKnown() && a.expires <= a.effective) {
            error(Mistake::WrongDates, whole("expires"), "it expires before it is effective");
        }
        const bool inOrder = !a.expires.isKnown() || a.effective < a.expires;
        if (inOrder && a.review.isKnown() &&
            (a.review <= a.effective || (a.expires.isKnown() && a.expires < a.review))) {
            error(Mistake::WrongDates, whole("review"), "the review is not between the first and the last day");
        }
        if (a.expires.isKnown() && a.expires <= m_against.now) {
            error(Mistake::Expired, whole("expires"), "it has expired");
        } else if (a.review.isKnown() && a.review <= m_against.now) {
            warn(Mistake::ReviewOverdue, whole("review"), "its review is overdue");
        }
    }

    void checkParties() {
        if (isPolicy()) {
            if (!m_agreement.parties.empty()) {
                error(Mistake::WrongForm, {Part::Party, 0}, "a policy for own workers has no parties");
            }
            return;
        }
        if (m_agreement.parties.size() < 2) {
            error(Mistake::Missing, whole("party"), "an agreement has two parties at least");
        }
        for (std::size_t at = 0; at < m_agreement.parties.size(); ++at) {
            checkParty(m_agreement.parties[at], at);
        }
    }

    void checkParty(const Party& party, std::size_t at) {
        const auto place = [at](std::string_view field, std::size_t element = 0) {
            return Place{Part::Party, at, field, element};
        };
        const std::string& code = party.agency.str();
        need(code, place("agency"), "code of the agency");
        if (!code.empty() && !party.agency.isWellFormed()) {
            error(Mistake::Unreadable, place("agency"), "an agency's code is letters, digits, _ and -");
        }
        for (std::size_t before = 0; before < at; ++before) {
            if (m_agreement.parties[before].agency == party.agency) {
                error(Mistake::Repeated, place("agency"), code + " is a party already");
            }
        }
        if (!m_against.agencies.empty() && !has(m_against.agencies, party.agency)) {
            error(Mistake::OtherParty, place("agency"), code + " is not of this partnership");
        }
        need(party.name, place("name"), "name of the party");
        need(party.contact, place("contact"), "word on whom to ask (contact)");
        if (party.contactPhone.empty() && party.contactEmail.empty()) {
            error(Mistake::Missing, place("contact"), "there is no telephone number or address of whom to ask");
        }
        if (party.role == ControllerRole::Joint && party.arrangement.empty()) {
            error(Mistake::MissingBasis, place("role"), "a joint controller needs an arrangement (article 26)");
        }
        const bool hosts = party.role == ControllerRole::Processor || !party.processorFor.empty();
        if (hosts && party.arrangement.empty()) {
            error(Mistake::MissingBasis, place("processor_for"),
                  "who processes for another needs a contract (article 28: arrangement)");
        }
        if (party.role == ControllerRole::Processor && party.processorFor.empty()) {
            error(Mistake::Missing, place("role"), "a processor says for whom (processor_for)");
        }
        for (std::size_t n = 0; n < party.processorFor.size(); ++n) {
            if (!isParty(party.processorFor[n])) {
                error(Mistake::UnknownParty, place("processor_for", n), party.processorFor[n].str() + " is no party");
            }
        }
    }

    [[nodiscard]] bool isParty(const AgencyId& agency) const {
        return std::any_of(m_agreement.parties.begin(), m_agreement.parties.end(),
                           [&](const Party& party) { return party.agency == agency; });
    }

    void checkRoles() {
        const auto& roles = m_agreement.roles;
        for (std::size_t at = 0; at < roles.size(); ++at) {
            const auto& role = roles[at];
            need(role.name, {Part::Role, at, "name"}, "name of the role");
            for (std::size_t before = 0; before < at; ++before) {
                if (roles[before].name == role.name && roles[before].kind == role.kind) {
                    error(Mistake::Repeated, {Part::Role, at, "name"}, role.name + " is declared already");
                }
            }
            const bool lay = role.kind == AgencyKind::Housing || role.kind == AgencyKind::Voluntary;
            if (lay && role.duty != ConfidentialityDuty::Contract) {
                warn(Mistake::NoProfessionalDuty, {Part::Role, at, "duty"},
                     role.name + " of " + std::string{plainWords(role.kind)} +
                         " is said to be bound as a professional: is it so?");
            }
            const bool used = std::any_of(m_agreement.clauses.begin(), m_agreement.clauses.end(), [&](const Clause& c) {
                return has(c.roles, role.name) && (isPolicy() || c.receiverKind == role.kind);
            });
            if (!used && role.audit == AuditRole::No) {
                warn(Mistake::NeverUsed, {Part::Role, at, "name"}, "no clause releases anything to " + role.name);
            }
            checkRoleOfDirectory(role, at);
        }
        for (const auto& role : m_against.roles) {
            const bool declared = std::any_of(roles.begin(), roles.end(), [&](const RoleTerms& terms) {
                return terms.name == role.name && terms.kind == role.kind;
            });
            if (!declared) {
                warn(Mistake::RoleOfNobody, whole("role"),
                     "workers who are " + role.name + " (" + std::string{wordOf(role.kind)} +
                         ") would see nothing: no such role is declared");
            }
        }
    }

    void checkRoleOfDirectory(const RoleTerms& role, std::size_t at) {
        const bool known = std::any_of(m_against.roles.begin(), m_against.roles.end(), [&](const DirectoryRole& r) {
            return r.name == role.name && r.kind == role.kind;
        });
        if (!m_against.roles.empty() && !known) {
            warn(Mistake::RoleOfNobody, {Part::Role, at, "name"}, "no worker of the directory is " + role.name);
        }
    }

    void checkPurposes() {
        const auto& purposes = m_agreement.purposes;
        for (std::size_t at = 0; at < purposes.size(); ++at) {
            const auto& terms = purposes[at];
            for (std::size_t before = 0; before < at; ++before) {
                if (purposes[before].purpose == terms.purpose) {
                    error(Mistake::Repeated, {Part::Purpose, at, "purpose"},
                          std::string{wordOf(terms.purpose)} + " is there already");
                }
            }
            need(terms.words, {Part::Purpose, at, "words"}, "word on what is done for the purpose (words)");
            checkBasis(terms, at);
        }
    }

    void checkBasis(const PurposeTerms& terms, std::size_t at) {
        const auto missing = [&](std::string_view field, std::string words) {
            error(Mistake::MissingBasis, {Part::Purpose, at, field}, std::move(words));
        };
        if (terms.article6.empty()) {
            missing("article_6", "there is no lawful basis (article 6)");
        }
        if (terms.article9.empty()) {
            missing("article_9", "there is no condition for special categories (article 9)");
        }
        if (terms.confidentiality.empty() && !isPolicy()) {
            missing("confidentiality", "nothing answers to the duty of confidentiality (confidentiality)");
        }
        const auto partOne = [](Schedule1 s) {
            return s >= Schedule1::SocialProtection && s <= Schedule1::PublicHealth;
        };
        const bool one = std::any_of(terms.schedule1.begin(), terms.schedule1.end(), partOne);
        const bool two = std::any_of(terms.schedule1.begin(), terms.schedule1.end(),
                                     [](Schedule1 s) { return s >= Schedule1::StatutoryPurposes; });
        for (std::size_t n = 0; n < terms.article9.size(); ++n) {
            const auto article = terms.article9[n];
            const bool needsOne = article == Article9::SocialProtectionLaw || article == Article9::HealthOrSocialCare ||
                                  article == Article9::PublicHealth;
            if ((needsOne && !one) || (article == Article9::SubstantialPublicInterest && !two)) {
                error(Mistake::MissingBasis, {Part::Purpose, at, "article_9", n},
                      std::string{plainWords(article)} + " needs a condition of Schedule 1, Part " +
                          (needsOne ? "1" : "2") + " (schedule_1)");
            }
        }
        if ((two || has(terms.schedule1, Schedule1::SocialProtection)) && terms.policyDocument.empty()) {
            error(Mistake::MissingBasis, {Part::Purpose, at, "schedule_1"},
                  "the condition needs an appropriate policy document (Schedule 1, Part 4: policy_document)");
        }
    }

    const Agreement& m_agreement;
    const CheckAgainst& m_against;
    std::vector<Problem>& m_problems;
};

} // namespace

std::vector<Problem> checkAgreement(const Agreement& agreement, const CheckAgainst& against) {
    std::vector<Problem> problems;
    AgreementCheck(agreement, against, problems).run();
    if (problems.empty() || problems.back().mistake != Mistake::TooLarge) {
        checkClauses(agreement, problems);
    }
    return problems;
}

bool hasErrors(std::span<const Problem> problems) {
    return std::any_of(problems.begin(), problems.end(),
                       [](const Problem& problem) { return problem.severity == Severity::Error; });
}

} // namespace frontsheet::sharing
