#include "sync/server/disclosure/release_terms.h"

namespace frontsheet::disclosure {

namespace {

std::string wordsOf(DecisionReason reason) {
    switch (reason) {
    case DecisionReason::OwnAgency:
        return "own-agency";
    case DecisionReason::CareTeam:
        return "care-team";
    case DecisionReason::AddressedReferral:
        return "addressed-referral";
    case DecisionReason::Directory:
        return "directory";
    case DecisionReason::AuthorsDraft:
        return "authors-draft";
    case DecisionReason::NotOnCareTeam:
    case DecisionReason::DraftOfAnother:
    case DecisionReason::OwnAgencyOnly:
    case DecisionReason::UnknownType:
        break; // these release nothing
    }
    return "reason " + std::to_string(static_cast<unsigned>(reason));
}

std::string wordsOf(Fields fields) {
    switch (fields) {
    case Fields::None:
        return "none";
    case Fields::IdentityAndContact:
        return "identity-and-contact";
    case Fields::Stub:
        return "stub";
    case Fields::Known:
        return "known";
    case Fields::All:
        return "all";
    }
    return "fields " + std::to_string(static_cast<unsigned>(fields));
}

} // namespace

Terms termsOf(const Decision& decision) { return {wordsOf(decision.reason), {}, {}, wordsOf(decision.fields)}; }

} // namespace frontsheet::disclosure
