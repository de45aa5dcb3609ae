#include "core/base/planted_bug.h"

namespace frontsheet {

std::span<const NamedBug> plantedBugs() {
    static constexpr NamedBug kBugs[] = {{PlantedBug::CursorBeforePage, "cursor-before-page"},
                                         {PlantedBug::HalfAPage, "half-a-page"},
                                         {PlantedBug::ClockOrderedMerge, "clock-ordered-merge"},
                                         {PlantedBug::ForgottenAnswers, "forgotten-answers"},
                                         {PlantedBug::PurgeBeforeRescue, "purge-before-rescue"},
                                         {PlantedBug::RetryUnderNewName, "retry-under-new-name"},
                                         {PlantedBug::RemovalToldEarly, "removal-told-early"},
                                         {PlantedBug::ResumeKeyOffByOne, "resume-key-off-by-one"},
                                         {PlantedBug::UnannouncedVersion, "unannounced-version"},
                                         {PlantedBug::OldTerms, "old-terms"},
                                         {PlantedBug::AfterSentEarly, "after-sent-early"},
                                         {PlantedBug::ProseRunTogether, "prose-run-together"},
                                         {PlantedBug::SetKeepsRemoved, "set-keeps-removed"},
                                         {PlantedBug::ReleaseNotLogged, "release-not-logged"},
                                         {PlantedBug::WordsLeftBehind, "words-left-behind"},
                                         {PlantedBug::StrayWordsStay, "stray-words-stay"},
                                         {PlantedBug::ReconcilingReleases, "reconciling-releases"},
                                         {PlantedBug::EpochIgnored, "epoch-ignored"},
                                         {PlantedBug::SafeNotSentAgain, "safe-not-sent-again"},
                                         {PlantedBug::RemovedComesBack, "removed-comes-back"},
                                         {PlantedBug::MismatchShrugged, "mismatch-shrugged"}};
    return kBugs;
}

} // namespace frontsheet
