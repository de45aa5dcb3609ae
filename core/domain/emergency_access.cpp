#include "core/domain/emergency_access.h"

#include "core/base/utf8.h"
#include "core/domain/calendar.h"
#include "core/domain/identity/nhs_number.h"
#include "core/domain/matching/name_key.h"
#include "core/domain/schema/emergency_access.h"
#include "core/domain/schema/registration.h"
#include "core/domain/sharing/sharing_decision.h"

#include <algorithm>

namespace frontsheet {

namespace {

constexpr const char* kAwaiting = "awaiting";

std::size_t lettersIn(const std::string& text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U && c != ' ' && c != '\n' && c != '\t' && c != '.';
    }));
}

bool isWholeDate(const std::string& date) { return date.size() == 10 && isPlausibleDate(date); }

} // namespace

Result<void> checkWish(const EmergencyWish& wish) {
    const auto& person = wish.person;
    if (person.born.empty()) {
        return {ErrorCode::Missing, "date of birth"};
    }
    if (!isWholeDate(person.born)) {
        return {ErrorCode::ImpossibleDate, "date of birth"};
    }
    if (!person.nhsNumber.empty() && !NhsNumberReading::of(person.nhsNumber).number) {
        return {ErrorCode::Malformed, "NHS number"};
    }
    if (person.nhsNumber.empty() &&
        (matching::foldName(person.familyName).empty() || matching::foldName(person.givenName).empty())) {
        return {ErrorCode::Missing, "NHS number, or family name and given name"};
    }
    if (wish.reason.size() > kLongestReason) {
        return {ErrorCode::TooLarge, "reason"};
    }
    if (!isText(wish.reason)) {
        return {ErrorCode::NotText, "reason"};
    }
    if (lettersIn(wish.reason) < kShortestReason) {
        return {ErrorCode::Missing, "a reason that can be reviewed"};
    }
    if (wish.duration < std::chrono::hours{1} || wish.duration > kLongestEmergency) {
        return {ErrorCode::InvalidArgument, "duration"};
    }
    return ok();
}

bool isMeant(const EmergencyPerson& person, const Record& registration) {
    const auto& fields = registration.fields;
    if (registration.type != RecordType::Registration || fields.text(registration::kBorn) != person.born) {
        return false;
    }
    if (!person.nhsNumber.empty()) {
        const auto number = NhsNumberReading::of(person.nhsNumber).number;
        return number && fields.text(registration::kNhsNumber) == number->digits();
    }
    const auto same = [&](const std::string& typed, const TextField& field) {
        const auto folded = matching::foldName(typed);
        return !folded.empty() && folded == matching::foldName(fields.text(field));
    };
    return same(person.familyName, registration::kFamilyName) &&
           (same(person.givenName, registration::kGivenName) || same(person.givenName, registration::kPreferredName));
}

bool mayOpenInEmergency(const Principal& who, const AgencyId& home, const sharing::AgreementsInForce& agreements,
                        WallTime now) {
    const AgencyId nobodys;
    const WorkerId nobody;
    const sharing::RecordFacts somebody{home,
                                        RecordType::Registration,
                                        Category::Identity,
                                        sharing::Standing::Plain,
                                        sharing::Addressing::NotOfAReferral,
                                        nobodys,
                                        nobody,
                                        {}};
    const sharing::Viewer viewer{who, sharing::Purpose::Emergency, sharing::Relationship::Emergency};
    return sharing::decide(viewer, somebody, agreements, {}, now).releases();
}

Record openedInEmergency(const Principal& who, const AgencyId& home, const PersonId& person, const EmergencyWish& wish,
                         WallTime now) {
    Record access;
    access.type = RecordType::EmergencyAccess;
    access.home = home;
    access.person = person;
    access.category = Category::Involvement;
    access.authorAgency = who.agency;
    access.author = who.worker;
    access.occurredAt = now;
    access.fields.put(emergency_access::kAgency, who.agency);
    access.fields.put(emergency_access::kWorker, who.worker);
    access.fields.put(emergency_access::kRole, who.role);
    access.fields.put(emergency_access::kReason, wish.reason);
    access.fields.put(emergency_access::kOpenedAt, now);
    access.fields.put(emergency_access::kEndsAt, now + wish.duration);
    access.fields.put(emergency_access::kReview, std::string{kAwaiting});
    return access;
}

WallTime endOf(const Record& access) {
    if (access.type != RecordType::EmergencyAccess) {
        return {};
    }
    const WallTime ended = access.fields.get(emergency_access::kEndedAt);
    const WallTime ends = access.fields.get(emergency_access::kEndsAt);
    return ended.isKnown() && ended < ends ? ended : ends;
}

bool isOpenTo(const Principal& who, const Record& access, WallTime now) {
    return access.type == RecordType::EmergencyAccess && !who.worker.empty() &&
           access.fields.get(emergency_access::kAgency) == who.agency &&
           access.fields.get(emergency_access::kWorker) == who.worker && now < endOf(access);
}

Result<Record> endedEarly(const Principal& who, Record access, WallTime now) {
    if (access.type != RecordType::EmergencyAccess || who.worker.empty() ||
        access.fields.get(emergency_access::kAgency) != who.agency ||
        access.fields.get(emergency_access::kWorker) != who.worker) {
        return {ErrorCode::NotPermitted, "another's emergency access"};
    }
    if (!isOpenTo(who, access, now)) {
        return {ErrorCode::WrongState, "over already"};
    }
    access.fields.put(emergency_access::kEndedAt, now);
    access.author = who.worker;
    access.authorAgency = who.agency;
    return access;
}

Result<Record> reviewed(const Principal& who, Record access, EmergencyVerdict verdict, const std::string& words,
                        WallTime now) {
    if (access.type != RecordType::EmergencyAccess || who.worker.empty() || who.agency != access.home) {
        return {ErrorCode::NotPermitted, "review"};
    }
    if (access.fields.get(emergency_access::kAgency) == who.agency &&
        access.fields.get(emergency_access::kWorker) == who.worker) {
        return {ErrorCode::NotPermitted, "nobody reviews their own"};
    }
    if (!awaitsReview(access)) {
        return {ErrorCode::WrongState, "reviewed already"};
    }
    if (lettersIn(words) == 0) {
        return {ErrorCode::Missing, "what the review found"};
    }
    if (words.size() > kLongestReason) {
        return {ErrorCode::TooLarge, "what the review found"};
    }
    if (!isText(words)) {
        return {ErrorCode::NotText, "what the review found"};
    }
    access.fields.put(emergency_access::kReview,
                      std::string{verdict == EmergencyVerdict::Justified ? "justified" : "not-justified"});
    access.fields.put(emergency_access::kReviewedBy, who.worker);
    access.fields.put(emergency_access::kReviewedAt, now);
    access.fields.put(emergency_access::kReviewWords, words);
    access.author = who.worker;
    access.authorAgency = who.agency;
    return access;
}

bool awaitsReview(const Record& access) {
    return access.type == RecordType::EmergencyAccess && access.fields.text(emergency_access::kReview) == kAwaiting;
}

} // namespace frontsheet
