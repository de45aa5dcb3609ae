// Whether this worker may write something at another home by what its agreements say of it: so that no page offers what is refused
// afterwards. Beside the rule book, which says whether the work allows it. The home decides. Not for the UI thread.
#pragma once

#include "core/domain/audience.h"
#include "core/usecases/workplace.h"

#include <map>
#include <memory>
#include <span>
#include <vector>

namespace frontsheet {

struct HomeAgreements;

namespace sharing {
struct PermissionStatement;
}

class MayWrite {
public:
    // `about`: every record held of the person; borrowed.
    MayWrite(const Workplace& work, std::span<const Record> about);
    ~MayWrite();
    MayWrite(const MayWrite&) = delete;
    MayWrite& operator=(const MayWrite&) = delete;

    // `record`: as it stands, or as it would be made. True where the home has told of no agreement, and for one's own home, where
    // roles are told apart by the server alone.
    [[nodiscard]] Result<bool> of(const Record& record);
    // What joins this worker to the person at that home, by what is held.
    [[nodiscard]] Result<Relationships> joined(const AgencyId& home);

private:
    struct Home;
    [[nodiscard]] Result<const Home*> at(const AgencyId& agency);

    const Workplace& m_work;
    std::span<const Record> m_about;
    std::map<AgencyId, std::unique_ptr<Home>> m_homes;
};

} // namespace frontsheet
