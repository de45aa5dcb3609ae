#include "core/domain/matching/prepared_identity.h"

#include "core/domain/identity/nhs_number.h"
#include "core/domain/identity/phone_number.h"
#include "core/domain/identity/postal_address.h"
#include "core/domain/identity/postcode.h"
#include "core/domain/matching/match_index.h"

#include <algorithm>

namespace frontsheet::matching {

namespace {

std::string_view textOf(const NumberText& number) { return {number.data(), number.size()}; }

NumberText numberText(std::string_view digits) {
    NumberText number{};
    std::copy_n(digits.begin(), std::min(digits.size(), number.size()), number.begin());
    return number;
}

NumberAgreement compareNumbers(const PreparedIdentity& a, const PreparedIdentity& b) {
    if (isSet(a.number) && isSet(b.number)) {
        return a.number == b.number ? NumberAgreement::Same : NumberAgreement::Differs;
    }
    const NumberText& x = isSet(a.number) ? a.number : a.invalidNumber;
    const NumberText& y = isSet(b.number) ? b.number : b.invalidNumber;
    // Two invalid texts alike say nothing of their own: only a slip away from a valid number, or the same slip twice.
    if (isSet(x) && isSet(y) && (x == y || differByOneSlip(textOf(x), textOf(y)))) {
        return NumberAgreement::OneSlip;
    }
    return NumberAgreement::Unknown;
}

FieldAgreement compareField(std::uint64_t a, std::uint64_t b) {
    if (a == 0 || b == 0) {
        return FieldAgreement::Unknown;
    }
    return a == b ? FieldAgreement::Same : FieldAgreement::Differs;
}

} // namespace

PreparedIdentity prepare(const MatchIdentity& identity, WordPool& pool) {
    PreparedIdentity prepared;
    const auto reading = NhsNumberReading::of(identity.nhsNumber);
    if (reading.number) {
        prepared.number = numberText(reading.digits);
    } else if (!reading.digits.empty()) {
        prepared.invalidNumber = numberText(reading.digits);
    }
    prepared.name = nameKey(identity.name, pool);
    const auto born = PartialDate::fromIso(identity.born);
    if (born && !isPlaceholderBirthDate(*born)) {
        prepared.born = *born;
        prepared.isBornWeak = isWeakBirthDate(*born);
    }
    const std::string postcode = normalPostcode(identity.postcode);
    prepared.postcode = isPseudoPostcode(postcode) ? 0 : fingerprint(postcode);
    prepared.address = fingerprint(addressKey(identity.address));
    const auto phone = PhoneNumber::of(identity.phone);
    prepared.phone = fingerprint(phone.digits);
    prepared.isPhoneTelling = phone.isTelling();
    return prepared;
}

BirthDateAgreement compareBirthDates(const PartialDate& a, const PartialDate& b) {
    if (!a.isKnown() || !b.isKnown()) {
        return BirthDateAgreement::Unknown;
    }
    const bool weak = isWeakBirthDate(a) || isWeakBirthDate(b);
    if (a == b) {
        return weak ? BirthDateAgreement::SameButWeak : BirthDateAgreement::Same;
    }
    if (weak) {
        return a.year == b.year ? BirthDateAgreement::Consistent : BirthDateAgreement::Differs;
    }
    if (a.year == b.year && a.month == b.day && a.day == b.month) {
        return BirthDateAgreement::DayMonthSwapped;
    }
    const int alike = (a.year == b.year ? 1 : 0) + (a.month == b.month ? 1 : 0) + (a.day == b.day ? 1 : 0);
    return alike == 2 ? BirthDateAgreement::OnePartOff : BirthDateAgreement::Differs;
}

PlaceAgreement placeOf(FieldAgreement postcode, FieldAgreement address, FieldAgreement phone, PhoneWeight weight) {
    if (phone == FieldAgreement::Same && weight == PhoneWeight::Telling) {
        return PlaceAgreement::Agrees;
    }
    if (postcode == FieldAgreement::Same) {
        // A street shares a postcode: with another door and another phone it says little.
        return address == FieldAgreement::Differs && phone == FieldAgreement::Differs ? PlaceAgreement::Unknown
                                                                                      : PlaceAgreement::Agrees;
    }
    if (postcode == FieldAgreement::Unknown && address == FieldAgreement::Same) {
        return PlaceAgreement::Agrees;
    }
    const bool anyDiffers =
        postcode == FieldAgreement::Differs || address == FieldAgreement::Differs || phone == FieldAgreement::Differs;
    return anyDiffers ? PlaceAgreement::Differs : PlaceAgreement::Unknown;
}

Evidence compare(const PreparedIdentity& a, const PreparedIdentity& b, const WordPool& pool) {
    Evidence evidence;
    evidence.number = compareNumbers(a, b);
    evidence.name = compareNames(a.name, b.name, pool);
    evidence.born = compareBirthDates(a.born, b.born);
    evidence.postcode = compareField(a.postcode, b.postcode);
    evidence.address = compareField(a.address, b.address);
    evidence.phone = compareField(a.phone, b.phone);
    evidence.place = placeOf(evidence.postcode, evidence.address, evidence.phone,
                             a.isPhoneTelling && b.isPhoneTelling ? PhoneWeight::Telling : PhoneWeight::Slight);
    return evidence;
}

} // namespace frontsheet::matching
