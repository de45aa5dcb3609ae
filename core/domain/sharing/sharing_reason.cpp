#include "core/domain/sharing/sharing_reason.h"

namespace frontsheet::sharing {

bool releases(Reason reason) { return reason < Reason::NoRelationship; }

std::string_view wordsForLog(Reason reason) {
    switch (reason) {
    case Reason::OwnAgency:
        return "released within the agency that holds it";
    case Reason::CareTeam:
        return "released to a member of the person's care team";
    case Reason::AddressedReferral:
        return "released for an open referral addressed to the worker";
    case Reason::Directory:
        return "the directory is released to every party";
    case Reason::AuthorsDraft:
        return "the author's own draft";
    case Reason::PracticeList:
        return "released because the person is on the practice's list";
    case Reason::Duty:
        return "released to the worker on duty";
    case Reason::RoleAlone:
        return "released to the role, whoever the person is";
    case Reason::EmergencyAccess:
        return "released in an emergency, for the reason given";
    case Reason::OwnConcern:
        return "the safeguarding concern that the worker sent, and what they were told of it";
    case Reason::NoRelationship:
        return "withheld: nothing that the clause asks for joins the worker to the person";
    case Reason::DraftOfAnother:
        return "withheld: a draft that its author has not signed";
    case Reason::OwnAgencyOnly:
        return "withheld: proposals and received copies stay at the agency that holds them";
    case Reason::UnknownType:
        return "withheld: a record of a newer version of the program";
    case Reason::NobodyNamed:
        return "withheld: no worker is named by the certificate";
    case Reason::NotAParty:
        return "withheld: the home has no agreement with the worker's agency";
    case Reason::RoleNotInAgreement:
        return "withheld: the agreement does not know the worker's role";
    case Reason::NoClause:
        return "withheld: no clause releases this category to this role";
    case Reason::CarerPrivate:
        return "withheld: private to the carer; never leaves the agency that holds it";
    case Reason::ProcessorOnly:
        return "withheld: the worker's agency only hosts for others";
    case Reason::NotYetInForce:
        return "withheld: the agreement is not in force yet";
    case Reason::Expired:
        return "withheld: the agreement has expired";
    case Reason::NotSigned:
        return "withheld: one of the two agencies has not signed this version";
    case Reason::Suspended:
        return "withheld: one of the two agencies has suspended the clause";
    case Reason::Objection:
        return "withheld: the person objects";
    case Reason::NoPermission:
        return "withheld: the clause asks for the person's permission, and there is none";
    case Reason::WithheldByClause:
        return "withheld: the clause says that it is not released";
    case Reason::NotNamedReader:
        return "withheld: restricted to readers by name";
    case Reason::EnteredInError:
        return "withheld: entered in error";
    case Reason::RestrictedLocation:
        return "withheld: where the person lives is restricted";
    }
    return "withheld: a reason of a newer version of the program";
}

std::string_view wordsForViewer(ViewerReason reason) {
    switch (reason) {
    case ViewerReason::Released:
        return "Shared with you.";
    case ViewerReason::NothingToSay:
        return "";
    case ViewerReason::NotShared:
        return "Not shared with you.";
    }
    return "";
}

} // namespace frontsheet::sharing
