// Structured measures: what may be shown, how they are scored, and the answer that is not left alone.
#include "core/domain/care/instruments.h"
#include "core/domain/schema/measure.h"
#include "tests/core/domain/care/care_fixture.h"

#include <functional>

namespace frontsheet {
namespace {

using namespace std::string_literals;
using care::awaitsSafety;
using care::instrumentOf;

class Instruments : public CareFixture {
protected:
    [[nodiscard]] std::function<void(FieldSet&)> taken9(const char* answers, std::int64_t score) const {
        return [this, answers, score](FieldSet& f) {
            f.put(measure::kInstrument, "phq-9"s);
            f.put(measure::kAnswers, std::string{answers});
            f.put(measure::kScore, score);
            f.put(measure::kTakenOn, "2026-11-20"s);
            f.put(measure::kTakenBy, nurse.worker);
            f.put(measure::kState, "taken"s);
        };
    }
};

TEST_F(Instruments, ThePhq9AndTheGad7AreThereInFull) {
    const auto* phq = instrumentOf("phq-9");
    ASSERT_NE(phq, nullptr);
    ASSERT_EQ(phq->items.size(), 9U);
    EXPECT_EQ(phq->items[8], "Thoughts that you would be better off dead or of hurting yourself in some way");
    const std::vector<std::string_view> answers{phq->answers.begin(), phq->answers.end()};
    EXPECT_EQ(answers, (std::vector<std::string_view>{"Not at all", "Several days", "More than half the days",
                                                      "Nearly every day"}));
    EXPECT_EQ(phq->impairmentAnswers.back(), "Extremely difficult");
    const auto* gad = instrumentOf("gad-7");
    ASSERT_NE(gad, nullptr);
    EXPECT_EQ(gad->items.size(), 7U);
    EXPECT_EQ(gad->unsafeItem, 0U);
}

TEST_F(Instruments, BandsBeginWhereThePapersSay) {
    const auto& phq = *instrumentOf("phq-9");
    EXPECT_EQ(care::bandOf(phq, 4), "none or minimal");
    EXPECT_EQ(care::bandOf(phq, 5), "mild");
    EXPECT_EQ(care::bandOf(phq, 14), "moderate");
    EXPECT_EQ(care::bandOf(phq, 15), "moderately severe");
    EXPECT_EQ(care::bandOf(phq, 27), "severe");
    EXPECT_EQ(care::bandOf(*instrumentOf("gad-7"), 10), "moderate");
    EXPECT_EQ(care::bandOf(*instrumentOf("moca"), 10), "") << "words that are its owner's";
}

TEST_F(Instruments, OfALicensedTextTheScoreAloneIsKept) {
    for (const auto& instrument : care::allInstruments()) {
        const bool free = instrument.licence == care::Licence::TextMayBeUsed;
        EXPECT_EQ(!instrument.items.empty(), free) << instrument.code;
        EXPECT_LT(instrument.least, instrument.most) << instrument.code;
        if (free) {
            EXPECT_EQ(static_cast<std::int64_t>(instrument.items.size() * (instrument.answers.size() - 1)),
                      instrument.most);
        }
    }
    const auto barthel = [&](std::int64_t score, const char* answers) {
        return [=, this](FieldSet& f) {
            taken9(answers, score)(f);
            f.put(measure::kInstrument, "barthel"s);
        };
    };
    EXPECT_EQ(refusedTo(nurse, RecordType::Measure, barthel(14, "1,2,2")), ErrorCode::Malformed);
    EXPECT_EQ(refusedTo(nurse, RecordType::Measure, barthel(21, "")), ErrorCode::Malformed);
    EXPECT_FALSE(writes(nurse, RecordType::Measure, barthel(14, "")).fields.empty());
}

TEST_F(Instruments, AScoreIsTheSumOfItsAnswers) {
    EXPECT_EQ(refusedTo(nurse, RecordType::Measure, taken9("1,1,1,1,1,1,1,1,0", 9)), ErrorCode::Malformed);
    EXPECT_EQ(refusedTo(nurse, RecordType::Measure, taken9("1,1,1,1,1,1,1,1", 8)), ErrorCode::Malformed);
    EXPECT_EQ(refusedTo(nurse, RecordType::Measure, taken9("4,1,1,1,1,1,1,1,0", 11)), ErrorCode::Malformed);
    EXPECT_EQ(refusedTo(nurse, RecordType::Measure, taken9("1,1,1,,1,1,1,1,0", 7)), ErrorCode::Malformed);
    EXPECT_EQ(refusedTo(nurse, RecordType::Measure, taken9("", 0)), ErrorCode::Malformed);
    EXPECT_FALSE(writes(nurse, RecordType::Measure, taken9("1,1,1,1,1,1,1,1,0", 8)).fields.empty());
}

TEST_F(Instruments, ThoughtsOfDeathAreNotLeftAlone) {
    EXPECT_FALSE(awaitsSafety(writes(nurse, RecordType::Measure, taken9("3,3,3,3,3,3,3,3,0", 24))));
    const auto unsafe = writes(nurse, RecordType::Measure, taken9("0,0,0,0,0,0,0,0,1", 1));
    EXPECT_TRUE(awaitsSafety(unsafe)) << "saved as it is: nothing that was said is lost over it";
    const auto sees = [&](const Principal& by) {
        return [&](FieldSet& f) {
            f.put(measure::kSafety, "handed-to-crisis-team"s);
            f.put(measure::kSafetyWords, "Rang the crisis line with her; they come at four"s);
            f.put(measure::kSafetyBy, by.worker);
        };
    };
    EXPECT_EQ(refusedChange(colleague, unsafe, sees(nurse)), ErrorCode::NotPermitted);
    EXPECT_FALSE(awaitsSafety(changed(colleague, unsafe, sees(colleague))));
}

TEST_F(Instruments, AMeasureIsNeverChangedOnlyEnteredInError) {
    const auto record = writes(nurse, RecordType::Measure, taken9("1,1,1,1,1,1,1,1,0", 8));
    EXPECT_EQ(refusedChange(nurse, record,
                            [](FieldSet& f) {
                                f.put(measure::kAnswers, "0,0,0,0,0,0,0,0,0"s);
                                f.put(measure::kScore, 0);
                            }),
              ErrorCode::Immutable);
    EXPECT_EQ(refusedChange(nurse, record, [](FieldSet& f) { f.put(measure::kState, "entered-in-error"s); }),
              ErrorCode::Missing);
}

TEST_F(Instruments, AnInstrumentOfANewerProgramIsKeptAsItStands) {
    EXPECT_FALSE(writes(nurse, RecordType::Measure, [&](FieldSet& f) {
                     taken9("9,9,9", 27)(f);
                     f.put(measure::kInstrument, "of-next-year"s);
                 }).fields.empty());
}

} // namespace
} // namespace frontsheet
