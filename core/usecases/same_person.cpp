#include "core/usecases/same_person.h"

#include "core/domain/schema/contact_note.h"
#include "core/domain/schema/person_link.h"

#include <algorithm>
#include <iterator>

namespace frontsheet {

namespace {

struct Both {
    About here, there;
};

Result<Both> loadBoth(RecordReader& reader, const PersonId& person, const PersonId& other) {
    Both both;
    FS_ASSIGN(both.here, loadAbout(reader, person));
    FS_ASSIGN(both.there, loadAbout(reader, other));
    return both;
}

Result<void> refused(JoinRefusal refusal) {
    switch (refusal) {
    case JoinRefusal::NhsNumbersDiffer:
        return {ErrorCode::NotPermitted, "two valid NHS numbers"};
    case JoinRefusal::JoinedAlready:
        return {ErrorCode::Duplicate, "one human already"};
    case JoinRefusal::NotOurs:
        return {ErrorCode::NotFound, "this agency has registered neither"};
    case JoinRefusal::None:
        break;
    }
    return ok();
}

} // namespace

Result<std::vector<PersonRow>> SamePerson::others(const PersonId& person, const std::string& typed, std::size_t limit) {
    FS_ASSIGN(const auto same, m_work.reader.sameHuman(person));
    FS_ASSIGN(auto rows, m_work.reader.search(typed, limit + same.size()));
    std::erase_if(rows, [&](const PersonRow& row) {
        return !row.matchedNote.isNull() || std::find(same.begin(), same.end(), row.person) != same.end();
    });
    rows.resize(std::min(rows.size(), limit));
    return rows;
}

Result<SamePerson::Pair> SamePerson::compare(const PersonId& person, const PersonId& other) {
    FS_ASSIGN(const auto both, loadBoth(m_work.reader, person, other));
    const auto look = lookAtJoining(both.here.records, both.there.records, m_work.me.agency);
    if (look.left == nullptr || look.right == nullptr) {
        return {ErrorCode::NotFound, "a registration of each"};
    }
    return Pair{*look.left, *look.right, codesOf(look.evidence), look.refusal};
}

Result<void> SamePerson::join(const PersonId& person, const PersonId& other) {
    FS_ASSIGN(const auto both, loadBoth(m_work.reader, person, other));
    const auto look = lookAtJoining(both.here.records, both.there.records, m_work.me.agency);
    FS_TRY(refused(look.refusal));
    std::vector<Record> about = both.here.records;
    about.insert(about.end(), both.there.records.begin(), both.there.records.end());
    const WallTime now = m_work.clock.now();
    const auto transaction = m_work.ids.random<TransactionId>();
    std::vector<Intent> intents;
    const auto say = [&](const std::optional<Record>& before, Record link) -> Result<void> {
        link = decidedLink(std::move(link), LinkDecision::Same, m_work.me.worker, now);
        FS_ASSIGN(auto intent, intentFor(m_work, before, link));
        intent.transaction = transaction;
        intents.push_back(std::move(intent));
        return ok();
    };
    // A no of this agency's, whoever's it was, would outweigh the yes.
    for (const auto* said : statementsOn(about, m_work.me.agency, look.left->person, look.right->person)) {
        FS_TRY(say(*said, *said));
    }
    if (intents.empty()) {
        Record link = newRecord(m_work, RecordType::PersonLink, look.left->person, Category::Identity);
        link.person = look.left->person;
        link.fields.put(person_link::kOther, look.right->person);
        link.fields.put(person_link::kOtherAgency, look.right->home);
        link.fields.put(person_link::kEvidence, codesOf(look.evidence));
        FS_TRY(say(std::nullopt, std::move(link)));
    }
    return m_work.writer.save(intents);
}

Result<std::vector<SamePerson::Joined>> SamePerson::joined(const PersonId& person) {
    FS_ASSIGN(const auto about, loadAbout(m_work.reader, person));
    std::vector<Joined> out;
    for (const auto& record : about.records) {
        if (record.type == RecordType::Registration) {
            out.push_back({record, {}, false});
        }
    }
    const auto& me = m_work.me.agency;
    std::stable_sort(out.begin(), out.end(), [&](const Joined& a, const Joined& b) {
        const bool ownA = a.registration.home == me;
        const bool ownB = b.registration.home == me;
        return ownA != ownB ? ownA : a.registration.person < b.registration.person;
    });
    // The page is about the first: it is the others of which somebody says that they are the same, or not.
    for (std::size_t at = 1; at < out.size(); ++at) {
        auto& one = out[at];
        const auto& id = one.registration.person;
        for (const auto& record : about.records) {
            if (linkWordOf(record) == LinkWord::Joins &&
                (record.person == id || record.fields.get(person_link::kOther) == id)) {
                const auto decided = record.fields.get(person_link::kDecidedAt);
                one.said.push_back({record.home, record.fields.get(person_link::kDecidedBy),
                                    decided.isKnown() ? decided : record.occurredAt,
                                    std::binary_search(about.waiting.begin(), about.waiting.end(), record.id)});
            }
        }
        const auto& anchor = out.front().registration.person;
        one.mayPart = id != anchor && partingOf(about.records, me, anchor, id).saysAnything();
    }
    return out;
}

Result<SamePerson::Parting> SamePerson::lookAtParting(const PersonId& person, const PersonId& other) {
    FS_ASSIGN(const auto about, loadAbout(m_work.reader, person));
    const auto parting = partingOf(about.records, m_work.me.agency, person, other);
    Parting out{parting.stillSaidBy, {}};
    std::copy_if(
        about.records.begin(), about.records.end(), std::back_inserter(out.writtenSince), [&](const Record& r) {
            return r.type == RecordType::ContactNote && r.home == m_work.me.agency && parting.joinedSince.isKnown() &&
                   r.fields.text(contact_note::kState) == "signed" && r.occurredAt >= parting.joinedSince;
        });
    return out;
}

Result<void> SamePerson::part(const PersonId& person, const PersonId& other) {
    FS_ASSIGN(const auto about, loadAbout(m_work.reader, person));
    const auto parting = partingOf(about.records, m_work.me.agency, person, other);
    if (!parting.saysAnything()) {
        return {ErrorCode::NotFound, "nothing that this agency says"};
    }
    const WallTime now = m_work.clock.now();
    const auto transaction = m_work.ids.random<TransactionId>();
    std::vector<Intent> intents;
    const auto decide = [&](const std::optional<Record>& before, Record link) -> Result<void> {
        link = decidedLink(std::move(link), LinkDecision::Different, m_work.me.worker, now);
        FS_ASSIGN(auto intent, intentFor(m_work, before, link));
        intent.transaction = transaction;
        intents.push_back(std::move(intent));
        return ok();
    };
    for (const auto* link : parting.takeBack) {
        FS_TRY(decide(*link, *link));
    }
    for (const auto& [own, beside] : parting.deny) {
        Record link = newRecord(m_work, RecordType::PersonLink, own, Category::Identity);
        link.person = own;
        link.fields.put(person_link::kOther, beside);
        const auto registered =
            std::find_if(about.records.begin(), about.records.end(), [&person = beside](const Record& r) {
                return r.type == RecordType::Registration && r.person == person;
            });
        if (registered != about.records.end()) {
            link.fields.put(person_link::kOtherAgency, registered->home);
        }
        FS_TRY(decide(std::nullopt, std::move(link)));
    }
    return m_work.writer.save(intents);
}

} // namespace frontsheet
