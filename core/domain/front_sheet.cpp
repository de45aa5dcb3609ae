#include "core/domain/front_sheet.h"

#include "core/base/utf8.h"
#include "core/domain/attachment.h"
#include "core/domain/care/placement_stage.h"
#include "core/domain/hiding.h"
#include "core/domain/said_right.h"
#include "core/domain/schema/care_team.h"
#include "core/domain/schema/contact_note.h"
#include "core/domain/schema/placement.h"
#include "core/domain/schema/record_schema.h"
#include "core/domain/schema/referral.h"
#include "core/domain/schema/registration.h"
#include "core/domain/schema/view.h"

#include <algorithm>
#include <deque>
#include <map>
#include <tuple>

namespace frontsheet {

namespace {

// Everything that several agencies may say differently, in the order of the sheet's own fields.
struct Gathered {
    explicit Gathered(FrontSheet& sheet) : m_sheet(sheet) {
        for (const auto& [stated, field] : kStated) {
            m_fields.push_back({stated, field->tag, Sayings{disputable(field->tag)->likeness}});
        }
    }

    void take(const Record& record, const Source& source) {
        for (auto& entry : m_fields) {
            entry.sayings.add(registered(record.fields, entry.field), source, record.id);
        }
    }

    void takeRight(const Record& record, bool waiting) {
        const auto number = record.fields.get(view::kAboutField);
        for (auto& entry : m_fields) {
            if (entry.field.number == number) {
                auto said = saidRightIn(record);
                said.waiting = waiting;
                entry.sayings.addRight(std::move(said));
            }
        }
    }

    void putTogether(const AgencyId& viewer) {
        for (const auto& entry : m_fields) {
            m_sheet.*entry.stated = entry.sayings.together(viewer);
        }
    }

private:
    static constexpr std::pair<Stated FrontSheet::*, const TextField*> kStated[] = {
        {&FrontSheet::familyName, &registration::kFamilyName},
        {&FrontSheet::givenName, &registration::kGivenName},
        {&FrontSheet::title, &registration::kTitle},
        {&FrontSheet::preferredName, &registration::kPreferredName},
        {&FrontSheet::born, &registration::kBorn},
        {&FrontSheet::gender, &registration::kGender},
        {&FrontSheet::nhsNumber, &registration::kNhsNumber},
        {&FrontSheet::died, &registration::kDied},
        {&FrontSheet::address, &registration::kAddress},
        {&FrontSheet::phone, &registration::kPhone},
        {&FrontSheet::language, &registration::kLanguage},
        {&FrontSheet::living, &registration::kLiving},
        {&FrontSheet::practice, &registration::kPractice},
        {&FrontSheet::frailty, &registration::kFrailty},
        {&FrontSheet::team, &registration::kTeam},
        {&FrontSheet::keyWorkerName, &registration::kKeyWorkerName},
        {&FrontSheet::tenancyType, &registration::kTenancyType},
    };
    struct Entry {
        Stated FrontSheet::*stated;
        FieldTag field;
        Sayings sayings;
    };

    FrontSheet& m_sheet;
    std::vector<Entry> m_fields;
};

void addVersions(FrontSheet& sheet, const Record& record, const Directory& directory) {
    const RecordSchema* schema = schemaOf(record.type);
    for (const auto& other : record.fields.others()) {
        for (const auto& said : other.says) {
            const FieldSpec* spec = schema != nullptr ? schema->field(said.field) : nullptr;
            if (spec != nullptr && spec->merge == MergeRule::Prose) {
                const auto* text = said.value ? std::get_if<std::string>(&*said.value) : nullptr;
                sheet.versions.push_back({record.id, record.type, other.op, said.field,
                                          text != nullptr ? *text : std::string{}, directory.agency(other.agency),
                                          directory.worker(other.author), other.writtenAt});
            }
        }
    }
}

// Whoever is on the care team of several homes, or twice at one, is one person to ring: since the earliest, with the
// first role given.
void addMember(FrontSheet& sheet, const FieldSet& f, const Directory& directory, WallTime now) {
    const WallTime until = f.get(care_team::kUntil);
    if (until.isKnown() && now >= until) {
        return;
    }
    const auto code = f.get(care_team::kWorker);
    const auto agency = f.get(care_team::kAgency);
    const WallTime since = f.get(care_team::kSince);
    const bool because = !f.get(care_team::kBecauseOf).isNull();
    const auto known = std::find_if(sheet.careTeam.begin(), sheet.careTeam.end(), [&](const Involved& i) {
        return i.worker.code == code && i.agency.code == agency;
    });
    if (known == sheet.careTeam.end()) {
        auto worker = directory.worker(code);
        auto role = f.get(care_team::kRole).empty() ? worker.role : f.get(care_team::kRole);
        sheet.careTeam.push_back({std::move(worker), directory.agency(agency), std::move(role), since, because});
        return;
    }
    if (since.isKnown() && (!known->since.isKnown() || since < known->since)) {
        known->since = since;
    }
    known->because = known->because || because;
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
    note.files = attachmentsOf(record).size();
    note.restricted = !f.get(contact_note::kReaders).empty();
    return note;
}

// An addendum, and an addendum to an addendum, stands after the note it adds to, oldest first, whatever its own date.
// One whose note is not held here, or that a wrong device made its own ancestor, stands by itself: none is ever left out.
std::vector<NoteSummary> inOrder(std::vector<NoteSummary> notes) {
    std::map<RecordId, std::size_t> byId;
    for (std::size_t i = 0; i < notes.size(); ++i) {
        byId[notes[i].id] = i;
    }
    const auto rootOf = [&](std::size_t start) {
        std::size_t at = start;
        for (std::size_t steps = 0; steps <= notes.size(); ++steps) {
            const auto parent = byId.find(notes[at].addendumTo);
            if (notes[at].addendumTo.isNull() || parent == byId.end()) {
                return at;
            }
            at = parent->second;
        }
        return start; // a ring
    };
    struct Place {
        WallTime rootTime;
        RecordId root;
        bool follows = false;
        std::size_t index = 0;
    };
    std::vector<Place> places;
    places.reserve(notes.size());
    for (std::size_t i = 0; i < notes.size(); ++i) {
        const auto root = rootOf(i);
        places.push_back({notes[root].occurredAt, notes[root].id, root != i, i});
    }
    std::sort(places.begin(), places.end(), [&](const Place& a, const Place& b) {
        if (a.root != b.root) {
            return std::tie(a.rootTime, a.root) > std::tie(b.rootTime, b.root);
        }
        if (a.follows != b.follows) {
            return b.follows;
        }
        const auto& left = notes[a.index];
        const auto& right = notes[b.index];
        return std::tie(left.occurredAt, left.id) < std::tie(right.occurredAt, right.id);
    });
    std::vector<NoteSummary> ordered;
    ordered.reserve(notes.size());
    for (const auto& place : places) {
        ordered.push_back(std::move(notes[place.index]));
    }
    return ordered;
}

} // namespace

ReferralSummary summarise(const Record& record) {
    const auto& f = record.fields;
    ReferralSummary r;
    r.id = record.id;
    r.person = record.person;
    r.home = record.home;
    r.concern = record.category == Category::Safeguarding;
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
    r.arrivedAt = f.get(referral::kArrivedAt);
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
    return unanswered && referral.recordedAt.isKnown() && referral.answerBy.isKnown() && now > referral.answerBy;
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
            std::string{care::reviewDueOn(record)},
            f.get(placement::kReviewingOfficer),
            record.id,
            !f.get(placement::kReaders).empty()};
}

std::vector<AgencyEntry> involvedAndNotHere(const FrontSheet& sheet, const AgencyId& viewer) {
    constexpr std::string_view kHoldAlerts[] = {"council", "community-trust", "mental-health-trust", "gp-practice"};
    std::vector<AgencyEntry> out;
    for (const auto& involved : sheet.careTeam) {
        const auto& agency = involved.agency;
        const bool here = std::any_of(sheet.registrations.begin(), sheet.registrations.end(),
                                      [&](const Registered& registered) { return registered.agency == agency.code; });
        const bool known =
            std::any_of(out.begin(), out.end(), [&](const AgencyEntry& one) { return one.code == agency.code; });
        const bool holds =
            std::find(std::begin(kHoldAlerts), std::end(kHoldAlerts), agency.kind) != std::end(kHoldAlerts);
        if (holds && !here && !known && agency.code != viewer) {
            out.push_back(agency);
        }
    }
    std::sort(out.begin(), out.end(), [](const AgencyEntry& a, const AgencyEntry& b) { return a.name < b.name; });
    return out;
}

FrontSheet assembleFrontSheet(const FrontSheetInput& input, const Directory& directory) {
    FrontSheet sheet;
    Gathered gathered{sheet};
    Timeline timeline;
    std::deque<Record> stripped;
    const auto isWaiting = [&](const RecordId& id) {
        return std::binary_search(input.waiting.begin(), input.waiting.end(), id);
    };
    sheet.addressHidden = isAddressHidden(input.records, input.now);
    for (const auto& held : input.records) {
        // An agency that does not know of it may say the address still: this page does not.
        const Record& record = sheet.addressHidden ? stripped.emplace_back(withoutAddress(held)) : held;
        if (!record.person.isNull()) {
            sheet.persons.push_back(record.person);
        }
        addVersions(sheet, record, directory);
        timeline.take(record);
        switch (record.type) {
        case RecordType::Registration:
            sheet.registrations.push_back({record.id, sourceOf(record).agency, sourceOf(record).asOf});
            gathered.take(record, sourceOf(record));
            for (auto& alert : alertsOf(record)) {
                sheet.alerts.push_back(std::move(alert));
            }
            break;
        case RecordType::CareTeamMembership:
            addMember(sheet, record.fields, directory, input.now);
            break;
        case RecordType::Referral:
            sheet.referrals.push_back(summarise(record));
            sheet.referrals.back().waiting = isWaiting(record.id);
            break;
        case RecordType::ContactNote:
            sheet.notes.push_back(noteOf(record, isWaiting(record.id)));
            break;
        case RecordType::Placement:
            sheet.placements.push_back(placementOf(record));
            break;
        case RecordType::View:
            if (isSaidRightNow(record)) {
                gathered.takeRight(record, isWaiting(record.id));
            }
            break;
        case RecordType::EmergencyAccess:
            sheet.emergencies.push_back(record);
            break;
        default:
            break;
        }
    }
    std::sort(sheet.persons.begin(), sheet.persons.end());
    sheet.persons.erase(std::unique(sheet.persons.begin(), sheet.persons.end()), sheet.persons.end());
    gathered.putTogether(input.viewer);
    std::stable_sort(sheet.careTeam.begin(), sheet.careTeam.end(), [&](const Involved& a, const Involved& b) {
        const bool ownA = a.agency.code == input.viewer;
        const bool ownB = b.agency.code == input.viewer;
        return ownA != ownB ? ownA
                            : std::tie(a.agency.name, a.worker.name, a.worker.code) <
                                  std::tie(b.agency.name, b.worker.name, b.worker.code);
    });
    std::stable_sort(sheet.referrals.begin(), sheet.referrals.end(), [](const auto& a, const auto& b) {
        if (isOpen(a.state) != isOpen(b.state)) {
            return isOpen(a.state);
        }
        return std::tie(a.sentAt, a.id) > std::tie(b.sentAt, b.id);
    });
    std::stable_sort(sheet.placements.begin(), sheet.placements.end(),
                     [](const auto& a, const auto& b) { return a.dischargedOn > b.dischargedOn; });
    std::stable_sort(sheet.emergencies.begin(), sheet.emergencies.end(),
                     [](const auto& a, const auto& b) { return b.occurredAt < a.occurredAt; });
    std::stable_sort(sheet.versions.begin(), sheet.versions.end(),
                     [](const auto& a, const auto& b) { return b.at < a.at; });
    sheet.notes = inOrder(std::move(sheet.notes));
    sheet.timeline = timeline.inOrder();
    return sheet;
}

} // namespace frontsheet
