#include "core/domain/held_scopes.h"

#include <algorithm>

namespace frontsheet {

void HeldScopes::add(const Scope& scope) {
    switch (scope.kind) {
    case Scope::Kind::Directory:
        m_directory = true;
        break;
    case Scope::Kind::Everyone:
        m_everyone.push_back(scope);
        break;
    case Scope::Kind::Person:
    case Scope::Kind::Referral:
        m_persons[scope.person].push_back(scope);
        break;
    case Scope::Kind::Withheld:
        break; // holds no record
    }
}

bool HeldScopes::anyCovers(const ScopedRecord& record) const {
    const auto covering = [&record](const Scope& scope) { return covers(scope, record); };
    if ((m_directory && covers(Scope::directory(), record)) ||
        std::any_of(m_everyone.begin(), m_everyone.end(), covering)) {
        return true;
    }
    const auto at = m_persons.find(record.person);
    return at != m_persons.end() && std::any_of(at->second.begin(), at->second.end(), covering);
}

bool HeldScopes::anyAbout(const PersonId& person) const { return !m_everyone.empty() || m_persons.contains(person); }

} // namespace frontsheet
