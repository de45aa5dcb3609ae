#include "core/usecases/person_facts.h"

#include "core/domain/calendar.h"
#include "core/domain/schema/registration.h"

namespace frontsheet {

RingFor factsOf(std::span<const Record> about, const Directory& directory, std::string_view today) {
    RingFor facts;
    const auto date = fullDate(today);
    for (const auto& record : about) {
        if (record.type != RecordType::Registration) {
            continue;
        }
        const auto& f = record.fields;
        // A practice's own registration says it best: the person is on its list.
        const auto home = directory.agency(record.home);
        if (!home.odsCode.empty()) {
            facts.practice = home.odsCode;
        } else if (facts.practice.empty()) {
            facts.practice = f.get(registration::kPractice);
        }
        if (facts.town.empty()) {
            facts.town = f.get(registration::kTown);
        }
        if (!facts.age && date) {
            facts.age = ageOn(f.get(registration::kBorn), *date);
        }
    }
    return facts;
}

} // namespace frontsheet
