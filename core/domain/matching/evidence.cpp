#include "core/domain/matching/evidence.h"

namespace frontsheet {

namespace {

struct Saying {
    std::string_view code;
    std::string_view words;
};

Saying saying(NumberAgreement number) {
    switch (number) {
    case NumberAgreement::Unknown:
        return {"number-unknown", "no NHS number to compare"};
    case NumberAgreement::Same:
        return {"number-same", "NHS number the same"};
    case NumberAgreement::OneSlip:
        return {"number-one-slip", "one NHS number is invalid and one slip away from the other"};
    case NumberAgreement::Differs:
        return {"number-differs", "NHS numbers differ, both valid"};
    }
    return {};
}

Saying saying(NameAgreement name) {
    switch (name) {
    case NameAgreement::Unknown:
        return {"name-unknown", "part of a name missing"};
    case NameAgreement::Same:
        return {"name-same", "name the same"};
    case NameAgreement::ShortForm:
        return {"name-short-form", "names go together (a short form or another spelling)"};
    case NameAgreement::MaybeShortForm:
        return {"name-maybe-short-form", "given names that may be used for one another"};
    case NameAgreement::Partial:
        return {"name-partial", "one name is part of the other"};
    case NameAgreement::OneLetterOff:
        return {"name-one-letter-off", "names one letter apart"};
    case NameAgreement::Initial:
        return {"name-initial", "given names agree only in the first or its initial"};
    case NameAgreement::FamilyDiffers:
        return {"name-family-differs", "given name the same, family names differ"};
    case NameAgreement::GivenDiffers:
        return {"name-given-differs", "family name the same, given names differ"};
    case NameAgreement::Differs:
        return {"name-differs", "names differ"};
    }
    return {};
}

Saying saying(BirthDateAgreement born) {
    switch (born) {
    case BirthDateAgreement::Unknown:
        return {"born-unknown", "no birth date to compare"};
    case BirthDateAgreement::Same:
        return {"born-same", "birth date the same"};
    case BirthDateAgreement::SameButWeak:
        return {"born-same-weak", "birth date the same, but of the kind given where none is known"};
    case BirthDateAgreement::Consistent:
        return {"born-consistent", "year of birth the same, day unknown on one side"};
    case BirthDateAgreement::DayMonthSwapped:
        return {"born-day-month-swapped", "birth date the same with day and month exchanged"};
    case BirthDateAgreement::OnePartOff:
        return {"born-one-part-off", "birth dates differ in one part"};
    case BirthDateAgreement::Differs:
        return {"born-differs", "birth dates differ"};
    }
    return {};
}

void add(std::string& text, std::string_view between, std::string_view more) {
    text += (text.empty() ? "" : std::string{between}) + std::string{more};
}

void addField(std::string& text, FieldAgreement field, std::string_view between, std::string_view same,
              std::string_view differs) {
    if (field != FieldAgreement::Unknown) {
        add(text, between, field == FieldAgreement::Same ? same : differs);
    }
}

} // namespace

std::string codesOf(const Evidence& evidence) {
    std::string text;
    add(text, " ", saying(evidence.number).code);
    add(text, " ", saying(evidence.name).code);
    add(text, " ", saying(evidence.born).code);
    addField(text, evidence.postcode, " ", "postcode-same", "postcode-differs");
    addField(text, evidence.address, " ", "address-same", "address-differs");
    addField(text, evidence.phone, " ", "phone-same", "phone-differs");
    return text;
}

std::string wordsOf(const Evidence& evidence) {
    std::string text;
    add(text, "; ", saying(evidence.number).words);
    add(text, "; ", saying(evidence.name).words);
    add(text, "; ", saying(evidence.born).words);
    addField(text, evidence.postcode, "; ", "postcode the same", "postcodes differ");
    addField(text, evidence.address, "; ", "address the same", "addresses differ");
    addField(text, evidence.phone, "; ", "phone the same", "phones differ");
    return text;
}

} // namespace frontsheet
