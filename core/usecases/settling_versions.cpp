#include "core/usecases/settling_versions.h"

#include "core/domain/admit.h"
#include "core/domain/schema/record_schema.h"

#include <algorithm>
#include <set>

namespace frontsheet {

namespace {

constexpr std::size_t kMostListed = 500; // of one worker or agency; settled from the top, the others come up

std::string textOf(const Value* value) {
    const auto* text = value != nullptr ? std::get_if<std::string>(value) : nullptr;
    return text != nullptr ? *text : std::string{};
}

void put(FieldSet& fields, FieldTag tag, std::string text) { apply(fields, {tag, {}, Value{std::move(text)}}); }

const OtherVersion* newestOf(const Record& record) {
    const auto& others = record.fields.others();
    const auto at = std::max_element(others.begin(), others.end(),
                                     [](const auto& a, const auto& b) { return a.writtenAt < b.writtenAt; });
    return at != others.end() ? &*at : nullptr;
}

bool isProse(RecordType type, FieldTag tag) {
    const RecordSchema* schema = schemaOf(type);
    const FieldSpec* spec = schema != nullptr ? schema->field(tag) : nullptr;
    return spec != nullptr && spec->merge == MergeRule::Prose;
}

FieldTag firstProse(RecordType type, const OtherVersion& other) {
    const auto at = std::find_if(other.says.begin(), other.says.end(),
                                 [type](const OtherVersion::Said& said) { return isProse(type, said.field); });
    return at != other.says.end() ? at->field : FieldTag{};
}

} // namespace

Result<std::vector<VersionsRow>> SettlingVersions::waiting() {
    std::vector<VersionsRow> rows;
    std::set<RecordId> seen;
    std::vector<PersonId> persons;
    for (const bool mine : {true, false}) {
        FS_ASSIGN(const auto listed,
                  m_work.reader.worklist(mine ? Worklist::TwoVersions : Worklist::TwoVersionsAtAgency,
                                         mine ? m_work.me.worker.str() : m_work.me.agency.str(), kMostListed));
        for (const auto& working : listed) {
            const OtherVersion* other = newestOf(working.record);
            if (other == nullptr || !seen.insert(working.record.id).second) {
                continue;
            }
            persons.push_back(working.record.person);
            rows.push_back({working.record.id,
                            working.record.type,
                            working.record.person,
                            {},
                            other->op,
                            firstProse(working.record.type, *other),
                            other->agency,
                            other->author,
                            other->writtenAt,
                            mine});
        }
    }
    FS_ASSIGN(const auto names, spokenNames(m_work.reader, std::move(persons)));
    for (auto& row : rows) {
        if (const auto at = names.find(row.person); at != names.end()) {
            row.personName = at->second;
        }
    }
    return rows;
}

Result<std::size_t> SettlingVersions::mine() {
    FS_ASSIGN(const auto listed, m_work.reader.worklist(Worklist::TwoVersions, m_work.me.worker.str(), kMostListed));
    return listed.size();
}

Result<OpenVersions> SettlingVersions::open(const RecordId& id, const OpId& op) {
    FS_ASSIGN(auto found, m_work.reader.record(id));
    if (!found) {
        return {ErrorCode::NotFound, "record"};
    }
    const auto& others = found->record.fields.others();
    const auto at = std::find_if(others.begin(), others.end(), [&](const OtherVersion& o) { return o.op == op; });
    const OtherVersion* other = op.isNull() ? newestOf(found->record) : at != others.end() ? &*at : nullptr;
    if (other == nullptr) {
        return {ErrorCode::NotFound, "another version"};
    }
    OpenVersions open{found->record, *other, {}, others.size() - 1, ownerOf(found->record, *other)};
    for (const auto& said : open.other.says) {
        if (isProse(open.record.type, said.field)) {
            open.texts.push_back({said.field, textOf(open.record.fields.find(said.field)),
                                  textOf(said.value ? &*said.value : nullptr),
                                  textOf(said.saw ? &*said.saw : nullptr)});
        }
    }
    if (open.texts.empty()) {
        return {ErrorCode::Unsupported, "versions of a newer schema"};
    }
    return open;
}

Result<void> SettlingVersions::settle(const OpenVersions& open, const FieldSet& after) {
    Intent intent;
    intent.op = m_work.ids.random<OpId>();
    intent.record = open.record.id;
    intent.type = open.record.type;
    intent.home = open.record.home;
    intent.person = open.record.person;
    intent.category = open.record.category;
    intent.base = open.record.version;
    // An edit's time is when it is made; a draft's is when the visit was, and stays.
    intent.occurredAt = isDraft(open.record) ? open.record.occurredAt : m_work.clock.now();
    intent.edits = editsOf(open.record.type, open.record.fields, after);
    for (const auto& text :
         open.texts) { // what stands was seen: changed meanwhile, it is another conflict, and none is lost
        const Value* value = open.record.fields.find(text.field);
        const auto seen = value != nullptr ? std::optional{*value} : std::nullopt;
        const auto at = std::lower_bound(intent.edits.begin(), intent.edits.end(), text.field,
                                         [](const FieldEdit& edit, FieldTag tag) { return edit.field < tag; });
        if (at == intent.edits.end() || at->field != text.field) {
            intent.edits.insert(at, {text.field, seen, seen});
        }
    }
    intent.settles = {open.other.op};
    const Relationships trusting{true, true};
    FS_ASSIGN([[maybe_unused]] const auto admission,
              admit(m_work.me, open.record, intent, trusting, m_work.clock.now()));
    return m_work.writer.save({intent});
}

Result<void> SettlingVersions::keepStanding(const RecordId& record, const OpId& other) {
    FS_ASSIGN(const auto open, this->open(record, other));
    return settle(open, open.record.fields);
}

Result<void> SettlingVersions::takeOther(const RecordId& record, const OpId& other) {
    FS_ASSIGN(const auto open, this->open(record, other));
    return settle(open, withOther(open.record.fields, open.other));
}

Result<void> SettlingVersions::keepBoth(const RecordId& record, const OpId& other, const std::string& standingHeading,
                                        const std::string& otherHeading) {
    FS_ASSIGN(const auto open, this->open(record, other));
    FieldSet after = open.record.fields;
    for (const auto& text : open.texts) {
        put(after, text.field, bothTexts(text.standing, standingHeading, text.other, otherHeading));
    }
    return settle(open, after);
}

Result<void> SettlingVersions::write(const RecordId& record, const OpId& other,
                                     const std::map<FieldTag, std::string>& texts) {
    FS_ASSIGN(const auto open, this->open(record, other));
    FieldSet after = open.record.fields;
    for (const auto& [field, text] : texts) {
        const bool about = std::any_of(open.texts.begin(), open.texts.end(),
                                       [tag = field](const TwoTexts& two) { return two.field == tag; });
        if (!about) {
            return {ErrorCode::InvalidArgument, "a field that the versions are not about"};
        }
        put(after, field, text);
    }
    return settle(open, after);
}

} // namespace frontsheet
