// Any bytes as an agreement: read or refused with a place in the text, and what is read compiles and decides.
#include "core/domain/sharing/agreement_matrix.h"
#include "core/domain/sharing/canonical_agreement.h"
#include "core/domain/sharing/compiled_agreement.h"
#include "core/domain/sharing/version_comparison.h"
#include "sync/agreement/agreement_text.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace frontsheet::sharing;
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    const auto read = readAgreement(text, {frontsheet::WallTime{1795219200000}, {}, {}});
    bool error = false;
    for (const auto& problem : read.problems) {
        error = error || problem.severity == Severity::Error;
        if (problem.line < 1 || problem.column < 1 || problem.words.empty()) {
            std::abort();
        }
    }
    if (read.agreement.has_value() == error) {
        std::abort();
    }
    if (read.agreement) {
        // What the linter lets through is never refused afterwards.
        if (!CompiledAgreement::of(*read.agreement, {}) || canonicalForm(*read.agreement).empty() ||
            describe(*read.agreement).empty() || !compareVersions(*read.agreement, *read.agreement, {}).empty()) {
            std::abort();
        }
    }
    return 0;
}
