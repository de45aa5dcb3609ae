// A record: the unit that is stored, versioned, decided upon and sent. Every record has one home agency, fixed at
// creation, whose server orders its changes and decides its release.
#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/domain/other_version.h"
#include "core/domain/schema/field.h"
#include "core/domain/value.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace frontsheet {

// Numbers are on the wire and on disk for ever; never reused.
enum class RecordType : std::uint16_t {
    Registration = 1, // one agency's own knowledge of one person
    PersonLink = 2,   // one agency's statement that two person ids are one human
    CareTeamMembership = 3,
    Referral = 4,
    ReferralMessage = 5,
    ReceivedCopy = 6,
    ContactNote = 7,
    Placement = 8,
    PermissionStatement = 9, // what the person said about sharing, at the agency that recorded it
    PermissionNotice = 10,   // the same, as told by another agency
    EmergencyAccess = 11,
    ObjectionReview = 12, // a concern sent despite an objection, to be looked at afterwards
    Agency = 20,          // directory: no person
    Worker = 21,
    Service = 22,
    ContactPoint = 23,
    SharingAgreement = 24,
    RotaEntry = 25,
    Absence = 26,
    AboutMe = 30, // what the person wants everybody to know
    CommunicationNeed = 31,
    RelatedPerson = 32,
    RiskAlert = 33,
    Allergy = 34,
    Medicine = 35,
    AdvancePlan = 36, // decided in advance, or by whom to decide
    Death = 37,
    CarePlan = 38, // the plan's head; its parts follow
    Need = 39,
    Goal = 40,
    Action = 41,
    PackageLine = 42,
    CrisisPart = 43,
    View = 44, // somebody's opinion
    Carer = 45,
    CarerAssessment = 46,
    CarerPrivate = 47,
    PlacementReview = 48,
    Slippage = 49,
    ChecklistItem = 50, // of the way home
    HospitalAtHome = 51,
    Conference = 52,
    Invitation = 53,
    ConferenceDecision = 54,
    Measure = 55,
    Appointment = 56,
    Message = 57,
};

// Field values by tag, ascending. Tags this program does not know are kept and returned as they came. With them other versions
// of what they say, while there are any: getters, find() and the walk know nothing of those.
class FieldSet {
public:
    using Entry = std::pair<FieldTag, Value>;

    [[nodiscard]] const Value* find(FieldTag tag) const;
    void set(FieldTag tag, Value value);
    void erase(FieldTag tag);
    [[nodiscard]] bool empty() const { return m_entries.empty(); }
    [[nodiscard]] std::size_t size() const { return m_entries.size(); }
    [[nodiscard]] auto begin() const { return m_entries.begin(); }
    [[nodiscard]] auto end() const { return m_entries.end(); }
    void reserve(std::size_t count) { m_entries.reserve(count); }

    // An absent field, or one of another shape, reads as the type's empty value.
    [[nodiscard]] std::string get(const TextField& field) const;
    [[nodiscard]] std::int64_t get(const IntegerField& field) const;
    [[nodiscard]] WallTime get(const TimeField& field) const;
    [[nodiscard]] RecordId get(const RecordField& field) const;
    [[nodiscard]] PersonId get(const PersonField& field) const;
    [[nodiscard]] AgencyId get(const AgencyField& field) const;
    [[nodiscard]] WorkerId get(const WorkerField& field) const;
    [[nodiscard]] ServiceId get(const ServiceField& field) const;
    [[nodiscard]] std::vector<std::string> get(const SetField& field) const;
    // Without a copy; empty where absent. Valid while the set is not changed.
    [[nodiscard]] std::string_view text(const FieldSpec& field) const;

    // An empty text, a zero time and a null id erase: "not recorded" has one form.
    void put(const TextField& field, std::string value);
    void put(const IntegerField& field, std::int64_t value);
    void put(const TimeField& field, WallTime value);
    void put(const RecordField& field, RecordId value);
    void put(const PersonField& field, PersonId value);
    void put(const AgencyField& field, AgencyId value);
    void put(const WorkerField& field, WorkerId value);
    void put(const ServiceField& field, ServiceId value);
    void put(const SetField& field, std::vector<std::string> value);

    // In the order in which they came to the home.
    [[nodiscard]] const std::vector<OtherVersion>& others() const { return m_others; }
    void setOthers(std::vector<OtherVersion> others) { m_others = std::move(others); }

    friend bool operator==(const FieldSet&, const FieldSet&) = default;

private:
    std::vector<Entry> m_entries;
    std::vector<OtherVersion> m_others;
};

struct Record {
    RecordId id;
    RecordType type = RecordType::Registration;
    AgencyId home;
    PersonId person; // null on directory records
    Category category = Category::Identity;
    HomeVersion version;   // 0 while it is only on this device
    AgencyId authorAgency; // who wrote this version
    WorkerId author;
    WallTime occurredAt; // as stated by the author: when it happened
    WallTime recordedAt; // by the home server's clock; unknown until it is there
    FieldSet fields;

    friend bool operator==(const Record&, const Record&) = default;
};

} // namespace frontsheet
