#include "core/usecases/offers.h"

#include "core/domain/care/beginning.h"
#include "core/domain/decision.h"
#include "core/domain/referral_rules.h"
#include "core/domain/schema/care_plan.h"
#include "core/domain/schema/care_team.h"
#include "core/domain/schema/message.h"
#include "core/domain/schema/placement.h"

#include <algorithm>
#include <set>

namespace frontsheet {

namespace {

constexpr std::size_t kMostAsked = 2000; // of one worker: a bound against a broken store, not a page
constexpr const char* kByOffer = "offer";

std::string wordsWith(const Record& record) {
    return record.type == RecordType::CarePlan    ? record.fields.get(care_plan::kOfferWords)
           : record.type == RecordType::Placement ? record.fields.get(placement::kOfficerOfferWords)
           : record.type == RecordType::Action    ? record.fields.get(action::kDetail)
                                                  : std::string{};
}

} // namespace

Result<Record> Offers::held(const RecordId& id) {
    FS_ASSIGN(auto found, m_work.reader.record(id));
    if (!found) {
        return {ErrorCode::NotFound, "record"};
    }
    return std::move(found->record);
}

Result<Record> Offers::offeredToMe(const RecordId& id) {
    FS_ASSIGN(auto record, held(id));
    if (!care::isOfferedTo(record, m_work.me)) {
        return {ErrorCode::WrongState, "it is offered to this worker no longer"};
    }
    return record;
}

Result<std::vector<OfferedWork>> Offers::askedOfMe() {
    FS_ASSIGN(auto asked, m_work.reader.worklist(Worklist::OfferedToYou, m_work.me.worker.str(), kMostAsked));
    FS_ASSIGN(auto actions, m_work.reader.worklist(Worklist::Actions, m_work.me.worker.str(), kMostAsked));
    std::move(actions.begin(), actions.end(), std::back_inserter(asked));
    std::vector<OfferedWork> out;
    std::vector<PersonId> persons;
    for (const auto& [record, waiting] : asked) {
        auto work = care::isOfferedTo(record, m_work.me) ? openWorkOf(record, m_work.me.agency) : std::nullopt;
        if (work) {
            const bool isAction = record.type == RecordType::Action;
            OfferedWork one{std::move(*work), {}, wordsWith(record), care::offeredBy(record), record.home};
            one.byAgency = isAction ? one.work.askedByAgency : record.home;
            out.push_back(std::move(one));
        }
    }
    std::sort(out.begin(), out.end(),
              [](const OfferedWork& a, const OfferedWork& b) { return comesBefore(a.work, b.work); });
    for (const auto& one : out) {
        persons.push_back(one.work.person);
    }
    FS_ASSIGN(auto rows, m_work.reader.personRows(persons));
    for (std::size_t at = 0; at < out.size(); ++at) {
        out[at].person = std::move(rows[at]);
    }
    return out;
}

Result<void> Offers::accept(const RecordId& id) {
    FS_ASSIGN(const auto before, offeredToMe(id));
    FS_ASSIGN(auto intent, intentFor(m_work, before, care::takenOver(before, m_work.me, m_work.clock.now())));
    return m_work.writer.save({std::move(intent)});
}

Result<void> Offers::refuse(const RecordId& id, const std::string& words) {
    FS_ASSIGN(const auto before, offeredToMe(id));
    if (isBlank(words)) {
        return {ErrorCode::Missing, "why not"};
    }
    std::vector<Intent> intents;
    FS_ASSIGN(intents.emplace_back(), intentFor(m_work, before, care::refused(before, words, m_work.clock.now())));
    if (before.type != RecordType::Action) { // which says itself why
        Record told =
            care::begun(newRecord(m_work, RecordType::Message, before.person, {}), m_work.me, {}, today(m_work));
        told.fields.put(message::kAbout, before.id);
        told.fields.put(message::kText, words);
        told.fields.put(message::kToAgency, before.home);
        told.fields.put(message::kToWorker, care::offeredBy(before));
        FS_ASSIGN(intents.emplace_back(), intentFor(m_work, std::nullopt, told));
    }
    FS_TRY(leave(before, intents));
    return m_work.writer.save(intents);
}

Result<void> Offers::leave(const Record& refused, std::vector<Intent>& intents) {
    FS_ASSIGN(const auto about, m_work.reader.aboutPersons(std::span{&refused.person, 1}));
    const auto isTheirs = [&](const WorkingRecord& other) {
        const auto work = openWorkOf(other.record, m_work.me.agency);
        return other.record.id != refused.id && work &&
               (work->owner == m_work.me.worker || work->asked == m_work.me.worker);
    };
    if (std::any_of(about.begin(), about.end(), isTheirs)) {
        return ok();
    }
    const WallTime now = m_work.clock.now();
    for (const auto& [record, waiting] : about) {
        const bool byOffer = record.type == RecordType::CareTeamMembership && record.home == m_work.me.agency &&
                             record.fields.text(care_team::kSource) == kByOffer &&
                             isCurrentMember(m_work.me, record, now);
        if (byOffer) {
            Record after = record;
            after.fields.put(care_team::kUntil, now);
            FS_ASSIGN(intents.emplace_back(), intentFor(m_work, record, after));
        }
    }
    return ok();
}

Result<void> Offers::involve(const std::vector<Record>& works, const WorkerEntry& colleague,
                             std::vector<Intent>& intents) {
    const WallTime now = m_work.clock.now();
    const Principal whom{colleague.agency, colleague.code, colleague.role, {}};
    std::set<PersonId> seen;
    for (const auto& work : works) {
        if (work.home != m_work.me.agency || work.person.isNull() || !seen.insert(work.person).second) {
            continue;
        }
        FS_ASSIGN(const auto about, m_work.reader.aboutPersons(std::span{&work.person, 1}));
        const bool there = std::any_of(about.begin(), about.end(), [&](const WorkingRecord& one) {
            return one.record.home == m_work.me.agency && isCurrentMember(whom, one.record, now);
        });
        if (there) {
            continue;
        }
        Record membership = newRecord(m_work, RecordType::CareTeamMembership, work.person, Category::Involvement);
        membership.fields.put(care_team::kAgency, colleague.agency);
        membership.fields.put(care_team::kWorker, colleague.code);
        membership.fields.put(care_team::kRole, colleague.role);
        membership.fields.put(care_team::kSince, now);
        membership.fields.put(care_team::kSource, std::string{kByOffer});
        FS_ASSIGN(intents.emplace_back(), intentFor(m_work, std::nullopt, membership));
    }
    return ok();
}

Result<void> Offers::offer(const std::vector<RecordId>& records, const WorkerId& to, const std::string& words) {
    FS_ASSIGN(const auto directory, loadDirectory(m_work.reader));
    const auto colleague = directory.workers().find(to);
    if (records.empty() || colleague == directory.workers().end() || colleague->second.agency != m_work.me.agency) {
        return {ErrorCode::InvalidArgument, "no colleague of this agency"};
    }
    std::vector<Record> works;
    std::vector<Intent> intents;
    for (const auto& id : records) {
        FS_ASSIGN(works.emplace_back(), held(id));
        const auto& before = works.back();
        const auto passing = care::passingOn(before, m_work.me);
        if (passing != care::PassingOn::Offer && passing != care::PassingOn::AsksAnew) {
            return {ErrorCode::NotPermitted, "not to be passed on from here"};
        }
        const auto work = openWorkOf(before, m_work.me.agency);
        if (work && (work->owner == to || work->asked == to)) {
            return {ErrorCode::InvalidArgument, "it is theirs, or offered to them, already"};
        }
        if (passing == care::PassingOn::AsksAnew && isBlank(words)) {
            return {ErrorCode::Missing, "why it is passed on"};
        }
        FS_ASSIGN(auto intent,
                  intentFor(m_work, before, care::offered(before, {to, words}, m_work.me, m_work.clock.now())));
        intents.push_back(std::move(intent));
    }
    std::vector<Intent> all;
    FS_TRY(involve(works, colleague->second, all)); // first: without it the colleague could not read what is offered
    std::move(intents.begin(), intents.end(), std::back_inserter(all));
    return m_work.writer.save(all);
}

Result<void> Offers::takeBack(const RecordId& id) {
    FS_ASSIGN(const auto before, held(id));
    if (!care::mayTakeBack(before, m_work.me)) {
        return {ErrorCode::WrongState, "nobody is asked, or by somebody else"};
    }
    FS_ASSIGN(auto intent, intentFor(m_work, before, care::takenBack(before)));
    return m_work.writer.save({std::move(intent)});
}

} // namespace frontsheet
