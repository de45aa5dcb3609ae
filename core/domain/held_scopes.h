// Scopes of one home, for asking which records they cover. Pure.
#pragma once

#include "core/domain/scope.h"

#include <unordered_map>
#include <vector>

namespace frontsheet {

class HeldScopes {
public:
    void add(const Scope& scope);
    [[nodiscard]] bool anyCovers(const ScopedRecord& record) const;
    // Whether something about the person is held, or might be.
    [[nodiscard]] bool anyAbout(const PersonId& person) const;
    [[nodiscard]] bool empty() const { return !m_directory && m_everyone.empty() && m_persons.empty(); }

private:
    bool m_directory = false;
    std::vector<Scope> m_everyone;
    std::unordered_map<PersonId, std::vector<Scope>> m_persons; // of one person, or of one referral about them
};

} // namespace frontsheet
