#include "app/viewmodels/versions_model.h"

#include "app/viewmodels/field_wording.h"
#include "core/domain/schema/contact_note.h"
#include "core/domain/schema/placement.h"
#include "core/domain/schema/record_schema.h"
#include "core/domain/schema/referral.h"
#include "core/domain/schema/registration.h"
#include "core/domain/text_differences.h"

#include <algorithm>
#include <map>

namespace frontsheet {

namespace {

QVariantList passages(const std::vector<Passage>& side) {
    QVariantList out;
    for (const auto& passage : side) {
        const char* kind = passage.kind == Passage::Kind::Same       ? "same"
                           : passage.kind == Passage::Kind::OnlyHere ? "here"
                                                                     : "gap";
        out << QVariantMap{{QStringLiteral("kind"), QString::fromLatin1(kind)},
                           {QStringLiteral("number"), passage.number},
                           {QStringLiteral("text"), shown(passage.text)}};
    }
    return out;
}

} // namespace

void VersionsModel::clear() {
    m_waiting.clear();
    m_mine.clear();
    m_open.reset();
    m_texts.clear();
    m_standingTexts.clear();
    m_otherTexts.clear();
    m_standing = nobody();
    m_other = nobody();
    m_title.clear();
    m_under.clear();
    m_asked.clear();
    setBusy(false);
    setLoaded(false);
    emit changed();
    emit opened();
}

void VersionsModel::refresh() {
    struct Found {
        std::vector<VersionsRow> rows;
        Directory directory;
    };
    run(
        Lane::Read,
        [](OpenDesk& desk) -> Result<Found> {
            Found found;
            FS_ASSIGN(found.rows, desk.versions.waiting());
            FS_ASSIGN(found.directory, desk.directory());
            return found;
        },
        [this](Result<Found> found) {
            if (!found) {
                fail(found.error());
                return;
            }
            m_waiting.clear();
            m_mine.clear();
            for (const auto& row : found->rows) {
                const auto name = fieldWords(row.type, row.field);
                const auto worker = found->directory.worker(row.by);
                m_waiting << QVariantMap{
                    {QStringLiteral("record"), shown(row.record.hex())},
                    {QStringLiteral("op"), shown(row.other.hex())},
                    {QStringLiteral("personId"), shown(row.person.hex())},
                    {QStringLiteral("personName"), shown(row.personName)},
                    {QStringLiteral("what"), tr("Two versions of “%1”", "%1 name of a field").arg(name)},
                    {QStringLiteral("by"),
                     tr("%1, %2, wrote the other %3.", "%1 worker, %2 agency, %3 date and time")
                         .arg(shown(worker.name.empty() ? row.by.str() : worker.name),
                              shown(found->directory.agency(row.byAgency).shortName), wording().onDateTime(row.at))},
                    {QStringLiteral("mine"), row.mine}};
                if (row.mine) {
                    m_mine << m_waiting.constLast();
                }
            }
            setLoaded(true);
            emit changed();
        });
}

void VersionsModel::open(const QString& record, const QString& op) {
    const auto id = RecordId::fromHex(record.toStdString());
    if (!id) {
        return;
    }
    dismissError();
    m_open.reset();
    emit opened();
    struct Found {
        OpenVersions versions;
        Directory directory;
    };
    run(
        Lane::Read,
        [id = *id, op = OpId::fromHex(op.toStdString()).value_or(OpId{})](OpenDesk& desk) -> Result<Found> {
            FS_ASSIGN(auto versions, desk.versions.open(id, op));
            const bool covered = std::any_of(versions.texts.begin(), versions.texts.end(), [](const TwoTexts& text) {
                return text.field == registration::kAccessNote.tag;
            });
            if (versions.record.type == RecordType::Registration && covered) {
                (void)desk.people.revealed(
                    id); // how to get in is on the screen now; not noted, it is shown all the same
            }
            FS_ASSIGN(auto directory, desk.directory());
            return Found{std::move(versions), std::move(directory)};
        },
        [this](Result<Found> found) {
            if (!found) {
                if (found.error().code == ErrorCode::NotFound) {
                    refresh(); // settled meanwhile, by somebody else
                }
                fail(found.error());
                return;
            }
            m_open = std::move(found->versions);
            word(found->directory);
            emit opened();
        });
}

QVariantMap VersionsModel::author(const Directory& directory, const AgencyId& agency, const WorkerId& worker,
                                  WallTime at) const {
    const auto entry = directory.worker(worker);
    const bool self = worker == me().worker;
    return {{QStringLiteral("name"), shown(entry.name.empty() ? worker.str() : entry.name)},
            {QStringLiteral("role"), self ? tr("%1, you", "%1 role").arg(shown(entry.role)) : shown(entry.role)},
            {QStringLiteral("badge"), badge(directory.agency(agency), wording().dateTime(at))},
            {QStringLiteral("agency"), shown(directory.agency(agency).shortName)},
            {QStringLiteral("when"), wording().dateTime(at)},
            {QStringLiteral("mine"), self}};
}

// Before one is open: the page's bindings find every key.
QVariantMap VersionsModel::nobody() {
    return {{QStringLiteral("name"), QString{}},
            {QStringLiteral("role"), QString{}},
            {QStringLiteral("badge"), badge(AgencyEntry{})},
            {QStringLiteral("agency"), QString{}},
            {QStringLiteral("when"), QString{}},
            {QStringLiteral("mine"), false}};
}

// The line over a text that is kept beside another.
QString VersionsModel::heading(const QVariantMap& author) const {
    return tr("%1, %2, %3:", "over somebody's words: %1 worker, %2 agency, %3 date and time")
        .arg(author.value(QStringLiteral("name")).toString(), author.value(QStringLiteral("agency")).toString(),
             author.value(QStringLiteral("when")).toString());
}

void VersionsModel::word(const Directory& directory) {
    const auto& open = *m_open;
    m_standing = author(directory, open.other.standingAgency, open.other.standingAuthor, open.other.standingSince);
    m_other = author(directory, open.other.agency, open.other.author, open.other.writtenAt);
    m_title = tr("Two versions of “%1”", "%1 name of a field").arg(fieldWords(open.record.type, open.texts[0].field));
    m_under = tr("Both were written before either had reached the other. Nothing is lost.");
    if (open.further > 0) {
        m_under += tr(" There are %n more of this record.", "other versions", static_cast<int>(open.further));
    }
    const bool mine = open.owner.worker == me().worker;
    const auto owner = directory.worker(open.owner.worker);
    m_asked = mine ? tr("You are asked to settle this.")
                   : tr("%1 is asked to settle this. You may as well.", "%1 worker")
                         .arg(shown(owner.name.empty() ? open.owner.worker.str() : owner.name));
    m_texts.clear();
    m_standingTexts.clear();
    m_otherTexts.clear();
    for (const auto& text : open.texts) {
        const auto found = differencesOf(text.standing, text.other);
        const QString name = fieldWords(open.record.type, text.field);
        const auto* field = schemaOf(open.record.type)->field(text.field);
        const bool kept =
            field != nullptr && field->category != Category::HomeAccess && field->category != Category::ContactDetails;
        m_texts << QVariantMap{{QStringLiteral("name"), name},
                               {QStringLiteral("standing"), shown(text.standing)},
                               {QStringLiteral("other"), shown(text.other)},
                               {QStringLiteral("began"), shown(text.began)},
                               {QStringLiteral("kept"), kept}};
        m_standingTexts << QVariantMap{{QStringLiteral("name"), name},
                                       {QStringLiteral("passages"), passages(found.first)}};
        m_otherTexts << QVariantMap{{QStringLiteral("name"), name},
                                    {QStringLiteral("passages"), passages(found.second)}};
    }
}

template <class Job>
void VersionsModel::settle(Job job) {
    if (!m_open) {
        return;
    }
    save([record = m_open->record.id, op = m_open->other.op, job](OpenDesk& desk) {
        return job(desk.versions, record, op);
    });
}

void VersionsModel::keepBoth() {
    settle([first = heading(m_standing).toStdString(), second = heading(m_other).toStdString()](
               SettlingVersions& versions, const RecordId& record, const OpId& op) {
        return versions.keepBoth(record, op, first, second);
    });
}

void VersionsModel::useStanding() {
    settle([](SettlingVersions& versions, const RecordId& record, const OpId& op) {
        return versions.keepStanding(record, op);
    });
}

void VersionsModel::useOther() {
    settle([](SettlingVersions& versions, const RecordId& record, const OpId& op) {
        return versions.takeOther(record, op);
    });
}

void VersionsModel::write(const QStringList& written) {
    if (!m_open || static_cast<std::size_t>(written.size()) != m_open->texts.size()) {
        return;
    }
    std::map<FieldTag, std::string> texts;
    for (qsizetype at = 0; at < written.size(); ++at) {
        texts.emplace(m_open->texts[static_cast<std::size_t>(at)].field, written[at].toStdString());
    }
    settle([texts](SettlingVersions& versions, const RecordId& record, const OpId& op) {
        return versions.write(record, op, texts);
    });
}

} // namespace frontsheet
