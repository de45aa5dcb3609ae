// What a draft answer to a person who asks for their records may hold before anybody has reviewed it.
#include "core/domain/schema/contact_note.h"
#include "core/domain/schema/placement.h"
#include "core/domain/schema/record_schema.h"
#include "core/domain/schema/referral.h"
#include "core/domain/subject_access.h"

#include <gtest/gtest.h>

#include <map>

namespace frontsheet {

namespace {

Record noteIn(Category category, const char* state = "signed") {
    Record record;
    record.type = RecordType::ContactNote;
    record.category = category;
    record.fields.put(contact_note::kText, std::string{"walks with a frame"});
    record.fields.put(contact_note::kState, std::string{state});
    return record;
}

Record of(RecordType type, Category category) {
    Record record;
    record.type = type;
    record.category = category;
    return record;
}

} // namespace

// Written out: a category that moves from one column to the other is a decision of somebody's.
TEST(SubjectAccess, EachCategoryStandsOrIsSetAsideForItsOwnReason) {
    const std::map<Category, SetAside> kSetAside{
        {Category::CarerPrivate, SetAside::CarerPrivate}, {Category::Carer, SetAside::ThirdParty},
        {Category::Safeguarding, SetAside::Safeguarding}, {Category::MentalHealth, SetAside::SeriousHarm},
        {Category::SubstanceUse, SetAside::SeriousHarm},  {Category::Alerts, SetAside::SeriousHarm}};
    for (auto n = static_cast<int>(Category::Identity); n <= static_cast<int>(Category::Directory); ++n) {
        const auto category = static_cast<Category>(n);
        const auto found = kSetAside.find(category);
        const auto expected = found == kSetAside.end() ? SetAside::No : found->second;
        EXPECT_EQ(setAsideFrom(category), expected) << "category " << n;
        EXPECT_EQ(setAsideFrom(noteIn(category)), expected) << "a signed note of category " << n;
    }
    EXPECT_EQ(setAsideFrom(static_cast<Category>(static_cast<int>(Category::Directory) + 1)), SetAside::CannotBeJudged);
    EXPECT_EQ(setAsideFrom(static_cast<Category>(0)), SetAside::CannotBeJudged);
}

TEST(SubjectAccess, WhatANewerProgramWroteIsForAHuman) {
    EXPECT_EQ(setAsideFrom(of(static_cast<RecordType>(999), Category::ContactNote)), SetAside::CannotBeJudged);
    EXPECT_EQ(setAsideFrom(of(RecordType::Registration, static_cast<Category>(200))), SetAside::CannotBeJudged);
}

TEST(SubjectAccess, NothingUnfinishedOrInErrorStandsAsIfItWereTrue) {
    EXPECT_EQ(setAsideFrom(noteIn(Category::ContactNote)), SetAside::No);
    EXPECT_EQ(setAsideFrom(noteIn(Category::ContactNote, "draft")), SetAside::Unfinished);
    EXPECT_EQ(setAsideFrom(noteIn(Category::ContactNote, "entered-in-error")), SetAside::Unfinished);
    EXPECT_EQ(setAsideFrom(noteIn(Category::ContactNote, "")), SetAside::Unfinished);
    EXPECT_EQ(setAsideFrom(noteIn(Category::ContactNote, "sealed")), SetAside::Unfinished) << "of a newer program";
}

TEST(SubjectAccess, WhatHasNamedReadersIsForThemFirst) {
    auto note = noteIn(Category::ContactNote);
    note.fields.put(contact_note::kReaders, std::vector<std::string>{"council/W001"});
    EXPECT_EQ(setAsideFrom(note), SetAside::NamedReaders);
    auto home = of(RecordType::Placement, Category::Placement);
    EXPECT_EQ(setAsideFrom(home), SetAside::No);
    home.fields.put(placement::kReaders, std::vector<std::string>{"council/W001"});
    EXPECT_EQ(setAsideFrom(home), SetAside::NamedReaders);
}

TEST(SubjectAccess, AConcernSentDespiteAnObjectionIsSafeguardingWhereverItIsFiled) {
    auto referral = of(RecordType::Referral, Category::Referral);
    EXPECT_EQ(setAsideFrom(referral), SetAside::No);
    referral.fields.put(referral::kDespiteObjection, std::string{"her daughter takes her money"});
    EXPECT_EQ(setAsideFrom(referral), SetAside::Safeguarding);
    EXPECT_EQ(setAsideFrom(of(RecordType::ObjectionReview, Category::Involvement)), SetAside::Safeguarding);
}

TEST(SubjectAccess, WhatOthersWroteToThisAgencyIsTheirs) {
    EXPECT_EQ(setAsideFrom(of(RecordType::ReferralMessage, Category::Referral)), SetAside::ThirdParty);
    EXPECT_EQ(setAsideFrom(of(RecordType::ReceivedCopy, Category::Referral)), SetAside::ThirdParty);
    EXPECT_EQ(setAsideFrom(of(RecordType::Registration, Category::Identity)), SetAside::No);
}

} // namespace frontsheet
