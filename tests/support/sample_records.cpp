#include "tests/support/sample_records.h"

#include "core/domain/schema/care_team.h"
#include "core/domain/schema/contact_note.h"
#include "core/domain/schema/directory.h"
#include "core/domain/schema/person_link.h"
#include "core/domain/schema/registration.h"
#include "tests/support/source_folder.h"

#include <fstream>
#include <map>
#include <stdexcept>

namespace frontsheet {

namespace {

using Row = std::map<std::string, std::string>;

std::vector<std::string> cells(const std::string& line) {
    std::vector<std::string> out{""};
    bool quoted = false;
    for (const char c : line) {
        if (c == '"') {
            quoted = !quoted;
        } else if (c == ',' && !quoted) {
            out.emplace_back();
        } else if (c != '\r') {
            out.back().push_back(c);
        }
    }
    return out;
}

std::vector<Row> rowsOf(const std::string& file) {
    std::ifstream in{sourceFolder() / "tests/data/extracts" / file};
    std::string line;
    if (!std::getline(in, line)) {
        throw std::logic_error("sample data is missing: " + file);
    }
    const auto names = cells(line);
    std::vector<Row> rows;
    while (std::getline(in, line)) {
        const auto values = cells(line);
        Row row;
        for (std::size_t i = 0; i < names.size() && i < values.size(); ++i) {
            row[names[i]] = values[i];
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

Record blank(IdSource& ids, RecordType type, const std::string& home, const PersonId& person, Category category) {
    Record record;
    record.id = ids.timeOrdered<RecordId>(kFridayMorning);
    record.type = type;
    record.home = AgencyId{home};
    record.person = person;
    record.category = category;
    record.version.n = 1;
    record.authorAgency = record.home;
    record.occurredAt = kFridayMorning;
    record.recordedAt = kFridayMorning;
    return record;
}

struct SampleAgency {
    const char* code;
    const char* name;
    const char* shortName;
    const char* initials;
    const char* kind;
    const char* ods;
};

constexpr SampleAgency kAgencies[] = {
    {"council", "Kitley Council", "Council", "KC", "council", ""},
    {"community_trust", "Downs Community Health Trust", "Community health", "CH", "community-trust", ""},
    {"mental_health_trust", "Saltmarsh Mental Health Trust", "Mental health", "MH", "mental-health-trust", ""},
    {"housing", "Saltmarsh and Kitley Homes", "Housing", "HO", "housing", ""},
    {"gp_Y99001", "Harbour Surgery", "Harbour Surgery", "HS", "gp-practice", "Y99001"},
    {"gp_Y99002", "Kitley Health Centre", "Kitley Health Ctr", "KH", "gp-practice", "Y99002"},
    {"gp_Y99003", "Downs Medical Practice", "Downs Medical", "DM", "gp-practice", "Y99003"},
    {"carers_centre", "Carers' Centre", "Carers' Centre", "CC", "voluntary", ""},
    {"neighbourhood_care", "Neighbourhood Care", "Neighbourhood Care", "NC", "voluntary", ""},
};

} // namespace

std::vector<Record> sampleDirectory(IdSource& ids) {
    std::vector<Record> out;
    const auto entry = [&](RecordType type, const std::string& home) -> FieldSet& {
        out.push_back(blank(ids, type, home, {}, Category::Directory));
        return out.back().fields;
    };
    for (const auto& a : kAgencies) {
        auto& f = entry(RecordType::Agency, a.code);
        f.put(agency::kCode, AgencyId{a.code});
        f.put(agency::kName, std::string{a.name});
        f.put(agency::kShortName, std::string{a.shortName});
        f.put(agency::kInitials, std::string{a.initials});
        f.put(agency::kKind, std::string{a.kind});
        f.put(agency::kOdsCode, std::string{a.ods});
    }
    for (const auto& row : rowsOf("directory_workers.csv")) {
        auto& f = entry(RecordType::Worker, row.at("agency"));
        f.put(worker::kCode, WorkerId{row.at("worker")});
        f.put(worker::kAgency, AgencyId{row.at("agency")});
        f.put(worker::kName, row.at("name"));
        f.put(worker::kRole, row.at("role"));
        f.put(worker::kBase, row.at("base"));
        f.put(worker::kCovers, std::vector<std::string>{row.at("covers")});
        f.put(worker::kPhone, row.at("phone"));
        f.put(worker::kEmail, row.at("email"));
    }
    for (const auto& row : rowsOf("directory_services.csv")) {
        auto& f = entry(RecordType::Service, row.at("agency"));
        f.put(service::kCode, ServiceId{row.at("service")});
        f.put(service::kAgency, AgencyId{row.at("agency")});
        f.put(service::kName, row.at("name"));
        f.put(service::kCriteria, row.at("criteria"));
        f.put(service::kHours, row.at("hours"));
        f.put(service::kRoutedBy, row.at("routed_by"));
        f.put(service::kRespondsWithin, row.at("responds_within"));
        f.put(service::kDutyPhone, row.at("duty_phone"));
    }
    return out;
}

Record sampleRegistration(IdSource& ids, const std::string& home, const PersonId& person, const SamplePerson& about) {
    Record record = blank(ids, RecordType::Registration, home, person, Category::Identity);
    auto& f = record.fields;
    f.put(registration::kLocalId, home + "-" + person.hex().substr(24));
    f.put(registration::kFamilyName, about.family);
    f.put(registration::kGivenName, about.given);
    f.put(registration::kTitle, about.title);
    f.put(registration::kBorn, about.born);
    f.put(registration::kNhsNumber, about.nhsNumber);
    f.put(registration::kAddress, about.address);
    f.put(registration::kTown, about.town);
    f.put(registration::kPractice, about.practice);
    return record;
}

Record sampleMembership(IdSource& ids, const std::string& home, const PersonId& person, const std::string& agency,
                        const std::string& worker) {
    Record record = blank(ids, RecordType::CareTeamMembership, home, person, Category::Involvement);
    record.fields.put(care_team::kAgency, AgencyId{agency});
    record.fields.put(care_team::kWorker, WorkerId{worker});
    record.fields.put(care_team::kSince, kFridayMorning);
    record.fields.put(care_team::kSource, std::string{"extract"});
    return record;
}

Record sampleLink(IdSource& ids, const std::string& home, const PersonId& person, const std::string& otherAgency,
                  const PersonId& other, const std::string& state) {
    Record record = blank(ids, RecordType::PersonLink, home, person, Category::Identity);
    record.fields.put(person_link::kOther, other);
    record.fields.put(person_link::kOtherAgency, AgencyId{otherAgency});
    record.fields.put(person_link::kState, state);
    record.fields.put(person_link::kBasis, std::string{"certain"});
    record.fields.put(person_link::kEvidence, std::string{"same NHS number and birth date"});
    return record;
}

Record sampleNote(IdSource& ids, const std::string& home, const PersonId& person, const std::string& author,
                  const std::string& text, WallTime at, const std::string& state) {
    Record record = blank(ids, RecordType::ContactNote, home, person, Category::ContactNote);
    record.occurredAt = at;
    record.recordedAt = at;
    record.author = WorkerId{author};
    auto& f = record.fields;
    f.put(contact_note::kText, text);
    f.put(contact_note::kKind, std::string{"visit"});
    f.put(contact_note::kState, state);
    f.put(contact_note::kAuthor, WorkerId{author});
    if (state != "draft") {
        f.put(contact_note::kSignedAt, at);
    }
    return record;
}

} // namespace frontsheet
