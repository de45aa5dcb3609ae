#include "core/usecases/home_terms.h"

#include "core/domain/sharing/permission_codec.h"
#include "core/usecases/ports/home_tidings.h"

namespace frontsheet {

namespace {

Result<WallTime> lastHeard(OutboxReader& outbox, const AgencyId& home) {
    FS_ASSIGN(const auto servers, outbox.servers());
    for (const auto& server : servers) {
        if (server.agency == home) {
            return server.lastAnswered;
        }
    }
    return WallTime{};
}

} // namespace

Result<HomeTerms> homeTerms(const Workplace& work, const AgencyId& home, const PersonId& person,
                            std::span<const Record> about) {
    HomeTerms terms;
    FS_ASSIGN(terms.asOf, lastHeard(work.outbox, home));
    if (work.agreements != nullptr) {
        FS_ASSIGN(terms.held, work.agreements->of(home));
    }
    if (terms.held != nullptr && work.tidings != nullptr) {
        FS_ASSIGN(const auto decidesBy, work.tidings->agreementsOf(home));
        terms.homeHasNewer = decidesBy && *decidesBy != terms.held->mark;
    }
    if (!terms.byAgreements()) {
        return terms;
    }
    for (const auto& compiled : terms.held->inForce.all()) {
        if (!compiled.isPolicy() && terms.agreement.empty()) {
            terms.agreement = compiled.agreement().title;
            terms.version = compiled.agreement().version;
        }
    }
    for (const auto& record : about) {
        if (record.home == home) {
            if (auto statement = sharing::inEffectHere(record)) {
                statement->person = person; // of one human
                terms.said.push_back(std::move(*statement));
            }
        }
    }
    return terms;
}

} // namespace frontsheet
