#include "core/domain/record.h"

#include <algorithm>

namespace frontsheet {

namespace {

struct ByTag {
    bool operator()(const FieldSet::Entry& entry, FieldTag tag) const { return entry.first < tag; }
};

template <class T>
const T* as(const FieldSet& fields, FieldTag tag) {
    const Value* value = fields.find(tag);
    return value == nullptr ? nullptr : std::get_if<T>(value);
}

template <class Strong>
Strong codeOf(const FieldSet& fields, FieldTag tag) {
    const auto* text = as<std::string>(fields, tag);
    return text == nullptr ? Strong{} : Strong{*text};
}

void putText(FieldSet& fields, FieldTag tag, std::string text) {
    if (text.empty()) {
        fields.erase(tag);
    } else {
        fields.set(tag, Value{std::move(text)});
    }
}

template <class Id>
void putId(FieldSet& fields, FieldTag tag, const Id& id) {
    if (id.isNull()) {
        fields.erase(tag);
    } else {
        fields.set(tag, idValue(id));
    }
}

} // namespace

const Value* FieldSet::find(FieldTag tag) const {
    const auto at = std::lower_bound(m_entries.begin(), m_entries.end(), tag, ByTag{});
    return at != m_entries.end() && at->first == tag ? &at->second : nullptr;
}

void FieldSet::set(FieldTag tag, Value value) {
    const auto at = std::lower_bound(m_entries.begin(), m_entries.end(), tag, ByTag{});
    if (at != m_entries.end() && at->first == tag) {
        at->second = std::move(value);
    } else {
        m_entries.emplace(at, tag, std::move(value));
    }
}

void FieldSet::erase(FieldTag tag) {
    const auto at = std::lower_bound(m_entries.begin(), m_entries.end(), tag, ByTag{});
    if (at != m_entries.end() && at->first == tag) {
        m_entries.erase(at);
    }
}

std::string FieldSet::get(const TextField& field) const { return std::string{text(field)}; }

std::int64_t FieldSet::get(const IntegerField& field) const {
    const auto* number = as<std::int64_t>(*this, field.tag);
    return number == nullptr ? 0 : *number;
}

WallTime FieldSet::get(const TimeField& field) const {
    const auto* number = as<std::int64_t>(*this, field.tag);
    return number == nullptr ? WallTime{} : WallTime{*number};
}

RecordId FieldSet::get(const RecordField& field) const {
    const auto* id = as<AnyId>(*this, field.tag);
    return id == nullptr ? RecordId{} : RecordId{id->bytes};
}

PersonId FieldSet::get(const PersonField& field) const {
    const auto* id = as<AnyId>(*this, field.tag);
    return id == nullptr ? PersonId{} : PersonId{id->bytes};
}

AgencyId FieldSet::get(const AgencyField& field) const { return codeOf<AgencyId>(*this, field.tag); }
WorkerId FieldSet::get(const WorkerField& field) const { return codeOf<WorkerId>(*this, field.tag); }
ServiceId FieldSet::get(const ServiceField& field) const { return codeOf<ServiceId>(*this, field.tag); }

std::vector<std::string> FieldSet::get(const SetField& field) const {
    const auto* members = as<std::vector<std::string>>(*this, field.tag);
    return members == nullptr ? std::vector<std::string>{} : *members;
}

std::string_view FieldSet::text(const FieldSpec& field) const {
    const auto* held = as<std::string>(*this, field.tag);
    return held == nullptr ? std::string_view{} : std::string_view{*held};
}

void FieldSet::put(const TextField& field, std::string value) { putText(*this, field.tag, std::move(value)); }
void FieldSet::put(const IntegerField& field, std::int64_t value) { set(field.tag, Value{value}); }

void FieldSet::put(const TimeField& field, WallTime value) {
    if (value.isKnown()) {
        set(field.tag, Value{value.ms});
    } else {
        erase(field.tag);
    }
}

void FieldSet::put(const RecordField& field, RecordId value) { putId(*this, field.tag, value); }
void FieldSet::put(const PersonField& field, PersonId value) { putId(*this, field.tag, value); }
void FieldSet::put(const AgencyField& field, AgencyId value) { putText(*this, field.tag, value.str()); }
void FieldSet::put(const WorkerField& field, WorkerId value) { putText(*this, field.tag, value.str()); }
void FieldSet::put(const ServiceField& field, ServiceId value) { putText(*this, field.tag, value.str()); }

void FieldSet::put(const SetField& field, std::vector<std::string> value) {
    std::sort(value.begin(), value.end());
    value.erase(std::unique(value.begin(), value.end()), value.end());
    if (value.empty()) {
        erase(field.tag);
    } else {
        set(field.tag, Value{std::move(value)});
    }
}

} // namespace frontsheet
