#include "app/viewmodels/history_model.h"

#include "app/viewmodels/disclosure_wording.h"
#include "app/viewmodels/field_wording.h"
#include "core/domain/schema/record_schema.h"
#include "core/domain/text_differences.h"
#include "core/usecases/record_histories.h"

namespace frontsheet {

namespace {

// As many as somebody reads on a screen; `frontsheet-device history` lists more.
constexpr std::size_t kVersionsShown = 300;

bool isCovered(RecordType type, FieldTag field) {
    const RecordSchema* schema = schemaOf(type);
    const FieldSpec* spec = schema == nullptr ? nullptr : schema->field(field);
    return spec != nullptr && spec->category == Category::HomeAccess;
}

bool isProse(RecordType type, FieldTag field) {
    const RecordSchema* schema = schemaOf(type);
    const FieldSpec* spec = schema == nullptr ? nullptr : schema->field(field);
    return spec != nullptr && spec->kind == FieldKind::Prose;
}

QVariantMap passage(const char* kind, int number, const QString& text) {
    return {{QStringLiteral("kind"), QString::fromLatin1(kind)},
            {QStringLiteral("number"), number},
            {QStringLiteral("text"), text}};
}

// What is new is marked; what is gone leaves a gap.
QVariantList passages(const std::optional<Value>& before, const std::string& after) {
    const auto* was = before ? std::get_if<std::string>(&*before) : nullptr;
    QVariantList out;
    if (was == nullptr) {
        out << passage("same", 0, shown(after));
        return out;
    }
    for (const auto& one : differencesOf(*was, after).second) {
        const char* kind = one.kind == Passage::Kind::Same       ? "same"
                           : one.kind == Passage::Kind::OnlyHere ? "here"
                                                                 : "gap";
        out << passage(kind, one.number, shown(one.text));
    }
    return out;
}

} // namespace

QVariantMap HistoryModel::noDay() {
    return {{QStringLiteral("heading"), QString{}},
            {QStringLiteral("under"), QString{}},
            {QStringLiteral("values"), QVariantList{}}};
}

void HistoryModel::clear() {
    m_recordId.clear();
    m_record = {};
    m_title.clear();
    m_under.clear();
    m_busy = m_fetched = false;
    m_versions.clear();
    m_directory = {};
    m_steps.clear();
    m_moreText.clear();
    m_then = noDay();
    m_dayFault.clear();
    dismissError();
    emit changed();
}

void HistoryModel::open(const QString& recordId) {
    clear();
    const auto id = RecordId::fromHex(recordId.toStdString());
    if (!id) {
        return;
    }
    m_recordId = recordId;
    m_record = *id;
    m_title = tr("Earlier versions", "page name: what a record said before");
    fetch();
}

void HistoryModel::fetch() {
    if (m_record.isNull() || m_busy) {
        return;
    }
    m_busy = true;
    dismissError();
    emit changed();
    run(
        Lane::Ask,
        [record = m_record](OpenDesk& desk) -> Result<Found> {
            HistoryLine* line = desk.histories();
            if (line == nullptr) {
                return {ErrorCode::Unreachable, "no line"};
            }
            Found found;
            FS_ASSIGN(found.versions, RecordHistories(desk.workplace, *line).versionsOf(record, kVersionsShown));
            FS_ASSIGN(found.directory, desk.directory());
            return found;
        },
        [this, asked = m_record](Result<Found> found) {
            if (asked != m_record) {
                return;
            }
            m_busy = false;
            if (found) {
                take(std::move(*found));
            } else {
                failAsked(found.error());
            }
            emit changed();
        });
}

QString HistoryModel::author(const AgencyId& agency, const WorkerId& worker) const {
    if (agency == me().agency && worker == me().worker) {
        return tr("You", "who changed a record");
    }
    const auto name = m_directory.worker(worker).name;
    return worker.empty() ? tr("The agency's server", "who changed a record")
                          : shown(name.empty() ? worker.str() : name);
}

QVariantMap HistoryModel::worded(const FieldChange& change) const {
    const RecordType type = m_versions.front().type;
    const ValueWords words{wording(), m_directory};
    const QString before = change.before ? words.value(type, change.field, *change.before) : QString{};
    const QString after = change.after ? words.value(type, change.field, *change.after) : QString{};
    const auto* text = change.after ? std::get_if<std::string>(&*change.after) : nullptr;
    const bool covered = isCovered(type, change.field);
    const bool prose = isProse(type, change.field) && text != nullptr && !covered;
    return {{QStringLiteral("name"), fieldWords(type, change.field)},
            {QStringLiteral("before"), before},
            {QStringLiteral("after"), after.isEmpty() ? tr("taken away", "a value that was removed") : after},
            {QStringLiteral("passages"), prose ? passages(change.before, *text) : QVariantList{}},
            {QStringLiteral("covered"), covered}};
}

QVariantMap HistoryModel::worded(const HistoryStep& step) const {
    QVariantList changes;
    QStringList names;
    for (const auto& change : step.changes) {
        const QVariantMap one = worded(change);
        const bool nothing =
            one.value(QStringLiteral("before")).toString().isEmpty() && change.after &&
            ValueWords{wording(), m_directory}.value(m_versions.front().type, change.field, *change.after).isEmpty();
        if (!nothing) {
            changes << one;
            names << one.value(QStringLiteral("name")).toString();
        }
    }
    QStringList beside;
    for (const auto& other : step.putBeside) {
        beside << tr("%1 had written other words meanwhile; both were kept.", "version of a record, %1 worker")
                      .arg(author(other.agency, other.author));
    }
    for (const auto& other : step.settled) {
        beside << tr("This settled it with what %1 had written.", "version of a record, %1 worker")
                      .arg(author(other.agency, other.author));
    }
    if (step.skipped) {
        beside << tr(
            "Between this version and the one before it are versions that are not shown to you: some of this may be "
            "another's.");
    }
    const QString who = author(step.agency, step.author);
    const QString when = wording().dateTime(step.recordedAt);
    const QString what =
        step.first ? tr("Wrote it", "first version of a record")
        : changes.isEmpty()
            ? tr("Changed nothing that is shown to you", "version of a record")
            : tr("Changed: %1", "version of a record, %1 names of fields").arg(names.join(QStringLiteral(", ")));
    const bool late =
        step.occurredAt.isKnown() && wording().local(step.occurredAt).date() != wording().local(step.recordedAt).date();
    return {{QStringLiteral("who"), who},
            {QStringLiteral("badge"),
             badge(m_directory.agency(step.agency.empty() ? m_versions.front().home : step.agency), when)},
            {QStringLiteral("what"), what},
            {QStringLiteral("about"),
             step.first && late
                 ? tr("Of %1; it reached the server later.", "%1 date").arg(wording().date(step.occurredAt))
                 : QString{}},
            {QStringLiteral("first"), step.first},
            {QStringLiteral("beside"), beside},
            {QStringLiteral("changes"), changes},
            {QStringLiteral("spoken"), QStringList{who, when, what}.join(QStringLiteral(", "))}};
}

void HistoryModel::take(Found found) {
    m_versions = std::move(found.versions);
    m_directory = std::move(found.directory);
    m_fetched = true;
    m_steps.clear();
    m_then = noDay();
    if (m_versions.empty()) {
        return;
    }
    const Record& now = m_versions.front();
    m_title = tr("Earlier versions: %1", "page name, %1 kind of record").arg(typeWords(now.type));
    m_under =
        tr("As the server of %1 has kept them. That you look is written down there.", "earlier versions, %1 agency")
            .arg(shown(m_directory.agency(now.home).name));
    for (const auto& step : historyOf(m_versions)) {
        m_steps << worded(step);
    }
    m_moreText = m_versions.size() < kVersionsShown
                     ? QString{}
                     : tr("Older versions are not listed here. Whoever runs the agency's server can list all of them.");
}

QString HistoryModel::dayHint() const {
    return QLocale{}.toString(wording().now().date().addDays(-30), QStringLiteral("d MMMM yyyy"));
}

QDate HistoryModel::dayOf(const QString& typed) const {
    const QString text = typed.simplified();
    const QLocale locale;
    const QDate today = wording().now().date();
    static const char* const kForms[] = {"yyyy-MM-dd", "d MMMM yyyy", "d MMM yyyy", "d/M/yyyy", "d.M.yyyy", "d-M-yyyy"};
    for (const char* form : kForms) {
        if (const QDate day = locale.toDate(text, QString::fromLatin1(form)); day.isValid()) {
            return day;
        }
    }
    for (const char* form : {"d MMMM yyyy", "d MMM yyyy", "d/M/yyyy"}) {
        const QString joint = text.contains(QLatin1Char('/')) ? QStringLiteral("/%1") : QStringLiteral(" %1");
        for (int back = 0; back < 2; ++back) {
            const QDate day = locale.toDate(text + joint.arg(today.year() - back), QString::fromLatin1(form));
            if (day.isValid() && day <= today) {
                return day;
            }
        }
    }
    return {};
}

void HistoryModel::askDay(const QString& typed) {
    m_then = noDay();
    m_dayFault.clear();
    if (typed.simplified().isEmpty() || m_versions.empty()) {
        emit changed();
        return;
    }
    const QDate day = dayOf(typed);
    if (!day.isValid()) {
        m_dayFault = tr("Write a day such as %1.", "earlier versions, %1 date").arg(dayHint());
        emit changed();
        return;
    }
    const QDateTime end = day.addDays(1).startOfDay(wording().now().timeZone());
    const Record* stood = asItStood(m_versions, WallTime{end.toMSecsSinceEpoch() - 1});
    const QString spelt = QLocale{}.toString(day, QStringLiteral("d MMMM yyyy"));
    m_then[QStringLiteral("heading")] = tr("At the end of %1 it said", "earlier versions, %1 date").arg(spelt);
    if (stood == nullptr) {
        m_then[QStringLiteral("under")] = tr("It was not there yet, or is not shown to you as it was then.");
        emit changed();
        return;
    }
    m_then[QStringLiteral("under")] =
        tr("Last changed by %1, %2.", "earlier versions, %1 worker, %2 date and time")
            .arg(author(stood->authorAgency, stood->author), wording().dateTime(stood->recordedAt));
    const ValueWords words{wording(), m_directory};
    QVariantList values;
    for (const auto& [tag, value] : stood->fields) {
        const QString text = words.value(stood->type, tag, value);
        if (!text.isEmpty()) {
            values << QVariantMap{{QStringLiteral("name"), fieldWords(stood->type, tag)},
                                  {QStringLiteral("value"), text},
                                  {QStringLiteral("covered"), isCovered(stood->type, tag)}};
        }
    }
    m_then[QStringLiteral("values")] = values;
    emit changed();
}

void HistoryModel::secretShown() {
    run(
        Lane::Save, [id = m_record](OpenDesk& desk) { return desk.people.revealed(id); },
        [](const Result<void>&) {}); // not noted, it is shown all the same: somebody stands at the door
}

} // namespace frontsheet
