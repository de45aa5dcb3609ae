#include "core/usecases/acceptance.h"

#include "core/domain/audience.h"
#include "core/domain/schema/care_team.h"
#include "core/domain/schema/person_link.h"
#include "core/domain/schema/referral.h"
#include "core/domain/schema/registration.h"

#include <algorithm>

namespace frontsheet {

namespace {

// What an agency may take over of another's registration: who the person is and how to reach them.
const FieldSpec* const kTakenOver[] = {
    &registration::kTitle, &registration::kFamilyName, &registration::kGivenName, &registration::kPreferredName,
    &registration::kBorn,  &registration::kGender,     &registration::kNhsNumber, &registration::kAddress,
    &registration::kTown,  &registration::kPostcode,   &registration::kPhone,     &registration::kLanguage,
};

struct Known {
    PersonId own;                   // this agency's id of the human; null where it has none
    const Record* theirs = nullptr; // the sender's registration
    bool linked = false;            // this agency has stated that the two are one
};

Known whatIsKnown(const AgencyId& me, const Record& accepted, const std::vector<Record>& about) {
    Known known;
    for (const auto& record : about) {
        if (record.type != RecordType::Registration) {
            continue;
        }
        if (record.home == me) {
            known.own = known.own.isNull() ? record.person : std::min(known.own, record.person);
        } else if (record.home == accepted.home && record.person == accepted.person) {
            known.theirs = &record;
        }
    }
    for (const auto& r : about) {
        if (r.type == RecordType::PersonLink && r.home == me && !known.own.isNull() &&
            r.fields.text(person_link::kState) == "stated" && r.fields.get(person_link::kOther) == accepted.person) {
            known.linked = true;
            known.own = r.person; // of several registrations of one human, the one already said to be theirs
        }
    }
    return known;
}

Record registrationFrom(const Workplace& work, const Record& accepted, const Known& known) {
    Record record = newRecord(work, RecordType::Registration, known.own, Category::Identity);
    if (known.theirs != nullptr) {
        for (const FieldSpec* field : kTakenOver) {
            if (const Value* value = known.theirs->fields.find(field->tag)) {
                record.fields.set(field->tag, *value);
            }
        }
    }
    // By the referral, so that the two agencies can speak of the same person until this one gives its own number.
    record.fields.put(registration::kLocalId, "ref-" + accepted.id.hex().substr(20));
    return record;
}

// The referral is about this human, whom the sender knows by that id: a worker states it by accepting.
Record linkTo(const Workplace& work, const Record& accepted, const PersonId& own) {
    Record link = newRecord(work, RecordType::PersonLink, own, Category::Identity);
    link.fields.put(person_link::kOther, accepted.person);
    link.fields.put(person_link::kOtherAgency, accepted.home);
    link.fields.put(person_link::kState, std::string{"stated"});
    link.fields.put(person_link::kBasis, std::string{"confirmed-by-worker"});
    link.fields.put(person_link::kEvidence, std::string{"accepted referral"});
    link.fields.put(person_link::kDecidedBy, work.me.worker);
    link.fields.put(person_link::kDecidedAt, link.occurredAt);
    return link;
}

Record copyOf(const Workplace& work, const Record& accepted, const PersonId& own) {
    Record copy = newRecord(work, RecordType::ReceivedCopy, own, accepted.category);
    copy.fields.put(received_copy::kReferral, accepted.id);
    copy.fields.put(received_copy::kFromAgency, accepted.home);
    copy.fields.put(received_copy::kFromWorker, accepted.fields.get(referral::kFromWorker));
    copy.fields.put(received_copy::kFromVersion, static_cast<std::int64_t>(accepted.version.n));
    copy.fields.put(received_copy::kNeed, accepted.fields.get(referral::kNeed));
    copy.fields.put(received_copy::kReason, accepted.fields.get(referral::kReason));
    copy.fields.put(received_copy::kSentAt, accepted.fields.get(referral::kSentAt));
    copy.fields.put(received_copy::kAcceptedBy, work.me.worker);
    return copy;
}

Record membershipOf(const Workplace& work, const Record& accepted, const PersonId& own) {
    Record membership = newRecord(work, RecordType::CareTeamMembership, own, Category::Involvement);
    membership.fields.put(care_team::kAgency, work.me.agency);
    membership.fields.put(care_team::kWorker, work.me.worker);
    membership.fields.put(care_team::kRole, work.me.role);
    membership.fields.put(care_team::kSince, membership.occurredAt);
    membership.fields.put(care_team::kBecauseOf, accepted.id);
    membership.fields.put(care_team::kSource, std::string{"referral"});
    return membership;
}

} // namespace

Result<std::vector<Intent>> afterAccepting(const Workplace& work, const Record& accepted, const OpId& acceptance) {
    FS_ASSIGN(const auto about, loadAbout(work.reader, accepted.person));
    Known known = whatIsKnown(work.me.agency, accepted, about.records);
    std::vector<Record> made;
    if (known.own.isNull()) {
        known.own = work.ids.timeOrdered<PersonId>(work.clock.now());
        made.push_back(registrationFrom(work, accepted, known));
    }
    if (!known.linked) {
        made.push_back(linkTo(work, accepted, known.own));
    }
    // First the relationship: a concern is kept where only those involved read it.
    if (!relationshipsOf(work.me, work.me.agency, about.records, work.clock.now()).careTeam) {
        made.push_back(membershipOf(work, accepted, known.own));
    }
    made.push_back(copyOf(work, accepted, known.own));
    // They stand or fall together at the receiver's server, and only once the acceptance stands at the sender's.
    const auto transaction = work.ids.random<TransactionId>();
    std::vector<Intent> intents;
    for (const auto& record : made) {
        FS_ASSIGN(auto intent, intentFor(work, std::nullopt, record));
        intent.after = acceptance;
        intent.transaction = transaction;
        intents.push_back(std::move(intent));
    }
    return intents;
}

} // namespace frontsheet
