// Structured measures: which there are, what of their text may be shown, how they are scored, and which answer must not be left
// alone. Pure.
//
// Sources. PHQ-9: Kroenke, Spitzer, Williams, "The PHQ-9: validity of a brief depression severity measure", J Gen Intern Med 2001;16:606-613.
// GAD-7: Spitzer, Kroenke, Williams, Löwe, "A brief measure for assessing generalized anxiety disorder", Arch Intern Med 2006;166:1092-1097.
// Both may be reproduced without permission (phqscreeners.com). The others' texts are their owners'; of those only the score is taken.
#pragma once

#include "core/domain/record.h"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace frontsheet::care {

enum class Licence : std::uint8_t {
    TextMayBeUsed,
    ScoreOnly, // the score that somebody took on the paper form
};

// From `least` up to the next band's.
struct Band {
    std::int64_t least = 0;
    std::string_view words;
};

struct Instrument {
    std::string_view code;
    std::string_view name;
    std::string_view measures; // "depression"
    Licence licence = Licence::ScoreOnly;
    std::int64_t least = 0;
    std::int64_t most = 0;
    std::span<const Band> bands;                        // ascending; empty where the owner's own words would be needed
    Category category = Category::FunctionalAssessment; // of a measure by it, unless its author chooses another
    std::string_view stem;                              // what is asked before the items
    std::span<const std::string_view> items;            // empty with ScoreOnly
    std::span<const std::string_view> answers;
    std::string_view impairmentStem;
    std::span<const std::string_view> impairmentAnswers;
    std::size_t unsafeItem = 0; // counted from 1: any answer above 0 asks for a safety action; 0: none
};

[[nodiscard]] std::span<const Instrument> allInstruments();
// nullptr for one of a newer program: its score is shown as it stands.
[[nodiscard]] const Instrument* instrumentOf(std::string_view code);

// "2,1,0" as numbers; nullopt unless all are numbers of one digit.
[[nodiscard]] std::optional<std::vector<int>> answersIn(std::string_view text);
[[nodiscard]] std::string_view bandOf(const Instrument& instrument, std::int64_t score); // empty: none is given

// Malformed: more or fewer answers than items, an answer there is not, a score that is not their sum, a score out of range, answers
// where the text may not be used.
[[nodiscard]] Result<void> checkScore(const FieldSet& measure);

// An answer that must not be left alone was given, and nothing is said yet of what was done about it. Its author's to see to.
[[nodiscard]] bool awaitsSafety(const Record& measure);

} // namespace frontsheet::care
