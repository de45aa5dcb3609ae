#include "app/viewmodels/form_model.h"

#include "app/viewmodels/audience_wording.h"
#include "app/viewmodels/field_wording.h"
#include "app/viewmodels/forms/form_values.h"
#include "app/viewmodels/tuning.h"
#include "core/domain/display_name.h"
#include "core/domain/schema/record_schema.h"

#include <QCoreApplication>

#include <algorithm>

namespace frontsheet {

namespace {

constexpr int kMostWorkersShown = 8;

QString words(const char* text) { return *text == '\0' ? QString{} : QCoreApplication::translate("Forms", text); }

QString keyOf(FieldTag field) { return QString::number(field.number); }

QString widgetName(FormWidget widget) {
    switch (widget) {
    case FormWidget::Line:
        return QStringLiteral("line");
    case FormWidget::Lines:
        return QStringLiteral("lines");
    case FormWidget::Choice:
        return QStringLiteral("choice");
    case FormWidget::Date:
        return QStringLiteral("date");
    case FormWidget::Number:
        return QStringLiteral("number");
    case FormWidget::Pounds:
        return QStringLiteral("pounds");
    case FormWidget::YesNo:
        return QStringLiteral("yesno");
    case FormWidget::Worker:
        return QStringLiteral("worker");
    }
    return {};
}

QStringList wordsOf(std::span<const FormChoice> choices) {
    QStringList out;
    for (const auto& choice : choices) {
        out << words(choice.words);
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

// What beside the person's other records stands against saving, or is worth knowing first.
QString findingWords(care::Finding::What what) {
    using What = care::Finding::What;
    switch (what) {
    case What::PersonHasDied:
        return FormModel::tr(
            "This person has died. What is still to be ended or fetched can be written as something to do.");
    case What::SecondPlan:
        return FormModel::tr("Your agency leads a plan for this person already. Add to that one, or close it first.");
    case What::ReviewBeforeDischarge:
        return FormModel::tr("The review would come before the discharge. Check the date.");
    case What::ServiceHasClosed:
        return FormModel::tr("This service takes no referrals any more. Who to ring says who does.");
    case What::SameNeedIsOpen:
        return FormModel::tr("A referral for the same need is open. Look at it first: a second one may cross it.");
    case What::AlreadyTheirCarer:
        return FormModel::tr("They are recorded as a carer already.");
    case What::SecondDeath:
        return FormModel::tr("Your agency has recorded the death already.");
    }
    return {};
}

QString faultWords(ErrorCode code) {
    switch (code) {
    case ErrorCode::Missing:
        return FormModel::tr("This must be said.");
    case ErrorCode::ImpossibleDate:
        return FormModel::tr("This day cannot be: it is not in the calendar, or comes before what it follows.");
    case ErrorCode::TooLarge:
        return FormModel::tr("This is longer than can be kept. Put the rest in a note.");
    default:
        return FormModel::tr("This does not fit with the rest. Check it.");
    }
}

QString typedFaultWords(TypedFault fault) {
    return fault == TypedFault::NoSuchDate
               ? FormModel::tr("Not a day that there is. Such as 24/11/2026, tomorrow, in 2 weeks.")
               : FormModel::tr("Not a number. Such as 30, or 154.50.");
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
        [type = schema->type, person = *person](OpenDesk& desk) -> Result<Opened> {
            Opened out;
            FS_ASSIGN(out.record, desk.care.begin(type, person));
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

void FormModel::resume(const QString& recordId) {
    const auto id = RecordId::fromHex(recordId.toStdString());
    if (!id) {
        fail({ErrorCode::InvalidArgument, "form"});
        return;
    }
    open(
        [id = *id](OpenDesk& desk) -> Result<Opened> {
            FS_ASSIGN(const auto forms, desk.care.unfinished());
            const auto left =
                std::find_if(forms.begin(), forms.end(), [&](const auto& form) { return form.after.id == id; });
            if (left == forms.end()) {
                return {ErrorCode::NotFound, "unfinished form"};
            }
            Opened out;
            out.seen = left->seen;
            out.record = left->seen.value_or(left->after);
            out.left = left->after.fields;
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
    const QString name = what.name.empty() ? tr("this person") : QString::fromStdString(what.name);
    const QString title = words(m_seen ? m_spec->goesOn : m_spec->begins);
    m_title = title.contains(QLatin1String("%1")) ? title.arg(name) : title;
    const auto* schema = schemaOf(m_record.type);
    putBelonging(m_record, preset);
    for (const auto& field : m_spec->fields) {
        const auto& known = *schema->field(field.field);
        const auto given = preset.find(QString::fromUtf8(known.name.data(), static_cast<int>(known.name.size())));
        const QString text = textOf(field, m_record.fields, wording());
        m_asOpened[field.field.number] = text;
        const FieldSet& says = what.left.empty() ? m_record.fields : what.left;
        if (field.agency.number != 0) {
            const FormField agency{field.agency, FormWidget::Line};
            m_asOpened[field.agency.number] = textOf(agency, m_record.fields, wording());
            m_typed[field.agency.number] = textOf(agency, says, wording());
        }
        m_typed[field.field.number] = given == preset.end() ? textOf(field, says, wording()) : given->toString();
        if (field.widget == FormWidget::Worker) {
            nameWorker(field, WorkerId{m_typed[field.field.number].toStdString()});
        }
        m_fields << QVariantMap{{QStringLiteral("key"), static_cast<int>(field.field.number)},
                                {QStringLiteral("label"), fieldWords(m_record.type, field.field)},
                                {QStringLiteral("widget"), widgetName(field.widget)},
                                {QStringLiteral("hint"), words(field.hint)},
                                {QStringLiteral("text"), m_typed[field.field.number]},
                                {QStringLiteral("choices"), wordsOf(field.choices)}};
    }
    setLoaded(true);
    emit opened();
    emit asked();
    emit judged();
    look();
    lookWhoSees();
}

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
    if (m_faults.remove(QString::number(key)) > 0) {
        emit judged();
    }
    if (!m_keeping.isActive()) {
        m_keeping.start();
    }
    emit asked();
}

// As it stands, whether or not it makes a record yet: a day that is none is kept as it was typed.
void FormModel::keep() {
    m_keeping.stop();
    if (!dirty() || busy()) {
        return;
    }
    run(
        Lane::Save,
        [seen = m_seen, after = asTyped(NoValue::AsTyped).record](OpenDesk& desk) {
            return desk.care.keepUnfinished(seen, after);
        },
        [this](const Result<void>& kept) {
            if (!kept) {
                fail(kept.error());
            }
        });
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

void FormModel::findWorkers(const QString& typed) {
    const QStringList parts = typed.simplified().toCaseFolded().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    QVariantList found;
    for (const auto& [code, worker] : m_directory.workers()) {
        const auto agency = m_directory.agency(worker.agency);
        const QString all = shown(worker.name + " " + worker.role + " " + agency.name).toCaseFolded();
        const bool fits = !parts.isEmpty() && std::all_of(parts.begin(), parts.end(),
                                                          [&](const QString& part) { return all.contains(part); });
        if (fits && found.size() < kMostWorkersShown) {
            found << QVariantMap{{QStringLiteral("agency"), shown(worker.agency.str())},
                                 {QStringLiteral("worker"), shown(code.str())},
                                 {QStringLiteral("name"), shown(worker.name)},
                                 {QStringLiteral("role"), capitalised(shown(worker.role))},
                                 {QStringLiteral("badge"), badge(agency)}};
        }
    }
    m_workers = found;
    emit workersChanged();
}

void FormModel::nameWorker(const FormField& field, const WorkerId& worker) {
    if (worker.empty()) {
        m_names.remove(keyOf(field.field));
        return;
    }
    const auto entry = m_directory.worker(worker);
    m_names[keyOf(field.field)] = QVariantMap{{QStringLiteral("name"), shown(entry.name)},
                                              {QStringLiteral("role"), capitalised(shown(entry.role))},
                                              {QStringLiteral("badge"), badge(m_directory.agency(entry.agency))}};
}

void FormModel::chooseWorker(int key, const QString& agency, const QString& worker) {
    const auto* chosen = field(key);
    if (chosen == nullptr || chosen->widget != FormWidget::Worker) {
        return;
    }
    nameWorker(*chosen, WorkerId{worker.toStdString()});
    if (chosen->agency.number != 0) {
        m_typed[chosen->agency.number] = agency;
    }
    m_workers.clear();
    emit workersChanged();
    type(key, worker);
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
        if (one.widget == FormWidget::Date) {
            out[keyOf(one.field)] = dateUnderstood(one, m_typed.at(one.field.number), m_today, wording());
        }
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
        if (one.agency.number != 0 && isChanged(one.agency)) {
            fields.set(one.agency, Value{m_typed.at(one.agency.number).toStdString()});
        }
        // What is asked for no longer because of a choice made here goes; else what nobody touched stays as it stands.
        const bool dropped = noValue == NoValue::LeftOut && !isShown(one);
        if (!isChanged(one.field) && !(dropped && isChanged(one.shownWith))) {
            continue;
        }
        const QString typed = dropped ? QString{} : m_typed.at(one.field.number);
        const auto read = valueTyped(one, typed, m_today);
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
        if (named != nullptr && field(named->tag.number) != nullptr) {
            m_faults[keyOf(named->tag)] = faultWords(error.code);
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
                const bool stops = finding.weight == care::Finding::Weight::Stops;
                m_findings << QVariantMap{{QStringLiteral("text"), findingWords(finding.what)},
                                          {QStringLiteral("stops"), stops}};
                m_stopped = m_stopped || stops;
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
            m_audience = audienceWords(*seen, me(), wording()).parts;
            emit audienceChanged();
        });
}

void FormModel::giveUp() {
    if (m_spec != nullptr) {
        run(
            Lane::Save, [id = m_record.id](OpenDesk& desk) { return desk.care.giveUp(id); },
            [this](const Result<void>& dropped) {
                if (!dropped) {
                    fail(dropped.error());
                }
                refresh();
            });
    }
    forget();
    emit done();
}

void FormModel::refresh() {
    struct Left {
        std::vector<CareRecords::UnfinishedForm> forms;
        std::map<PersonId, std::string> names;
    };
    run(
        Lane::Read,
        [](OpenDesk& desk) -> Result<Left> {
            Left left;
            FS_ASSIGN(left.forms, desk.care.unfinished());
            std::vector<PersonId> persons;
            for (const auto& form : left.forms) {
                persons.push_back(form.after.person);
            }
            FS_ASSIGN(left.names, spokenNames(desk.workplace.reader, std::move(persons)));
            return left;
        },
        [this](const Result<Left>& left) {
            if (!left) {
                fail(left.error());
                return;
            }
            m_unfinished.clear();
            for (const auto& form : left->forms) {
                const auto* spec = formOf(form.after.type);
                if (spec == nullptr || form.after.id == m_record.id) {
                    continue; // it is on the screen
                }
                const auto name = left->names.find(form.after.person);
                const QString title = words(form.seen ? spec->goesOn : spec->begins);
                m_unfinished << QVariantMap{
                    {QStringLiteral("recordId"), QString::fromStdString(form.after.id.hex())},
                    {QStringLiteral("personId"), QString::fromStdString(form.after.person.hex())},
                    {QStringLiteral("title"),
                     title.arg(name == left->names.end() ? tr("this person") : QString::fromStdString(name->second))},
                    {QStringLiteral("when"), wording().lately(form.keptAt)}};
            }
            emit unfinishedChanged();
        });
}

void FormModel::clear() {
    keep();
    forget();
    m_unfinished.clear();
    emit unfinishedChanged();
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
    m_names.clear();
    m_faults.clear();
    m_findings.clear();
    m_stopped = false;
    m_audience.clear();
    m_workers.clear();
    setLoaded(false);
    dismissError();
    emit opened();
    emit asked();
    emit judged();
    emit audienceChanged();
    emit workersChanged();
}

} // namespace frontsheet
