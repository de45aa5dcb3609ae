#include "core/domain/front_sheet.h"

#include "core/base/utf8.h"
#include "core/domain/schema/care_team.h"
#include "core/domain/schema/contact_note.h"
#include "core/domain/schema/placement.h"
#include "core/domain/schema/referral.h"
#include "core/domain/schema/registration.h"

#include <algorithm>

namespace frontsheet {

namespace {

Source sourceOf(const Record& record) {
    return {record.home, record.recordedAt.isKnown() ? record.recordedAt : record.occurredAt};
}

std::string addressOf(const FieldSet& f) {
    std::string out = f.get(registration::kAddress);
    for (const auto& part : {f.get(registration::kTown), f.get(registration::kPostcode)}) {
        // Extracts that keep the address in one line repeat town and postcode in it.
        if (!part.empty() && out.find(part) == std::string::npos) {
            out += (out.empty() ? "" : ", ") + part;
        }
    }
    return out;
}

// Two spellings are one version when folding makes them equal; a phone's spaces never matter.
void add(Stated& stated, std::string value, const Source& source) {
    if (value.empty()) {
        return;
    }
    auto key = foldForSearch(value);
    std::erase(key, ' ');
    for (auto& version : stated.versions) {
        auto known = foldForSearch(version.value);
        std::erase(known, ' ');
        if (known == key) {
            version.sources.push_back(source);
            return;
        }
    }
    stated.versions.push_back({std::move(value), {source}});
}

void order(Stated& stated, const AgencyId& viewer) {
    const auto newest = [](const Version& v) { return v.sources.front().asOf; };
    const auto own = [&](const Version& v) {
        return std::any_of(v.sources.begin(), v.sources.end(), [&](const Source& s) { return s.agency == viewer; });
    };
    for (auto& version : stated.versions) {
        std::stable_sort(version.sources.begin(), version.sources.end(),
                         [](const Source& a, const Source& b) { return a.asOf > b.asOf; });
    }
    std::stable_sort(stated.versions.begin(), stated.versions.end(), [&](const Version& a, const Version& b) {
        if (own(a) != own(b)) {
            return own(a);
        }
        return newest(a) > newest(b);
    });
}

void addRegistration(FrontSheet& sheet, const Record& record) {
    const auto& f = record.fields;
    const Source source = sourceOf(record);
    sheet.registrations.push_back(source);
    add(sheet.familyName, f.get(registration::kFamilyName), source);
    add(sheet.givenName, f.get(registration::kGivenName), source);
    add(sheet.title, f.get(registration::kTitle), source);
    add(sheet.preferredName, f.get(registration::kPreferredName), source);
    add(sheet.born, f.get(registration::kBorn), source);
    add(sheet.gender, f.get(registration::kGender), source);
    add(sheet.nhsNumber, f.get(registration::kNhsNumber), source);
    add(sheet.died, f.get(registration::kDied), source);
    add(sheet.address, addressOf(f), source);
    add(sheet.phone, f.get(registration::kPhone), source);
    add(sheet.language, f.get(registration::kLanguage), source);
    add(sheet.living, f.get(registration::kLiving), source);
    add(sheet.practice, f.get(registration::kPractice), source);
    add(sheet.frailty, f.get(registration::kFrailty), source);
    add(sheet.team, f.get(registration::kTeam), source);
    add(sheet.keyWorkerName, f.get(registration::kKeyWorkerName), source);
    add(sheet.tenancyType, f.get(registration::kTenancyType), source);
    const auto alert = [&](Alert::Kind kind, const TextField& field) {
        if (auto text = f.get(field); !text.empty()) {
            sheet.alerts.push_back({kind, std::move(text), source});
        }
    };
    alert(Alert::Kind::Alert, registration::kAlert);
    alert(Alert::Kind::Access, registration::kAccessNote);
    if (f.text(registration::kLegalStatus) != "None") {
        alert(Alert::Kind::LegalStatus, registration::kLegalStatus);
    }
}

NoteSummary noteOf(const Record& record, bool waiting) {
    const auto& f = record.fields;
    const bool inError = f.text(contact_note::kState) == "entered-in-error";
    NoteSummary note;
    note.id = record.id;
    note.agency = record.home;
    note.author = f.get(contact_note::kAuthor);
    note.text = inError ? std::string{} : f.get(contact_note::kText);
    note.kind = f.get(contact_note::kKind);
    note.state = f.get(contact_note::kState);
    note.category = record.category;
    note.occurredAt = record.occurredAt;
    note.recordedAt = record.recordedAt;
    note.addendumTo = f.get(contact_note::kAddendumTo);
    note.errorReason = f.get(contact_note::kErrorReason);
    note.waiting = waiting;
    return note;
}

PlacementSummary placementOf(const Record& record) {
    const auto& f = record.fields;
    return {record.home,
            f.get(placement::kFrom),
            f.get(placement::kDischargedOn),
            f.get(placement::kPlacedAt),
            f.get(placement::kKind),
            f.get(placement::kOwnWish),
            f.get(placement::kOutcome),
            f.get(placement::kOutcomeOn),
            f.get(placement::kFirstReviewDue),
            f.get(placement::kReviewingOfficer)};
}

std::string firstWords(const std::string& text) {
    constexpr std::size_t kEnough = 160;
    const auto line = std::string_view{text}.substr(0, text.find('\n'));
    const auto words = firstCodePoints(line, kEnough);
    return std::string{words} + (words.size() < text.size() ? "…" : "");
}

void addReferralHappenings(FrontSheet& sheet, const ReferralSummary& r, const AgencyId& home) {
    sheet.timeline.push_back({r.sentAt, home, r.id, Happening::Kind::ReferralSent, r.fromWorker, r.need});
    if (r.answeredAt.isKnown()) {
        sheet.timeline.push_back(
            {r.answeredAt, r.toAgency, r.id, Happening::Kind::ReferralAnswered, r.answeredBy, r.need});
    }
    if (r.outcomeAt.isKnown()) {
        sheet.timeline.push_back({r.outcomeAt, r.toAgency, r.id, Happening::Kind::ReferralDone, r.answeredBy, r.need});
    }
}

void orderNotes(std::vector<NoteSummary>& notes) {
    // An addendum stands right after the note it adds to, whatever its own date.
    const auto newest = [](const NoteSummary& a, const NoteSummary& b) {
        return std::pair{b.occurredAt.ms, b.id} < std::pair{a.occurredAt.ms, a.id};
    };
    std::sort(notes.begin(), notes.end(), newest);
    std::vector<NoteSummary> ordered;
    ordered.reserve(notes.size());
    const auto isRoot = [&](const NoteSummary& n) {
        return n.addendumTo.isNull() ||
               std::none_of(notes.begin(), notes.end(), [&](const NoteSummary& m) { return m.id == n.addendumTo; });
    };
    for (const auto& note : notes) {
        if (!isRoot(note)) {
            continue;
        }
        ordered.push_back(note);
        for (auto addendum = notes.rbegin(); addendum != notes.rend(); ++addendum) {
            if (addendum->addendumTo == note.id) {
                ordered.push_back(*addendum);
            }
        }
    }
    notes = std::move(ordered);
}

} // namespace

ReferralSummary summarise(const Record& record) {
    const auto& f = record.fields;
    ReferralSummary r;
    r.id = record.id;
    r.person = record.person;
    r.home = record.home;
    r.need = f.get(referral::kNeed);
    r.reason = f.get(referral::kReason);
    r.state = referralState(f.text(referral::kState)).value_or(ReferralState::Sent);
    r.fromWorker = f.get(referral::kFromWorker);
    r.toAgency = f.get(referral::kToAgency);
    r.toService = f.get(referral::kToService);
    r.toWorker = f.get(referral::kToWorker);
    r.urgency = f.get(referral::kUrgency);
    r.sentAt = f.get(referral::kSentAt);
    r.recordedAt = record.recordedAt;
    r.answerBy = f.get(referral::kAnswerBy);
    r.seenAt = f.get(referral::kSeenAt);
    r.seenBy = f.get(referral::kSeenBy);
    r.acceptedBy = f.get(referral::kAcceptedBy);
    r.answeredBy = f.get(referral::kAnsweredBy);
    r.answeredAt = f.get(referral::kAnsweredAt);
    r.answer = f.get(referral::kAnswer);
    r.suggestion = f.get(referral::kSuggestion);
    r.outcome = f.get(referral::kOutcome);
    r.outcomeAt = f.get(referral::kOutcomeAt);
    return r;
}

bool isOverdue(const ReferralSummary& referral, WallTime now) {
    const bool unanswered = referral.state == ReferralState::Sent || referral.state == ReferralState::UnderReview;
    return unanswered && referral.answerBy.isKnown() && now > referral.answerBy;
}

FrontSheet assembleFrontSheet(const FrontSheetInput& input, const Directory& directory) {
    FrontSheet sheet;
    const auto isWaiting = [&](const RecordId& id) {
        return std::binary_search(input.waiting.begin(), input.waiting.end(), id);
    };
    for (const auto& record : input.records) {
        if (std::find(sheet.persons.begin(), sheet.persons.end(), record.person) == sheet.persons.end()) {
            sheet.persons.push_back(record.person);
        }
        switch (record.type) {
        case RecordType::Registration:
            addRegistration(sheet, record);
            break;
        case RecordType::CareTeamMembership: {
            const auto& f = record.fields;
            if (f.get(care_team::kUntil).isKnown()) {
                break;
            }
            const auto code = f.get(care_team::kWorker);
            const bool known = std::any_of(sheet.careTeam.begin(), sheet.careTeam.end(),
                                           [&](const Involved& i) { return i.worker.code == code; });
            if (!known) {
                auto worker = directory.worker(code);
                auto role = f.get(care_team::kRole).empty() ? worker.role : f.get(care_team::kRole);
                sheet.careTeam.push_back({std::move(worker), directory.agency(f.get(care_team::kAgency)),
                                          std::move(role), f.get(care_team::kSince),
                                          !f.get(care_team::kBecauseOf).isNull()});
            }
            break;
        }
        case RecordType::Referral: {
            auto summary = summarise(record);
            summary.waiting = isWaiting(record.id);
            addReferralHappenings(sheet, summary, record.home);
            sheet.referrals.push_back(std::move(summary));
            break;
        }
        case RecordType::ContactNote: {
            sheet.notes.push_back(noteOf(record, isWaiting(record.id)));
            const auto& note = sheet.notes.back();
            if (note.state == "signed") {
                sheet.timeline.push_back(
                    {note.occurredAt, note.agency, note.id, Happening::Kind::Note, note.author, firstWords(note.text)});
            }
            break;
        }
        case RecordType::Placement:
            sheet.placements.push_back(placementOf(record));
            break;
        default:
            break;
        }
    }
    for (Stated* stated :
         {&sheet.familyName, &sheet.givenName, &sheet.title, &sheet.preferredName, &sheet.born, &sheet.gender,
          &sheet.nhsNumber, &sheet.died, &sheet.address, &sheet.phone, &sheet.language, &sheet.living, &sheet.practice,
          &sheet.frailty, &sheet.team, &sheet.keyWorkerName, &sheet.tenancyType}) {
        order(*stated, input.viewer);
    }
    std::stable_sort(sheet.referrals.begin(), sheet.referrals.end(), [](const auto& a, const auto& b) {
        if (isOpen(a.state) != isOpen(b.state)) {
            return isOpen(a.state);
        }
        return a.sentAt > b.sentAt;
    });
    orderNotes(sheet.notes);
    std::stable_sort(sheet.timeline.begin(), sheet.timeline.end(), [](const Happening& a, const Happening& b) {
        return std::tie(b.at, b.agency) < std::tie(a.at, a.agency);
    });
    std::sort(sheet.persons.begin(), sheet.persons.end());
    return sheet;
}

} // namespace frontsheet
