#include "app/viewmodels/messages_model.h"

#include "app/viewmodels/tuning.h"
#include "core/domain/display_name.h"
#include "core/domain/record_line.h"
#include "core/domain/schema/message.h"
#include "core/domain/schema/referral.h"

#include <algorithm>
#include <map>
#include <utility>

namespace frontsheet {

struct MessagesModel::Found {
    std::vector<MessageShown> unread;
    std::vector<MessageShown> said;
    std::map<RecordId, std::string> lines; // of what the messages are about
    std::vector<WorkerEntry> readers;
    std::string name;
    Directory directory;
};

MessagesModel::MessagesModel(Session& session, QObject* parent) : SavingModel(session, parent) {
    m_keeping.setSingleShot(true);
    m_keeping.setInterval(tuning::kAutosaveLatestMs);
    connect(&m_keeping, &QTimer::timeout, this, &MessagesModel::flush);
}

void MessagesModel::open(const QString& personId) {
    flush();
    ++m_visit;
    m_personId = personId;
    m_person = PersonId::fromHex(personId.toStdString()).value_or(PersonId{});
    m_said.clear();
    m_readers.clear();
    m_draft = {};
    m_draft.person = m_person;
    m_about.clear();
    m_wanted = {};
    m_slot = std::make_shared<Slot>();
    m_keptAt = {};
    m_unkept = false;
    m_asking = {};
    m_leftKnown = false;
    m_comesFirst = false;
    setLoaded(false);
    dismissError();
    setLoaded(false); // what was read of somebody else, or of all that is unread, says nothing of this person
    emit opened();
    emit changed();
    emit written();
    run(
        Lane::Save, // behind what is still being kept
        [person = m_person, slot = m_slot](OpenDesk& desk) {
            auto left = desk.messages.left(person);
            if (left && *left) {
                slot->record = (*left)->record;
            }
            return left;
        },
        [this, visit = m_visit](const Result<std::optional<NewMessage>>& left) {
            if (visit != m_visit) {
                return;
            }
            m_leftKnown = true;
            if (left && *left && m_draft.text.empty()) {
                m_draft = **left;
                if (!m_wanted.isNull()) {
                    m_draft.about = m_wanted;
                    m_draft.replyTo = {};
                }
                lookAbout();
                emit written();
            }
            ask();
        });
    refresh();
}

void MessagesModel::refresh() {
    run(
        Lane::Read,
        [person = m_person](OpenDesk& desk) -> Result<Found> {
            Found found;
            FS_ASSIGN(found.unread, desk.messages.unread());
            FS_ASSIGN(found.directory, desk.directory());
            if (!person.isNull()) {
                FS_ASSIGN(found.said, desk.messages.about(person));
                for (const auto& one : found.said) {
                    const auto about = one.message.fields.get(message::kAbout);
                    FS_ASSIGN(const auto record, desk.workplace.reader.record(about));
                    if (record) {
                        found.lines[about] = lineOf(record->record);
                    }
                }
                FS_ASSIGN(found.readers, desk.messages.readers(person));
                FS_ASSIGN(const auto rows, desk.workplace.reader.personRows(std::span{&person, 1}));
                found.name = spokenName({}, rows.front().givenName);
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
            show(std::move(*found));
        });
}

QString MessagesModel::aboutWords(const std::string& line) {
    return line.empty() ? tr("About something on their plan", "a message")
                        : tr("About: %1", "a message, %1 a record in a line").arg(shown(line));
}

void MessagesModel::writeAbout(const QString& recordId) {
    m_wanted = RecordId::fromHex(recordId.toStdString()).value_or(RecordId{});
    m_draft.about = m_wanted;
    m_draft.replyTo = {};
    lookAbout();
    emit written();
    emit begun();
}

void MessagesModel::writeAboutThePerson() {
    writeAbout({});
    touched();
}

void MessagesModel::askToBeInvolved(const QString& agency) {
    m_asking = AgencyId{agency.toStdString()};
    ask();
}

void MessagesModel::ask() {
    if (m_asking.empty() || !m_leftKnown || !loaded()) {
        return;
    }
    const auto whom = std::exchange(m_asking, {});
    m_comesFirst = !m_draft.text.empty();
    if (!m_comesFirst) {
        const auto reader = std::find_if(m_readers.begin(), m_readers.end(),
                                         [&](const WorkerEntry& one) { return one.agency == whom; });
        m_draft.toAgency = reader == m_readers.end() ? AgencyId{} : reader->agency;
        m_draft.toWorker = reader == m_readers.end() ? WorkerId{} : reader->code;
        m_draft.text =
            tr("Please put me on your care team for %1. I am involved, and nothing that you hold reaches me: "
               "I cannot see your allergies or alerts.",
               "a message, %1 name")
                .arg(m_called)
                .toStdString();
        touched();
    }
    emit written();
    emit begun();
}

void MessagesModel::lookAbout() {
    m_about.clear();
    if (m_draft.about.isNull()) {
        return;
    }
    run(
        Lane::Read, [id = m_draft.about](OpenDesk& desk) { return desk.workplace.reader.record(id); },
        [this, id = m_draft.about](const Result<std::optional<WorkingRecord>>& found) {
            if (id == m_draft.about && found) {
                m_about = aboutWords(*found ? lineOf((*found)->record) : std::string{});
                emit written();
            }
        });
}

QString MessagesModel::stateOf(const MessageShown& message, const Directory& directory) const {
    const auto& f = message.message.fields;
    if (message.answered) {
        return tr("Answered", "state of a message");
    }
    const auto by = f.get(message::kReadBy);
    if (!by.empty()) {
        return tr("Read by %1, %2", "%1 worker, %2 date and time")
            .arg(shown(directory.worker(by).name), wording().lately(f.get(message::kReadAt)));
    }
    if (message.waiting) {
        return tr("Waiting to send", "state of a message");
    }
    const auto to = f.get(message::kToWorker);
    if (to == me().worker) {
        return tr("You have not read it yet", "state of a message to this worker");
    }
    return tr("%1 has not read it yet", "%1 worker or agency")
        .arg(to.empty() ? shown(directory.agency(f.get(message::kToAgency)).name) : shown(directory.worker(to).name));
}

void MessagesModel::show(Found found) {
    m_unread.clear();
    m_said.clear();
    const auto author = [&](const Record& record) { return shown(found.directory.worker(record.author).name); };
    for (const auto& one : found.unread) {
        const auto& record = one.message;
        const auto& f = record.fields;
        const bool onReferral = record.type == RecordType::ReferralMessage;
        m_unread << QVariantMap{
            {QStringLiteral("id"), shown(record.id.hex())},
            {QStringLiteral("personId"), shown(record.person.hex())},
            {QStringLiteral("referralId"), onReferral ? shown(f.get(referral_message::kReferral).hex()) : QString{}},
            {QStringLiteral("name"), shown(bannerName(one.person.familyName, one.person.givenName, one.person.title))},
            {QStringLiteral("from"), author(record)},
            {QStringLiteral("badge"),
             badge(found.directory.agency(record.authorAgency), wording().lately(record.occurredAt))},
            {QStringLiteral("text"), shown(onReferral ? f.get(referral_message::kText) : f.get(message::kText))},
            {QStringLiteral("toDuty"),
             onReferral ? f.get(referral_message::kToWorker).empty() : f.get(message::kToWorker).empty()}};
    }
    for (const auto& one : found.said) {
        const auto& record = one.message;
        const auto& f = record.fields;
        const bool mine = one.mine;
        const auto to = f.get(message::kToWorker);
        const auto about = f.get(message::kAbout);
        const auto line = found.lines.find(about);
        const bool forMe = f.get(message::kToAgency) == me().agency && (to.empty() || to == me().worker) && !mine;
        m_said << QVariantMap{
            {QStringLiteral("id"), shown(record.id.hex())},
            {QStringLiteral("author"), mine ? tr("You", "who wrote a message") : author(record)},
            {QStringLiteral("badge"), badge(found.directory.agency(record.home))},
            {QStringLiteral("when"), wording().lately(record.occurredAt)},
            {QStringLiteral("text"), shown(f.get(message::kText))},
            {QStringLiteral("about"),
             about.isNull() ? QString{} : aboutWords(line == found.lines.end() ? std::string{} : line->second)},
            {QStringLiteral("mine"), mine},
            {QStringLiteral("waiting"), one.waiting && mine},
            {QStringLiteral("state"), stateOf(one, found.directory)},
            {QStringLiteral("mayRead"), forMe && f.get(message::kReadBy).empty()},
            {QStringLiteral("mayReply"), forMe}};
    }
    m_called = shown(found.name);
    m_readers = std::move(found.readers);
    m_directory = std::move(found.directory);
    setLoaded(true);
    emit changed();
    emit written();
    ask();
}

QVariantList MessagesModel::readers() const {
    QVariantList out;
    for (const auto& one : m_readers) {
        out << QVariantMap{{QStringLiteral("name"), shown(one.name)},
                           {QStringLiteral("role"), capitalised(shown(one.role))},
                           {QStringLiteral("badge"), badge(m_directory.agency(one.agency))},
                           {QStringLiteral("chosen"), one.code == m_draft.toWorker && one.agency == m_draft.toAgency}};
    }
    return out;
}

QString MessagesModel::replyTo() const {
    return m_draft.replyTo.isNull()
               ? QString{}
               : tr("Replying to %1", "%1 worker").arg(shown(m_directory.worker(m_draft.toWorker).name));
}

bool MessagesModel::maySend() const { return !busy() && !text().trimmed().isEmpty() && !m_draft.toAgency.empty(); }

QString MessagesModel::keptLine() const {
    return m_keptAt.isKnown() && !m_unkept
               ? (session().tablet ? tr("Kept on this tablet at %1, as you type.", "%1 time")
                                   : tr("Kept on this laptop at %1, as you type.", "%1 time"))
                     .arg(wording().time(m_keptAt))
               : QString{};
}

void MessagesModel::setText(const QString& text) {
    if (text.toStdString() != m_draft.text) {
        m_draft.text = text.toStdString();
        m_comesFirst = m_comesFirst && !text.isEmpty();
        touched();
    }
}

void MessagesModel::chooseReader(int reader) {
    if (reader >= 0 && reader < static_cast<int>(m_readers.size())) {
        const auto& one = m_readers[static_cast<std::size_t>(reader)];
        m_draft.toAgency = one.agency;
        m_draft.toWorker = one.code;
        touched();
    }
}

void MessagesModel::reply(const QString& messageId) {
    const auto id = RecordId::fromHex(messageId.toStdString());
    if (!id) {
        return;
    }
    run(
        Lane::Read, [id = *id](OpenDesk& desk) { return desk.care.open(id); },
        [this, visit = m_visit](const Result<WorkingRecord>& found) {
            if (visit != m_visit) {
                return;
            }
            if (!found) {
                fail(found.error());
                return;
            }
            m_draft.replyTo = found->record.id;
            m_draft.about = found->record.fields.get(message::kAbout);
            m_draft.toAgency = found->record.home;
            m_draft.toWorker = found->record.author;
            lookAbout();
            touched();
        });
}

void MessagesModel::replyToNobody() {
    m_draft.replyTo = {};
    touched();
}

void MessagesModel::markRead(const QString& messageId) {
    const auto id = RecordId::fromHex(messageId.toStdString());
    if (!id) {
        return;
    }
    save([id = *id](OpenDesk& desk) { return desk.messages.read(id); });
}

void MessagesModel::touched() {
    m_unkept = true;
    if (!m_keeping.isActive()) {
        m_keeping.start();
    }
    emit written();
}

void MessagesModel::flush() {
    m_keeping.stop();
    if (!m_unkept || m_person.isNull() || busy()) {
        return;
    }
    m_unkept = false;
    run(
        Lane::Save,
        [draft = m_draft, slot = m_slot](OpenDesk& desk) mutable -> Result<void> {
            draft.record = slot->record;
            if (draft.text.empty()) {
                return desk.messages.giveUp(draft.record);
            }
            FS_ASSIGN(slot->record, desk.messages.keep(draft));
            return ok();
        },
        [this, visit = m_visit](const Result<void>& kept) {
            if (visit != m_visit) {
                return;
            }
            if (!kept) {
                m_unkept = true;
                fail(kept.error());
                return;
            }
            m_keptAt = session().clock.now();
            emit written();
        });
}

void MessagesModel::send() {
    if (!maySend()) {
        return;
    }
    m_keeping.stop();
    m_unkept = false;
    setBusy(true);
    run(
        Lane::Save,
        [draft = m_draft, slot = m_slot](OpenDesk& desk) mutable {
            draft.record = slot->record;
            auto written = desk.messages.write(draft);
            desk.syncSoon();
            return written;
        },
        [this, visit = m_visit](const Result<RecordId>& done) {
            setBusy(false);
            if (visit != m_visit) {
                return;
            }
            if (!done) {
                m_unkept = true;
                fail(done.error());
                emit written();
                return;
            }
            dismissError();
            m_draft = {};
            m_draft.person = m_person;
            m_wanted = {};
            m_comesFirst = false;
            m_about.clear();
            m_slot = std::make_shared<Slot>();
            m_keptAt = {};
            emit written();
            emit sent();
            emit this->done();
            refresh();
        });
}

void MessagesModel::clear() {
    flush();
    ++m_visit;
    m_unread.clear();
    m_personId.clear();
    m_person = {};
    m_called.clear();
    m_said.clear();
    m_readers.clear();
    m_draft = {};
    m_wanted = {};
    m_asking = {};
    m_comesFirst = false;
    m_about.clear();
    m_slot = std::make_shared<Slot>();
    m_keptAt = {};
    m_unkept = false;
    setBusy(false);
    setLoaded(false);
    emit opened();
    emit changed();
    emit written();
}

} // namespace frontsheet
