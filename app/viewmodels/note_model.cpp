#include "app/viewmodels/note_model.h"

#include "app/viewmodels/audience_wording.h"
#include "app/viewmodels/reader_choices.h"
#include "app/viewmodels/tuning.h"
#include "core/domain/schema/contact_note.h"

#include <algorithm>
#include <array>

namespace frontsheet {

namespace {

constexpr std::array kKindCodes{"visit", "phone-call", "meeting", "no-reply"};
constexpr std::array kCategories{Category::ContactNote, Category::HealthSummary, Category::FunctionalAssessment};

} // namespace

NoteModel::NoteModel(Session& session, QObject* parent) : PageModel(session, parent) {
    m_pause.setSingleShot(true);
    m_pause.setInterval(tuning::kAutosavePauseMs);
    m_latest.setSingleShot(true);
    m_latest.setInterval(tuning::kAutosaveLatestMs);
    connect(&m_pause, &QTimer::timeout, this, &NoteModel::save);
    connect(&m_latest, &QTimer::timeout, this, &NoteModel::save);
}

QStringList NoteModel::kinds() const {
    return {tr("Visit", "kind of note"), tr("Telephone call", "kind of note"), tr("Meeting", "kind of note"),
            tr("Visit, no reply", "kind of note")};
}

QStringList NoteModel::categories() const {
    return {tr("Contact note", "category of a note"), tr("Health summary", "category of a note"),
            tr("Functional assessment", "category of a note")};
}

QString NoteModel::startedAt() const { return wording().fullMoment(m_startedAt); }

QString NoteModel::savedLine() const {
    if (m_text.trimmed().isEmpty() && !m_onDisk) {
        return session().tablet ? tr("Saved on this tablet as you type.") : tr("Saved on this laptop as you type.");
    }
    if (!m_savedAt.isKnown()) {
        return tr("Saving…");
    }
    const QString at = wording().time(m_savedAt);
    return session().tablet ? tr("Saved on this tablet at %1, as you type.", "%1 time of day").arg(at)
                            : tr("Saved on this laptop at %1, as you type.", "%1 time of day").arg(at);
}

void NoteModel::open(const QString& personId, const QString& draftId, const QString& addendumTo) {
    flush();
    ++m_visit;
    m_personId = personId;
    m_person = PersonId::fromHex(personId.toStdString()).value_or(PersonId{});
    m_slot = std::make_shared<Slot>();
    m_slot->draft = RecordId::fromHex(draftId.toStdString()).value_or(RecordId{});
    m_onDisk = !m_slot->draft.isNull();
    m_draftId = m_onDisk ? draftId : QString{};
    m_addendumTo = RecordId::fromHex(addendumTo.toStdString()).value_or(RecordId{});
    m_addendumWords.clear();
    m_text.clear();
    m_kind = 0;
    m_category = 0;
    m_typed = m_posted = m_committed = 0;
    m_finishing = false;
    m_savedAt = {};
    m_startedAt = session().clock.now();
    stopAsking();
    m_audience.clear();
    m_audienceLine.clear();
    m_audienceSource.clear();
    m_readers.clear();
    m_readerChoices.clear();
    dismissError();
    setLoaded(!m_onDisk && m_addendumTo.isNull());
    emit opened();
    emit textChanged();
    emit choiceChanged();
    emit savedChanged();
    emit audienceChanged();
    if (m_onDisk || !m_addendumTo.isNull()) {
        loadDraft();
    }
    loadAudience();
}

void NoteModel::loadDraft() {
    struct Found {
        std::optional<WorkingRecord> draft;
        std::optional<WorkingRecord> original;
    };
    run(
        Lane::Read,
        [slot = m_slot, original = m_addendumTo](OpenDesk& desk) -> Result<Found> {
            Found found;
            const RecordId draft = slot->draft;
            RecordId addsTo = original;
            if (!draft.isNull()) {
                FS_ASSIGN(found.draft, desk.workplace.reader.record(draft));
                if (found.draft) {
                    addsTo = found.draft->record.fields.get(contact_note::kAddendumTo);
                }
            }
            if (!addsTo.isNull()) {
                FS_ASSIGN(found.original, desk.workplace.reader.record(addsTo));
            }
            return found;
        },
        [this, visit = m_visit](Result<Found> found) {
            if (visit != m_visit) {
                return;
            }
            if (!found) {
                fail(found.error());
                return;
            }
            if (found->original) {
                m_addendumTo = found->original->record.id;
                m_addendumWords = shown(found->original->record.fields.get(contact_note::kText));
            }
            if (found->draft) {
                const Record& draft = found->draft->record;
                m_text = shown(draft.fields.get(contact_note::kText));
                m_readers = sharing::readersOf(draft);
                m_startedAt = draft.occurredAt;
                m_savedAt = draft.occurredAt;
                const auto code = draft.fields.get(contact_note::kKind);
                for (std::size_t i = 0; i < kKindCodes.size(); ++i) {
                    m_kind = code == kKindCodes[i] ? static_cast<int>(i) : m_kind;
                }
                for (std::size_t i = 0; i < kCategories.size(); ++i) {
                    m_category = draft.category == kCategories[i] ? static_cast<int>(i) : m_category;
                }
            }
            emit opened();
            emit textChanged();
            emit choiceChanged();
            emit savedChanged();
            setLoaded(true);
            loadAudience();
        });
}

void NoteModel::refresh() { loadAudience(); }

void NoteModel::clear() {
    flush();
    ++m_visit;
    m_pause.stop();
    m_latest.stop();
    m_personId.clear();
    m_person = {};
    m_slot = std::make_shared<Slot>();
    m_draftId.clear();
    m_onDisk = false;
    m_addendumTo = {};
    m_addendumWords.clear();
    m_text.clear();
    m_typed = m_posted = m_committed = 0;
    m_finishing = false;
    m_audience.clear();
    m_audienceLine.clear();
    m_readers.clear();
    m_readerChoices.clear();
    setLoaded(false);
    emit opened();
    emit textChanged();
    emit audienceChanged();
}

NoteText NoteModel::note() const {
    NoteText note;
    note.person = m_person;
    note.text = m_text.toStdString();
    note.kind = kKindCodes[static_cast<std::size_t>(m_kind)];
    note.category = kCategories[static_cast<std::size_t>(m_category)];
    note.occurredAt = m_startedAt;
    note.addendumTo = m_addendumTo;
    note.readers = m_readers;
    return note;
}

void NoteModel::setText(const QString& text) {
    if (text != m_text && !m_finishing) {
        m_text = text;
        emit textChanged();
        touched();
    }
}

QStringList NoteModel::phrases() const {
    return {tr("Up and dressed.", "phrase of a visit note"),
            tr("In bed.", "phrase of a visit note"),
            tr("In good spirits.", "phrase of a visit note"),
            tr("Low in spirits.", "phrase of a visit note"),
            tr("Eating and drinking well.", "phrase of a visit note"),
            tr("Eating little.", "phrase of a visit note"),
            tr("No pain.", "phrase of a visit note"),
            tr("In pain.", "phrase of a visit note"),
            tr("Wound dressed.", "phrase of a visit note"),
            tr("Medicines taken.", "phrase of a visit note"),
            tr("No change since the last visit.", "phrase of a visit note")};
}

void NoteModel::addPhrase(int index) {
    const auto all = phrases();
    if (index < 0 || index >= all.size()) {
        return;
    }
    const bool parted = m_text.isEmpty() || m_text.back().isSpace();
    setText(m_text + (parted ? QString{} : QStringLiteral(" ")) + all.at(index));
}

void NoteModel::setKind(int kind) {
    if (kind != m_kind && kind >= 0 && kind < static_cast<int>(kKindCodes.size())) {
        m_kind = kind;
        emit choiceChanged();
        touched();
    }
}

void NoteModel::setCategory(int category) {
    if (category != m_category && category >= 0 && category < static_cast<int>(kCategories.size())) {
        m_category = category;
        emit choiceChanged();
        touched();
        loadAudience();
    }
}

void NoteModel::touched() {
    ++m_typed;
    m_pause.start();
    if (!m_latest.isActive()) {
        m_latest.start();
    }
    emit savedChanged();
}

void NoteModel::flush() { save(); }

void NoteModel::save() {
    m_pause.stop();
    m_latest.stop();
    if (m_person.isNull() || m_posted == m_typed || m_finishing || (!m_onDisk && m_text.trimmed().isEmpty())) {
        return;
    }
    m_posted = m_typed;
    run(
        Lane::Save,
        [slot = m_slot, words = note()](OpenDesk& desk) {
            auto done = desk.notes.saveDraft(slot->draft, words);
            if (done) {
                slot->draft = *done;
            }
            return done;
        },
        [this, visit = m_visit, typed = m_typed](const Result<RecordId>& done) {
            if (visit != m_visit) {
                return;
            }
            if (!done) {
                m_posted = m_committed; // the next key press tries again
                fail(done.error());
                emit savedChanged();
                return;
            }
            dismissError();
            m_onDisk = true;
            m_draftId = QString::fromStdString(done->hex());
            m_committed = std::max(m_committed, typed);
            m_savedAt = session().clock.now();
            emit savedChanged();
            emit saved();
        });
}

void NoteModel::finish() {
    if (m_finishing || m_person.isNull()) {
        return;
    }
    if (m_text.trimmed().isEmpty()) {
        fail({ErrorCode::Missing, "blank note"});
        return;
    }
    save(); // kept as a draft even where signing is refused
    m_finishing = true;
    emit savedChanged();
    run(
        Lane::Save,
        [slot = m_slot, words = note()](OpenDesk& desk) {
            auto done = desk.notes.sign(slot->draft, words);
            desk.syncSoon();
            return done;
        },
        [this, visit = m_visit, typed = m_typed](const Result<RecordId>& done) {
            if (visit != m_visit) {
                return;
            }
            m_finishing = false;
            if (!done) {
                fail(done.error());
                emit savedChanged();
                return;
            }
            m_committed = m_posted = typed;
            m_savedAt = session().clock.now();
            emit savedChanged();
            emit saved();
            emit finished();
        });
}

void NoteModel::nameReader(const QString& key, bool chosen) {
    const auto reader = readerOfKey(key);
    if (reader && !m_finishing && chooseReader(m_readers, *reader, chosen)) {
        touched();
        loadAudience();
    }
}

void NoteModel::openToAll() {
    if (!m_readers.empty() && !m_finishing) {
        m_readers.clear();
        touched();
        loadAudience();
    }
}

void NoteModel::loadAudience() {
    if (m_person.isNull()) {
        return;
    }
    struct Found {
        WhoSees as;
        WhoSees unrestricted;
    };
    run(
        Lane::Read,
        [words = note()](OpenDesk& desk) -> Result<Found> {
            Found found;
            FS_ASSIGN(found.as, desk.sharing.whoWillSee(desk.notes.draftOf(words)));
            auto open = words;
            open.readers.clear();
            FS_ASSIGN(found.unrestricted, desk.sharing.whoWillSee(desk.notes.draftOf(open)));
            return found;
        },
        [this, visit = m_visit, category = m_category, readers = m_readers](const Result<Found>& found) {
            if (visit != m_visit || category != m_category || readers != m_readers || !found) {
                return;
            }
            m_readerChoices = frontsheet::readerChoices(found->unrestricted, m_readers, me());
            auto words = audienceWords(found->as, me(), wording());
            m_audience = std::move(words.parts);
            m_audienceLine = std::move(words.line);
            m_audienceSource = std::move(words.source);
            emit audienceChanged();
        });
}

void NoteModel::chooseCategory(int category) {
    stopAsking();
    if (category == m_category || category < 0 || category >= static_cast<int>(kCategories.size())) {
        return;
    }
    NoteText now = note();
    NoteText then = now;
    then.category = kCategories[static_cast<std::size_t>(category)];
    run(
        Lane::Read,
        [now = std::move(now), then = std::move(then)](OpenDesk& desk) -> Result<std::vector<sharing::SeeingChange>> {
            FS_ASSIGN(const auto before, desk.sharing.whoWillSee(desk.notes.draftOf(now)));
            FS_ASSIGN(const auto after, desk.sharing.whoWillSee(desk.notes.draftOf(then)));
            return sharing::changeOf(before.roles, after.roles);
        },
        [this, visit = m_visit, category](const Result<std::vector<sharing::SeeingChange>>& changes) {
            if (visit != m_visit) {
                return;
            }
            if (!changes) {
                fail(changes.error());
                return;
            }
            if (changes->empty()) {
                setCategory(category);
                return;
            }
            m_asked = category;
            m_categoryChange = changeWords(*changes, me());
            emit askingChanged();
        });
}

void NoteModel::confirmCategory() {
    const int category = m_asked;
    stopAsking();
    setCategory(category);
}

void NoteModel::keepCategory() {
    stopAsking();
    emit choiceChanged(); // the picker goes back to what holds
}

void NoteModel::stopAsking() {
    if (m_asked >= 0) {
        m_asked = -1;
        m_categoryChange.clear();
        emit askingChanged();
    }
}

} // namespace frontsheet
