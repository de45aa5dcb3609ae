#include "core/usecases/referrals.h"

#include "core/base/log.h"
#include "core/domain/calendar.h"
#include "core/domain/care/managing.h"
#include "core/domain/display_name.h"
#include "core/domain/message_reading.h"
#include "core/domain/referral_rules.h"
#include "core/domain/schema/referral.h"
#include "core/domain/stand_in.h"
#include "core/usecases/ports/home_tidings.h"

#include <algorithm>
#include <tuple>

namespace frontsheet {

namespace {

constexpr std::size_t kOpenReferrals = 20000; // of one worker or agency: a bound against a broken store, not a page
constexpr std::size_t kSentShown = 500;
constexpr auto kQuietAfter = std::chrono::hours{24 * 7};
constexpr std::string_view kUsualAnswer = "2 working days"; // where the service promises nothing we can read

void setState(Record& record, ReferralState state) { record.fields.put(referral::kState, std::string{name(state)}); }

std::string promisedBy(const ServiceEntry* service, const std::string& urgency, WallTime now) {
    if (urgency == "today") {
        return "same day";
    }
    const bool readable = service != nullptr && dueAfter(now, service->respondsWithin).has_value();
    return readable ? service->respondsWithin : std::string{kUsualAnswer};
}

// The person's records stay closed to a receiver they objected to, so the concern itself says whom it is about.
std::string whomItIsAbout(const PersonRow& row) {
    std::string out = spokenName(row.familyName, row.givenName);
    const auto say = [&out](std::string_view label, const std::string& words) {
        if (!words.empty()) {
            out.append(out.empty() ? "" : ", ").append(label).append(words);
        }
    };
    say("born ", dateInWords(row.born));
    say("NHS number ", spacedNhsNumber(row.nhsNumber));
    say("", row.town);
    return out;
}

} // namespace

Result<Record> Referrals::load(const RecordId& id) {
    FS_ASSIGN(auto found, m_work.reader.record(id));
    if (!found || found->record.type != RecordType::Referral) {
        return {ErrorCode::NotFound, "referral"};
    }
    return std::move(found->record);
}

Result<Intent> Referrals::moved(const Record& before, const Record& after) {
    Record stated = after;
    if (before.fields.text(referral::kState) != after.fields.text(referral::kState)) {
        stated.fields.put(referral::kWaitsSince, m_work.clock.now()); // until its home says
    }
    FS_ASSIGN(auto intent, intentFor(m_work, before, stated));
    intent.occurredAt = m_work.clock.now();
    return intent;
}

Result<Record> Referrals::draftOf(const NewReferral& referral) {
    FS_ASSIGN(const auto directory, loadDirectory(m_work.reader));
    const ServiceEntry* service = directory.service(referral.toService);
    const auto toAgency = referral.toAgency.empty() && service != nullptr ? service->agency : referral.toAgency;
    const auto worker = directory.workers().find(referral.toWorker);
    const bool strange = (service != nullptr && service->agency != toAgency) ||
                         (worker != directory.workers().end() && worker->second.agency != toAgency);
    if (strange) {
        return {ErrorCode::InvalidArgument, "service or worker of another agency"};
    }
    const bool concern = referral.kind == NewReferral::Kind::Concern || !referral.despiteObjection.empty();
    Record record =
        newRecord(m_work, RecordType::Referral, referral.person, concern ? Category::Safeguarding : Category::Referral);
    const WallTime now = record.occurredAt;
    auto& f = record.fields;
    f.put(referral::kNeed, referral.need);
    f.put(referral::kNeedCode, needCodeOf(referral.need));
    f.put(referral::kReason, referral.reason);
    if (concern) {
        FS_ASSIGN(const auto rows, m_work.reader.personRows(std::span{&referral.person, 1}));
        f.put(referral::kReason, whomItIsAbout(rows.at(0)) + "\n" + referral.reason);
    }
    f.put(referral::kToAgency, toAgency);
    f.put(referral::kToService, referral.toService);
    f.put(referral::kToWorker, referral.toWorker);
    f.put(referral::kUrgency, referral.urgency);
    f.put(referral::kDespiteObjection, referral.despiteObjection);
    f.put(referral::kFromWorker, m_work.me.worker);
    f.put(referral::kSentAt, now);
    f.put(referral::kRespondWithin, promisedBy(service, referral.urgency, now));
    f.put(referral::kAnswerBy, dueAfter(now, f.text(referral::kRespondWithin)).value_or(WallTime{}));
    setState(record, ReferralState::Sent);
    if (!referral.follows.isNull()) {
        FS_ASSIGN(const auto declined, load(referral.follows));
        if (declined.home != record.home || declined.person != record.person ||
            declined.fields.text(referral::kState) != name(ReferralState::Declined)) {
            return {ErrorCode::InvalidArgument, "what it follows was not declined"};
        }
        followOn(record, declined);
    }
    return record;
}

Result<RecordId> Referrals::send(const NewReferral& referral) {
    FS_ASSIGN(const auto record, draftOf(referral));
    std::vector<Intent> intents;
    FS_ASSIGN(intents.emplace_back(), intentFor(m_work, std::nullopt, record));
    if (!referral.follows.isNull()) {
        FS_ASSIGN(const auto declined, load(referral.follows));
        if (hasUnreadOutcome(declined)) {
            FS_ASSIGN(intents.emplace_back(), readBySender(declined));
        }
    }
    FS_TRY(m_work.writer.save(intents));
    return record.id;
}

Result<void> Referrals::withdraw(const RecordId& id, const std::string& reason) {
    FS_ASSIGN(const auto before, load(id));
    Record after = before;
    setState(after, ReferralState::Withdrawn);
    if (isBlank(reason)) {
        return {ErrorCode::Missing, "why it is withdrawn"};
    }
    FS_ASSIGN(auto intent, moved(before, after));
    FS_ASSIGN(auto why, message(before, reason));
    why.transaction = m_work.ids.random<TransactionId>();
    intent.transaction = why.transaction;
    return m_work.writer.save({intent, why});
}

Result<void> Referrals::giveInformation(const RecordId& id, const std::string& text) {
    FS_ASSIGN(const auto before, load(id));
    if (before.fields.text(referral::kState) != name(ReferralState::InfoAsked)) {
        return {ErrorCode::WrongState, "nothing was asked"};
    }
    Record after = before;
    setState(after, ReferralState::UnderReview);
    FS_ASSIGN(auto intent, moved(before, after));
    FS_ASSIGN(auto information, message(before, text));
    information.transaction = m_work.ids.random<TransactionId>();
    intent.transaction = information.transaction;
    return m_work.writer.save({information, intent});
}

Result<void> Referrals::reopen(const RecordId& id, const std::string& because) {
    FS_ASSIGN(const auto before, load(id));
    Record after = before;
    sendAnew(after);
    countPassing(before, after);
    after.fields.put(referral::kReopenedBecause, because);
    FS_ASSIGN(auto intent, moved(before, after));
    return m_work.writer.save({intent});
}

Result<Intent> Referrals::readBySender(const Record& before) {
    Record after = before;
    after.fields.put(referral::kOutcomeReadBy, m_work.me.worker);
    after.fields.put(referral::kOutcomeReadAt, m_work.clock.now());
    return moved(before, after);
}

Result<void> Referrals::outcomeRead(const RecordId& id) {
    FS_ASSIGN(const auto before, load(id));
    if (before.fields.get(referral::kOutcomeReadAt).isKnown()) {
        return ok();
    }
    FS_ASSIGN(auto intent, readBySender(before));
    return m_work.writer.save({intent});
}

Result<Intent> Referrals::message(const Record& about, const std::string& text) {
    const bool toReceiver = sideOf(m_work.me, about) == ReferralSide::Sender;
    const auto taker = about.fields.get(referral::kAcceptedBy);
    Record message = newRecord(m_work, RecordType::ReferralMessage, about.person, about.category);
    message.home = about.home;
    message.person = about.person; // as its home knows them, whoever writes
    auto& f = message.fields;
    f.put(referral_message::kReferral, about.id);
    f.put(referral_message::kText, text);
    if (toReceiver) {
        f.put(referral_message::kToAgency, about.fields.get(referral::kToAgency));
        f.put(referral_message::kToWorker, taker.empty() ? about.fields.get(referral::kToWorker) : taker);
    } else {
        f.put(referral_message::kToAgency, about.home);
        f.put(referral_message::kToWorker, about.fields.get(referral::kFromWorker));
    }
    return intentFor(m_work, std::nullopt, message);
}

Result<RecordId> Referrals::sendMessage(const RecordId& id, const std::string& text) {
    FS_ASSIGN(const auto about, load(id));
    FS_ASSIGN(auto intent, message(about, text));
    FS_TRY(m_work.writer.save({intent}));
    return intent.record;
}

ReferralTrack Referrals::describe(const WorkingRecord& working) const {
    ReferralTrack track;
    track.referral = summarise(working.record);
    track.referral.waiting = working.waiting;
    track.waitsFor = waitsFor(track.referral.state);
    track.mineToAnswer = sideOf(m_work.me, working.record) == ReferralSide::Receiver &&
                         isAddressedTo(m_work.me, working.record) &&
                         (track.referral.acceptedBy.empty() || track.referral.acceptedBy == m_work.me.worker) &&
                         track.waitsFor == WaitsFor::Receiver;
    track.overdue = isOverdue(track.referral, m_work.clock.now());
    track.course = courseOf(working.record);
    track.outcomeUnread = hasUnreadOutcome(working.record);
    track.tooOften = isPassedOnTooOften(track.course);
    return track;
}

// Of this worker's agency, named to somebody else there who has not answered in time.
bool Referrals::fallsToTheDesk(const Record& referral) const {
    return !isAddressedTo(m_work.me, referral) && sideOf(m_work.me, referral) == ReferralSide::Receiver &&
           hasFallenToDuty(referral, m_work.clock.now());
}

Result<std::vector<ReferralTrack>> Referrals::describeAll(const std::vector<WorkingRecord>& referrals) {
    std::vector<PersonId> persons;
    for (const auto& working : referrals) {
        persons.push_back(working.record.person);
    }
    FS_ASSIGN(const auto names, spokenNames(m_work.reader, std::move(persons)));
    std::vector<ReferralTrack> tracks;
    tracks.reserve(referrals.size());
    std::optional<bool> onDuty; // asked of the directory once, and only where it matters
    for (const auto& working : referrals) {
        tracks.push_back(describe(working));
        if (auto& track = tracks.back(); !track.mineToAnswer && fallsToTheDesk(working.record)) {
            if (!onDuty) {
                FS_ASSIGN(const auto directory, loadDirectory(m_work.reader));
                onDuty = isAtDutyDesk(m_work.me, directory);
            }
            track.standsIn = track.mineToAnswer = *onDuty;
        }
        if (const auto at = names.find(working.record.person); at != names.end()) {
            tracks.back().personName = at->second;
        }
    }
    return tracks;
}

namespace {

// The home's log hears of it at the next contact, and tells the sender. What cannot be noted is shown all the same: care first.
void noteShown(const Workplace& work, const Record& referral) {
    if (work.journal == nullptr || referral.version.n == 0) {
        return;
    }
    const HomeReading reading{referral.home, {referral.id, referral.version, ReadingHow::Shown, work.clock.now()}};
    if (const auto noted = work.journal->noteReadings(std::span{&reading, 1}); !noted) {
        logEvent("reading-not-noted", {{"error", noted.error().code}});
    }
}

} // namespace

Result<ReferralTrack> Referrals::track(const RecordId& id) {
    FS_ASSIGN(const auto found, m_work.reader.record(id));
    if (!found || found->record.type != RecordType::Referral) {
        return {ErrorCode::NotFound, "referral"};
    }
    FS_ASSIGN(auto tracks, describeAll({*found}));
    ReferralTrack track = std::move(tracks.front());
    if (m_work.tidings != nullptr) {
        FS_ASSIGN(track.reach, m_work.tidings->reachOf(id));
    }
    // What the home's log says stands above what the receiver's record says of itself.
    // Of another desk before this one it says nothing about this one.
    const bool sentAnew = track.course.passedOn > 0 || track.course.reopened > 0;
    if (track.reach && sentAnew && track.reach->seenAt < track.course.waitsSince) {
        track.reach.reset();
    }
    if (track.reach && track.reach->seenAt.isKnown()) {
        track.referral.seenAt = track.reach->seenAt;
        track.referral.seenBy = track.reach->seenBy;
    }
    noteShown(m_work, found->record);
    if (found->record.home == m_work.me.agency && track.referral.acceptedBy.empty() && isOpen(track.referral.state)) {
        FS_ASSIGN(const auto directory, loadDirectory(m_work.reader));
        track.detour = detourFor(track.referral.toWorker, directory, today(m_work));
    }
    FS_ASSIGN(auto about, m_work.reader.aboutPersons(std::span{&found->record.person, 1}));
    for (const auto& working : about) {
        const auto& record = working.record;
        if (record.type != RecordType::ReferralMessage || record.fields.get(referral_message::kReferral) != id) {
            continue;
        }
        // What waits here was written here; who wrote it is only set on it by its home.
        const bool mine = record.author.empty() && working.waiting;
        track.messages.push_back(
            {record.id, mine ? m_work.me.agency : record.authorAgency, mine ? m_work.me.worker : record.author,
             record.fields.get(referral_message::kText), record.occurredAt, working.waiting,
             record.fields.get(referral_message::kToAgency), record.fields.get(referral_message::kToWorker),
             record.fields.get(referral_message::kReadBy), record.fields.get(referral_message::kReadAt),
             !mine && isWrittenTo(m_work.me, record) && isUnread(record)});
    }
    std::sort(track.messages.begin(), track.messages.end(),
              [](const auto& a, const auto& b) { return std::tie(a.at, a.id) < std::tie(b.at, b.id); });
    return track;
}

Result<std::vector<ReferralTrack>> Referrals::waitingForMe() {
    FS_ASSIGN(auto open, m_work.reader.worklist(Worklist::ReferralsToWorker, m_work.me.worker.str(), kOpenReferrals));
    FS_ASSIGN(auto shared, m_work.reader.worklist(Worklist::ReferralsToAgency, m_work.me.agency.str(), kOpenReferrals));
    std::move(shared.begin(), shared.end(), std::back_inserter(open));
    FS_ASSIGN(auto named, m_work.reader.worklist(Worklist::ReferralsNamed, m_work.me.agency.str(), kOpenReferrals));
    std::copy_if(named.begin(), named.end(), std::back_inserter(open),
                 [this](const WorkingRecord& working) { return fallsToTheDesk(working.record); });
    FS_ASSIGN(auto mine, describeAll(open));
    std::erase_if(mine, [](const ReferralTrack& track) {
        const auto state = track.referral.state;
        return !track.mineToAnswer || (state != ReferralState::Sent && state != ReferralState::UnderReview);
    });
    std::sort(mine.begin(), mine.end(), [](const auto& a, const auto& b) {
        // A concern before everything else, whatever the hour by which the rest is due.
        return std::tuple{!a.referral.concern, a.referral.answerBy, a.referral.id} <
               std::tuple{!b.referral.concern, b.referral.answerBy, b.referral.id};
    });
    return mine;
}

Result<std::vector<ReferralTrack>> Referrals::sentByMe() {
    FS_ASSIGN(const auto sent, m_work.reader.worklist(Worklist::ReferralsSent, m_work.me.worker.str(), kSentShown));
    return describeAll(sent);
}

Result<std::vector<ReferralTrack>> Referrals::takenByMe() {
    FS_ASSIGN(const auto taken,
              m_work.reader.worklist(Worklist::ReferralsTaken, m_work.me.worker.str(), kOpenReferrals));
    return describeAll(taken);
}

Result<std::vector<ReferralTrack>> Referrals::looseEnds() {
    if (!care::mayManage(m_work.me)) {
        return std::vector<ReferralTrack>{};
    }
    FS_ASSIGN(auto loops, m_work.reader.worklist(Worklist::LoopsOfAgency, m_work.me.agency.str(), kOpenReferrals));
    const WallTime now = m_work.clock.now();
    std::erase_if(loops, [&](const WorkingRecord& working) {
        const auto track = describe(working);
        const bool quiet = track.course.waitsSince + kQuietAfter < now &&
                           (track.outcomeUnread || track.referral.state == ReferralState::InfoAsked);
        return !track.overdue && !quiet && !(track.tooOften && track.referral.acceptedBy.empty());
    });
    FS_ASSIGN(auto tracks, describeAll(loops));
    std::sort(tracks.begin(), tracks.end(), [](const auto& a, const auto& b) {
        return std::tie(a.course.waitsSince, a.referral.id) < std::tie(b.course.waitsSince, b.referral.id);
    });
    return tracks;
}

} // namespace frontsheet
