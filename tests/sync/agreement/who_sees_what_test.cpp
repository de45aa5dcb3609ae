// Every cell of the shipped locality's agreement and of the own-agency policy, decided: all roles by all categories by all
// relationships by what the person said, from every home. Both evaluators, and the file that a governance lead reads.
#include "core/domain/schema/record_schema.h"
#include "core/domain/sharing/agreement_words.h"
#include "core/domain/sharing/compiled_agreement.h"
#include "sync/agreement/agreement_text.h"
#include "sync/agreement/shipped_agreements.h"
#include "tests/support/naive_sharing.h"
#include "tests/support/sample_records.h"
#include "tests/support/source_folder.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>

namespace frontsheet::sharing {
namespace {

constexpr std::array kRelationships{
    std::pair{RelationshipSet{}, "no relationship"},
    std::pair{RelationshipSet{Relationship::CareTeam}, "care team"},
    std::pair{RelationshipSet{Relationship::AddressedReferral}, "referral to them"},
    std::pair{RelationshipSet{Relationship::PracticeList}, "practice list"},
    std::pair{RelationshipSet{Relationship::Duty}, "on duty"},
    std::pair{RelationshipSet{Relationship::Emergency}, "emergency"},
};
constexpr std::size_t kSaid = 4; // nothing, permits, objects, both

// The record by which a category is tried: its own type where there is one, else the registration's fields of the
// category, else a note that its author filed there; safeguarding by a concern.
RecordType recordOf(Category category) {
    switch (category) {
    case Category::Identity:
    case Category::ContactDetails:
    case Category::HomeAccess:
    case Category::Alerts:
    case Category::Wishes:
    case Category::Finance:
    case Category::Housing:
    case Category::LegalStatus:
    case Category::FunctionalAssessment:
        return RecordType::Registration;
    case Category::Involvement:
        return RecordType::CareTeamMembership;
    case Category::Placement:
        return RecordType::Placement;
    case Category::Referral:
    case Category::Safeguarding: // a concern
        return RecordType::Referral;
    case Category::Directory:
        return RecordType::Worker;
    default:
        return RecordType::ContactNote;
    }
}

class WhoSeesWhat {
public:
    WhoSeesWhat() {
        std::vector<CompiledAgreement> compiled;
        for (const auto* name : {"locality-partnership", "own-agency"}) {
            CheckAgainst against;
            against.now = kFridayMorning;
            naive::ActiveAgreement active{readAgreement(shippedAgreement(name), against).agreement.value(), {}, {}};
            for (const auto& party : active.agreement.parties) {
                active.bound.push_back(party.agency);
            }
            compiled.push_back(CompiledAgreement::of(active.agreement, {active.bound, {}, {}}).value());
            m_active.push_back(std::move(active));
        }
        m_forces = AgreementsInForce::of(std::move(compiled)).value();
    }

    [[nodiscard]] std::size_t decided() const { return m_decided; }
    [[nodiscard]] std::size_t differing() const { return m_differing; }
    [[nodiscard]] const std::string& firstDifference() const { return m_firstDifference; }

    [[nodiscard]] std::string table() {
        std::ostringstream out;
        out << "Who sees what, by the shipped locality agreement and the shipped policy for own workers.\n"
               "\n"
               "Each line is a category; each column what joins the worker to the person. \"unless objects\": read "
               "until the\n"
               "person objects. \"if permits\": read once the person has said yes, and has not objected. \"always\": "
               "whatever the\n"
               "person says. \"part\": some of the category's fields. \"adds\": may contribute. \"masked\": shown on a "
               "tap. Empty: no.\n"
               "Categories without a line are not released at all. Tried with the record that carries the category: "
               "its own\n"
               "type, the registration's fields, or a note filed there; safeguarding with a concern.\n";
        for (const auto& party : m_active[0].agreement.parties) {
            if (m_kinds.count(party.kind) == 0 || party.kind == AgencyKind::Voluntary) {
                m_kinds.insert(party.kind);
                rolesOf(out, party);
            }
        }
        return out.str();
    }

private:
    void rolesOf(std::ostream& out, const Party& party) {
        for (const auto& role : m_active[1].agreement.roles) {
            // Two voluntary agencies, a role each in the directory.
            const bool elsewhere = (role.name == "carer support worker" && party.agency.str() != "carers_centre") ||
                                   (role.name == "volunteer coordinator" && party.agency.str() != "neighbourhood_care");
            if (role.kind == party.kind && !elsewhere) {
                roleAt(out, party, role.name);
            }
        }
    }

    void roleAt(std::ostream& out, const Party& party, const std::string& role) {
        out << "\n\n=== " << role << " (" << plainWords(party.kind) << ") "
            << std::string(std::max<std::size_t>(1, 100 - role.size()), '=') << "\n";
        const Principal who{party.agency, WorkerId{"W900"}, role, {}};
        std::map<std::string, std::vector<std::string>> homesByBlock;
        for (const auto& home : m_active[0].agreement.parties) {
            const bool own = home.agency == party.agency;
            homesByBlock[(own ? "0" : "1") + block(who, home.agency)].push_back(own ? "their own agency" : home.name);
        }
        for (const auto& [text, homes] : homesByBlock) {
            out << "\nfrom ";
            if (homes.size() == m_active[0].agreement.parties.size() - 1) {
                out << "every partner";
            } else {
                for (std::size_t n = 0; n < homes.size(); ++n) {
                    out << (n == 0 ? "" : ", ") << homes[n];
                }
            }
            out << "\n" << text.substr(1);
        }
    }

    std::string block(const Principal& who, const AgencyId& home) {
        std::ostringstream out;
        std::string heads = cell("", 25);
        for (const auto& [set, name] : kRelationships) {
            heads += cell(name, 31);
        }
        out << heads.erase(heads.find_last_not_of(' ') + 1) << "\n";
        for (const auto& entry : words<Category>()) {
            std::ostringstream line;
            line << "  " << cell(std::string{entry.word}, 23);
            bool any = false;
            for (const auto& [set, name] : kRelationships) {
                const std::string words = across(who, home, entry.value, set);
                any = any || !words.empty();
                line << cell(words, 31);
            }
            std::string text = line.str();
            text.erase(text.find_last_not_of(' ') + 1);
            if (any) {
                out << text << "\n";
            }
        }
        return out.str();
    }

    static std::string cell(std::string text, std::size_t width) {
        text.resize(std::max(width, text.size() + 1), ' ');
        return text;
    }

    // The four outcomes in words.
    std::string across(const Principal& who, const AgencyId& home, Category category, RelationshipSet relationships) {
        std::array<std::string, kSaid> outcomes;
        for (std::size_t said = 0; said < kSaid; ++said) {
            outcomes[said] = outcome(who, home, category, relationships, said);
        }
        const auto& [nothing, permits, objects, both] = outcomes;
        if (nothing == permits && permits == objects && objects == both) {
            return nothing.empty() ? "" : nothing + ", always";
        }
        if (objects.empty() && both.empty()) {
            return nothing.empty()      ? permits + ", if permits"
                   : nothing == permits ? nothing + ", unless objects"
                                        : nothing + "; " + permits + ", if permits";
        }
        if (objects == both && !objects.empty()) {
            return objects + ", always; " + across2(nothing, permits, objects);
        }
        return nothing + "/" + permits + "/" + objects + "/" + both;
    }

    static std::string across2(const std::string& nothing, const std::string& permits, const std::string& floor) {
        return nothing == permits ? nothing + " unless objects"
               : nothing == floor ? permits + " if permits"
                                  : nothing + ", " + permits + " if permits";
    }

    std::string outcome(const Principal& who, const AgencyId& home, Category category, RelationshipSet relationships,
                        std::size_t said) {
        std::vector<PermissionStatement> statements;
        for (const auto kind : {StatementKind::Permission, StatementKind::Objection}) {
            if ((said & static_cast<std::size_t>(kind)) != 0) {
                PermissionStatement statement;
                statement.kind = kind;
                statement.person.bytes[0] = 1;
                statement.askedAt = kFridayMorning;
                statement.askedBy = WorkerId{"W001"};
                statement.askedByAgency = AgencyId{"council"};
                statements.push_back(statement);
            }
        }
        const RecordType type = recordOf(category);
        const RecordSchema& schema = *schemaOf(type);
        const bool filed = type == RecordType::ContactNote || category == Category::Safeguarding;
        const AgencyId author = home;
        const WorkerId writer{"W901"};
        RecordFacts facts{home, type, filed ? category : schema.category, {}, {}, author, writer, {}};
        if (type == RecordType::Referral) {
            facts.addressing =
                relationships.has(Relationship::AddressedReferral) ? Addressing::ToViewer : Addressing::ToOthers;
        }
        const Viewer viewer{who, PurposeSet::all(), relationships};
        const auto decision = decide(viewer, facts, m_forces, statements, kFridayMorning);
        const auto product = naive::inWords(decision, type, m_forces);
        const auto naively = naive::decide(viewer, facts, m_active, statements, kFridayMorning);
        ++m_decided;
        if (product != naively && m_differing++ == 0) {
            m_firstDifference = who.role + ", " + std::string{wordOf(category)} + " of " + home.str() + ":\n" +
                                naive::describe(product) + "\n" + naive::describe(naively);
        }
        // Of the whole record only what the category is about.
        std::size_t of = 0;
        std::size_t released = 0;
        bool masked = false;
        for (const auto& field : schema.fields) {
            const bool counts = filed || field.category == category;
            of += counts ? 1 : 0;
            released += counts && product.fields.count(field.tag.number) == 1 ? 1 : 0;
            masked = masked || (counts && product.masked.count(field.tag.number) == 1);
        }
        if (released == 0) {
            return "";
        }
        const bool adds = product.contribute && (filed || schema.category == category);
        return std::string{released < of ? "part" : "read"} + (adds ? "+adds" : "") + (masked ? " masked" : "");
    }

    std::vector<naive::ActiveAgreement> m_active;
    AgreementsInForce m_forces;
    std::set<AgencyKind> m_kinds;
    std::size_t m_decided = 0;
    std::size_t m_differing = 0;
    std::string m_firstDifference;
};

TEST(WhoSeesWhat, IsAsTheTableSaysAndBothEvaluatorsAgree) {
    const std::string file = sourceFolder() / "tests/sync/agreement/who-sees-what.txt";
    WhoSeesWhat all;
    const std::string now = all.table();
    EXPECT_EQ(all.differing(), 0U) << all.firstDifference();
    EXPECT_GT(all.decided(), 50000U);
    if (std::getenv("FRONTSHEET_GOLDEN") != nullptr) {
        std::ofstream(file) << now;
    }
    std::ifstream kept(file);
    ASSERT_TRUE(kept) << file;
    std::stringstream then;
    then << kept.rdbuf();
    EXPECT_EQ(now, then.str()) << "what the agreement means has changed; if that is meant, read the difference, then "
                                  "run this test once with FRONTSHEET_GOLDEN=write";
}

} // namespace
} // namespace frontsheet::sharing
