#include "core/domain/identity/given_names.h"
#include "core/domain/identity/person_name.h"

#include <gtest/gtest.h>

#include <ostream>

namespace frontsheet {

void PrintTo(const PersonName& name, std::ostream* out) {
    *out << "[" << name.title << "][" << name.given << "][" << name.family << "]";
}

namespace {

PersonName comma(const char* text) { return splitName(text, NameForm::FamilyCommaGiven).name; }
PersonName spoken(const char* text) { return splitName(text, NameForm::TitleGivenFamily).name; }
NameDoubt doubt(const char* text, NameForm form) { return splitName(text, form).doubt; }

TEST(PersonName, FamilyCommaGiven) {
    EXPECT_EQ(comma("D'Souza, Günter"), (PersonName{"", "Günter", "D'Souza"}));
    EXPECT_EQ(comma("van der Berg ,  Anna  Maria"), (PersonName{"", "Anna Maria", "van der Berg"}));
    EXPECT_EQ(comma("Smith, Mr John"), (PersonName{"Mr", "John", "Smith"}));
    EXPECT_EQ(comma("Smith, John (Dr)"), (PersonName{"Dr", "John", "Smith"}));
    EXPECT_EQ(comma("Smith, Mrs"), (PersonName{"Mrs", "", "Smith"}));
}

TEST(PersonName, TitleGivenFamily) {
    EXPECT_EQ(spoken("Mr Walter Wood"), (PersonName{"Mr", "Walter", "Wood"}));
    EXPECT_EQ(spoken("Rev. Dr Walter Wood"), (PersonName{"Rev. Dr", "Walter", "Wood"}));
    EXPECT_EQ(spoken("Dr Frank van der Berg"), (PersonName{"Dr", "Frank", "van der Berg"}));
    EXPECT_EQ(spoken("Ms Nkechi St John-Smythe"), (PersonName{"Ms", "Nkechi", "St John-Smythe"}));
    EXPECT_EQ(spoken("Miss Cecil Ó Cuív"), (PersonName{"Miss", "Cecil", "Ó Cuív"}));
    EXPECT_EQ(spoken("Mr Beryl ap Rhys"), (PersonName{"Mr", "Beryl", "ap Rhys"}));
    EXPECT_EQ(spoken("Mr Walter LLEWELYN"), (PersonName{"Mr", "Walter", "LLEWELYN"}));
    EXPECT_EQ(spoken("LLEWELYN Walter John"), (PersonName{"", "Walter John", "LLEWELYN"}));
    EXPECT_EQ(spoken("van der Berg Przemysław"), (PersonName{"", "Przemysław", "van der Berg"}));
    EXPECT_EQ(spoken("WALTER LLEWELYN"), (PersonName{"", "WALTER", "LLEWELYN"})) << "all in capitals says nothing";
    EXPECT_EQ(spoken("Van Nguyen"), (PersonName{"", "Van", "Nguyen"}));
}

TEST(PersonName, DoubtsAreSaid) {
    EXPECT_EQ(doubt("Smith, John", NameForm::FamilyCommaGiven), NameDoubt::None);
    EXPECT_EQ(doubt("John Smith", NameForm::FamilyCommaGiven), NameDoubt::NoComma);
    EXPECT_EQ(doubt("Smith", NameForm::FamilyCommaGiven), NameDoubt::OneWord);
    EXPECT_EQ(doubt("Smith,", NameForm::FamilyCommaGiven), NameDoubt::OneWord);
    EXPECT_EQ(doubt("Smith, John, Jr", NameForm::FamilyCommaGiven), NameDoubt::SeveralCommas);
    EXPECT_EQ(doubt("Mr John Smith", NameForm::TitleGivenFamily), NameDoubt::None);
    EXPECT_EQ(doubt("Mr John Paul Smith", NameForm::TitleGivenFamily), NameDoubt::ManyWords);
    EXPECT_EQ(doubt("Mr Smith", NameForm::TitleGivenFamily), NameDoubt::OneWord);
    EXPECT_EQ(doubt("", NameForm::TitleGivenFamily), NameDoubt::OneWord);
}

TEST(GivenNames, ShortFormsAndWhatIsAmbiguous) {
    EXPECT_EQ(compareGivenNames("margaret", "peggy"), GivenNames::ShortForm);
    EXPECT_EQ(compareGivenNames("peggy", "margaret"), GivenNames::ShortForm);
    EXPECT_EQ(compareGivenNames("mohammed", "muhammad"), GivenNames::ShortForm);
    EXPECT_EQ(compareGivenNames("pat", "patricia"), GivenNames::UsedForOneAnother) << "or Patrick";
    EXPECT_EQ(compareGivenNames("peggy", "meg"), GivenNames::UsedForOneAnother) << "two short forms";
    EXPECT_EQ(compareGivenNames("patrick", "patricia"), GivenNames::Different);
    EXPECT_EQ(compareGivenNames("jean", "joan"), GivenNames::OneLetterOff);
    EXPECT_EQ(compareGivenNames("j", "joan"), GivenNames::Initial);
    EXPECT_EQ(compareGivenNames("olive", "edith"), GivenNames::Different);
}

TEST(GivenNames, OneLetter) {
    EXPECT_TRUE(atMostOneLetterOff("wojcik", "wojcik"));
    EXPECT_TRUE(atMostOneLetterOff("wojcik", "wojcick"));
    EXPECT_TRUE(atMostOneLetterOff("wojcik", "wocjik"));
    EXPECT_FALSE(atMostOneLetterOff("wojcik", "vojcick"));
    EXPECT_FALSE(atMostOneLetterOff("wood", "woodland"));
}

} // namespace
} // namespace frontsheet
