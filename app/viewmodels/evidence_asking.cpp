#include "app/viewmodels/evidence_asking.h"

#include "core/usecases/ports/agreement_shelf.h"
#include "core/usecases/who_saw_what.h"

#include <algorithm>

namespace frontsheet {

namespace {

// For lupdate: the context of these sentences.
struct Disclosure {
    Q_DECLARE_TR_FUNCTIONS(Disclosure)
};

} // namespace

Result<bool> isAuditor(OpenDesk& desk) {
    const auto& work = desk.workplace;
    if (work.agreements == nullptr) {
        return false;
    }
    FS_ASSIGN(const auto held, work.agreements->of(work.me.agency));
    return held->inForce.isAuditor(work.me);
}

Result<EvidencePage> askEvidence(OpenDesk& desk, const EvidenceAsk& ask, std::size_t most) {
    EvidenceLine* line = desk.evidence();
    if (line == nullptr) {
        return {ErrorCode::Unreachable, "no line"};
    }
    return WhoSawWhat{desk.workplace, *line}.everything(ask, most);
}

EvidenceFrame frameOf(const EvidencePage& page, const DisclosureWords& words) {
    EvidenceFrame frame;
    frame.asOf =
        Disclosure::tr(
            "As your agency's server had it %1. What devices away from signal have read is known once they are back.",
            "disclosure, %1 when")
            .arg(words.wording.dateTime(page.serverTime));
    frame.logText = words.log(page.log);
    frame.logBroken = page.log.breaks != 0 || page.unreadable != 0;
    const auto left = page.olderLeft + (page.next == 0 ? 0 : page.rowsInAll - page.next);
    if (left != 0) {
        frame.moreText = Disclosure::tr(
            "%n older entries are not listed here. Whoever runs your agency's server can list all of them.",
            "disclosure", static_cast<int>(std::min<std::uint64_t>(left, 1'000'000)));
    }
    return frame;
}

} // namespace frontsheet
