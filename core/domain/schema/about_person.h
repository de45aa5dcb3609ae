// What the person, and those close to them, want everybody to know: about me, how to reach them so that they understand, and who
// belongs to them. Each agency keeps what it was told; the front sheet shows all of it with agency and date.
#pragma once

#include "core/domain/schema/field.h"

// About me: the headings of "About me" in the Core Information Standard (Professional Record Standards Body, v2.0, 2023), in
// the person's words. What was said is replaced by what they say later; what they said before is its history.
namespace frontsheet::about_me {

// what is most important to me
inline constexpr TextField kImportant{
    {{1}, "important", FieldKind::Prose, MergeRule::Prose, Category::Wishes, 0, Searchable::Yes, 16 * 1024}};
// people who are important to me
inline constexpr TextField kPeople{
    {{2}, "people", FieldKind::Prose, MergeRule::Prose, Category::Wishes, 0, Searchable::No, 4096}};
// how and when to support me
inline constexpr TextField kSupport{
    {{3}, "support", FieldKind::Prose, MergeRule::Prose, Category::Wishes, 0, Searchable::No, 16 * 1024}};
// how I communicate and how to communicate with me
inline constexpr TextField kCommunication{
    {{4}, "communication", FieldKind::Prose, MergeRule::Prose, Category::Wishes, 0, Searchable::No, 4096}};
// what a good day is, and how to tell a bad one
inline constexpr TextField kWellness{
    {{5}, "wellness", FieldKind::Prose, MergeRule::Prose, Category::Wishes, 0, Searchable::No, 4096}};
// please do, and please do not
inline constexpr TextField kPleaseDo{
    {{6}, "please_do", FieldKind::Prose, MergeRule::Prose, Category::Wishes, 0, Searchable::No, 4096}};
// also worth knowing
inline constexpr TextField kWorthKnowing{
    {{7}, "worth_knowing", FieldKind::Prose, MergeRule::Prose, Category::Wishes, 0, Searchable::No, 4096}};
inline constexpr TextField kSaidOn{{{8}, "said_on", FieldKind::Date, MergeRule::Authority, Category::Wishes}};
// who helped to write it; absent: nobody
inline constexpr TextField kWrittenWith{{{9}, "written_with", FieldKind::Text, MergeRule::Authority, Category::Wishes}};

// What a person needs to understand and to be understood: the needs that the Accessible Information Standard (NHS England,
// DCB1605) asks to be recorded, flagged and shared. Language itself is on the registration.

inline constexpr FieldSpec kFields[] = {kImportant, kPeople,       kSupport, kCommunication, kWellness,
                                        kPleaseDo,  kWorthKnowing, kSaidOn,  kWrittenWith};

} // namespace frontsheet::about_me

namespace frontsheet::communication_need {

// spoken british-sign-language deafblind-manual relay; absent: none needed
inline constexpr TextField kInterpreter{{{1}, "interpreter", FieldKind::Code, MergeRule::Authority, Category::Wishes}};
// "Sylheti"
inline constexpr TextField kInterpreterLanguage{
    {{2}, "interpreter_language", FieldKind::Text, MergeRule::Authority, Category::Wishes}};
// letter phone text-message email in-person through-somebody
inline constexpr TextField kContactBy{{{3}, "contact_by", FieldKind::Code, MergeRule::Authority, Category::Wishes}};
// large-print easy-read braille audio email; absent: ordinary print
inline constexpr TextField kInformationAs{
    {{4}, "information_as", FieldKind::Code, MergeRule::Authority, Category::Wishes}};
// a hearing loop, time to answer, lip reading
inline constexpr TextField kSupport{
    {{5}, "support", FieldKind::Prose, MergeRule::Prose, Category::Wishes, 0, Searchable::No, 4096}};
inline constexpr TextField kAskedOn{{{6}, "asked_on", FieldKind::Date, MergeRule::Authority, Category::Wishes}};
// absent: it stands
inline constexpr TextField kEndedOn{{{7}, "ended_on", FieldKind::Date, MergeRule::Authority, Category::Wishes}};

// Somebody who belongs to the person and is no worker. One of them may be their carer too (carer.h).

inline constexpr FieldSpec kFields[] = {
    kInterpreter, kInterpreterLanguage, kContactBy, kInformationAs, kSupport, kAskedOn, kEndedOn};

} // namespace frontsheet::communication_need

namespace frontsheet::related_person {

inline constexpr TextField kName{{{1}, "name", FieldKind::Text, MergeRule::Authority, Category::ContactDetails, 1}};
// "daughter", "friend from church"
inline constexpr TextField kRelation{
    {{2}, "relation", FieldKind::Text, MergeRule::Authority, Category::ContactDetails, 1}};
inline constexpr TextField kPhone{{{3}, "phone", FieldKind::Text, MergeRule::Authority, Category::ContactDetails, 2}};
inline constexpr TextField kOtherPhone{
    {{4}, "other_phone", FieldKind::Text, MergeRule::Authority, Category::ContactDetails, 2}};
inline constexpr TextField kAddress{
    {{5}, "address", FieldKind::Text, MergeRule::Authority, Category::ContactDetails, 3}};
// to ring in an emergency
inline constexpr IntegerField kEmergencyContact{
    {{6}, "emergency_contact", FieldKind::YesNo, MergeRule::Authority, Category::ContactDetails}};
// whom to ring first: 1, 2, ...; 0: not said
inline constexpr IntegerField kOrder{
    {{7}, "order", FieldKind::Integer, MergeRule::Authority, Category::ContactDetails}};
// a word without legal force (ReSPECT and the Mental Capacity Act 2005 know none); recorded because people ask
inline constexpr IntegerField kNextOfKin{
    {{8}, "next_of_kin", FieldKind::YesNo, MergeRule::Authority, Category::ContactDetails}};
inline constexpr IntegerField kLivesWith{
    {{9}, "lives_with", FieldKind::YesNo, MergeRule::Authority, Category::ContactDetails}};
inline constexpr IntegerField kKeyHolder{
    {{10}, "key_holder", FieldKind::YesNo, MergeRule::Authority, Category::ContactDetails}};
inline constexpr TextField kNote{
    {{11}, "note", FieldKind::Prose, MergeRule::Prose, Category::ContactDetails, 0, Searchable::No, 4096}};
// their own person id, where they are a person to some agency too
inline constexpr PersonField kAsPerson{
    {{12}, "as_person", FieldKind::Person, MergeRule::Authority, Category::ContactDetails}};
// absent: it stands
inline constexpr TextField kEndedOn{
    {{13}, "ended_on", FieldKind::Date, MergeRule::Authority, Category::ContactDetails}};

inline constexpr FieldSpec kFields[] = {kName,   kRelation,  kPhone,     kOtherPhone, kAddress, kEmergencyContact,
                                        kOrder,  kNextOfKin, kLivesWith, kKeyHolder,  kNote,    kAsPerson,
                                        kEndedOn};

} // namespace frontsheet::related_person
