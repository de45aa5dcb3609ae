#include "core/domain/subject_access.h"

#include "core/domain/schema/record_schema.h"
#include "core/domain/schema/referral.h"
#include "core/domain/scope.h"
#include "core/domain/sharing/record_view.h"

namespace frontsheet {

SetAside setAsideFrom(Category category) {
    switch (category) {
    case Category::CarerPrivate:
        return SetAside::CarerPrivate;
    case Category::Carer:
        return SetAside::ThirdParty;
    case Category::Safeguarding:
        return SetAside::Safeguarding;
    case Category::MentalHealth:
    case Category::SubstanceUse:
    case Category::Alerts:
        return SetAside::SeriousHarm;
    case Category::Identity:
    case Category::ContactDetails:
    case Category::HomeAccess:
    case Category::Involvement:
    case Category::Wishes:
    case Category::CarePlan:
    case Category::FunctionalAssessment:
    case Category::HealthSummary:
    case Category::LegalStatus:
    case Category::Housing:
    case Category::Finance:
    case Category::Placement:
    case Category::ContactNote:
    case Category::Referral:
    case Category::Conference:
    case Category::Directory:
        return SetAside::No;
    }
    return SetAside::CannotBeJudged;
}

SetAside setAsideFrom(const Record& record) {
    if (schemaOf(record.type) == nullptr) {
        return SetAside::CannotBeJudged;
    }
    if (const auto category = setAsideFrom(record.category); category != SetAside::No) {
        return category;
    }
    // A concern sent despite an objection, and what a colleague made of it, are safeguarding whatever they are filed under.
    if (record.type == RecordType::ObjectionReview ||
        (record.type == RecordType::Referral && !record.fields.text(referral::kDespiteObjection).empty())) {
        return SetAside::Safeguarding;
    }
    if (const SetField* readers = readersFieldOf(record.type); readers && !record.fields.get(*readers).empty()) {
        return SetAside::NamedReaders;
    }
    const auto standing = sharing::standingOf(record);
    if (standing == sharing::Standing::Draft || standing == sharing::Standing::EnteredInError) {
        return SetAside::Unfinished;
    }
    // What somebody else wrote to this agency about the person, or wrote down of what a third party said.
    return record.type == RecordType::ReferralMessage || record.type == RecordType::ReceivedCopy ? SetAside::ThirdParty
                                                                                                 : SetAside::No;
}

} // namespace frontsheet
