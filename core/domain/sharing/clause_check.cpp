#include "core/domain/sharing/clause_check.h"

#include "core/domain/schema/record_schema.h"
#include "core/domain/sharing/agreement_words.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace frontsheet::sharing {

namespace {

// A month: past this an offline copy is no longer what the agreement means by sharing.
constexpr std::uint16_t kLongestUsualLease = 24 * 31;

// Emergency access lasts for hours, on a device without contact too.
constexpr std::uint16_t kLongestEmergencyLease = 24;

template <class C, class T>
bool has(const C& all, const T& one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

// What may be known of everybody by role alone: who they are, how to reach them, who is involved.
bool isWhoIsWho(Category category) {
    return category == Category::Identity || category == Category::ContactDetails ||
           category == Category::Involvement || category == Category::Directory;
}

// A field of its type's own category goes by its record's, and these are filed under others too: a note under anything, a
// referral as a safeguarding concern.
bool followsItsRecord(const RecordSchema& schema, const FieldSpec& field) {
    const bool filedElsewhere = schema.type == RecordType::ContactNote || schema.type == RecordType::Referral ||
                                schema.type == RecordType::ReferralMessage;
    return filedElsewhere && field.category == schema.category;
}

class ClauseCheck {
public:
    ClauseCheck(const Agreement& agreement, std::vector<Problem>& problems)
        : m_agreement(agreement), m_problems(problems) {}

    void run() {
        for (m_at = 0; m_at < m_agreement.clauses.size(); ++m_at) {
            const Clause& clause = m_agreement.clauses[m_at];
            checkCell(clause);
            checkRelease(clause);
            checkPurpose(clause);
            claim(clause);
        }
        for (m_at = 0; m_at < m_agreement.clauses.size(); ++m_at) {
            checkGates(m_agreement.clauses[m_at]);
        }
        for (const auto& [pair, clash] : m_clashes) {
            m_at = pair.second;
            error(Mistake::Contradiction, "id",
                  "clauses " + m_agreement.clauses[pair.first].id + " and " + m_agreement.clauses[pair.second].id +
                      " both decide about " + clash.sample +
                      (clash.cells > 1 ? " and " + std::to_string(clash.cells - 1) + " more" : ""));
        }
    }

private:
    struct Clash {
        std::string sample;
        std::size_t cells = 0;
    };

    void say(Severity severity, Mistake mistake, std::string_view field, std::string words, std::size_t element = 0) {
        m_problems.push_back({severity, mistake, {Part::Clause, m_at, field, element}, std::move(words)});
    }
    void error(Mistake mistake, std::string_view field, std::string words, std::size_t element = 0) {
        say(Severity::Error, mistake, field, std::move(words), element);
    }
    void warn(Mistake mistake, std::string_view field, std::string words, std::size_t element = 0) {
        say(Severity::Warning, mistake, field, std::move(words), element);
    }
    [[nodiscard]] bool isPolicy() const { return m_agreement.form == AgreementForm::OwnAgencyPolicy; }

    void checkCell(const Clause& clause) {
        if (clause.id.empty()) {
            error(Mistake::Missing, "id", "the clause has no id");
        } else if (!AgencyId{clause.id}.isWellFormed()) {
            error(Mistake::Unreadable, "id", "a clause's id is letters, digits, _ and -");
        }
        for (std::size_t before = 0; before < m_at; ++before) {
            if (!clause.id.empty() && m_agreement.clauses[before].id == clause.id) {
                error(Mistake::Repeated, "id", "there is a clause " + clause.id + " already");
            }
        }
        if ((clause.receivers == Receivers::OwnAgency) != isPolicy()) {
            error(Mistake::WrongForm, "receiver",
                  isPolicy() ? "a policy for own workers has own-agency as its receiver"
                             : "own workers are the agency's own policy's to decide about");
        }
        if (!isPolicy() && clause.anyHome == Homes::Named && clause.homes.empty()) {
            error(Mistake::Missing, "home", "the clause does not say whose records: name the homes, or \"any\"");
        }
        for (std::size_t n = 0; n < clause.homes.size(); ++n) {
            if (!isParty(clause.homes[n])) {
                error(Mistake::UnknownParty, "home", clause.homes[n].str() + " is no party", n);
            }
        }
        const bool received = std::any_of(m_agreement.parties.begin(), m_agreement.parties.end(),
                                          [&](const Party& party) { return party.kind == clause.receiverKind; });
        if (!isPolicy() && !received) {
            warn(Mistake::NeverUsed, "receiver", "no party is a " + std::string{plainWords(clause.receiverKind)});
        }
        checkRoles(clause);
        if (clause.categories.empty()) {
            error(Mistake::Missing, "category", "the clause names no category");
        }
        for (std::size_t n = 0; n < clause.categories.size(); ++n) {
            checkCategory(clause, clause.categories[n], n);
        }
    }

    void checkRoles(const Clause& clause) {
        if (clause.roles.empty()) {
            error(Mistake::Missing, "role", "the clause names no role");
        }
        for (std::size_t n = 0; n < clause.roles.size(); ++n) {
            const bool declared =
                std::any_of(m_agreement.roles.begin(), m_agreement.roles.end(), [&](const RoleTerms& role) {
                    return role.name == clause.roles[n] && (isPolicy() || role.kind == clause.receiverKind);
                });
            if (!declared) {
                error(Mistake::UnknownRole, "role",
                      "no role \"" + clause.roles[n] + "\" is declared" +
                          (isPolicy() ? "" : " for " + std::string{wordOf(clause.receiverKind)}),
                      n);
            }
        }
    }

    void checkCategory(const Clause& clause, Category category, std::size_t n) {
        if (category == Category::CarerPrivate && !isPolicy()) {
            error(Mistake::CarerPrivate, "category",
                  "what is private to a carer goes to no other agency, and nobody is told that there is any", n);
        }
        if (category == Category::Directory) {
            warn(Mistake::NeverUsed, "category", "the directory is every party's; no clause is needed", n);
        }
        if (clause.relationships.has(Relationship::NoneNeeded) && !isPolicy() && !isWhoIsWho(category)) {
            warn(Mistake::EverybodyInRole, "category",
                 "everybody in the role would read " + std::string{wordOf(category)} +
                     " of people they have nothing to do with",
                 n);
        }
    }

    void checkRelease(const Clause& clause) {
        if (clause.choice == FieldChoice::Nothing) {
            if (clause.access == Access::Contribute) {
                error(Mistake::WrongField, "access", "who reads nothing adds nothing");
            }
            if (clause.whenWithheld == WhenWithheld::Silent) {
                warn(Mistake::NeverUsed, "fields", "a clause that releases nothing and says nothing does nothing");
            }
        }
        if (clause.choice == FieldChoice::Only && clause.only.empty()) {
            error(Mistake::Missing, "fields",
                  "the clause does not say which fields: name them, \"all\" or \"nothing\"");
        }
        for (std::size_t n = 0; n < clause.only.size(); ++n) {
            const RecordSchema* schema = schemaOf(clause.only[n].type);
            const FieldSpec* field = schema == nullptr ? nullptr : schema->field(clause.only[n].tag);
            if (field == nullptr) {
                error(Mistake::WrongField, "fields", "there is no such field", n);
            } else if (!has(clause.categories, field->category) && !followsItsRecord(*schema, *field)) {
                error(Mistake::WrongField, "fields",
                      std::string{schema->name} + "." + std::string{field->name} + " is in " +
                          std::string{wordOf(field->category)} + ", which the clause does not cover",
                      n);
            }
        }
        if (clause.relationships.empty()) {
            error(Mistake::Missing, "relationship",
                  "the clause asks for no relationship: name those of which one is needed, or none-needed");
        }
        const bool byEmergency = clause.relationships == RelationshipSet{Relationship::Emergency};
        if ((clause.purpose == Purpose::Emergency) != byEmergency ||
            (clause.relationships.has(Relationship::Emergency) && !byEmergency)) {
            error(Mistake::WrongBasis, "relationship",
                  "an emergency is opened by emergency access alone, and emergency access opens nothing else: the "
                  "purpose and the relationship go together");
        }
        if (byEmergency && clause.access == Access::Contribute) {
            error(Mistake::WrongField, "access",
                  "emergency access reads; what is written is the reader's own agency's");
        }
        if (byEmergency && clause.lease.hardHours > kLongestEmergencyLease) {
            error(Mistake::WrongLease, "hard_hours", "an emergency is over within a day");
        }
        const Lease lease = clause.lease;
        if (lease.hardHours == 0 && clause.choice != FieldChoice::Nothing) {
            error(Mistake::WrongLease, "hard_hours",
                  "the clause does not say how long a device keeps it without contact");
        } else if (lease.softHours > lease.hardHours) {
            error(Mistake::WrongLease, "soft_hours", "the soft lease is longer than the hard one");
        } else if (lease.hardHours > kLongestUsualLease) {
            warn(Mistake::WrongLease, "hard_hours", "devices would keep it for more than a month without contact");
        }
    }

    // Whether the purpose's basis carries what the clause does.
    void checkPurpose(const Clause& clause) {
        const auto terms = std::find_if(m_agreement.purposes.begin(), m_agreement.purposes.end(),
                                        [&](const PurposeTerms& purpose) { return purpose.purpose == clause.purpose; });
        if (terms == m_agreement.purposes.end()) {
            error(Mistake::UnknownPurpose, "purpose",
                  "no lawful basis is given for " + std::string{wordOf(clause.purpose)} + ": there is no such purpose");
            return;
        }
        if (isPolicy()) {
            return;
        }
        const auto& bases = terms->confidentiality;
        const bool overrides =
            has(bases, ConfidentialityBasis::Statute) || has(bases, ConfidentialityBasis::PublicInterest);
        if (clause.permission == PermissionMode::NotNeeded && !overrides) {
            error(Mistake::WrongBasis, "permission",
                  "nothing overrides an objection for " + std::string{wordOf(clause.purpose)} +
                      ": only a statute or the public interest does");
        }
        if (has(bases, ConfidentialityBasis::AgreedReferral)) {
            if (!(clause.relationships == RelationshipSet{Relationship::AddressedReferral})) {
                error(Mistake::WrongBasis, "relationship",
                      "agreement to a referral carries what that referral needs: addressed-referral alone");
            }
        } else if (has(bases, ConfidentialityBasis::ExplicitConsent) && !overrides &&
                   clause.permission != PermissionMode::PermissionRequired) {
            error(Mistake::WrongBasis, "permission",
                  std::string{wordOf(clause.purpose)} + " rests on consent, so the clause requires permission");
        }
        checkDuty(clause, *terms);
    }

    void checkDuty(const Clause& clause, const PurposeTerms& terms) {
        const bool implied = has(terms.confidentiality, ConfidentialityBasis::ImpliedConsent);
        if (!implied && !has(terms.article9, Article9::HealthOrSocialCare)) {
            return;
        }
        for (std::size_t n = 0; n < clause.roles.size(); ++n) {
            for (const auto& role : m_agreement.roles) {
                if (role.name == clause.roles[n] && role.kind == clause.receiverKind &&
                    role.duty == ConfidentialityDuty::Contract) {
                    warn(Mistake::NoProfessionalDuty, "role",
                         role.name + " owes no professional confidentiality, and " +
                             std::string{wordOf(clause.purpose)} + " rests on " +
                             (implied ? "implied consent" : "article 9(2)(h)"),
                         n);
                }
            }
        }
    }

    void claim(const Clause& clause) {
        std::vector<AgencyId> homes = clause.homes;
        if (clause.anyHome == Homes::Any || isPolicy()) {
            homes.clear();
            for (const auto& party : m_agreement.parties) {
                homes.push_back(party.agency);
            }
            if (isPolicy()) {
                homes.assign(1, AgencyId{});
            }
        }
        const auto kind = isPolicy() ? AgencyKind{} : clause.receiverKind;
        for (const auto& home : homes) {
            for (const auto& role : clause.roles) {
                for (const auto category : clause.categories) {
                    const auto [cell, fresh] = m_cells.try_emplace({home, kind, role, category, clause.purpose}, m_at);
                    if (!fresh && cell->second != m_at) {
                        auto& clash = m_clashes[{cell->second, m_at}];
                        if (clash.cells++ == 0) {
                            clash.sample = std::string{wordOf(category)} + (home.empty() ? "" : " of " + home.str()) +
                                           " for " + role;
                        }
                    }
                }
            }
        }
    }

    // A field goes only in a record that goes: without a cell for the record's category, for the same role and purpose, it
    // is named in vain.
    void checkGates(const Clause& clause) {
        const AgencyId home = isPolicy()                       ? AgencyId{}
                              : clause.anyHome == Homes::Named ? (clause.homes.empty() ? AgencyId{} : clause.homes[0])
                              : m_agreement.parties.empty()    ? AgencyId{}
                                                               : m_agreement.parties[0].agency;
        const auto kind = isPolicy() ? AgencyKind{} : clause.receiverKind;
        for (std::size_t n = 0; n < clause.only.size(); ++n) {
            const RecordSchema* schema = schemaOf(clause.only[n].type);
            const FieldSpec* field = schema == nullptr ? nullptr : schema->field(clause.only[n].tag);
            const bool here =
                field != nullptr && followsItsRecord(*schema, *field) && !has(clause.categories, schema->category);
            if (schema == nullptr || here) {
                continue;
            }
            for (const auto& role : clause.roles) {
                if (!m_cells.contains({home, kind, role, schema->category, clause.purpose})) {
                    warn(Mistake::NeverUsed, "fields",
                         "it goes only with its " + std::string{schema->name} + ", and no clause gives " + role + " " +
                             std::string{wordOf(schema->category)} + " for " + std::string{wordOf(clause.purpose)},
                         n);
                }
            }
        }
    }

    [[nodiscard]] bool isParty(const AgencyId& agency) const {
        return std::any_of(m_agreement.parties.begin(), m_agreement.parties.end(),
                           [&](const Party& party) { return party.agency == agency; });
    }

    const Agreement& m_agreement;
    std::vector<Problem>& m_problems;
    std::size_t m_at = 0;
    std::map<std::tuple<AgencyId, AgencyKind, std::string, Category, Purpose>, std::size_t> m_cells;
    std::map<std::pair<std::size_t, std::size_t>, Clash> m_clashes;
};

} // namespace

void checkClauses(const Agreement& agreement, std::vector<Problem>& problems) {
    ClauseCheck(agreement, problems).run();
}

} // namespace frontsheet::sharing
