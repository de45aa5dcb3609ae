// The desk on a real device: its encrypted store, and the sync loop that runs while it is unlocked.
#pragma once

#include "app/viewmodels/open_desk.h"

#include <filesystem>
#include <memory>

namespace frontsheet {

class DeviceDoor final : public Door {
public:
    explicit DeviceDoor(std::filesystem::path profile) : m_profile(std::move(profile)) {}

    // The store's errors, NotFound for a folder without a profile, EnrolmentRefused for one that was never enrolled. Where
    // the servers cannot be spoken to at all the desk opens none the less, for work without signal.
    [[nodiscard]] Result<std::shared_ptr<OpenDesk>> unlock(const std::string& passphrase,
                                                           std::function<void()> changed) override;
    [[nodiscard]] Result<std::optional<ClosedProfile>> closed() override;

private:
    std::filesystem::path m_profile;
};

} // namespace frontsheet
