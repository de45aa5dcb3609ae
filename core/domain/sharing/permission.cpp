#include "core/domain/sharing/permission.h"

#include <algorithm>

namespace frontsheet::sharing {

namespace {

WallTime start(const PermissionStatement& statement) {
    return statement.from.isKnown() ? statement.from : statement.askedAt;
}

struct Flaw {
    ErrorCode code;
    const char* what;
};

std::optional<Flaw> flawOf(const PermissionStatement& statement) {
    if (statement.person.isNull()) {
        return Flaw{ErrorCode::Missing, "person"};
    }
    if (!statement.askedAt.isKnown() || statement.askedBy.empty() || statement.askedByAgency.empty()) {
        return Flaw{ErrorCode::Missing, "asked when and by whom"};
    }
    if (statement.givenBy != GivenBy::Person && statement.authority.empty()) {
        return Flaw{ErrorCode::Missing, "the attorney's or deputy's authority"};
    }
    if (statement.capacity == Capacity::BestInterests &&
        (statement.decidedBy.empty() || statement.decidedWhy.empty())) {
        return Flaw{ErrorCode::Missing, "who decided in the person's best interests, and why"};
    }
    if (statement.until.isKnown() && statement.until <= start(statement)) {
        return Flaw{ErrorCode::ImpossibleDate, "ends before it begins"};
    }
    if (statement.withdrawnAt.isKnown() && statement.withdrawnAt < statement.askedAt) {
        return Flaw{ErrorCode::ImpossibleDate, "withdrawn before it was given"};
    }
    return std::nullopt;
}

} // namespace

Result<void> checkStatement(const PermissionStatement& statement) {
    const auto flaw = flawOf(statement);
    return flaw ? Result<void>{flaw->code, flaw->what} : ok();
}

bool isInForce(const PermissionStatement& statement, WallTime now) {
    return start(statement) <= now && (!statement.until.isKnown() || now < statement.until) &&
           (!statement.withdrawnAt.isKnown() || now < statement.withdrawnAt);
}

WallTime nextChange(const PermissionStatement& statement, WallTime now) {
    WallTime next;
    const auto consider = [&](WallTime at) {
        if (at.isKnown() && now < at && (!next.isKnown() || at < next)) {
            next = at;
        }
    };
    consider(start(statement));
    consider(statement.until);
    consider(statement.withdrawnAt);
    for (const auto& visit : statement.visits) {
        consider(visit.due + -kBeforeVisit);
        consider(visit.due + kAfterVisit);
    }
    return next;
}

WallTime knownUntil(const PermissionStatement& statement, const NamedReader& worker, const AgencyId& home,
                    WallTime now) {
    WallTime until;
    const bool named = worker.agency == home &&
                       std::find(statement.readers.begin(), statement.readers.end(), worker) != statement.readers.end();
    for (const auto& visit : statement.visits) {
        const WallTime ends = visit.due + kAfterVisit;
        if (named && visit.worker == worker.worker && visit.due + -kBeforeVisit <= now && now < ends && until < ends) {
            until = ends;
        }
    }
    return until;
}

Whereabouts whereabouts(const NamedReader& worker, const AgencyId& home,
                        std::span<const PermissionStatement> statements, WallTime now) {
    auto out = Whereabouts::Open;
    for (const auto& statement : statements) {
        if (statement.kind != StatementKind::RestrictedLocation || !isInForce(statement, now) ||
            (!statement.home.empty() && statement.home != home)) {
            continue;
        }
        if (!knownUntil(statement, worker, home, now).isKnown()) {
            return Whereabouts::Hidden;
        }
        out = Whereabouts::ForVisitor;
    }
    return out;
}

bool isAbout(const PermissionStatement& statement, const Release& release) {
    return (!statement.category || *statement.category == release.category) &&
           (!statement.purpose || *statement.purpose == release.purpose) &&
           (statement.home.empty() || statement.home == release.home) &&
           (statement.receiver.empty() || statement.receiver == release.receiver);
}

PersonsWord wordOn(const Release& release, std::span<const PermissionStatement> statements, WallTime now) {
    PersonsWord word = PersonsWord::NothingSaid;
    for (const auto& statement : statements) {
        if (!isInForce(statement, now) || !isAbout(statement, release)) {
            continue;
        }
        if (statement.kind == StatementKind::Objection) {
            return PersonsWord::Objects;
        }
        if (statement.kind == StatementKind::Permission && !flawOf(statement)) {
            word = PersonsWord::Permits;
        }
    }
    return word;
}

std::vector<AgencyId> addressees(const PermissionStatement& statement, std::span<const AgencyId> parties) {
    std::vector<AgencyId> out;
    if (!statement.home.empty()) {
        out.push_back(statement.home);
    } else {
        out.assign(parties.begin(), parties.end()); // whoever holds records must stop, or may begin
    }
    if (!statement.receiver.empty()) {
        out.push_back(statement.receiver);
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

DeliveryOf dueDelivery(const PermissionStatement& statement) {
    return statement.withdrawnAt.isKnown() ? DeliveryOf::Withdrawal : DeliveryOf::Given;
}

std::vector<AgencyId> unacknowledged(const PermissionStatement& statement, std::span<const AgencyId> parties) {
    auto out = addressees(statement, parties);
    std::erase_if(out, [&](const AgencyId& agency) {
        return std::any_of(statement.deliveries.begin(), statement.deliveries.end(), [&](const Delivery& delivery) {
            return delivery.agency == agency && delivery.of == dueDelivery(statement) &&
                   delivery.acknowledgedAt.isKnown();
        });
    });
    return out;
}

} // namespace frontsheet::sharing
