#include "core/usecases/referrals.h"

#include "core/domain/calendar.h"
#include "core/domain/display_name.h"
#include "core/domain/schema/care_team.h"
#include "core/domain/schema/person_link.h"
#include "core/domain/schema/referral.h"
#include "core/domain/schema/registration.h"

#include <algorithm>

namespace frontsheet {

namespace {

constexpr std::size_t kAllReferrals = 100000;

void setState(Record& record, ReferralState state) { record.fields.put(referral::kState, std::string{name(state)}); }

} // namespace

Result<Record> Referrals::load(const RecordId& id) {
    FS_ASSIGN(auto found, m_work.reader.record(id));
    if (!found || found->record.type != RecordType::Referral) {
        return {ErrorCode::NotFound, "referral"};
    }
    return std::move(found->record);
}

Result<void> Referrals::change(const Record& before, const Record& after) {
    FS_ASSIGN(auto intent, intentFor(m_work, before, after));
    intent.occurredAt = m_work.clock.now();
    return m_work.writer.save({intent});
}

Result<RecordId> Referrals::send(const NewReferral& referral) {
    const WallTime now = m_work.clock.now();
    Record record;
    record.id = m_work.ids.timeOrdered<RecordId>(now);
    record.type = RecordType::Referral;
    record.home = m_work.me.agency;
    record.person = referral.person;
    record.category = Category::Referral;
    record.author = m_work.me.worker;
    record.authorAgency = m_work.me.agency;
    record.occurredAt = now;
    auto& f = record.fields;
    f.put(referral::kNeed, referral.need);
    f.put(referral::kReason, referral.reason);
    f.put(referral::kToAgency, referral.toAgency);
    f.put(referral::kToService, referral.toService);
    f.put(referral::kToWorker, referral.toWorker);
    f.put(referral::kUrgency, referral.urgency);
    f.put(referral::kFromWorker, m_work.me.worker);
    f.put(referral::kSentAt, now);
    setState(record, ReferralState::Sent);
    FS_ASSIGN(const auto directory, loadDirectory(m_work.reader));
    const ServiceEntry* service = directory.service(referral.toService);
    const std::string within = referral.urgency == "today" ? "same day"
                               : service != nullptr        ? service->respondsWithin
                                                           : "2 working days";
    f.put(referral::kAnswerBy, dueAfter(now, within).value_or(WallTime{}));
    FS_ASSIGN(auto intent, intentFor(m_work, std::nullopt, record));
    FS_TRY(m_work.writer.save({intent}));
    return record.id;
}

Result<void> Referrals::withdraw(const RecordId& id, const std::string& reason) {
    FS_ASSIGN(const auto before, load(id));
    Record after = before;
    setState(after, ReferralState::Withdrawn);
    FS_TRY(change(before, after));
    return reason.empty() ? ok() : sendMessage(id, reason);
}

Result<void> Referrals::giveInformation(const RecordId& id, const std::string& text) {
    FS_ASSIGN(const auto before, load(id));
    FS_TRY(sendMessage(id, text));
    Record after = before;
    setState(after, ReferralState::UnderReview);
    return change(before, after);
}

Result<void> Referrals::answer(const RecordId& id, Answer answer, const std::string& words,
                               const std::string& suggestion) {
    FS_ASSIGN(const auto before, load(id));
    const WallTime now = m_work.clock.now();
    Record after = before;
    auto& f = after.fields;
    f.put(referral::kAnsweredBy, m_work.me.worker);
    switch (answer) {
    case Answer::StartReview:
        setState(after, ReferralState::UnderReview);
        break;
    case Answer::AskForInformation:
        setState(after, ReferralState::InfoAsked);
        f.put(referral::kAnswer, words);
        f.put(referral::kAnsweredAt, now);
        break;
    case Answer::Accept:
        setState(after, ReferralState::Accepted);
        f.put(referral::kAcceptedBy, m_work.me.worker);
        f.put(referral::kAnswer, words);
        f.put(referral::kAnsweredAt, now);
        break;
    case Answer::Decline:
        setState(after, ReferralState::Declined);
        f.put(referral::kAnswer, words);
        f.put(referral::kSuggestion, suggestion);
        f.put(referral::kAnsweredAt, now);
        break;
    case Answer::Start:
        setState(after, ReferralState::Started);
        break;
    case Answer::Complete:
        setState(after, ReferralState::Completed);
        f.put(referral::kOutcome, words);
        f.put(referral::kOutcomeAt, now);
        break;
    }
    FS_ASSIGN(auto intent, intentFor(m_work, before, after));
    intent.occurredAt = now;
    std::vector<Intent> intents{intent};
    if (answer == Answer::Accept && before.home != m_work.me.agency) {
        FS_ASSIGN(auto own, afterAccepting(before, intent.op));
        intents.insert(intents.end(), own.begin(), own.end());
    }
    return m_work.writer.save(intents);
}

Result<std::vector<Intent>> Referrals::afterAccepting(const Record& accepted, const OpId& acceptance) {
    const WallTime now = m_work.clock.now();
    FS_ASSIGN(const auto about, loadAbout(m_work.reader, accepted.person));
    const auto blank = [&](RecordType type, const PersonId& person, Category category) {
        Record record;
        record.id = m_work.ids.timeOrdered<RecordId>(now);
        record.type = type;
        record.home = m_work.me.agency;
        record.person = person;
        record.category = category;
        record.author = m_work.me.worker;
        record.authorAgency = m_work.me.agency;
        record.occurredAt = now;
        return record;
    };
    std::vector<Record> made;
    PersonId own;
    const Record* theirs = nullptr;
    for (const auto& record : about.records) {
        if (record.type != RecordType::Registration) {
            continue;
        }
        if (record.home == m_work.me.agency && own.isNull()) {
            own = record.person;
        } else if (record.home == accepted.home && record.person == accepted.person) {
            theirs = &record;
        }
    }
    if (own.isNull()) {
        own = m_work.ids.timeOrdered<PersonId>(now);
        Record registration = blank(RecordType::Registration, own, Category::Identity);
        if (theirs != nullptr) {
            for (const auto& field : {registration::kTitle, registration::kFamilyName, registration::kGivenName,
                                      registration::kPreferredName, registration::kBorn, registration::kGender,
                                      registration::kNhsNumber, registration::kAddress, registration::kTown,
                                      registration::kPostcode, registration::kPhone, registration::kLanguage}) {
                registration.fields.put(field, theirs->fields.get(field));
            }
        }
        // The sender's own reference, so that the two agencies can speak of the same referral.
        registration.fields.put(registration::kLocalId, "ref-" + accepted.id.hex().substr(20));
        made.push_back(std::move(registration));
        // The referral is about this human, whom the sender knows by that id: a worker states it by accepting.
        Record link = blank(RecordType::PersonLink, own, Category::Identity);
        link.fields.put(person_link::kOther, accepted.person);
        link.fields.put(person_link::kOtherAgency, accepted.home);
        link.fields.put(person_link::kState, std::string{"stated"});
        link.fields.put(person_link::kBasis, std::string{"confirmed-by-worker"});
        link.fields.put(person_link::kEvidence, std::string{"accepted referral"});
        link.fields.put(person_link::kDecidedBy, m_work.me.worker);
        link.fields.put(person_link::kDecidedAt, now);
        made.push_back(std::move(link));
    }
    Record copy = blank(RecordType::ReceivedCopy, own, Category::Referral);
    copy.fields.put(received_copy::kReferral, accepted.id);
    copy.fields.put(received_copy::kFromAgency, accepted.home);
    copy.fields.put(received_copy::kFromWorker, accepted.fields.get(referral::kFromWorker));
    copy.fields.put(received_copy::kFromVersion, static_cast<std::int64_t>(accepted.version.n));
    copy.fields.put(received_copy::kNeed, accepted.fields.get(referral::kNeed));
    copy.fields.put(received_copy::kReason, accepted.fields.get(referral::kReason));
    copy.fields.put(received_copy::kSentAt, accepted.fields.get(referral::kSentAt));
    copy.fields.put(received_copy::kAcceptedBy, m_work.me.worker);
    made.push_back(std::move(copy));

    const Principal& me = m_work.me;
    if (!relationshipsOf(me, me.agency, about.records).careTeam) {
        Record membership = blank(RecordType::CareTeamMembership, own, Category::Involvement);
        membership.fields.put(care_team::kAgency, me.agency);
        membership.fields.put(care_team::kWorker, me.worker);
        membership.fields.put(care_team::kRole, me.role);
        membership.fields.put(care_team::kSince, now);
        membership.fields.put(care_team::kBecauseOf, accepted.id);
        membership.fields.put(care_team::kSource, std::string{"referral"});
        made.push_back(std::move(membership));
    }
    // They stand or fall together at the receiver's server, and only once the acceptance stands at the sender's.
    const auto transaction = m_work.ids.random<TransactionId>();
    std::vector<Intent> intents;
    for (const auto& record : made) {
        FS_ASSIGN(auto intent, intentFor(m_work, std::nullopt, record));
        intent.after = acceptance;
        intent.transaction = transaction;
        intents.push_back(std::move(intent));
    }
    return intents;
}

Result<void> Referrals::markSeen(const RecordId& id) {
    FS_ASSIGN(const auto before, load(id));
    const bool closed = !isOpen(referralState(before.fields.text(referral::kState)).value_or(ReferralState::Completed));
    if (closed || before.fields.get(referral::kSeenAt).isKnown() || before.home == m_work.me.agency ||
        !isAddressedTo(m_work.me, before)) {
        return ok();
    }
    Record after = before;
    after.fields.put(referral::kSeenBy, m_work.me.worker);
    after.fields.put(referral::kSeenAt, m_work.clock.now());
    return change(before, after);
}

Result<void> Referrals::sendMessage(const RecordId& id, const std::string& text) {
    FS_ASSIGN(const auto about, load(id));
    const bool mine = about.home == m_work.me.agency;
    const auto taker = about.fields.get(referral::kAcceptedBy);
    Record message;
    message.id = m_work.ids.timeOrdered<RecordId>(m_work.clock.now());
    message.type = RecordType::ReferralMessage;
    message.home = about.home;
    message.person = about.person;
    message.category = Category::Referral;
    message.author = m_work.me.worker;
    message.authorAgency = m_work.me.agency;
    message.occurredAt = m_work.clock.now();
    message.fields.put(referral_message::kReferral, about.id);
    message.fields.put(referral_message::kText, text);
    message.fields.put(referral_message::kToAgency, mine ? about.fields.get(referral::kToAgency) : about.home);
    message.fields.put(referral_message::kToWorker, !mine           ? about.fields.get(referral::kFromWorker)
                                                    : taker.empty() ? about.fields.get(referral::kToWorker)
                                                                    : taker);
    FS_ASSIGN(auto intent, intentFor(m_work, std::nullopt, message));
    return m_work.writer.save({intent});
}

ReferralTrack Referrals::describe(const Record& record, bool waiting) {
    ReferralTrack track;
    track.referral = summarise(record);
    track.referral.waiting = waiting;
    track.waitsFor = waitsFor(track.referral.state);
    track.mineToAnswer = record.home != m_work.me.agency && isAddressedTo(m_work.me, record) &&
                         (track.referral.acceptedBy.empty() || track.referral.acceptedBy == m_work.me.worker) &&
                         track.waitsFor == WaitsFor::Receiver;
    track.overdue = isOverdue(track.referral, m_work.clock.now());
    return track;
}

Result<std::vector<ReferralTrack>> Referrals::all() {
    FS_ASSIGN(auto found, m_work.reader.ofType(RecordType::Referral, kAllReferrals));
    std::vector<ReferralTrack> tracks;
    tracks.reserve(found.size());
    for (const auto& working : found) {
        tracks.push_back(describe(working.record, working.waiting));
    }
    return tracks;
}

namespace {

Result<std::string> nameOf(RecordReader& reader, const PersonId& person) {
    FS_ASSIGN(const auto about, loadAbout(reader, person));
    for (const auto& record : about.records) {
        if (record.type == RecordType::Registration) {
            return spokenName(record.fields.get(registration::kFamilyName),
                              record.fields.get(registration::kGivenName));
        }
    }
    return std::string{};
}

} // namespace

Result<ReferralTrack> Referrals::track(const RecordId& id) {
    FS_ASSIGN(auto found, m_work.reader.record(id));
    if (!found || found->record.type != RecordType::Referral) {
        return {ErrorCode::NotFound, "referral"};
    }
    ReferralTrack track = describe(found->record, found->waiting);
    FS_ASSIGN(track.personName, nameOf(m_work.reader, found->record.person));
    FS_ASSIGN(auto about, m_work.reader.aboutPersons(std::span{&found->record.person, 1}));
    for (const auto& working : about) {
        const auto& record = working.record;
        if (record.type == RecordType::ReferralMessage && record.fields.get(referral_message::kReferral) == id) {
            track.messages.push_back({record.id, record.authorAgency, record.author,
                                      record.fields.get(referral_message::kText), record.occurredAt, working.waiting});
        }
    }
    std::sort(track.messages.begin(), track.messages.end(),
              [](const auto& a, const auto& b) { return std::tie(a.at, a.id) < std::tie(b.at, b.id); });
    return track;
}

namespace {

template <class Keep>
Result<std::vector<ReferralTrack>> kept(RecordReader& reader, std::vector<ReferralTrack> tracks, Keep keep) {
    std::erase_if(tracks, [&](const ReferralTrack& t) { return !keep(t); });
    for (auto& track : tracks) {
        FS_ASSIGN(track.personName, nameOf(reader, track.referral.person));
    }
    return tracks;
}

} // namespace

Result<std::vector<ReferralTrack>> Referrals::waitingForMe() {
    FS_ASSIGN(auto tracks, all());
    FS_ASSIGN(auto mine, kept(m_work.reader, std::move(tracks), [](const ReferralTrack& t) {
                  return t.mineToAnswer &&
                         (t.referral.state == ReferralState::Sent || t.referral.state == ReferralState::UnderReview);
              }));
    std::sort(mine.begin(), mine.end(),
              [](const auto& a, const auto& b) { return a.referral.answerBy < b.referral.answerBy; });
    return mine;
}

Result<std::vector<ReferralTrack>> Referrals::sentByMe() {
    FS_ASSIGN(auto tracks, all());
    FS_ASSIGN(auto mine, kept(m_work.reader, std::move(tracks),
                              [this](const ReferralTrack& t) { return t.referral.fromWorker == m_work.me.worker; }));
    std::sort(mine.begin(), mine.end(),
              [](const auto& a, const auto& b) { return a.referral.sentAt > b.referral.sentAt; });
    return mine;
}

Result<std::vector<ReferralTrack>> Referrals::takenByMe() {
    FS_ASSIGN(auto tracks, all());
    return kept(m_work.reader, std::move(tracks), [this](const ReferralTrack& t) {
        return t.referral.acceptedBy == m_work.me.worker && isOpen(t.referral.state);
    });
}

} // namespace frontsheet
