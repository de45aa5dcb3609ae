#include "core/domain/care/conference_call.h"

#include "core/domain/calendar.h"
#include "core/domain/referral_rules.h"
#include "core/domain/schema/about_person.h"
#include "core/domain/schema/care_team.h"
#include "core/domain/schema/carer.h"
#include "core/domain/schema/conference.h"

#include <algorithm>
#include <iterator>

namespace frontsheet::care {

namespace {

bool isSame(const Invitee& a, const Invitee& b) {
    return a.worker.empty() && b.worker.empty() ? a.name == b.name : a.worker == b.worker && a.agency == b.agency;
}

void add(std::vector<Invitee>& out, Invitee who) {
    if (!who.name.empty() && std::none_of(out.begin(), out.end(), [&](const auto& one) { return isSame(one, who); })) {
        out.push_back(std::move(who));
    }
}

bool isInvolved(const Record& record, WallTime now) {
    const auto until = record.fields.get(care_team::kUntil);
    return record.type == RecordType::CareTeamMembership && (!until.isKnown() || now < until);
}

} // namespace

Invitee asInvitee(const WorkerEntry& worker, const Directory& directory) {
    const bool gp = directory.agency(worker.agency).kind == "gp-practice";
    return {worker.agency, worker.code, worker.name, worker.role, gp ? "gp" : "worker"};
}

std::vector<Invitee> whoMayBeInvited(std::string_view called, std::span<const Record> about, const Directory& directory,
                                     const WorkerId& chair, WallTime now) {
    std::vector<Invitee> out;
    add(out, {{}, {}, std::string{called}, {}, "person"});
    for (const auto& record : about) {
        const auto& f = record.fields;
        if (record.type == RecordType::Carer && f.text(carer::kEndedOn).empty()) {
            add(out, {{}, {}, f.get(carer::kName), f.get(carer::kRelation), "carer"});
        }
    }
    for (const auto& record : about) {
        const auto& f = record.fields;
        const bool near = f.get(related_person::kNextOfKin) != 0 || f.get(related_person::kEmergencyContact) != 0;
        if (record.type == RecordType::RelatedPerson && near && f.text(related_person::kEndedOn).empty()) {
            add(out, {{}, {}, f.get(related_person::kName), f.get(related_person::kRelation), "family"});
        }
    }
    std::vector<Invitee> workers;
    for (const auto& record : about) {
        const auto worker = record.fields.get(care_team::kWorker);
        if (isInvolved(record, now) && worker != chair) {
            add(workers, asInvitee(directory.worker(worker), directory));
        }
    }
    std::sort(workers.begin(), workers.end(), [](const Invitee& a, const Invitee& b) {
        return std::tie(a.agency, a.name) < std::tie(b.agency, b.name);
    });
    std::move(workers.begin(), workers.end(), std::back_inserter(out));
    return out;
}

void invite(Record& invitation, const Record& conference, const Invitee& who) {
    namespace i = invitation;
    auto& f = invitation.fields;
    f.put(i::kConference, conference.id);
    f.put(i::kAgency, who.agency);
    f.put(i::kWorker, who.worker);
    f.put(i::kName, who.worker.empty() ? who.name : std::string{});
    f.put(i::kRelation, who.worker.empty() ? who.relation : std::string{});
    f.put(i::kComesAs, who.comesAs);
    f.put(i::kAnswer, std::string{"asked"});
    tellAnew(invitation, conference);
}

void tellAnew(Record& invitation, const Record& conference) {
    namespace i = invitation;
    auto& f = invitation.fields;
    const auto starts = conference.fields.get(conference::kStartsAt);
    const bool another = f.get(i::kStartsAt).isKnown() && f.get(i::kStartsAt) != starts;
    if (another && f.text(i::kAnswer) != "asked" && f.text(i::kAnswer) != "called-off") {
        f.put(i::kAnswer, std::string{"asked"});
        f.erase(i::kAnswerWords.tag);
        f.erase(i::kAnsweredAt.tag);
    }
    f.put(i::kAbout, conference.fields.get(conference::kAbout));
    f.put(i::kStartsAt, starts);
    f.put(i::kPlace, conference.fields.get(conference::kPlace));
}

bool isHourForOne(WallTime startsAt, WallTime calledAt) {
    return !(startsAt < calledAt) && startsAt - calledAt <= kFurthestAhead;
}

bool isDayPast(std::string_view date, WallTime now) {
    const auto day = fullDate(date);
    return day &&
           std::chrono::sys_days{*day}.time_since_epoch() <= std::chrono::milliseconds{now.ms} + std::chrono::hours{24};
}

Result<void> checkCall(const Record& conference, std::span<const Record> invitations, WallTime now) {
    const auto& f = conference.fields;
    if (!isHourForOne(f.get(conference::kStartsAt), now)) {
        return {ErrorCode::ImpossibleDate, "field " + std::string{conference::kStartsAt.name}};
    }
    if (invitations.empty()) {
        return {ErrorCode::Missing, "nobody is invited"};
    }
    std::vector<Invitee> asked;
    for (const auto& one : invitations) {
        const auto& i = one.fields;
        const auto before = asked.size();
        add(asked, {i.get(invitation::kAgency),
                    i.get(invitation::kWorker),
                    i.get(invitation::kWorker).empty() ? i.get(invitation::kName) : i.get(invitation::kWorker).str(),
                    {},
                    i.get(invitation::kComesAs)});
        if (asked.size() == before) {
            return {ErrorCode::Duplicate, "somebody is invited twice"};
        }
    }
    const bool person =
        std::any_of(asked.begin(), asked.end(), [](const auto& one) { return one.comesAs == "person"; });
    return person || !isBlank(f.text(conference::kPersonAbsentBecause))
               ? ok()
               : Result<void>{ErrorCode::Missing, "field " + std::string{conference::kPersonAbsentBecause.name}};
}

} // namespace frontsheet::care
