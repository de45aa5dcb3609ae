// The agency's rescue key on disk: `rescue.pub` in hexadecimal, `rescue-first.key` and `rescue-second.key` each one share of the
// secret under one person's passphrase (core/store/key_file.h). Neither share says anything without the other: keep them apart.
#pragma once

#include "core/rescue/rescue_key.h"
#include "core/store/key_file.h"

#include <filesystem>
#include <string>

namespace frontsheet {

class RescueKeys {
public:
    explicit RescueKeys(std::filesystem::path agencyFolder) : m_folder(std::move(agencyFolder)) {}

    // What devices are given; NotFound when none was made, Malformed.
    [[nodiscard]] Result<RescuePublicKey> publicKey() const;
    // Duplicate when there is one: what was sealed to it would be lost. InvalidArgument for one passphrase twice.
    [[nodiscard]] Result<void> make(const std::string& first, const std::string& second,
                                    const KdfCost& cost = {}) const;
    // Both people's passphrases. WrongPassphrase, KeyFileDamaged, NotFound.
    [[nodiscard]] Result<RescueSecret> secret(const std::string& first, const std::string& second) const;

private:
    std::filesystem::path m_folder;
};

} // namespace frontsheet
