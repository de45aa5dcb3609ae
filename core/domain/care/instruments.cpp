#include "core/domain/care/instruments.h"

#include "core/domain/schema/measure.h"

#include <algorithm>
#include <numeric>

namespace frontsheet::care {

namespace {

constexpr std::string_view kTwoWeeks =
    "Over the last 2 weeks, how often have you been bothered by any of the following problems?";
constexpr std::string_view kHowOften[] = {"Not at all", "Several days", "More than half the days", "Nearly every day"};
constexpr std::string_view kDifficulty = "If you checked off any problems, how difficult have these problems made it "
                                         "for you to do your work, take care of things at "
                                         "home, or get along with other people?";
constexpr std::string_view kHowDifficult[] = {"Not difficult at all", "Somewhat difficult", "Very difficult",
                                              "Extremely difficult"};
constexpr std::string_view kPhq9[] = {
    "Little interest or pleasure in doing things",
    "Feeling down, depressed, or hopeless",
    "Trouble falling or staying asleep, or sleeping too much",
    "Feeling tired or having little energy",
    "Poor appetite or overeating",
    "Feeling bad about yourself \u2014 or that you are a failure or have let yourself or your family down",
    "Trouble concentrating on things, such as reading the newspaper or watching television",
    "Moving or speaking so slowly that other people could have noticed? Or the opposite \u2014 being so fidgety or "
    "restless that you "
    "have been moving around a lot more than usual",
    "Thoughts that you would be better off dead or of hurting yourself in some way"};
constexpr std::string_view kGad7[] = {"Feeling nervous, anxious or on edge",
                                      "Not being able to stop or control worrying",
                                      "Worrying too much about different things",
                                      "Trouble relaxing",
                                      "Being so restless that it is hard to sit still",
                                      "Becoming easily annoyed or irritable",
                                      "Feeling afraid as if something awful might happen"};
constexpr Band kPhq9Bands[] = {
    {0, "none or minimal"}, {5, "mild"}, {10, "moderate"}, {15, "moderately severe"}, {20, "severe"}};
constexpr Band kGad7Bands[] = {{0, "minimal"}, {5, "mild"}, {10, "moderate"}, {15, "severe"}};

constexpr Instrument scoreOnly(std::string_view code, std::string_view name, std::string_view measures,
                               std::int64_t least, std::int64_t most) {
    Instrument out;
    out.code = code;
    out.name = name;
    out.measures = measures;
    out.least = least;
    out.most = most;
    return out;
}

constexpr Instrument kAll[] = {
    {"phq-9", "PHQ-9", "depression", Licence::TextMayBeUsed, 0, 27, kPhq9Bands, Category::MentalHealth, kTwoWeeks,
     kPhq9, kHowOften, kDifficulty, kHowDifficult, 9},
    {"gad-7", "GAD-7", "anxiety", Licence::TextMayBeUsed, 0, 21, kGad7Bands, Category::MentalHealth, kTwoWeeks, kGad7,
     kHowOften, kDifficulty, kHowDifficult, 0},
    scoreOnly("clinical-frailty-scale", "Clinical Frailty Scale", "frailty", 1, 9),
    scoreOnly("barthel", "Barthel Index", "daily living", 0, 20),
    scoreOnly("4at", "4AT", "delirium", 0, 12),
    scoreOnly("must", "MUST", "malnutrition", 0, 6),
    scoreOnly("waterlow", "Waterlow", "pressure ulcers", 0, 64),
    scoreOnly("moca", "MoCA", "thinking and memory", 0, 30),
    scoreOnly("zarit", "Zarit Burden Interview", "a carer's burden", 0, 88),
};

Result<void> malformed(const char* what) { return {ErrorCode::Malformed, what}; }

} // namespace

std::span<const Instrument> allInstruments() { return kAll; }

const Instrument* instrumentOf(std::string_view code) {
    const auto* found =
        std::find_if(std::begin(kAll), std::end(kAll), [&](const auto& one) { return one.code == code; });
    return found == std::end(kAll) ? nullptr : found;
}

std::optional<std::vector<int>> answersIn(std::string_view text) {
    std::vector<int> out;
    for (std::size_t at = 0; at < text.size(); at += 2) {
        const bool digit = text[at] >= '0' && text[at] <= '9';
        const bool parted = at + 1 == text.size() || (text[at + 1] == ',' && at + 2 < text.size());
        if (!digit || !parted) {
            return std::nullopt;
        }
        out.push_back(text[at] - '0');
    }
    return out;
}

std::string_view bandOf(const Instrument& instrument, std::int64_t score) {
    std::string_view words;
    for (const auto& band : instrument.bands) {
        if (band.least <= score) {
            words = band.words;
        }
    }
    return words;
}

Result<void> checkScore(const FieldSet& f) {
    const auto* instrument = instrumentOf(f.text(measure::kInstrument));
    if (instrument == nullptr) {
        return ok();
    }
    const auto score = f.get(measure::kScore);
    if (score < instrument->least || score > instrument->most) {
        return malformed("a score that the instrument does not have");
    }
    const auto text = f.text(measure::kAnswers);
    if (instrument->licence == Licence::ScoreOnly) {
        return text.empty() ? ok() : malformed("answers to an instrument of which only the score may be kept");
    }
    const auto answers = answersIn(text);
    if (!answers || answers->size() != instrument->items.size()) {
        return malformed("not one answer an item");
    }
    const auto most = static_cast<int>(instrument->answers.size()) - 1;
    if (std::any_of(answers->begin(), answers->end(), [&](int answer) { return answer > most; })) {
        return malformed("an answer that there is not");
    }
    return std::accumulate(answers->begin(), answers->end(), std::int64_t{0}) == score
               ? ok()
               : malformed("a score that is not the sum of its answers");
}

bool awaitsSafety(const Record& record) {
    const auto& f = record.fields;
    if (record.type != RecordType::Measure || f.text(measure::kState) != "taken" || !f.text(measure::kSafety).empty()) {
        return false;
    }
    const auto* instrument = instrumentOf(f.text(measure::kInstrument));
    const auto answers = answersIn(f.text(measure::kAnswers));
    return instrument != nullptr && instrument->unsafeItem != 0 && answers &&
           answers->size() >= instrument->unsafeItem && (*answers)[instrument->unsafeItem - 1] > 0;
}

} // namespace frontsheet::care
