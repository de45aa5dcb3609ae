#include "app/viewmodels/conference_model.h"

#include "app/viewmodels/audience_wording.h"
#include "app/viewmodels/conference_wording.h"
#include "app/viewmodels/forms/form_values.h"
#include "app/viewmodels/plan_wording.h"
#include "app/viewmodels/tuning.h"
#include "core/domain/schema/conference.h"
#include "core/domain/schema/view.h"
#include "core/domain/typed_date.h"

#include <algorithm>

namespace frontsheet {

namespace {

constexpr FormField kHour{.field = conference::kStartsAt.tag, .widget = FormWidget::Moment};

constexpr std::pair<care::ConferenceStep, const char*> kSteps[] = {
    {care::ConferenceStep::Invite, "invite"}, {care::ConferenceStep::Move, "move"},
    {care::ConferenceStep::CallOff, "off"},   {care::ConferenceStep::Attend, "attend"},
    {care::ConferenceStep::Decide, "decide"}, {care::ConferenceStep::Agree, "agree"},
    {care::ConferenceStep::Hold, "hold"},     {care::ConferenceStep::AddToMinutes, "minutes"}};

} // namespace

struct ConferenceModel::Read {
    ConferencePage page;
    PersonsPlan plan;
};

ConferenceModel::ConferenceModel(Session& session, QObject* parent) : SavingModel(session, parent) {
    m_keeping.setSingleShot(true);
    m_keeping.setInterval(tuning::kAutosaveLatestMs);
    connect(&m_keeping, &QTimer::timeout, this, &ConferenceModel::flush);
}

QStringList ConferenceModel::attendance() const { return ConferenceReader::attendance(); }
QStringList ConferenceModel::thereChoices() const { return ConferenceReader::thereChoices(); }

void ConferenceModel::reset() {
    flush();
    ++m_visit;
    m_personId.clear();
    m_called.clear();
    m_id = {};
    m_calling = false;
    m_died = false;
    m_placement = {};
    m_draft = {};
    m_typed.clear();
    m_asked.clear();
    m_shown = {};
    m_dissenters.clear();
    m_awaited.clear();
    m_summary.clear();
    m_found.clear();
    m_foundText.clear();
    m_audience.clear();
    m_audienceLine.clear();
    m_audienceSource.clear();
    m_keptAt = {};
    setBusy(false);
    setLoaded(false);
    forgetFaults();
}

void ConferenceModel::clear() {
    reset();
    m_directory = {};
    emit changed();
    emit typedChanged();
    emit inviteesChanged();
    emit keptChanged();
    emit foundChanged();
    emit audienceChanged();
}

void ConferenceModel::open(const QString& conferenceId) {
    const auto id = RecordId::fromHex(conferenceId.toStdString());
    if (!id || *id != m_id) {
        clear();
    }
    if (!id) {
        fail({ErrorCode::NotFound, "conference"});
        return;
    }
    m_id = *id;
    dismissError();
    refresh();
    lookWhoSees();
}

void ConferenceModel::refresh() {
    if (m_id.isNull()) {
        return;
    }
    run(
        Lane::Read,
        [id = m_id](OpenDesk& desk) -> Result<Read> {
            Read read;
            FS_ASSIGN(read.page, desk.conferences.open(id));
            FS_ASSIGN(read.plan, desk.care.plan(read.page.sheet.conference.person));
            return read;
        },
        [this, visit = m_visit](const Result<Read>& read) {
            if (visit != m_visit) {
                return;
            }
            if (!read) {
                fail(read.error());
                return;
            }
            const Shown before = std::move(m_shown);
            const QString words = m_summary;
            const bool died = m_died;
            show(*read);
            // Rows under a finger are not made anew because a server was heard from.
            const bool same = loaded() && m_shown == before && m_summary == words && m_died == died;
            setLoaded(true);
            if (!same) {
                emit changed();
            }
        });
}

void ConferenceModel::show(const Read& read) {
    const auto& page = read.page;
    const auto& sheet = page.sheet;
    m_directory = page.directory;
    m_today = wording().today();
    m_personId = shown(sheet.conference.person.hex());
    m_called = shown(page.called);
    m_died = sheet.died;
    if (!m_unkept) { // never under somebody's fingers
        m_summary =
            shown(page.minutesLeft.empty() ? sheet.conference.fields.get(conference::kSummary) : page.minutesLeft);
    }
    const ConferenceReader say{wording(), m_directory, me(), m_called};
    const PlanReader plan{wording(), m_directory, me(), read.plan, m_called, session().tablet};
    m_shown = {};
    m_shown.page = say.heading(page, session().clock.now());
    for (const auto& [step, name] : kSteps) {
        if (std::find(page.steps.begin(), page.steps.end(), step) != page.steps.end()) {
            m_shown.steps << QString::fromLatin1(name);
        }
    }
    for (const auto& one : sheet.invited) {
        m_shown.invited << say.invited(one, page.waiting);
    }
    m_shown.mine = page.mine ? say.invited(*page.mine, page.waiting) : QVariantMap{};
    for (const auto& one : sheet.views) {
        (one.fields.text(view::kWhose) == "person" ? m_shown.wishes : m_shown.views) << plan.view(one);
    }
    for (const auto& said : sheet.wishes) {
        m_shown.wishes << plan.wish(said);
    }
    m_shown.wishMissing =
        sheet.ownViewMissing
            ? tr("Nobody has written down what %1 wants. Ask them first.", "conference, %1 the person").arg(m_called)
            : QString{};
    for (const auto& one : sheet.openNeeds) {
        m_shown.needs << plan.need(one);
    }
    for (const auto& one : sheet.openActions) {
        m_shown.openActions << plan.action(one);
    }
    for (const auto& one : sheet.papers) {
        m_shown.papers << say.paper(one);
    }
    for (const auto& one : sheet.decisions) {
        m_shown.decisions << say.decision(one, page.waiting);
    }
    m_awaited.clear();
    for (const auto& one : sheet.actions) {
        auto row = plan.action(one);
        const bool others =
            !one.awaited.worker.empty() && !(one.awaited.worker == me().worker && one.awaited.agency == me().agency);
        row[QStringLiteral("mayRemind")] = others;
        row[QStringLiteral("awaited")] = others ? shown(m_directory.worker(one.awaited.worker).name) : QString{};
        m_awaited[row.value(QStringLiteral("id")).toString()] = {one.awaited.agency, one.awaited.worker};
        m_shown.actions << row;
    }
    m_shown.minutes = say.minutes(sheet);
    const auto there = care::personThereBy(sheet.invited);
    const auto code =
        std::find_if(kThereCodes.begin(), kThereCodes.end(), [&](const char* one) { return there == one; });
    m_shown.personThere = code == kThereCodes.end() ? -1 : static_cast<int>(code - kThereCodes.begin());
    addDissenters(say, page);
}

void ConferenceModel::addDissenters(const ConferenceReader& say, const ConferencePage& page) {
    m_dissenters.clear();
    const auto add = [&](Dissent who, const QString& name, const QString& detail) {
        m_dissenters.push_back(std::move(who));
        m_shown.dissenters << QVariantMap{{QStringLiteral("name"), name}, {QStringLiteral("detail"), detail}};
    };
    if (!page.steps.empty()) {
        for (const auto& one : page.sheet.invited) {
            const auto row = say.invited(one, {});
            const QString name = say.nameOf(one);
            const QString detail = row.value(QStringLiteral("detail")).toString();
            const auto as = one.fields.get(invitation::kComesAs);
            add({as.empty() ? std::string{"other"} : as,
                 name.toStdString(),
                 as == "person" ? std::string{} : detail.toLower().toStdString(),
                 {}},
                name, detail);
        }
    }
    // Whoever sits there may disagree themselves, and it is their own agency's word.
    const auto own = m_directory.worker(me().worker);
    const bool asked = page.mine.has_value() && !page.steps.empty();
    if (!asked && (page.mine || !page.steps.empty())) {
        add({"worker", own.name, own.role, {}}, tr("You", "who disagrees with a decision"),
            capitalised(shown(own.role)));
    }
}

std::optional<WallTime> ConferenceModel::hour(const QString& typed) const {
    const auto value = valueTyped(kHour, typed, m_today, wording()).value;
    return value ? std::optional{WallTime{std::get<std::int64_t>(*value)}} : std::nullopt;
}

QString ConferenceModel::hourUnderstood(const QString& typed) const {
    return dateUnderstood(kHour, typed, m_today, wording());
}

QString ConferenceModel::dayUnderstood(const QString& typed, bool ahead) const {
    const auto day = typedDate(typed.toStdString(), m_today, ahead ? DateTowards::Future : DateTowards::Past);
    return day ? wording().isoDay(*day) : QString{};
}

void ConferenceModel::fault(const char* field, const QString& words) { m_faults[QString::fromLatin1(field)] = words; }

bool ConferenceModel::sound() {
    emit faultsChanged();
    return m_faults.isEmpty();
}

void ConferenceModel::forgetFaults() {
    m_faults.clear();
    dismissError();
    emit faultsChanged();
}

void ConferenceModel::audienceIs(const Result<WhoSees>& seen) {
    if (!seen) {
        return; // the page is shown all the same; who sees it is its home's to decide
    }
    auto words = audienceWords(*seen, me(), wording());
    m_audience = std::move(words.parts);
    m_audienceLine = std::move(words.line);
    m_audienceSource = std::move(words.source);
    emit audienceChanged();
}

void ConferenceModel::lookWhoSees() {
    const auto told = [this, visit = m_visit](const Result<WhoSees>& seen) {
        if (visit == m_visit) {
            audienceIs(seen);
        }
    };
    if (m_calling) {
        run(
            Lane::Read,
            [wanted = call()](OpenDesk& desk) {
                return desk.sharing.whoWillSee(desk.conferences.conferenceOf(wanted));
            },
            told);
    } else if (!m_id.isNull()) {
        run(
            Lane::Read,
            [id = m_id](OpenDesk& desk) -> Result<WhoSees> {
                FS_ASSIGN(const auto held, desk.care.open(id));
                return desk.sharing.whoWillSee(held.record);
            },
            told);
    }
}

} // namespace frontsheet
