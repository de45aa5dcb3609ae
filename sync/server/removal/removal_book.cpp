#include "sync/server/removal/removal_book.h"

#include "core/domain/scope.h"

#include <unordered_map>

namespace frontsheet::removal {

About aboutScope(std::string_view name) {
    const auto key = ScopeKey::named(name);
    if (!key) {
        return {};
    }
    const Scope& scope = key->scope;
    switch (scope.kind) {
    case Scope::Kind::Everyone:
    case Scope::Kind::Person:
        return {scope.person, bitOf(scope.category)};
    case Scope::Kind::Referral:
        return {scope.person, bitOf(Category::Referral)};
    case Scope::Kind::Directory:
    case Scope::Kind::Withheld: // holds nothing
        break;
    }
    return {};
}

Result<void> enter(LedgerWrites& ledger, const Turn& turn) {
    auto& rows = ledger.removalWrites();
    for (const auto number : turn.removed) {
        FS_TRY(rows.noteConfirmed(turn.who.device, number, turn.now));
    }
    if (turn.told != 0) {
        FS_TRY(ledger.disclosureWrites().noteTold(turn.who.device, turn.told, turn.now));
    }
    for (const auto& scope : turn.gone) {
        FS_TRY(rows.noteAsked({turn.who.device, scope, aboutScope(scope).person, turn.who.agency, turn.who.worker,
                               turn.number, turn.now, WallTime{}}));
    }
    // A person has a score of scopes: one row for all of them.
    std::unordered_map<PersonId, Categories> granted;
    for (const auto& scope : turn.granted) {
        const auto about = aboutScope(scope);
        if (about.categories != 0) {
            granted[about.person] |= about.categories;
        }
    }
    for (const auto& [person, categories] : granted) {
        FS_TRY(rows.noteGranted({turn.who.device, person, turn.who.agency, turn.who.worker, categories, turn.now}));
    }
    return ok();
}

} // namespace frontsheet::removal
