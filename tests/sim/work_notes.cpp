// Work on notes, and on what waits in the outbox.
#include "core/domain/schema/contact_note.h"
#include "core/domain/schema/registration.h"
#include "core/domain/sharing/named_reader.h"
#include "core/domain/two_versions.h"
#include "tests/sim/work.h"

#include <algorithm>

namespace frontsheet::sim {

namespace {

bool isOwnDraft(const Record& record, const Principal& who) {
    return record.fields.text(contact_note::kState) == "draft" &&
           record.fields.get(contact_note::kAuthor) == who.worker && record.home == who.agency;
}

} // namespace

bool Work::addWords(DeviceNode&, FieldSet& fields, const RecordId& note) {
    const bool isLong = m_chance.oneIn(20);
    fields.put(contact_note::kText, canary(note) + " " + words(isLong ? 500 : 3 + m_chance.below(20)));
    return isLong;
}

bool Work::beginsDraft(DeviceNode& d) {
    const auto person = somePerson();
    if (!worksAtHome(d) || person.isNull()) {
        return false;
    }
    FieldSet fields;
    fields.put(contact_note::kState, std::string{"draft"});
    fields.put(contact_note::kAuthor, d.who.worker);
    auto intent = creates(d, RecordType::ContactNote, d.who.agency, person, {}, Category::ContactNote);
    addWords(d, fields, intent.record);
    intent.edits = editsOf(RecordType::ContactNote, {}, fields);
    return saves(d, {std::move(intent)});
}

bool Work::autosaves(DeviceNode& d) {
    const auto before = someRecord(d, RecordType::ContactNote, [&](const Record& r) { return isOwnDraft(r, d.who); });
    return before && savesEdit(d, *before, [&](Record& after) {
               addWords(d, after.fields, after.id);
               if (m_chance.oneIn(5)) {
                   after.category = m_chance.oneIn(2) ? Category::MentalHealth : Category::ContactNote;
               }
           });
}

bool Work::signsNote(DeviceNode& d) {
    const auto before = someRecord(d, RecordType::ContactNote, [&](const Record& r) { return isOwnDraft(r, d.who); });
    return before && savesEdit(d, *before, [&](Record& after) {
               after.fields.put(contact_note::kState, std::string{"signed"});
               after.fields.put(contact_note::kSignedAt, nowOf(d));
           });
}

bool Work::writesNote(DeviceNode& d) {
    const auto person = somePerson();
    if (!worksAtHome(d) || person.isNull()) {
        return false;
    }
    const auto category = m_chance.oneIn(5) ? Category::MentalHealth : Category::ContactNote;
    auto intent = creates(d, RecordType::ContactNote, d.who.agency, person, {}, category);
    FieldSet fields;
    addWords(d, fields, intent.record);
    fields.put(contact_note::kState, std::string{"signed"});
    fields.put(contact_note::kAuthor, d.who.worker);
    if (m_chance.oneIn(8)) {
        const auto& who = m_world.m_devices[m_chance.below(m_world.m_devices.size())]->who;
        sharing::putReaders(fields, contact_note::kReaders, {{who.agency, who.worker}});
    }
    intent.edits = editsOf(RecordType::ContactNote, {}, fields);
    return saves(d, {std::move(intent)});
}

bool Work::addsAddendum(DeviceNode& d) {
    const auto before = someRecord(d, RecordType::ContactNote, [&](const Record& r) {
        return r.home == d.who.agency && r.fields.text(contact_note::kState) == "signed";
    });
    if (!before) {
        return false;
    }
    auto intent = creates(d, RecordType::ContactNote, d.who.agency, before->person, {}, before->category);
    FieldSet fields;
    addWords(d, fields, intent.record);
    fields.put(contact_note::kState, std::string{"signed"});
    fields.put(contact_note::kAuthor, d.who.worker);
    fields.put(contact_note::kAddendumTo, before->id);
    intent.edits = editsOf(RecordType::ContactNote, {}, fields);
    return saves(d, {std::move(intent)});
}

bool Work::entersInError(DeviceNode& d) {
    const auto before = someRecord(d, RecordType::ContactNote, [&](const Record& r) {
        return r.home == d.who.agency && r.fields.text(contact_note::kState) == "signed";
    });
    return before && savesEdit(d, *before, [&](Record& after) {
               after.fields.put(contact_note::kState, std::string{"entered-in-error"});
               after.fields.put(contact_note::kErrorReason, "another person's " + words(2));
               after.fields.put(contact_note::kErrorBy, d.who.worker);
           });
}

bool Work::namesReaders(DeviceNode& d) {
    const auto before = someRecord(d, RecordType::ContactNote, [&](const Record& r) {
        return r.home == d.who.agency && r.fields.get(contact_note::kAuthor) == d.who.worker &&
               r.fields.text(contact_note::kState) != "entered-in-error";
    });
    return before && savesEdit(d, *before, [&](Record& after) {
               std::vector<sharing::NamedReader> readers;
               for (const auto& device : m_world.m_devices) {
                   if (m_chance.oneIn(2)) {
                       readers.push_back({device->who.agency, device->who.worker});
                   }
               }
               if (m_chance.oneIn(4)) {
                   readers.clear();
               }
               sharing::putReaders(after.fields, contact_note::kReaders, readers);
           });
}

bool Work::readsNote(DeviceNode& d) {
    const auto note = someRecord(d, RecordType::ContactNote, [](const Record& r) { return r.version.n != 0; });
    if (!note) {
        return false;
    }
    const HomeReading reading[] = {{note->home, {note->id, note->version, ReadingHow::Shown, nowOf(d), {}}}};
    (void)d.store().noteReadings(reading).has_value();
    return true;
}

bool Work::settlesVersions(DeviceNode& d) {
    std::optional<Record> before;
    for (const auto type :
         {RecordType::Registration, RecordType::Referral, RecordType::Placement, RecordType::ContactNote}) {
        auto found = someRecord(d, type, [](const Record& r) { return !r.fields.others().empty(); });
        if (found) {
            before = std::move(found);
        }
    }
    if (!before) {
        return false;
    }
    const OtherVersion other = before->fields.others()[m_chance.below(before->fields.others().size())];
    Intent intent = creates(d, before->type, before->home, before->person, {}, before->category);
    intent.record = before->id;
    intent.base = before->version;
    intent.occurredAt = before->occurredAt;
    if (m_chance.oneIn(2)) { // else what stands goes on standing
        intent.edits = editsOf(before->type, before->fields, withOther(before->fields, other));
    }
    intent.settles = {other.op};
    return saves(d, {std::move(intent)});
}

// A note and a change of the registration, together or not at all.
bool Work::writesTransaction(DeviceNode& d) {
    const auto before =
        someRecord(d, RecordType::Registration, [&](const Record& r) { return r.home == d.who.agency; });
    if (!worksAtHome(d) || !before) {
        return false;
    }
    auto changed = edits(d, *before, [&](Record& after) {
        after.fields.put(registration::kLiving, "with " + words(1) + std::to_string(++m_world.m_counter));
    });
    if (!changed) {
        return false;
    }
    auto note = creates(d, RecordType::ContactNote, d.who.agency, before->person, {}, Category::ContactNote);
    FieldSet fields;
    addWords(d, fields, note.record);
    fields.put(contact_note::kState, std::string{"signed"});
    fields.put(contact_note::kAuthor, d.who.worker);
    note.edits = editsOf(RecordType::ContactNote, {}, fields);
    changed->transaction = note.transaction = m_world.m_ids.random<TransactionId>();
    return saves(d, {std::move(*changed), std::move(note)});
}

// Each waits for the one before, also across homes.
bool Work::writesChain(DeviceNode& d) {
    const auto before = someRecord(d, RecordType::Registration, [](const Record&) { return true; });
    const auto person = somePerson();
    if (!worksAtHome(d) || !before || person.isNull()) {
        return false;
    }
    auto first = edits(d, *before, [&](Record& after) {
        after.fields.put(registration::kTeam, "team " + std::to_string(++m_world.m_counter));
    });
    if (!first) {
        return false;
    }
    std::vector<Intent> chain{std::move(*first)};
    const std::size_t links = 1 + m_chance.below(3);
    for (std::size_t i = 0; i < links; ++i) {
        auto note = creates(d, RecordType::ContactNote, d.who.agency, person, {}, Category::ContactNote);
        FieldSet fields;
        addWords(d, fields, note.record);
        fields.put(contact_note::kState, std::string{"signed"});
        fields.put(contact_note::kAuthor, d.who.worker);
        note.edits = editsOf(RecordType::ContactNote, {}, fields);
        note.after = chain.back().op;
        chain.push_back(std::move(note));
    }
    return saves(d, std::move(chain));
}

bool Work::savesAgain(DeviceNode& d) {
    const auto index = m_world.indexOf(d);
    std::vector<const Account*> own;
    for (auto at = m_world.m_saved.rbegin(); at != m_world.m_saved.rend() && own.size() < 3; ++at) {
        const auto& account = m_world.m_accounts.at(*at);
        if (account.device == index && account.standing == Account::Standing::Saved && account.showable &&
            m_world.outboxOf(d).contains(*at)) {
            own.push_back(&account);
        }
    }
    if (own.empty()) {
        return false;
    }
    const Intent again = own[m_chance.below(own.size())]->intent;
    (void)m_world.save(d, {again});
    return true;
}

bool Work::replacesRefused(DeviceNode& d) {
    const auto items = d.store().outbox();
    if (!items) {
        return false;
    }
    std::vector<const OutboxItem*> refused;
    for (const auto& item : *items) {
        if (item.state == OutboxState::NeedsAttention && item.outcome == IntentOutcome::Refused) {
            refused.push_back(&item);
        }
    }
    if (refused.empty()) {
        return false;
    }
    Intent again = refused[m_chance.below(refused.size())]->intent;
    const auto now = d.store().record(again.record);
    if (!now || !*now || (*now)->record.version.n == 0) {
        return false;
    }
    // The same words once more, on what is there now.
    const Record& record = (*now)->record;
    Record after = record;
    for (const auto& edit : again.edits) {
        if (edit.before != edit.after) {
            apply(after.fields, edit);
        }
    }
    auto corrected = edits(d, record, [&](Record& r) { r.fields = after.fields; });
    if (!corrected) {
        return false;
    }
    corrected->replaces = again.op;
    return saves(d, {std::move(*corrected)});
}

bool Work::letsGo(DeviceNode& d) {
    const auto items = d.store().outbox();
    if (!items) {
        return false;
    }
    for (const auto& item : *items) {
        if (item.state == OutboxState::NeedsAttention && m_chance.oneIn(2)) {
            const auto before = m_world.outboxOf(d);
            const auto settled = d.store().settle(item.intent.op);
            if (!d.isUp()) { // whether it was let go shows when the power is back
                m_world.startDevice(d);
            }
            if (settled) {
                m_world.say(d.name, "lets go of " + item.intent.op.hex().substr(0, 8));
            }
            if (d.isUp() && !m_world.isWrong()) {
                m_world.letGoWhatIsGone(d, before);
            }
            return true;
        }
    }
    return false;
}

} // namespace frontsheet::sim
