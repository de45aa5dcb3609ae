#include "sync/server/disclosure/release_terms.h"

#include "core/domain/schema/record_schema.h"
#include "core/domain/sharing/agreement_words.h"

namespace frontsheet::disclosure {

namespace {

std::string reasonOf(sharing::Reason reason) {
    switch (reason) {
    case sharing::Reason::OwnAgency:
        return "own-agency";
    case sharing::Reason::CareTeam:
        return "care-team";
    case sharing::Reason::AddressedReferral:
        return "addressed-referral";
    case sharing::Reason::Directory:
        return "directory";
    case sharing::Reason::AuthorsDraft:
        return "authors-draft";
    case sharing::Reason::PracticeList:
        return "practice-list";
    case sharing::Reason::Duty:
        return "duty";
    case sharing::Reason::RoleAlone:
        return "role-alone";
    case sharing::Reason::EmergencyAccess:
        return "emergency";
    case sharing::Reason::OwnConcern:
        return "own-concern";
    default:
        break; // those release nothing
    }
    return "reason " + std::to_string(static_cast<unsigned>(reason));
}

std::string clauseOf(const sharing::ClauseRef& ref, const sharing::AgreementsInForce& agreements) {
    if (ref.agreement >= agreements.all().size()) {
        return {};
    }
    const auto& agreement = agreements.all()[ref.agreement].agreement();
    if (ref.clause >= agreement.clauses.size()) {
        return {};
    }
    return agreement.id + "/" + std::to_string(agreement.version) + "/" + agreement.clauses[ref.clause].id;
}

std::string_view purposeOf(sharing::Purpose purpose) {
    for (const auto& known : sharing::words<sharing::Purpose>()) {
        if (known.value == purpose) {
            return known.word;
        }
    }
    return {}; // of the directory, of an author's own draft
}

std::string fieldsOf(const sharing::Decision& decision, RecordType type) {
    const RecordSchema* schema = schemaOf(type);
    const auto* known = sharing::typeFieldsOf(type);
    if (schema == nullptr || known == nullptr || known->all.isWithin(decision.fields)) {
        return "all";
    }
    std::string names;
    for (std::size_t at = 0; at < schema->fields.size(); ++at) {
        if (decision.fields.has(at)) {
            names += names.empty() ? "" : " ";
            names += schema->fields[at].name;
        }
    }
    return names.empty() ? "none" : names;
}

} // namespace

Terms termsOf(const sharing::Decision& decision, RecordType type, const sharing::AgreementsInForce& agreements) {
    return {reasonOf(decision.reason), clauseOf(decision.clause, agreements), std::string{purposeOf(decision.purpose)},
            fieldsOf(decision, type)};
}

} // namespace frontsheet::disclosure
