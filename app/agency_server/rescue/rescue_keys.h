// The agency's rescue keys on disk. `rescue.pub`: the one that devices seal to, in hexadecimal. Of each key, under its mark:
//
//   rescue-MARK-first.key, rescue-MARK-second.key   one share each of the secret, under one person's passphrase (core/store/key_file.h)
//   rescue-MARK.under-NOW                           of an earlier key: its secret, sealed to the one in use, whose mark is NOW
//
// Neither share says anything without the other: keep them apart. What was sealed to an earlier key opens with the present two
// people's passphrases.
#pragma once

#include "core/rescue/rescue_key.h"
#include "core/store/key_file.h"

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace frontsheet {

// Of two people, each their own.
struct RescuePassphrases {
    std::string first, second;
};

class RescueKeys {
public:
    explicit RescueKeys(std::filesystem::path agencyFolder) : m_folder(std::move(agencyFolder)) {}

    // What devices are given; NotFound when none was made, Malformed.
    [[nodiscard]] Result<RescuePublicKey> publicKey() const;
    // Duplicate when there is one: replace() it. InvalidArgument for one passphrase twice.
    [[nodiscard]] Result<void> make(const RescuePassphrases& to, const KdfCost& cost = {}) const;
    // A new key under the passphrases `to`; the present one and those before it are sealed to it, and what they were kept in before
    // goes. Cut off anywhere, the one or the other key is in use and opens everything. NotFound, and as secret().
    [[nodiscard]] Result<void> replace(const RescuePassphrases& present, const RescuePassphrases& to,
                                       const KdfCost& cost = {}) const;
    // Where nobody has both passphrases any more: what was sealed until now stays sealed, unless somebody finds them. NotFound.
    [[nodiscard]] Result<void> replaceLost(const RescuePassphrases& to, const KdfCost& cost = {}) const;
    // Of the key in use, or of the one with that mark. WrongPassphrase, KeyFileDamaged, NotFound; WrongTenant: no key of this
    // agency's has that mark.
    [[nodiscard]] Result<RescueSecret> secret(const RescuePassphrases& people) const;
    [[nodiscard]] Result<RescueSecret> secretOf(BytesView mark, const RescuePassphrases& people) const;
    // The marks of those that the key in use opens, in hexadecimal.
    [[nodiscard]] Result<std::vector<std::string>> earlier() const;

private:
    [[nodiscard]] Result<void> write(const RescueSecret& secret, const RescuePassphrases& to,
                                     const KdfCost& cost) const;
    [[nodiscard]] Result<void> use(const RescuePublicKey& key) const;
    [[nodiscard]] Result<RescueSecret> joined(const std::string& mark, const RescuePassphrases& people) const;
    [[nodiscard]] Result<RescueSecret> under(const std::string& mark, const RescueSecret& now) const;
    // Marks of an earlier key and of that which it is sealed to.
    [[nodiscard]] Result<std::vector<std::pair<std::string, std::string>>> sealedOnes() const;

    std::filesystem::path m_folder;
};

} // namespace frontsheet
