#include "app/viewmodels/form_model.h"

#include "app/viewmodels/audience_wording.h"
#include "app/viewmodels/field_wording.h"
#include "app/viewmodels/forms/form_kinds.h"
#include "app/viewmodels/forms/form_values.h"
#include "app/viewmodels/forms/form_wording.h"
#include "app/viewmodels/tuning.h"
#include "core/domain/display_name.h"
#include "core/domain/schema/record_schema.h"

#include <QCoreApplication>

#include <algorithm>

namespace frontsheet {

namespace {

QString keyOf(FieldTag field) { return QString::number(field.number); }

QString nameOf(const FieldSpec& field) {
    return QString::fromUtf8(field.name.data(), static_cast<int>(field.name.size()));
}

QStringList wordsOf(std::span<const FormChoice> choices) {
    QStringList out;
    for (const auto& choice : choices) {
        out << formWords(choice.words);
    }
    return out;
}

int positionOf(std::span<const FormChoice> choices, const std::string& code) {
    const auto found = std::find_if(choices.begin(), choices.end(), [&](const auto& one) { return one.code == code; });
    return found == choices.end() ? -1 : static_cast<int>(found - choices.begin());
}

bool hasWord(std::string_view list, std::string_view word) {
    while (!list.empty()) {
        const auto end = std::min(list.find(' '), list.size());
        if (list.substr(0, end) == word) {
            return true;
        }
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return false;
}

// What a form does not ask for and whoever opened it knows: which placement a review is of.
void putUnasked(Record& record, const RecordSchema& schema, const QVariantMap& preset) {
    const auto* spec = formOf(record.type);
    for (auto one = preset.begin(); one != preset.end(); ++one) {
        const auto* known = schema.field(one.key().toStdString());
        const bool asked =
            known == nullptr || std::any_of(spec->fields.begin(), spec->fields.end(), [&](const auto& f) {
                return f.field == known->tag || f.agency == known->tag || f.name == known->tag;
            });
        if (asked) {
            continue;
        }
        if (const auto value = valueGiven(*known, one->toString())) {
            record.fields.set(known->tag, *value);
        }
    }
}

} // namespace

FormModel::FormModel(Session& session, QObject* parent) : SavingModel(session, parent) {
    m_keeping.setSingleShot(true);
    m_keeping.setInterval(tuning::kAutosaveLatestMs);
    connect(&m_keeping, &QTimer::timeout, this, &FormModel::keep);
}

void FormModel::begin(const QString& type, const QString& personId, const QVariantMap& preset) {
    const auto* schema = schemaNamed(type.toStdString());
    const auto person = PersonId::fromHex(personId.toStdString());
    if (schema == nullptr || !person || formOf(schema->type) == nullptr) {
        fail({ErrorCode::InvalidArgument, "form"});
        return;
    }
    open(
        [schema, person = *person, preset](OpenDesk& desk) -> Result<Opened> {
            Opened out;
            FS_ASSIGN(out.record, desk.care.begin(schema->type, person));
            putUnasked(out.record, *schema, preset);
            return around(desk, std::move(out));
        },
        preset);
}

void FormModel::edit(const QString& recordId) {
    const auto id = RecordId::fromHex(recordId.toStdString());
    if (!id) {
        fail({ErrorCode::InvalidArgument, "form"});
        return;
    }
    open(
        [id = *id](OpenDesk& desk) -> Result<Opened> {
            Opened out;
            FS_ASSIGN(auto found, desk.care.open(id));
            out.seen = found.record;
            out.record = std::move(found.record);
            return around(desk, std::move(out));
        },
        {});
}

Result<FormModel::Opened> FormModel::around(OpenDesk& desk, Opened out) {
    const auto person = out.record.person;
    FS_ASSIGN(const auto names, spokenNames(desk.workplace.reader, {person}));
    out.name = names.empty() ? std::string{} : names.begin()->second;
    FS_ASSIGN(out.directory, desk.directory());
    out.today = today(desk.workplace);
    return out;
}

void FormModel::open(std::function<Result<Opened>(OpenDesk&)> job, const QVariantMap& preset) {
    clear();
    run(Lane::Read, std::move(job), [this, visit = m_visit, preset](Result<Opened> what) {
        if (visit != m_visit) {
            return;
        }
        if (!what) {
            fail(what.error());
            return;
        }
        show(std::move(*what), preset);
    });
}

void FormModel::show(Opened what, const QVariantMap& preset) {
    m_spec = formOf(what.record.type);
    if (m_spec == nullptr) {
        fail({ErrorCode::Unsupported, "form"});
        return;
    }
    m_record = std::move(what.record);
    m_seen = std::move(what.seen);
    m_today = what.today;
    m_directory = std::move(what.directory);
    m_personId = QString::fromStdString(m_record.person.hex());
    m_title = titleOf(m_record, !m_seen, what.name);
    m_leftBefore = what.leftAt.isKnown();
    m_keptAt = what.leftAt;
    const auto* schema = schemaOf(m_record.type);
    const FieldSet& says = what.left.empty() ? m_record.fields : what.left;
    const auto take = [&](const FormField& field) {
        const auto given = preset.find(nameOf(*schema->field(field.field)));
        m_asOpened[field.field.number] = textOf(field, m_record.fields, wording());
        m_typed[field.field.number] = given == preset.end() ? textOf(field, says, wording()) : given->toString();
    };
    for (const auto& field : m_spec->fields) {
        take(field);
        for (const auto beside : {field.agency, field.name}) {
            if (beside.number != 0) {
                take(FormField{beside, FormWidget::Line});
            }
        }
        if (field.widget == FormWidget::Worker) {
            nameWorker(field, WorkerId{m_typed[field.field.number].toStdString()});
        }
        const bool person = field.widget == FormWidget::Person;
        const QString typed = m_typed[field.field.number];
        m_fields << QVariantMap{
            {QStringLiteral("key"), static_cast<int>(field.field.number)},
            {QStringLiteral("label"), fieldWords(m_record.type, field.name.number != 0 ? field.name : field.field)},
            {QStringLiteral("widget"), widgetName(field.widget)},
            {QStringLiteral("hint"), formWords(field.hint)},
            {QStringLiteral("text"), !person                  ? typed
                                     : field.name.number != 0 ? m_typed[field.name.number]
                                                              : QString{}},
            {QStringLiteral("choices"), wordsOf(field.choices)},
            {QStringLiteral("picks"), picksFor(field)},
            {QStringLiteral("mayName"), field.name.number != 0},
            {QStringLiteral("makesRecord"), field.name.number != 0 && m_record.type == RecordType::Carer},
            {QStringLiteral("fixed"), person && m_seen && !typed.isEmpty()}};
    }
    m_begun = m_typed;
    m_kept = m_typed;
    setLoaded(true);
    emit opened();
    emit asked();
    emit judged();
    emit keptChanged();
    namePersons();
    look();
    lookWhoSees();
}

QString FormModel::titleOf(const Record& record, bool isNew, const std::string& name) const {
    const auto* spec = formOf(record.type);
    const QString title = spec == nullptr ? QString{} : formWords(isNew ? spec->begins : spec->goesOn);
    const QString who = name.empty() ? tr("this person") : QString::fromStdString(name);
    return title.contains(QLatin1String("%1")) ? title.arg(who) : title;
}

QString FormModel::recordId() const {
    return m_spec == nullptr ? QString{} : QString::fromStdString(m_record.id.hex());
}

QVariantList FormModel::kinds(const QString& typed) const { return formKindsFor(typed); }

const FormField* FormModel::field(int key) const {
    if (m_spec == nullptr) {
        return nullptr;
    }
    const auto found = std::find_if(m_spec->fields.begin(), m_spec->fields.end(),
                                    [key](const FormField& one) { return one.field.number == key; });
    return found == m_spec->fields.end() ? nullptr : &*found;
}

bool FormModel::isShown(const FormField& field) const {
    if (field.shownWith.number == 0) {
        return true;
    }
    const auto typed = m_typed.find(field.shownWith.number);
    const std::string code = typed == m_typed.end() ? std::string{} : typed->second.toStdString();
    return field.shownFor.starts_with('!') ? !hasWord(field.shownFor.substr(1), code) : hasWord(field.shownFor, code);
}

void FormModel::type(int key, const QString& text) {
    if (field(key) == nullptr) {
        return;
    }
    m_typed[static_cast<std::uint16_t>(key)] = text;
    changed(*field(key));
}

void FormModel::changed(const FormField& field) {
    if (m_faults.remove(keyOf(field.field)) > 0) {
        emit judged();
    }
    if (!m_keeping.isActive()) {
        m_keeping.start();
    }
    emit asked();
}

void FormModel::choose(int key, int position) {
    const auto* chosen = field(key);
    if (chosen == nullptr) {
        return;
    }
    if (chosen->widget == FormWidget::YesNo) {
        type(key, position == 0 ? QStringLiteral("yes") : QStringLiteral("no"));
        return;
    }
    if (position < 0 || static_cast<std::size_t>(position) >= chosen->choices.size()) {
        return;
    }
    const auto code = chosen->choices[static_cast<std::size_t>(position)].code;
    type(key, QString::fromUtf8(code.data(), static_cast<int>(code.size())));
    lookWhoSees(); // whose view it is, or what kind of paper, decides who reads it
}

QVariantMap FormModel::asksFor() const {
    QVariantMap out;
    for (const auto& one : m_spec == nullptr ? std::span<const FormField>{} : m_spec->fields) {
        out[keyOf(one.field)] = isShown(one);
    }
    return out;
}

QVariantMap FormModel::chosen() const {
    QVariantMap out;
    for (const auto& one : m_spec == nullptr ? std::span<const FormField>{} : m_spec->fields) {
        const auto typed = m_typed.at(one.field.number);
        if (one.widget == FormWidget::Choice) {
            out[keyOf(one.field)] = positionOf(one.choices, typed.toStdString());
        } else if (one.widget == FormWidget::YesNo) {
            out[keyOf(one.field)] = typed == QLatin1String("yes") ? 0 : 1;
        }
    }
    return out;
}

QVariantMap FormModel::understood() const {
    QVariantMap out;
    for (const auto& one : m_spec == nullptr ? std::span<const FormField>{} : m_spec->fields) {
        out[keyOf(one.field)] = dateUnderstood(one, m_typed.at(one.field.number), m_today, wording());
    }
    return out;
}

bool FormModel::isChanged(FieldTag field) const {
    const auto typed = m_typed.find(field.number);
    const auto opened = m_asOpened.find(field.number);
    return typed != m_typed.end() && opened != m_asOpened.end() && typed->second != opened->second;
}

FormModel::Typed FormModel::asTyped(NoValue noValue) const {
    Typed out{m_record, {}};
    auto& fields = out.record.fields;
    for (const auto& one : m_spec->fields) {
        for (const auto beside : {one.agency, one.name}) {
            if (beside.number != 0 && isChanged(beside)) {
                fields.set(beside, Value{m_typed.at(beside.number).trimmed().toStdString()});
            }
        }
        // What is asked for no longer because of a choice made here goes; else what nobody touched stays as it stands.
        const bool dropped = noValue == NoValue::LeftOut && !isShown(one);
        if (!isChanged(one.field) && !(dropped && isChanged(one.shownWith))) {
            continue;
        }
        const QString typed = dropped ? QString{} : m_typed.at(one.field.number);
        const auto read = valueTyped(one, typed, m_today, wording());
        if (read.fault != TypedFault::None) {
            out.faults[keyOf(one.field)] = typedFaultWords(read.fault);
        }
        if (read.value) {
            fields.set(one.field, *read.value);
        } else if (read.fault != TypedFault::None && noValue == NoValue::AsTyped) {
            fields.set(one.field, Value{typed.toStdString()});
        } else {
            fields.erase(one.field);
        }
    }
    return out;
}

void FormModel::save() {
    if (m_spec == nullptr || busy()) {
        return;
    }
    keep(); // whatever comes of it, the last words are on the disk
    auto typed = asTyped(NoValue::LeftOut);
    m_faults = typed.faults;
    emit judged();
    if (!m_faults.isEmpty()) {
        return;
    }
    setBusy(true);
    run(
        Lane::Save,
        [seen = m_seen, after = std::move(typed.record)](OpenDesk& desk) -> Result<RecordId> {
            auto saved = desk.care.save(seen, after);
            desk.syncSoon();
            return saved;
        },
        [this, visit = m_visit](const Result<RecordId>& saved) {
            setBusy(false);
            if (visit != m_visit) {
                return;
            }
            if (!saved) {
                refused(saved.error());
                look(); // what stopped it may have come since it was opened
                return;
            }
            dismissError();
            const QString id = QString::fromStdString(saved->hex());
            forget();
            emit done();
            emit this->saved(id);
        });
}

// A field that is not asked for on this form cannot be put right on it: the page says so then.
void FormModel::refused(const Error& error) {
    constexpr std::string_view kField = "field ";
    if (error.context.starts_with(kField)) {
        const auto* named = schemaOf(m_record.type)->field(std::string_view{error.context}.substr(kField.size()));
        const auto asksForIt = [&](const FormField& one) {
            return isShown(one) && (one.field == named->tag || one.name == named->tag || one.agency == named->tag);
        };
        const auto fields = m_spec->fields;
        const auto under = named == nullptr ? fields.end() : std::find_if(fields.begin(), fields.end(), asksForIt);
        if (under != fields.end()) {
            m_faults[keyOf(under->field)] = faultWords(m_record.type, *named, error.code);
            emit judged();
            return;
        }
    }
    fail(error);
}

void FormModel::look() {
    run(
        Lane::Read,
        [seen = m_seen, record = asTyped(NoValue::LeftOut).record](OpenDesk& desk) {
            return desk.care.lookAt(desk.care.asSaved(seen, record));
        },
        [this, visit = m_visit](const Result<std::vector<care::Finding>>& found) {
            if (visit != m_visit || !found) {
                return; // it is looked at again when it is saved
            }
            m_findings.clear();
            m_stopped = false;
            for (const auto& finding : *found) {
                m_findings << findingRow(finding);
                m_stopped = m_stopped || finding.weight == care::Finding::Weight::Stops;
            }
            emit judged();
        });
}

void FormModel::lookWhoSees() {
    run(
        Lane::Read,
        [seen = m_seen, record = asTyped(NoValue::LeftOut).record](OpenDesk& desk) {
            return desk.sharing.whoWillSee(desk.care.asSaved(seen, record));
        },
        [this, visit = m_visit](const Result<WhoSees>& seen) {
            if (visit != m_visit || !seen) {
                return;
            }
            const auto words = audienceWords(*seen, me(), wording());
            m_audience = words.parts;
            m_audienceLine = words.line;
            m_audienceSource = words.source;
            emit audienceChanged();
        });
}

void FormModel::forget() {
    m_keeping.stop();
    ++m_visit;
    m_spec = nullptr;
    m_title.clear();
    m_personId.clear();
    m_record = {};
    m_seen.reset();
    m_fields.clear();
    m_typed.clear();
    m_asOpened.clear();
    m_begun.clear();
    m_kept.clear();
    m_leftBefore = false;
    m_keptAt = {};
    m_names.clear();
    m_persons.clear();
    m_faults.clear();
    m_findings.clear();
    m_stopped = false;
    m_audience.clear();
    m_audienceLine.clear();
    m_audienceSource.clear();
    m_workers.clear();
    m_people.clear();
    m_peopleFor = 0;
    setLoaded(false);
    dismissError();
    emit opened();
    emit asked();
    emit judged();
    emit audienceChanged();
    emit workersChanged();
    emit peopleChanged();
    emit keptChanged();
}

} // namespace frontsheet
