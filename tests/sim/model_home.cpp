#include "tests/sim/model_home.h"

#include "core/domain/referral_machine.h"
#include "core/domain/schema/care_team.h"
#include "core/domain/schema/directory.h"
#include "core/domain/schema/emergency_access.h"
#include "core/domain/schema/record_schema.h"
#include "core/domain/schema/referral.h"
#include "core/domain/schema/registration.h"
#include "core/domain/sharing/permission_codec.h"
#include "core/domain/sharing/record_view.h"
#include "core/domain/version_line.h"

#include <algorithm>
#include <utility>

namespace frontsheet::sim {

// What is known

const Record* ModelHome::current(const RecordId& id) const {
    const auto found = m_records.find(id);
    return found == m_records.end() ? nullptr : &found->second.back();
}

const Record* ModelHome::version(const RecordId& id, HomeVersion version) const {
    const auto found = m_records.find(id);
    if (found == m_records.end()) {
        return nullptr;
    }
    const auto at = std::find_if(found->second.begin(), found->second.end(),
                                 [version](const Record& record) { return record.version == version; });
    return at == found->second.end() ? nullptr : &*at;
}

void ModelHome::goBackTo(const ModelHome& then, std::uint64_t line) {
    m_records = then.m_records;
    m_about = then.m_about;
    m_answered = then.m_answered;
    m_released = then.m_released;
    m_dutyPoints = then.m_dutyPoints;
    m_lastOfOthers.clear();
    m_lastKept.clear();
    m_line = line;
    m_feedHead = std::max(then.m_feedHead, floorOf(line));
}

const Record* ModelHome::newest(const RecordId& id, const Changed* over) const {
    if (over != nullptr) {
        if (const auto found = over->find(id); found != over->end()) {
            return &found->second;
        }
    }
    return current(id);
}

std::vector<const Record*> ModelHome::about(const PersonId& person, const Changed* over) const {
    std::vector<const Record*> out;
    if (const auto known = m_about.find(person); known != m_about.end()) {
        for (const auto& id : known->second) {
            out.push_back(newest(id, over));
        }
    }
    if (over != nullptr) {
        for (const auto& [id, record] : *over) {
            if (record.person == person && !m_records.contains(id)) {
                out.push_back(&record);
            }
        }
    }
    return out;
}

const ModelHome::Kept* ModelHome::answered(const DeviceId& device, const OpId& op) const {
    const auto found = m_answered.find({device, op});
    return found == m_answered.end() ? nullptr : &found->second;
}

void ModelHome::noteReleased(const DeviceId& device, const Record& record) {
    m_released.insert({device, {record.person, record.category}});
}

// Sharing

namespace {

bool opens(const Record& access, const Principal& who, WallTime now) {
    const auto& fields = access.fields;
    const WallTime ended = fields.get(emergency_access::kEndedAt);
    return fields.get(emergency_access::kAgency) == who.agency && fields.get(emergency_access::kWorker) == who.worker &&
           now < fields.get(emergency_access::kEndsAt) && (!ended.isKnown() || now < ended);
}

} // namespace

bool ModelHome::isOnDuty(const Principal& who) const {
    for (const auto& id : m_dutyPoints) {
        const Record* point = current(id);
        if (point != nullptr && point->fields.text(contact_point::kPurpose) == "duty" &&
            point->fields.get(contact_point::kAgency) == who.agency &&
            point->fields.get(contact_point::kWorker) == who.worker) {
            return true;
        }
    }
    return false;
}

bool ModelHome::mayOpenInEmergency(const Principal& who, WallTime now) const {
    const AgencyId nobodys;
    const WorkerId nobody;
    const sharing::RecordFacts somebody{m_agency,
                                        RecordType::Registration,
                                        Category::Identity,
                                        sharing::Standing::Plain,
                                        sharing::Addressing::NotOfAReferral,
                                        nobodys,
                                        nobody,
                                        {}};
    const auto answer = naive::decide({who, sharing::Purpose::Emergency, sharing::Relationship::Emergency}, somebody,
                                      m_terms.authored(), {}, now);
    return !answer.fields.empty() || answer.newer;
}

Joining ModelHome::joining(const Principal& who, const PersonId& person, WallTime now, const Changed* over) const {
    Joining out;
    if (person.isNull()) {
        return out;
    }
    bool ofAColleague = false; // joined to somebody of the same agency, whom one on duty stands in for
    for (const Record* record : about(person, over)) {
        if (record->type == RecordType::CareTeamMembership) {
            const auto until = record->fields.get(care_team::kUntil);
            ofAColleague = ofAColleague || (record->fields.get(care_team::kAgency) == who.agency &&
                                            (until.ms == 0 || now.ms < until.ms));
            const bool names = record->fields.get(care_team::kAgency) == who.agency &&
                               record->fields.get(care_team::kWorker) == who.worker;
            out.direct.careTeam = out.direct.careTeam || (names && (until.ms == 0 || now.ms < until.ms));
        }
        if (record->type == RecordType::Referral) {
            const auto state = record->fields.get(referral::kState);
            const bool over_ = state == "completed" || state == "declined" || state == "withdrawn";
            const auto worker = record->fields.get(referral::kToWorker);
            const bool toThem =
                record->fields.get(referral::kToAgency) == who.agency && (worker.empty() || worker == who.worker);
            out.direct.addressedReferral = out.direct.addressedReferral || (toThem && !over_);
            ofAColleague = ofAColleague || (record->fields.get(referral::kToAgency) == who.agency && !over_);
        }
        if (record->type == RecordType::Registration) {
            const auto practice = m_terms.practices().find(who.agency);
            if (practice != m_terms.practices().end() &&
                record->fields.get(registration::kPractice) == practice->second) {
                out.all = out.all | sharing::Relationship::PracticeList;
            }
        }
        if (record->type == RecordType::EmergencyAccess && opens(*record, who, now)) {
            out.all = out.all | sharing::Relationship::Emergency;
        }
    }
    if (out.direct.careTeam) {
        out.all = out.all | sharing::Relationship::CareTeam;
    }
    if (out.direct.addressedReferral) {
        out.all = out.all | sharing::Relationship::AddressedReferral;
    }
    out.direct.standsIn = ofAColleague && isOnDuty(who);
    if (out.direct.standsIn) {
        out.all = out.all | sharing::Relationship::Duty;
    }
    return out;
}

naive::Answer ModelHome::decides(const Principal& who, const Record& record, WallTime now, const Changed* over) const {
    const auto joined = joining(who, record.person, now, over);
    std::vector<sharing::PermissionStatement> said;
    for (const Record* other : about(record.person, over)) {
        if (auto statement = sharing::inEffectHere(*other)) {
            said.push_back(std::move(*statement));
        }
    }
    const sharing::RecordView view{record, who, joined.direct};
    return naive::decide({who, sharing::PurposeSet::all(), joined.all}, view.facts(), m_terms.authored(), said, now);
}

// A referral and its messages come to a device with others' referrals, or because the referral is open and addressed to its worker:
// once it is closed, having been addressed gives nothing any more.
bool ModelHome::reachesAsReferral(const Principal& who, const Record& record, WallTime now) const {
    if (record.type != RecordType::Referral && record.type != RecordType::ReferralMessage) {
        return true;
    }
    const Record* on =
        record.type == RecordType::Referral ? &record : current(record.fields.get(referral_message::kReferral));
    if (on != nullptr) {
        const auto worker = on->fields.get(referral::kToWorker);
        const auto state = referralState(on->fields.text(referral::kState));
        if (on->fields.get(referral::kToAgency) == who.agency && (worker.empty() || worker == who.worker) && state &&
            isOpen(*state)) {
            return true;
        }
    }
    const auto joined = joining(who, record.person, now);
    const AgencyId noAgency;
    const WorkerId noWorker;
    std::vector<sharing::PermissionStatement> said;
    for (const Record* other : about(record.person, nullptr)) {
        if (auto statement = sharing::inEffectHere(*other)) {
            said.push_back(std::move(*statement));
        }
    }
    for (const auto type : {RecordType::Referral, RecordType::ReferralMessage}) {
        const sharing::RecordFacts facts{
            m_agency, type, record.category, sharing::Standing::Plain, sharing::Addressing::ToOthers, noAgency,
            noWorker, {}};
        const auto answer =
            naive::decide({who, sharing::PurposeSet::all(), joined.all}, facts, m_terms.authored(), said, now);
        if (!answer.fields.empty() || answer.newer) {
            return true;
        }
    }
    return false;
}

std::optional<Record> ModelHome::shown(const Principal& who, const Record& record, WallTime now) const {
    const auto answer = decides(who, record, now);
    if ((answer.fields.empty() && !answer.newer) || !reachesAsReferral(who, record, now)) {
        return std::nullopt;
    }
    const SetField* readers = readersFieldOf(record.type);
    Record out = record;
    FieldSet fields;
    const auto may = [&](FieldTag tag) {
        const bool known = schemaOf(record.type) != nullptr && schemaOf(record.type)->field(tag) != nullptr;
        const bool named = readers != nullptr && readers->tag == tag;
        return known ? answer.fields.contains(tag.number) || named : answer.newer;
    };
    for (const auto& [tag, value] : record.fields) {
        if (may(tag)) {
            fields.set(tag, value);
        }
    }
    std::vector<OtherVersion> others;
    for (OtherVersion other : record.fields.others()) {
        std::vector<OtherVersion::Said> says;
        for (const auto& said : other.says) {
            if (may(said.field)) {
                says.push_back(said);
            }
        }
        other.says = std::move(says);
        if (!other.says.empty()) {
            others.push_back(std::move(other));
        }
    }
    fields.setOthers(std::move(others));
    out.fields = std::move(fields);
    return out;
}

std::map<RecordId, Record> ModelHome::allShown(const Principal& who, WallTime now) const {
    std::map<RecordId, Record> out;
    for (const auto& [id, versions] : m_records) {
        if (auto seen = shown(who, versions.back(), now)) {
            out.emplace(id, std::move(*seen));
        }
    }
    return out;
}

} // namespace frontsheet::sim
