#include "core/usecases/own_person.h"

#include <algorithm>

namespace frontsheet {

PersonId ownIdOf(RecordReader& reader, const AgencyId& agency, const PersonId& person) {
    if (person.isNull()) {
        return person;
    }
    const auto same = reader.sameHuman(person);
    if (!same || same->size() < 2) {
        return person;
    }
    const auto about = reader.aboutPersons(*same);
    if (!about) {
        return person;
    }
    PersonId own;
    for (const auto& working : *about) {
        const auto& record = working.record;
        if (record.type != RecordType::Registration || record.home != agency) {
            continue;
        }
        if (record.person == person) {
            return person;
        }
        own = own.isNull() ? record.person : std::min(own, record.person);
    }
    return own.isNull() ? person : own;
}

} // namespace frontsheet
