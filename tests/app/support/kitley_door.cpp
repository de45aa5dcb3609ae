// What stands behind the locked door in Kitley.
#include "app/viewmodels/files_desk.h"
#include "app/viewmodels/reports_desk.h"
#include "tests/app/support/kitley.h"

namespace frontsheet::testing {

namespace {

struct KitleyDesk final : OpenDesk, FilesDesk, ReportsDesk {
    explicit KitleyDesk(Kitley& kitley)
        : OpenDesk(kitley.workplace()), town(kitley), attached(workplace, kitley.attached),
          made(workplace, kitley.store) {}
    Attachments& files() override { return attached; }
    Reports& reports() override { return made; }
    EmergencyLine* emergencies() override { return town.emergencies; }
    EvidenceLine* evidence() override { return town.whoSaw; }
    HistoryLine* histories() override { return town.histories; }
    DocumentWriter* documents() override { return town.documents; }
    Kitley& town;
    Attachments attached;
    Reports made;
};

} // namespace

Result<std::shared_ptr<OpenDesk>> KitleyDoor::unlock(const std::string& passphrase, std::function<void()> changed) {
    if (passphrase != "orchard row") {
        return {ErrorCode::WrongPassphrase, "test door"};
    }
    m_changed = std::move(changed);
    return std::shared_ptr<OpenDesk>(std::make_shared<KitleyDesk>(m_kitley));
}

} // namespace frontsheet::testing
