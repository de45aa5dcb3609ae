// A home's answer to who saw what about Edith: sendings, readings, an emergency, and devices that have removed what they held or
// not. Answers as it is told to.
#pragma once

#include "core/usecases/ports/evidence_line.h"
#include "tests/app/support/kitley.h"

#include <mutex>
#include <vector>

namespace frontsheet::testing {

class EvidenceTown final : public EvidenceLine {
public:
    explicit EvidenceTown(Kitley& kitley);
    // Everything of this agency's about the person is what it holds of them; what a carer said in confidence may not be read.
    void holdWhatIsHeld(const PersonId& person);
    Result<EvidencePage> ask(const AgencyId& home, const EvidenceAsk& ask) override;

    std::mutex mutex;
    std::vector<EvidenceAsk> asked;
    ErrorCode fails{};                 // none
    std::vector<EvidenceRow> rows;     // about Edith
    std::vector<EvidenceRow> ofWorker; // of whichever worker
    std::vector<EvidenceDevice> devices;
    std::vector<EvidenceHolding> holdings;
    LogStanding log{913, 900, WallTime{kKitleyNow.ms - 1'800'000}, 0, {}};
    std::uint64_t pageSize = 3;

private:
    Kitley& m_kitley;
};

} // namespace frontsheet::testing
