#include "app/viewmodels/measure_model.h"

#include "app/viewmodels/measure_wording.h"
#include "app/viewmodels/tuning.h"
#include "core/domain/calendar.h"
#include "core/domain/display_name.h"
#include "core/domain/schema/care_plan.h"
#include "core/domain/schema/measure.h"

#include <QDate>

#include <algorithm>
#include <numeric>

namespace frontsheet {

namespace {

constexpr int kWeeks[] = {0, 2, 4, 12}; // after which it is taken again; 0: not said

QString text(std::string_view words) { return shown(std::string{words}); }

QStringList texts(std::span<const std::string_view> all) {
    QStringList out;
    for (const auto& one : all) {
        out << text(one);
    }
    return out;
}

} // namespace

MeasureModel::MeasureModel(Session& session, QObject* parent) : SavingModel(session, parent) {
    m_keeping.setSingleShot(true);
    m_keeping.setInterval(tuning::kAutosaveLatestMs);
    connect(&m_keeping, &QTimer::timeout, this, &MeasureModel::flush);
}

void MeasureModel::open(const QString& personId, const QString& instrument, const QString& measure) {
    clear();
    const auto person = PersonId::fromHex(personId.toStdString());
    if (!person) {
        fail({ErrorCode::InvalidArgument, "measure"});
        return;
    }
    m_personId = personId;
    m_measure.person = *person;
    begin(care::instrumentOf(instrument.toStdString()));
    refresh();
    if (const auto waiting = RecordId::fromHex(measure.toStdString()); waiting && !waiting->isNull()) {
        askAbout(*waiting);
    } else if (m_spec != nullptr) {
        restore();
    }
}

void MeasureModel::begin(const care::Instrument* instrument) {
    m_spec = instrument;
    m_measure = MeasureTaken{};
    m_measure.person = PersonId::fromHex(m_personId.toStdString()).value_or(PersonId{});
    m_slot = std::make_shared<Slot>();
    m_typedScore.clear();
    m_again = 0;
    m_keptAt = {};
    m_unkept = false;
    if (m_spec != nullptr) {
        m_measure.instrument = std::string{m_spec->code};
        m_measure.answers.assign(m_spec->items.size(), -1);
    }
    emit opened();
    emit answered();
}

void MeasureModel::choose(const QString& instrument) {
    flush();
    ++m_visit;
    begin(care::instrumentOf(instrument.toStdString()));
    wordHistory();
    refresh();
    if (m_spec != nullptr) {
        restore();
    }
}

void MeasureModel::restore() {
    run(
        Lane::Save, // behind what is still being kept
        [person = m_measure.person, code = m_measure.instrument, slot = m_slot](OpenDesk& desk) {
            auto left = desk.measures.left(person, code);
            if (left && *left) {
                slot->record = (*left)->record;
            }
            return left;
        },
        [this, visit = m_visit](const Result<std::optional<MeasureTaken>>& left) {
            if (visit != m_visit || m_spec == nullptr || !left || !*left || m_unkept) {
                return;
            }
            const auto items = m_measure.answers.size();
            m_measure = **left;
            m_measure.answers.resize(items, -1);
            m_typedScore = m_measure.score ? QString::number(*m_measure.score) : QString{};
            if (const auto days = daysBetween(m_today, m_measure.againOn)) {
                for (std::size_t at = 1; at < std::size(kWeeks); ++at) {
                    m_again = kWeeks[at] * 7 <= *days ? static_cast<int>(at) : m_again;
                }
            }
            emit answered();
        });
}

QString MeasureModel::instrument() const { return m_spec == nullptr ? QString{} : text(m_spec->code); }

QString MeasureModel::title() const {
    return m_spec == nullptr ? QString{}
                             : tr("%1, %2", "%1 name of a measure, %2 what it measures")
                                   .arg(text(m_spec->name), text(m_spec->measures));
}

bool MeasureModel::isScoreOnly() const { return m_spec != nullptr && m_spec->licence == care::Licence::ScoreOnly; }

QString MeasureModel::licence() const {
    if (m_spec == nullptr) {
        return {};
    }
    return isScoreOnly()
               ? tr("The questions of %1 belong to its owner and are not shown here. Take it on the owner's form and "
                    "write the score.",
                    "%1 name of a measure")
                     .arg(text(m_spec->name))
               : tr("In its own wording, which may be used without asking.", "text of a measure");
}

QString MeasureModel::stem() const { return m_spec == nullptr ? QString{} : text(m_spec->stem); }

QVariantList MeasureModel::items() const {
    QVariantList out;
    for (std::size_t at = 0; m_spec != nullptr && at < m_spec->items.size(); ++at) {
        out << QVariantMap{{QStringLiteral("number"), static_cast<int>(at) + 1},
                           {QStringLiteral("text"), text(m_spec->items[at])},
                           {QStringLiteral("answer"), m_measure.answers[at]}};
    }
    return out;
}

QStringList MeasureModel::answers() const { return m_spec == nullptr ? QStringList{} : texts(m_spec->answers); }
QString MeasureModel::impairmentStem() const { return m_spec == nullptr ? QString{} : text(m_spec->impairmentStem); }
QStringList MeasureModel::impairmentAnswers() const {
    return m_spec == nullptr ? QStringList{} : texts(m_spec->impairmentAnswers);
}

int MeasureModel::given() const {
    return static_cast<int>(
        std::count_if(m_measure.answers.begin(), m_measure.answers.end(), [](int answer) { return answer >= 0; }));
}

QString MeasureModel::range() const {
    return m_spec == nullptr ? QString{} : tr("%1 to %2", "range of a score").arg(m_spec->least).arg(m_spec->most);
}

std::optional<std::int64_t> MeasureModel::total() const {
    if (m_spec == nullptr) {
        return std::nullopt;
    }
    if (isScoreOnly()) {
        const bool fits = m_measure.score && *m_measure.score >= m_spec->least && *m_measure.score <= m_spec->most;
        return fits ? m_measure.score : std::nullopt;
    }
    return given() == static_cast<int>(m_measure.answers.size())
               ? std::optional{std::accumulate(m_measure.answers.begin(), m_measure.answers.end(), std::int64_t{0})}
               : std::nullopt;
}

QString MeasureModel::score() const {
    const auto sum = total();
    return sum ? MeasureWording::score(*m_spec, *sum) : QString{};
}

QString MeasureModel::scoreFault() const {
    return m_typedScore.trimmed().isEmpty() || total()
               ? QString{}
               : tr("A score of %1 is a number from %2.", "%1 measure, %2 such as 0 to 20")
                     .arg(text(m_spec->name), range());
}

QString MeasureModel::with() const { return shown(m_measure.with); }
QString MeasureModel::note() const { return shown(m_measure.note); }

QStringList MeasureModel::againChoices() const {
    return {tr("Not said", "when a measure is taken again"), tr("In 2 weeks", "when a measure is taken again"),
            tr("In 4 weeks", "when a measure is taken again"), tr("In 12 weeks", "when a measure is taken again")};
}

bool MeasureModel::mayTake() const { return total().has_value() && !busy() && !isUnsafe(); }

QString MeasureModel::keptLine() const {
    return m_keptAt.isKnown() && !m_unkept ? (session().tablet ? tr("Kept on this tablet at %1.", "%1 time")
                                                               : tr("Kept on this laptop at %1.", "%1 time"))
                                                 .arg(wording().time(m_keptAt))
                                           : QString{};
}

void MeasureModel::answer(int item, int answer) {
    if (m_spec == nullptr || item < 0 || item >= static_cast<int>(m_measure.answers.size()) || answer < 0 ||
        answer >= static_cast<int>(m_spec->answers.size())) {
        return;
    }
    m_measure.answers[static_cast<std::size_t>(item)] = answer;
    touched();
}

void MeasureModel::answerImpairment(int answer) {
    if (m_spec != nullptr && answer >= 0 && answer < static_cast<int>(m_spec->impairmentAnswers.size())) {
        m_measure.impairment = answer;
        touched();
    }
}

void MeasureModel::typeScore(const QString& typed) {
    if (typed != m_typedScore) {
        m_typedScore = typed;
        bool number = false;
        const int score = typed.trimmed().toInt(&number);
        m_measure.score = number ? std::optional<std::int64_t>{score} : std::nullopt;
        touched();
    }
}

void MeasureModel::typeWith(const QString& typed) {
    if (typed.toStdString() != m_measure.with) {
        m_measure.with = typed.toStdString();
        touched();
    }
}

void MeasureModel::typeNote(const QString& typed) {
    if (typed.toStdString() != m_measure.note) {
        m_measure.note = typed.toStdString();
        touched();
    }
}

void MeasureModel::chooseAgain(int choice) {
    if (choice < 0 || choice >= static_cast<int>(std::size(kWeeks))) {
        return;
    }
    m_again = choice;
    const QDate day = wording().now().date().addDays(7 * kWeeks[choice]);
    m_measure.againOn = choice == 0 ? std::string{} : day.toString(Qt::ISODate).toStdString();
    touched();
}

void MeasureModel::touched() {
    m_unkept = true;
    if (!m_keeping.isActive()) {
        m_keeping.start();
    }
    emit answered();
}

void MeasureModel::keepDecision() {
    m_unkept = false;
    SafetyDecided decided;
    decided.measure = m_unsafe;
    decided.words = m_decisionWords.toStdString();
    run(
        Lane::Save, [decided](OpenDesk& desk) { return desk.measures.keepDecision(decided); },
        [this, measure = m_unsafe](const Result<void>& kept) {
            if (!kept && measure == m_unsafe) {
                fail(kept.error());
            }
        });
}

void MeasureModel::flush() {
    m_keeping.stop();
    if (m_unkept && isUnsafe() && !busy()) {
        keepDecision();
        return;
    }
    if (!m_unkept || m_spec == nullptr || busy()) {
        return;
    }
    m_unkept = false;
    run(
        Lane::Save,
        [measure = m_measure, slot = m_slot](OpenDesk& desk) mutable {
            measure.record = slot->record;
            auto kept = desk.measures.keep(measure);
            if (kept) {
                slot->record = *kept;
            }
            return kept;
        },
        [this, visit = m_visit](const Result<RecordId>& kept) {
            if (visit != m_visit) {
                return;
            }
            if (!kept) {
                m_unkept = true;
                fail(kept.error());
                return;
            }
            m_keptAt = session().clock.now();
            emit answered();
        });
}

void MeasureModel::take() {
    if (!mayTake()) {
        return;
    }
    m_keeping.stop();
    m_unkept = false;
    setBusy(true);
    emit answered();
    struct Saved {
        RecordId measure;
        bool unsafe = false;
    };
    run(
        Lane::Save,
        [measure = m_measure, slot = m_slot](OpenDesk& desk) mutable -> Result<Saved> {
            measure.record = slot->record;
            Saved saved;
            FS_ASSIGN(saved.measure, desk.measures.take(measure));
            desk.syncSoon();
            FS_ASSIGN(const auto record, desk.care.open(saved.measure));
            saved.unsafe = care::awaitsSafety(record.record);
            return saved;
        },
        [this, visit = m_visit](const Result<Saved>& saved) {
            setBusy(false);
            if (visit != m_visit) {
                return;
            }
            if (!saved) {
                m_unkept = true;
                fail(saved.error());
                emit answered();
                return;
            }
            dismissError();
            m_slot = std::make_shared<Slot>();
            refresh();
            emit answered();
            emit done();
            if (saved->unsafe) {
                askAbout(saved->measure);
            } else {
                emit taken();
            }
        });
}

void MeasureModel::askAbout(const RecordId& measure) {
    m_unsafe = measure;
    m_decision = -1;
    m_decisionWords.clear();
    emit safetyChanged();
    emit answered();
    struct Asked {
        Record offered;
        std::vector<WorkerEntry> owners;
        RingAnswer crisis;
        std::string words;
    };
    run(
        Lane::Read,
        [measure, person = m_measure.person](OpenDesk& desk) -> Result<Asked> {
            Asked asked;
            FS_ASSIGN(asked.offered, desk.measures.offered(measure));
            FS_ASSIGN(asked.owners, desk.messages.readers(person));
            FS_ASSIGN(const auto directory, desk.directory());
            asked.owners.insert(asked.owners.begin(), directory.worker(desk.workplace.me.worker));
            FS_ASSIGN(asked.crisis, desk.ringing.ask("crisis", person));
            FS_ASSIGN(asked.words, desk.measures.decisionLeft(measure));
            return asked;
        },
        [this, measure](const Result<Asked>& asked) {
            if (measure != m_unsafe) {
                return;
            }
            if (!asked) {
                fail(asked.error());
                return;
            }
            m_actionWhat = shown(asked->offered.fields.get(action::kWhat));
            m_actionDue = wording().isoDate(asked->offered.fields.get(action::kDue));
            m_owners = asked->owners;
            m_owner = 0;
            if (m_decisionWords.isEmpty()) {
                m_decisionWords = shown(asked->words);
            }
            m_crisis = MeasureWording::whomToRing(asked->crisis);
            emit safetyChanged();
        });
}

QString MeasureModel::unsafeText() const {
    return tr("%1 said that they would be better off dead, or have thought of hurting themselves. The measure is "
              "saved. Before you go on: "
              "what is done about it?",
              "%1 name")
        .arg(m_called);
}

QVariantList MeasureModel::decisions() const {
    const auto row = [](const QString& title, const QString& detail) {
        return QVariantMap{{QStringLiteral("title"), title}, {QStringLiteral("detail"), detail}};
    };
    return {
        row(tr("I asked more, and they are safe now", "decision about thoughts of death or self-harm"),
            tr("Write what they said, and who is with them.", "decision about thoughts of death or self-harm")),
        row(tr("Make something to do, today", "decision about thoughts of death or self-harm"),
            tr("It is offered below. Whoever you choose is asked.", "decision about thoughts of death or self-harm")),
        row(tr("Handed to the crisis team", "decision about thoughts of death or self-harm"),
            tr("Ring first. Write who took it and when.", "decision about thoughts of death or self-harm"))};
}

QVariantList MeasureModel::owners() const {
    QVariantList out;
    for (std::size_t at = 0; at < m_owners.size(); ++at) {
        const auto& one = m_owners[at];
        out << QVariantMap{{QStringLiteral("name"), at == 0 ? tr("You", "whose something to do is") : shown(one.name)},
                           {QStringLiteral("role"), capitalised(shown(one.role))},
                           {QStringLiteral("badge"), badge(m_directory.agency(one.agency))},
                           {QStringLiteral("chosen"), static_cast<int>(at) == m_owner}};
    }
    return out;
}

void MeasureModel::decide(int decision) {
    m_decision = decision;
    emit safetyChanged();
}

void MeasureModel::typeDecision(const QString& typed) {
    if (typed != m_decisionWords) {
        m_decisionWords = typed;
        touched();
        emit safetyChanged();
    }
}

void MeasureModel::typeAction(const QString& typed) {
    if (typed != m_actionWhat) {
        m_actionWhat = typed;
        emit safetyChanged();
    }
}

void MeasureModel::chooseOwner(int owner) {
    if (owner >= 0 && owner < static_cast<int>(m_owners.size())) {
        m_owner = owner;
        emit safetyChanged();
    }
}

bool MeasureModel::mayDecide() const {
    if (busy() || m_decision < 0 || m_decision > 2) {
        return false;
    }
    return m_decision == static_cast<int>(care::SafetyDecision::ActionMade) ? !m_actionWhat.trimmed().isEmpty()
                                                                            : !m_decisionWords.trimmed().isEmpty();
}

void MeasureModel::saveDecision() {
    if (!mayDecide() || m_unsafe.isNull()) {
        return;
    }
    m_keeping.stop();
    m_unkept = false;
    SafetyDecided decided;
    decided.measure = m_unsafe;
    decided.decision = static_cast<care::SafetyDecision>(m_decision);
    decided.words = m_decisionWords.trimmed().toStdString();
    decided.what = m_actionWhat.trimmed().toStdString();
    if (m_owner > 0 && m_owner < static_cast<int>(m_owners.size())) {
        decided.owner = m_owners[static_cast<std::size_t>(m_owner)].code;
        decided.ownerAgency = m_owners[static_cast<std::size_t>(m_owner)].agency;
    }
    setBusy(true);
    run(
        Lane::Save,
        [decided](OpenDesk& desk) -> Result<void> {
            auto saved = desk.measures.decide(decided);
            desk.syncSoon();
            return saved;
        },
        [this, visit = m_visit](const Result<void>& saved) {
            setBusy(false);
            if (visit != m_visit) {
                return;
            }
            if (!saved) {
                fail(saved.error());
                emit safetyChanged();
                return;
            }
            dismissError();
            m_unsafe = {};
            emit safetyChanged();
            emit done();
            refresh();
            emit taken();
        });
}

void MeasureModel::giveUp() {
    m_keeping.stop();
    m_unkept = false;
    run(
        Lane::Save, [slot = m_slot](OpenDesk& desk) { return desk.measures.giveUp(slot->record); },
        [this](const Result<void>& dropped) {
            if (!dropped) {
                fail(dropped.error());
            }
        });
    ++m_visit;
    begin(nullptr);
    wordHistory();
}

void MeasureModel::clear() {
    flush();
    ++m_visit;
    m_personId.clear();
    m_called.clear();
    m_scores.clear();
    m_instruments.clear();
    m_points.clear();
    m_history.clear();
    m_historyLine.clear();
    m_unsafe = {};
    m_decision = -1;
    m_decisionWords.clear();
    m_actionWhat.clear();
    m_owners.clear();
    m_crisis.clear();
    setBusy(false);
    setLoaded(false);
    begin(nullptr);
    emit historyChanged();
    emit safetyChanged();
}

} // namespace frontsheet
