#include "core/domain/said_right.h"

#include "core/base/utf8.h"
#include "core/domain/change_checks.h"
#include "core/domain/schema/registration.h"
#include "core/domain/schema/view.h"

#include <algorithm>

namespace frontsheet {

namespace {

using enum Sayings::Likeness;

constexpr std::string_view kDisagreement = "disagreement";

constexpr Disputable kDisputables[] = {
    {&registration::kAddress},     {&registration::kPhone, Phone},  {&registration::kFamilyName},
    {&registration::kGivenName},   {&registration::kBorn, Date},    {&registration::kNhsNumber},
    {&registration::kGender},      {&registration::kPreferredName}, {&registration::kTitle},
    {&registration::kLiving},      {&registration::kLanguage},      {&registration::kPractice},
    {&registration::kFrailty},     {&registration::kTeam},          {&registration::kKeyWorkerName},
    {&registration::kTenancyType}, {&registration::kDied, Date},
};

// Whether the words of `part` stand next to one another in `text`, whatever their case.
bool holdsWords(const std::string& text, const std::string& part) {
    return (" " + foldForSearch(text) + " ").find(" " + foldForSearch(part) + " ") != std::string::npos;
}

std::string addressOf(const FieldSet& f) {
    std::string out = f.get(registration::kAddress);
    for (const auto& part : {f.get(registration::kTown), f.get(registration::kPostcode)}) {
        // Extracts that keep the address in one line repeat town and postcode in it.
        if (!part.empty() && !holdsWords(out, part)) {
            out += (out.empty() ? "" : ", ") + part;
        }
    }
    return out;
}

FieldTag fieldIn(const FieldSet& f) {
    const auto number = f.get(view::kAboutField);
    return number > 0 && number <= kMaxFieldTag ? FieldTag{static_cast<std::uint16_t>(number)} : FieldTag{};
}

} // namespace

std::span<const Disputable> disputables() { return kDisputables; }

const Disputable* disputable(FieldTag field) {
    const auto* found = std::find_if(std::begin(kDisputables), std::end(kDisputables),
                                     [field](const Disputable& one) { return one.field->tag == field; });
    return found == std::end(kDisputables) ? nullptr : found;
}

std::string registered(const FieldSet& registration, FieldTag field) {
    if (field == registration::kAddress.tag) {
        return addressOf(registration);
    }
    const auto* one = disputable(field);
    return one == nullptr ? std::string{} : registration.get(*one->field);
}

bool isSaidRight(const Record& record) {
    return record.type == RecordType::View && record.fields.text(view::kAbout) == kDisagreement;
}

bool isSaidRightNow(const Record& record) { return isSaidRight(record) && record.fields.text(view::kState) == "said"; }

SaidRight saidRightIn(const Record& record) {
    const auto& f = record.fields;
    SaidRight said;
    said.record = record.id;
    said.agency = record.home;
    said.worker = f.get(view::kRecordedBy);
    said.name = f.get(view::kName);
    said.value = f.get(view::kSaid);
    said.at = record.occurredAt;
    return said;
}

Record sayRight(Record record, const Record& registration, FieldTag field, const WorkerEntry& author,
                std::string_view today) {
    const auto* one = disputable(field);
    auto& f = record.fields;
    record.category = one == nullptr ? Category::Identity : one->field->category;
    f.put(view::kWhose, std::string{"worker"});
    f.put(view::kName, author.name);
    f.put(view::kRelation, author.role);
    f.put(view::kSaid, registered(registration.fields, field));
    f.put(view::kAbout, std::string{kDisagreement});
    f.put(view::kAboutRecord, registration.id);
    f.put(view::kAboutField, static_cast<std::int64_t>(field.number));
    f.put(view::kSaidOn, std::string{today});
    f.put(view::kRecordedBy, author.code);
    f.put(view::kState, std::string{"said"});
    return record;
}

Result<void> checkSaidRight(const Change& c) {
    const auto& f = c.after.fields;
    if (f.get(view::kAboutRecord).isNull()) {
        return missing(view::kAboutRecord);
    }
    const auto* one = disputable(fieldIn(f));
    if (one == nullptr) {
        return missing(view::kAboutField);
    }
    // Filed otherwise it would say an address to who may not read the address, or hide it from who may.
    return c.after.category == one->field->category
               ? ok()
               : Result<void>{ErrorCode::Malformed, "category of field " + std::string{one->field->name}};
}

} // namespace frontsheet
