// Work on registrations, placements, care teams and what persons say about sharing.
#include "core/domain/schema/care_team.h"
#include "core/domain/schema/permission.h"
#include "core/domain/schema/placement.h"
#include "core/domain/schema/registration.h"
#include "core/domain/sharing/permission_codec.h"
#include "tests/sim/work.h"

namespace frontsheet::sim {

namespace {

constexpr const char* kFamilies[] = {"Marlowe", "Penrose", "Ashdown", "Whitlock", "Sedgwick", "Thorne"};
constexpr const char* kTowns[] = {"Saltmarsh", "Kitley", "Overcombe", "Harrow Bay"};

std::string numbered(const char* word, std::size_t n) { return std::string{word} + " " + std::to_string(n); }

} // namespace

bool Work::registersPerson(DeviceNode& d) {
    if (!worksAtHome(d) || m_world.m_persons.size() > 14) {
        return false;
    }
    // A person is known to several agencies under one id, once they have spoken of them.
    PersonId person = m_chance.oneIn(3) ? somePerson() : PersonId{};
    if (person.isNull()) {
        person = m_world.m_ids.timeOrdered<PersonId>(m_world.m_time.now);
        m_world.m_persons.push_back(person);
    }
    FieldSet fields;
    fields.put(registration::kFamilyName, std::string{kFamilies[m_chance.below(std::size(kFamilies))]});
    fields.put(registration::kGivenName, numbered("Edith", m_chance.below(50)));
    fields.put(registration::kAddress, numbered("1 Mill Lane, flat", m_chance.below(90)));
    fields.put(registration::kBorn, "19" + std::to_string(30 + m_chance.below(20)) + "-03-14");
    if (m_chance.oneIn(2)) {
        fields.put(registration::kPractice, m_chance.pick(kPractices));
    }
    fields.put(registration::kTown, std::string{kTowns[m_chance.below(std::size(kTowns))]});
    fields.put(registration::kFrailty, numbered("CFS", m_chance.below(9)));
    fields.put(registration::kAlert, words(4));
    return saves(d,
                 {creates(d, RecordType::Registration, d.who.agency, person, std::move(fields), Category::Identity)});
}

bool Work::correctsName(DeviceNode& d) {
    const auto before = someRecord(d, RecordType::Registration, [](const Record&) { return true; });
    if (!before) {
        return false;
    }
    const auto n = ++m_world.m_counter;
    return savesEdit(d, *before, [&](Record& after) {
        switch (m_chance.below(3)) {
        case 0:
            after.fields.put(registration::kPreferredName, numbered("Edie", n));
            break;
        case 1:
            after.fields.put(registration::kPhone, "01632 960" + std::to_string(100 + n % 900));
            break;
        default:
            after.fields.put(registration::kFrailty, numbered("CFS", n % 10));
            break;
        }
    });
}

bool Work::movesHouse(DeviceNode& d) {
    const auto before = someRecord(d, RecordType::Registration, [](const Record&) { return true; });
    return before && savesEdit(d, *before, [&](Record& after) {
               after.fields.put(registration::kAddress, numbered("2 Quay Street, flat", ++m_world.m_counter));
               if (m_chance.oneIn(2)) {
                   after.fields.put(registration::kTown, std::string{kTowns[m_chance.below(std::size(kTowns))]});
               }
           });
}

bool Work::writesAlert(DeviceNode& d) {
    const auto before = someRecord(d, RecordType::Registration, [](const Record&) { return true; });
    return before && savesEdit(d, *before, [&](Record& after) {
               const auto text = words(5) + numbered("", ++m_world.m_counter);
               m_chance.oneIn(3) ? after.fields.put(registration::kAccessNote, text)
                                 : after.fields.put(registration::kAlert, text);
           });
}

bool Work::places(DeviceNode& d) {
    const auto person = somePerson();
    if (!worksAtHome(d) || person.isNull()) {
        return false;
    }
    FieldSet fields;
    fields.put(placement::kPlacedAt, numbered("Seaview, room", m_chance.below(40)));
    fields.put(placement::kPathway, std::to_string(m_chance.below(4)));
    fields.put(placement::kOwnWish, "home again " + words(3));
    return saves(d, {creates(d, RecordType::Placement, d.who.agency, person, std::move(fields), Category::Placement)});
}

bool Work::endsPlacement(DeviceNode& d) {
    const auto before = someRecord(d, RecordType::Placement, [](const Record&) { return true; });
    return before && savesEdit(d, *before, [&](Record& after) {
               if (m_chance.oneIn(2)) {
                   after.fields.put(placement::kOutcome, std::string{m_chance.oneIn(2) ? "home" : "still-there"});
                   after.fields.put(placement::kOutcomeOn, "2026-0" + std::to_string(1 + m_chance.below(9)) + "-14");
               } else {
                   after.fields.put(placement::kOwnWish, words(4) + numbered("", ++m_world.m_counter));
               }
           });
}

bool Work::joinsTeam(DeviceNode& d) {
    const auto person = somePerson();
    if (!worksAtHome(d) || person.isNull()) {
        return false;
    }
    const auto& who = m_world.m_devices[m_chance.below(m_world.m_devices.size())]->who;
    FieldSet fields;
    fields.put(care_team::kAgency, who.agency);
    fields.put(care_team::kWorker, who.worker);
    if (m_chance.oneIn(4)) {
        fields.put(care_team::kUntil, m_world.m_time.now + std::chrono::hours{m_chance.between(2, 240)});
    }
    return saves(d, {creates(d, RecordType::CareTeamMembership, d.who.agency, person, std::move(fields),
                             Category::Involvement)});
}

bool Work::leavesTeam(DeviceNode& d) {
    const auto before = someRecord(d, RecordType::CareTeamMembership, [&](const Record& r) {
        const auto until = r.fields.get(care_team::kUntil);
        return r.home == d.who.agency && (!until.isKnown() || until > m_world.m_time.now);
    });
    return before &&
           savesEdit(d, *before, [&](Record& after) { after.fields.put(care_team::kUntil, m_world.m_time.now); });
}

bool Work::persons_say(DeviceNode& d) {
    const auto person = somePerson();
    if (!worksAtHome(d) || person.isNull()) {
        return false;
    }
    sharing::PermissionStatement said;
    said.kind = m_chance.oneIn(2) ? sharing::StatementKind::Permission : sharing::StatementKind::Objection;
    said.home = m_chance.oneIn(2) ? d.who.agency : AgencyId{};
    said.receiver = m_chance.oneIn(2) ? AgencyId{kAgencies[m_chance.below(3)].code} : AgencyId{};
    if (m_chance.oneIn(2)) {
        said.category = m_chance.oneIn(2) ? Category::MentalHealth : Category::ContactNote;
    }
    said.askedAt = nowOf(d);
    said.askedBy = d.who.worker;
    said.askedByAgency = d.who.agency;
    if (m_chance.oneIn(4)) {
        said.until = nowOf(d) + std::chrono::hours{m_chance.between(4, 200)};
    }
    FieldSet fields;
    sharing::putStatement(fields, said);
    return saves(d, {creates(d, RecordType::PermissionStatement, d.who.agency, person, std::move(fields),
                             Category::Involvement)});
}

bool Work::takesBack(DeviceNode& d) {
    const auto before = someRecord(d, RecordType::PermissionStatement, [&](const Record& r) {
        return r.home == d.who.agency && !r.fields.get(permission_statement::kWithdrawnAt).isKnown();
    });
    return before && savesEdit(d, *before, [&](Record& after) {
               after.fields.put(permission_statement::kWithdrawnAt, nowOf(d));
               after.fields.put(permission_statement::kWithdrawnBy, d.who.worker);
           });
}

bool Work::hidesAddress(DeviceNode& d) {
    const auto person = somePerson();
    if (!worksAtHome(d) || person.isNull()) {
        return false;
    }
    sharing::PermissionStatement said;
    said.kind = sharing::StatementKind::RestrictedLocation;
    said.askedAt = nowOf(d);
    said.askedBy = d.who.worker;
    said.askedByAgency = d.who.agency;
    for (const auto& device : m_world.m_devices) {
        if (device->who.agency == d.who.agency) {
            said.readers.push_back({device->who.agency, device->who.worker});
        }
    }
    said.where = numbered("9 Harbour Row, flat", ++m_world.m_counter);
    FieldSet fields;
    sharing::putStatement(fields, said);
    return saves(d, {creates(d, RecordType::PermissionStatement, d.who.agency, person, std::move(fields),
                             Category::Involvement)});
}

bool Work::plansVisit(DeviceNode& d) {
    const auto before = someRecord(d, RecordType::PermissionStatement, [&](const Record& r) {
        return r.home == d.who.agency && !r.fields.get(permission_statement::kWithdrawnAt).isKnown() &&
               r.fields.text(permission_statement::kKind) ==
                   sharing::wordOf(sharing::StatementKind::RestrictedLocation);
    });
    if (!before) {
        return false;
    }
    const auto plans = [&](DeviceNode& device, const Record& statement) {
        return savesEdit(device, statement, [&](Record& after) {
            auto visits = sharing::statementIn(after).value_or(sharing::PermissionStatement{}).visits;
            const auto mine =
                std::erase_if(visits, [&](const auto& visit) { return visit.worker == device.who.worker; });
            if (mine == 0 || m_chance.oneIn(3)) {
                visits.push_back({device.who.worker, m_world.m_time.now + std::chrono::hours{m_chance.between(1, 60)}});
            }
            sharing::putVisits(after.fields, visits);
        });
    };
    const bool planned = plans(d, *before);
    // A colleague does so too, before either has heard of the other.
    for (const auto& other : m_world.m_devices) {
        if (other.get() != &d && other->isUp() && other->who.agency == d.who.agency &&
            other->who.worker != d.who.worker) {
            const auto theirs = other->store().record(before->id);
            if (theirs && *theirs && !other->shutOutBy.contains(before->home)) {
                (void)plans(*other, (*theirs)->record);
            }
        }
    }
    return planned;
}

} // namespace frontsheet::sim
