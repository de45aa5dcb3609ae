// A clause of a sharing agreement in words for a screen.
#pragma once

#include "core/domain/sharing/agreement.h"

#include <QVariantMap>

#include <vector>

namespace frontsheet {

// Of one cell of the matrix: {text, mark, none}. `mark` is what a governance lead scans for: R reads, A reads and adds, p a part, n is
// told that there is something.
[[nodiscard]] QVariantMap cellWords(const std::vector<const sharing::Clause*>& clauses);

// {title, terms: [{label, value}]}: what for, which fields, who, the person's say, lawful basis, lease.
[[nodiscard]] QVariantMap clauseWords(const sharing::Clause& clause, const sharing::Agreement& agreement,
                                      const sharing::RoleTerms& role);

} // namespace frontsheet
