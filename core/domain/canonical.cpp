#include "core/domain/canonical.h"

#include "core/domain/attachment.h"
#include "core/domain/schema/record_schema.h"

#include <cstdio>

namespace frontsheet {

namespace {

std::string json(const Value& value) {
    struct {
        std::string operator()(const std::string& text) const { return jsonQuoted(text); }
        std::string operator()(std::int64_t number) const { return std::to_string(number); }
        std::string operator()(const AnyId& id) const { return jsonQuoted(id.hex()); }
        std::string operator()(const std::vector<std::string>& members) const {
            std::string out = "[";
            for (const auto& member : members) {
                out += (out.size() > 1 ? "," : "") + jsonQuoted(member);
            }
            return out + "]";
        }
    } writer;
    return std::visit(writer, value);
}

// A dump is to be counted and compared by people who may not open the files.
std::string json(const FieldSpec* spec, const Value& value) {
    const auto* members = std::get_if<std::vector<std::string>>(&value);
    if (spec == nullptr || spec->kind != FieldKind::Files || members == nullptr) {
        return json(value);
    }
    std::vector<std::string> shown;
    for (const auto& member : *members) {
        shown.push_back(withoutKey(member));
    }
    return json(Value{std::move(shown)});
}

const FieldSpec* specOf(const RecordSchema* schema, FieldTag tag) {
    return schema != nullptr ? schema->field(tag) : nullptr;
}

std::string fieldName(const RecordSchema* schema, FieldTag tag) {
    const FieldSpec* spec = specOf(schema, tag);
    return spec != nullptr ? jsonQuoted(spec->name) : jsonQuoted("#" + std::to_string(tag.number));
}

std::string othersOf(const RecordSchema* schema, const std::vector<OtherVersion>& others) {
    std::string out;
    for (const auto& other : others) {
        out += out.empty() ? ",\"other_versions\":[" : ",";
        out += "{\"operation\":" + jsonQuoted(other.op.hex()) + ",\"author\":" + jsonQuoted(other.author.str()) +
               ",\"author_agency\":" + jsonQuoted(other.agency.str()) +
               ",\"written_at\":" + std::to_string(other.writtenAt.ms) +
               ",\"beside\":" + jsonQuoted(other.standingAuthor.str()) +
               ",\"beside_agency\":" + jsonQuoted(other.standingAgency.str()) +
               ",\"beside_since\":" + std::to_string(other.standingSince.ms) + ",\"fields\":{";
        for (const auto& said : other.says) {
            out += out.back() == '{' ? "" : ",";
            out += fieldName(schema, said.field) + ":" +
                   (said.value ? json(specOf(schema, said.field), *said.value) : "null");
        }
        out += "}}";
    }
    return out.empty() ? out : out + "]";
}

} // namespace

std::string jsonQuoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        switch (c) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        case '\t':
            out += "\\t";
            break;
        default:
            if (static_cast<unsigned char>(c) < 0x20) {
                char buffer[8];
                std::snprintf(buffer, sizeof buffer, "\\u%04x", static_cast<unsigned>(c));
                out += buffer;
            } else {
                out.push_back(c);
            }
        }
    }
    out.push_back('"');
    return out;
}

std::string canonicalLine(const Record& record) {
    const RecordSchema* schema = schemaOf(record.type);
    std::string out = "{\"record\":\"" + record.id.hex() + "\",\"type\":";
    out += schema != nullptr ? jsonQuoted(schema->name)
                             : jsonQuoted("#" + std::to_string(static_cast<unsigned>(record.type)));
    out += ",\"home\":" + jsonQuoted(record.home.str());
    out += ",\"person\":" + (record.person.isNull() ? "null" : jsonQuoted(record.person.hex()));
    out += ",\"version\":" + std::to_string(record.version.n);
    out += ",\"category\":" + jsonQuoted(name(record.category));
    out += ",\"author\":" + jsonQuoted(record.author.str());
    out += ",\"author_agency\":" + jsonQuoted(record.authorAgency.str());
    out += ",\"occurred_at\":" + std::to_string(record.occurredAt.ms);
    out += ",\"recorded_at\":" + std::to_string(record.recordedAt.ms);
    out += ",\"fields\":{";
    bool first = true;
    for (const auto& [tag, value] : record.fields) {
        out += first ? "" : ",";
        first = false;
        out += fieldName(schema, tag) + ":" + json(specOf(schema, tag), value);
    }
    return out + "}" + othersOf(schema, record.fields.others()) + "}";
}

std::string_view name(IntentOutcome outcome) {
    switch (outcome) {
    case IntentOutcome::Applied:
        return "applied";
    case IntentOutcome::Merged:
        return "merged";
    case IntentOutcome::Conflict:
        return "conflict";
    case IntentOutcome::Held:
        return "held";
    case IntentOutcome::Refused:
        return "refused";
    }
    return "unknown";
}

} // namespace frontsheet
