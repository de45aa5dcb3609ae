// Mistakes planted on purpose, one at a time, so that the simulator can be seen to find them (tests/sim). Compiled out of
// release builds (FRONTSHEET_FAULTS=OFF): there planted() is false wherever it stands.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#if defined(FRONTSHEET_FAULTS)
#include <atomic>
#endif

namespace frontsheet {

enum class PlantedBug : std::uint8_t {
    None,
    CursorBeforePage,    // the device's cursor is committed before what it stands for
    HalfAPage,           // a page is committed in two halves, its cursor with the first
    ClockOrderedMerge,   // the later wall time wins where two changed one field
    ForgottenAnswers,    // a home does not look up what it answered before
    PurgeBeforeRescue,   // unsent edits go with the records that are taken away
    RetryUnderNewName,   // an edit that is sent again is another edit
    RemovalToldEarly,    // a removal is confirmed before it is committed
    ResumeKeyOffByOne,   // a scope that is fetched in pieces goes on one record too late
    UnannouncedVersion,  // a third version gets no entry in the feed
    OldTerms,            // what a worker may hold is not worked out anew when agreements change
    AfterSentEarly,      // an edit does not wait for the one it follows
    ProseRunTogether,    // two versions of a text become one
    SetKeepsRemoved,     // what was taken out of a set stays in it
    ReleaseNotLogged,    // what leaves is not in the disclosure log
    WordsLeftBehind,     // what is taken away stays in the search index
    StrayWordsStay,      // what the index says beyond its records is not put right
    ReconcilingReleases, // a restored home serves partners before anybody has looked
    EpochIgnored,        // a device goes on with a home that was restored as if it had not been
    SafeNotSentAgain,    // what a restored home may have lost is not sent again
    RemovedComesBack,    // a restored home does not look into the journal
    MismatchShrugged,    // what a comparison found is not asked for
};

struct NamedBug {
    PlantedBug bug;
    std::string_view name;
};
// All but None.
[[nodiscard]] std::span<const NamedBug> plantedBugs();

#if defined(FRONTSHEET_FAULTS)
namespace detail {
inline std::atomic<PlantedBug> plantedBug{PlantedBug::None};
}
[[nodiscard]] inline bool planted(PlantedBug bug) { return detail::plantedBug.load(std::memory_order_relaxed) == bug; }
// None takes away what is there. For who runs the product to see it fail.
inline void plant(PlantedBug bug) { detail::plantedBug.store(bug, std::memory_order_relaxed); }
#else
[[nodiscard]] constexpr bool planted(PlantedBug) { return false; }
#endif

} // namespace frontsheet
