// An agency's signature on a statement: ECDSA over SHA-256 with the key of its certificate authority, the one key that its
// partners know it by (FIPS 186-5; the curve is P-256). What is signed begins with words that no certificate begins with, so
// that neither can pass for the other.
#pragma once

#include "app/agency_server/identity/certificate.h"
#include "app/agency_server/identity/private_key.h"

namespace frontsheet {

[[nodiscard]] Bytes sha256(BytesView message); // 32 bytes

// Internal when OpenSSL cannot. DER.
[[nodiscard]] Result<Bytes> signMessage(const PrivateKey& key, BytesView message);
// False for anything but a signature over these bytes by the certificate's key.
[[nodiscard]] bool isSignedBy(const Certificate& authority, BytesView message, BytesView signature);

} // namespace frontsheet
