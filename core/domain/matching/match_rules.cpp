#include "core/domain/matching/match_rules.h"

#include "core/domain/matching/prepared_identity.h"

namespace frontsheet::matching {

namespace {

using Born = BirthDateAgreement;
using Name = NameAgreement;
using Place = PlaceAgreement;

constexpr Judgement kApart{};
constexpr Judgement kQuestion{Verdict::Question, Firmness::FullIdentity, std::nullopt};

Judgement apart(ApartReason reason) { return {Verdict::Apart, Firmness::FullIdentity, reason}; }
Judgement certain(Firmness firmness) { return {Verdict::Certain, firmness, std::nullopt}; }

Judgement questionIf(bool ask) { return ask ? kQuestion : kApart; }

// Two marks of place, not a postcode or a telephone alone.
bool isPlaceFirm(const Evidence& e) {
    return e.postcode == FieldAgreement::Same && (e.address == FieldAgreement::Same || e.phone == FieldAgreement::Same);
}

// Nothing but the place and a slip in name or birth date tells, so nobody else of the name may be at the place.
bool isFullIdentityBut(const Evidence& e, const Surroundings& around) {
    return isPlaceFirm(e) && !around.hasNamesakeAtHome && !around.isNumberContested &&
           around.policy == CertainOn::NumberOrFullIdentity;
}

bool isNear(Born born) {
    return born == Born::SameButWeak || born == Born::Consistent || born == Born::DayMonthSwapped ||
           born == Born::OnePartOff;
}

Judgement judgeSameNumberSameName(const Evidence& e, const Surroundings& around) {
    if (e.born == Born::Same) {
        // Where two people share name and birthday, their numbers get exchanged: the place must bear the number out.
        return around.hasRival && e.place != Place::Agrees ? kQuestion : certain(Firmness::NumberNameAndBirthDate);
    }
    if (e.born == Born::Differs || around.hasRival || (e.born == Born::OnePartOff && e.place == Place::Differs)) {
        return kQuestion; // father and son, and a number in the wrong file
    }
    return certain(Firmness::NumberAndEither);
}

Judgement judgeSameNumber(const Evidence& e, const Surroundings& around) {
    switch (e.name) {
    case Name::Same:
        return judgeSameNumberSameName(e, around);
    case Name::ShortForm:
    case Name::MaybeShortForm:
    case Name::Partial:
    case Name::FamilyDiffers:
    case Name::OneLetterOff:
    case Name::Initial:
        if (e.born == Born::Same) {
            const bool mayBeTwin = e.name == Name::OneLetterOff || e.name == Name::Initial;
            return around.hasRival || (mayBeTwin && e.place != Place::Agrees) ? kQuestion
                                                                              : certain(Firmness::NumberAndEither);
        }
        return e.born == Born::Differs && e.place != Place::Agrees ? apart(ApartReason::SharedNumber) : kQuestion;
    case Name::Unknown:
    case Name::GivenDiffers:
    case Name::Differs:
        break;
    }
    if (e.born == Born::Same || (e.born != Born::Differs && e.place == Place::Agrees)) {
        return kQuestion;
    }
    return apart(ApartReason::SharedNumber);
}

Judgement judgeOtherNumber(const Evidence& e, const Surroundings& around) {
    if (e.name == Name::Same && e.born == Born::Same) {
        return e.place == Place::Agrees || (around.isNumberContested && e.place == Place::Unknown)
                   ? kQuestion // one of the two numbers may be wrong
                   : apart(ApartReason::Namesakes);
    }
    if (e.name == Name::Same && e.address == FieldAgreement::Same && e.born == Born::Differs) {
        return apart(ApartReason::OneNameOneAddress);
    }
    const bool goTogether = e.name == Name::ShortForm || e.name == Name::MaybeShortForm || e.name == Name::Partial;
    return questionIf(around.isNumberContested && goTogether && e.born == Born::Same && e.place == Place::Agrees);
}

Judgement judgeSameNameWithoutNumber(const Evidence& e, const Surroundings& around) {
    const bool agrees = e.place == Place::Agrees;
    const bool slip = e.number == NumberAgreement::OneSlip;
    switch (e.born) {
    case Born::Same:
        // A telephone goes with people, but also with care homes: it does not outweigh two postcodes.
        return agrees && e.postcode != FieldAgreement::Differs && !around.isNumberContested &&
                       around.policy == CertainOn::NumberOrFullIdentity
                   ? certain(Firmness::FullIdentity)
                   : kQuestion;
    case Born::SameButWeak:
    case Born::Consistent:
    case Born::DayMonthSwapped:
        return isFullIdentityBut(e, around) ? certain(Firmness::FullIdentity) : questionIf(agrees || slip);
    case Born::OnePartOff:
    case Born::Unknown:
        return questionIf(agrees || slip);
    case Born::Differs:
        if (slip && agrees) {
            return kQuestion;
        }
        return e.address == FieldAgreement::Same ? apart(ApartReason::OneNameOneAddress) : kApart;
    }
    return kApart;
}

Judgement judgeWithoutNumber(const Evidence& e, const Surroundings& around) {
    const bool agrees = e.place == Place::Agrees;
    const bool slip = e.number == NumberAgreement::OneSlip;
    switch (e.name) {
    case Name::Same:
        return judgeSameNameWithoutNumber(e, around);
    case Name::ShortForm:
        if (e.born == Born::Same && isFullIdentityBut(e, around)) {
            return certain(Firmness::FullIdentity);
        }
        [[fallthrough]];
    case Name::MaybeShortForm:
        return questionIf(e.born == Born::Same || ((isNear(e.born) || e.born == Born::Unknown) && (agrees || slip)));
    case Name::Partial:
        if (e.born == Born::Same && isFullIdentityBut(e, around)) {
            return certain(Firmness::FullIdentity);
        }
        [[fallthrough]];
    case Name::OneLetterOff:
        return questionIf(e.born != Born::Differs && (agrees || (slip && e.born == Born::Same)));
    case Name::FamilyDiffers:
    case Name::Initial:
    case Name::Unknown:
        return questionIf(e.born == Born::Same && (agrees || slip));
    case Name::GivenDiffers: // twins, as far as anyone can tell
    case Name::Differs:
        return questionIf(slip && e.born == Born::Same && agrees);
    }
    return kApart;
}

} // namespace

Judgement judge(const Evidence& evidence, const Surroundings& around) {
    switch (evidence.number) {
    case NumberAgreement::Same:
        return judgeSameNumber(evidence, around);
    case NumberAgreement::Differs:
        return judgeOtherNumber(evidence, around);
    case NumberAgreement::Unknown:
    case NumberAgreement::OneSlip:
        break;
    }
    return judgeWithoutNumber(evidence, around);
}

} // namespace frontsheet::matching
